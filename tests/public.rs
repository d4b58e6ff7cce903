//! The public bundle: whatever file is opened, nobody whom the documents name is found in it.

#[path = "fixtures/report/mod.rs"]
mod fixture;

use std::collections::BTreeSet;
use std::io::{Cursor, Read};
use std::path::Path;

use polars::prelude::{DataType, ParquetReader, SerReader};
use svod::language::fold::fold;
use svod::law::{self, Law};
use svod::model::{FormulaKind, FormulaPart, Report};
use svod::write::{self, OutputFile};
use svod::{pipeline, redact};

/// Surnames of everybody whom the documents of a report name.
fn surnames(report: &Report) -> BTreeSet<String> {
    let plans = || report.submissions.iter().flat_map(|submission| &submission.facts.plans);
    let officers = plans().flat_map(|plan| &plan.measures).flat_map(|measure| &measure.officers);
    let persons = report.persons.iter().map(|row| row.person.as_str());
    let named = persons.chain(officers.filter_map(|officer| officer.person.as_deref()));
    let named = named.chain(plans().filter_map(|plan| Some(plan.approved_by.as_ref()?.value.as_str())));
    named.filter_map(|name| fold(name).split(' ').next().map(str::to_owned)).collect()
}

/// Everything in a file that a reader may come across: text, members of archives, columns of tables.
fn texts(file: &OutputFile) -> Vec<String> {
    let mut texts = vec![file.path.clone(), String::from_utf8_lossy(&file.bytes).into_owned()];
    if file.path.ends_with(".docx") || file.path.ends_with(".xlsx") {
        let mut archive = zip::ZipArchive::new(Cursor::new(&file.bytes)).expect("an archive");
        for index in 0..archive.len() {
            let mut bytes = Vec::new();
            archive.by_index(index).expect("a member").read_to_end(&mut bytes).expect("readable");
            texts.push(String::from_utf8_lossy(&bytes).into_owned());
        }
    }
    if file.path.ends_with(".parquet") {
        let frame = ParquetReader::new(Cursor::new(&file.bytes)).finish().expect("a parquet file");
        for column in frame.columns().iter().filter(|column| *column.dtype() == DataType::String) {
            texts.extend(column.str().expect("text").iter().flatten().map(str::to_owned));
        }
    }
    if file.path.ends_with(".ics") {
        texts.push(texts[1].replace("\r\n ", ""));
    }
    texts
}

/// Surnames that occur somewhere, with the file.
fn found(files: &[OutputFile], surnames: &BTreeSet<String>) -> Vec<String> {
    let search = aho_corasick::AhoCorasick::new(surnames).expect("few surnames");
    let names: Vec<_> = surnames.iter().collect();
    let mut found = Vec::new();
    for file in files {
        for text in texts(file) {
            let folded = fold(&text);
            found.extend(search.find_iter(&folded).map(|m| format!("{}: {}", file.path, names[m.pattern()])));
        }
    }
    found.sort();
    found.dedup();
    found
}

/// Extensions of the files in which something was found.
fn kinds(found: &[String]) -> Vec<&str> {
    let kinds: BTreeSet<_> =
        found.iter().filter_map(|line| Some(line.split_once(": ")?.0.rsplit_once('.')?.1)).collect();
    kinds.into_iter().collect()
}

