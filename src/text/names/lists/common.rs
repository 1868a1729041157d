//! Words that are no names though a capital may begin them: what sentences
//! begin with, months, weekdays, and common nouns, verbs and adjectives.

/// Months and weekdays.
pub(in super::super) const CALENDAR: &str = "
january february march april june july august september october november december monday tuesday wednesday thursday friday
saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays jan feb mar apr jun jul aug sept oct nov dec
mon tue tues wed thu thurs fri spring winter";

/// Words of every kind that begin sentences.
pub(in super::super) const STARTERS: &str = "
a about above accordingly across actually additionally admittedly after afterwards again against ago ah ahead alas all almost
along alongside already also alternatively although altogether always am amid amidst among an and another any anybody anyone
anything anyway anywhere apart apparently are around as aside asked at away back basically because before behind being below
beneath beside besides better between beyond both briefly but by can cannot certainly clearly come consequently considering
contrary conversely could crucially currently despite did do does doing done down due during each earlier early either else
elsewhere especially even eventually ever every everybody everyone everything everywhere evidently except exactly extra fairly
far few fewer finally first firstly following for formerly fortunately from further furthermore generally get give given go
going gone good got had half happily hardly has have having he hence her here hers herself hi him himself his historically
hopefully how however i if importantly in including increasingly indeed initially inside instead interestingly into ironically
is it its itself just largely last lastly late lately later least less lest let like likely likewise little long lots made
mainly make many may maybe me meanwhile might mine moreover more most mostly much must my myself naturally near nearby nearly
neither never nevertheless next no nobody none nonetheless nor not nothing notably now nowadays nowhere obviously occasionally
of off often oh okay on once one only onto or originally other others otherwise our ours ourselves out outside over overall own
part particularly perhaps please plus possibly previously primarily probably put quite rarely rather reading really recently
regardless relatively repeatedly reportedly right roughly sadly said same say saying says second secondly see seemingly seldom
several shall she should shortly similarly simply since so some somebody somehow someone something sometimes somewhere soon
specifically still strictly subsequently such suddenly sure surely take taken takes than thanks that the their theirs them
themselves then there thereafter thereby therefore these they thing things third this those though through throughout thus till
to today together tomorrow tonight too top toward towards tried true truly try turn twice ultimately under understandably
undoubtedly unfortunately unless unlike until up upon us use used usually various versus very via was we well went were what
whatever when whenever where whereas wherever whether which whichever while whilst who whoever whom whose why widely will with
within without worse would yes yesterday yet you your yours yourself eight eighteen eighty eleven fifteen fifty five forty four
fourteen hundred hundreds million millions billion billions nine nineteen ninety seven seventeen seventy six sixteen sixty ten
thirteen thirty thousand thousands three twelve twenty two dozens zero ladies gentlemen dear sir hello welcome wow
there's it's that's don't can't i'm we're they're ok allegedly whoever wherever somewhat nor amen hear correct absolutely";

