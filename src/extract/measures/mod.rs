//! The measures of a plan, from tables, lists and running text.
//!
//! Rows and lines become drafts ([`draft`]); lists in a cell are split ([`bullets`]); then everything is read and graded
//! ([`readings`]).

mod bullets;
mod colleagues;
mod criterion;
mod ditto;
mod draft;
mod labels;
mod lines;
mod progress;
mod readings;
mod rows;
mod table;

use crate::model::{Document, Plan, Recognized, Warning};

/// Adds the measures to the plan, numbering them from `first`; returns what was noticed.
pub(super) fn read(document: &Document, recognized: &Recognized, plan: &mut Plan, first: u32) -> Vec<Warning> {
    let drafts = match recognized {
        Recognized::PlanTables { tables, .. } => {
            plan.columns = tables.first().map(|table| table.headings.clone()).unwrap_or_default();
            table::drafts(document, tables)
        }
        Recognized::PlanLines { part, blocks, columns, .. } => lines::drafts(document, *part, blocks.clone(), columns),
        _ => Vec::new(),
    };
    plan.measures = readings::measures(drafts, plan, first);
    Vec::new()
}
