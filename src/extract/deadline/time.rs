//! Stretches of the calendar as people name them, and the days they begin and end on.

use chrono::{Datelike, Days, NaiveDate};

use crate::model::Precision;

/// From the beginning of one named stretch to the end of another; both are the same where only one is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Time {
    /// The stretch it begins with.
    pub first: Stretch,
    /// The stretch it ends with.
    pub last: Stretch,
}

/// A named stretch of the calendar, perhaps without its year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    /// What is named.
    pub unit: Unit,
    /// Which part of it.
    pub part: Part,
    /// The year that it belongs to.
    pub year: Year,
}

/// What can be named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    /// A day of a month.
    Day { month: u8, day: u8 },
    /// The n-th weekday of a month; -1 is the last.
    Weekday { nth: i8, weekday: u8, month: u8 },
    /// 1 to 12.
    Month(u8),
    /// 1 to 4.
    Quarter(u8),
    /// 1 or 2.
    HalfYear(u8),
    /// 1 (winter) to 4 (autumn).
    Season(u8),
    /// Third of a school year.
    Trimester(u8),
    /// Quarter of a school year.
    Term(u8),
    /// School holidays of a season.
    Holidays(u8),
    /// A calendar year.
    Year,
    /// 1 September to 31 August.
    SchoolYear,
    /// The year of the plan, whatever kind it is.
    PlanYear,
    /// The whole time of the plan.
    Plan,
}

/// Which part of a stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// All of it.
    Whole,
    /// «начало».
    Start,
    /// «середина».
    Middle,
    /// «конец».
    End,
    /// 1 or 2: «первая половина».
    Half(u8),
    /// 1 to 3: ten days of a month.
    Decade(u8),
    /// 1 to 5; 0 is the last: weeks of a month.
    Week(u8),
}

/// The year of a stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Year {
    /// Not named.
    Missing,
    /// A calendar year.
    Is(i32),
    /// A school year, by the year it begins in.
    School(i32),
    /// «текущего года».
    This,
    /// «следующего года».
    Next,
    /// «учебного года».
    ThisSchool,
    /// «нового учебного года».
    NextSchool,
}

impl Time {
    /// One stretch.
    pub(super) fn of(unit: Unit, year: Year) -> Self {
        let stretch = Stretch { unit, part: Part::Whole, year };
        Self { first: stretch, last: stretch }
    }

    /// A day of a year that is known.
    pub(super) fn day(year: i32, month: u8, day: u8) -> Self {
        Self::of(Unit::Day { month, day }, Year::Is(year))
    }

    /// From one time to another.
    pub(super) fn to(self, last: Time) -> Self {
        Self { first: self.first, last: last.last }
    }

    /// Whether one stretch is named.
    pub(super) fn is_single(&self) -> bool {
        self.first == self.last
    }

    /// The one day that is named, whatever its year.
    pub(super) fn is_day(&self) -> bool {
        self.is_single() && matches!(self.first.unit, Unit::Day { .. } | Unit::Weekday { .. })
    }

    /// The same time with a part of its only stretch.
    pub(super) fn with_part(mut self, part: Part) -> Self {
        self.first.part = part;
        self.last.part = part;
        self
    }

    /// The same time with years that are not named filled in.
    pub(super) fn with_year(mut self, year: Year) -> Self {
        for stretch in [&mut self.first, &mut self.last] {
            if stretch.year == Year::Missing {
                stretch.year = year;
            }
        }
        self
    }

    /// How precise the coarser end is.
    pub(super) fn precision(&self) -> Precision {
        self.first.precision().max(self.last.precision())
    }
}

impl Stretch {
    /// Where in a calendar year it begins: for comparing stretches of one list.
    pub(super) fn order(&self) -> u32 {
        let (month, day) = match self.unit {
            Unit::Day { month, day } => (month, day),
            Unit::Weekday { nth, month, .. } => (month, if nth < 0 { 28 } else { nth as u8 * 7 }),
            Unit::Month(month) => (month, 1),
            Unit::Quarter(quarter) => (quarter.saturating_mul(3).saturating_sub(2), 1),
            Unit::HalfYear(half) => (half.saturating_mul(6).saturating_sub(5), 1),
            Unit::Season(1) => (12, 1),
            Unit::Season(season) => (season.saturating_mul(3).saturating_sub(3), 1),
            Unit::Trimester(n) => ([9, 12, 3][usize::from(n.clamp(1, 3)) - 1], 1),
            Unit::Term(n) => ([9, 11, 1, 4][usize::from(n.clamp(1, 4)) - 1], 1),
            Unit::Holidays(season) => ([12, 3, 6, 10][usize::from(season.clamp(1, 4)) - 1], 25),
            Unit::Year | Unit::PlanYear | Unit::Plan => (1, 1),
            Unit::SchoolYear => (9, 1),
        };
        u32::from(month) * 100 + u32::from(day)
    }

