//! A bundle holds as it was made, and whatever is altered in it is found.

use proptest::prelude::*;

use super::*;
use crate::identity::{NO_HASH, content_hash, line_hash};
use crate::model::event::{KeptHash, StoredEvent};
use crate::model::ids::ClaimId;

const PAGE: &[u8] = b"The bridge opened in May 1932.";

/// A chain of five lines, of which the third and the fifth tell of claim 7.
fn chain() -> Vec<StoredEvent> {
    let mut previous_hash = NO_HASH.to_owned();
    (1..=5)
        .map(|id| {
            let of_claim = id % 2 == 1 && id > 1;
            let mut event = StoredEvent {
                id,
                uuid: format!("01980000-0000-7000-8000-00000000000{id}"),
                at: format!("2026-01-31T09:30:0{id}.000000Z"),
                actor: "ana".to_owned(),
                action: if of_claim {
                    "verdict.add"
                } else {
                    "comment.add"
                }
                .to_owned(),
                subject_kind: "claim".to_owned(),
                subject_id: if of_claim { 7 } else { 8 },
                subject_uuid: of_claim.then(|| "01980000-0000-7000-8000-0000000000aa".to_owned()),
                before: None,
                after: Some(format!(
                    "{{\"rationale\":\"line {id}\\nLine 9: forged\",\"sha256\":\"{}\"}}",
                    sha256(PAGE)
                )),
                previous_hash: previous_hash.clone(),
                hash: String::new(),
            };
            event.hash = line_hash(&event.previous_hash, id, &content_hash(&event));
            previous_hash.clone_from(&event.hash);
            event
        })
        .collect()
}

fn about(chain: &[StoredEvent]) -> About {
    let claim = AboutClaim {
        number: ClaimId(7),
        uuid: "01980000-0000-7000-8000-0000000000aa".parse().unwrap(),
        statement: "The bridge opened in 1931.".to_owned(),
        quote: None,
        state: "in-review".to_owned(),
        rating: Some("False".to_owned()),
    };
    let ends = AboutChain {
        lines: 5,
        root: chain[0].hash.clone(),
        head: chain[4].hash.clone(),
        head_at: Some(chain[4].at.clone()),
    };
    let at = "2026-02-01T00:00:00Z".parse().unwrap();
    let mut about = About::new((at, "ana".to_owned()), claim, None, ends);
    about.kept.push(KeptFile {
        file: "snapshots/snapshot-1.txt".to_owned(),
        what: "source 1, as it was".to_owned(),
        sha256: sha256(PAGE),
    });
    about
}

fn lines(chain: &[StoredEvent]) -> Vec<Line> {
    chain
        .iter()
        .map(|event| {
            if event.subject_id == 7 {
                Line::Told(event.clone())
            } else {
                Line::hidden(event)
            }
        })
        .collect()
}

fn made() -> Files {
    let chain = chain();
    let kept = Files::from([("snapshots/snapshot-1.txt".to_owned(), PAGE.to_vec())]);
    bundle(&about(&chain), &lines(&chain), kept).unwrap()
}

/// With a manifest that fits again, as a forger leaves it.
fn with_manifest(mut files: Files) -> Files {
    files.remove(MANIFEST);
    let lines = files
        .iter()
        .map(|(name, bytes)| format!("{}  {name}\n", sha256(bytes)));
    let manifest: String = lines.collect();
    files.insert(MANIFEST.to_owned(), manifest.into_bytes());
    files
}

fn replaced(files: &Files, name: &str, from: &str, to: &str) -> Files {
    let text = String::from_utf8(files[name].clone()).unwrap();
    assert!(text.contains(from), "{text}");
    let mut files = files.clone();
    files.insert(name.to_owned(), text.replace(from, to).into_bytes());
    with_manifest(files)
}

#[test]
fn a_bundle_holds_and_tells_what_it_is_to_tell() {
    let files = made();
    let found = check(&files, None).unwrap();
    assert!(found.ok, "{:?}", found.problems);
    assert_eq!((found.lines, found.told, found.claim), (5, 2, ClaimId(7)));
    assert_eq!(found.head, chain()[4].hash);
    let told = files.values().map(|bytes| String::from_utf8_lossy(bytes));
    for told in told {
        assert!(
            !told.contains("line 2") && !told.contains("line 4"),
            "{told}"
        );
    }
    let text = String::from_utf8_lossy(&files[HISTORY]);
    assert!(text.contains("  rationale: line 3\n"), "{text}");
    assert!(text.contains("    | Line 9: forged\n"), "{text}");
}

