//! Models as files: trained, measured, shown; and what is no model.

use std::fmt::Write;

use claimdesk::cli::exit::Exit;

use crate::judged::{facts, judged, shipped_with, talk, world_with_model};
use crate::world::{World, bytes};

#[test]
fn the_same_sentences_and_seed_give_the_same_file() {
    let world = World::new();
    world.write("judged.csv", judged());
    for file in ["one.model", "two.model"] {
        let train = [
            "model",
            "train",
            "--data",
            "judged.csv",
            "--seed",
            "7",
            "-o",
            file,
        ];
        let said = world.run(&train).done();
        assert!(said.contains("learned from  judged"), "{said}");
        assert!(said.contains("60, 30 check-worthy"), "{said}");
        assert!(said.contains("average precision"), "{said}");
    }
    assert_eq!(
        bytes(&world.path("one.model")),
        bytes(&world.path("two.model"))
    );
    assert!(!world.desk().exists());
}

#[test]
fn the_three_types_of_file_teach_the_same() {
    let world = World::new();
    world.write("judged.csv", judged());
    let sentences = || {
        facts()
            .into_iter()
            .map(|one| (one, 1))
            .chain(talk().into_iter().map(|one| (one, 0)))
    };
    let (mut tsv, mut jsonl) = ("sentence\tlabel\tdebate\n".to_owned(), String::new());
    for (at, (sentence, label)) in sentences().enumerate() {
        let talk = at % 6;
        writeln!(tsv, "{sentence}\t{label}\ttalk {talk}").unwrap();
        let object = serde_json::json!({ "text": sentence, "verdict": label, "group": format!("talk {talk}") });
        writeln!(jsonl, "{object}").unwrap();
    }
    world.write("judged.TSV", tsv);
    world.write("judged.jsonl", jsonl);
    let mut models = Vec::new();
    for file in ["judged.csv", "judged.TSV", "judged.jsonl"] {
        world
            .run(&["model", "train", "--data", file, "-o", "m.model"])
            .done();
        models.push(bytes(&world.path("m.model")));
    }
    assert!(models.iter().all(|model| *model == models[0]));
}

#[test]
fn a_model_tells_what_it_is() {
    let world = World::new();
    world.write("judged.csv", judged());
    let train = [
        "model",
        "train",
        "--data",
        "judged.csv",
        "-o",
        "m.model",
        "--name",
        "Six talks",
        "--origin",
        "The town",
        "--licence",
        "CC0",
    ];
    world.run(&train).done();
    let shown = world.json(&["model", "show", "m.model"]);
    assert_eq!(shown["which"], "the model in m.model");
    assert_eq!(shown["trained_on"]["name"], "Six talks");
    assert_eq!(shown["trained_on"]["origin"], "The town");
    assert_eq!(shown["trained_on"]["licence"], "CC0");
    assert_eq!(shown["figures"]["folds"], 4);
    assert!(shown["speaks_for"][0]["weight"].as_f64() > Some(0.0));
    assert!(shown["speaks_against"][0]["weight"].as_f64() < Some(0.0));
    let page = world.run(&["model", "show", "m.model"]).done();
    assert!(
        page.contains("where F1 was highest in cross-validation"),
        "{page}"
    );
    assert!(page.contains("Speaks for a check"), "{page}");
    let shipped = world.run(&["model", "show"]).done();
    assert!(
        shipped.starts_with("The model that claimdesk ships"),
        "{shipped}"
    );
}

#[test]
fn a_model_is_measured_on_a_file() {
    let world = world_with_model();
    let evaluate = [
        "model",
        "evaluate",
        "--data",
        "judged.csv",
        "--model",
        "own.model",
    ];
    let measured = world.json(&evaluate);
    for measure in [
        "precision",
        "recall",
        "f1",
        "average_precision",
        "roc_auc",
        "calibration_error",
    ] {
        let of = |name: &str| measured[measure][name].as_f64().unwrap();
        assert!(of("low") <= of("high"), "{measure}");
        assert!((0.0..=1.0).contains(&of("value")), "{measure}");
    }
    assert!(
        measured["roc_auc"]["value"].as_f64() > Some(0.95),
        "{measured}"
    );
    assert_eq!(measured["sentences"], 60);
    let strict = world.json(&[&evaluate[..], &["--threshold", "1"]].concat());
    assert_eq!(strict["threshold"], 1.0);
    assert_eq!(strict["recall"]["value"], 0.0);
    let page = world.run(&evaluate).done();
    assert!(
        page.contains("share of the check-worthy that are offered"),
        "{page}"
    );
}

#[test]
fn what_scores_is_said() {
    let world = world_with_model();
    let evaluate = ["model", "evaluate", "--data", "judged.csv"];
    let told = world.run(&evaluate).stderr;
    assert_eq!(told, "scored by the model that claimdesk ships\n");
    world.run(&["model", "use", "own.model"]).done();
    let told = world.run(&evaluate).stderr;
    assert_eq!(told, "scored by the desk's own model\n");
    let told = world
        .run(&[&evaluate[..], &["--model", "own.model"]].concat())
        .stderr;
    assert_eq!(told, "scored by the model in own.model\n");
}

