//! Change against an earlier round: places as they were, totals with whether they differ by more than noise.

use std::collections::BTreeMap;

use num_rational::BigRational;
use num_traits::ToPrimitive;

use crate::model::{Change, Place, PreviousRound, Score};

/// Fills in the places and totals of an earlier round.
///
/// Respondents of two rounds are drawn independently of each other, so the half-widths of the two intervals add up as the
/// sides of a right angle. A change within that is one that the choice of respondents alone could have made.
pub fn compare(places: &mut [Place], scores: &[Score], previous: &PreviousRound) {
    let intervals: BTreeMap<&str, Option<(f64, f64)>> = scores
        .iter()
        .filter(|score| score.code == "S")
        .map(|score| (score.organization_id.as_str(), score.low.zip(score.high)))
        .collect();
    for place in places {
        let scope = (place.scope.level.to_owned(), place.scope.name.clone(), place.organization_id.clone());
        place.previous_place = previous.places.get(&scope).copied();
        let (Some(total), Some(before)) = (&place.total, previous.totals.get(&place.organization_id)) else { continue };
        let now = intervals.get(place.organization_id.as_str()).copied().flatten();
        let difference = total - &before.total;
        place.previous = Some(Change {
            beyond_noise: now.zip(before.interval).map(|(now, before)| exceeds(&difference, now, before)),
            total: before.total.clone(),
            difference,
        });
    }
}

fn exceeds(difference: &BigRational, now: (f64, f64), before: (f64, f64)) -> bool {
    let half = |(low, high): (f64, f64)| (high - low) / 2.0;
    difference.to_f64().is_some_and(|difference| difference.abs() > half(now).hypot(half(before)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{PreviousTotal, Scope};

    fn points(hundredths: i64) -> BigRational {
        BigRational::new(hundredths.into(), 100.into())
    }

    fn place(id: &str, total: i64) -> Place {
        Place {
            scope: Scope { level: "region", name: String::new() },
            organization_id: id.to_owned(),
            total: Some(points(total)),
            place: Some(1),
            place_low: None,
            place_high: None,
            tied: 1,
            of: 1,
            previous_place: None,
            previous: None,
            tier: None,
            note: None,
        }
    }

    fn total(id: &str, interval: Option<(f64, f64)>) -> Score {
        Score {
            organization_id: id.to_owned(),
            code: "S".to_owned(),
            value: None,
            numerator: None,
            denominator: None,
            n: None,
            low: interval.map(|(low, _)| low),
            high: interval.map(|(_, high)| high),
            note: None,
            method_edition: "test".to_owned(),
        }
    }

    #[test]
    fn a_change_is_marked_only_beyond_the_noise_of_both_rounds() {
        // Half-widths of 3 and 4 points make 5 together.
        let cases = [
            ("less", 8_490, Some((82.0, 88.0)), Some(false)),
            ("equal", 8_500, Some((82.0, 88.0)), Some(false)),
            ("more", 8_501, Some((82.0, 88.0)), Some(true)),
            ("fallen", 7_400, Some((71.0, 77.0)), Some(true)),
            ("no interval now", 9_900, None, None),
        ];
        for (id, now, interval, expected) in cases {
            let before = PreviousTotal { total: points(8_000), interval: Some((76.0, 84.0)) };
            let previous = PreviousRound {
                places: [((String::from("region"), String::new(), id.to_owned()), 7)].into(),
                totals: [(id.to_owned(), before)].into(),
            };
            let mut places = [place(id, now), place("new", 5_000)];
            compare(&mut places, &[total(id, interval)], &previous);
            let change = places[0].previous.as_ref().expect("a previous total");
            assert_eq!((change.beyond_noise, &change.difference), (expected, &points(now - 8_000)), "{id}");
            assert_eq!(places[0].previous_place, Some(7), "{id}");
            assert_eq!((places[1].previous_place, &places[1].previous), (None, &None), "who was not there before");
        }
    }
}
