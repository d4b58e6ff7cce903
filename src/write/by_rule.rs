//! Findings gathered by rule: what a reader asks first is what is wrong and with whom, and only then where.

use std::collections::BTreeMap;

use super::view::View;
use crate::model::{Finding, Severity};

/// More different remedies than this say nothing of the rule.
const REMEDIES: usize = 3;

/// Clauses of an act that are named beside a rule; each finding names its own.
const CLAUSES: usize = 2;

/// The findings of one rule and severity.
#[derive(Debug)]
pub(crate) struct ByRule<'a> {
    pub(crate) severity: Severity,
    pub(crate) code: &'a str,
    /// What the rule finds, in a few words; the first message where the rule is not known.
    pub(crate) title: &'a str,
    pub(crate) findings: Vec<&'a Finding>,
}

impl<'a> ByRule<'a> {
    /// Acts, each once with its clauses, each of these once too, in the order they are met.
    pub(crate) fn basis(&self) -> Vec<String> {
        let mut acts: Vec<(&str, Vec<&str>)> = Vec::new();
        for finding in &self.findings {
            let Some(act) = finding.act.as_deref() else { continue };
            let at = acts.iter().position(|(known, _)| *known == act).unwrap_or_else(|| {
                acts.push((act, Vec::new()));
                acts.len() - 1
            });
            let clauses = &mut acts[at].1;
            for clause in finding.clause.as_deref().unwrap_or_default().split("; ").filter(|clause| !clause.is_empty())
            {
                if !clauses.contains(&clause) {
                    clauses.push(clause);
                }
            }
        }
        let named = |(act, clauses): (&str, Vec<&str>)| match clauses.len() {
            0 => act.to_owned(),
            1..=CLAUSES => format!("{act}, {}", clauses.join("; ")),
            n => format!("{act}, {}; и ещё {}", clauses[..CLAUSES].join("; "), n - CLAUSES),
        };
        acts.into_iter().map(named).collect()
    }

    /// What messages say is to be done: their last sentences, each once; empty where they say many different things.
    pub(crate) fn remedies(&self) -> Vec<&'a str> {
        let mut remedies: Vec<&str> = self.findings.iter().map(|finding| last_sentence(&finding.message)).collect();
        remedies.sort_unstable();
        remedies.dedup();
        if remedies.len() > REMEDIES { Vec::new() } else { remedies }
    }

    /// Organizations with the number of their findings: the most first, then by name.
    pub(crate) fn organizations(&self, view: &View<'a>) -> Vec<(&'a str, usize)> {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for id in self.findings.iter().filter_map(|finding| finding.organization_id.as_deref()) {
            *counts.entry(id).or_default() += 1;
        }
        let mut counts: Vec<_> = counts.into_iter().map(|(id, n)| (view.name(id), n)).collect();
        counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(b.0)));
        counts
    }
}

/// Findings by rule: the most serious first, then those that are met most often.
pub(crate) fn by_rule<'a>(view: &View<'a>, findings: impl IntoIterator<Item = &'a Finding>) -> Vec<ByRule<'a>> {
    let mut rules: BTreeMap<(Severity, &str), Vec<&Finding>> = BTreeMap::new();
    for finding in findings {
        rules.entry((finding.severity, &finding.code)).or_default().push(finding);
    }
    let mut rules: Vec<_> = rules
        .into_iter()
        .map(|((severity, code), findings)| {
            let rule = view.report.rules.iter().find(|rule| rule.code == code);
            let title = rule.map(|rule| rule.title.as_str()).or(findings.first().map(|first| first.message.as_str()));
            ByRule { severity, code, title: title.unwrap_or_default(), findings }
        })
        .collect();
    rules.sort_by_key(|rule| (rule.severity, std::cmp::Reverse(rule.findings.len()), rule.code));
    rules
}

/// What a finding is about: the measure's own text, else the first words its message puts in quotation marks, else the
/// message without the place at its head.
pub(crate) fn subject<'a>(view: &View<'a>, finding: &'a Finding) -> &'a str {
    let message = without_place(finding);
    view.quote(finding).or_else(|| quoted(message)).unwrap_or(message)
}

