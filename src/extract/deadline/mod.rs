//! What a text says about time: a table of phrases, each with its examples.

use chrono::NaiveDate;

use crate::model::{Deadline, DeadlineKind, Grade, Period};

/// What the plan around a deadline says about time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Context {
    /// The time the plan covers.
    pub period: Option<Period>,
    /// When the plan was approved.
    pub approved_on: Option<NaiveDate>,
    /// Year and month that a section row names («Сентябрь 2025»), from 1 to 12.
    pub month: Option<(Option<i32>, u32)>,
    /// Whether the column names days of events («Дата проведения»): a bare date is then the day itself.
    pub event: bool,
}

/// Reads a deadline cell: one reading per stated deadline, at least one.
pub fn read(text: &str, context: &Context) -> Vec<Deadline> {
    let _ = context;
    let kind = if text.trim().is_empty() { DeadlineKind::Absent } else { DeadlineKind::Unrecognized };
    let mut deadline = Deadline::new(kind, text, "unread");
    deadline.grade = Grade::Absent;
    vec![deadline]
}

/// Deadlines hidden in a measure's own text, grade B; empty where there is none.
pub fn find(text: &str, context: &Context) -> Vec<Deadline> {
    let _ = (text, context);
    Vec::new()
}

/// Byte range of a deadline that ends or begins a line which also holds other things: the columns of the table were
/// lost, or deadline and officer share a cell. `None` where the line states none.
pub fn locate(line: &str, context: &Context) -> Option<std::ops::Range<usize>> {
    let _ = (line, context);
    None
}
