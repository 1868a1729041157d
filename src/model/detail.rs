//! What a facet means, as JSON apart from its words: so it is kept beside a
//! text, and becomes a shown facet again with the words that stand there.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Error, Map, Value};

use super::facet::{FacetKind, ShownFacets, Words};

/// What the words themselves give.
const OF_WORDS: [&str; 3] = ["text", "start", "end"];

/// What a facet means without its words, and without what is null or false.
pub fn detail<T: Serialize>(shown: &T) -> Result<String, Error> {
    let mut fields: Map<String, Value> = serde_json::from_value(serde_json::to_value(shown)?)?;
    fields.retain(|name, value| {
        !OF_WORDS.contains(&name.as_str()) && !value.is_null() && *value != Value::Bool(false)
    });
    serde_json::to_string(&fields)
}

impl ShownFacets {
    /// Adds the facet that has these words and this detail.
    pub fn add(
        &mut self,
        kind: FacetKind,
        words: Words,
        detail: Map<String, Value>,
    ) -> Result<(), Error> {
        match kind {
            FacetKind::Date => self.dates.push(whole(words, detail)?),
            FacetKind::Quantity => self.quantities.push(whole(words, detail)?),
            FacetKind::Name => self.names.push(whole(words, detail)?),
            FacetKind::Quotation => self.quotations.push(whole(words, detail)?),
            FacetKind::Attribution => self.attributions.push(whole(words, detail)?),
        }
        Ok(())
    }
}

fn whole<T: DeserializeOwned>(words: Words, mut detail: Map<String, Value>) -> Result<T, Error> {
    detail.insert("text".to_owned(), words.text.into());
    detail.insert("start".to_owned(), words.start.into());
    detail.insert("end".to_owned(), words.end.into());
    serde_json::from_value(Value::Object(detail))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::facet::{
        NameKind, ShownAttribution, ShownDate, ShownName, ShownQuantity, ShownQuotation,
    };

    fn words(text: &str) -> Words {
        Words {
            text: text.to_owned(),
            start: 7,
            end: 7 + text.chars().count(),
        }
    }

    fn of_everything() -> ShownFacets {
        ShownFacets {
            dates: vec![ShownDate {
                words: words("last May"),
                value: "2018-05".parse().ok(),
                anchored: true,
            }],
            quantities: vec![ShownQuantity {
                words: words("more than 20 percent"),
                value: None,
                low: Some(20.0),
                high: None,
                low_excluded: true,
                high_excluded: false,
                unit: Some("percent".to_owned()),
                ordinal: false,
                vague: false,
            }],
            names: vec![ShownName {
                words: words("Žilina"),
                kind: NameKind::Place,
            }],
            quotations: vec![ShownQuotation {
                words: words("never"),
                speaker: None,
            }],
            attributions: vec![ShownAttribution {
                words: words("critics argue that"),
                source: Some("critics".to_owned()),
                verb: "argue".to_owned(),
                vague: true,
            }],
        }
    }

    fn again<T: Serialize>(facets: &mut ShownFacets, kind: FacetKind, words: &Words, shown: &T) {
        let kept = serde_json::from_str(&detail(shown).unwrap()).unwrap();
        facets.add(kind, words.clone(), kept).unwrap();
    }

    #[test]
    fn with_its_words_a_detail_is_the_facet_again() {
        let facets = of_everything();
        let mut found = ShownFacets::default();
        for one in &facets.dates {
            again(&mut found, FacetKind::Date, &one.words, one);
        }
        for one in &facets.quantities {
            again(&mut found, FacetKind::Quantity, &one.words, one);
        }
        for one in &facets.names {
            again(&mut found, FacetKind::Name, &one.words, one);
        }
        for one in &facets.quotations {
            again(&mut found, FacetKind::Quotation, &one.words, one);
        }
        for one in &facets.attributions {
            again(&mut found, FacetKind::Attribution, &one.words, one);
        }
        assert_eq!(found, facets);
    }

    #[test]
    fn a_detail_says_nothing_twice_and_nothing_empty() {
        let facets = of_everything();
        assert_eq!(detail(&facets.quotations[0]).unwrap(), "{}");
        assert_eq!(detail(&facets.names[0]).unwrap(), r#"{"kind":"place"}"#);
    }
}