/// «Таблица 1, строка 4: срок…» without the place.
pub(crate) fn without_place(finding: &Finding) -> &str {
    let Some(locator) = finding.locator.as_deref() else { return &finding.message };
    let begins = |place: &str| place.to_lowercase() == locator.to_lowercase();
    match finding.message.split_once(": ") {
        Some((place, rest)) if begins(place) => rest,
        _ => &finding.message,
    }
}

/// The place within a document that a finding about an organization speaks of. What is absent from a document has none:
/// its locator tells no more than where the document begins.
pub(crate) fn place_within(finding: &Finding) -> Option<&str> {
    let placed = finding.measure_id.is_some() || without_place(finding) != finding.message;
    finding.locator.as_deref().filter(|_| placed)
}

/// What is wrong, without its place, as a sentence.
pub(crate) fn told(finding: &Finding) -> String {
    let mut letters = without_place(finding).chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Messages end with what is to be done.
fn last_sentence(message: &str) -> &str {
    let (wrong, remedy) = wrong_and_remedy(message);
    if remedy.is_empty() { wrong } else { remedy }
}

/// What is wrong, and what is to be done: the last sentence of several.
pub(crate) fn wrong_and_remedy(message: &str) -> (&str, &str) {
    let begins = |rest: &str| rest.starts_with(char::is_uppercase);
    let mut cuts = message.rmatch_indices(". ").map(|(at, dot)| (&message[..=at], &message[at + dot.len()..]));
    cuts.find(|(_, rest)| begins(rest)).unwrap_or((message, ""))
}

/// The first text in «», with those that stand within it.
pub(crate) fn quoted(text: &str) -> Option<&str> {
    let start = text.find('«')? + '«'.len_utf8();
    let mut depth = 1_usize;
    for (at, c) in text[start..].char_indices() {
        match c {
            '«' => depth += 1,
            '»' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(&text[start..start + at]);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;

    fn finding(locator: Option<&str>, message: &str) -> Finding {
        Finding {
            code: "L101".to_owned(),
            severity: Severity::Violation,
            organization_id: None,
            submission_id: None,
            measure_id: None,
            locator: locator.map(str::to_owned),
            message: message.to_owned(),
            act: None,
            clause: None,
            edition: None,
            as_of: NaiveDate::default(),
            evidence: None,
        }
    }

    #[test]
    fn a_quotation_is_taken_whole() {
        let cases = [
            ("нет сведений «Устав» (чек-лист: «устав» — нет)", Some("Устав")),
            ("нет раздела «раздел «Вопросы»» на сайте", Some("раздел «Вопросы»")),
            ("кавычка «не закрыта", None),
            ("без кавычек", None),
        ];
        for (text, expected) in cases {
            assert_eq!(quoted(text), expected, "{text}");
        }
    }

    #[test]
    fn a_message_ends_with_the_remedy() {
        let cases = [
            ("Срок истёк, просрочка 93 дн.; сведений нет. Исполните мероприятие.", "Исполните мероприятие."),
            ("Укажите дату до 1 мая 2026 г. включительно.", "Укажите дату до 1 мая 2026 г. включительно."),
            ("", ""),
        ];
        for (message, expected) in cases {
            assert_eq!(last_sentence(message), expected, "{message}");
        }
    }

    #[test]
    fn the_place_is_left_out_where_the_message_begins_with_it() {
        let cases = [
            (Some("таблица 1, строка 4"), "Таблица 1, строка 4: срок истёк.", "срок истёк."),
            (Some("таблица 1, строка 4"), "Срок истёк: 1 мая.", "Срок истёк: 1 мая."),
            (None, "План не утверждён: нет подписи.", "План не утверждён: нет подписи."),
        ];
        for (locator, message, expected) in cases {
            assert_eq!(without_place(&finding(locator, message)), expected, "{message}");
        }
    }

    #[test]
    fn what_is_absent_has_no_place() {
        let absent = finding(Some("абзац 1"), "В плане нет грифа утверждения. Добавьте его.");
        assert_eq!(place_within(&absent), None);
        let placed = finding(Some("таблица 1"), "Таблица 1: нет графы. Добавьте её.");
        assert_eq!(place_within(&placed), Some("таблица 1"));
        assert_eq!(told(&placed), "Нет графы. Добавьте её.");
    }
}
