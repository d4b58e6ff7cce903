//! Bytes to `Document`: one file per format, one registry.
//!
//! A reader knows its format and nothing of plans or surveys. It never panics on purpose, never recurses by the depth of
//! its input, and prefers losing one piece with a warning to losing the file.
//!
//! The format is decided by `sniff`; the extension of the name only settles what content leaves open (text or
//! delimited text), and a wrong one is a warning.

mod csv;
mod docx;
mod encoding;
mod grid;
mod html;
mod legibility;
mod marks;
mod ole;
mod package;
mod refusal;
mod relations;
mod sniff;
mod story;
mod symbols;
mod text;
mod workbook;
mod xml;

pub use html::page;

use crate::model::{Document, Format, Reason, Warned};

/// What one format needs to be read.
#[derive(Debug)]
pub struct Reader {
    /// The format it reads.
    pub format: Format,
    /// Extensions that people give such files, lower case, without the dot.
    pub extensions: &'static [&'static str],
    /// The reading itself.
    pub read: fn(&[u8]) -> Result<Warned<Document>, Reason>,
}

/// All readers, by format.
pub const READERS: &[Reader] = &[
    Reader { format: Format::Docx, extensions: &["docx", "docm", "dotx", "dotm"], read: docx::read },
    Reader { format: Format::Xlsx, extensions: &["xlsx", "xlsm", "xltx", "xltm"], read: workbook::xlsx::read },
    Reader { format: Format::Xlsb, extensions: &["xlsb"], read: workbook::xlsb::read },
    Reader { format: Format::Xls, extensions: &["xls", "xlt", "xla"], read: workbook::xls::read },
    Reader { format: Format::Ods, extensions: &["ods", "ots"], read: workbook::ods::read },
    Reader { format: Format::Html, extensions: &["html", "htm", "xhtml", "xht", "shtml"], read: html::read },
    Reader { format: Format::Csv, extensions: &["csv", "tsv", "tab", "txt"], read: csv::read },
    Reader { format: Format::Text, extensions: &["txt", "text", "md", "markdown", "asc", "log"], read: text::read },
];

/// Reads a file whose format is decided by its content. A wrong extension is a warning.
///
/// # Errors
/// Why the file cannot be read and what to do, for the quarantine. The format is given where it could be told.
pub fn read(name: &str, bytes: &[u8]) -> Result<(Format, Warned<Document>), (Option<Format>, Reason)> {
    let extension = extension(name);
    let format = sniff::sniff(&extension, bytes)?;
    let reader = READERS.iter().find(|reader| reader.format == format);
    let Some(reader) = reader else { return Err((Some(format), refusal::unsupported(format))) };
    let mut document = (reader.read)(bytes).map_err(|reason| (Some(format), reason))?;
    if story::is_blank(&document.value) {
        return Err((Some(format), refusal::NOTHING_INSIDE.reason()));
    }
    // Scans come as text; codes in tables look like nonsense and are not.
    let is_text = matches!(format, Format::Docx | Format::Html | Format::Text);
    if is_text && legibility::is_unreadable_scan(&document.value) {
        return Err((Some(format), refusal::UNREADABLE_SCAN.reason()));
    }
    if !extension.is_empty() && !reader.extensions.contains(&extension.as_str()) {
        document.warn(
            "wrong-extension",
            format!("Расширение «.{extension}» не соответствует содержимому: файл прочитан как {}.", format.as_str()),
        );
    }
    Ok((format, document))
}

/// The extension in lower case, without the dot; empty where the name has none.
fn extension(name: &str) -> String {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    match file.rsplit_once('.') {
        Some((_, extension)) if extension.chars().all(char::is_alphanumeric) => extension.to_lowercase(),
        _ => String::new(),
    }
}
