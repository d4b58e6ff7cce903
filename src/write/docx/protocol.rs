//! The protocol of the public council for one sector, in the layout that operators and councils know.

use num_traits::ToPrimitive;

use super::paper::{Align, BLANK, Paper};
use crate::model::{Finding, Organization, Place, Sector};
use crate::write::figures;
use crate::write::view::{Board, View};
use crate::write::words;

/// How many organizations the best and the worst are.
const EXTREMES: usize = 3;

pub(super) fn protocol(view: &View<'_>, sector: Sector) -> Paper {
    let report = view.report;
    let organizations: Vec<_> = report.organizations.iter().filter(|o| o.sector == Some(sector)).collect();
    let board = view.boards_of("sector").into_iter().find(|board| board.scope.name == sector.as_str());
    let board = board.or_else(|| view.boards_of("sector").into_iter().find(|b| b.scope.name == sector.title()));

    let mut paper = Paper::new(report.as_of);
    paper.title(&format!(
        "ПРОТОКОЛ\nзаседания общественного совета по проведению независимой оценки качества условий оказания услуг\n\
         (сфера: {})",
        sector.title()
    ));
    paper.text(Align::Left, &format!("от {BLANK} № {BLANK}\nПрисутствовали: {BLANK}{BLANK}"));
    paper.heading(1, "1. Общие сведения");
    paper.text(
        Align::Justified,
        &format!(
            "Рассмотрены результаты независимой оценки, составленные по состоянию на {}. Организаций сферы: {}. \
             Анкет получателей услуг во всех сферах: {}.",
            words::long_date(report.as_of),
            organizations.len(),
            report.read.respondents
        ),
    );
    paper.heading(1, "2. Итоговый рейтинг");
    match &board {
        Some(board) => ranking(&mut paper, view, board),
        None => paper.text(Align::Justified, "Рейтинг не составлен: нет ни анкет, ни чек-листов."),
    }
    paper.heading(1, "3. Результаты по критериям");
    for (code, title) in words::CRITERIA {
        paper.heading(2, &format!("{}. {title}", words::code(code)));
        let sentence = board.as_ref().and_then(|board| criterion(view, board, code));
        paper.text(Align::Justified, sentence.as_deref().unwrap_or("Критерий не рассчитан ни для одной организации."));
    }
    paper.heading(1, "4. Недостатки и рекомендации");
    deficiencies(&mut paper, view, &organizations);
    paper.heading(1, "5. Организации, не включённые в рейтинг");
    unranked(&mut paper, view, &organizations);
    paper.heading(1, "6. Методика");
    paper.text(
        Align::Justified,
        "Расчёт выполнен по приказу Минтруда России от 31.05.2018 № 344н. Равные итоговые баллы делят место. \
         Интервалы показывают погрешность опроса.",
    );
    for title in report.editions.values() {
        paper.text(Align::Justified, &format!("— {title}"));
    }
    paper.heading(1, "7. Решение");
    paper.text(Align::Justified, &format!("1. Утвердить результаты независимой оценки.\n2. {BLANK}{BLANK}"));
    paper.text(Align::Left, &format!("Председатель {BLANK} / {BLANK} /\nСекретарь {BLANK} / {BLANK} /"));
    paper
}

fn ranking(paper: &mut Paper, view: &View<'_>, board: &Board<'_>) {
    let row = |place: &&Place| {
        let id = place.organization_id.as_str();
        let figure = |code: &str| {
            let value = view.score(id, code).and_then(|score| score.value.as_ref());
            value.map_or_else(|| "—".to_owned(), figures::points)
        };
        let mut cells = vec![place.place.map(|place| place.to_string()).unwrap_or_default(), view.name(id).to_owned()];
        cells.extend(words::CRITERIA.iter().map(|(code, _)| figure(code)));
        cells.push(place.total.as_ref().map_or_else(|| "—".to_owned(), figures::points));
        cells
    };
    let rows: Vec<_> = board.places.iter().filter(|place| place.place.is_some()).map(row).collect();
    let columns =
        [("Место", 9), ("Организация", 31), ("К1", 10), ("К2", 10), ("К3", 10), ("К4", 10), ("К5", 10), ("Итог", 10)];
    paper.table(&columns, &rows);
}

/// «Баллы от X до Y, среднее Z. Лучшие: … Ниже всех: …»
fn criterion(view: &View<'_>, board: &Board<'_>, code: &str) -> Option<String> {
    let mut scored: Vec<_> = board
        .places
        .iter()
        .filter_map(|place| Some((view.score(&place.organization_id, code)?, view.name(&place.organization_id))))
        .filter_map(|(score, name)| Some((score.value.as_ref()?, score, name)))
        .collect();
    scored.sort_by(|a, b| b.0.cmp(a.0).then_with(|| a.2.cmp(b.2)));
    let (best, worst) = (scored.first()?, scored.last()?);
    let name = |(value, score, name): &(&num_rational::BigRational, &crate::model::Score, &str)| {
        let interval = score.low.zip(score.high);
        let interval = interval
            .map(|(low, high)| format!(", интервал {}–{}", figures::estimate(low), figures::estimate(high)))
            .unwrap_or_default();
        format!("{name} ({}{interval})", figures::points(value))
    };
    let mean = scored.iter().filter_map(|(value, ..)| value.to_f64()).sum::<f64>() / scored.len() as f64;
    let mut sentence = format!(
        "Баллы варьируются от {} до {}, средний балл — {}. Лучшие результаты: {}.",
        figures::points(worst.0),
        figures::points(best.0),
        figures::estimate(mean),
        scored.iter().take(EXTREMES).map(name).collect::<Vec<_>>().join("; ")
    );
    if scored.len() > EXTREMES {
        let lowest: Vec<_> = scored.iter().rev().take(EXTREMES.min(scored.len() - EXTREMES)).map(name).collect();
        sentence.push_str(&format!(" Наименьшие результаты: {}.", lowest.join("; ")));
    }
    Some(sentence)
}

fn deficiencies(paper: &mut Paper, view: &View<'_>, organizations: &[&Organization]) {
    let sentence = |finding: &&Finding| format!("— {}", finding.message);
    let rows: Vec<_> = organizations
        .iter()
        .map(|organization| {
            let findings: Vec<_> = view.findings(&organization.id).iter().map(sentence).collect();
            let findings =
                if findings.is_empty() { "нет недостатков".to_owned() } else { findings.join("\n") };
            vec![words::name(organization).to_owned(), findings]
        })
        .collect();
    paper.table(&[("Организация", 30), ("Недостатки и рекомендации", 70)], &rows);
}

fn unranked(paper: &mut Paper, view: &View<'_>, organizations: &[&Organization]) {
    let rows: Vec<_> = organizations
        .iter()
        .filter_map(|organization| {
            let place = view.place(&organization.id);
            if place.is_some_and(|place| place.place.is_some()) {
                return None;
            }
            let reason = place.and_then(|place| place.note.as_deref()).unwrap_or("Нет данных для расчёта.");
            Some(vec![words::name(organization).to_owned(), reason.to_owned()])
        })
        .collect();
    if rows.is_empty() {
        paper.text(Align::Justified, "Все организации сферы включены в рейтинг.");
    } else {
        paper.table(&[("Организация", 50), ("Причина", 50)], &rows);
    }
}
