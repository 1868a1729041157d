//! Sources cited, handed to reference managers and taken back from them.

use claimdesk::cli::exit::Exit;
use serde_json::{Value, json};

use crate::world::World;

/// Works that the manuals themselves cite: the Publication Manual of the APA, 7th
/// edition (1 to 4, with the examples of apastyle.apa.org), the Chicago Manual of
/// Style, 17th edition (5, 6 and 8, its quick guide; 7 is from that of the 18th,
/// which differs in nothing there), and the MLA Handbook, 9th edition (9 to 11,
/// its quick guide).
const WORKS: &str = r#"[
  {"id": "who", "type": "webpage", "title": "The top 10 causes of death",
   "author": [{"literal": "World Health Organization"}], "issued": {"date-parts": [[2018, 5, 24]]},
   "URL": "https://www.who.int/news-room/fact-sheets/detail/the-top-10-causes-of-death"},
  {"id": "brown", "type": "book", "title": "Feminist therapy", "author": [{"family": "Brown", "given": "L. S."}],
   "edition": "2", "publisher": "American Psychological Association", "issued": {"date-parts": [[2018]]},
   "DOI": "10.1037/0000092-000"},
  {"id": "grady", "type": "article-journal",
   "title": "Emotions in storybooks: A comparison of storybooks that represent ethnic and racial groups in the United States",
   "author": [{"family": "Grady", "given": "J. S."}, {"family": "Her", "given": "M."}, {"family": "Moreno", "given": "G."},
              {"family": "Perez", "given": "C."}, {"family": "Yelinek", "given": "J."}],
   "container-title": "Psychology of Popular Media Culture", "volume": 8, "issue": 3, "page": "207-217",
   "issued": {"date-parts": [["2019"]]}, "DOI": "10.1037/ppm0000185"},
  {"id": "paradis", "type": "interview", "title": "Interview with E.-M. Paradis",
   "author": [{"family": "Paradis", "given": "E.-M."}], "issued": {"date-parts": [[2019, 8, 8]]}},
  {"id": "yale", "type": "webpage", "title": "About Yale: Yale Facts", "author": [{"literal": "Yale University"}],
   "accessed": {"date-parts": [[2017, 5, 1]]}, "URL": "https://www.yale.edu/about-yale/yale-facts"},
  {"id": "smith", "type": "book", "title": "Swing Time", "author": [{"family": "Smith", "given": "Zadie"}],
   "publisher": "Penguin Press", "publisher-place": "New York", "issued": {"date-parts": [[2016]]}},
  {"id": "dittmar", "type": "article-journal",
   "title": "Temporal Variation in Selection Influences Microgeographic Local Adaptation",
   "author": [{"family": "Dittmar", "given": "Emily L."}, {"family": "Schemske", "given": "Douglas W."}],
   "container-title": "American Naturalist", "volume": "202", "issue": "4", "page": "471–485",
   "issued": {"date-parts": [[2023]]}, "DOI": "10.1086/725865"},
  {"id": "manjoo", "type": "article-newspaper",
   "title": "Snap Makes a Bet on the Cultural Supremacy of the Camera",
   "author": [{"family": "Manjoo", "given": "Farhad"}], "container-title": "New York Times",
   "issued": {"date-parts": [[2017, 3, 8]]},
   "URL": "https://www.nytimes.com/2017/03/08/technology/snap-makes-a-bet-on-the-cultural-supremacy-of-the-camera.html"},
  {"id": "mantel", "type": "book", "title": "Wolf Hall", "author": [{"family": "Mantel", "given": "Hilary"}],
   "publisher": "Picador", "issued": {"date-parts": [[2010]]}},
  {"id": "baron", "type": "article-journal",
   "title": "Redefining Reading: The Impact of Digital Communication Media",
   "author": [{"family": "Baron", "given": "Naomi S."}], "container-title": "PMLA", "volume": "128", "issue": "1",
   "page": "193-200", "issued": {"date-parts": [[2013, 1]]}},
  {"id": "deresiewicz", "type": "article-magazine",
   "title": "The Death of the Artist—and the Birth of the Creative Entrepreneur",
   "author": [{"family": "Deresiewicz", "given": "William"}], "container-title": "The Atlantic",
   "issued": {"date-parts": [[2014, 12, 28]]}, "URL": "https://www.theatlantic.com/magazine/archive/2015/01/383497/"}
]"#;

