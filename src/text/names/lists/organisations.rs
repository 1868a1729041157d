//! Words that go with organisations, and those that end the name of a law, a
//! war or a prize.

/// Words that end the name of an organisation: "Lindenau Savings Bank".
pub(in super::super) const ORGANISATION_ENDS: &str = "
academy administration agency airlines airways alliance assembly association associates authority bank board brewery broadcasting
brothers bureau cabinet capital center centre chamber church club coalition college commission committee company conference
confederation congress consortium consulting cooperative corp corporation council court courts department directorate
enterprises exchange executive faculty federation force forces foundation front fund gallery gazette government
group guard herald holdings hospital house inc incorporated industries initiative institute institution insurance
international investments journal junta laboratories laboratory league legion library limited llc llp ltd magazine media
ministry militia motors movement museum navy network news newspaper office orchestra organisation organization panel parliament
partners party pharmaceuticals police post press railway railways records reserve school schools secretariat senate service
services society stores studio studios subcommittee syndicate systems task technologies telegraph theater theatre times tribune
tribunal trust union university ventures watch workers works army brigade battalion regiment corps division patrol airlines
co gmbh plc ag sa nv spa caucus cartel mafia brotherhood jihad inquirer observer guardian monitor registry observatory
commonwealth organizing underground";

/// Words that an organisation, or another thing, is named with "of" behind:
/// "Bank of England", "Declaration of Independence".
pub(in super::super) const OF_BEGINS: &str = "
academy agency alliance archdiocese army assembly association bank bar board bureau cabinet center centre chamber church club
coalition college commission committee community company confederation conference congress council court courts department dept
diocese directorate directors faculty federation friends guild hall house institute institution institutes knights league library
ministry movement museum national office order organisation organization panel parliament party school secretariat senate
society sons daughters tribunal union university federal rights center
bay cape city coast commonwealth duchy emirate empire gulf isle isles ivory kingdom lake mount port province region republic
sea state states strait straits territory town islands
act articles battle bill book charter code convention day declaration fall feast festival house peace siege statue state
temple tower treaty tomb voice war week wall";

/// Words that a name goes on behind with "for": "Centre for Economic Policy".
pub(in super::super) const FOR_BEGINS: &str = "
academy agency alliance association bureau campaign center centre centers coalition college commission committee council court
department foundation fund institute ministry movement network office organisation organization party program programme school
society trust union vote students mothers doctors lawyers physicians americans citizens high";

/// Words that a name goes on behind with "on": "Committee on Finance".
pub(in super::super) const ON_BEGINS: &str = "
committee subcommittee commission council convention treaty panel center centre conference summit";

/// Words that end the name of a law, a war, a prize or an event.
pub(in super::super) const OTHER_ENDS: &str = "
accord accords act agreement amendment award awards bible bill bowl championship championships charter code constitution
convention covenant cup crisis day declaration deal decree doctrine festival fair games genocide holocaust initiative law
laws marathon massacre medal memorandum olympics open pact plan prize program programme project protocol reformation report
resolution revolution rule scandal series show statute summit treaty trial trophy uprising war wars week affair curtain dream
status virus bomb strategy era age";

/// Words that take a number into the name: "Title 42".
pub(in super::super) const NUMBERED: &str = "
title section article proposition prop amendment chapter barrio apollo highway interstate route resolution formula boeing airbus
iphone windows channel flight war act soyuz pier gemini fortune catch group protocol directive measure bowl";

/// Organisations, firms and papers of one word.
pub(in super::super) const ORGANISATIONS: &str = "
nato ms-13 fmln unesco unicef opec interpol europol congress senate parliament pentagon kremlin bundestag bundesrat bundeswehr
bundesbank knesset duma reuters bloomberg cnn bbc nbc abc cbs fox msnbc npr pbs politico axios politifact snopes cristosal
google microsoft apple amazon facebook twitter meta tesla spacex openai nvidia intel ibm boeing airbus lockheed raytheon
volkswagen bmw daimler siemens toyota honda sony samsung huawei tiktok youtube netflix disney walmart exxonmobil exxon chevron
shell bp gazprom rosneft pfizer moderna astrazeneca biontech bayer novartis nestle nestlé enron citigroup goldman hsbc ubs
barclays lehman uber airbnb wikipedia wikileaks greenpeace oxfam amnesty frontex eurostat isis isil daesh hamas hezbollah
taliban fatah likud solidarity syriza podemos vox fidesz mossad gestapo nasa caltech stanford harvard yale princeton mit
westminster whitehall fifa uefa nba nfl arena cecot ice fema treasury instagram whatsapp telegram halliburton qaeda qaida shabaab nusra ";

/// Names of one word that are neither of people nor of places nor bodies.
pub(in super::super) const OTHERS: &str = "
medicare medicaid obamacare brexit covid ebola holocaust ramadan christmas easter thanksgiving hanukkah halloween bitcoin ethereum
internet iphone android windows olympics watergate glasnost perestroika bible quran qur’an torah talmud koran chatgpt
novichok sputnik viagra zika kwanzaa diwali benghazi nasdaq ftse roe mein";

/// Capitals that name nothing.
pub(in super::super) const NO_ACRONYMS: &str = "
tv am pm ok id ids dna rna ceo ceos cfo coo gdp gnp hiv aids dvd cd pdf ai ufo ufos iq vat faq gps pc pcs it suv suvs atm atms vip
vips ngo ngos mp mps mep meps phd md ba ma mba dj diy eta rip usd eur gbp url html http https www sms sim usb led lgbt lgbtq lgbtqi
cv hr pr pow pows mri icu ivf pin ad bc bce ce est gmt utc cet edt pst ii iii iv vi vii viii ix xi xii xiii xiv xv tba rsvp asap
icbm icbms wmd ied ieds er uv tnt roi ipo ipos etf ev evs sat q a b c d x y z jr sr co2 n no ps re fyi btw lol omg ppe pcr
cpi ph emt emts ap";
