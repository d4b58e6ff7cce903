//! What figures were computed from, row by row: enough for anybody to compute them again.

use super::{CheckTopic, Location};

/// The counted evidence and the formulas of one organization, or of all.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Basis {
    /// Items of check-lists that count.
    pub checks: Vec<CheckMark>,
    /// How every figure is made.
    pub formulas: Vec<FormulaPart>,
    /// Points for waiting.
    pub waits: Vec<WaitPoints>,
}

impl Basis {
    /// Adds what another organization's figures were computed from.
    pub fn append(&mut self, mut other: Self) {
        self.checks.append(&mut other.checks);
        self.formulas.append(&mut other.formulas);
        self.waits.append(&mut other.waits);
    }
}

/// An item of a check-list as it was counted.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckMark {
    /// The organization.
    pub organization_id: String,
    /// What the item is about.
    pub topic: CheckTopic,
    /// Its number within the topic, from 1.
    pub ordinal: u32,
    /// The item as written.
    pub item: String,
    /// Whether it is met; `None` does not apply.
    pub met: Option<bool>,
    /// The file.
    pub submission_id: String,
    /// The cell.
    pub place: Location,
}

/// One part of the formula of one figure, as it applies to one organization.
#[derive(Clone, Debug, PartialEq)]
pub struct FormulaPart {
    /// The organization.
    pub organization_id: String,
    /// The figure: «1.1» to «5.3», «K1» to «K5», «S».
    pub code: String,
    /// How parts become the figure.
    pub kind: FormulaKind,
    /// When it is computed: 1 indicators, 2 criteria, 3 criteria calculated from others, 4 the total.
    pub step: u32,
    /// A topic of the check-list, a question, or another figure.
    pub part: String,
    /// The weight as a whole number: only the proportion of the weights of one figure matters.
    pub weight: u64,
    /// Points for each item that is met.
    pub points: Option<u32>,
    /// At most this many points.
    pub cap: Option<u32>,
}

/// How parts become a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormulaKind {
    /// The mean, over topics, of the share of applicable items that are met.
    MetShares,
    /// Points for each item that is met, up to a cap.
    MetPoints,
    /// The mean, over questions, of the share of «Да».
    Shares,
    /// The mean of the points for waiting and of the share of «Да».
    Waiting,
    /// The weighted mean of those parts that are computed.
    Weighted,
    /// The weighted mean; not computed where a part is missing.
    Complete,
}

impl FormulaKind {
    /// The name used in tables.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::MetShares => "met_shares",
            Self::MetPoints => "met_points",
            Self::Shares => "shares",
            Self::Waiting => "waiting",
            Self::Weighted => "weighted",
            Self::Complete => "complete",
        }
    }
}

/// What one wait of one respondent is worth on the scale of the order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitPoints {
    /// The file.
    pub submission_id: String,
    /// The sheet of answers in the file, from 1.
    pub sheet: u32,
    /// The respondent's row.
    pub row: u32,
    /// The question's column.
    pub column: u32,
    /// The points; `None` where the established term is not known.
    pub points: Option<u32>,
}
