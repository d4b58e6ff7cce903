//! Rows that sum up the rows above them.

use super::fold::fold;

/// Words that a total begins with.
const TOTALS: [&str; 5] = ["итог", "всего", "средн", "сумма", "в среднем"];
/// Whoever says more is not counting: «Всего доброго вашему коллективу!»
const MOST_WORDS: usize = 6;

/// Whether a text names a total: «Итого», «Всего по району», «Среднее значение», «ИТОГО:».
pub fn is_total(text: &str) -> bool {
    // Half a million rows are asked, and nearly none of them begins so.
    let first = text.chars().find(|c| c.is_alphabetic());
    if !first.is_some_and(|c| matches!(c, 'и' | 'И' | 'в' | 'В' | 'B' | 'с' | 'С' | 'c' | 'C')) {
        return false;
    }
    let folded = fold(text);
    let label = folded.trim_start_matches(|c: char| !c.is_alphabetic());
    // «Средняя школа № 5» is a name and no mean.
    let named = ["средняя ", "среднее образ", "средней "].iter().any(|name| label.starts_with(name));
    !named && TOTALS.iter().any(|word| label.starts_with(word)) && label.split_whitespace().count() <= MOST_WORDS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn totals_are_told_from_names() {
        for total in ["Итого", "ИТОГО:", "Всего по району", "Среднее значение", "Среднее", "  Сумма баллов"]
        {
            assert!(is_total(total), "{total}");
        }
        for other in ["", "Средняя школа № 5", "МБУК «Итог»", "5", "Всего доброго Вам и всему Вашему коллективу"]
        {
            assert!(!is_total(other), "{other}");
        }
    }
}
