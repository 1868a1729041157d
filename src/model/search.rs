//! What a search looks through, and what it finds.

use schemars::JsonSchema;
use serde::Serialize;

use super::claim::ClaimState;
use super::ids::{ArticleId, ClaimId};
use super::scale::Tone;
use super::words::closed_set;

closed_set! {
    /// What sort of thing a search finds.
    DocumentKind, "kind of thing" {
        /// A claim, with what is said on it.
        Claim = "claim",
        /// An article, with its latest text.
        Article = "article",
        /// A source.
        Source = "source",
        /// A flag.
        Flag = "flag",
    }
}

closed_set! {
    /// Where a search looks for words, and what a found thing is found by.
    SearchField, "place to search" {
        /// What a claim says.
        Statement = "statement",
        /// The words of an article that a claim stands for.
        Quote = "quote",
        /// Why reviewers hold what they hold.
        Rationale = "rationale",
        /// What should be said instead.
        Correction = "correction",
        /// Passages of sources that claims rest on, and their places.
        Evidence = "evidence",
        /// Remarks on a claim.
        Comment = "comment",
        /// Titles of articles and sources.
        Title = "title",
        /// Authors, publishers and claimants.
        Byline = "byline",
        /// Texts of articles, and notes on sources.
        Text = "text",
        /// Addresses, DOIs and ISBNs.
        Address = "address",
        /// What flags say and suggest.
        Message = "message",
    }
}

closed_set! {
    /// What a claim can have, by which a search is narrowed.
    Holding, "thing to have" {
        /// A number in its words.
        Figure = "figure",
        /// A date in its words.
        Date = "date",
        /// A name in its words.
        Name = "name",
        /// A quotation in its words.
        Quotation = "quotation",
        /// Somebody in its words who is said to have said something.
        Attribution = "attribution",
        /// What a reviewer holds of it.
        Verdict = "verdict",
        /// What the desk holds of it.
        Ruling = "ruling",
        /// What should be said instead.
        Correction = "correction",
        /// A source that it rests on.
        Evidence = "evidence",
        /// A remark on it.
        Comment = "comment",
        /// A problem noted on it.
        Flag = "flag",
    }
}

closed_set! {
    /// The order in which a search shows what it finds.
    SearchSort, "order" {
        /// The best match first.
        Relevance = "relevance",
        /// The latest date first.
        Newest = "newest",
        /// The earliest date first.
        Oldest = "oldest",
        /// Claims, articles, sources, flags, each by number.
        Id = "id",
    }
}

/// Which part of what is found is shown.
#[derive(Debug, Clone, Copy)]
pub struct SearchPage {
    /// The order.
    pub sort: SearchSort,
    /// At most this many.
    pub limit: u32,
    /// After so many.
    pub offset: u32,
}

/// A thing that a search found: the fields promised to programs.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Hit {
    /// What sort of thing it is.
    pub kind: DocumentKind,
    /// Its number on this desk.
    pub id: i64,
    /// The claim that it is, or is on.
    pub claim: Option<ClaimId>,
    /// The article that it is, or stands in.
    pub article: Option<ArticleId>,
    /// Title of that article, or name of the source.
    pub title: Option<String>,
    /// Where the claim stands in the desk's work.
    pub state: Option<ClaimState>,
    /// Slug of the claim's rating, where that may be seen.
    pub rating: Option<String>,
    /// Name of that rating for people.
    pub rating_label: Option<String>,
    /// How that rating reads at a glance.
    pub rating_tone: Option<Tone>,
    /// Date of the claim, else of its article, else of when it came.
    pub date: String,
    /// Where the words of the snippet stand.
    pub field: Option<SearchField>,
    /// The best piece of that text, on one line.
    pub snippet: String,
    /// The words found within the snippet: code points, ends exclusive.
    pub marks: Vec<(usize, usize)>,
    /// How well it matches; only comparable within one search.
    pub score: f64,
}
