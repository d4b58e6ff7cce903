//! The page of one organization: its figures, its findings, its plans.

use num_traits::ToPrimitive;

use super::charts::{self, Axis};
use super::html::{cell, maybe, prose, table, text};
use super::page::{Section, framed};
use super::{outlook, ranking, sections};
use crate::model::{Disclosure, Officer, Organization, Place, Score};
use crate::write::figures;
use crate::write::rows::{MeasureRow, PlanRow};
use crate::write::view::{Board, View};
use crate::write::words;

pub(super) fn page(view: &View<'_>, board: Option<&Board<'_>>, organization: &Organization) -> String {
    let id = organization.id.as_str();
    let (own, gathering): (Vec<_>, Vec<_>) = view.findings(id).iter().partition(|finding| view.is_own(finding));
    let sections = [
        Section { id: "figures", title: "Показатели", body: figures(view, board, id) },
        Section { id: "gains", title: "Что даст устранение", body: outlook::gains(view, id) },
        Section { id: "findings", title: "Замечания", body: sections::findings(view, &own) },
        Section {
            id: "months", title: "Сроки по месяцам", body: sections::months(view, view.measures(id))
        },
        Section { id: "plans", title: "Планы и мероприятия", body: plans(view, id) },
        Section { id: "lists", title: "Раскрытие информации", body: disclosures(view, id) },
    ];
    let sections = sections.into_iter().chain((!gathering.is_empty()).then(|| Section {
        id: "gathering",
        title: words::GATHERING,
        body: sections::findings(view, &gathering),
    }));
    let sections: Vec<_> = sections.collect();
    let kicker = "<a href=\"../index.html\">Независимая оценка качества: все организации</a>";
    framed(view, &organization.name, kicker, &lead(view, organization), &sections)
}

fn lead(view: &View<'_>, organization: &Organization) -> String {
    let place = view.place(&organization.id);
    let rank = place.and_then(|p| Some(format!("{} из {}", p.place?, p.of)));
    let total = place.and_then(|place| place.total.as_ref()).map(figures::points);
    let change = place.and_then(|place| place.previous.as_ref());
    let facts = [
        ("ИНН", organization.inn.clone()),
        ("Сфера", organization.sector.map(|sector| sector.title().to_owned())),
        ("Муниципальное образование", organization.municipality.clone()),
        ("Регион", organization.region.clone()),
        ("Получателей услуг в год", organization.recipients.map(|n| n.to_string())),
        ("Итоговый балл", total),
        ("Место", rank),
        ("Прошлый раунд", place.and_then(before)),
        ("Изменение балла", change.map(|change| figures::difference(&change.difference))),
        ("Значимость изменения", change.map(|change| words::verdict(change).to_owned())),
    ];
    let facts: String = facts
        .iter()
        .filter_map(|(head, value)| Some(format!("<div><dt>{head}</dt><dd>{}</dd></div>", text(value.as_ref()?))))
        .collect();
    let note = place.and_then(|place| place.note.as_deref());
    let note = note.map_or_else(String::new, |note| format!("<p>{}</p>\n", text(note)));
    format!("<dl class=\"facts\">{facts}</dl>\n{note}")
}

