//! What newspapers count: people, cases, votes, ships.

#[rustfmt::skip]
/// Plurals with their singular, sorted.
pub(super) const PLURALS: &[(&str, &str)] = &[
    ("adults", "adult"), ("aircraft", "aircraft"), ("ambulances", "ambulance"),
    ("animals", "animal"), ("applicants", "applicant"), ("arrests", "arrest"),
    ("artists", "artist"), ("athletes", "athlete"), ("attacks", "attack"), ("babies", "baby"),
    ("banks", "bank"), ("beds", "bed"), ("bills", "bill"), ("birds", "bird"), ("boats", "boat"),
    ("bodies", "body"), ("bombs", "bomb"), ("books", "book"), ("boys", "boy"),
    ("bridges", "bridge"), ("buildings", "building"), ("buses", "bus"), ("businesses", "business"),
    ("candidates", "candidate"), ("cars", "car"), ("cases", "case"), ("casualties", "casualty"),
    ("cats", "cat"), ("cattle", "cattle"), ("charges", "charge"), ("children", "child"),
    ("cities", "city"), ("citizens", "citizen"), ("civilians", "civilian"), ("claims", "claim"),
    ("classes", "class"), ("classrooms", "classroom"), ("clubs", "club"), ("companies", "company"),
    ("complaints", "complaint"), ("congressmen", "congressman"), ("constituencies", "constituency"),
    ("contracts", "contract"), ("copies", "copy"), ("countries", "country"), ("courts", "court"),
    ("crimes", "crime"), ("customers", "customer"), ("cyclists", "cyclist"), ("deaths", "death"),
    ("defendants", "defendant"), ("delegates", "delegate"), ("detainees", "detainee"),
    ("doctors", "doctor"), ("dogs", "dog"), ("donors", "donor"), ("doses", "dose"),
    ("drivers", "driver"), ("drones", "drone"), ("elections", "election"), ("emails", "email"),
    ("emissions", "emission"), ("employees", "employee"), ("employers", "employer"),
    ("events", "event"), ("families", "family"), ("fans", "fan"), ("farmers", "farmer"),
    ("farms", "farm"), ("fatalities", "fatality"), ("fighters", "fighter"),
    ("firefighters", "firefighter"), ("firms", "firm"), ("fish", "fish"),
    ("fishermen", "fisherman"), ("flats", "flat"), ("flights", "flight"), ("games", "game"),
    ("girls", "girl"), ("goals", "goal"), ("graduates", "graduate"), ("groups", "group"),
    ("guests", "guest"), ("gunmen", "gunman"), ("guns", "gun"), ("hackers", "hacker"),
    ("homes", "home"), ("homicides", "homicide"), ("horses", "horse"), ("hospitals", "hospital"),
    ("hostages", "hostage"), ("hotels", "hotel"), ("households", "household"), ("houses", "house"),
    ("immigrants", "immigrant"), ("infections", "infection"), ("injuries", "injury"),
    ("inmates", "inmate"), ("inspectors", "inspector"), ("investors", "investor"),
    ("islands", "island"), ("items", "item"), ("jobs", "job"), ("journalists", "journalist"),
    ("judges", "judge"), ("jurors", "juror"), ("killings", "killing"), ("languages", "language"),
    ("lawmakers", "lawmaker"), ("laws", "law"), ("lawsuits", "lawsuit"), ("lawyers", "lawyer"),
    ("letters", "letter"), ("lives", "life"), ("locations", "location"), ("losses", "loss"),
    ("matches", "match"), ("medals", "medal"), ("members", "member"), ("men", "man"),
    ("meps", "MEP"), ("messages", "message"), ("migrants", "migrant"), ("ministers", "minister"),
    ("missiles", "missile"), ("mosques", "mosque"), ("mps", "MP"), ("murders", "murder"),
    ("museums", "museum"), ("nations", "nation"), ("nurses", "nurse"), ("offences", "offence"),
    ("offenses", "offense"), ("officers", "officer"), ("offices", "office"),
    ("officials", "official"), ("organisations", "organisation"), ("organizations", "organization"),
    ("outlets", "outlet"), ("owners", "owner"), ("pages", "page"), ("parents", "parent"),
    ("participants", "participant"), ("parties", "party"), ("passengers", "passenger"),
    ("patients", "patient"), ("peers", "peer"), ("pensioners", "pensioner"), ("people", "person"),
    ("pilots", "pilot"), ("planes", "plane"), ("plants", "plant"), ("players", "player"),
    ("policemen", "policeman"), ("policewomen", "policewoman"), ("polls", "poll"),
    ("prisoners", "prisoner"), ("products", "product"), ("projects", "project"),
    ("protesters", "protester"), ("protestors", "protestor"), ("provinces", "province"),
    ("pupils", "pupil"), ("questions", "question"), ("recruits", "recruit"),
    ("refugees", "refugee"), ("regions", "region"), ("rescuers", "rescuer"),
    ("residents", "resident"), ("respondents", "respondent"), ("restaurants", "restaurant"),
    ("robberies", "robbery"), ("rockets", "rocket"), ("rounds", "round"), ("schools", "school"),
    ("scientists", "scientist"), ("seats", "seat"), ("senators", "senator"),
    ("sentences", "sentence"), ("shareholders", "shareholder"), ("shares", "share"),
    ("sharks", "shark"), ("sheep", "sheep"), ("ships", "ship"), ("shops", "shop"),
    ("shots", "shot"), ("soldiers", "soldier"), ("species", "species"), ("staff", "staff"),
    ("states", "state"), ("stations", "station"), ("stores", "store"), ("stories", "story"),
    ("students", "student"), ("subscribers", "subscriber"), ("supporters", "supporter"),
    ("survivors", "survivor"), ("suspects", "suspect"), ("tanks", "tank"),
    ("taxpayers", "taxpayer"), ("teachers", "teacher"), ("teams", "team"),
    ("teenagers", "teenager"), ("terms", "term"), ("tests", "test"), ("tickets", "ticket"),
    ("tourists", "tourist"), ("towns", "town"), ("trains", "train"), ("trees", "tree"),
    ("trips", "trip"), ("troops", "troop"), ("trucks", "truck"), ("tweets", "tweet"),
    ("universities", "university"), ("users", "user"), ("vaccines", "vaccine"),
    ("vehicles", "vehicle"), ("vessels", "vessel"), ("victims", "victim"), ("videos", "video"),
    ("villages", "village"), ("visas", "visa"), ("visitors", "visitor"),
    ("volunteers", "volunteer"), ("voters", "voter"), ("votes", "vote"), ("wards", "ward"),
    ("warships", "warship"), ("weddings", "wedding"), ("wins", "win"), ("witnesses", "witness"),
    ("women", "woman"), ("words", "word"), ("workers", "worker"), ("writers", "writer"),
];

