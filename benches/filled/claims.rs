//! Desks with many claims, in a language that nobody speaks.

use std::path::Path;

use claimdesk::Desk;
use claimdesk::chance::Random;
use claimdesk::desk::Access;
use rusqlite::named_params;

use crate::filled::fill;

/// A word of a language that nobody speaks: the more often, the shorter.
fn word(random: &mut Random) -> String {
    const BEGINS: &[u8] = b"bcdfghklmnprstvz";
    const ENDS: &[u8] = b"aeiou";
    let syllables = 1 + random.below(3) + usize::from(random.below(4) == 0);
    let mut word = String::new();
    for _ in 0..syllables {
        // The smaller of two numbers is small more often.
        let begin = random.below(BEGINS.len()).min(random.below(BEGINS.len()));
        let end = random.below(ENDS.len()).min(random.below(ENDS.len()));
        word.push(char::from(BEGINS[begin]));
        word.push(char::from(ENDS[end]));
    }
    word
}

/// A sentence of that language, with a year.
pub(crate) fn sentence(random: &mut Random) -> String {
    let words: Vec<String> = (0..8 + random.below(20)).map(|_| word(random)).collect();
    format!("{} in {}.", words.join(" "), 1900 + random.below(126))
}

/// Fills a new desk with claims in articles of fifty, and indexes them. `said` is
/// what the claim of a number says.
pub(crate) fn fill_with_claims(
    path: &Path,
    claims: i64,
    mut said: impl FnMut(i64, &mut Random) -> String,
) {
    let articles = format!(
        "PRAGMA synchronous = OFF;
         WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < {claims} / 50 + 1)
         INSERT INTO articles (id, uuid, title, created_at) SELECT i, printf('00000000-0000-7000-8001-%012d', i), 'Article ' || i, '2026-01-01T00:00:00Z' FROM n"
    );
    let bare = fill(
        path,
        &articles,
        ("SELECT count(*) FROM articles", claims / 50 + 1),
    );
    let mut random = Random::new(7);
    bare.execute_batch("BEGIN").unwrap();
    let mut insert = bare
        .prepare(
            "INSERT INTO claims (uuid, article_id, statement, state, origin, score, created_at)
             VALUES (printf('00000000-0000-7000-8000-%012d', :number), :number / 50 + 1, :statement, 'extracted', 'extracted', 0.5, '2026-01-01T00:00:00Z')",
        )
        .unwrap();
    for number in 0..claims {
        let statement = said(number, &mut random);
        insert
            .execute(named_params! { ":number": number, ":statement": statement })
            .unwrap();
    }
    drop(insert);
    bare.execute_batch("COMMIT").unwrap();
    Desk::open(path, Access::Write)
        .unwrap()
        .rebuild_indexes()
        .unwrap();
}
