//! Answers, check-lists and registers.

mod answers;
mod checklist;
mod moment;
mod option;
mod register;
mod results;
mod scale;
mod share;
mod summary;
mod waiting;

use super::Facts;
use crate::language::organization::named_in_file_name;
use crate::model::{Answers, Block, CheckList, Document, Location, NamedBy, Recognized, Table, Warning};

/// Adds one recognized sheet to the facts; returns what was noticed.
pub(super) fn read(document: &Document, recognized: &Recognized, facts: &mut Facts) -> Vec<Warning> {
    match recognized {
        Recognized::Answers { part, block, header_rows, columns, headings, form, named, layout } => {
            let Some((table, place)) = table(document, *part, *block) else { return Vec::new() };
            let sheet = answers::Sheet {
                table,
                place,
                first: *header_rows,
                columns,
                headings,
                form: *form,
                named,
                layout: *layout,
            };
            let read = if summary::is_summary(columns) { summary::read(&sheet) } else { answers::read(&sheet) };
            facts.answers.push(read.value);
            read.warnings
        }
        Recognized::CheckList { part, block, header_rows, organization, named, items, transposed, marks, unmet } => {
            let Some((table, place)) = table(document, *part, *block) else { return Vec::new() };
            let sheet = checklist::Sheet {
                table,
                place,
                first: *header_rows,
                organization: *organization,
                named,
                items,
                marks,
                unmet: *unmet,
            };
            let read = if *transposed { checklist::read_transposed(&sheet) } else { checklist::read(&sheet) };
            facts.check_lists.push(read.value);
            read.warnings
        }
        Recognized::CheckCounts { part, block, header_rows, columns } => {
            let Some((table, place)) = table(document, *part, *block) else { return Vec::new() };
            facts.check_lists.push(results::read(table, place, *header_rows, columns));
            Vec::new()
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

/// Names the organization of sheets that name none after their file («Анкеты МБУК ЦБС.xlsx»): one file for each
/// organization is a common way to export. Where the file's name tells of no organization either, a warning says so.
pub fn name_after_file(answers: &mut [Answers], check_lists: &mut [CheckList], file_name: &str) -> Vec<Warning> {
    let name = named_in_file_name(file_name);
    let mut nameless = Vec::new();
    for sheet in answers.iter_mut().filter(|sheet| sheet.organizations.is_empty() && !sheet.is_empty()) {
        let Some(name) = &name else {
            nameless.push(&sheet.place);
            continue;
        };
        sheet.organizations.push(name.clone());
        sheet.named_by = NamedBy::File;
        for respondent in &mut sheet.respondents {
            respondent.organization = Some(0);
        }
    }
    for list in check_lists {
        let CheckList { place, rows, .. } = list;
        for row in rows.iter_mut().filter(|row| row.organization.is_empty()) {
            match &name {
                Some(name) => {
                    row.organization.clone_from(name);
                    row.named_by = NamedBy::File;
                }
                None => nameless.push(&*place),
            }
        }
    }
    let warning = |place: &Location| {
        Warning {
        code: "organization-not-named".to_owned(),
        message: "Не указано, к какой организации относятся данные: добавьте столбец с названием организации или назовите ею \
                  лист либо файл. Данные не учтены."
            .to_owned(),
        place: place.clone(),
    }
    };
    nameless.into_iter().map(warning).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Respondent;

    #[test]
    fn a_file_may_name_the_organization_of_its_sheets() {
        let sheet = || Answers { respondents: vec![Respondent::default()], ..Answers::default() };
        for (file, name) in [
            ("Анкеты МБУК «Озёрная ЦБС».xlsx", Some("МБУК «Озёрная ЦБС»")),
            ("МБОУ_СОШ_№_12.csv", Some("МБОУ СОШ № 12")),
            ("ГБУСО Приют Надежда - ответы респондентов.xlsx", Some("ГБУСО Приют Надежда")),
            ("ФКУ ГБ МСЭ по Лесной области (Ответы).xlsx", Some("ФКУ ГБ МСЭ по Лесной области")),
            ("МБУК «Озёрная ЦБС» (2).xlsx", Some("МБУК «Озёрная ЦБС»")),
            ("Ответы на форму (1).xlsx", None),
        ] {
            let mut answers = [sheet()];
            let warnings = name_after_file(&mut answers, &mut [], file);
            assert_eq!(answers[0].organizations.first().map(String::as_str), name, "{file}");
            assert_eq!(warnings.len(), usize::from(name.is_none()), "{file}");
        }
    }
}
