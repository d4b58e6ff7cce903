//! What was recognized, column by column, with the words that decided.

use super::survey;
use crate::model::{Block, CheckTopic, ColumnRole, Document, PlanTable, Recognized, Table};

/// What one column was understood as (one row, in a check-list that lies on its side).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Understood {
    /// Its number in the worksheet or the table, from 1.
    pub number: u32,
    /// The heading as written; empty where there is none.
    pub heading: String,
    /// What it holds.
    pub meaning: Meaning,
    /// The words of the heading that decided; empty where the contents did.
    pub told_by: Vec<String>,
}

/// What a column holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// Something of a plan, a questionnaire or a register.
    Role(ColumnRole),
    /// An item of a check-list.
    Item(CheckTopic, String),
    /// Nothing that svod understands.
    Nothing,
}

/// The columns of everything that was recognized: one list for each table, with the number of its part and block.
pub fn explain(document: &Document, recognized: &Recognized) -> Vec<((usize, usize), Vec<Understood>)> {
    match recognized {
        Recognized::PlanTables { tables, .. } => {
            tables.iter().map(|table| ((table.part, table.block), of_plan(table))).collect()
        }
        Recognized::PlanLines { part, blocks, columns, .. } => {
            let line = |(number, role): (u32, &ColumnRole)| Understood {
                number,
                heading: String::new(),
                meaning: Meaning::Role(*role),
                told_by: Vec::new(),
            };
            vec![((*part, blocks.start), (1..).zip(columns).map(line).collect())]
        }
        Recognized::Aliases { part, block, header_rows, written, target } => {
            let line = |(column, role): (&usize, ColumnRole)| Understood {
                number: *column as u32 + 1,
                heading: table(document, *part, *block).map_or("", |t| t.text(header_rows - 1, *column)).to_owned(),
                meaning: Meaning::Role(role),
                told_by: Vec::new(),
            };
            let columns = [(written, ColumnRole::ShortName), (target, ColumnRole::Organization)];
            vec![((*part, *block), columns.into_iter().map(line).collect())]
        }
        Recognized::Answers { part, block, .. }
        | Recognized::CheckList { part, block, .. }
        | Recognized::CheckCounts { part, block, .. }
        | Recognized::Register { part, block, .. } => vec![((*part, *block), survey::explain(document, recognized))],
    }
}

fn of_plan(table: &PlanTable) -> Vec<Understood> {
    let role = |edge: usize| table.columns.iter().find(|(column, _)| *column == edge).map(|(_, role)| *role);
    let line = |((number, heading), edge): ((u32, &String), &usize)| Understood {
        number,
        heading: heading.clone(),
        meaning: role(*edge).map_or(Meaning::Nothing, Meaning::Role),
        told_by: Vec::new(),
    };
    (1..).zip(&table.headings).zip(&table.edges).map(line).collect()
}

/// The table of a block.
pub(super) fn table(document: &Document, part: usize, block: usize) -> Option<&Table> {
    match document.parts.get(part)?.blocks.get(block)? {
        Block::Table(table) => Some(table),
        Block::Paragraph(_) => None,
    }
}
