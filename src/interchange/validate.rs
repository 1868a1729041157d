//! Whether documents of other programs keep to their format's rules.

use schemars::JsonSchema;
use serde::Serialize;

use super::linked::{Block, JsonPath, Level, Places, Problem, blocks, text_of};
use super::{claimreview, web_annotation};
use crate::ingest::IngestError;
use crate::model::words::closed_set;

closed_set! {
    /// A format whose rules are known.
    Kind, "kind" {
        /// Reviews of claims, as schema.org and Google want them.
        ClaimReview = "claimreview",
        /// Annotations of the W3C.
        WebAnnotation = "web-annotation",
    }
}

/// One thing that is wrong in a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Finding {
    /// The format whose rule it is; none where the file is none of them.
    pub kind: Option<Kind>,
    /// Which of a page's scripts, or of the lines, from 1.
    pub part: Option<usize>,
    /// The line of the file, from 1, where it can be told.
    pub line: Option<usize>,
    /// What is wrong, and where in the document.
    #[serde(flatten)]
    pub problem: Problem,
}

/// What looking at a file came to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Validated {
    /// How many reviews were looked at.
    pub reviews: usize,
    /// How many annotations were looked at.
    pub annotations: usize,
    /// What is wrong, in the order of the file.
    pub findings: Vec<Finding>,
}

/// Looks at the bytes of a file, as one kind, else as what they are.
pub fn validate(bytes: &[u8], kind: Option<Kind>) -> Result<Validated, IngestError> {
    let text = text_of(bytes)?;
    let blocks = blocks(&text);
    let mut validated = Validated::default();
    for block in &blocks.blocks {
        validated.add(block, kind, blocks.page);
    }
    let nothing = validated.reviews + validated.annotations == 0;
    if nothing
        && validated
            .findings
            .iter()
            .all(|one| one.problem.level != Level::Error)
    {
        validated.findings.push(nothing_found(kind, blocks.page));
    }
    Ok(validated)
}

/// That there is nothing to look at.
fn nothing_found(kind: Option<Kind>, page: bool) -> Finding {
    let holder = if page { "the page holds" } else { "this is" };
    let what = match kind {
        Some(Kind::ClaimReview) => "no ClaimReview",
        Some(Kind::WebAnnotation) => "no Web Annotation",
        None => "neither a ClaimReview nor a Web Annotation",
    };
    Finding {
        kind,
        part: None,
        line: None,
        problem: Problem {
            level: Level::Error,
            rule: "nothing-found",
            source: "schema.org: ClaimReview; W3C Web Annotation 3.1",
            path: JsonPath::default(),
            value: None,
            message: format!("{holder} {what}"),
        },
    }
}

impl Validated {
    fn add(&mut self, block: &Block, kind: Option<Kind>, page: bool) {
        if let Some(slip) = &block.mended {
            self.broken(block, kind, slip);
        }
        let value = match &block.value {
            Ok(value) => value,
            Err(error) => return self.broken(block, kind, error),
        };
        let mut found = Vec::new();
        let before = self.reviews + self.annotations;
        // Pages carry much that is neither; only what is asked for is looked at.
        let looked = |asked: Kind| kind.is_none_or(|kind| kind == asked);
        if looked(Kind::ClaimReview) {
            let (count, problems) = claimreview::check(value);
            self.reviews += count;
            found.extend(problems.into_iter().map(|one| (Kind::ClaimReview, one)));
        }
        let forced = kind == Some(Kind::WebAnnotation) && !page;
        if looked(Kind::WebAnnotation) && (forced || web_annotation::is_annotation(value)) {
            let (count, problems) = web_annotation::check(value);
            self.annotations += count;
            found.extend(problems.into_iter().map(|one| (Kind::WebAnnotation, one)));
        }
        let paths = found.iter().map(|(_, problem)| &problem.path);
        let places = Places::of(&block.text, block.line, paths);
        if self.reviews + self.annotations > before {
            self.twice(block, kind, &places);
        }
        let located = found.into_iter().map(|(kind, problem)| Finding {
            kind: Some(kind),
            part: block.part,
            line: places.line_of(&problem.path),
            problem,
        });
        let mut ordered: Vec<Finding> = located.collect();
        ordered.sort_by_key(|finding| finding.line);
        self.findings.extend(ordered);
    }

    /// What is no JSON.
    fn broken(&mut self, block: &Block, kind: Option<Kind>, (line, what): &(usize, String)) {
        self.findings.push(Finding {
            kind,
            part: block.part,
            line: Some(*line),
            problem: Problem {
                level: Level::Error,
                rule: "json",
                source: "RFC 8259",
                path: JsonPath::default(),
                value: None,
                message: format!("this is no JSON: {what}"),
            },
        });
    }

    /// Names that an object has twice.
    fn twice(&mut self, block: &Block, kind: Option<Kind>, places: &Places) {
        for (path, line) in &places.twice {
            self.findings.push(Finding {
                kind,
                part: block.part,
                line: Some(*line),
                problem: Problem {
                    level: Level::Warning,
                    rule: "name-twice",
                    source: "RFC 8259, section 4",
                    path: path.clone(),
                    value: None,
                    message: "the object has this name twice; readers keep one of the two"
                        .to_owned(),
                },
            });
        }
    }
}
