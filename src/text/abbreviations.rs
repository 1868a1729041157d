//! Words at which the end of an English sentence is easily mistaken: full
//! stops that end none, and some that do against appearances.

/// Abbreviations that never end a sentence.
pub(super) const ALWAYS_GOES_ON: &[&str] = &[
    "Mr.", "Mrs.", "Ms.", "Dr.", "Prof.", "Gen.", "Gov.", "Sen.", "Rep.", "Lt.", "Col.", "Sgt.",
    "Capt.", "vs.", "v.", "approx.", "e.g.", "i.e.", "cf.",
];

/// Abbreviations after which a sentence goes on when a figure follows.
pub(super) const GOES_ON_BEFORE_FIGURE: &[&str] = &[
    "No.", "Nos.", "no.", "nos.", "Fig.", "Art.", "Sec.", "p.", "pp.", "Vol.", "vol.", "ca.", "c.",
];

/// Words that the crate takes for the abbreviation of a month or a rank.
pub(super) const NO_ABBREVIATION: &[&str] =
    &["May.", "March.", "June.", "July.", "April.", "August."];

/// What “the U.S.” owns: a capital after it that goes on with the sentence.
pub(super) const AMERICAN: &[&str] = &[
    "Congress",
    "Senate",
    "House",
    "Supreme",
    "Army",
    "Navy",
    "Air",
    "Marine",
    "Coast",
    "Capitol",
    "President",
    "Secretary",
    "Department",
    "Embassy",
    "Treasury",
    "Constitution",
    "Customs",
    "Border",
    "Immigration",
    "Federal",
    "Attorney",
    "Ambassador",
    "Bank",
    "Steel",
    "Census",
    "Postal",
    "Open",
    "Representative",
    "Senator",
];
