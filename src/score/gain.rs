//! What would it give: how much the total would rise if one gap were closed.

use std::collections::BTreeMap;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Zero;

use super::Rounding;
use super::assess::Figures;
use super::evidence::Evidence;
use super::indicator::{self, Basis};
use crate::model::{Gain, half_up};

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
            for (number, (item, _)) in check.items.iter().enumerate().filter(|(_, (_, met))| *met == Some(false)) {
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

/// The place that a raised total would take among the published totals of all organizations of a scope, the
/// organization's own left out.
pub fn places_after(gain: &Gain, organization_id: &str, totals: &BTreeMap<String, BigRational>) -> u32 {
    let raised = half_up(&gain.total);
    let better = totals.iter().filter(|(id, total)| id.as_str() != organization_id && **total > raised).count();
    better as u32 + 1
}
