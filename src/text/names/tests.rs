//! Cases for the names: what must be found, and what looks like a name and
//! isn't one.

use proptest::prelude::*;

use super::names;
use crate::model::facet::NameKind;
use crate::model::text::Span;
use crate::text::reading::Reading;

/// The names of a text as `kind:name`, parted by " | ".
fn told(text: &str) -> String {
    let reading = Reading::new(text);
    let found: Vec<String> = names(&reading, &[])
        .iter()
        .map(|named| {
            let kind = match named.kind {
                NameKind::Person => "person",
                NameKind::Organisation => "body",
                NameKind::Place => "place",
                NameKind::Other => "other",
            };
            format!("{kind}:{}", named.span.slice(text).unwrap())
        })
        .collect();
    found.join(" | ")
}

fn check(cases: &[(&str, &str)]) {
    for (text, names) in cases {
        assert_eq!(told(text), *names, "{text}");
    }
}

#[test]
fn people_are_named_without_their_titles() {
    check(&[
        ("President Nayib Bukele left.", "person:Nayib Bukele"),
        ("The visit of Mayor Ana Vega was short.", "person:Ana Vega"),
        (
            "Dr. Carl Roth and Prof Ida Lind agreed.",
            "person:Carl Roth | person:Ida Lind",
        ),
        (
            "He asked Sen. Elizabeth Holt and Sgt. Miller.",
            "person:Elizabeth Holt | person:Miller",
        ),
        (
            "Secretary of State Marco Rubio flew home.",
            "person:Marco Rubio",
        ),
        ("Attorney General Pam Bondi declined.", "person:Pam Bondi"),
        (
            "Crown Prince Mohammed bin Salman waited.",
            "person:Mohammed bin Salman",
        ),
        ("German Chancellor Olaf Scholz spoke.", "person:Olaf Scholz"),
        (
            "Texas Gov. Greg Abbott objected.",
            "place:Texas | person:Greg Abbott",
        ),
        (
            "Supreme Court Justice Elena Kagan wrote it.",
            "body:Supreme Court | person:Elena Kagan",
        ),
        (
            "Senate Majority Leader John Thune nodded.",
            "person:John Thune",
        ),
        ("Economist Paula Lind doubts it.", "person:Paula Lind"),
        ("Chief Executive Mary Barra left.", "person:Mary Barra"),
        ("They heard Ilva Torvik.", "person:Ilva Torvik"),
        ("Pope John Paul II prayed.", "person:John Paul II"),
        ("The president met the attorney general.", ""),
        ("The Prime Minister and the Mayor said no.", ""),
    ]);
}

#[test]
fn names_of_people_have_many_forms() {
    check(&[
        (
            "J. D. Vance and J.D. Vance are one man.",
            "person:J. D. Vance | person:J.D. Vance",
        ),
        ("They heard George W. Bush.", "person:George W. Bush"),
        (
            "Ludwig van Beethoven was deaf.",
            "person:Ludwig van Beethoven",
        ),
        (
            "Salvador Sánchez Cerén ruled.",
            "person:Salvador Sánchez Cerén",
        ),
        ("Bashar al-Assad fled.", "person:Bashar al-Assad"),
        ("Patrick O’Brien’s car was red.", "person:Patrick O’Brien"),
        ("Jean-Claude Meyer slept.", "person:Jean-Claude Meyer"),
        (
            "Martin Luther King Jr. spoke.",
            "person:Martin Luther King Jr.",
        ),
        (
            "Anna, Bertha and Carl came.",
            "person:Anna | person:Bertha | person:Carl",
        ),
        ("Theresa May resigned.", "person:Theresa May"),
        ("The raid on bin Laden was secret.", "person:bin Laden"),
        ("The Biden administration began.", "person:Biden"),
        (
            "The Trump-Bukele alliance held.",
            "person:Trump | person:Bukele",
        ),
        (
            "It began under then-President Donald Trump.",
            "person:Donald Trump",
        ),
        (
            "He met Kim Jong Un in Hanoi.",
            "person:Kim Jong Un | place:Hanoi",
        ),
        ("Doris Day sang.", "person:Doris Day"),
    ]);
}

#[test]
fn a_family_name_is_told_by_what_it_does() {
    check(&[
        ("Zorn said the road was closed.", "person:Zorn"),
        ("“It is closed,” said Zorn.", "person:Zorn"),
        ("Zorn told reporters so.", "person:Zorn"),
        ("The plan was Zorn’s career.", "person:Zorn"),
        ("The driver, Zorn, 34, was hurt.", "person:Zorn"),
        (
            "Emil Zorn left, and Zorn was missed.",
            "person:Emil Zorn | person:Zorn",
        ),
    ]);
}

