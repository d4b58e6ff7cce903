//! Organizations that the survey cannot tell apart.
//!
//! A tier is a run of places that begins with its best organization and holds everybody whom the survey cannot tell from
//! it. Two organizations are told apart where the better one stays above the other in at least [`SURE_PERCENT`] of the
//! draws of both surveys, which are drawn independently of each other. Telling apart is not transitive: the last of one
//! tier and the first of the next may be as near to each other as members of one tier are. So a tier says «no worse than its
//! first, as far as we know», and never «better than the next tier».

/// How often the better one has to be above the other: one-sided, as the ends of 90 % intervals are.
const SURE_PERCENT: usize = 95;

/// For each organization in the order of places, the number of its tier from 1. `None` where no draws tell how far off its
/// total could be.
pub(super) fn tiers(totals: &[Option<&[u16]>]) -> Vec<Option<u32>> {
    let mut tier = 0;
    let mut first: Option<&[u16]> = None;
    totals
        .iter()
        .map(|draws| {
            let draws = draws.filter(|draws| !draws.is_empty())?;
            if first.is_none_or(|first| is_above(first, draws)) {
                tier += 1;
                first = Some(draws);
            }
            Some(tier)
        })
        .collect()
}

/// Whether the first is above the second in nearly all draws.
fn is_above(first: &[u16], second: &[u16]) -> bool {
    let above = first.iter().zip(second).filter(|(first, second)| first > second).count();
    above * 100 >= SURE_PERCENT * first.len().min(second.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Totals that go evenly through `width` hundredths around a middle, in an order of their own.
    fn around(middle: usize, width: usize, step: usize) -> Vec<u16> {
        (0..1000).map(|draw| (middle + draw * step % 1000 * width / 1000 - width / 2) as u16).collect()
    }

    #[test]
    fn a_tier_begins_where_the_first_of_the_last_one_is_told_apart() {
        let totals = [
            around(9_500, 400, 7),
            around(9_400, 400, 11),
            around(9_000, 400, 13),
            around(8_900, 400, 17),
            around(8_600, 200, 19),
        ];
        let of = |totals: &[Vec<u16>]| tiers(&totals.iter().map(|t| Some(t.as_slice())).collect::<Vec<_>>());
        assert_eq!(of(&totals), [Some(1), Some(1), Some(2), Some(2), Some(3)]);
        assert_eq!(of(&[vec![9_000; 10], vec![9_000; 10]]), [Some(1), Some(1)]);
        assert_eq!(of(&[vec![9_001; 10], vec![9_000; 10]]), [Some(1), Some(2)]);
    }

    #[test]
    fn who_was_not_drawn_has_no_tier() {
        let (high, low) = (vec![9_000; 10], vec![8_000; 10]);
        assert_eq!(tiers(&[None, Some(&high), None, Some(&low), Some(&[])]), [None, Some(1), None, Some(2), None]);
    }
}