fn with_works() -> World {
    let world = World::with_desk();
    world.write("works.json", WORKS);
    world.run(&["source", "import", "works.json"]).done();
    world
}

fn cited(world: &World, source: &str, style: &str) -> String {
    let cited = world.run(&["source", "cite", source, "--style", style]);
    cited.done().trim_end().to_owned()
}

fn column(list: &Value, field: &str) -> Vec<Value> {
    let rows = list.as_array().into_iter().flatten();
    rows.map(|row| row[field].clone()).collect()
}

#[test]
fn the_apa_is_cited_as_its_manual_does() {
    let world = with_works();
    for (source, citation) in [
        (
            "1",
            "World Health Organization. (2018, May 24). The top 10 causes of death. \
             https://www.who.int/news-room/fact-sheets/detail/the-top-10-causes-of-death",
        ),
        (
            "2",
            "Brown, L. S. (2018). Feminist therapy (2nd ed.). American Psychological Association. \
             https://doi.org/10.1037/0000092-000",
        ),
        (
            "3",
            "Grady, J. S., Her, M., Moreno, G., Perez, C., & Yelinek, J. (2019). Emotions in storybooks: A comparison of \
             storybooks that represent ethnic and racial groups in the United States. Psychology of Popular Media \
             Culture, 8(3), 207–217. https://doi.org/10.1037/ppm0000185",
        ),
        // The manual leaves what nobody can look up to the text (section 8.9).
        (
            "4",
            "(E.-M. Paradis, personal communication, August 8, 2019)",
        ),
    ] {
        assert_eq!(cited(&world, source, "apa"), citation);
    }
}

#[test]
fn chicago_is_cited_as_its_manual_does() {
    let world = with_works();
    for (source, citation) in [
        (
            "5",
            "Yale University. “About Yale: Yale Facts.” Accessed May 1, 2017. https://www.yale.edu/about-yale/yale-facts.",
        ),
        ("6", "Smith, Zadie. Swing Time. Penguin Press, 2016."),
        (
            "7",
            "Dittmar, Emily L., and Douglas W. Schemske. “Temporal Variation in Selection Influences Microgeographic Local \
             Adaptation.” American Naturalist 202, no. 4 (2023): 471–85. https://doi.org/10.1086/725865.",
        ),
        (
            "8",
            "Manjoo, Farhad. “Snap Makes a Bet on the Cultural Supremacy of the Camera.” New York Times, March 8, 2017. \
             https://www.nytimes.com/2017/03/08/technology/snap-makes-a-bet-on-the-cultural-supremacy-of-the-camera.html.",
        ),
        // No example of the manual's, but what its style gives.
        (
            "4",
            "E.-M. Paradis, “Interview with E.-M. Paradis,” August 8, 2019.",
        ),
    ] {
        assert_eq!(cited(&world, source, "chicago"), citation);
    }
}

#[test]
fn the_mla_is_cited_as_its_handbook_does() {
    let world = with_works();
    for (source, citation) in [
        ("9", "Mantel, Hilary. Wolf Hall. Picador, 2010."),
        (
            "10",
            "Baron, Naomi S. “Redefining Reading: The Impact of Digital Communication Media.” PMLA, vol. 128, no. 1, \
             Jan. 2013, pp. 193–200.",
        ),
        // The handbook leaves the protocol out of addresses; it may stand there.
        (
            "11",
            "Deresiewicz, William. “The Death of the Artist—and the Birth of the Creative Entrepreneur.” The Atlantic, \
             28 Dec. 2014, https://www.theatlantic.com/magazine/archive/2015/01/383497/.",
        ),
        (
            "4",
            "Paradis, E.-M. “Interview with E.-M. Paradis.” 8 Aug. 2019.",
        ),
    ] {
        assert_eq!(cited(&world, source, "mla"), citation);
    }
}

