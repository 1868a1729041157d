//! Words that are read in a way of their own, folded: without case and accents.
//!
//! A word that is in a list and should not be only keeps texts apart of which
//! one has it and the other lacks it; texts that both have it are compared as
//! ever. So the lists are rather too long than too short.

use std::collections::HashMap;
use std::sync::LazyLock;

/// How a word is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// As these words, which it is a short form of.
    Short(&'static [&'static str]),
    /// As this word, which means the same.
    Means(&'static str),
    /// As a figure: it counts, or tells that it is more or less.
    Limits,
    /// As turning the sentence round.
    Denies,
    /// As saying nothing by itself.
    Light,
}

/// How a folded word is read, where that is another way than most.
pub(super) fn role(word: &str) -> Option<Role> {
    static ROLES: LazyLock<HashMap<&str, Role>> = LazyLock::new(|| {
        let of = |words: &'static [&'static str], role| words.iter().map(move |word| (*word, role));
        let short = CONTRACTED
            .iter()
            .map(|(word, parts)| (*word, Role::Short(parts)));
        let means = MEANT
            .iter()
            .flat_map(|(words, meant)| of(words, Role::Means(meant)));
        short
            .chain(means)
            .chain(of(&LIMITS, Role::Limits))
            .chain(of(&DENIALS, Role::Denies))
            .chain(of(&LIGHT, Role::Light))
            .collect()
    });
    ROLES.get(word).copied()
}

/// What is written together, and the words it is made of.
const CONTRACTED: [(&str, &[&str]); 20] = [
    ("dont", &["do", "not"]),
    ("doesnt", &["does", "not"]),
    ("didnt", &["did", "not"]),
    ("isnt", &["is", "not"]),
    ("arent", &["are", "not"]),
    ("wasnt", &["was", "not"]),
    ("werent", &["were", "not"]),
    ("hasnt", &["has", "not"]),
    ("havent", &["have", "not"]),
    ("hadnt", &["had", "not"]),
    ("wont", &["will", "not"]),
    ("wouldnt", &["would", "not"]),
    ("shouldnt", &["should", "not"]),
    ("couldnt", &["could", "not"]),
    ("cant", &["can", "not"]),
    ("cannot", &["can", "not"]),
    ("mustnt", &["must", "not"]),
    ("neednt", &["need", "not"]),
    ("aint", &["is", "not"]),
    ("mightnt", &["might", "not"]),
];

/// Words for the same figure or unit, and what they are read as.
const MEANT: [(&[&str], &str); 33] = [
    (&["pct", "prozent"], "percent"),
    (&["dollars"], "dollar"),
    (&["euros"], "euro"),
    (&["pounds"], "pound"),
    (&["yens"], "yen"),
    (&["rupees"], "rupee"),
    (&["one"], "1"),
    (&["two"], "2"),
    (&["three"], "3"),
    (&["four"], "4"),
    (&["five"], "5"),
    (&["six"], "6"),
    (&["seven"], "7"),
    (&["eight"], "8"),
    (&["nine"], "9"),
    (&["ten"], "10"),
    (&["eleven"], "11"),
    (&["twelve"], "12"),
    (&["thirteen"], "13"),
    (&["fourteen"], "14"),
    (&["fifteen"], "15"),
    (&["sixteen"], "16"),
    (&["seventeen"], "17"),
    (&["eighteen"], "18"),
    (&["nineteen"], "19"),
    (&["twenty"], "20"),
    (&["thirty"], "30"),
    (&["forty"], "40"),
    (&["fifty"], "50"),
    (&["sixty"], "60"),
    (&["seventy"], "70"),
    (&["eighty"], "80"),
    (&["ninety"], "90"),
];

