//! What is grouped, what is kept apart, and how much of it is found.

use proptest::prelude::*;

use super::*;
use crate::chance::Random;

/// The groups of texts numbered from 1, each as its numbers.
fn grouped(texts: &[&str]) -> Vec<Vec<i64>> {
    let mut grouping = Grouping::new();
    for (number, text) in (1..).zip(texts) {
        grouping.take(number, text);
    }
    numbers(&grouping.groups(USUAL_LIKENESS))
}

fn numbers(groups: &[Group]) -> Vec<Vec<i64>> {
    let claims = |group: &Group| group.members.iter().map(|member| member.claim).collect();
    groups.iter().map(claims).collect()
}

fn are_alike(one: &str, other: &str) -> bool {
    !grouped(&[one, other]).is_empty()
}

#[test]
fn the_same_words_in_another_dress_are_grouped() {
    for (one, other) in [
        (
            "Traffic on the Žilina bridge rose by 12 percent in 2018.",
            "TRAFFIC ON THE ZILINA BRIDGE ROSE BY 12 % IN 2018",
        ),
        (
            "The mayor said that the bridge “will stand for a hundred years”.",
            "Mayor said the bridge will stand for a hundred years!",
        ),
        (
            "In August 2018 El Salvador moved its recognition from Taiwan to China.",
            "El Salvador moved its recognition from Taiwan to China in August 2018.",
        ),
        (
            "The ministry spent 4.2 million dollars on the northern road in 2019.",
            "In 2019, the ministry spent some $4.2 million on the northern road.",
        ),
        (
            "El congreso de España aprobó la reforma de las pensiones.",
            "el congreso de españa aprobo ayer la reforma de las pensiones",
        ),
        (
            "萨尔瓦多于2018年8月与台湾断交，并与中国建立外交关系。",
            "萨尔瓦多于２０１８年8月与台湾断交并与中国正式建立外交关系",
        ),
        (
            "The minister resigned yesterday after the vote.",
            "The minister resigned yesterday after the vote https://t.co/a1B2 #Vote",
        ),
    ] {
        assert!(are_alike(one, other), "{one} | {other}");
    }
}

#[test]
fn another_claim_is_kept_apart_however_little_differs() {
    for (one, other) in [
        (
            "Unemployment in Norway rose to 3 percent in March 2022.",
            "Unemployment in Norway rose to 5 percent in March 2022.",
        ),
        (
            "Unemployment in Norway rose to 3 percent in March 2022.",
            "Unemployment in Norway fell to 3 percent in March 2022.",
        ),
        (
            "Unemployment in Norway rose to 3 percent in March 2022.",
            "Unemployment in Norway rose to 3 percent in April 2022.",
        ),
        (
            "Unemployment in Norway rose to 3 percent in March 2022.",
            "Unemployment in Sweden rose to 3 percent in March 2022.",
        ),
        (
            "The vaccine was approved for children under five.",
            "The vaccine was not approved for children under five.",
        ),
        (
            "Emmanuel Macron said on Tuesday that the taxes on fuel would fall next year.",
            "Angela Merkel said on Tuesday that the taxes on fuel would fall next year.",
        ),
        (
            "El Salvador moved its diplomatic recognition from Taiwan to China in August.",
            "El Salvador moved its diplomatic recognition from China to Taiwan in August.",
        ),
        (
            "Costa Rica beat New Zealand in the final match on Sunday in the packed capital.",
            "New Zealand beat Costa Rica in the final match on Sunday in the packed capital.",
        ),
        (
            "The company paid $3 million in fines in Oslo last year.",
            "The company paid €3 million in fines in Oslo last year.",
        ),
        (
            "The company paid 3.5 million in fines in Oslo last year.",
            "The company paid 35 million in fines in Oslo last year.",
        ),
        (
            "More than 40 people died in the fire in the harbour.",
            "Some 40 people died in the fire in the harbour.",
        ),
        (
            "萨尔瓦多于2018年8月与台湾断交，并与中国建立外交关系。",
            "萨尔瓦多于2018年8月与台湾建交，并与中国建立外交关系。",
        ),
        (
            "萨尔瓦多于2018年8月与台湾断交，并与中国建立外交关系。",
            "萨尔瓦多未于2018年8月与台湾断交，并与中国建立外交关系。",
        ),
        (
            "美国队在决赛中以二比一击败英国队",
            "英国队在决赛中以二比一击败美国队",
        ),
        (
            "El ministro no pagó la multa de 300 euros.",
            "El ministro pagó la multa de 300 euros.",
        ),
        ("Bananas ripen beside apples.", "The road was closed."),
    ] {
        assert!(!are_alike(one, other), "{one} | {other}");
    }
}

