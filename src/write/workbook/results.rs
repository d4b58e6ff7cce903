//! Sheets about results: the overview, the ranking, disclosure lists, findings, files, the method.

use super::sheet::{Cell, Sheet, Tone};
use crate::model::{Finding, Organization, Place, Submission};
use crate::write::by_rule::told;
use crate::write::view::{Severities, State, View};
use crate::write::words;

/// Words of severities and states that deserve a colour.
const SEVERITIES: &[(&str, Tone)] = &[("нарушение", Tone::Bad), ("предупреждение", Tone::Doubtful)];
const STATUSES: &[(&str, Tone)] = &[("в карантине", Tone::Bad), ("прочитан частично", Tone::Doubtful)];
const DISCLOSURES: &[(&str, Tone)] =
    &[("не размещено", Tone::Bad), ("требует проверки", Tone::Doubtful), ("размещено", Tone::Good)];

const CHANGES: &[(&str, Tone)] =
    &[("вырос больше погрешности", Tone::Good), ("снизился больше погрешности", Tone::Bad)];

/// One row per organization.
pub(super) fn overview(view: &View<'_>) -> Sheet {
    let row = |organization: &Organization| {
        let id = organization.id.as_str();
        let place = view.place(id);
        let findings = Severities::of(view.findings(id).iter().copied());
        vec![
            Cell::text(&organization.name),
            Cell::maybe(organization.inn.as_deref()),
            Cell::maybe(organization.sector.map(|sector| sector.title())),
            Cell::maybe(organization.municipality.as_deref()),
            Cell::points(place.and_then(|place| place.total.as_ref())),
            place.and_then(|place| place.place).map_or(Cell::Empty, |place| Cell::Count(place.into())),
            Cell::count(view.plans(id).len()),
            Cell::count(view.measures(id).count()),
            Cell::count(view.measures(id).filter(|row| view.state(*row) == State::Done).count()),
            Cell::count(view.measures(id).filter(|row| view.state(*row) == State::Overdue).count()),
            Cell::count(findings.violations),
            Cell::count(findings.warnings),
            Cell::count(findings.notes),
        ]
    };
    Sheet {
        name: "Сводная",
        heads: vec![
            ("Организация", 60),
            ("ИНН", 13),
            ("Сфера", 20),
            ("Муниципальное образование", 28),
            ("Итоговый балл", 10),
            ("Место", 8),
            ("Планов", 8),
            ("Мероприятий", 14),
            ("Выполнено", 11),
            ("Просрочено", 12),
            ("Нарушений", 11),
            ("Предупреждений", 18),
            ("Примечаний", 13),
        ],
        rows: view.report.organizations.iter().map(row).collect(),
        marked: &[],
    }
}

/// One row per scope and organization.
pub(super) fn ranking(view: &View<'_>) -> Sheet {
    let row = |place: &Place| {
        let id = place.organization_id.as_str();
        let number = |n: Option<u32>| n.map_or(Cell::Empty, |n| Cell::Count(n.into()));
        let total = view.score(id, "S");
        let change = place.previous.as_ref();
        let mut cells = vec![
            Cell::text(&words::scope(&place.scope)),
            number(place.place),
            Cell::text(view.organization(id).map_or(id, |organization| &organization.name)),
            Cell::maybe(view.organization(id).and_then(|organization| organization.municipality.as_deref())),
        ];
        let criteria = words::CRITERIA.into_iter().map(|code| view.score(id, code));
        cells.extend(criteria.map(|score| Cell::points(score.and_then(|score| score.value.as_ref()))));
        cells.extend([
            Cell::points(place.total.as_ref()),
            Cell::estimate(total.and_then(|score| score.low)),
            Cell::estimate(total.and_then(|score| score.high)),
            number(place.place_low),
            number(place.place_high),
            number(place.tier),
            number(place.previous_place),
            Cell::points(change.map(|change| &change.total)),
            Cell::points(change.map(|change| &change.difference)),
            Cell::maybe(change.map(words::verdict)),
            Cell::maybe(place.note.as_deref()),
        ]);
        cells
    };
    let boards = ["sector", "region", "municipality", "kind"].into_iter().flat_map(|level| view.boards_of(level));
    Sheet {
        name: "Рейтинг",
        heads: vec![
            ("Группа", 26),
            ("Место", 8),
            ("Организация", 60),
            ("Муниципальное образование", 28),
            ("К1", 9),
            ("К2", 9),
            ("К3", 9),
            ("К4", 9),
            ("К5", 9),
            ("Итоговый балл", 10),
            ("Балл от", 9),
            ("Балл до", 9),
            ("Место от", 9),
            ("Место до", 9),
            ("Группа неразличимых", 14),
            ("Прежнее место", 10),
            ("Прежний балл", 10),
            ("Изменение", 11),
            ("Вывод", 18),
            ("Примечание", 36),
        ],
        rows: boards.flat_map(|board| board.places).map(row).collect(),
        marked: CHANGES,
    }
}