/// Nouns, verbs and adjectives that begin sentences and headlines.
pub(in super::super) const WORDS: &str = "
abortion abuse access accountability action activists actor adults advocates age agents agreement aid air aircraft airlines alcohol
allies analysis analysts anger anti applause applications approval archaeologists area armed arms army arrests art article articles
assistance astronomers asylum attacks attorney attorneys audience authorities authors average backers bad ban bank banks beds beer
beginning big bills birds birth black blood blue boat boats bodies bond bonds book books border both boys brain bread bridge
british brothers budget builders building buildings bus buses business businesses butter buyers call calls campaign campaigners
cancer candidates capital car cars carbon case cases cash catch cattle census central centre century change changes charges
chart cheap check chief child children church cities citizens city civil claims class classes clean clear climate clinics close
clothes coal coast coffee cold commercial communities community companies company competition computers concerns conditions
confidence congestion conservation conservationists construction consumers control cooking copies corn corruption cost costs council
countries country couples court courts cows credit crew crews crime crimes criminals crisis critic critics crops crowd crowds
crucial culture customers damage danger data daughter day days dead deal deaths debate debt decades defenders defence defense
delays delegates demand demands democracy demonstrators dental deportation deportations deputies detainees details development
different digital diplomats direct disaster discover disease divers doctors dogs dollar donors door doubts dozen drawing
drinking driver drivers drought drug drugs dust earth economic economics economists economy editors education eggs elderly
election elections electric electricity emergency emissions employees employers employment energy enforcement engineers enough
entry environment environmental equal equipment evening events evidence examples exports export experts explosions eyes
facing factories fact facts failure fair faith fake families family fans farm farmers farms fashion fast fears federal figures
films finance financial find fines fire firefighters fires firms fish fishermen flag flights flood floods flour flu food footage
football forces foreign foreigners forest forests former fossil founded founders freedom fresh friend friends fruit fuel full fun
funding funds future gain game games gang gangs gas gasoline gay general girls global gold government governments grain grants
great ground group groups growth guards guests gun guns hair hands hard headlines health healthcare heat heavy help high higher
highways history hold holidays home homeless homeowners homes homicide homicides hospital hospitals hot hotels hours house
households houses housing human humanitarian humans hundreds hunger ice ideas images immigrants immigration imports income
independence independent individual individuals industrial industries industry infant inflation information infrastructure
inmates innovation inspectors insurance insurers intelligence interest international interviews investigators investment investors
iron islands issue job jobs journalists judge judges judicial jurors jury justice keep key kids killing killings knowledge labor
labour lack land language large larger law lawmakers laws lawsuit lawyers leaders leadership learn leave left legal legislation
legislators letters level liberal liberty life light lines listen live lives living loans lobbyists local longtime look losses
love low lower luck lunch machines magazines main major male management manufacturers manufacturing map maps marijuana market
markets marriage mass mayors meals measures meat media medical medicine medicines meetings members men mental merchants methods
middle migrants migration military milk miners minimum ministers minor minority modern money monthly months more morning mortality
mothers motorists mountains movement murder murders museums music names nation national nationwide nations native natural nature
negotiations negotiators neighborhoods neighbors neighbours network new news newspapers night nights noise nuclear numbers nurses
observers ocean officers official officials oil old older open opinion opponents opposition options orders ordinary organisations
organised organisers organizations organizers oxygen owners pages panel paper parents parliament participants parties partners
party passengers past patients pay payments peace pensions people per perfect permanent personal petrol pets phone photos
physicians physics picture pictures pilots plans planes plants plastic play players pledges point points police policies policy
policymakers political politicians politics poll polling polls pollution poor population ports positive possible poverty power
praise pressure previous price prices primary prison prisoners prisons private pro problems process production products
profits progress promises proof property proponents prosecutors protection protesters protests prospects psychologists public
publishers pupils quality questions race racial radiation radio rail rain rates read readers real rebels recent record records
recovery red reform reforms refugees regional regions regulators relations relatives relief religion religious remember rent rents
reporters reports representatives republicans rescue rescuers research researchers residents resources restaurants results retail
retailers retirement revenue rice rights rising risk rival rivals river rivers road roads room rough royal rules rumours rumors
rural safety salaries sales salt sand sanctions satellite savings scholars school schools science scientists sea secret security
senior sentences sex shares shells ships shops shortages short signs silver simple single small smoke snow social society soldiers
solar son sources southern space spending spokesman sport sports staff standard star start statements statistics
steel stocks stone stop stories storm storms story streets strikes strong student students studies study subscribe subscribers
success sugar suicide summer supplies supply support supporters surgeons survey surveys survivors suspects table tactics talks tariff
tariffs tax taxes taxpayers tea teachers team teams tech technology teenagers temperatures tenants tensions terror terrorism
terrorists testing tests thieves think time times tobacco torture total tough tourism tourists towns trade traders traffic trains
transparency transport travel travellers treasury treatment trees trials tribal tribes troops trucks trust truth turnout tv
unemployment unions united universities university unrest urban vaccines value veterans victims video videos views villages
villagers violence violent visitors voters votes voting wages wait walls war wars warm waste watch water waves weapons weather
week weeks welfare wheat wide wildlife wind wine witnesses women wood words work workers working world worried writers wrong
year years young youth
agenda aims backs balance bans bargain become becomes began begin begins biggest bill blocks boost bring brings cabinet chaos
collapse comes common complete conclusion contents cook core course cuts deadly delicate delves explains faces fails fall falls
fight focus follow found free gets gives goes growing guide handshake hits impact implications inner key kill kills lead leads
loses loss makes meaning means meet meets meeting mind must nationwide north south east west northern eastern western offer
pact partnership path plan plot position push raises reveals rise role rule saves seek seeks sends set shared shift shows side
sign signs slams speech stage stance strategic strategy strongman style sues table talk tells tension threat ties topic trial
tried unveils versus visit visits vote voter vows wants warns ways weekend win wins within worst age administration prize popular
playing conversation friendship changed against navigating reimagining challenges concerns cooperation relationship influence
uncertain lasting legacy society related contents section introduction overview summary background results methods discussion
appendix chapter figure photo credit share print email advertisement sponsored newsletter comment comments tags topics read
laughter crosstalk moderator question answer applause mr mrs internet website web bible god heaven hell lord mom dad mum
daddy grandma folks america's-favorite iq amendment congressional presidential constitutional medicare-style moms dads veteran
enact elect cut tell ask imagine compare contrast note notice recall vote vice president senator governor chairman secretary
attack attacked born based built called caught compared concerned convinced determined driven elected faced forced frustrated
inspired known left locked named offered paid raised seen sent shown signed sold surrounded told unveiled written yours
unable aware thanks sorry soon glad happy tired bigger cheaper faster fewest highest largest longest lowest richer richest
communism capitalism socialism presidency administrations affirmative allegiance pledge holiness highness majesty
excellency honor honour bench teach thank smallest smaller stronger weaker whole entire nine-year single-family multiple numerous countless certain specific similar
typical usual unusual rare strange brave careful quick quiet loud serious severe sharp steep sudden tiny vast vital weak wealthy
rich dark bright double triple extreme massive huge tall aging ageing sunny cloudy rainy snowy windy";
