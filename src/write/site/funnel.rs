//! The funnel plot: shares of the satisfied against the number of answers, and the table behind it.

use std::fmt::Write;

use super::html::{cell, organization_href, table, text};
use crate::write::figures;
use crate::write::funnel::{Funnel, Point, Position};
use crate::write::view::{Board, View};
use crate::write::words;

/// More organizations than this are very many.
const MANY: usize = 300;
/// Points of a limit line.
const STEPS: u64 = 60;

/// Nothing where too few organizations have shares.
pub(super) fn funnel(view: &View<'_>, board: &Board<'_>, title: &str) -> String {
    let Some(funnel) = Funnel::of(view, board) else { return String::new() };
    let (code, name) = (words::code(funnel.code), text(view.figure(funnel.code)));
    let told: Vec<_> = funnel.points.iter().filter(|point| is_told(&funnel, point)).collect();
    let rows: String = told.iter().map(|point| row(view, &funnel, point)).collect();
    let untold = funnel.points.len() - told.len();
    let rest = if untold == 0 {
        String::new()
    } else {
        format!("<p>В границах ещё {untold}; их доли — в таблице scores.</p>\n")
    };
    let heads = ["Организация", "Доля, %", "Ответов", "Границы 95 %", "Положение"];
    let caption = format!("{title}: показатель {code} и число ответов");
    format!(
        "<h4>Доля и число ответов: показатель {code}</h4>\n\
         <figure class=\"funnel\"><figcaption>{name}. Каждая точка — организация: по горизонтали число ответов, по вертикали доля \
         удовлетворённых. Горизонтальная черта — общая доля, {}&nbsp;%. Между сплошными линиями доля отличается от общей \
         не больше, чем бывает случайно (95&nbsp;%), между пунктирными — 99,8&nbsp;%; полый кружок лежит за первой \
         границей, большой — за второй. Чем меньше ответов, тем шире границы: малое число анкет само по себе не делает \
         организацию ни лучшей, ни худшей.</figcaption>\n{}</figure>\n\
         <details><summary>Данные диаграммы</summary>{rest}{}</details>\n",
        per_cent(funnel.mean),
        plot(view, &funnel),
        table("cards sortable filterable", &caption, &heads, &rows)
    )
}

/// Of very many organizations only those beyond the limits are told one by one: the others say nothing.
fn is_told(funnel: &Funnel<'_>, point: &Point<'_>) -> bool {
    funnel.points.len() <= MANY || funnel.position(point) != Position::Within
}

/// «92,31».
fn per_cent(share: f64) -> String {
    figures::estimate(share * 100.0)
}

fn row(view: &View<'_>, funnel: &Funnel<'_>, point: &Point<'_>) -> String {
    let (low, high) = funnel.narrow(point.of);
    let above = point.share() > funnel.mean;
    let position = match (funnel.position(point), above) {
        (Position::Within, _) => "в границах",
        (Position::Apart, true) => "выше границы 95 %",
        (Position::Apart, false) => "ниже границы 95 %",
        (Position::FarApart, true) => "выше границы 99,8 %",
        (Position::FarApart, false) => "ниже границы 99,8 %",
    };
    format!(
        "<tr><th scope=\"row\"><a href=\"{}\">{}</a></th>{}{}{}{}</tr>\n",
        organization_href(point.organization_id),
        text(view.name(point.organization_id)),
        cell("Доля, %", &per_cent(point.share())),
        cell("Ответов", &point.of.to_string()),
        cell("Границы 95 %", &format!("{}–{}", per_cent(low), per_cent(high))),
        cell("Положение", position)
    )
}

/// Part of the plane that is shown: answers from 0, shares down to a round number below everything.
struct Frame {
    /// The end of the scale of answers, and the distance of its marks.
    answers: u64,
    step: u64,
    lowest: f64,
}

impl Frame {
    fn of(funnel: &Funnel<'_>) -> Self {
        let least = funnel.points.iter().map(|point| point.of).min().unwrap_or(1);
        let lowest = funnel.points.iter().map(Point::share).fold(funnel.wide(least).0, f64::min);
        let step = step(funnel.most());
        Self {
            answers: (funnel.most() / step + 1) * step,
            step,
            lowest: ((lowest * 10.0 - 0.2).floor() / 10.0).clamp(0.0, 0.9),
        }
    }

