//! Answers, check-lists and registers.

mod answers;
mod checklist;
mod moment;
mod register;
mod scale;
mod waiting;

use super::Facts;
use crate::model::{Answers, Block, CheckList, Document, Location, NamedBy, Recognized, Table, Warning};

/// Adds one recognized sheet to the facts; returns what was noticed.
pub(super) fn read(document: &Document, recognized: &Recognized, facts: &mut Facts) -> Vec<Warning> {
    match recognized {
        Recognized::Answers { part, block, header_rows, columns, headings, form, named } => {
            let Some((table, place)) = table(document, *part, *block) else { return Vec::new() };
            let sheet = answers::Sheet { table, place, first: *header_rows, columns, headings, form: *form, named };
            let read = answers::read(&sheet);
            facts.answers.push(read.value);
            read.warnings
        }
        Recognized::CheckList { part, block, header_rows, organization, named, items, transposed } => {
            let Some((table, place)) = table(document, *part, *block) else { return Vec::new() };
            let sheet =
                checklist::Sheet { table, place, first: *header_rows, organization: *organization, named, items };
            let read = if *transposed { checklist::read_transposed(&sheet) } else { checklist::read(&sheet) };
            facts.check_lists.push(read.value);
            read.warnings
        }
        Recognized::Register { part, block, header_rows, columns } => {
            let Some((table, place)) = table(document, *part, *block) else { return Vec::new() };
            let read = register::read(table, place, *header_rows, columns);
            facts.registers.push(read.value);
            read.warnings
        }
        Recognized::PlanTables { .. } | Recognized::PlanLines { .. } | Recognized::Aliases { .. } => Vec::new(),
    }
}

/// The table of a block, with its place for people.
fn table(document: &Document, part: usize, block: usize) -> Option<(&Table, Location)> {
    let mut number = 0;
    for (index, content) in document.parts.iter().enumerate() {
        for (position, content_block) in content.blocks.iter().enumerate() {
            let Block::Table(table) = content_block else { continue };
            number += 1;
            if (index, position) == (part, block) {
                return Some((table, Location::table(number).in_sheet(content.name.as_deref())));
            }
        }
    }
    None
}

/// Row of the worksheet, from 1.
fn row_number(table: &Table, row: usize) -> u32 {
    (table.origin().0 + row + 1) as u32
}

/// Column of the worksheet, from 1.
fn column_number(table: &Table, column: usize) -> u32 {
    (table.origin().1 + column + 1) as u32
}

/// Names the organization of sheets that name none after their file («Анкета МБУК ЦБС.xlsx»): one file for each
/// organization is a common way to export.
pub fn name_after_file(answers: &mut [Answers], check_lists: &mut [CheckList], file_name: &str) {
    let name = crate::language::fold::one_line(file_name.rsplit_once('.').map_or(file_name, |(stem, _)| stem));
    for sheet in answers.iter_mut().filter(|sheet| sheet.organizations.is_empty()) {
        sheet.organizations.push(name.clone());
        sheet.named_by = NamedBy::File;
        for respondent in &mut sheet.respondents {
            respondent.organization = Some(0);
        }
    }
    for row in check_lists.iter_mut().flat_map(|list| &mut list.rows).filter(|row| row.organization.is_empty()) {
        row.organization.clone_from(&name);
        row.named_by = NamedBy::File;
    }
}
