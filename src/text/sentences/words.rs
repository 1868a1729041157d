//! Words by what a full stop after them means. The lists are those of news
//! prose in English and the larger languages of Europe; a word that stands in
//! none is judged by its shape.

use super::languages::{BEFORE_NUMBER_IN_RUSSIAN, GOES_ON_IN_OTHER_SCRIPTS};

/// What a full stop after an abbreviation means for the sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// A name or the rest of a phrase follows: the sentence goes on.
    GoesOn,
    /// The sentence goes on where a number follows, else it is a word like
    /// others.
    BeforeNumber,
    /// Whether the sentence ends with it, the next word tells.
    CanEnd,
}

/// Titles before a name, and words that join two parts of a phrase.
const GOES_ON: &[&str] = &[
    "Adm", "Amb", "Brig", "Capt", "Cdr", "Cmdr", "Col", "Cpl", "Dr", "Fr", "Gen", "Gov", "Hon",
    "Lt", "Maj", "Messrs", "Mlle", "Mme", "Mr", "Mrs", "Ms", "Msgr", "Mt", "Mx", "Pfc", "Pres",
    "Prof", "Pvt", "Rep", "Reps", "Rev", "Sen", "Sens", "Sgt", "Ssgt", "Supt", "dr", "mr", "mrs",
    "ms", "prof", // English
    "Dra", "Sra", "Srta", "Dña", "Ing", "Lic", "Dipl", "Hr", "Dott", "dott", "sig", "avv", "dra",
    "sra", "srta", "Avv", "Sig", "Dhr", "Mevr", "vs", "v", "cf", "eg", "ie", "e.g", "i.e", "viz",
    "approx", "incl", "esp", "resp", "E.g", "I.e", "P.S", "PS", "bzw", "z.B", "d.h", "u.a", "vgl",
    "ggf", "evtl", "sog", "p.ex", "d.w.z", "bijv", "t.ex", "bl.a", "f.eks", "m.in", "np", "p.ej",
    "dhr", "mevr", "drs", "ing", "Exmo", "Exma", "Gral", "aprox", "excl", "exkl", "inkl", "insb",
    "depto", "dpto", "capt", "gov", "sen", "sgt",
];

/// Words that number what follows.
const BEFORE_NUMBER: &[&str] = &[
    "No", "Nos", "no", "nos", "Nr", "nr", "N°", "n°", "Nº", "nº", "Núm", "núm", "Art", "Arts",
    "art", "arts", "Sec", "sec", "Sect", "Fig", "Figs", "fig", "figs", "p", "P", "pp", "pg", "pág",
    "Vol", "Vols", "vol", "Ch", "ch", "Chap", "chap", "para", "paras", "Eq", "ver", "ca", "c", "l",
    "ll", "Cap", "cap", "Abs", "Bd", "Op", "op", "Ex", "Tab", "Ref", "ref", "App", "Pl", "§",
    "tel", "Tel", "ext", "Ext", "Ps", "Q", "pag", "pagg", "págs", "blz",
];

/// Names of companies, places, months and measures, and words that end a
/// list.
const CAN_END: &[&str] = &[
    "Inc", "Ltd", "Co", "co", "Corp", "Bros", "Jr", "Sr", "Esq", "Assn", "Assoc", "Dept", "dept",
    "Univ", "Govt", "govt", "Cie", "Mfg", "Intl", "Natl", "Cos", "Hosp", "Inst", "Ave", "Blvd",
    "Rd", "St", "st", "Ste", "Hwy", "Pkwy", "Ln", "Sq", "Apt", "Bldg", "Rte", "Str", "Av", "Avda",
    "Cal", "Calif", "Fla", "Ga", "Ill", "Kan", "Ky", "La", "Mass", "Md", "Mich", "Minn", "Miss",
    "Mo", "Neb", "Nev", "Okla", "Ore", "Pa", "Tenn", "Tex", "Va", "Vt", "Wash", "Wis", "Wyo",
    "Ala", "Ariz", "Ark", "Colo", "Conn", "Del", "Ont", "Que", "Jan", "Feb", "Mar", "Apr", "Jun",
    "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", "Mon", "Tue", "Tues", "Wed", "Thu", "Thur",
    "Thurs", "Fri", "etc", "al", "ibid", "Ibid", "usw", "usf", "hr", "hrs", "mins", "ft", "lb",
    "lbs", "oz", "kg", "km", "cm", "mm", "yd", "yds", "mph", "avg", "misc", "Mio", "Mrd", "mio",
    "mrd", "Tsd", "Chr", "ed", "eds", "Eds", "Ed", "trans", "Ph.D", "M.D", "B.A", "M.A", "D.D.S",
    "min", "max", "assoc", "ave", "blvd", "corp", "inc", "ltd", "univ",
];

