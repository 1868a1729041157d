//! Rulings: what editors make of verdicts, and what the desk rules by it.

use chrono::{DateTime, Utc};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::claim::ClaimState;
use super::ids::{ClaimId, RatingId, ReviewerId, RulingId, VerdictId};
use super::scale::Tone;
use super::verdict::Verdict;
use super::words::closed_set;

closed_set! {
    /// What an editor did about a claim.
    RulingOutcome, "ruling" {
        /// Signed a verdict off, with a rating.
        SignedOff = "signed-off",
        /// Sent a verdict back to who gave it.
        Returned = "returned",
        /// Took a ruling up again.
        Reopened = "reopened",
        /// Made the ruling public.
        Published = "published",
        /// Corrected a public ruling in public.
        Corrected = "corrected",
        /// Took back an act of theirs.
        Undone = "undone",
    }
}

/// What the desk rules: a rating, and the verdict it rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ruled {
    /// The verdict.
    pub verdict: VerdictId,
    /// The rating.
    pub rating: RatingId,
}

/// One act of an editor, as `ruling list` gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Ruling {
    /// Number on this desk.
    pub id: RulingId,
    /// Identity across desks.
    pub uuid: Uuid,
    /// The claim.
    pub claim: ClaimId,
    /// The verdict that the act is about.
    pub verdict: VerdictId,
    /// What was done.
    pub outcome: RulingOutcome,
    /// Slug of the editor's rating.
    pub rating: String,
    /// Name of that rating for people.
    pub rating_label: String,
    /// How that rating reads at a glance.
    pub rating_tone: Tone,
    /// Slug of the rating that the desk rules from then on; none when the
    /// claim has no ruling from then on.
    pub ruled: Option<String>,
    /// Name of that rating for people.
    pub ruled_label: Option<String>,
    /// Handle of the editor.
    pub editor: String,
    /// Name of the editor.
    pub editor_name: String,
    /// Whether it had to be another person than who gave the verdict.
    pub four_eyes: bool,
    /// The act that this one takes back.
    pub undoes: Option<RulingId>,
    /// Why.
    pub because: Option<String>,
    /// When.
    pub created_at: DateTime<Utc>,
    /// Row of the editor.
    #[serde(skip)]
    pub editor_id: ReviewerId,
    /// Row of the editor's rating.
    #[serde(skip)]
    pub rating_id: RatingId,
    /// What the desk rules from then on.
    #[serde(skip)]
    pub rules: Option<Ruled>,
}

/// One editor's sign-off, as it counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Vote {
    /// The editor.
    pub editor: ReviewerId,
    /// The verdict that was signed off.
    pub verdict: VerdictId,
    /// With which rating.
    pub rating: RatingId,
}

/// How many editors have to sign off, and how many of them have to agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Panel {
    /// Sign-offs that a ruling takes, at least 1.
    pub required: u32,
    /// How many of them must bear one rating, at least 1.
    pub agreeing: u32,
}

impl Panel {
    /// The majority of so many sign-offs.
    pub fn majority_of(required: u32) -> u32 {
        required / 2 + 1
    }

    /// What the votes settle, if they do: enough of them, with enough for one
    /// rating and fewer for any other. It rests on the verdict that the first
    /// of those votes is about.
    pub fn settles(self, votes: &[Vote]) -> Option<Ruled> {
        let for_rating =
            |rating: RatingId| votes.iter().filter(|vote| vote.rating == rating).count();
        let most = votes.iter().map(|vote| for_rating(vote.rating)).max()?;
        let mut winners = votes.iter().filter(|vote| for_rating(vote.rating) == most);
        let winner = winners.next()?;
        let alone = winners.all(|vote| vote.rating == winner.rating);
        let enough =
            |count: usize, wanted: u32| u32::try_from(count).is_ok_and(|count| count >= wanted);
        (alone && enough(votes.len(), self.required) && enough(most, self.agreeing)).then_some(
            Ruled {
                verdict: winner.verdict,
                rating: winner.rating,
            },
        )
    }
}

/// What a claim's rulings come to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Standing {
    /// Sign-offs that count, one for each editor.
    pub votes: Vec<Vote>,
    /// What the desk rules.
    pub ruled: Option<Ruled>,
    /// The verdicts that were sent back, and that nobody has signed off since.
    pub returned: Vec<VerdictId>,
    /// Whether the ruling is public.
    pub published: bool,
}

impl Standing {
    /// What rulings, oldest first, come to; what was undone counts for nothing.
    pub fn of(rulings: &[Ruling]) -> Self {
        let undone: Vec<RulingId> = rulings.iter().filter_map(|ruling| ruling.undoes).collect();
        let counting = rulings.iter().filter(|ruling| {
            ruling.outcome != RulingOutcome::Undone && !undone.contains(&ruling.id)
        });
        counting.fold(Self::default(), Self::and)
    }

    fn and(mut self, ruling: &Ruling) -> Self {
        self.ruled = ruling.rules;
        match ruling.outcome {
            RulingOutcome::SignedOff => {
                self.vote(Vote {
                    editor: ruling.editor_id,
                    verdict: ruling.verdict,
                    rating: ruling.rating_id,
                });
            }
            RulingOutcome::Returned | RulingOutcome::Reopened => {
                let mut returned = self.returned;
                if ruling.outcome == RulingOutcome::Returned {
                    returned.push(ruling.verdict);
                }
                self = Self {
                    returned,
                    ..Self::default()
                };
            }
            RulingOutcome::Published => self.published = true,
            RulingOutcome::Corrected | RulingOutcome::Undone => {}
        }
        self
    }

    /// Adds a vote in the place of that editor's earlier one.
    pub fn vote(&mut self, vote: Vote) {
        self.votes.retain(|other| other.editor != vote.editor);
        self.votes.push(vote);
        self.returned.retain(|verdict| *verdict != vote.verdict);
    }

