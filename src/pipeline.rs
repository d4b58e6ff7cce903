//! The stages composed: one pure function per file, one run over all files.
//!
//! The only module that uses threads.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use chrono::NaiveDate;
use rayon::prelude::*;
use tracing::{info_span, warn};

use crate::discover::{self, Found};
use crate::extract::Facts;
use crate::language::fold::fold;
use crate::law::method::Method;
use crate::law::{Law, LawFile};
use crate::model::{
    self, Assessment, Basis, FileFacts, Finding, Kind, LawFileUsed, Organization, Reason, Recognized, Report, Score,
    SourceFile, Status, Submission, Tally,
};
use crate::{check, explain, extract, identify, rank, read, recognize, redact, score};

/// Everything that happens to one file: bytes in, facts out. It touches nothing outside, so it may run in any thread,
/// process or machine. A panic below it is one quarantined file.
pub fn examine(path: &str, bytes: &[u8], law: &Law) -> FileFacts {
    let source = SourceFile { path: path.to_owned(), sha256: model::sha256(bytes), bytes: bytes.len() as u64 };
    let _span = info_span!("file", path).entered();
    catch_unwind(AssertUnwindSafe(|| examine_source(source.clone(), bytes, law))).unwrap_or_else(|_| {
        FileFacts::quarantined(
            source,
            Reason::new(
                "internal-error",
                "Внутренняя ошибка программы при чтении файла. Остальные файлы обработаны. \
                 Передайте этот файл разработчикам, а сведения из него внесите вручную.",
            ),
        )
    })
}

fn examine_source(source: SourceFile, bytes: &[u8], law: &Law) -> FileFacts {
    let (format, document) = match info_span!("read").in_scope(|| read::read(&source.path, bytes)) {
        Ok(read) => read,
        Err((format, reason)) => return FileFacts { format, ..FileFacts::quarantined(source, reason) },
    };
    let mut warnings = document.warnings;
    let recognized = info_span!("recognize").in_scope(|| recognize::recognize(&document.value, law));
    warnings.extend(recognized.warnings);
    let mut facts = info_span!("extract")
        .in_scope(|| extract::extract(&document.value, &recognized.value, law, source.file_name()));
    let Facts { answers, check_lists, .. } = &mut facts.value;
    facts.warnings.extend(extract::name_after_file(answers, check_lists, source.file_name()));
    warnings.extend(facts.warnings);
    facts.value.plans.iter_mut().flat_map(|plan| &mut plan.measures).for_each(judge);
    let lossy = warnings.iter().any(|w| w.code.starts_with("lost-"));
    let kind = kind_of(&recognized.value);
    let (status, reason) = match kind {
        Kind::Other if lossy => {
            let text = "Файл повреждён: прочитать удалось только часть, и ни плана, ни анкет, ни чек-листа, ни реестра в ней нет. \
                        Откройте исходный документ, сохраните заново и отправьте ещё раз.";
            (Status::Quarantined, Some(Reason::new("broken", text)))
        }
        Kind::Other => (
            Status::Skipped,
            Some(Reason::new("nothing-recognized", "В файле не найдено ни плана, ни анкет, ни чек-листа, ни реестра.")),
        ),
        _ if lossy => (
            Status::Partial,
            Some(Reason::new("partly-read", "Часть содержимого прочитать не удалось; см. предупреждения.")),
        ),
        _ => (Status::Read, None),
    };
    FileFacts {
        format: Some(format),
        kind,
        status,
        reason,
        warnings,
        plans: facts.value.plans,
        answers: facts.value.answers,
        check_lists: facts.value.check_lists,
        registers: facts.value.registers,
        aliases: facts.value.aliases,
        page: document.value.page,
        ..FileFacts::new(source)
    }
}

/// What can be said of a measure only when all of its cells are read.
fn judge(measure: &mut model::Measure) {
    measure.verifiability = Some(check::verifiability(measure));
    let status = check::completion(measure);
    if status != measure.status && measure.completed_raw.is_none() {
        // The day was taken from the report of what turned out to be a beginning.
        measure.completed_on = None;
    }
    measure.status = status;
}

