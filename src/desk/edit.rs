//! What is known about an article, changed. Another publication date gives other
//! meanings to “last year”, and other work to the rules.

use schemars::JsonSchema;
use serde::Serialize;

use super::articles::{find_article, find_revision_number};
use super::lint::flag_words_again;
use super::names::not_blank;
use super::sentences::facets_of;
use super::sources::source_address;
use super::transact::{Act, Change, Done, event, state};
use super::{Desk, Result};
use crate::model::article::{Article, ArticleDetails, ArticleEdit};
use crate::model::event::{Action, NewEvent, SubjectKind};
use crate::model::ids::{ArticleId, FlagId};

/// What came of changing what is known about an article.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ArticleEdited {
    /// The article.
    #[serde(flatten)]
    pub article: Article,
    /// Flags that rules raised, since the day is another.
    pub raised: Vec<FlagId>,
    /// Flags that rules settled, since the day is another.
    pub settled: Vec<FlagId>,
}

impl Desk {
    /// Changes what is known about an article. With another publication date, what
    /// its revisions say of time is read again, and the rules for words run.
    pub fn edit_article(
        &mut self,
        act: &Act,
        id: ArticleId,
        edit: &ArticleEdit,
    ) -> Result<ArticleEdited> {
        self.transact(act, |change| {
            let before = find_article(change.writer, id)?;
            let details = edited(before.details.clone(), edit)?;
            if details == before.details {
                return Ok(Done::unchanged(ArticleEdited {
                    article: before,
                    raised: Vec::new(),
                    settled: Vec::new(),
                }));
            }
            let (edited, lint) = describe(change, &before, &details)?;
            let told = event(
                Action::ArticleEdit,
                SubjectKind::Article,
                id.0,
                edited.article.uuid,
            )
            .before(state(&before.details)?)
            .after(state(&details)?);
            Ok(Done {
                value: edited,
                events: std::iter::once(told).chain(lint).collect(),
            })
        })
    }
}

fn edited(mut details: ArticleDetails, edit: &ArticleEdit) -> Result<ArticleDetails> {
    let given = |what: &'static str, text: &Option<String>| {
        let text = text.as_deref().map(|text| not_blank(what, text));
        Ok::<_, super::DeskError>(text.transpose()?.map(str::to_owned))
    };
    for field in &edit.cleared {
        details.clear(*field);
    }
    if let Some(url) = &edit.given.url {
        source_address(url)?;
    }
    if let Some(title) = given("the title", &edit.given.title)? {
        details.title = title;
    }
    details.author = given("the author", &edit.given.author)?.or(details.author);
    details.publisher = given("the publisher", &edit.given.publisher)?.or(details.publisher);
    details.url = given("the address", &edit.given.url)?.or(details.url);
    details.language = given("the language", &edit.given.language)?.or(details.language);
    details.published = edit.given.published.clone().or(details.published);
    Ok(details)
}

/// Says what is known about an article, and sees to what follows from its date.
/// Gives back the event of the rules, where they changed something.
pub(super) fn describe(
    change: &Change<'_>,
    before: &Article,
    details: &ArticleDetails,
) -> Result<(ArticleEdited, Option<NewEvent>)> {
    let writer = change.writer;
    let id = before.id;
    writer.describe_article(id, details)?;
    let mut edited = ArticleEdited {
        article: find_article(writer, id)?,
        raised: Vec::new(),
        settled: Vec::new(),
    };
    if details.published == before.details.published {
        return Ok((edited, None));
    }
    for number in 1..=before.revision {
        let revision = find_revision_number(writer, id, Some(number))?;
        let sentences = writer.sentence_places(revision.id)?;
        let facets = facets_of(&revision.text, &sentences, details.published.as_ref())?;
        writer.replace_facets(revision.id, &facets)?;
    }
    let run = flag_words_again(change, &edited.article)?;
    edited.raised.clone_from(&run.raised);
    edited.settled.clone_from(&run.settled);
    edited.article = find_article(writer, id)?;
    let uuid = edited.article.uuid;
    let lint = run
        .told()
        .map(|told| event(Action::Lint, SubjectKind::Article, id.0, uuid).after(told));
    Ok((edited, lint))
}
