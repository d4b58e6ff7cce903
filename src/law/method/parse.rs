//! Reads and verifies `law/method/*.toml`.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use num_rational::BigRational;
use num_traits::{One, Zero};
use serde::Deserialize;

use super::{
    Criterion, Formula, Fraction, Indicator, Method, Missing, Reliability, Sample, SectorRules, Total, WaitingScale,
};
use crate::law::{LawError, LawFile};

const FOLDER: &str = "law/method/";

/// A method file as written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    id: String,
    title: String,
    act: String,
    edition: String,
    in_force_from: toml::value::Datetime,
    verified: bool,
    source: String,
    missing: Missing,
    total: Total,
    sample: Sample,
    reliability: Reliability,
    waiting: WaitingScale,
    criterion: Vec<Criterion>,
    indicator: Vec<Indicator>,
    sector: Vec<SectorRules>,
}

/// Reads `law/method/*.toml`. A file with `based_on` takes from that edition whatever it does not say itself.
///
/// # Errors
/// Every mistake of every file.
pub fn parse(files: &[LawFile]) -> Result<Vec<Method>, Vec<LawError>> {
    let mut errors = Vec::new();
    let mut tables = BTreeMap::new();
    for file in files.iter().filter(|f| f.path.starts_with(FOLDER) && f.path.ends_with(".toml")) {
        match file.text.parse::<toml::Table>() {
            Ok(table) => {
                let id = table.get("id").and_then(|id| id.as_str()).unwrap_or_default().to_owned();
                if tables.insert(id.clone(), (file.path.clone(), table)).is_some() {
                    errors.push(mistake(&file.path, format!("обозначение «{id}» занято другим файлом")));
                }
            }
            Err(error) => errors.push(mistake(&file.path, error.to_string())),
        }
    }
    let mut methods = Vec::new();
    for (path, table) in tables.values() {
        match complete(table, &tables).and_then(method) {
            Ok(method) => {
                errors.extend(verify(&method).into_iter().map(|message| mistake(path, message)));
                methods.push(method);
            }
            Err(message) => errors.push(mistake(path, message)),
        }
    }
    if errors.is_empty() { Ok(methods) } else { Err(errors) }
}

fn mistake(path: &str, message: String) -> LawError {
    LawError { path: path.to_owned(), message }
}

/// The table over the one that it is based on; the base of a base is not followed, an edition names the full text.
fn complete(table: &toml::Table, all: &BTreeMap<String, (String, toml::Table)>) -> Result<toml::Table, String> {
    let Some(base) = table.get("based_on") else { return Ok(table.clone()) };
    let base = base.as_str().unwrap_or_default();
    let (_, base_table) = all.get(base).ok_or_else(|| format!("нет редакции «{base}», на которой основана эта"))?;
    let mut whole = base_table.clone();
    whole.extend(table.clone());
    whole.remove("based_on");
    Ok(whole)
}

fn method(table: toml::Table) -> Result<Method, String> {
    let written = Written::deserialize(table).map_err(|e| e.to_string())?;
    let date = written.in_force_from.date;
    let in_force_from = date
        .and_then(|d| NaiveDate::from_ymd_opt(i32::from(d.year), u32::from(d.month), u32::from(d.day)))
        .ok_or("in_force_from должно быть датой")?;
    Ok(Method {
        id: written.id,
        title: written.title,
        act: written.act,
        edition: written.edition,
        in_force_from,
        verified: written.verified,
        source: written.source,
        missing: written.missing,
        total: written.total,
        sample: written.sample,
        reliability: written.reliability,
        waiting: written.waiting,
        criteria: written.criterion,
        indicators: written.indicator,
        sectors: written.sector,
    })
}

