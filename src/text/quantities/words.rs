//! The words that numbers are written with, each with what it is worth and
//! how it joins with others.
//!
//! Most words of a text are none of these, so the first two letters lead to a
//! short list.

/// How a word joins with those before it: "twenty" takes a digit, "hundred"
/// counts what stands before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Size {
    /// 0 to 9.
    Digit,
    /// 10 to 19.
    Teen,
    /// 20, 30 … 90.
    Tens,
    /// 12.
    Dozen,
    /// 100.
    Hundred,
    /// 1,000 and its like.
    Scale,
}

/// What a word does with its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// It counts: "three", "hundred".
    Cardinal,
    /// It gives a place in an order, or a part: "third".
    Ordinal,
    /// It counts without end: "hundreds".
    Plural,
    /// It counts parts: "thirds".
    Parts,
}

/// A word of a number.
#[derive(Debug, Clone, Copy)]
pub(super) struct NumberWord {
    /// What it is worth.
    pub(super) value: f64,
    /// How it joins.
    pub(super) size: Size,
    /// What it does.
    pub(super) form: Form,
}

type Entry = (&'static str, f64, Size, Form);

const fn digit(word: &'static str, value: f64) -> Entry {
    (word, value, Size::Digit, Form::Cardinal)
}

const fn teen(word: &'static str, value: f64) -> Entry {
    (word, value, Size::Teen, Form::Cardinal)
}

const fn tens(word: &'static str, value: f64) -> Entry {
    (word, value, Size::Tens, Form::Cardinal)
}

const fn scale(word: &'static str, value: f64) -> Entry {
    (word, value, Size::Scale, Form::Cardinal)
}

const fn nth(word: &'static str, value: f64, size: Size) -> Entry {
    (word, value, size, Form::Ordinal)
}

const TW: &[Entry] = &[
    digit("two", 2.0),
    teen("twelve", 12.0),
    tens("twenty", 20.0),
    nth("twelfth", 12.0, Size::Teen),
    nth("twentieth", 20.0, Size::Tens),
];
const TH: &[Entry] = &[
    digit("three", 3.0),
    teen("thirteen", 13.0),
    tens("thirty", 30.0),
    scale("thousand", 1e3),
    nth("third", 3.0, Size::Digit),
    nth("thirteenth", 13.0, Size::Teen),
    nth("thirtieth", 30.0, Size::Tens),
    nth("thousandth", 1e3, Size::Scale),
];
const FO: &[Entry] = &[
    digit("four", 4.0),
    teen("fourteen", 14.0),
    tens("forty", 40.0),
    tens("fourty", 40.0),
    nth("fourth", 4.0, Size::Digit),
    nth("fourteenth", 14.0, Size::Teen),
    nth("fortieth", 40.0, Size::Tens),
];
const FI: &[Entry] = &[
    digit("five", 5.0),
    teen("fifteen", 15.0),
    tens("fifty", 50.0),
    nth("first", 1.0, Size::Digit),
    nth("fifth", 5.0, Size::Digit),
    nth("fifteenth", 15.0, Size::Teen),
    nth("fiftieth", 50.0, Size::Tens),
];
const SI: &[Entry] = &[
    digit("six", 6.0),
    teen("sixteen", 16.0),
    tens("sixty", 60.0),
    nth("sixth", 6.0, Size::Digit),
    nth("sixteenth", 16.0, Size::Teen),
    nth("sixtieth", 60.0, Size::Tens),
];
const SE: &[Entry] = &[
    digit("seven", 7.0),
    teen("seventeen", 17.0),
    tens("seventy", 70.0),
    nth("second", 2.0, Size::Digit),
    nth("seventh", 7.0, Size::Digit),
    nth("seventeenth", 17.0, Size::Teen),
    nth("seventieth", 70.0, Size::Tens),
];
const EI: &[Entry] = &[
    digit("eight", 8.0),
    teen("eighteen", 18.0),
    tens("eighty", 80.0),
    nth("eighth", 8.0, Size::Digit),
    nth("eighteenth", 18.0, Size::Teen),
    nth("eightieth", 80.0, Size::Tens),
];
const NI: &[Entry] = &[
    digit("nine", 9.0),
    digit("nil", 0.0),
    teen("nineteen", 19.0),
    tens("ninety", 90.0),
    nth("ninth", 9.0, Size::Digit),
    nth("nineth", 9.0, Size::Digit),
    nth("nineteenth", 19.0, Size::Teen),
    nth("ninetieth", 90.0, Size::Tens),
];
const TE: &[Entry] = &[teen("ten", 10.0), nth("tenth", 10.0, Size::Teen)];
const EL: &[Entry] = &[teen("eleven", 11.0), nth("eleventh", 11.0, Size::Teen)];
const HU: &[Entry] = &[
    ("hundred", 100.0, Size::Hundred, Form::Cardinal),
    nth("hundredth", 100.0, Size::Hundred),
];
const MI: &[Entry] = &[scale("million", 1e6), nth("millionth", 1e6, Size::Scale)];
const BI: &[Entry] = &[scale("billion", 1e9), nth("billionth", 1e9, Size::Scale)];
const TR: &[Entry] = &[
    scale("trillion", 1e12),
    nth("trillionth", 1e12, Size::Scale),
];
const QU: &[Entry] = &[scale("quadrillion", 1e15)];
const DO: &[Entry] = &[("dozen", 12.0, Size::Dozen, Form::Cardinal)];
const ON: &[Entry] = &[digit("one", 1.0)];
const ZE: &[Entry] = &[digit("zero", 0.0)];
const NO: &[Entry] = &[digit("nought", 0.0)];
const LA: &[Entry] = &[scale("lakh", 1e5)];
const CR: &[Entry] = &[scale("crore", 1e7)];

/// The words that begin as a word does.
fn alike(word: &str) -> &'static [Entry] {
    match word.as_bytes() {
        [b't', b'w', ..] => TW,
        [b't', b'h', ..] => TH,
        [b'f', b'o', ..] => FO,
        [b'f', b'i', ..] => FI,
        [b's', b'i', ..] => SI,
        [b's', b'e', ..] => SE,
        [b'e', b'i', ..] => EI,
        [b'n', b'i', ..] => NI,
        [b't', b'e', ..] => TE,
        [b'e', b'l', ..] => EL,
        [b'h', b'u', ..] => HU,
        [b'm', b'i', ..] => MI,
        [b'b', b'i', ..] => BI,
        [b't', b'r', ..] => TR,
        [b'q', b'u', ..] => QU,
        [b'd', b'o', ..] => DO,
        [b'o', b'n', ..] => ON,
        [b'z', b'e', ..] => ZE,
        [b'n', b'o', ..] => NO,
        [b'l', b'a', ..] => LA,
        [b'c', b'r', ..] => CR,
        _ => &[],
    }
}

