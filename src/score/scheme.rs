//! Indicators to criteria to total, as one sector counts them.

use super::Rounding;
use super::number::Number;
use crate::law::method::{Criterion, Formula, Fraction, Indicator, Method, Missing};
use crate::model::{OrganizationKind, Sector};

/// The method as it applies to one organization: names looked up once, so that thousands of draws only add and divide.
#[derive(Clone, Debug)]
pub(super) struct Scheme<'a> {
    /// The indicators that count.
    pub(super) indicators: Vec<&'a Indicator>,
    /// All criteria, in the order's own order.
    pub(super) criteria: Vec<(&'a Criterion, Source)>,
    missing: Missing,
}

/// Where the value of a criterion comes from.
#[derive(Clone, Debug)]
pub(super) enum Source {
    /// Indicators, by their place in [`Scheme::indicators`], with their weights.
    Measured(Vec<(usize, Fraction)>),
    /// Not measured for this kind of organization: the mean of other criteria, by their place.
    Calculated(Vec<usize>),
}

/// Criteria and total.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Sums<N> {
    /// In the order of [`Scheme::criteria`].
    pub(super) criteria: Vec<Option<N>>,
    /// The total; `None` where a criterion is not computed.
    pub(super) total: Option<N>,
}

impl<'a> Scheme<'a> {
    /// The method for an organization. Where its sector is not known, waiting counts only if somebody was `asked` of it.
    pub(super) fn new(
        method: &'a Method,
        sector: Option<Sector>,
        kind: Option<OrganizationKind>,
        waiting_asked: bool,
    ) -> Self {
        let calculated = method.calculated(sector, kind);
        let is_calculated = |code: &String| calculated.is_some_and(|rules| rules.calculated.contains(code));
        let mut indicators: Vec<&Indicator> = Vec::new();
        let mut sources = Vec::new();
        for criterion in &method.criteria {
            let mut weights = Vec::new();
            if !is_calculated(&criterion.code) {
                for (code, weight) in method.weights(criterion, sector) {
                    let Some(indicator) = method.indicator(code) else { continue };
                    let waiting = matches!(indicator.formula, Formula::Waiting { .. });
                    if waiting && sector.is_none() && !waiting_asked {
                        continue;
                    }
                    weights.push((indicators.len(), *weight));
                    indicators.push(indicator);
                }
            }
            sources.push(weights);
        }
        let place = |code: &String| method.criteria.iter().position(|c| c.code == *code);
        let criteria = method
            .criteria
            .iter()
            .zip(sources)
            .map(|(criterion, weights)| match calculated {
                Some(rules) if is_calculated(&criterion.code) => {
                    (criterion, Source::Calculated(rules.from.iter().filter_map(place).collect()))
                }
                _ => (criterion, Source::Measured(weights)),
            })
            .collect();
        Self { indicators, criteria, missing: method.missing }
    }

    /// Criteria and total of indicators that stand in the order of [`Scheme::indicators`].
    pub(super) fn sums<N: Number>(&self, indicators: &[Option<N>], rounding: Rounding) -> Sums<N> {
        let mut criteria: Vec<Option<N>> = self
            .criteria
            .iter()
            .map(|(_, source)| match source {
                Source::Measured(weights) => self.weighted(weights, indicators).map(|v| v.settle(rounding)),
                Source::Calculated(_) => None,
            })
            .collect();
        for (index, (_, source)) in self.criteria.iter().enumerate() {
            if let Source::Calculated(from) = source {
                let parts: Option<Vec<N>> = from.iter().map(|&i| criteria[i].clone()).collect();
                criteria[index] = parts.and_then(N::mean).map(|v| v.settle(rounding));
            }
        }
        let all: Option<Vec<N>> = criteria.iter().cloned().collect();
        Sums { total: all.and_then(N::mean).map(|v| v.settle(rounding)), criteria }
    }

    /// The weighted mean of the indicators that were computed.
    fn weighted<N: Number>(&self, weights: &[(usize, Fraction)], indicators: &[Option<N>]) -> Option<N> {
        let mut sum: Option<N> = None;
        let mut whole: Option<N> = None;
        for &(index, weight) in weights {
            let Some(value) = indicators[index].clone() else {
                if self.missing == Missing::Withhold {
                    return None;
                }
                continue;
            };
            let weight = N::weight(weight);
            let part = value * weight.clone();
            sum = Some(sum.map_or(part.clone(), |sum| sum + part));
            whole = Some(whole.map_or(weight.clone(), |whole| whole + weight));
        }
        Some(sum? / whole?)
    }
}

#[cfg(test)]
mod tests {
    use num_rational::BigRational;

    use super::*;
    use crate::law::{built_in, method};

    fn values(scheme: &Scheme<'_>, given: &[(&str, u64)]) -> Vec<Option<BigRational>> {
        let value = |code: &str| given.iter().find(|(c, _)| *c == code).map(|(_, v)| BigRational::ratio(*v, 1));
        scheme.indicators.iter().map(|i| value(&i.code)).collect()
    }

    #[test]
    fn a_missing_indicator_leaves_its_weight_to_the_others() {
        let methods = method::parse(&built_in()).expect("built-in methods are right");
        let scheme = Scheme::new(&methods[0], Some(Sector::Culture), None, false);
        let sums = scheme.sums(&values(&scheme, &[("3.1", 40), ("3.2", 80)]), Rounding::Exact);
        assert_eq!(sums.criteria[2], Some(BigRational::ratio(440, 7)), "(0.3*40 + 0.4*80) / 0.7");
        assert_eq!(sums.criteria[0], None);
        assert_eq!(sums.total, None);
        let mut strict = methods[0].clone();
        strict.missing = Missing::Withhold;
        let scheme = Scheme::new(&strict, Some(Sector::Culture), None, false);
        assert_eq!(scheme.sums(&values(&scheme, &[("3.1", 40), ("3.2", 80)]), Rounding::Exact).criteria[2], None);
    }

    #[test]
    fn creative_organizations_are_measured_by_two_criteria() {
        let methods = method::parse(&built_in()).expect("built-in methods are right");
        let scheme = Scheme::new(&methods[0], Some(Sector::Culture), Some(OrganizationKind::Creative), false);
        assert_eq!(scheme.indicators.len(), 6);
        let given = [("1.1", 100), ("1.2", 90), ("1.3", 80), ("3.1", 60), ("3.2", 40), ("3.3", 50)];
        let sums = scheme.sums(&values(&scheme, &given), Rounding::Exact);
        let (first, third) = (BigRational::ratio(89, 1), BigRational::ratio(49, 1));
        let between = Some(BigRational::ratio(69, 1));
        let expected = [Some(first), between.clone(), Some(third), between.clone(), between.clone()];
        assert_eq!(sums.criteria, expected);
        assert_eq!(sums.total, between);
    }

    #[test]
    fn stages_round_each_figure_in_turn() {
        let methods = method::parse(&built_in()).expect("built-in methods are right");
        let scheme = Scheme::new(&methods[0], Some(Sector::Culture), None, false);
        let given = [("3.1", 40), ("3.2", 80)];
        let sums = scheme.sums(&values(&scheme, &given), Rounding::Stages);
        assert_eq!(sums.criteria[2], Some(BigRational::ratio(6286, 100)));
    }
}
