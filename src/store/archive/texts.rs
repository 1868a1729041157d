//! What an archive holds of articles and the claims in them.

use super::holds::Holds::{Date, Integer, Json, Real, Text, To, Word, Yes};
use super::holds::{Shape, Target};
use super::kinds::{CREATED, Kind, OF_CLAIM, PLACE, PLAIN, REVIEWER, ROWS, Rows, UUID, is, may};
use crate::model::claim::{ClaimOrigin, ClaimState};
use crate::model::facet::FacetKind;
use crate::model::note::NoteKind;
use crate::model::publication::RecordOutcome;
use crate::model::revision::Outcome;
use crate::model::text::BlockKind;

pub(crate) const ARTICLE: &Kind = &Kind {
    word: "article",
    table: "articles",
    numbered: true,
    columns: &[
        UUID,
        is("title", Text),
        may("author", Text),
        may("publisher", Text),
        may("url", Text),
        may("published", Date),
        may("language", Text),
        CREATED,
    ],
    ..PLAIN
};

pub(crate) const REVISION: &Kind = &Kind {
    word: "revision",
    table: "revisions",
    columns: &[
        UUID,
        is("article_id", To(Target::Article)).called("article"),
        is("number", Integer),
        may("file_name", Text),
        is("media_type", Text),
        is("encoding", Text),
        is("blob_id", To(Target::Blob)).called("blob"),
        is("text", Text),
        CREATED,
    ],
    rows: &[
        Rows {
            field: "blocks",
            table: "blocks",
            parent: "revision_id",
            columns: &[
                is("number", Integer),
                is("kind", Word(BlockKind::WORDS)),
                may("level", Integer),
                PLACE[0],
                PLACE[1],
            ],
            order: "t.number",
            as_array: true,
            ..ROWS
        },
        Rows {
            field: "pages",
            table: "pages",
            parent: "revision_id",
            columns: &[is("number", Integer), PLACE[0], PLACE[1]],
            order: "t.number",
            as_array: true,
            ..ROWS
        },
        Rows {
            field: "sentences",
            table: "sentences",
            parent: "revision_id",
            columns: &[
                is("number", Integer),
                is("kind", Word(BlockKind::WORDS)),
                is("score", Real),
                PLACE[0],
                PLACE[1],
                PLACE[2],
                PLACE[3],
            ],
            order: "t.number",
            as_array: true,
            ..ROWS
        },
        Rows {
            field: "facets",
            table: "facets",
            parent: "revision_id",
            columns: &[
                is("number", Integer),
                is("sentence", Integer),
                is("kind", Word(FacetKind::WORDS)),
                PLACE[0],
                PLACE[1],
                PLACE[2],
                PLACE[3],
                is("detail", Json(Shape::Object)),
                may("name", Text),
                may("earliest", Text),
                may("latest", Text),
            ],
            order: "t.start_byte, t.number",
            as_array: true,
            ..ROWS
        },
    ],
    order: "article, t.number",
    parent: Some("article"),
    ..PLAIN
};

pub(crate) const NOTE: &Kind = &Kind {
    word: "note",
    table: "notes",
    numbered: true,
    columns: &[
        UUID,
        is("revision_id", To(Target::Revision)).called("revision"),
        is("kind", Word(NoteKind::WORDS)).called("sort"),
        PLACE[0],
        PLACE[1],
        is("text", Text),
        may("author", Text),
        may("url", Text),
    ],
    parent: Some("revision"),
    ..PLAIN
};

pub(crate) const CLAIM: &Kind = &Kind {
    word: "claim",
    table: "claims",
    numbered: true,
    columns: &[
        UUID,
        may("article_id", To(Target::Article)).called("article"),
        is("statement", Text),
        is("restated", Yes),
        may("claimant_id", To(Target::Claimant)).called("claimant"),
        may("claim_date", Date),
        may("language", Text),
        is("state", Word(ClaimState::WORDS)),
        is("origin", Word(ClaimOrigin::WORDS)),
        may("score", Real),
        is("reasons", Json(Shape::Reasons)),
        may("dismissed_because", Text),
        may("extra", Json(Shape::Object)),
        CREATED,
    ],
    rows: &[
        Rows {
            field: "topics",
            table: "claim_topics",
            parent: "claim_id",
            columns: &[is("topic_id", To(Target::Topic)).called("topic")],
            order: "topic",
            as_array: true,
            ..ROWS
        },
        Rows {
            field: "appearances",
            table: "appearances",
            parent: "claim_id",
            columns: &[
                is("number", Integer),
                may("url", Text),
                may("title", Text),
                may("quote", Text),
                may("start_char", Integer),
                may("end_char", Integer),
            ],
            order: "t.number",
            ..ROWS
        },
        Rows {
            field: "publication",
            table: "publications",
            parent: "claim_id",
            columns: &[
                may("url", Text),
                may("title", Text),
                may("published", Date),
                may("publisher", Text),
                may("publisher_url", Text),
                may("rating_label", Text),
            ],
            order: "t.claim_id",
            ..ROWS
        },
        Rows {
            field: "anchors",
            table: "anchors",
            parent: "claim_id",
            columns: &[
                is("revision_id", To(Target::Revision)).called("revision"),
                may("start_byte", Integer),
                may("end_byte", Integer),
                may("start_char", Integer),
                may("end_char", Integer),
                may("quote", Text),
                may("words", Text),
                may("prefix", Text),
                may("suffix", Text),
                is("outcome", Word(Outcome::WORDS)),
                may("likeness", Real),
                is("candidates", Json(Shape::Candidates)),
            ],
            order: "(SELECT r.number FROM revisions r WHERE r.id = t.revision_id)",
            united_by: Some("revision"),
            ..ROWS
        },
        Rows {
            field: "repeats",
            table: "repeats",
            parent: "claim_id",
            columns: &[
                is("revision_id", To(Target::Revision)).called("revision"),
                is("sentence", Integer),
            ],
            order: "(SELECT r.number FROM revisions r WHERE r.id = t.revision_id), t.sentence",
            as_array: true,
            united_by: Some("revision"),
        },
        Rows {
            field: "imports",
            table: "imported_claims",
            parent: "claim_id",
            columns: &[
                is("import_id", To(Target::Import)).called("import"),
                is("record", Integer),
                is("outcome", Word(RecordOutcome::WORDS)),
            ],
            order: "import",
            united_by: Some("import"),
            ..ROWS
        },
    ],
    parent: Some("article"),
    ..PLAIN
};

pub(crate) const LINK: &Kind = &Kind {
    word: "link",
    table: "claim_links",
    key: &["claim", "earlier"],
    columns: &[
        OF_CLAIM,
        is("earlier_id", To(Target::Claim)).called("earlier"),
        REVIEWER,
        CREATED,
    ],
    order: "claim, earlier",
    parent: Some("claim"),
    ..PLAIN
};
