//! How far figures could be off because only some recipients were asked.
//!
//! The respondents of an organization are drawn anew, with replacement, questionnaire by questionnaire, and everything is
//! computed again. The draws of an organization depend on its id alone, so neither threads nor the order of files change
//! them. What assessors saw is not drawn: it has no sampling error.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use sha2::{Digest, Sha256};

use super::Rounding;
use super::counts::Counts;
use super::indicator;
use super::scheme::Scheme;

/// An interval holds 90 % of the draws: this many percent lie beyond either end.
const TAIL_PERCENT: usize = 5;

/// The standard normal deviate of the same interval, for single shares.
const DEVIATE: f64 = 1.644_853_626_951_472_7;

/// The respondents of one questionnaire, as counts: equal ones kept once.
#[derive(Clone, Debug)]
pub(super) struct Stratum {
    patterns: Vec<Counts>,
    /// For each respondent, which pattern.
    respondents: Vec<u32>,
}

impl Stratum {
    /// From the counts of each respondent, in any order.
    pub(super) fn new(mut respondents: Vec<Counts>) -> Self {
        respondents.sort_unstable();
        let mut patterns: Vec<Counts> = Vec::new();
        let mut indices = Vec::with_capacity(respondents.len());
        for counts in respondents {
            if patterns.last() != Some(&counts) {
                patterns.push(counts);
            }
            indices.push(patterns.len() as u32 - 1);
        }
        Self { patterns, respondents: indices }
    }

    /// The counts of all.
    pub(super) fn counts(&self) -> Counts {
        let mut sum = Counts::NONE;
        for &pattern in &self.respondents {
            sum += &self.patterns[pattern as usize];
        }
        sum
    }

    /// The counts of as many, drawn anew. `times` is scratch space.
    fn drawn(&self, random: &mut ChaCha8Rng, times: &mut Vec<u32>) -> Counts {
        times.clear();
        times.resize(self.patterns.len(), 0);
        let count = self.respondents.len() as u64;
        for _ in 0..count {
            // The upper half of the product is below `count`; its bias is below count / 2^32.
            let pick = (u64::from(random.next_u32()) * count) >> 32;
            times[self.respondents[pick as usize] as usize] += 1;
        }
        let mut sum = Counts::NONE;
        for (pattern, &times) in self.patterns.iter().zip(times.iter()) {
            if times > 0 {
                sum.add_times(pattern, times);
            }
        }
        sum
    }
}

/// What the draws of one organization gave, draw by draw.
#[derive(Clone, Debug, Default)]
pub(super) struct Draws {
    /// Indicator by indicator; a draw that could not compute it is left out.
    pub(super) indicators: Vec<Vec<f64>>,
    /// Criterion by criterion.
    pub(super) criteria: Vec<Vec<f64>>,
    /// The total.
    pub(super) totals: Vec<f64>,
}

/// Draws the respondents anew. `assessed` holds what assessors saw, for each indicator of the scheme.
pub(super) fn draw(id: &str, strata: &[Stratum], scheme: &Scheme<'_>, assessed: &[Option<f64>], draws: u32) -> Draws {
    let mut result = Draws {
        indicators: vec![Vec::new(); scheme.indicators.len()],
        criteria: vec![Vec::new(); scheme.criteria.len()],
        totals: Vec::new(),
    };
    if strata.is_empty() {
        return result;
    }
    let mut random = ChaCha8Rng::from_seed(Sha256::digest(id.as_bytes()).into());
    let mut times = Vec::new();
    let mut values = assessed.to_vec();
    let mut forms = Vec::with_capacity(strata.len());
    for _ in 0..draws {
        forms.clear();
        forms.extend(strata.iter().map(|stratum| stratum.drawn(&mut random, &mut times)));
        for ((value, seen), indicator) in values.iter_mut().zip(assessed).zip(&scheme.indicators) {
            *value = seen.or_else(|| indicator::surveyed(&indicator.formula, &forms));
        }
        let sums = scheme.sums(&values, Rounding::Exact);
        for (all, value) in result.indicators.iter_mut().zip(&values) {
            all.extend(value);
        }
        for (all, value) in result.criteria.iter_mut().zip(&sums.criteria) {
            all.extend(value);
        }
        result.totals.extend(sums.total);
    }
    result
}

/// The ends of the interval that leaves [`TAIL_PERCENT`] of the draws at either side; `None` of no draws.
pub(super) fn interval(draws: &[f64]) -> Option<(f64, f64)> {
    let mut sorted = draws.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let tail = sorted.len() * TAIL_PERCENT / 100;
    Some((*sorted.get(tail)?, *sorted.get(sorted.len().checked_sub(tail + 1)?)?))
}

/// Wilson's interval of one share, in points. It stays within 0 and 100 and is honest for few answers and for shares of
/// none and all, where drawing anew gives no width at all.
pub(super) fn wilson(yes: u64, of: u64) -> Option<(f64, f64)> {
    if of == 0 {
        return None;
    }
    let (n, z2) = (of as f64, DEVIATE * DEVIATE);
    let share = yes as f64 / n;
    let middle = share + z2 / (2.0 * n);
    let half = DEVIATE * (share * (1.0 - share) / n + z2 / (4.0 * n * n)).sqrt();
    let points = |value: f64| (100.0 * value / (1.0 + z2 / n)).clamp(0.0, 100.0);
    Some((points(middle - half), points(middle + half)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wilson_agrees_with_the_textbook() {
        let (low, high) = wilson(8, 10).expect("ten answers");
        assert!((low - 54.08).abs() < 0.01 && (high - 93.15).abs() < 0.01, "{low} {high}");
        let (low, high) = wilson(10, 10).expect("ten answers");
        assert!(low > 70.0 && low < 85.0 && high > 99.999);
        assert_eq!(wilson(0, 0), None);
    }

    #[test]
    fn an_interval_leaves_equal_tails() {
        let draws: Vec<f64> = (0..100).map(f64::from).collect();
        assert_eq!(interval(&draws), Some((5.0, 94.0)));
        assert_eq!(interval(&[7.0]), Some((7.0, 7.0)));
        assert_eq!(interval(&[]), None);
    }
}
