//! Search: everything on the desk by its words, in any language.

use claimdesk::cli::exit::Exit;
use proptest::prelude::*;
use serde_json::Value;

use crate::sql;
use crate::world::World;

/// Each article with the words that are claims: numbers in the order given.
const ARTICLES: [(&str, &str, &[&str]); 4] = [
    (
        "english.txt",
        "Ties with Taiwan\n\nEl Salvador ended its recognition of Taiwan in August 2018. \
         Critics don’t trust the U.S. figures. The ministry is recognising 4,000 voters.\n",
        &[
            "El Salvador ended its recognition of Taiwan in August 2018.",
            "Critics don’t trust the U.S. figures.",
            "The ministry is recognising 4,000 voters.",
        ],
    ),
    (
        "spanish.txt",
        "El presupuesto\n\nEl Gobierno gastó 3 millones de dólares en el año 2019. \
         Los niños de España cantaron por la mañana.\n",
        &[
            "El Gobierno gastó 3 millones de dólares en el año 2019.",
            "Los niños de España cantaron por la mañana.",
        ],
    ),
    (
        "chinese.txt",
        "外交\n\n萨尔瓦多于2018年8月与台湾断交。中国人民银行提供了贷款。\n",
        &[
            "萨尔瓦多于2018年8月与台湾断交。",
            "中国人民银行提供了贷款。",
        ],
    ),
    (
        "arabic.txt",
        "العلاقات\n\nأنهت السلفادور اعترافها بتايوان في عام 2018.\n",
        &["أنهت السلفادور اعترافها بتايوان في عام 2018."],
    ),
];

/// A desk in four languages: claims 1 to 8, of which ana has judged 1 and 4.
fn desk() -> World {
    let world = World::with_desk();
    for (number, (file, text, claims)) in (1..).zip(ARTICLES) {
        world.write(file, text);
        let article = ["article", "add", file, "--top", "0"];
        world
            .run(&[&article[..], &["--published", "2018-09"]].concat())
            .done();
        for claim in claims {
            let number = number.to_string();
            world
                .run(&["claim", "add", &number, "--quote", claim])
                .done();
        }
    }
    let judged = [
        "verdict",
        "add",
        "1",
        "true",
        "--because",
        "The ministry’s décret says so.",
    ];
    let source = [
        "--source",
        "https://example.org/ties",
        "--title",
        "Breaking with Taipei",
        "--quote",
        "We break off",
        "--locator",
        "p. 7",
    ];
    world.run(&[&judged[..], &source].concat()).done();
    let judged = [
        "verdict",
        "add",
        "4",
        "false",
        "--because",
        "The ledger has 5 million.",
        "--correction",
        "It spent 5 million.",
    ];
    world.run(&judged).done();
    world
        .run(&["comment", "add", "2", "Ask Zhang about the census."])
        .done();
    world
        .run(&[
            "claim",
            "edit",
            "3",
            "--claimant",
            "Nayib Bukele",
            "--add-topic",
            "voting",
        ])
        .done();
    let flag = [
        "flag",
        "add",
        "--claim",
        "5",
        "--category",
        "text",
        "--severity",
        "high",
    ];
    world
        .run(&[&flag[..], &["--message", "Which morning is meant?"]].concat())
        .done();
    sql::assert_sound(&world.desk());
    world
}

/// What is found, as kind and number.
fn found(world: &World, query: &str) -> Vec<String> {
    let hits = world
        .run(&["search", "--format", "json", "--", query])
        .done();
    let hits: Value = serde_json::from_str(&hits).unwrap_or_default();
    let name = |hit: &Value| format!("{} {}", hit["kind"].as_str().unwrap_or_default(), hit["id"]);
    hits.as_array()
        .map(|hits| hits.iter().map(name).collect())
        .unwrap_or_default()
}

/// The claims that are found, in order of their numbers.
fn claims(world: &World, query: &str) -> Vec<i64> {
    let mut claims: Vec<i64> = found(world, query)
        .iter()
        .filter_map(|name| name.strip_prefix("claim ")?.parse().ok())
        .collect();
    claims.sort_unstable();
    claims
}

