//! The first page: the run at a glance, the rankings, and what could not be used.

use super::html::{cell, organization_href, prose, table, text};
use super::page::{Section, framed};
use super::{changes, outlook, ranking, sections};
use crate::model::{Finding, Organization, Status};
use crate::write::by_rule::{by_rule, told};
use crate::write::view::{Board, Severities, State, View};
use crate::write::words::{self, plural};

pub(super) fn page(view: &View<'_>, boards: &[Board<'_>]) -> String {
    let report = view.report;
    let rankings: String = boards.iter().map(|board| ranking::board(view, board)).collect();
    let rankings = if rankings.is_empty() {
        "<p>Рейтинга нет: нет ни анкет, ни чек-листов.</p>\n".to_owned()
    } else {
        rankings
    };
    let mut sections = vec![
        Section { id: "glance", title: "Главное", body: glance(view) },
        Section { id: "ranking", title: "Рейтинг", body: rankings },
        Section { id: "groups", title: "Сферы и муниципалитеты", body: outlook::groups(view) },
        Section {
            id: "measures", title: "Мероприятия и сроки", body: sections::months(view, report.measure_rows())
        },
        Section { id: "findings", title: "Замечания", body: findings(view) },
        Section { id: "organizations", title: "Организации", body: organizations(view) },
        Section { id: "files", title: "Карантин и пропуски", body: sections::troubled_files(report) },
        Section { id: "method", title: "Методика и редакции", body: sections::method(report) },
    ];
    if report.previous.is_some() {
        let body = boards.iter().map(|board| changes::board(view, board)).collect();
        sections.insert(2, Section { id: "changes", title: "Что изменилось с прошлого раунда", body });
    }
    let mut regions: Vec<_> = report.organizations.iter().filter_map(|o| o.region.as_deref()).collect();
    regions.sort_unstable();
    regions.dedup();
    let kicker = if regions.len() == 1 { text(regions[0]) } else { "Сводный отчёт".to_owned() };
    let lead = format!("<p class=\"lead\">По состоянию на {}</p>\n", words::long_date(report.as_of));
    framed(view, "Независимая оценка качества условий оказания услуг", &kicker, &lead, &sections)
}

fn glance(view: &View<'_>) -> String {
    let report = view.report;
    let files = |status| report.submissions.iter().filter(|s| s.facts.status == status).count();
    let measures = report.measure_rows().count();
    let overdue = report.measure_rows().filter(|row| view.state(*row) == State::Overdue).count();
    let plans = report.plan_rows().count();
    let severities = Severities::of(&report.findings);
    let organizations = report.organizations.len() - view.unmatched().len();
    let unmatched = words::unmatched(view.unmatched().len()).unwrap_or_default();
    let respondents = report.read.respondents;
    let facts = [
        (organizations, plural(organizations, "организация", "организации", "организаций"), unmatched),
        (
            report.submissions.len(),
            plural(report.submissions.len(), "файл", "файла", "файлов"),
            format!(
                "прочитано {}, частично {}, в карантине {}, пропущено {}",
                files(Status::Read),
                files(Status::Partial),
                files(Status::Quarantined),
                files(Status::Skipped)
            ),
        ),
        (
            measures,
            plural(measures, "мероприятие", "мероприятия", "мероприятий"),
            format!("планов {plans}, просрочено мероприятий {overdue}"),
        ),
        (
            report.findings.len(),
            plural(report.findings.len(), "замечание", "замечания", "замечаний"),
            format!(
                "нарушений {}, предупреждений {}, примечаний {}",
                severities.violations, severities.warnings, severities.notes
            ),
        ),
        (respondents as usize, plural(respondents as usize, "анкета", "анкеты", "анкет"), String::new()),
    ];
    let items: String = facts
        .iter()
        .map(|(n, noun, more)| format!("<li><strong>{n}</strong> {noun}<small>{more}</small></li>"))
        .collect();
    format!("<ul class=\"glance\">{items}</ul>\n")
}

/// Findings by rule; the findings themselves are on the pages of the organizations, those about none of them are here.
fn findings(view: &View<'_>) -> String {
    let (own, gathering): (Vec<_>, Vec<_>) = view.report.findings.iter().partition(|finding| view.is_own(finding));
    let loose = view.findings("");
    let loose = if loose.is_empty() {
        String::new()
    } else {
        format!("<h3>Замечания, не отнесённые к организациям</h3>\n{}", sections::findings(view, loose))
    };
    if own.is_empty() && gathering.is_empty() {
        return "<p>Замечаний нет.</p>\n".to_owned();
    }
    let (own, gathering) = (rules(view, "Замечания к организациям", &own), rules(view, words::GATHERING, &gathering));
    format!(
        "<p>Замечания каждой организации — на её странице, с местом в документе и основанием.</p>\n{own}{gathering}{loose}"
    )
}

/// Rules with how often they were broken, and an example of each.
fn rules(view: &View<'_>, caption: &str, findings: &[&Finding]) -> String {
    let rows: String = by_rule(view, findings.iter().copied())
        .iter()
        .map(|rule| {
            let severity =
                format!("<span class=\"{}\">{}</span>", rule.severity.as_str(), words::severity(rule.severity));
            let example = rule.findings.first().map(|finding| text(&told(finding))).unwrap_or_default();
            format!(
                "<tr><th scope=\"row\"><strong>{}</strong> {}</th>{}{}{}{}</tr>\n",
                text(rule.code),
                text(rule.title),
                cell("Важность", &severity),
                cell("Число", &rule.findings.len().to_string()),
                cell("Организаций", &rule.organizations(view).len().to_string()),
                prose("Пример", &example)
            )
        })
        .collect();
    if rows.is_empty() {
        return rows;
    }
    let heads = ["Правило", "Важность", "Число", "Организаций", "Пример"];
    table("cards sortable", caption, &heads, &rows)
}

fn organizations(view: &View<'_>) -> String {
    let row = |organization: &Organization| {
        let id = organization.id.as_str();
        let measures = view.measures(id).count();
        let overdue = view.measures(id).filter(|row| view.state(*row) == State::Overdue).count();
        format!(
            "<tr><th scope=\"row\"><a href=\"{}\">{}</a></th>{}{}{}{}{}</tr>\n",
            organization_href(id),
            text(words::name(organization)),
            cell("ИНН", organization.inn.as_deref().unwrap_or("—")),
            cell("Планы", &view.plans(id).len().to_string()),
            cell("Мероприятия", &measures.to_string()),
            cell("Просрочено", &overdue.to_string()),
            cell("Замечания", &view.findings(id).len().to_string())
        )
    };
    let rows: String = view.report.organizations.iter().map(row).collect();
    let heads = ["Организация", "ИНН", "Планы", "Мероприятия", "Просрочено", "Замечания"];
    let loose = view.plans("").len();
    let loose = if loose == 0 {
        String::new()
    } else {
        format!("<p>Планов, не отнесённых к организациям: {loose}. См. таблицу plans.</p>\n")
    };
    format!("{}{loose}", table("cards sortable filterable", "Все организации", &heads, &rows))
}
