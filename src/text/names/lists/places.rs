//! Words that go with places: countries, states, cities, and what rivers,
//! streets and mountains are called.

/// Countries, states, regions and cities of one word.
pub(in super::super) const PLACES: &str = "
afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan bahamas bahrain bangladesh barbados
belarus belgium belize benin bhutan bolivia botswana brazil brunei bulgaria burundi cambodia cameroon canada chad chile china
colombia comoros congo croatia cuba cyprus czechia denmark djibouti dominica ecuador egypt eritrea estonia eswatini ethiopia
fiji finland france gabon gambia georgia germany ghana greece grenada guatemala guinea guyana haiti honduras hungary iceland
india indonesia iran iraq ireland israel italy jamaica japan jordan kazakhstan kenya kiribati kosovo kuwait kyrgyzstan laos
latvia lebanon lesotho liberia libya liechtenstein lithuania luxembourg madagascar malawi malaysia maldives mali malta
mauritania mauritius mexico micronesia moldova monaco mongolia montenegro morocco mozambique myanmar burma namibia nauru nepal
netherlands nicaragua niger nigeria norway oman pakistan palau palestine panama paraguay peru philippines poland portugal qatar
romania russia rwanda samoa senegal serbia seychelles singapore slovakia slovenia somalia spain sudan suriname sweden
switzerland syria taiwan tajikistan tanzania thailand togo tonga tunisia turkey türkiye turkmenistan tuvalu uganda ukraine
uruguay uzbekistan vanuatu venezuela vietnam yemen zambia zimbabwe britain england scotland wales ulster yugoslavia
czechoslovakia prussia persia rhodesia siberia tibet xinjiang crimea donbas chechnya kurdistan kashmir punjab catalonia
bavaria saxony tuscany sicily sardinia normandy brittany provence flanders wallonia galicia andalusia
alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana iowa kansas
kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma
oregon pennsylvania tennessee texas utah vermont virginia wisconsin wyoming ontario quebec québec alberta manitoba
saskatchewan queensland tasmania victoria
africa asia europe america oceania antarctica eurasia scandinavia balkans caribbean mediterranean atlantic pacific arctic
baltic adriatic sahara sahel himalayas alps andes pyrenees amazon danube rhine nile mekong volga thames seine ganges potomac
bosnia herzegovina gaza korea midwest mideast sinai indochina formosa darfur raqqa
amsterdam ankara athens auckland baghdad bangkok barcelona basel beijing beirut belgrade berlin bern birmingham bogota bogotá
bombay bonn bordeaux boston brasilia brasília bratislava brisbane bristol brussels bucharest budapest cairo calcutta canberra
caracas casablanca chennai chicago cleveland cologne copenhagen dakar dallas damascus delhi denver detroit dhaka doha donetsk
dresden dubai dublin durban düsseldorf edinburgh florence frankfurt geneva genoa glasgow grozny guadalajara hamburg
hanoi harare havana helsinki hiroshima houston hyderabad islamabad istanbul jakarta jeddah jerusalem johannesburg kabul kampala
kandahar karachi kathmandu kharkiv kherson khartoum kiev kyiv kinshasa kolkata krakow kraków lagos lahore leipzig lima lisbon
liverpool ljubljana london luhansk lviv lyon madrid managua manchester manhattan brooklyn manila mariupol marseille mecca medina
melbourne memphis miami milan milwaukee minneapolis minsk mogadishu montevideo montreal montréal moscow mosul mumbai munich
nagasaki nairobi naples nashville odesa odessa osaka oslo ottawa oxford palermo paris perth philadelphia phoenix pittsburgh
prague pretoria pyongyang quito rabat rafah ramallah reykjavik riga riyadh rome rotterdam salzburg santiago sarajevo seattle
seoul seville shanghai shenzhen sofia stockholm strasbourg stuttgart sydney taipei tallinn tbilisi tegucigalpa tehran tijuana
tokyo toronto tripoli tunis turin valencia vancouver venice vienna vilnius warsaw washington wellington wuhan yerevan zagreb
zurich zürich aleppo idlib austin atlanta baltimore charlottesville guantanamo guantánamo hollywood harlem davos waterloo
chernobyl fukushima auschwitz cambridge tegucigalpa soyapango tecoluca orlando";

