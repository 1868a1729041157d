//! What is known about an article that house rules are held against.

use std::collections::BTreeMap;

use crate::model::claim::{ClaimState, Doubt};
use crate::model::coverage::Covered;
use crate::model::flag::Severity;
use crate::model::ids::{ArticleId, ClaimId, FlagId, SourceId, VerdictId};
use crate::model::ruling::{Ruling, RulingOutcome, Standing, Vote};
use crate::model::scale::Tone;
use crate::model::source::SourceKind;

/// What is known about an article.
#[derive(Debug, Clone, PartialEq)]
pub struct Facts {
    /// The article.
    pub article: ArticleId,
    /// Whether the desk wants nobody to sign off a verdict of their own.
    pub four_eyes: bool,
    /// How much of it has been looked at; none where nobody asked.
    pub coverage: Option<Covered>,
    /// Its open flags, in the order they were raised, without those on claims
    /// that were dismissed and on words that were cut.
    pub flags: Vec<OpenFlag>,
    /// Its claims in the order of the text, without those that were dismissed, and those
    /// whose words were cut from it, as a person says.
    pub claims: Vec<ClaimFacts>,
    /// The sources that its claims cite.
    pub sources: BTreeMap<SourceId, SourceFacts>,
}

/// A flag that nobody has settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenFlag {
    /// The flag.
    pub flag: FlagId,
    /// The claim it is on.
    pub claim: Option<ClaimId>,
    /// How much it matters.
    pub severity: Severity,
    /// What is wrong.
    pub message: String,
    /// Whether a rule raised it, which settles it when it finds it no longer.
    pub by_rule: bool,
    /// The article it is on.
    pub article: Option<ArticleId>,
}

/// What is known about a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimFacts {
    /// The claim.
    pub claim: ClaimId,
    /// Where it stands in the desk's work.
    pub state: ClaimState,
    /// Whether its verdicts and rulings are hidden from who looks; then what
    /// follows from them is left out below.
    pub hidden: bool,
    /// Whether its words are not found in the latest revision, and nobody has said that
    /// they were cut.
    pub gone: bool,
    /// What has changed since.
    pub stale_because: Vec<Doubt>,
    /// The rating of its ruling, else of its latest verdict.
    pub rated: Option<Rated>,
    /// Who made it, if not the article's author.
    pub claimant: Option<String>,
    /// Whether somebody was asked for a reply.
    pub asked: bool,
    /// Sign-offs of the present round.
    pub votes: Vec<Vote>,
    /// Who judged it and who ruled on it; none without a ruling.
    pub ruled_by: Option<RuledBy>,
    /// The sources of its evidence, each once: that of standing verdicts, and
    /// that outside any verdict.
    pub sources: Vec<SourceId>,
}

/// A rating as it counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rated {
    /// Its name for people.
    pub label: String,
    /// How it reads at a glance.
    pub tone: Tone,
    /// Whether it has a place on its scale.
    pub on_scale: bool,
}

/// What is known about a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFacts {
    /// The name people know it by.
    pub name: String,
    /// How near it stands to what it tells of.
    pub kind: Option<SourceKind>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Its web address.
    pub url: Option<String>,
    /// Whether the desk holds it as it was.
    pub snapshot: bool,
}

/// Who is behind a ruling, by their handles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuledBy {
    /// Who gave the verdict that it rests on.
    pub reviewer: String,
    /// The editors who ruled so.
    pub editors: Vec<String>,
}

impl RuledBy {
    /// Who is behind what a claim's rulings, oldest first, come to: the editors
    /// whose sign-offs bear the rating that the desk rules, or who corrected it
    /// in public.
    pub fn of(rulings: &[Ruling], gave: impl Fn(VerdictId) -> Option<String>) -> Option<Self> {
        let standing = Standing::of(rulings);
        let ruled = standing.ruled?;
        let undone = |ruling: &Ruling| rulings.iter().any(|act| act.undoes == Some(ruling.id));
        let corrected = rulings
            .iter()
            .rev()
            .find(|act| act.outcome == RulingOutcome::Corrected && !undone(act));
        let editors = match corrected {
            Some(correction) => vec![correction.editor.clone()],
            None => standing
                .votes
                .iter()
                .filter(|vote| vote.rating == ruled.rating)
                .filter_map(|vote| rulings.iter().find(|act| act.editor_id == vote.editor))
                .map(|act| act.editor.clone())
                .collect(),
        };
        Some(Self {
            reviewer: gave(ruled.verdict)?,
            editors,
        })
    }

    /// Whether somebody else than who gave the verdict ruled so.
    pub fn four_eyes(&self) -> bool {
        self.editors.iter().any(|editor| *editor != self.reviewer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ids::{RatingId, ReviewerId, RulingId};
    use crate::model::ruling::Ruled;

    /// A ruling of an editor on the verdict 5, ana's.
    fn ruling(id: i64, outcome: RulingOutcome, editor: &str, rating: i64) -> Ruling {
        let rules = !matches!(outcome, RulingOutcome::Returned | RulingOutcome::Reopened);
        Ruling {
            id: RulingId(id),
            uuid: uuid::Uuid::nil(),
            claim: ClaimId(1),
            verdict: VerdictId(5),
            outcome,
            rating: rating.to_string(),
            rating_label: rating.to_string(),
            rating_tone: Tone::Bad,
            ruled: None,
            ruled_label: None,
            editor: editor.to_owned(),
            editor_name: editor.to_owned(),
            four_eyes: false,
            undoes: None,
            because: None,
            created_at: chrono::DateTime::UNIX_EPOCH,
            editor_id: ReviewerId(editor.bytes().next().unwrap().into()),
            rating_id: RatingId(rating),
            rules: rules.then_some(Ruled {
                verdict: VerdictId(5),
                rating: RatingId(7),
            }),
        }
    }

    #[test]
    fn those_rule_whose_rating_the_desk_rules() {
        use RulingOutcome::{Corrected, Published, Returned, SignedOff, Undone};
        let editors = |rulings: &[Ruling]| {
            let ruled = RuledBy::of(rulings, |_| Some("ana".to_owned()));
            ruled.map(|ruled| ruled.editors)
        };
        let mut rulings = vec![
            ruling(1, SignedOff, "ana", 7),
            ruling(2, SignedOff, "ben", 8),
        ];
        assert_eq!(editors(&rulings), Some(vec!["ana".to_owned()]));
        let ruled = RuledBy::of(&rulings, |_| Some("ana".to_owned())).unwrap();
        assert!(!ruled.four_eyes(), "ben would rule otherwise");
        rulings.push(ruling(3, SignedOff, "cleo", 7));
        assert_eq!(
            editors(&rulings),
            Some(vec!["ana".to_owned(), "cleo".to_owned()])
        );
        rulings.push(ruling(4, Published, "ben", 7));
        rulings.push(ruling(5, Corrected, "ben", 7));
        assert_eq!(editors(&rulings), Some(vec!["ben".to_owned()]));
        rulings.push(Ruling {
            undoes: Some(RulingId(5)),
            ..ruling(6, Undone, "ben", 7)
        });
        assert_eq!(
            editors(&rulings),
            Some(vec!["ana".to_owned(), "cleo".to_owned()])
        );
        assert_eq!(editors(&[ruling(1, Returned, "ben", 7)]), None);
        assert_eq!(editors(&[]), None);
    }
}
