//! What a bibliography makes of names, titles, years and sorts of sources.

use crate::world::World;

/// A desk with sources that are each added with these options.
fn with_sources(sources: &[&[&str]]) -> World {
    let world = World::with_desk();
    for options in sources {
        world.run(&[&["source", "add"], *options].concat()).done();
    }
    world
}

fn cited(world: &World, style: &str) -> Vec<String> {
    let count = world
        .json(&["source", "list"])
        .as_array()
        .map_or(0, Vec::len);
    let numbers: Vec<String> = (1..=count).map(|number| number.to_string()).collect();
    let mut cite = vec!["source", "cite", "--style", style];
    cite.extend(numbers.iter().map(String::as_str));
    let list = world.run(&cite).done();
    list.lines().map(str::to_owned).collect()
}

const SAME_AUTHORS: &[&[&str]] = &[
    &[
        "--title",
        "The U.S. and El Salvador",
        "--author",
        "Lind, Eva; Vega, Ana",
        "--published",
        "2020",
    ],
    &[
        "https://example.org/b",
        "--title",
        "How DeepMind uses NumPy",
        "--author",
        "Lind, Eva; Vega, Ana",
        "--published",
        "2020-05-03",
    ],
    &[
        "--title",
        "Another year",
        "--author",
        "Lind, Eva; Vega, Ana",
        "--published",
        "2021",
    ],
];

#[test]
fn names_in_titles_keep_their_capitals() {
    let world = with_sources(SAME_AUTHORS);
    for style in ["chicago", "mla"] {
        let list = cited(&world, style).concat();
        assert!(list.contains("The U.S. and El Salvador"), "{list}");
        assert!(list.contains("How DeepMind Uses NumPy"), "{list}");
    }
}

#[test]
fn authors_of_several_works_are_named_with_each() {
    let list = cited(&with_sources(SAME_AUTHORS), "mla");
    assert_eq!(list.len(), 3);
    for entry in list {
        assert!(entry.starts_with("Lind, Eva, and Ana Vega. "), "{entry}");
    }
}

#[test]
fn works_of_one_year_are_told_apart_in_the_order_of_the_list() {
    let world = with_sources(SAME_AUTHORS);
    assert_eq!(
        cited(&world, "apa"),
        [
            "Lind, E., & Vega, A. (2020a). The U.S. and El Salvador.",
            "Lind, E., & Vega, A. (2020b, May 3). How DeepMind uses NumPy. https://example.org/b",
            "Lind, E., & Vega, A. (2021). Another year.",
        ]
    );
    // Alone, a work needs no letter.
    assert_eq!(
        world.run(&["source", "cite", "1"]).done(),
        "Lind, E., & Vega, A. (2020). The U.S. and El Salvador.\n"
    );
}

#[test]
fn a_family_name_stays_whole() {
    let names = "van der Berg, Jan; Sánchez de la Torre, Ana";
    let world = with_sources(&[&["--title", "A", "--author", names, "--type", "book"]]);
    for (style, start) in [
        ("apa", "van der Berg, J., & Sánchez de la Torre, A. "),
        (
            "chicago",
            "van der Berg, Jan, and Ana Sánchez de la Torre. ",
        ),
        ("mla", "van der Berg, Jan, and Ana Sánchez de la Torre. "),
    ] {
        let list = cited(&world, style).concat();
        assert!(list.starts_with(start), "{style}: {list}");
    }
}

#[test]
fn what_is_known_of_a_source_tells_its_sort() {
    let world = with_sources(&[
        &[
            "978-0-306-40615-7",
            "--title",
            "A book",
            "--author",
            "Lind, Eva",
            "--published",
            "2020",
            "--publisher",
            "Plenum",
        ],
        &[
            "10.1000/182",
            "--title",
            "A finding",
            "--author",
            "Vega, Ana",
            "--published",
            "2020",
            "--set",
            "container-title=The Journal",
        ],
    ]);
    assert_eq!(
        cited(&world, "chicago"),
        [
            "Lind, Eva. A Book. Plenum, 2020.",
            "Vega, Ana. “A Finding.” The Journal, 2020. https://doi.org/10.1000/182.",
        ]
    );
    assert_eq!(
        cited(&world, "apa")[1],
        "Vega, A. (2020). A finding. The Journal. https://doi.org/10.1000/182"
    );
}

#[test]
fn an_interview_is_cited_as_one() {
    let interview = [
        "--title",
        "What comes next",
        "--author",
        "Lee, Kim",
        "--published",
        "2020-03-05",
        "--type",
        "interview",
    ];
    let asked = [
        "--title",
        "What came before",
        "--author",
        "Lee, Kim",
        "--published",
        "2019-03-05",
        "--type",
        "interview",
        "--set",
        "interviewer=Vega, Ana",
    ];
    let world = with_sources(&[&interview, &asked]);
    for (style, list) in [
        (
            "apa",
            [
                "(K. Lee, personal communication, March 5, 2020)",
                "(K. Lee, personal communication, March 5, 2019)",
            ],
        ),
        (
            "chicago",
            [
                "Kim Lee, “What Comes Next,” interview, March 5, 2020.",
                "Kim Lee, “What Came Before,” interview by Ana Vega, March 5, 2019.",
            ],
        ),
        (
            "mla",
            [
                "Lee, Kim. “What Came Before.” Interview by Ana Vega. 5 Mar. 2019.",
                "Lee, Kim. “What Comes Next.” Interview. 5 Mar. 2020.",
            ],
        ),
    ] {
        assert_eq!(cited(&world, style), list, "{style}");
    }
}

#[test]
fn a_protected_source_is_cited_with_a_word_of_warning() {
    let add = [
        "--title",
        "A call",
        "--type",
        "interview",
        "--confidentiality",
    ];
    let world = with_sources(&[
        &[&add[..], &["confidential"]].concat(),
        &["--title", "A law"],
    ]);
    let told = world.run(&["source", "cite", "1", "2"]);
    assert!(
        told.stderr
            .contains("source 1 is confidential, and this names it"),
        "{}",
        told.stderr
    );
    assert!(!told.stderr.contains("source 2"), "{}", told.stderr);
}

#[test]
fn who_may_read_of_a_source_goes_with_it() {
    for who in ["internal", "confidential"] {
        let add = ["--title", "A call", "--confidentiality", who];
        let there = with_sources(&[&add, &["--title", "A law"]]);
        for style in ["bibtex", "ris", "csl-json"] {
            let written = there
                .run(&["source", "cite", "1", "2", "--style", style])
                .done();
            let here = World::with_desk();
            here.run_with_input(&["source", "import", "-"], written.as_bytes())
                .done();
            for (source, expected) in [("1", who), ("2", "public")] {
                let shown = here.json(&["source", "show", source]);
                assert_eq!(shown["confidentiality"], expected, "{style}: {written}");
            }
        }
    }
    let unknown = r#"[{"title": "A", "confidentiality": "secret"}]"#;
    let here = World::with_desk();
    here.write("a.json", unknown);
    let told = here.json(&["source", "import", "a.json"]);
    assert_eq!(
        told[0]["reason"],
        "its confidentiality “secret” is none of public, internal, confidential"
    );
}