/// Words that end the name of a place: "Danube River", "Baker Street".
pub(in super::super) const PLACE_ENDS: &str = "
river street road avenue boulevard lane drive highway bridge square plaza park island islands peninsula mountain mountains hills
valley lake sea ocean bay gulf strait channel canal harbor harbour beach coast county province prefecture district borough
parish city town village heights forest desert falls creek delta basin ridge springs airport station prison jail cathedral
castle palace territory territories region peak glacier reef cape dam pass rd ave blvd tower mosque cemetery terminal
penitentiary stadium arena zone gap state memorial monument cemetery";

/// Words that begin the name of a place: "Mount Fuji", "Lake Como".
pub(in super::super) const PLACE_BEGINS: &str = "
mount mt lake cape fort ft port gulf isle isles strait straits bay san santa são sao st ste saint el los las rio río new north
south east west northern southern eastern western upper lower central puerto santo villa ciudad monte camp la le sierra";

/// Words before which a name is that of a place: "in Lindenau".
pub(in super::super) const PLACE_BEFORE: &str =
    "in near outside around toward towards throughout across";

/// Words for those who belong to a people, a faith or a party, as adjective
/// or noun. Alone they name nothing: "Salvadoran", "Democrats".
pub(in super::super) const BELONGING_TO: &str = "
afghan african albanian algerian american americans angolan arab arabian arabic argentine argentinian armenian asian australian
austrian azerbaijani bahraini bangladeshi basque belarusian belgian bolivian bosnian brazilian british briton britons bulgarian
burmese cambodian cameroonian canadian catalan caucasian chechen chilean chinese colombian congolese costa-rican croatian
croat cuban cypriot czech dane danes danish dominican dutch ecuadorian egyptian emirati english eritrean estonian ethiopian
european filipino finn finnish finns flemish french frenchman gambian georgian german ghanaian greek guatemalan guyanese haitian
hispanic hispanics latino latinos latina latinas latinx honduran hungarian icelandic indian indonesian iranian iraqi irish
irishman israeli italian ivorian jamaican japanese jordanian kazakh kenyan korean kosovar kurd kurds kurdish kuwaiti kyrgyz
laotian latin latvian lebanese liberian libyan lithuanian macedonian malawian malaysian maltese mauritanian mayan mexican
moldovan mongolian montenegrin moroccan mozambican namibian nepalese nepali nicaraguan nigerian nordic norwegian omani ottoman
pakistani palestinian panamanian paraguayan persian peruvian pole poles polish portuguese puerto-rican qatari rohingya roma romanian
russian rwandan salvadoran salvadorean salvadorian saudi saudis scandinavian scot scots scottish senegalese serb serbs serbian
singaporean slav slavic slovak slovene slovenian somali soviet soviets spaniard spaniards spanish sri-lankan sudanese swede
swedes swedish swiss syrian tajik tamil taiwanese tanzanian texan texans thai tibetan tunisian turk turks turkish turkmen
ugandan ukrainian uruguayan uzbek venezuelan vietnamese welsh western eastern westerners yemeni zambian zimbabwean californian
californians floridians londoner londoners parisian viennese berliners
catholic catholics christian christians protestant protestants evangelical evangelicals orthodox anglican anglicans lutheran
methodist baptist mormon mormons muslim muslims islamic islamist islamists sunni sunnis shia shiite shiites jew jews jewish
hindu hindus sikh sikhs buddhist buddhists jesuit judeo islam christianity judaism hinduism buddhism catholicism
democrat democrats democratic republican republicans labour tory tories liberal liberals conservative conservatives communist
communists socialist socialists marxist marxists nazi nazis fascist fascists green greens libertarian libertarians independent
chavista peronist zionist zionists bolshevik bolsheviks keynesian victorian elizabethan darwinian anglo sino afro indo franco euro
native indigenous black blacks white whites trans";

/// Nouns that a place is named with "of" behind: "mayor of Lindenau".
pub(in super::super) const OF_PLACE: &str = "
mayor city cities town village residents people capital outskirts streets port province region north south east west governor
suburb suburbs inhabitants citizens island coast parts centre president district districts";
