//! The protocol of the public council, read back: every finding is counted, every chapter is reached from the contents.

#[path = "fixtures/report/mod.rs"]
mod fixture;

use std::collections::BTreeSet;
use std::io::{Cursor, Read};

use regex::Regex;
use svod::model::{Block, Sector, Table};
use svod::write::{self, OutputFile};

fn protocol(remark: &str) -> OutputFile {
    let files = write::all(&fixture::report(remark)).expect("the fixture can be written");
    files.into_iter().find(|file| file.path == "protocol-culture.docx").expect("the protocol is written")
}

fn blocks(file: &OutputFile) -> Vec<Block> {
    let (_, document) = svod::read::read(&file.path, &file.bytes).expect("a docx");
    document.value.parts.into_iter().flat_map(|part| part.blocks).collect()
}

/// Tables with this heading in their first row, and its column.
fn tables<'a>(blocks: &'a [Block], heading: &'a str) -> impl Iterator<Item = (&'a Table, usize)> {
    blocks.iter().filter_map(move |block| {
        let Block::Table(table) = block else { return None };
        let column = (0..table.columns()).find(|column| table.text(0, *column) == heading)?;
        Some((table, column))
    })
}

fn markup(file: &OutputFile, part: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(&file.bytes)).expect("an archive");
    let mut text = String::new();
    archive.by_name(part).expect("the part").read_to_string(&mut text).expect("text");
    text
}

#[test]
fn rules_count_every_finding_of_the_sector() {
    let report = fixture::report("");
    let of_sector: BTreeSet<&str> =
        report.organizations.iter().filter(|o| o.sector == Some(Sector::Culture)).map(|o| o.id.as_str()).collect();
    let findings =
        report.findings.iter().filter(|f| f.organization_id.as_deref().is_some_and(|id| of_sector.contains(id)));
    let expected = findings.count();
    assert!(expected > 0, "the fixture has findings");
    let blocks = blocks(&protocol(""));
    let counted: usize = tables(&blocks, "Всего")
        .flat_map(|(table, column)| (1..table.rows()).map(move |row| table.text(row, column)))
        .map(|n| n.parse::<usize>().expect("a number"))
        .sum();
    assert_eq!(counted, expected);
    let told: usize = tables(&blocks, "Место и содержание").map(|(table, _)| table.rows() - 1).sum();
    assert!(told > 0 && told <= expected, "{told} rows of the appendix");
}

#[test]
fn the_contents_lead_to_every_chapter() {
    let text = markup(&protocol(""), "word/document.xml");
    let all = |pattern: &str| -> Vec<String> {
        let pattern = Regex::new(pattern).expect("a constant");
        pattern.captures_iter(&text).map(|found| found[1].to_owned()).collect()
    };
    let anchors = all(r#"w:anchor="(_Toc\d+)""#);
    assert_eq!(anchors.len(), 9, "eight chapters and the appendix");
    assert_eq!(anchors, all(r#"w:bookmarkStart [^>]*w:name="(_Toc\d+)""#));
    assert_eq!(anchors, all(r"PAGEREF (_Toc\d+) \\h"));
    assert_eq!(all(r#"w:pStyle w:val="(Heading1)""#).len(), anchors.len());
}

#[test]
fn the_ranking_tells_who_cannot_be_told_apart_and_what_closing_gaps_gives() {
    let blocks = blocks(&protocol(""));
    let (groups, _) = tables(&blocks, "Группа").next().expect("groups");
    assert_eq!((groups.rows(), groups.text(1, 1), groups.text(2, 1)), (3, "1", "3"));
    let (gains, column) = tables(&blocks, "Прибавка к итогу").next().expect("gains");
    assert_eq!(gains.text(1, column), "+9,00");
    let results: Vec<_> = tables(&blocks, "Результаты").collect();
    assert_eq!(results.len(), 5, "a table per criterion");
}

#[test]
fn the_document_bears_its_title_and_tells_its_language() {
    let hostile = protocol("<script> & \u{202e}");
    let core = markup(&hostile, "docProps/core.xml");
    assert!(core.contains("<dc:title>ПРОТОКОЛ заседания") && core.contains("<dc:creator>svod</dc:creator>"), "{core}");
    let text = markup(&hostile, "word/document.xml");
    assert!(text.contains(r#"w:pStyle w:val="Title""#) && text.contains(r#"w:pStyle w:val="TOC1""#));
}