/// One row per requirement and channel.
pub(super) fn disclosures(view: &View<'_>) -> Sheet {
    let rows = view.report.disclosures.iter().map(|disclosure| {
        vec![
            Cell::text(view.name(&disclosure.organization_id)),
            Cell::text(&disclosure.edition),
            Cell::text(&disclosure.requirement),
            Cell::text(view.requirement(disclosure)),
            Cell::text(words::channel(disclosure.channel)),
            Cell::text(words::disclosure(disclosure.status)),
            Cell::maybe(disclosure.evidence.as_deref()),
            Cell::maybe(disclosure.submission_id.as_deref()),
            Cell::maybe(disclosure.locator.as_deref()),
        ]
    });
    Sheet {
        name: "Перечни",
        heads: vec![
            ("Организация", 40),
            ("Перечень", 20),
            ("Код", 12),
            ("Требование", 44),
            ("Где", 8),
            ("Состояние", 18),
            ("Основание", 50),
            ("Файл", 30),
            ("Место", 24),
        ],
        rows: rows.collect(),
        marked: DISCLOSURES,
    }
}

/// One row per finding.
pub(super) fn findings(view: &View<'_>) -> Sheet {
    let row = |finding: &Finding| {
        vec![
            Cell::text(words::severity(finding.severity)),
            Cell::text(&finding.code),
            Cell::text(finding.organization_id.as_deref().map_or("", |id| organization_name(view, id))),
            Cell::text(&told(finding)),
            Cell::maybe(finding.act.as_deref()),
            Cell::maybe(finding.clause.as_deref()),
            Cell::maybe(finding.submission_id.as_deref()),
            Cell::maybe(finding.locator.as_deref()),
            Cell::Date(finding.as_of),
            Cell::text(words::addressee(view.addressee(finding))),
        ]
    };
    Sheet {
        name: "Замечания",
        heads: vec![
            ("Важность", 16),
            ("Правило", 10),
            ("Организация", 40),
            ("Что исправить", 70),
            ("Акт", 36),
            ("Пункт", 20),
            ("Файл", 30),
            ("Место", 24),
            ("На дату", 12),
            ("Кому", 16),
        ],
        rows: view.report.findings.iter().map(row).collect(),
        marked: SEVERITIES,
    }
}

fn organization_name<'a>(view: &View<'a>, id: &'a str) -> &'a str {
    view.organization(id).map_or(id, words::name)
}

/// One row per file that was not read as a whole.
pub(super) fn files(view: &View<'_>) -> Sheet {
    let row = |submission: &Submission| {
        let facts = &submission.facts;
        let warnings: Vec<_> = facts.warnings.iter().map(|warning| warning.message.as_str()).collect();
        vec![
            Cell::text(&facts.source.path),
            Cell::text(words::status(facts.status)),
            Cell::text(words::kind(facts.kind)),
            Cell::maybe(facts.format.map(|format| format.as_str())),
            Cell::maybe(facts.reason.as_ref().map(|reason| reason.code.as_str())),
            Cell::maybe(facts.reason.as_ref().map(|reason| reason.text.as_str())),
            Cell::text(&warnings.join("\n")),
        ]
    };
    let troubled = view.report.submissions.iter().filter(|s| s.facts.status != crate::model::Status::Read);
    Sheet {
        name: "Карантин",
        heads: vec![
            ("Файл", 44),
            ("Состояние", 18),
            ("Что это", 14),
            ("Формат", 9),
            ("Код причины", 20),
            ("Причина и что делать", 60),
            ("Предупреждения", 50),
        ],
        rows: troubled.map(row).collect(),
        marked: STATUSES,
    }
}

/// The editions that were applied.
pub(super) fn method(view: &View<'_>) -> Sheet {
    let editions = view.report.editions.iter().map(|(id, title)| vec![Cell::text(id), Cell::text(title)]);
    let run = [
        ("Дата, на которую составлен свод", words::date(view.report.as_of)),
        ("Программа", format!("svod {}", env!("CARGO_PKG_VERSION"))),
        ("Запуск", view.run_id.clone()),
    ];
    let edition = view.report.public.then(|| ("Редакция", words::PUBLIC.to_owned()));
    let run = run.into_iter().chain(edition).map(|(head, value)| vec![Cell::text(head), Cell::text(&value)]);
    Sheet {
        name: "Методика",
        heads: vec![("Редакция или сведение", 36), ("Значение", 90)],
        rows: run.chain(editions).collect(),
        marked: &[("не сверено", Tone::Doubtful)],
    }
}
