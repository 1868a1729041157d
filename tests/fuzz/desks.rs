//! What must hold of a desk whatever archive it was given: nothing has changed, or
//! the desk is sound and all of it can be read.

use std::path::Path;

use chrono::DateTime;
use claimdesk::desk::{Access, ArchiveMerged};
use claimdesk::interchange::archive::read_archive;
use claimdesk::model::claim::{ClaimFilter, ClaimRef};
use claimdesk::model::flag::FlagFilter;
use claimdesk::model::people::{NewReviewer, Role};
use claimdesk::model::source::SourceFilter;
use claimdesk::{Act, Desk, DeskError};

pub(crate) fn act(second: i64) -> Act {
    Act {
        actor: "ana".parse().ok(),
        at: DateTime::from_timestamp(1_750_000_000 + second, 0).unwrap(),
    }
}

/// A new desk, whose first reviewer is ana.
pub(crate) fn new_desk(path: &Path) -> Desk {
    let first = NewReviewer {
        handle: "ana".parse().unwrap(),
        name: "Ana Ruiz".to_owned(),
        role: Role::Editor,
    };
    Desk::init(path, &first, act(0).at).unwrap()
}

/// Everything on a desk.
pub(crate) fn archive(desk: &Desk) -> Vec<u8> {
    let mut bytes = Vec::new();
    desk.export_archive(&mut bytes).unwrap().unwrap();
    bytes
}

fn merge(desk: &mut Desk, archive: &[u8]) -> Result<ArchiveMerged, DeskError> {
    let (header, lines) = read_archive(archive)?;
    desk.merge_archive(&act(1000), &header, lines, || "0".repeat(64), false)
}

/// Gives a desk an archive, and holds it to its promises. Whether it was taken.
pub(crate) fn give(path: &Path, given: &[u8]) -> bool {
    let mut desk = Desk::open(path, Access::Write).unwrap();
    let before = archive(&desk);
    let Ok(_) = merge(&mut desk, given) else {
        assert!(
            archive(&desk) == before,
            "a refused archive changed the desk"
        );
        return false;
    };
    // Who merged may be no editor any more, by what the archive says.
    let is_editor = |reviewer: &claimdesk::model::people::Reviewer| {
        reviewer.handle.as_str() == "ana" && reviewer.role == Role::Editor
    };
    read_all(&desk).unwrap();
    assert!(desk.health().unwrap().ok);
    if desk.reviewers().unwrap().iter().any(is_editor) {
        assert!(!merge(&mut desk, given).unwrap().stored, "taken twice");
        let folder = tempfile::tempdir().unwrap();
        let mut other = new_desk(&folder.path().join("other.db"));
        merge(&mut other, &archive(&desk)).unwrap();
        read_all(&other).unwrap();
    }
    true
}

/// Reads all that commands show.
pub(crate) fn read_all(desk: &Desk) -> Result<(), DeskError> {
    let all = ClaimFilter {
        all: true,
        ..ClaimFilter::default()
    };
    for claim in desk.claims(&all)? {
        let claim = ClaimRef::Number(claim.id);
        desk.claim(&claim)?;
        desk.claim_history(&claim)?;
    }
    for article in desk.articles()? {
        desk.article(article.id)?;
        desk.report(article.id, act(0).at)?;
        desk.gate(article.id, None).ok();
    }
    for source in desk.sources(&SourceFilter::default())? {
        desk.source(source.id)?;
    }
    desk.flags(&FlagFilter::default())?;
    desk.reference_facts()?;
    desk.scales()?;
    desk.log(None, None)?;
    desk.stats(None, true, act(0).at)?;
    Ok(())
}
