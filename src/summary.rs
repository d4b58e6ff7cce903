//! The short summary that ends a run: what was read, what was found, who leads, where to look.

use std::fmt::Write;
use std::path::Path;

use svod::model::{Organization, Place, Report, Sector, Severity, Status, Submission};
use svod::write::figures;

/// Places shown of each ranking.
const TOP: usize = 5;
/// Quarantined files that are named one by one.
const NAMED: usize = 20;
/// Files that a clerk opens first.
const DOORS: [(&str, &str); 3] =
    [("reports/index.html", "отчёт"), ("register.xlsx", "все сведения"), ("tables", "таблицы parquet")];

/// The whole summary.
pub(crate) fn summary(report: &Report, outputs: &Path) -> String {
    let mut out = counts(report);
    out.push_str(&rankings(report));
    out.push_str(&quarantine(report));
    let _ = writeln!(out, "\nРезультаты: {}", outputs.display());
    for (path, what) in DOORS {
        let _ = writeln!(out, "  {} — {what}", outputs.join(path).display());
    }
    out
}

fn counts(report: &Report) -> String {
    let count = |status| report.submissions.iter().filter(|s| s.facts.status == status).count();
    let measures: usize = report.submissions.iter().flat_map(|s| &s.facts.plans).map(|p| p.measures.len()).sum();
    let severity = |severity| report.findings.iter().filter(|f| f.severity == severity).count();
    format!(
        "Файлы:        {} (прочитано {}, частично {}, в карантине {}, пропущено {})\n\
         Организации:  {}\n\
         Мероприятия:  {measures}\n\
         Анкеты:       {}\n\
         Замечания:    {} (нарушений {}, предупреждений {}, примечаний {})\n",
        report.submissions.len(),
        count(Status::Read),
        count(Status::Partial),
        count(Status::Quarantined),
        count(Status::Skipped),
        report.organizations.len(),
        report.read.respondents,
        report.findings.len(),
        severity(Severity::Violation),
        severity(Severity::Warning),
        severity(Severity::Note),
    )
}

/// The first places, by sector; of the whole region where no sector has a ranking.
fn rankings(report: &Report) -> String {
    let ranked = |level: &str, of: Option<Sector>| {
        let places = report.rankings.iter().filter(|place| place.scope.level == level && place.place.is_some());
        let named = |name: &str| of.is_none_or(|sector| sector.as_str() == name || sector.title() == name);
        places.filter(|place| named(&place.scope.name)).collect::<Vec<_>>()
    };
    let by_sector: String = Sector::ALL
        .into_iter()
        .map(|sector| top(report, &format!("Рейтинг, {}", sector.title()), ranked("sector", Some(sector))))
        .collect();
    if by_sector.is_empty() { top(report, "Рейтинг", ranked("region", None)) } else { by_sector }
}

/// The first places of one ranking.
fn top(report: &Report, heading: &str, mut ranked: Vec<&Place>) -> String {
    if ranked.is_empty() {
        return String::new();
    }
    ranked.sort_by_key(|place| (place.place, &place.organization_id));
    let mut out = format!("\n{heading}:\n");
    for place in ranked.iter().take(TOP) {
        let total = place.total.as_ref().map(figures::points).unwrap_or_default();
        let rank = place.place.unwrap_or_default();
        let _ = writeln!(out, "{rank:>4}. {total:>6}  {}", printable(name(report, &place.organization_id)));
    }
    if ranked.len() > TOP {
        let _ = writeln!(out, "      … и ещё {}", ranked.len() - TOP);
    }
    out
}

fn name<'a>(report: &'a Report, id: &'a str) -> &'a str {
    let known: Option<&Organization> = report.organizations.iter().find(|organization| organization.id == id);
    known.map_or(id, |organization| organization.short_name.as_deref().unwrap_or(&organization.name))
}

fn quarantine(report: &Report) -> String {
    let quarantined: Vec<&Submission> =
        report.submissions.iter().filter(|s| s.facts.status == Status::Quarantined).collect();
    if quarantined.is_empty() {
        return String::new();
    }
    let mut out = "\nВ карантине:\n".to_owned();
    for submission in quarantined.iter().take(NAMED) {
        let _ = writeln!(out, "  {}", printable(&submission.facts.source.path));
        if let Some(reason) = &submission.facts.reason {
            let _ = writeln!(out, "    [{}] {}", reason.code, printable(&reason.text));
        }
    }
    if quarantined.len() > NAMED {
        let _ = writeln!(out, "  … и ещё {}; все — на листе «Карантин» в register.xlsx", quarantined.len() - NAMED);
    }
    out
}

/// Text without the characters that steer a terminal.
fn printable(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { char::REPLACEMENT_CHARACTER } else { c }).collect()
}
