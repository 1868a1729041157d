//! Holds the map: which room may import which, that every room says what it
//! is for, that SQL stays in the store, and that files stay about one thing.
#![expect(
    clippy::unwrap_used,
    reason = "a helper of a test may fail like the test itself"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Each room with its floor; a room imports only from lower floors.
const FLOORS: &[(&str, u8)] = &[
    ("cli", 5),
    ("desk", 4),
    ("report", 3),
    ("filter", 3),
    ("interchange", 3),
    ("store", 2),
    ("fetch", 2),
    ("lint", 2),
    ("extract", 2),
    ("matching", 2),
    ("ingest", 2),
    ("citation", 2),
    ("text", 1),
    ("agreement", 1),
    ("gate", 1),
    ("learning", 1),
    ("identity", 1),
    ("search", 1),
    ("model", 0),
    ("chance", 0),
];

/// Rooms without input, output, clock or database.
const PURE: &[&str] = &[
    "model",
    "chance",
    "text",
    "agreement",
    "gate",
    "search",
    "citation",
    "extract",
    "learning",
    "lint",
    "matching",
    "report",
];

/// A file beyond this many lines holds a second subject.
const MOST_LINES: usize = 450;

/// Licences that a dependency may have, as a whole or as one of its choices.
/// MPL-2.0 asks only that changes to its own files are shared, and none is
/// changed here; CDLA-Permissive-2.0 is that of Mozilla's list of root
/// certificates, and asks that its text goes along with the list.
const LICENCES: &[&str] = &[
    "MIT",
    "MIT-0",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
    "BSL-1.0",
    "CDLA-Permissive-2.0",
    "0BSD",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path
            .extension()
            .is_some_and(|extension| extension == ending)
        {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Every source file with its path from `src` and its text.
fn sources() -> Vec<(String, String)> {
    let src = root().join("src");
    files(&src, "rs")
        .into_iter()
        .map(|path| {
            let name = path
                .strip_prefix(&src)
                .unwrap()
                .to_string_lossy()
                .into_owned();
            (name, fs::read_to_string(path).unwrap())
        })
        .collect()
}

fn room_of(file: &str) -> Option<&str> {
    file.split_once('/').map(|(room, _)| room)
}

fn floor(room: &str) -> u8 {
    let (_, floor) = FLOORS
        .iter()
        .find(|(name, _)| *name == room)
        .unwrap_or_else(|| panic!("the room {room} is not on the map in tests/tidy.rs"));
    *floor
}

/// Code without its comments, so that prose doesn't count.
fn code(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
}

/// The rooms that a file names as `crate::room`.
fn imports(text: &str) -> Vec<&str> {
    code(text)
        .flat_map(|line| line.split("crate::").skip(1))
        .map(|rest| {
            rest.split(|c: char| !c.is_alphanumeric() && c != '_')
                .next()
                .unwrap_or_default()
        })
        .filter(|word| FLOORS.iter().any(|(room, _)| room == word))
        .collect()
}

#[test]
fn imports_run_downwards_only() {
    let mut wrong = Vec::new();
    for (file, text) in sources() {
        let Some(room) = room_of(&file) else { continue };
        for imported in imports(&text) {
            if imported != room && floor(imported) >= floor(room) {
                wrong.push(format!("src/{file} imports {imported}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_file_says_what_it_is_for() {
    let silent: Vec<String> = sources()
        .into_iter()
        .filter(|(_, text)| !text.starts_with("//! "))
        .map(|(file, _)| file)
        .collect();
    assert!(silent.is_empty(), "no module doc: {silent:#?}");
}

#[test]
fn sql_stays_in_the_store() {
    let sql = [
        "SELECT ",
        "INSERT INTO ",
        "UPDATE ",
        "DELETE FROM ",
        "PRAGMA ",
        "rusqlite",
    ];
    let stray: Vec<String> = sources()
        .into_iter()
        .filter(|(file, _)| room_of(file) != Some("store"))
        .flat_map(|(file, text)| {
            code(&text)
                .filter(|line| sql.iter().any(|word| line.contains(word)))
                .map(|line| format!("src/{file}: {}", line.trim()))
                .collect::<Vec<_>>()
        })
        .collect();
    assert!(stray.is_empty(), "{stray:#?}");
}

#[test]
fn pure_rooms_read_no_file_and_no_clock() {
    let words = [
        "std::fs",
        "std::env",
        "std::process",
        "std::net",
        "Utc::now",
        "SystemTime",
        "stdout",
        "stderr",
    ];
    let stray: Vec<String> = sources()
        .into_iter()
        .filter(|(file, _)| room_of(file).is_some_and(|room| PURE.contains(&room)))
        .flat_map(|(file, text)| {
            code(&text)
                .filter(|line| words.iter().any(|word| line.contains(word)))
                .map(|line| format!("src/{file}: {}", line.trim()))
                .collect::<Vec<_>>()
        })
        .collect();
    assert!(stray.is_empty(), "{stray:#?}");
}

#[test]
fn every_file_is_about_one_thing() {
    let long: Vec<String> = sources()
        .into_iter()
        .map(|(file, text)| (file, text.lines().count()))
        .filter(|(_, lines)| *lines > MOST_LINES)
        .map(|(file, lines)| format!("src/{file}: {lines} lines"))
        .collect();
    assert!(long.is_empty(), "what second subject moved in? {long:#?}");
}

#[test]
fn no_integration_test_is_forgotten() {
    let folder = root().join("tests/cli");
    let main = fs::read_to_string(folder.join("main.rs")).unwrap();
    for path in files(&folder, "rs") {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        assert!(
            name == "main" || main.contains(&format!("mod {name};")),
            "tests/cli/main.rs leaves out {name}"
        );
    }
}

/// What a program of the Rust toolchain says.
fn told_by(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program)
        .args(arguments)
        .current_dir(root())
        .output()
        .unwrap();
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{complaint}");
    String::from_utf8(output.stdout).unwrap()
}

/// What cargo knows of each dependency on this platform, whose sources are
/// here because this test was built.
#[test]
fn every_dependency_has_a_licence_that_fits() {
    let compiler = told_by("rustc", &["-vV"]);
    let host = compiler
        .lines()
        .find_map(|line| line.strip_prefix("host: "))
        .unwrap();
    let metadata = told_by(
        env!("CARGO"),
        &[
            "metadata",
            "--format-version=1",
            "--locked",
            "--offline",
            "--filter-platform",
            host,
        ],
    );
    let metadata: serde_json::Value = serde_json::from_str(&metadata).unwrap();
    let mut wrong = BTreeMap::new();
    for package in metadata["packages"].as_array().unwrap() {
        let licence = package["license"]
            .as_str()
            .unwrap_or("none")
            .replace('/', " OR ");
        let fits = licence.split(" AND ").all(|part| {
            part.trim_matches(['(', ')'])
                .split(" OR ")
                .any(|choice| LICENCES.contains(&choice.trim_matches(['(', ')', ' '])))
        });
        if !fits {
            wrong.insert(package["name"].to_string(), licence);
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