#[test]
fn words_are_found_whatever_their_form_case_and_accents() {
    let world = desk();
    for (query, expected) in [
        ("recognition taiwan", vec![1]),
        ("TAIWAN", vec![1]),
        ("recognised", vec![3]),
        ("\"ended its recognition\"", vec![1]),
        ("\"recognition ended\"", vec![]),
        ("recogn*", vec![1, 3]),
        ("u.s. don't", vec![2]),
        ("4,000", vec![3]),
        ("ano", vec![4]),
        ("AÑO 2019", vec![4]),
        ("ninos espana manana", vec![5]),
        ("dolares", vec![4]),
        ("台湾", vec![6]),
        ("中国人民银行", vec![7]),
        ("人民", vec![7]),
        ("断", vec![6]),
        ("萨尔瓦多 台湾", vec![6]),
        ("السلفادور", vec![8]),
        ("تايوان OR taiwan", vec![1]),
        ("بتايوان OR taiwan", vec![1, 8]),
        ("*alvad*", vec![1]),
        ("*اعتراف*", vec![8]),
        ("*gn*", vec![1, 3]),
    ] {
        assert_eq!(claims(&world, query), expected, "{query}");
    }
}

#[test]
fn words_are_joined_left_out_and_looked_for_in_one_place() {
    let world = desk();
    for (query, expected) in [
        ("2018 OR 2019", vec![1, 4, 8]),
        ("2018 NOT taiwan", vec![8]),
        ("critics -taiwan", vec![2]),
        ("(taiwan OR critics) figures", vec![2]),
        ("-ministry kind:claim", vec![2, 4, 5, 6, 7, 8]),
        ("in:rationale ministry", vec![1]),
        ("in:rationale ledger OR decret", vec![1, 4]),
        ("in:correction 5", vec![4]),
        ("in:evidence break", vec![1]),
        ("zhang", vec![2]),
        ("in:byline bukele", vec![3]),
        ("in:statement zhang", vec![]),
        ("taiwan OR *台湾*", vec![1, 6]),
        ("2018年8月 -taiwan", vec![6]),
    ] {
        assert_eq!(claims(&world, query), expected, "{query}");
    }
    assert_eq!(found(&world, "in:title ties"), ["article 1"]);
    assert_eq!(found(&world, "in:title breaking"), ["source 1"]);
    assert_eq!(found(&world, "morning"), ["flag 1"]);
    assert_eq!(found(&world, "example.org"), ["source 1"]);
    assert_eq!(found(&world, "外交"), ["article 3"]);
}

#[test]
fn filters_narrow_and_list_by_themselves() {
    let world = desk();
    for (query, expected) in [
        ("rating:false", vec![4]),
        ("rating:false,true", vec![1, 4]),
        ("rating:True recognition", vec![1]),
        ("state:in-review", vec![1, 4]),
        ("state:to-check article:1", vec![2, 3]),
        ("reviewer:ana", vec![1, 4]),
        ("-reviewer:ana article:1", vec![2, 3]),
        ("has:figure article:1", vec![3]),
        ("has:date article:1", vec![1]),
        ("has:verdict,comment", vec![1, 2, 4]),
        ("has:correction", vec![4]),
        ("has:evidence", vec![1]),
        ("mentions:Taiwan", vec![1]),
        ("claimant:bukele", vec![3]),
        ("topic:voting", vec![3]),
        ("flag:open", vec![5]),
        ("flag:open flag:high", vec![5]),
        ("flag:resolved", vec![]),
        ("flag:text kind:claim", vec![5]),
        ("since:2018 before:2019 recognition", vec![1]),
        ("since:2019 recognition", vec![]),
        ("before:2018 recognition", vec![]),
    ] {
        assert_eq!(claims(&world, query), expected, "{query}");
    }
    assert_eq!(
        found(&world, "flag:high"),
        ["claim 5", "article 2", "flag 1"]
    );
    assert_eq!(found(&world, "kind:source"), ["source 1"]);
    assert_eq!(found(&world, "kind:article").len(), 4);
}

