//! The protocol of the public council for one sector, in the layout that operators and councils know.

mod findings;
mod gains;
mod results;

use std::collections::BTreeSet;

use super::paper::{Align, BLANK, Paper};
use crate::model::{Finding, Organization, Sector};
use crate::write::view::{Board, Severities, State, View};
use crate::write::words::{self, plural};

/// What the protocol of one sector is about.
#[derive(Debug)]
struct Case<'a, 'v> {
    view: &'v View<'a>,
    /// The ranking, where anybody of the sector was assessed.
    board: Option<Board<'a>>,
    /// The organizations of the sector: ranked ones by place, then the others.
    organizations: Vec<&'a Organization>,
}

impl<'a> Case<'a, '_> {
    /// What the organizations are to put right.
    fn findings(&self) -> impl Iterator<Item = &'a Finding> {
        self.organizations.iter().flat_map(|organization| self.view.own_findings(&organization.id))
    }

    /// What others are to put right in what was gathered about them.
    fn gathering(&self) -> impl Iterator<Item = &'a Finding> {
        let all = self.organizations.iter().flat_map(|organization| self.view.findings(&organization.id));
        all.copied().filter(|finding| !self.view.is_own(finding))
    }
}

pub(super) fn protocol(view: &View<'_>, sector: Sector) -> Paper {
    let case = case(view, sector);
    let mut paper = Paper::new(view.report.as_of);
    paper.title(&format!(
        "ПРОТОКОЛ\nзаседания общественного совета по проведению независимой оценки качества условий оказания услуг\n\
         (сфера: {})",
        sector.title()
    ));
    paper.text(Align::Left, &format!("от {BLANK} № {BLANK}\nПрисутствовали: {BLANK}{BLANK}"));
    if view.report.public {
        paper.text(Align::Justified, words::PUBLIC);
    }
    paper.contents();

    paper.chapter_on_new_page("1. Общие сведения");
    paper.text(Align::Justified, &at_a_glance(&case));
    paper.chapter("2. Итоговый рейтинг");
    results::ranking(&mut paper, &case);
    paper.chapter("3. Результаты по критериям");
    results::criteria(&mut paper, &case);
    paper.chapter("4. Недостатки и рекомендации");
    findings::by_rule(&mut paper, &case);
    findings::of_gathering(&mut paper, &case);
    paper.chapter("5. Что даст устранение недостатков");
    gains::gains(&mut paper, &case);
    paper.chapter("6. Организации, не включённые в рейтинг");
    unranked(&mut paper, &case);
    paper.chapter("7. Методика");
    method(&mut paper, &case);
    paper.chapter("8. Решение");
    paper.text(Align::Justified, &format!("1. Утвердить результаты независимой оценки.\n2. {BLANK}{BLANK}"));
    paper.text(Align::Left, &format!("Председатель {BLANK} / {BLANK} /\nСекретарь {BLANK} / {BLANK} /"));
    paper.chapter_on_new_page("Приложение. Замечания по организациям");
    findings::by_organization(&mut paper, &case);
    paper
}

fn case<'a, 'v>(view: &'v View<'a>, sector: Sector) -> Case<'a, 'v> {
    let named = |board: &Board<'_>| board.scope.name == sector.as_str();
    let board = view.boards_of("sector").into_iter().find(named);
    let mut organizations: Vec<_> = view.report.organizations.iter().filter(|o| o.sector == Some(sector)).collect();
    let rank = |organization: &Organization| view.place(&organization.id).and_then(|place| place.place);
    organizations.sort_by_key(|organization| (rank(organization).unwrap_or(u32::MAX), words::name(organization)));
    Case { view, board, organizations }
}

fn at_a_glance(case: &Case<'_, '_>) -> String {
    let (view, organizations) = (case.view, &case.organizations);
    let ranked = case.board.as_ref().map_or(0, |board| board.places.iter().filter(|p| p.place.is_some()).count());
    let respondents: usize = organizations.iter().map(|o| view.respondents(&o.id)).sum();
    let plans: usize = organizations.iter().map(|o| view.plans(&o.id).len()).sum();
    let measures = || organizations.iter().flat_map(|o| view.measures(&o.id));
    let overdue = measures().filter(|row| view.state(*row) == State::Overdue).count();
    let findings = case.findings().count();
    let severities = Severities::of(case.findings());
    let unmatched = organizations.iter().filter(|o| view.unmatched().contains(o.id.as_str())).count();
    let apart = words::unmatched(unmatched).map_or_else(String::new, |apart| format!(" ({apart})"));
    format!(
        "Рассмотрены результаты независимой оценки, составленные по состоянию на {}. Организаций сферы: {}{apart}, из них \
         включены в рейтинг: {ranked}. Анкет получателей услуг: {respondents}. Планов по устранению недостатков: \
         {plans}, мероприятий в них: {}, из них просрочено: {overdue}. {findings} {} к организациям: нарушений {}, \
         предупреждений {}, примечаний {}; замечаний к организации сбора данных: {}.",
        words::long_date(view.report.as_of),
        organizations.len() - unmatched,
        measures().count(),
        plural(findings, "замечание", "замечания", "замечаний"),
        severities.violations,
        severities.warnings,
        severities.notes,
        case.gathering().count(),
    )
}

fn unranked(paper: &mut Paper, case: &Case<'_, '_>) {
    let rows: Vec<_> = case
        .organizations
        .iter()
        .filter_map(|organization| {
            let place = case.view.place(&organization.id);
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

/// The method, and those editions that anything said here rests on.
fn method(paper: &mut Paper, case: &Case<'_, '_>) {
    paper.text(
        Align::Justified,
        "Расчёт выполнен по приказу Минтруда России от 31.05.2018 № 344н. Равные итоговые баллы делят место. \
         Интервалы показывают погрешность опроса: значение находится в них с вероятностью 90 %. «—» означает, что \
         показатель не рассчитан; это не ноль.",
    );
    let ids = || case.organizations.iter().map(|organization| organization.id.as_str());
    let mut used: BTreeSet<&str> = case.findings().filter_map(|finding| finding.edition.as_deref()).collect();
    used.extend(ids().flat_map(|id| case.view.scores(id)).map(|score| score.method_edition.as_str()));
    used.extend(ids().flat_map(|id| case.view.disclosures(id)).map(|disclosure| disclosure.edition.as_str()));
    let titles: Vec<_> = case.view.report.editions.iter().filter(|(id, _)| used.contains(id.as_str())).collect();
    if !titles.is_empty() {
        paper.text(Align::Justified, "Применённые редакции актов:");
    }
    for (_, title) in titles {
        paper.text(Align::Justified, &format!("— {title}"));
    }
}
