//! Organizations that the survey cannot tell apart: a ranking cut where the cut is beyond the noise.

use crate::model::Place;

/// Ranked places in groups: wherever none of those above could have stood as low as any of those below could have stood
/// high, a new group begins. Within a group the order could have been another one.
///
/// `places` are of one scope, in the order of their places; those without a place are left out.
pub(crate) fn tiers<'a>(places: &[&'a Place]) -> Vec<Vec<&'a Place>> {
    let ranked: Vec<(&Place, u32, u32)> = places
        .iter()
        .filter_map(|place| {
            let own = place.place?;
            Some((*place, place.place_low.unwrap_or(own), place.place_high.unwrap_or(own)))
        })
        .collect();
    // The best place that anybody from here on could have.
    let mut highest: Vec<u32> = ranked.iter().map(|(_, low, _)| *low).collect();
    for at in (1..highest.len()).rev() {
        highest[at - 1] = highest[at - 1].min(highest[at]);
    }
    let mut tiers: Vec<Vec<&Place>> = Vec::new();
    let mut lowest = 0;
    for ((place, _, high), best_below) in ranked.into_iter().zip(highest) {
        match tiers.last_mut() {
            Some(tier) if best_below <= lowest => tier.push(place),
            _ => tiers.push(vec![place]),
        }
        lowest = lowest.max(high);
    }
    tiers
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Scope;

    fn place(place: Option<u32>, ends: Option<(u32, u32)>) -> Place {
        Place {
            scope: Scope { level: "sector", name: "culture".to_owned() },
            organization_id: String::new(),
            total: None,
            place,
            place_low: ends.map(|(low, _)| low),
            place_high: ends.map(|(_, high)| high),
            tied: 1,
            of: 6,
            previous_place: None,
            note: None,
            previous: None,
            tier: None,
        }
    }

    #[test]
    fn a_group_ends_where_no_places_overlap() {
        let ends = [(1, 1), (2, 4), (2, 3), (4, 4), (5, 6), (5, 6)];
        let places: Vec<_> = (1..).zip(ends).map(|(n, ends)| place(Some(n), Some(ends))).collect();
        let unranked = place(None, None);
        let all: Vec<_> = places.iter().chain([&unranked]).collect();
        let sizes: Vec<_> = tiers(&all).iter().map(Vec::len).collect();
        assert_eq!(sizes, [1, 3, 2]);
    }

    #[test]
    fn without_intervals_only_a_shared_place_is_a_group() {
        let places = [1, 2, 2, 4].map(|n| place(Some(n), None));
        let sizes: Vec<_> = tiers(&places.iter().collect::<Vec<_>>()).iter().map(Vec::len).collect();
        assert_eq!(sizes, [1, 2, 1]);
        assert_eq!(tiers(&[]), Vec::<Vec<&Place>>::new());
    }
}
