//! The measures of a plan, from tables, lists and running text.
//!
//! Rows and lines become drafts ([`draft`]); lists in a cell are split ([`bullets`]); then everything is read and graded
//! ([`readings`]).

mod bullets;
mod colleagues;
mod criterion;
mod ditto;
mod draft;
mod institutions;
mod labels;
mod lines;
mod progress;
mod readings;
mod rows;
mod table;

use table::Rows;

use crate::language::fold::one_line;
use crate::model::{Document, Located, Plan, Recognized, Warned};

/// The plan with its measures, numbered from `first`; several where it is the consolidated plan of several institutions.
pub(super) fn read(document: &Document, recognized: &Recognized, mut plan: Plan, first: u32) -> Warned<Vec<Plan>> {
    let rows = match recognized {
        Recognized::PlanTables { tables, .. } => {
            plan.columns = tables.first().map(|table| table.headings.clone()).unwrap_or_default();
            table::rows(document, tables)
        }
        Recognized::PlanLines { part, blocks, columns, .. } => {
            Rows { drafts: lines::drafts(document, *part, blocks.clone(), columns), ..Rows::default() }
        }
        _ => Rows::default(),
    };
    let mut read = Warned::clean(Vec::new());
    for place in &rows.measureless {
        let message =
            "В строке указаны срок или ответственный, а мероприятия нет: строка не учтена. Впишите мероприятие.";
        read.warn_at("row-without-measure", message, place.clone());
    }
    let mut next = first;
    for (mut plan, rows) in institutions::apart(plan, rows) {
        plan.measures = readings::measures(rows.drafts, &plan, next);
        plan.unanswered = rows
            .unanswered
            .into_iter()
            .filter_map(|draft| Some(Located::new(one_line(&draft.deficiency?), draft.place)))
            .collect();
        next += plan.measures.len() as u32;
        read.value.push(plan);
    }
    read
}
