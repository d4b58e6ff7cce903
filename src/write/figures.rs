//! Exact figures to what is published: two decimals, half up.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{FromPrimitive, Signed, ToPrimitive};

use crate::model::half_up;

/// Hundredths of a point, rounded half up; `None` where they do not fit a column of points.
pub(crate) fn hundredths(value: &BigRational) -> Option<i64> {
    (half_up(value) * BigInt::from(100)).to_integer().to_i64().filter(|n| fits(*n))
}

/// Hundredths of an estimate; `None` for what is not a number.
pub(crate) fn hundredths_of_estimate(value: f64) -> Option<i64> {
    i64::from_f64((value * 100.0).round()).filter(|n| fits(*n))
}

/// Whether a number fits ten decimal digits, two of them after the point.
fn fits(hundredths: i64) -> bool {
    hundredths.unsigned_abs() < 10_000_000_000
}

/// «92,61»: the way a Russian document writes points.
pub fn points(value: &BigRational) -> String {
    hundredths(value).map_or_else(|| "—".to_owned(), comma)
}

/// «+4,61», «−0,30», «0,00»: a difference of points.
pub(crate) fn difference(value: &BigRational) -> String {
    let sign = if half_up(value).is_positive() { "+" } else { "" };
    format!("{sign}{}", points(value))
}

/// The same for an estimate.
pub(crate) fn estimate(value: f64) -> String {
    hundredths_of_estimate(value).map_or_else(|| "—".to_owned(), comma)
}

fn comma(hundredths: i64) -> String {
    let sign = if hundredths < 0 { "−" } else { "" };
    let size = hundredths.unsigned_abs();
    format!("{sign}{},{:02}", size / 100, size % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ratio(numerator: i64, denominator: i64) -> BigRational {
        BigRational::new(numerator.into(), denominator.into())
    }

    #[test]
    fn halves_go_up() {
        let cases = [(200, 3, "66,67"), (1, 8, "0,13"), (12_345, 1000, "12,35"), (100, 1, "100,00"), (-1, 3, "−0,33")];
        for (numerator, denominator, expected) in cases {
            assert_eq!(points(&ratio(numerator, denominator)), expected);
        }
    }

    #[test]
    fn what_is_no_figure_is_a_dash() {
        assert_eq!(estimate(f64::NAN), "—");
        assert_eq!(estimate(f64::INFINITY), "—");
        assert_eq!(points(&ratio(i64::MAX, 1)), "—");
        assert_eq!(estimate(99.995), "100,00");
    }
}
