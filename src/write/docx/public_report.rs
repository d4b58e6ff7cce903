//! The public report in the form of the government's order 457: filled in as far as the data goes, blanks for the rest.

use super::paper::{Align, BLANK, Paper};
use crate::model::{Organization, Sector, Severity};
use crate::write::view::{Board, State, View};
use crate::write::words;
use crate::write::{by_rule, figures};

pub(super) fn public_report(view: &View<'_>) -> Paper {
    let report = view.report;
    let mut paper = Paper::new(report.as_of);
    paper.title(
        "ПУБЛИЧНЫЙ ОТЧЁТ\nо результатах независимой оценки качества условий оказания услуг организациями и о мерах по \
         совершенствованию их деятельности",
    );
    paper.text(
        Align::Justified,
        &format!(
            "Форма — постановление Правительства РФ от 17.04.2018 № 457. Данные — на {}. Сведения, которых нет в \
             представленных документах, отмечены пропусками.",
            words::long_date(report.as_of)
        ),
    );
    if report.public {
        paper.text(Align::Justified, words::PUBLIC);
    }
    paper.chapter("1. Общая информация");
    paper.table(
        &[("Сфера", 34), ("Организаций в своде", 22), ("Доля от всех организаций сферы", 22), ("Оператор", 22)],
        &sectors(view),
    );
    paper.text(Align::Left, &format!("Общественные советы: {BLANK}{BLANK}\nИзрасходовано средств: {BLANK}"));

    paper.chapter("2. Результаты по сферам");
    for board in view.boards() {
        paper.heading(2, &words::scope(board.scope));
        results(&mut paper, view, &board);
    }
    paper.chapter("3. Основные недостатки");
    paper.table(&[("Недостаток", 60), ("Организаций", 20), ("Замечаний", 20)], &common(view));
    paper.chapter("4. Принятые и планируемые меры");
    measures(&mut paper, view);
    paper.chapter("5. Учёт результатов при оценке работы руководителей");
    paper.text(Align::Justified, &format!("{BLANK}{BLANK}"));
    paper.text(Align::Left, &format!("{BLANK} / {BLANK} /"));
    paper
}

fn sectors(view: &View<'_>) -> Vec<Vec<String>> {
    let of = |sector: Option<Sector>| {
        let known = |o: &&Organization| o.sector == sector && !view.unmatched().contains(o.id.as_str());
        view.report.organizations.iter().filter(known).count()
    };
    let mut rows: Vec<_> = Sector::ALL
        .into_iter()
        .map(|sector| (sector.title(), of(Some(sector))))
        .chain([("сфера не указана", of(None))])
        .filter(|(_, n)| *n > 0)
        .map(|(title, n)| vec![title.to_owned(), n.to_string(), "_____".to_owned(), "_____".to_owned()])
        .collect();
    rows.push(vec![
        "всего".to_owned(),
        (view.report.organizations.len() - view.unmatched().len()).to_string(),
        String::new(),
        String::new(),
    ]);
    rows
}

fn results(paper: &mut Paper, view: &View<'_>, board: &Board<'_>) {
    let ranked: Vec<_> = board.places.iter().filter(|place| place.place.is_some()).collect();
    let (Some(best), Some(last)) = (ranked.first().and_then(|p| p.place), ranked.last().and_then(|p| p.place)) else {
        paper.text(Align::Justified, "Места не присвоены: нет данных для расчёта.");
        return;
    };
    let mean = |code: &str| board.mean(code).map_or_else(|| "—".to_owned(), figures::estimate);
    let codes = words::CRITERIA.into_iter().chain(["S"]);
    let rows: Vec<_> = codes.map(|code| vec![words::code(code), view.figure(code).to_owned(), mean(code)]).collect();
    paper.table(&[("Код", 12), ("Критерий", 64), ("Среднее, баллов", 24)], &rows);
    let with = |rank: u32| {
        let named = ranked.iter().filter(|place| place.place == Some(rank)).map(|place| {
            let total = place.total.as_ref().map(figures::points).unwrap_or_default();
            format!("{} ({total})", view.name(&place.organization_id))
        });
        named.collect::<Vec<_>>().join("; ")
    };
    paper.text(Align::Justified, &format!("Первое место: {}.", with(best)));
    if last != best {
        paper.text(Align::Justified, &format!("Последнее место: {}.", with(last)));
    }
    let unranked = board.places.iter().filter(|place| place.place.is_none());
    let unranked: Vec<_> = unranked.map(|place| view.name(&place.organization_id)).collect();
    if !unranked.is_empty() {
        let text = format!("Места не присвоены, в средние не входят: {}.", unranked.join("; "));
        paper.text(Align::Justified, &text);
    }
}

/// What organizations are to put right: rules by severity and by the number of their findings, notes left out.
fn common(view: &View<'_>) -> Vec<Vec<String>> {
    let findings = view.report.findings.iter().filter(|f| f.severity != Severity::Note && view.is_own(f));
    by_rule::by_rule(view, findings)
        .iter()
        .map(|rule| {
            let organizations = rule.organizations(view).len().to_string();
            vec![format!("{}. {}", rule.code, rule.title), organizations, rule.findings.len().to_string()]
        })
        .collect()
}

fn measures(paper: &mut Paper, view: &View<'_>) {
    let all = view.report.measure_rows().count();
    let rows: Vec<_> = State::ALL
        .into_iter()
        .map(|state| {
            let n = view.report.measure_rows().filter(|row| view.state(*row) == state).count();
            let share = if all == 0 { "—".to_owned() } else { figures::estimate(n as f64 * 100.0 / all as f64) };
            vec![state.title().to_owned(), n.to_string(), share]
        })
        .collect();
    let plans = view.report.plan_rows().count();
    paper.text(Align::Justified, &format!("Планов по устранению недостатков: {plans}; мероприятий в них: {all}."));
    paper.table(&[("Состояние", 50), ("Мероприятий", 25), ("Доля, %", 25)], &rows);
}
