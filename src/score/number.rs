//! One arithmetic for two kinds of numbers: exact ones for figures, floating ones for the thousands of draws behind an
//! interval.

use std::ops::{Add, Div, Mul};

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Zero;

use super::Rounding;
use crate::law::method::Fraction;

/// A number that figures are computed in.
pub(super) trait Number: Clone + Add<Output = Self> + Mul<Output = Self> + Div<Output = Self> {
    /// A quotient of two counts.
    fn ratio(numerator: u64, denominator: u64) -> Self;

    /// The number as the next stage of the calculation sees it.
    fn settle(self, rounding: Rounding) -> Self;

    /// A weight of the law.
    fn weight(weight: Fraction) -> Self {
        Self::ratio(weight.numerator, weight.denominator)
    }

    /// The mean; `None` of nothing.
    fn mean(numbers: impl IntoIterator<Item = Self>) -> Option<Self> {
        let mut count = 0;
        let sum = numbers.into_iter().inspect(|_| count += 1).reduce(|sum, number| sum + number)?;
        Some(sum / Self::ratio(count, 1))
    }
}

impl Number for f64 {
    fn ratio(numerator: u64, denominator: u64) -> Self {
        numerator as f64 / denominator as f64
    }

    /// Rounding is far below the sampling error that draws are made for.
    fn settle(self, _: Rounding) -> Self {
        self
    }
}

impl Number for BigRational {
    fn ratio(numerator: u64, denominator: u64) -> Self {
        Self::new(BigInt::from(numerator), BigInt::from(denominator))
    }

    fn settle(self, rounding: Rounding) -> Self {
        match rounding {
            Rounding::Exact => self,
            Rounding::Stages => half_to_even(&self),
        }
    }
}

/// Two decimals, a half to the even neighbour: what spreadsheets' libraries call `round`.
fn half_to_even(value: &BigRational) -> BigRational {
    let hundred = BigRational::from_integer(BigInt::from(100));
    let scaled = value * &hundred;
    let floor = scaled.floor();
    let twice_rest = (&scaled - &floor) * BigRational::from_integer(BigInt::from(2));
    let one = BigRational::from_integer(BigInt::from(1));
    let odd = !(floor.to_integer() % BigInt::from(2)).is_zero();
    let up = twice_rest > one || (twice_rest == one && odd);
    (if up { floor + one } else { floor }) / hundred
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_go_to_the_even_neighbour() {
        for (thousandths, hundredths) in [(125, 12), (135, 14), (126, 13), (124, 12), (5, 0), (15, 2)] {
            assert_eq!(half_to_even(&BigRational::ratio(thousandths, 1000)), BigRational::ratio(hundredths, 100));
        }
    }

    #[test]
    fn the_mean_of_nothing_is_nothing() {
        assert_eq!(f64::mean([]), None);
        assert_eq!(f64::mean([1.0, 2.0]), Some(1.5));
    }
}
