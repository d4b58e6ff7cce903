//! Where the headings of a sheet end and its data begin, and what stands over each column.

use crate::language::fold::{fold, one_line};
use crate::language::yes_no::{self, YesNo};
use crate::model::Table;

/// Headings stand within so many rows from the top.
pub(super) const DEPTH: usize = 15;
/// Numbers of forms and time stamps stand in one of the first columns.
pub(super) const KEYS: usize = 4;

/// The headings of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Headings {
    /// How many rows they take, titles included: the index of the first row of data.
    pub(super) rows: usize,
    /// One for each column.
    pub(super) columns: Vec<Heading>,
    /// Lines above the headings.
    pub(super) titles: Vec<String>,
}

/// What stands over one column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Heading {
    /// The upper rows, where headings take several.
    pub(super) group: String,
    /// The lowest row.
    pub(super) own: String,
}

impl Heading {
    /// Both as one text.
    pub(super) fn full(&self) -> String {
        if self.group.is_empty() { self.own.clone() } else { format!("{} {}", self.group, self.own) }
    }
}

/// Finds the headings. `known` tells whether a text is a heading that survey sheets have.
pub(super) fn find(table: &Table, known: impl Fn(&str) -> bool) -> Option<Headings> {
    let depth = table.rows().min(DEPTH);
    let count = |row: usize| (0..table.columns()).filter(|&c| known(table.text(row, c))).count();
    let counts: Vec<usize> = (0..depth).map(count).collect();
    let most = counts.iter().copied().max().filter(|&most| most >= 2)?;
    let main = counts.iter().position(|&count| count == most)?;
    let mut top = main;
    while top > 0 && is_group_row(table, top - 1) && !is_particular(table, top - 1, &known) {
        top -= 1;
    }
    let mut bottom = main + 1;
    while bottom < table.rows().min(main + 4) && goes_on(table, main, bottom) {
        bottom += 1;
    }
    let rows = (bottom..table.rows().min(bottom + 3)).find(|&row| !is_numbering(table, row) && !is_blank(table, row));
    let titles = (0..top).map(|row| super::row_title(table, row));
    Some(Headings {
        rows: rows.unwrap_or(table.rows()),
        columns: (0..table.columns()).map(|column| heading(table, top, bottom, column)).collect(),
        titles: titles.filter(|title| !title.is_empty()).collect(),
    })
}

/// A row of group headings: several texts, or one that spans a part of the columns.
fn is_group_row(table: &Table, row: usize) -> bool {
    let cells: Vec<_> = table.row(row).filter(|cell| !cell.text.trim().is_empty()).collect();
    match cells.as_slice() {
        [] => (0..table.columns()).any(|column| !table.text(row, column).is_empty()),
        [cell] => cell.column_span > 1 && cell.column_span * 10 < table.columns() * 6,
        _ => !is_numbering(table, row),
    }
}

/// A row that tells one thing of the whole sheet: «Организация: | МБУК …», «Дата | 01.02.2026».
fn is_particular(table: &Table, row: usize, known: impl Fn(&str) -> bool) -> bool {
    const COLUMNS: usize = 5;
    let cells: Vec<_> = table.row(row).filter(|cell| !cell.text.trim().is_empty()).collect();
    let [label, value] = cells.as_slice() else { return false };
    let labelled = label.text.trim_end().ends_with(':') || !known(value.text);
    table.columns() >= COLUMNS && label.column == 0 && value.column == label.column_span && labelled
}

/// Whether headings that begin in `main` take this row too: a heading spans down to it, or groups of `main` are divided
/// in it.
fn goes_on(table: &Table, main: usize, row: usize) -> bool {
    let spanned = (0..table.columns()).any(|c| {
        let cell = table.at(row, c);
        cell.row <= main && cell.row_span > 1 && !cell.text.trim().is_empty()
    });
    if spanned || is_options(table, row) {
        return true;
    }
    let divided: Vec<usize> = (1..table.columns())
        .filter(|&c| table.own_text(main, c).trim().is_empty() && !table.own_text(row, c).trim().is_empty())
        .collect();
    // «Не пользовался» is an option as well as an answer; «Да» and «1» are answers.
    let is_word = |text: &str| !matches!(yes_no::read(text), Some(YesNo::Yes | YesNo::No)) && !is_number(text);
    let words = divided.iter().filter(|&&c| is_word(table.text(row, c)));
    divided.len() >= 2 && words.count() * 2 > divided.len()
}

