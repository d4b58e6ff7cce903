//! One table as a table of a plan: headings, roles of columns, rows to read.

use std::ops::Range;

use super::contents::speaks_of_time;
use super::header::{self, Header};
use super::{roles, title};
use crate::language::fold::one_line;
use crate::model::{Located, Location, PlanTable, Table};

/// A table that may belong to a plan.
pub(super) struct Found {
    /// The table; its part, block and path are for the caller to fill.
    pub(super) table: PlanTable,
    /// Texts above the headings.
    pub(super) before: Vec<Located<String>>,
    /// Texts below the measures.
    pub(super) after: Vec<Located<String>>,
    /// Whether its headings alone show a plan; otherwise a title has to.
    pub(super) certain: bool,
}

/// The plans of one table, by its headings: usually one; a sheet may hold several, one below the other.
pub(super) fn with_headings(table: &Table, place: &Location) -> Vec<Found> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(header) = header::find(table, from) {
        let end = next_document(table, &header).unwrap_or(table.rows());
        if let Some(one) = read(table, &header, from, end, place) {
            found.push(one);
        }
        from = end.max(header.end);
    }
    found
}

/// The row at which another plan begins below the first: its stamp or title on a line of its own, and headings again.
fn next_document(table: &Table, header: &Header) -> Option<usize> {
    let mut title = None;
    for row in header.end..table.rows() {
        let texts = texts(table, row);
        match texts.as_slice() {
            [] => {}
            [one] if title::begins_document(one) => title = title.or(Some(row)),
            [_] => {}
            _ if title.is_some() && header::at(table, row).is_some() => return title,
            // Two stamps side by side are still a head.
            many if title.is_some() && many.iter().any(|text| title::begins_document(text)) => {}
            _ => title = None,
        }
    }
    None
}

fn read(table: &Table, header: &Header, from: usize, end: usize, place: &Location) -> Option<Found> {
    let last = tail(table, header.end, end);
    let skipped = (header.end..last)
        .filter(|&row| header::numbers_columns(table, row) || header::repeats(table, row, header))
        .collect::<Vec<_>>();
    let rows = (header.end..last).filter(|row| skipped.binary_search(row).is_err()).collect::<Vec<_>>();
    let (columns, certain) = roles::of_columns(table, header, &rows)?;
    Some(Found {
        before: located(table, place, from..header.first),
        after: located(table, place, last..end),
        certain,
        table: PlanTable {
            place: place.clone(),
            rows: header.end..last,
            columns,
            headings: header.columns.iter().map(|c| c.heading.clone()).collect(),
            skipped,
            edges: header.columns.iter().map(|c| c.edge).collect(),
            ..PlanTable::default()
        },
    })
}

/// The texts of some rows with their places, in reading order.
pub(super) fn located(table: &Table, place: &Location, rows: Range<usize>) -> Vec<Located<String>> {
    let (row_offset, column_offset) = table.origin();
    let at = |row: usize, column: usize| {
        place.at_row((row + row_offset + 1) as u32).at_column((column + column_offset + 1) as u32)
    };
    rows.flat_map(|row| table.row(row).filter(|c| !c.text.trim().is_empty()).map(move |c| (row, c)))
        .map(|(row, cell)| Located::new(cell.text.to_owned(), at(row, cell.column)))
        .collect()
}

/// The row after the last measure: signatures, notes and empty rows at the foot are left out.
pub(super) fn tail(table: &Table, first: usize, end: usize) -> usize {
    let mut last = end;
    while last > first {
        let texts = texts(table, last - 1);
        let closes = match texts.as_slice() {
            [] => true,
            many if many.len() <= 3 => {
                many.iter().any(|text| title::closes_plan(text))
                    && !many.iter().any(|text| speaks_of_time(text) && many.len() > 2)
            }
            _ => false,
        };
        if !closes {
            break;
        }
        last -= 1;
    }
    last
}

