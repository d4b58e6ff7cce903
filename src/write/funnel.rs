//! Shares against the number of answers: how far from the common share chance alone would put an organization.
//!
//! A share of few answers strays far, one of many hardly. The limits are those of the binomial distribution itself and not
//! of its normal approximation, which fails where answers are few or nearly everybody is satisfied; between whole numbers
//! of answers they are interpolated (D. Spiegelhalter, «Funnel plots for comparing institutional performance», 2005).

use super::view::{Board, View};

/// Answers of one organization.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Point<'a> {
    pub(crate) organization_id: &'a str,
    pub(crate) satisfied: u64,
    pub(crate) of: u64,
}

impl Point<'_> {
    pub(crate) fn share(&self) -> f64 {
        self.satisfied as f64 / self.of as f64
    }
}

/// Where a share lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Position {
    Within,
    /// Beyond the limits of 95 %.
    Apart,
    /// Beyond the limits of 99.8 %.
    FarApart,
}

/// The shares of one indicator within one ranking.
#[derive(Debug)]
pub(crate) struct Funnel<'a> {
    /// «5.3».
    pub(crate) code: &'a str,
    /// In the order of the ranking.
    pub(crate) points: Vec<Point<'a>>,
    /// The common share: of all answers together.
    pub(crate) mean: f64,
}

/// Probability beyond either limit: 95 % and 99.8 % lie between.
const NARROW: f64 = 0.025;
const WIDE: f64 = 0.001;
/// A funnel of fewer organizations shows nothing.
const LEAST: usize = 3;
/// Everybody is asked this; where it has no shares, the indicator with most answers is shown.
const PREFERRED: &str = "5.3";

impl<'a> Funnel<'a> {
    /// The funnel of a ranking; `None` where too few organizations have shares.
    pub(crate) fn of(view: &View<'a>, board: &Board<'a>) -> Option<Self> {
        let ids = || board.places.iter().map(|place| place.organization_id.as_str());
        let mut codes: Vec<&str> = ids().flat_map(|id| view.scores(id)).map(|score| score.code.as_str()).collect();
        codes.sort_unstable();
        codes.dedup();
        let points = |code: &str| -> Vec<Point<'a>> {
            let point = |id: &'a str| {
                let score = view.score(id, code)?;
                let (satisfied, of) = score.numerator.zip(score.denominator)?;
                // What assessors saw is a share, too, but nobody was asked.
                (score.n.is_some() && of > 0 && satisfied <= of).then_some(Point { organization_id: id, satisfied, of })
            };
            ids().filter_map(point).collect()
        };
        let answers = |points: &[Point<'_>]| points.iter().map(|point| point.of).sum::<u64>();
        let (code, points) = codes
            .into_iter()
            .map(|code| (code, points(code)))
            .filter(|(_, points)| points.len() >= LEAST)
            .max_by_key(|(code, points)| (*code == PREFERRED, answers(points), std::cmp::Reverse(*code)))?;
        let satisfied: u64 = points.iter().map(|point| point.satisfied).sum();
        let mean = satisfied as f64 / answers(&points) as f64;
        Some(Self { code, points, mean })
    }

    /// Most answers that any organization has.
    pub(crate) fn most(&self) -> u64 {
        self.points.iter().map(|point| point.of).max().unwrap_or(1)
    }

    /// The limits of 95 % for so many answers.
    pub(crate) fn narrow(&self, n: u64) -> (f64, f64) {
        limits(self.mean, n, NARROW)
    }

    /// The limits of 99.8 %.
    pub(crate) fn wide(&self, n: u64) -> (f64, f64) {
        limits(self.mean, n, WIDE)
    }

    pub(crate) fn position(&self, point: &Point<'_>) -> Position {
        let beyond = |(low, high): (f64, f64)| point.share() < low || point.share() > high;
        if beyond(self.wide(point.of)) {
            Position::FarApart
        } else if beyond(self.narrow(point.of)) {
            Position::Apart
        } else {
            Position::Within
        }
    }
}

/// Between which shares of `n` answers chance leaves all but `tail` on either side, if each is satisfied with probability
/// `mean`.
fn limits(mean: f64, n: u64, tail: f64) -> (f64, f64) {
    if !(mean > 0.0 && mean < 1.0) || n == 0 {
        return (mean, mean);
    }
    (quantile(mean, n, tail), 1.0 - quantile(1.0 - mean, n, tail))
}

/// The share below which the lower tail lies.
fn quantile(mean: f64, n: u64, tail: f64) -> f64 {
    let odds = (mean / (1.0 - mean)).ln();
    let mut log_mass = n as f64 * (1.0 - mean).ln();
    let mut below = 0.0;
    for k in 0..=n {
        let mass = log_mass.exp();
        let sum = below + mass;
        if sum > tail {
            return ((k as f64 - (sum - tail) / mass) / n as f64).max(0.0);
        }
        below = sum;
        log_mass += ((n - k) as f64 / (k + 1) as f64).ln() + odds;
    }
    1.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_those_of_the_binomial_distribution() {
        // By exact fractions, interpolated as in the paper.
        let cases = [
            (0.5, 10, NARROW, 0.132_444, 0.867_556),
            (0.9, 30, NARROW, 0.765_139, 1.0),
            (0.9, 600, WIDE, 0.859_460, 0.936_655),
        ];
        for (mean, n, tail, low, high) in cases {
            let limits = limits(mean, n, tail);
            assert!((limits.0 - low).abs() < 1e-5 && (limits.1 - high).abs() < 1e-5, "{mean} {n}: {limits:?}");
        }
    }

    #[test]
    fn limits_stay_shares_and_narrow_with_answers() {
        for mean in [0.0, 0.02, 0.5, 0.97, 1.0] {
            let widths: Vec<_> = [1, 5, 50, 500, 50_000]
                .map(|n| {
                    let (low, high) = limits(mean, n, WIDE);
                    assert!((0.0..=1.0).contains(&low) && (0.0..=1.0).contains(&high) && low <= high, "{mean} {n}");
                    high - low
                })
                .into();
            assert!(widths.is_sorted_by(|a, b| a >= b), "{mean}: {widths:?}");
        }
    }
}
