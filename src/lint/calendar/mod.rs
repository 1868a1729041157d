//! What the calendar shows: weekdays, days that don't exist, ages and spans of
//! time that don't fit their dates.

pub(super) mod c201_weekday_mismatch;
pub(super) mod c202_impossible_date;
mod days;
mod words;
