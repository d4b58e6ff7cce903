//! Columns that are terms themselves: «Сентябрь | Декабрь | Март», with a mark in the rows that are due then.

use std::sync::LazyLock;

use regex::Regex;

use super::columns::Strength;
use super::header::Header;
use super::roles::{Role, share};
use crate::language::fold::fold;
use crate::model::ColumnRole;

/// A heading that is nothing but a month, a quarter or the like.
static TERM: LazyLock<Regex> = LazyLock::new(|| {
    let month = r"(?:январь|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь|янв\.?|фев\.?|февр\.?|мар\.?|апр\.?|июн\.?|июл\.?|авг\.?|сент?\.?|окт\.?|ноя\.?|нояб\.?|дек\.?)";
    let ordinal = r"(?:[1-4]|i{1,3}|iv|[іi]{1,3}|перв\p{L}+|втор\p{L}+|трет\p{L}+|четв\p{L}+)(?:-?(?:й|е|ое|я))?";
    Regex::new(&format!(
        r"^(?:{month}(?:\s*-\s*{month})?|{ordinal}\s*(?:кв\.?|квартал|полугодие|п/г|триместр|четверть))(?:\s*(?:19|20)\d\d\s*(?:г\.?|года?)?)?$"
    ))
    .expect("the pattern of terms in headings is valid")
});

/// What stands in the rows that are due: a sign, or a day of the month.
static MARK: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"^(?:[+*vхx×✕✖✗✘✓✔√☑☒●•■▲]|да|(?:(?:до|к|с) )?\d{1,2}(?:\.\d{2}\.?)?(?: ?- ?\d{1,2}(?:\.\d{2}\.?)?)?(?: числа)?",
        r"|\d ?(?:-?я )?(?:неделя|декада)|(?:начало|середина|конец)(?: месяца)?|в течение месяца)$"
    ))
    .expect("the pattern of marks is valid")
});

/// Whether a heading is nothing but a term.
pub(super) fn is_term(heading: &str) -> bool {
    TERM.is_match(&fold(heading))
}

/// Gives their role to the columns headed by terms, where there are several and their cells hold marks.
pub(super) fn assign(roles: &mut [Role], header: &Header, cells: &dyn Fn(usize) -> Vec<String>) {
    let lowest = |heading: &str| heading.rsplit(" / ").next().is_some_and(is_term);
    let columns = (0..roles.len()).filter(|&i| lowest(&header.columns[i].heading)).collect::<Vec<_>>();
    let texts = columns.iter().flat_map(|&i| cells(i)).collect::<Vec<_>>();
    if columns.len() < 2 || texts.is_empty() || share(&texts, |text| MARK.is_match(&fold(text))) < 0.8 {
        return;
    }
    for i in columns {
        roles[i] = Some((ColumnRole::TermMark, Strength::Sure));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_that_are_terms() {
        for heading in [
            "Сентябрь",
            "сент.",
            "мар",
            "июн.",
            "июл",
            "ноя",
            "I квартал",
            "2 полугодие",
            "IV кв. 2025 г.",
            "июнь – август",
        ] {
            assert!(is_term(heading), "{heading}");
        }
        for heading in ["Срок", "Квартал", "Итоги I квартала", "2025", "Март, план"] {
            assert!(!is_term(heading), "{heading}");
        }
    }

    #[test]
    fn marks() {
        for mark in ["+", "V", "х", "×", "☑", "*", "до 20", "15.03", "10-15", "1 неделя", "конец месяца"]
        {
            assert!(MARK.is_match(&fold(mark)), "{mark}");
        }
        for text in ["100 тыс.", "1250", "план", "12,5"] {
            assert!(!MARK.is_match(&fold(text)), "{text}");
        }
    }
}
