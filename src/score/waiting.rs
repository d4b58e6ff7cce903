//! Waiting time to points, against the established term.

use crate::language::fold::fold;
use crate::law::method::WaitingScale;
use crate::model::{Wait, WaitBound, WaitUnit, WaitingColumn};

/// Points for one wait; `None` where the term of the column is not known.
pub(super) fn points(wait: &Wait, columns: &[WaitingColumn], scale: &WaitingScale) -> Option<u32> {
    let (term, unit) = term(columns.get(usize::from(wait.column))?, scale)?;
    let (waited, term) = comparable((wait.amount, wait.unit), (term, unit));
    Some(match wait.bound {
        WaitBound::More if waited >= term => scale.over,
        // «менее 7 дней» is at most 6: the scale goes by whole units.
        WaitBound::Less => by_difference(waited.saturating_sub(1), term, scale),
        WaitBound::Exactly | WaitBound::OrMore | WaitBound::More => by_difference(waited, term, scale),
    })
}

/// The term of a question: as its options tell it, else the established one for what it speaks of.
pub(super) fn term(column: &WaitingColumn, scale: &WaitingScale) -> Option<(u32, WaitUnit)> {
    column.term.or_else(|| established(&column.heading, scale))
}

fn by_difference(waited: u32, term: u32, scale: &WaitingScale) -> u32 {
    match term.checked_sub(waited) {
        None => scale.over,
        Some(0) => scale.equal,
        Some(_) if waited.saturating_mul(2) <= term => scale.half,
        Some(less) => {
            let last = scale.less_by.len().saturating_sub(1);
            scale.less_by.get((less as usize - 1).min(last)).copied().unwrap_or(scale.equal)
        }
    }
}

fn established(heading: &str, scale: &WaitingScale) -> Option<(u32, WaitUnit)> {
    let heading = fold(heading);
    let term = scale.terms.iter().find(|term| term.words.iter().any(|word| heading.contains(word.as_str())))?;
    Some((term.amount, if term.unit == "hour" { WaitUnit::Hour } else { WaitUnit::Day }))
}

/// Both amounts in the unit of the term where units agree, else in hours.
fn comparable(waited: (u32, WaitUnit), term: (u32, WaitUnit)) -> (u32, u32) {
    let hours = |(amount, unit): (u32, WaitUnit)| match unit {
        WaitUnit::Hour => amount,
        WaitUnit::Day => amount.saturating_mul(24),
    };
    if waited.1 == term.1 { (waited.0, term.0) } else { (hours(waited), hours(term)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::{built_in, method};

    #[test]
    fn points_follow_the_scale_of_the_order() {
        let methods = method::parse(&built_in()).expect("built-in methods are right");
        let scale = &methods[0].waiting;
        let specialist = "Сколько Вы ожидали приёма врача-специалиста?";
        let therapist = "Сколько времени Вы ожидали приёма терапевта?";
        use WaitBound::{Exactly, Less, More, OrMore};
        use WaitUnit::{Day, Hour};
        let cases = [
            (specialist, OrMore, 14, Day, 10),
            (specialist, More, 14, Day, 0),
            (specialist, Exactly, 13, Day, 20),
            (specialist, Exactly, 12, Day, 40),
            (specialist, Exactly, 11, Day, 60),
            (specialist, Exactly, 8, Day, 60),
            (specialist, Exactly, 7, Day, 100),
            (specialist, Less, 7, Day, 100),
            (therapist, Exactly, 24, Hour, 10),
            (therapist, Exactly, 1, Day, 10),
            (therapist, Exactly, 23, Hour, 20),
            (therapist, Exactly, 12, Hour, 100),
            (therapist, Exactly, 3, Day, 0),
        ];
        for (heading, bound, amount, unit, expected) in cases {
            let columns = [WaitingColumn { heading: heading.to_owned(), column: 2, term: None }];
            let wait = Wait { column: 0, bound, amount, unit };
            assert_eq!(points(&wait, &columns, scale), Some(expected), "{heading} {bound:?} {amount} {unit:?}");
        }
        let columns =
            [WaitingColumn { heading: "Сколько Вы ждали?".to_owned(), column: 2, term: Some((30, Day)) }];
        let wait = Wait { column: 0, bound: Exactly, amount: 29, unit: Day };
        assert_eq!(points(&wait, &columns, scale), Some(20), "a term that the options name");
    }
}
