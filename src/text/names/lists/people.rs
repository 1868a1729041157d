//! Words that go with people: given names, family names, titles and roles,
//! and what is done to a person's name.

/// Common given names of several languages. Names that are as often plain
/// words ("Will", "Grace", "Mark" at the start of a sentence) are in
/// [`WORDLIKE`].
pub(in super::super) const GIVEN: &str = "
aaron abdel abdul abdullah abel abigail abraham ada adam adele adolf adrian adriana agnes ahmad ahmed aidan aisha
akira alain alan albert alberto alec alejandra alejandro aleksandr alessandra alessandro alex alexander alexandra
alexandria alexei alexis alfonso alfred alfredo ali alice alicia alina alison allan allison alvaro alvin amanda amber
amelia amina amir amit amy ana anastasia anders anderson andrea andreas andreea andrei andres andrés andrew andrzej
andy angela angelina angelo angie anil anita anja ann anna annalena anne annette annie anselm anthony antoine anton
antonia antonio antónio antony anwar arjun armando arnold arthur arturo arun ashley ashraf astrid audrey
augusto aung aurora ayman ayesha barack barbara barry bashar beatrice beatriz ben benedict benigno benito benjamin
benny bernard bernardo bernd bernie bertha bertrand beth betsy betty bianca billy björn bob bobby bogdan boris brad
bradley brandon brenda brendan brett brian brianna brigitte britney bruce bruno bryan caitlin calvin camila camille
carl carla carlo carlos carmen carol carolina caroline carolyn carter casey caspar catherine cathy cecilia celia
cesar césar chad chandra charles charlie charlotte chelsea cheryl chloe chris christian christiane christina
christine christoph christophe christopher chuck cindy claire clara clarence clark claude claudia claudio claus clay
clinton clive clyde colin colleen connor conrad constance corey cory craig cristian cristina crystal curtis cynthia
cyril cyrus daisuke dale damian damien dan dana daniel daniela daniele danielle danny daphne darren dave david dawid
deborah debra declan deepak delia denis denise dennis derek desmond devin diana diane didier diego dieter dilma dimitri
dirk dmitri dmitry dolores dominic dominik dominique don donald donna dora doris dorothy doug douglas duncan dustin
dwight dylan earl ed eddie edgar edith edmund edoardo eduardo edward edwin eileen ekaterina elaine eleanor elena eleni
eli elias elijah elisa elisabeth elise eliza elizabeth ella ellen elliot elon elsa emil emilia emilio emily emma emmanuel
emre enrico enrique erdem eric erica erich erik erika ernest ernesto ernst erwin esteban esther ethan eugene eva evan
evelyn evo fabio fatima fatou federico felicia felipe felix ferdinand fernanda fernando fidel fiona florian floyd
franca frances francesca francesco francis francisco franco francois françois frank franklin franz fred frederick
fredrik friedrich fritz fumio gabriel gabriela gabriele gary gavin gemma gennady geoff geoffrey george georges georgi
gerald gerard gerhard gertrude giancarlo gianni gina giorgia giorgio giovanni giulia giuseppe glen glenn gloria gonzalo
gordon graham greg gregor gregory greta guido guillaume guillermo günter gustav gustavo hamid hamza hank hanna hannah
hannes hans harold harriet harris harry harvey hassan hassanal hector héctor heidi heiko heinrich helen helena helga
helmut hendrik henri henrik henry herbert herman hermann hilary hillary hiroshi horst howard hubert hugh hugo hussein
ian ibrahim ignacio igor ilhan imran indira ines ingrid inès irene irina iris isaac isabel isabella isabelle ismail ivan
ivana ivo jack jackie jacob jacqueline jacques jadwiga jaime jair jake jakob jakub james jamie jan jana jane janet janice
jared jarosław jason javier jean jeanne jeff jefferson jeffrey jen jennifer jenny jens jeremy jerome jerry jesse jessica
jesus jesús jiang jill jim jimmy jin jo joachim joan joanna joaquin joaquín jochen jodie joe joel joerg joey johan johann
johanna johannes john johnny jon jonas jonathan jorge jose josé josef joseph josephine josh joshua joão juan juana judith
judy julia julian juliana julie julien juliet julio julius june jung junichiro jürgen justin justine jörg kamala karen
karim karin karl karol karolina kate katherine kathleen kathryn kathy katie katja katrina katy kayla keir keith kelly
ken kenji kenneth kerry kevin khaled khalid kilmar kim kimberly kirsten klaus kofi konrad kristen kristi kristian
kristina kurt kwame kyle laila lara larry lars laszlo laura lauren laurence laurent lawrence leah lech lee leila lena
lenny leo leon leonard leonardo leonid leroy leslie lewis li liam lidia lillian lily lina linda lindsay lindsey lionel
lisa liz lloyd logan lopez loretta lorenzo louis louisa louise luc luca lucas lucia lucía lucy ludwig luigi luis luís
luisa luiz lukas luke lula lydia lyndon lynn maddalena madeleine magdalena mahatma mahmoud maja malala malcolm malik
mandy manfred manuel mara marc marcel marcela marcelo marcin marco marcos marcus margaret margarita margot maria maría
marian mariana marianne marie mariel marilyn marina mario marion marisa marjorie markus marlene marta martha martin
martina mary maryam masha massimo mateo mateusz mathias matias matt matteo matthew matthias maureen maurice mauricio
mauro maximilian maya meera megan mehmet melania melanie melinda melissa mercedes merrick michael michal michel michele
michelle mick miguel mihai mikael mike mikhail milan mildred milos mina mira miranda miriam mitch mitchell mitt mo
mohamed mohammad mohammed mohandas moises moisés molly monica monika monique morgan moritz moshe muammar muhammad mustafa
nabil nadia nancy naomi narendra natalia natalie natasha nathan nathaniel nayib neil nelson nestor niall nicholas nick
nicola nicolas nicolás nicole nigel nikita nikki niklas nikolai nikolas nils nina noah noam noel noemi nora norbert norma
norman nuno octavio olaf ole oleg oleksandr olga oliver olivia olivier omar oprah orlando osama oscar óscar osvaldo oswald
otto pablo pamela paola paolo parveen pascal patricia patricio patrick patrik paul paula paulo pavel pedro peggy penelope
penny percy pete peter petr petra phil philip philipp philippe phillip phoebe pierre pieter piotr polly preston priya
przemysław rachel rafael rahul rajesh ralph ramon ramón ramzan randall randy raphael rashid rashida raul raúl ravi ray
raymond rebecca recep regina reinhard rené rex ricardo richard rick ricky rishi rita rob robert roberta roberto robin
rocío rodrigo roger roland rolf roman romano ron ronald ronaldo ronnie rory rosa rosalynn rosario ross roy rubén ruby rudi
rudolf rudy rupert russell ruth ryan sabine sabrina sadiq saeed said sally salma salman salvador sam samantha samir samuel
sandra sandro sanjay sara sarah sasha saul scott sean sebastian sebastián serena serge sergei sergey sergio seth shane
shannon sharon shaun shawn sheila shinzo shirley sidney sigmund silke silvia silvio simon simone siobhan sofia sofía sonia
sophia sophie stacy stan stanislav stanley stefan stefania stefano stella stephan stephanie stephen steve steven stewart
stuart sue sunil susan susanna susanne suzanne svetlana sven sylvia sylvie tamara tamika tammy tanya tara tariq tatiana
tayyip ted terence teresa teri terrence terry thabo theodor theodore theresa thérèse thomas thorsten tiago tiffany tim
timothy tina tobias todd tom tomas tomás tommy tony tracy trevor tristan tulsi tyler ulrich ulrike umberto ursula uwe
valentin valentina valeria valerie valéry vanessa vera vernon veronica victor victoria vijay viktor viktoria vincent
vincenzo viola vivian vivek viviane vladimir volker volodymyr wagner walt walter wanda warren wayne wendy werner wesley
wilhelm willem william willie winston wladimir wolfgang woodrow wojciech xavier xi yair yan yasmin yasser yolanda yoko
yolande yoshihide yousef youssef yuki yulia yuri yusuf yves yvonne zachary zainab zeinab zhang zoe zoltan";