    /// Where in a calendar year it ends.
    pub(super) fn end_order(&self) -> u32 {
        self.days(2024).map_or(self.order(), |(_, end)| end.month() * 100 + end.day())
    }

    /// Whether its school year begins before New Year: what belongs to its first calendar year.
    pub(super) fn opens_school_year(&self) -> bool {
        self.order() >= 901
    }

    /// First and last day in a calendar year; `None` where there is no such day.
    pub(super) fn days(&self, year: i32) -> Option<(NaiveDate, NaiveDate)> {
        let (start, end) = self.whole(year)?;
        let month_of = |n: u32| NaiveDate::from_ymd_opt(start.year(), start.month(), n);
        let length = (end - start).num_days();
        Some(match (self.part, self.unit) {
            (Part::Whole, _) => (start, end),
            (Part::Start, Unit::Month(_)) => (start, month_of(10)?),
            (Part::Start, Unit::Year | Unit::PlanYear) => (start, NaiveDate::from_ymd_opt(start.year(), 3, 31)?),
            (Part::Start, Unit::SchoolYear) => (start, NaiveDate::from_ymd_opt(start.year(), 9, 30)?),
            (Part::Start, _) => (start, forward(start, length / 3)?),
            (Part::Middle, Unit::Month(_)) => (month_of(11)?, month_of(20)?),
            (Part::Middle, _) => (forward(start, length / 3 + 1)?, forward(start, 2 * length / 3)?),
            (Part::End, Unit::Month(_)) => (month_of(21)?, end),
            (Part::End, Unit::Year) => (NaiveDate::from_ymd_opt(end.year(), 12, 1)?, end),
            (Part::End, _) => (forward(start, 2 * length / 3 + 1)?, end),
            (Part::Half(1), Unit::Month(_)) => (start, month_of(15)?),
            (Part::Half(2), Unit::Month(_)) => (month_of(16)?, end),
            (Part::Half(1), Unit::Year) => (start, NaiveDate::from_ymd_opt(start.year(), 6, 30)?),
            (Part::Half(2), Unit::Year) => (NaiveDate::from_ymd_opt(end.year(), 7, 1)?, end),
            (Part::Half(1), Unit::SchoolYear) => (start, NaiveDate::from_ymd_opt(start.year(), 12, 31)?),
            (Part::Half(2), Unit::SchoolYear) => (NaiveDate::from_ymd_opt(end.year(), 1, 1)?, end),
            (Part::Half(1), _) => (start, forward(start, length / 2)?),
            (Part::Half(2), _) => (forward(start, length / 2 + 1)?, end),
            (Part::Decade(1), _) => (start, month_of(10)?),
            (Part::Decade(2), _) => (month_of(11)?, month_of(20)?),
            (Part::Decade(3 | 0), _) => (month_of(21)?, end),
            (Part::Week(0), _) => (end.checked_sub_days(Days::new(6))?, end),
            (Part::Week(n @ 1..=4), _) => {
                let first = month_of(u32::from(n) * 7 - 6)?;
                (first, forward(first, 6)?)
            }
            (Part::Week(5), _) => (month_of(29)?, end),
            (Part::Half(_) | Part::Decade(_) | Part::Week(_), _) => return None,
        })
    }

