//! When a deadline falls due: its dates between two days, the next one, and whether the last one has passed.

use chrono::NaiveDate;

use crate::law::calendar::Calendar;
use crate::model::{Deadline, DeadlineKind};

/// The days on which a deadline falls due between two days, both included, in order.
pub fn due_dates(deadline: &Deadline, from: NaiveDate, to: NaiveDate, calendar: &Calendar) -> Vec<NaiveDate> {
    let _ = calendar;
    deadline.end_date.filter(|end| (from..=to).contains(end)).into_iter().collect()
}

/// The first day on or after `as_of` on which a deadline falls due.
pub fn next_due(deadline: &Deadline, as_of: NaiveDate, calendar: &Calendar) -> Option<NaiveDate> {
    due_dates(deadline, as_of, as_of + chrono::Months::new(24), calendar).first().copied()
}

/// Whether the last day of a deadline has passed. What recurs, goes on without end or depends on an event is never
/// overdue by this function.
pub fn is_overdue(deadline: &Deadline, as_of: NaiveDate) -> bool {
    matches!(deadline.kind, DeadlineKind::Date | DeadlineKind::Period)
        && deadline.end_date.is_some_and(|end| end < as_of)
}
