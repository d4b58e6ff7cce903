//! Answers and check-lists to indicators, criteria and totals, by a method that is data.
//!
//! `gather` sorts the facts of all files by organization; `assess` computes one organization and looks at nothing
//! else, so that organizations may be computed in any order, by any number of threads, and none can change another.

mod assess;
mod awaited;
mod basis;
mod bootstrap;
mod counts;
mod evidence;
mod explain;
mod gain;
mod group;
mod indicator;
mod integrity;
mod number;
mod sample;
mod scheme;
mod waiting;

use crate::law::Law;
use crate::law::method::Method;
use crate::model::{Assessment, Branches, Organization, Submission};

pub use assess::assess;
pub use evidence::{Check, Evidence, Sheet, gather};
pub use explain::explain;
pub use gain::prospects;
pub use group::groups;
pub use integrity::{Round, round};

/// How figures are computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Exact, or rounded at every stage.
    pub rounding: Rounding,
    /// How often respondents are drawn anew for intervals; 0 for none.
    pub draws: u32,
    /// With whom branches are counted.
    pub branches: Branches,
}

impl Default for Settings {
    fn default() -> Self {
        Self { rounding: Rounding::Exact, draws: 2_000, branches: Branches::Apart }
    }
}

/// Where figures are rounded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rounding {
    /// Only where they are published.
    #[default]
    Exact,
    /// Every indicator, criterion and total in turn, to two decimals, a half to the even neighbour: as operators'
    /// scripts do. They work in binary fractions, which cannot hold most halves of a hundredth: where the exact figure is
    /// such a half, a script may round the other way. In made rounds one criterion or total in seventy differed, by the
    /// last digit; no other figure can.
    Stages,
}

impl Rounding {
    /// The name used in settings and in the manifest.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Stages => "stages",
        }
    }
}

/// What every organization is computed with.
#[derive(Clone, Copy, Debug)]
pub struct Terms<'a> {
    /// The edition of the calculation order.
    pub method: &'a Method,
    /// How figures are computed.
    pub settings: Settings,
    /// When the round was.
    pub round: Round,
    /// The date on which findings hold.
    pub as_of: chrono::NaiveDate,
}

/// Every organization that has answers or a check-list, by id.
pub fn score(
    submissions: &[Submission],
    organizations: &[Organization],
    law: &Law,
    settings: Settings,
    as_of: chrono::NaiveDate,
) -> Vec<Assessment> {
    let Some(method) = Method::on(&law.methods, as_of) else { return Vec::new() };
    let evidence = gather(submissions, organizations);
    let terms = Terms { method, settings, round: round(&evidence), as_of };
    evidence.iter().map(|evidence| assess(evidence, &terms)).collect()
}
