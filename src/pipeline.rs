//! The stages composed: one pure function per file, one run over all files.
//!
//! The only module that uses threads.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use chrono::NaiveDate;
use rayon::prelude::*;
use sha2::{Digest, Sha256};
use tracing::{info_span, warn};

use crate::discover::{self, Found};
use crate::law::Law;
use crate::model::{FileFacts, Kind, Reason, Recognized, Report, SourceFile, Status};
use crate::{check, extract, identify, rank, read, recognize, score};

/// Everything that happens to one file: bytes in, facts out. It touches nothing outside, so it may run in any thread,
/// process or machine. A panic below it is one quarantined file.
pub fn examine(path: &str, bytes: &[u8], law: &Law) -> FileFacts {
    let source = SourceFile { path: path.to_owned(), sha256: hex(&Sha256::digest(bytes)), bytes: bytes.len() as u64 };
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
    let facts = info_span!("extract").in_scope(|| extract::extract(&document.value, &recognized.value, law));
    warnings.extend(facts.warnings);
    let lossy = warnings.iter().any(|w| w.code.starts_with("lost-"));
    let kind = kind_of(&recognized.value);
    let (status, reason) = match kind {
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
        ..FileFacts::new(source)
    }
}

/// What a file mainly is, by the first thing recognized in it.
fn kind_of(recognized: &[Recognized]) -> Kind {
    match recognized.first() {
        None => Kind::Other,
        Some(Recognized::PlanLines { recommendations: true, .. }) => Kind::Recommendations,
        Some(Recognized::PlanTables { .. } | Recognized::PlanLines { .. }) => Kind::Plan,
        Some(Recognized::Answers { .. }) => Kind::Answers,
        Some(Recognized::CheckList { .. }) => Kind::Checklist,
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

/// Everything that happens to the facts of all files together.
pub fn consolidate(files: Vec<FileFacts>, law: &Law, as_of: NaiveDate) -> Report {
    let identified = info_span!("identify").in_scope(|| identify::identify(files, as_of));
    let (submissions, organizations) = (identified.submissions, identified.organizations);
    let scores = info_span!("score").in_scope(|| score::score(&submissions, &organizations, law, as_of));
    let rankings = info_span!("rank").in_scope(|| rank::rank(&scores, &organizations));
    let case = check::Case { submissions: &submissions, organizations: &organizations, scores: &scores, law, as_of };
    let checked = info_span!("check").in_scope(|| check::check(&case));
    let persons = identify::persons(&submissions, as_of);
    let mut findings = identified.findings;
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
        ..Report::default()
    }
}

/// Lower-case hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}
