//! Names of several words that are known as they stand, parted by
//! semicolons.

/// Places.
pub(in super::super) const PLACES: &str = "
el salvador; san salvador; united states; united states of america; united kingdom; great britain; northern ireland;
soviet union; north korea; south korea; south africa; saudi arabia; sri lanka; new zealand; costa rica; puerto rico;
dominican republic; czech republic; papua new guinea; united arab emirates; ivory coast; cape verde; sierra leone;
burkina faso; east timor; bosnia and herzegovina; trinidad and tobago; antigua and barbuda; guinea-bissau; timor-leste;
central african republic; democratic republic of congo; democratic republic of the congo; republic of ireland; marshall islands;
solomon islands; south sudan; north macedonia; san marino; vatican city; hong kong; people’s republic of china; viet nam;
west bank; gaza strip; golan heights; east germany; west germany; east jerusalem; middle east; latin america; central america;
north america; south america; far east; north africa; west africa; east africa; southeast asia; central asia; eastern europe;
western europe; central europe; northern triangle; global south; new york; new york city; new jersey; new mexico;
new hampshire; new england; new orleans; north carolina; south carolina; north dakota; south dakota; west virginia; rhode island;
district of columbia; washington, d.c.; washington d.c.; washington, dc; washington dc; los angeles; san francisco; san diego; san jose;
san antonio; las vegas; salt lake city; st. louis; st. petersburg; fort worth; long island; staten island; kansas city; santa fe;
mexico city; guatemala city; panama city; quezon city; buenos aires; rio de janeiro; são paulo; sao paulo; santo domingo;
port-au-prince; cape town; addis ababa; tel aviv; abu dhabi; kuala lumpur; ho chi minh city; new delhi; phnom penh; den haag;
hague; oval office; white house; downing street; wall street; capitol hill; silicon valley; red square; tiananmen square;
buckingham palace; camp david; mar-a-lago; suez canal; panama canal; english channel; rose garden; persian gulf; gulf of mexico;
south china sea; black sea; red sea; dead sea; north sea; baltic sea; mediterranean sea; caspian sea; pacific ocean;
atlantic ocean; indian ocean; arctic ocean; rocky mountains; great lakes; lake victoria; mount everest; iron curtain; berlin wall;
nagorno-karabakh; british columbia; nova scotia; new south wales; guantánamo bay; guantanamo bay; three mile island; sri-lanka;
terrorism confinement center; north pole; south pole; trump tower; world trade center; statue of liberty; eiffel tower; holy land";

/// Organisations.
pub(in super::super) const ORGANISATIONS: &str = "
united nations; european union; african union; arab league; league of nations; world bank; world health organization;
world health organisation; world trade organization; international monetary fund; international criminal court;
international court of justice; security council; general assembly; european commission; european parliament;
european central bank; european court of human rights; european court of justice; council of europe; federal reserve;
supreme court; constitutional court; constitutional chamber; legislative assembly; national assembly; house of representatives;
house of commons; house of lords; u.s. congress; state department; justice department; defense department;
department of health and human services; department of housing and urban development; department of homeland security;
department of justice; department of defense; department of state; food and drug administration;
securities and exchange commission; centers for disease control and prevention; centers for disease control;
environmental protection agency; central intelligence agency; national security agency; federal bureau of investigation;
internal revenue service; social security administration; national security council; joint chiefs of staff; joint chiefs;
scotland yard; secret service; coast guard; national guard; red army; red cross; red crescent; salvation army; human rights watch;
amnesty international; doctors without borders; save the children; organization of american states; al qaeda; al-qaeda; al-qaida;
al shabaab; al-shabaab; al jazeera; boko haram; islamic state; muslim brotherhood; ku klux klan; black lives matter; tea party;
republican party; democratic party; green party; labour party; conservative party; communist party; socialist party;
new york times; washington post; wall street journal; los angeles times; financial times; daily mail; associated press; fox news;
usa today; new york post; general motors; general electric; ford motor company; american airlines; british airways; goldman sachs;
morgan stanley; jpmorgan chase; bank of america; wells fargo; lehman brothers; deutsche bank; credit suisse; johnson & johnson;
procter & gamble; at&t; standard & poor’s; moody’s; mcdonald’s; lloyd’s of london; macy’s; sotheby’s; coca-cola; rolls-royce;
mercedes-benz; hewlett-packard; planned parenthood; nuevas ideas; sinn féin; sinn fein; five star movement; médecins sans frontières;
nobel committee; royal society; national rifle association; teamsters; major league baseball; manchester united; real madrid;
peace corps; electoral college; united auto workers; american medical association; american bar association; revolutionary guards;
united airlines; white helmets; hells angels; proud boys; oath keepers; sinaloa cartel; g.o.p.; gop; attorney general’s office;
prime minister’s office; harvard university; pew research center; congressional budget office; government accountability office;
general accounting office; house judiciary committee; north atlantic treaty organization; north atlantic treaty organisation";

/// People whose names would not be told by their words.
pub(in super::super) const PEOPLE: &str = "
xi jinping; kim jong un; kim jong-un; kim jong il; mao zedong; deng xiaoping; aung san suu kyi; bin laden; osama bin laden;
saddam hussein; ban ki-moon; narendra modi; boutros boutros-ghali; che guevara; mother teresa; dalai lama; prophet muhammad;
jesus christ; ho chi minh; pol pot; idi amin; genghis khan; napoleon bonaparte; joan of arc";

/// Other things.
pub(in super::super) const OTHERS: &str = "
world war i; world war ii; first world war; second world war; world war one; world war two; cold war; civil war; vietnam war;
korean war; gulf war; great depression; great recession; new deal; green new deal; social security; bill of rights;
declaration of independence; constitution; magna carta; patriot act; affordable care act; civil rights act; voting rights act;
paris agreement; paris climate agreement; kyoto protocol; good friday agreement; treaty of versailles; geneva convention;
geneva conventions; head start; state of the union; super bowl; world cup; nobel prize; nobel peace prize; academy awards;
oscars; dow jones; new year; new year’s eve; new year’s day; star wars; medicare for all; build back better; roe v. wade;
roe v wade; temporary protected status; belt and road initiative; iran-contra; black friday; black death; big bang; third reich;
ottoman empire; roman empire; british empire; air force one; old testament; new testament; monroe doctrine; marshall plan;
renaissance; olympic games; labor day; independence day; memorial day; armistice day; d-day; 9/11; human genome project;
magnitsky act; no child left behind; trans-pacific partnership; pell grants; build the wall; first amendment; second amendment; fifth amendment; fourteenth amendment; industrial revolution;
french revolution; russian revolution; arab spring; prague spring; covid-19; dreamers; social contract; nord stream; patriot";
