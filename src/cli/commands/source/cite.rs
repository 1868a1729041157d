//! `claimdesk source cite`: sources as a bibliography has them.

use clap::Args;

use crate::citation::{CitationStyle, cite, dates_cut_short, document};
use crate::cli::commands::{Context, Done, Output};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::output::there_are;
use crate::cli::words::one_of;
use crate::model::ids::{ArticleId, SourceId};
use crate::model::source::Source;

/// Cite sources in a style, or write them for a reference manager
///
/// With --article, cites every source that the article's claims cite, in the order that the style asks for.
/// Sources that are not public are left out of such a list. How to reach a person is never printed.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  claimdesk source cite 3 7 --style chicago\n  claimdesk source cite --article 1 --style bibtex > sources.bib\n  claimdesk source cite 3 --format json\n\nAPA is the 7th edition, Chicago the 17th (notes and bibliography), MLA the 9th. What a style doesn't list is\ncited as in its text or notes.\n\n\
Next: `claimdesk source edit` adds what a citation lacks."
)]
pub(crate) struct Cite {
    /// Numbers of the sources
    #[arg(
        value_name = "SOURCE",
        required_unless_present = "article",
        conflicts_with = "article"
    )]
    sources: Vec<SourceId>,
    /// The style, or the format [default: `config get citation-style`]
    #[arg(long, value_name = "STYLE", value_parser = one_of::<CitationStyle>(CitationStyle::WORDS))]
    style: Option<CitationStyle>,
    /// Every source that the claims of this article cite
    #[arg(long)]
    article: Option<ArticleId>,
    /// With --article, those as well that are not public
    #[arg(long, conflicts_with = "sources")]
    include_internal: bool,
}

impl Cite {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let sources = self.chosen(context, output)?;
        let style = self.style.unwrap_or_else(|| context.citation_style());
        let citations = cite(style, &sources)?;
        if citations.is_empty() {
            output.note("nothing to cite");
        }
        output.document_or_list(&document(style, &citations), &citations)?;
        for source in sources.iter().filter(|source| !source.is_public()) {
            if let Some(who) = source.details.confidentiality {
                output.note(format!(
                    "source {} is {who}, and this names it: keep it inside the desk",
                    source.id
                ));
            }
        }
        for (source, date) in dates_cut_short(style, &sources) {
            output.note(format!(
                "source {source} is dated {date}, which the style tells only in part"
            ));
        }
        Ok(Exit::Done)
    }

    fn chosen(&self, context: &Context, output: &mut Output) -> Result<Vec<Source>, CliError> {
        let desk = context.desk()?;
        let Some(article) = self.article else {
            return Ok(desk.sources_of_numbers(&self.sources)?);
        };
        let found = desk.sources_of_article(article, self.include_internal)?;
        if found.left_out > 0 {
            output.note(format!(
                "{} left out, being not public; --include-internal cites such sources too",
                there_are(found.left_out, "source")
            ));
        }
        Ok(found.sources)
    }
}
