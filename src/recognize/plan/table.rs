//! One table as a table of a plan: headings, roles of columns, rows to read.

use super::columns::{Strength, is_foreign};
use super::contents::{is_list, is_wordy, speaks_of_time};
use super::header::{self, Header};
use super::title;
use crate::language::fold::one_line;
use crate::model::{ColumnRole, Located, Location, PlanTable, Table};

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

use ColumnRole as R;

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
    let rows = (header.end..last).filter(|row| !skipped.contains(row)).collect::<Vec<_>>();
    let (columns, certain) = roles(table, header, &rows)?;
    let (row_offset, column_offset) = table.origin();
    let at = |row: usize, column: usize| {
        place.at_row((row + row_offset + 1) as u32).at_column((column + column_offset + 1) as u32)
    };
    let located = |rows: std::ops::Range<usize>| {
        rows.flat_map(|row| table.row(row).filter(|c| !c.text.trim().is_empty()).map(move |c| (row, c)))
            .map(|(row, cell)| Located::new(cell.text.to_owned(), at(row, cell.column)))
            .collect::<Vec<_>>()
    };
    Some(Found {
        before: located(from..header.first),
        after: located(last..end),
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

/// The row after the last measure: signatures, notes and empty rows at the foot are left out.
fn tail(table: &Table, first: usize, end: usize) -> usize {
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

fn texts(table: &Table, row: usize) -> Vec<String> {
    table.across(row).filter(|c| c.row == row).map(|c| one_line(c.text)).filter(|text| !text.is_empty()).collect()
}

/// The role of every column that has one, and whether they alone show a plan; `None` where they do not show one at all.
fn roles(table: &Table, header: &Header, rows: &[usize]) -> Option<(Vec<(usize, ColumnRole)>, bool)> {
    let mut roles = header.columns.iter().map(|c| c.role).collect::<Vec<_>>();
    let cells = |column: usize| cells(table, header, rows, column);
    keep_one(&mut roles, R::Deadline, R::Other, &cells);
    keep_one(&mut roles, R::ExpectedResult, R::Other, &cells);
    keep_first_officer(&mut roles, header);
    drop_event_date_beside_term(&mut roles);
    let foreign = header.columns.iter().filter(|c| is_foreign(&c.heading)).count();
    let titles_of_programme = programme(&mut roles, header, &cells);
    let sure_measure = choose_measure(&mut roles, &cells)?;
    let has = |role: ColumnRole| roles.iter().flatten().any(|(r, _)| *r == role);
    let term = has(R::Deadline)
        || has(R::DeadlineStart)
        || has(R::DeadlineEnd)
        || has(R::EventDate)
        || has(R::DeadlineAndOfficer);
    let person = has(R::Officer) || has(R::DeadlineAndOfficer) || has(R::MeasureAndOfficer);
    let other = has(R::ExpectedResult)
        || has(R::Deficiency)
        || has(R::Progress)
        || has(R::Completed)
        || has(R::Criterion)
        || has(R::Indicator);
    if !(term || person || other || titles_of_programme) {
        return None;
    }
    let timed = || {
        let column =
            roles.iter().position(|r| r.is_some_and(|(r, _)| matches!(r, R::Deadline | R::EventDate | R::DeadlineEnd)));
        column.is_some_and(|column| share(&cells(column), speaks_of_time) >= 0.5)
    };
    let certain = match (sure_measure, term, person) {
        (true, true, true) => true,
        (true, true, false) | (true, false, true) => foreign == 0,
        (true, false, false) => has(R::Deficiency) && has(R::Progress),
        (false, true, true) => foreign == 0,
        (false, true, false) => foreign == 0 && has(R::Number) && header.columns.len() <= 4 && timed(),
        (false, false, _) => false,
    };
    if rows.is_empty() {
        return None;
    }
    let columns = header.columns.iter().zip(&roles).filter_map(|(c, role)| role.map(|(r, _)| (c.edge, r))).collect();
    Some((columns, certain))
}

type Role = Option<(ColumnRole, Strength)>;

/// The texts of one column, by the order of cells in their rows.
fn cells(table: &Table, header: &Header, rows: &[usize], column: usize) -> Vec<String> {
    rows.iter()
        .take(200)
        .map(|&row| {
            let across = table.across(row).collect::<Vec<_>>();
            let cell = if across.len() == header.columns.len() {
                across[column]
            } else {
                table.at(row, header.columns[column].edge)
            };
            if cell.column_span >= table.columns() && header.columns.len() > 1 {
                String::new()
            } else {
                cell.text.to_owned()
            }
        })
        .filter(|text| !text.trim().is_empty())
        .collect()
}

fn share(cells: &[String], test: impl Fn(&str) -> bool) -> f64 {
    if cells.is_empty() { 0.0 } else { cells.iter().filter(|text| test(text)).count() as f64 / cells.len() as f64 }
}

/// Of several columns of one role the surest, then the first, keeps it.
fn keep_one(roles: &mut [Role], role: ColumnRole, rest: ColumnRole, cells: &dyn Fn(usize) -> Vec<String>) {
    let best = (0..roles.len())
        .filter(|&i| roles[i].is_some_and(|(r, _)| r == role))
        .max_by_key(|&i| (!cells(i).is_empty(), roles[i].map(|(_, s)| s), std::cmp::Reverse(i)));
    for (i, slot) in roles.iter_mut().enumerate() {
        if slot.is_some_and(|(r, _)| r == role) && Some(i) != best {
            *slot = Some((rest, Strength::Weak));
        }
    }
}

/// A second column of persons names those who help, unless one heading is divided into post and name.
fn keep_first_officer(roles: &mut [Role], header: &Header) {
    let top = |i: usize| header.columns[i].heading.split_once(" / ").map(|(top, _)| top.to_owned());
    let mut first: Option<usize> = None;
    for i in 0..roles.len() {
        let Some((R::Officer, strength)) = roles[i] else { continue };
        match first {
            Some(first) if top(first).is_none() || top(first) != top(i) => roles[i] = Some((R::CoOfficer, strength)),
            _ => first = Some(i),
        }
    }
    if first.is_none()
        && let Some(slot) = roles.iter_mut().find(|slot| matches!(slot, Some((R::CoOfficer, _))))
    {
        *slot = Some((R::Officer, Strength::Weak));
    }
}

/// «Дата» beside «Срок» is no second term.
fn drop_event_date_beside_term(roles: &mut [Role]) {
    let term = roles.iter().flatten().any(|(r, _)| *r == R::Deadline);
    for slot in roles.iter_mut() {
        if term && matches!(slot, Some((R::EventDate, Strength::Weak))) {
            *slot = Some((R::Other, Strength::Weak));
        }
    }
}

/// A programme without terms: a column of directions, and one of results that are lists of what is to be done. The
/// directions are sections then, and the results are the measures.
fn programme(roles: &mut [Role], header: &Header, cells: &dyn Fn(usize) -> Vec<String>) -> bool {
    let term = roles
        .iter()
        .flatten()
        .any(|(r, _)| matches!(r, R::Deadline | R::DeadlineStart | R::DeadlineEnd | R::EventDate | R::Officer));
    let sure = roles.iter().flatten().any(|(r, s)| *r == R::Measure && *s == Strength::Sure);
    let direction = roles.iter().position(|slot| matches!(slot, Some((R::Measure, Strength::Weak))));
    let result = roles.iter().position(|slot| matches!(slot, Some((R::ExpectedResult, _))));
    let (false, false, Some(direction), Some(result)) = (term, sure, direction, result) else { return false };
    if header.columns.len() > 4 || share(&cells(result), is_list) < 0.5 {
        return false;
    }
    roles[direction] = Some((R::Section, Strength::Weak));
    roles[result] = Some((R::Measure, Strength::Weak));
    true
}

/// Leaves one column of measures and says whether its heading is sure. Without a heading of measures, the only column of
/// words that has no role holds them.
fn choose_measure(roles: &mut [Role], cells: &dyn Fn(usize) -> Vec<String>) -> Option<bool> {
    if roles.iter().flatten().any(|(r, _)| *r == R::MeasureAndOfficer) {
        demote(roles, None);
        return Some(true);
    }
    let strength = roles.iter().flatten().filter(|(r, _)| *r == R::Measure).map(|(_, s)| *s).max();
    let mean = |i: usize| {
        let cells = cells(i);
        cells.iter().map(|text| text.chars().count()).sum::<usize>() / cells.len().max(1)
    };
    let chosen = match strength {
        Some(strength) => {
            let same = |i: &usize| roles[*i] == Some((R::Measure, strength));
            (0..roles.len()).filter(same).max_by_key(|&i| (mean(i), std::cmp::Reverse(i)))
        }
        None => {
            let mut wordy = (0..roles.len()).filter(|&i| roles[i].is_none() && share(&cells(i), is_wordy) >= 0.6);
            let only = wordy.next();
            only.filter(|_| wordy.next().is_none())
        }
    }?;
    roles[chosen] = Some((R::Measure, strength.unwrap_or(Strength::Weak)));
    demote(roles, Some(chosen));
    Some(strength == Some(Strength::Sure))
}

fn demote(roles: &mut [Role], keep: Option<usize>) {
    for (i, slot) in roles.iter_mut().enumerate() {
        if matches!(slot, Some((R::Measure, _))) && Some(i) != keep {
            *slot = Some((R::Other, Strength::Weak));
        }
    }
}

/// A table without headings that goes on with the plan of the table before it: as many columns, and no headings that
/// say something else.
pub(super) fn without_headings(table: &Table, place: &Location, before: &PlanTable) -> Option<PlanTable> {
    if table.rows() == 0 || before.edges.len() < 2 {
        return None;
    }
    let alike = (0..table.rows()).filter(|&row| table.across(row).count() == before.edges.len()).count();
    let full = (0..table.rows()).filter(|&row| table.across(row).count() == 1).count();
    if alike == 0 || alike + full < table.rows().div_ceil(2) {
        return None;
    }
    // The headings may be left as an empty row.
    let first = (0..table.rows()).find(|&row| !texts(table, row).is_empty())?;
    let last = tail(table, first, table.rows());
    let skipped = (first..last).filter(|&row| header::numbers_columns(table, row)).collect::<Vec<_>>();
    let first_data = (first..last).find(|row| !skipped.contains(row))?;
    let edges = (0..table.rows())
        .map(|row| table.across(row).map(|c| c.column).collect::<Vec<_>>())
        .find(|edges| edges.len() == before.edges.len())?;
    let columns = before
        .columns
        .iter()
        .filter_map(|(edge, role)| before.edges.iter().position(|e| e == edge).map(|i| (edges[i], *role)))
        .collect::<Vec<_>>();
    Some(PlanTable {
        place: place.clone(),
        rows: first..last,
        continues: goes_on(table, first_data, &edges, &columns),
        headings: before.headings.clone(),
        columns,
        skipped,
        edges,
        ..PlanTable::default()
    })
}

/// Whether a row is the rest of the row before the page break: no number of its own, no term and nobody responsible,
/// and words that go on.
fn goes_on(table: &Table, row: usize, edges: &[usize], columns: &[(usize, ColumnRole)]) -> bool {
    let across = table.across(row).collect::<Vec<_>>();
    if across.len() != edges.len() {
        return false;
    }
    let text = |role: ColumnRole| {
        columns
            .iter()
            .find(|(_, r)| *r == role)
            .and_then(|(edge, _)| across.iter().find(|c| c.column == *edge))
            .map(|c| c.text.trim())
    };
    let empty = |role: ColumnRole| text(role).is_none_or(str::is_empty);
    let measure = text(R::Measure).or_else(|| text(R::MeasureAndOfficer)).unwrap_or("");
    let small =
        measure.chars().next().is_some_and(|c| c.is_lowercase() || !c.is_alphanumeric() && !"«\"•-–—".contains(c));
    let numbered = columns.iter().any(|(_, r)| *r == R::Number);
    let first_empty = across.first().is_some_and(|c| c.text.trim().is_empty());
    let bare = empty(R::Deadline) && empty(R::Officer) && empty(R::DeadlineAndOfficer);
    let lone = across.iter().filter(|c| !c.text.trim().is_empty()).count() == 1;
    empty(R::Number)
        && ((small && bare)
            || (numbered && first_empty && bare && !lone)
            || (small && first_empty && numbered)
            || measure.is_empty() && !lone)
}

#[cfg(test)]
mod tests {
    use super::*;
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
