//! Years that a text leaves out, filled in from what surrounds it.

use chrono::{Datelike, NaiveDate};

use super::Context;
use super::time::{Part, Stretch, Time, Unit, Year};
use crate::model::Period;

/// Where a year came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// The text states it.
    Stated,
    /// The neighbour in the same list or range.
    Neighbour,
    /// The heading of the section.
    Section,
    /// The time of the plan.
    Plan,
    /// The date of approval.
    Approval,
    /// Nothing names it.
    Unknown,
}

/// A time with its days.
#[derive(Clone, Copy, Debug)]
pub(super) struct Settled {
    /// The time as written, with years filled in.
    pub time: Time,
    /// First day; `None` where a day does not exist or its year is unknown.
    pub start: Option<NaiveDate>,
    /// Last day.
    pub end: Option<NaiveDate>,
    /// Where the year came from.
    pub origin: Origin,
    /// Whether another year is just as likely.
    pub ambiguous: bool,
    /// Whether a named day does not exist.
    pub invalid: bool,
}

/// Fills in the years of the times of one cell, in their order.
pub(super) fn settle(times: &[Time], context: &Context) -> Vec<Settled> {
    let mut settled: Vec<Settled> = times
        .iter()
        .map(|&time| {
            let (time, ambiguous) = name_years(time, context);
            let time = complete(time);
            let origin = if time.first.year == Year::Missing { Origin::Unknown } else { Origin::Stated };
            Settled { time, start: None, end: None, origin, ambiguous, invalid: false }
        })
        .collect();
    from_neighbours(&mut settled);
    from_context(&mut settled, context);
    for item in &mut settled {
        item.time = winter_behind(item.time);
        lay_out(item, context);
    }
    settled
}

/// «Текущего года», «нового учебного года» as years, by the plan.
fn name_years(mut time: Time, context: &Context) -> (Time, bool) {
    let year = context.period.map(|p| p.start.year()).or(context.approved_on.map(|day| day.year()));
    let school = match context.period {
        Some(period) if period.school_year => Some((period.start.year(), period.end.year() - period.start.year() > 1)),
        // A school year that is not named is the one that ends in the plan's year.
        Some(period) => Some((period.start.year() - 1, true)),
        None => context.approved_on.map(|day| (if day.month() > 6 { day.year() } else { day.year() - 1 }, true)),
    };
    let mut ambiguous = false;
    for stretch in [&mut time.first, &mut time.last] {
        // «I полугодие» of a school begins in September.
        if let (Unit::HalfYear(half @ 1..=2), Year::Missing, Some(Period { school_year: true, .. })) =
            (stretch.unit, stretch.year, context.period)
        {
            *stretch = Stretch { unit: Unit::SchoolYear, part: Part::Half(half), year: Year::ThisSchool };
            ambiguous = true;
        }
        stretch.year = match (stretch.year, year, school) {
            (Year::This, Some(year), _) => Year::Is(year),
            (Year::Next, Some(year), _) => Year::Is(year + 1),
            // The one that begins within the plan.
            (Year::ThisSchool, _, Some((year, true))) if stretch.part == Part::Start => Year::School(year + 1),
            (Year::ThisSchool, _, Some((year, guess))) => {
                ambiguous |= guess;
                Year::School(year)
            }
            (Year::NextSchool, _, Some((year, _))) => Year::School(year + 1),
            (Year::This | Year::Next | Year::ThisSchool | Year::NextSchool, ..) => Year::Missing,
            (year, ..) => year,
        };
    }
    (time, ambiguous)
}

/// The year of one end of a range for the other.
fn complete(mut time: Time) -> Time {
    let over = i32::from(time.first.order() > time.last.order());
    match (time.first.year, time.last.year) {
        (Year::Missing, Year::Is(year)) => time.first.year = Year::Is(year - over),
        (Year::Is(year), Year::Missing) => time.last.year = Year::Is(year + over),
        (Year::Missing, school @ Year::School(_)) => time.first.year = school,
        (school @ Year::School(_), Year::Missing) => time.last.year = school,
        _ => {}
    }
    time
}

/// «осень–зима 2025»: a winter behind another season is the one that begins then.
fn winter_behind(mut time: Time) -> Time {
    if let (Unit::Season(2..=4), Unit::Season(1), Year::Is(first), Year::Is(last)) =
        (time.first.unit, time.last.unit, time.first.year, time.last.year)
        && first == last
    {
        time.last.year = Year::Is(last + 1);
    }
    time
}

/// A list with one year: «апрель, октябрь 2024».
fn from_neighbours(list: &mut [Settled]) {
    for i in (0..list.len().saturating_sub(1)).rev() {
        let right = list[i + 1].time.first;
        if list[i].time.first.year == Year::Missing && has_season(&right) {
            let descends = list[i].time.first.order() > right.end_order();
            let year = match right.year {
                Year::Is(year) => Year::Is(year - i32::from(descends)),
                year => year,
            };
            take(&mut list[i], year, descends);
        }
    }
    for i in 1..list.len() {
        let left = list[i - 1].time.last;
        if list[i].time.first.year == Year::Missing && has_season(&left) {
            let descends = list[i].time.first.end_order() < left.order();
            let year = match left.year {
                Year::Is(year) => Year::Is(year + i32::from(descends)),
                year => year,
            };
            take(&mut list[i], year, descends);
        }
    }
}

