//! Numbers as tables write them: «92,3», «92.3 %», «1 250».

/// A number that is not negative, exactly as written: `units` of the last decimal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decimal {
    /// All digits as one number.
    pub units: u64,
    /// How many of them stand after the point, without closing zeros.
    pub decimals: u32,
    /// Whether a percent sign follows.
    pub percent: bool,
}

impl Decimal {
    /// Digits after the point beyond these are noise of somebody's division.
    const MOST_DECIMALS: usize = 6;

    /// The number, rounded to nearest.
    pub fn to_f64(self) -> f64 {
        self.units as f64 / 10_f64.powi(self.decimals as i32)
    }

    /// A whole number.
    pub fn whole(self) -> Option<u32> {
        (self.decimals == 0 && !self.percent).then(|| u32::try_from(self.units).ok())?
    }

    /// `units` with so many decimals instead of its own, which are not more.
    pub fn scaled(self, decimals: u32) -> Option<u64> {
        self.units.checked_mul(10_u64.checked_pow(decimals.checked_sub(self.decimals)?)?)
    }
}

/// Reads a number; `None` where the text is anything else.
pub fn read(text: &str) -> Option<Decimal> {
    let compact: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let (number, percent) = match compact.strip_suffix('%') {
        Some(number) => (number, true),
        None => (compact.as_str(), false),
    };
    let (whole, fraction) = number.split_once(['.', ',']).unwrap_or((number, ""));
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(fraction) || whole.len() > 9 {
        return None;
    }
    let (fraction, carry) = cut(fraction);
    let fraction = fraction.trim_end_matches('0');
    let units: u64 = format!("{whole}{fraction}").parse().ok()?;
    Some(Decimal { units: units + u64::from(carry), decimals: fraction.len() as u32, percent })
}

/// The decimals that count, and whether the first one left out rounds the last one up.
fn cut(fraction: &str) -> (&str, bool) {
    let kept = &fraction[..fraction.len().min(Decimal::MOST_DECIMALS)];
    let up = fraction.as_bytes().get(Decimal::MOST_DECIMALS).is_some_and(|digit| *digit >= b'5');
    // A last digit of zero would be trimmed away and the carry put in its place.
    (kept, up && !kept.ends_with('0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_exactly() {
        let number = |units, decimals, percent| Some(Decimal { units, decimals, percent });
        let cases = [
            ("92,3", number(923, 1, false)),
            ("92.30 %", number(923, 1, true)),
            ("100", number(100, 0, false)),
            ("1 250", number(1250, 0, false)),
            ("0.875", number(875, 3, false)),
            ("92.3076923076923", number(92_307_692, 6, false)),
            ("66.6666666666667%", number(66_666_667, 6, true)),
            ("0", number(0, 0, false)),
            ("", None),
            ("-5", None),
            ("да", None),
            ("1.2.3", None),
            ("99999999999", None),
        ];
        for (text, expected) in cases {
            assert_eq!(read(text), expected, "{text}");
        }
        assert_eq!(read("92,3").and_then(|number| number.scaled(2)), Some(9230));
        assert_eq!(read("97").and_then(Decimal::whole), Some(97));
        assert_eq!(read("97%").and_then(Decimal::whole), None);
    }
}
