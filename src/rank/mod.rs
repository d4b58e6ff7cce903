//! Totals to places, with ties and with the places that sampling error allows.

mod change;
mod draws;
mod tiers;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use num_rational::BigRational;

use crate::model::{Assessment, Finding, Organization, Place, Scope, Severity, Standing};

pub use change::compare;

/// Places in every scope: the region, each sector, municipality and kind. By scope, place and organization; those
/// without a place stand at the end of their scope with the reason.
pub fn rank(assessments: &[Assessment], organizations: &[Organization]) -> Vec<Place> {
    let known: BTreeMap<&str, &Organization> = organizations.iter().map(|o| (o.id.as_str(), o)).collect();
    let mut members: BTreeMap<Scope, Vec<&Assessment>> = BTreeMap::new();
    for assessment in assessments {
        let Some(organization) = known.get(assessment.organization_id.as_str()) else { continue };
        for scope in scopes(organization) {
            members.entry(scope).or_default().push(assessment);
        }
    }
    members.into_iter().flat_map(|(scope, members)| places(&scope, &members)).collect()
}

fn scopes(organization: &Organization) -> Vec<Scope> {
    let scope = |level, name: &str| Scope { level, name: name.to_owned() };
    let mut scopes = vec![scope("region", "")];
    scopes.extend(organization.sector.map(|sector| scope("sector", sector.as_str())));
    scopes.extend(organization.municipality.as_deref().map(|name| scope("municipality", name)));
    scopes.extend(organization.kind.map(|kind| scope("kind", kind.as_str())));
    scopes
}

/// The published total of an organization that takes part in the ranking.
fn published(assessment: &Assessment) -> Option<BigRational> {
    match assessment.standing {
        Standing::Withheld(_) => None,
        Standing::Ranked | Standing::Noted(_) => assessment.score("S")?.published(),
    }
}

fn places(scope: &Scope, members: &[&Assessment]) -> Vec<Place> {
    let mut ranked: Vec<(BigRational, &Assessment)> = Vec::new();
    let mut unranked = Vec::new();
    for &member in members {
        match published(member) {
            Some(total) => ranked.push((total, member)),
            None => unranked.push(member),
        }
    }
    ranked.sort_by(|(a, x), (b, y)| b.cmp(a).then_with(|| x.organization_id.cmp(&y.organization_id)));
    unranked.sort_by(|a, b| a.organization_id.cmp(&b.organization_id));
    let of = ranked.len() as u32;
    let ends = draws::place_intervals(&ranked.iter().map(|(_, a)| a.draws.as_slice()).collect::<Vec<_>>());
    let drawn: Vec<_> = ranked.iter().map(|(_, a)| a.drawn.then_some(a.draws.as_slice())).collect();
    let tiers = tiers::tiers(&drawn);
    let mut places: Vec<Place> = Vec::with_capacity(members.len());
    for group in ranked.chunk_by(|(a, _), (b, _)| a == b) {
        let place = places.len() as u32 + 1;
        for (total, assessment) in group {
            // Others' places are known as far as theirs; the own one is not where nothing was drawn.
            let (low, high) = ends[places.len()].filter(|_| assessment.drawn).unzip();
            let tier = tiers[places.len()];
            places.push(Place {
                scope: scope.clone(),
                organization_id: assessment.organization_id.clone(),
                total: Some(total.clone()),
                place: Some(place),
                // The published place itself always belongs to its interval.
                place_low: low.map(|low: u32| low.min(place)),
                place_high: high.map(|high: u32| high.max(place)),
                tied: group.len() as u32,
                of,
                previous_place: None,
                previous: None,
                tier,
                note: match &assessment.standing {
                    Standing::Noted(text) => Some(text.clone()),
                    Standing::Ranked | Standing::Withheld(_) => None,
                },
            });
        }
    }
    places.extend(unranked.into_iter().map(|assessment| Place {
        scope: scope.clone(),
        organization_id: assessment.organization_id.clone(),
        total: None,
        place: None,
        place_low: None,
        place_high: None,
        tied: 0,
        of,
        previous_place: None,
        previous: None,
        tier: None,
        note: Some(match &assessment.standing {
            Standing::Withheld(text) | Standing::Noted(text) => text.clone(),
            Standing::Ranked => "Итоговая оценка не рассчитана.".to_owned(),
        }),
    }));
    places
}

