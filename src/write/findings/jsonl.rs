//! `findings.jsonl`: one JSON object a line, with the columns of the table `findings` and the organization's name.

use std::collections::HashMap;

use serde::Serialize;

use crate::model::{Finding, Report};

#[derive(Serialize)]
struct Line<'a> {
    #[serde(flatten)]
    finding: &'a Finding,
    organization: Option<&'a str>,
}

/// The findings of a report, a line each, in the report's order.
///
/// # Errors
/// When a line cannot be written as JSON, which is our error.
pub fn jsonl(report: &Report) -> Result<String, serde_json::Error> {
    let names: HashMap<&str, &str> = report.organizations.iter().map(|o| (o.id.as_str(), o.name.as_str())).collect();
    let mut out = String::new();
    for finding in &report.findings {
        let organization = finding.organization_id.as_deref().and_then(|id| names.get(id)).copied();
        out.push_str(&serde_json::to_string(&Line { finding, organization })?);
        out.push('\n');
    }
    Ok(out)
}
