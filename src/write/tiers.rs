//! Runs of places that the survey cannot tell apart, as the ranking has numbered them.

use crate::model::Place;

/// What a group of [`tiers`] says and what it does not say: telling apart is not transitive.
pub(crate) const MEANING: &str = "В одной группе стоят подряд организации, балл которых по данным опроса нельзя отличить от \
                                  балла первой из них: порядок внутри группы мог быть иным. Последняя организация одной \
                                  группы и первая следующей тоже могут различаться меньше, чем на погрешность.";

/// Ranked places, in their order, by tier; whoever has none stands alone.
pub(crate) fn tiers<'a>(places: &[&'a Place]) -> Vec<Vec<&'a Place>> {
    let ranked: Vec<&Place> = places.iter().copied().filter(|place| place.place.is_some()).collect();
    ranked.chunk_by(|a, b| a.tier.is_some() && a.tier == b.tier).map(<[&Place]>::to_vec).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Scope;

    #[test]
    fn a_group_is_a_run_of_one_tier() {
        let place = |place: Option<u32>, tier: Option<u32>| Place {
            scope: Scope { level: "sector", name: "culture".to_owned() },
            organization_id: String::new(),
            total: None,
            place,
            place_low: None,
            place_high: None,
            tied: 1,
            of: 6,
            previous_place: None,
            note: None,
            previous: None,
            tier,
        };
        let tiered = [(1, Some(1)), (2, Some(1)), (3, None), (4, None), (5, Some(2))];
        let places: Vec<_> = tiered.iter().map(|(n, tier)| place(Some(*n), *tier)).chain([place(None, None)]).collect();
        let sizes: Vec<_> = tiers(&places.iter().collect::<Vec<_>>()).iter().map(Vec::len).collect();
        assert_eq!(sizes, [2, 1, 1, 1]);
        assert_eq!(tiers(&[]), Vec::<Vec<&Place>>::new());
    }
}