/// Whether a stretch is a part of a year, so that its neighbour can be of the same one.
pub(super) fn has_season(stretch: &Stretch) -> bool {
    !matches!(stretch.unit, Unit::Year | Unit::PlanYear | Unit::Plan | Unit::SchoolYear)
}

fn take(item: &mut Settled, year: Year, ambiguous: bool) {
    if year == Year::Missing || !has_season(&item.time.first) {
        return;
    }
    let over = i32::from(item.time.first.order() > item.time.last.order());
    item.time.first.year = year;
    item.time.last.year = match year {
        Year::Is(year) => Year::Is(year + over),
        year => year,
    };
    item.origin = Origin::Neighbour;
    item.ambiguous |= ambiguous;
}

/// What no neighbour names is taken from the section, the plan or the approval.
fn from_context(list: &mut [Settled], context: &Context) {
    // «Август, март» in a plan for a calendar year runs over New Year as a school year does.
    let mut later = None;
    for i in (0..list.len()).rev() {
        let time = list[i].time;
        if time.first.year != Year::Missing {
            later = None;
            continue;
        }
        let over = i32::from(time.first.order() > time.last.order());
        let in_list =
            later.filter(|_| has_season(&time.first) && context.period.is_none_or(|period| !period.school_year));
        let chosen = match in_list {
            Some((order, year)) if time.first.order() > order => Some((year - 1, Origin::Plan, true)),
            Some((_, year)) if list[i + 1].ambiguous => Some((year, list[i + 1].origin, true)),
            _ => choose(&time, over, context),
        };
        let Some((year, origin, ambiguous)) = chosen else { continue };
        let item = &mut list[i];
        item.time.first.year = Year::Is(year);
        item.time.last.year = Year::Is(year + over);
        item.origin = origin;
        item.ambiguous |= ambiguous;
        later = has_season(&time.first).then_some((time.first.end_order(), year));
    }
}

/// The year that a time without one begins in.
fn choose(time: &Time, over: i32, context: &Context) -> Option<(i32, Origin, bool)> {
    if let Some((Some(year), _)) = context.month {
        return Some((year, Origin::Section, over > 0));
    }
    let days = |year: i32| Some((time.first.days(year)?.0, time.last.days(year + over)?.1));
    if let Some(period) = context.period {
        let years = period.start.year() - 1..=period.end.year().min(period.start.year() + 20);
        let fits = |inside: bool| {
            years.clone().filter(move |&year| {
                days(year).is_some_and(|(start, end)| {
                    if inside {
                        start >= period.start && end <= period.end
                    } else {
                        start <= period.end && end >= period.start
                    }
                })
            })
        };
        let not_passed =
            |year: &i32| context.approved_on.is_none_or(|day| days(*year).is_some_and(|(_, end)| end >= day));
        return Some(match (fits(true).count(), fits(false).count()) {
            (1, _) => (fits(true).next()?, Origin::Plan, false),
            (0, 0) => (period.start.year(), Origin::Plan, true),
            // «Сентябрь–май» in a plan for 2025 is the school year that ends in it.
            (0, n) => (fits(false).next()?, Origin::Plan, n > 1 || over > 0),
            _ => (fits(true).find(not_passed).or_else(|| fits(true).next())?, Origin::Plan, true),
        });
    }
    let approved = context.approved_on?;
    let year = approved.year();
    let passed = days(year).is_some_and(|(_, end)| (end.year(), end.month()) < (year, approved.month()));
    Some((year + i32::from(passed), Origin::Approval, passed))
}

/// Days from years.
fn lay_out(item: &mut Settled, context: &Context) {
    let time = item.time;
    if let (Unit::Plan, Some(period)) = (time.first.unit, context.period) {
        (item.start, item.end, item.origin) = (Some(period.start), Some(period.end), Origin::Plan);
        item.ambiguous = false;
        return;
    }
    if let (Unit::PlanYear, Some(period)) = (time.first.unit, context.period)
        && period.school_year
        && item.origin == Origin::Plan
    {
        let year = Stretch { unit: Unit::SchoolYear, part: Part::Whole, year: Year::Missing };
        if let Some((start, end)) = year.days(period.start.year()) {
            (item.start, item.end) = (Some(start), Some(end));
            item.ambiguous = period.end > end;
        }
        return;
    }
    // A day that exists in no year is wrong whether or not its year is known.
    let year_of = |stretch: &Stretch| match stretch.year {
        Year::Is(year) => Some(year),
        Year::School(year) => Some(match stretch.unit {
            Unit::SchoolYear => year,
            Unit::Season(1) => year + 1,
            _ if stretch.opens_school_year() => year,
            _ => year + 1,
        }),
        _ => None,
    };
    let (Some(first), Some(last)) = (year_of(&time.first), year_of(&time.last)) else {
        item.origin = Origin::Unknown;
        item.invalid = time.first.days(2024).is_none() || time.last.days(2024).is_none();
        return;
    };
    item.start = time.first.days(first).map(|days| days.0);
    item.end = time.last.days(last).map(|days| days.1);
    item.invalid = match (item.start, item.end) {
        (Some(start), Some(end)) => end < start,
        _ => true,
    };
    item.ambiguous |= time.first.is_local_custom() && time.is_single();
}
