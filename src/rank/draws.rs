//! Places that organizations could have had, from totals of the survey drawn anew.

/// A place interval holds 90 % of the draws: this many percent lie beyond either end.
const TAIL_PERCENT: usize = 5;

/// For each organization the best and the worst place it took in the middle of the draws. `None` where draws were not made,
/// or not equally many for all.
pub(super) fn place_intervals(totals: &[&[u16]]) -> Vec<Option<(u32, u32)>> {
    let draws = totals.first().map_or(0, |draws| draws.len());
    if draws == 0 || totals.iter().any(|total| total.len() != draws) {
        return vec![None; totals.len()];
    }
    let mut places: Vec<Vec<u32>> = vec![Vec::with_capacity(draws); totals.len()];
    let mut order: Vec<(u16, usize)> = Vec::with_capacity(totals.len());
    for draw in 0..draws {
        order.clear();
        order.extend(totals.iter().enumerate().map(|(member, totals)| (totals[draw], member)));
        order.sort_unstable_by(|a, b| b.cmp(a));
        let mut place = 0;
        let mut above = None;
        for (rank, &(total, member)) in order.iter().enumerate() {
            if above != Some(total) {
                place = rank as u32 + 1;
                above = Some(total);
            }
            places[member].push(place);
        }
    }
    let tail = draws * TAIL_PERCENT / 100;
    places
        .into_iter()
        .map(|mut places| {
            places.sort_unstable();
            Some((places[tail], places[draws - 1 - tail]))
        })
        .collect()
}
