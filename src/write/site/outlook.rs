//! What lies behind a place: the values of the groups, and what closing an organization's gaps would give.

use std::collections::BTreeMap;

use super::html::{cell, prose, table, text};
use crate::model::{GroupScore, Scope};
use crate::write::figures;
use crate::write::view::View;
use crate::write::words;

/// As many gaps as a reader can act upon; the table `gains` has them all.
const GAPS: usize = 5;

/// The gaps of an organization that are worth most.
pub(super) fn gains(view: &View<'_>, id: &str) -> String {
    let gaps: Vec<_> = view.prospects(id).iter().take(GAPS).collect();
    if gaps.is_empty() {
        return "<p>Недостатков, устранение которых подняло бы итоговый балл, не найдено.</p>\n".to_owned();
    }
    let rows: String = gaps
        .iter()
        .map(|p| {
            let gain = &p.gain;
            let place = words::move_of(p.place, p.place_after).unwrap_or_else(|| "—".to_owned());
            let condition = if gain.topic.is_none() {
                "<small>если удовлетворены все опрошенные</small>"
            } else {
                ""
            };
            let what = format!("{}{condition}", text(&gain.item));
            format!(
                "<tr><th scope=\"row\">{what}</th>{}{}{}{}</tr>\n",
                cell("Показатель", &words::code(&gain.indicator)),
                cell("Прибавка", &format!("+{}", figures::points(&gain.points))),
                cell("Итог", &figures::points(&gain.total)),
                cell("Место", &place)
            )
        })
        .collect();
    let heads = ["Недостаток", "Показатель", "Прибавка к итогу", "Итог", "Место"];
    format!(
        "<p>Каждая строка считает, что устранён только этот недостаток, а у остальных организаций ничего не изменилось; \
         прибавки не складываются.</p>\n{}",
        table("cards", "Самые весомые недостатки", &heads, &rows)
    )
}

/// Values of sectors, municipalities and the region.
pub(super) fn groups(view: &View<'_>) -> String {
    let mut rows: BTreeMap<&Scope, BTreeMap<&str, &GroupScore>> = BTreeMap::new();
    for group in &view.report.groups {
        rows.entry(&group.scope).or_default().insert(&group.code, group);
    }
    if rows.is_empty() {
        return "<p>Значений нет: ни у одной организации нет места.</p>\n".to_owned();
    }
    let codes: Vec<&str> = words::CRITERIA.into_iter().chain(["S"]).collect();
    let labels: Vec<String> = codes.iter().map(|code| words::code(code)).collect();
    let row = |(scope, figures): (&&Scope, &BTreeMap<&str, &GroupScore>)| {
        let value = |code: &&str| figures.get(code).map_or_else(|| "—".to_owned(), |g| figures::points(&g.value));
        let cells: String = codes.iter().zip(&labels).map(|(code, label)| cell(label, &value(code))).collect();
        let of = figures.get("S").map_or_else(|| "—".to_owned(), |group| words::members(group));
        format!("<tr><th scope=\"row\">{}</th>{cells}{}</tr>\n", text(&words::scope(scope)), prose("Среднее из", &of))
    };
    let rows: String = rows.iter().map(row).collect();
    let mut heads = vec!["Группа"];
    heads.extend(labels.iter().map(String::as_str));
    heads.push("Среднее из");
    table("cards sortable filterable", "Значения по сферам и муниципальным образованиям", &heads, &rows)
}
