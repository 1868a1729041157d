-- The whole vocabulary of the desk.
--
-- Times are RFC 3339 text in UTC. Dates of the world are EDTF text. Positions
-- are byte offsets into revisions.text unless the column says chars. Closed
-- sets are CHECKed here and are enums in src/model. A number that people cite
-- is never given a second time (AUTOINCREMENT), not even after a removal.

-- A setting that was taken back has no value; when that was is kept, so that
-- desks can be merged.
CREATE TABLE settings (
    key        TEXT PRIMARY KEY,
    value      TEXT,
    updated_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Bytes kept as they came, once per content.
CREATE TABLE blobs (
    id          INTEGER PRIMARY KEY,
    sha256      TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
    size        INTEGER NOT NULL CHECK (size >= 0),
    compression TEXT NOT NULL CHECK (compression IN ('none', 'zstd')),
    bytes       BLOB NOT NULL
) STRICT;

-- People.

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

-- Articles and what is said in them.

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

-- But for its number: revisions that two desks took apart are numbered anew.
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

-- Pages of the original, where it has any.
CREATE TABLE pages (
    revision_id INTEGER NOT NULL REFERENCES revisions (id) ON DELETE CASCADE,
    number      INTEGER NOT NULL CHECK (number >= 1),
    start_byte  INTEGER NOT NULL CHECK (start_byte >= 0),
    end_byte    INTEGER NOT NULL CHECK (end_byte >= start_byte),
    PRIMARY KEY (revision_id, number)
) STRICT, WITHOUT ROWID;

-- The writer's notes: what a revision's file hangs on its words. The place is
-- empty at the mark of a footnote.
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

-- The sentences of a revision's text, headings and furniture included, each
-- with its check-worthiness. They stand in order and never overlap.
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

-- What a revision's text names that can be looked up, in the order of the
-- text. A claim has those that lie within the words it is anchored to.
-- `detail` is what the words mean, without what is null or false; `name` is a
-- name in small letters; `earliest` and `latest` are the days that a date can
-- mean, 0000-01-01 and 9999-12-31 where it is open, null where its year is not
-- known.
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

-- What follows from other tables is kept by the triggers below, so that lists
-- and counts need not work it out: `rating_id` is that of the ruling, else of
-- the latest verdict that stands; `stale_because` names what has changed since;
-- `decided_at` is when the ruling came that holds; `held` says that somebody
-- has the claim; `place` is the byte where it stands in the latest text that
-- has it. Each index ends as lists are ordered, so that the first of a long
-- list are found without sorting all of it.
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
-- A claim without a score was added by a person who wants it checked.
CREATE INDEX claims_waiting ON claims (state, coalesce(score, 1.0) DESC, id)
    WHERE held = 0;
CREATE INDEX claims_by_time_taken ON claims (julianday(decided_at) - julianday(created_at))
    WHERE decided_at IS NOT NULL;
CREATE INDEX claims_by_claimant ON claims (claimant_id) WHERE claimant_id IS NOT NULL;

-- Where a claim stands in each revision: W3C Web Annotation text position and
-- text quote selectors. `outcome` tells how it was found there, and `likeness`
-- how like changed words are to the old ones. A claim that is gone, that a
-- person says was cut, or that may be at several places, stands nowhere; the
-- places are `candidates`.
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

-- The anchors of the latest revision in which each claim has a place.
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

-- Where an imported claim was made, as its record says: the first is the text
-- that its words are quoted from, with their place in code points.
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

-- The page that the check of a claim was published on, by this desk or others.
-- `rating_label` is what the page itself calls the rating.
CREATE TABLE publications (
    claim_id      INTEGER PRIMARY KEY REFERENCES claims (id) ON DELETE CASCADE,
    url           TEXT,
    title         TEXT,
    published     TEXT,
    publisher     TEXT,
    publisher_url TEXT,
    rating_label  TEXT
) STRICT;

-- Files that claims came from, and which record of a file each came from first.
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

-- The other sentences of a revision that say what a claim says.
CREATE TABLE repeats (
    claim_id    INTEGER NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    revision_id INTEGER NOT NULL REFERENCES revisions (id) ON DELETE CASCADE,
    sentence    INTEGER NOT NULL CHECK (sentence >= 1),
    PRIMARY KEY (claim_id, revision_id, sentence)
) STRICT, WITHOUT ROWID;
CREATE INDEX repeats_by_place ON repeats (revision_id, sentence);

-- Claims that somebody found to say what an earlier one says, which was
-- checked before.
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

-- Rating scales.

CREATE TABLE scales (
    id          INTEGER PRIMARY KEY,
    uuid        TEXT NOT NULL UNIQUE,
    slug        TEXT NOT NULL UNIQUE,
    name        TEXT NOT NULL,
    description TEXT NOT NULL,
    created_at  TEXT NOT NULL
) STRICT;

-- `position` counts from 1, the worst; it is null for a rating off the scale.
-- `version` counts how often its meaning was changed.
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

-- How the ratings of one scale are said on another: `to_rating_id` is null for
-- what can't be said there, and `loss` tells what gets lost.
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

-- Verdicts and rulings: added, never changed. Those of one claim stand in the
-- order of their uuids, whichever desk they came from: a new one is given a
-- greater uuid than all that the claim has. `supersedes_id` is the verdict that
-- its reviewer had before it; two that were given apart may have the same. A
-- verdict that takes over the check of an earlier claim has that claim as
-- `reused_claim_id`, and the rating that it had then.

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

-- A verdict that its reviewer took back. It stays, and stands no longer. One
-- that was taken back on two desks apart has two rows.
CREATE TABLE withdrawals (
    verdict_id  INTEGER NOT NULL REFERENCES verdicts (id) ON DELETE RESTRICT,
    reviewer_id INTEGER NOT NULL REFERENCES reviewers (id) ON DELETE RESTRICT,
    created_at  TEXT NOT NULL,
    PRIMARY KEY (verdict_id, created_at, reviewer_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX withdrawals_by_reviewer ON withdrawals (reviewer_id);

-- The verdicts that nobody took back.
CREATE VIEW kept_verdicts AS
SELECT * FROM verdicts v WHERE NOT EXISTS (SELECT 1 FROM withdrawals w WHERE w.verdict_id = v.id);

-- What reviewers hold now: for each claim and reviewer the latest of those.
CREATE VIEW standing_verdicts AS
SELECT * FROM kept_verdicts v WHERE NOT EXISTS (
    SELECT 1 FROM kept_verdicts n WHERE n.claim_id = v.claim_id AND n.reviewer_id = v.reviewer_id AND n.uuid > v.uuid);

-- What editors decide about a claim. `verdict_id` is the verdict that the act
-- is about and `rating_id` the editor's own rating. `ruled_rating_id` is what
-- the desk rules from this row on, and `ruled_verdict_id` what that rests on;
-- both are null from a row on after which the claim has no ruling.
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

-- Two pairs of eyes, whatever program writes.
CREATE TRIGGER rulings_four_eyes BEFORE INSERT ON rulings
WHEN NEW.four_eyes = 1 AND NEW.outcome IN ('signed-off', 'corrected')
    AND EXISTS (SELECT 1 FROM verdicts WHERE id = NEW.verdict_id AND reviewer_id = NEW.editor_id)
BEGIN SELECT RAISE(ABORT, 'a verdict can''t be signed off by who gave it'); END;

-- Inserting over an existing key would delete the old row without firing its
-- delete trigger, so that is refused as well.
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

-- Sources.

-- `identity` is what a source is recognised by: url:…, doi:…, isbn:…, title:…
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

-- Everything that sources are recognised by; `sources.identity` is the first.
CREATE TABLE source_identities (
    identity  TEXT PRIMARY KEY,
    source_id INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX source_identities_by_source ON source_identities (source_id);

-- What a source was when it was consulted. `text_blob_id` is all the text that
-- was read from it, UTF-8, with the places of its pages in bytes; both are null
-- where no text can be read. `content_sha256` is that of what the source says
-- without what stands around it, by which two snapshots are compared; `links`
-- are the addresses that it gives there, as sources are recognised by them.
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

-- What became of a source when its address was asked again. `likeness` is how
-- like what it says is to its latest snapshot.
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

-- `verdict_id` is set when the evidence was given with a verdict.
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

-- Whether the quote of a piece of evidence stands in a snapshot of its source,
-- and where, in code points of the snapshot's text. `words` are those that
-- stand there; `figures` are the figures of the quote that do not.
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

-- Flags, reference facts, comments.

-- What a rule raised has its `code`, and `about` where it is on what a claim
-- rests on (`source:3`, `evidence:9`, `claim`): who may not see a claim's
-- verdicts does not see it either. Resolved by nobody: the rule found it no
-- longer.
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

-- The desk's own reference facts, beside those that the program ships: dated
-- events, terms of office, organisations. Dates are EDTF. Of an office,
-- `statement` is the office, such as `president`; of an organisation its name.
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

-- How a text speaks of a reference fact: groups of words that a sentence has
-- (`word`), that it or a neighbour has (`near`), or has not (`not`); other dates
-- that the same words can mean (`also`); names, titles and demonyms.
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

-- The right of reply: that a claimant was asked, and what came of it. Dates
-- are EDTF.
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

-- What follows for a claim from its verdicts and rulings.

-- Why a verdict may no longer hold: other words (what was cut says nothing
-- else), another meaning of its rating, a source that looked otherwise, or was
-- gone, when it was looked at again after it was cited, an earlier check that
-- it took over and that found otherwise since.
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

-- A ruling rests on what the reviewer of its verdict holds now. When that is
-- no longer the verdict that was signed off, nor the same one reaffirmed, the
-- ruling is in doubt.
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

-- Writing to the view writes what it says into the claims.
CREATE TRIGGER claims_follow INSTEAD OF UPDATE ON claim_standings
BEGIN
    UPDATE claims SET rating_id = OLD.rating_id, stale_because = OLD.stale_because, decided_at = OLD.decided_at
    WHERE id = OLD.claim_id;
END;
-- The first verdict on a claim, on its words as they are, is all that a claim stands
-- by; else the view works out what that is.
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
-- Not through the view: its trigger is what has changed the rating.
CREATE TRIGGER claims_follow_earlier AFTER UPDATE OF rating_id ON claims
WHEN OLD.rating_id IS NOT NEW.rating_id AND EXISTS (SELECT 1 FROM verdicts WHERE reused_claim_id = NEW.id)
BEGIN
    UPDATE claims SET stale_because = (SELECT s.stale_because FROM claim_standings s WHERE s.claim_id = claims.id)
    WHERE id IN (SELECT v.claim_id FROM verdicts v WHERE v.reused_claim_id = NEW.id);
END;

-- History: added, never changed.

-- The canonical form that `hash` is taken over is documented in
-- src/store/events.rs. Subjects are no foreign keys: history outlives them.
-- AUTOINCREMENT keeps count of the lines, so that a missing last one is noticed.
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

-- The histories of other desks, as they came with their archives: lines of their
-- chains, which keep their own numbers and hashes. `desk` is the uuid of the first
-- event of the desk that wrote the line.
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

-- What is not on the desk any more, so that a merge does not bring it back: it was
-- taken off, or it goes by the identity of another, which it `became`. What went
-- together with what it hung on is not named. A link is named by its two claims
-- and the time of linking.
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

-- Full-text search. A row of `documents` is what is searched of one claim,
-- article, source or flag. Its id is four times its number, and 0 for a claim, 1
-- for an article, 2 for a source, 3 for a flag. A claim's row gathers what is
-- said on it: the words of its place where its statement differs, what
-- reviewers hold now, evidence and comments.

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

-- What texts are like that are written, in part, in scripts without spaces.
CREATE VIEW spaceless AS SELECT '*[ก-๛ກ-ໟက-႟ក-៹ぁ-ヿ㐀-䶿一-鿿豈-龎ｦ-ﾝ𠀀-𲎯]*' AS pattern;

-- `letters` is what is searched for pieces of words: names and titles, and all
-- that is written in scripts without spaces. Each text is followed by two
-- spaces, so that its last letter begins three as well.
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

-- The documents whose rows in the indexes are to be written anew, or taken out.
-- The program does so before it commits; what other programs change waits here
-- for its next change.
-- Where `letters` is 0, the row in that index stays as it is.
CREATE TABLE unindexed (
    id      INTEGER PRIMARY KEY,
    letters INTEGER NOT NULL DEFAULT 1 CHECK (letters BETWEEN 0 AND 1)
) STRICT;

-- The claims about which something was ever written in such a script: only of those do
-- verdicts, evidence and comments stand in `letters`.
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
-- A claim that is found in another revision with the same words says nothing new.
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
