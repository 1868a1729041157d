//! `BibTeX` and `BibLaTeX`: <https://ctan.org/pkg/biblatex>, chapter 2, and
//! "`BibTeXing`" by Oren Patashnik, 1988. Read by the crate `biblatex`.
//!
//! Written by hand: the crate writes `\\`, `\~` and braces that are no pair, which
//! TeX takes for a line break, an accent and a syntax error.

mod guard;
mod latex;
mod read;
mod write;

pub(super) use read::read;
pub(super) use write::write;

/// Fields that hold an address or a number as it is, where TeX's special
/// characters mean themselves.
fn is_verbatim(field: &str) -> bool {
    matches!(field, "url" | "doi" | "archiveurl")
}

/// What begins the name of a field for a variable that `BibTeX` has no word for.
const FREE: &str = "csl-";