#[test]
fn several_sources_are_cited_in_the_order_of_the_style() {
    let world = with_works();
    let list = world.run(&["source", "cite", "6", "9", "2", "6"]).done();
    let authors: Vec<&str> = list
        .lines()
        .filter_map(|line| line.split(',').next())
        .collect();
    assert_eq!(authors, ["Brown", "Mantel", "Smith"]);
    let rows = world.json(&["source", "cite", "9", "--style", "mla"]);
    let row = json!({
        "source": 9,
        "style": "mla",
        "citation": "Mantel, Hilary. Wolf Hall. Picador, 2010.",
    });
    assert_eq!(rows, json!([row]));
    world.refuses(&["source", "cite", "99"], Exit::UnknownNumber);
    world.refuses(&["source", "cite"], Exit::Usage);
    world.refuses(&["source", "cite", "1", "--article", "1"], Exit::Usage);
    world.refuses(&["source", "cite", "1", "--style", "harvard"], Exit::Usage);
}

#[test]
fn only_titles_in_english_are_capitalised() {
    let world = World::with_desk();
    let add = ["source", "add", "--title", "El puente de Žilina"];
    world.run(&add).done();
    assert_eq!(cited(&world, "1", "mla"), "“El Puente De Žilina.”");
    world
        .run(&["source", "edit", "1", "--language", "es"])
        .done();
    assert_eq!(cited(&world, "1", "mla"), "“El puente de Žilina.”");
}

#[test]
fn quotation_marks_within_others_are_single() {
    let world = World::with_desk();
    world.write(
        "works.json",
        r#"[{"id": "a", "type": "article-newspaper", "title": "The bridge called “Iron”",
             "author": [{"family": "Vega", "given": "Ana"}], "container-title": "The Town"},
            {"id": "b", "type": "book", "title": "A book called “Iron”",
             "author": [{"family": "Vega", "given": "Ana"}], "publisher": "Town Press"}]"#,
    );
    world.run(&["source", "import", "works.json"]).done();
    assert_eq!(
        [
            cited(&world, "1", "chicago"),
            cited(&world, "2", "chicago"),
            cited(&world, "1", "apa")
        ],
        [
            "Vega, Ana. “The Bridge Called ‘Iron.’” The Town, n.d.",
            "Vega, Ana. A Book Called “Iron.” Town Press, n.d.",
            "Vega, A. (n.d.). The bridge called “Iron.” The Town.",
        ]
    );
}

#[test]
fn what_is_written_for_other_programs_comes_back() {
    let there = with_works();
    let known = there.json(&["source", "list"]);
    let all: Vec<String> = (1..=11).map(|number| number.to_string()).collect();
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    for style in ["bibtex", "ris", "csl-json"] {
        let cite = [&["source", "cite", "--style", style][..], &all].concat();
        let written = there.run(&cite).done();
        let here = World::with_desk();
        here.run_with_input(&["source", "import", "-"], written.as_bytes())
            .done();
        let back = here.json(&["source", "list"]);
        for field in [
            "identity",
            "title",
            "author",
            "publisher",
            "published",
            "accessed",
            "type",
            "bibliography",
        ] {
            assert_eq!(
                column(&back, field),
                column(&known, field),
                "{style}: {field}"
            );
        }
        let again = there.run_with_input(&["source", "import", "-"], written.as_bytes());
        assert!(
            again
                .stderr
                .contains("0 added, 11 on the desk already, 0 skipped"),
            "{style}: {}",
            again.stderr
        );
    }
}

/// An article whose claims cite a public, an internal and a confidential source.
fn with_cited_sources() -> World {
    let world = World::with_verdict();
    for (title, who) in [("A memo", "internal"), ("A call", "confidential")] {
        let add = ["source", "add", "--title", title, "--confidentiality", who];
        let contact = ["--contact", "+421 900 000 000", "--type", "interview"];
        world.run(&[&add[..], &contact].concat()).done();
    }
    for source in ["2", "3", "1"] {
        let add = ["evidence", "add", "2", source, "--stance", "context"];
        world.run(&add).done();
    }
    world
}

