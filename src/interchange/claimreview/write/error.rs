//! Why a record can't be written, and what about one loses a display.

/// Why a record can't be a ClaimReview.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WriteError {
    /// It claims nothing.
    #[error("the claim is empty")]
    NoClaim,
    /// No page of the check is known.
    #[error(
        "the address of the fact check is missing; ClaimReview has to name the page it stands on"
    )]
    NoUrl,
    /// The page has no address on the web.
    #[error("“{0}” is no absolute http or https address")]
    BadUrl(String),
    /// It is not rated.
    #[error("the claim has no rating")]
    NoRating,
    /// Its rating is none of the scale.
    #[error("“{rating}” is no rating of the scale {scale}")]
    UnknownRating {
        /// The rating.
        rating: String,
        /// The scale.
        scale: String,
    },
    /// It is rated on another scale.
    #[error("the claim is rated on the scale {rated}, not on {given}")]
    OtherScale {
        /// The scale of the record.
        rated: String,
        /// The scale that was given.
        given: String,
    },
    /// The numbers that it came with don't fit each other.
    #[error("its rating {value} does not lie between {worst} and {best}")]
    OutOfRange {
        /// The number.
        value: String,
        /// The lowest.
        worst: String,
        /// The highest.
        best: String,
    },
}

/// What about a ClaimReview loses a display.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WriteWarning {
    /// The claim is longer than is shown.
    #[error("the claim has {characters} characters; displays cut it at 75")]
    LongClaim {
        /// How many characters it has.
        characters: usize,
    },
    /// The claim gives its rating away.
    #[error("the claim contains its rating, “{label}”; say the claim as it was made")]
    TellsRating {
        /// The rating.
        label: String,
    },
    /// The address only points to the page.
    #[error("{host} shortens addresses; give the page's own, for these are not followed")]
    Shortened {
        /// The host.
        host: String,
    },
    /// The page stands on another site than its publisher.
    #[error("the page is on {page}, which does not belong to {publisher}")]
    OtherSite {
        /// The host of the page.
        page: String,
        /// The host of the publisher.
        publisher: String,
    },
    /// Nobody is named who made the check.
    #[error("no publisher is named")]
    NoPublisher,
    /// Several checks stand on one page.
    #[error(
        "{count} fact checks stand on the page {url}; a page with several loses the display of a single check"
    )]
    SeveralOnPage {
        /// The page.
        url: String,
        /// How many.
        count: usize,
    },
}
