//! What a plan says about time.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Grade;

/// One stated deadline of a measure. A measure that states none has one of kind [`DeadlineKind::Absent`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deadline {
    /// The part of the source text that this deadline was read from.
    pub raw: String,
    /// What sort of statement it is.
    pub kind: DeadlineKind,
    /// How the date limits the work; `None` where there is no date.
    pub bound: Option<Bound>,
    /// First day, where the text states or implies one.
    pub start_date: Option<NaiveDate>,
    /// Last day, where the text states or implies one.
    pub end_date: Option<NaiveDate>,
    /// Unit of the recurrence or of the relative term.
    pub period_unit: Option<PeriodUnit>,
    /// How many units; negative means before the event.
    pub period_count: Option<i32>,
    /// RFC 5545 recurrence rule, without `RRULE:`; only for recurring deadlines.
    pub rrule: Option<String>,
    /// The event or condition on which the term depends, in the source's words.
    pub condition: Option<String>,
    /// How precise the stated time is.
    pub precision: Option<Precision>,
    /// Whether another reading is just as legitimate.
    pub ambiguous: bool,
    /// One Russian sentence saying how the text was understood.
    pub reading: String,
    /// Name of the phrase rule that read it.
    pub rule: String,
    /// How sure the reading is.
    pub grade: Grade,
}

impl Deadline {
    /// A deadline of a kind, with nothing else known; `raw` is the source's own text.
    pub fn new(kind: DeadlineKind, raw: &str, rule: &str) -> Self {
        Self {
            raw: raw.to_owned(),
            kind,
            bound: None,
            start_date: None,
            end_date: None,
            period_unit: None,
            period_count: None,
            rrule: None,
            condition: None,
            precision: None,
            ambiguous: false,
            reading: String::new(),
            rule: rule.to_owned(),
            grade: Grade::A,
        }
    }
}

/// The sorts of statements about time. See `DeadlineKind::as_str` for the names in tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeadlineKind {
    /// One day: «до 1 июля 2026 года», «26.09.2014».
    Date,
    /// From one day to another: «III кв. 2024 г.», «в течение года».
    Period,
    /// Again and again: «ежемесячно», «1 раз в 2 года».
    Recurring,
    /// Without end: «постоянно», «с 01.01.2025 постоянно».
    Continuous,
    /// Counted from an event: «в течение 10 рабочих дней со дня изменения».
    Relative,
    /// Depends on a condition: «при наличии финансирования».
    Conditional,
    /// Stated elsewhere: «по отдельному плану».
    ByReference,
    /// Not stated: empty, «-», «уточняется».
    Absent,
    /// A date that does not exist: «30 февраля 2025».
    Invalid,
    /// Anything else; the text is kept.
    Unrecognized,
}

impl DeadlineKind {
    /// The name used in tables.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Period => "period",
            Self::Recurring => "recurring",
            Self::Continuous => "continuous",
            Self::Relative => "relative",
            Self::Conditional => "conditional",
            Self::ByReference => "by_reference",
            Self::Absent => "absent",
            Self::Invalid => "invalid",
            Self::Unrecognized => "unrecognized",
        }
    }
}

/// How a date limits the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// «до», «не позднее», «к», or a bare date under a deadline heading.
    Until,
    /// On that very day: a bare date under «Дата проведения».
    On,
    /// «с 1 марта».
    From,
    /// Somewhere within the period.
    Within,
}

impl Bound {
    /// The name used in tables.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Until => "until",
            Self::On => "on",
            Self::From => "from",
            Self::Within => "within",
        }
    }
}

/// Units of recurrence and of relative terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PeriodUnit {
    /// Calendar day.
    Day,
    /// Working day of the production calendar.
    WorkingDay,
    /// Week.
    Week,
    /// Calendar month.
    Month,
    /// Quarter of the calendar year.
    Quarter,
    /// School term of about three months.
    Trimester,
    /// Half of a year.
    HalfYear,
    /// Year.
    Year,
}

impl PeriodUnit {
    /// The name used in tables.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::WorkingDay => "working_day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Trimester => "trimester",
            Self::HalfYear => "half_year",
            Self::Year => "year",
        }
    }
}

/// How precise a stated time is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Precision {
    /// To the day.
    Day,
    /// To the week or decade of a month.
    Week,
    /// To the month.
    Month,
    /// To the quarter, season or trimester.
    Quarter,
    /// To the half of a year.
    HalfYear,
    /// To the year, or several years.
    Year,
}

impl Precision {
    /// The name used in tables.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::HalfYear => "half_year",
            Self::Year => "year",
        }
    }
}
