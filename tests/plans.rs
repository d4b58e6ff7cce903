//! Plans against fixtures: a document and the measures that must come out of it, side by side.
//!
//! A new file is a new test. `SVOD_BLESS=1 cargo test --test plans` writes what comes out; look at the difference before
//! committing it. A document whose name begins with `not-` holds no plan.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use svod::law::{Law, built_in};
use svod::model::{Deadline, Measure, Officer, Plan};
use svod::pipeline::examine;

const FIXTURES: &str = "tests/fixtures/plans";

fn files() -> Vec<PathBuf> {
    let entries = fs::read_dir(FIXTURES).expect("the folder of fixtures is there");
    let mut files = entries.map(|entry| entry.expect("the entry can be read").path()).collect::<Vec<_>>();
    files.retain(|path| path.extension().is_none_or(|extension| extension != "expected"));
    files.sort();
    files
}

fn law() -> Law {
    Law::parse(built_in()).expect("the built-in law is sound")
}

fn plans(path: &Path, law: &Law) -> Vec<Plan> {
    let bytes = fs::read(path).expect("the fixture can be read");
    examine(&path.to_string_lossy(), &bytes, law).plans
}

/// One line a measure, with a line before each plan.
fn rendering(plans: &[Plan]) -> String {
    let mut out = String::new();
    for plan in plans {
        let title = plan.title.as_ref().map_or("—", |title| &title.value);
        writeln!(out, "# {}. {title}", plan.ordinal).expect("a string takes all");
        for measure in &plan.measures {
            writeln!(out, "{}", line(measure)).expect("a string takes all");
        }
    }
    if out.is_empty() { "no plan\n".to_owned() } else { out }
}

/// number | section | lead | text | deadline and its reading | officers | other columns | criterion, grade, rules
fn line(measure: &Measure) -> String {
    let or_dash = |text: &Option<String>| text.clone().unwrap_or_else(|| "—".to_owned());
    let deadlines = measure.deadlines.iter().map(deadline).collect::<Vec<_>>().join("; ");
    let officers = measure.officers.iter().map(officer).collect::<Vec<_>>().join("; ");
    let mut others = Vec::new();
    for (name, value) in [
        ("deficiency", &measure.deficiency),
        ("result", &measure.expected_result),
        ("progress", &measure.progress),
        ("completed", &measure.completed_raw),
        ("indicator", &measure.indicator),
    ] {
        others.extend(value.as_ref().map(|value| format!("{name}: {value}")));
    }
    [
        or_dash(&measure.number),
        or_dash(&measure.section),
        or_dash(&measure.lead),
        measure.text.clone(),
        format!("{} = {deadlines}", or_dash(&measure.deadline_raw)),
        if officers.is_empty() { "—".to_owned() } else { officers },
        others.join("; "),
        format!(
            "{} {} {} {}",
            measure.criterion.map_or("—".to_owned(), |criterion| criterion.to_string()),
            measure.status.as_str(),
            measure.grade.as_str(),
            measure.rules.join(",")
        ),
    ]
    .join(" | ")
}

fn deadline(deadline: &Deadline) -> String {
    let day = |day: Option<chrono::NaiveDate>| day.map_or(String::new(), |day| day.to_string());
    format!("{} {}..{}", deadline.kind.as_str(), day(deadline.start_date), day(deadline.end_date))
}

fn officer(officer: &Officer) -> String {
    let parts = [&officer.person, &officer.position, &officer.unit].into_iter().flatten().cloned().collect::<Vec<_>>();
    format!("{}{}", parts.join(", "), if officer.inherited { " (inherited)" } else { "" })
}

#[test]
fn every_plan_gives_its_measures() {
    let bless = std::env::var_os("SVOD_BLESS").is_some();
    let law = law();
    let mut failures = Vec::new();
    for path in files() {
        let actual = rendering(&plans(&path, &law));
        let mut expected_path = path.clone().into_os_string();
        expected_path.push(".expected");
        if bless {
            fs::write(&expected_path, &actual).expect("the expectation can be written");
        }
        let expected = fs::read_to_string(&expected_path).unwrap_or_default();
        if actual != expected {
            failures.push(format!("{}\n--- expected\n{expected}--- actual\n{actual}", path.display()));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
}

#[test]
fn other_documents_hold_no_plan() {
    let law = law();
    let named = |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("not-"));
    let found = files().into_iter().filter(named).filter(|path| !plans(path, &law).is_empty()).collect::<Vec<_>>();
    assert!(found.is_empty(), "{found:?}");
    assert!(files().iter().any(named), "no fixture of another document");
}