#[test]
fn the_bibliography_of_an_article_leaves_out_what_is_not_public() {
    let world = with_cited_sources();
    let cite = ["source", "cite", "--article", "1"];
    let told = world.run(&cite);
    assert!(
        told.stderr.contains("2 sources are left out"),
        "{}",
        told.stderr
    );
    assert_eq!(
        told.done(),
        "The plaque. (n.d.). https://example.org/plaque\n"
    );
    for style in ["apa", "chicago", "mla", "bibtex", "ris", "csl-json"] {
        let all = [&cite[..], &["--include-internal", "--style", style]].concat();
        let all = world.run(&all).done();
        for title in ["memo", "call", "plaque"] {
            assert!(all.to_lowercase().contains(title), "{style}: {all}");
        }
        assert!(!all.contains("+421"), "{style}: {all}");
    }
    assert_eq!(column(&world.json(&cite), "source"), [json!(1)]);
    world.refuses(&["source", "cite", "--article", "9"], Exit::UnknownNumber);
    world.refuses(&["source", "cite", "1", "--include-internal"], Exit::Usage);
}

#[test]
fn a_bibliography_shows_no_source_of_a_hidden_verdict() {
    let world = World::with_verdict();
    world.run(&["reviewer", "add", "ben"]).done();
    world.run(&["config", "set", "blind", "on"]).done();
    let cite = ["source", "cite", "--article", "1", "--as"];
    let seen = world.run(&[&cite[..], &["ana"]].concat()).done();
    assert!(seen.contains("The plaque"), "{seen}");
    let hidden = world.run(&[&cite[..], &["ben"]].concat());
    assert!(
        hidden.stderr.contains("nothing to cite"),
        "{}",
        hidden.stderr
    );
    assert!(!hidden.done().contains("plaque"));
}

