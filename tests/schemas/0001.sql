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
CREATE TABLE claims (
    id                INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid              TEXT NOT NULL UNIQUE,
    article_id        INTEGER REFERENCES articles (id) ON DELETE CASCADE,
    statement         TEXT NOT NULL CHECK (length(statement) > 0),
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
    prefix      TEXT,
    suffix      TEXT,
    outcome     TEXT NOT NULL CHECK (outcome IN ('first', 'unmoved', 'moved', 'changed', 'ambiguous', 'gone')),
    likeness    REAL CHECK (likeness BETWEEN 0 AND 1),
    candidates  TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(candidates)),
    UNIQUE (claim_id, revision_id),
    CHECK ((quote IS NULL) = (outcome IN ('ambiguous', 'gone'))),
    CHECK ((quote IS NULL) = (start_byte IS NULL) AND (quote IS NULL) = (end_byte IS NULL)),
    CHECK ((quote IS NULL) = (start_char IS NULL) AND (quote IS NULL) = (end_char IS NULL)),
    CHECK ((quote IS NULL) = (prefix IS NULL) AND (quote IS NULL) = (suffix IS NULL))
) STRICT;
CREATE INDEX anchors_by_place ON anchors (revision_id, start_byte);
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
INSERT INTO anchors VALUES (1, 1, 1, 23, 83, 22, 82, 'The bridge opened on 3 May 1931 and cost two million crowns.', 'The Bridge of Žilina' || char(10) || '' || char(10) || '', ' “It will stand for a hundred ye', 'first', NULL, '[]');
INSERT INTO anchors VALUES (2, 2, 1, 84, 140, 83, 135, '“It will stand for a hundred years,” the mayor said.', '31 and cost two million crowns. ', '' || char(13) || '' || char(10) || '' || char(10) || 'Traffic rose by 12 percent in', 'first', NULL, '[]');
INSERT INTO anchors VALUES (3, 3, 1, 143, 178, 138, 173, 'Traffic rose by 12 percent in 2018.', 'ndred years,” the mayor said.' || char(13) || '' || char(10) || '' || char(10) || '', ' The mayor said nothing. Critics', 'first', NULL, '[]');
INSERT INTO anchors VALUES (4, 7, 2, 12, 38, 12, 38, 'It cost 4 million in 1931.', 'The bridge' || char(10) || '' || char(10) || '', '', 'first', NULL, '[]');
INSERT INTO articles VALUES (1, '01a20d5f-937f-7b90-a31d-81e356e21146', 'The Bridge of Žilina', NULL, NULL, NULL, NULL, 'en', '2026-11-24T11:44:57.215419Z');
INSERT INTO articles VALUES (3, '01a20d5f-93c2-780a-8676-8555b57c3810', 'The bridge', NULL, NULL, NULL, NULL, NULL, '2026-11-24T11:44:57.282797Z');
INSERT INTO blobs VALUES (1, 'a0b2cd88de77646467e36c7115074d65c359e387e790653522a4a5333bb7fe72', 250, 'zstd', X'28B52FFD20FAA50500F20C2825A027E9FFE85DD521556124C868B22C4DCAB9C84D88DCDB58F3D83639D66A645762DFEB301807611FFB6EF7AD3E2E16BEB7949D5C70B468AE5E7D7224700420D77C2B2646C591E30DE2D8969F52518E93730C48E5B5F3369738AE7E02A301D0F8B0B94256BA58BFF32ADDCE58326F030446E3A829B39CAE9B8C65E2CBF4BB6DBAD2FB711838DEDCC10FD7BD424505E2B892734E93A5C2C2953D2E2A99E0B89205004A93003208FE6475C69B0A1BCD661E');
INSERT INTO blobs VALUES (2, 'f180551a90300b5a88b4df2c92619faac31cedd089a3d32fceb59a44f6052e2c', 69, 'none', X'2320546865206272696467650A0A497420636F7374205B34206D696C6C696F6E5D2868747470733A2F2F6578616D706C652E6F72672F636F73742920696E20313933312E0A');
INSERT INTO blocks VALUES (1, 1, 'heading', NULL, 0, 21);
INSERT INTO blocks VALUES (1, 2, 'body', NULL, 23, 140);
INSERT INTO blocks VALUES (1, 3, 'body', NULL, 143, 249);
INSERT INTO blocks VALUES (2, 1, 'heading', 1, 0, 10);
INSERT INTO blocks VALUES (2, 2, 'body', NULL, 12, 38);
INSERT INTO claim_topics VALUES (1, 1);
INSERT INTO claimants VALUES (1, '01a20d5f-9394-7187-8644-126093b916d8', 'The mayor', NULL, '2026-11-24T11:44:57.236830Z');
INSERT INTO claims VALUES (1, '01a20d5f-937f-7e2c-b36a-cbc7d1a46aef', 1, 'The bridge opened in 1931.', 1, NULL, 'in-review', 'extracted', 0.9478, '[{"reason":"names a date","weight":2.0},{"reason":"a figure","weight":0.9},{"reason":"tells of a deed","weight":0.9},{"reason":"names a person, place or organisation","weight":0.4}]', NULL, '2026-11-24T11:44:57.215419Z');
INSERT INTO claims VALUES (2, '01a20d5f-937f-79eb-809c-31b0237de357', 1, '“It will stand for a hundred years,” the mayor said.', NULL, NULL, 'dismissed', 'extracted', 0.6225, '[{"reason":"a figure with a unit","weight":1.6},{"reason":"predicts or allows for something","weight":-1.0},{"reason":"attributes a statement","weight":0.5},{"reason":"quotes someone’s words","weight":0.4},{"reason":"tells of something past","weight":0.3}]', 'Nobody doubts it.', '2026-11-24T11:44:57.215419Z');
INSERT INTO claims VALUES (3, '01a20d5f-937f-7acb-a97f-3a1cc9e7805b', 1, 'Traffic rose by 12 percent in 2018.', NULL, NULL, 'extracted', 'extracted', 0.9478, '[{"reason":"names a date","weight":2.0},{"reason":"a figure with a unit","weight":1.6},{"reason":"compares","weight":0.6}]', NULL, '2026-11-24T11:44:57.215419Z');
INSERT INTO claims VALUES (7, '01a20d5f-93c2-7974-b554-90e9fadca468', 3, 'It cost 4 million in 1931.', NULL, NULL, 'extracted', 'extracted', 0.9089, '[{"reason":"names a date","weight":2.0},{"reason":"a figure with a unit","weight":1.6}]', NULL, '2026-11-24T11:44:57.282797Z');
INSERT INTO events VALUES (1, '01a20d5f-9375-74fd-8c77-471ec845322b', '2026-11-24T11:44:57.205504Z', 'ana', 'desk.init', 'desk', 1, '01a20d5f-9375-7fdb-966f-c9ef6815b789', NULL, '{"reviewer":{"created_at":"2026-11-24T11:44:57.205504Z","handle":"ana","id":1,"name":"Ana Ruiz","role":"editor","uuid":"01a20d5f-9375-710a-90c0-ae63c049683c"},"scales":["standard","pre-publication","averitec"]}', '0000000000000000000000000000000000000000000000000000000000000000', '3ac60da6ea9ea79c52d867a9043733183804c9db6910c5418174360c1dc129a7');
INSERT INTO events VALUES (2, '01a20d5f-937f-77d9-9cc6-cbcd3e9aedab', '2026-11-24T11:44:57.215419Z', 'ana', 'article.add', 'article', 1, '01a20d5f-937f-7b90-a31d-81e356e21146', NULL, '{"article":{"author":null,"language":"en","published":null,"publisher":null,"title":"The Bridge of Žilina","url":null},"claims":3,"original_sha256":"a0b2cd88de77646467e36c7115074d65c359e387e790653522a4a5333bb7fe72"}', '3ac60da6ea9ea79c52d867a9043733183804c9db6910c5418174360c1dc129a7', 'b6d680b79fa47b29c90327cf8ece2889865b7b212fcb359aca40139fd5c53048');
INSERT INTO events VALUES (3, '01a20d5f-9385-7843-b835-8220fc50ca67', '2026-11-24T11:44:57.221847Z', 'ana', 'verdict.add', 'claim', 1, '01a20d5f-937f-7e2c-b36a-cbc7d1a46aef', '{"rating":null,"state":"extracted"}', '{"claim":1,"confidence":null,"correction":null,"created_at":"2026-11-24T11:44:57.221847Z","evidence":[{"claim":1,"created_at":"2026-11-24T11:44:57.221847Z","id":1,"locator":"p. 4","quote":null,"reviewer":"ana","source":1,"source_name":"The plaque","source_publisher":null,"source_url":"https://example.org/plaque","stance":"refutes","uuid":"01a20d5f-9385-7a78-a85e-44d3278f38b9"}],"id":1,"rating":"false","rating_label":"False","rating_tone":"bad","rationale":"The plaque says **1932**.","reaffirmed":null,"reviewer":"ana","reviewer_name":"Ana Ruiz","scale":"standard","superseded_by":null,"uuid":"01a20d5f-9385-7c3c-9479-7ba72f790785"}', 'b6d680b79fa47b29c90327cf8ece2889865b7b212fcb359aca40139fd5c53048', 'dcffe6431d0b43008ec30042d237735a1e704da4489a5bab877a4f6da74f8057');
INSERT INTO events VALUES (4, '01a20d5f-938b-7b17-9587-221147e5a340', '2026-11-24T11:44:57.227907Z', 'ana', 'reviewer.add', 'reviewer', 2, '01a20d5f-938b-7a5c-8576-a48bf203b61b', NULL, '{"created_at":"2026-11-24T11:44:57.227907Z","handle":"ben","id":2,"name":"Ben Ode","role":"checker","uuid":"01a20d5f-938b-7a5c-8576-a48bf203b61b"}', 'dcffe6431d0b43008ec30042d237735a1e704da4489a5bab877a4f6da74f8057', '1c0753dc0f465123d2e6a29cb6086999cc38dbac8f8812863a4afe9c8ad21c09');
INSERT INTO events VALUES (5, '01a20d5f-9390-7c76-b177-a10aef6b7370', '2026-11-24T11:44:57.232182Z', 'ana', 'scale.add', 'scale', 4, '01a20d5f-9390-771b-8b89-ba046962e5d6', NULL, '{"default":false,"description":"","id":4,"name":"House","ratings":[{"description":"","label":"No","position":1,"slug":"no","tone":"bad"},{"description":"","label":"Yes","position":2,"slug":"yes","tone":"good"},{"description":"","label":"Unclear","position":null,"slug":"unclear","tone":"neutral"}],"slug":"house","uuid":"01a20d5f-9390-771b-8b89-ba046962e5d6"}', '1c0753dc0f465123d2e6a29cb6086999cc38dbac8f8812863a4afe9c8ad21c09', 'fae94184bb095997983887e4b75e54d821eee8ea7d291eb9e9afaa863c94afdb');
INSERT INTO events VALUES (6, '01a20d5f-9394-7d5f-81f6-396c715d0b72', '2026-11-24T11:44:57.236830Z', 'ana', 'claim.edit', 'claim', 1, '01a20d5f-937f-7e2c-b36a-cbc7d1a46aef', '{"article":1,"candidates":[],"claimant":null,"created_at":"2026-11-24T11:44:57.215419Z","dismissed_because":null,"end":82,"id":1,"origin":"extracted","outcome":"first","prefix":"The Bridge of Žilina\n\n","quote":"The bridge opened on 3 May 1931 and cost two million crowns.","rating":"false","rating_label":"False","rating_tone":"bad","reasons":["names a date","a figure","tells of a deed","names a person, place or organisation"],"revision":1,"score":0.9478,"stale":false,"start":22,"state":"in-review","statement":"The bridge opened on 3 May 1931 and cost two million crowns.","suffix":" “It will stand for a hundred ye","topics":[],"uuid":"01a20d5f-937f-7e2c-b36a-cbc7d1a46aef"}', '{"article":1,"candidates":[],"claimant":"The mayor","created_at":"2026-11-24T11:44:57.215419Z","dismissed_because":null,"end":82,"id":1,"origin":"extracted","outcome":"first","prefix":"The Bridge of Žilina\n\n","quote":"The bridge opened on 3 May 1931 and cost two million crowns.","rating":"false","rating_label":"False","rating_tone":"bad","reasons":["names a date","a figure","tells of a deed","names a person, place or organisation"],"revision":1,"score":0.9478,"stale":false,"start":22,"state":"in-review","statement":"The bridge opened in 1931.","suffix":" “It will stand for a hundred ye","topics":["bridges"],"uuid":"01a20d5f-937f-7e2c-b36a-cbc7d1a46aef"}', 'fae94184bb095997983887e4b75e54d821eee8ea7d291eb9e9afaa863c94afdb', '1d702c670a2ce960617b01c2606fe970fa89a35c7fbde782c071b9ada3b3fe32');
INSERT INTO events VALUES (7, '01a20d5f-939a-765f-8c61-89294dbad277', '2026-11-24T11:44:57.242038Z', 'ana', 'claim.dismiss', 'claim', 2, '01a20d5f-937f-79eb-809c-31b0237de357', '{"article":1,"candidates":[],"claimant":null,"created_at":"2026-11-24T11:44:57.215419Z","dismissed_because":null,"end":135,"id":2,"origin":"extracted","outcome":"first","prefix":"31 and cost two million crowns. ","quote":"“It will stand for a hundred years,” the mayor said.","rating":null,"rating_label":null,"rating_tone":null,"reasons":["a figure with a unit","predicts or allows for something","attributes a statement","quotes someone’s words","tells of something past"],"revision":1,"score":0.6225,"stale":false,"start":83,"state":"extracted","statement":"“It will stand for a hundred years,” the mayor said.","suffix":"\r\n\nTraffic rose by 12 percent in","topics":[],"uuid":"01a20d5f-937f-79eb-809c-31b0237de357"}', '{"article":1,"candidates":[],"claimant":null,"created_at":"2026-11-24T11:44:57.215419Z","dismissed_because":"Nobody doubts it.","end":135,"id":2,"origin":"extracted","outcome":"first","prefix":"31 and cost two million crowns. ","quote":"“It will stand for a hundred years,” the mayor said.","rating":null,"rating_label":null,"rating_tone":null,"reasons":["a figure with a unit","predicts or allows for something","attributes a statement","quotes someone’s words","tells of something past"],"revision":1,"score":0.6225,"stale":false,"start":83,"state":"dismissed","statement":"“It will stand for a hundred years,” the mayor said.","suffix":"\r\n\nTraffic rose by 12 percent in","topics":[],"uuid":"01a20d5f-937f-79eb-809c-31b0237de357"}', '1d702c670a2ce960617b01c2606fe970fa89a35c7fbde782c071b9ada3b3fe32', 'c560f860c024cce955331c3ef3d21f9f41c86f47ec28dee826c94cf5dce0fcaa');
INSERT INTO events VALUES (8, '01a20d5f-939e-7c2a-bc9c-611ff6c0e515', '2026-11-24T11:44:57.246688Z', 'ben', 'verdict.add', 'claim', 1, '01a20d5f-937f-7e2c-b36a-cbc7d1a46aef', '{"rating":"false","state":"in-review"}', '{"claim":1,"confidence":null,"correction":null,"created_at":"2026-11-24T11:44:57.246688Z","evidence":[],"id":2,"rating":"yes","rating_label":"Yes","rating_tone":"good","rationale":"Seen.","reaffirmed":null,"reviewer":"ben","reviewer_name":"Ben Ode","scale":"house","superseded_by":null,"uuid":"01a20d5f-939e-74c3-b4db-6328a76a8a71"}', 'c560f860c024cce955331c3ef3d21f9f41c86f47ec28dee826c94cf5dce0fcaa', '6424542521bfdb26a4ffee24548fb559e26e9a2bd417b5db48dabbeae156b7b5');
INSERT INTO events VALUES (9, '01a20d5f-93a3-7e33-921c-00140a525072', '2026-11-24T11:44:57.251946Z', 'ana', 'verdict.add', 'claim', 1, '01a20d5f-937f-7e2c-b36a-cbc7d1a46aef', '{"rating":"yes","state":"in-review"}', '{"claim":1,"confidence":"high","correction":null,"created_at":"2026-11-24T11:44:57.251946Z","evidence":[],"id":3,"rating":"mostly-true","rating_label":"Mostly true","rating_tone":"good","rationale":"Looked again.","reaffirmed":null,"reviewer":"ana","reviewer_name":"Ana Ruiz","scale":"standard","superseded_by":null,"uuid":"01a20d5f-93a3-7ca1-a1ea-f809635cb8c1"}', '6424542521bfdb26a4ffee24548fb559e26e9a2bd417b5db48dabbeae156b7b5', '151e6df0eb49d0f5c2724cc85bc709fb9ef27942d2c1a473b2264d6e6132e615');
INSERT INTO events VALUES (10, '01a20d5f-93a9-7703-bed6-9ca67fa16458', '2026-11-24T11:44:57.257186Z', 'ana', 'evidence.add', 'claim', 1, '01a20d5f-937f-7e2c-b36a-cbc7d1a46aef', NULL, '{"claim":1,"created_at":"2026-11-24T11:44:57.257186Z","id":2,"locator":"p. 2","quote":"Opened 1931","reviewer":"ana","source":1,"source_name":"The plaque","source_publisher":null,"source_url":"https://example.org/plaque","stance":"context","uuid":"01a20d5f-93a9-7310-84e4-0a31d2d1e99c"}', '151e6df0eb49d0f5c2724cc85bc709fb9ef27942d2c1a473b2264d6e6132e615', 'ff783cd1199151334d1ffe6253111707e055a785eaf0760f9166e053bffd8926');
INSERT INTO events VALUES (11, '01a20d5f-93ad-7a97-ad1e-a614601f7876', '2026-11-24T11:44:57.261929Z', 'ana', 'flag.add', 'flag', 1, '01a20d5f-93ad-7dff-aa58-c13e04e92aab', NULL, '{"article":1,"category":"text","claim":null,"code":null,"created_at":"2026-11-24T11:44:57.261929Z","end":null,"evidence":null,"id":1,"message":"No byline.","name":null,"outcome":"first","raised_by":"ana","resolution":null,"resolved_at":null,"resolved_by":null,"revision":null,"severity":"low","start":null,"state":"open","suggestion":null,"text":null,"uuid":"01a20d5f-93ad-7dff-aa58-c13e04e92aab"}', 'ff783cd1199151334d1ffe6253111707e055a785eaf0760f9166e053bffd8926', 'c8e0d297f75621af361b0e809c1fece4fb59152588dea49be8ae9124cbd3e28c');
INSERT INTO events VALUES (12, '01a20d5f-93b2-7422-8976-eca7104ba54e', '2026-11-24T11:44:57.266675Z', 'ana', 'flag.resolve', 'flag', 1, '01a20d5f-93ad-7dff-aa58-c13e04e92aab', '{"article":1,"category":"text","claim":null,"code":null,"created_at":"2026-11-24T11:44:57.261929Z","end":null,"evidence":null,"id":1,"message":"No byline.","name":null,"outcome":"first","raised_by":"ana","resolution":null,"resolved_at":null,"resolved_by":null,"revision":null,"severity":"low","start":null,"state":"open","suggestion":null,"text":null,"uuid":"01a20d5f-93ad-7dff-aa58-c13e04e92aab"}', '{"article":1,"category":"text","claim":null,"code":null,"created_at":"2026-11-24T11:44:57.261929Z","end":null,"evidence":null,"id":1,"message":"No byline.","name":null,"outcome":"first","raised_by":"ana","resolution":"It is in the metadata.","resolved_at":"2026-11-24T11:44:57.266675Z","resolved_by":"ana","revision":null,"severity":"low","start":null,"state":"resolved","suggestion":null,"text":null,"uuid":"01a20d5f-93ad-7dff-aa58-c13e04e92aab"}', 'c8e0d297f75621af361b0e809c1fece4fb59152588dea49be8ae9124cbd3e28c', 'e62ba61f4936ca06451b0a692f08566fbceb0ed5cd200f1755bb2c5cdf851a03');
INSERT INTO events VALUES (13, '01a20d5f-93b7-7279-9047-7329d3b4b31a', '2026-11-24T11:44:57.271224Z', 'ana', 'article.add', 'article', 2, '01a20d5f-93b7-7a57-a01f-a92ab4bf1f4a', NULL, '{"article":{"author":null,"language":"en","published":null,"publisher":null,"title":"Again","url":null},"claims":3,"original_sha256":"a0b2cd88de77646467e36c7115074d65c359e387e790653522a4a5333bb7fe72"}', 'e62ba61f4936ca06451b0a692f08566fbceb0ed5cd200f1755bb2c5cdf851a03', 'd75cb3672cc6043e284b36590b5badd30bc42775613343f16560554b387fc0f3');
INSERT INTO events VALUES (14, '01a20d5f-93bd-744d-b604-1dcbd9ef6a70', '2026-11-24T11:44:57.277080Z', 'ana', 'article.remove', 'article', 2, '01a20d5f-93b7-7a57-a01f-a92ab4bf1f4a', '{"author":null,"claims":3,"created_at":"2026-11-24T11:44:57.271224Z","id":2,"judged":0,"language":"en","open_flags":0,"original_sha256":"a0b2cd88de77646467e36c7115074d65c359e387e790653522a4a5333bb7fe72","published":null,"publisher":null,"revision":1,"title":"Again","url":null,"uuid":"01a20d5f-93b7-7a57-a01f-a92ab4bf1f4a"}', NULL, 'd75cb3672cc6043e284b36590b5badd30bc42775613343f16560554b387fc0f3', 'c99292bc29c5b453908dd2dbd3ca2fdd75eefa052f01b7de5d2908ef90a2b63f');
INSERT INTO events VALUES (15, '01a20d5f-93c2-7f77-a110-b39a5ea3f965', '2026-11-24T11:44:57.282797Z', 'ana', 'article.add', 'article', 3, '01a20d5f-93c2-780a-8676-8555b57c3810', NULL, '{"article":{"author":null,"language":null,"published":null,"publisher":null,"title":"The bridge","url":null},"claims":1,"original_sha256":"f180551a90300b5a88b4df2c92619faac31cedd089a3d32fceb59a44f6052e2c"}', 'c99292bc29c5b453908dd2dbd3ca2fdd75eefa052f01b7de5d2908ef90a2b63f', '9b5bd598ee2fc372a159ddb732431778930edd24062d85fe59995e3709dcf2c2');
INSERT INTO evidence VALUES (1, '01a20d5f-9385-7a78-a85e-44d3278f38b9', 1, 1, 1, 1, 'refutes', NULL, 'p. 4', '2026-11-24T11:44:57.221847Z');
INSERT INTO evidence VALUES (2, '01a20d5f-93a9-7310-84e4-0a31d2d1e99c', 1, 1, NULL, 1, 'context', 'Opened 1931', 'p. 2', '2026-11-24T11:44:57.257186Z');
INSERT INTO flags VALUES (1, '01a20d5f-93ad-7dff-aa58-c13e04e92aab', 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'first', NULL, NULL, 'text', 'low', 'No byline.', NULL, NULL, 1, 'resolved', 1, '2026-11-24T11:44:57.266675Z', 'It is in the metadata.', '2026-11-24T11:44:57.261929Z');
INSERT INTO notes VALUES (1, '01a20d5f-93c2-7f86-a087-5460f554cbb2', 2, 'link', 20, 29, 'https://example.org/cost', NULL, 'https://example.org/cost');
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
INSERT INTO reviewers VALUES (1, '01a20d5f-9375-710a-90c0-ae63c049683c', 'ana', 'Ana Ruiz', 'editor', '2026-11-24T11:44:57.205504Z');
INSERT INTO reviewers VALUES (2, '01a20d5f-938b-7a5c-8576-a48bf203b61b', 'ben', 'Ben Ode', 'checker', '2026-11-24T11:44:57.227907Z');
INSERT INTO revisions VALUES (1, '01a20d5f-937f-7f44-90f5-9e16c031a44b', 1, 1, 'bridge.txt', 'text/plain', 'utf-8', 1, 'The Bridge of Žilina' || char(10) || '' || char(10) || 'The bridge opened on 3 May 1931 and cost two million crowns. “It will stand for a hundred years,” the mayor said.' || char(13) || '' || char(10) || '' || char(10) || 'Traffic rose by 12 percent in 2018. The mayor said nothing. Critics argue that the bridge opened too late.' || char(10) || '', '2026-11-24T11:44:57.215419Z');
INSERT INTO revisions VALUES (2, '01a20d5f-93c2-7b28-a8ae-83487156cb9e', 3, 1, 'linked.md', 'text/markdown', 'utf-8', 2, 'The bridge' || char(10) || '' || char(10) || 'It cost 4 million in 1931.', '2026-11-24T11:44:57.282797Z');
INSERT INTO scales VALUES (1, '01a20d5f-9375-75f6-8bc8-b8a8e15e8f5c', 'standard', 'Standard', 'For published claims: how well a claim holds, from false to true.', '2026-11-24T11:44:57.205504Z');
INSERT INTO scales VALUES (2, '01a20d5f-9375-7f88-b8de-303590e2a062', 'pre-publication', 'Pre-publication', 'For a draft before it is printed: what has to happen to each fact.', '2026-11-24T11:44:57.205504Z');
INSERT INTO scales VALUES (3, '01a20d5f-9375-7529-8a6e-deac6cce5350', 'averitec', 'AVeriTeC', 'The four labels of the AVeriTeC data set, for research and for exchange with it.', '2026-11-24T11:44:57.205504Z');
INSERT INTO scales VALUES (4, '01a20d5f-9390-771b-8b89-ba046962e5d6', 'house', 'House', '', '2026-11-24T11:44:57.232182Z');
INSERT INTO settings VALUES ('default-reviewer', 'ana', '2026-11-24T11:44:57.205504Z');
INSERT INTO settings VALUES ('default-scale', 'standard', '2026-11-24T11:44:57.205504Z');
INSERT INTO sources VALUES (1, '01a20d5f-9385-7338-8cd3-26cbdadfcee7', 'url:https://example.org/plaque', 'https://example.org/plaque', NULL, NULL, 'The plaque', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'public', NULL, '2026-11-24T11:44:57.221847Z');
INSERT INTO topics VALUES (1, 'bridges');
INSERT INTO verdicts VALUES (1, '01a20d5f-9385-7c3c-9479-7ba72f790785', 1, 1, 1, 1, 'The plaque says **1932**.', NULL, NULL, NULL, NULL, '2026-11-24T11:44:57.221847Z');
INSERT INTO verdicts VALUES (2, '01a20d5f-939e-74c3-b4db-6328a76a8a71', 1, 2, 18, 1, 'Seen.', NULL, NULL, NULL, NULL, '2026-11-24T11:44:57.246688Z');
INSERT INTO verdicts VALUES (3, '01a20d5f-93a3-7ca1-a1ea-f809635cb8c1', 1, 1, 4, 1, 'Looked again.', NULL, 'high', 1, NULL, '2026-11-24T11:44:57.251946Z');
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES ('events', 15);
INSERT INTO sqlite_sequence VALUES ('articles', 3);
INSERT INTO sqlite_sequence VALUES ('claims', 7);
INSERT INTO sqlite_sequence VALUES ('verdicts', 3);
INSERT INTO sqlite_sequence VALUES ('sources', 1);
INSERT INTO sqlite_sequence VALUES ('evidence', 2);
INSERT INTO sqlite_sequence VALUES ('flags', 1);
INSERT INTO sqlite_sequence VALUES ('notes', 1);
COMMIT;
PRAGMA application_id = 1667527531;
PRAGMA user_version = 1;
PRAGMA journal_mode = WAL;