/// What a file mainly is, by the first thing recognized in it.
fn kind_of(recognized: &[Recognized]) -> Kind {
    match recognized.first() {
        None => Kind::Other,
        Some(Recognized::PlanLines { recommendations: true, .. }) => Kind::Recommendations,
        Some(Recognized::PlanTables { .. } | Recognized::PlanLines { .. }) => Kind::Plan,
        Some(Recognized::Answers { .. }) => Kind::Answers,
        Some(Recognized::CheckList { .. } | Recognized::CheckCounts { .. }) => Kind::Checklist,
        Some(Recognized::Register { .. } | Recognized::Aliases { .. }) => Kind::Register,
    }
}

/// Examines every submitted file, in parallel. `seen` is called once per file, from any thread.
///
/// # Errors
/// When the input folder cannot be read.
pub fn examine_all(
    inputs: &Path,
    law: &Law,
    start: impl Fn(usize),
    seen: impl Fn(&FileFacts) + Sync,
) -> std::io::Result<Vec<FileFacts>> {
    let found = info_span!("discover").in_scope(|| discover::discover(inputs))?;
    start(found.len());
    Ok(found
        .par_iter()
        .with_max_len(1)
        .map(|found| {
            let facts = examine_found(found, law);
            seen(&facts);
            facts
        })
        .collect())
}

fn examine_found(found: &Found, law: &Law) -> FileFacts {
    match discover::load(found) {
        Ok(bytes) => examine(&found.path, &bytes, law),
        Err(error) => {
            warn!(path = found.path, %error, "cannot load");
            let source = SourceFile { path: found.path.clone(), sha256: String::new(), bytes: 0 };
            let text = format!("Файл не удалось открыть: {error}. Проверьте доступ к файлу и целостность архива.");
            FileFacts::quarantined(source, Reason::new("cannot-open", text))
        }
    }
}

/// Everything that happens to the facts of all files together, with figures computed as usual.
pub fn consolidate(files: Vec<FileFacts>, law: &Law, as_of: NaiveDate) -> Report {
    consolidate_with(files, law, as_of, score::Settings::default())
}

/// [`consolidate`], figures computed as `settings` say.
pub fn consolidate_with(files: Vec<FileFacts>, law: &Law, as_of: NaiveDate, settings: score::Settings) -> Report {
    let read = Tally::of(&files);
    let identified = info_span!("identify").in_scope(|| identify::identify(files, as_of, settings.branches));
    let (submissions, organizations) = (identified.submissions, identified.organizations);
    let assessments = info_span!("score").in_scope(|| assess(&submissions, &organizations, law, as_of, settings));
    let rankings = info_span!("rank").in_scope(|| rank::rank(&assessments, &organizations));
    let groups = score::groups(&assessments, &organizations);
    let prospects = score::prospects(&assessments, &rankings);
    let (scores, survey_findings, basis) = flatten(assessments);
    let case = check::Case { submissions: &submissions, organizations: &organizations, scores: &scores, law, as_of };
    let checked = info_span!("check").in_scope(|| check::check(&case));
    let persons = identify::persons(&submissions, as_of);
    let mut findings = identified.findings;
    findings.extend(survey_findings);
    findings.extend(rank::findings(&rankings, as_of));
    findings.extend(checked.findings);
    findings.sort_by(|a, b| {
        (a.severity, &a.code, &a.organization_id, &a.submission_id, &a.measure_id)
            .cmp(&(b.severity, &b.code, &b.organization_id, &b.submission_id, &b.measure_id))
            .then_with(|| a.cmp(b))
    });
    Report {
        as_of,
        submissions,
        organizations,
        disclosures: checked.disclosures,
        scores,
        rankings,
        findings,
        persons,
        editions: law.editions_on(as_of),
        rounding: settings.rounding.as_str(),
        branches: settings.branches,
        rules: explain::texts(law),
        law_files: law.files.iter().filter(|file| file.path.starts_with("law/")).map(law_file).collect(),
        read,
        groups,
        prospects,
        basis,
        previous: None,
        public: false,
        figures: Method::on(&law.methods, as_of).map(figures).unwrap_or_default(),
        requirements: requirements(law),
    }
}

