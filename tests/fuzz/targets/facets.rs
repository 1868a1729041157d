//! See `tests/fuzz/checks.rs`.
#![no_main]

#[path = "../checks.rs"]
mod checks;

libfuzzer_sys::fuzz_target!(init: checks::keep_quiet_about_broken_files(), |bytes: &[u8]| {
    checks::run(env!("CARGO_BIN_NAME"), bytes);
});