    /// The state of a claim that has verdicts and these rulings.
    pub fn state(&self) -> ClaimState {
        match (self.published, self.ruled) {
            (true, _) => ClaimState::Published,
            (false, Some(_)) => ClaimState::Decided,
            (false, None) => ClaimState::InReview,
        }
    }
}

/// A public correction of a ruling.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PublicCorrection {
    /// When.
    pub at: DateTime<Utc>,
    /// Handle of the editor.
    pub editor: String,
    /// Name of the rating before.
    pub from: String,
    /// Name of the rating from then on.
    pub to: String,
    /// What was wrong, for the public.
    pub because: String,
}

/// The public corrections among a claim's rulings, oldest first.
pub fn corrections(rulings: &[Ruling]) -> Vec<PublicCorrection> {
    let mut before = String::new();
    let mut found = Vec::new();
    for ruling in rulings {
        let now = ruling.ruled_label.clone().unwrap_or_default();
        if ruling.outcome == RulingOutcome::Corrected {
            found.push(PublicCorrection {
                at: ruling.created_at,
                editor: ruling.editor.clone(),
                from: std::mem::take(&mut before),
                to: now.clone(),
                because: ruling.because.clone().unwrap_or_default(),
            });
        }
        before = now;
    }
    found
}

/// The verdicts that stand and don't bear the rating that the desk rules, if it
/// rules any.
pub fn dissent(verdicts: &[Verdict], rulings: &[Ruling]) -> Vec<VerdictId> {
    let Some(ruled) = Standing::of(rulings).ruled else {
        return Vec::new();
    };
    verdicts
        .iter()
        .filter(|verdict| verdict.stands() && verdict.rating_id != ruled.rating)
        .map(|verdict| verdict.id)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vote(editor: i64, rating: i64) -> Vote {
        Vote {
            editor: ReviewerId(editor),
            verdict: VerdictId(rating),
            rating: RatingId(rating),
        }
    }

    const STAR_CHAMBER: Panel = Panel {
        required: 3,
        agreeing: 2,
    };
    const ONE: Panel = Panel {
        required: 1,
        agreeing: 1,
    };

    #[test]
    fn one_editor_is_enough_where_one_is_asked_for() {
        assert_eq!(ONE.settles(&[]), None);
        assert_eq!(
            ONE.settles(&[vote(1, 7)]).map(|ruled| ruled.rating),
            Some(RatingId(7))
        );
    }

    #[test]
    fn of_three_editors_two_decide() {
        let settled = |votes: &[Vote]| STAR_CHAMBER.settles(votes).map(|ruled| ruled.rating.0);
        assert_eq!(
            settled(&[vote(1, 7), vote(2, 7)]),
            None,
            "the third is awaited"
        );
        assert_eq!(settled(&[vote(1, 7), vote(2, 8), vote(3, 7)]), Some(7));
        assert_eq!(
            settled(&[vote(1, 7), vote(2, 8), vote(3, 9)]),
            None,
            "nobody agrees"
        );
    }

    #[test]
    fn a_tie_settles_nothing() {
        let panel = Panel {
            required: 2,
            agreeing: 1,
        };
        assert_eq!(panel.settles(&[vote(1, 7), vote(2, 8)]), None);
        assert_eq!(Panel::majority_of(3), 2);
        assert_eq!(Panel::majority_of(1), 1);
        assert_eq!(Panel::majority_of(4), 3);
    }

    fn ruling(id: i64, outcome: RulingOutcome, rules: Option<i64>) -> Ruling {
        Ruling {
            id: RulingId(id),
            uuid: Uuid::nil(),
            claim: ClaimId(1),
            verdict: VerdictId(5),
            outcome,
            rating: String::new(),
            rating_label: String::new(),
            rating_tone: Tone::Bad,
            ruled: rules.map(|rating| rating.to_string()),
            ruled_label: rules.map(|rating| rating.to_string()),
            editor: String::new(),
            editor_name: String::new(),
            four_eyes: true,
            undoes: None,
            because: Some("why".to_owned()),
            created_at: DateTime::UNIX_EPOCH,
            editor_id: ReviewerId(1),
            rating_id: RatingId(rules.unwrap_or(7)),
            rules: rules.map(|rating| Ruled {
                verdict: VerdictId(5),
                rating: RatingId(rating),
            }),
        }
    }

    #[test]
    fn a_return_clears_the_votes_and_its_undoing_brings_them_back() {
        let mut rulings = vec![
            ruling(1, RulingOutcome::SignedOff, Some(7)),
            ruling(2, RulingOutcome::Returned, None),
        ];
        let standing = Standing::of(&rulings);
        assert_eq!(
            (standing.state(), standing.votes.len()),
            (ClaimState::InReview, 0)
        );
        assert_eq!(standing.returned, [VerdictId(5)]);
        rulings.push(Ruling {
            undoes: Some(RulingId(2)),
            ..ruling(3, RulingOutcome::Undone, Some(7))
        });
        assert_eq!(Standing::of(&rulings), Standing::of(&rulings[..1]));
        assert_eq!(Standing::of(&rulings).state(), ClaimState::Decided);
    }

    #[test]
    fn a_correction_says_what_was_and_what_is() {
        let rulings = [
            ruling(1, RulingOutcome::SignedOff, Some(7)),
            ruling(2, RulingOutcome::Published, Some(7)),
            ruling(3, RulingOutcome::Corrected, Some(8)),
        ];
        let told = corrections(&rulings);
        assert_eq!((&*told[0].from, &*told[0].to, told.len()), ("7", "8", 1));
        assert_eq!(Standing::of(&rulings).state(), ClaimState::Published);
    }
}
