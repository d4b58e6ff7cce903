//! Shares of «Да» as tables state them, to numbers of people and to exact shares.

use std::fmt;

use super::answers::Sheet;
use crate::language::decimal::{self, Decimal};
use crate::model::{ColumnRole, Question, StatedShare};

/// How a sheet writes shares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scale {
    /// 92,3 and 92,3 %.
    Percent,
    /// 0,923.
    One,
}

impl Scale {
    /// The scale of all shares of a sheet: of one, where none is above one and none has a percent sign.
    pub(super) fn of(sheet: &Sheet<'_>) -> Self {
        let shares = sheet
            .columns
            .iter()
            .filter(|(_, role)| is_share(*role))
            .flat_map(|(column, _)| sheet.lines().filter_map(move |line| decimal::read(sheet.cell(line, *column))));
        Self::of_numbers(shares)
    }

    fn of_numbers(shares: impl IntoIterator<Item = Decimal>) -> Self {
        let mut fractional = false;
        for share in shares {
            if share.percent || share.to_f64() > 1.0 {
                return Self::Percent;
            }
            fractional |= share.decimals > 0;
        }
        if fractional { Self::One } else { Self::Percent }
    }

    /// A share from 0 to 100 %; `None` where the text is none.
    pub(super) fn read(self, text: &str) -> Option<Share> {
        let number = decimal::read(text)?;
        let decimals = match self {
            Self::Percent => number.decimals,
            Self::One => number.decimals.max(2) - 2,
        };
        let units = match self {
            Self::Percent => number.units,
            Self::One => number.scaled(number.decimals.max(2))?,
        };
        let share = Share { units: u32::try_from(units).ok()?, decimals };
        (share.units <= share.whole()).then_some(share)
    }
}

fn is_share(role: ColumnRole) -> bool {
    matches!(role, ColumnRole::Share(_) | ColumnRole::ShareOfAll(_))
}

/// A share in percent, exactly as stated: `units` of its last decimal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Share {
    units: u32,
    decimals: u32,
}

impl Share {
    /// 100 % in units.
    fn whole(self) -> u32 {
        100 * 10_u32.pow(self.decimals)
    }

    /// So many of `base` people, rounded to whole ones.
    pub(super) fn times(self, base: u32) -> u32 {
        let (units, whole) = (u64::from(self.units), u64::from(self.whole()));
        ((2 * units * u64::from(base) + whole) / (2 * whole)) as u32
    }

    /// Whether the share is, to its last stated decimal (rounded or cut off), a whole number of `base` people.
    pub(super) fn is_whole(self, base: u32) -> bool {
        let exact = u64::from(self.units) * u64::from(base);
        let people = u64::from(self.times(base)) * u64::from(self.whole());
        base == 0 || exact.abs_diff(people) < u64::from(base)
    }

    /// The share among those who are the share `other` of the same whole; `None` where nobody is.
    pub(super) fn among(self, other: Self) -> Option<Self> {
        let ratio = |decimals: u32| {
            let fine = 100 * 10_u64.pow(decimals);
            let (yes, of) =
                (u64::from(self.units) * u64::from(other.whole()), u64::from(other.units) * u64::from(self.whole()));
            Some(Self { units: u32::try_from((2 * yes * fine / of).div_ceil(2)).ok()?, decimals })
        };
        if other.units == 0 { None } else { ratio(4).filter(|share| share.units <= share.whole()) }
    }

    /// As the facts keep it.
    pub(super) fn stated(self, organization: u32, row: u32, question: Question) -> StatedShare {
        StatedShare { organization, row, question, yes: self.units, of: self.whole() }
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let one = 10_u32.pow(self.decimals);
        write!(f, "{}", self.units / one)?;
        if self.decimals > 0 {
            write!(f, ",{:0width$}", self.units % one, width = self.decimals as usize)?;
        }
        f.write_str(" %")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(text: &str) -> Share {
        Scale::Percent.read(text).expect("a share")
    }

    #[test]
    fn shares_become_whole_people() {
        let cases = [
            ("92,3", 13, 12, true),
            ("92.3%", 120, 111, false),
            ("100", 57, 57, true),
            ("33,3", 3, 1, true),
            // Cut off rather than rounded.
            ("66,6", 3, 2, true),
            ("66.666667", 3, 2, true),
            ("50", 7, 4, false),
            ("0", 40, 0, true),
        ];
        for (text, base, people, whole) in cases {
            assert_eq!((share(text).times(base), share(text).is_whole(base)), (people, whole), "{text} of {base}");
        }
    }

    #[test]
    fn a_share_of_one_is_told_from_percents() {
        let of = |texts: &[&str]| Scale::of_numbers(texts.iter().filter_map(|text| decimal::read(text)));
        assert_eq!(of(&["0,92", "1", "0.875"]), Scale::One);
        assert_eq!(of(&["0,92", "92"]), Scale::Percent);
        assert_eq!(of(&["0,5%"]), Scale::Percent);
        assert_eq!(of(&["1", "0"]), Scale::Percent);
        assert_eq!(Scale::One.read("0.875"), Some(share("87,5")));
        assert_eq!(Scale::One.read("1"), Some(share("100")));
        assert_eq!(Scale::Percent.read("100,5"), None);
    }

    #[test]
    fn a_share_of_all_becomes_one_of_those_who_passed() {
        assert_eq!(share("36").among(share("40")).map(|share| share.to_string()).as_deref(), Some("90,0000 %"));
        assert_eq!(share("40").among(share("36")), None);
        assert_eq!(share("0").among(share("0")), None);
        assert_eq!(share("92,3").to_string(), "92,3 %");
    }
}
