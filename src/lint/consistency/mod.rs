//! What an article says against what it says elsewhere: dates, values, names
//! and titles that do not fit, sentences said twice; and slips of the text
//! itself.
//!
//! Nothing but the article is looked at. Two statements are held against each
//! other only when they are made of the same things in the same words: a second
//! reading that fits is always possible where the words differ.

mod acronyms;
mod ends;
mod holders;
mod spellings;
pub(super) mod t401_two_dates;
pub(super) mod t402_two_values;
pub(super) mod t403_name_spelling;
pub(super) mod t404_two_titles;
pub(super) mod t405_repeated_claim;
pub(super) mod t406_acronym;
pub(super) mod t407_cut_off;
pub(super) mod t408_boilerplate;
mod things;
