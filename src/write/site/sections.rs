//! Parts that several pages share: findings, the state of measures by month, submitted files, editions.

use std::collections::BTreeMap;

use chrono::Datelike;

use super::charts;
use super::html::{cell, maybe, prose, table, text};
use crate::model::{Finding, Report, Status, Submission};
use crate::write::by_rule::{ByRule, by_rule, place_within, told};
use crate::write::rows::MeasureRow;
use crate::write::view::{State, View};
use crate::write::words;

/// Findings by rule, each with its place and its legal basis.
pub(super) fn findings(view: &View<'_>, findings: &[&Finding]) -> String {
    if findings.is_empty() {
        return "<p>Замечаний нет.</p>\n".to_owned();
    }
    let rules = by_rule(view, findings.iter().copied());
    let groups: String = rules.iter().map(|rule| self::rule(view, rule)).collect();
    format!("<div class=\"rules\">{groups}</div>\n")
}

/// The findings of one rule: a few in the open, many behind a line that opens them.
fn rule(view: &View<'_>, rule: &ByRule<'_>) -> String {
    let items: String = rule.findings.iter().map(|finding| item(view, finding)).collect();
    let list = format!("<ul class=\"findings\">{items}</ul>");
    let n = rule.findings.len();
    if n <= OPEN {
        return format!("{list}\n");
    }
    let nouns = words::plural(n, "замечание", "замечания", "замечаний");
    let (code, title, severity) = (text(rule.code), text(rule.title), words::severity(rule.severity));
    format!("<details open><summary>{code}. {title} — {severity}, {n} {nouns}</summary>{list}</details>\n")
}

/// Findings of one rule that need no line to fold them away.
const OPEN: usize = 3;

fn item(view: &View<'_>, finding: &Finding) -> String {
    let severity = finding.severity.as_str();
    let within = if view.is_own(finding) { place_within(finding) } else { finding.locator.as_deref() };
    let place = [finding.submission_id.as_deref(), within];
    let place: Vec<_> = place.into_iter().flatten().map(text).collect();
    let basis: Vec<_> = [&finding.act, &finding.clause].into_iter().flatten().map(|part| text(part)).collect();
    let seen: Vec<_> = finding.evidence.iter().map(|place| text(place)).collect();
    let quote: Vec<_> = view.quote(finding).map(|quote| format!("«{}»", text(quote))).into_iter().collect();
    let line = |head: &str, parts: Vec<String>| {
        if parts.is_empty() { String::new() } else { format!("<dt>{head}</dt><dd>{}</dd>", parts.join(", ")) }
    };
    format!(
        "<li class=\"{severity}\"><p><strong class=\"{severity}\">{}</strong> <span class=\"code\">{}</span> {}</p>\
         <dl>{}{}{}{}</dl></li>\n",
        words::severity(finding.severity),
        text(&finding.code),
        text(&told(finding)),
        line("Где", place),
        line("Увидено", seen),
        line("Текст", quote),
        line("Основание", basis)
    )
}

/// More months than this are folded into years.
const MONTHS: usize = 24;

/// Measures by the month in which they fall due, and those without a date below them.
pub(super) fn months<'a>(view: &View<'a>, measures: impl Iterator<Item = MeasureRow<'a>>) -> String {
    let mut by_month: BTreeMap<Time, [usize; State::ALL.len()]> = BTreeMap::new();
    for row in measures {
        let last = row.measure.deadlines.iter().filter_map(|deadline| deadline.end_date).max();
        let time = last.map_or(Time::Never, |date| Time::Month(date.year(), date.month()));
        by_month.entry(time).or_default()[view.state(row) as usize] += 1;
    }
    if by_month.is_empty() {
        return "<p>Мероприятий нет.</p>\n".to_owned();
    }
    let by_time = if by_month.len() > MONTHS { by_year(&by_month) } else { by_month };
    let sum = |counts: &[usize; State::ALL.len()]| counts.iter().sum::<usize>();
    let dated = by_time.iter().filter(|(time, _)| **time != Time::Never).map(|(_, counts)| sum(counts)).max();
    let widest = dated.unwrap_or_else(|| by_time.values().map(sum).max().unwrap_or_default());
    let rows: String = by_time
        .iter()
        .map(|(time, counts)| {
            let month = time.title();
            let parts: Vec<_> = CLASSES.iter().copied().zip(counts.iter().copied()).collect();
            let numbers: String =
                State::ALL.iter().zip(counts).map(|(state, n)| cell(state.title(), &n.to_string())).collect();
            let bar = cell("", &charts::stack(&parts, widest));
            format!("<tr><th scope=\"row\">{month}</th>{bar}{numbers}</tr>\n")
        })
        .collect();
    let mut heads = vec!["Срок", "<span class=\"hidden\">Диаграмма</span>"];
    let marked: Vec<String> = State::ALL
        .iter()
        .zip(CLASSES)
        .map(|(state, class)| format!("<span class=\"swatch {class}\"></span>{}", state.title()))
        .collect();
    heads.extend(marked.iter().map(String::as_str));
    table("cards months", "Мероприятия по времени последнего срока", &heads, &rows)
}

