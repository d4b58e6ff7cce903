//! Sheets about what lies behind a place: what closing gaps would give, and the means of groups.

use std::collections::BTreeMap;

use super::sheet::{Cell, Sheet};
use crate::model::{GroupScore, Prospect, Scope};
use crate::write::view::View;
use crate::write::words;

/// One row per gap, the largest gain of an organization first.
pub(super) fn gains(view: &View<'_>) -> Sheet {
    let number = |n: Option<u32>| n.map_or(Cell::Empty, |n| Cell::Count(n.into()));
    let row = |prospect: &Prospect| {
        let gain = &prospect.gain;
        let condition =
            if gain.topic.is_none() { "если удовлетворены все опрошенные" } else { "" };
        vec![
            Cell::text(view.name(&prospect.organization_id)),
            Cell::text(&words::code(&gain.indicator)),
            Cell::text(&gain.item),
            Cell::text(condition),
            Cell::points(Some(&gain.points)),
            Cell::points(Some(&gain.total)),
            number(prospect.place),
            number(prospect.place_after),
        ]
    };
    Sheet {
        name: "Что даст устранение",
        heads: vec![
            ("Организация", 44),
            ("Показатель", 12),
            ("Недостаток", 60),
            ("Условие", 26),
            ("Прибавка к итогу", 11),
            ("Итог", 9),
            ("Место сейчас", 9),
            ("Место после", 9),
        ],
        rows: view.report.prospects.iter().map(row).collect(),
        marked: &[],
    }
}

/// One row per sector, municipality and the region.
pub(super) fn means(view: &View<'_>) -> Sheet {
    let mut scopes: BTreeMap<&Scope, BTreeMap<&str, &GroupScore>> = BTreeMap::new();
    for group in &view.report.groups {
        scopes.entry(&group.scope).or_default().insert(&group.code, group);
    }
    let row = |(scope, figures): (&Scope, BTreeMap<&str, &GroupScore>)| {
        let figure = |code: &str| Cell::points(figures.get(code).map(|group| &group.value));
        let mut cells = vec![Cell::text(&words::scope(scope))];
        cells.extend(words::CRITERIA.map(figure));
        cells.push(figure("S"));
        cells.push(figures.get("S").map_or(Cell::Empty, |group| Cell::text(&words::members(group))));
        cells
    };
    Sheet {
        name: "Средние значения",
        heads: vec![
            ("Группа", 60),
            ("К1", 9),
            ("К2", 9),
            ("К3", 9),
            ("К4", 9),
            ("К5", 9),
            ("Итоговый балл", 10),
            ("Среднее из", 18),
        ],
        rows: scopes.into_iter().map(row).collect(),
        marked: &[],
    }
}
