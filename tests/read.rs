//! Readers against fixtures: a folder per format, a file and its rendering side by side.
//!
//! A new file is a new test. `SVOD_BLESS=1 cargo test --test read` writes the renderings anew; look at the difference
//! before committing it. A file that must be refused has the code of the refusal as its rendering. Binary fixtures are made by
//! `tests/fixtures/read/make.py`.

use std::fs;
use std::path::{Path, PathBuf};

use svod::model::{Document, Format, Warned};
use svod::read::{READERS, read};
use svod::show;

const FIXTURES: &str = "tests/fixtures/read";

/// Files below a folder, sorted, without renderings.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder can be read") {
        let path = entry.expect("the entry can be read").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_none_or(|extension| extension != "expected" && extension != "py") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// What the expected file holds: format, warnings and blocks, or the refusal.
fn rendering(name: &str, bytes: &[u8]) -> String {
    match read(name, bytes) {
        Ok((format, document)) => rendering_of(format, &document),
        Err((format, reason)) => format!("refused {} {}\n", reason.code, format.map_or("-", Format::as_str)),
    }
}

fn rendering_of(format: Format, document: &Warned<Document>) -> String {
    let warnings: String = document.warnings.iter().map(|w| format!("warning {} {}\n", w.code, w.place)).collect();
    format!("format {}\n{warnings}{}", format.as_str(), show::render(&document.value))
}

#[test]
fn every_fixture_is_read_as_expected() {
    let bless = std::env::var_os("SVOD_BLESS").is_some();
    let mut failures = Vec::new();
    for path in files(Path::new(FIXTURES)) {
        let bytes = fs::read(&path).expect("the fixture can be read");
        let actual = rendering(&path.to_string_lossy(), &bytes);
        let mut expected_path = path.clone().into_os_string();
        expected_path.push(".expected");
        if bless {
            fs::write(&expected_path, &actual).expect("the rendering can be written");
        }
        let expected = fs::read_to_string(&expected_path).unwrap_or_default();
        if actual != expected {
            failures.push(format!("{}\n--- expected\n{expected}--- actual\n{actual}", path.display()));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn every_reader_has_fixtures_of_its_format() {
    for reader in READERS {
        let folder = Path::new(FIXTURES).join(reader.format.as_str());
        let read_so = files(&folder).into_iter().filter(|path| {
            let bytes = fs::read(path).expect("the fixture can be read");
            read(&path.to_string_lossy(), &bytes).is_ok_and(|(format, _)| format == reader.format)
        });
        assert!(read_so.count() > 0, "{} has no fixture", reader.format.as_str());
    }
}

#[test]
fn every_rendering_has_its_fixture() {
    for path in files(Path::new(FIXTURES)) {
        let folder = path.parent().expect("a fixture lies in a folder");
        for entry in fs::read_dir(folder).expect("the folder can be read").flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if let Some(source) = name.strip_suffix(".expected") {
                assert!(folder.join(source).exists(), "{name} has no source");
            }
        }
    }
}

#[test]
fn damaged_fixtures_are_read_or_refused_without_a_crash() {
    for path in files(Path::new(FIXTURES)) {
        let bytes = fs::read(&path).expect("the fixture can be read");
        let name = path.to_string_lossy();
        for part in 1..16 {
            let cut = bytes.len() * part / 16;
            let _ = read(&name, &bytes[..cut]);
            let mut changed = bytes.clone();
            if let Some(byte) = changed.get_mut(cut) {
                *byte = byte.wrapping_add(101);
            }
            let _ = read(&name, &changed);
        }
    }
}

/// A document of one part.
fn document(body: &str) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).expect("a new part");
    let text = format!("<w:document xmlns:w='w'><w:body>{body}</w:body></w:document>");
    std::io::Write::write_all(&mut zip, text.as_bytes()).expect("memory");
    zip.finish().expect("memory").into_inner()
}

#[test]
fn depth_is_no_danger() {
    let deep = "<w:tbl><w:tr><w:tc>".repeat(50_000);
    let (_, read_so) =
        read("x.docx", &document(&format!("<w:p><w:r><w:t>а</w:t></w:r></w:p>{deep}"))).expect("readable");
    assert!(read_so.warnings.iter().any(|warning| warning.code == "lost-table"));
    let boxes = "<w:p><w:r><w:txbxContent>".repeat(50_000);
    assert!(read("x.docx", &document(&format!("{boxes}<w:p><w:r><w:t>а</w:t></w:r></w:p>"))).is_err());
    let tables = "<table><tr><td>а".repeat(3_000);
    let (_, read_so) = read("x.html", format!("<html>{tables}").as_bytes()).expect("readable");
    assert!(read_so.warnings.iter().any(|warning| warning.code == "lost-table"));
}

