//! What would it give: how much the total would rise if one gap were closed.

use std::collections::BTreeMap;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Zero;

use super::Rounding;
use super::assess::Figures;
use super::evidence::Evidence;
use super::indicator::{self, Basis};
use crate::model::{Assessment, Gain, Place, Prospect, Scope, half_up};

/// Every gap of an organization with what closing it alone would give, the largest first: each item of the check-list
/// that is not met, and each indicator of the survey if everybody were satisfied.
///
/// Gaps do not add up: points have caps, and closing one changes what the next is worth.
pub(super) fn gains(evidence: &Evidence<'_>, figures: &Figures<'_>) -> Vec<Gain> {
    let Some(total) = &figures.sums.total else { return Vec::new() };
    let mut gains = Vec::new();
    for (index, indicator) in figures.scheme.indicators.iter().enumerate() {
        let with = |value: BigRational| {
            let mut indicators = figures.indicators.clone();
            indicators[index] = Some(value);
            figures.scheme.sums(&indicators, Rounding::Exact).total.unwrap_or_else(|| total.clone())
        };
        let gain = |item: String, raised: BigRational| Gain {
            indicator: indicator.code.clone(),
            topic: None,
            item,
            place: None,
            points: &raised - total,
            total: raised,
        };
        if indicator::basis(&indicator.formula) == Basis::Respondents {
            if figures.indicators[index].is_some() {
                gains.push(gain(indicator.title.clone(), with(BigRational::from_integer(BigInt::from(100)))));
            }
            continue;
        }
        for topic in indicator::topics(&indicator.formula) {
            let Some(check) = evidence.checks.get(topic) else { continue };
            let unmet = check.items.iter().enumerate().filter(|(_, (_, met))| *met == Some(false));
            // Where only numbers are known, one item that is missing is like another.
            let told = if check.list.summed { 1 } else { check.items.len() };
            for (number, (item, _)) in unmet.take(told) {
                let mut checks = evidence.checks.clone();
                if let Some(check) = checks.get_mut(topic) {
                    check.items[number].1 = Some(true);
                }
                let Some(value) = indicator::assessed(&indicator.formula, &checks) else { continue };
                gains.push(Gain {
                    topic: Some(*topic),
                    place: Some(check.list.place.at_row(check.row.row).at_column(item.column)),
                    ..gain(item.text.clone(), with(value))
                });
            }
        }
    }
    gains.retain(|gain| gain.points > BigRational::zero());
    gains.sort_by(|a, b| b.points.cmp(&a.points).then_with(|| (&a.indicator, &a.item).cmp(&(&b.indicator, &b.item))));
    gains
}

/// What every gap of every organization is worth, and the place it could lead to: in the sector, or in the region where
/// the sector is not known. By organization, the largest gain first.
pub fn prospects(assessments: &[Assessment], places: &[Place]) -> Vec<Prospect> {
    let mut totals: BTreeMap<&Scope, Vec<&BigRational>> = BTreeMap::new();
    let mut known_by: BTreeMap<&str, &Place> = BTreeMap::new();
    for level in ["region", "sector"] {
        for place in places.iter().filter(|place| place.scope.level == level) {
            totals.entry(&place.scope).or_default().extend(&place.total);
            known_by.insert(&place.organization_id, place);
        }
    }
    totals.values_mut().for_each(|totals| totals.sort_by(|a, b| b.cmp(a)));
    let of_one = |assessment: &Assessment| {
        let id = assessment.organization_id.clone();
        let place = known_by.get(id.as_str()).copied().filter(|place| place.place.is_some());
        let prospect = |gain: &Gain| Prospect {
            organization_id: id.clone(),
            gain: gain.clone(),
            scope: place.map(|place| place.scope.clone()),
            place: place.and_then(|place| place.place),
            place_after: place.map(|place| place_after(gain, &totals[&place.scope])),
        };
        assessment.gains.iter().map(prospect).collect::<Vec<_>>()
    };
    assessments.iter().flat_map(of_one).collect()
}

/// The place of a raised total among published totals, the highest first. The organization's own total is among them
/// and never above the raised one.
fn place_after(gain: &Gain, totals: &[&BigRational]) -> u32 {
    let raised = half_up(&gain.total);
    totals.partition_point(|total| **total > raised) as u32 + 1
}
