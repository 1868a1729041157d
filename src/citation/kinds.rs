//! What sort of thing a source is, in the words of each format.

use crate::model::source::SourceType;

/// One sort of thing in the words of each format.
pub(super) struct Sort {
    /// CSL 1.0.2, appendix III.
    pub(super) csl: &'static str,
    /// `BibLaTeX`, sections 2.1.1 and 2.1.3.
    pub(super) bibtex: &'static str,
    /// RIS, the values of TY.
    pub(super) ris: &'static str,
    /// The desk.
    pub(super) source: SourceType,
}

const fn sort(
    csl: &'static str,
    bibtex: &'static str,
    ris: &'static str,
    source: SourceType,
) -> Sort {
    Sort {
        csl,
        bibtex,
        ris,
        source,
    }
}

/// Every sort. Of those that share a word, the first is what the word means
/// when it is read.
const SORTS: &[Sort] = &[
    sort("document", "misc", "GEN", SourceType::Document),
    sort("webpage", "online", "ELEC", SourceType::Webpage),
    sort("dataset", "dataset", "DATA", SourceType::Dataset),
    sort("book", "book", "BOOK", SourceType::Book),
    sort("article-journal", "article", "JOUR", SourceType::Article),
    sort("article-newspaper", "article", "NEWS", SourceType::Article),
    sort("article-magazine", "article", "MGZN", SourceType::Article),
    sort("interview", "misc", "PCOMM", SourceType::Interview),
    sort("motion_picture", "video", "VIDEO", SourceType::Video),
    sort("song", "audio", "SOUND", SourceType::Audio),
    sort("post", "online", "ELEC", SourceType::Social),
    sort("chapter", "incollection", "CHAP", SourceType::Book),
    sort(
        "paper-conference",
        "inproceedings",
        "CPAPER",
        SourceType::Article,
    ),
    sort("report", "report", "RPRT", SourceType::Document),
    sort("thesis", "thesis", "THES", SourceType::Document),
    sort("manuscript", "unpublished", "UNPB", SourceType::Document),
    sort("legislation", "legislation", "STAT", SourceType::Document),
    sort("legal_case", "jurisdiction", "CASE", SourceType::Document),
    sort("bill", "misc", "BILL", SourceType::Document),
    sort("hearing", "misc", "HEAR", SourceType::Document),
    sort("patent", "patent", "PAT", SourceType::Document),
    sort("standard", "standard", "STAND", SourceType::Document),
    sort("software", "software", "COMP", SourceType::Document),
    sort("pamphlet", "booklet", "PAMP", SourceType::Document),
    sort("map", "misc", "MAP", SourceType::Document),
    sort("graphic", "image", "ART", SourceType::Document),
    sort("article", "unpublished", "UNPB", SourceType::Article),
    sort("review", "review", "JOUR", SourceType::Article),
    sort(
        "entry-encyclopedia",
        "inreference",
        "ENCYC",
        SourceType::Article,
    ),
    sort(
        "entry-dictionary",
        "inreference",
        "DICT",
        SourceType::Article,
    ),
    sort("post-weblog", "online", "BLOG", SourceType::Webpage),
    sort("broadcast", "video", "VIDEO", SourceType::Video),
    sort("speech", "audio", "SOUND", SourceType::Audio),
    sort(
        "personal_communication",
        "letter",
        "PCOMM",
        SourceType::Interview,
    ),
    sort("classic", "book", "CLSWK", SourceType::Book),
    sort("collection", "misc", "GEN", SourceType::Document),
    sort("entry", "inreference", "ENCYC", SourceType::Article),
    sort("event", "misc", "GEN", SourceType::Document),
    sort("figure", "image", "FIGURE", SourceType::Document),
    sort("musical_score", "misc", "MUSIC", SourceType::Document),
    sort("performance", "performance", "ADVS", SourceType::Video),
    sort("periodical", "periodical", "JFULL", SourceType::Document),
    sort("regulation", "legal", "LEGAL", SourceType::Document),
    sort("review-book", "review", "JOUR", SourceType::Article),
    sort("treaty", "legal", "LEGAL", SourceType::Document),
    // What only reading meets.
    sort(
        "article-journal",
        "suppperiodical",
        "EJOUR",
        SourceType::Article,
    ),
    sort("book", "collection", "EDBOOK", SourceType::Book),
    sort("book", "mvbook", "EBOOK", SourceType::Book),
    sort("book", "proceedings", "CONF", SourceType::Book),
    sort("book", "reference", "SER", SourceType::Book),
    sort("book", "manual", "CTLG", SourceType::Book),
    sort("chapter", "inbook", "ECHAP", SourceType::Book),
    sort(
        "paper-conference",
        "conference",
        "ABST",
        SourceType::Article,
    ),
    sort("report", "techreport", "GOVDOC", SourceType::Document),
    sort("thesis", "phdthesis", "THES", SourceType::Document),
    sort("thesis", "mastersthesis", "THES", SourceType::Document),
    sort("manuscript", "unpublished", "MANSCPT", SourceType::Document),
    sort("motion_picture", "movie", "MPCT", SourceType::Video),
    sort("song", "music", "SOUND", SourceType::Audio),
    sort("webpage", "electronic", "WEB", SourceType::Webpage),
    sort("webpage", "www", "ICOMM", SourceType::Webpage),
];

