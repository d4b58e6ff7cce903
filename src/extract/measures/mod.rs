//! The measures of a plan, from tables, lists and running text.

use crate::model::{Document, Plan, Recognized, Warning};

/// Adds the measures to the plan, numbering them from `first`; returns what was noticed.
pub(super) fn read(document: &Document, recognized: &Recognized, plan: &mut Plan, first: u32) -> Vec<Warning> {
    let _ = (document, recognized, plan, first);
    Vec::new()
}