#[test]
fn what_unpacks_without_end_is_refused() {
    let bytes = document(&" ".repeat(300 << 20));
    let (_, reason) = read("x.docx", &bytes).expect_err("a bomb");
    assert_eq!(reason.code, "zip-bomb");
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for name in ["xl/workbook.xml", "xl/sharedStrings.xml"] {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).expect("a new part");
        std::io::Write::write_all(&mut zip, " ".repeat(200 << 20).as_bytes()).expect("memory");
    }
    let bytes = zip.finish().expect("memory").into_inner();
    assert_eq!(read("x.xlsx", &bytes).expect_err("a bomb").1.code, "zip-bomb");
}

/// Two thousand files of other projects' test suites, where they are at hand.
#[test]
fn hostile_files_end_in_a_document_or_a_reason() {
    let folder = Path::new("../shared/robust");
    if !folder.is_dir() {
        eprintln!("SKIPPED: {} is not here, hostile files were not tried", folder.display());
        return;
    }
    let mut slowest = (std::time::Duration::ZERO, PathBuf::new());
    let (mut opened, mut refused) = (0, 0);
    for path in files(folder) {
        let bytes = fs::read(&path).expect("the file can be read");
        let start = std::time::Instant::now();
        match read(&path.to_string_lossy(), &bytes) {
            Ok(_) => opened += 1,
            Err((_, reason)) => {
                refused += 1;
                assert!(!reason.text.is_empty(), "{}", path.display());
            }
        }
        slowest = slowest.max((start.elapsed(), path));
    }
    eprintln!("{opened} read, {refused} refused, slowest {:?} {}", slowest.0, slowest.1.display());
    assert!(slowest.0.as_secs() < 60, "{} takes {:?}", slowest.1.display(), slowest.0);
}

/// Whatever stands in a file, reading ends without a crash.
mod any_bytes {
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..2048), extension in "(txt|csv|docx|xls|html|)") {
            let _ = super::read(&format!("x.{extension}"), &bytes);
        }

        #[test]
        fn behind_an_honest_beginning_are_read_or_refused(
            beginning in prop::sample::select(vec![&b"PK\x03\x04"[..], b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"<html>", b"| a |\n", b"\xff\xfe"]),
            bytes in prop::collection::vec(any::<u8>(), 0..2048),
        ) {
            let _ = super::read("x", &[beginning, &bytes].concat());
        }

        #[test]
        fn drawn_with_lines_are_tables_or_text(lines in prop::collection::vec("[-|+¦│├┼─\t а1.]{0,24}", 0..24)) {
            let _ = super::read("x.txt", lines.join("\n").as_bytes());
        }

        #[test]
        fn of_word_elements_are_documents(elements in prop::collection::vec(prop::sample::select(vec![
            "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>текст</w:t>", "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>", "<w:tc>", "</w:tc>",
            "<w:tcPr><w:gridSpan w:val='4000000000'/><w:vMerge/></w:tcPr>", "<w:tcPr><w:hMerge/></w:tcPr>", "<w:trPr><w:del/></w:trPr>",
            "<w:trPr><w:gridBefore w:val='99999'/></w:trPr>", "<w:txbxContent>", "</w:txbxContent>", "<w:sdt>", "</w:sdt>", "<w:del>", "</w:del>",
            "<w:pPr><w:numPr><w:ilvl w:val='77'/><w:numId w:val='1'/></w:numPr></w:pPr>", "<w:fldChar w:fldCharType='begin'/>", "&#x41;", "&no;",
        ]), 0..96)) {
            let bytes = super::document(&elements.concat());
            let _ = super::read("x.docx", &bytes);
        }

        #[test]
        fn of_tags_are_pages(tags in prop::collection::vec(prop::sample::select(vec![
            "<table>", "</table>", "<tr>", "<td rowspan=3 colspan=2>", "</td>", "<p>", "<li>", "<ol>", "</ol>", "<br>", "текст", "<caption>", "<pre>", "<del>",
        ]), 0..64)) {
            let _ = super::read("x.html", format!("<html>{}", tags.concat()).as_bytes());
        }
    }
}
