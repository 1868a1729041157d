//! Every link of a page leads somewhere, and every page of `docs` can be
//! reached from the README.

use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};

use crate::docs_pages::{pages, root};

/// Where a link leads, as a path in the repository.
fn target(page: &str, link: &str) -> String {
    let folder = Path::new(page).parent().unwrap_or(Path::new(""));
    let mut path = PathBuf::new();
    for part in folder.join(link).components() {
        match part {
            Component::ParentDir => {
                path.pop();
            }
            part => path.push(part),
        }
    }
    path.to_string_lossy().replace('\\', "/")
}

#[test]
fn every_link_leads_to_a_file_and_a_heading() {
    let pages = pages();
    let mut wrong = Vec::new();
    for page in &pages {
        for link in page.links() {
            let (file, heading) = link.split_once('#').unwrap_or((&link, ""));
            let file = match file {
                "" => page.name.clone(),
                file => target(&page.name, file),
            };
            let there = root().join(&file).exists();
            let heading_there = heading.is_empty()
                || pages
                    .iter()
                    .filter(|page| page.name == file)
                    .any(|page| page.anchors().iter().any(|anchor| anchor == heading));
            if !there || !heading_there {
                wrong.push(format!("{} links to {link}", page.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_page_is_found_from_the_readme() {
    let pages = pages();
    let mut reached = BTreeSet::new();
    let mut open = vec!["README.md".to_owned()];
    while let Some(name) = open.pop() {
        let Some(page) = pages.iter().find(|page| page.name == name) else {
            continue;
        };
        if reached.insert(name.clone()) {
            let links = page.links();
            let files = links.iter().filter_map(|link| link.split('#').next());
            open.extend(
                files
                    .filter(|file| !file.is_empty())
                    .map(|file| target(&name, file)),
            );
        }
    }
    let lost: Vec<&str> = pages
        .iter()
        .map(|page| page.name.as_str())
        .filter(|name| !reached.contains(*name))
        .collect();
    assert!(lost.is_empty(), "nothing leads to {lost:?}");
}
