//! All rules, by family. A rule that is not listed here does not exist.

use super::rule::Rule;
use super::{deadline, disclosure, officer, plan, system};

/// A family of rules: the letter of its codes.
#[derive(Debug)]
pub struct Family {
    /// The letter.
    pub letter: char,
    /// Russian: what the family is about.
    pub title: &'static str,
    /// Its rules, by code. Families whose findings are made by another stage have none here.
    pub rules: &'static [&'static Rule],
    /// Russian: who gives the numbers, where it is not this registry.
    pub reserved: Option<&'static str>,
}

/// The families in the order of a report.
pub static FAMILIES: &[Family] = &[
    Family {
        letter: 'D',
        title: "Документы",
        rules: &[],
        reserved: Some("D101–D199: сопоставление документов с организациями (этап identify)"),
    },
    Family { letter: 'P', title: "План", rules: plan::RULES, reserved: None },
    Family { letter: 'T', title: "Сроки", rules: deadline::RULES, reserved: None },
    Family { letter: 'O', title: "Ответственные", rules: officer::RULES, reserved: None },
    Family { letter: 'L', title: "Раскрытие информации", rules: disclosure::RULES, reserved: None },
    Family {
        letter: 'S',
        title: "Опрос",
        rules: &[],
        reserved: Some("S101–S999: анкеты, чек-листы и показатели (этап score)"),
    },
    Family {
        letter: 'R', title: "Рейтинг", rules: &[], reserved: Some("R101–R999: места и рейтинги (этап rank)")
    },
    Family { letter: 'X', title: "Система", rules: system::RULES, reserved: None },
];

/// All rules, by family and code.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    FAMILIES.iter().flat_map(|family| family.rules).copied()
}

/// The rule with a code, in either case of letters.
pub fn by_code(code: &str) -> Option<&'static Rule> {
    rules().find(|rule| rule.code.eq_ignore_ascii_case(code.trim()))
}
