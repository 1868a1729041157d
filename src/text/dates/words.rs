//! The words that dates are made of, and which words a date can begin with.

use chrono::Weekday;

use crate::model::edtf::YearPart;

/// A stretch of the calendar that can be counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    Week,
    Fortnight,
    Weekend,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

/// The unit that a word names, in the singular or the plural.
pub(super) fn unit(word: &str) -> Option<Unit> {
    Some(match word {
        "day" | "days" => Unit::Day,
        "week" | "weeks" => Unit::Week,
        "fortnight" | "fortnights" => Unit::Fortnight,
        "weekend" | "weekends" => Unit::Weekend,
        "month" | "months" => Unit::Month,
        "quarter" | "quarters" => Unit::Quarter,
        "year" | "years" => Unit::Year,
        "decade" | "decades" => Unit::Decade,
        "century" | "centuries" => Unit::Century,
        _ => return None,
    })
}

/// The number of the month that a word names, in full or short.
pub(super) fn month(word: &str) -> Option<u32> {
    Some(match word {
        "january" | "jan" => 1,
        "february" | "feb" => 2,
        "march" | "mar" => 3,
        "april" | "apr" => 4,
        "may" => 5,
        "june" | "jun" => 6,
        "july" | "jul" => 7,
        "august" | "aug" => 8,
        "september" | "sept" | "sep" => 9,
        "october" | "oct" => 10,
        "november" | "nov" => 11,
        "december" | "dec" => 12,
        _ => return None,
    })
}

/// Whether the name of a month is a short form, which needs company.
pub(super) fn is_short_month(word: &str) -> bool {
    matches!(
        word,
        "jan"
            | "feb"
            | "mar"
            | "apr"
            | "jun"
            | "jul"
            | "aug"
            | "sep"
            | "sept"
            | "oct"
            | "nov"
            | "dec"
    )
}

/// The day of the week that a word names in full.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "monday" => Weekday::Mon,
        "tuesday" => Weekday::Tue,
        "wednesday" => Weekday::Wed,
        "thursday" => Weekday::Thu,
        "friday" => Weekday::Fri,
        "saturday" => Weekday::Sat,
        "sunday" => Weekday::Sun,
        _ => return None,
    })
}

/// The day of the week that a word names in short.
pub(super) fn short_weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "mon" => Weekday::Mon,
        "tue" | "tues" => Weekday::Tue,
        "wed" | "weds" => Weekday::Wed,
        "thu" | "thur" | "thurs" => Weekday::Thu,
        "fri" => Weekday::Fri,
        "sat" => Weekday::Sat,
        "sun" => Weekday::Sun,
        _ => return None,
    })
}

/// The season that a word names.
pub(super) fn season(word: &str) -> Option<YearPart> {
    Some(match word {
        "spring" => YearPart::Spring,
        "summer" => YearPart::Summer,
        "autumn" | "fall" => YearPart::Autumn,
        "winter" => YearPart::Winter,
        _ => return None,
    })
}

/// What follows a number that counts things and is no year.
pub(super) fn is_counted(word: &str) -> bool {
    matches!(
        word,
        "people"
            | "votes"
            | "men"
            | "women"
            | "children"
            | "workers"
            | "troops"
            | "soldiers"
            | "jobs"
            | "patients"
            | "cases"
            | "deaths"
            | "miles"
            | "km"
            | "kilometres"
            | "kilometers"
            | "feet"
            | "ft"
            | "dollars"
            | "pounds"
            | "euros"
            | "yen"
            | "tons"
            | "tonnes"
            | "points"
            | "acres"
            | "hectares"
            | "members"
            | "students"
            | "pupils"
            | "homes"
            | "houses"
            | "days"
            | "hours"
            | "minutes"
            | "seconds"
            | "weeks"
            | "months"
            | "years"
            | "words"
            | "pages"
            | "units"
            | "seats"
            | "metres"
            | "meters"
            | "mph"
            | "rpm"
            | "calories"
            | "percent"
            | "per"
            | "kg"
            | "kilograms"
            | "grams"
            | "barrels"
            | "shares"
            | "employees"
            | "residents"
            | "voters"
            | "passengers"
            | "victims"
            | "prisoners"
            | "migrants"
            | "refugees"
            | "families"
            | "households"
            | "copies"
            | "times"
            | "gmt"
            | "hrs"
            | "utc"
            | "est"
            | "edt"
            | "pst"
            | "cet"
            | "bst"
            | "local"
            | "million"
            | "billion"
            | "trillion"
            | "thousand"
            | "hundred"
            | "respondents"
            | "participants"
            | "adults"
            | "civilians"
            | "officers"
            | "vehicles"
            | "cars"
            | "square"
            | "cubic"
            | "watts"
            | "volts"
            | "mg"
            | "am"
            | "pm"
    )
}