pub(super) fn texts(table: &Table, row: usize) -> Vec<String> {
    table.across(row).filter(|c| c.row == row).map(|c| one_line(c.text)).filter(|text| !text.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::continuation::without_headings;
    use super::*;
    use crate::model::ColumnRole::{self, self as R};
    use crate::model::TableBuilder;

    fn table(rows: &[&[&str]]) -> Table {
        TableBuilder::from_rows(rows.iter().map(|row| row.iter())).finish().expect("small")
    }

    fn recognized(rows: &[&[&str]]) -> Option<(Vec<ColumnRole>, bool)> {
        let table = table(rows);
        let found = with_headings(&table, &Location::table(1)).into_iter().next()?;
        Some((found.table.columns.iter().map(|(_, role)| *role).collect(), found.certain))
    }

    #[test]
    fn an_ordinary_plan() {
        let rows: &[&[&str]] = &[
            &["№ п/п", "Мероприятие", "Срок", "Ответственный"],
            &["1", "2", "3", "4"],
            &["1", "Обновить стенд у входа", "до 01.03.2025", "Ромашкина А.А."],
        ];
        assert_eq!(recognized(rows), Some((vec![R::Number, R::Measure, R::Deadline, R::Officer], true)));
    }

    #[test]
    fn a_column_of_words_without_a_known_heading_holds_the_measures() {
        let rows: &[&[&str]] = &[
            &["№", "Сроки", "Этапы пути"],
            &["1", "24-25.09.14", "Постановка целей"],
            &["2", "май 2014", "Проверка итогов"],
        ];
        assert_eq!(recognized(rows), Some((vec![R::Number, R::Deadline, R::Measure], true)));
    }

    #[test]
    fn cells_tell_terms_and_officers_where_headings_do_not() {
        let rows: &[&[&str]] = &[
            &["№", "Мероприятие", "Участники", "Выполнить до", "Сотрудник"],
            &["1", "Обновить стенд у входа", "родители, педагоги", "01.03.2025", "методист Ромашкина А.А."],
            &["2", "Провести опрос гостей", "учителя", "июнь", "завхоз"],
        ];
        assert_eq!(recognized(rows), Some((vec![R::Number, R::Measure, R::Deadline, R::Officer], true)));
    }

    #[test]
    fn a_programme_of_directions_and_results() {
        let rows: &[&[&str]] = &[
            &["Номер", "Направление", "Ожидаемые результаты"],
            &["1", "Работа с детьми", "- Открытие клуба.\n- Проведение ярмарки."],
        ];
        assert_eq!(recognized(rows), Some((vec![R::Number, R::Section, R::Measure], false)));
    }

    #[test]
    fn other_tables_are_no_plans() {
        let price: &[&[&str]] =
            &[&["№", "Наименование", "Цена", "Срок поставки"], &["1", "Стол письменный", "1200", "10 дней"]];
        let scores: &[&[&str]] = &[&["Показатель", "Баллы", "Место в отрасли"], &["Открытость", "91.5", "4"]];
        let lessons: &[&[&str]] = &[&["Дата", "Тема", "Часы"], &["01.09", "Введение в предмет", "2"]];
        let staff: &[&[&str]] =
            &[&["№", "ФИО", "Должность", "Телефон"], &["1", "Ромашкина А.А.", "директор", "1-22-33"]];
        let budget: &[&[&str]] =
            &[&["Наименование мероприятия", "Сумма, руб.", "2025 год"], &["Ремонт крыши здания", "100", "100"]];
        for rows in [price, scores, lessons, staff, budget] {
            assert!(recognized(rows).is_none_or(|(_, certain)| !certain), "{rows:?}");
        }
    }

    #[test]
    fn a_table_cut_by_a_page() {
        let head = table(&[
            &["№", "Мероприятие", "Срок", "Ответственный"],
            &["1", "Напечатать путеводитель, включив сведения", "май 2025", "методист"],
        ]);
        let before = with_headings(&head, &Location::table(1)).remove(0).table;
        let rest = table(&[
            &["", "", "", ""],
            &["", "о льготных днях.", "", ""],
            &["2", "Заменить вывеску", "июнь 2025", "завхоз"],
        ]);
        let rest = without_headings(&rest, &Location::table(2), &before).expect("goes on");
        assert!(rest.continues);
        assert_eq!(rest.rows, 1..3);
    }

    #[test]
    fn two_plans_on_one_sheet() {
        let sheet = table(&[
            &["План библиотеки", "", ""],
            &["Мероприятие", "Срок", "Ответственный"],
            &["Обновить стенд у входа", "май 2025", "методист"],
            &["План музея", "", ""],
            &["Мероприятие", "Срок", "Ответственный"],
            &["Покрасить забор у входа", "июнь 2025", "завхоз"],
        ]);
        let found = with_headings(&sheet, &Location::table(1));
        assert_eq!(found.iter().map(|f| f.table.rows.clone()).collect::<Vec<_>>(), [2..3, 5..6]);
        assert_eq!(found[1].before[0].value, "План музея");
    }
}
