//! A ranking: the dot plot, and the table of places and criteria behind it.

use num_traits::ToPrimitive;

use super::charts::{self, Axis};
use super::funnel::funnel;
use super::html::{attribute, cell, organization_href, text};
use crate::model::{Place, Score};
use crate::write::figures;
use crate::write::tiers;
use crate::write::view::{Board, Severities, View};
use crate::write::words;

/// A plot with more lanes than this shows the two ends only; the table has everybody.
const LANES: usize = 60;
/// Organizations of one group that are named one by one.
const NAMED: usize = 12;

pub(super) fn board(view: &View<'_>, board: &Board<'_>) -> String {
    let title = text(&words::scope(board.scope));
    let tiers = tiers::tiers(&board.places);
    format!(
        "<h3>{title}</h3>\n{}{}{}{}",
        plot(view, board, &tiers),
        groups(view, &tiers),
        table(view, board, &title),
        funnel(view, board, &title)
    )
}

pub(super) fn interval(score: &Score) -> Option<(f64, f64)> {
    score.low.zip(score.high)
}

/// Who cannot be told apart; nothing where everybody can.
fn groups(view: &View<'_>, tiers: &[Vec<&Place>]) -> String {
    if tiers.iter().all(|tier| tier.len() == 1) {
        return String::new();
    }
    let items: String = tiers
        .iter()
        .map(|tier| {
            let place = |place: Option<&&Place>| place.and_then(|place| place.place);
            let span = words::places(place(tier.first()), place(tier.last())).unwrap_or_default();
            let names: Vec<_> = tier.iter().map(|place| view.name(&place.organization_id)).collect();
            let noun = if tier.len() == 1 { "место" } else { "места" };
            format!("<li><strong>{noun} {span}</strong> {}</li>", text(&words::listed(&names, NAMED)))
        })
        .collect();
    format!("<h4>Кого опрос не различает</h4>\n<p>{}</p>\n<ol class=\"tiers\">{items}</ol>\n", tiers::MEANING)
}

fn plot(view: &View<'_>, board: &Board<'_>, tiers: &[Vec<&Place>]) -> String {
    let ranked: Vec<_> = board
        .places
        .iter()
        .filter_map(|place| Some((*place, place.total.as_ref()?.to_f64()?, view.score(&place.organization_id, "S"))))
        .collect();
    if ranked.is_empty() {
        return "<p>Ни у одной организации нет итогового балла.</p>\n".to_owned();
    }
    let spread = |score: &Option<&Score>| score.and_then(interval);
    let axis = Axis::for_values(ranked.iter().map(|(_, total, score)| spread(score).map_or(*total, |(low, _)| low)));
    let mean = board.mean("S");
    // The last of every group but the lowest one.
    let last: Vec<&Place> = tiers.iter().rev().skip(1).filter_map(|tier| tier.last().copied()).collect();
    let lane = |(place, total, score): &(&Place, f64, Option<&Score>)| {
        let interval = spread(score);
        let is_last = last.iter().any(|last| last.organization_id == place.organization_id);
        format!(
            "<li{}><span class=\"who\">{}. {}</span>{}<span class=\"figure\">{}{}</span></li>\n",
            if is_last { " class=\"cut\"" } else { "" },
            place.place.map_or_else(|| "—".to_owned(), |place| place.to_string()),
            text(view.name(&place.organization_id)),
            axis.dot(*total, interval, mean),
            place.total.as_ref().map(figures::points).unwrap_or_default(),
            interval.map(|i| format!(" <small>{}</small>", charts::interval(Some(i)))).unwrap_or_default(),
        )
    };
    let lanes: String = if ranked.len() <= LANES {
        ranked.iter().map(lane).collect()
    } else {
        let (first, last) = (&ranked[..LANES / 2], &ranked[ranked.len() - LANES / 2..]);
        let between = ranked.len() - LANES;
        let gap = format!("<li class=\"gap\">… ещё {between} — в таблице ниже …</li>\n");
        first.iter().map(lane).chain([gap]).chain(last.iter().map(lane)).collect()
    };
    let mean = mean.map(|mean| format!(" Вертикальная черта — среднее, {}.", figures::estimate(mean)));
    format!(
        "<figure class=\"plot\"><figcaption>Итоговый балл: точка — значение, линия — интервал, в котором балл \
         находится с вероятностью 90 % с учётом погрешности опроса.{}{}</figcaption>\n\
         <div class=\"axis\"><span></span>{}<span></span></div>\n<ol>{lanes}</ol></figure>\n",
        mean.unwrap_or_default(),
        if last.is_empty() {
            ""
        } else {
            " Тёмная линейка отделяет группы организаций, которых опрос не различает."
        },
        axis.ruler(),
    )
}

