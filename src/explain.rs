//! What a finding means: the page of one rule, and the reference of all of them.
//!
//! `docs/findings.md` is [`markdown`] of the built-in law; a test fails when it is stale.

use std::fmt::Write;

use serde_json::{Value, json};

use crate::check::{Basis, FAMILIES, Outside, Rule, by_code, outside_by_code, rules};
use crate::law::Law;
use crate::law::duty::Duty;
use crate::model::{RuleText, Severity};

/// The page of one rule as text; `None` where no rule has the code.
pub fn page(code: &str, law: &Law) -> Option<String> {
    by_code(code).map(|rule| rule_page(rule, law)).or_else(|| outside_by_code(code).map(outside_page))
}

/// The reference of all rules, in Markdown.
pub fn markdown(law: &Law) -> String {
    let mut out = String::from(
        "# Замечания\n\nЭта страница создана командой `svod explain --all --format md`; вручную её не правят.\n\n\
         Серьёзность: *нарушение* — противоречит акту; *предупреждение* — вероятно, противоречит или ослабляет план; \
         *примечание* — полезно знать. Номера замечаний не используются повторно. В примерах «План», «Чек-лист» и «Опрос» \
         — сведения из документов, строки с чертой — строки таблицы плана: мероприятие, срок, ответственный, ход реализации. \
         Примеры проверены на 15.06.2025.\n",
    );
    for family in FAMILIES {
        let _ = write!(out, "\n## {}. {}\n", family.letter, family.title);
        for outside in family.outside {
            let _ = write!(
                out,
                "
{}",
                outside_page(outside)
            );
        }
        for rule in family.rules {
            let _ = write!(out, "\n{}", rule_page(rule, law));
        }
    }
    out
}

/// The reference of all rules, as JSON.
pub fn json(law: &Law) -> String {
    let entries: Vec<Value> = rules()
        .map(|rule| {
            let bases: Vec<Value> = duties(rule, law)
                .map(|duty| json!({ "act": duty.act, "clause": duty.clause, "edition": duty.edition, "in_force_from": duty.in_force_from, "in_force_to": duty.in_force_to, "verified": duty.verified }))
                .collect();
            json!({
                "code": rule.code,
                "name": rule.name,
                "title": rule.title,
                "severity": rule.severity.as_str(),
                "addressee": rule.addressee.as_str(),
                "checks": rule.checks,
                "basis": bases,
                "message": rule.message,
                "violates": rule.violates,
                "complies": rule.complies,
            })
        })
        .collect();
    format!("{:#}\n", Value::Array(entries))
}

/// What every code means, by family and code: for writers, which see nothing but the report.
pub fn texts(law: &Law) -> Vec<RuleText> {
    let outside = |outside: &Outside| RuleText {
        code: outside.code.to_owned(),
        name: None,
        title: outside.title.to_owned(),
        checks: outside.checks.to_owned(),
        page: outside_page(outside),
        severity: None,
        addressee: outside.addressee,
    };
    let of_rule = |rule: &&Rule| RuleText {
        code: rule.code.to_owned(),
        name: Some(rule.name.to_owned()),
        title: rule.title.to_owned(),
        checks: rule.checks.to_owned(),
        page: rule_page(rule, law),
        severity: Some(rule.severity),
        addressee: rule.addressee,
    };
    FAMILIES
        .iter()
        .flat_map(|family| family.outside.iter().map(outside).chain(family.rules.iter().map(of_rule)))
        .collect()
}

fn outside_page(outside: &Outside) -> String {
    format!("### {}\n\n{}. {}\n", outside.code, outside.title, outside.checks)
}

fn rule_page(rule: &Rule, law: &Law) -> String {
    let mut out =
        format!("### {} {}\n\n{}. Серьёзность: {}.\n", rule.code, rule.name, rule.title, severity(rule.severity));
    let _ = write!(out, "\n**Что проверяет.** {}\n\n**Основание.** {}\n", rule.checks, basis(rule, law));
    let _ = write!(out, "\n**Сообщение.** {}\n", rule.message);
    let _ = write!(out, "\n**Нарушает:**\n\n```text\n{}\n```\n", rule.violates);
    let _ = write!(out, "\n**Соблюдает:**\n\n```text\n{}\n```\n", rule.complies);
    out
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Violation => "нарушение",
        Severity::Warning => "предупреждение",
        Severity::Note => "примечание",
    }
}

fn duties<'a>(rule: &Rule, law: &'a Law) -> impl Iterator<Item = &'a Duty> {
    let id = rule.basis.duty();
    law.duties.iter().filter(move |duty| Some(duty.id.as_str()) == id)
}

fn basis(rule: &Rule, law: &Law) -> String {
    let lines = || duties(rule, law).map(duty_line).collect::<Vec<_>>().join(" ");
    match rule.basis {
        Basis::List => "Перечень сведений, действующий для отрасли на дату отчёта.".to_owned(),
        Basis::None => "Не связано с отдельной нормой.".to_owned(),
        Basis::Duty(_) => lines(),
        Basis::DutyOrSense(_) => {
            format!("{} К плану, на который не распространялся ни один из актов, — примечание без ссылки.", lines())
        }
    }
}

fn duty_line(duty: &Duty) -> String {
    let until = duty.in_force_to.map_or(String::new(), |day| format!(" по {}", day.format("%d.%m.%Y")));
    let unsure = if duty.verified { "" } else { " (с текстом акта не сверено)" };
    let limit = match duty.severity_limit {
        Some(limit) => format!("; не тяжелее, чем {}", severity(limit)),
        None => String::new(),
    };
    let from = duty.in_force_from.format("%d.%m.%Y");
    format!("{}, {}; действует с {from}{until}{limit}{unsure}.", duty.act, duty.clause)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::built_in;

    #[test]
    fn the_reference_page_is_up_to_date() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/findings.md");
        let law = Law::parse(built_in()).expect("the built-in law is right");
        let stored = std::fs::read_to_string(path).unwrap_or_default();
        assert!(stored == markdown(&law), "stale: svod explain --all --format md > docs/findings.md");
    }

    #[test]
    fn a_page_answers_what_a_reader_of_a_finding_asks() {
        let law = Law::parse(built_in()).expect("the built-in law is right");
        let page = page("t101", &law).expect("a rule");
        for part in ["T101", "Что проверяет", "№ 457", "Нарушает", "Соблюдает", "графа 3"]
        {
            assert!(page.contains(part), "{part}");
        }
        assert!(super::page("d103", &law).is_some_and(|page| page.contains("не выбирает")));
        assert!(super::page("Z1", &law).is_none());
        let all: Value = serde_json::from_str(&json(&law)).expect("json");
        assert_eq!(all.as_array().map(Vec::len), Some(rules().count()));
    }
}
