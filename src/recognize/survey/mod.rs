//! Sheets of a survey round: answers, check-lists, registers.
//!
//! Columns are understood by what their headings say and by what they hold, never by their place. A sheet is what most
//! of its columns say it is.

mod across;
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

use crate::language::fold::one_line;
use crate::language::organization::{mentions, unformed_mention};
use crate::language::total;
use crate::model::{Block, ColumnRole, Document, Location, NamedBy, Recognized, Table, Warned};
pub(super) use explain::columns as explain;
use headings::Headings;
use wording::Wording;

/// The survey sheets of a document, in order.
pub(super) fn recognize(document: &Document) -> Warned<Vec<Recognized>> {
    let mut found = Warned::clean(Vec::new());
    let mut number = 0;
    for (part, content) in document.parts.iter().enumerate() {
        let mut titles: Vec<String> = Vec::new();
        // A document names its organization once, above all of its tables.
        let mut organization: Option<String> = None;
        for (block, content_block) in content.blocks.iter().enumerate() {
            match content_block {
                Block::Paragraph(paragraph) => titles.push(one_line(&paragraph.full_text())),
                Block::Table(table) => {
                    number += 1;
                    organization = titles.iter().rev().find_map(|title| organization_in(title)).or(organization);
                    let sheet = Sheet {
                        part,
                        block,
                        table,
                        name: content.name.as_deref(),
                        titles: std::mem::take(&mut titles),
                        organization: organization.clone(),
                        place: Location::table(number).in_sheet(content.name.as_deref()),
                    };
                    let recognized = sheet.recognize();
                    if recognized.value.is_empty() && table.rows() <= headings::DEPTH {
                        // Particulars of the visit, as a table.
                        titles.extend((0..table.rows()).map(|row| row_title(table, row)));
                    }
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
    /// Lines above the table, after the table before it.
    titles: Vec<String>,
    /// The organization that the last line to name one names.
    organization: Option<String>,
    place: Location,
}

impl Sheet<'_> {
    fn recognize(&self) -> Warned<Vec<Recognized>> {
        if is_plan(self.table) {
            return Warned::clean(Vec::new());
        }
        let down = transposed::recognize(self);
        if !down.is_empty() {
            return Warned::clean(down);
        }
        let across = across::recognize(self);
        if across.value.is_some() {
            return across.map(Vec::from_iter);
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

    /// The organization that a title above the table or the worksheet's name names.
    fn named(&self, headings: Option<&Headings>) -> Option<(String, NamedBy)> {
        let titles = headings.into_iter().flat_map(|headings| &headings.titles);
        let title = titles.rev().find_map(|title| organization_in(title));
        let title = title.or_else(|| self.organization.clone()).map(|name| (name, NamedBy::Title));
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

/// The organization that a title names: «Организация: МБУК …», a title that is nothing but a name, or «Анкеты посетителей
/// МБУК …». One that names several, or who carried out the survey, names none.
fn organization_in(title: &str) -> Option<String> {
    const OTHERS: &[&str] = &[
        "оператор",
        "исполнител",
        "заказчик",
        "учредител",
        "эксперт",
        "составил",
        "проверил",
        "утвержд",
        "согласован",
        "орган",
    ];
    let title = title.trim();
    if let Some((label, name)) = title.split_once(':') {
        let label = Wording::new(label);
        let name = name.trim_matches(|c: char| c.is_whitespace() || c == '_');
        if label.len() <= 5 && roles::role(&label) == Some(ColumnRole::Organization) {
            return roles::names_organization(name).then(|| name.to_owned());
        }
    }
    if roles::names_organization(title) && !title.contains(':') {
        return Some(title.to_owned());
    }
    if Wording::new(title).begins(OTHERS) {
        return None;
    }
    let mut names: Vec<String> =
        mentions(title).into_iter().filter(|found| !found.governs).map(|found| found.name).collect();
    names.dedup();
    match names.len() {
        0 => unformed_mention(title).filter(|found| !found.governs).map(|found| found.name),
        1 => names.pop(),
        _ => None,
    }
}

/// A row above the headings as one line: «Организация: МБУК …» may stand in two cells.
fn row_title(table: &Table, row: usize) -> String {
    let texts = table.row(row).map(|cell| one_line(cell.text)).filter(|text| !text.is_empty());
    let mut title = String::new();
    for text in texts {
        match title.chars().next_back() {
            None => {}
            Some(':') => title.push(' '),
            Some(_) if title.split_whitespace().count() <= 3 => title.push_str(": "),
            Some(_) => title.push_str("; "),
        }
        title.push_str(&text);
    }
    title
}

/// At most five texts in quotes, long ones cut.
fn quoted(texts: &[String]) -> String {
    let short = |text: &String| match text.char_indices().nth(80) {
        Some((end, _)) => format!("«{}…»", &text[..end]),
        None => format!("«{text}»"),
    };
    let mut out = texts.iter().take(5).map(short).collect::<Vec<_>>().join(", ");
    if texts.len() > 5 {
        out.push_str(&format!(" и ещё {}", texts.len() - 5));
    }
    out
}

#[cfg(test)]
mod tests;
