-- Claims for other programs. The views are what to read: `claims`, `verdicts`,
-- `sources`, `evidence`; the table `about` says what their columns mean.
-- Dates are EDTF (2024, 2024-05, 2024-05-07), times RFC 3339 in UTC. Other programs come with
-- older releases of SQLite, so nothing here needs one later than 3.8.3.

CREATE TABLE claim (
    id INTEGER PRIMARY KEY,
    uuid TEXT UNIQUE,
    statement TEXT NOT NULL,
    quote TEXT,
    start_char INTEGER,
    end_char INTEGER,
    claimant TEXT,
    claim_date TEXT,
    article_url TEXT,
    article_title TEXT,
    appearances TEXT,
    language TEXT,
    check_url TEXT,
    check_title TEXT,
    check_published TEXT,
    publisher TEXT,
    publisher_url TEXT,
    extra TEXT
);

CREATE TABLE claim_topic (
    claim_id INTEGER NOT NULL REFERENCES claim (id),
    topic TEXT NOT NULL,
    PRIMARY KEY (claim_id, topic)
) WITHOUT ROWID;

CREATE TABLE verdict (
    id INTEGER PRIMARY KEY,
    claim_id INTEGER NOT NULL UNIQUE REFERENCES claim (id),
    scale TEXT,
    rating TEXT,
    rating_label TEXT,
    rationale TEXT,
    correction TEXT,
    reviewer TEXT,
    reviewed_at TEXT
);

CREATE TABLE source (
    id INTEGER PRIMARY KEY,
    url TEXT,
    doi TEXT,
    isbn TEXT,
    title TEXT,
    author TEXT,
    publisher TEXT,
    published TEXT,
    accessed TEXT,
    archived_url TEXT,
    kind TEXT
);

CREATE TABLE citation (
    id INTEGER PRIMARY KEY,
    claim_id INTEGER NOT NULL REFERENCES claim (id),
    source_id INTEGER NOT NULL REFERENCES source (id),
    stance TEXT,
    quote TEXT,
    locator TEXT
);

CREATE INDEX claim_by_claimant ON claim (claimant);
CREATE INDEX claim_by_article ON claim (article_url);
CREATE INDEX claim_topic_by_topic ON claim_topic (topic);
CREATE INDEX verdict_by_rating ON verdict (scale, rating);
CREATE INDEX verdict_by_reviewer ON verdict (reviewer);
CREATE INDEX source_by_url ON source (url, title, doi, isbn);
CREATE INDEX citation_by_claim ON citation (claim_id);
CREATE INDEX citation_by_source ON citation (source_id);

CREATE VIEW claims AS
SELECT c.id, c.uuid, c.statement, c.quote, c.start_char, c.end_char, c.claimant, c.claim_date,
       c.article_url, c.article_title, c.appearances,
       CAST((SELECT group_concat(t.topic, ', ')
             FROM (SELECT topic FROM claim_topic WHERE claim_id = c.id ORDER BY topic) t) AS TEXT) AS topics,
       c.language, v.scale, v.rating, v.rating_label, v.rationale, v.correction, v.reviewer, v.reviewed_at,
       c.check_url, c.check_title, c.check_published, c.publisher, c.publisher_url,
       CAST((SELECT count(*) FROM citation e WHERE e.claim_id = c.id) AS INTEGER) AS evidence_count, c.extra
FROM claim c
LEFT JOIN verdict v ON v.claim_id = c.id;

CREATE VIEW verdicts AS
SELECT v.id, v.claim_id, c.uuid AS claim_uuid, c.statement, v.scale, v.rating, v.rating_label, v.rationale, v.correction,
       v.reviewer, v.reviewed_at, c.check_url, c.publisher
FROM verdict v
JOIN claim c ON c.id = v.claim_id;

CREATE VIEW sources AS
SELECT s.id, s.url, s.doi, s.isbn, s.title, s.author, s.publisher, s.published, s.accessed, s.archived_url, s.kind,
       CAST((SELECT count(DISTINCT e.claim_id) FROM citation e WHERE e.source_id = s.id) AS INTEGER) AS claim_count
FROM source s;

CREATE VIEW evidence AS
SELECT e.id, e.claim_id, c.uuid AS claim_uuid, c.statement, v.rating, e.source_id, s.url, s.doi, s.isbn, s.title, s.author,
       s.publisher, s.published, s.archived_url, s.kind, e.stance, e.quote, e.locator
FROM citation e
JOIN claim c ON c.id = e.claim_id
JOIN source s ON s.id = e.source_id
LEFT JOIN verdict v ON v.claim_id = e.claim_id;

CREATE TABLE about (
    view TEXT NOT NULL,
    columns TEXT NOT NULL,
    meaning TEXT NOT NULL,
    PRIMARY KEY (view, columns)
) WITHOUT ROWID;

INSERT INTO about (view, columns, meaning) VALUES
    ('claims', '', 'One row for each claim, with the verdict that speaks for it: what the desk rules, else the latest.'),
    ('claims', 'id', 'Number in this file; another export may give another.'),
    ('claims', 'uuid', 'The claim''s identity across desks and exports.'),
    ('claims', 'statement', 'What is checked.'),
    ('claims', 'quote, start_char, end_char', 'The words in the article, and where they stand in Unicode code points, the end exclusive.'),
    ('claims', 'claimant, claim_date', 'Who made the claim and when: EDTF, as far as it is known.'),
    ('claims', 'article_url, article_title, appearances', 'Where it was made; other addresses as a JSON array.'),
    ('claims', 'topics', 'Its topics, parted by commas; one row each in the table claim_topic.'),
    ('claims', 'scale, rating, rating_label', 'Slugs of scale and rating; the label of the check itself where it has its own.'),
    ('claims', 'rationale, correction, reviewer, reviewed_at', 'Why, the suggested wording, who judged and when (RFC 3339, UTC).'),
    ('claims', 'check_url, check_title, check_published, publisher, publisher_url', 'The page on which the check was published, and by whom.'),
    ('claims', 'evidence_count', 'How many rows of evidence it has.'),
    ('claims', 'extra', 'What the format that it came in says beyond the columns, as JSON.'),
    ('verdicts', '', 'One row for each claim that has a verdict which may be seen; claim_id is claims.id.'),
    ('sources', '', 'One row for each source; claim_count tells how many claims cite it.'),
    ('sources', 'published, accessed', 'When it was published (EDTF) and consulted (RFC 3339, UTC).'),
    ('sources', 'kind', 'primary, secondary or tertiary.'),
    ('evidence', '', 'One row for each time a claim cites a source; claim_id is claims.id, source_id is sources.id.'),
    ('evidence', 'stance', 'supports, refutes or context.'),
    ('evidence', 'quote, locator', 'The passage in the source, and where in it.');
