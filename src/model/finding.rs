//! What is wrong with what an organization submitted or shows: never our error, never a mere warning.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// One finding, with its place, its legal basis and a sentence that says what to correct.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Finding {
    /// Stable code of the rule, such as `P101`; numbers are never reused.
    pub code: String,
    /// How serious it is.
    pub severity: Severity,
    /// The organization, where one is known.
    pub organization_id: Option<String>,
    /// The file.
    pub submission_id: Option<String>,
    /// The measure.
    pub measure_id: Option<String>,
    /// The place, for a person: «таблица 1, строка 4».
    pub locator: Option<String>,
    /// Russian: what is wrong, where, what to correct.
    pub message: String,
    /// The act that asks for it.
    pub act: Option<String>,
    /// The clause of that act.
    pub clause: Option<String>,
    /// The edition of the act or list that was applied.
    pub edition: Option<String>,
    /// The date on which the finding holds.
    pub as_of: NaiveDate,
    /// Where what is wrong was seen, if that is another document than the one to be put right: the file and the place in
    /// it, as a finding about that place names them.
    pub evidence: Option<String>,
}

impl Finding {
    /// The file and the place in it, as one text.
    pub fn place(&self) -> String {
        [self.submission_id.as_deref(), self.locator.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}

/// Who is to put a finding right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Addressee {
    /// The assessed organization: its plan, its site, its premises.
    #[default]
    Organization,
    /// Whoever asks the visitors and fills in the check-lists.
    Operator,
    /// Whoever keeps the register and gathers the documents.
    Ministry,
}

impl Addressee {
    /// The name used in tables.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Organization => "organization",
            Self::Operator => "operator",
            Self::Ministry => "ministry",
        }
    }
}

/// How serious a finding is. Ordered from the most to the least serious.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Contrary to an act.
    Violation,
    /// Likely to be contrary, or weak.
    Warning,
    /// Worth knowing.
    Note,
}

impl Severity {
    /// The name used in tables.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Violation => "violation",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}