/// What a method must satisfy whatever the act says.
fn verify(method: &Method) -> Vec<String> {
    let mut wrong = Vec::new();
    if method.id.is_empty() {
        wrong.push("нет обозначения id".to_owned());
    }
    let mut codes = BTreeSet::new();
    for indicator in &method.indicators {
        if !codes.insert(indicator.code.as_str()) {
            wrong.push(format!("показатель {} описан дважды", indicator.code));
        }
        let empty = match &indicator.formula {
            Formula::MetShares { topics } => topics.is_empty(),
            Formula::Shares { questions } => questions.is_empty(),
            Formula::MetPoints { points, .. } => *points == 0,
            Formula::Waiting { .. } => method.waiting.less_by.is_empty(),
        };
        if empty {
            wrong.push(format!("показатель {}: формула пуста", indicator.code));
        }
    }
    let mut criteria = BTreeSet::new();
    for criterion in &method.criteria {
        if !criteria.insert(criterion.code.as_str()) {
            wrong.push(format!("критерий {} описан дважды", criterion.code));
        }
        wrong.extend(verify_weights(&criterion.code, &criterion.weights, &codes));
    }
    let mut sectors = BTreeSet::new();
    for rules in &method.sectors {
        if !sectors.insert(rules.sector) {
            wrong.push(format!("отрасль {} описана дважды", rules.sector.as_str()));
        }
        for (criterion, weights) in &rules.weights {
            if !criteria.contains(criterion.as_str()) {
                wrong.push(format!("отрасль {}: нет критерия {criterion}", rules.sector.as_str()));
            }
            wrong.extend(verify_weights(criterion, weights, &codes));
        }
        for code in rules.kinds.iter().flat_map(|k| k.calculated.iter().chain(&k.from)) {
            if !criteria.contains(code.as_str()) {
                wrong.push(format!("отрасль {}: нет критерия {code}", rules.sector.as_str()));
            }
        }
    }
    wrong
}

fn verify_weights(criterion: &str, weights: &BTreeMap<String, Fraction>, codes: &BTreeSet<&str>) -> Vec<String> {
    let mut wrong = Vec::new();
    for code in weights.keys().filter(|code| !codes.contains(code.as_str())) {
        wrong.push(format!("критерий {criterion}: нет показателя {code}"));
    }
    let sum = weights.values().fold(BigRational::zero(), |sum, weight| sum + weight.exact());
    if !sum.is_one() {
        wrong.push(format!("критерий {criterion}: сумма весов {sum}, а должна быть 1"));
    }
    wrong
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::built_in;
    use crate::model::Sector;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    #[test]
    fn built_in_editions_are_in_order() {
        let methods = parse(&built_in()).expect("built-in methods are right");
        let id = |on: &str| Method::on(&methods, day(on)).map(|m| m.id.as_str());
        assert_eq!(id("2024-10-04"), Some("344n-2018"));
        assert_eq!(id("2024-10-05"), Some("344n-2024"));
        assert_eq!(id("2010-01-01"), Some("344n-2018"));
    }

    #[test]
    fn a_sector_may_weigh_differently() {
        let methods = parse(&built_in()).expect("built-in methods are right");
        let comfort = &methods[0].criteria[1];
        let codes = |sector| methods[0].weights(comfort, Some(sector)).keys().cloned().collect::<Vec<_>>();
        assert_eq!(codes(Sector::Culture), ["2.1", "2.3"]);
        assert_eq!(codes(Sector::Health), ["2.1", "2.2", "2.3"]);
    }

    #[test]
    fn the_sample_is_a_share_rounded_up_and_capped() {
        let methods = parse(&built_in()).expect("built-in methods are right");
        let required = |n| methods[0].sample.required(n);
        assert_eq!(
            [required(0), required(1), required(816), required(1500), required(u64::MAX)],
            [0, 1, 327, 600, 600]
        );
    }

    #[test]
    fn mistakes_are_named_with_their_file() {
        let mut files: Vec<_> = built_in().into_iter().filter(|f| f.path == "law/method/344n.toml").collect();
        files[0].text = files[0].text.replacen("\"1.1\" = \"0.3\"", "\"1.9\" = \"0.2\"", 1);
        let messages: Vec<_> = parse(&files).expect_err("weights are wrong").into_iter().map(|e| e.message).collect();
        assert_eq!(messages, ["критерий K1: нет показателя 1.9", "критерий K1: сумма весов 9/10, а должна быть 1"]);
    }
}
