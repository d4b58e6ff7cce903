//! A titled table that never had headings: its columns are told by their cells.

use super::contents::{is_wordy, names_officer, speaks_of_time};
use super::header;
use super::table::{tail, texts};
use crate::model::{ColumnRole, Location, PlanTable, Table};

/// Columns are judged by this many rows.
const SAMPLE: usize = 100;

/// The table as a plan's, when one column speaks of time and another holds sentences.
pub(super) fn by_contents(table: &Table, place: &Location) -> Option<PlanTable> {
    let counts = (0..table.rows()).map(|row| table.across(row).count()).filter(|&count| count > 1).collect::<Vec<_>>();
    let columns = *counts.iter().max()?;
    if counts.len() < 2 || !(2..=8).contains(&columns) {
        return None;
    }
    let full = (0..table.rows())
        .filter(|&row| table.across(row).count() == columns && texts(table, row).len() > 1)
        .collect::<Vec<_>>();
    let first = *full.first()?;
    if full.len() < 2 {
        return None;
    }
    let cells = |column: usize| {
        full.iter()
            .take(SAMPLE)
            .filter_map(|&row| table.across(row).nth(column).map(|cell| cell.text.trim()))
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
    };
    let share = |column: usize, test: &dyn Fn(&str) -> bool| {
        let cells = cells(column);
        cells.iter().filter(|text| test(text)).count() as f64 / cells.len().max(1) as f64
    };
    let mean = |column: usize| {
        cells(column).iter().map(|text| text.chars().count()).sum::<usize>() / cells(column).len().max(1)
    };
    let term = (0..columns).filter(|&c| mean(c) <= 60).find(|&c| share(c, &speaks_of_time) >= 0.6)?;
    let measure =
        (0..columns).filter(|&c| c != term && mean(c) >= 20 && share(c, &is_wordy) >= 0.8).max_by_key(|&c| mean(c))?;
    let number = |text: &str| text.chars().all(|c| c.is_ascii_digit() || ".) ".contains(c));
    let officer = (0..columns).filter(|&c| c != term && c != measure).find(|&c| share(c, &names_officer) >= 0.5);
    let edges = table.across(first).map(|cell| cell.column).collect::<Vec<_>>();
    let role = |column: usize| match column {
        _ if column == measure => Some(ColumnRole::Measure),
        _ if column == term => Some(ColumnRole::Deadline),
        _ if Some(column) == officer => Some(ColumnRole::Officer),
        0 if share(0, &number) >= 0.6 => Some(ColumnRole::Number),
        _ => None,
    };
    let begin = (0..=first).rev().take_while(|&row| row == first || texts(table, row).len() == 1).last()?;
    let rows = begin..tail(table, begin, table.rows());
    Some(PlanTable {
        place: place.clone(),
        skipped: rows.clone().filter(|&row| header::numbers_columns(table, row)).collect(),
        rows,
        columns: (0..columns).filter_map(|column| role(column).map(|role| (edges[column], role))).collect(),
        edges,
        ..PlanTable::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::TableBuilder;

    fn roles(rows: &[&[&str]]) -> Option<Vec<ColumnRole>> {
        let table = TableBuilder::from_rows(rows.iter().map(|row| row.iter())).finish().expect("small");
        by_contents(&table, &Location::table(1)).map(|found| found.columns.into_iter().map(|(_, role)| role).collect())
    }

    #[test]
    fn columns_are_told_by_their_cells() {
        use ColumnRole::*;
        let plan: &[&[&str]] = &[
            &["1", "Обновить указатели у всех входов", "до 01.05.2024", "Рябинин П.П."],
            &["2", "Провести опрос гостей парка", "июль 2024 г.", "методист"],
        ];
        assert_eq!(roles(plan), Some(vec![Number, Measure, Deadline, Officer]));
        let staff: &[&[&str]] =
            &[&["1", "Рябинин Пётр Павлович", "инженер"], &["2", "Вербина Софья Сергеевна", "методист"]];
        assert_eq!(roles(staff), None);
    }
}
