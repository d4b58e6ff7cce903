//! What format bytes are, by their content.
//!
//! This module decides; it reads nothing beyond what the decision needs. Formats without a reader are named too, so that
//! the quarantine can say what to do.

use super::{csv, encoding, html, ole, package, refusal};
use crate::model::{Format, Reason};

/// Leading bytes of files that nobody can read as a table or a text, and what they are.
const FOREIGN: &[(&[u8], &str)] = &[
    (b"\x89PNG\r\n", "PNG (изображение)"),
    (b"\xff\xd8\xff", "JPEG (изображение)"),
    (b"GIF8", "GIF (изображение)"),
    (b"II*\0", "TIFF (изображение)"),
    (b"MM\0*", "TIFF (изображение)"),
    (b"BM", "BMP (изображение)"),
    (b"AT&TFORM", "DjVu (скан)"),
    (b"Rar!\x1a", "RAR (архив)"),
    (b"7z\xbc\xaf\x27\x1c", "7z (архив)"),
    (b"\x1f\x8b", "gzip (архив)"),
    (b"MZ", "исполняемого файла"),
    (b"\x7fELF", "исполняемого файла"),
    (b"SQLite format 3\0", "SQLite (база данных)"),
    (b"PAR1", "Parquet"),
];

/// Old BIFF workbooks without a container begin with their first record.
const BARE_BIFF: &[&[u8]] = &[b"\x09\x08", b"\x09\x04", b"\x09\x02", b"\x09\x00\x04\x00"];

/// Bytes of the beginning that are looked at for marks of a format.
const HEAD: usize = 4096;

/// Texts are held in memory whole, twice while they are decoded.
const TEXT_LIMIT: usize = 256 << 20;

type Refused = (Option<Format>, Reason);

/// The format of a file. `extension` settles only what content leaves open.
pub(super) fn sniff(extension: &str, bytes: &[u8]) -> Result<Format, Refused> {
    if bytes.is_empty() {
        return Err((None, refusal::EMPTY.reason()));
    }
    let head = &bytes[..bytes.len().min(HEAD)];
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return package::sniff(extension, bytes);
    }
    if head.starts_with(&ole::MAGIC) {
        return ole::sniff(extension, bytes);
    }
    if find(&head[..head.len().min(1024)], b"%PDF-").is_some() {
        return Ok(Format::Pdf);
    }
    if trim_start(head).starts_with(b"{\\rtf") {
        return Ok(Format::Rtf);
    }
    let foreign = FOREIGN.iter().find(|(magic, _)| head.starts_with(magic));
    if let Some((_, what)) = foreign.filter(|_| is_binary(head)) {
        let advice = "Отправьте исходный документ в формате .docx или .xlsx";
        return Err((None, refusal::unsupported_named(what, advice)));
    }
    if BARE_BIFF.iter().any(|magic| head.starts_with(magic)) && is_binary(head) {
        let advice = "Откройте книгу в табличном редакторе и сохраните в формате .xlsx";
        return Err((Some(Format::Xls), refusal::unsupported_named("Excel 2–4", advice)));
    }
    if is_binary(head) && !encoding::is_utf16(bytes) {
        return Err((None, refusal::UNKNOWN.reason()));
    }
    sniff_text(extension, bytes)
}

/// Tells apart what can be read as characters.
fn sniff_text(extension: &str, bytes: &[u8]) -> Result<Format, Refused> {
    if bytes.len() > TEXT_LIMIT {
        return Err((None, refusal::TEXT_TOO_LARGE.reason()));
    }
    let sample = encoding::decode(&bytes[..bytes.len().min(64 << 10)]).value;
    let start = sample.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    if is_web_archive(start) {
        let advice = "Документ откройте в текстовом редакторе и сохраните в формате .docx, страницу сайта — в браузере как \
                      «Веб-страница полностью»";
        return Err((None, refusal::unsupported_named("веб-архива (.mht, .mhtml)", advice)));
    }
    if html::looks_like_html(start) {
        return Ok(Format::Html);
    }
    if let Some(what) = foreign_markup(start) {
        let advice = "Откройте файл в редакторе и сохраните в формате .docx или .xlsx";
        return Err((None, refusal::unsupported_named(what, advice)));
    }
    if start.starts_with("<?xml") {
        return Err((None, refusal::UNKNOWN.reason()));
    }
    let delimited = match extension {
        "csv" | "tsv" | "tab" => true,
        "md" | "markdown" => false,
        _ => csv::is_delimited(&sample),
    };
    Ok(if delimited { Format::Csv } else { Format::Text })
}

/// A page with its pictures as one message, which Word also calls `.doc`.
fn is_web_archive(start: &str) -> bool {
    let head: String = start.chars().take(2000).collect();
    !start.starts_with('<') && head.contains("MIME-Version:") && head.contains("Content-Type: multipart/")
}

/// Office documents that are one xml file.
fn foreign_markup(start: &str) -> Option<&'static str> {
    if !start.starts_with('<') {
        return None;
    }
    let head: String = start.chars().take(2000).collect();
    [
        ("office:spreadsheet", "таблицы XML 2003"),
        ("office/word/2003/wordml", "документа Word XML 2003"),
        ("xmlPackage", "Flat OPC (.xml)"),
        ("<office:document", "Flat OpenDocument"),
        ("<svg", "SVG (изображение)"),
    ]
    .into_iter()
    .find(|(sign, _)| head.contains(sign))
    .map(|(_, what)| what)
}

/// Whether the beginning holds control characters that no text has.
fn is_binary(head: &[u8]) -> bool {
    let odd = head.iter().filter(|b| matches!(b, 0..=8 | 0xe..=0x19 | 0x1b..=0x1f)).count();
    odd * 100 > head.len() || head.contains(&0)
}

fn trim_start(bytes: &[u8]) -> &[u8] {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    &bytes[bytes.iter().take_while(|b| b.is_ascii_whitespace()).count()..]
}

/// Where a short pattern first stands.
pub(super) fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    let first = *needle.first()?;
    let mut at = 0;
    while let Some(found) = haystack[at..].iter().position(|&byte| byte == first) {
        at += found;
        if haystack[at..].starts_with(needle) {
            return Some(at);
        }
        at += 1;
    }
    None
}