#[test]
fn nobody_of_the_sample_is_named_in_any_file() {
    let law = Law::parse(law::built_in()).expect("the law is sound");
    let inputs = Path::new(env!("CARGO_MANIFEST_DIR")).join("inputs");
    let files = pipeline::examine_all(&inputs, &law, |_| (), |_| ()).expect("the sample can be read");
    let report = pipeline::consolidate(files, &law, fixture::day(2026, 10, 1));
    let surnames = surnames(&report);
    assert!(surnames.len() > 20, "{surnames:?}");
    let full = write::all(&report).expect("writable");
    assert_eq!(kinds(&found(&full, &surnames)), ["html", "ics", "parquet", "xlsx"], "names are found where they are");
    let public = pipeline::public(report, &law).expect("a public report");
    let public = write::all(&public).expect("writable");
    assert_eq!(found(&public, &surnames), Vec::<String>::new());
    let rows = |files: &[OutputFile]| {
        // These have rows only for what may be said.
        let other = ["persons", "gains", "groups"].map(|table| format!("tables/{table}.parquet"));
        let tables = files.iter().filter(|file| !other.contains(&file.path));
        tables.map(|file| (file.path.clone(), file.rows)).collect::<Vec<_>>()
    };
    assert_eq!(rows(&public), rows(&full), "what is withheld is withheld within its row");
}

#[test]
fn a_name_is_withheld_wherever_it_is_quoted() {
    let remark = "Ветровой Т.П. и т. п. ВЕТРОВА поручила Ветрову Т. П.";
    let full = fixture::report(remark);
    let surnames = surnames(&full);
    assert!(surnames.contains("ветрова"));
    let stem = BTreeSet::from(["ветров".to_owned()]);
    let named = found(&write::all(&full).expect("writable"), &stem);
    assert_eq!(
        kinds(&named),
        ["docx", "html", "ics", "json", "jsonl", "parquet", "sarif", "xlsx"],
        "names are found where they are"
    );
    let public = redact::redact(full, 5).expect("a public report");
    assert!(public.persons.is_empty());
    let files = write::all(&public).expect("writable");
    assert_eq!(found(&files, &stem), Vec::<String>::new());
    assert_eq!(found(&files, &BTreeSet::from(["спасибо!".to_owned()])), Vec::<String>::new(), "no free comments");
}

#[test]
fn figures_of_few_answers_are_withheld() {
    let mut report = fixture::report("");
    let score = report.scores.iter_mut().find(|score| score.n.is_some() && score.code.contains('.')).expect("a figure");
    score.n = Some(4);
    let (organization, code) = (score.organization_id.clone(), score.code.clone());
    let criterion = format!("K{}", &code[..1]);
    report.basis.formulas.push(FormulaPart {
        organization_id: organization.clone(),
        code: criterion.clone(),
        kind: FormulaKind::Weighted,
        step: 2,
        part: code.clone(),
        weight: 1,
        points: None,
        cap: None,
    });
    let public = redact::redact(report, 5).expect("a public report");
    let few = public.scores.iter().find(|score| score.organization_id == organization && score.code == code);
    let few = few.expect("the row stays");
    assert_eq!((&few.value, few.numerator, few.denominator, few.low), (&None, None, None, None));
    assert_eq!(few.note.as_ref().map(|note| note.code.as_str()), Some("withheld"));
    assert!(public.scores.iter().any(|score| score.value.is_some()), "others stay");
    let whole = public.scores.iter().find(|score| score.organization_id == organization && score.code == criterion);
    assert_eq!(whole.map(|score| &score.value), Some(&None), "the criterion would give the figure away");
    assert!(!public.prospects.iter().any(|p| p.organization_id == organization && p.gain.indicator == code));
}

#[test]
fn the_public_edition_says_what_it_is() {
    let full = write::all(&fixture::report("")).expect("writable");
    let public = redact::redact(fixture::report(""), 5).expect("a public report");
    assert_ne!(write::run_id(&fixture::report("")), write::run_id(&public));
    let public = write::all(&public).expect("writable");
    let says = |files: &[OutputFile], path: &str, text: &str| {
        let file = files.iter().find(|file| file.path == path).unwrap_or_else(|| panic!("{path} was not written"));
        texts(file).iter().any(|found| found.contains(text))
    };
    for path in ["reports/index.html", "protocol-culture.docx", "public-report.docx", "register.xlsx"] {
        assert!(says(&public, path, "Публичная редакция"), "{path}");
        assert!(!says(&full, path, "Публичная редакция"), "{path}");
    }
    assert!(says(&public, "manifest.json", "\"public\": true"));
}