#[test]
fn no_chain_leads_from_one_claim_to_another() {
    let said = "the northern road was closed for traffic after heavy rain fell on the valley";
    let more = [
        "and",
        "then",
        "everybody",
        "went",
        "home",
        "quite",
        "late",
        "by",
        "boat",
        "alone",
    ];
    let texts: Vec<String> = (0..=more.len())
        .map(|count| format!("{said} {}", more[..count].join(" ")))
        .collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let groups = grouped(&texts);
    assert!(groups.len() > 1, "{groups:?}");
    assert!(
        groups
            .iter()
            .all(|group| group.len() > 1 && group.len() < 9),
        "{groups:?}"
    );
}

#[test]
fn a_text_without_words_is_like_no_other() {
    assert!(grouped(&["…", "…", "", ""]).is_empty());
    assert_eq!(grouped(&["Yes.", "…", "yes"]), [[1, 3]]);
}

#[test]
fn large_groups_come_first_and_then_low_numbers() {
    let texts = [
        "It rained.",
        "It snowed.",
        "It snowed!",
        "It was hot.",
        "it rained",
        "It RAINED",
    ];
    assert_eq!(grouped(&texts), [vec![1, 5, 6], vec![2, 3]]);
    let texts = ["It rained.", "It snowed.", "It snowed!", "it rained"];
    assert_eq!(grouped(&texts), [[1, 4], [2, 3]]);
}

const WHO: [&str; 8] = [
    "the mayor of Žilina",
    "a court in Oslo",
    "the ministry of health",
    "Ana Ruiz",
    "the national bank",
    "the union of nurses",
    "the port authority",
    "a panel of judges",
];
const DID: [&str; 8] = [
    "approved",
    "cancelled",
    "praised",
    "postponed",
    "announced",
    "paid for",
    "bought",
    "sold",
];
const WHAT: [&str; 8] = [
    "the northern road",
    "two hundred buses",
    "a new hospital wing",
    "the harbour bridge",
    "the pension reform",
    "a loan of 4.2 million euros",
    "the cattle market",
    "an old warehouse",
];
const WHERE: [&str; 8] = [
    "on the coast",
    "near the capital",
    "in the valley",
    "beside the airport",
    "behind the station",
    "outside Bergen",
    "along the river",
    "within the old town",
];

/// A claim of its own for each number, many of which differ in one word only.
fn claim(number: usize) -> (String, String) {
    let of = |list: [&'static str; 8], at: usize| {
        list[number / 8usize.pow(u32::try_from(at).unwrap()) % 8]
    };
    let said = format!(
        "{} {} {} {}",
        of(WHO, 0),
        of(DID, 1),
        of(WHAT, 2),
        of(WHERE, 3)
    );
    (said, format!("in {}", 1990 + number % 30))
}

/// The same claim in other dress: a clause moved, words added, letters and marks changed.
fn in_other_dress(number: usize, random: &mut Random) -> String {
    let (said, when) = claim(number);
    let mut text = match random.below(2) {
        0 => format!("{when}, {said}"),
        _ => format!("{said} {when}."),
    };
    text = match random.below(4) {
        0 => format!("{text} officials say"),
        1 => format!("reportedly {text}"),
        2 => text.replacen("the ", "the whole ", 1),
        _ => text,
    };
    match random.below(4) {
        0 => text.to_uppercase(),
        1 => text.replace(' ', "  "),
        2 => format!("“{}”", text.replace(" in ", " – in ")),
        _ => text.replace('Ž', "Z"),
    }
}

#[test]
fn at_least_95_of_100_near_duplicates_are_found_and_nothing_else() {
    const CLAIMS: usize = 4_000;
    let mut random = Random::new(11);
    let mut grouping = Grouping::new();
    let mut number = 0;
    for one in 0..CLAIMS {
        let (said, when) = claim(one);
        grouping.take(number, &format!("{said} {when}."));
        grouping.take(number + 1, &in_other_dress(one, &mut random));
        number += 2;
    }
    let groups = grouping.groups(USUAL_LIKENESS);
    for group in numbers(&groups) {
        assert!(
            group.iter().all(|claim| claim / 2 == group[0] / 2),
            "{group:?}"
        );
    }
    let found = groups.len();
    assert!(found * 100 >= CLAIMS * 95, "{found} of {CLAIMS}");
}

