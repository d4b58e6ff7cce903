//! Marks of assessors to what was met.

use std::collections::BTreeSet;

use super::{column_number, row_number};
use crate::language::fold::one_line;
use crate::language::total;
use crate::language::yes_no::{self, YesNo};
use crate::model::{CheckItem, CheckList, CheckListRow, CheckTopic, Location, NamedBy, Table, Warned};

/// A recognized check-list.
pub(super) struct Sheet<'a> {
    pub(super) table: &'a Table,
    pub(super) place: Location,
    /// First row of data; first column of data in a transposed sheet.
    pub(super) first: usize,
    /// The column, or row, with the names of organizations.
    pub(super) organization: Option<usize>,
    pub(super) named: &'a Option<(String, NamedBy)>,
    pub(super) items: &'a [(usize, CheckTopic, String)],
    /// The columns with marks of a transposed sheet.
    pub(super) marks: &'a [usize],
    /// The column in which a mark says that an item is not met.
    pub(super) unmet: Option<usize>,
}

/// A check-list with organizations down and items across.
pub(super) fn read(sheet: &Sheet<'_>) -> Warned<CheckList> {
    let table = sheet.table;
    let lines = sheet.first..table.rows();
    collect(sheet, lines, row_number, column_number, |row, column| table.text(row, column))
}

/// A check-list with items down and organizations across.
pub(super) fn read_transposed(sheet: &Sheet<'_>) -> Warned<CheckList> {
    let table = sheet.table;
    collect(sheet, sheet.marks.iter().copied(), column_number, row_number, |column, row| table.text(row, column))
}

/// `text` takes the line of an organization and the line of an item.
fn collect<'a>(
    sheet: &Sheet<'a>,
    lines: impl Iterator<Item = usize>,
    line_number: fn(&Table, usize) -> u32,
    item_number: fn(&Table, usize) -> u32,
    text: impl Fn(usize, usize) -> &'a str,
) -> Warned<CheckList> {
    let item = |(line, topic, text): &(usize, CheckTopic, String)| CheckItem {
        topic: *topic,
        text: text.clone(),
        column: item_number(sheet.table, *line),
    };
    let list =
        CheckList { place: sheet.place.clone(), items: sheet.items.iter().map(item).collect(), ..CheckList::default() };
    let mut found = Warned::clean(list);
    let mut unknown = BTreeSet::new();
    let dash_is_no = dash_is_no(sheet.table);
    for line in lines {
        let name = sheet.organization.map(|organization| one_line(text(line, organization))).unwrap_or_default();
        let (name, named_by) = match sheet.named {
            Some((name, by)) if sheet.organization.is_none() => (name.clone(), *by),
            _ => (name, NamedBy::Column),
        };
        // Totals stand below the organizations, without a name.
        if sheet.organization.is_some() && (name.is_empty() || total::is_total(&name)) {
            continue;
        }
        let mut met = Vec::with_capacity(sheet.items.len());
        for (item, _, _) in sheet.items {
            let mark = text(line, *item);
            if let Some(unmet) = sheet.unmet
                && mark.trim().is_empty()
            {
                met.push((!text(unmet, *item).trim().is_empty()).then_some(false));
                continue;
            }
            met.push(match yes_no::read(mark) {
                Some(YesNo::No) if is_dash(mark) && !dash_is_no => None,
                Some(YesNo::Yes | YesNo::Mostly) => Some(true),
                Some(YesNo::No | YesNo::Hardly) => Some(false),
                Some(YesNo::Neither) => None,
                None => {
                    unknown.insert(one_line(mark));
                    None
                }
            });
        }
        if met.iter().any(Option::is_some) {
            found.value.rows.push(CheckListRow {
                organization: name,
                row: line_number(sheet.table, line),
                met,
                named_by,
            });
        }
    }
    if !unknown.is_empty() {
        let marks: Vec<String> = unknown.iter().take(5).map(|mark| format!("«{mark}»")).collect();
        let text = format!(
            "Отметки чек-листа {} не поняты; такие пункты сочтены неприменимыми. Поставьте 1 или 0.",
            marks.join(", ")
        );
        found.warn_at("marks-not-understood", text, sheet.place.clone());
    }
    found
}

/// Whether a dash says that an item is not met: beside «+», or where nothing else says so. Beside «нет» or 0 it means that
/// the item does not apply.
fn dash_is_no(table: &Table) -> bool {
    let cells = || (0..table.rows()).flat_map(|row| table.row(row)).map(|cell| cell.text.trim());
    let says_no = |text: &str| !is_dash(text) && !text.contains(' ') && yes_no::read(text) == Some(YesNo::No);
    cells().any(|text| text == "+") || !cells().any(says_no)
}

fn is_dash(mark: &str) -> bool {
    matches!(mark.trim(), "-" | "–" | "—" | "−")
}
