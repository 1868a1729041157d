//! s
use super::reading::Reading; use crate::model::{edtf::EdtfDate,facet::Dated};
/// s
pub fn dates(_: &Reading<'_>, _: Option<&EdtfDate>) -> Vec<Dated> { Vec::new() }