/// R101: organizations that got no place, once each, with the reason.
pub fn findings(places: &[Place], as_of: NaiveDate) -> Vec<Finding> {
    let unranked = |place: &&Place| place.scope.level == "region" && place.place.is_none();
    places
        .iter()
        .filter(unranked)
        .map(|place| Finding {
            code: "R101".to_owned(),
            severity: Severity::Warning,
            organization_id: Some(place.organization_id.clone()),
            submission_id: None,
            measure_id: None,
            locator: None,
            message: format!("Место в рейтинге не определено. {}", place.note.as_deref().unwrap_or_default()),
            act: None,
            clause: None,
            edition: None,
            as_of,
            evidence: None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use num_bigint::BigInt;

    use super::*;
    use crate::model::{Basis, Score};

    fn assessment(id: &str, thousandths: i64, draws: Vec<u16>) -> Assessment {
        let score = Score {
            organization_id: id.to_owned(),
            code: "S".to_owned(),
            value: Some(BigRational::new(BigInt::from(thousandths), BigInt::from(1000))),
            numerator: None,
            denominator: None,
            n: Some(100),
            low: None,
            high: None,
            note: None,
            method_edition: "test".to_owned(),
        };
        Assessment {
            organization_id: id.to_owned(),
            scores: vec![score],
            draws,
            drawn: true,
            standing: Standing::Ranked,
            gains: Vec::new(),
            findings: Vec::new(),
            basis: Basis::default(),
        }
    }

    fn organization(id: &str) -> Organization {
        Organization {
            id: id.to_owned(), municipality: Some("Приозёрье".to_owned()), ..Organization::default()
        }
    }

    #[test]
    fn equal_published_totals_share_a_place() {
        // 90.004 and 89.996 are both published as 90.00.
        let totals = [("d", 80_000), ("a", 95_000), ("c", 89_996), ("b", 90_004)];
        let mut assessments: Vec<_> = totals.map(|(id, total)| assessment(id, total, Vec::new())).into();
        assessments.push(Assessment {
            standing: Standing::Withheld("Нет ни одной анкеты.".to_owned()),
            ..assessment("e", 99_000, Vec::new())
        });
        let organizations = ["a", "b", "c", "d", "e"].map(organization);
        let places = rank(&assessments, &organizations);
        let region: Vec<_> = places
            .iter()
            .filter(|p| p.scope.level == "region")
            .map(|p| (p.organization_id.as_str(), p.place, p.tied, p.of))
            .collect();
        let expected =
            [("a", Some(1), 1, 4), ("b", Some(2), 2, 4), ("c", Some(2), 2, 4), ("d", Some(4), 1, 4), ("e", None, 0, 4)];
        assert_eq!(region, expected);
        assert_eq!(findings(&places, NaiveDate::default()).len(), 1);
    }

    #[test]
    fn places_have_the_width_that_draws_give_them() {
        let assessments = [
            assessment("a", 90_000, vec![9_000; 100]),
            assessment("b", 80_000, (0..100).map(|i| if i % 2 == 0 { 8_000 } else { 6_000 }).collect()),
            assessment("c", 70_000, vec![7_000; 100]),
        ];
        let organizations = ["a", "b", "c"].map(organization);
        let places = rank(&assessments, &organizations);
        let width = |id: &str| {
            let place = places.iter().find(|p| p.organization_id == id && p.scope.level == "region");
            place.and_then(|p| Some((p.place_low?, p.place_high?)))
        };
        assert_eq!([width("a"), width("b"), width("c")], [Some((1, 1)), Some((2, 3)), Some((2, 3))]);
    }
}
