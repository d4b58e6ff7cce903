//! A plan and its measures.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Deadline, Grade, Located, Location, Officer, Sector};

/// One plan, report on a plan, or list of recommendations. A file may hold several.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// Number of the plan in its file, from 1.
    pub ordinal: u32,
    /// Whose plan it is, in the nominative; `None` where no organization is named.
    pub organization: Option<Located<String>>,
    /// ИНН, where the document states one with a right check digit.
    pub inn: Option<String>,
    /// Sector, where the wording of the document shows it.
    pub sector: Option<Sector>,
    /// The title as written, on one line.
    pub title: Option<Located<String>>,
    /// Id of the approved form that the table follows (`schemas/law/plan`), such as `pp457`.
    pub form: Option<String>,
    /// The time the plan covers.
    pub period: Option<Period>,
    /// Date of approval.
    pub approved_on: Option<Located<NaiveDate>>,
    /// Who approved it, surname first, nominative.
    pub approved_by: Option<Located<String>>,
    /// The post of who approved it.
    pub approved_post: Option<String>,
    /// One officer named for the whole plan, as written.
    pub responsible_raw: Option<Located<String>>,
    /// Headings of the columns that were found, in order; empty for plans without a table.
    pub columns: Vec<String>,
    /// The measures in document order.
    pub measures: Vec<Measure>,
    /// Where the plan begins.
    pub place: Location,
    /// Deficiencies of the plan's own table that no measure stands beside, in order.
    #[serde(default)]
    pub unanswered: Vec<Located<String>>,
}

/// The time that a plan covers, both days included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Period {
    /// First day.
    pub start: NaiveDate,
    /// Last day.
    pub end: NaiveDate,
    /// Whether it is a school year or a range of school years.
    pub school_year: bool,
}

/// One measure: what is to be done, by when, by whom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measure {
    /// Number in the plan's file, from 1, in document order over all its plans.
    pub ordinal: u32,
    /// Where it stands.
    pub place: Location,
    /// Its number as written: «1.1.», «3а».
    pub number: Option<String>,
    /// The lowest heading above it.
    pub section: Option<String>,
    /// The lead-in of a list whose bullet this measure is.
    pub lead: Option<String>,
    /// Criterion of order 344н, 1 to 5, stated or inferred.
    pub criterion: Option<u8>,
    /// Indicator as written in the measure («1.2»), or the criterion where only that is stated («2»).
    pub indicator: Option<String>,
    /// The deficiency it answers, from its own column.
    pub deficiency: Option<String>,
    /// The text, without list mark and number.
    pub text: String,
    /// What the deadline cell says; `None` where there is no such cell or it is empty.
    pub deadline_raw: Option<String>,
    /// The readings, at least one.
    pub deadlines: Vec<Deadline>,
    /// What the officer cell says.
    pub officers_raw: Option<String>,
    /// The parties, possibly none.
    pub officers: Vec<Officer>,
    /// Expected result, from its own column.
    pub expected_result: Option<String>,
    /// What has been done, from its own column.
    pub progress: Option<String>,
    /// The actual date as written.
    pub completed_raw: Option<String>,
    /// The actual date.
    pub completed_on: Option<NaiveDate>,
    /// How far it is, by its progress column.
    pub status: Progress,
    /// Whether anybody could check that it was done.
    pub verifiability: Option<Verifiability>,
    /// The worst grade of what was read for this row.
    pub grade: Grade,
    /// Names of the rules that made it other than literally, sorted.
    pub rules: Vec<String>,
}

/// How far a measure is, as its plan reports.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Progress {
    /// The plan says nothing.
    #[default]
    NoEvidence,
    /// Reported as not begun.
    NotStarted,
    /// Begun.
    Partial,
    /// Nearly done.
    Substantial,
    /// Done.
    Complete,
}

impl Progress {
    /// The name used in tables.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NoEvidence => "no_evidence",
            Self::NotStarted => "not_started",
            Self::Partial => "partial",
            Self::Substantial => "substantial",
            Self::Complete => "complete",
        }
    }
}

/// Whether a stranger could check that a measure was done, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verifiability {
    /// A: action, object and result can be checked; B: in part; C: not at all.
    pub grade: Grade,
    /// One Russian sentence.
    pub reason: String,
}
