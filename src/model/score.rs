//! Indicators, criteria and totals of order 344н.

use num_bigint::BigInt;
use num_rational::BigRational;

use super::{Basis, CheckTopic, Finding, Location, Scope};

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
    /// Stable machine name in kebab-case: `zero-denominator`, `renormalized`, `one-half`, `half-not-asked`, `calculated`.
    pub code: String,
    /// Russian.
    pub text: String,
}

impl Score {
    /// The value as it is published: two decimals, half up.
    pub fn published(&self) -> Option<BigRational> {
        self.value.as_ref().map(half_up)
    }
}

/// A number rounded half up to two decimals.
pub fn half_up(value: &BigRational) -> BigRational {
    let hundred = BigRational::from_integer(BigInt::from(100));
    let half = BigRational::new(BigInt::from(1), BigInt::from(2));
    (value * &hundred + half).floor() / hundred
}

/// A number as it is printed: rounded half up, two decimals after a point.
pub fn two_decimals(value: &BigRational) -> String {
    let hundredths = (half_up(value) * BigRational::from_integer(BigInt::from(100))).to_integer();
    let (sign, digits) = match hundredths.to_string() {
        text if text.starts_with('-') => ("-", text[1..].to_owned()),
        text => ("", text),
    };
    let digits = format!("{digits:0>3}");
    let (whole, decimals) = digits.split_at(digits.len() - 2);
    format!("{sign}{whole}.{decimals}")
}

/// Everything that was computed for one organization.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessment {
    /// The organization.
    pub organization_id: String,
    /// Its figures: indicators, criteria, total.
    pub scores: Vec<Score>,
    /// Totals, in hundredths of a point, of the survey drawn anew again and again; what places could have been.
    pub draws: Vec<u16>,
    /// Whether the draws tell of the survey's sampling error; they cannot where only counts or shares were submitted.
    pub drawn: bool,
    /// Whether it takes part in the ranking.
    pub standing: Standing,
    /// What closing each gap would give, the largest first.
    pub gains: Vec<Gain>,
    /// What a reader of its figures must know.
    pub findings: Vec<Finding>,
    /// What the figures were computed from.
    pub basis: Basis,
}

impl Assessment {
    /// A figure by its code.
    pub fn score(&self, code: &str) -> Option<&Score> {
        self.scores.iter().find(|score| score.code == code)
    }
}

/// Whether an organization takes part in the ranking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It does.
    Ranked,
    /// It does, and the reader must know something. Russian.
    Noted(String),
    /// It does not. Russian: why.
    Withheld(String),
}

/// What closing one gap would give.
#[derive(Clone, Debug, PartialEq)]
pub struct Gain {
    /// The indicator that would rise.
    pub indicator: String,
    /// The topic of the check-list, for an item that is not met; `None` for an indicator of the survey.
    pub topic: Option<CheckTopic>,
    /// The item as written, or the indicator's title.
    pub item: String,
    /// Where the item stands in its file.
    pub place: Option<Location>,
    /// By how much the total would rise.
    pub points: BigRational,
    /// The total that it would give.
    pub total: BigRational,
}

/// What closing one gap would give an organization, and where it would then stand among the others.
#[derive(Clone, Debug, PartialEq)]
pub struct Prospect {
    /// The organization.
    pub organization_id: String,
    /// The gap and its worth.
    pub gain: Gain,
    /// Its sector, or the region where the sector is not known; `None` where the organization has no place.
    pub scope: Option<Scope>,
    /// The place that it has there.
    pub place: Option<u32>,
    /// The place that it would have if nobody else changed.
    pub place_after: Option<u32>,
}

/// A figure of a group: the mean of its organizations.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupScore {
    /// The sector, the municipality or the region.
    pub scope: Scope,
    /// «K1» to «K5», «S».
    pub code: String,
    /// The exact mean.
    pub value: BigRational,
    /// Of how many organizations or sectors it is the mean.
    pub of: u32,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_decimals_are_rounded_half_up() {
        let cases = [
            (0, 1, "0.00"),
            (1, 3, "0.33"),
            (2, 3, "0.67"),
            (97_765, 1000, "97.77"),
            (100, 1, "100.00"),
            (1, 200, "0.01"),
        ];
        for (numerator, denominator, printed) in cases {
            let value = BigRational::new(BigInt::from(numerator), BigInt::from(denominator));
            assert_eq!(two_decimals(&value), printed);
        }
    }
}
