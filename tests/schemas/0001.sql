-- A desk of version 1; how it was made is told in tests/cli/upgrade.rs.
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE settings (
    key        TEXT PRIMARY KEY,
    value      TEXT,
    updated_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE blobs (
    id          INTEGER PRIMARY KEY,
    sha256      TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
    size        INTEGER NOT NULL CHECK (size >= 0),
    compression TEXT NOT NULL CHECK (compression IN ('none', 'zstd')),
    bytes       BLOB NOT NULL
) STRICT;
CREATE TABLE reviewers (
    id         INTEGER PRIMARY KEY,
    uuid       TEXT NOT NULL UNIQUE,
    handle     TEXT NOT NULL UNIQUE,
    name       TEXT NOT NULL,
    role       TEXT NOT NULL CHECK (role IN ('checker', 'editor')),
    created_at TEXT NOT NULL
) STRICT;
CREATE TABLE claimants (
    id         INTEGER PRIMARY KEY,
    uuid       TEXT NOT NULL UNIQUE,
    name       TEXT NOT NULL UNIQUE,
    same_as    TEXT,
    created_at TEXT NOT NULL
) STRICT;
CREATE TABLE articles (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid       TEXT NOT NULL UNIQUE,
    title      TEXT NOT NULL,
    author     TEXT,
    publisher  TEXT,
    url        TEXT,
    published  TEXT,
    language   TEXT,
    created_at TEXT NOT NULL
) STRICT;
CREATE TABLE revisions (
    id         INTEGER PRIMARY KEY,
    uuid       TEXT NOT NULL UNIQUE,
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    number     INTEGER NOT NULL CHECK (number >= 1),
    file_name  TEXT,
    media_type TEXT NOT NULL,
    encoding   TEXT NOT NULL,
    blob_id    INTEGER NOT NULL REFERENCES blobs (id) ON DELETE RESTRICT,
    text       TEXT NOT NULL,
    created_at TEXT NOT NULL,
    UNIQUE (article_id, number)
) STRICT;
CREATE INDEX revisions_by_blob ON revisions (blob_id);
CREATE TRIGGER revisions_are_immutable
BEFORE UPDATE OF id, uuid, article_id, file_name, media_type, encoding, blob_id, text, created_at ON revisions
BEGIN SELECT RAISE(ABORT, 'a revision can''t be changed'); END;
CREATE TABLE blocks (
    revision_id INTEGER NOT NULL REFERENCES revisions (id) ON DELETE CASCADE,
    number      INTEGER NOT NULL CHECK (number >= 1),
    kind        TEXT NOT NULL CHECK (kind IN ('heading', 'body', 'item', 'quotation', 'cell', 'boilerplate')),
    level       INTEGER CHECK (level BETWEEN 1 AND 9),
    start_byte  INTEGER NOT NULL CHECK (start_byte >= 0),
    end_byte    INTEGER NOT NULL CHECK (end_byte > start_byte),
    PRIMARY KEY (revision_id, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE pages (
    revision_id INTEGER NOT NULL REFERENCES revisions (id) ON DELETE CASCADE,
    number      INTEGER NOT NULL CHECK (number >= 1),
    start_byte  INTEGER NOT NULL CHECK (start_byte >= 0),
    end_byte    INTEGER NOT NULL CHECK (end_byte >= start_byte),
    PRIMARY KEY (revision_id, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE notes (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid        TEXT NOT NULL UNIQUE,
    revision_id INTEGER NOT NULL REFERENCES revisions (id) ON DELETE CASCADE,
    kind        TEXT NOT NULL CHECK (kind IN ('footnote', 'endnote', 'comment', 'link')),
    start_byte  INTEGER NOT NULL CHECK (start_byte >= 0),
    end_byte    INTEGER NOT NULL CHECK (end_byte >= start_byte),
    text        TEXT NOT NULL,
    author      TEXT,
    url         TEXT
) STRICT;
CREATE INDEX notes_by_place ON notes (revision_id, start_byte);
CREATE TABLE sentences (
    revision_id INTEGER NOT NULL REFERENCES revisions (id) ON DELETE CASCADE,
    number      INTEGER NOT NULL CHECK (number >= 1),
    kind        TEXT NOT NULL CHECK (kind IN ('heading', 'body', 'item', 'quotation', 'cell', 'boilerplate')),
    score       REAL NOT NULL CHECK (score BETWEEN 0 AND 1),
    start_byte  INTEGER NOT NULL CHECK (start_byte >= 0),
    end_byte    INTEGER NOT NULL CHECK (end_byte >= start_byte),
    start_char  INTEGER NOT NULL CHECK (start_char BETWEEN 0 AND start_byte),
    end_char    INTEGER NOT NULL CHECK (end_char BETWEEN start_char AND end_byte),
    PRIMARY KEY (revision_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX sentences_by_end ON sentences (revision_id, end_byte);
CREATE TABLE facets (
    revision_id INTEGER NOT NULL REFERENCES revisions (id) ON DELETE CASCADE,
    number      INTEGER NOT NULL CHECK (number >= 1),
    sentence    INTEGER NOT NULL CHECK (sentence >= 1),
    kind        TEXT NOT NULL CHECK (kind IN ('date', 'quantity', 'name', 'quotation', 'attribution')),
    start_byte  INTEGER NOT NULL CHECK (start_byte >= 0),
    end_byte    INTEGER NOT NULL CHECK (end_byte >= start_byte),
    start_char  INTEGER NOT NULL CHECK (start_char BETWEEN 0 AND start_byte),
    end_char    INTEGER NOT NULL CHECK (end_char BETWEEN start_char AND end_byte),
    detail      TEXT NOT NULL CHECK (json_valid(detail)),
    name        TEXT CHECK ((name IS NULL) = (kind <> 'name')),
    earliest    TEXT CHECK (earliest IS NULL OR kind = 'date'),
    latest      TEXT CHECK ((latest IS NULL) = (earliest IS NULL)),
    PRIMARY KEY (revision_id, start_byte, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE claims (
    id                INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid              TEXT NOT NULL UNIQUE,
    article_id        INTEGER REFERENCES articles (id) ON DELETE CASCADE,
    statement         TEXT NOT NULL CHECK (length(statement) > 0),
    restated          INTEGER NOT NULL DEFAULT 0 CHECK (restated BETWEEN 0 AND 1),
    claimant_id       INTEGER REFERENCES claimants (id) ON DELETE SET NULL,
    claim_date        TEXT,
    language          TEXT,
    state             TEXT NOT NULL CHECK (state IN
                          ('extracted', 'to-check', 'in-review', 'decided', 'published', 'dismissed')),
    origin            TEXT NOT NULL CHECK (origin IN ('extracted', 'added', 'imported')),
    score             REAL CHECK (score BETWEEN 0 AND 1),
    reasons           TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(reasons)),
    dismissed_because TEXT,
    rating_id         INTEGER REFERENCES ratings (id) ON DELETE RESTRICT,
    stale_because     TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(stale_because)),
    decided_at        TEXT,
    held              INTEGER NOT NULL DEFAULT 0 CHECK (held BETWEEN 0 AND 1),
    place             INTEGER CHECK (place >= 0),
    -- What else the formats that it came in say of it, by their names.
    extra             TEXT CHECK (json_valid(extra)),
    created_at        TEXT NOT NULL,
    CHECK ((state = 'dismissed') = (dismissed_because IS NOT NULL))
) STRICT;
CREATE INDEX claims_by_article ON claims (article_id, place);
CREATE INDEX claims_by_state ON claims (state, article_id, place);
CREATE INDEX claims_by_score ON claims (score, state, article_id, place);
CREATE INDEX claims_by_rating ON claims (rating_id, state, article_id, place);
CREATE INDEX claims_open ON claims (article_id, place) WHERE state <> 'dismissed';
CREATE INDEX claims_stale ON claims (article_id, place) WHERE stale_because <> '[]';
CREATE INDEX claims_waiting ON claims (state, coalesce(score, 1.0) DESC, id)
    WHERE held = 0;
CREATE INDEX claims_by_time_taken ON claims (julianday(decided_at) - julianday(created_at))
    WHERE decided_at IS NOT NULL;
CREATE INDEX claims_by_claimant ON claims (claimant_id) WHERE claimant_id IS NOT NULL;
CREATE TABLE anchors (
    id          INTEGER PRIMARY KEY,
    claim_id    INTEGER NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    revision_id INTEGER NOT NULL REFERENCES revisions (id) ON DELETE CASCADE,
    start_byte  INTEGER CHECK (start_byte >= 0),
    end_byte    INTEGER CHECK (end_byte > start_byte),
    start_char  INTEGER CHECK (start_char BETWEEN 0 AND start_byte),
    end_char    INTEGER CHECK (end_char > start_char AND end_char <= end_byte),
    quote       TEXT,
    words       TEXT,
    prefix      TEXT,
    suffix      TEXT,
    outcome     TEXT NOT NULL CHECK (outcome IN ('first', 'unmoved', 'moved', 'changed', 'ambiguous', 'gone', 'cut')),
    likeness    REAL CHECK (likeness BETWEEN 0 AND 1),
    candidates  TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(candidates)),
    UNIQUE (claim_id, revision_id),
    CHECK ((quote IS NULL) = (outcome IN ('ambiguous', 'gone', 'cut'))),
    CHECK ((quote IS NULL) = (start_byte IS NULL) AND (quote IS NULL) = (end_byte IS NULL)),
    CHECK ((quote IS NULL) = (start_char IS NULL) AND (quote IS NULL) = (end_char IS NULL)),
    CHECK ((quote IS NULL) = (prefix IS NULL) AND (quote IS NULL) = (suffix IS NULL)),
    CHECK ((quote IS NULL) = (words IS NULL))
) STRICT;
CREATE INDEX anchors_by_place ON anchors (revision_id, start_byte);
CREATE VIEW latest_places AS
    SELECT a.* FROM anchors a
    WHERE a.id = (SELECT max(id) FROM anchors WHERE claim_id = a.claim_id AND quote IS NOT NULL);
CREATE TRIGGER claims_place_insert AFTER INSERT ON anchors WHEN NEW.start_byte IS NOT NULL
BEGIN UPDATE claims SET place = NEW.start_byte WHERE id = NEW.claim_id; END;
CREATE TRIGGER claims_place_update AFTER UPDATE OF start_byte ON anchors
BEGIN
    UPDATE claims SET place = (SELECT start_byte FROM latest_places WHERE claim_id = NEW.claim_id)
    WHERE id = NEW.claim_id;
END;
CREATE TABLE appearances (
    claim_id   INTEGER NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    number     INTEGER NOT NULL CHECK (number >= 1),
    url        TEXT,
    title      TEXT,
    quote      TEXT,
    start_char INTEGER CHECK (start_char >= 0),
    end_char   INTEGER CHECK (end_char >= start_char),
    PRIMARY KEY (claim_id, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE publications (
    claim_id      INTEGER PRIMARY KEY REFERENCES claims (id) ON DELETE CASCADE,
    url           TEXT,
    title         TEXT,
    published     TEXT,
    publisher     TEXT,
    publisher_url TEXT,
    rating_label  TEXT
) STRICT;
CREATE TABLE imports (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid        TEXT NOT NULL UNIQUE,
    format      TEXT NOT NULL,
    file_name   TEXT,
    sha256      TEXT NOT NULL CHECK (length(sha256) = 64),
    reviewer_id INTEGER NOT NULL REFERENCES reviewers (id) ON DELETE RESTRICT,
    created_at  TEXT NOT NULL
) STRICT;
CREATE INDEX imports_by_reviewer ON imports (reviewer_id);
CREATE TABLE imported_claims (
    claim_id  INTEGER NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    import_id INTEGER NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
    record    INTEGER NOT NULL CHECK (record >= 1),
    outcome   TEXT NOT NULL CHECK (outcome IN ('added', 'updated')),
    PRIMARY KEY (claim_id, import_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX imported_claims_by_import ON imported_claims (import_id);
CREATE TABLE repeats (
    claim_id    INTEGER NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    revision_id INTEGER NOT NULL REFERENCES revisions (id) ON DELETE CASCADE,
    sentence    INTEGER NOT NULL CHECK (sentence >= 1),
    PRIMARY KEY (claim_id, revision_id, sentence)
) STRICT, WITHOUT ROWID;
CREATE INDEX repeats_by_place ON repeats (revision_id, sentence);
CREATE TABLE claim_links (
    claim_id    INTEGER NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    earlier_id  INTEGER NOT NULL REFERENCES claims (id) ON DELETE CASCADE CHECK (earlier_id <> claim_id),
    reviewer_id INTEGER NOT NULL REFERENCES reviewers (id) ON DELETE RESTRICT,
    created_at  TEXT NOT NULL,
    PRIMARY KEY (claim_id, earlier_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_links_by_earlier ON claim_links (earlier_id);
CREATE INDEX claim_links_by_reviewer ON claim_links (reviewer_id);
CREATE TABLE topics (
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE claim_topics (
    claim_id INTEGER NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    topic_id INTEGER NOT NULL REFERENCES topics (id) ON DELETE CASCADE,
    PRIMARY KEY (claim_id, topic_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_topics_by_topic ON claim_topics (topic_id);
CREATE TABLE assignments (
    id          INTEGER PRIMARY KEY,
    uuid        TEXT NOT NULL UNIQUE,
    claim_id    INTEGER NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    reviewer_id INTEGER NOT NULL REFERENCES reviewers (id) ON DELETE RESTRICT,
    assigned_by INTEGER NOT NULL REFERENCES reviewers (id) ON DELETE RESTRICT,
    due         TEXT,
    taken_at    TEXT,
    created_at  TEXT NOT NULL,
    ended_at    TEXT
) STRICT;
CREATE INDEX assignments_by_claim ON assignments (claim_id);
CREATE INDEX assignments_by_reviewer ON assignments (reviewer_id, ended_at, taken_at);
CREATE INDEX assignments_by_assigner ON assignments (assigned_by);
CREATE INDEX assignments_due ON assignments (due) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX assignments_open ON assignments (reviewer_id, claim_id) WHERE ended_at IS NULL;
CREATE TRIGGER claims_held_insert AFTER INSERT ON assignments
BEGIN UPDATE claims SET held = 1 WHERE id = NEW.claim_id AND NEW.ended_at IS NULL; END;
CREATE TRIGGER claims_held_update AFTER UPDATE OF ended_at ON assignments
BEGIN
    UPDATE claims SET held = EXISTS (SELECT 1 FROM assignments WHERE claim_id = NEW.claim_id AND ended_at IS NULL)
    WHERE id = NEW.claim_id;
END;
CREATE TABLE scales (
    id          INTEGER PRIMARY KEY,
    uuid        TEXT NOT NULL UNIQUE,
    slug        TEXT NOT NULL UNIQUE,
    name        TEXT NOT NULL,
    description TEXT NOT NULL,
    created_at  TEXT NOT NULL
) STRICT;
CREATE TABLE ratings (
    id          INTEGER PRIMARY KEY,
    scale_id    INTEGER NOT NULL REFERENCES scales (id) ON DELETE CASCADE,
    slug        TEXT NOT NULL,
    label       TEXT NOT NULL,
    description TEXT NOT NULL,
    position    INTEGER CHECK (position >= 1),
    tone        TEXT NOT NULL CHECK (tone IN ('good', 'mixed', 'bad', 'neutral')),
    version     INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
    UNIQUE (scale_id, slug),
    UNIQUE (scale_id, position)
) STRICT;
CREATE INDEX ratings_by_slug ON ratings (slug);
CREATE TABLE crosswalks (
    from_rating_id INTEGER NOT NULL REFERENCES ratings (id) ON DELETE CASCADE,
    to_scale_id    INTEGER NOT NULL REFERENCES scales (id) ON DELETE CASCADE,
    to_rating_id   INTEGER REFERENCES ratings (id) ON DELETE CASCADE,
    loss           TEXT CHECK (length(loss) > 0),
    PRIMARY KEY (from_rating_id, to_scale_id),
    CHECK (to_rating_id IS NOT NULL OR loss IS NOT NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX crosswalks_by_scale ON crosswalks (to_scale_id);
CREATE INDEX crosswalks_by_rating ON crosswalks (to_rating_id);
CREATE TABLE verdicts (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid           TEXT NOT NULL UNIQUE,
    claim_id       INTEGER NOT NULL REFERENCES claims (id) ON DELETE RESTRICT,
    reviewer_id    INTEGER NOT NULL REFERENCES reviewers (id) ON DELETE RESTRICT,
    rating_id      INTEGER NOT NULL REFERENCES ratings (id) ON DELETE RESTRICT,
    revision_id    INTEGER REFERENCES revisions (id) ON DELETE RESTRICT,
    words          TEXT,
    rationale      TEXT NOT NULL,
    correction     TEXT,
    confidence     TEXT CHECK (confidence IN ('low', 'medium', 'high')),
    no_source      TEXT CHECK (length(no_source) > 0),
    rating_version INTEGER NOT NULL DEFAULT 1,
    supersedes_id  INTEGER REFERENCES verdicts (id) ON DELETE RESTRICT CHECK (supersedes_id <> id),
    reaffirmed     TEXT CHECK (reaffirmed IS NULL OR (length(reaffirmed) > 0 AND supersedes_id IS NOT NULL)),
    reused_claim_id  INTEGER REFERENCES claims (id) ON DELETE RESTRICT CHECK (reused_claim_id <> claim_id),
    reused_rating_id INTEGER REFERENCES ratings (id) ON DELETE RESTRICT,
    created_at     TEXT NOT NULL,
    CHECK ((reused_claim_id IS NULL) = (reused_rating_id IS NULL))
) STRICT;
CREATE INDEX verdicts_by_claim ON verdicts (claim_id, reviewer_id, uuid);
CREATE INDEX verdicts_by_reviewer ON verdicts (reviewer_id, id);
CREATE INDEX verdicts_by_superseded ON verdicts (supersedes_id) WHERE supersedes_id IS NOT NULL;
CREATE INDEX verdicts_by_rating ON verdicts (rating_id);
CREATE INDEX verdicts_by_revision ON verdicts (revision_id);
CREATE INDEX verdicts_by_reused_claim ON verdicts (reused_claim_id) WHERE reused_claim_id IS NOT NULL;
CREATE INDEX verdicts_by_reused_rating ON verdicts (reused_rating_id) WHERE reused_rating_id IS NOT NULL;
CREATE TABLE withdrawals (
    verdict_id  INTEGER NOT NULL REFERENCES verdicts (id) ON DELETE RESTRICT,
    reviewer_id INTEGER NOT NULL REFERENCES reviewers (id) ON DELETE RESTRICT,
    created_at  TEXT NOT NULL,
    PRIMARY KEY (verdict_id, created_at, reviewer_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX withdrawals_by_reviewer ON withdrawals (reviewer_id);
CREATE VIEW kept_verdicts AS
SELECT * FROM verdicts v WHERE NOT EXISTS (SELECT 1 FROM withdrawals w WHERE w.verdict_id = v.id);
CREATE VIEW standing_verdicts AS
SELECT * FROM kept_verdicts v WHERE NOT EXISTS (
    SELECT 1 FROM kept_verdicts n WHERE n.claim_id = v.claim_id AND n.reviewer_id = v.reviewer_id AND n.uuid > v.uuid);
CREATE TABLE rulings (
    id               INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid             TEXT NOT NULL UNIQUE,
    claim_id         INTEGER NOT NULL REFERENCES claims (id) ON DELETE RESTRICT,
    verdict_id       INTEGER NOT NULL REFERENCES verdicts (id) ON DELETE RESTRICT,
    rating_id        INTEGER NOT NULL REFERENCES ratings (id) ON DELETE RESTRICT,
    editor_id        INTEGER NOT NULL REFERENCES reviewers (id) ON DELETE RESTRICT,
    outcome          TEXT NOT NULL CHECK (outcome IN
                         ('signed-off', 'returned', 'reopened', 'published', 'corrected', 'undone')),
    four_eyes        INTEGER NOT NULL CHECK (four_eyes BETWEEN 0 AND 1),
    undoes_id        INTEGER REFERENCES rulings (id) ON DELETE RESTRICT CHECK (undoes_id <> id),
    ruled_verdict_id INTEGER REFERENCES verdicts (id) ON DELETE RESTRICT,
    ruled_rating_id  INTEGER REFERENCES ratings (id) ON DELETE RESTRICT,
    because          TEXT CHECK (length(because) > 0),
    created_at       TEXT NOT NULL,
    CHECK ((ruled_verdict_id IS NULL) = (ruled_rating_id IS NULL)),
    CHECK ((undoes_id IS NOT NULL) = (outcome = 'undone')),
    CHECK (outcome NOT IN ('returned', 'reopened') OR ruled_rating_id IS NULL),
    CHECK (outcome NOT IN ('published', 'corrected') OR ruled_rating_id IS NOT NULL),
    CHECK (outcome NOT IN ('returned', 'reopened', 'corrected') OR because IS NOT NULL)
) STRICT;
CREATE INDEX rulings_by_claim ON rulings (claim_id, uuid);
CREATE INDEX rulings_by_undone ON rulings (undoes_id) WHERE undoes_id IS NOT NULL;
CREATE INDEX rulings_by_verdict ON rulings (verdict_id);
CREATE INDEX rulings_by_rating ON rulings (rating_id);
CREATE INDEX rulings_by_editor ON rulings (editor_id);
CREATE INDEX rulings_by_ruled_verdict ON rulings (ruled_verdict_id);
CREATE INDEX rulings_by_ruled_rating ON rulings (ruled_rating_id);
CREATE TRIGGER rulings_four_eyes BEFORE INSERT ON rulings
WHEN NEW.four_eyes = 1 AND NEW.outcome IN ('signed-off', 'corrected')
    AND EXISTS (SELECT 1 FROM verdicts WHERE id = NEW.verdict_id AND reviewer_id = NEW.editor_id)
BEGIN SELECT RAISE(ABORT, 'a verdict can''t be signed off by who gave it'); END;
CREATE TRIGGER verdicts_keep_update BEFORE UPDATE ON verdicts
BEGIN SELECT RAISE(ABORT, 'a verdict can''t be changed; give a new one'); END;
CREATE TRIGGER verdicts_keep_delete BEFORE DELETE ON verdicts
BEGIN SELECT RAISE(ABORT, 'a verdict can''t be deleted; give a new one'); END;
CREATE TRIGGER verdicts_keep_replace BEFORE INSERT ON verdicts
WHEN EXISTS (SELECT 1 FROM verdicts WHERE id = NEW.id OR uuid = NEW.uuid)
BEGIN SELECT RAISE(ABORT, 'a verdict can''t be replaced; give a new one'); END;
CREATE TRIGGER rulings_keep_update BEFORE UPDATE ON rulings
BEGIN SELECT RAISE(ABORT, 'a ruling can''t be changed; give a new one'); END;
CREATE TRIGGER rulings_keep_delete BEFORE DELETE ON rulings
BEGIN SELECT RAISE(ABORT, 'a ruling can''t be deleted; give a new one'); END;
CREATE TRIGGER rulings_keep_replace BEFORE INSERT ON rulings
WHEN EXISTS (SELECT 1 FROM rulings WHERE id = NEW.id OR uuid = NEW.uuid)
BEGIN SELECT RAISE(ABORT, 'a ruling can''t be replaced; give a new one'); END;
CREATE TRIGGER withdrawals_keep_update BEFORE UPDATE ON withdrawals
BEGIN SELECT RAISE(ABORT, 'a withdrawal can''t be changed; give a new verdict'); END;
CREATE TRIGGER withdrawals_keep_delete BEFORE DELETE ON withdrawals
BEGIN SELECT RAISE(ABORT, 'a withdrawal can''t be deleted; give a new verdict'); END;
CREATE TRIGGER withdrawals_keep_replace BEFORE INSERT ON withdrawals
WHEN EXISTS (SELECT 1 FROM withdrawals WHERE (verdict_id, created_at, reviewer_id) = (NEW.verdict_id, NEW.created_at, NEW.reviewer_id))
BEGIN SELECT RAISE(ABORT, 'a withdrawal can''t be replaced; give a new verdict'); END;
CREATE TABLE sources (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid            TEXT NOT NULL UNIQUE,
    identity        TEXT NOT NULL,
    url             TEXT,
    doi             TEXT,
    isbn            TEXT,
    title           TEXT,
    author          TEXT,
    publisher       TEXT,
    published       TEXT,
    accessed        TEXT,
    language        TEXT,
    archived_url    TEXT,
    kind            TEXT CHECK (kind IN ('primary', 'secondary', 'tertiary')),
    type            TEXT CHECK (type IN ('document', 'webpage', 'dataset', 'book', 'article',
                                         'interview', 'video', 'audio', 'social')),
    contact         TEXT,
    confidentiality TEXT NOT NULL DEFAULT 'public'
                        CHECK (confidentiality IN ('public', 'internal', 'confidential')),
    notes           TEXT,
    -- What else a bibliography says of it, as an object of CSL-JSON.
    bibliography    TEXT CHECK (json_valid(bibliography)),
    created_at      TEXT NOT NULL
) STRICT;
CREATE TABLE source_identities (
    identity  TEXT PRIMARY KEY,
    source_id INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX source_identities_by_source ON source_identities (source_id);
CREATE TABLE snapshots (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid           TEXT NOT NULL UNIQUE,
    source_id      INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
    blob_id        INTEGER NOT NULL REFERENCES blobs (id) ON DELETE RESTRICT,
    text_blob_id   INTEGER REFERENCES blobs (id) ON DELETE RESTRICT,
    characters     INTEGER CHECK ((characters IS NULL) = (text_blob_id IS NULL)),
    pages          TEXT CHECK (json_valid(pages)),
    content_sha256 TEXT NOT NULL,
    links          TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(links)),
    media_type     TEXT NOT NULL,
    file_name      TEXT,
    url            TEXT,
    status         INTEGER CHECK (status BETWEEN 100 AND 999),
    headers        TEXT CHECK (json_valid(headers)),
    taken_at       TEXT NOT NULL,
    taken_by       INTEGER NOT NULL REFERENCES reviewers (id) ON DELETE RESTRICT,
    created_at     TEXT NOT NULL
) STRICT;
CREATE INDEX snapshots_by_source ON snapshots (source_id, taken_at, uuid);
CREATE INDEX snapshots_by_blob ON snapshots (blob_id);
CREATE INDEX snapshots_by_text ON snapshots (text_blob_id);
CREATE INDEX snapshots_by_reviewer ON snapshots (taken_by);
CREATE TABLE source_checks (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid       TEXT NOT NULL UNIQUE,
    source_id  INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
    outcome    TEXT NOT NULL CHECK (outcome IN ('first', 'unchanged', 'changed', 'moved', 'gone', 'unreachable')),
    status     INTEGER CHECK (status BETWEEN 100 AND 999),
    url        TEXT,
    likeness   REAL CHECK (likeness BETWEEN 0 AND 1),
    problem    TEXT,
    checked_by INTEGER NOT NULL REFERENCES reviewers (id) ON DELETE RESTRICT,
    checked_at TEXT NOT NULL
) STRICT;
CREATE INDEX source_checks_by_source ON source_checks (source_id, checked_at, uuid);
CREATE INDEX source_checks_by_reviewer ON source_checks (checked_by);
CREATE TABLE evidence (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid        TEXT NOT NULL UNIQUE,
    claim_id    INTEGER NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    source_id   INTEGER NOT NULL REFERENCES sources (id) ON DELETE RESTRICT,
    verdict_id  INTEGER REFERENCES verdicts (id) ON DELETE RESTRICT,
    reviewer_id INTEGER NOT NULL REFERENCES reviewers (id) ON DELETE RESTRICT,
    stance      TEXT NOT NULL CHECK (stance IN ('supports', 'refutes', 'context')),
    quote       TEXT,
    locator     TEXT,
    created_at  TEXT NOT NULL
) STRICT;
CREATE INDEX evidence_by_claim ON evidence (claim_id, id);
CREATE INDEX evidence_by_source ON evidence (source_id, id);
CREATE INDEX evidence_by_verdict ON evidence (verdict_id);
CREATE INDEX evidence_by_reviewer ON evidence (reviewer_id);
CREATE TABLE findings (
    evidence_id INTEGER NOT NULL REFERENCES evidence (id) ON DELETE CASCADE,
    snapshot_id INTEGER NOT NULL REFERENCES snapshots (id) ON DELETE CASCADE,
    finding     TEXT NOT NULL CHECK (finding IN ('found', 'approximate', 'not-found')),
    start_char  INTEGER CHECK (start_char >= 0),
    end_char    INTEGER CHECK (end_char > start_char),
    page        INTEGER CHECK (page >= 1),
    words       TEXT,
    likeness    REAL CHECK (likeness BETWEEN 0 AND 1),
    figures     TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(figures)),
    PRIMARY KEY (evidence_id, snapshot_id),
    CHECK ((finding = 'not-found') = (start_char IS NULL)),
    CHECK ((start_char IS NULL) = (end_char IS NULL) AND (start_char IS NULL) = (words IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX findings_by_snapshot ON findings (snapshot_id);
CREATE TABLE flags (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid        TEXT NOT NULL UNIQUE,
    article_id  INTEGER REFERENCES articles (id) ON DELETE CASCADE,
    claim_id    INTEGER REFERENCES claims (id) ON DELETE CASCADE,
    revision_id INTEGER REFERENCES revisions (id) ON DELETE CASCADE,
    start_byte  INTEGER,
    end_byte    INTEGER,
    start_char  INTEGER,
    end_char    INTEGER,
    quote       TEXT,
    prefix      TEXT,
    suffix      TEXT,
    outcome     TEXT NOT NULL DEFAULT 'first'
                    CHECK (outcome IN ('first', 'unmoved', 'moved', 'changed', 'ambiguous', 'gone', 'cut')),
    code        TEXT,
    name        TEXT,
    category    TEXT NOT NULL CHECK (length(category) > 0),
    severity    TEXT NOT NULL CHECK (severity IN ('low', 'medium', 'high')),
    message     TEXT NOT NULL CHECK (length(message) > 0),
    evidence    TEXT CHECK (json_valid(evidence)),
    suggestion  TEXT,
    certainty   TEXT CHECK (certainty IN ('certain', 'likely', 'possible')),
    about       TEXT CHECK (about IS NULL OR (claim_id IS NOT NULL AND code IS NOT NULL)),
    raised_by   INTEGER REFERENCES reviewers (id) ON DELETE RESTRICT,
    state       TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'resolved')),
    resolved_by INTEGER REFERENCES reviewers (id) ON DELETE RESTRICT,
    resolved_at TEXT,
    resolution  TEXT,
    created_at  TEXT NOT NULL,
    CHECK (article_id IS NOT NULL OR claim_id IS NOT NULL),
    CHECK ((quote IS NULL) = (revision_id IS NULL)),
    CHECK ((quote IS NULL) = (start_byte IS NULL)),
    CHECK (end_byte > start_byte AND end_char > start_char),
    CHECK (code IS NOT NULL OR raised_by IS NOT NULL),
    CHECK ((code IS NULL) = (certainty IS NULL)),
    CHECK ((state = 'resolved') = (resolution IS NOT NULL))
) STRICT;
CREATE INDEX flags_by_article ON flags (article_id, state);
CREATE INDEX flags_by_claim ON flags (claim_id, state);
CREATE INDEX flags_by_state ON flags (state, severity);
CREATE INDEX flags_by_revision ON flags (revision_id);
CREATE INDEX flags_by_raiser ON flags (raised_by);
CREATE INDEX flags_by_resolver ON flags (resolved_by);
CREATE TABLE reference_facts (
    id         INTEGER PRIMARY KEY,
    uuid       TEXT NOT NULL UNIQUE,
    slug       TEXT NOT NULL UNIQUE,
    kind       TEXT NOT NULL CHECK (kind IN ('event', 'office', 'organisation')),
    statement  TEXT NOT NULL CHECK (length(statement) > 0),
    person     TEXT CHECK ((kind = 'office') = (person IS NOT NULL)),
    country    TEXT CHECK (kind <> 'office' OR country IS NOT NULL),
    from_date  TEXT NOT NULL,
    to_date    TEXT CHECK (kind <> 'event' OR to_date IS NULL),
    is_stretch INTEGER NOT NULL DEFAULT 0 CHECK (is_stretch BETWEEN 0 AND 1),
    date_matters INTEGER NOT NULL DEFAULT 0 CHECK (date_matters BETWEEN 0 AND 1),
    place      TEXT,
    note       TEXT,
    claim_id   INTEGER REFERENCES claims (id) ON DELETE SET NULL,
    created_at TEXT NOT NULL
) STRICT;
CREATE INDEX reference_facts_by_claim ON reference_facts (claim_id) WHERE claim_id IS NOT NULL;
CREATE TABLE reference_names (
    fact_id  INTEGER NOT NULL REFERENCES reference_facts (id) ON DELETE CASCADE,
    role     TEXT NOT NULL CHECK (role IN ('word', 'near', 'not', 'also', 'name', 'title', 'demonym')),
    position INTEGER NOT NULL CHECK (position >= 0),
    name     TEXT NOT NULL CHECK (length(name) > 0),
    PRIMARY KEY (fact_id, role, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE reference_sources (
    fact_id   INTEGER NOT NULL REFERENCES reference_facts (id) ON DELETE CASCADE,
    source_id INTEGER NOT NULL REFERENCES sources (id) ON DELETE RESTRICT,
    locator   TEXT,
    PRIMARY KEY (fact_id, source_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX reference_sources_by_source ON reference_sources (source_id);
CREATE TABLE comments (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid        TEXT NOT NULL UNIQUE,
    claim_id    INTEGER NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    reviewer_id INTEGER NOT NULL REFERENCES reviewers (id) ON DELETE RESTRICT,
    body        TEXT NOT NULL CHECK (length(body) > 0),
    created_at  TEXT NOT NULL
) STRICT;
CREATE INDEX comments_by_claim ON comments (claim_id, id);
CREATE INDEX comments_by_reviewer ON comments (reviewer_id);
CREATE TABLE replies (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid        TEXT NOT NULL UNIQUE,
    claim_id    INTEGER NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    reviewer_id INTEGER NOT NULL REFERENCES reviewers (id) ON DELETE RESTRICT,
    asked_of    TEXT NOT NULL CHECK (length(asked_of) > 0),
    asked       TEXT NOT NULL,
    channel     TEXT,
    answered    TEXT,
    answer      TEXT,
    created_at  TEXT NOT NULL,
    CHECK (answer IS NULL OR answered IS NOT NULL)
) STRICT;
CREATE INDEX replies_by_claim ON replies (claim_id, id);
CREATE INDEX replies_by_reviewer ON replies (reviewer_id);
CREATE VIEW verdict_doubts AS
SELECT v.id AS verdict_id, v.claim_id,
       (SELECT json_group_array(d.cause) FROM (
            SELECT 'words' AS cause
            WHERE v.words IS NOT (SELECT iif(a.outcome = 'cut', v.words, a.words) FROM anchors a
                                  WHERE a.claim_id = v.claim_id ORDER BY a.id DESC LIMIT 1)
            UNION ALL
            SELECT 'scale' WHERE v.rating_version <> (SELECT g.version FROM ratings g WHERE g.id = v.rating_id)
            UNION ALL
            SELECT 'snapshot' WHERE EXISTS (
                SELECT 1 FROM evidence e JOIN snapshots n ON n.source_id = e.source_id
                    AND n.taken_at > max(v.created_at, e.created_at)
                WHERE e.claim_id = v.claim_id AND +e.reviewer_id = v.reviewer_id
                    AND n.content_sha256 <> (SELECT o.content_sha256 FROM snapshots o
                                      WHERE o.source_id = n.source_id AND o.taken_at < n.taken_at
                                      ORDER BY o.taken_at DESC LIMIT 1))
            UNION ALL
            SELECT 'gone' WHERE EXISTS (
                SELECT 1 FROM evidence e JOIN source_checks k ON k.id = (
                    SELECT id FROM source_checks WHERE source_id = e.source_id ORDER BY checked_at DESC, uuid DESC LIMIT 1)
                WHERE e.claim_id = v.claim_id AND +e.reviewer_id = v.reviewer_id
                    AND k.outcome = 'gone' AND k.checked_at > max(v.created_at, e.created_at))
            UNION ALL
            SELECT 'earlier' WHERE v.reused_rating_id <> (
                SELECT coalesce(o.rating_id, 0) FROM claims o WHERE o.id = v.reused_claim_id)
        ) d) AS doubts
FROM verdicts v;
CREATE VIEW claim_standings AS
SELECT c.id AS claim_id,
       coalesce(u.ruled_rating_id, l.rating_id) AS rating_id,
       CASE WHEN u.ruled_rating_id IS NOT NULL AND (b.id IS NULL OR b.uuid < rv.uuid OR EXISTS (
                SELECT 1 FROM kept_verdicts n WHERE n.claim_id = c.id AND n.reviewer_id = rv.reviewer_id
                    AND n.uuid > rv.uuid AND n.uuid <= b.uuid AND n.reaffirmed IS NULL))
            THEN json_insert(coalesce(d.doubts, '[]'), '$[#]', 'verdict')
            ELSE coalesce(d.doubts, '[]') END AS stale_because,
       CASE WHEN u.ruled_rating_id IS NOT NULL THEN
           (SELECT r.created_at FROM rulings r
            WHERE r.claim_id = c.id AND r.uuid > coalesce((SELECT max(n.uuid) FROM rulings n
                                                           WHERE n.claim_id = c.id AND n.ruled_rating_id IS NULL), '')
            ORDER BY r.uuid LIMIT 1) END AS decided_at
FROM claims c
LEFT JOIN verdicts l ON l.id = (SELECT v.id FROM kept_verdicts v WHERE v.claim_id = c.id
                                ORDER BY v.uuid DESC LIMIT 1)
LEFT JOIN rulings u ON u.uuid = (SELECT max(r.uuid) FROM rulings r WHERE r.claim_id = c.id)
LEFT JOIN verdicts rv ON rv.id = u.ruled_verdict_id
LEFT JOIN verdicts b ON b.id = CASE WHEN rv.id IS NULL THEN l.id ELSE
                                   (SELECT v.id FROM kept_verdicts v
                                    WHERE v.claim_id = c.id AND v.reviewer_id = rv.reviewer_id
                                    ORDER BY v.uuid DESC LIMIT 1) END
LEFT JOIN verdict_doubts d ON d.verdict_id = b.id;
CREATE TRIGGER claims_follow INSTEAD OF UPDATE ON claim_standings
BEGIN
    UPDATE claims SET rating_id = OLD.rating_id, stale_because = OLD.stale_because, decided_at = OLD.decided_at
    WHERE id = OLD.claim_id;
END;
CREATE VIEW first_verdicts AS
SELECT v.id FROM verdicts v JOIN ratings g ON g.id = v.rating_id
WHERE v.rating_version = g.version AND v.reused_claim_id IS NULL
    AND v.words IS (SELECT a.words FROM anchors a WHERE a.claim_id = v.claim_id ORDER BY a.id DESC LIMIT 1)
    AND NOT EXISTS (SELECT 1 FROM verdicts o WHERE o.claim_id = v.claim_id AND o.id <> v.id)
    AND NOT EXISTS (SELECT 1 FROM evidence e WHERE e.claim_id = v.claim_id);
CREATE TRIGGER claims_follow_first_verdict AFTER INSERT ON verdicts
WHEN EXISTS (SELECT 1 FROM first_verdicts WHERE id = NEW.id)
BEGIN UPDATE claims SET rating_id = NEW.rating_id, stale_because = '[]', decided_at = NULL WHERE id = NEW.claim_id; END;
CREATE TRIGGER claims_follow_verdicts AFTER INSERT ON verdicts
WHEN NOT EXISTS (SELECT 1 FROM first_verdicts WHERE id = NEW.id)
BEGIN UPDATE claim_standings SET rating_id = rating_id WHERE claim_id = NEW.claim_id; END;
CREATE TRIGGER claims_follow_withdrawals AFTER INSERT ON withdrawals
BEGIN UPDATE claim_standings SET rating_id = rating_id WHERE claim_id = (SELECT claim_id FROM verdicts WHERE id = NEW.verdict_id); END;
CREATE TRIGGER claims_follow_rulings AFTER INSERT ON rulings
BEGIN UPDATE claim_standings SET rating_id = rating_id WHERE claim_id = NEW.claim_id; END;
CREATE TRIGGER claims_follow_anchors AFTER INSERT ON anchors
WHEN EXISTS (SELECT 1 FROM verdicts WHERE claim_id = NEW.claim_id)
BEGIN UPDATE claim_standings SET rating_id = rating_id WHERE claim_id = NEW.claim_id; END;
CREATE TRIGGER claims_follow_moved_anchors AFTER UPDATE ON anchors
WHEN EXISTS (SELECT 1 FROM verdicts WHERE claim_id = NEW.claim_id)
BEGIN UPDATE claim_standings SET rating_id = rating_id WHERE claim_id = NEW.claim_id; END;
CREATE TRIGGER claims_follow_snapshots AFTER INSERT ON snapshots
BEGIN UPDATE claim_standings SET rating_id = rating_id WHERE claim_id IN (SELECT claim_id FROM evidence WHERE source_id = NEW.source_id); END;
CREATE TRIGGER claims_follow_checks AFTER INSERT ON source_checks
BEGIN UPDATE claim_standings SET rating_id = rating_id WHERE claim_id IN (SELECT claim_id FROM evidence WHERE source_id = NEW.source_id); END;
CREATE TRIGGER claims_follow_lost_snapshots AFTER DELETE ON snapshots
BEGIN UPDATE claim_standings SET rating_id = rating_id WHERE claim_id IN (SELECT claim_id FROM evidence WHERE source_id = OLD.source_id); END;
CREATE TRIGGER claims_follow_evidence AFTER UPDATE OF source_id ON evidence
BEGIN UPDATE claim_standings SET rating_id = rating_id WHERE claim_id = NEW.claim_id; END;
CREATE TRIGGER claims_follow_lost_evidence AFTER DELETE ON evidence
BEGIN UPDATE claim_standings SET rating_id = rating_id WHERE claim_id = OLD.claim_id; END;
CREATE TRIGGER claims_follow_ratings AFTER UPDATE OF version ON ratings
BEGIN UPDATE claim_standings SET rating_id = rating_id WHERE claim_id IN (SELECT claim_id FROM verdicts WHERE rating_id = NEW.id); END;
CREATE TRIGGER claims_follow_earlier AFTER UPDATE OF rating_id ON claims
WHEN OLD.rating_id IS NOT NEW.rating_id AND EXISTS (SELECT 1 FROM verdicts WHERE reused_claim_id = NEW.id)
BEGIN
    UPDATE claims SET stale_because = (SELECT s.stale_because FROM claim_standings s WHERE s.claim_id = claims.id)
    WHERE id IN (SELECT v.claim_id FROM verdicts v WHERE v.reused_claim_id = NEW.id);
END;
CREATE TABLE events (
    id            INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id >= 1),
    uuid          TEXT NOT NULL UNIQUE,
    at            TEXT NOT NULL,
    actor         TEXT NOT NULL,
    action        TEXT NOT NULL,
    subject_kind  TEXT NOT NULL CHECK (subject_kind IN
                      ('desk', 'article', 'claim', 'reviewer', 'scale', 'source', 'flag')),
    subject_id    INTEGER NOT NULL,
    subject_uuid  TEXT,
    before        TEXT CHECK (json_valid(before)),
    after         TEXT CHECK (json_valid(after)),
    previous_hash TEXT NOT NULL CHECK (length(previous_hash) = 64),
    hash          TEXT NOT NULL UNIQUE CHECK (length(hash) = 64)
) STRICT;
CREATE INDEX events_by_subject ON events (subject_kind, subject_id, id);
CREATE INDEX events_by_actor ON events (actor, id);
CREATE TRIGGER events_keep_update BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'an event can''t be changed'); END;
CREATE TRIGGER events_keep_delete BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'an event can''t be deleted'); END;
CREATE TRIGGER events_keep_replace BEFORE INSERT ON events
WHEN EXISTS (SELECT 1 FROM events WHERE id = NEW.id OR uuid = NEW.uuid OR hash = NEW.hash)
BEGIN SELECT RAISE(ABORT, 'an event can''t be replaced'); END;
CREATE TABLE merged_events (
    uuid          TEXT PRIMARY KEY,
    desk          TEXT NOT NULL,
    number        INTEGER NOT NULL CHECK (number >= 1),
    at            TEXT NOT NULL,
    actor         TEXT NOT NULL,
    action        TEXT NOT NULL,
    subject_kind  TEXT NOT NULL CHECK (subject_kind IN
                      ('desk', 'article', 'claim', 'reviewer', 'scale', 'source', 'flag')),
    subject_id    INTEGER NOT NULL,
    subject_uuid  TEXT,
    before        TEXT CHECK (json_valid(before)),
    after         TEXT CHECK (json_valid(after)),
    previous_hash TEXT NOT NULL CHECK (length(previous_hash) = 64),
    hash          TEXT NOT NULL UNIQUE CHECK (length(hash) = 64)
) STRICT, WITHOUT ROWID;
CREATE INDEX merged_events_by_desk ON merged_events (desk, number, hash);
CREATE INDEX merged_events_by_subject ON merged_events (subject_uuid, at);
CREATE INDEX merged_events_by_time ON merged_events (at);
CREATE TRIGGER merged_events_keep_update BEFORE UPDATE ON merged_events
BEGIN SELECT RAISE(ABORT, 'an event can''t be changed'); END;
CREATE TRIGGER merged_events_keep_delete BEFORE DELETE ON merged_events
BEGIN SELECT RAISE(ABORT, 'an event can''t be deleted'); END;
CREATE TRIGGER merged_events_keep_replace BEFORE INSERT ON merged_events
WHEN EXISTS (SELECT 1 FROM merged_events WHERE uuid = NEW.uuid OR hash = NEW.hash)
BEGIN SELECT RAISE(ABORT, 'an event can''t be replaced'); END;
CREATE TABLE removals (
    kind   TEXT NOT NULL CHECK (kind IN
               ('reviewer', 'claimant', 'scale', 'article', 'claim', 'source', 'link', 'snapshot', 'evidence',
                'comment', 'reply', 'flag', 'fact')),
    uuid   TEXT NOT NULL,
    became TEXT CHECK (became <> uuid),
    PRIMARY KEY (kind, uuid)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER removals_of_articles AFTER DELETE ON articles
BEGIN INSERT INTO removals (kind, uuid) VALUES ('article', OLD.uuid) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER removals_of_claims AFTER DELETE ON claims
WHEN OLD.article_id IS NULL OR EXISTS (SELECT 1 FROM articles WHERE id = OLD.article_id)
BEGIN INSERT INTO removals (kind, uuid) VALUES ('claim', OLD.uuid) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER removals_of_sources AFTER DELETE ON sources
BEGIN INSERT INTO removals (kind, uuid) VALUES ('source', OLD.uuid) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER removals_of_links AFTER DELETE ON claim_links
WHEN EXISTS (SELECT 1 FROM claims WHERE id = OLD.claim_id) AND EXISTS (SELECT 1 FROM claims WHERE id = OLD.earlier_id)
BEGIN
    INSERT INTO removals (kind, uuid)
    SELECT 'link', c.uuid || ' ' || e.uuid || ' ' || OLD.created_at FROM claims c, claims e
    WHERE c.id = OLD.claim_id AND e.id = OLD.earlier_id ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER removals_of_snapshots AFTER DELETE ON snapshots
WHEN EXISTS (SELECT 1 FROM sources WHERE id = OLD.source_id)
BEGIN INSERT INTO removals (kind, uuid) VALUES ('snapshot', OLD.uuid) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER removals_of_evidence AFTER DELETE ON evidence
WHEN EXISTS (SELECT 1 FROM claims WHERE id = OLD.claim_id)
BEGIN INSERT INTO removals (kind, uuid) VALUES ('evidence', OLD.uuid) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER removals_of_comments AFTER DELETE ON comments
WHEN EXISTS (SELECT 1 FROM claims WHERE id = OLD.claim_id)
BEGIN INSERT INTO removals (kind, uuid) VALUES ('comment', OLD.uuid) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER removals_of_replies AFTER DELETE ON replies
WHEN EXISTS (SELECT 1 FROM claims WHERE id = OLD.claim_id)
BEGIN INSERT INTO removals (kind, uuid) VALUES ('reply', OLD.uuid) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER removals_of_flags AFTER DELETE ON flags
WHEN (OLD.article_id IS NULL OR EXISTS (SELECT 1 FROM articles WHERE id = OLD.article_id))
    AND (OLD.claim_id IS NULL OR EXISTS (SELECT 1 FROM claims WHERE id = OLD.claim_id))
BEGIN INSERT INTO removals (kind, uuid) VALUES ('flag', OLD.uuid) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER removals_of_facts AFTER DELETE ON reference_facts
BEGIN INSERT INTO removals (kind, uuid) VALUES ('fact', OLD.uuid) ON CONFLICT DO NOTHING; END;
CREATE VIEW documents AS
    SELECT 'claim' AS kind, c.id AS number, c.id * 4 AS id, c.statement,
           (SELECT a.words FROM latest_places a
            WHERE a.claim_id = c.id AND a.quote <> c.statement AND a.words <> c.statement) AS quote,
           (SELECT group_concat(v.rationale, char(10)) FROM (
                SELECT s.rationale FROM standing_verdicts s WHERE s.claim_id = c.id ORDER BY s.uuid) v) AS rationale,
           (SELECT group_concat(v.correction, char(10)) FROM (
                SELECT s.correction FROM standing_verdicts s WHERE s.claim_id = c.id ORDER BY s.uuid) v) AS correction,
           (SELECT group_concat(e.words, char(10)) FROM (
                SELECT coalesce(s.quote || char(10), '') || coalesce(s.locator, '') AS words FROM evidence s
                WHERE s.claim_id = c.id ORDER BY s.id) e) AS evidence,
           (SELECT group_concat(m.body, char(10)) FROM (
                SELECT s.body FROM comments s WHERE s.claim_id = c.id ORDER BY s.id) m) AS comment,
           (SELECT b.title FROM publications b WHERE b.claim_id = c.id) AS title,
           (SELECT p.name FROM claimants p WHERE p.id = c.claimant_id) AS byline,
           NULL AS text, NULL AS address, NULL AS message
    FROM claims c
    UNION ALL
    SELECT 'article', a.id, a.id * 4 + 1, NULL, NULL, NULL, NULL, NULL, NULL, a.title,
           nullif(coalesce(a.author || char(10), '') || coalesce(a.publisher, ''), ''),
           (SELECT r.text FROM revisions r WHERE r.article_id = a.id ORDER BY r.number DESC LIMIT 1), a.url, NULL
    FROM articles a
    UNION ALL
    SELECT 'source', s.id, s.id * 4 + 2, NULL, NULL, NULL, NULL, NULL, NULL, s.title,
           nullif(coalesce(s.author || char(10), '') || coalesce(s.publisher, ''), ''), s.notes,
           nullif(coalesce(s.url || char(10), '') || coalesce(s.doi || char(10), '') || coalesce(s.isbn, ''), ''), NULL
    FROM sources s
    UNION ALL
    SELECT 'flag', f.id, f.id * 4 + 3, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
           f.message || coalesce(char(10) || f.suggestion, '')
    FROM flags f;
CREATE VIEW spaceless AS SELECT '*[ก-๛ກ-ໟက-႟ក-៹ぁ-ヿ㐀-䶿一-鿿豈-龎ｦ-ﾝ𠀀-𲎯]*' AS pattern;
CREATE VIEW search_documents AS
    SELECT d.kind, d.number, d.id, d.statement, d.quote, d.rationale, d.correction, d.evidence, d.comment,
           d.title, d.byline, d.text, d.address, d.message,
           coalesce(d.statement || '  ', '') || coalesce(d.quote || '  ', '') || coalesce(d.title || '  ', '')
               || coalesce(d.byline || '  ', '')
               || iif(length(CAST(d.others AS BLOB)) > length(d.others) AND d.others GLOB (SELECT pattern FROM spaceless), d.others, '') AS letters
    FROM (SELECT *, coalesce(rationale || '  ', '') || coalesce(correction || '  ', '')
                 || coalesce(evidence || '  ', '') || coalesce(comment || '  ', '') || coalesce(text || '  ', '')
                 || coalesce(address || '  ', '') || coalesce(message || '  ', '') AS others
          FROM documents) d;
CREATE VIRTUAL TABLE words USING fts5 (
    statement, quote, rationale, correction, evidence, comment, title, byline, text, address, message,
    content = '', contentless_delete = 1, tokenize = 'porter unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE letters USING fts5 (
    text, content = '', contentless_delete = 1, detail = none, tokenize = 'trigram remove_diacritics 1');
CREATE VIRTUAL TABLE letters_vocab USING fts5vocab (letters, instance);
CREATE TABLE unindexed (
    id      INTEGER PRIMARY KEY,
    letters INTEGER NOT NULL DEFAULT 1 CHECK (letters BETWEEN 0 AND 1)
) STRICT;
CREATE VIEW spaceless_claims AS
SELECT t.claim_id AS id FROM (
    SELECT claim_id, rationale || coalesce(correction, '') AS text FROM verdicts
    UNION ALL SELECT claim_id, coalesce(quote, '') || coalesce(locator, '') FROM evidence
    UNION ALL SELECT claim_id, body FROM comments) t
WHERE length(CAST(t.text AS BLOB)) > length(t.text) AND t.text GLOB (SELECT pattern FROM spaceless);
CREATE TRIGGER unindexed_claims_insert AFTER INSERT ON claims
BEGIN INSERT INTO unindexed (id) VALUES (NEW.id * 4) ON CONFLICT DO UPDATE SET letters = 1; END;
CREATE TRIGGER unindexed_claims_update AFTER UPDATE OF statement, claimant_id ON claims
WHEN (OLD.statement, OLD.claimant_id) IS NOT (NEW.statement, NEW.claimant_id)
BEGIN INSERT INTO unindexed (id) VALUES (NEW.id * 4) ON CONFLICT DO UPDATE SET letters = 1; END;
CREATE TRIGGER unindexed_claims_delete AFTER DELETE ON claims
BEGIN INSERT INTO unindexed (id) VALUES (OLD.id * 4) ON CONFLICT DO UPDATE SET letters = 1; END;
CREATE TRIGGER unindexed_anchors_insert AFTER INSERT ON anchors
WHEN NEW.quote IS NOT NULL AND coalesce(
        (SELECT (a.quote, a.words) IS NOT (NEW.quote, NEW.words) FROM anchors a
         WHERE a.claim_id = NEW.claim_id AND a.quote IS NOT NULL AND a.id < NEW.id ORDER BY a.id DESC LIMIT 1), true)
BEGIN INSERT INTO unindexed (id) VALUES (NEW.claim_id * 4) ON CONFLICT DO UPDATE SET letters = 1; END;
CREATE TRIGGER unindexed_anchors_update AFTER UPDATE OF quote, words ON anchors
WHEN (OLD.quote, OLD.words) IS NOT (NEW.quote, NEW.words)
BEGIN INSERT INTO unindexed (id) VALUES (NEW.claim_id * 4) ON CONFLICT DO UPDATE SET letters = 1; END;
CREATE TRIGGER unindexed_anchors_delete AFTER DELETE ON anchors
WHEN OLD.quote IS NOT NULL
BEGIN INSERT INTO unindexed (id) VALUES (OLD.claim_id * 4) ON CONFLICT DO UPDATE SET letters = 1; END;
CREATE TRIGGER unindexed_verdicts_insert AFTER INSERT ON verdicts
BEGIN
    INSERT INTO unindexed (id, letters)
    VALUES (NEW.claim_id * 4, EXISTS (SELECT 1 FROM spaceless_claims WHERE id = NEW.claim_id))
    ON CONFLICT DO UPDATE SET letters = max(letters, excluded.letters);
END;
CREATE TRIGGER unindexed_withdrawals_insert AFTER INSERT ON withdrawals
BEGIN INSERT INTO unindexed (id) SELECT v.claim_id * 4 FROM verdicts v WHERE v.id = NEW.verdict_id ON CONFLICT DO UPDATE SET letters = 1; END;
CREATE TRIGGER unindexed_evidence_insert AFTER INSERT ON evidence
BEGIN
    INSERT INTO unindexed (id, letters)
    VALUES (NEW.claim_id * 4, EXISTS (SELECT 1 FROM spaceless_claims WHERE id = NEW.claim_id))
    ON CONFLICT DO UPDATE SET letters = max(letters, excluded.letters);
END;
CREATE TRIGGER unindexed_evidence_update AFTER UPDATE OF claim_id, quote, locator ON evidence
WHEN (OLD.claim_id, OLD.quote, OLD.locator) IS NOT (NEW.claim_id, NEW.quote, NEW.locator)
BEGIN INSERT INTO unindexed (id) VALUES (OLD.claim_id * 4), (NEW.claim_id * 4) ON CONFLICT DO UPDATE SET letters = 1; END;
CREATE TRIGGER unindexed_evidence_delete AFTER DELETE ON evidence
BEGIN INSERT INTO unindexed (id) VALUES (OLD.claim_id * 4) ON CONFLICT DO UPDATE SET letters = 1; END;
CREATE TRIGGER unindexed_comments_insert AFTER INSERT ON comments
BEGIN
    INSERT INTO unindexed (id, letters)
    VALUES (NEW.claim_id * 4, EXISTS (SELECT 1 FROM spaceless_claims WHERE id = NEW.claim_id))
    ON CONFLICT DO UPDATE SET letters = max(letters, excluded.letters);
END;
CREATE TRIGGER unindexed_comments_update AFTER UPDATE OF claim_id, body ON comments
BEGIN INSERT INTO unindexed (id) VALUES (OLD.claim_id * 4), (NEW.claim_id * 4) ON CONFLICT DO UPDATE SET letters = 1; END;
CREATE TRIGGER unindexed_comments_delete AFTER DELETE ON comments
BEGIN INSERT INTO unindexed (id) VALUES (OLD.claim_id * 4) ON CONFLICT DO UPDATE SET letters = 1; END;
CREATE TRIGGER unindexed_claimants_update AFTER UPDATE OF name ON claimants
WHEN OLD.name <> NEW.name
BEGIN INSERT INTO unindexed (id) SELECT c.id * 4 FROM claims c WHERE c.claimant_id = NEW.id ON CONFLICT DO UPDATE SET letters = 1; END;
CREATE TRIGGER unindexed_articles_insert AFTER INSERT ON articles
BEGIN INSERT INTO unindexed (id) VALUES (NEW.id * 4 + 1) ON CONFLICT DO UPDATE SET letters = 1; END;
CREATE TRIGGER unindexed_articles_update AFTER UPDATE OF title, author, publisher, url ON articles
WHEN (OLD.title, OLD.author, OLD.publisher, OLD.url) IS NOT (NEW.title, NEW.author, NEW.publisher, NEW.url)
BEGIN INSERT INTO unindexed (id) VALUES (NEW.id * 4 + 1) ON CONFLICT DO UPDATE SET letters = 1; END;
CREATE TRIGGER unindexed_publications_insert AFTER INSERT ON publications
WHEN NEW.title IS NOT NULL
BEGIN INSERT INTO unindexed (id) VALUES (NEW.claim_id * 4) ON CONFLICT DO UPDATE SET letters = 1; END;
CREATE TRIGGER unindexed_publications_update AFTER UPDATE OF title ON publications
WHEN OLD.title IS NOT NEW.title
BEGIN INSERT INTO unindexed (id) VALUES (NEW.claim_id * 4) ON CONFLICT DO UPDATE SET letters = 1; END;
CREATE TRIGGER unindexed_publications_delete AFTER DELETE ON publications
WHEN OLD.title IS NOT NULL
BEGIN INSERT INTO unindexed (id) VALUES (OLD.claim_id * 4) ON CONFLICT DO UPDATE SET letters = 1; END;
CREATE TRIGGER unindexed_articles_delete AFTER DELETE ON articles
BEGIN INSERT INTO unindexed (id) VALUES (OLD.id * 4 + 1) ON CONFLICT DO UPDATE SET letters = 1; END;
CREATE TRIGGER unindexed_revisions_insert AFTER INSERT ON revisions
BEGIN INSERT INTO unindexed (id) VALUES (NEW.article_id * 4 + 1) ON CONFLICT DO UPDATE SET letters = 1; END;
CREATE TRIGGER unindexed_revisions_update AFTER UPDATE OF number ON revisions
BEGIN INSERT INTO unindexed (id) VALUES (NEW.article_id * 4 + 1) ON CONFLICT DO UPDATE SET letters = 1; END;
CREATE TRIGGER unindexed_revisions_delete AFTER DELETE ON revisions
BEGIN INSERT INTO unindexed (id) VALUES (OLD.article_id * 4 + 1) ON CONFLICT DO UPDATE SET letters = 1; END;
CREATE TRIGGER unindexed_sources_insert AFTER INSERT ON sources
BEGIN INSERT INTO unindexed (id) VALUES (NEW.id * 4 + 2) ON CONFLICT DO UPDATE SET letters = 1; END;
CREATE TRIGGER unindexed_sources_update AFTER UPDATE OF title, author, publisher, url, doi, isbn, notes ON sources
WHEN (OLD.title, OLD.author, OLD.publisher, OLD.url, OLD.doi, OLD.isbn, OLD.notes)
    IS NOT (NEW.title, NEW.author, NEW.publisher, NEW.url, NEW.doi, NEW.isbn, NEW.notes)
BEGIN INSERT INTO unindexed (id) VALUES (NEW.id * 4 + 2) ON CONFLICT DO UPDATE SET letters = 1; END;
CREATE TRIGGER unindexed_sources_delete AFTER DELETE ON sources
BEGIN INSERT INTO unindexed (id) VALUES (OLD.id * 4 + 2) ON CONFLICT DO UPDATE SET letters = 1; END;
CREATE TRIGGER unindexed_flags_insert AFTER INSERT ON flags
BEGIN INSERT INTO unindexed (id) VALUES (NEW.id * 4 + 3) ON CONFLICT DO UPDATE SET letters = 1; END;
CREATE TRIGGER unindexed_flags_update AFTER UPDATE OF message, suggestion ON flags
WHEN (OLD.message, OLD.suggestion) IS NOT (NEW.message, NEW.suggestion)
BEGIN INSERT INTO unindexed (id) VALUES (NEW.id * 4 + 3) ON CONFLICT DO UPDATE SET letters = 1; END;
CREATE TRIGGER unindexed_flags_delete AFTER DELETE ON flags
BEGIN INSERT INTO unindexed (id) VALUES (OLD.id * 4 + 3) ON CONFLICT DO UPDATE SET letters = 1; END;
INSERT INTO anchors VALUES (1, 1, 1, 23, 83, 22, 82, 'The bridge opened on 3 May 1931 and cost two million crowns.', 'The bridge opened on 3 May 1931 and cost two million crowns.', 'The Bridge of Žilina' || char(10) || '' || char(10) || '', ' “It will stand for a hundred ye', 'first', NULL, '[]');
INSERT INTO anchors VALUES (2, 2, 1, 84, 140, 83, 135, '“It will stand for a hundred years,” the mayor said.', '“It will stand for a hundred years,” the mayor said.', '31 and cost two million crowns. ', '' || char(13) || '' || char(10) || '' || char(10) || 'Traffic rose by 12 percent in', 'first', NULL, '[]');
INSERT INTO anchors VALUES (3, 3, 1, 143, 178, 138, 173, 'Traffic rose by 12 percent in 2018.', 'Traffic rose by 12 percent in 2018.', 'ndred years,” the mayor said.' || char(13) || '' || char(10) || '' || char(10) || '', ' The mayor said nothing. Vega ar', 'first', NULL, '[]');
INSERT INTO anchors VALUES (4, 4, 1, 203, 247, 198, 242, 'Vega argues that the bridge opened too late.', 'Vega argues that the bridge opened too late.', 'n 2018. The mayor said nothing. ', '' || char(10) || '', 'first', NULL, '[]');
INSERT INTO anchors VALUES (5, 10, 2, 12, 38, 12, 38, 'It cost 4 million in 1931.', 'It cost 4 million in 1931.', 'The bridge' || char(10) || '' || char(10) || '', '' || char(10) || '' || char(10) || 'The mayor paid 3 million dolla', 'first', NULL, '[]');
INSERT INTO anchors VALUES (6, 11, 2, 40, 88, 40, 88, 'The mayor paid 3 million dollars for it in 1931.', 'The mayor paid 3 million dollars for it in 1931.', 'ge' || char(10) || '' || char(10) || 'It cost 4 million in 1931.' || char(10) || '' || char(10) || '', ' In 1931 the mayor paid 3 millio', 'first', NULL, '[]');
INSERT INTO appearances VALUES (5, 1, 'https://example.org/long', NULL, NULL, NULL, NULL);
INSERT INTO articles VALUES (1, '01a22ce3-9a41-7733-8ff8-c2425fdae9ce', 'The Bridge of Žilina', NULL, NULL, NULL, NULL, 'en', '2026-11-30T14:37:23.393081Z');
INSERT INTO articles VALUES (3, '01a22ce3-9c1f-7600-aaec-b7d316d1a43b', 'The bridge', NULL, NULL, NULL, NULL, NULL, '2026-11-30T14:37:23.871014Z');
INSERT INTO assignments VALUES (1, '01a22ce3-9b67-732d-9fed-15704473df26', 3, 2, 1, '2025-05-01', NULL, '2026-11-30T14:37:23.687221Z', NULL);
INSERT INTO blobs VALUES (1, '86df25b478448c5b0f5e5f1615c62d94628f310c64ef1ba0417b556f1b777c4e', 248, 'zstd', X'28B52FFD20F8A50500D20C2825A027E9FFE85DD521556124C868B22C4DCAB9C84D88DCC4C6368F3E39D66AD46EC61ED6613007611FFB6EF7AD7EC3C5C2F75BF0E068D15CBD7AE44820051CD77C2B268C8A1FE90DE2D8969FA4A21C23E71890CA6BE76D2E715CFD044603A0F1617385AC74B17EE755BA9DB164DE05088CC651536639B96E3296892FD3EFB6C995DED36120BD39831FAE7B858A0AC47121E79C264B85852B7B5C5432C171210105004893403108E3C9EAA23715209A4D27');
INSERT INTO blobs VALUES (2, '1351af6c27460d9b6343c4b4e6d8cb0af0e45f319b3b4f693bde7dd19b7b3851', 46, 'none', X'546865206272696467652E204F70656E656420313933312C206275696C742062792074686520636F756E74792E0A');
INSERT INTO blobs VALUES (3, 'b9fb6ea44cee053fe0155350a7fe0dc32f2ba7c89d36b2dc0efd1c43dc27ed82', 168, 'zstd', X'28B52FFD20A85D03003286151A80A96DC8BBD3D6FAD96658FE176A00026376A66D690B34B4D32367FAC83BCFBB786354DDF4E329919DB781EBCEA08380BEE40527E1354AD942863AA7D058B712402C9BAAB93E38BCDB2ADEC89D4A5272E24A311C100600B97A986560554B0D82E811821A0AD41E');
INSERT INTO blocks VALUES (1, 1, 'heading', NULL, 0, 21);
INSERT INTO blocks VALUES (1, 2, 'body', NULL, 23, 140);
INSERT INTO blocks VALUES (1, 3, 'body', NULL, 143, 247);
INSERT INTO blocks VALUES (2, 1, 'heading', 1, 0, 10);
INSERT INTO blocks VALUES (2, 2, 'body', NULL, 12, 38);
INSERT INTO blocks VALUES (2, 3, 'body', NULL, 40, 137);
INSERT INTO claim_links VALUES (3, 1, 1, '2026-11-30T14:37:23.741976Z');
INSERT INTO claim_topics VALUES (1, 1);
INSERT INTO claimants VALUES (1, '01a22ce3-9ab9-76ef-98ca-359064abd331', 'The mayor', NULL, '2026-11-30T14:37:23.513291Z');
INSERT INTO claims VALUES (1, '01a22ce3-9a41-7a58-bb89-7af5e0a876e7', 1, 'The bridge opened in 1931.', 1, 1, NULL, NULL, 'decided', 'extracted', 0.9601, '[{"reason":"names a date","weight":2.3},{"reason":"a figure","weight":1.65},{"reason":"tells of something past","weight":0.48},{"reason":"the word “million”","weight":0.22},{"reason":"the word “3”","weight":0.2}]', NULL, 18, '[]', '2026-11-30T14:37:23.776383Z', 0, 23, NULL, '2026-11-30T14:37:23.393081Z');
INSERT INTO claims VALUES (2, '01a22ce3-9a41-79dd-80e0-95cd78318eed', 1, '“It will stand for a hundred years,” the mayor said.', 0, NULL, NULL, NULL, 'dismissed', 'extracted', 0.3435, '[{"reason":"a figure with a unit","weight":1.4},{"reason":"tells what is to come, or could be","weight":-1.1},{"reason":"a figure","weight":0.55},{"reason":"quotes or reports someone’s words","weight":0.4},{"reason":"quotes someone’s words","weight":-0.36}]', 'Nobody doubts it.', NULL, '[]', NULL, 0, 84, NULL, '2026-11-30T14:37:23.393081Z');
INSERT INTO claims VALUES (3, '01a22ce3-9a41-7dea-9d22-d016be03a261', 1, 'Traffic rose by 12 percent in 2018.', 0, NULL, NULL, NULL, 'extracted', 'extracted', 0.9728, '[{"reason":"names a date","weight":2.3},{"reason":"a figure with a unit","weight":1.4},{"reason":"a figure","weight":0.55},{"reason":"a percentage","weight":0.44},{"reason":"the word “2018”","weight":0.37}]', NULL, NULL, '[]', NULL, 1, 143, NULL, '2026-11-30T14:37:23.393081Z');
INSERT INTO claims VALUES (4, '01a22ce3-9a41-726f-a9ed-59d1ae9534b1', 1, 'Vega argues that the bridge opened too late.', 0, NULL, NULL, NULL, 'extracted', 'extracted', 0.4926, '[{"reason":"tells of a deed","weight":0.7},{"reason":"tells of something past","weight":0.48},{"reason":"quotes or reports someone’s words","weight":0.4},{"reason":"names a person, place or organisation","weight":0.28},{"reason":"attributes a statement","weight":0.27}]', NULL, NULL, '[]', NULL, 0, 203, NULL, '2026-11-30T14:37:23.393081Z');
INSERT INTO claims VALUES (5, '9711c07f-7635-8440-9989-eaac82334803', NULL, 'The bridge is the longest.', 1, NULL, NULL, NULL, 'to-check', 'imported', NULL, '[]', NULL, NULL, '[]', NULL, 0, NULL, NULL, '2026-11-30T14:37:23.757627Z');
INSERT INTO claims VALUES (10, '01a22ce3-9c1f-784a-a6d6-ed4c9d00f850', 3, 'It cost 4 million in 1931.', 0, NULL, NULL, NULL, 'extracted', 'extracted', 0.9632, '[{"reason":"names a date","weight":2.3},{"reason":"a figure","weight":1.65},{"reason":"the word “1931”","weight":0.41},{"reason":"the word “million”","weight":0.37},{"reason":"the word “4”","weight":0.35}]', NULL, NULL, '[]', NULL, 0, 12, NULL, '2026-11-30T14:37:23.871014Z');
INSERT INTO claims VALUES (11, '01a22ce3-9c1f-78be-bec4-24d3638fdf4a', 3, 'The mayor paid 3 million dollars for it in 1931.', 0, NULL, NULL, NULL, 'extracted', 'extracted', 0.9817, '[{"reason":"names a date","weight":2.3},{"reason":"a figure with a unit","weight":1.4},{"reason":"a figure","weight":0.55},{"reason":"the word “1931”","weight":0.31},{"reason":"the word “million”","weight":0.27}]', NULL, NULL, '[]', NULL, 0, 40, NULL, '2026-11-30T14:37:23.871014Z');
INSERT INTO comments VALUES (1, '01a22ce3-9b32-748f-9972-a305d24d20c9', 1, 1, 'The plaque was hung up later.', '2026-11-30T14:37:23.634539Z');
INSERT INTO crosswalks VALUES (1, 2, 8, NULL);
INSERT INTO crosswalks VALUES (1, 3, 13, NULL);
INSERT INTO crosswalks VALUES (2, 2, 8, 'That a part of the claim holds and could be kept.');
INSERT INTO crosswalks VALUES (2, 3, 13, 'That a part of the claim holds.');
INSERT INTO crosswalks VALUES (3, 2, 9, 'That the facts may be right, and a reader is still led to a wrong conclusion.');
INSERT INTO crosswalks VALUES (3, 3, 14, 'That it is the context which misleads: the label also stands for evidence that points both ways.');
INSERT INTO crosswalks VALUES (4, 2, 9, 'That it is only a detail which has to change.');
INSERT INTO crosswalks VALUES (4, 3, 15, 'That a detail is wrong, imprecise or missing.');
INSERT INTO crosswalks VALUES (5, 2, 10, NULL);
INSERT INTO crosswalks VALUES (5, 3, 15, NULL);
INSERT INTO crosswalks VALUES (6, 2, 11, 'That no source can be had, and not only none was found yet.');
INSERT INTO crosswalks VALUES (6, 3, 16, 'That the evidence can’t be had: the label also stands for evidence that was only not found.');
INSERT INTO crosswalks VALUES (7, 2, NULL, 'A draft is checked for what it states as fact; a joke has no rating there.');
INSERT INTO crosswalks VALUES (7, 3, NULL, 'No label says that a claim was not meant to be taken as fact.');
INSERT INTO crosswalks VALUES (8, 1, 1, 'That a part of the statement may hold.');
INSERT INTO crosswalks VALUES (8, 3, 13, NULL);
INSERT INTO crosswalks VALUES (9, 1, 4, 'What has to change, and that it may be more than a detail: a figure, the attribution, a wording that misleads.');
INSERT INTO crosswalks VALUES (9, 3, NULL, 'Which label fits hangs on what has to change: a wrong figure refutes the statement, a loose wording does not.');
INSERT INTO crosswalks VALUES (10, 1, 5, NULL);
INSERT INTO crosswalks VALUES (10, 3, 15, NULL);
INSERT INTO crosswalks VALUES (11, 1, 6, 'That a source may still be found.');
INSERT INTO crosswalks VALUES (11, 3, 16, 'That the search for a source goes on.');
INSERT INTO crosswalks VALUES (12, 1, NULL, 'Nothing has been judged: the writer’s answer is awaited.');
INSERT INTO crosswalks VALUES (12, 3, NULL, 'Nothing has been judged: the writer’s answer is awaited.');
INSERT INTO crosswalks VALUES (13, 1, 1, 'That the label says nothing of the degree: a part of the claim may hold.');
INSERT INTO crosswalks VALUES (13, 2, 8, 'That a change of wording might save the statement.');
INSERT INTO crosswalks VALUES (14, 1, 3, 'That the evidence itself may point both ways.');
INSERT INTO crosswalks VALUES (14, 2, 9, 'Whether sound evidence points both ways or facts were picked so as to mislead.');
INSERT INTO crosswalks VALUES (15, 1, 5, 'That the label says nothing of the degree: a detail may be wrong or missing.');
INSERT INTO crosswalks VALUES (15, 2, 10, 'That nobody has looked at each word: a detail may still need a change.');
INSERT INTO crosswalks VALUES (16, 1, 6, 'That more evidence may be had: only what was gathered does not suffice.');
INSERT INTO crosswalks VALUES (16, 2, 11, NULL);
INSERT INTO events VALUES (1, '01a22ce3-9a1a-7b30-b151-d8e938367855', '2026-11-30T14:37:23.354399Z', 'ana', 'desk.init', 'desk', 1, '01a22ce3-9a1a-71be-9f61-d9a72f7fd3b4', NULL, '{"crosswalks":[{"from":"standard","to":"pre-publication"},{"from":"standard","to":"averitec"},{"from":"pre-publication","to":"standard"},{"from":"pre-publication","to":"averitec"},{"from":"averitec","to":"standard"},{"from":"averitec","to":"pre-publication"}],"reviewer":{"created_at":"2026-11-30T14:37:23.354399Z","handle":"ana","id":1,"name":"Ana Ruiz","role":"editor","uuid":"01a22ce3-9a1a-7388-8430-93b4809c8698"},"scales":["standard","pre-publication","averitec"]}', '0000000000000000000000000000000000000000000000000000000000000000', '5f1349a4c277d8916b10681b56655eb7c959dae9d4139f4e83ba9423eaf67e56');
INSERT INTO events VALUES (2, '01a22ce3-9a41-72b4-b4f1-1b45494b0d8b', '2026-11-30T14:37:23.393081Z', 'ana', 'article.add', 'article', 1, '01a22ce3-9a41-7733-8ff8-c2425fdae9ce', NULL, '{"article":{"author":null,"language":"en","published":null,"publisher":null,"title":"The Bridge of Žilina","url":null},"claims":4,"flags":0,"original_sha256":"86df25b478448c5b0f5e5f1615c62d94628f310c64ef1ba0417b556f1b777c4e"}', '5f1349a4c277d8916b10681b56655eb7c959dae9d4139f4e83ba9423eaf67e56', 'd82f05bd68b7a26493ca7c6d9993d4af590a6bdf14dcd18f852260611b8a14b3');
INSERT INTO events VALUES (3, '01a22ce3-9a73-726a-9e94-661be97eef02', '2026-11-30T14:37:23.443158Z', 'ana', 'verdict.add', 'claim', 1, '01a22ce3-9a41-7a58-bb89-7af5e0a876e7', '{"assigned":[],"rating":null,"state":"extracted"}', '{"claim":1,"confidence":null,"correction":null,"created_at":"2026-11-30T14:37:23.443158Z","evidence":[{"claim":1,"created_at":"2026-11-30T14:37:23.443158Z","found":null,"id":1,"locator":"p. 4","place":{"from":"4","kind":"page","to":null},"quote":null,"reviewer":"ana","source":1,"source_name":"The plaque","source_publisher":null,"source_url":"https://example.org/plaque","stance":"refutes","uuid":"01a22ce3-9a73-785a-a532-3e25de873918"}],"id":1,"no_source":null,"rating":"false","rating_label":"False","rating_tone":"bad","rationale":"The plaque says **1932**.","reaffirmed":null,"reuses":null,"reviewer":"ana","reviewer_name":"Ana Ruiz","scale":"standard","stale":false,"stale_because":[],"superseded_by":null,"supersedes":null,"uuid":"01a22ce3-9a73-727f-9626-40406c7386b3","withdrawn":false}', 'd82f05bd68b7a26493ca7c6d9993d4af590a6bdf14dcd18f852260611b8a14b3', '84246e4bb490ff31d83ec246f26191df82bb5b8839ea9abf229f347581af62c3');
INSERT INTO events VALUES (4, '01a22ce3-9a8a-7434-ac1b-d74f2523d623', '2026-11-30T14:37:23.466903Z', 'ana', 'reviewer.add', 'reviewer', 2, '01a22ce3-9a8a-7611-89b2-6d498c7433b8', NULL, '{"created_at":"2026-11-30T14:37:23.466903Z","handle":"ben","id":2,"name":"Ben Ode","role":"checker","uuid":"01a22ce3-9a8a-7611-89b2-6d498c7433b8"}', '84246e4bb490ff31d83ec246f26191df82bb5b8839ea9abf229f347581af62c3', '4c5e8b932faa91582a9ec8ac5b2a2c93dfebdd14132841e7a79e4653aa668d23');
INSERT INTO events VALUES (5, '01a22ce3-9a9a-7b16-b4d8-6caa63f51642', '2026-11-30T14:37:23.482237Z', 'ana', 'scale.add', 'scale', 4, '01a22ce3-9a9a-7ce7-b4d7-c9bceeee6ef1', NULL, '{"default":false,"description":"","id":4,"name":"House","ratings":[{"description":"","label":"No","position":1,"slug":"no","tone":"bad","version":1},{"description":"","label":"Yes","position":2,"slug":"yes","tone":"good","version":1},{"description":"","label":"Unclear","position":null,"slug":"unclear","tone":"neutral","version":1}],"slug":"house","uuid":"01a22ce3-9a9a-7ce7-b4d7-c9bceeee6ef1"}', '4c5e8b932faa91582a9ec8ac5b2a2c93dfebdd14132841e7a79e4653aa668d23', 'a25247b634edaf9889445ddfb5e580b995e55b5bd3280025fd4c8c7ab8a428d7');
INSERT INTO events VALUES (6, '01a22ce3-9aa8-7189-b35d-4ccd4c472124', '2026-11-30T14:37:23.496757Z', 'ana', 'source.snapshot', 'source', 1, '01a22ce3-9a73-77cd-baf6-0acb48c00a04', NULL, '{"characters":46,"file_name":"plaque.txt","headers":null,"id":1,"media_type":"text/plain","reviewer":"ana","sha256":"1351af6c27460d9b6343c4b4e6d8cb0af0e45f319b3b4f693bde7dd19b7b3851","size":46,"source":1,"status":null,"taken_at":"2026-11-30T14:37:23.496757Z","url":null,"uuid":"01a22ce3-9aa8-7b6e-80a0-b82e67f6b8c3"}', 'a25247b634edaf9889445ddfb5e580b995e55b5bd3280025fd4c8c7ab8a428d7', 'f1782a2bda5c28a9a52fdc5d4a152e4fa4863cf49a0112764f6a57e254d3b62d');
INSERT INTO events VALUES (7, '01a22ce3-9ab9-7880-9a39-7728b14681a7', '2026-11-30T14:37:23.513291Z', 'ana', 'claim.edit', 'claim', 1, '01a22ce3-9a41-7a58-bb89-7af5e0a876e7', '{"article":1,"candidates":[],"claimant":null,"created_at":"2026-11-30T14:37:23.393081Z","dismissed_because":null,"end":82,"id":1,"origin":"extracted","outcome":"first","prefix":"The Bridge of Žilina\n\n","quote":"The bridge opened on 3 May 1931 and cost two million crowns.","reasons":["names a date","a figure","tells of something past","the word “million”","the word “3”"],"revision":1,"score":0.9601,"start":22,"state":"in-review","statement":"The bridge opened on 3 May 1931 and cost two million crowns.","suffix":" “It will stand for a hundred ye","topics":[],"uuid":"01a22ce3-9a41-7a58-bb89-7af5e0a876e7"}', '{"article":1,"candidates":[],"claimant":"The mayor","created_at":"2026-11-30T14:37:23.393081Z","dismissed_because":null,"end":82,"id":1,"origin":"extracted","outcome":"first","prefix":"The Bridge of Žilina\n\n","quote":"The bridge opened on 3 May 1931 and cost two million crowns.","reasons":["names a date","a figure","tells of something past","the word “million”","the word “3”"],"revision":1,"score":0.9601,"start":22,"state":"in-review","statement":"The bridge opened in 1931.","suffix":" “It will stand for a hundred ye","topics":["bridges"],"uuid":"01a22ce3-9a41-7a58-bb89-7af5e0a876e7"}', 'f1782a2bda5c28a9a52fdc5d4a152e4fa4863cf49a0112764f6a57e254d3b62d', '8602f09d9ad785053838f1942fb2f70f34b17b048b235ce64bff2960770a4d7a');
INSERT INTO events VALUES (8, '01a22ce3-9acc-7d2c-9efd-68eb8298599a', '2026-11-30T14:37:23.532116Z', 'ana', 'claim.dismiss', 'claim', 2, '01a22ce3-9a41-79dd-80e0-95cd78318eed', '{"assigned":[],"dismissed_because":null,"state":"extracted"}', '{"assigned":[],"because":"Nobody doubts it.","dismissed_because":"Nobody doubts it.","state":"dismissed"}', '8602f09d9ad785053838f1942fb2f70f34b17b048b235ce64bff2960770a4d7a', '0c7450ff33ddcb2fdeb83ef5c9db8325b76c074e7494abc5c68377a15264139f');
INSERT INTO events VALUES (9, '01a22ce3-9ad9-7c30-8204-a7bd425749fb', '2026-11-30T14:37:23.545806Z', 'ben', 'verdict.add', 'claim', 1, '01a22ce3-9a41-7a58-bb89-7af5e0a876e7', '{"assigned":[],"rating":"false","state":"in-review"}', '{"claim":1,"confidence":null,"correction":null,"created_at":"2026-11-30T14:37:23.545806Z","evidence":[],"id":2,"no_source":null,"rating":"yes","rating_label":"Yes","rating_tone":"good","rationale":"Seen.","reaffirmed":null,"reuses":null,"reviewer":"ben","reviewer_name":"Ben Ode","scale":"house","stale":false,"stale_because":[],"superseded_by":null,"supersedes":null,"uuid":"01a22ce3-9ad9-7f92-a057-2ffea7a01fea","withdrawn":false}', '0c7450ff33ddcb2fdeb83ef5c9db8325b76c074e7494abc5c68377a15264139f', 'f416f14555c43e279e2ea057ed43be848ea6b0bf4af6cc6bec8ae4592ee97fa6');
INSERT INTO events VALUES (10, '01a22ce3-9aec-719b-9c02-e81dab0885e5', '2026-11-30T14:37:23.564096Z', 'ana', 'verdict.add', 'claim', 1, '01a22ce3-9a41-7a58-bb89-7af5e0a876e7', '{"assigned":[],"rating":"yes","state":"in-review"}', '{"claim":1,"confidence":"high","correction":null,"created_at":"2026-11-30T14:37:23.564096Z","evidence":[],"id":3,"no_source":null,"rating":"mostly-true","rating_label":"Mostly true","rating_tone":"good","rationale":"Looked again.","reaffirmed":null,"reuses":null,"reviewer":"ana","reviewer_name":"Ana Ruiz","scale":"standard","stale":false,"stale_because":[],"superseded_by":null,"supersedes":1,"uuid":"01a22ce3-9aec-7d9f-b115-a90f7c994245","withdrawn":false}', 'f416f14555c43e279e2ea057ed43be848ea6b0bf4af6cc6bec8ae4592ee97fa6', '18a35f6d2c756da606741c781db05d425e5a3c2af50f46503db7572f7cd894e3');
INSERT INTO events VALUES (11, '01a22ce3-9aff-799c-a66a-a40fb9ec8d78', '2026-11-30T14:37:23.583901Z', 'ana', 'evidence.add', 'claim', 1, '01a22ce3-9a41-7a58-bb89-7af5e0a876e7', NULL, '{"claim":1,"created_at":"2026-11-30T14:37:23.583901Z","found":{"diff":[],"end":23,"figures":[],"finding":"found","likeness":1.0,"page":null,"snapshot":1,"start":12,"words":"Opened 1931"},"id":2,"locator":"p. 2","place":{"from":"2","kind":"page","to":null},"quote":"Opened 1931","reviewer":"ana","source":1,"source_name":"The plaque","source_publisher":null,"source_url":"https://example.org/plaque","stance":"context","uuid":"01a22ce3-9aff-7b81-bdf6-1a0fd12cb997"}', '18a35f6d2c756da606741c781db05d425e5a3c2af50f46503db7572f7cd894e3', 'd4f629e02c1c2c3b812cfcd59ac3d57f43a799e0c3a57bae229ac36d966e9d51');
INSERT INTO events VALUES (12, '01a22ce3-9b11-742c-b357-a72e213b0ee1', '2026-11-30T14:37:23.601753Z', 'ana', 'flag.add', 'flag', 1, '01a22ce3-9b11-7b6d-bb13-0ae3ccb82bec', NULL, '{"article":1,"category":"text","certainty":null,"claim":null,"code":null,"created_at":"2026-11-30T14:37:23.601753Z","end":null,"evidence":null,"id":1,"message":"No byline.","name":null,"outcome":"first","raised_by":"ana","resolution":null,"resolved_at":null,"resolved_by":null,"revision":null,"severity":"low","start":null,"state":"open","suggestion":null,"text":null,"uuid":"01a22ce3-9b11-7b6d-bb13-0ae3ccb82bec"}', 'd4f629e02c1c2c3b812cfcd59ac3d57f43a799e0c3a57bae229ac36d966e9d51', '6aaade7391c34e92518676dcfe16cbbe810275a8f150a6adf82e973b418eb8eb');
INSERT INTO events VALUES (13, '01a22ce3-9b23-7548-aad0-1c19a4e93241', '2026-11-30T14:37:23.619985Z', 'ana', 'flag.resolve', 'flag', 1, '01a22ce3-9b11-7b6d-bb13-0ae3ccb82bec', '{"article":1,"category":"text","certainty":null,"claim":null,"code":null,"created_at":"2026-11-30T14:37:23.601753Z","end":null,"evidence":null,"id":1,"message":"No byline.","name":null,"outcome":"first","raised_by":"ana","resolution":null,"resolved_at":null,"resolved_by":null,"revision":null,"severity":"low","start":null,"state":"open","suggestion":null,"text":null,"uuid":"01a22ce3-9b11-7b6d-bb13-0ae3ccb82bec"}', '{"article":1,"category":"text","certainty":null,"claim":null,"code":null,"created_at":"2026-11-30T14:37:23.601753Z","end":null,"evidence":null,"id":1,"message":"No byline.","name":null,"outcome":"first","raised_by":"ana","resolution":"It is in the metadata.","resolved_at":"2026-11-30T14:37:23.619985Z","resolved_by":"ana","revision":null,"severity":"low","start":null,"state":"resolved","suggestion":null,"text":null,"uuid":"01a22ce3-9b11-7b6d-bb13-0ae3ccb82bec"}', '6aaade7391c34e92518676dcfe16cbbe810275a8f150a6adf82e973b418eb8eb', '25fa13f5e29075d01c193781f86c0b8b6a828039398780475518ba1ada3c09ae');
INSERT INTO events VALUES (14, '01a22ce3-9b32-76ab-ad07-93393088c767', '2026-11-30T14:37:23.634539Z', 'ana', 'comment.add', 'claim', 1, '01a22ce3-9a41-7a58-bb89-7af5e0a876e7', NULL, '{"body":"The plaque was hung up later.","claim":1,"created_at":"2026-11-30T14:37:23.634539Z","id":1,"reviewer":"ana","uuid":"01a22ce3-9b32-748f-9972-a305d24d20c9"}', '25fa13f5e29075d01c193781f86c0b8b6a828039398780475518ba1ada3c09ae', '902ec0ab708ad66a5ef63e8cec10affec16d1a8664de8817f88674778eb65736');
INSERT INTO events VALUES (15, '01a22ce3-9b48-7980-9b42-7ee30162053b', '2026-11-30T14:37:23.656301Z', 'ana', 'reply.add', 'claim', 1, '01a22ce3-9a41-7a58-bb89-7af5e0a876e7', NULL, '{"answer":null,"answered":null,"asked":"2025-04-14","asked_of":"The mayor","channel":"mail","claim":1,"created_at":"2026-11-30T14:37:23.656301Z","id":1,"reviewer":"ana","uuid":"01a22ce3-9b48-74ea-8482-d555019d6c67"}', '902ec0ab708ad66a5ef63e8cec10affec16d1a8664de8817f88674778eb65736', '49fa02eb55248cd96a3e95c305e5d699b1a56c9328b753c5589539a452812dce');
INSERT INTO events VALUES (16, '01a22ce3-9b57-7c76-b5a7-36c9b8bfdfce', '2026-11-30T14:37:23.671416Z', 'ana', 'reply.answer', 'claim', 1, '01a22ce3-9a41-7a58-bb89-7af5e0a876e7', '{"answer":null,"answered":null,"asked":"2025-04-14","asked_of":"The mayor","channel":"mail","claim":1,"created_at":"2026-11-30T14:37:23.656301Z","id":1,"reviewer":"ana","uuid":"01a22ce3-9b48-74ea-8482-d555019d6c67"}', '{"answer":"It was 1931.","answered":"2025-04-16","asked":"2025-04-14","asked_of":"The mayor","channel":"mail","claim":1,"created_at":"2026-11-30T14:37:23.656301Z","id":1,"reviewer":"ana","uuid":"01a22ce3-9b48-74ea-8482-d555019d6c67"}', '49fa02eb55248cd96a3e95c305e5d699b1a56c9328b753c5589539a452812dce', 'bd7d331b79f23cff2bcc570889ac0ff3c1a91e3f9451d50f1e3ac7429f903a27');
INSERT INTO events VALUES (17, '01a22ce3-9b67-7c16-9385-99cd5a01b51e', '2026-11-30T14:37:23.687221Z', 'ana', 'claim.assign', 'claim', 3, '01a22ce3-9a41-7dea-9d22-d016be03a261', '{"assigned":[]}', '{"assigned":[{"due":"2025-05-01","reviewer":"ben","taken_at":null}]}', 'bd7d331b79f23cff2bcc570889ac0ff3c1a91e3f9451d50f1e3ac7429f903a27', 'ef71cfb6d8d0119f8f080b82df7e2b9461c41d71b466e85cc06f573baa88cd39');
INSERT INTO events VALUES (18, '01a22ce3-9b76-7d66-ad15-d9e8de20d5fc', '2026-11-30T14:37:23.702105Z', 'ana', 'verdict.add', 'claim', 3, '01a22ce3-9a41-7dea-9d22-d016be03a261', '{"assigned":[{"due":"2025-05-01","reviewer":"ben","taken_at":null}],"rating":null,"state":"extracted"}', '{"claim":3,"confidence":null,"correction":null,"created_at":"2026-11-30T14:37:23.702105Z","evidence":[],"id":4,"no_source":null,"rating":"true","rating_label":"True","rating_tone":"good","rationale":"Counted.","reaffirmed":null,"reuses":null,"reviewer":"ana","reviewer_name":"Ana Ruiz","scale":"standard","stale":false,"stale_because":[],"superseded_by":null,"supersedes":null,"uuid":"01a22ce3-9b76-7386-9280-d664a2008cd4","withdrawn":false}', 'ef71cfb6d8d0119f8f080b82df7e2b9461c41d71b466e85cc06f573baa88cd39', '314ad2b01a686b930c7612a379d4448032a2ac47fa38f5822e2410c16770fec5');
INSERT INTO events VALUES (19, '01a22ce3-9b89-755e-a8ef-3e96ea00680f', '2026-11-30T14:37:23.721443Z', 'ana', 'undo', 'claim', 3, '01a22ce3-9a41-7dea-9d22-d016be03a261', '{"action":"verdict.add","line":18,"was":{"claim":3,"confidence":null,"correction":null,"created_at":"2026-11-30T14:37:23.702105Z","evidence":[],"id":4,"no_source":null,"rating":"true","rating_label":"True","rating_tone":"good","rationale":"Counted.","reaffirmed":null,"reuses":null,"reviewer":"ana","reviewer_name":"Ana Ruiz","scale":"standard","stale":false,"stale_because":[],"superseded_by":null,"supersedes":null,"uuid":"01a22ce3-9b76-7386-9280-d664a2008cd4","withdrawn":false}}', '{"assigned":[{"due":"2025-05-01","reviewer":"ben","taken_at":null}],"rating":null,"state":"extracted"}', '314ad2b01a686b930c7612a379d4448032a2ac47fa38f5822e2410c16770fec5', '1e0a5c3c8b6933ed6ffdd2526b13f8d72d7b9d97252d97a8fb01ea08cbe74470');
INSERT INTO events VALUES (20, '01a22ce3-9b9d-7aae-b109-41cddbf1153b', '2026-11-30T14:37:23.741976Z', 'ana', 'claim.link', 'claim', 3, '01a22ce3-9a41-7dea-9d22-d016be03a261', NULL, '{"earlier":1,"earlier_uuid":"01a22ce3-9a41-7a58-bb89-7af5e0a876e7"}', '1e0a5c3c8b6933ed6ffdd2526b13f8d72d7b9d97252d97a8fb01ea08cbe74470', '356675c2dd49eda89e5dfce73e038a55de0f3f8d23fffb8b27ff87a5c429891f');
INSERT INTO events VALUES (21, '01a22ce3-9bad-7485-8c2f-ac81e701b69d', '2026-11-30T14:37:23.757627Z', 'ana', 'import', 'desk', 1, NULL, NULL, '{"added":1,"claims":"d7e8f0e0730a5ddf3460632ec517ffe6a4571c737231dce36e169683dbedae5d","comments":0,"file_name":"claims.jsonl","flags":0,"format":"jsonl","import":1,"reviewers":[],"sha256":"f5e4a0046f4c018f815f8bbcff3921bc45641cb9b8fa813607149d76de95fcac","skipped":0,"unchanged":0,"updated":0}', '356675c2dd49eda89e5dfce73e038a55de0f3f8d23fffb8b27ff87a5c429891f', 'c5316d55b894b42d46ffc72972eac20b7cdac8a2ff7a04587748f146322687ce');
INSERT INTO events VALUES (22, '01a22ce3-9bc0-7227-92f4-24efa6986d46', '2026-11-30T14:37:23.776383Z', 'ana', 'ruling.sign-off', 'claim', 1, '01a22ce3-9a41-7a58-bb89-7af5e0a876e7', '{"assigned":[],"rating":"mostly-true","state":"in-review"}', '{"ruling":{"because":null,"claim":1,"created_at":"2026-11-30T14:37:23.776383Z","editor":"ana","editor_name":"Ana Ruiz","four_eyes":true,"id":1,"outcome":"signed-off","rating":"yes","rating_label":"Yes","rating_tone":"good","ruled":"yes","ruled_label":"Yes","undoes":null,"uuid":"01a22ce3-9bc0-76c6-9d13-bb448342b9fd","verdict":2},"state":"decided"}', 'c5316d55b894b42d46ffc72972eac20b7cdac8a2ff7a04587748f146322687ce', '0adcb32ae99e6a79ee579b1d4173001753b5e20bf80d1ee33ea5c326909c19c7');
INSERT INTO events VALUES (23, '01a22ce3-9bd2-70ca-81a5-71bf8baa5053', '2026-11-30T14:37:23.794871Z', 'ana', 'article.add', 'article', 2, '01a22ce3-9bd2-7bf5-84a6-738317c708ff', NULL, '{"article":{"author":null,"language":"en","published":null,"publisher":null,"title":"Again","url":null},"claims":4,"flags":0,"original_sha256":"86df25b478448c5b0f5e5f1615c62d94628f310c64ef1ba0417b556f1b777c4e"}', '0adcb32ae99e6a79ee579b1d4173001753b5e20bf80d1ee33ea5c326909c19c7', 'df02086c5bbea55c2a3fd059d3a739e866f4c25b8583d51cb03a5fba417eba1c');
INSERT INTO events VALUES (24, '01a22ce3-9c0b-7728-928f-6e9a1d7f0c09', '2026-11-30T14:37:23.851961Z', 'ana', 'article.remove', 'article', 2, '01a22ce3-9bd2-7bf5-84a6-738317c708ff', '{"author":null,"claims":4,"created_at":"2026-11-30T14:37:23.794871Z","id":2,"judged":0,"language":"en","open_flags":0,"original_sha256":"86df25b478448c5b0f5e5f1615c62d94628f310c64ef1ba0417b556f1b777c4e","published":null,"publisher":null,"revision":1,"title":"Again","url":null,"uuid":"01a22ce3-9bd2-7bf5-84a6-738317c708ff"}', NULL, 'df02086c5bbea55c2a3fd059d3a739e866f4c25b8583d51cb03a5fba417eba1c', 'db74e8704938569cbf7025ec4869f329595175004ea512f1d663b1a7dbc902db');
INSERT INTO events VALUES (25, '01a22ce3-9c1f-7329-9b9e-309e24e25921', '2026-11-30T14:37:23.871014Z', 'ana', 'article.add', 'article', 3, '01a22ce3-9c1f-7600-aaec-b7d316d1a43b', NULL, '{"article":{"author":null,"language":null,"published":null,"publisher":null,"title":"The bridge","url":null},"claims":2,"flags":0,"original_sha256":"b9fb6ea44cee053fe0155350a7fe0dc32f2ba7c89d36b2dc0efd1c43dc27ed82"}', 'db74e8704938569cbf7025ec4869f329595175004ea512f1d663b1a7dbc902db', '81c47cdb2809a0dfaa44d4a71660320189f2fd1b659decea1756c1a9bbe67830');
INSERT INTO evidence VALUES (1, '01a22ce3-9a73-785a-a532-3e25de873918', 1, 1, 1, 1, 'refutes', NULL, 'p. 4', '2026-11-30T14:37:23.443158Z');
INSERT INTO evidence VALUES (2, '01a22ce3-9aff-7b81-bdf6-1a0fd12cb997', 1, 1, NULL, 1, 'context', 'Opened 1931', 'p. 2', '2026-11-30T14:37:23.583901Z');
INSERT INTO facets VALUES (1, 1, 2, 'date', 44, 54, 43, 53, '{"value":"1931-05-03"}', NULL, '1931-05-03', '1931-05-03');
INSERT INTO facets VALUES (1, 2, 2, 'quantity', 64, 75, 63, 74, '{"high":2000000.0,"low":2000000.0,"value":2000000.0}', NULL, NULL, NULL);
INSERT INTO facets VALUES (1, 3, 3, 'quotation', 87, 120, 84, 117, '{"speaker":"the mayor"}', NULL, NULL, NULL);
INSERT INTO facets VALUES (1, 4, 3, 'quantity', 105, 120, 102, 117, '{"high":100.0,"low":100.0,"unit":"year","value":100.0}', NULL, NULL, NULL);
INSERT INTO facets VALUES (1, 5, 3, 'attribution', 125, 139, 120, 134, '{"source":"the mayor","verb":"said"}', NULL, NULL, NULL);
INSERT INTO facets VALUES (1, 6, 4, 'quantity', 159, 169, 154, 164, '{"high":12.0,"low":12.0,"unit":"percent","value":12.0}', NULL, NULL, NULL);
INSERT INTO facets VALUES (1, 7, 4, 'date', 173, 177, 168, 172, '{"value":"2018"}', NULL, '2018-01-01', '2018-12-31');
INSERT INTO facets VALUES (1, 8, 6, 'name', 203, 207, 198, 202, '{"kind":"person"}', 'vega', NULL, NULL);
INSERT INTO facets VALUES (1, 9, 6, 'attribution', 203, 219, 198, 214, '{"source":"Vega","verb":"argues"}', NULL, NULL, NULL);
INSERT INTO facets VALUES (2, 1, 2, 'quantity', 20, 29, 20, 29, '{"high":4000000.0,"low":4000000.0,"value":4000000.0}', NULL, NULL, NULL);
INSERT INTO facets VALUES (2, 2, 2, 'date', 33, 37, 33, 37, '{"value":"1931"}', NULL, '1931-01-01', '1931-12-31');
INSERT INTO facets VALUES (2, 3, 3, 'quantity', 55, 72, 55, 72, '{"high":3000000.0,"low":3000000.0,"unit":"dollar","value":3000000.0}', NULL, NULL, NULL);
INSERT INTO facets VALUES (2, 4, 3, 'date', 83, 87, 83, 87, '{"value":"1931"}', NULL, '1931-01-01', '1931-12-31');
INSERT INTO facets VALUES (2, 5, 4, 'date', 92, 96, 92, 96, '{"value":"1931"}', NULL, '1931-01-01', '1931-12-31');
INSERT INTO facets VALUES (2, 6, 4, 'quantity', 112, 129, 112, 129, '{"high":3000000.0,"low":3000000.0,"unit":"dollar","value":3000000.0}', NULL, NULL, NULL);
INSERT INTO findings VALUES (2, 1, 'found', 12, 23, NULL, 'Opened 1931', 1.0, '[]');
INSERT INTO flags VALUES (1, '01a22ce3-9b11-7b6d-bb13-0ae3ccb82bec', 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'first', NULL, NULL, 'text', 'low', 'No byline.', NULL, NULL, NULL, NULL, 1, 'resolved', 1, '2026-11-30T14:37:23.619985Z', 'It is in the metadata.', '2026-11-30T14:37:23.601753Z');
INSERT INTO imported_claims VALUES (5, 1, 1, 'added');
INSERT INTO imports VALUES (1, '01a22ce3-9bad-7ab6-82bd-c0e5405d9da5', 'jsonl', 'claims.jsonl', 'f5e4a0046f4c018f815f8bbcff3921bc45641cb9b8fa813607149d76de95fcac', 1, '2026-11-30T14:37:23.757627Z');
INSERT INTO notes VALUES (1, '01a22ce3-9c1f-7a17-bb08-d4246c055875', 2, 'link', 20, 29, 'https://example.org/cost', NULL, 'https://example.org/cost');
INSERT INTO publications VALUES (5, NULL, 'How long?', NULL, NULL, NULL, NULL);
INSERT INTO ratings VALUES (1, 1, 'false', 'False', 'The evidence contradicts the claim in substance.', 1, 'bad', 1);
INSERT INTO ratings VALUES (2, 1, 'mostly-false', 'Mostly false', 'A part of the claim holds, but its main point is contradicted by the evidence.', 2, 'bad', 1);
INSERT INTO ratings VALUES (3, 1, 'misleading', 'Misleading', 'The facts stated may be right, but missing or misplaced context leads a reader to a wrong conclusion.', 3, 'mixed', 1);
INSERT INTO ratings VALUES (4, 1, 'mostly-true', 'Mostly true', 'The main point holds; a detail is wrong, imprecise or missing.', 4, 'good', 1);
INSERT INTO ratings VALUES (5, 1, 'true', 'True', 'The evidence bears out the claim, and nothing that matters is left out.', 5, 'good', 1);
INSERT INTO ratings VALUES (6, 1, 'unverifiable', 'Unverifiable', 'The claim can be neither confirmed nor refuted with the evidence that can be had.', NULL, 'neutral', 1);
INSERT INTO ratings VALUES (7, 1, 'satire', 'Satire', 'The claim was made as a joke or parody and was not meant to be taken as fact.', NULL, 'neutral', 1);
INSERT INTO ratings VALUES (8, 2, 'wrong', 'Wrong', 'A source settles that the statement is incorrect and it can’t be printed.', 1, 'bad', 1);
INSERT INTO ratings VALUES (9, 2, 'needs-change', 'Needs change', 'The statement can stand once its wording, figure or attribution is changed as suggested.', 2, 'mixed', 1);
INSERT INTO ratings VALUES (10, 2, 'correct', 'Correct', 'A source settles that the statement is right as it is written.', 3, 'good', 1);
INSERT INTO ratings VALUES (11, 2, 'unconfirmed', 'Unconfirmed', 'No source that settles the statement has been found yet.', NULL, 'neutral', 1);
INSERT INTO ratings VALUES (12, 2, 'query-to-author', 'Query to author', 'The writer has been asked for a source or an explanation, and the answer is awaited.', NULL, 'neutral', 1);
INSERT INTO ratings VALUES (13, 3, 'refuted', 'Refuted', 'The evidence gathered contradicts the claim.', 1, 'bad', 1);
INSERT INTO ratings VALUES (14, 3, 'conflicting-evidence-cherrypicking', 'Conflicting Evidence/Cherrypicking', 'Sound evidence points both ways, or the claim rests on facts picked so as to mislead.', 2, 'mixed', 1);
INSERT INTO ratings VALUES (15, 3, 'supported', 'Supported', 'The evidence gathered bears the claim out.', 3, 'good', 1);
INSERT INTO ratings VALUES (16, 3, 'not-enough-evidence', 'Not Enough Evidence', 'The evidence gathered neither supports nor contradicts the claim.', NULL, 'neutral', 1);
INSERT INTO ratings VALUES (17, 4, 'no', 'No', '', 1, 'bad', 1);
INSERT INTO ratings VALUES (18, 4, 'yes', 'Yes', '', 2, 'good', 1);
INSERT INTO ratings VALUES (19, 4, 'unclear', 'Unclear', '', NULL, 'neutral', 1);
INSERT INTO removals VALUES ('article', '01a22ce3-9bd2-7bf5-84a6-738317c708ff', NULL);
INSERT INTO repeats VALUES (11, 2, 4);
INSERT INTO replies VALUES (1, '01a22ce3-9b48-74ea-8482-d555019d6c67', 1, 1, 'The mayor', '2025-04-14', 'mail', '2025-04-16', 'It was 1931.', '2026-11-30T14:37:23.656301Z');
INSERT INTO reviewers VALUES (1, '01a22ce3-9a1a-7388-8430-93b4809c8698', 'ana', 'Ana Ruiz', 'editor', '2026-11-30T14:37:23.354399Z');
INSERT INTO reviewers VALUES (2, '01a22ce3-9a8a-7611-89b2-6d498c7433b8', 'ben', 'Ben Ode', 'checker', '2026-11-30T14:37:23.466903Z');
INSERT INTO revisions VALUES (1, '01a22ce3-9a41-78e0-b19c-d1e8bc0b2b74', 1, 1, 'bridge.txt', 'text/plain', 'utf-8', 1, 'The Bridge of Žilina' || char(10) || '' || char(10) || 'The bridge opened on 3 May 1931 and cost two million crowns. “It will stand for a hundred years,” the mayor said.' || char(13) || '' || char(10) || '' || char(10) || 'Traffic rose by 12 percent in 2018. The mayor said nothing. Vega argues that the bridge opened too late.' || char(10) || '', '2026-11-30T14:37:23.393081Z');
INSERT INTO revisions VALUES (2, '01a22ce3-9c1f-720e-b9a8-550d91656229', 3, 1, 'linked.md', 'text/markdown', 'utf-8', 3, 'The bridge' || char(10) || '' || char(10) || 'It cost 4 million in 1931.' || char(10) || '' || char(10) || 'The mayor paid 3 million dollars for it in 1931. In 1931 the mayor paid 3 million dollars for it.', '2026-11-30T14:37:23.871014Z');
INSERT INTO rulings VALUES (1, '01a22ce3-9bc0-76c6-9d13-bb448342b9fd', 1, 2, 18, 1, 'signed-off', 1, NULL, 2, 18, NULL, '2026-11-30T14:37:23.776383Z');
INSERT INTO scales VALUES (1, '01a22ce3-9a1a-7204-acef-64cd6b55afdb', 'standard', 'Standard', 'For published claims: how well a claim holds, from false to true.', '2026-11-30T14:37:23.354399Z');
INSERT INTO scales VALUES (2, '01a22ce3-9a1a-779d-b42c-f58e42ba763c', 'pre-publication', 'Pre-publication', 'For a draft before it is printed: what has to happen to each fact.', '2026-11-30T14:37:23.354399Z');
INSERT INTO scales VALUES (3, '01a22ce3-9a1a-7e48-acdc-d7b81890f408', 'averitec', 'AVeriTeC', 'The four labels of the AVeriTeC data set, for research and for exchange with it.', '2026-11-30T14:37:23.354399Z');
INSERT INTO scales VALUES (4, '01a22ce3-9a9a-7ce7-b4d7-c9bceeee6ef1', 'house', 'House', '', '2026-11-30T14:37:23.482237Z');
INSERT INTO sentences VALUES (1, 1, 'heading', 0.0, 0, 21, 0, 20);
INSERT INTO sentences VALUES (1, 2, 'body', 0.9601, 23, 83, 22, 82);
INSERT INTO sentences VALUES (1, 3, 'body', 0.3435, 84, 140, 83, 135);
INSERT INTO sentences VALUES (1, 4, 'body', 0.9728, 143, 178, 138, 173);
INSERT INTO sentences VALUES (1, 5, 'body', 0.0671, 179, 202, 174, 197);
INSERT INTO sentences VALUES (1, 6, 'body', 0.4926, 203, 247, 198, 242);
INSERT INTO sentences VALUES (2, 1, 'heading', 0.0, 0, 10, 0, 10);
INSERT INTO sentences VALUES (2, 2, 'body', 0.9632, 12, 38, 12, 38);
INSERT INTO sentences VALUES (2, 3, 'body', 0.9817, 40, 88, 40, 88);
INSERT INTO sentences VALUES (2, 4, 'body', 0.9822, 89, 137, 89, 137);
INSERT INTO settings VALUES ('default-reviewer', 'ana', '2026-11-30T14:37:23.354399Z');
INSERT INTO settings VALUES ('default-scale', 'standard', '2026-11-30T14:37:23.354399Z');
INSERT INTO settings VALUES ('evidence-required', 'off', '2026-01-01T00:00:00Z');
INSERT INTO snapshots VALUES (1, '01a22ce3-9aa8-7b6e-80a0-b82e67f6b8c3', 1, 2, 2, 46, NULL, '1351af6c27460d9b6343c4b4e6d8cb0af0e45f319b3b4f693bde7dd19b7b3851', '[]', 'text/plain', 'plaque.txt', NULL, NULL, NULL, '2026-11-30T14:37:23.496757Z', 1, '2026-11-30T14:37:23.496757Z');
INSERT INTO source_identities VALUES ('url:https://example.org/plaque', 1);
INSERT INTO sources VALUES (1, '01a22ce3-9a73-77cd-baf6-0acb48c00a04', 'url:https://example.org/plaque', 'https://example.org/plaque', NULL, NULL, 'The plaque', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'public', NULL, NULL, '2026-11-30T14:37:23.443158Z');
INSERT INTO topics VALUES (1, 'bridges');
INSERT INTO verdicts VALUES (1, '01a22ce3-9a73-727f-9626-40406c7386b3', 1, 1, 1, 1, 'The bridge opened on 3 May 1931 and cost two million crowns.', 'The plaque says **1932**.', NULL, NULL, NULL, 1, NULL, NULL, NULL, NULL, '2026-11-30T14:37:23.443158Z');
INSERT INTO verdicts VALUES (2, '01a22ce3-9ad9-7f92-a057-2ffea7a01fea', 1, 2, 18, 1, 'The bridge opened on 3 May 1931 and cost two million crowns.', 'Seen.', NULL, NULL, NULL, 1, NULL, NULL, NULL, NULL, '2026-11-30T14:37:23.545806Z');
INSERT INTO verdicts VALUES (3, '01a22ce3-9aec-7d9f-b115-a90f7c994245', 1, 1, 4, 1, 'The bridge opened on 3 May 1931 and cost two million crowns.', 'Looked again.', NULL, 'high', NULL, 1, 1, NULL, NULL, NULL, '2026-11-30T14:37:23.564096Z');
INSERT INTO verdicts VALUES (4, '01a22ce3-9b76-7386-9280-d664a2008cd4', 3, 1, 5, 1, 'Traffic rose by 12 percent in 2018.', 'Counted.', NULL, NULL, NULL, 1, NULL, NULL, NULL, NULL, '2026-11-30T14:37:23.702105Z');
INSERT INTO withdrawals VALUES (4, 1, '2026-11-30T14:37:23.721443Z');
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES ('events', 25);
INSERT INTO sqlite_sequence VALUES ('articles', 3);
INSERT INTO sqlite_sequence VALUES ('claims', 11);
INSERT INTO sqlite_sequence VALUES ('verdicts', 4);
INSERT INTO sqlite_sequence VALUES ('sources', 1);
INSERT INTO sqlite_sequence VALUES ('evidence', 2);
INSERT INTO sqlite_sequence VALUES ('snapshots', 1);
INSERT INTO sqlite_sequence VALUES ('flags', 1);
INSERT INTO sqlite_sequence VALUES ('comments', 1);
INSERT INTO sqlite_sequence VALUES ('replies', 1);
INSERT INTO sqlite_sequence VALUES ('imports', 1);
INSERT INTO sqlite_sequence VALUES ('rulings', 1);
INSERT INTO sqlite_sequence VALUES ('notes', 1);
COMMIT;
PRAGMA application_id = 1667527531;
PRAGMA user_version = 1;
PRAGMA journal_mode = WAL;
