//! Figures of sectors, municipalities and the region: means of the organizations' own.

use std::collections::BTreeMap;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Zero;

use crate::model::{Assessment, GroupScore, Organization, Scope, Score, Standing};

/// Means of criteria and totals, by scope and code.
///
/// A sector is the mean of its organizations, a municipality the mean of its sectors, the region the mean of its sectors.
/// Organizations without a place do not count.
pub fn groups(assessments: &[Assessment], organizations: &[Organization]) -> Vec<GroupScore> {
    let known: BTreeMap<&str, &Organization> = organizations.iter().map(|o| (o.id.as_str(), o)).collect();
    // By municipality (none for the whole region), sector and code.
    let mut values: BTreeMap<(Option<&str>, &str, &str), Vec<&BigRational>> = BTreeMap::new();
    for assessment in assessments.iter().filter(|a| !matches!(a.standing, Standing::Withheld(_))) {
        let Some(organization) = known.get(assessment.organization_id.as_str()) else { continue };
        let sector = organization.sector.map_or("", |sector| sector.as_str());
        for score in assessment.scores.iter().filter(|score| is_summary(score)) {
            let Some(value) = &score.value else { continue };
            let municipality = organization.municipality.as_deref();
            for area in [Some(None), municipality.map(Some)].into_iter().flatten() {
                values.entry((area, sector, &score.code)).or_default().push(value);
            }
        }
    }
    let mut groups = Vec::new();
    let mut areas: BTreeMap<(Option<&str>, &str), Vec<BigRational>> = BTreeMap::new();
    for ((area, sector, code), values) in values {
        let Some(value) = mean(values.iter().copied()) else { continue };
        areas.entry((area, code)).or_default().push(value.clone());
        if area.is_none() && !sector.is_empty() {
            let scope = Scope { level: "sector", name: sector.to_owned() };
            groups.push(GroupScore { scope, code: code.to_owned(), value, of: values.len() as u32 });
        }
    }
    for ((area, code), sectors) in areas {
        let Some(value) = mean(&sectors) else { continue };
        let level = if area.is_none() { "region" } else { "municipality" };
        let scope = Scope { level, name: area.unwrap_or_default().to_owned() };
        groups.push(GroupScore { scope, code: code.to_owned(), value, of: sectors.len() as u32 });
    }
    groups.sort_by(|a, b| (&a.scope, &a.code).cmp(&(&b.scope, &b.code)));
    groups
}

/// Criteria and total, whose codes are letters; indicators are not comparable between sectors.
fn is_summary(score: &Score) -> bool {
    score.code.starts_with(char::is_alphabetic)
}

fn mean<'a>(values: impl IntoIterator<Item = &'a BigRational>) -> Option<BigRational> {
    let mut count = 0_u64;
    let sum = values.into_iter().inspect(|_| count += 1).fold(BigRational::zero(), |sum, value| sum + value);
    (count > 0).then(|| sum / BigRational::from_integer(BigInt::from(count)))
}
