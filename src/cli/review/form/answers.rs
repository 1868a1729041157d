//! What a form that was filled in asks for.

use chrono::NaiveDate;

use super::{Form, Kind, NOBODY, Name};
use crate::cli::review::deeds::{Citing, Deed, Opinion};
use crate::cli::words::day;
use crate::desk::Walkthrough;
use crate::model::flag::{NewFlag, Severity};
use crate::model::ids::ClaimId;
use crate::model::scale::Scale;
use crate::model::source::Stance;

impl Form {
    /// What is to be done, or why that is not clear yet.
    pub(in crate::cli::review) fn deed(&self, walk: &Walkthrough) -> Result<Option<Deed>, String> {
        let Some(claim) = self.claim else {
            return Ok(None);
        };
        let wanted = |name: Name, what: &str| self.text(name).ok_or_else(|| what.to_owned());
        Ok(match self.kind {
            Kind::Rate => {
                Some(self.opinion(&walk.scale)?).map(|opinion| Deed::Rate { claim, opinion })
            }
            Kind::Dismiss => Some(Deed::Dismiss {
                claim,
                because: wanted(Name::Why, "say why nobody will check it")?,
            }),
            Kind::Cite => {
                let citing = self.citing()?.ok_or("name the source")?;
                Some(Deed::Cite { claim, citing })
            }
            Kind::Flag => Some(Deed::Flag {
                claim,
                flag: NewFlag {
                    category: self.text(Name::Category).unwrap_or_default(),
                    severity: self.word(Name::Severity, Severity::ALL, Severity::Medium),
                    message: wanted(Name::Problem, "say what is wrong")?,
                    suggestion: self.text(Name::Suggestion),
                },
            }),
            Kind::Comment => Some(Deed::Comment {
                claim,
                text: wanted(Name::Remark, "the remark is empty")?,
            }),
            Kind::Assign => Some(self.assignment(claim)?),
            Kind::Search | Kind::SearchDesk | Kind::Filter => None,
        })
    }

    fn opinion(&self, scale: &Scale) -> Result<Opinion, String> {
        let rating = self.chosen(Name::Rating);
        let rating = rating.and_then(|at| scale.ratings.get(at));
        let rating = rating.ok_or("choose a rating")?;
        Ok(Opinion {
            scale: scale.slug.clone(),
            rating: rating.slug.clone(),
            because: self.text(Name::Why).ok_or("say why")?,
            correction: self.text(Name::Correction),
            no_source: self.text(Name::NoSource),
            citing: self.citing()?,
        })
    }

    fn citing(&self) -> Result<Option<Citing>, String> {
        let (locator, quote) = (self.text(Name::Place), self.text(Name::Passage));
        let Some(source) = self.text(Name::Source) else {
            return if locator.is_some() || quote.is_some() {
                Err(
                    "a place or a passage tells about a source, and the source is missing"
                        .to_owned(),
                )
            } else {
                Ok(None)
            };
        };
        Ok(Some(Citing {
            source,
            stance: self.word(Name::Stance, Stance::ALL, Stance::Context),
            locator,
            quote,
        }))
    }

    fn assignment(&self, claim: ClaimId) -> Result<Deed, String> {
        let who = self.text(Name::Who).ok_or("everybody has it already")?;
        let due = self.text(Name::Due).map(|given| day(&given)).transpose()?;
        let to = match who.as_str() {
            NOBODY => None,
            handle => Some(
                handle
                    .parse()
                    .map_err(|_| format!("there is no {handle}"))?,
            ),
        };
        let due: Option<NaiveDate> = due.filter(|_| to.is_some());
        Ok(Deed::Assign { claim, to, due })
    }

    fn word<T: Copy>(&self, name: Name, all: &[T], usual: T) -> T {
        let chosen = self.chosen(name).and_then(|at| all.get(at));
        chosen.copied().unwrap_or(usual)
    }
}