    fn whole(&self, year: i32) -> Option<(NaiveDate, NaiveDate)> {
        let date = NaiveDate::from_ymd_opt;
        let months = |first: u32, last: u32| Some((date(year, first, 1)?, last_day(year, last)?));
        match self.unit {
            Unit::Day { month, day } => date(year, month.into(), day.into()).map(|day| (day, day)),
            Unit::Weekday { nth, weekday, month } => nth_weekday(year, month, nth, weekday).map(|day| (day, day)),
            Unit::Month(month @ 1..=12) => months(month.into(), month.into()),
            Unit::Quarter(quarter @ 1..=4) => months(u32::from(quarter) * 3 - 2, u32::from(quarter) * 3),
            Unit::HalfYear(half @ 1..=2) => months(u32::from(half) * 6 - 5, u32::from(half) * 6),
            // Winter is named by the year it ends in.
            Unit::Season(1) => Some((date(year - 1, 12, 1)?, last_day(year, 2)?)),
            Unit::Season(season @ 2..=4) => months(u32::from(season) * 3 - 3, u32::from(season) * 3 - 1),
            Unit::Trimester(1) => months(9, 11),
            Unit::Trimester(2) => Some((date(year, 12, 1)?, last_day(year + 1, 2)?)),
            Unit::Trimester(3) => months(3, 5),
            Unit::Term(1) => months(9, 10),
            Unit::Term(2) => months(11, 12),
            Unit::Term(3) => Some((date(year, 1, 9)?, date(year, 3, 24)?)),
            Unit::Term(4) => months(4, 5),
            Unit::Holidays(1) => Some((date(year, 12, 29)?, date(year + 1, 1, 8)?)),
            Unit::Holidays(2) => Some((date(year, 3, 24)?, date(year, 3, 31)?)),
            Unit::Holidays(3) => months(6, 8),
            Unit::Holidays(4) => Some((date(year, 10, 27)?, date(year, 11, 4)?)),
            Unit::Year | Unit::PlanYear | Unit::Plan => months(1, 12),
            Unit::SchoolYear => Some((date(year, 9, 1)?, date(year + 1, 8, 31)?)),
            _ => None,
        }
    }

    /// Whether its days differ from one organization to another, so that a reading is only likely.
    pub(super) fn is_local_custom(&self) -> bool {
        matches!(self.unit, Unit::Trimester(_) | Unit::Term(_) | Unit::Holidays(_))
            || matches!((self.part, self.unit), (Part::Start | Part::Middle, _) | (Part::End, Unit::SchoolYear))
            || matches!(self.part, Part::Week(_))
    }

    pub(super) fn precision(&self) -> Precision {
        match (self.part, self.unit) {
            (_, Unit::Day { .. } | Unit::Weekday { .. }) => Precision::Day,
            (Part::Decade(_) | Part::Week(_), _) | (_, Unit::Holidays(1 | 2 | 4)) => Precision::Week,
            (Part::Whole, Unit::Month(_)) => Precision::Month,
            (_, Unit::Month(_)) => Precision::Week,
            (_, Unit::Quarter(_) | Unit::Season(_) | Unit::Trimester(_) | Unit::Term(_) | Unit::Holidays(_)) => {
                Precision::Quarter
            }
            (_, Unit::HalfYear(_)) => Precision::HalfYear,
            (Part::Whole, _) => Precision::Year,
            (Part::Half(_), _) => Precision::HalfYear,
            _ => Precision::Quarter,
        }
    }
}

fn forward(day: NaiveDate, days: i64) -> Option<NaiveDate> {
    day.checked_add_days(Days::new(u64::try_from(days).ok()?))
}

/// The last day of a month.
pub(super) fn last_day(year: i32, month: u32) -> Option<NaiveDate> {
    let next =
        if month == 12 { NaiveDate::from_ymd_opt(year + 1, 1, 1) } else { NaiveDate::from_ymd_opt(year, month + 1, 1) };
    next?.pred_opt()
}

/// The n-th (from 1) or the last (-1) day of the week (1 is Monday) of a month.
fn nth_weekday(year: i32, month: u8, nth: i8, weekday: u8) -> Option<NaiveDate> {
    let last = last_day(year, month.into())?;
    let first = NaiveDate::from_ymd_opt(year, month.into(), 1)?;
    let ahead = |from: NaiveDate| (i64::from(weekday) - i64::from(from.weekday().number_from_monday())).rem_euclid(7);
    let day = if nth < 0 {
        let week = last.checked_sub_days(Days::new(6))?;
        forward(week, ahead(week))?
    } else {
        forward(first, ahead(first) + 7 * (i64::from(nth) - 1))?
    };
    (day <= last).then_some(day)
}