/// Words that make a figure another one: by counting, or by telling that it is
/// more or less.
const LIMITS: [&str; 96] = [
    // English
    "hundred",
    "hundreds",
    "thousand",
    "thousands",
    "million",
    "millions",
    "billion",
    "billions",
    "trillion",
    "trillions",
    "dozen",
    "dozens",
    "lakh",
    "crore",
    "half",
    "third",
    "thirds",
    "quarter",
    "quarters",
    "double",
    "doubled",
    "triple",
    "tripled",
    "twice",
    "more",
    "less",
    "fewer",
    "least",
    "most",
    "over",
    "under",
    "above",
    "below",
    "minus",
    "k",
    "m",
    "bn",
    "tn",
    // Spanish, Portuguese, French, Italian
    "mil",
    "millon",
    "millones",
    "billones",
    "milhao",
    "milhoes",
    "bilhao",
    "bilhoes",
    "mille",
    "milliard",
    "milliards",
    "milione",
    "milioni",
    "miliardo",
    "miliardi",
    "cien",
    "ciento",
    "cientos",
    "mas",
    "menos",
    "mais",
    "plus",
    "moins",
    "mitad",
    "metade",
    "doble",
    "dobro",
    // German
    "hundert",
    "tausend",
    "millionen",
    "milliarde",
    "milliarden",
    "mio",
    "mrd",
    "mehr",
    "weniger",
    "halb",
    "doppelt",
    // Russian
    "тысяч",
    "тысяча",
    "тысячи",
    "миллион",
    "миллиона",
    "миллионов",
    "миллиард",
    "миллиарда",
    "миллиардов",
    "более",
    "менее",
    "больше",
    "меньше",
    // Arabic
    "ألف",
    "آلاف",
    "مليون",
    "ملايين",
    "مليار",
    "أكثر",
    "أقل",
];

/// Words that turn a sentence round.
const DENIALS: [&str; 99] = [
    // English
    "not",
    "no",
    "never",
    "none",
    "nobody",
    "nothing",
    "nowhere",
    "neither",
    "nor",
    "without",
    "unless",
    "except",
    "hardly",
    "barely",
    "deny",
    "denies",
    "denied",
    "denying",
    "refuse",
    "refuses",
    "refused",
    "reject",
    "rejects",
    "rejected",
    "fail",
    "fails",
    "failed",
    "stop",
    "stopped",
    "false",
    "falsely",
    "fake",
    "untrue",
    "hoax",
    "myth",
    "unlikely",
    // Spanish, Portuguese
    "nunca",
    "jamas",
    "ningun",
    "ninguna",
    "ninguno",
    "nada",
    "nadie",
    "tampoco",
    "sin",
    "falso",
    "falsa",
    "niega",
    "nego",
    "nao",
    "nem",
    "sem",
    "nenhum",
    "nenhuma",
    // French, Italian
    "ne",
    "pas",
    "jamais",
    "aucun",
    "aucune",
    "sans",
    "ni",
    "faux",
    "non",
    "mai",
    "nessun",
    "nessuno",
    "nessuna",
    "senza",
    // German
    "nicht",
    "kein",
    "keine",
    "keinen",
    "keinem",
    "keiner",
    "keines",
    "nie",
    "niemals",
    "niemand",
    "ohne",
    "weder",
    "falsch",
    // Russian
    "не",
    "нет",
    "ни",
    "никогда",
    "никто",
    "без",
    // Arabic
    "لا",
    "لم",
    "لن",
    "ليس",
    "ليست",
    "ما",
    "غير",
    "دون",
    "بدون",
    // Turkish, Korean
    "degil",
    "안",
    "못",
];

/// What turns a sentence round in scripts that part no words, or within a word.
pub(super) const DENIED_WITHIN: [&str; 16] = [
    "不",
    "没",
    "沒",
    "未",
    "无",
    "無",
    "非",
    "否",
    "勿",
    "别",
    "別",
    "ない",
    "ません",
    "なかった",
    "ไม่",
    "မ",
];

/// Words that say nothing by themselves: articles, and “that”.
const LIGHT: [&str; 37] = [
    "a", "an", "the", "that", "el", "la", "los", "las", "un", "una", "unos", "unas", "le", "les",
    "une", "des", "du", "der", "die", "das", "den", "dem", "ein", "eine", "einen", "einem",
    "einer", "o", "os", "as", "um", "uma", "il", "lo", "i", "gli", "uno",
];

/// Whether a character of a script without spaces is a numeral.
pub(super) fn is_numeral(c: char) -> bool {
    matches!(
        c,
        '〇' | '零'
            | '一'
            | '二'
            | '三'
            | '四'
            | '五'
            | '六'
            | '七'
            | '八'
            | '九'
            | '十'
            | '百'
            | '千'
            | '万'
            | '萬'
            | '亿'
            | '億'
            | '两'
            | '兩'
            | '半'
            | '倍'
    )
}
