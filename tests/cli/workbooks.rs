//! Claims as a workbook.
#![expect(
    clippy::unwrap_used,
    reason = "a helper of a test may fail like the test itself"
)]

use calamine::{Data, DataType, Range, Reader, Xlsx, open_workbook};
use claimdesk::cli::exit::Exit;
use serde_json::json;

use crate::world::{World, bytes};

/// What a spreadsheet must not run, follow or stumble over, and one text too long.
fn desk() -> World {
    let world = World::with_desk();
    let records = [
        json!({"claim": "=HYPERLINK(\"https://bad.example\")", "claimant": "@mayor", "scale": "standard",
               "rating": "false", "rationale": "ž".repeat(40_000), "topics": ["bridges", "rivers"],
               "claim_date": "2024-05", "reviewer": "lea", "reviewed_at": "2024-05-06T10:30:00Z",
               "sources": [{"url": "https://archive.example/plaque", "stance": "refutes", "quote": "Opened\n1932"},
                           {"title": "<r>&</r>", "accessed": "1850-01-01T00:00:00Z"}]}),
        json!({"claim": "javascript:alert(1)", "quote": "a\u{1}b\u{fffe}_x0041_"}),
    ];
    let lines = records.map(|record| record.to_string()).join("\n");
    world.write("claims.jsonl", lines);
    world.run(&["import", "claims.jsonl"]).done();
    world
}

fn exported(world: &World, name: &str) -> Vec<u8> {
    world
        .run(&["export", "--format", "xlsx", "-o", name])
        .done();
    bytes(&world.path(name))
}

fn sheets(world: &World) -> [Range<Data>; 3] {
    let mut book: Xlsx<_> = open_workbook(world.path("claims.xlsx")).unwrap();
    assert_eq!(book.sheet_names(), ["Claims", "Sources", "About"]);
    let formulas = book.worksheet_formula("Claims").unwrap();
    assert_eq!(formulas.used_cells().count(), 0);
    ["Claims", "Sources", "About"].map(|name| book.worksheet_range(name).unwrap())
}

/// The cell of a row, from 1, under a name.
fn cell<'s>(sheet: &'s Range<Data>, row: usize, name: &str) -> &'s Data {
    let mut rows = sheet.rows();
    let names = rows.next().unwrap();
    let at = names
        .iter()
        .position(|cell| cell.get_string() == Some(name));
    &sheet.rows().nth(row).unwrap()[at.unwrap()]
}

#[test]
fn claims_and_their_sources_stand_in_rows_under_names() {
    let world = desk();
    exported(&world, "claims.xlsx");
    let [claims, sources, about] = sheets(&world);
    assert_eq!(claims.height(), 3);
    let text = |row, name| cell(&claims, row, name).get_string();
    assert_eq!(
        text(1, "Claim"),
        Some("=HYPERLINK(\"https://bad.example\")")
    );
    assert_eq!(text(1, "Claimant"), Some("@mayor"));
    assert_eq!(text(1, "Rating"), Some("false"));
    assert_eq!(text(1, "Topics"), Some("bridges, rivers"));
    assert_eq!(text(1, "Made on"), Some("2024-05"));
    assert_eq!(text(2, "Claim"), Some("javascript:alert(1)"));
    assert_eq!(cell(&claims, 2, "Rating"), &Data::Empty);
    assert_eq!(cell(&claims, 1, "Sources").get_float(), Some(2.0));
    // The 6th of May 2024, half past ten, as spreadsheets count days.
    let at = cell(&claims, 1, "Reviewed at (UTC)").get_datetime();
    let at = at.unwrap().as_f64();
    assert!((at - 45_418.437_5).abs() < 1e-6, "{at}");
    let text = |row, name| cell(&sources, row, name).get_string();
    assert_eq!(text(1, "Address"), Some("https://archive.example/plaque"));
    assert_eq!(text(1, "Quote"), Some("Opened\n1932"));
    assert_eq!(text(2, "Title").map(str::trim), Some("<r>&</r>"));
    assert_eq!(
        text(2, "Consulted at (UTC)"),
        Some("1850-01-01T00:00:00+00:00")
    );
    assert_eq!(cell(&claims, 1, "Claim id"), cell(&sources, 2, "Claim id"));
    let counts: Vec<Option<f64>> = about.rows().take(3).map(|row| row[1].get_float()).collect();
    assert_eq!(counts, [Some(2.0), Some(2.0), Some(1.0)]);
}

#[test]
fn a_text_that_no_cell_holds_is_cut_and_counted() {
    let world = desk();
    let said = world.run(&["export", "--format", "xlsx", "-o", "claims.xlsx"]);
    assert!(said.stderr.contains("1 text is longer"), "{}", said.stderr);
    let [claims, ..] = sheets(&world);
    let rationale = cell(&claims, 1, "Rationale").get_string().unwrap();
    assert_eq!(rationale.chars().count(), 32_767);
    assert!(rationale.ends_with("ž … [cut]"));
}

#[test]
fn the_same_desk_gives_the_same_bytes() {
    let world = desk();
    let first = exported(&world, "claims.xlsx");
    std::thread::sleep(std::time::Duration::from_millis(1100));
    assert_eq!(exported(&world, "again.xlsx"), first);
}

#[test]
fn a_workbook_is_not_written_onto_a_screen_or_over_the_desk() {
    let world = desk();
    let said = world.refuses(&["export", "--format", "xlsx"], Exit::Usage);
    assert!(said.contains("name a file with -o"), "{said}");
    let desk = world.desk();
    let desk = desk.to_str().unwrap();
    for format in ["xlsx", "csv"] {
        let said = world.refuses(
            &["export", "--format", format, "-o", desk],
            Exit::WriteFailed,
        );
        assert!(said.contains("the desk itself"), "{said}");
    }
    world.run(&["doctor"]).done();
}

#[test]
fn an_empty_desk_gives_a_workbook_with_names_only() {
    let world = World::with_desk();
    exported(&world, "claims.xlsx");
    let [claims, sources, _] = sheets(&world);
    assert_eq!((claims.height(), sources.height()), (1, 1));
}
