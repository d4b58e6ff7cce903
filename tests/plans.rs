//! Plans against fixtures: a document and the measures that must come out of it, side by side.
//!
//! A new file is a new test. `SVOD_BLESS=1 cargo test --test plans` writes what comes out; look at the difference before
//! committing it. A document whose name begins with `not-` holds no plan.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

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

static LAW: LazyLock<Law> = LazyLock::new(|| Law::parse(built_in()).expect("the built-in law is sound"));

fn plans(path: &Path) -> Vec<Plan> {
    let bytes = fs::read(path).expect("the fixture can be read");
    examine(&path.to_string_lossy(), &bytes, &LAW).plans
}

/// One line a measure, with a line before each plan; then the deficiencies that no measure stands beside.
fn rendering(plans: &[Plan]) -> String {
    let mut out = String::new();
    for plan in plans {
        let title = plan.title.as_ref().map_or("—", |title| &title.value);
        write!(out, "# {}. {title}", plan.ordinal).expect("a string takes all");
        if let Some(organization) = plan.organization.as_ref().filter(|_| plans.len() > 1) {
            write!(out, " | {}", organization.value).expect("a string takes all");
        }
        writeln!(out).expect("a string takes all");
        for measure in &plan.measures {
            writeln!(out, "{}", line(measure)).expect("a string takes all");
        }
        for deficiency in &plan.unanswered {
            writeln!(out, "no measure | {} | {}", deficiency.place, deficiency.value).expect("a string takes all");
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
    let mut failures = Vec::new();
    for path in files() {
        let actual = rendering(&plans(&path));
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
    let named = |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("not-"));
    let found = files().into_iter().filter(named).filter(|path| !plans(path).is_empty()).collect::<Vec<_>>();
    assert!(found.is_empty(), "{found:?}");
    assert!(files().iter().any(named), "no fixture of another document");
}

/// Texts of which hostile and honest tables are made.
const PIECES: &[&str] = &[
    "",
    "№",
    "Мероприятие",
    "Срок",
    "Ответственный",
    "Результат",
    "1",
    "1.1",
    "2.",
    "- пункт;",
    "Обновить стенд:",
    "до 1 марта 2025 г.",
    "то же",
    "—",
    "I. Открытость",
    "Иванов И.И.",
    "Итого",
    "УТВЕРЖДАЮ",
    "План работы",
    "\u{ad}\u{200b}",
    "п. 3.2",
    "________",
    "(срок – май)",
    "Ответственный: ",
    "а-б- в",
    "1. 2. 3. А",
    "факт",
    "план",
];

proptest::proptest! {
    /// Nothing that a table or a text may hold stops the examination.
    #[test]
    fn no_document_stops_it(
        rows in proptest::collection::vec(proptest::collection::vec((0..PIECES.len(), 0..4_u8, 0..4_u8), 0..7), 0..14),
        table in proptest::bool::ANY,
    ) {
        let mut text = String::new();
        for row in &rows {
            text.push_str(if table { "<tr>" } else { "" });
            for (piece, across, down) in row {
                let piece = PIECES[*piece];
                if table {
                    write!(text, "<td colspan={across} rowspan={down}>{piece}<br>{piece}</td>").expect("a string takes all");
                } else {
                    write!(text, "{piece} ").expect("a string takes all");
                }
            }
            text.push_str(if table { "</tr>" } else { "\n" });
        }
        let (name, text) = if table {
            ("план.html", format!("<html><meta charset=utf-8><body><p>План мероприятий</p><table>{text}</table></body></html>"))
        } else {
            ("план.txt", format!("План мероприятий по улучшению качества услуг\n{text}"))
        };
        let facts = examine(name, text.as_bytes(), &LAW);
        let reason = facts.reason.map(|reason| reason.code);
        proptest::prop_assert_ne!(reason.as_deref(), Some("internal-error"));
        let measures = facts.plans.iter().flat_map(|plan| &plan.measures).collect::<Vec<_>>();
        for (index, measure) in measures.iter().enumerate() {
            proptest::prop_assert_eq!(measure.ordinal as usize, index + 1);
            proptest::prop_assert!(!measure.deadlines.is_empty());
            proptest::prop_assert!(measure.text.chars().any(char::is_alphabetic));
        }
    }

    /// Plans set one below the other in one sheet or one table come out apart, each with all its measures.
    #[test]
    fn stacked_plans_come_apart(
        stack in proptest::collection::vec((1..4_usize, proptest::collection::vec(proptest::bool::ANY, 5)), 1..5),
        table in proptest::bool::ANY,
    ) {
        let mut rows: Vec<Vec<String>> = Vec::new();
        let mut row = |cells: &[&str]| rows.push((0..4).map(|i| (*cells.get(i).unwrap_or(&"")).to_owned()).collect());
        for (index, (measures, with)) in stack.iter().enumerate() {
            if with[0] {
                row(&["УТВЕРЖДАЮ"]);
                row(&["Директор", "", "", "И.И. Птицын"]);
            }
            row(&[&format!("План по устранению недостатков МБУК «Клуб № {}» на 2026 год", index + 1)]);
            if with[1] {
                row(&[]);
            }
            row(&["№", "Мероприятие", "Срок", "Ответственный"]);
            if with[2] {
                row(&["1", "2", "3", "4"]);
            }
            if with[3] {
                row(&["I. Открытость и доступность информации"]);
            }
            for measure in 1..=*measures {
                row(&[&measure.to_string(), &format!("Обновить стенд № {index}{measure}"), "до 01.03.2026", "Птицын И.И."]);
            }
            if with[4] {
                row(&["Директор ____________ И.И. Птицын"]);
            }
        }
        let lines = |open: &str, between: &str, close: &str| {
            rows.iter().map(|row| format!("{open}{}{close}", row.join(between))).collect::<String>()
        };
        let (name, text) = if table {
            ("план.html", format!("<meta charset=utf-8><table>{}</table>", lines("<tr><td>", "</td><td>", "</td></tr>")))
        } else {
            ("план.csv", lines("", ";", "\n"))
        };
        let facts = examine(name, text.as_bytes(), &LAW);
        proptest::prop_assert_eq!(facts.reason, None);
        let found = facts.plans.iter().map(|plan| plan.measures.len()).collect::<Vec<_>>();
        let written = stack.iter().map(|(measures, _)| *measures).collect::<Vec<_>>();
        proptest::prop_assert_eq!(found, written, "{}", text);
    }
}
