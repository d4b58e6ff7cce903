//! Deficiencies: by rule, as the council discusses them, and by organization with every place, in the appendix.

use super::Case;
use crate::model::{Finding, Severity};
use crate::write::by_rule::{self, ByRule};
use crate::write::docx::paper::{Align, Paper};
use crate::write::source::Source;
use crate::write::words::{self, listed, plural};

/// Organizations that are named beside a rule; the appendix has them all.
const NAMED: usize = 10;
/// Characters of a document's text that are enough to recognize it.
const QUOTE: usize = 120;

const COLUMNS: [(&str, usize); 4] =
    [("Что выявлено и что сделать", 31), ("Основание", 29), ("Организации", 31), ("Всего", 9)];

/// One row per rule: what, on what basis, with whom and how often.
pub(super) fn by_rule(paper: &mut Paper, case: &Case<'_, '_>) {
    let rules = by_rule::by_rule(case.view, case.findings());
    if rules.is_empty() {
        paper.text(Align::Justified, "Недостатков не выявлено.");
        return;
    }
    paper.text(
        Align::Justified,
        "После названия организации в скобках — число случаев. Место каждого случая названо в приложении.",
    );
    for (severity, heading) in
        [(Severity::Violation, "Нарушения"), (Severity::Warning, "Предупреждения"), (Severity::Note, "Примечания")]
    {
        let rows: Vec<_> = rules.iter().filter(|rule| rule.severity == severity).map(|r| rule_row(case, r)).collect();
        if !rows.is_empty() {
            paper.heading(2, heading);
            paper.table(&COLUMNS, &rows);
        }
    }
}

/// What whoever asks visitors and gathers documents is to put right: no deficiency of any organization.
pub(super) fn of_gathering(paper: &mut Paper, case: &Case<'_, '_>) {
    let rules = by_rule::by_rule(case.view, case.gathering());
    if rules.is_empty() {
        return;
    }
    paper.heading(2, words::GATHERING);
    let rows: Vec<_> = rules.iter().map(|rule| rule_row(case, rule)).collect();
    paper.table(&COLUMNS, &rows);
}

fn rule_row(case: &Case<'_, '_>, rule: &ByRule<'_>) -> Vec<String> {
    let what = std::iter::once(format!("{}. {}.", rule.code, rule.title.trim_end_matches('.')));
    let what: Vec<_> = what.chain(rule.remedies().into_iter().map(str::to_owned)).collect();
    let names = rule.organizations(case.view);
    let names: Vec<_> = names.into_iter().map(|(name, n)| format!("{name} ({n})")).collect();
    let names: Vec<_> = names.iter().map(String::as_str).collect();
    vec![what.join("\n"), rule.basis().join(";\n"), listed(&names, NAMED), rule.findings.len().to_string()]
}

/// Every finding of every organization with its place.
pub(super) fn by_organization(paper: &mut Paper, case: &Case<'_, '_>) {
    for organization in &case.organizations {
        paper.heading(2, words::name(organization));
        let rules = by_rule::by_rule(case.view, case.view.own_findings(&organization.id));
        if rules.is_empty() {
            paper.text(Align::Justified, "Недостатков не выявлено.");
            continue;
        }
        let rows: Vec<_> = rules.iter().map(|rule| places_row(case, rule)).collect();
        paper.table(&[("Замечание", 33), ("Место и содержание", 67)], &rows);
    }
}

/// A rule that was broken once is told in full; of one that was broken often, what and where.
fn places_row(case: &Case<'_, '_>, rule: &ByRule<'_>) -> Vec<String> {
    let title = rule.title.trim_end_matches('.');
    let (n, severity) = (rule.findings.len(), words::severity(rule.severity));
    let mut lines = Vec::new();
    let mut source = None;
    for finding in &rule.findings {
        let of = Source::of(case.view, finding);
        if of != source {
            lines.extend(of.as_ref().map(|source| format!("{}:", source.named())));
            source = of;
        }
        lines.push(if n == 1 { told(source, finding) } else { format!("— {}", named(case, source, finding)) });
    }
    let times = match n {
        1 => String::new(),
        n => format!(", {n} {}", plural(n, "случай", "случая", "случаев")),
    };
    vec![format!("{}. {title}\n({severity}{times})", rule.code), lines.join("\n")]
}

fn told(source: Option<Source<'_>>, finding: &Finding) -> String {
    let message = by_rule::without_place(finding);
    place(source, finding).map_or_else(|| by_rule::told(finding), |place| format!("{place}: {message}"))
}

/// «таблица 1, строка 4: «Разместить…»».
fn named(case: &Case<'_, '_>, source: Option<Source<'_>>, finding: &Finding) -> String {
    let subject = words::beginning(by_rule::subject(case.view, finding), QUOTE);
    place(source, finding).map_or_else(|| format!("«{subject}»"), |place| format!("{place}: «{subject}»"))
}

/// The place in the organization's own document; what is absent has none, and the operator's cells tell nothing.
fn place<'a>(source: Option<Source<'_>>, finding: &'a Finding) -> Option<&'a str> {
    by_rule::place_within(finding).filter(|_| matches!(source, Some(Source::Document(_))))
}