#[test]
fn a_value_that_no_filter_takes_is_told_with_the_one_meant() {
    let world = desk();
    for (query, meant) in [
        ("rating:fals", "false"),
        ("state:decidd", "decided"),
        ("reviewer:anna", "ana"),
        ("topic:votin", "voting"),
        ("claimant:\"nayib bukelle\"", "Nayib Bukele"),
        ("has:figures-of", "figure"),
        ("in:rationnale x", "rationale"),
        ("flag:opened", "open"),
    ] {
        let complaint = world.refuses(&["search", query], Exit::UnknownName);
        assert!(
            complaint.contains(&format!("did you mean “{meant}”")),
            "{complaint}"
        );
    }
    world.refuses(&["search", "article:99"], Exit::UnknownNumber);
    let complaint = world.refuses(&["search", "since:soon"], Exit::InvalidValue);
    assert!(complaint.contains("2018-08"), "{complaint}");
}

#[test]
fn what_may_have_been_meant_otherwise_is_told() {
    let world = desk();
    let note = |query| world.run(&["search", query]).stderr;
    assert!(note("ratings:false").contains("did you mean “rating:”"));
    assert!(note("—").contains("holds no word"));
    assert!(note("recognition census").contains("with OR between its words, it finds 3"));
    assert!(note("nowhere").contains("nothing was found"));
    assert_eq!(note("foo:bar").lines().count(), 1);
}

