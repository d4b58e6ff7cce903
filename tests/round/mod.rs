//! A round as tests see it: files of a folder, joined by name, scored and ranked.

#![allow(dead_code, unreachable_pub, reason = "every test binary uses a part of it")]

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::Deserialize;
use svod::law::Law;
use svod::law::method::Method;
use svod::model::{Assessment, FileFacts, Organization, Place, Submission, two_decimals};
use svod::{pipeline, rank, score};

/// The figures of one organization that a round must give.
#[derive(Debug, Deserialize)]
pub struct Expected {
    pub name: String,
    pub respondents: u64,
    pub required_sample: Option<u64>,
    /// «1.1»: two decimals, or nothing where it is not computed.
    pub indicators: BTreeMap<String, Option<String>>,
    /// «1»: likewise.
    pub criteria: BTreeMap<String, Option<String>>,
    pub total: Option<String>,
    pub place: Option<u32>,
}

/// A round with everything computed.
pub struct Round {
    pub submissions: Vec<Submission>,
    pub organizations: Vec<Organization>,
    pub assessments: Vec<Assessment>,
    pub places: Vec<Place>,
}

impl Round {
    /// The round of a folder.
    pub fn read(folder: &Path) -> Self {
        Self::of(examined(folder))
    }

    /// Scores and ranks what files say; organizations are those of the registers.
    pub fn of(files: Vec<FileFacts>) -> Self {
        let law = law();
        let organizations: Vec<Organization> = files
            .iter()
            .flat_map(|file| &file.registers)
            .flat_map(|register| &register.rows)
            .map(|row| Organization {
                id: row.inn.clone().unwrap_or_else(|| row.name.clone()),
                inn: row.inn.clone(),
                name: row.name.clone(),
                short_name: row.short_name.clone(),
                sector: row.sector,
                kind: row.kind_raw.as_deref().and_then(kind),
                municipality: row.municipality.clone(),
                recipients: row.recipients,
                ..Organization::default()
            })
            .collect();
        let join = |name: &str| {
            let same = |o: &&Organization| o.name == name || o.short_name.as_deref() == Some(name) || o.id == name;
            organizations.iter().find(same).map(|o| o.id.clone())
        };
        let submissions: Vec<Submission> = files
            .into_iter()
            .map(|facts| Submission {
                plan_organizations: Vec::new(),
                answer_organizations: facts
                    .answers
                    .iter()
                    .map(|a| a.organizations.iter().map(|n| join(n)).collect())
                    .collect(),
                check_list_organizations: facts
                    .check_lists
                    .iter()
                    .map(|c| c.rows.iter().map(|row| join(&row.organization)).collect())
                    .collect(),
                page_organization: None,
                facts,
            })
            .collect();
        let assessments = score::score(&submissions, &organizations, law, settings(), as_of());
        let places = rank::rank(&assessments, &organizations);
        Self { submissions, organizations, assessments, places }
    }

    /// The edition in force.
    pub fn method(&self) -> &'static Method {
        Method::on(&law().methods, as_of()).expect("a method in force")
    }

    pub fn organization(&self, name: &str) -> &Organization {
        let same = |o: &&Organization| o.name == name || o.short_name.as_deref() == Some(name);
        self.organizations.iter().find(same).unwrap_or_else(|| panic!("no organization {name}"))
    }

    /// Holds every figure against what is expected, and names all that differ.
    pub fn assert_equals(&self, expected: &[Expected]) {
        assert!(!expected.is_empty());
        let mut wrong = Vec::new();
        for expected in expected {
            let organization = self.organization(&expected.name);
            let Some(assessment) = self.assessments.iter().find(|a| a.organization_id == organization.id) else {
                wrong.push(format!("{}: not scored", expected.name));
                continue;
            };
            let printed = |code: &str| assessment.score(code).and_then(|s| s.value.as_ref()).map(two_decimals);
            let mut compare = |what: &str, got: String, wanted: String| {
                if got != wanted {
                    wrong.push(format!("{} {what}: {got} instead of {wanted}", expected.name));
                }
            };
            for (code, value) in &expected.indicators {
                compare(code, format!("{:?}", printed(code)), format!("{value:?}"));
            }
            for (code, value) in &expected.criteria {
                compare(code, format!("{:?}", printed(&format!("K{code}"))), format!("{value:?}"));
            }
            compare("S", format!("{:?}", printed("S")), format!("{:?}", expected.total));
            let n = assessment.score("S").and_then(|s| s.n);
            compare("respondents", format!("{n:?}"), format!("{:?}", Some(expected.respondents)));
            let required = organization.recipients.map(|n| self.method().sample.required(n));
            compare("required sample", format!("{required:?}"), format!("{:?}", expected.required_sample));
            let region = |p: &&Place| p.scope.level == "region" && p.organization_id == organization.id;
            let place = self.places.iter().find(region).and_then(|p| p.place);
            compare("place", format!("{place:?}"), format!("{:?}", expected.place));
        }
        assert!(wrong.is_empty(), "{} figures differ:\n{}", wrong.len(), wrong.join("\n"));
    }
}

/// What the tables of a folder say, in the order of their names.
pub fn examined(folder: &Path) -> Vec<FileFacts> {
    let mut files: Vec<_> = std::fs::read_dir(folder).expect("a folder").map(|e| e.expect("an entry").path()).collect();
    files.sort();
    let tables = files
        .iter()
        .filter(|f| matches!(f.extension().and_then(|e| e.to_str()), Some("csv" | "xlsx" | "docx" | "html")));
    let examine = |file: &std::path::PathBuf| {
        let bytes = std::fs::read(file).expect("a readable file");
        pipeline::examine(&file.file_name().expect("a name").to_string_lossy(), &bytes, law())
    };
    tables.map(examine).collect()
}

/// The built-in law, parsed once.
pub fn law() -> &'static Law {
    static LAW: LazyLock<Law> = LazyLock::new(|| Law::parse(svod::law::built_in()).expect("the built-in law is right"));
    &LAW
}

/// Few draws: tests are about figures, and about what intervals hold, not about how smooth they are.
pub fn settings() -> score::Settings {
    score::Settings { draws: 60, ..score::Settings::default() }
}

pub fn as_of() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 10, 1).expect("a day")
}

fn kind(text: &str) -> Option<svod::model::OrganizationKind> {
    text.to_lowercase().contains("театр").then_some(svod::model::OrganizationKind::Creative)
}
