//! What changed since the previous round: totals and places then and now, and whether the change is more than noise.

use num_traits::{Signed, ToPrimitive};

use super::charts::Axis;
use super::html::{cell, organization_href, table, text};
use crate::model::{Change, Place};
use crate::write::figures;
use crate::write::view::{Board, View};
use crate::write::words::{self, plural};

/// A plot with more lanes than this would not be looked through; the table has everybody.
const LANES: usize = 60;
/// More organizations than this are very many.
const MANY: usize = 300;

pub(super) fn board(view: &View<'_>, board: &Board<'_>) -> String {
    let title = text(&words::scope(board.scope));
    let compared: Vec<(&Place, &Change)> =
        board.places.iter().filter_map(|place| Some((*place, place.previous.as_ref()?))).collect();
    if compared.is_empty() {
        return format!(
            "<h3>{title}</h3>\n<p>В прошлом раунде этих организаций не было или их балл не опубликован.</p>\n"
        );
    }
    // Of very many organizations only those that changed beyond the noise are told: of the others nothing can be said.
    let is_told = |place: &&&Place| {
        let beyond = place.previous.as_ref().is_some_and(|change| change.beyond_noise == Some(true));
        board.places.len() <= MANY || beyond
    };
    let rows: String = board.places.iter().filter(is_told).map(|place| row(view, place)).collect();
    let heads = ["Организация", "Итог был", "Итог стал", "Разница", "Место", "Вывод"];
    let caption = format!("{title}: сравнение с прошлым раундом");
    format!(
        "<h3>{title}</h3>\n{}{}{}",
        in_short(&compared),
        plot(view, &compared),
        table("cards sortable filterable", &caption, &heads, &rows)
    )
}

fn in_short(compared: &[(&Place, &Change)]) -> String {
    let count = |rises: bool| {
        let beyond = |change: &Change| change.beyond_noise == Some(true) && change.difference.is_positive() == rises;
        compared.iter().filter(|(_, change)| beyond(change)).count()
    };
    let (risen, fallen, all) = (count(true), count(false), compared.len());
    format!(
        "<p>Сравнение возможно для {all} {}: балл заметно вырос у {risen}, заметно снизился у {fallen}. Остальные изменения не больше \
         погрешности двух опросов или её нельзя оценить: по ним нельзя судить, стало ли лучше.</p>\n",
        plural(all, "организации", "организаций", "организаций")
    )
}

fn plot(view: &View<'_>, compared: &[(&Place, &Change)]) -> String {
    let values = |(place, change): &(&Place, &Change)| Some((change.total.to_f64()?, place.total.as_ref()?.to_f64()?));
    let pairs: Vec<_> = compared.iter().filter_map(|pair| Some((pair.0, pair.1, values(pair)?))).collect();
    if pairs.is_empty() || pairs.len() > LANES {
        return String::new();
    }
    let axis = Axis::for_values(pairs.iter().map(|(_, _, (before, now))| before.min(*now)));
    let lanes: String = pairs
        .iter()
        .map(|(place, change, (before, now))| {
            format!(
                "<li><span class=\"who\">{}</span>{}<span class=\"figure\">{} <small>{}</small></span></li>\n",
                text(view.name(&place.organization_id)),
                axis.change(*before, *now),
                figures::difference(&change.difference),
                words::verdict(change)
            )
        })
        .collect();
    format!(
        "<figure class=\"plot\"><figcaption>Кольцо — итоговый балл прошлого раунда, точка — нынешний.</figcaption>\n\
         <div class=\"axis\"><span></span>{}<span></span></div>\n<ol>{lanes}</ol></figure>\n",
        axis.ruler()
    )
}

fn row(view: &View<'_>, place: &Place) -> String {
    let change = place.previous.as_ref();
    let dash = || "—".to_owned();
    let ranks = match (place.previous_place, place.place) {
        (None, now) => now.map_or_else(dash, |now| now.to_string()),
        (Some(before), now) => words::move_of(Some(before), now).unwrap_or_else(|| format!("{before} → —")),
    };
    format!(
        "<tr><th scope=\"row\"><a href=\"{}\">{}</a></th>{}{}{}{}{}</tr>\n",
        organization_href(&place.organization_id),
        text(view.name(&place.organization_id)),
        cell("Итог был", &change.map_or_else(dash, |change| figures::points(&change.total))),
        cell("Итог стал", &place.total.as_ref().map_or_else(dash, figures::points)),
        cell("Разница", &change.map_or_else(dash, |change| figures::difference(&change.difference))),
        cell("Место", &ranks),
        cell("Вывод", change.map_or("сравнить не с чем", words::verdict))
    )
}
