//! How things that two desks have changed apart are made one: which fields belong
//! together, and which acts of the history change them. Fields that are in no part
//! never change once they are given.

use crate::store::archive::Kind;

/// Fields that stand or fall together.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part {
    pub(super) fields: &'static [&'static str],
    pub(super) touched: &'static [(About, &'static [&'static str])],
}

/// What the lines of history are about that tell of a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum About {
    /// The thing itself.
    Itself,
    /// The article that it names.
    Article,
    /// The claim that it names.
    Claim,
    /// The source that it names.
    Source,
    /// The scale whose rating it is of.
    Scale,
    /// The desk.
    Desk,
}

use About::{Article, Claim, Desk, Itself, Scale, Source};

/// The parts of what can change about things of a kind.
pub(super) fn parts(kind: &Kind) -> &'static [Part] {
    match kind.word {
        "reviewer" => &[Part {
            fields: &["name", "role"],
            touched: &[(Itself, &["reviewer.edit", "undo"])],
        }],
        "claimant" => &[Part {
            fields: &["same_as"],
            touched: &[],
        }],
        "scale" => &[Part {
            fields: &["name", "description", "ratings"],
            touched: &[(Itself, &["scale.update", "undo"])],
        }],
        "crosswalk" => &[Part {
            fields: &["to", "loss"],
            touched: &[(Scale, &["scale.map"])],
        }],
        "article" => &[Part {
            fields: &[
                "title",
                "author",
                "publisher",
                "url",
                "published",
                "language",
            ],
            touched: &[(Itself, &["article.edit", "undo"])],
        }],
        "claim" => CLAIM,
        "source" => &[Part {
            fields: &[
                "identity",
                "url",
                "doi",
                "isbn",
                "title",
                "author",
                "publisher",
                "published",
                "accessed",
                "language",
                "archived_url",
                "rank",
                "type",
                "contact",
                "confidentiality",
                "notes",
                "bibliography",
                "identities",
            ],
            touched: &[(Itself, &["source.edit", "source.merge", "undo"])],
        }],
        "evidence" => &[Part {
            fields: &["findings"],
            touched: &[(Source, &["source.*"])],
        }],
        "reply" => &[Part {
            fields: &["answered", "answer"],
            touched: &[(Claim, &["reply.*", "undo"])],
        }],
        "assignment" => &[Part {
            fields: &["assigned_by", "due", "taken_at", "ended_at"],
            touched: &[(Claim, HANDS)],
        }],
        "flag" => FLAG,
        "fact" => &[Part {
            fields: &[
                "sort",
                "statement",
                "person",
                "country",
                "from",
                "to",
                "is_stretch",
                "date_matters",
                "place",
                "note",
                "claim",
                "names",
                "sources",
            ],
            touched: &[],
        }],
        _ => &[],
    }
}

/// Acts that say who has a claim.
const HANDS: &[&str] = &[
    "claim.assign",
    "claim.unassign",
    "claim.next",
    "claim.dismiss",
    "verdict.*",
    "ruling.*",
    "undo",
];

const CLAIM: &[Part] = &[
    Part {
        fields: &[
            "article",
            "statement",
            "restated",
            "claimant",
            "claim_date",
            "language",
            "score",
            "reasons",
            "extra",
            "topics",
            "appearances",
            "publication",
        ],
        touched: &[
            (
                Itself,
                &["claim.edit", "claim.split", "claim.anchor", "undo"],
            ),
            (Article, &["article.revise"]),
            (Desk, &["import"]),
        ],
    },
    Part {
        fields: &["state", "dismissed_because"],
        touched: &[
            (
                Itself,
                &[
                    "claim.accept",
                    "claim.dismiss",
                    "claim.reopen",
                    "claim.split",
                    "verdict.*",
                    "ruling.*",
                    "undo",
                ],
            ),
            (Desk, &["import"]),
        ],
    },
    Part {
        fields: &["anchors", "repeats"],
        touched: &[(Itself, &["claim.anchor"]), (Article, &["article.revise"])],
    },
    Part {
        fields: &["imports"],
        touched: &[(Desk, &["import"])],
    },
];

const FLAG: &[Part] = &[
    Part {
        fields: &[
            "claim",
            "revision",
            "start_byte",
            "end_byte",
            "start_char",
            "end_char",
            "quote",
            "prefix",
            "suffix",
            "outcome",
        ],
        touched: &[(Itself, &["flag.anchor"]), (Article, &["article.revise"])],
    },
    Part {
        fields: &[
            "category",
            "severity",
            "message",
            "evidence",
            "suggestion",
            "certainty",
            "state",
            "resolved_by",
            "resolved_at",
            "resolution",
        ],
        touched: &[
            (Itself, &["flag.*", "undo"]),
            (Article, &["lint", "article.*", "undo"]),
            (Claim, &["lint", "evidence.*", "verdict.*", "undo"]),
        ],
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::event::Action;
    use crate::store::archive::KINDS;

    #[test]
    fn every_field_of_a_part_is_one_of_its_kind_and_every_act_is_one_of_the_history() {
        for kind in KINDS {
            for part in parts(kind) {
                for field in part.fields {
                    assert!(
                        kind.fields().any(|known| known == *field),
                        "{}: {field}",
                        kind.word
                    );
                }
                let acts = part.touched.iter().flat_map(|(_, acts)| *acts);
                for act in acts {
                    let start = act.trim_end_matches('*');
                    let is = |word: &&&str| {
                        **word == start || (act.ends_with('*') && word.starts_with(start))
                    };
                    assert!(
                        Action::WORDS.iter().any(|word| is(&word)),
                        "{}: {act}",
                        kind.word
                    );
                }
            }
        }
    }
}
