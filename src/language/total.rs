//! Rows that sum up the rows above them.

use super::fold::fold;

/// Beginnings of words that a total begins with.
const TOTALS: &[&str] = &[
    "итог",
    "всего",
    "сумма",
    "в среднем",
    "средний",
    "среднее",
    "средние",
    "средняя оценк",
    "средняя дол",
    "средняя велич",
    "процент",
    "в процент",
    "доля",
    "в долях",
    "удельный вес",
    "количество",
    "кол-во",
    "число",
    "максимум",
    "максимальн",
    "минимум",
    "минимальн",
    "медиана",
    "справочно",
    "ответили",
    "опрошено",
];
/// Whoever says more is not counting: «Всего доброго вашему коллективу!»
const MOST_WORDS: usize = 6;

/// Whether a text names a total: «Итого», «Всего по району», «Среднее значение», «ИТОГО:», «В процентах», «%», «Кол-во «Да»».
pub fn is_total(text: &str) -> bool {
    // Half a million rows are asked, and nearly none of them begins so.
    if !may_begin(text) {
        return false;
    }
    let folded = fold(text);
    let label = folded.trim_start_matches(|c: char| !c.is_alphabetic());
    // «%», «% «Да»», but not «40 %»: that is a figure.
    let percent = folded.trim_start().starts_with(['%', 'σ', '∑']);
    // «Среднее общеобразовательное учреждение» is a name and no mean.
    let named = label.starts_with("среднее общеобраз") || label.starts_with("среднее образ");
    let words = label.split_whitespace().count();
    percent && words <= 2 || !named && TOTALS.iter().any(|word| label.starts_with(word)) && words <= MOST_WORDS
}

/// Whether the first letters are those of a total, told without spelling the text anew.
fn may_begin(text: &str) -> bool {
    let text = text.trim_start();
    if text.starts_with(['%', 'Σ', 'σ', '∑']) {
        return true;
    }
    let mut letters = text.chars().skip_while(|c| !c.is_alphabetic()).flat_map(char::to_lowercase);
    let (Some(first), second) = (letters.next(), letters.next()) else { return false };
    // Letters of another alphabet may stand for look-alikes.
    let same = |letter: char, known: Option<char>| letter.is_ascii() || Some(letter) == known;
    TOTALS.iter().any(|word| {
        let mut known = word.chars();
        same(first, known.next()) && second.is_none_or(|second| same(second, known.next()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn totals_are_told_from_names() {
        for total in [
            "Итого",
            "ИТОГО:",
            "Итого «Да»",
            "Итого «+»",
            "Всего по району",
            "Среднее значение",
            "Среднее",
            "  Сумма баллов",
            "В процентах",
            "Процент «Да»",
            "%",
            "% да",
            "Доля положительных ответов",
            "Кол-во «Да»",
            "Количество ответов",
            "Σ",
        ] {
            assert!(is_total(total), "{total}");
        }
        for other in [
            "",
            "Средняя школа № 5",
            "Среднеуральская библиотека",
            "Максимовский клуб",
            "МБУК «Итог»",
            "5",
            "40 %",
            "100%",
            "Всего доброго Вам и всему Вашему коллективу",
            "Нет",
        ] {
            assert!(!is_total(other), "{other}");
        }
    }
}
