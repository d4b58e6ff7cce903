//! Answers to «Сколько Вы ожидали?».

use crate::language::fold::fold;
use crate::model::{WaitBound, WaitUnit};

/// An amount of waiting: «менее 7 календарных дней», «3 часа», «14 календарных дней и более». Minutes are told of queues,
/// for which order 344н has no term.
pub(super) fn read(answer: &str) -> Option<(WaitBound, u32, WaitUnit)> {
    let answer = fold(answer);
    let start = answer.find(|c: char| c.is_ascii_digit())?;
    let digits: String = answer[start..].chars().take_while(char::is_ascii_digit).collect();
    let amount = digits.parse().ok()?;
    let (before, after) = (&answer[..start], &answer[start + digits.len()..]);
    if answer[start..].contains("мин") {
        return None;
    }
    let unit = if answer.contains("час") { WaitUnit::Hour } else { WaitUnit::Day };
    let known = unit == WaitUnit::Hour || ["дн", "день", "сут"].iter().any(|word| answer.contains(word));
    let bound = if after.contains("и более") || after.contains("и больше") || before.contains("не менее")
    {
        WaitBound::OrMore
    } else if before.contains("менее") || before.contains("меньше") || before.contains("до ") {
        WaitBound::Less
    } else if before.contains("более") || before.contains("больше") || before.contains("свыше") {
        WaitBound::More
    } else {
        WaitBound::Exactly
    };
    (known || bound != WaitBound::Exactly || after.trim().is_empty()).then_some((bound, amount, unit))
}

/// The established term that the options of a question name: the amount of «… и более».
pub(super) fn term<'a>(answers: impl IntoIterator<Item = &'a str>) -> Option<(u32, WaitUnit)> {
    answers
        .into_iter()
        .filter_map(read)
        .find(|(bound, _, _)| *bound == WaitBound::OrMore)
        .map(|(_, amount, unit)| (amount, unit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_are_read() {
        use WaitBound::{Exactly, Less, More, OrMore};
        let cases = [
            ("менее 1 часа", (Less, 1, WaitUnit::Hour)),
            ("3 часа", (Exactly, 3, WaitUnit::Hour)),
            ("менее 7 календарных дней", (Less, 7, WaitUnit::Day)),
            ("12 календарных дней", (Exactly, 12, WaitUnit::Day)),
            ("14 календарных дней и более", (OrMore, 14, WaitUnit::Day)),
            ("Более 30 дней", (More, 30, WaitUnit::Day)),
            ("29", (Exactly, 29, WaitUnit::Day)),
        ];
        for (text, expected) in cases {
            assert_eq!(read(text), Some(expected), "{text}");
        }
        assert_eq!(read("не помню"), None);
        assert_eq!(read("2 раза"), None);
        assert_eq!(read("до 45 минут"), None);
        assert_eq!(term(["менее 15", "30 календарных дней и более"]), Some((30, WaitUnit::Day)));
    }
}
