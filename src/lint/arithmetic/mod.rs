//! Figures that don't agree with one another: changes, sums, multiples, units,
//! magnitudes and ranges. What rounding as printed may hide is let pass.

pub(super) mod a301_percent_change;
pub(super) mod a302_sum_mismatch;
pub(super) mod a303_multiple_mismatch;
pub(super) mod a304_unit_mismatch;
pub(super) mod a305_magnitude_slip;
pub(super) mod a306_range_upside_down;
mod changes;
mod figures;
mod hedges;
mod latitude;
mod lists;
mod money;
mod multiples;
mod naming;
mod parts_of;
mod rounding;
mod sides;
mod times_as_many;
mod units;
mod words;
