//! The short summary that ends a run.

use std::fmt::Write;
use std::path::Path;

use svod::model::{Report, Severity, Status};

/// What was read, what was found, and where to look.
pub(crate) fn summary(report: &Report, outputs: &Path) -> String {
    let mut out = String::new();
    let count = |status| report.submissions.iter().filter(|s| s.facts.status == status).count();
    let measures: usize = report.submissions.iter().flat_map(|s| &s.facts.plans).map(|p| p.measures.len()).sum();
    let severity = |severity| report.findings.iter().filter(|f| f.severity == severity).count();
    let _ = writeln!(
        out,
        "Файлов: {} (прочитано {}, частично {}, в карантине {}, пропущено {})",
        report.submissions.len(),
        count(Status::Read),
        count(Status::Partial),
        count(Status::Quarantined),
        count(Status::Skipped),
    );
    let _ = writeln!(out, "Организаций: {}   Мероприятий: {measures}", report.organizations.len());
    let _ = writeln!(
        out,
        "Замечаний: нарушений {}, предупреждений {}, примечаний {}",
        severity(Severity::Violation),
        severity(Severity::Warning),
        severity(Severity::Note),
    );
    for submission in report.submissions.iter().filter(|s| s.facts.status == Status::Quarantined) {
        if let Some(reason) = &submission.facts.reason {
            let _ = writeln!(out, "  карантин: {} [{}] {}", submission.facts.source.path, reason.code, reason.text);
        }
    }
    let _ = writeln!(out, "Результаты: {}", outputs.display());
    out
}
