//! Answers to «Сколько Вы ожидали?».

use std::collections::BTreeSet;

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

/// The established term that the options of a question tell: the amount of «… и более»; else the amount whose half and
/// whose neighbours the other options name, as forms follow the scale of order 344н: the term, a day less, two days less,
/// half of it, and less than half. «Менее 15», 15, 28 and 29 are of a term of 30; «менее 7», 10, 12 and 13 of 14.
pub(super) fn term<'a>(answers: impl IntoIterator<Item = &'a str>) -> Option<(u32, WaitUnit)> {
    /// People who write amounts of their own write more different ones.
    const MOST_OPTIONS: usize = 8;
    /// In a shorter term the half and the neighbours are the same.
    const LEAST_TERM: u32 = 8;
    let options: BTreeSet<(u32, WaitUnit, bool)> = answers
        .into_iter()
        .filter_map(read)
        .map(|(bound, amount, unit)| match bound {
            WaitBound::OrMore => (amount, unit, true),
            _ => (amount, unit, false),
        })
        .collect();
    if let Some((amount, unit, _)) = options.iter().find(|(_, _, or_more)| *or_more) {
        return Some((*amount, *unit));
    }
    let unit = options.first()?.1;
    let most = options.last()?.0;
    if options.len() > MOST_OPTIONS || options.iter().any(|(_, other, _)| *other != unit) {
        return None;
    }
    let amounts: BTreeSet<u32> = options.iter().map(|(amount, _, _)| *amount).collect();
    let told = |half: u32| {
        let term = half.saturating_mul(2);
        let near = [term.saturating_sub(1), term.saturating_sub(2)].iter().any(|near| amounts.contains(near));
        (term >= LEAST_TERM && near && most <= term).then_some((term, unit))
    };
    amounts.iter().find_map(|half| told(*half))
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
    }

    #[test]
    fn the_options_tell_the_term() {
        use WaitUnit::{Day, Hour};
        type Case<'a> = (&'a [&'a str], Option<(u32, WaitUnit)>);
        let cases: &[Case<'_>] = &[
            (&["менее 15", "30 календарных дней и более"], Some((30, Day))),
            (&["Менее 15 календарных дней", "15 календарных дней", "28 календарных дней"], Some((30, Day))),
            (&["15 дней", "29 дней"], Some((30, Day))),
            (&["менее 7 календарных дней", "10 календарных дней", "12 календарных дней"], Some((14, Day))),
            (&["менее 12 часов", "12 часов", "23 часа"], Some((24, Hour))),
            (&["менее 1 часа", "3 часа", "6 часов"], None),
            (&["менее 7 дней", "10 дней"], None),
            (&["1 день", "2 дня", "3 дня"], None),
            (&[], None),
        ];
        for (options, expected) in cases {
            assert_eq!(term(options.iter().copied()), *expected, "{options:?}");
        }
    }
}