/// Given names that are as often other words; they begin a name only before
/// another capital or where no sentence begins.
pub(in super::super) const WORDLIKE: &str = "
art bill chip drew dick faith frank grace guy hope ivy jay joy mark max may pat rich rob rose sky will autumn summer
dawn chance hunter mason cliff gene grant miles pierce reed rod buck sonny violet";

/// Family names that are rarely anything else, common ones and such as news
/// uses alone.
pub(in super::super) const FAMILY: &str = "
smith johnson williams jones garcia garcía miller davis rodriguez rodríguez martinez martínez hernandez hernández lopez
lópez gonzalez gonzález wilson anderson thomas taylor moore jackson perez pérez thompson sanchez sánchez clark ramirez
ramírez robinson allen wright torres nguyen flores adams baker nelson campbell roberts carter gomez gómez phillips evans
turner diaz díaz edwards collins stewart morris morales murphy rogers gutierrez gutiérrez ortiz peterson cooper bailey
richardson cox ward watson brooks chavez chávez bennett mendoza ruiz hughes alvarez álvarez castillo sanders patel myers
foster jimenez jiménez kelly o’brien o’connor o’neill romero herrera medina aguilar vargas castro guzman fernandez fernández
schmidt müller schneider fischer weber meyer schulz hoffmann dubois dupont rossi ferrari silva santos oliveira souza
ivanov petrov kowalski nowak novak kovacs hansen nielsen jensen larsen olsen johansson andersson singh kumar khan hussain
trump biden obama bush clinton reagan carter nixon kennedy eisenhower roosevelt truman lincoln cheney gore kerry romney
mccain mcconnell schumer pelosi vance harris pence rubio desantis newsom musk zuckerberg bezos putin medvedev zelensky
zelenskyy yeltsin gorbachev stalin lenin hitler mussolini churchill thatcher blair cameron starmer sunak truss macron
sarkozy hollande mitterrand merkel scholz merz kohl orban orbán erdogan erdoğan netanyahu arafat assad khamenei rouhani
gaddafi mubarak mandela zuma modi gandhi abe kishida xi mao bolsonaro lula maduro chavez milei bukele castro fauci comey
mueller kavanaugh scalia ginsburg sotomayor gorsuch ceausescu trudeau carney albanese ardern mossadegh khomeini dukakis
milosevic milošević saddam ahmadinejad khrushchev brezhnev musharraf noriega rabin arafat mondale quayle bentsen perot lieberman edwards palin buchanan goldwater humphrey mcgovern gingrich einstein darwin
beethoven mozart shakespeare orwell freud";

