//! Sheets of a survey round: answers, check-lists, registers.
//!
//! Columns are understood by what their headings say and by what they hold, never by their place. A sheet is what most
//! of its columns say it is.

mod answers;
mod checklist;
mod copies;
mod explain;
mod foreign;
mod headings;
mod questions;
mod register;
mod results;
mod roles;
mod summary;
mod topics;
mod transposed;
mod wording;

use crate::language::fold::{fold, one_line};
use crate::language::total;
use crate::law::Law;
use crate::model::{Block, Document, Location, NamedBy, Recognized, Table, Warned};
pub(super) use explain::columns as explain;
use headings::Headings;
use wording::Wording;

/// The survey sheets of a document, in order.
pub(super) fn recognize(document: &Document, law: &Law) -> Warned<Vec<Recognized>> {
    let _ = law;
    let mut found = Warned::clean(Vec::new());
    let mut number = 0;
    for (part, content) in document.parts.iter().enumerate() {
        let mut titles: Vec<String> = Vec::new();
        for (block, content_block) in content.blocks.iter().enumerate() {
            match content_block {
                Block::Paragraph(paragraph) => titles.push(one_line(&paragraph.full_text())),
                Block::Table(table) => {
                    number += 1;
                    let sheet = Sheet {
                        part,
                        block,
                        table,
                        name: content.name.as_deref(),
                        titles: std::mem::take(&mut titles),
                        place: Location::table(number).in_sheet(content.name.as_deref()),
                    };
                    let recognized = sheet.recognize();
                    found.value.extend(recognized.value);
                    found.warnings.extend(recognized.warnings);
                }
            }
        }
    }
    copies::drop(document, &mut found);
    found
}

/// One way to understand a sheet; `None` where it is something else.
type Reading = fn(&Sheet<'_>, &Headings) -> Warned<Option<Recognized>>;

/// One table with what stands around it.
struct Sheet<'a> {
    part: usize,
    block: usize,
    table: &'a Table,
    /// Name of the worksheet.
    name: Option<&'a str>,
    /// Lines above the table.
    titles: Vec<String>,
    place: Location,
}

impl Sheet<'_> {
    fn recognize(&self) -> Warned<Vec<Recognized>> {
        if is_plan(self.table) {
            return Warned::clean(Vec::new());
        }
        let down = transposed::recognize(self);
        if down.value.is_some() {
            return down.map(Vec::from_iter);
        }
        let Some(headings) = headings::find(self.table, is_known) else { return Warned::clean(Vec::new()) };
        let results = results::recognize(self, &headings);
        if !results.value.is_empty() {
            return results;
        }
        if let Some(refusal) = foreign::refusal(self, &headings) {
            let mut refused = Warned::clean(Vec::new());
            refused.warn_at(refusal.code, refusal.message, self.place.clone());
            return refused;
        }
        let readings: [Reading; 5] =
            [checklist::recognize, summary::certain, answers::recognize, summary::recognize, register::recognize];
        for read in readings {
            let recognized = read(self, &headings);
            if recognized.value.is_some() || !recognized.warnings.is_empty() {
                return recognized.map(Vec::from_iter);
            }
        }
        Warned::clean(Vec::new())
    }

    /// The organization that the title above the table or the worksheet's name names.
    fn named(&self, headings: Option<&Headings>) -> Option<(String, NamedBy)> {
        let titles = self.titles.iter().chain(headings.into_iter().flat_map(|headings| &headings.titles));
        let title = titles.filter_map(|title| organization_in(title)).next_back().map(|name| (name, NamedBy::Title));
        title.or_else(|| organization_in(self.name?).map(|name| (name, NamedBy::Sheet)))
    }

    /// Whether a row sums up the rows above it.
    fn is_total(&self, row: usize) -> bool {
        (0..BEFORE_NAMES).any(|column| total::is_total(self.table.text(row, column)))
    }

    /// Texts of some rows of data, spread over the whole column, without empty ones and totals.
    fn sample(&self, column: usize, first: usize) -> Vec<&str> {
        const ROWS: usize = 200;
        let rows = self.table.rows().saturating_sub(first);
        let step = rows.div_ceil(ROWS).max(1);
        (first..self.table.rows())
            .step_by(step)
            .filter(|&row| !self.is_total(row))
            .map(|row| self.table.text(row, column))
            .filter(|text| !text.trim().is_empty())
            .collect()
    }
}

/// At most so many columns stand before the one that names a row.
const BEFORE_NAMES: usize = 3;

/// Whether a text is a heading that survey sheets have.
fn is_known(heading: &str) -> bool {
    let wording = Wording::new(heading);
    questions::question(heading).is_some()
        || topics::of_group(&wording).is_some()
        || roles::role(&wording).is_some()
        || foreign::is_result(&wording)
        || results::symbol(heading).is_some()
}

/// Whether the table has the headings of a plan of measures, which speaks of organizations and criteria too.
fn is_plan(table: &Table) -> bool {
    // Check-lists are wider, and ask for «планируемые мероприятия» and «сроки» among many other things.
    const WIDEST: usize = 15;
    table.columns() <= WIDEST
        && (0..table.rows().min(headings::DEPTH)).any(|row| {
            let cells: Vec<Wording> = table.row(row).map(|cell| Wording::new(cell.text)).collect();
            let has = |stems: &[&str]| cells.iter().any(|cell| cell.len() <= 20 && cell.has_any(stems));
            has(&["мероприяти", "меры"]) && has(&["срок", "ответственн", "исполнител"])
        })
}

/// The organization that a title names: «Организация: МБУК …», or a title that is nothing but a name.
fn organization_in(title: &str) -> Option<String> {
    let title = title.trim();
    let name = match title.split_once(':') {
        Some((label, name))
            if fold(label).split_whitespace().count() <= 4 && roles::role(&Wording::new(label)).is_some() =>
        {
            name.trim()
        }
        _ => title,
    };
    roles::names_organization(name).then(|| name.to_owned())
}

#[cfg(test)]
mod tests;