/// A row of the options under questions: «Да», «Нет», «Затрудняюсь», «Всего», and nothing under the name.
fn is_options(table: &Table, row: usize) -> bool {
    let texts: Vec<String> = table.row(row).map(|cell| fold(cell.text)).filter(|text| !text.is_empty()).collect();
    let has = |option: &str| texts.iter().any(|text| text == option);
    let is_option =
        |text: &str| ["да", "нет", "всего", "итого"].contains(&text) || yes_no::read(text) == Some(YesNo::Neither);
    let all = texts.iter().all(|text| is_option(text));
    all && has("да") && (has("нет") || has("всего")) && table.text(row, 0).trim().is_empty()
}

fn is_number(text: &str) -> bool {
    text.trim().parse::<f64>().is_ok()
}

fn is_blank(table: &Table, row: usize) -> bool {
    (0..table.columns()).all(|column| table.text(row, column).trim().is_empty())
}

/// A row of column numbers: 1, 2, 3.
fn is_numbering(table: &Table, row: usize) -> bool {
    let numbers: Vec<Option<u32>> = table
        .row(row)
        .filter(|cell| !cell.text.trim().is_empty())
        .map(|cell| cell.text.trim().trim_end_matches('.').parse().ok())
        .collect();
    numbers.len() > 2 && numbers.windows(2).all(|pair| matches!(pair, [Some(a), Some(b)] if *b == a + 1))
}

fn heading(table: &Table, top: usize, bottom: usize, column: usize) -> Heading {
    let mut texts: Vec<String> = Vec::new();
    for row in top..bottom {
        let mut text = one_line(table.text(row, column));
        // A group heading whose merge was lost stands over the first of its columns only.
        if text.is_empty() && row + 1 < bottom && !one_line(table.text(row + 1, column)).is_empty() {
            text = (0..column).rev().map(|c| one_line(table.text(row, c))).find(|t| !t.is_empty()).unwrap_or_default();
        }
        if !text.is_empty() && texts.last() != Some(&text) && !is_numbering(table, row) {
            texts.push(text);
        }
    }
    let own = texts.pop().unwrap_or_default();
    Heading { group: texts.join(" "), own }
}

#[cfg(test)]
mod tests {
    use super::super::wording::Wording;
    use super::*;
    use crate::model::TableBuilder;

    fn known(text: &str) -> bool {
        Wording::new(text).has_any(&["организац", "стенд", "сайт"])
    }

    #[test]
    fn a_title_groups_and_a_numbering_row_are_told_apart() {
        let mut builder = TableBuilder::new();
        builder.put_merged(0, 0, 1, 5, "Чек-лист");
        builder.put_merged(1, 0, 2, 1, "Организация");
        builder.put_merged(1, 1, 1, 2, "На стенде");
        builder.put_merged(1, 3, 1, 2, "На сайте");
        for (column, text) in ["Устав", "График", "Устав", "План"].into_iter().enumerate() {
            builder.put(2, column + 1, text);
        }
        for column in 0..5 {
            builder.put(3, column, &(column + 1).to_string());
            builder.put(4, column, "1");
        }
        let headings = find(&builder.finish().expect("small"), known).expect("has headings");
        assert_eq!(headings.rows, 4);
        assert_eq!(headings.titles, ["Чек-лист"]);
        assert_eq!(headings.columns[0], Heading { group: String::new(), own: "Организация".to_owned() });
        assert_eq!(headings.columns[4].full(), "На сайте План");
    }

    #[test]
    fn groups_whose_merge_was_lost_are_filled_in() {
        let rows = [
            ["", "На стенде", "", "На сайте", ""],
            ["Организация", "Устав", "График", "Устав", "План"],
            ["Музей", "1", "0", "1", "1"],
        ];
        let headings = find(&TableBuilder::from_rows(rows).finish().expect("small"), known).expect("has headings");
        assert_eq!(headings.rows, 2);
        assert_eq!(headings.columns[2].full(), "На стенде График");
        assert_eq!(headings.columns[4].full(), "На сайте План");
    }
}
