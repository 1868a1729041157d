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
INSERT INTO anchors VALUES (4, 7, 2, 12, 38, 12, 38, 'It cost 4 million in 1931.', 'It cost 4 million in 1931.', 'The bridge' || char(10) || '' || char(10) || '', '', 'first', NULL, '[]');
INSERT INTO articles VALUES (1, '01a20fe2-5f02-7338-8981-74b76bc754d2', 'The Bridge of Žilina', NULL, NULL, NULL, NULL, 'en', '2026-11-24T23:27:03.426240Z');
INSERT INTO articles VALUES (3, '01a20fe2-5f9d-7fb6-8240-217313a56973', 'The bridge', NULL, NULL, NULL, NULL, NULL, '2026-11-24T23:27:03.581179Z');
INSERT INTO blobs VALUES (1, 'a0b2cd88de77646467e36c7115074d65c359e387e790653522a4a5333bb7fe72', 250, 'zstd', X'28B52FFD20FAA50500F20C2825A027E9FFE85DD521556124C868B22C4DCAB9C84D88DCDB58F3D83639D66A645762DFEB301807611FFB6EF7AD3E2E16BEB7949D5C70B468AE5E7D7224700420D77C2B2646C591E30DE2D8969F52518E93730C48E5B5F3369738AE7E02A301D0F8B0B94256BA58BFF32ADDCE58326F030446E3A829B39CAE9B8C65E2CBF4BB6DBAD2FB711838DEDCC10FD7BD424505E2B892734E93A5C2C2953D2E2A99E0B89205004A93003208FE6475C69B0A1BCD661E');
INSERT INTO blobs VALUES (2, 'f180551a90300b5a88b4df2c92619faac31cedd089a3d32fceb59a44f6052e2c', 69, 'none', X'2320546865206272696467650A0A497420636F7374205B34206D696C6C696F6E5D2868747470733A2F2F6578616D706C652E6F72672F636F73742920696E20313933312E0A');
INSERT INTO blocks VALUES (1, 1, 'heading', NULL, 0, 21);
INSERT INTO blocks VALUES (1, 2, 'body', NULL, 23, 140);
INSERT INTO blocks VALUES (1, 3, 'body', NULL, 143, 249);
INSERT INTO blocks VALUES (2, 1, 'heading', 1, 0, 10);
INSERT INTO blocks VALUES (2, 2, 'body', NULL, 12, 38);
INSERT INTO claim_topics VALUES (1, 1);
INSERT INTO claimants VALUES (1, '01a20fe2-5f33-76f4-ad9d-4e563dae722f', 'The mayor', NULL, '2026-11-24T23:27:03.475962Z');
INSERT INTO claims VALUES (1, '01a20fe2-5f02-7304-b309-54cd2aef0644', 1, 'The bridge opened in 1931.', 1, 1, NULL, 'in-review', 'extracted', 0.9478, '[{"reason":"names a date","weight":2.0},{"reason":"a figure","weight":0.9},{"reason":"tells of a deed","weight":0.9},{"reason":"names a person, place or organisation","weight":0.4}]', NULL, '2026-11-24T23:27:03.426240Z');
INSERT INTO claims VALUES (2, '01a20fe2-5f02-7f01-9c0f-15657e018bc5', 1, '“It will stand for a hundred years,” the mayor said.', 0, NULL, NULL, 'dismissed', 'extracted', 0.6225, '[{"reason":"a figure with a unit","weight":1.6},{"reason":"predicts or allows for something","weight":-1.0},{"reason":"attributes a statement","weight":0.5},{"reason":"quotes someone’s words","weight":0.4},{"reason":"tells of something past","weight":0.3}]', 'Nobody doubts it.', '2026-11-24T23:27:03.426240Z');
INSERT INTO claims VALUES (3, '01a20fe2-5f02-790a-ab3c-21f3c5a098b7', 1, 'Traffic rose by 12 percent in 2018.', 0, NULL, NULL, 'extracted', 'extracted', 0.9478, '[{"reason":"names a date","weight":2.0},{"reason":"a figure with a unit","weight":1.6},{"reason":"compares","weight":0.6}]', NULL, '2026-11-24T23:27:03.426240Z');
INSERT INTO claims VALUES (7, '01a20fe2-5f9d-7fa3-9e1a-9bba965fa8a0', 3, 'It cost 4 million in 1931.', 0, NULL, NULL, 'extracted', 'extracted', 0.9089, '[{"reason":"names a date","weight":2.0},{"reason":"a figure with a unit","weight":1.6}]', NULL, '2026-11-24T23:27:03.581179Z');
INSERT INTO events VALUES (1, '01a20fe2-5ef3-7ef8-ad80-1c67db7a72f5', '2026-11-24T23:27:03.411281Z', 'ana', 'desk.init', 'desk', 1, '01a20fe2-5ef3-73e6-8fc3-b094c0837c41', NULL, '{"reviewer":{"created_at":"2026-11-24T23:27:03.411281Z","handle":"ana","id":1,"name":"Ana Ruiz","role":"editor","uuid":"01a20fe2-5ef3-71a3-ae5a-a74aacf79e98"},"scales":["standard","pre-publication","averitec"]}', '0000000000000000000000000000000000000000000000000000000000000000', 'a15aaad1e3e05e2d22fa48328d1f8df8e347de3f0c43044a11f9503bf4b6b0f2');
INSERT INTO events VALUES (2, '01a20fe2-5f02-7609-9caa-236e40dea7ef', '2026-11-24T23:27:03.426240Z', 'ana', 'article.add', 'article', 1, '01a20fe2-5f02-7338-8981-74b76bc754d2', NULL, '{"article":{"author":null,"language":"en","published":null,"publisher":null,"title":"The Bridge of Žilina","url":null},"claims":3,"original_sha256":"a0b2cd88de77646467e36c7115074d65c359e387e790653522a4a5333bb7fe72"}', 'a15aaad1e3e05e2d22fa48328d1f8df8e347de3f0c43044a11f9503bf4b6b0f2', '024cb0714b6e1176e53e1a7445d0de4f5e90336f39c18ec562e5d89343954bfe');
INSERT INTO events VALUES (3, '01a20fe2-5f0e-7272-8ded-97a41c47a1fe', '2026-11-24T23:27:03.438507Z', 'ana', 'verdict.add', 'claim', 1, '01a20fe2-5f02-7304-b309-54cd2aef0644', '{"rating":null,"state":"extracted"}', '{"claim":1,"confidence":null,"correction":null,"created_at":"2026-11-24T23:27:03.438507Z","evidence":[{"claim":1,"created_at":"2026-11-24T23:27:03.438507Z","id":1,"locator":"p. 4","quote":null,"reviewer":"ana","source":1,"source_name":"The plaque","source_publisher":null,"source_url":"https://example.org/plaque","stance":"refutes","uuid":"01a20fe2-5f0e-7aed-ae47-516c0c9c6f91"}],"id":1,"rating":"false","rating_label":"False","rating_tone":"bad","rationale":"The plaque says **1932**.","reaffirmed":null,"reviewer":"ana","reviewer_name":"Ana Ruiz","scale":"standard","stale":false,"superseded_by":null,"uuid":"01a20fe2-5f0e-701c-8004-4c7f42c3a64a"}', '024cb0714b6e1176e53e1a7445d0de4f5e90336f39c18ec562e5d89343954bfe', '4101bd33febac5334791b0e132b47b821c493c29cbd736c90892452c4bfb2119');
INSERT INTO events VALUES (4, '01a20fe2-5f1c-7310-bec0-ea3bb90e21d4', '2026-11-24T23:27:03.452985Z', 'ana', 'reviewer.add', 'reviewer', 2, '01a20fe2-5f1c-73e4-95e9-ec4762d07893', NULL, '{"created_at":"2026-11-24T23:27:03.452985Z","handle":"ben","id":2,"name":"Ben Ode","role":"checker","uuid":"01a20fe2-5f1c-73e4-95e9-ec4762d07893"}', '4101bd33febac5334791b0e132b47b821c493c29cbd736c90892452c4bfb2119', '222068d72826c79ede9e696a8ac1ee4b32131e84764d51790d1659985c2c8c99');
INSERT INTO events VALUES (5, '01a20fe2-5f27-7991-a285-77d1e023a4cb', '2026-11-24T23:27:03.463964Z', 'ana', 'scale.add', 'scale', 4, '01a20fe2-5f27-7323-8f34-3b87075e4e32', NULL, '{"default":false,"description":"","id":4,"name":"House","ratings":[{"description":"","label":"No","position":1,"slug":"no","tone":"bad"},{"description":"","label":"Yes","position":2,"slug":"yes","tone":"good"},{"description":"","label":"Unclear","position":null,"slug":"unclear","tone":"neutral"}],"slug":"house","uuid":"01a20fe2-5f27-7323-8f34-3b87075e4e32"}', '222068d72826c79ede9e696a8ac1ee4b32131e84764d51790d1659985c2c8c99', '3e153a99e9566e661ff6bf1578a7c68fa110a98d418ef37fef2bc13ea44db3b6');
INSERT INTO events VALUES (6, '01a20fe2-5f33-75f2-ac80-310614846978', '2026-11-24T23:27:03.475962Z', 'ana', 'claim.edit', 'claim', 1, '01a20fe2-5f02-7304-b309-54cd2aef0644', '{"article":1,"candidates":[],"claimant":null,"created_at":"2026-11-24T23:27:03.426240Z","dismissed_because":null,"end":82,"id":1,"origin":"extracted","outcome":"first","prefix":"The Bridge of Žilina\n\n","quote":"The bridge opened on 3 May 1931 and cost two million crowns.","rating":"false","rating_label":"False","rating_tone":"bad","reasons":["names a date","a figure","tells of a deed","names a person, place or organisation"],"revision":1,"score":0.9478,"stale":false,"start":22,"state":"in-review","statement":"The bridge opened on 3 May 1931 and cost two million crowns.","suffix":" “It will stand for a hundred ye","topics":[],"uuid":"01a20fe2-5f02-7304-b309-54cd2aef0644"}', '{"article":1,"candidates":[],"claimant":"The mayor","created_at":"2026-11-24T23:27:03.426240Z","dismissed_because":null,"end":82,"id":1,"origin":"extracted","outcome":"first","prefix":"The Bridge of Žilina\n\n","quote":"The bridge opened on 3 May 1931 and cost two million crowns.","rating":"false","rating_label":"False","rating_tone":"bad","reasons":["names a date","a figure","tells of a deed","names a person, place or organisation"],"revision":1,"score":0.9478,"stale":false,"start":22,"state":"in-review","statement":"The bridge opened in 1931.","suffix":" “It will stand for a hundred ye","topics":["bridges"],"uuid":"01a20fe2-5f02-7304-b309-54cd2aef0644"}', '3e153a99e9566e661ff6bf1578a7c68fa110a98d418ef37fef2bc13ea44db3b6', 'ed29a118565815dbb857cb09ffae841807bacba3623513b4df7bd5c83659e3ef');
INSERT INTO events VALUES (7, '01a20fe2-5f40-7d9e-a8e6-7e720b4657c3', '2026-11-24T23:27:03.488613Z', 'ana', 'claim.dismiss', 'claim', 2, '01a20fe2-5f02-7f01-9c0f-15657e018bc5', '{"article":1,"candidates":[],"claimant":null,"created_at":"2026-11-24T23:27:03.426240Z","dismissed_because":null,"end":135,"id":2,"origin":"extracted","outcome":"first","prefix":"31 and cost two million crowns. ","quote":"“It will stand for a hundred years,” the mayor said.","rating":null,"rating_label":null,"rating_tone":null,"reasons":["a figure with a unit","predicts or allows for something","attributes a statement","quotes someone’s words","tells of something past"],"revision":1,"score":0.6225,"stale":false,"start":83,"state":"extracted","statement":"“It will stand for a hundred years,” the mayor said.","suffix":"\r\n\nTraffic rose by 12 percent in","topics":[],"uuid":"01a20fe2-5f02-7f01-9c0f-15657e018bc5"}', '{"article":1,"candidates":[],"claimant":null,"created_at":"2026-11-24T23:27:03.426240Z","dismissed_because":"Nobody doubts it.","end":135,"id":2,"origin":"extracted","outcome":"first","prefix":"31 and cost two million crowns. ","quote":"“It will stand for a hundred years,” the mayor said.","rating":null,"rating_label":null,"rating_tone":null,"reasons":["a figure with a unit","predicts or allows for something","attributes a statement","quotes someone’s words","tells of something past"],"revision":1,"score":0.6225,"stale":false,"start":83,"state":"dismissed","statement":"“It will stand for a hundred years,” the mayor said.","suffix":"\r\n\nTraffic rose by 12 percent in","topics":[],"uuid":"01a20fe2-5f02-7f01-9c0f-15657e018bc5"}', 'ed29a118565815dbb857cb09ffae841807bacba3623513b4df7bd5c83659e3ef', 'd056d0d626af0a9265d1031461f66a62ee0be2d0f821f8a8747e2dba67fdb9a9');
INSERT INTO events VALUES (8, '01a20fe2-5f4b-7080-9855-e7ad56d3fb80', '2026-11-24T23:27:03.499845Z', 'ben', 'verdict.add', 'claim', 1, '01a20fe2-5f02-7304-b309-54cd2aef0644', '{"rating":"false","state":"in-review"}', '{"claim":1,"confidence":null,"correction":null,"created_at":"2026-11-24T23:27:03.499845Z","evidence":[],"id":2,"rating":"yes","rating_label":"Yes","rating_tone":"good","rationale":"Seen.","reaffirmed":null,"reviewer":"ben","reviewer_name":"Ben Ode","scale":"house","stale":false,"superseded_by":null,"uuid":"01a20fe2-5f4b-79af-bb7b-dd4d1f1c70cf"}', 'd056d0d626af0a9265d1031461f66a62ee0be2d0f821f8a8747e2dba67fdb9a9', 'b146ee50cdeda3f8e87aceb6a42c89f6c9b3a65f7aceece194ec05b36edc2dbe');
INSERT INTO events VALUES (9, '01a20fe2-5f59-706c-8879-9bb5aa60e613', '2026-11-24T23:27:03.513463Z', 'ana', 'verdict.add', 'claim', 1, '01a20fe2-5f02-7304-b309-54cd2aef0644', '{"rating":"yes","state":"in-review"}', '{"claim":1,"confidence":"high","correction":null,"created_at":"2026-11-24T23:27:03.513463Z","evidence":[],"id":3,"rating":"mostly-true","rating_label":"Mostly true","rating_tone":"good","rationale":"Looked again.","reaffirmed":null,"reviewer":"ana","reviewer_name":"Ana Ruiz","scale":"standard","stale":false,"superseded_by":null,"uuid":"01a20fe2-5f59-7a99-9a58-bfb02927f7e7"}', 'b146ee50cdeda3f8e87aceb6a42c89f6c9b3a65f7aceece194ec05b36edc2dbe', '7fd43b08964fbb64e44a8532a2d5a6ecaad686b549d2d709ab764637046e7914');
INSERT INTO events VALUES (10, '01a20fe2-5f66-7534-82a5-87f2b7a0394f', '2026-11-24T23:27:03.526862Z', 'ana', 'evidence.add', 'claim', 1, '01a20fe2-5f02-7304-b309-54cd2aef0644', NULL, '{"claim":1,"created_at":"2026-11-24T23:27:03.526862Z","id":2,"locator":"p. 2","quote":"Opened 1931","reviewer":"ana","source":1,"source_name":"The plaque","source_publisher":null,"source_url":"https://example.org/plaque","stance":"context","uuid":"01a20fe2-5f66-778e-a6a9-c7589a0470d4"}', '7fd43b08964fbb64e44a8532a2d5a6ecaad686b549d2d709ab764637046e7914', '69d8f2d223722afd41e445ee4bd3e6e6d4825617eb1f6fc048b442f7fa9e690a');
INSERT INTO events VALUES (11, '01a20fe2-5f71-7b08-8020-7c512b6808b6', '2026-11-24T23:27:03.537970Z', 'ana', 'flag.add', 'flag', 1, '01a20fe2-5f71-72a4-bee8-c2c5274f1e17', NULL, '{"article":1,"category":"text","claim":null,"code":null,"created_at":"2026-11-24T23:27:03.537970Z","end":null,"evidence":null,"id":1,"message":"No byline.","name":null,"outcome":"first","raised_by":"ana","resolution":null,"resolved_at":null,"resolved_by":null,"revision":null,"severity":"low","start":null,"state":"open","suggestion":null,"text":null,"uuid":"01a20fe2-5f71-72a4-bee8-c2c5274f1e17"}', '69d8f2d223722afd41e445ee4bd3e6e6d4825617eb1f6fc048b442f7fa9e690a', 'a71d7c19c99f124d10fbd00da6804ab72417aff050f07f40db657274a0826185');
INSERT INTO events VALUES (12, '01a20fe2-5f7c-7c2a-be9d-496923b1ba1e', '2026-11-24T23:27:03.548267Z', 'ana', 'flag.resolve', 'flag', 1, '01a20fe2-5f71-72a4-bee8-c2c5274f1e17', '{"article":1,"category":"text","claim":null,"code":null,"created_at":"2026-11-24T23:27:03.537970Z","end":null,"evidence":null,"id":1,"message":"No byline.","name":null,"outcome":"first","raised_by":"ana","resolution":null,"resolved_at":null,"resolved_by":null,"revision":null,"severity":"low","start":null,"state":"open","suggestion":null,"text":null,"uuid":"01a20fe2-5f71-72a4-bee8-c2c5274f1e17"}', '{"article":1,"category":"text","claim":null,"code":null,"created_at":"2026-11-24T23:27:03.537970Z","end":null,"evidence":null,"id":1,"message":"No byline.","name":null,"outcome":"first","raised_by":"ana","resolution":"It is in the metadata.","resolved_at":"2026-11-24T23:27:03.548267Z","resolved_by":"ana","revision":null,"severity":"low","start":null,"state":"resolved","suggestion":null,"text":null,"uuid":"01a20fe2-5f71-72a4-bee8-c2c5274f1e17"}', 'a71d7c19c99f124d10fbd00da6804ab72417aff050f07f40db657274a0826185', 'e3e872f87504e2f3a4ef4be4cfe129c37625138742e70857447e38940cbfb454');
INSERT INTO events VALUES (13, '01a20fe2-5f85-7e27-bcb5-b041fa250753', '2026-11-24T23:27:03.557842Z', 'ana', 'article.add', 'article', 2, '01a20fe2-5f85-74cf-a789-e2106356858b', NULL, '{"article":{"author":null,"language":"en","published":null,"publisher":null,"title":"Again","url":null},"claims":3,"original_sha256":"a0b2cd88de77646467e36c7115074d65c359e387e790653522a4a5333bb7fe72"}', 'e3e872f87504e2f3a4ef4be4cfe129c37625138742e70857447e38940cbfb454', 'f6bcc2b92c7c8e75f46daefaf260ca5e2f1927676ecd5d3e8d7e8ac739db0dd6');
INSERT INTO events VALUES (14, '01a20fe2-5f92-7b34-a2cd-fbccf445d257', '2026-11-24T23:27:03.570251Z', 'ana', 'article.remove', 'article', 2, '01a20fe2-5f85-74cf-a789-e2106356858b', '{"author":null,"claims":3,"created_at":"2026-11-24T23:27:03.557842Z","id":2,"judged":0,"language":"en","open_flags":0,"original_sha256":"a0b2cd88de77646467e36c7115074d65c359e387e790653522a4a5333bb7fe72","published":null,"publisher":null,"revision":1,"title":"Again","url":null,"uuid":"01a20fe2-5f85-74cf-a789-e2106356858b"}', NULL, 'f6bcc2b92c7c8e75f46daefaf260ca5e2f1927676ecd5d3e8d7e8ac739db0dd6', '872ff18834210c2df4243ba1e39343f3656cd91a0bbf65c8e8c97103c2b69506');
INSERT INTO events VALUES (15, '01a20fe2-5f9d-7c4a-a90f-8e3e1bbfbc69', '2026-11-24T23:27:03.581179Z', 'ana', 'article.add', 'article', 3, '01a20fe2-5f9d-7fb6-8240-217313a56973', NULL, '{"article":{"author":null,"language":null,"published":null,"publisher":null,"title":"The bridge","url":null},"claims":1,"original_sha256":"f180551a90300b5a88b4df2c92619faac31cedd089a3d32fceb59a44f6052e2c"}', '872ff18834210c2df4243ba1e39343f3656cd91a0bbf65c8e8c97103c2b69506', '25fc698fa999a741dbd5b635d8a510e2bcf3a447ec0b007eec0497f8e98ec8a6');
INSERT INTO evidence VALUES (1, '01a20fe2-5f0e-7aed-ae47-516c0c9c6f91', 1, 1, 1, 1, 'refutes', NULL, 'p. 4', '2026-11-24T23:27:03.438507Z');
INSERT INTO evidence VALUES (2, '01a20fe2-5f66-778e-a6a9-c7589a0470d4', 1, 1, NULL, 1, 'context', 'Opened 1931', 'p. 2', '2026-11-24T23:27:03.526862Z');
INSERT INTO flags VALUES (1, '01a20fe2-5f71-72a4-bee8-c2c5274f1e17', 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'first', NULL, NULL, 'text', 'low', 'No byline.', NULL, NULL, 1, 'resolved', 1, '2026-11-24T23:27:03.548267Z', 'It is in the metadata.', '2026-11-24T23:27:03.537970Z');
INSERT INTO notes VALUES (1, '01a20fe2-5f9d-7d55-9b5d-c23da8fea8a1', 2, 'link', 20, 29, 'https://example.org/cost', NULL, 'https://example.org/cost');
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
INSERT INTO reviewers VALUES (1, '01a20fe2-5ef3-71a3-ae5a-a74aacf79e98', 'ana', 'Ana Ruiz', 'editor', '2026-11-24T23:27:03.411281Z');
INSERT INTO reviewers VALUES (2, '01a20fe2-5f1c-73e4-95e9-ec4762d07893', 'ben', 'Ben Ode', 'checker', '2026-11-24T23:27:03.452985Z');
INSERT INTO revisions VALUES (1, '01a20fe2-5f02-7587-a08f-34a4766542d9', 1, 1, 'bridge.txt', 'text/plain', 'utf-8', 1, 'The Bridge of Žilina' || char(10) || '' || char(10) || 'The bridge opened on 3 May 1931 and cost two million crowns. “It will stand for a hundred years,” the mayor said.' || char(13) || '' || char(10) || '' || char(10) || 'Traffic rose by 12 percent in 2018. The mayor said nothing. Critics argue that the bridge opened too late.' || char(10) || '', '2026-11-24T23:27:03.426240Z');
INSERT INTO revisions VALUES (2, '01a20fe2-5f9d-788e-97ad-1ec54767504b', 3, 1, 'linked.md', 'text/markdown', 'utf-8', 2, 'The bridge' || char(10) || '' || char(10) || 'It cost 4 million in 1931.', '2026-11-24T23:27:03.581179Z');
INSERT INTO scales VALUES (1, '01a20fe2-5ef3-7fc7-8820-5f04744eda26', 'standard', 'Standard', 'For published claims: how well a claim holds, from false to true.', '2026-11-24T23:27:03.411281Z');
INSERT INTO scales VALUES (2, '01a20fe2-5ef3-765b-93de-67f4dfe4cb98', 'pre-publication', 'Pre-publication', 'For a draft before it is printed: what has to happen to each fact.', '2026-11-24T23:27:03.411281Z');
INSERT INTO scales VALUES (3, '01a20fe2-5ef3-7df0-b006-1e2435bb13d7', 'averitec', 'AVeriTeC', 'The four labels of the AVeriTeC data set, for research and for exchange with it.', '2026-11-24T23:27:03.411281Z');
INSERT INTO scales VALUES (4, '01a20fe2-5f27-7323-8f34-3b87075e4e32', 'house', 'House', '', '2026-11-24T23:27:03.463964Z');
INSERT INTO settings VALUES ('default-reviewer', 'ana', '2026-11-24T23:27:03.411281Z');
INSERT INTO settings VALUES ('default-scale', 'standard', '2026-11-24T23:27:03.411281Z');
INSERT INTO sources VALUES (1, '01a20fe2-5f0e-7d51-a83c-44e16af6fa96', 'url:https://example.org/plaque', 'https://example.org/plaque', NULL, NULL, 'The plaque', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'public', NULL, '2026-11-24T23:27:03.438507Z');
INSERT INTO topics VALUES (1, 'bridges');
INSERT INTO verdicts VALUES (1, '01a20fe2-5f0e-701c-8004-4c7f42c3a64a', 1, 1, 1, 1, 'The bridge opened on 3 May 1931 and cost two million crowns.', 'The plaque says **1932**.', NULL, NULL, NULL, NULL, '2026-11-24T23:27:03.438507Z');
INSERT INTO verdicts VALUES (2, '01a20fe2-5f4b-79af-bb7b-dd4d1f1c70cf', 1, 2, 18, 1, 'The bridge opened on 3 May 1931 and cost two million crowns.', 'Seen.', NULL, NULL, NULL, NULL, '2026-11-24T23:27:03.499845Z');
INSERT INTO verdicts VALUES (3, '01a20fe2-5f59-7a99-9a58-bfb02927f7e7', 1, 1, 4, 1, 'The bridge opened on 3 May 1931 and cost two million crowns.', 'Looked again.', NULL, 'high', 1, NULL, '2026-11-24T23:27:03.513463Z');
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