fn table(view: &View<'_>, board: &Board<'_>, title: &str) -> String {
    let codes: Vec<_> = words::CRITERIA.into_iter().chain(["S"]).collect();
    let heads: String = codes
        .iter()
        .map(|code| {
            let label = words::code(code);
            format!("<th scope=\"col\"><abbr title=\"{}\">{label}</abbr></th>", text(view.figure(code)))
        })
        .collect();
    let rows: String = board.places.iter().map(|place| row(view, place, &codes)).collect();
    format!(
        "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"{title}: места и критерии\">\
         <table class=\"cards sortable filterable heat\"><caption>{title}: места и критерии. Чем темнее ячейка, тем \
         выше балл.</caption><thead><tr><th scope=\"col\">Место</th><th scope=\"col\">Организация</th>{heads}\
         <th scope=\"col\">Замечания</th></tr></thead><tbody>{rows}</tbody></table></div>\n"
    )
}

fn row(view: &View<'_>, place: &Place, codes: &[&str]) -> String {
    let id = place.organization_id.as_str();
    let rank = place.place.map_or_else(|| "—".to_owned(), |place| place.to_string());
    let mut notes: Vec<String> = view
        .organization(id)
        .and_then(|organization| organization.municipality.as_deref())
        .map(text)
        .into_iter()
        .collect();
    if let (Some(low), Some(high)) = (place.place_low, place.place_high)
        && low != high
    {
        notes.push(format!("с учётом погрешности — от {low} до {high}"));
    }
    if place.tied > 1 {
        notes.push(format!("место делят {}", place.tied));
    }
    notes.extend(place.previous_place.map(|previous| format!("прежде — {previous}")));
    notes.extend(
        place
            .previous
            .as_ref()
            .filter(|change| change.beyond_noise == Some(true))
            .map(|change| format!("балл изменился заметно: {}", figures::difference(&change.difference))),
    );
    notes.extend(place.note.as_deref().map(text));
    let notes = if notes.is_empty() { String::new() } else { format!("<small>{}</small>", notes.join("; ")) };
    let name = format!("<a href=\"{}\">{}</a>{notes}", attribute(&organization_href(id)), text(view.name(id)));
    let heat: String = codes.iter().map(|code| heat(view, id, code)).collect();
    let counts = Severities::of(view.findings(id).iter().copied());
    let total = view.findings(id).len();
    let findings = match counts.violations {
        0 => total.to_string(),
        n => format!("{total} <small class=\"violation\">нарушений {n}</small>"),
    };
    format!("<tr>{}<th scope=\"row\">{name}</th>{heat}{}</tr>\n", cell("Место", &rank), cell("Замечания", &findings))
}

/// A cell whose shade says how high the figure is; the figure itself is written in it.
fn heat(view: &View<'_>, id: &str, code: &str) -> String {
    let label = words::code(code);
    let score = view.score(id, code);
    match score.and_then(|score| score.value.as_ref()) {
        Some(value) => {
            let shade = shade(value.to_f64().unwrap_or_default());
            format!("<td class=\"h{shade}\" data-label=\"{label}\">{}</td>", figures::points(value))
        }
        None => {
            let note = score
                .and_then(|score| score.note.as_ref())
                .map_or("не рассчитано", |note| note.text.as_str());
            format!("<td class=\"none\" data-label=\"{label}\"><abbr title=\"{}\">—</abbr></td>", attribute(note))
        }
    }
}

/// Six shades: below 50, then by tens.
fn shade(value: f64) -> u8 {
    match value {
        v if v < 50.0 => 0,
        v if v < 60.0 => 1,
        v if v < 70.0 => 2,
        v if v < 80.0 => 3,
        v if v < 90.0 => 4,
        _ => 5,
    }
}
