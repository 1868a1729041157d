-- A desk of version 1; how it was made is told in tests/cli/upgrade.rs.
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE settings (
    key        TEXT PRIMARY KEY,
    value      TEXT NOT NULL,
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
CREATE TRIGGER revisions_are_immutable BEFORE UPDATE ON revisions
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
    state             TEXT NOT NULL CHECK (state IN
                          ('extracted', 'to-check', 'in-review', 'decided', 'published', 'dismissed')),
    origin            TEXT NOT NULL CHECK (origin IN ('extracted', 'added', 'imported')),
    score             REAL CHECK (score BETWEEN 0 AND 1),
    reasons           TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(reasons)),
    dismissed_because TEXT,
    created_at        TEXT NOT NULL,
    CHECK ((state = 'dismissed') = (dismissed_because IS NOT NULL))
) STRICT;
CREATE INDEX claims_by_article ON claims (article_id, state);
CREATE INDEX claims_by_state ON claims (state, score DESC);
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
    outcome     TEXT NOT NULL CHECK (outcome IN ('first', 'unmoved', 'moved', 'changed', 'ambiguous', 'gone')),
    likeness    REAL CHECK (likeness BETWEEN 0 AND 1),
    candidates  TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(candidates)),
    UNIQUE (claim_id, revision_id),
    CHECK ((quote IS NULL) = (outcome IN ('ambiguous', 'gone'))),
    CHECK ((quote IS NULL) = (start_byte IS NULL) AND (quote IS NULL) = (end_byte IS NULL)),
    CHECK ((quote IS NULL) = (start_char IS NULL) AND (quote IS NULL) = (end_char IS NULL)),
    CHECK ((quote IS NULL) = (prefix IS NULL) AND (quote IS NULL) = (suffix IS NULL)),
    CHECK ((quote IS NULL) = (words IS NULL))
) STRICT;
CREATE INDEX anchors_by_place ON anchors (revision_id, start_byte);
CREATE TABLE repeats (
    claim_id    INTEGER NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    revision_id INTEGER NOT NULL REFERENCES revisions (id) ON DELETE CASCADE,
    sentence    INTEGER NOT NULL CHECK (sentence >= 1),
    PRIMARY KEY (claim_id, revision_id, sentence)
) STRICT, WITHOUT ROWID;
CREATE INDEX repeats_by_place ON repeats (revision_id, sentence);
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
    created_at  TEXT NOT NULL,
    ended_at    TEXT
) STRICT;
CREATE INDEX assignments_by_claim ON assignments (claim_id);
CREATE INDEX assignments_by_reviewer ON assignments (reviewer_id);
CREATE INDEX assignments_by_assigner ON assignments (assigned_by);
CREATE UNIQUE INDEX assignments_open ON assignments (reviewer_id, claim_id) WHERE ended_at IS NULL;
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
    UNIQUE (scale_id, slug),
    UNIQUE (scale_id, position)
) STRICT;
CREATE TABLE verdicts (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid          TEXT NOT NULL UNIQUE,
    claim_id      INTEGER NOT NULL REFERENCES claims (id) ON DELETE RESTRICT,
    reviewer_id   INTEGER NOT NULL REFERENCES reviewers (id) ON DELETE RESTRICT,
    rating_id     INTEGER NOT NULL REFERENCES ratings (id) ON DELETE RESTRICT,
    revision_id   INTEGER REFERENCES revisions (id) ON DELETE RESTRICT,
    words         TEXT,
    rationale     TEXT NOT NULL,
    correction    TEXT,
    confidence    TEXT CHECK (confidence IN ('low', 'medium', 'high')),
    supersedes_id INTEGER UNIQUE REFERENCES verdicts (id) ON DELETE RESTRICT CHECK (supersedes_id < id),
    reaffirmed    TEXT CHECK (reaffirmed IS NULL OR (length(reaffirmed) > 0 AND supersedes_id IS NOT NULL)),
    created_at    TEXT NOT NULL
) STRICT;
CREATE INDEX verdicts_by_claim ON verdicts (claim_id, id);
CREATE INDEX verdicts_by_reviewer ON verdicts (reviewer_id, id);
CREATE INDEX verdicts_by_rating ON verdicts (rating_id);
CREATE INDEX verdicts_by_revision ON verdicts (revision_id);
CREATE TABLE rulings (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid       TEXT NOT NULL UNIQUE,
    claim_id   INTEGER NOT NULL REFERENCES claims (id) ON DELETE RESTRICT,
    verdict_id INTEGER NOT NULL REFERENCES verdicts (id) ON DELETE RESTRICT,
    rating_id  INTEGER NOT NULL REFERENCES ratings (id) ON DELETE RESTRICT,
    editor_id  INTEGER NOT NULL REFERENCES reviewers (id) ON DELETE RESTRICT,
    outcome    TEXT NOT NULL CHECK (outcome IN ('signed-off', 'returned', 'published', 'corrected')),
    because    TEXT,
    created_at TEXT NOT NULL
) STRICT;
CREATE INDEX rulings_by_claim ON rulings (claim_id, id);
CREATE INDEX rulings_by_verdict ON rulings (verdict_id);
CREATE INDEX rulings_by_rating ON rulings (rating_id);
CREATE INDEX rulings_by_editor ON rulings (editor_id);
CREATE TRIGGER verdicts_keep_update BEFORE UPDATE ON verdicts
BEGIN SELECT RAISE(ABORT, 'a verdict can''t be changed; give a new one'); END;
CREATE TRIGGER verdicts_keep_delete BEFORE DELETE ON verdicts
BEGIN SELECT RAISE(ABORT, 'a verdict can''t be deleted; give a new one'); END;
CREATE TRIGGER verdicts_keep_replace BEFORE INSERT ON verdicts
WHEN EXISTS (SELECT 1 FROM verdicts WHERE id = NEW.id OR uuid = NEW.uuid OR supersedes_id = NEW.supersedes_id)
BEGIN SELECT RAISE(ABORT, 'a verdict can''t be replaced; give a new one'); END;
CREATE TRIGGER rulings_keep_update BEFORE UPDATE ON rulings
BEGIN SELECT RAISE(ABORT, 'a ruling can''t be changed; give a new one'); END;
CREATE TRIGGER rulings_keep_delete BEFORE DELETE ON rulings
BEGIN SELECT RAISE(ABORT, 'a ruling can''t be deleted; give a new one'); END;
CREATE TRIGGER rulings_keep_replace BEFORE INSERT ON rulings
WHEN EXISTS (SELECT 1 FROM rulings WHERE id = NEW.id OR uuid = NEW.uuid)
BEGIN SELECT RAISE(ABORT, 'a ruling can''t be replaced; give a new one'); END;
CREATE TABLE sources (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid            TEXT NOT NULL UNIQUE,
    identity        TEXT NOT NULL UNIQUE,
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
    created_at      TEXT NOT NULL
) STRICT;
CREATE TABLE snapshots (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid       TEXT NOT NULL UNIQUE,
    source_id  INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
    blob_id    INTEGER NOT NULL REFERENCES blobs (id) ON DELETE RESTRICT,
    media_type TEXT NOT NULL,
    url        TEXT,
    headers    TEXT CHECK (json_valid(headers)),
    taken_at   TEXT NOT NULL
) STRICT;
CREATE INDEX snapshots_by_source ON snapshots (source_id, taken_at);
CREATE INDEX snapshots_by_blob ON snapshots (blob_id);
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
                    CHECK (outcome IN ('first', 'unmoved', 'moved', 'changed', 'ambiguous', 'gone')),
    code        TEXT,
    name        TEXT,
    category    TEXT NOT NULL CHECK (length(category) > 0),
    severity    TEXT NOT NULL CHECK (severity IN ('low', 'medium', 'high')),
    message     TEXT NOT NULL CHECK (length(message) > 0),
    evidence    TEXT CHECK (json_valid(evidence)),
    suggestion  TEXT,
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
    from_date  TEXT,
    to_date    TEXT,
    place      TEXT,
    note       TEXT,
    claim_id   INTEGER REFERENCES claims (id) ON DELETE SET NULL,
    created_at TEXT NOT NULL
) STRICT;
CREATE INDEX reference_facts_by_claim ON reference_facts (claim_id) WHERE claim_id IS NOT NULL;
CREATE TABLE reference_names (
    fact_id INTEGER NOT NULL REFERENCES reference_facts (id) ON DELETE CASCADE,
    role    TEXT NOT NULL CHECK (role IN ('alias', 'participant', 'keyword')),
    name    TEXT NOT NULL,
    PRIMARY KEY (fact_id, role, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX reference_names_by_name ON reference_names (name);
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
CREATE TRIGGER events_keep_update BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'an event can''t be changed'); END;
CREATE TRIGGER events_keep_delete BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'an event can''t be deleted'); END;
CREATE TRIGGER events_keep_replace BEFORE INSERT ON events
WHEN EXISTS (SELECT 1 FROM events WHERE id = NEW.id OR uuid = NEW.uuid OR hash = NEW.hash)
BEGIN SELECT RAISE(ABORT, 'an event can''t be replaced'); END;
CREATE VIRTUAL TABLE claims_fts USING fts5 (statement, content = 'claims', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE anchors_fts USING fts5 (quote, content = 'anchors', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE articles_fts USING fts5 (title, author, publisher, content = 'articles', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE revisions_fts USING fts5 (text, content = 'revisions', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE verdicts_fts USING fts5 (rationale, correction, content = 'verdicts', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE sources_fts USING fts5 (title, author, publisher, url, notes, content = 'sources', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE evidence_fts USING fts5 (quote, locator, content = 'evidence', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE flags_fts USING fts5 (message, suggestion, content = 'flags', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE comments_fts USING fts5 (body, content = 'comments', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2');
CREATE TRIGGER claims_fts_insert AFTER INSERT ON claims
BEGIN INSERT INTO claims_fts (rowid, statement) VALUES (NEW.id, NEW.statement); END;
CREATE TRIGGER claims_fts_delete AFTER DELETE ON claims
BEGIN INSERT INTO claims_fts (claims_fts, rowid, statement) VALUES ('delete', OLD.id, OLD.statement); END;
CREATE TRIGGER claims_fts_update AFTER UPDATE OF statement ON claims
BEGIN
    INSERT INTO claims_fts (claims_fts, rowid, statement) VALUES ('delete', OLD.id, OLD.statement);
    INSERT INTO claims_fts (rowid, statement) VALUES (NEW.id, NEW.statement);
END;
CREATE TRIGGER anchors_fts_insert AFTER INSERT ON anchors
BEGIN INSERT INTO anchors_fts (rowid, quote) VALUES (NEW.id, NEW.quote); END;
CREATE TRIGGER anchors_fts_delete AFTER DELETE ON anchors
BEGIN INSERT INTO anchors_fts (anchors_fts, rowid, quote) VALUES ('delete', OLD.id, OLD.quote); END;
CREATE TRIGGER anchors_fts_update AFTER UPDATE OF quote ON anchors
BEGIN
    INSERT INTO anchors_fts (anchors_fts, rowid, quote) VALUES ('delete', OLD.id, OLD.quote);
    INSERT INTO anchors_fts (rowid, quote) VALUES (NEW.id, NEW.quote);
END;
CREATE TRIGGER articles_fts_insert AFTER INSERT ON articles
BEGIN INSERT INTO articles_fts (rowid, title, author, publisher) VALUES (NEW.id, NEW.title, NEW.author, NEW.publisher); END;
CREATE TRIGGER articles_fts_delete AFTER DELETE ON articles
BEGIN INSERT INTO articles_fts (articles_fts, rowid, title, author, publisher) VALUES ('delete', OLD.id, OLD.title, OLD.author, OLD.publisher); END;
CREATE TRIGGER articles_fts_update AFTER UPDATE OF title, author, publisher ON articles
BEGIN
    INSERT INTO articles_fts (articles_fts, rowid, title, author, publisher) VALUES ('delete', OLD.id, OLD.title, OLD.author, OLD.publisher);
    INSERT INTO articles_fts (rowid, title, author, publisher) VALUES (NEW.id, NEW.title, NEW.author, NEW.publisher);
END;
CREATE TRIGGER revisions_fts_insert AFTER INSERT ON revisions
BEGIN INSERT INTO revisions_fts (rowid, text) VALUES (NEW.id, NEW.text); END;
CREATE TRIGGER revisions_fts_delete AFTER DELETE ON revisions
BEGIN INSERT INTO revisions_fts (revisions_fts, rowid, text) VALUES ('delete', OLD.id, OLD.text); END;
CREATE TRIGGER verdicts_fts_insert AFTER INSERT ON verdicts
BEGIN INSERT INTO verdicts_fts (rowid, rationale, correction) VALUES (NEW.id, NEW.rationale, NEW.correction); END;
CREATE TRIGGER sources_fts_insert AFTER INSERT ON sources
BEGIN INSERT INTO sources_fts (rowid, title, author, publisher, url, notes) VALUES (NEW.id, NEW.title, NEW.author, NEW.publisher, NEW.url, NEW.notes); END;
CREATE TRIGGER sources_fts_delete AFTER DELETE ON sources
BEGIN INSERT INTO sources_fts (sources_fts, rowid, title, author, publisher, url, notes) VALUES ('delete', OLD.id, OLD.title, OLD.author, OLD.publisher, OLD.url, OLD.notes); END;
CREATE TRIGGER sources_fts_update AFTER UPDATE OF title, author, publisher, url, notes ON sources
BEGIN
    INSERT INTO sources_fts (sources_fts, rowid, title, author, publisher, url, notes) VALUES ('delete', OLD.id, OLD.title, OLD.author, OLD.publisher, OLD.url, OLD.notes);
    INSERT INTO sources_fts (rowid, title, author, publisher, url, notes) VALUES (NEW.id, NEW.title, NEW.author, NEW.publisher, NEW.url, NEW.notes);
END;
CREATE TRIGGER evidence_fts_insert AFTER INSERT ON evidence
BEGIN INSERT INTO evidence_fts (rowid, quote, locator) VALUES (NEW.id, NEW.quote, NEW.locator); END;
CREATE TRIGGER evidence_fts_delete AFTER DELETE ON evidence
BEGIN INSERT INTO evidence_fts (evidence_fts, rowid, quote, locator) VALUES ('delete', OLD.id, OLD.quote, OLD.locator); END;
CREATE TRIGGER evidence_fts_update AFTER UPDATE OF quote, locator ON evidence
BEGIN
    INSERT INTO evidence_fts (evidence_fts, rowid, quote, locator) VALUES ('delete', OLD.id, OLD.quote, OLD.locator);
    INSERT INTO evidence_fts (rowid, quote, locator) VALUES (NEW.id, NEW.quote, NEW.locator);
END;
CREATE TRIGGER flags_fts_insert AFTER INSERT ON flags
BEGIN INSERT INTO flags_fts (rowid, message, suggestion) VALUES (NEW.id, NEW.message, NEW.suggestion); END;
CREATE TRIGGER flags_fts_delete AFTER DELETE ON flags
BEGIN INSERT INTO flags_fts (flags_fts, rowid, message, suggestion) VALUES ('delete', OLD.id, OLD.message, OLD.suggestion); END;
CREATE TRIGGER flags_fts_update AFTER UPDATE OF message, suggestion ON flags
BEGIN
    INSERT INTO flags_fts (flags_fts, rowid, message, suggestion) VALUES ('delete', OLD.id, OLD.message, OLD.suggestion);
    INSERT INTO flags_fts (rowid, message, suggestion) VALUES (NEW.id, NEW.message, NEW.suggestion);
END;
CREATE TRIGGER comments_fts_insert AFTER INSERT ON comments
BEGIN INSERT INTO comments_fts (rowid, body) VALUES (NEW.id, NEW.body); END;
CREATE TRIGGER comments_fts_delete AFTER DELETE ON comments
BEGIN INSERT INTO comments_fts (comments_fts, rowid, body) VALUES ('delete', OLD.id, OLD.body); END;
CREATE TRIGGER comments_fts_update AFTER UPDATE OF body ON comments
BEGIN
    INSERT INTO comments_fts (comments_fts, rowid, body) VALUES ('delete', OLD.id, OLD.body);
    INSERT INTO comments_fts (rowid, body) VALUES (NEW.id, NEW.body);
END;
INSERT INTO anchors VALUES (1, 1, 1, 23, 83, 22, 82, 'The bridge opened on 3 May 1931 and cost two million crowns.', 'The bridge opened on 3 May 1931 and cost two million crowns.', 'The Bridge of Žilina' || char(10) || '' || char(10) || '', ' “It will stand for a hundred ye', 'first', NULL, '[]');
INSERT INTO anchors VALUES (2, 2, 1, 84, 140, 83, 135, '“It will stand for a hundred years,” the mayor said.', '“It will stand for a hundred years,” the mayor said.', '31 and cost two million crowns. ', '' || char(13) || '' || char(10) || '' || char(10) || 'Traffic rose by 12 percent in', 'first', NULL, '[]');
INSERT INTO anchors VALUES (3, 3, 1, 143, 178, 138, 173, 'Traffic rose by 12 percent in 2018.', 'Traffic rose by 12 percent in 2018.', 'ndred years,” the mayor said.' || char(13) || '' || char(10) || '' || char(10) || '', ' The mayor said nothing. Critics', 'first', NULL, '[]');
INSERT INTO anchors VALUES (4, 4, 1, 179, 202, 174, 197, 'The mayor said nothing.', 'The mayor said nothing.', 'fic rose by 12 percent in 2018. ', ' Critics argue that the bridge o', 'first', NULL, '[]');
INSERT INTO anchors VALUES (5, 9, 2, 12, 38, 12, 38, 'It cost 4 million in 1931.', 'It cost 4 million in 1931.', 'The bridge' || char(10) || '' || char(10) || '', '' || char(10) || '' || char(10) || 'The mayor paid 3 million dolla', 'first', NULL, '[]');
INSERT INTO anchors VALUES (6, 10, 2, 40, 88, 40, 88, 'The mayor paid 3 million dollars for it in 1931.', 'The mayor paid 3 million dollars for it in 1931.', 'ge' || char(10) || '' || char(10) || 'It cost 4 million in 1931.' || char(10) || '' || char(10) || '', ' In 1931 the mayor paid 3 millio', 'first', NULL, '[]');
INSERT INTO articles VALUES (1, '01a2107c-5ecb-7d61-915e-717bc9d53132', 'The Bridge of Žilina', NULL, NULL, NULL, NULL, 'en', '2026-11-25T02:15:15.915070Z');
INSERT INTO articles VALUES (3, '01a2107c-60e9-7285-bdba-c2e775b22cd0', 'The bridge', NULL, NULL, NULL, NULL, NULL, '2026-11-25T02:15:16.457563Z');
INSERT INTO blobs VALUES (1, 'a0b2cd88de77646467e36c7115074d65c359e387e790653522a4a5333bb7fe72', 250, 'zstd', X'28B52FFD20FAA50500F20C2825A027E9FFE85DD521556124C868B22C4DCAB9C84D88DCDB58F3D83639D66A645762DFEB301807611FFB6EF7AD3E2E16BEB7949D5C70B468AE5E7D7224700420D77C2B2646C591E30DE2D8969F52518E93730C48E5B5F3369738AE7E02A301D0F8B0B94256BA58BFF32ADDCE58326F030446E3A829B39CAE9B8C65E2CBF4BB6DBAD2FB711838DEDCC10FD7BD424505E2B892734E93A5C2C2953D2E2A99E0B89205004A93003208FE6475C69B0A1BCD661E');
INSERT INTO blobs VALUES (2, 'b9fb6ea44cee053fe0155350a7fe0dc32f2ba7c89d36b2dc0efd1c43dc27ed82', 168, 'zstd', X'28B52FFD20A85D03003286151A80A96DC8BBD3D6FAD96658FE176A00026376A66D690B34B4D32367FAC83BCFBB786354DDF4E329919DB781EBCEA08380BEE40527E1354AD942863AA7D058B712402C9BAAB93E38BCDB2ADEC89D4A5272E24A311C100600B97A986560554B0D82E811821A0AD41E');
INSERT INTO blocks VALUES (1, 1, 'heading', NULL, 0, 21);
INSERT INTO blocks VALUES (1, 2, 'body', NULL, 23, 140);
INSERT INTO blocks VALUES (1, 3, 'body', NULL, 143, 249);
INSERT INTO blocks VALUES (2, 1, 'heading', 1, 0, 10);
INSERT INTO blocks VALUES (2, 2, 'body', NULL, 12, 38);
INSERT INTO blocks VALUES (2, 3, 'body', NULL, 40, 137);
INSERT INTO claim_topics VALUES (1, 1);
INSERT INTO claimants VALUES (1, '01a2107c-5f78-7932-b428-0a00f22aecb5', 'The mayor', NULL, '2026-11-25T02:15:16.088232Z');
INSERT INTO claims VALUES (1, '01a2107c-5ecb-7dec-aeb4-c94917caa982', 1, 'The bridge opened in 1931.', 1, 1, NULL, 'in-review', 'extracted', 0.8676, '[{"reason":"the word “million”","weight":0.87},{"reason":"the word “3”","weight":0.81},{"reason":"gives a magnitude","weight":0.76},{"reason":"a figure","weight":0.54},{"reason":"the word “1931”","weight":0.53}]', NULL, '2026-11-25T02:15:15.915070Z');
INSERT INTO claims VALUES (2, '01a2107c-5ecb-7dae-abad-406341cf397b', 1, '“It will stand for a hundred years,” the mayor said.', 0, NULL, NULL, 'dismissed', 'extracted', 0.3144, '[{"reason":"a figure","weight":0.54},{"reason":"says who said so","weight":0.54},{"reason":"the word “mayor”","weight":0.53},{"reason":"tells of something past","weight":0.49},{"reason":"the word “will”","weight":-0.43}]', 'Nobody doubts it.', '2026-11-25T02:15:15.915070Z');
INSERT INTO claims VALUES (3, '01a2107c-5ecb-7786-a426-04491c68f1f7', 1, 'Traffic rose by 12 percent in 2018.', 0, NULL, NULL, 'extracted', 'extracted', 0.9618, '[{"reason":"the word “2018”","weight":1.5},{"reason":"the word “12”","weight":1.23},{"reason":"the word “percent”","weight":0.99},{"reason":"gives a magnitude","weight":0.76},{"reason":"tells of a rise, a fall or a cost","weight":0.62}]', NULL, '2026-11-25T02:15:15.915070Z');
INSERT INTO claims VALUES (4, '01a2107c-5ecb-7445-8c55-45d9c8748601', 1, 'The mayor said nothing.', 0, NULL, NULL, 'extracted', 'extracted', 0.379, '[{"reason":"the word “mayor”","weight":0.81},{"reason":"says who said so","weight":0.61},{"reason":"denies","weight":0.48},{"reason":"names an office, a party or a body of law","weight":0.44},{"reason":"the word “said”","weight":0.23}]', NULL, '2026-11-25T02:15:15.915070Z');
INSERT INTO claims VALUES (9, '01a2107c-60e9-70a1-878a-1c4e9fd36d59', 3, 'It cost 4 million in 1931.', 0, NULL, NULL, 'extracted', 'extracted', 0.9842, '[{"reason":"the word “1931”","weight":1.65},{"reason":"the word “million”","weight":1.48},{"reason":"the word “4”","weight":1.42},{"reason":"gives a magnitude","weight":0.76},{"reason":"tells of a rise, a fall or a cost","weight":0.62}]', NULL, '2026-11-25T02:15:16.457563Z');
INSERT INTO claims VALUES (10, '01a2107c-60e9-7229-907a-20d301cbc1a5', 3, 'The mayor paid 3 million dollars for it in 1931.', 0, NULL, NULL, 'extracted', 'extracted', 0.9941, '[{"reason":"the word “1931”","weight":1.25},{"reason":"the word “million”","weight":1.09},{"reason":"the word “3”","weight":1.08},{"reason":"the word “dollars”","weight":0.84},{"reason":"gives a magnitude","weight":0.69}]', NULL, '2026-11-25T02:15:16.457563Z');
INSERT INTO events VALUES (1, '01a2107c-5e97-7c11-a6dd-c6e574732f6e', '2026-11-25T02:15:15.863714Z', 'ana', 'desk.init', 'desk', 1, '01a2107c-5e97-7db8-b32f-3579162c8209', NULL, '{"reviewer":{"created_at":"2026-11-25T02:15:15.863714Z","handle":"ana","id":1,"name":"Ana Ruiz","role":"editor","uuid":"01a2107c-5e97-76d6-866b-e4331f1ef40f"},"scales":["standard","pre-publication","averitec"]}', '0000000000000000000000000000000000000000000000000000000000000000', 'f9fe0d6429f14ba2b81bf74664e886c1a931a5c31f11b024a95af3d3b58ae5ce');
INSERT INTO events VALUES (2, '01a2107c-5ecb-7f51-a667-183287d1bba6', '2026-11-25T02:15:15.915070Z', 'ana', 'article.add', 'article', 1, '01a2107c-5ecb-7d61-915e-717bc9d53132', NULL, '{"article":{"author":null,"language":"en","published":null,"publisher":null,"title":"The Bridge of Žilina","url":null},"claims":4,"original_sha256":"a0b2cd88de77646467e36c7115074d65c359e387e790653522a4a5333bb7fe72"}', 'f9fe0d6429f14ba2b81bf74664e886c1a931a5c31f11b024a95af3d3b58ae5ce', '36758942b0ace2aba5148089dd8144619dfea22d44a9cecf8040c3101c89e8d0');
INSERT INTO events VALUES (3, '01a2107c-5f14-7ce6-8e82-3348dfc2e48b', '2026-11-25T02:15:15.988329Z', 'ana', 'verdict.add', 'claim', 1, '01a2107c-5ecb-7dec-aeb4-c94917caa982', '{"rating":null,"state":"extracted"}', '{"claim":1,"confidence":null,"correction":null,"created_at":"2026-11-25T02:15:15.988329Z","evidence":[{"claim":1,"created_at":"2026-11-25T02:15:15.988329Z","id":1,"locator":"p. 4","quote":null,"reviewer":"ana","source":1,"source_name":"The plaque","source_publisher":null,"source_url":"https://example.org/plaque","stance":"refutes","uuid":"01a2107c-5f14-7e76-b4b4-9058602ad456"}],"id":1,"rating":"false","rating_label":"False","rating_tone":"bad","rationale":"The plaque says **1932**.","reaffirmed":null,"reviewer":"ana","reviewer_name":"Ana Ruiz","scale":"standard","stale":false,"superseded_by":null,"uuid":"01a2107c-5f14-73b7-8e20-830bdef60e8f"}', '36758942b0ace2aba5148089dd8144619dfea22d44a9cecf8040c3101c89e8d0', 'e8a9d1d75cba7836acdac6c38dbb1122e96907f4c7f4b263a42cddd5aa93a56d');
INSERT INTO events VALUES (4, '01a2107c-5f38-7d47-91be-a1c55cb40298', '2026-11-25T02:15:16.024219Z', 'ana', 'reviewer.add', 'reviewer', 2, '01a2107c-5f38-7a77-9c7a-7ee902a3d497', NULL, '{"created_at":"2026-11-25T02:15:16.024219Z","handle":"ben","id":2,"name":"Ben Ode","role":"checker","uuid":"01a2107c-5f38-7a77-9c7a-7ee902a3d497"}', 'e8a9d1d75cba7836acdac6c38dbb1122e96907f4c7f4b263a42cddd5aa93a56d', '578997c136b6bb4cf11bd649bd56961b09824d3eee03862a40ea6b11cf62fbbd');
INSERT INTO events VALUES (5, '01a2107c-5f57-7836-b33c-ee6b2c9cb44b', '2026-11-25T02:15:16.055170Z', 'ana', 'scale.add', 'scale', 4, '01a2107c-5f57-73c7-b89d-639aa3d9d704', NULL, '{"default":false,"description":"","id":4,"name":"House","ratings":[{"description":"","label":"No","position":1,"slug":"no","tone":"bad"},{"description":"","label":"Yes","position":2,"slug":"yes","tone":"good"},{"description":"","label":"Unclear","position":null,"slug":"unclear","tone":"neutral"}],"slug":"house","uuid":"01a2107c-5f57-73c7-b89d-639aa3d9d704"}', '578997c136b6bb4cf11bd649bd56961b09824d3eee03862a40ea6b11cf62fbbd', '4c6c2eab967d8be9659617cd1027f34cf9d8a03cb019c8ec30b29216aae97f45');
INSERT INTO events VALUES (6, '01a2107c-5f78-76e4-aa7d-357fd6f335b7', '2026-11-25T02:15:16.088232Z', 'ana', 'claim.edit', 'claim', 1, '01a2107c-5ecb-7dec-aeb4-c94917caa982', '{"article":1,"candidates":[],"claimant":null,"created_at":"2026-11-25T02:15:15.915070Z","dismissed_because":null,"end":82,"id":1,"origin":"extracted","outcome":"first","prefix":"The Bridge of Žilina\n\n","quote":"The bridge opened on 3 May 1931 and cost two million crowns.","rating":"false","rating_label":"False","rating_tone":"bad","reasons":["the word “million”","the word “3”","gives a magnitude","a figure","the word “1931”"],"revision":1,"score":0.8676,"stale":false,"start":22,"state":"in-review","statement":"The bridge opened on 3 May 1931 and cost two million crowns.","suffix":" “It will stand for a hundred ye","topics":[],"uuid":"01a2107c-5ecb-7dec-aeb4-c94917caa982"}', '{"article":1,"candidates":[],"claimant":"The mayor","created_at":"2026-11-25T02:15:15.915070Z","dismissed_because":null,"end":82,"id":1,"origin":"extracted","outcome":"first","prefix":"The Bridge of Žilina\n\n","quote":"The bridge opened on 3 May 1931 and cost two million crowns.","rating":"false","rating_label":"False","rating_tone":"bad","reasons":["the word “million”","the word “3”","gives a magnitude","a figure","the word “1931”"],"revision":1,"score":0.8676,"stale":false,"start":22,"state":"in-review","statement":"The bridge opened in 1931.","suffix":" “It will stand for a hundred ye","topics":["bridges"],"uuid":"01a2107c-5ecb-7dec-aeb4-c94917caa982"}', '4c6c2eab967d8be9659617cd1027f34cf9d8a03cb019c8ec30b29216aae97f45', 'a65323c49bf787eaa055aa477e7b3c8bd44d1a62b08fc3e1361f42c02703b71f');
INSERT INTO events VALUES (7, '01a2107c-5f9c-7d23-b379-3e15a016230d', '2026-11-25T02:15:16.124479Z', 'ana', 'claim.dismiss', 'claim', 2, '01a2107c-5ecb-7dae-abad-406341cf397b', '{"article":1,"candidates":[],"claimant":null,"created_at":"2026-11-25T02:15:15.915070Z","dismissed_because":null,"end":135,"id":2,"origin":"extracted","outcome":"first","prefix":"31 and cost two million crowns. ","quote":"“It will stand for a hundred years,” the mayor said.","rating":null,"rating_label":null,"rating_tone":null,"reasons":["a figure","says who said so","the word “mayor”","tells of something past","the word “will”"],"revision":1,"score":0.3144,"stale":false,"start":83,"state":"extracted","statement":"“It will stand for a hundred years,” the mayor said.","suffix":"\r\n\nTraffic rose by 12 percent in","topics":[],"uuid":"01a2107c-5ecb-7dae-abad-406341cf397b"}', '{"article":1,"candidates":[],"claimant":null,"created_at":"2026-11-25T02:15:15.915070Z","dismissed_because":"Nobody doubts it.","end":135,"id":2,"origin":"extracted","outcome":"first","prefix":"31 and cost two million crowns. ","quote":"“It will stand for a hundred years,” the mayor said.","rating":null,"rating_label":null,"rating_tone":null,"reasons":["a figure","says who said so","the word “mayor”","tells of something past","the word “will”"],"revision":1,"score":0.3144,"stale":false,"start":83,"state":"dismissed","statement":"“It will stand for a hundred years,” the mayor said.","suffix":"\r\n\nTraffic rose by 12 percent in","topics":[],"uuid":"01a2107c-5ecb-7dae-abad-406341cf397b"}', 'a65323c49bf787eaa055aa477e7b3c8bd44d1a62b08fc3e1361f42c02703b71f', 'e7df73291c9d3761e38dab948299e76ff1f5ab6317000bab7669b658db254757');
INSERT INTO events VALUES (8, '01a2107c-5fbd-70af-a298-68c4ac6f9f11', '2026-11-25T02:15:16.157074Z', 'ben', 'verdict.add', 'claim', 1, '01a2107c-5ecb-7dec-aeb4-c94917caa982', '{"rating":"false","state":"in-review"}', '{"claim":1,"confidence":null,"correction":null,"created_at":"2026-11-25T02:15:16.157074Z","evidence":[],"id":2,"rating":"yes","rating_label":"Yes","rating_tone":"good","rationale":"Seen.","reaffirmed":null,"reviewer":"ben","reviewer_name":"Ben Ode","scale":"house","stale":false,"superseded_by":null,"uuid":"01a2107c-5fbd-74ad-a366-1cf6a729d02f"}', 'e7df73291c9d3761e38dab948299e76ff1f5ab6317000bab7669b658db254757', 'bd35fd240feb90ab78017f5517f43b3e41d3b83b293c8d0224e661584c1b9c72');
INSERT INTO events VALUES (9, '01a2107c-5fdc-7cc9-b3d8-bf3eabe71c60', '2026-11-25T02:15:16.188977Z', 'ana', 'verdict.add', 'claim', 1, '01a2107c-5ecb-7dec-aeb4-c94917caa982', '{"rating":"yes","state":"in-review"}', '{"claim":1,"confidence":"high","correction":null,"created_at":"2026-11-25T02:15:16.188977Z","evidence":[],"id":3,"rating":"mostly-true","rating_label":"Mostly true","rating_tone":"good","rationale":"Looked again.","reaffirmed":null,"reviewer":"ana","reviewer_name":"Ana Ruiz","scale":"standard","stale":false,"superseded_by":null,"uuid":"01a2107c-5fdc-7b06-9bb1-073ed68eb558"}', 'bd35fd240feb90ab78017f5517f43b3e41d3b83b293c8d0224e661584c1b9c72', '88cae6659ff9cbfe047c85ee7889261c1fc8e651d7c4e2b7deb9a4204b36b7e1');
INSERT INTO events VALUES (10, '01a2107c-600d-715e-ac4e-a5157785679f', '2026-11-25T02:15:16.237424Z', 'ana', 'evidence.add', 'claim', 1, '01a2107c-5ecb-7dec-aeb4-c94917caa982', NULL, '{"claim":1,"created_at":"2026-11-25T02:15:16.237424Z","id":2,"locator":"p. 2","quote":"Opened 1931","reviewer":"ana","source":1,"source_name":"The plaque","source_publisher":null,"source_url":"https://example.org/plaque","stance":"context","uuid":"01a2107c-600d-7853-b908-bb36820e40db"}', '88cae6659ff9cbfe047c85ee7889261c1fc8e651d7c4e2b7deb9a4204b36b7e1', 'f4636eba247b5e3aa6b8231cb0c2f4837205f380c93c90d8bddedf7c7798b1c5');
INSERT INTO events VALUES (11, '01a2107c-6039-7524-a451-a921ab3b8af6', '2026-11-25T02:15:16.281253Z', 'ana', 'flag.add', 'flag', 1, '01a2107c-6039-7c09-b3ff-a5a9fda0dc6c', NULL, '{"article":1,"category":"text","claim":null,"code":null,"created_at":"2026-11-25T02:15:16.281253Z","end":null,"evidence":null,"id":1,"message":"No byline.","name":null,"outcome":"first","raised_by":"ana","resolution":null,"resolved_at":null,"resolved_by":null,"revision":null,"severity":"low","start":null,"state":"open","suggestion":null,"text":null,"uuid":"01a2107c-6039-7c09-b3ff-a5a9fda0dc6c"}', 'f4636eba247b5e3aa6b8231cb0c2f4837205f380c93c90d8bddedf7c7798b1c5', 'a11b9025cbe4e2c9766d8bab253ce175771cd074c3c3c13859b7ff62e4375466');
INSERT INTO events VALUES (12, '01a2107c-6065-76b6-8e14-3c9e139d61c2', '2026-11-25T02:15:16.325150Z', 'ana', 'flag.resolve', 'flag', 1, '01a2107c-6039-7c09-b3ff-a5a9fda0dc6c', '{"article":1,"category":"text","claim":null,"code":null,"created_at":"2026-11-25T02:15:16.281253Z","end":null,"evidence":null,"id":1,"message":"No byline.","name":null,"outcome":"first","raised_by":"ana","resolution":null,"resolved_at":null,"resolved_by":null,"revision":null,"severity":"low","start":null,"state":"open","suggestion":null,"text":null,"uuid":"01a2107c-6039-7c09-b3ff-a5a9fda0dc6c"}', '{"article":1,"category":"text","claim":null,"code":null,"created_at":"2026-11-25T02:15:16.281253Z","end":null,"evidence":null,"id":1,"message":"No byline.","name":null,"outcome":"first","raised_by":"ana","resolution":"It is in the metadata.","resolved_at":"2026-11-25T02:15:16.325150Z","resolved_by":"ana","revision":null,"severity":"low","start":null,"state":"resolved","suggestion":null,"text":null,"uuid":"01a2107c-6039-7c09-b3ff-a5a9fda0dc6c"}', 'a11b9025cbe4e2c9766d8bab253ce175771cd074c3c3c13859b7ff62e4375466', 'd025107a20c9eb387e1f340e090ab4cb6b7bd0fa4c56fdea587c269df1c94aea');
INSERT INTO events VALUES (13, '01a2107c-6088-7fdd-83e7-a47206da2e9d', '2026-11-25T02:15:16.360724Z', 'ana', 'article.add', 'article', 2, '01a2107c-6088-75d5-a5bf-7e5cec14a5ec', NULL, '{"article":{"author":null,"language":"en","published":null,"publisher":null,"title":"Again","url":null},"claims":4,"original_sha256":"a0b2cd88de77646467e36c7115074d65c359e387e790653522a4a5333bb7fe72"}', 'd025107a20c9eb387e1f340e090ab4cb6b7bd0fa4c56fdea587c269df1c94aea', '9760d9f85af3963d9cb638430c21d4e9346c8ada06769963812577a2e9cc73fe');
INSERT INTO events VALUES (14, '01a2107c-60bd-7cd9-b160-a3fd9e9fb42a', '2026-11-25T02:15:16.413788Z', 'ana', 'article.remove', 'article', 2, '01a2107c-6088-75d5-a5bf-7e5cec14a5ec', '{"author":null,"claims":4,"created_at":"2026-11-25T02:15:16.360724Z","id":2,"judged":0,"language":"en","open_flags":0,"original_sha256":"a0b2cd88de77646467e36c7115074d65c359e387e790653522a4a5333bb7fe72","published":null,"publisher":null,"revision":1,"title":"Again","url":null,"uuid":"01a2107c-6088-75d5-a5bf-7e5cec14a5ec"}', NULL, '9760d9f85af3963d9cb638430c21d4e9346c8ada06769963812577a2e9cc73fe', 'd6a88799adeb1bfdebb382d742f60e45078fc521082319491225d8fe9b9a75c7');
INSERT INTO events VALUES (15, '01a2107c-60e9-74fe-a218-eb0c4385b5fb', '2026-11-25T02:15:16.457563Z', 'ana', 'article.add', 'article', 3, '01a2107c-60e9-7285-bdba-c2e775b22cd0', NULL, '{"article":{"author":null,"language":null,"published":null,"publisher":null,"title":"The bridge","url":null},"claims":2,"original_sha256":"b9fb6ea44cee053fe0155350a7fe0dc32f2ba7c89d36b2dc0efd1c43dc27ed82"}', 'd6a88799adeb1bfdebb382d742f60e45078fc521082319491225d8fe9b9a75c7', 'c64bd3d2df2cf4ae374148d9635750e11ea1b5b4f32031ac2d08ca8b1bf4ec2c');
INSERT INTO evidence VALUES (1, '01a2107c-5f14-7e76-b4b4-9058602ad456', 1, 1, 1, 1, 'refutes', NULL, 'p. 4', '2026-11-25T02:15:15.988329Z');
INSERT INTO evidence VALUES (2, '01a2107c-600d-7853-b908-bb36820e40db', 1, 1, NULL, 1, 'context', 'Opened 1931', 'p. 2', '2026-11-25T02:15:16.237424Z');
INSERT INTO facets VALUES (1, 1, 2, 'date', 44, 54, 43, 53, '{"value":"1931-05-03"}', NULL, '1931-05-03', '1931-05-03');
INSERT INTO facets VALUES (1, 2, 2, 'quantity', 64, 75, 63, 74, '{"high":2000000.0,"low":2000000.0,"value":2000000.0}', NULL, NULL, NULL);
INSERT INTO facets VALUES (1, 3, 3, 'quotation', 87, 120, 84, 117, '{"speaker":"the mayor"}', NULL, NULL, NULL);
INSERT INTO facets VALUES (1, 4, 3, 'quantity', 105, 120, 102, 117, '{"high":100.0,"low":100.0,"unit":"year","value":100.0}', NULL, NULL, NULL);
INSERT INTO facets VALUES (1, 5, 3, 'attribution', 125, 139, 120, 134, '{"source":"the mayor","verb":"said"}', NULL, NULL, NULL);
INSERT INTO facets VALUES (1, 6, 4, 'quantity', 159, 169, 154, 164, '{"high":12.0,"low":12.0,"unit":"percent","value":12.0}', NULL, NULL, NULL);
INSERT INTO facets VALUES (1, 7, 4, 'date', 173, 177, 168, 172, '{"value":"2018"}', NULL, '2018-01-01', '2018-12-31');
INSERT INTO facets VALUES (1, 8, 6, 'attribution', 203, 221, 198, 216, '{"source":"Critics","vague":true,"verb":"argue"}', NULL, NULL, NULL);
INSERT INTO facets VALUES (2, 1, 2, 'quantity', 20, 29, 20, 29, '{"high":4000000.0,"low":4000000.0,"value":4000000.0}', NULL, NULL, NULL);
INSERT INTO facets VALUES (2, 2, 2, 'date', 33, 37, 33, 37, '{"value":"1931"}', NULL, '1931-01-01', '1931-12-31');
INSERT INTO facets VALUES (2, 3, 3, 'quantity', 55, 72, 55, 72, '{"high":3000000.0,"low":3000000.0,"unit":"dollar","value":3000000.0}', NULL, NULL, NULL);
INSERT INTO facets VALUES (2, 4, 3, 'date', 83, 87, 83, 87, '{"value":"1931"}', NULL, '1931-01-01', '1931-12-31');
INSERT INTO facets VALUES (2, 5, 4, 'date', 92, 96, 92, 96, '{"value":"1931"}', NULL, '1931-01-01', '1931-12-31');
INSERT INTO facets VALUES (2, 6, 4, 'quantity', 112, 129, 112, 129, '{"high":3000000.0,"low":3000000.0,"unit":"dollar","value":3000000.0}', NULL, NULL, NULL);
INSERT INTO flags VALUES (1, '01a2107c-6039-7c09-b3ff-a5a9fda0dc6c', 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'first', NULL, NULL, 'text', 'low', 'No byline.', NULL, NULL, 1, 'resolved', 1, '2026-11-25T02:15:16.325150Z', 'It is in the metadata.', '2026-11-25T02:15:16.281253Z');
INSERT INTO notes VALUES (1, '01a2107c-60e9-702a-95ae-a023bdf83786', 2, 'link', 20, 29, 'https://example.org/cost', NULL, 'https://example.org/cost');
INSERT INTO ratings VALUES (1, 1, 'false', 'False', 'The evidence contradicts the claim in substance.', 1, 'bad');
INSERT INTO ratings VALUES (2, 1, 'mostly-false', 'Mostly false', 'A part of the claim holds, but its main point is contradicted by the evidence.', 2, 'bad');
INSERT INTO ratings VALUES (3, 1, 'misleading', 'Misleading', 'The facts stated may be right, but missing or misplaced context leads a reader to a wrong conclusion.', 3, 'mixed');
INSERT INTO ratings VALUES (4, 1, 'mostly-true', 'Mostly true', 'The main point holds; a detail is wrong, imprecise or missing.', 4, 'good');
INSERT INTO ratings VALUES (5, 1, 'true', 'True', 'The evidence bears out the claim, and nothing that matters is left out.', 5, 'good');
INSERT INTO ratings VALUES (6, 1, 'unverifiable', 'Unverifiable', 'The claim can be neither confirmed nor refuted with the evidence that can be had.', NULL, 'neutral');
INSERT INTO ratings VALUES (7, 1, 'satire', 'Satire', 'The claim was made as a joke or parody and was not meant to be taken as fact.', NULL, 'neutral');
INSERT INTO ratings VALUES (8, 2, 'wrong', 'Wrong', 'A source settles that the statement is incorrect and it can’t be printed.', 1, 'bad');
INSERT INTO ratings VALUES (9, 2, 'needs-change', 'Needs change', 'The statement can stand once its wording, figure or attribution is changed as suggested.', 2, 'mixed');
INSERT INTO ratings VALUES (10, 2, 'correct', 'Correct', 'A source settles that the statement is right as it is written.', 3, 'good');
INSERT INTO ratings VALUES (11, 2, 'unconfirmed', 'Unconfirmed', 'No source that settles the statement has been found yet.', NULL, 'neutral');
INSERT INTO ratings VALUES (12, 2, 'query-to-author', 'Query to author', 'The writer has been asked for a source or an explanation, and the answer is awaited.', NULL, 'neutral');
INSERT INTO ratings VALUES (13, 3, 'refuted', 'Refuted', 'The evidence gathered contradicts the claim.', 1, 'bad');
INSERT INTO ratings VALUES (14, 3, 'conflicting-evidence-cherrypicking', 'Conflicting Evidence/Cherrypicking', 'Sound evidence points both ways, or the claim rests on facts picked so as to mislead.', 2, 'mixed');
INSERT INTO ratings VALUES (15, 3, 'supported', 'Supported', 'The evidence gathered bears the claim out.', 3, 'good');
INSERT INTO ratings VALUES (16, 3, 'not-enough-evidence', 'Not Enough Evidence', 'The evidence gathered neither supports nor contradicts the claim.', NULL, 'neutral');
INSERT INTO ratings VALUES (17, 4, 'no', 'No', '', 1, 'bad');
INSERT INTO ratings VALUES (18, 4, 'yes', 'Yes', '', 2, 'good');
INSERT INTO ratings VALUES (19, 4, 'unclear', 'Unclear', '', NULL, 'neutral');
INSERT INTO repeats VALUES (10, 2, 4);
INSERT INTO reviewers VALUES (1, '01a2107c-5e97-76d6-866b-e4331f1ef40f', 'ana', 'Ana Ruiz', 'editor', '2026-11-25T02:15:15.863714Z');
INSERT INTO reviewers VALUES (2, '01a2107c-5f38-7a77-9c7a-7ee902a3d497', 'ben', 'Ben Ode', 'checker', '2026-11-25T02:15:16.024219Z');
INSERT INTO revisions VALUES (1, '01a2107c-5ecb-73df-bb07-973e124e075b', 1, 1, 'bridge.txt', 'text/plain', 'utf-8', 1, 'The Bridge of Žilina' || char(10) || '' || char(10) || 'The bridge opened on 3 May 1931 and cost two million crowns. “It will stand for a hundred years,” the mayor said.' || char(13) || '' || char(10) || '' || char(10) || 'Traffic rose by 12 percent in 2018. The mayor said nothing. Critics argue that the bridge opened too late.' || char(10) || '', '2026-11-25T02:15:15.915070Z');
INSERT INTO revisions VALUES (2, '01a2107c-60e9-7c06-be79-32ae85bb7370', 3, 1, 'linked.md', 'text/markdown', 'utf-8', 2, 'The bridge' || char(10) || '' || char(10) || 'It cost 4 million in 1931.' || char(10) || '' || char(10) || 'The mayor paid 3 million dollars for it in 1931. In 1931 the mayor paid 3 million dollars for it.', '2026-11-25T02:15:16.457563Z');
INSERT INTO scales VALUES (1, '01a2107c-5e97-7f6b-b712-c5a69c86b58d', 'standard', 'Standard', 'For published claims: how well a claim holds, from false to true.', '2026-11-25T02:15:15.863714Z');
INSERT INTO scales VALUES (2, '01a2107c-5e97-751f-9822-208fb6a3dbcb', 'pre-publication', 'Pre-publication', 'For a draft before it is printed: what has to happen to each fact.', '2026-11-25T02:15:15.863714Z');
INSERT INTO scales VALUES (3, '01a2107c-5e97-7116-aa35-5d6227584630', 'averitec', 'AVeriTeC', 'The four labels of the AVeriTeC data set, for research and for exchange with it.', '2026-11-25T02:15:15.863714Z');
INSERT INTO scales VALUES (4, '01a2107c-5f57-73c7-b89d-639aa3d9d704', 'house', 'House', '', '2026-11-25T02:15:16.055170Z');
INSERT INTO sentences VALUES (1, 1, 'heading', 0.0, 0, 21, 0, 20);
INSERT INTO sentences VALUES (1, 2, 'body', 0.8676, 23, 83, 22, 82);
INSERT INTO sentences VALUES (1, 3, 'body', 0.3144, 84, 140, 83, 135);
INSERT INTO sentences VALUES (1, 4, 'body', 0.9618, 143, 178, 138, 173);
INSERT INTO sentences VALUES (1, 5, 'body', 0.379, 179, 202, 174, 197);
INSERT INTO sentences VALUES (1, 6, 'body', 0.1219, 203, 249, 198, 244);
INSERT INTO sentences VALUES (2, 1, 'heading', 0.0, 0, 10, 0, 10);
INSERT INTO sentences VALUES (2, 2, 'body', 0.9842, 12, 38, 12, 38);
INSERT INTO sentences VALUES (2, 3, 'body', 0.9941, 40, 88, 40, 88);
INSERT INTO sentences VALUES (2, 4, 'body', 0.9947, 89, 137, 89, 137);
INSERT INTO settings VALUES ('default-reviewer', 'ana', '2026-11-25T02:15:15.863714Z');
INSERT INTO settings VALUES ('default-scale', 'standard', '2026-11-25T02:15:15.863714Z');
INSERT INTO sources VALUES (1, '01a2107c-5f14-7537-809c-e9fa62476434', 'url:https://example.org/plaque', 'https://example.org/plaque', NULL, NULL, 'The plaque', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'public', NULL, '2026-11-25T02:15:15.988329Z');
INSERT INTO topics VALUES (1, 'bridges');
INSERT INTO verdicts VALUES (1, '01a2107c-5f14-73b7-8e20-830bdef60e8f', 1, 1, 1, 1, 'The bridge opened on 3 May 1931 and cost two million crowns.', 'The plaque says **1932**.', NULL, NULL, NULL, NULL, '2026-11-25T02:15:15.988329Z');
INSERT INTO verdicts VALUES (2, '01a2107c-5fbd-74ad-a366-1cf6a729d02f', 1, 2, 18, 1, 'The bridge opened on 3 May 1931 and cost two million crowns.', 'Seen.', NULL, NULL, NULL, NULL, '2026-11-25T02:15:16.157074Z');
INSERT INTO verdicts VALUES (3, '01a2107c-5fdc-7b06-9bb1-073ed68eb558', 1, 1, 4, 1, 'The bridge opened on 3 May 1931 and cost two million crowns.', 'Looked again.', NULL, 'high', 1, NULL, '2026-11-25T02:15:16.188977Z');
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES ('events', 15);
INSERT INTO sqlite_sequence VALUES ('articles', 3);
INSERT INTO sqlite_sequence VALUES ('claims', 10);
INSERT INTO sqlite_sequence VALUES ('verdicts', 3);
INSERT INTO sqlite_sequence VALUES ('sources', 1);
INSERT INTO sqlite_sequence VALUES ('evidence', 2);
INSERT INTO sqlite_sequence VALUES ('flags', 1);
INSERT INTO sqlite_sequence VALUES ('notes', 1);
COMMIT;
PRAGMA application_id = 1667527531;
PRAGMA user_version = 1;
PRAGMA journal_mode = WAL;
