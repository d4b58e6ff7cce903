//! Sheets about plans: measures, deadlines, officers.

use super::sheet::{Cell, Sheet, Tone};
use crate::write::rows::MeasureRow;
use crate::write::view::View;
use crate::write::words;

/// Words of [`crate::write::view::State`] that deserve a colour.
const STATES: &[(&str, Tone)] = &[("просрочено", Tone::Bad), ("выполнено", Tone::Good)];

pub(super) fn measures(view: &View<'_>) -> Sheet {
    let row = |row: MeasureRow<'_>| {
        let measure = row.measure;
        let readings: Vec<_> = measure.deadlines.iter().map(|deadline| deadline.reading.as_str()).collect();
        vec![
            Cell::text(organization(view, row)),
            Cell::maybe(measure.number.as_deref()),
            Cell::maybe(measure.section.as_deref()),
            measure.criterion.map_or(Cell::Empty, |criterion| Cell::Count(criterion.into())),
            Cell::maybe(measure.indicator.as_deref()),
            Cell::maybe(measure.deficiency.as_deref()),
            Cell::maybe(measure.lead.as_deref()),
            Cell::text(&measure.text),
            Cell::maybe(measure.deadline_raw.as_deref()),
            Cell::text(&readings.join("\n")),
            Cell::date(measure.deadlines.iter().filter_map(|deadline| deadline.end_date).max()),
            Cell::maybe(measure.officers_raw.as_deref()),
            Cell::text(words::progress(measure.status)),
            Cell::text(view.state(row).title()),
            Cell::date(measure.completed_on),
            Cell::text(measure.grade.as_str()),
            Cell::text(&row.plan.submission_id()),
            Cell::text(&measure.place.to_string()),
        ]
    };
    Sheet {
        name: "Мероприятия",
        heads: vec![
            ("Организация", 26),
            ("№", 6),
            ("Раздел", 20),
            ("Критерий", 10),
            ("Показатель", 11),
            ("Недостаток", 26),
            ("Вводная фраза", 16),
            ("Мероприятие", 42),
            ("Срок в документе", 16),
            ("Как понят срок", 24),
            ("Последний день", 12),
            ("Ответственные в документе", 24),
            ("Ход исполнения", 13),
            ("Состояние", 15),
            ("Исполнено", 12),
            ("Надёжность", 12),
            ("Файл", 20),
            ("Место", 16),
        ],
        rows: view.report.measure_rows().map(row).collect(),
        marked: STATES,
    }
}

pub(super) fn deadlines(view: &View<'_>) -> Sheet {
    let rows = view.report.measure_rows().flat_map(|row| {
        row.measure.deadlines.iter().map(move |deadline| {
            vec![
                Cell::text(organization(view, row)),
                Cell::text(&row.measure.text),
                Cell::text(&deadline.raw),
                Cell::text(words::deadline_kind(deadline.kind)),
                Cell::date(deadline.start_date),
                Cell::date(deadline.end_date),
                Cell::maybe(deadline.condition.as_deref()),
                Cell::text(&deadline.reading),
                Cell::text(if deadline.ambiguous { "возможно другое прочтение" } else { "" }),
                Cell::text(deadline.grade.as_str()),
            ]
        })
    });
    Sheet {
        name: "Сроки",
        heads: vec![
            ("Организация", 32),
            ("Мероприятие", 50),
            ("Срок в документе", 24),
            ("Вид", 15),
            ("Начало", 12),
            ("Окончание", 12),
            ("Условие", 24),
            ("Как понят", 40),
            ("Неоднозначность", 20),
            ("Надёжность", 12),
        ],
        rows: rows.collect(),
        marked: &[("неверная дата", Tone::Bad), ("не указан", Tone::Doubtful), ("не распознан", Tone::Doubtful)],
    }
}

pub(super) fn officers(view: &View<'_>) -> Sheet {
    let rows = view.report.measure_rows().flat_map(|row| {
        row.measure.officers.iter().map(move |officer| {
            vec![
                Cell::text(organization(view, row)),
                Cell::maybe(officer.person.as_deref()),
                Cell::maybe(officer.position.as_deref()),
                Cell::maybe(officer.unit.as_deref()),
                Cell::text(&officer.raw),
                Cell::text(if officer.inherited { "из заголовка или примечания" } else { "" }),
                Cell::text(&row.measure.text),
                Cell::text(view.state(row).title()),
            ]
        })
    });
    Sheet {
        name: "Ответственные",
        heads: vec![
            ("Организация", 32),
            ("Фамилия, инициалы", 26),
            ("Должность", 30),
            ("Орган, подразделение", 30),
            ("В документе", 30),
            ("Откуда взят", 20),
            ("Мероприятие", 50),
            ("Состояние", 18),
        ],
        rows: rows.collect(),
        marked: STATES,
    }
}

fn organization<'a>(view: &View<'a>, row: MeasureRow<'a>) -> &'a str {
    row.plan.organization_id.map_or("", |id| view.name(id))
}
