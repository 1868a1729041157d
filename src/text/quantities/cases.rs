//! Expressions as newspapers write them, with what they mean.

/// Sentences, the words found in them, and what these mean.
pub(super) const FOUND: &[(&str, &[(&str, &str)])] = &[
    // Money
    (
        "The bridge cost $1.2bn.",
        &[("$1.2bn", "1200000000 dollar")],
    ),
    (
        "a $1.2 billion loan",
        &[("$1.2 billion", "1200000000 dollar")],
    ),
    ("a $1.2-million flat", &[("$1.2-million", "1200000 dollar")]),
    ("fined £3m on Friday", &[("£3m", "3000000 pound")]),
    (
        "Aid of €4.5 million came",
        &[("€4.5 million", "4500000 euro")],
    ),
    ("worth 1.2bn euros", &[("1.2bn euros", "1200000000 euro")]),
    ("a toll of 50 cents", &[("50 cents", "50 cent")]),
    ("a stamp for 50p", &[("50p", "50 penny")]),
    ("US$5m was sent", &[("US$5m", "5000000 US dollar")]),
    (
        "paid 300 U.S. dollars",
        &[("300 U.S. dollars", "300 US dollar")],
    ),
    ("10 US$ a day", &[("10 US$", "10 US dollar")]),
    ("USD 50 a head", &[("USD 50", "50 US dollar")]),
    (
        "HK$ 0.3 million",
        &[("HK$ 0.3 million", "300000 Hong Kong dollar")],
    ),
    (
        "10 million yen was found",
        &[("10 million yen", "10000000 yen")],
    ),
    ("for under $5", &[("under $5", "..5) dollar")]),
    ("a loss of -$5 a share", &[("-$5", "-5 dollar")]),
    (
        "five dollars and twenty cents",
        &[("five dollars and twenty cents", "5.2 dollar")],
    ),
    (
        "between $1bn and $2bn",
        &[("between $1bn and $2bn", "1000000000..2000000000 dollar")],
    ),
    (
        "a $4-6 million plan",
        &[("$4-6 million", "4000000..6000000 dollar")],
    ),
    ("bail of $1,400,000", &[("$1,400,000", "1400000 dollar")]),
    // Shares
    ("two-thirds of voters", &[("two-thirds", "0.667")]),
    ("a fifth of them left", &[("a fifth", "0.2")]),
    ("A third said no.", &[("A third", "0.333")]),
    ("one in five pupils", &[("one in five", "0.2")]),
    ("nine out of ten owners", &[("nine out of ten", "0.9")]),
    ("half of the seats", &[("half", "0.5")]),
    ("more than half the towns", &[("more than half", "(0.5..")]),
    ("a quarter of adults", &[("a quarter", "0.25")]),
    ("3/4 of the hall", &[("3/4", "0.75")]),
    (
        "rose from 4 to 6 percent",
        &[("from 4 to 6 percent", "4..6 percent")],
    ),
    ("a 4-6 percent rise", &[("4-6 percent", "4..6 percent")]),
    (
        "4 to 6 per cent of it",
        &[("4 to 6 per cent", "4..6 percent")],
    ),
    ("prices fell -3.2%", &[("-3.2%", "-3.2 percent")]),
    (
        "from 6 to 4 percent",
        &[("6", "6"), ("4 percent", "4 percent")],
    ),
    (
        "up 0.5 percentage points",
        &[("0.5 percentage points", "0.5 percentage point")],
    ),
    (
        "by 75 basis points",
        &[("75 basis points", "75 basis point")],
    ),
    ("some 5–10% of it", &[("some 5–10%", "5..10 percent ~")]),
    // People and things
    (
        "more than 12,000 passengers",
        &[("more than 12,000 passengers", "(12000.. passenger")],
    ),
    ("at least 60 were hurt", &[("at least 60", "60..")]),
    ("up to 400 people", &[("up to 400 people", "..400 person")]),
    (
        "as many as 50 homes",
        &[("as many as 50 homes", "..50 home")],
    ),
    (
        "no fewer than 9 goals",
        &[("no fewer than 9 goals", "9.. goal")],
    ),
    ("nearly 3,000 fled", &[("nearly 3,000", "3000 ~")]),
    (
        "around 2 million voters",
        &[("around 2 million voters", "2000000 voter ~")],
    ),
    (
        "some 500 Russian soldiers",
        &[("some 500 Russian soldiers", "500 soldier ~")],
    ),
    ("roughly ten", &[("roughly ten", "10 ~")]),
    (
        "an estimated 80 deaths",
        &[("an estimated 80 deaths", "80 death ~")],
    ),
    (
        "fewer than 100 votes",
        &[("fewer than 100 votes", "..100) vote")],
    ),
    ("anyone over 65", &[("over 65", "(65..")]),
    ("65 years or older", &[("65 years or older", "65.. year")]),
    ("20 or more people", &[("20 or more people", "20.. person")]),
    (
        "between 20 and 30 people",
        &[("between 20 and 30 people", "20..30 person")],
    ),
    (
        "two or three people",
        &[("two or three people", "2..3 person")],
    ),
    (
        "above 1,000 but below 1,500",
        &[("above 1,000 but below 1,500", "(1000..1500)")],
    ),
    ("6.3m people", &[("6.3m people", "6300000 person")]),
    (
        "At least one person died",
        &[("At least one person", "1.. person")],
    ),
    // Open numbers
    ("30-odd years", &[("30-odd years", "30 year ~")]),
    ("100-plus ships", &[("100-plus ships", "100.. ship")]),
    ("50 or so", &[("50 or so", "50 ~")]),
    ("a dozen", &[("a dozen", "12")]),
    (
        "half a dozen schools",
        &[("half a dozen schools", "6 school")],
    ),
    ("dozens of people", &[("dozens of people", "24.. person ~")]),
    (
        "hundreds of thousands",
        &[("hundreds of thousands", "200000.. ~")],
    ),
    (
        "tens of thousands of people",
        &[("tens of thousands of people", "20000.. person ~")],
    ),
    (
        "millions of dollars",
        &[("millions of dollars", "2000000.. dollar ~")],
    ),
    (
        "several hundred workers",
        &[("several hundred workers", "200.. worker ~")],
    ),
    ("a few thousand", &[("a few thousand", "2000.. ~")]),
    ("a couple of days", &[("a couple of days", "2 day ~")]),
    (
        "scores of arrests",
        &[("scores of arrests", "40.. arrest ~")],
    ),
    // Words
    (
        "half a million homes",
        &[("half a million homes", "500000 home")],
    ),
    ("a million", &[("a million", "1000000")]),
    (
        "one hundred and twenty",
        &[("one hundred and twenty", "120")],
    ),
    ("twenty-one", &[("twenty-one", "21")]),
    (
        "two hundred and two thousand",
        &[("two hundred and two thousand", "202000")],
    ),
    ("fifteen hundred", &[("fifteen hundred", "1500")]),
    ("three point one four", &[("three point one four", "3.14")]),
    (
        "a million and a half",
        &[("a million and a half", "1500000")],
    ),
    (
        "three and a half years",
        &[("three and a half years", "3.5 year")],
    ),
    ("minus five", &[("minus five", "-5")]),
    // Digits
    ("2½ hours", &[("2½ hours", "2.5 hour")]),
    ("1 1/2", &[("1 1/2", "1.5")]),
    ("1,234.56", &[("1,234.56", "1234.56")]),
    (
        "1\u{2009}234\u{2009}567",
        &[("1\u{2009}234\u{2009}567", "1234567")],
    ),
    ("1.234.567", &[("1.234.567", "1234567")]),
    ("12,50,000", &[("12,50,000", "1250000")]),
    ("10^6 and 10⁶", &[("10^6", "1000000"), ("10⁶", "1000000")]),
    ("5k-20k", &[("5k-20k", "5000..20000")]),
    ("a shade over .08", &[("over .08", "(0.08..")]),
    ("x >= 30", &[(">= 30", "30..")]),
    // Measures
    ("a 12-year-old boy", &[("12-year-old", "12 year")]),
    (
        "a 10- to 15-year term",
        &[("10- to 15-year", "10..15 year")],
    ),
    ("120 km/h", &[("120 km/h", "120 kilometre per hour")]),
    ("40 mph", &[("40 mph", "40 mile per hour")]),
    ("5ft 11in", &[("5ft 11in", "5.917 foot")]),
    ("a high of 104F", &[("104F", "104 fahrenheit")]),
    ("a high of 20°C", &[("20°C", "20 celsius")]),
    (
        "30 degrees Celsius",
        &[("30 degrees Celsius", "30 celsius")],
    ),
    ("half an hour", &[("half an hour", "0.5 hour")]),
    (
        "two hours and 15 minutes",
        &[("two hours and 15 minutes", "2.25 hour")],
    ),
    ("a 200-pound man", &[("200-pound", "200 pound weight")]),
    ("the 100m final", &[("100m", "100 metre")]),
    ("40 square miles", &[("40 square miles", "40 square mile")]),
    ("a 450MW plant", &[("450MW", "450 megawatt")]),
    // Times
    ("a 10-fold rise", &[("10-fold", "10 times")]),
    ("rose tenfold", &[("tenfold", "10 times")]),
    ("twice as many", &[("twice", "2 times")]),
    ("three times", &[("three times", "3 times")]),
    (
        "up a third to 2.3 million",
        &[("a third", "0.333"), ("2.3 million", "2300000")],
    ),
    (
        "18-to-24-year-olds",
        &[("18-to-24-year-olds", "18..24 year")],
    ),
    (
        "two and three quarter hours",
        &[("two and three quarter hours", "2.75 hour")],
    ),
    ("double the number", &[("double", "2 times")]),
    // Places in an order
    (
        "the first two books",
        &[("first", "1 nth"), ("two books", "2 book")],
    ),
    ("the 21st", &[("21st", "21 nth")]),
    ("a third term", &[("third", "3 nth")]),
    ("two hundredth", &[("two hundredth", "200 nth")]),
    (
        "the tenth to the fifteenth",
        &[("tenth to the fifteenth", "10..15 nth")],
    ),
    // Votes and scores
    ("a 5-4 vote", &[("5", "5"), ("4", "4")]),
    ("lost 2-3 at home", &[("2", "2"), ("3", "3")]),
];

/// Sentences that name no quantity.
pub(super) const NOTHING: &[&str] = &[
    "MS-13 and the F-35",
    "COVID-19 at the G20",
    "a Boeing 737",
    "Article 50",
    "at 5:30 or 5.30pm or 5 p.m.",
    "Call 555-1234 or +1-222-2222-2222.",
    "see https://example.org/2019/05?x=5 or www.example.org/12",
    "mail ann@example12.org",
    "as shown before [12]",
    "1. Bread",
    "one of the best",
    "no one came, and this one left",
    "one should know",
    "sales doubled",
    "a 3D film on 5G",
    "the next one",
    "for a second.",
    "the couple married",
    "version 1.2.3",
    "agent 007",
    "24/7",
    "the 1990s, in her 20s",
    "he is one to watch",
    "a multi-million pound deal",
    "the northern half of the island",
    "at headquarters",
];
