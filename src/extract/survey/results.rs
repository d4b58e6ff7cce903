//! Numbers of met items, as tables of results give them, to check-lists that fit them.

use super::{column_number, row_number};
use crate::language::decimal::{self, Decimal};
use crate::language::fold::one_line;
use crate::language::total;
use crate::model::{CheckItem, CheckList, CheckListRow, CheckTopic, ColumnRole, Location, NamedBy, Table};

/// No list is longer.
const MOST_ITEMS: u32 = 500;
/// Where a sheet tells no norm, every topic has at least so many items: so many give the highest mark.
const LEAST_ITEMS: u32 = 5;

/// How many items of a topic an organization meets, and how many apply.
struct Tally {
    met: u32,
    norm: u32,
}

/// The check-list: of each topic the first items are met.
pub(super) fn read(table: &Table, place: Location, first: usize, columns: &[(usize, ColumnRole)]) -> CheckList {
    let cell = |row: usize, wanted: ColumnRole| {
        let (column, _) = columns.iter().find(|(_, role)| *role == wanted)?;
        Some(one_line(table.text(row, *column))).filter(|text| !text.is_empty())
    };
    let count = |row: usize, role: ColumnRole| {
        decimal::read(&cell(row, role)?).and_then(Decimal::whole).filter(|count| *count <= MOST_ITEMS)
    };
    let mut lines: Vec<(usize, String, Vec<Option<Tally>>)> = Vec::new();
    for row in first..table.rows() {
        let Some(name) = cell(row, ColumnRole::Organization).filter(|name| !total::is_total(name)) else { continue };
        let tally = |topic: &CheckTopic| {
            let met = count(row, ColumnRole::Met(*topic))?;
            Some(Tally { met, norm: count(row, ColumnRole::Norm(*topic)).unwrap_or(LEAST_ITEMS).max(met) })
        };
        lines.push((row, name, CheckTopic::ALL.iter().map(tally).collect()));
    }
    let mut list = CheckList { place, summed: true, ..CheckList::default() };
    let longest: Vec<u32> = (0..CheckTopic::ALL.len())
        .map(|topic| lines.iter().filter_map(|(_, _, tallies)| Some(tallies[topic].as_ref()?.norm)).max().unwrap_or(0))
        .collect();
    for (topic, length) in CheckTopic::ALL.iter().zip(&longest) {
        let column = columns.iter().find(|(_, role)| *role == ColumnRole::Met(*topic)).map_or(0, |(column, _)| *column);
        list.items.extend((1..=*length).map(|number| CheckItem {
            topic: *topic,
            text: format!("ещё одно условие (№ {number}; какое именно, в таблице результатов не указано)"),
            column: column_number(table, column),
        }));
    }
    for (row, organization, tallies) in lines {
        let mut met = Vec::with_capacity(list.items.len());
        for (tally, length) in tallies.iter().zip(&longest) {
            met.extend((0..*length).map(|item| {
                let tally = tally.as_ref()?;
                (item < tally.norm).then_some(item < tally.met)
            }));
        }
        list.rows.push(CheckListRow { organization, row: row_number(table, row), met, named_by: NamedBy::Column });
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::TableBuilder;

    #[test]
    fn items_are_made_to_fit_the_numbers() {
        let rows = [["Клуб «Заря»", "2", "3", "4"], ["Клуб «Мир»", "1", "2", ""], ["Итого", "3", "5", "4"]];
        let table = TableBuilder::from_rows(rows).finish().expect("small");
        let columns = [
            (0, ColumnRole::Organization),
            (1, ColumnRole::Met(CheckTopic::Stand)),
            (2, ColumnRole::Norm(CheckTopic::Stand)),
            (3, ColumnRole::Met(CheckTopic::Remote)),
        ];
        let list = read(&table, Location::table(1), 0, &columns);
        assert!(list.summed);
        assert_eq!(list.items.iter().map(|item| item.column).collect::<Vec<_>>(), [2, 2, 2, 4, 4, 4, 4, 4]);
        let met: Vec<_> = list.rows.iter().map(|row| row.met.clone()).collect();
        let (yes, no) = (Some(true), Some(false));
        assert_eq!(met[0], [yes, yes, no, yes, yes, yes, yes, no]);
        assert_eq!(met[1], [yes, no, None, None, None, None, None, None]);
        assert_eq!(met.len(), 2);
    }
}