    /// Per cent of the width.
    fn x(&self, n: u64) -> f64 {
        n as f64 / self.answers as f64 * 100.0
    }

    /// Per cent of the height, from above; more than 100 for what lies below the frame.
    fn y(&self, share: f64) -> f64 {
        (1.0 - share) / (1.0 - self.lowest) * 100.0
    }
}

/// The distance of marks: 1, 2 or 5 with zeros, so that there are at most five of them up to `n`.
fn step(n: u64) -> u64 {
    let mut unit = 1;
    loop {
        if let Some(step) = [1, 2, 5].map(|first| first * unit).into_iter().find(|step| n / step < 5) {
            return step;
        }
        unit *= 10;
    }
}

fn plot(view: &View<'_>, funnel: &Funnel<'_>) -> String {
    let frame = Frame::of(funnel);
    let mut scale = String::new();
    for n in (0..=frame.answers / frame.step).map(|mark| mark * frame.step) {
        let (at, anchor) = (frame.x(n), if n == frame.answers { "end" } else { "middle" });
        let _ = write!(scale, r#"<text x="{at:.2}%" y="100%" dy="18" text-anchor="{anchor}">{n}</text>"#);
    }
    let mut share = 1.0;
    while share > frame.lowest - 0.001 {
        let at = frame.y(share);
        let _ = write!(
            scale,
            r#"<line class="base" x1="0" x2="100%" y1="{at:.2}%" y2="{at:.2}%"/><text x="0" y="{at:.2}%" dx="-6" dy="4" text-anchor="end">{:.0} %</text>"#,
            share * 100.0
        );
        share -= if frame.lowest < 0.5 { 0.2 } else { 0.1 };
    }
    let mean = frame.y(funnel.mean);
    format!(
        r#"<svg class="plane" aria-hidden="true">{scale}<svg class="limits" aria-hidden="true" viewBox="0 0 100 100" preserveAspectRatio="none">{}{}</svg><line class="mean" x1="0" x2="100%" y1="{mean:.2}%" y2="{mean:.2}%"/>{}</svg><p class="unit" aria-hidden="true">число ответов</p>"#,
        lines(&frame, "wide-limit", |n| funnel.wide(n)),
        lines(&frame, "narrow-limit", |n| funnel.narrow(n)),
        funnel.points.iter().map(|point| dot(view, funnel, &frame, point)).collect::<String>(),
    )
}

/// A lower and an upper limit. Points are closer together where answers are few and the lines bend.
fn lines(frame: &Frame, class: &str, limits: impl Fn(u64) -> (f64, f64)) -> String {
    let mut numbers: Vec<u64> =
        (1..=STEPS).map(|step| (frame.answers * step * step / (STEPS * STEPS)).max(1)).collect();
    numbers.dedup();
    let line = |end: fn((f64, f64)) -> f64| {
        let points: Vec<_> =
            numbers.iter().map(|&n| format!("{:.2},{:.2}", frame.x(n), frame.y(end(limits(n))))).collect();
        format!(r#"<polyline class="{class}" points="{}"/>"#, points.join(" "))
    };
    line(|(low, _)| low) + &line(|(_, high)| high)
}

fn dot(view: &View<'_>, funnel: &Funnel<'_>, frame: &Frame, point: &Point<'_>) -> String {
    let (class, radius) = match funnel.position(point) {
        Position::Within => ("dot", 5),
        Position::Apart => ("apart", 5),
        Position::FarApart => ("far", 7),
    };
    format!(
        r#"<circle class="{class}" cx="{:.2}%" cy="{:.2}%" r="{radius}"><title>{}: {} % из {}</title></circle>"#,
        frame.x(point.of),
        frame.y(point.share()),
        text(view.name(point.organization_id)),
        per_cent(point.share()),
        point.of
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_stand_at_round_numbers() {
        for (n, distance) in [(1, 1), (4, 1), (5, 2), (61, 20), (99, 20), (100, 50), (640, 200), (50_000, 20_000)] {
            assert_eq!(step(n), distance, "{n}");
        }
    }
}