/// When measures fall due. Ordered in time, those without a date last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Time {
    Year(i32),
    Month(i32, u32),
    Never,
}

impl Time {
    fn title(self) -> String {
        match self {
            Self::Year(year) => year.to_string(),
            Self::Month(year, month) => format!("{month:02}.{year}"),
            Self::Never => "без даты".to_owned(),
        }
    }
}

fn by_year<const N: usize>(by_month: &BTreeMap<Time, [usize; N]>) -> BTreeMap<Time, [usize; N]> {
    let mut by_year = BTreeMap::new();
    for (time, counts) in by_month {
        let time = if let Time::Month(year, _) = *time { Time::Year(year) } else { *time };
        let sums = by_year.entry(time).or_insert([0; N]);
        sums.iter_mut().zip(counts).for_each(|(sum, n)| *sum += n);
    }
    by_year
}

/// Colours of the states, in the order of [`State::ALL`].
const CLASSES: [&str; State::ALL.len()] = ["done", "overdue", "ahead", "ongoing", "undated"];

/// Files that were not read as a whole.
pub(super) fn troubled_files(report: &Report) -> String {
    let troubled: Vec<_> = report.submissions.iter().filter(|s| s.facts.status != Status::Read).collect();
    if troubled.is_empty() {
        return "<p>Все файлы прочитаны полностью.</p>\n".to_owned();
    }
    let rows: String = troubled.iter().map(|submission| troubled_file(submission)).collect();
    table("cards sortable", "Файлы, прочитанные не полностью", &["Файл", "Состояние", "Причина и что делать"], &rows)
}

fn troubled_file(submission: &Submission) -> String {
    let facts = &submission.facts;
    let warnings: String = facts
        .warnings
        .iter()
        .map(|warning| {
            let place = warning.place.to_string();
            let place = if place.is_empty() { place } else { format!(" ({})", text(&place)) };
            format!("<li>{}{place}</li>", text(&warning.message))
        })
        .collect();
    let warnings = if warnings.is_empty() { warnings } else { format!("<ul>{warnings}</ul>") };
    let reason = maybe(facts.reason.as_ref().map(|reason| reason.text.as_str()));
    format!(
        "<tr><th scope=\"row\">{}</th>{}{}</tr>\n",
        text(&facts.source.path),
        cell("Состояние", words::status(facts.status)),
        prose("Причина и что делать", &format!("{reason}{warnings}"))
    )
}

/// How the figures were made, and the editions of the acts behind them.
pub(super) fn method(report: &Report) -> String {
    let editions: String = report
        .editions
        .iter()
        .map(|(id, title)| format!("<li>{} <span class=\"code\">{}</span></li>", text(title), text(id)))
        .collect();
    let editions = if editions.is_empty() { "<li>не указаны</li>".to_owned() } else { editions };
    format!(
        "<p>Показатели, критерии и итоговый балл рассчитаны по приказу Минтруда России от 31.05.2018 №&nbsp;344н точными \
         дробями и округлены до двух знаков, половина — в большую сторону. Места присвоены по округлённому баллу: \
         равные баллы делят место, следующее место пропускается (1, 2, 2, 4).</p>\n\
         <p>«—» означает, что показатель не рассчитан (например, никто не ответил на вопрос); это не ноль. Интервал \
         показывает погрешность опроса; у того, что видели эксперты, погрешности опроса нет.</p>\n\
         <h3>Применённые редакции</h3>\n<ul>{editions}</ul>\n"
    )
}