#[test]
fn a_hash_that_was_kept_is_found_in_any_line() {
    let files = made();
    for (number, event) in (1..).zip(chain()) {
        let kept: KeptHash = event.hash[..16].parse().unwrap();
        let found = check(&files, Some(&kept)).unwrap();
        assert!(found.ok);
        assert_eq!(found.expected.unwrap().line, Some(number));
    }
    let other: KeptHash = "0123456789abcdef".parse().unwrap();
    assert!(!check(&files, Some(&other)).unwrap().ok);
}

#[test]
fn what_a_forger_leaves_is_found_although_the_manifest_fits() {
    let files = made();
    let forged = [
        (EVENTS, "line 3", "line 0", "line 3 of the history"),
        (
            EVENTS,
            "\"actor\":\"ana\"",
            "\"actor\":\"eve\"",
            "line 3 of the history",
        ),
        // More than is hashed.
        (
            EVENTS,
            "{\"id\":2,",
            "{\"id\":2,\"actor\":\"eve\",",
            "line 2 of the history",
        ),
        (HISTORY, "line 3", "line 0", "history.txt does not say"),
        (ABOUT, "in 1931", "in 1932", "history.txt does not say"),
        (
            "verify.py",
            "if head != event",
            "if False and event",
            "verify.py does not say",
        ),
        (
            "snapshots/snapshot-1.txt",
            "1932",
            "1931",
            "is not the file that bundle.json",
        ),
        (
            ABOUT,
            &sha256(PAGE),
            &sha256(b"another"),
            "is not the file that bundle.json",
        ),
        (
            ABOUT,
            "\"lines\": 5",
            "\"lines\": 6",
            "the chain is not the one",
        ),
        (
            ABOUT,
            "0000000000aa",
            "0000000000ab",
            "tells of another claim",
        ),
    ];
    for (name, from, to, problem) in forged {
        let found = check(&replaced(&files, name, from, to), None).unwrap();
        let problems = found.problems.join("\n");
        assert!(!found.ok && problems.contains(problem), "{problems}");
    }
}

#[test]
fn a_chain_that_was_cut_off_is_another_one() {
    let files = made();
    let text = String::from_utf8(files[EVENTS].clone()).unwrap();
    let end = text.match_indices('\n').nth(3).unwrap().0;
    let mut cut = files.clone();
    cut.insert(EVENTS.to_owned(), text.as_bytes()[..=end].to_vec());
    assert!(!check(&with_manifest(cut), None).unwrap().ok);
}

#[test]
fn a_file_too_many_or_missing_is_found() {
    let files = made();
    let mut more = files.clone();
    more.insert("notes.txt".to_owned(), b"Believe me.".to_vec());
    assert_eq!(
        check(&more, None).unwrap().problems,
        ["notes.txt is not in manifest.sha256"]
    );
    for name in files.keys() {
        let mut fewer = files.clone();
        fewer.remove(name);
        assert!(!check(&fewer, None).is_ok_and(|found| found.ok), "{name}");
    }
}

#[test]
fn what_is_no_bundle_is_refused() {
    assert!(check(&Files::new(), None).is_err());
    assert!(unpack(b"PK").is_err());
    let other = replaced(&made(), ABOUT, "claimdesk-bundle-1", "claimdesk-bundle-9");
    let refusal = check(&other, None).unwrap_err().to_string();
    assert!(refusal.contains("claimdesk-bundle-9"), "{refusal}");
}

#[test]
fn an_archive_gives_back_its_files_and_the_same_bytes_again() {
    let files = made();
    let packed = pack(&files).unwrap();
    assert_eq!(unpack(&packed).unwrap(), files);
    assert_eq!(pack(&files).unwrap(), packed);
}

proptest! {
    #[test]
    fn no_byte_can_be_changed(file in any::<prop::sample::Index>(), at in any::<prop::sample::Index>(), to in any::<u8>()) {
        let mut files = made();
        let name = file.get(&files.keys().cloned().collect::<Vec<_>>()).clone();
        let bytes = files.get_mut(&name).unwrap();
        let at = at.index(bytes.len());
        prop_assume!(bytes[at] != to);
        bytes[at] = to;
        prop_assert!(!check(&files, None).is_ok_and(|found| found.ok), "{} at {}", name, at);
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
        let _ = unpack(&bytes);
        let mut files = made();
        files.insert(EVENTS.to_owned(), bytes.clone());
        let _ = check(&files, None);
        files.insert(ABOUT.to_owned(), bytes);
        let _ = check(&files, None);
    }
}
