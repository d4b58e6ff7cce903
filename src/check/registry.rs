//! All rules, by family. A rule that is not listed here does not exist.

use super::outside::{self, Outside};
use super::rule::Rule;
use super::{deadline, disclosure, officer, plan, system};

/// A family of rules: the letter of its codes.
#[derive(Debug)]
pub struct Family {
    /// The letter.
    pub letter: char,
    /// Russian: what the family is about.
    pub title: &'static str,
    /// Its rules, by code.
    pub rules: &'static [&'static Rule],
    /// Findings of the family that another stage makes.
    pub outside: &'static [Outside],
}

/// The families in the order of a report.
pub static FAMILIES: &[Family] = &[
    Family { letter: 'D', title: "Документы", rules: &[], outside: outside::DOCUMENTS },
    Family { letter: 'P', title: "План", rules: plan::RULES, outside: &[] },
    Family { letter: 'T', title: "Сроки", rules: deadline::RULES, outside: &[] },
    Family { letter: 'O', title: "Ответственные", rules: officer::RULES, outside: &[] },
    Family { letter: 'L', title: "Раскрытие информации", rules: disclosure::RULES, outside: &[] },
    Family { letter: 'S', title: "Опрос", rules: &[], outside: outside::SURVEY },
    Family { letter: 'R', title: "Рейтинг", rules: &[], outside: outside::RANKING },
    Family { letter: 'X', title: "Система", rules: system::RULES, outside: &[] },
];

/// All rules, by family and code.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    FAMILIES.iter().flat_map(|family| family.rules).copied()
}

/// The rule with a code, in either case of letters.
pub fn by_code(code: &str) -> Option<&'static Rule> {
    rules().find(|rule| rule.code.eq_ignore_ascii_case(code.trim()))
}

/// The finding of another stage with a code, in either case of letters.
pub fn outside_by_code(code: &str) -> Option<&'static Outside> {
    let code = code.trim();
    FAMILIES.iter().flat_map(|family| family.outside).find(|outside| outside.code.eq_ignore_ascii_case(code))
}
