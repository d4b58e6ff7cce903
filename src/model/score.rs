//! Indicators, criteria and totals of order 344н.

use num_rational::BigRational;

/// One figure of one organization: an indicator («1.1»), a criterion («K1») or the total («S»), in points from 0 to 100.
#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    /// The organization.
    pub organization_id: String,
    /// «1.1» to «5.3», «K1» to «K5», «S».
    pub code: String,
    /// The exact value; `None` where it is not computed (see `note`).
    pub value: Option<BigRational>,
    /// What was counted, where the figure is one share.
    pub numerator: Option<u64>,
    /// Out of how many, where the figure is one share.
    pub denominator: Option<u64>,
    /// How many respondents stand behind it; `None` for what assessors saw.
    pub n: Option<u64>,
    /// Lower end of the interval, in points; `None` where there is no sampling error or no estimate.
    pub low: Option<f64>,
    /// Upper end of the interval, in points.
    pub high: Option<f64>,
    /// Why it is not computed, or how it was.
    pub note: Option<ScoreNote>,
    /// The edition of the method.
    pub method_edition: String,
}

/// What a reader of a figure must know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScoreNote {
    /// Stable machine name in kebab-case: `zero-denominator`, `renormalized`, `one-half`, `calculated`.
    pub code: String,
    /// Russian.
    pub text: String,
}
