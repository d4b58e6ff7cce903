//! Places and criteria: the ranking, who cannot be told apart, the best and the lowest of every criterion.

use super::Case;
use crate::model::{Place, Score};
use crate::write::docx::paper::{Align, Paper};
use crate::write::figures;
use crate::write::tiers;
use crate::write::view::Board;
use crate::write::words::{self, listed};

/// How many organizations the best and the lowest are.
const EXTREMES: usize = 3;
/// Organizations of one group that are named one by one.
const NAMED: usize = 12;

pub(super) fn ranking(paper: &mut Paper, case: &Case<'_, '_>) {
    let Some(board) = &case.board else {
        paper.text(Align::Justified, "Рейтинг не составлен: нет ни анкет, ни чек-листов.");
        return;
    };
    let row = |place: &&Place| {
        let id = place.organization_id.as_str();
        let figure = |code: &str| {
            let value = case.view.score(id, code).and_then(|score| score.value.as_ref());
            value.map_or_else(|| "—".to_owned(), figures::points)
        };
        let mut cells = vec![place.place.map(|n| n.to_string()).unwrap_or_default(), case.view.name(id).to_owned()];
        cells.extend(words::CRITERIA.map(figure));
        cells.push(place.total.as_ref().map_or_else(|| "—".to_owned(), figures::points));
        cells.push(words::places(place.place_low, place.place_high).unwrap_or_default());
        cells
    };
    let rows: Vec<_> = board.places.iter().filter(|place| place.place.is_some()).map(row).collect();
    let columns = [
        ("Место", 9),
        ("Организация", 28),
        ("К1", 9),
        ("К2", 9),
        ("К3", 9),
        ("К4", 9),
        ("К5", 9),
        ("Итог", 9),
        ("Места от–до", 10),
    ];
    paper.table(&columns, &rows);
    paper.text(Align::Justified, "«Места от–до» — места, которые допускает погрешность опроса.");
    groups(paper, case, board);
}

/// Who cannot be told apart.
fn groups(paper: &mut Paper, case: &Case<'_, '_>, board: &Board<'_>) {
    let tiers = tiers::tiers(&board.places);
    if tiers.iter().all(|tier| tier.len() == 1) {
        return;
    }
    paper.text(Align::Justified, tiers::MEANING);
    let rows: Vec<_> = (1..)
        .zip(&tiers)
        .map(|(number, tier)| {
            let place = |place: Option<&&Place>| place.and_then(|place| place.place);
            let names: Vec<_> = tier.iter().map(|place| case.view.name(&place.organization_id)).collect();
            let span = words::places(place(tier.first()), place(tier.last())).unwrap_or_default();
            vec![number.to_string(), span, listed(&names, NAMED)]
        })
        .collect();
    paper.table(&[("Группа", 12), ("Места", 13), ("Организации", 75)], &rows);
}

pub(super) fn criteria(paper: &mut Paper, case: &Case<'_, '_>) {
    for code in words::CRITERIA {
        paper.heading(2, &format!("{}. {}", words::code(code), case.view.figure(code)));
        let scored = case.board.as_ref().map(|board| scored(case, board, code)).unwrap_or_default();
        let mean = case.board.as_ref().and_then(|board| board.mean(code));
        criterion(paper, &scored, mean);
    }
}

/// An organization's figure, with its name.
type Scored<'a> = (&'a num_rational::BigRational, &'a Score, &'a str);

/// Every ranked organization that has the figure, the highest first.
fn scored<'a>(case: &Case<'a, '_>, board: &Board<'a>, code: &str) -> Vec<Scored<'a>> {
    let mut scored: Vec<_> = board
        .places
        .iter()
        .filter(|place| place.place.is_some())
        .filter_map(|place| {
            let score = case.view.score(&place.organization_id, code)?;
            Some((score.value.as_ref()?, score, case.view.name(&place.organization_id)))
        })
        .collect();
    scored.sort_by(|a, b| b.0.cmp(a.0).then_with(|| a.2.cmp(b.2)));
    scored
}

/// «Баллы варьируются от X до Y, средний балл — Z», then the best and the lowest.
fn criterion(paper: &mut Paper, scored: &[Scored<'_>], mean: Option<f64>) {
    let (Some(best), Some(lowest)) = (scored.first(), scored.last()) else {
        paper.text(Align::Justified, "Критерий не рассчитан ни для одной организации.");
        return;
    };
    paper.text(
        Align::Justified,
        &format!(
            "Итоговые баллы варьируются от {} до {}. Средний балл — {}.",
            figures::points(lowest.0),
            figures::points(best.0),
            mean.map_or_else(|| "—".to_owned(), figures::estimate)
        ),
    );
    let row = |end: &str, (value, score, name): &Scored<'_>| {
        let interval = score.low.zip(score.high);
        let interval = interval.map(|(low, high)| format!("{}–{}", figures::estimate(low), figures::estimate(high)));
        vec![end.to_owned(), (*name).to_owned(), figures::points(value), interval.unwrap_or_else(|| "—".to_owned())]
    };
    let bottom = &scored[EXTREMES.min(scored.len())..];
    let bottom = &bottom[bottom.len().saturating_sub(EXTREMES)..];
    let rows: Vec<_> = scored
        .iter()
        .take(EXTREMES)
        .map(|scored| row("лучшие", scored))
        .chain(bottom.iter().map(|scored| row("наименьшие", scored)))
        .collect();
    paper.table(&[("Результаты", 17), ("Организация", 51), ("Балл", 12), ("Интервал", 20)], &rows);
}