#[test]
fn nothing_that_comparing_all_with_all_would_find_is_lost() {
    let mut random = Random::new(5);
    let texts: Vec<String> = (0..120)
        .map(|one| in_other_dress(one % 40, &mut random))
        .collect();
    let mut reader = WordingReader::new();
    let mut read: Vec<(u64, Vec<Word>)> = texts
        .iter()
        .map(|text| {
            let read = reader.read(text);
            (read.exact, read.words.to_vec())
        })
        .collect();
    read.sort();
    read.dedup();
    for at_least in [0.5, 0.8, 0.95] {
        for (one, other) in read
            .iter()
            .flat_map(|one| read.iter().map(move |other| (one, other)))
        {
            let alike = one.0 == other.0 && likeness(&one.1, &other.1, at_least).is_some();
            let (mut first, mut second) = (Vec::new(), Vec::new());
            features(&one.1, &mut first);
            features(&other.1, &mut second);
            let mut rarities = Rarities::new(first.len() + second.len());
            rarities.count(&first);
            rarities.count(&second);
            rarities.keep_telling(&mut first, at_least);
            rarities.keep_telling(&mut second, at_least);
            assert!(!alike || first.iter().any(|feature| second.contains(feature)));
        }
    }
}

#[test]
fn ten_thousand_copies_and_ten_thousand_of_one_pattern_take_no_square() {
    let mut grouping = Grouping::new();
    for number in 0..10_000 {
        grouping.take(
            number,
            "The same was said again, word for word, by everybody.",
        );
        grouping.take(
            10_000 + number,
            &format!("The road number {number} was closed in winter."),
        );
        let name: String = format!("{number:05}")
            .bytes()
            .map(|digit| char::from(digit - b'0' + b'a'))
            .collect();
        grouping.take(
            20_000 + number,
            &format!("The village of {name} was flooded in the spring after heavy rain."),
        );
    }
    let groups = grouping.groups(USUAL_LIKENESS);
    assert_eq!(groups.len(), 1);
    assert_eq!(groups[0].members.len(), 10_000);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn groups_are_the_same_in_whatever_order_claims_come(seed in any::<u64>(), at_least in 0.5f64..1.0) {
        let mut random = Random::new(seed);
        let texts: Vec<String> = (0..60).map(|one| in_other_dress(one % 17, &mut random)).collect();
        let mut order: Vec<usize> = (0..texts.len()).collect();
        let told = |order: &[usize]| {
            let mut grouping = Grouping::new();
            for one in order {
                grouping.take(i64::try_from(*one).unwrap(), &texts[*one]);
            }
            grouping.groups(at_least)
        };
        let groups = told(&order);
        random.shuffle(&mut order);
        prop_assert_eq!(told(&order), groups);
    }

    #[test]
    fn every_member_is_alike_to_one_of_its_group(seed in any::<u64>(), at_least in 0.5f64..1.0) {
        let mut random = Random::new(seed);
        let texts: Vec<String> = (0..60).map(|one| in_other_dress(one % 17, &mut random)).collect();
        let mut grouping = Grouping::new();
        for (number, text) in (0..).zip(&texts) {
            grouping.take(number, text);
        }
        let words = |claim: i64| {
            WordingReader::new().read(&texts[usize::try_from(claim).unwrap()]).words.to_vec()
        };
        for group in grouping.groups(at_least) {
            let leads = |leader: &Member| group.members.iter().all(|member| {
                let told = likeness(&words(leader.claim), &words(member.claim), at_least);
                told.is_some_and(|told| (told - member.likeness).abs() < 1e-9)
            });
            prop_assert!(group.members.iter().any(leads));
        }
    }

    #[test]
    fn other_figures_and_denials_are_never_grouped(number in 0usize..4_000, year in 1990usize..2020) {
        let (said, when) = claim(number);
        let text = format!("{said} {when}");
        let other = format!("{said} in {year}");
        prop_assert_eq!(are_alike(&text, &other), when == format!("in {year}"));
        let denied = format!("it is not so that {text}");
        prop_assert!(!are_alike(&text, &denied));
    }

    #[test]
    fn any_texts_are_grouped(texts in prop::collection::vec("(?s).{0,30}", 0..12)) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let mut all: Vec<i64> = grouped(&texts).concat();
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        prop_assert_eq!(all.len(), count, "no claim is in two groups");
    }
}
