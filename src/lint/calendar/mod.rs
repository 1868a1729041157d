//! What the calendar shows: weekdays, days that don't exist, ages and spans of
//! time that don't fit their dates.

mod ages;
mod ahead;
pub(super) mod c201_weekday_mismatch;
pub(super) mod c202_impossible_date;
pub(super) mod c203_future_told_as_past;
pub(super) mod c204_unanchored_time;
pub(super) mod c205_age_mismatch;
pub(super) mod c206_duration_mismatch;
pub(super) mod c207_decade_mismatch;
mod dated;
mod days;
mod lasting;
mod words;