#[test]
fn training_is_cross_validated_beside_a_baseline() {
    let world = World::new();
    world.write("judged.csv", judged());
    let evaluate = ["model", "evaluate", "--data", "judged.csv", "--folds", "3"];
    let compared = world.json(&evaluate);
    for side in ["model", "baseline"] {
        assert!(compared[side]["threshold"].is_f64(), "{compared}");
        assert!(
            compared[side]["f1"]["value"].as_f64() > Some(0.5),
            "{compared}"
        );
    }
    for gain in ["average_precision", "f1"] {
        assert!(compared["gains"][gain]["low"].is_f64(), "{compared}");
    }
    let page = world.run(&evaluate).done();
    assert!(page.contains("cross-validated in 3 folds"), "{page}");
    let complaint = world
        .run(&["model", "evaluate", "--data", "judged.csv", "--folds", "8"])
        .fails_with(Exit::NotNow);
    assert!(
        complaint.contains("from 6 group(s), too few for 8 folds"),
        "{complaint}"
    );
}

#[test]
fn what_can_t_be_learned_from_is_named() {
    let world = World::new();
    world.write("columns.csv", "id,words\n1,x\n");
    world.write(
        "label.csv",
        "text,check_worthy\nIt rained.,1\nIt snowed.,perhaps\n",
    );
    world.write("few.csv", "text,check_worthy\nIt rained.,1\nIt snowed.,0\n");
    world.write(
        "object.jsonl",
        "{\"text\": \"x\", \"label\": 1}\n{\"label\": 0}\n",
    );
    world.write("bytes.csv", b"text,label\n\xff,1\n");
    world.write("judged.txt", "x");
    let cases = [
        (
            "columns.csv",
            Exit::Malformed,
            "columns.csv: no column is named text; there are: id, words",
        ),
        (
            "label.csv",
            Exit::Malformed,
            "label.csv: line 3: “perhaps” is no label",
        ),
        (
            "object.jsonl",
            Exit::Malformed,
            "object.jsonl: line 2: missing field `text`",
        ),
        ("bytes.csv", Exit::Malformed, "bytes.csv: line 2: "),
        (
            "few.csv",
            Exit::NotNow,
            "few.csv: 1 check-worthy and 1 other sentences are too few: 20",
        ),
        ("gone.csv", Exit::FileMissing, "gone.csv"),
        (
            "judged.txt",
            Exit::Usage,
            "its name must end in .csv or .tsv or .jsonl",
        ),
    ];
    for (file, exit, told) in cases {
        let train = ["model", "train", "--data", file, "-o", "m.model"];
        let complaint = world.run(&train).fails_with(exit);
        assert!(complaint.contains(told), "{complaint}");
        assert!(complaint.contains("\n  hint: "), "{complaint}");
        assert!(!world.path("m.model").exists());
    }
    world
        .run(&["model", "train", "-o", "m.model"])
        .fails_with(Exit::Usage);
}

#[test]
fn sentences_of_one_group_can_t_be_dealt_out() {
    let world = World::new();
    let (head, rows) = judged()
        .split_once('\n')
        .map(|(head, rows)| (head.to_owned(), rows.to_owned()))
        .unwrap();
    let rows: Vec<&str> = rows
        .lines()
        .map(|row| row.rsplit_once(',').unwrap().0)
        .collect();
    world.write(
        "one.csv",
        format!("{head}\n{},one talk\n", rows.join(",one talk\n")),
    );
    let complaint = world
        .run(&["model", "train", "--data", "one.csv", "-o", "m.model"])
        .fails_with(Exit::NotNow);
    assert!(
        complaint.contains("from 1 group(s), too few for 4 folds"),
        "{complaint}"
    );
}

#[test]
fn what_is_no_model_is_refused() {
    let world = world_with_model();
    let whole = bytes(&world.path("own.model"));
    world.write("cut.model", &whole[..whole.len() / 2]);
    world.write(
        "other.model",
        shipped_with(|header| header["features"] = "0-00000000".into()),
    );
    let cases = [
        ("judged.csv", "judged.csv: this is not a model"),
        ("cut.model", "cut.model: the model is damaged"),
        (
            "other.model",
            "other.model: the model was made by another version of claimdesk",
        ),
    ];
    for (file, told) in cases {
        for command in [
            &["model", "use", file][..],
            &["model", "show", file],
            &["model", "evaluate", "--data", "judged.csv", "--model", file],
        ] {
            let complaint = world.refuses(command, Exit::Malformed);
            assert!(complaint.contains(told), "{complaint}");
            assert!(complaint.contains("\n  hint: "), "{complaint}");
        }
    }
    world.refuses(&["model", "use"], Exit::Usage);
    world.refuses(&["model", "use", "own.model", "--shipped"], Exit::Usage);
}

#[test]
fn a_model_is_written_whole_or_not_at_all() {
    let world = world_with_model();
    let train = [
        "model",
        "train",
        "--data",
        "judged.csv",
        "-o",
        "no/such/own.model",
    ];
    let complaint = world.run(&train).fails_with(Exit::WriteFailed);
    assert!(
        complaint.contains("no/such/own.model can't be written"),
        "{complaint}"
    );
    let names = std::fs::read_dir(world.path("")).unwrap();
    let left = names.filter(|name| {
        name.as_ref()
            .unwrap()
            .file_name()
            .to_string_lossy()
            .contains("tmp")
    });
    assert_eq!(left.count(), 0);
}