/// What a lower-case word is worth, if it is the word of a number.
pub(super) fn number_word(word: &str) -> Option<NumberWord> {
    let list = alike(word);
    if list.is_empty() {
        return None;
    }
    let find = |word: &str| list.iter().find(|entry| entry.0 == word);
    if let Some(&(_, value, size, form)) = find(word) {
        return Some(NumberWord { value, size, form });
    }
    let &(stem, value, size, form) = find(word.strip_suffix('s')?)?;
    let form = match (form, size) {
        (Form::Ordinal, _) if value > 2.0 => Form::Parts,
        (Form::Cardinal, Size::Dozen | Size::Hundred | Size::Scale) => Form::Plural,
        _ if stem == "ten" => Form::Plural,
        _ => return None,
    };
    Some(NumberWord { value, size, form })
}

/// What a word that ends in "fold" multiplies by: "tenfold".
pub(super) fn fold(word: &str) -> Option<f64> {
    let word = number_word(word.strip_suffix("fold")?)?;
    (word.form == Form::Cardinal).then_some(word.value)
}

/// What a word multiplies by that stands alone: "twice".
pub(super) fn multiple(word: &str) -> Option<f64> {
    match word {
        "twice" => Some(2.0),
        "thrice" => Some(3.0),
        _ => None,
    }
}

/// What a word multiplies by before "the": "double the number".
pub(super) fn multiple_of(word: &str) -> Option<f64> {
    match word {
        "double" => Some(2.0),
        "triple" | "treble" => Some(3.0),
        "quadruple" => Some(4.0),
        _ => None,
    }
}

/// Whether a number may begin with a lower-case word.
pub(super) fn begins_number(word: &str) -> bool {
    match word.as_bytes() {
        [b'h', b'a', ..] => word == "half",
        [b'c', b'o', ..] => word == "couple",
        [b's', b'c', ..] => word == "scores",
        [b'q', b'u', ..] if matches!(word, "quarter" | "quadruple") => true,
        _ if alike(word).is_empty() => false,
        _ => {
            number_word(word).is_some()
                || multiple(word).is_some()
                || multiple_of(word).is_some()
                || fold(word).is_some()
        }
    }
}

/// What a fraction character is worth.
pub(super) fn fraction_mark(mark: &str) -> Option<f64> {
    Some(match mark {
        "½" => 0.5,
        "¼" => 0.25,
        "¾" => 0.75,
        "⅓" => 1.0 / 3.0,
        "⅔" => 2.0 / 3.0,
        "⅕" => 0.2,
        "⅖" => 0.4,
        "⅗" => 0.6,
        "⅘" => 0.8,
        "⅙" => 1.0 / 6.0,
        "⅚" => 5.0 / 6.0,
        "⅛" => 0.125,
        "⅜" => 0.375,
        "⅝" => 0.625,
        "⅞" => 0.875,
        _ => return None,
    })
}