const LIBRARY: &str = r#"
% What the desk has read.
@string{efe = "EFE"}
@article{vega2018,
  author  = {Vega, Ana and {World Bank} and van der Berg, Jan},
  title   = {Br{\"u}cken \& {NASA}: 100\,\% \emph{sicher}?},
  journal = efe,
  year    = 2018, month = aug, number = 3, pages = {12--15},
  url     = {https://example.org/~vega/a_b--c%20d},
}
@book{lind, author = {Lind, Eva}, title = {A {Book}}, isbn = {978-0-306-40615-7 (hardback)}, edition = {2}, date = {1931~}}
@misc{nothing, note = {nothing to go by}}
@online{again, title = {Twice}, url = {https://example.org/~vega/a_b--c%20d}}
"#;

#[test]
fn a_library_of_bibtex_becomes_sources() {
    let world = World::with_desk();
    world.write("library.bib", LIBRARY);
    let import = ["source", "import", "library.bib"];
    let before = world.events();
    let told = world.json(&[&import[..], &["--dry-run"]].concat());
    assert_eq!(column(&told, "source"), vec![Value::Null; 4]);
    assert_eq!(world.events(), before);
    let told = world.json(&import);
    assert_eq!(
        column(&told, "outcome"),
        ["added", "added", "skipped", "existed"]
    );
    assert_eq!(
        column(&told, "source"),
        [json!(1), json!(2), Value::Null, json!(1)]
    );
    assert_eq!(told[2]["entry"], "nothing (line 12)");
    assert_eq!(
        told[2]["reason"],
        "it has no title, address, DOI or ISBN to be recognised by"
    );
    assert_eq!(world.events(), before + 2);
    let article = world.json(&["source", "show", "1"]);
    for (field, value) in [
        ("url", "https://example.org/~vega/a_b--c%20d"),
        ("author", "Vega, Ana; World Bank; van der Berg, Jan"),
        ("published", "2018-08"),
        ("type", "article"),
    ] {
        assert_eq!(article[field], value, "{field}");
    }
    assert_eq!(article["title"], "Brücken & NASA: 100 % sicher?");
    assert_eq!(article["bibliography"]["container-title"], "EFE");
    assert_eq!(article["bibliography"]["page"], "12-15");
    let book = world.json(&["source", "show", "2"]);
    assert_eq!(
        (&book["isbn"], &book["published"]),
        (&json!("9780306406157"), &json!("1931"))
    );
    assert_eq!(
        cited(&world, "2", "apa"),
        "Lind, E. (ca. 1931). A Book (2nd ed.)."
    );
    let told = world.run(&["source", "cite", "1", "2", "--style", "mla"]);
    assert!(!told.stderr.contains("only in part"), "{}", told.stderr);
    let told = told.done();
    assert!(told.contains("100 % Sicher?” EFE, no. 3"), "{told}");
    assert!(told.contains("[1931?]"), "{told}");
    let years = "@book{c, title = {Chronicle}, date = {1931/1933}}";
    let imported = world.run_with_input(&["source", "import", "-"], years.as_bytes());
    assert!(imported.done().contains("Chronicle"));
    let part = world.run(&["source", "cite", "3", "--style", "mla"]);
    assert!(
        part.stderr
            .contains("1931/1933, which the style tells only in part"),
        "{}",
        part.stderr
    );
    // An edit of the desk's own date takes the place of what was imported.
    world
        .run(&["source", "edit", "2", "--published", "1932"])
        .done();
    assert_eq!(
        cited(&world, "2", "apa"),
        "Lind, E. (1932). A Book (2nd ed.)."
    );
    world
        .run(&["source", "edit", "2", "--clear", "bibliography"])
        .done();
    assert_eq!(cited(&world, "2", "apa"), "Lind, E. (1932). A Book.");
}

#[test]
fn what_a_bibliography_says_can_be_typed() {
    let world = World::with_desk();
    let add = [
        "source",
        "add",
        "10.1000/182",
        "--title",
        "A title",
        "--author",
        "Vega, Ana",
        "--published",
        "2018",
        "--type",
        "article",
        "--set",
        "container-title=A Journal",
        "--set",
        "volume=7",
    ];
    world.run(&add).done();
    let edit = [
        "source", "edit", "1", "--set", "volume=8", "--set", "page=2-5",
    ];
    world.run(&edit).done();
    assert_eq!(
        cited(&world, "1", "apa"),
        "Vega, A. (2018). A title. A Journal, 8, 2–5. https://doi.org/10.1000/182"
    );
    world.run(&["undo"]).done();
    assert_eq!(
        world.json(&["source", "show", "1"])["bibliography"],
        json!({ "container-title": "A Journal", "volume": "7" })
    );
    for (said, told) in [
        ("journal=A", "is no variable of CSL"),
        ("title=A", "has an option of its own"),
        ("volume", "write NAME=VALUE"),
    ] {
        let complaint = world.refuses(&["source", "edit", "1", "--set", said], Exit::Usage);
        assert!(complaint.contains(told), "{complaint}");
    }
}

#[test]
fn an_import_is_taken_back_as_one() {
    let world = with_works();
    world.run(&["undo"]).done();
    assert_eq!(world.json(&["source", "list"]), json!([]));
}

#[test]
fn ris_of_other_programs_is_understood() {
    let world = World::with_desk();
    let ris = "\u{feff}Provider: A database\r\nTY  - JOUR\r\nA1  - Vega, Ana\r\nA1  - AP\r\nT1  - A title that is\r\n\
        broken over lines\r\nJO  - A Journal\r\nY1  - 2018/8/2/Summer\r\nSP  - 5\r\nEP  - 9\r\nKW  - one\r\nKW  - two\r\n\
        DO  - https://doi.org/10.1000/182\r\nER  -\r\n\r\nTY  - NEWS\r\nTI  - News\r\nPY  - 2019\r\nER  - \r\n";
    world
        .run_with_input(&["source", "import", "-"], ris.as_bytes())
        .done();
    let article = world.json(&["source", "show", "1"]);
    for (field, value) in [
        ("title", "A title that is broken over lines"),
        ("author", "Vega, Ana; AP"),
        ("published", "2018-08-02"),
        ("doi", "10.1000/182"),
    ] {
        assert_eq!(article[field], value, "{field}");
    }
    assert_eq!(article["bibliography"]["keyword"], "one, two");
    let shown = world.run(&["source", "show", "1"]).done();
    assert!(shown.contains("container-title  A Journal"), "{shown}");
    assert_eq!(world.json(&["source", "show", "2"])["type"], "article");
}

#[test]
fn what_can_not_be_read_is_refused_whole_with_its_place() {
    let world = World::with_desk();
    for (name, content, exit, told) in [
        (
            "cut.bib",
            "@book{a, title = {A}}\n\n@book{b,\n  title = {B",
            Exit::Malformed,
            "cut.bib: line 4: ",
        ),
        (
            "twice.bib",
            "@book{a, title = {A}}\n@book{a, title = {B}}",
            Exit::Malformed,
            "twice.bib: line 2: duplicate key \"a\"",
        ),
        (
            "macro.bib",
            "@book{a,\n publisher = nobody}",
            Exit::Malformed,
            "macro.bib: line 2: unknown abbreviation \"nobody\"",
        ),
        (
            "cut.ris",
            "TY  - JOUR\nTI  - A\nER  - \nTY  - JOUR\nTI  - B\n",
            Exit::Malformed,
            "cut.ris: line 4: the reference that begins here has no end",
        ),
        (
            "cut.json",
            "[\n{\"title\": \"A\"},\n",
            Exit::Malformed,
            "cut.json: line 3: ",
        ),
        (
            "none.bib",
            "% nothing yet\n",
            Exit::Malformed,
            "none.bib: it holds no BibTeX entry",
        ),
        (
            "letter.txt",
            "Dear Ana,\n",
            Exit::NotText,
            "letter.txt: it is neither BibTeX",
        ),
        ("empty.ris", " \n", Exit::FileEmpty, "empty.ris"),
    ] {
        world.write(name, content);
        let complaint = world.refuses(&["source", "import", name], exit);
        assert!(complaint.contains(told), "{name}: {complaint}");
    }
    world.write("latin.bib", b"@book{a,\n title = {Br\xfccke}}");
    let complaint = world.refuses(&["source", "import", "latin.bib"], Exit::InvalidUtf8);
    assert!(
        complaint.contains("latin.bib: it is not UTF-8: line 2"),
        "{complaint}"
    );
    world.refuses(&["source", "import", "gone.bib"], Exit::FileMissing);
    world.write("works.json", WORKS);
    let as_ris = ["source", "import", "works.json", "--as-format", "ris"];
    world.refuses(&as_ris, Exit::Malformed);
    assert_eq!(world.json(&["source", "list"]), json!([]));
}

#[test]
fn files_that_refer_to_themselves_end() {
    let world = World::with_desk();
    let deep = format!(
        "@book{{a, title = {{{}}}}}",
        "\\x{".repeat(5000) + &"}".repeat(5000)
    );
    for content in [
        "@string{a = b} @string{b = a} @book{k, title = {T}, note = a}",
        "@string{a = a # a} @book{k, title = a}",
        deep.as_str(),
    ] {
        world.write("loop.bib", content);
        world.refuses(&["source", "import", "loop.bib"], Exit::Malformed);
    }
    world.write(
        "loop.bib",
        "@book{a, title = {A}, crossref = {b}} @book{b, title = {B}, crossref = {a}} @book{c, title = {C}, xdata = {c}}",
    );
    world.run(&["source", "import", "loop.bib"]).done();
    assert_eq!(
        column(&world.json(&["source", "list"]), "title"),
        ["A", "B", "C"]
    );
}

#[test]
fn what_an_entry_gets_wrong_is_told_and_the_others_are_added() {
    let world = World::with_desk();
    let items = json!([
        { "id": "a", "type": "book", "title": "A", "ISBN": "978-0-306-40615-8" },
        { "id": "b", "title": "B", "URL": "file:///etc/passwd" },
        { "id": "c", "title": "C", "author": "Ana Vega" },
        { "id": "d", "title": "D", "issued": { "date-parts": [[2018, 13]] } },
        { "id": "e", "title": "E", "DOI": "none" },
        "f",
        { "id": 7, "type": "chapter", "title": "G", "ISBN": "978-0-306-40615-7", "container-title": "All" },
        { "id": 8, "type": "chapter", "title": "H", "ISBN": "978-0-306-40615-7", "container-title": "All" },
    ]);
    world.write("items.json", items.to_string());
    let told = world.json(&["source", "import", "items.json"]);
    let reasons = column(&told, "reason");
    for (reason, words) in reasons.iter().zip([
        "check digit would be 7",
        "only http and https",
        "its author is no list of names",
        "its issued is no date",
        "“none” is no DOI",
        "it is no object",
    ]) {
        let reason = reason.as_str().unwrap_or_default();
        assert!(reason.contains(words), "{reason}");
    }
    // The ISBN of a chapter is its book's.
    let chapters = &column(&told, "outcome")[6..];
    assert_eq!(chapters, ["added", "added"]);
}
