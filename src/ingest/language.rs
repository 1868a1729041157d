//! The language of a text, where it shows.

use whatlang::{Detector, Lang};

/// Characters of a text that are looked at.
const LOOKED_AT: usize = 4000;

/// Characters below which a language is not told.
const LEAST: usize = 60;

/// The BCP 47 tag of the language a text is written in, or `None` when that
/// is in doubt.
pub fn language_of(text: &str) -> Option<String> {
    let end = text
        .char_indices()
        .nth(LOOKED_AT)
        .map_or(text.len(), |(at, _)| at);
    let head = &text[..end];
    if head.chars().filter(|c| c.is_alphabetic()).count() < LEAST {
        return None;
    }
    let found = Detector::new()
        .detect(head)
        .filter(whatlang::Info::is_reliable)?;
    Some(tag(found.lang()).to_owned())
}

/// The tag of a language: two letters where there are two (RFC 5646, section
/// 2.2.1).
fn tag(language: Lang) -> &'static str {
    match language {
        Lang::Eng => "en",
        Lang::Spa => "es",
        Lang::Por => "pt",
        Lang::Fra => "fr",
        Lang::Deu => "de",
        Lang::Ita => "it",
        Lang::Nld => "nl",
        Lang::Swe => "sv",
        Lang::Dan => "da",
        Lang::Nob => "nb",
        Lang::Fin => "fi",
        Lang::Est => "et",
        Lang::Lav => "lv",
        Lang::Lit => "lt",
        Lang::Pol => "pl",
        Lang::Ces => "cs",
        Lang::Slk => "sk",
        Lang::Slv => "sl",
        Lang::Hrv => "hr",
        Lang::Srp => "sr",
        Lang::Mkd => "mk",
        Lang::Bul => "bg",
        Lang::Ron => "ro",
        Lang::Hun => "hu",
        Lang::Ell => "el",
        Lang::Rus => "ru",
        Lang::Ukr => "uk",
        Lang::Bel => "be",
        Lang::Tur => "tr",
        Lang::Aze => "az",
        Lang::Kat => "ka",
        Lang::Hye => "hy",
        Lang::Heb => "he",
        Lang::Ara => "ar",
        Lang::Pes => "fa",
        Lang::Urd => "ur",
        Lang::Hin => "hi",
        Lang::Ben => "bn",
        Lang::Tam => "ta",
        Lang::Tel => "te",
        Lang::Tha => "th",
        Lang::Vie => "vi",
        Lang::Ind => "id",
        Lang::Jpn => "ja",
        Lang::Kor => "ko",
        Lang::Cmn => "zh",
        Lang::Cat => "ca",
        Lang::Afr => "af",
        other => other.code(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_told_and_short_texts_are_not() {
        let told = |text| language_of(text);
        assert_eq!(
            told("The county has paid for the bridge, and it will pay again, the mayor told the council.").as_deref(),
            Some("en")
        );
        assert_eq!(
            told("El condado ha pagado el puente y volverá a pagarlo, dijo el alcalde al consejo de la ciudad.").as_deref(),
            Some("es")
        );
        assert_eq!(told("It rained."), None);
    }
}
