//! Every input that fuzzing has kept is read soundly or refused. The inputs
//! lie in `tests/fuzz/corpus/`, a folder for each target.

#![expect(
    clippy::unwrap_used,
    reason = "a helper of a test may fail like the test itself"
)]

use std::fs;
use std::path::Path;

#[path = "fuzz/checks.rs"]
mod checks;

fn inputs(target: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fuzz/corpus")
        .join(target);
    let files = fs::read_dir(folder).unwrap();
    files
        .map(|file| fs::read(file.unwrap().path()).unwrap())
        .collect()
}

#[test]
fn what_fuzzing_found_is_read_or_refused() {
    checks::keep_quiet_about_broken_files();
    for (target, _) in checks::CHECKS {
        let inputs = inputs(target);
        assert!(!inputs.is_empty(), "no input for {target}");
        for input in inputs {
            checks::run(target, &input);
        }
    }
}
