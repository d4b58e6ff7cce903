//! Plans written as cards: a small table for each measure, with labels on the left and what they say on the right.

use super::columns;
use super::table::texts;
use crate::model::{ColumnRole, Location, PlanTable, Table};

use ColumnRole as R;

/// A table of labels and values, with the role of every labelled row; `None` where the left column is no labels of a plan.
pub(super) fn find(table: &Table, place: &Location) -> Option<PlanTable> {
    let pairs = (0..table.rows()).filter(|&row| table.across(row).take(3).count() == 2).collect::<Vec<_>>();
    let labels = pairs
        .iter()
        .filter_map(|&row| {
            let label = table.across(row).next()?;
            let (role, _) = columns::role(label.text).filter(|_| label.row == row)?;
            Some((row, role))
        })
        .collect::<Vec<_>>();
    let has = |roles: &[ColumnRole]| labels.iter().any(|(_, role)| roles.contains(role));
    if labels.len() < 3 || !has(&[R::Measure]) || !has(&[R::Deadline, R::Officer]) {
        return None;
    }
    // Last, because it looks at every row: a long sheet of answers has been told apart by now.
    let filled = (0..table.rows()).filter(|&row| !texts(table, row).is_empty()).count();
    if labels.len() * 4 < filled * 3 {
        return None;
    }
    let first = *pairs.first()?;
    Some(PlanTable {
        place: place.clone(),
        rows: 0..table.rows(),
        edges: table.across(first).map(|cell| cell.column).collect(),
        labels,
        ..PlanTable::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::TableBuilder;

    #[test]
    fn labels_on_the_left() {
        let table = |rows: &[[&str; 2]]| TableBuilder::from_rows(rows).finish().expect("small");
        let card = table(&[["Мероприятие", "Купить кулер"], ["Срок", "май"], ["Ответственный", "завхоз"]]);
        let found = find(&card, &Location::table(1)).expect("a card");
        assert_eq!(found.labels, [(0, R::Measure), (1, R::Deadline), (2, R::Officer)]);
        let persons = table(&[["Директор", "Птицын А.А."], ["Адрес", "ул. Лесная, 1"], ["Телефон", "1-22-33"]]);
        assert_eq!(find(&persons, &Location::table(1)), None);
    }
}
