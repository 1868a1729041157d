//! What is said of an article when it is added, and later.

use clap::Args;

use crate::model::article::GivenDetails;
use crate::model::edtf::EdtfDate;

/// What is known about an article.
#[derive(Debug, Args)]
pub(super) struct Details {
    /// Title
    #[arg(long)]
    title: Option<String>,
    /// Who wrote it
    #[arg(long)]
    author: Option<String>,
    /// Who published it
    #[arg(long)]
    publisher: Option<String>,
    /// When it was or will be published: 2025, 2025-04 or 2025-04-15
    #[arg(long, value_name = "DATE")]
    published: Option<EdtfDate>,
    /// Where it stands on the web
    #[arg(long)]
    url: Option<String>,
    /// Language tag, such as en or es-SV
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
}

impl Details {
    pub(super) fn given(self) -> GivenDetails {
        GivenDetails {
            title: self.title,
            author: self.author,
            publisher: self.publisher,
            url: self.url,
            published: self.published,
            language: self.language,
        }
    }
}