#[test]
fn results_show_what_was_found_and_where() {
    let world = desk();
    insta::assert_snapshot!(world.run(&["search", "ministry", "OR", "morning"]).done(), @r"
    flag 1 · claim 5
        Which morning is meant?
    claim 3 · article 1 · to-check
        The ministry is recognising 4,000 voters.
    claim 1 · article 1 · ✓ True · rationale
        The ministry’s décret says so.
    article 1 · Ties with Taiwan · text
        Ties with Taiwan El Salvador ended its recognition of Taiwan in August 2018. Critics don’t trust
        the U.S. figures. The ministry is recognising 4,000 voters.
    ");
    let hits = world.json(&["search", "decret"]);
    let hit = &hits[0];
    assert_eq!(
        (hit["field"].as_str(), hit["claim"].as_i64()),
        (Some("rationale"), Some(1))
    );
    assert_eq!(hit["rating"], "true");
    let snippet: Vec<char> = hit["snippet"]
        .as_str()
        .unwrap_or_default()
        .chars()
        .collect();
    let mark = |at: usize| {
        hit["marks"][0][at]
            .as_u64()
            .and_then(|at| usize::try_from(at).ok())
    };
    let (Some(start), Some(end)) = (mark(0), mark(1)) else {
        panic!("{hit}");
    };
    assert_eq!(snippet[start..end].iter().collect::<String>(), "décret");
    let hits = world.json(&["search", "人民银行"]);
    assert_eq!(hits[0]["marks"], serde_json::json!([[2, 6]]));
    let colored = world.run(&["search", "decret", "--color", "always"]).done();
    assert!(colored.contains("\u{1b}[1mdécret\u{1b}[22m"), "{colored:?}");
}

#[test]
fn the_statement_counts_more_than_what_is_said_on_it() {
    let world = World::with_desk();
    world.write(
        "a.txt",
        "Rates\n\nRents rose in May. Wages fell in June. Prices held in July.\n",
    );
    world.run(&["article", "add", "a.txt", "--all"]).done();
    world.run(&["comment", "add", "1", "And the wages?"]).done();
    let hits = found(&world, "wages");
    assert_eq!(hits[0], "claim 2");
    assert!(hits.contains(&"claim 1".to_owned()));
}

#[test]
fn pages_follow_one_another_in_every_order() {
    let world = desk();
    for sort in ["relevance", "newest", "oldest", "id"] {
        let page = |arguments: &[&str]| {
            let all = [&["search", "NOT nowhere", "--sort", sort][..], arguments].concat();
            let hits = world.json(&all);
            hits.as_array().cloned().unwrap_or_default()
        };
        let whole = page(&["--limit", "100"]);
        assert_eq!(whole.len(), 14, "8 claims, 4 articles, a source, a flag");
        let mut pages = Vec::new();
        for offset in (0..whole.len()).step_by(4) {
            pages.extend(page(&["--limit", "4", "--offset", &offset.to_string()]));
        }
        assert_eq!(pages, whole, "{sort}");
    }
    let more = world.run(&["search", "kind:claim", "--limit", "3", "--offset", "3"]);
    assert!(more.stderr.contains("--offset 6"), "{}", more.stderr);
    assert_eq!(
        world.run(&["search", "kind:claim", "--count"]).done(),
        "8\n"
    );
    assert_eq!(
        world.json(&["search", "2018", "--count"])["count"],
        world
            .json(&["search", "2018"])
            .as_array()
            .map_or(0, Vec::len)
    );
}

#[test]
fn the_index_follows_every_change() {
    let world = desk();
    world
        .run(&[
            "claim",
            "edit",
            "2",
            "--statement",
            "Nobody trusts the numbers.",
        ])
        .done();
    assert_eq!(claims(&world, "numbers"), [2]);
    // The words of the article are still found.
    assert_eq!(claims(&world, "critics"), [2]);
    world
        .run(&[
            "verdict",
            "add",
            "4",
            "true",
            "--because",
            "A newer audit confirms it.",
        ])
        .done();
    assert!(claims(&world, "ledger").is_empty());
    assert_eq!(claims(&world, "audit"), [4]);
    world.run(&["undo"]).done();
    assert_eq!(claims(&world, "ledger"), [4]);
    let revised = ARTICLES[0].1.replace("Critics don’t", "Economists don’t");
    world.write("english.txt", revised);
    world.run(&["article", "revise", "1", "english.txt"]).done();
    assert_eq!(found(&world, "economists kind:article"), ["article 1"]);
    assert_eq!(claims(&world, "economists"), [2]);
    world
        .run(&["source", "edit", "1", "--title", "Ending relations"])
        .done();
    assert_eq!(found(&world, "in:title taipei"), Vec::<String>::new());
    world
        .run(&["flag", "resolve", "1", "--because", "Asked."])
        .done();
    assert_eq!(claims(&world, "flag:resolved"), [5]);
    world.run(&["article", "remove", "3"]).done();
    assert!(claims(&world, "台湾").is_empty());
    sql::assert_sound(&world.desk());
    let left = sql::number(&sql::open(&world.desk()), "SELECT count(*) FROM unindexed");
    assert_eq!(left, 0);
}

#[test]
fn what_another_program_has_changed_is_found() {
    let world = desk();
    sql::open(&world.desk())
        .execute_batch("UPDATE claims SET statement = 'Something about zebras.' WHERE id = 2")
        .unwrap_or_default();
    assert_eq!(claims(&world, "zebras"), [2]);
}

#[test]
fn only_what_is_written_without_spaces_is_written_into_the_index_of_pieces() {
    let world = desk();
    let bare = sql::open(&world.desk());
    let comment = |claim: i64, body: &str| {
        bare.execute_batch(&format!(
            "DELETE FROM unindexed;
             INSERT INTO comments (uuid, claim_id, reviewer_id, body, created_at)
             VALUES (hex(randomblob(8)), {claim}, 1, '{body}', 'x')"
        ))
        .unwrap();
        sql::number(&bare, "SELECT letters FROM unindexed")
    };
    assert_eq!(comment(1, "Preguntar al señor Ñandú."), 0);
    assert_eq!(comment(2, "请问银行。"), 1);
    // Beside the other it stands in that index as well.
    assert_eq!(comment(2, "Preguntar al señor Ñandú."), 1);
    assert_eq!(claims(&world, "问银行"), [2]);
}

/// Changes that another program could make; `{n}` is a number, `{w}` a word.
const CHANGES: [&str; 23] = [
    "UPDATE claims SET statement = '{w} said so' WHERE id = {n}",
    "UPDATE claims SET claimant_id = (SELECT id FROM claimants) WHERE id = {n}",
    "UPDATE claims SET claimant_id = NULL WHERE id = {n}",
    "INSERT INTO publications (claim_id, title) VALUES ({n}, 'when {w} came') ON CONFLICT DO UPDATE SET title = '{w} came'",
    "DELETE FROM publications WHERE claim_id = {n}",
    "DELETE FROM claims WHERE id = {n}",
    "UPDATE claimants SET name = '{w}'",
    "DELETE FROM claimants WHERE {n} = 1",
    "INSERT INTO comments (uuid, claim_id, reviewer_id, body, created_at) VALUES (hex(randomblob(8)), {n}, 1, '{w}', 'x')",
    "UPDATE comments SET body = '{w}', claim_id = {n}",
    "DELETE FROM comments WHERE claim_id = {n}",
    "INSERT INTO evidence (uuid, claim_id, source_id, reviewer_id, stance, quote, created_at)
     VALUES (hex(randomblob(8)), {n}, 1, 1, 'context', '{w}', 'x')",
    "UPDATE evidence SET quote = '{w}', claim_id = {n}",
    "DELETE FROM evidence WHERE claim_id = {n}",
    "INSERT INTO verdicts (uuid, claim_id, reviewer_id, rating_id, rationale, correction, created_at)
     VALUES (hex(randomblob(8)), {n}, 1, 1, '{w}', '{w} it is', 'x')",
    "INSERT INTO withdrawals SELECT max(id), 1, 'x' FROM verdicts WHERE claim_id = {n}",
    "UPDATE anchors SET quote = '{w}', words = '{w}' WHERE claim_id = {n}",
    "DELETE FROM anchors WHERE claim_id = {n}",
    "DELETE FROM revisions WHERE article_id = {n}",
    "UPDATE articles SET title = '{w}', author = '{w} Ruiz' WHERE id = {n}",
    "DELETE FROM articles WHERE id = {n}",
    "UPDATE sources SET notes = '{w}', isbn = '{n}'",
    "UPDATE flags SET message = '{w}', suggestion = NULL",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 1, ..ProptestConfig::default() })]

    /// Many searches on one desk: making it takes longer than searching.
    #[test]
    fn every_text_is_a_search_and_filters_never_widen(
        texts in prop::collection::vec(
            r#"([a-c"“”()*:,'^{}+\-]|taiwan|min|AND |OR |NOT |in:title |中国|السلفادور|é|\PC| ){0,20}"#, 60
        )
    ) {
        let world = desk();
        let filters = ["kind:claim", "rating:true", "-has:verdict", "since:2018", "flag:open", "article:1"];
        for (text, filter) in texts.iter().zip(filters.iter().cycle()) {
            let run = |query: &str| {
                let output = world.run(&["search", "--format", "json", "--limit", "100", "--", query]);
                prop_assert!(output.code == Some(0) || output.code == Some(30), "{query:?}: {}", output.stderr);
                let hits: Vec<Value> = serde_json::from_str(&output.stdout).unwrap_or_default();
                let name = |hit: &Value| format!("{} {}", hit["kind"], hit["id"]);
                Ok(hits.iter().map(name).collect::<Vec<_>>())
            };
            let wide = run(text)?;
            let narrow = run(&format!("{filter} {text}"))?;
            // What stands alone can mean something else beside a filter.
            let sought = |text: &str| claimdesk::search::parse(text).ok().and_then(|query| query.sought);
            let beside = sought(&format!("{filter} {text}"));
            let asked = beside.is_some() && beside == sought(text);
            for hit in narrow {
                prop_assert!(!asked || wide.contains(&hit), "{text:?} {filter} finds {hit}");
            }
        }
    }

    /// Whatever changes, in whatever order, the indexes hold what the desk says.
    #[test]
    fn the_index_holds_after_any_changes(
        rounds in prop::collection::vec(
            prop::collection::vec((prop::sample::select(&CHANGES[..]), 1_i64..9, "zebra|中国|Ñandú"), 1..6), 10
        )
    ) {
        let world = desk();
        let bare = sql::open(&world.desk());
        bare.execute_batch("PRAGMA foreign_keys = ON").unwrap_or_default();
        for changes in rounds {
            for (change, number, word) in &changes {
                let change = change.replace("{n}", &number.to_string()).replace("{w}", word);
                // What the schema refuses changes nothing.
                bare.execute_batch(&change).unwrap_or_default();
            }
            world.run(&["search", "zebra"]).done();
            // What is changed so leaves other things that are not sound.
            let told = world.run(&["doctor", "--format", "json"]).stdout;
            let health: Value = serde_json::from_str(&told).unwrap_or_default();
            let indexes = health["parts"].as_array().into_iter().flatten();
            let indexes: Vec<&Value> = indexes
                .filter(|part| part["part"] == "words" || part["part"] == "letters")
                .collect();
            prop_assert_eq!(indexes.len(), 2);
            prop_assert!(indexes.iter().all(|part| part["ok"] == true), "{:?}: {:?}", changes, indexes);
            prop_assert_eq!(sql::number(&bare, "SELECT count(*) FROM unindexed"), 0);
        }
    }
}
