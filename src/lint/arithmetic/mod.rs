//! Figures that don't agree with one another: changes, sums, multiples, units,
//! magnitudes and ranges. What rounding as printed may hide is let pass.

pub(super) mod a301_percent_change;
pub(super) mod a304_unit_mismatch;
mod changes;
mod figures;
mod hedges;
mod money;
mod rounding;
mod units;
mod words;
