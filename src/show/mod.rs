//! What one stage understood, as text: the debugger of the pipeline, and what golden tests compare.

use std::fmt::Write;

use chrono::NaiveDate;
use serde_json::json;

use crate::extract::{self, deadline, officer};
use crate::law::Law;
use crate::model::{Block, Document, Period, Report, Table};
use crate::{pipeline, read};

pub use recognized::recognized;

mod recognized;

/// Why a file cannot be shown: the sentence of its quarantine.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct CannotShow(String);

fn opened(name: &str, bytes: &[u8]) -> Result<Document, CannotShow> {
    read::read(name, bytes).map(|(_, document)| document.value).map_err(|(_, reason)| CannotShow(reason.text))
}

/// The document model of a file.
///
/// # Errors
/// When the file cannot be read.
pub fn document(name: &str, bytes: &[u8]) -> Result<String, CannotShow> {
    let (format, document) = read::read(name, bytes).map_err(|(_, reason)| CannotShow(reason.text))?;
    let mut out = format!("format {}\n", format.as_str());
    for warning in &document.warnings {
        let _ = writeln!(out, "warning {} {} {}", warning.code, warning.place, warning.message);
    }
    out.push_str(&render(&document.value));
    Ok(out)
}

/// A plain-text rendering: one line a paragraph, one line a cell.
pub fn render(document: &Document) -> String {
    let mut out = String::new();
    for part in &document.parts {
        if let Some(name) = &part.name {
            let _ = writeln!(out, "part {name:?}");
        }
        for block in &part.blocks {
            match block {
                Block::Paragraph(p) => {
                    let heading = p.heading.map_or(String::new(), |level| format!(" heading={level}"));
                    let level = p.list_level.map_or(String::new(), |level| format!(" level={level}"));
                    let mark = p.mark.as_ref().map_or(String::new(), |mark| format!(" mark={mark:?}"));
                    let _ = writeln!(out, "p{heading}{level}{mark} {:?}", p.text);
                }
                Block::Table(table) => render_table(table, 0, &mut out),
            }
        }
    }
    out
}

fn render_table(table: &Table, depth: usize, out: &mut String) {
    let indent = "  ".repeat(depth);
    let _ = writeln!(out, "{indent}table {}x{}", table.rows(), table.columns());
    for row in 0..table.rows() {
        for cell in table.row(row).filter(|c| !c.text.is_empty() || (c.row_span, c.column_span) != (1, 1)) {
            let span = match (cell.row_span, cell.column_span) {
                (1, 1) => String::new(),
                (rows, columns) => format!(" span={rows}x{columns}"),
            };
            let _ = writeln!(out, "{indent}  {},{}{span} {:?}", cell.row + 1, cell.column + 1, cell.text);
            for nested in table.nested(cell.row, cell.column) {
                render_table(nested, depth + 2, out);
            }
        }
    }
}

/// The facts of a file, as JSON.
///
/// # Errors
/// When the facts cannot be written as JSON, which is our error.
pub fn facts(name: &str, bytes: &[u8], law: &Law) -> Result<String, CannotShow> {
    let facts = pipeline::examine(name, bytes, law);
    serde_json::to_string_pretty(&facts).map(|text| text + "\n").map_err(|e| CannotShow(e.to_string()))
}

/// The findings of a report, a line each: `write::findings` has them for programs.
pub fn findings(report: &Report) -> String {
    report.findings.iter().fold(String::new(), |mut out, finding| {
        let place = finding.locator.as_deref().unwrap_or("файл в целом");
        let _ = writeln!(out, "{} {} [{place}] {}", finding.code, finding.severity.as_str(), finding.message);
        out
    })
}

/// How each line is read as the deadline cell of a plan for a calendar year.
///
/// # Errors
/// None today.
pub fn deadlines(text: &str, year: Option<i32>, as_json: bool) -> Result<String, CannotShow> {
    let period = year.and_then(|year| {
        Some(Period {
            start: NaiveDate::from_ymd_opt(year, 1, 1)?,
            end: NaiveDate::from_ymd_opt(year, 12, 31)?,
            school_year: false,
        })
    });
    let context = extract::deadline::Context { period, ..Default::default() };
    let mut out = String::new();
    for line in text.lines() {
        let readings = deadline::read(line, &context);
        if as_json {
            let deadlines: Vec<_> = readings
                .iter()
                .map(|d| {
                    json!({
                        "kind": d.kind, "bound": d.bound, "start_date": d.start_date, "end_date": d.end_date,
                        "period_unit": d.period_unit, "period_count": d.period_count, "rrule": d.rrule,
                        "condition": d.condition, "precision": d.precision, "ambiguous": d.ambiguous,
                        "reading": d.reading, "rule": d.rule, "grade": d.grade,
                    })
                })
                .collect();
            let _ = writeln!(out, "{}", json!({ "text": line, "deadlines": deadlines }));
        } else {
            let _ = writeln!(out, "{line}");
            for reading in readings {
                let _ = writeln!(out, "    {}: {} [{}]", reading.kind.as_str(), reading.reading, reading.rule);
            }
        }
    }
    Ok(out)
}

/// How each line is read as an officer cell.
///
/// # Errors
/// None today.
pub fn officers(text: &str, as_json: bool) -> Result<String, CannotShow> {
    let mut out = String::new();
    for line in text.lines() {
        let officers = officer::read(line);
        if as_json {
            let officers: Vec<_> = officers
                .iter()
                .map(|o| {
                    json!({ "person": o.person, "position": o.position, "unit": o.unit, "rule": o.rule, "grade": o.grade })
                })
                .collect();
            let _ = writeln!(out, "{}", json!({ "text": line, "officers": officers }));
        } else {
            let _ = writeln!(out, "{line}");
            for o in officers {
                let part = |value: &Option<String>| value.clone().unwrap_or_else(|| "—".to_owned());
                let _ =
                    writeln!(out, "    {} | {} | {} [{}]", part(&o.person), part(&o.position), part(&o.unit), o.rule);
            }
        }
    }
    Ok(out)
}