/// What the requirements of all disclosure lists say.
fn requirements(law: &Law) -> BTreeMap<(String, String), String> {
    let texts = law
        .disclosure
        .iter()
        .flat_map(|list| list.items.iter().map(|item| ((list.edition.id.clone(), item.id.clone()), item.text.clone())));
    texts.collect()
}

/// What the figures of a method are called.
fn figures(method: &Method) -> BTreeMap<String, String> {
    let criteria = method.criteria.iter().map(|criterion| (&criterion.code, &criterion.title));
    let indicators = method.indicators.iter().map(|indicator| (&indicator.code, &indicator.title));
    let total = [(&method.total.code, &method.total.title)];
    criteria.chain(indicators).chain(total).map(|(code, title)| (code.clone(), title.clone())).collect()
}

/// The edition of a report that may be published: without personal names, without groups of fewer people than the method
/// asks for before it shows a figure.
///
/// # Errors
/// A defect of the program; see [`redact::redact`].
pub fn public(report: Report, law: &Law) -> Result<Report, serde_json::Error> {
    let least = Method::on(&law.methods, report.as_of).map_or(0, |method| method.reliability.withhold_below);
    redact::redact(report, least)
}

fn law_file(file: &LawFile) -> LawFileUsed {
    LawFileUsed { path: file.path.clone(), sha256: model::sha256(file.text.as_bytes()) }
}

/// Every organization that has answers or a check-list, computed side by side.
fn assess(
    submissions: &[Submission],
    organizations: &[Organization],
    law: &Law,
    as_of: NaiveDate,
    settings: score::Settings,
) -> Vec<Assessment> {
    let Some(method) = Method::on(&law.methods, as_of) else { return Vec::new() };
    let evidence = score::gather(submissions, organizations);
    let terms = terms(method, &evidence, as_of, settings);
    evidence.par_iter().with_max_len(1).map(|evidence| score::assess(evidence, &terms)).collect()
}

fn terms<'a>(
    method: &'a Method,
    evidence: &[score::Evidence<'_>],
    as_of: NaiveDate,
    settings: score::Settings,
) -> score::Terms<'a> {
    score::Terms { method, settings, round: score::round(evidence), as_of }
}

/// How one figure of one organization came about, in Russian. The organization is named by its ИНН, its id or a part of
/// its name; `None` where no organization with evidence, or no such figure, is there.
pub fn explain_score(
    files: Vec<FileFacts>,
    law: &Law,
    as_of: NaiveDate,
    organization: &str,
    code: &str,
) -> Option<String> {
    let identified = identify::identify(files, as_of, model::Branches::default());
    let evidence = score::gather(&identified.submissions, &identified.organizations);
    let wanted = fold(organization);
    let known = |o: &Organization| {
        let names = [Some(&o.name), o.short_name.as_ref()];
        o.id == organization
            || o.inn.as_deref() == Some(organization)
            || names.into_iter().flatten().any(|name| fold(name).contains(&wanted))
    };
    let found = evidence.iter().find(|evidence| known(evidence.organization))?;
    score::explain(found, &terms(Method::on(&law.methods, as_of)?, &evidence, as_of, score::Settings::default()), code)
}

fn flatten(assessments: Vec<Assessment>) -> (Vec<Score>, Vec<Finding>, Basis) {
    let (mut scores, mut findings, mut basis) = (Vec::new(), Vec::new(), Basis::default());
    for assessment in assessments {
        scores.extend(assessment.scores);
        findings.extend(assessment.findings);
        basis.append(assessment.basis);
    }
    (scores, findings, basis)
}
