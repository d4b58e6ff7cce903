//! Lists whose items lack what their neighbours name: «10, 15 и 20 мая», «март – май, 2025 год», «2025 год (I полугодие)».

use super::Context;
use super::statement::{How, On, Statement, What};
use super::time::{Part, Time, Unit, Year};
use super::years::has_season;

/// Bare numbers of a list take the month or the quarter of what follows them: «10, 15 и 20 мая». A year that stands apart at the
/// end of a list belongs to all of it: «март – май, 2025 год».
pub(super) fn complete(statements: &[Statement], context: &Context) -> Vec<Statement> {
    let mut filled: Vec<Statement> = Vec::with_capacity(statements.len());
    let mut right: Option<(Time, How)> = None;
    for statement in statements.iter().rev() {
        let mut statement = *statement;
        match statement.what {
            What::At(time, how) => {
                if let (What::At(year, How::Within), Some(last)) =
                    (filled.last().map_or(What::Ditto, |s| s.what), filled.last())
                    && is_year(&year)
                    && lacks_year(&time)
                    && last.start - statement.end < 4
                {
                    let time = spanning(time, year.first.year);
                    filled.pop();
                    statement.what = What::At(time, how);
                }
                if let What::At(time, how) = statement.what {
                    right = Some((time, how));
                }
            }
            // «5 и 20 числа каждого месяца»
            What::Bare(number @ 1..=31) if filled.last().is_some_and(names_month_day) => {
                statement.what = What::Anchor(On::MonthDays(1 << number));
            }
            What::Bare(number) => match beside(number, right) {
                Some(time) => statement.what = What::At(time, right.map_or(How::Within, |(_, how)| how)),
                None => {
                    if let Some(time) = of_section(number, context) {
                        statement.what = What::At(time, How::Within)
                    }
                }
            },
            What::BareRange(first, last) => {
                let named = |number| beside(number, right).or_else(|| of_section(number, context));
                if let (Some(first), Some(last)) = (named(first), named(last)) {
                    statement.what = What::At(first.to(last), How::Within)
                }
            }
            What::Lone(number) => match of_section(number, context) {
                Some(time) => statement.what = What::At(time, How::Within),
                None => continue,
            },
            _ => right = None,
        }
        filled.push(statement);
    }
    filled.reverse();
    apply_leading_years(&mut filled);
    filled
}

fn names_month_day(statement: &Statement) -> bool {
    match statement.what {
        What::Anchor(on) => matches!(on, On::MonthDays(_)),
        What::Every(recurrence) => matches!(recurrence.on, On::MonthDays(_)),
        _ => false,
    }
}

/// A year or a month that stands before its parts: «2025 год (I полугодие)», «июнь 2025 (до 15 числа)».
fn apply_leading_years(statements: &mut Vec<Statement>) {
    let mut year = None;
    let mut kept: Vec<Statement> = Vec::with_capacity(statements.len());
    for mut statement in statements.drain(..) {
        let near = kept.last().is_some_and(|last| statement.start.saturating_sub(last.end) < 4);
        match (kept.last().map(|last| last.what), statement.what) {
            (Some(What::At(before, How::Within)), What::At(time, how))
                if near && is_year(&before) && lacks_year(&time) =>
            {
                year = Some(before.first.year);
                kept.pop();
                statement.what = What::At(spanning(time, before.first.year), how);
            }
            (Some(What::At(month, How::Within)), What::Anchor(On::MonthDays(days)))
                if near && month.is_single() && days.is_power_of_two() =>
            {
                if let Unit::Month(number) = month.first.unit {
                    let day = Unit::Day { month: number, day: days.trailing_zeros() as u8 };
                    kept.pop();
                    statement.what = What::At(Time::of(day, month.first.year), How::Until);
                }
            }
            // «10.02.2025 (среда)»
            (Some(What::At(day, _)), What::Anchor(On::Weekdays(_))) if near && day.is_day() => continue,
            (Some(What::At(..)), What::At(time, how)) if near && lacks_year(&time) => {
                if let Some(year) = year {
                    statement.what = What::At(spanning(time, year), how);
                }
            }
            _ => year = None,
        }
        kept.push(statement);
    }
    *statements = kept;
}

/// Whether a part of a year is named without the year.
fn lacks_year(time: &Time) -> bool {
    has_season(&time.first) && time.first.year == Year::Missing && time.last.year == Year::Missing
}

/// Whether a time is one year, of the calendar or of school, with its number.
fn is_year(time: &Time) -> bool {
    let whole = time.is_single() && time.first.part == Part::Whole;
    whole
        && matches!((time.first.unit, time.first.year), (Unit::Year, Year::Is(_)) | (Unit::SchoolYear, Year::School(_)))
}

/// A time with the year of its end; it begins a year earlier where it runs over New Year.
fn spanning(mut time: Time, year: Year) -> Time {
    time.last.year = year;
    if let (Year::Is(year), true) = (year, time.first.order() > time.last.order()) {
        time.first.year = Year::Is(year - 1);
        return time;
    }
    time.with_year(year)
}

/// A bare number as what stands to the right of it in the list.
fn beside(number: i32, right: Option<(Time, How)>) -> Option<Time> {
    let number = u8::try_from(number).ok().filter(|n| (1..=31).contains(n))?;
    let (time, _) = right?;
    let unit = match time.first.unit {
        Unit::Day { month, .. } => Unit::Day { month, day: number },
        Unit::Quarter(_) if number <= 4 => Unit::Quarter(number),
        Unit::HalfYear(_) if number <= 2 => Unit::HalfYear(number),
        Unit::Trimester(_) if number <= 3 => Unit::Trimester(number),
        Unit::Term(_) if number <= 4 => Unit::Term(number),
        _ => return None,
    };
    Some(Time::of(unit, time.first.year))
}

/// A bare number as a day of the month that the section names.
fn of_section(number: i32, context: &Context) -> Option<Time> {
    let (_, month) = context.month?;
    let day = u8::try_from(number).ok().filter(|n| (1..=31).contains(n))?;
    Some(Time::of(Unit::Day { month: u8::try_from(month).ok()?, day }, Year::Missing))
}
