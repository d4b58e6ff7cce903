//! A letter to an organization: what was received, what must be corrected, where and on what legal basis.

use super::paper::{Align, BLANK, Paper};
use crate::model::{Finding, Organization, Severity};
use crate::write::view::View;
use crate::write::words::{self, plural};

/// A letter is written to an organization that submitted a plan or has findings.
pub(super) fn is_due(view: &View<'_>, organization: &Organization) -> bool {
    !view.plans(&organization.id).is_empty() || !view.findings(&organization.id).is_empty()
}

pub(super) fn letter(view: &View<'_>, organization: &Organization) -> Paper {
    let id = organization.id.as_str();
    let mut paper = Paper::new(view.report.as_of);
    paper.text(Align::Right, &format!("Руководителю\n{}", organization.name));
    paper.text(Align::Left, &format!("от {BLANK} № {BLANK}"));
    paper.title("О рассмотрении сведений, представленных в рамках независимой оценки качества условий оказания услуг");
    paper.text(Align::Center, "Уважаемый руководитель!");
    received(&mut paper, view, id);

    let (to_correct, to_know): (Vec<&Finding>, Vec<&Finding>) =
        view.findings(id).iter().partition(|finding| finding.severity != Severity::Note);
    if to_correct.is_empty() {
        paper.text(Align::Justified, "Замечаний, требующих исправления, нет. Благодарим за своевременную работу.");
    } else {
        let n = to_correct.len();
        let nouns = plural(n, "замечание, которое просим", "замечания, которые просим", "замечаний, которые просим");
        paper.text(Align::Justified, &format!("По итогам рассмотрения есть {n} {nouns} устранить:"));
        findings(&mut paper, view, &to_correct);
        paper.text(
            Align::Justified,
            "Исправленные документы просим направить в срок до «___» __________ 20___ г. Если замечание основано на ошибке \
                      прочтения документа, просим сообщить об этом с указанием его места.",
        );
    }
    if !to_know.is_empty() {
        paper.text(Align::Justified, "Для сведения сообщаем также:");
        findings(&mut paper, view, &to_know);
    }
    paper.text(Align::Left, &format!("С уважением,\n\n{BLANK} / {BLANK} /"));
    paper
}

fn received(paper: &mut Paper, view: &View<'_>, id: &str) {
    let as_of = words::long_date(view.report.as_of);
    if view.plans(id).is_empty() {
        paper.text(
            Align::Justified,
            &format!("По состоянию на {as_of} план по устранению недостатков от Вашей организации не поступил."),
        );
        return;
    }
    paper.text(Align::Justified, &format!("По состоянию на {as_of} от Вашей организации получено:"));
    let rows: Vec<_> = view
        .plans(id)
        .iter()
        .map(|row| {
            let title = row.plan.title.as_ref().map_or("План", |title| title.value.as_str());
            let approved = row.plan.approved_on.as_ref().map_or("—".to_owned(), |date| words::date(date.value));
            vec![title.to_owned(), row.submission_id(), approved, row.plan.measures.len().to_string()]
        })
        .collect();
    paper.table(&[("Документ", 38), ("Файл", 28), ("Утверждён", 16), ("Мероприятий", 18)], &rows);
}

/// Characters of a measure that are enough to recognize it.
const QUOTE: usize = 120;

/// One row per rule and legal basis, with every place where the rule was not kept.
fn findings(paper: &mut Paper, view: &View<'_>, findings: &[&Finding]) {
    let same = |a: &&Finding, b: &&Finding| (&a.code, &a.act, &a.clause) == (&b.code, &b.act, &b.clause);
    let mut before = 0;
    let mut rows = Vec::new();
    for group in findings.chunk_by(same) {
        let Some(first) = group.first() else { continue };
        let (number, message) = match group.len() {
            1 => (format!("{}", before + 1), first.message.clone()),
            n => {
                let others = plural(n - 1, "месте", "местах", "местах");
                let message = format!("{}\nТо же — ещё в {} {others}, перечисленных рядом.", first.message, n - 1);
                (format!("{}–{}", before + 1, before + n), message)
            }
        };
        before += group.len();
        let mark = if group.len() > 1 { "— " } else { "" };
        let places: Vec<_> = group.iter().map(|finding| format!("{mark}{}", place(view, finding))).collect();
        let basis: Vec<_> = [&first.act, &first.clause].into_iter().flatten().map(String::as_str).collect();
        rows.push(vec![number, message, places.join("\n"), basis.join(", ")]);
    }
    paper.table(&[("№", 8), ("Что исправить", 39), ("Место и текст документа", 31), ("Основание", 22)], &rows);
}

/// «план.docx, таблица 1, строка 2: «Разместить…»».
fn place(view: &View<'_>, finding: &Finding) -> String {
    let place = [finding.submission_id.as_deref(), finding.locator.as_deref()];
    let place = place.into_iter().flatten().collect::<Vec<_>>().join(", ");
    match view.quote(finding) {
        Some(quote) => format!("{place}: «{}»", words::beginning(quote, QUOTE)),
        None => place,
    }
}
