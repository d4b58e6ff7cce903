//! The short summary that ends a run: what was read, what was found, who leads, where to look.

use std::fmt::Write;
use std::path::Path;

use svod::model::{Organization, Place, Report, Sector, Severity, Status, Submission, unmatched};
use svod::write::{figures, unmatched_names};

use super::Lang;

/// Places shown of each ranking.
const TOP: usize = 5;
/// Quarantined files that are named one by one.
const NAMED: usize = 20;
/// Files that a clerk opens first, with what they are.
const DOORS: [(&str, &str, &str); 3] = [
    ("reports/index.html", "отчёт", "the report"),
    ("register.xlsx", "все сведения", "everything"),
    ("tables", "таблицы parquet", "parquet tables"),
];

/// The whole summary.
pub(crate) fn summary(report: &Report, outputs: &Path, lang: Lang) -> String {
    let mut out = counts(report, lang);
    out.push_str(&rankings(report, lang));
    out.push_str(&quarantine(report, lang));
    let _ = writeln!(out, "\n{}: {}", lang.of("Результаты", "Results"), outputs.display());
    for (path, russian, english) in DOORS {
        let _ = writeln!(out, "  {} — {}", outputs.join(path).display(), lang.of(russian, english));
    }
    out
}

fn counts(report: &Report, lang: Lang) -> String {
    let status = |status| report.submissions.iter().filter(|s| s.facts.status == status).count();
    let measures: usize = report.submissions.iter().flat_map(|s| &s.facts.plans).map(|p| p.measures.len()).sum();
    let severity = |severity| report.findings.iter().filter(|f| f.severity == severity).count();
    let unmatched = unmatched(&report.organizations, &report.submissions).len();
    let organizations = report.organizations.len() - unmatched;
    let apart = match lang {
        Lang::Ru => unmatched_names(unmatched),
        Lang::En => (unmatched > 0).then(|| format!("names not matched: {unmatched}")),
    };
    let apart = apart.map_or_else(String::new, |apart| format!(" ({apart})"));
    let (files, respondents, findings) = (report.submissions.len(), report.read.respondents, report.findings.len());
    let (read, partial) = (status(Status::Read), status(Status::Partial));
    let (quarantined, skipped) = (status(Status::Quarantined), status(Status::Skipped));
    let (violations, warnings) = (severity(Severity::Violation), severity(Severity::Warning));
    let notes = severity(Severity::Note);
    match lang {
        Lang::Ru => format!(
            "Файлы:        {files} (прочитано {read}, частично {partial}, в карантине {quarantined}, пропущено {skipped})\n\
             Организации:  {organizations}{apart}\n\
             Мероприятия:  {measures}\n\
             Анкеты:       {respondents}\n\
             Замечания:    {findings} (нарушений {violations}, предупреждений {warnings}, примечаний {notes})\n"
        ),
        Lang::En => format!(
            "Files:          {files} (read {read}, in part {partial}, quarantined {quarantined}, skipped {skipped})\n\
             Organizations:  {organizations}{apart}\n\
             Measures:       {measures}\n\
             Answers:        {respondents}\n\
             Findings:       {findings} (violations {violations}, warnings {warnings}, notes {notes})\n"
        ),
    }
}

/// The first places, by sector; of the whole region where no sector has a ranking.
fn rankings(report: &Report, lang: Lang) -> String {
    let ranked = |level: &str, of: Option<Sector>| {
        let places = report.rankings.iter().filter(|place| place.scope.level == level && place.place.is_some());
        let named = |name: &str| of.is_none_or(|sector| sector.as_str() == name || sector.title() == name);
        places.filter(|place| named(&place.scope.name)).collect::<Vec<_>>()
    };
    let heading = lang.of("Рейтинг", "Ranking");
    let by_sector: String = Sector::ALL
        .into_iter()
        .map(|sector| {
            let name = lang.of(sector.title(), sector.as_str());
            top(report, &format!("{heading}, {name}"), ranked("sector", Some(sector)), lang)
        })
        .collect();
    if by_sector.is_empty() { top(report, heading, ranked("region", None), lang) } else { by_sector }
}

/// The first places of one ranking.
fn top(report: &Report, heading: &str, mut ranked: Vec<&Place>, lang: Lang) -> String {
    if ranked.is_empty() {
        return String::new();
    }
    ranked.sort_by_key(|place| (place.place, &place.organization_id));
    let mut out = format!("\n{heading}:\n");
    for place in ranked.iter().take(TOP) {
        let total = place.total.as_ref().map(figures::points).unwrap_or_default();
        let total = if lang == Lang::En { total.replace(',', ".") } else { total };
        let rank = place.place.unwrap_or_default();
        let _ = writeln!(out, "{rank:>4}. {total:>6}  {}", printable(name(report, &place.organization_id)));
    }
    if ranked.len() > TOP {
        let _ = writeln!(out, "      … {} {}", lang.of("и ещё", "and more:"), ranked.len() - TOP);
    }
    out
}

fn name<'a>(report: &'a Report, id: &'a str) -> &'a str {
    let known: Option<&Organization> = report.organizations.iter().find(|organization| organization.id == id);
    known.map_or(id, |organization| organization.short_name.as_deref().unwrap_or(&organization.name))
}

fn quarantine(report: &Report, lang: Lang) -> String {
    let quarantined: Vec<&Submission> =
        report.submissions.iter().filter(|s| s.facts.status == Status::Quarantined).collect();
    if quarantined.is_empty() {
        return String::new();
    }
    let mut out = format!("\n{}:\n", lang.of("В карантине", "Quarantined"));
    for submission in quarantined.iter().take(NAMED) {
        let _ = writeln!(out, "  {}", printable(&submission.facts.source.path));
        if let Some(reason) = &submission.facts.reason {
            let _ = writeln!(out, "    [{}] {}", reason.code, printable(&reason.text));
        }
    }
    if quarantined.len() > NAMED {
        let rest = quarantined.len() - NAMED;
        let _ = match lang {
            Lang::Ru => writeln!(out, "  … и ещё {rest}; все — на листе «Карантин» в register.xlsx"),
            Lang::En => writeln!(out, "  … and {rest} more; all are on the sheet «Карантин» of register.xlsx"),
        };
    }
    out
}

/// Text without the characters that steer a terminal.
fn printable(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { char::REPLACEMENT_CHARACTER } else { c }).collect()
}
