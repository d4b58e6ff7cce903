//! Rows of a worksheet that nobody sees: drafts and notes to oneself.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use quick_xml::events::Event;
use regex::bytes::Regex;

use crate::model::Reason;
use crate::read::package::Package;
use crate::read::{relations, xml};

/// The hidden rows of each sheet, from 0, by the sheet's name. What a filter hides or a group folds up is no draft: those
/// sheets and rows are read in full.
pub(super) fn rows(package: &mut Package<'_>) -> Result<HashMap<String, HashSet<u32>>, Reason> {
    let mut hidden = HashMap::new();
    // Most workbooks hide nothing; only those that do are looked at more closely.
    if !package.any_holds("xl/worksheets/", b" hidden=\"") {
        return Ok(hidden);
    }
    for (sheet, part) in sheet_parts(package)? {
        let Some(stored) = package.part(&part)? else { continue };
        let rows = of_sheet(&stored.bytes);
        if !rows.is_empty() {
            hidden.insert(sheet, rows);
        }
    }
    Ok(hidden)
}

/// The name of each sheet with the name of its part.
fn sheet_parts(package: &mut Package<'_>) -> Result<Vec<(String, String)>, Reason> {
    const WORKBOOK: &str = "xl/workbook.xml";
    let relations = relations::of(package, WORKBOOK)?;
    let Some(workbook) = package.part(WORKBOOK)? else { return Ok(Vec::new()) };
    let text = xml::decode(workbook.bytes);
    let mut reader = xml::reader(&text);
    let mut parts = Vec::new();
    loop {
        match reader.read_event() {
            Ok(Event::Start(element)) if element.local_name().as_ref() == "sheet" => {
                let id = xml::attribute(&element, "id").unwrap_or_default();
                if let Some(relation) = relations.iter().find(|relation| relation.id == id) {
                    parts.push((xml::attribute(&element, "name").unwrap_or_default(), relation.part.clone()));
                }
            }
            Ok(Event::Eof) | Err(_) => return Ok(parts),
            Ok(_) => {}
        }
    }
}

fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("the patterns of rows are valid")
}

/// The hidden rows of one worksheet.
fn of_sheet(part: &[u8]) -> HashSet<u32> {
    static ROW: LazyLock<Regex> = LazyLock::new(|| pattern(r"<row\s[^>]*>"));
    static HIDDEN: LazyLock<Regex> = LazyLock::new(|| pattern(r#"\shidden="(?:1|true)""#));
    static NUMBER: LazyLock<Regex> = LazyLock::new(|| pattern(r#"\sr="([0-9]{1,7})""#));
    static FOLDED: LazyLock<Regex> = LazyLock::new(|| pattern(r#"\soutlineLevel="[1-9]"#));
    static FILTER: LazyLock<Regex> = LazyLock::new(|| pattern(r"<autoFilter[\s>]"));
    let number = |row: &[u8]| std::str::from_utf8(NUMBER.captures(row)?.get(1)?.as_bytes()).ok()?.parse::<u32>().ok();
    let rows: HashSet<u32> = ROW
        .find_iter(part)
        .map(|row| row.as_bytes())
        .filter(|row| HIDDEN.is_match(row) && !FOLDED.is_match(row))
        .filter_map(|row| number(row)?.checked_sub(1))
        .collect();
    if rows.is_empty() || FILTER.is_match(part) { HashSet::new() } else { rows }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_person_hid_is_hidden_and_what_a_filter_hid_is_not() {
        for (part, expected) in [
            (r#"<row r="1"/><row r="2" hidden="1"><c r="A2"/></row><row hidden="true" r="5"/>"#, &[1, 4][..]),
            (r#"<cols><col min="3" hidden="1"/></cols><row r="2"/>"#, &[]),
            (r#"<row r="2" outlineLevel="1" hidden="1"/>"#, &[]),
            (r#"<row r="2" hidden="0"/><row r="3" customFormat="1"/>"#, &[]),
            (r#"<row r="2" hidden="1"/><autoFilter ref="A1:B9"/>"#, &[]),
        ] {
            assert_eq!(of_sheet(part.as_bytes()), expected.iter().copied().collect(), "{part}");
        }
    }
}