/// «80,00, место 5».
fn before(place: &Place) -> Option<String> {
    let total = place.previous.as_ref().map(|change| figures::points(&change.total));
    let rank = place.previous_place.map(|n| format!("место {n}"));
    let parts: Vec<_> = [total, rank].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

fn figures(view: &View<'_>, board: Option<&Board<'_>>, id: &str) -> String {
    let scores = view.scores(id);
    if scores.is_empty() {
        return "<p>Показатели не рассчитаны: нет ни анкет, ни чек-листа.</p>\n".to_owned();
    }
    let criteria: Vec<_> = words::CRITERIA
        .into_iter()
        .filter_map(|code| {
            let score = view.score(id, code)?;
            Some((code, text(view.figure(code)), score.value.as_ref()?, board.and_then(|board| board.mean(code))))
        })
        .collect();
    let values = criteria.iter().flat_map(|(_, _, value, mean)| [value.to_f64(), *mean]).flatten();
    let axis = Axis::for_values(values);
    let lanes: String = criteria
        .iter()
        .map(|(code, title, value, mean)| {
            format!(
                "<li><span class=\"who\">{} {title}</span>{}<span class=\"figure\">{}{}</span></li>\n",
                words::code(code),
                axis.bullet(value.to_f64().unwrap_or_default(), *mean),
                figures::points(value),
                mean.map(|mean| format!(" <small>среднее {}</small>", figures::estimate(mean))).unwrap_or_default()
            )
        })
        .collect();
    let rows: String = scores.iter().map(|score| figure_row(view, score)).collect();
    let heads = ["Код", "Показатель", "Баллы", "Из ответов", "Интервал", "Пояснение"];
    format!(
        "<figure class=\"plot\"><figcaption>Критерии: полоса — балл организации, вертикальная черта — среднее по \
         сфере.</figcaption>\n<div class=\"axis\"><span></span>{}<span></span></div>\n<ol>{lanes}</ol></figure>\n{}",
        axis.ruler(),
        table("cards", "Показатели, критерии и итог", &heads, &rows)
    )
}

fn figure_row(view: &View<'_>, score: &Score) -> String {
    let share = score.numerator.zip(score.denominator).map(|(part, whole)| format!("{part} из {whole}"));
    format!(
        "<tr><th scope=\"row\">{}</th>{}{}{}{}{}</tr>\n",
        words::code(&score.code),
        prose("Показатель", &text(view.figure(&score.code))),
        cell("Баллы", &score.value.as_ref().map_or_else(|| "—".to_owned(), figures::points)),
        cell("Из ответов", &maybe(share.as_deref())),
        cell("Интервал", &maybe(Some(&charts::interval(ranking::interval(score))))),
        prose("Пояснение", &maybe(score.note.as_ref().map(|note| note.text.as_str())))
    )
}

fn plans(view: &View<'_>, id: &str) -> String {
    let plans: String = view.plans(id).iter().map(|plan| self::plan(view, *plan)).collect();
    if plans.is_empty() { "<p>Планов не подано.</p>\n".to_owned() } else { plans }
}

fn plan(view: &View<'_>, row: PlanRow<'_>) -> String {
    let plan = row.plan;
    let title = plan.title.as_ref().map_or("План без заголовка", |title| title.value.as_str());
    let approved = [
        plan.approved_post.clone(),
        plan.approved_by.as_ref().map(|person| person.value.clone()),
        plan.approved_on.as_ref().map(|date| words::date(date.value)),
    ];
    let approved: Vec<_> = approved.into_iter().flatten().collect();
    let approved = if approved.is_empty() { "не указано".to_owned() } else { approved.join(", ") };
    let rows: String =
        plan.measures.iter().map(|measure| measure_row(view, MeasureRow { plan: row, measure })).collect();
    let heads = ["№", "Мероприятие", "Срок", "Ответственный", "Состояние"];
    format!(
        "<h3>{}</h3>\n<p>Файл: {}. Утверждение: {}.</p>\n{}",
        text(title),
        text(&row.submission.facts.source.path),
        text(&approved),
        table("cards filterable", "Мероприятия плана", &heads, &rows)
    )
}

fn measure_row(view: &View<'_>, row: MeasureRow<'_>) -> String {
    let measure = row.measure;
    let number = measure.number.clone().unwrap_or_else(|| measure.ordinal.to_string());
    let deficiency = measure.deficiency.as_deref().map(|text| format!("Недостаток: {text}"));
    let above: String = [measure.section.as_deref(), deficiency.as_deref(), measure.lead.as_deref()]
        .into_iter()
        .flatten()
        .map(|part| format!("<small>{}</small>", text(part)))
        .collect();
    let deadlines: Vec<_> = measure.deadlines.iter().map(|deadline| text(&deadline.reading)).collect();
    let raw = measure.deadline_raw.as_deref().map(|raw| format!("<small>в документе: «{}»</small>", text(raw)));
    let officers: Vec<_> = measure.officers.iter().map(|officer| text(&self::officer(officer))).collect();
    let state = view.state(row);
    let progress = measure.progress.as_deref().map(|progress| format!("<small>{}</small>", text(progress)));
    format!(
        "<tr>{}<th scope=\"row\">{above}{}<small>{}</small></th>{}{}{}</tr>\n",
        cell("№", &text(&number)),
        text(&measure.text),
        text(&measure.place.to_string()),
        prose("Срок", &format!("{}{}", deadlines.join("<br>"), raw.unwrap_or_default())),
        prose("Ответственный", if officers.is_empty() { "—".to_owned() } else { officers.join("<br>") }.as_str()),
        prose("Состояние", &format!("{}{}", state.title(), progress.unwrap_or_default()))
    )
}

/// «Ветрова Т.П., методист, отдел культуры».
fn officer(officer: &Officer) -> String {
    let parts = [&officer.person, &officer.position, &officer.unit];
    parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(", ")
}

fn disclosures(view: &View<'_>, id: &str) -> String {
    let disclosures = view.disclosures(id);
    if disclosures.is_empty() {
        return "<p>Сведений о раскрытии информации нет.</p>\n".to_owned();
    }
    let row = |d: &&Disclosure| {
        format!(
            "<tr><th scope=\"row\">{} <span class=\"code\">{}</span></th>{}{}{}</tr>\n",
            text(view.requirement(d)),
            text(&d.requirement),
            cell("Где", words::channel(d.channel)),
            prose("Состояние", words::disclosure(d.status)),
            prose("Основание", &maybe(d.evidence.as_deref()))
        )
    };
    let rows: String = disclosures.iter().map(row).collect();
    table("cards sortable", "Требования перечня", &["Требование", "Где", "Состояние", "Основание"], &rows)
}
