//! `findings.sarif`: SARIF 2.1.0, one run, a rule for every code that svod knows.
//!
//! A place in a plan is no line and column of a text, so a location is the file and, as its message, the place as people
//! name it («таблица 1, строка 4»). Files are relative to the input folder; a member of an archive keeps its `!/`.

use std::collections::HashMap;

use serde_json::{Value, json};

use crate::model::{self, Finding, Report, RuleText, Severity};

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";
/// What artifact addresses are relative to.
const BASE: &str = "INPUTS";

/// The findings of a report as one SARIF log.
///
/// # Errors
/// When the log cannot be written as JSON, which is our error.
pub fn sarif(report: &Report) -> Result<String, serde_json::Error> {
    let indices: HashMap<&str, usize> =
        report.rules.iter().enumerate().map(|(index, rule)| (rule.code.as_str(), index)).collect();
    let names: HashMap<&str, &str> = report.organizations.iter().map(|o| (o.id.as_str(), o.name.as_str())).collect();
    let results = report.findings.iter().map(|finding| {
        let organization = finding.organization_id.as_deref().and_then(|id| names.get(id)).copied();
        result(finding, indices.get(finding.code.as_str()).copied(), organization)
    });
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": env!("CARGO_PKG_NAME"),
                "version": env!("CARGO_PKG_VERSION"),
                "language": "ru",
                "rules": report.rules.iter().map(rule).collect::<Vec<_>>(),
            }},
            "language": "ru",
            "originalUriBaseIds": { BASE: { "description": { "text": "Папка с документами" } } },
            "results": results.collect::<Vec<_>>(),
            "properties": { "as_of": report.as_of, "editions": report.editions },
        }],
    });
    serde_json::to_string_pretty(&log).map(|text| text + "\n")
}

fn rule(rule: &RuleText) -> Value {
    let mut value = json!({
        "id": rule.code,
        "shortDescription": { "text": rule.title },
        "fullDescription": { "text": rule.checks },
        "help": { "text": rule.page, "markdown": rule.page },
    });
    // What other stages find states no severity beforehand.
    if let Some(severity) = rule.severity {
        value["defaultConfiguration"] = json!({ "level": level(severity) });
    }
    if let Some(name) = &rule.name {
        value["name"] = json!(name);
    }
    value
}

fn result(finding: &Finding, rule: Option<usize>, organization: Option<&str>) -> Value {
    let mut value = json!({
        "ruleId": finding.code,
        "level": level(finding.severity),
        "message": { "text": finding.message },
        "partialFingerprints": { "svod/v1": fingerprint(finding) },
        "properties": {
            "organization_id": finding.organization_id,
            "organization": organization,
            "measure_id": finding.measure_id,
            "act": finding.act,
            "clause": finding.clause,
            "edition": finding.edition,
            "as_of": finding.as_of,
        },
    });
    if let Some(index) = rule {
        value["ruleIndex"] = json!(index);
    }
    if let Some(path) = &finding.submission_id {
        let mut location =
            json!({ "physicalLocation": { "artifactLocation": { "uri": uri(path), "uriBaseId": BASE } } });
        if let Some(locator) = &finding.locator {
            location["message"] = json!({ "text": locator });
        }
        value["locations"] = json!([location]);
    }
    value
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Violation => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

/// The same for the same finding of a later run: the date on which it was found does not count.
fn fingerprint(finding: &Finding) -> String {
    let part = |text: &Option<String>| text.clone().unwrap_or_default();
    let parts = [
        finding.code.clone(),
        part(&finding.organization_id),
        part(&finding.submission_id),
        part(&finding.locator),
        finding.message.clone(),
    ];
    model::sha256(parts.join("\n").as_bytes())[..32].to_owned()
}

/// A path as a relative address: everything but letters and digits of ASCII and a few marks is percent-encoded.
fn uri(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' | b'!' => {
                out.push(char::from(byte));
            }
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_addresses() {
        assert_eq!(uri("a b/План.docx"), "a%20b/%D0%9F%D0%BB%D0%B0%D0%BD.docx");
        assert_eq!(uri("x.zip!/50%#1?.txt"), "x.zip!/50%25%231%3F.txt");
        assert_eq!(uri("C:evil"), "C%3Aevil", "no scheme");
    }
}
