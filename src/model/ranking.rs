//! Places of organizations within a scope.

use std::collections::BTreeMap;

use num_rational::BigRational;

/// The group within which places are given.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Scope {
    /// `region`, `sector`, `municipality` or `kind`.
    pub level: &'static str,
    /// The name of the sector, municipality or kind; empty for the region.
    pub name: String,
}

/// One organization's place in one scope.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// The group.
    pub scope: Scope,
    /// The organization.
    pub organization_id: String,
    /// The published total, rounded half up to two decimals; `None` where it is not ranked.
    pub total: Option<BigRational>,
    /// Competition ranking, 1-2-2-4; `None` where it is not ranked.
    pub place: Option<u32>,
    /// Best place that the survey's sampling error allows.
    pub place_low: Option<u32>,
    /// Worst place that the survey's sampling error allows.
    pub place_high: Option<u32>,
    /// How many organizations share the place, itself included.
    pub tied: u32,
    /// How many organizations have a place in this scope.
    pub of: u32,
    /// The place in the previous round.
    pub previous_place: Option<u32>,
    /// Russian: why it is not ranked, or what the reader must know.
    pub note: Option<String>,
    /// The total of the previous round, and whether the difference is more than noise.
    pub previous: Option<Change>,
    /// Number of the run of places whose organizations the survey cannot tell from the first of them, from 1; `None` where
    /// it is not ranked or its sampling error is not known.
    pub tier: Option<u32>,
}

/// The total of the previous round beside today's.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The published total of the previous round.
    pub total: BigRational,
    /// Today's published total less the previous one.
    pub difference: BigRational,
    /// Whether the difference exceeds the sampling error of both rounds; `None` where that is not known.
    pub beyond_noise: Option<bool>,
}

/// What an earlier run published.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PreviousRound {
    /// Places, by level and name of the scope and organization.
    pub places: BTreeMap<(String, String, String), u32>,
    /// Totals, by organization.
    pub totals: BTreeMap<String, PreviousTotal>,
}

/// A total that an earlier run published.
#[derive(Clone, Debug, PartialEq)]
pub struct PreviousTotal {
    /// Two decimals.
    pub total: BigRational,
    /// The ends of its interval.
    pub interval: Option<(f64, f64)>,
}