/// The sort with this name of CSL's; a document for any other.
pub(super) fn of_csl(csl: &str) -> &'static Sort {
    find(|sort| sort.csl == csl)
}

/// The sort that a type of `BibLaTeX` means.
pub(super) fn of_bibtex(word: &str) -> &'static Sort {
    find(|sort| sort.bibtex == word)
}

/// The sort that a type of RIS means.
pub(super) fn of_ris(word: &str) -> &'static Sort {
    find(|sort| sort.ris == word)
}

fn find(fits: impl Fn(&Sort) -> bool) -> &'static Sort {
    SORTS.iter().find(|sort| fits(sort)).unwrap_or(&SORTS[0])
}

/// The sort of CSL's with this name.
pub(super) fn csl_named(word: &str) -> Option<&'static str> {
    let known = SORTS.iter().find(|sort| sort.csl == word);
    known.map(|sort| sort.csl)
}

/// The sort of a source for CSL, if nothing more is known than this. An article
/// is one of a journal where something speaks for that, else of a newspaper,
/// which is what the press cites most.
pub(super) fn csl_of(source: SourceType, in_journal: bool) -> &'static str {
    match source {
        SourceType::Article if !in_journal => "article-newspaper",
        source => find(|sort| sort.source == source).csl,
    }
}

/// Whether a thing of this sort is a part of something else, whose ISBN it
/// bears.
pub(super) fn is_part(csl: &str) -> bool {
    matches!(csl, "chapter" | "paper-conference") || csl.starts_with("entry")
}

/// Whether a thing of this sort is a book or stands in one.
pub(super) fn is_book(csl: &str) -> bool {
    csl == "book" || is_part(csl)
}

/// Whether a thing of this sort stands in a periodical.
pub(super) fn is_article(csl: &str) -> bool {
    csl.starts_with("article") || csl.starts_with("review")
}

#[cfg(test)]
mod tests {
    use std::str::FromStr;

    use citationberg::taxonomy::Kind;

    use super::*;

    #[test]
    fn every_type_of_source_comes_back_from_every_format() {
        for source in SourceType::ALL {
            for in_journal in [false, true] {
                let csl = csl_of(*source, in_journal);
                assert_eq!(of_csl(csl).source, *source, "{csl}");
            }
        }
        for sort in SORTS {
            assert!(Kind::from_str(sort.csl).is_ok(), "{}", sort.csl);
        }
        assert_eq!(of_bibtex("phdthesis").csl, "thesis");
        assert_eq!(of_ris("NEWS").csl, "article-newspaper");
        assert_eq!(of_ris("nonsense").csl, "document");
    }
}
