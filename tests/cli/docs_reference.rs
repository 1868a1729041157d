//! The pages of `docs/reference` that are made from the program say what it
//! does today. `CLAIMDESK_WRITE_DOCS=1 cargo test --test cli docs_reference`
//! writes them anew.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test may read the environment, and fail where it can't go on"
)]

use std::fmt::Write;
use std::fs;

use claimdesk::lint::RULES;
use serde_json::Value;

use crate::docs_pages::root;
use crate::world::World;
use crate::{docs_commands, docs_schemas};

/// What each page says of itself.
const MADE: &str = "<!-- Made from the program by `CLAIMDESK_WRITE_DOCS=1 cargo test --test cli docs_reference`. -->";

/// Compares a page with what it ought to say, or writes it.
fn holds(name: &str, title: &str, content: &str) {
    let path = root().join("docs/reference").join(name);
    let content = content.trim().replace("\n\n\n", "\n\n");
    let page = format!("# {title}\n\n{MADE}\n\n{content}\n");
    if std::env::var_os("CLAIMDESK_WRITE_DOCS").is_some() {
        fs::write(&path, &page).unwrap();
    }
    let told = fs::read_to_string(&path).unwrap_or_default();
    let told = told.replace("\r\n", "\n");
    let differs = told
        .lines()
        .zip(page.lines())
        .find(|(told, known)| told != known);
    assert!(
        told == page,
        "docs/reference/{name} is not what the program says, from {differs:?} on; \
         `CLAIMDESK_WRITE_DOCS=1 cargo test --test cli docs_reference` writes it anew"
    );
}

/// A text in a cell of a table.
pub(crate) fn cell(text: &str) -> String {
    prose(text).replace('|', "\\|").replace('\n', " ")
}

/// A text with what Markdown would take for a tag written as it is meant.
pub(crate) fn prose(text: &str) -> String {
    let parts = text.split('`').enumerate();
    let parts: Vec<String> = parts
        .map(|(index, part)| match index % 2 {
            0 => part.replace('<', "&lt;").replace('*', "\\*"),
            _ => part.to_owned(),
        })
        .collect();
    parts.join("`")
}

#[test]
fn commands() {
    holds("commands.md", "All commands", &docs_commands::told());
}

#[test]
fn schemas() {
    holds("schemas.md", "JSON schemas", &docs_schemas::told());
}

#[test]
fn rules() {
    let mut told = String::from(
        "`claimdesk lint --explain CODE` explains a rule at the command line; [the linter](../how-to/lint.md) tells how rules are \
         run and switched off.\n\n| code | name | severity | finds |\n| --- | --- | --- | --- |\n",
    );
    for rule in RULES {
        let (code, name, severity) = (rule.code, rule.name, rule.severity);
        let link = format!("[`{code}`](#{}-{name})", code.to_lowercase());
        let summary = cell(rule.summary());
        writeln!(told, "| {link} | `{name}` | {severity} | {summary} |").unwrap();
    }
    for rule in RULES {
        write!(
            told,
            "\n## {} {}\n\n{}. Category {}, severity {}.\n",
            rule.code,
            rule.name,
            rule.summary(),
            rule.category,
            rule.severity
        )
        .unwrap();
        for line in rule.explanation().lines() {
            match line.strip_prefix("## ") {
                Some(heading) => writeln!(told, "\n### {heading}\n").unwrap(),
                None => writeln!(told, "{line}").unwrap(),
            }
        }
    }
    holds("rules.md", "Rules of the linter", &told);
}

#[test]
fn settings() {
    let world = World::with_article();
    world.run(&["config", "unset", "evidence-required"]).done();
    let alone = world.json(&["config", "list"]);
    world.run(&["reviewer", "add", "ben"]).done();
    let settings = world.json(&["config", "list"]);
    let value_alone = |key: &str| {
        let mut all = alone.as_array().unwrap().iter();
        let setting = all.find(|setting| setting["key"] == key);
        setting.and_then(|setting| setting["value"].as_str().map(str::to_owned))
    };
    let mut told = String::from(
        "`claimdesk config set NAME VALUE` changes a setting, and `config unset NAME` lets it go back to its default. A desk's settings \
         hold for everybody who works on it; your own hold on every desk. [Settings](../how-to/settings.md) tells what overrules what.\n",
    );
    for (scope, title) in [("desk", "The desk's"), ("person", "Your own")] {
        write!(
            told,
            "\n## {title}\n\n| setting | default | what it does |\n| --- | --- | --- |\n"
        )
        .unwrap();
        let of_scope = |setting: &&Value| setting["scope"] == scope;
        for setting in settings.as_array().unwrap().iter().filter(of_scope) {
            let key = setting["key"].as_str().unwrap();
            let default = match setting["origin"].as_str() {
                Some("default") => setting["value"].as_str().unwrap_or_default(),
                _ => "",
            };
            let default = match (default, value_alone(key)) {
                ("", _) => String::new(),
                (default, Some(alone)) if alone != default => {
                    format!("`{alone}`, from two reviewers on `{default}`")
                }
                (default, _) => format!("`{default}`"),
            };
            let meaning = cell(setting["meaning"].as_str().unwrap());
            writeln!(told, "| `{key}` | {default} | {meaning} |").unwrap();
        }
    }
    holds("settings.md", "Settings", &told);
}
