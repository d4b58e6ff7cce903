//! The head of a plan: whose it is, for which time, who approved it and when.

use crate::law::Law;
use crate::model::{Document, Plan, PlanHead};

/// A plan without measures yet.
pub(super) fn read(document: &Document, head: &PlanHead, law: &Law) -> Plan {
    let _ = (document, head, law);
    Plan::default()
}
