//! A slip in a word is noticed, and the word that is meant is named.

use crate::world::World;

/// Slips, each with the word that is meant.
const SLIPS: &[(&str, &str)] = &[
    ("clam list", "claim"),
    ("claim shwo 1", "show"),
    ("claim list --stat decided", "--state"),
    ("claim list --state decied", "decided"),
    ("claim list --format jsno", "json"),
    ("claim assign 1 anna", "ana"),
    ("config get blnd", "blind"),
    ("verdict add 1 misleding --because x", "misleading"),
    (
        "verdict add 1 true --because x --scale standrad",
        "standard",
    ),
    ("evidence add 1 1 --stance refute", "refutes"),
    (
        "flag add --claim 1 --category text --severity hihg --message x",
        "high",
    ),
    ("flag list --rule no-snapsho", "no-snapshot"),
    ("lint --explain E66", "E606"),
    ("lint 1 --select sourcng", "sourcing"),
    (
        "reference show el-salvador-recognizes-china-2018",
        "el-salvador-recognises-china-2018",
    ),
    ("report 1 --only fasle", "false"),
    ("report 1 --format htlm", "html"),
    ("export --format jsnol", "jsonl"),
    ("search ratign:false", "rating:"),
    ("search rating:fals", "false"),
    ("schema clam", "claim"),
    ("source cite 1 --style apaa", "apa"),
    ("source edit 1 --clear titel", "title"),
    ("reviewer add x --role edtor", "editor"),
    ("completions bsh", "bash"),
    ("help formts", "formats"),
    ("help clam", "claim"),
];

#[test]
fn the_word_that_is_meant_is_named() {
    let world = World::with_verdict();
    for (slip, meant) in SLIPS {
        let words: Vec<&str> = slip.split(' ').collect();
        let said = world.run(&words).stderr;
        let ways = ["similar", "did you mean"];
        let hint = said
            .lines()
            .find(|line| ways.iter().any(|way| line.contains(way)));
        let hint = hint.unwrap_or_else(|| panic!("{slip}: {said}"));
        assert!(hint.contains(meant), "{slip}: {said}");
    }
}
