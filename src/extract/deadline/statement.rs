//! What one phrase says, before the phrases of a cell are put together and years are filled in.

use super::time::Time;
use crate::model::PeriodUnit;

/// What a phrase says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum What {
    /// A stretch of the calendar and how it limits the work.
    At(Time, How),
    /// A bare number whose month stands elsewhere: «10, 15 и 20 мая».
    Bare(i32),
    /// Two of them: «1–5, 20–25 мая».
    BareRange(i32, i32),
    /// A number alone, which a section row can give its month.
    Lone(i32),
    /// Again and again.
    Every(Recurrence),
    /// Every year on that day or by the end of that stretch.
    Yearly(Time, How),
    /// A day within something that recurs: «до 10 числа», «последняя среда».
    Anchor(On),
    /// Without end.
    Always,
    /// So many units from an event, which the following words name.
    Counted(PeriodUnit, i32),
    /// Depends on what the words name.
    If,
    /// Stated elsewhere.
    Elsewhere,
    /// As in the row above.
    Ditto,
    /// Not stated.
    Nothing,
    /// From then on: what follows begins where the statement before ends.
    Onward,
    /// Read and of no consequence: a document's date, a time of day.
    Aside,
}

/// How a stretch limits the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    /// Somewhere in it.
    Within,
    /// «до»: before it begins, or by the day that it is.
    Until,
    /// «к»: the same, and by the first day of a school year.
    By,
    /// Not later than its last day.
    Through,
    /// Beginning with it.
    From,
    /// Beginning after it.
    After,
    /// On that very day.
    On,
}

/// What recurs, how often and on which day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Recurrence {
    /// Unit.
    pub unit: PeriodUnit,
    /// Once in how many units.
    pub count: i32,
    /// How many times in that, where it cannot be told as a smaller unit.
    pub times: i32,
    /// Whether it is only a lower or an upper bound: «не реже».
    pub least: bool,
    /// The day.
    pub on: On,
}

/// The day on which something recurs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum On {
    /// Not named: by the end of the unit.
    End,
    /// In the beginning of the unit.
    Start,
    /// Days of the month, the first in bit 1.
    MonthDays(u32),
    /// A day of the last month of the unit.
    DayOfLastMonth(u8),
    /// Days of the week, Monday in the lowest bit.
    Weekdays(u8),
    /// The n-th weekday of the month; -1 is the last.
    NthWeekday(i8, u8),
    /// The n-th week of the month; -1 is the last.
    Week(i8),
}

impl Recurrence {
    /// Once in so many units, by the end of them.
    pub(super) fn every(unit: PeriodUnit, count: i32) -> Self {
        Self { unit, count, times: 1, least: false, on: On::End }
    }

    /// So many times in a unit, told as a smaller unit where it divides evenly: twice a year is each half-year.
    pub(super) fn shared(unit: PeriodUnit, count: i32, times: i32) -> Self {
        let (unit, count, times) = match (unit, count, times) {
            (_, _, ..=1) => (unit, count, 1),
            (PeriodUnit::Year, 1, 2) => (PeriodUnit::HalfYear, 1, 1),
            (PeriodUnit::Year, 1, 3) => (PeriodUnit::Month, 4, 1),
            (PeriodUnit::Year, 1, 4) => (PeriodUnit::Quarter, 1, 1),
            (PeriodUnit::Year, 1, 6) => (PeriodUnit::Month, 2, 1),
            (PeriodUnit::Year, 1, 12) | (PeriodUnit::HalfYear, 1, 6) | (PeriodUnit::Quarter, 1, 3) => {
                (PeriodUnit::Month, 1, 1)
            }
            (PeriodUnit::HalfYear, 1, 2) => (PeriodUnit::Quarter, 1, 1),
            (PeriodUnit::HalfYear, 1, 3) => (PeriodUnit::Month, 2, 1),
            (PeriodUnit::Month, 1, 2) => (PeriodUnit::Week, 2, 1),
            (PeriodUnit::Month, 1, 4) => (PeriodUnit::Week, 1, 1),
            (PeriodUnit::Week, 1, 7) => (PeriodUnit::Day, 1, 1),
            (unit, count, times) if count > 1 && count % times == 0 => (unit, count / times, 1),
            other => other,
        };
        Self { unit, count, times, least: false, on: On::End }
    }
}

/// A phrase of a cell.
#[derive(Clone, Copy, Debug)]
pub(super) struct Statement {
    /// The rule that read it.
    pub rule: &'static str,
    /// What it says.
    pub what: What,
    /// Its bytes in the text.
    pub start: usize,
    /// Where they end.
    pub end: usize,
    /// Where the words of its condition begin; `end` where there are none.
    pub condition: usize,
    /// Whether the text had to be repaired to read it.
    pub repaired: bool,
}