#[rustfmt::skip]
/// Words that may stand between a number and what it counts: "500 Russian soldiers".
pub(super) const QUALITIES: &[&str] = &[
    "additional", "adult", "afghan", "african", "allied", "american", "armed", "asian",
    "australian", "black", "british", "canadian", "chinese", "christian", "civilian",
    "conservative", "deaf", "democratic", "different", "dutch", "eligible", "enemy", "european",
    "extra", "federal", "female", "foreign", "former", "french", "german", "indian", "innocent",
    "iranian", "iraqi", "irish", "israeli", "italian", "japanese", "jewish", "jobless", "labour",
    "local", "male", "mexican", "more", "muslim", "new", "north", "nuclear", "old", "older",
    "other", "palestinian", "police", "polish", "pregnant", "private", "public", "registered",
    "republican", "retired", "russian", "saudi", "scottish", "senior", "separate", "serbian",
    "south", "spanish", "swedish", "syrian", "turkish", "ukrainian", "unarmed", "undecided",
    "unemployed", "us", "western", "white", "wounded", "young", "younger",
];

/// The singular of what is counted; `one` allows a singular: "1 person".
pub(super) fn counted(word: &str, one: bool) -> Option<&'static str> {
    if let Ok(index) = PLURALS.binary_search_by(|entry| entry.0.cmp(word)) {
        return PLURALS.get(index).map(|entry| entry.1);
    }
    if !one {
        return None;
    }
    PLURALS
        .iter()
        .find(|entry| entry.1 == word)
        .map(|entry| entry.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted() {
        assert!(PLURALS.is_sorted_by_key(|entry| entry.0));
        assert!(QUALITIES.is_sorted());
    }
}