#[test]
fn organisations_are_told_by_their_words() {
    check(&[
        ("The Bank of England waited.", "body:Bank of England"),
        (
            "A clerk of the Ministry of Justice fled.",
            "body:Ministry of Justice",
        ),
        (
            "The Department of Labor and Social Security closed.",
            "body:Department of Labor and Social Security",
        ),
        (
            "She left Acme Robotics Inc. in a hurry.",
            "body:Acme Robotics Inc",
        ),
        (
            "He studied at the University of Lindenau.",
            "body:University of Lindenau",
        ),
        (
            "The House of Representatives voted.",
            "body:House of Representatives",
        ),
        (
            "NATO, the FMLN and MS-13 differ.",
            "body:NATO | body:FMLN | body:MS-13",
        ),
        ("The EU and the U.N. agreed.", "body:EU | body:U.N."),
        ("The Lindenau Gazette closed.", "body:Lindenau Gazette"),
        ("The Justice Department sued.", "body:Justice Department"),
        (
            "Shares of American Airlines fell.",
            "body:American Airlines",
        ),
        (
            "The Senate Judiciary Committee met.",
            "body:Senate Judiciary Committee",
        ),
        ("He worked for Roth & Daughters.", "body:Roth & Daughters"),
        ("A bomb of al-Qaeda went off.", "body:al-Qaeda"),
        (
            "She left Imperial College London.",
            "body:Imperial College London",
        ),
        ("The party and the court disagreed.", ""),
        ("Foxtel, the supplier, paid.", "other:Foxtel"),
        ("Sales, the report says, fell.", ""),
        ("The Court and the Party disagreed.", ""),
    ]);
}

#[test]
fn places_are_told_by_their_words_and_by_those_before() {
    check(&[
        ("El Salvador’s coast is long.", "place:El Salvador"),
        ("He sailed from Rio de Janeiro.", "place:Rio de Janeiro"),
        ("They live in Lindenau.", "place:Lindenau"),
        ("The mayor of Lindenau is ill.", "place:Lindenau"),
        (
            "Rain fell in Oberdorf and Niederau.",
            "place:Oberdorf | place:Niederau",
        ),
        ("It lies near Oberdorf.", "place:Oberdorf"),
        (
            "Mount Fuji and Lake Como are far.",
            "place:Mount Fuji | place:Lake Como",
        ),
        ("The Danube River rose.", "place:Danube River"),
        ("A shop in Baker Street burned.", "place:Baker Street"),
        ("The US and the U.K. agreed.", "place:US | place:U.K."),
        (
            "U.S.-El Salvador relations soured.",
            "place:U.S. | place:El Salvador",
        ),
        ("The US-backed plan failed.", "place:US"),
        (
            "Bosnia and Herzegovina is small.",
            "place:Bosnia and Herzegovina",
        ),
        ("He was born in Washington, D.C.", "place:Washington, D.C."),
        ("It rained in St. Louis.", "place:St. Louis"),
    ]);
}

#[test]
fn other_things_have_names_and_numbers_in_them() {
    check(&[
        ("World War II ended.", "other:World War II"),
        ("They used Title 42.", "other:Title 42"),
        ("The G20 met in Osaka.", "body:G20 | place:Osaka"),
        ("COVID-19 spread.", "other:COVID-19"),
        (
            "The Treaty of Lindenau was signed.",
            "other:Treaty of Lindenau",
        ),
        ("He won the Nobel Peace Prize.", "other:Nobel Peace Prize"),
        ("They struck down Section 66A.", "other:Section 66A"),
        ("A gang called Barrio 18 ruled.", "other:Barrio 18"),
        ("An F-16 crashed.", "other:F-16"),
    ]);
}

#[test]
fn not_every_capital_is_a_name() {
    check(&[
        ("However, I left on Tuesday in May.", ""),
        ("Critics disagreed.", ""),
        ("Deportations became common.", ""),
        ("The Salvadoran voters and Catholics agreed.", ""),
        ("Salvadorans and Democrats agreed.", ""),
        ("This is NOT true.", ""),
        ("The CEO watched TV.", ""),
        ("“The question is absurd,” she wrote.", ""),
        ("He wrote to ana@Example.org as @Zorn.", ""),
        ("Will they come? They will.", ""),
        ("Deporting Venezuelans was costly.", ""),
        ("Nothing helped. Water was scarce.", ""),
        ("It’s late, and they’re gone.", ""),
        ("", ""),
    ]);
}

#[test]
fn headlines_name_only_what_is_known() {
    check(&[
        (
            "Trump Says Tariffs Will Stay as Markets Tumble",
            "person:Trump",
        ),
        (
            "What the Trump–Bukele Bargain Means for El Salvador",
            "person:Trump | person:Bukele | place:El Salvador",
        ),
        ("A Delicate Balance Between Two Friends", ""),
        ("FIRE DESTROYS OLD HOUSE IN TOKYO", "place:TOKYO"),
    ]);
}

#[test]
fn a_date_is_no_part_of_a_name() {
    let text = "On Bloody Sunday Ana Vega left Lindenau May 4.";
    let dates: Vec<Span> = ["Bloody Sunday", "May 4"]
        .iter()
        .filter_map(|date| text.find(date).map(|at| Span::new(at, at + date.len())))
        .collect();
    let reading = Reading::new(text);
    let found: Vec<&str> = names(&reading, &dates)
        .iter()
        .filter_map(|named| named.span.slice(text))
        .collect();
    assert_eq!(found, ["Ana Vega", "Lindenau"]);
}

proptest! {
    #[test]
    fn any_text_gives_names_in_order(
        text in "(?s)((Ana|Bank|of|the|U\\.S\\.|MS-13|van|’s|President|and|&|-|[A-Z]\\.|Title 4|é|.)[ ]?){0,40}"
    ) {
        let reading = Reading::new(&text);
        let mut floor = 0;
        for named in names(&reading, &[]) {
            prop_assert!(named.span.start >= floor);
            prop_assert!(named.span.slice(&text).is_some_and(|name| !name.trim().is_empty()));
            floor = named.span.end;
        }
    }
}