/// Words that begin a sentence far more often than they stand with a capital
/// inside one.
const STARTERS: &[&str] = &[
    "A",
    "About",
    "According",
    "After",
    "Afterwards",
    "Again",
    "All",
    "Also",
    "Although",
    "Among",
    "An",
    "And",
    "Another",
    "Any",
    "Anyone",
    "Are",
    "As",
    "At",
    "Because",
    "Before",
    "Both",
    "But",
    "By",
    "Can",
    "Could",
    "Critics",
    "Currently",
    "Despite",
    "Did",
    "Do",
    "Does",
    "During",
    "Each",
    "Earlier",
    "Either",
    "Even",
    "Every",
    "Everyone",
    "Experts",
    "Few",
    "Finally",
    "First",
    "For",
    "Further",
    "From",
    "Had",
    "Has",
    "Have",
    "He",
    "Her",
    "Here",
    "His",
    "How",
    "However",
    "I",
    "I'd",
    "I'll",
    "I'm",
    "I've",
    "I’d",
    "I’ll",
    "I’m",
    "I’ve",
    "If",
    "In",
    "Indeed",
    "Instead",
    "Is",
    "It",
    "It's",
    "It’s",
    "Its",
    "Just",
    "Last",
    "Later",
    "Let",
    "Let's",
    "Let’s",
    "Like",
    "Many",
    "Maybe",
    "Meanwhile",
    "More",
    "Moreover",
    "Most",
    "Much",
    "My",
    "Neither",
    "Never",
    "Next",
    "No",
    "Nobody",
    "None",
    "Nor",
    "Not",
    "Nothing",
    "Now",
    "Of",
    "Officials",
    "On",
    "Once",
    "One",
    "Only",
    "Or",
    "Other",
    "Others",
    "Our",
    "Over",
    "People",
    "Perhaps",
    "Please",
    "Residents",
    "See",
    "She",
    "She's",
    "She’s",
    "Should",
    "Similarly",
    "Since",
    "So",
    "Some",
    "Someone",
    "Still",
    "Such",
    "Thank",
    "That",
    "That's",
    "That’s",
    "The",
    "Their",
    "Then",
    "There",
    "There's",
    "There’s",
    "Therefore",
    "These",
    "They",
    "This",
    "Those",
    "Though",
    "Through",
    "Thus",
    "To",
    "Today",
    "Together",
    "Under",
    "Unlike",
    "Until",
    "Was",
    "We",
    "We're",
    "We’re",
    "Were",
    "What",
    "When",
    "Whenever",
    "Where",
    "Whether",
    "Which",
    "While",
    "Who",
    "Why",
    "Will",
    "With",
    "Without",
    "Would",
    "Yes",
    "Yesterday",
    "Yet",
    "You",
    "You're",
    "You’re",
    "Your",
];

/// What a full stop after `word` means, or `None` when it is no abbreviation
/// that is known.
pub(super) fn abbreviation(word: &str) -> Option<Abbreviation> {
    let cried = word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    let said = if cried {
        capitalised(word)
    } else {
        word.to_owned()
    };
    let listed = |list: &[&str]| list.contains(&word) || list.contains(&said.as_str());
    if listed(GOES_ON) || listed(GOES_ON_IN_OTHER_SCRIPTS) {
        Some(Abbreviation::GoesOn)
    } else if listed(BEFORE_NUMBER) || listed(BEFORE_NUMBER_IN_RUSSIAN) {
        Some(Abbreviation::BeforeNumber)
    } else if listed(CAN_END) || is_short_of_vowels(word) {
        Some(Abbreviation::CanEnd)
    } else {
        None
    }
}

/// `GEN` as `Gen`.
fn capitalised(word: &str) -> String {
    let (first, rest) = word.split_at(1);
    format!("{first}{}", rest.to_ascii_lowercase())
}

/// Whether a word looks cut short: two to four letters, a vowel in none. “Hmm”
/// is no word that was longer.
fn is_short_of_vowels(word: &str) -> bool {
    (2..=4).contains(&word.len())
        && word.starts_with(|c: char| c.is_ascii_uppercase())
        && word[1..].bytes().all(|byte| byte.is_ascii_lowercase())
        && !word[1..].bytes().all(|byte| matches!(byte, b'h' | b'm'))
        && !word
            .to_ascii_lowercase()
            .contains(['a', 'e', 'i', 'o', 'u', 'y'])
}

pub(super) fn is_starter(word: &str) -> bool {
    STARTERS.contains(&word)
}

/// What a caption begins with, before its number.
const LABELS: &[&str] = &[
    "Box", "Chapter", "Chart", "Exhibit", "Figure", "Map", "Part", "Photo", "Section", "Step",
    "Table",
];

pub(super) fn is_label(word: &str) -> bool {
    LABELS.contains(&word)
}

/// Words that begin a sentence where a writer sets no capitals, and that no
/// phrase goes on with behind an abbreviation.
const SMALL_STARTERS: &[&str] = &[
    "he", "he's", "i", "i'd", "i'll", "i'm", "i've", "it", "it's", "its", "ive", "lol", "maybe",
    "please", "she", "she's", "thanks", "there", "they", "they're", "this", "we", "we're", "you",
    "you're",
];

pub(super) fn is_small_starter(word: &str) -> bool {
    SMALL_STARTERS.contains(&word)
}

/// Whether a word closes a list, so that a capital behind it begins a sentence.
pub(super) fn ends_a_list(word: &str) -> bool {
    word == "etc"
}

/// What a state owns: after “the U.S.” one of these goes on with its name.
pub(super) fn is_of_a_state(word: &str) -> bool {
    const OWNED: &[&str] = &[
        "Air",
        "Ambassador",
        "Army",
        "Attorney",
        "Bank",
        "Border",
        "Capitol",
        "Census",
        "Coast",
        "Congress",
        "Constitution",
        "Customs",
        "Department",
        "Embassy",
        "Federal",
        "Government",
        "House",
        "Immigration",
        "Marine",
        "Navy",
        "Open",
        "Postal",
        "President",
        "Representative",
        "Secretary",
        "Senate",
        "Senator",
        "Steel",
        "Supreme",
        "Treasury",
    ];
    OWNED.contains(&word)
}