/// Titles and roles that stand before the name of a person and are no part
/// of it.
pub(in super::super) const TITLES: &str = "
president presidents vice-president premier chancellor minister ministers mayor governor gov lieutenant lt senator senators
sen sens congressman congresswoman representative rep reps delegate councilman councilwoman councillor councilor alderman
secretary undersecretary ambassador envoy consul commissioner judge justice magistrate prosecutor attorney solicitor sheriff
deputy chief officer constable detective inspector superintendent sergeant sgt captain capt major maj colonel col general gen
brig brigadier admiral adm commander cmdr corporal cpl private pvt marshal king queen prince princess emperor empress pope
cardinal archbishop bishop rabbi imam ayatollah sheikh reverend rev father sister brother saint sir dame lord lady baron
baroness count countess duke duchess mr mrs ms mx miss dr doctor prof professor dean rector chairman chairwoman chairperson
chair director ceo cfo coach manager editor correspondent reporter columnist journalist author writer novelist poet historian
economist analyst scientist researcher lawyer barrister activist spokesman spokeswoman spokesperson leader speaker whip
candidate nominee banker billionaire businessman businesswoman entrepreneur investor founder actor actress singer rapper
comedian director filmmaker playwright architect engineer nurse surgeon pastor priest monsignor sultan emir shah czar tsar
prime former ex acting interim incumbent late vice then-president majority minority first-lady treasurer auditor comptroller
adviser advisor aide counsel strategist pollster hon honourable honorable defendant plaintiff lieutenant-governor messrs";

/// Words that make a title together with the title after them: "Prime
/// Minister", "Attorney General", "District Attorney".
pub(in super::super) const TITLE_PARTS: &str = "
prime vice deputy assistant associate attorney district chief foreign finance interior defence defense justice education
health labour labor energy treasury home homeland transport environment trade former acting interim executive managing press
senior junior principal lead special major lieutenant house senate majority minority opposition police state national security
supreme first general lord high economy agriculture culture housing commerce state-secretary parliamentary crown ex fire
communications campaign party committee presidential congressional special";

/// What a secretary, a minister or the like is one of: "Secretary of State".
pub(in super::super) const PORTFOLIOS: &str = "
state defense defence war labor labour education commerce energy homeland transportation transport health treasury finance
justice interior foreign agriculture veterans housing culture environment economy economic trade exchequer police staff
security public social international information national industry tourism communications research science water planning
sports sport women";

/// Small words inside the name of a person or place: "van Beethoven",
/// "bin Salman", "Rio de Janeiro".
pub(in super::super) const PARTICLES: &str = "
de da das dos del della di du van von der den ter ten zu zur la las le los el al ul bin ibn bint ben abu af av y e i";

/// Nouns that a person's name stands before: "the Biden administration".
pub(in super::super) const BELONGING: &str = "
administration administrations presidency campaign cabinet era camp doctrine allies ally supporters family trial estate";

/// Nouns that a name before "’s" makes a person's.
pub(in super::super) const OWNED_BY_PEOPLE: &str = "
administration presidency campaign wife husband mother father son daughter brother sister lawyer lawyers attorney attorneys
spokesman spokeswoman career death predecessor successor speech remarks comments book novel biography widow party office
supporters allies opponent opponents rival rivals critics government lawyer team tenure family friend friends arrest trial
resignation inauguration election re-election birthday aides aide deputy body home claim claims statement tweet tweets body";

/// Verbs that people rather than bodies or places are the subject of.
pub(in super::super) const PERSONAL_VERBS: &str = "
told tells tweeted wrote writes resigned smiled laughed died lived studied married born grew walked sat stood shook nodded
testified replied recalled recalls joked insisted campaigned traveled travelled spoke speaks thinks thought believes knew felt
said says added argued argues asked claims claimed conceded admitted explained explains noted denied vowed
complained tells flew retired graduated called lied shouted arrived fled refused complained answered wept cried smoked slept woke wondered";

/// Family names that are also what a place, a body or a thing is called:
/// "Doris Day".
pub(in super::super) const FAMILY_TOO: &str = "
day hill hills church law ford hall price rivers banks field fox cross forest judge king dean guard marshal major prince pope
earl bishop duke sessions gates page cook young post coach";

/// Nouns that follow two names tied by a hyphen: "the Trump-Bukele alliance".
pub(in super::super) const BETWEEN: &str = "
accord act agreement alliance axis bargain bill border brotherhood conflict deal debate era feud friendship meeting pact partnership
plan relations relationship rivalry summit talks team ticket treaty war";
