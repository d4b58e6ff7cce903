//! The documents for the council once more as tagged, accessible pdf files, made by LibreOffice where it is installed.
//!
//! LibreOffice and not a typesetting library: it lays out the very document that people sign, so the pdf cannot differ from
//! it, and it writes the structure, the language and the bookmarks that PDF/UA asks for. A typesetter as a library (typst)
//! would need a second layout of every document and would add more than half to the time of a cold build.
//!
//! LibreOffice is another program with the rights of this one: it is asked for by `--pdf` only, is given files that this
//! program has just written, and a fresh profile of its own, so that it meets no window, macro or setting of the user.
//!
//! Equal documents give equal bytes on one machine: what LibreOffice adds by the clock and by chance is settled afterwards.
//! Another version of it, or other fonts, may lay the pages out differently.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::LazyLock;
use std::thread;
use std::time::Duration;

use chrono::NaiveDate;
use regex::bytes::Regex;

use crate::model;
use crate::write::OutputFile;

/// Names the program where it is not found by itself.
pub const OFFICE: &str = "SVOD_SOFFICE";

/// Tagged, with bookmarks, as PDF/UA asks.
const FILTER: &str = r#"pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},"PDFUACompliance":{"type":"boolean","value":"true"},"ExportBookmarks":{"type":"boolean","value":"true"}}"#;

/// How long LibreOffice may take: a protocol of a thousand organizations has hundreds of pages.
const PATIENCE: Duration = Duration::from_secs(600);
const GLANCE: Duration = Duration::from_millis(100);

/// Why there are no pdf files. The documents they would show are there all the same.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    /// LibreOffice is not there.
    #[error("LibreOffice не найден")]
    NoOffice,
    /// It does not start, or the disk refuses.
    #[error("{0}")]
    Io(#[from] io::Error),
    /// It made no pdf of this document.
    #[error("LibreOffice не сделал pdf из файла {0}")]
    NotMade(String),
    /// It did not come to an end.
    #[error("LibreOffice не закончил работу за {} минут", PATIENCE.as_secs() / 60)]
    TooLong,
}

/// A pdf beside each document for the council: the protocols and the public report. `outputs` is where everything will be
/// published; scratch files lie beside it.
///
/// # Errors
/// When LibreOffice is not installed or does not do its work.
pub fn of(files: &[OutputFile], outputs: &Path, as_of: NaiveDate) -> Result<Vec<OutputFile>, PdfError> {
    let documents: Vec<_> = files.iter().filter(|file| is_for_council(&file.path)).collect();
    if documents.is_empty() {
        return Ok(Vec::new());
    }
    let office = office().ok_or(PdfError::NoOffice)?;
    let scratch = super::sibling(outputs, "pdf");
    super::remove(&scratch)?;
    fs::create_dir_all(&scratch)?;
    let made = convert(&office, &documents, &scratch, as_of);
    super::remove(&scratch)?;
    made
}

/// Text documents of the first level; letters are signed as they are.
fn is_for_council(path: &str) -> bool {
    path.ends_with(".docx") && !path.contains('/')
}

fn convert(
    office: &Path,
    documents: &[&OutputFile],
    scratch: &Path,
    as_of: NaiveDate,
) -> Result<Vec<OutputFile>, PdfError> {
    for document in documents {
        fs::write(scratch.join(&document.path), &document.bytes)?;
    }
    let scratch = scratch.canonicalize()?;
    let mut office = Command::new(office)
        .args(["--headless", "--norestore", "--nolockcheck", "--nologo", "--convert-to", FILTER, "--outdir"])
        .arg(plain(&scratch))
        .arg(format!("-env:UserInstallation={}", address(&scratch.join("profile"))))
        .args(documents.iter().map(|document| plain(&scratch.join(&document.path))))
        .env("TZ", "UTC")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    let mut waited = Duration::ZERO;
    while office.try_wait()?.is_none() {
        if waited >= PATIENCE {
            office.kill()?;
            office.wait()?;
            return Err(PdfError::TooLong);
        }
        thread::sleep(GLANCE);
        waited += GLANCE;
    }
    let pdf = |document: &&OutputFile| {
        let path = Path::new(&document.path).with_extension("pdf").to_string_lossy().into_owned();
        let bytes = fs::read(scratch.join(&path)).map_err(|_| PdfError::NotMade(document.path.clone()))?;
        Ok(OutputFile::new(path, settle(&bytes, as_of)))
    };
    documents.iter().map(pdf).collect()
}

/// LibreOffice: as the environment names it, as the search path has it, or where its installers put it.
fn office() -> Option<PathBuf> {
    if let Some(named) = std::env::var_os(OFFICE) {
        return Some(PathBuf::from(named)).filter(|path| path.is_file());
    }
    let names: &[&str] = if cfg!(windows) { &["soffice.com", "soffice.exe"] } else { &["soffice", "libreoffice"] };
    let search = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::env::split_paths(&search).chain(INSTALLED.iter().map(PathBuf::from)).chain(versions());
    folders.flat_map(|folder| names.iter().map(move |name| folder.join(name))).find(|path| path.is_file())
}

/// Folders of the program on Linux, macOS and Windows.
const INSTALLED: &[&str] = &[
    "/usr/lib/libreoffice/program",
    "/usr/lib64/libreoffice/program",
    "/snap/bin",
    "/Applications/LibreOffice.app/Contents/MacOS",
    r"C:\Program Files\LibreOffice\program",
    r"C:\Program Files (x86)\LibreOffice\program",
];

/// Packages of the project itself stand in `/opt`, a folder per version; the newest first.
fn versions() -> Vec<PathBuf> {
    let folders = fs::read_dir("/opt").into_iter().flatten().flatten().map(|entry| entry.path());
    let is_office = |path: &PathBuf| path.file_name().is_some_and(|n| n.to_string_lossy().starts_with("libreoffice"));
    let mut folders: Vec<_> = folders.filter(is_office).map(|path| path.join("program")).collect();
    folders.sort();
    folders.reverse();
    folders
}

/// A path as other programs take it: Windows puts a mark before canonical paths that they do not know.
fn plain(path: &Path) -> PathBuf {
    let text = path.to_string_lossy();
    text.strip_prefix(r"\\?\").map_or_else(|| path.to_path_buf(), PathBuf::from)
}

/// `file:///…`, everything but letters, digits and a few marks percent-encoded.
fn address(path: &Path) -> String {
    let path = plain(path).to_string_lossy().replace('\\', "/");
    let mut address = "file://".to_owned();
    if !path.starts_with('/') {
        address.push('/');
    }
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"/:._-~".contains(&byte) {
            address.push(char::from(byte));
        } else {
            address.push_str(&format!("%{byte:02X}"));
        }
    }
    address
}

/// Moments: «D:20261001120000Z» and «2026-10-01T12:00:00Z» in the properties.
static MOMENT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?-u)((?:Creation|Mod)Date\s?\(D:|<xmp:\w+Date>)(\d{14}|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)")
        .expect("a constant")
});
/// Names that are made by chance: two equal ones in the trailer, and one more.
static CHANCE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?-u)/ID\s*\[\s*<([0-9A-Fa-f]{32})>\s*<([0-9A-Fa-f]{32})>|/DocChecksum\s*/([0-9A-Fa-f]{32})")
        .expect("a constant")
});

/// The file without traces of the clock and of chance. Every replacement is as long as what it replaces, so that the
/// offsets within the file stay right; where a file hides them in compressed parts, they stay.
fn settle(pdf: &[u8], as_of: NaiveDate) -> Vec<u8> {
    let mut settled = pdf.to_vec();
    for found in MOMENT.captures_iter(pdf).filter_map(|captures| captures.get(2)) {
        let moment = if found.len() == 14 {
            as_of.format("%Y%m%d000000").to_string()
        } else {
            as_of.format("%Y-%m-%dT00:00:00").to_string()
        };
        if moment.len() == found.len() {
            settled[found.range()].copy_from_slice(moment.as_bytes());
        }
    }
    let chance: Vec<_> = CHANCE
        .captures_iter(pdf)
        .flat_map(|captures| [1, 2, 3].map(|group| captures.get(group).map(|found| found.range())))
        .flatten()
        .collect();
    for range in &chance {
        settled[range.clone()].fill(b'0');
    }
    let name = model::sha256(&settled)[..32].to_uppercase();
    for range in chance {
        settled[range].copy_from_slice(name.as_bytes());
    }
    settled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_documents_of_the_first_level_are_for_the_council() {
        let cases = [
            ("protocol-culture.docx", true),
            ("public-report.docx", true),
            ("letters/9900000017.docx", false),
            ("register.xlsx", false),
        ];
        for (path, expected) in cases {
            assert_eq!(is_for_council(path), expected, "{path}");
        }
    }

    #[test]
    fn addresses_name_any_folder() {
        assert_eq!(address(Path::new("/мой свод/a+b")), "file:///%D0%BC%D0%BE%D0%B9%20%D1%81%D0%B2%D0%BE%D0%B4/a%2Bb");
        assert_eq!(address(Path::new(r"\\?\C:\свод")), "file:///C:/%D1%81%D0%B2%D0%BE%D0%B4");
    }

    #[test]
    fn clock_and_chance_leave_no_trace() {
        let made = |moment: &str, xmp: &str, id: &str| {
            format!(
                "%PDF-1.6\n/CreationDate(D:{moment}Z')\n<xmp:CreateDate>{xmp}Z</xmp:CreateDate>\n\
                 /ID [ <{id}>\n<{id}> ]\n/DocChecksum /{id}\nstartxref\n"
            )
        };
        let as_of = NaiveDate::from_ymd_opt(2026, 10, 1).expect("a date");
        let first = made("20261122000252", "2026-11-22T00:02:52", "9F3A912E44701C969D02054F5C929F84");
        let second = made("20270101101010", "2027-01-01T10:10:10", "72A4435C163734320CDD56E173F26D5F");
        let settled = settle(first.as_bytes(), as_of);
        assert_eq!(settled, settle(second.as_bytes(), as_of));
        assert_eq!(settled.len(), first.len());
        let text = String::from_utf8(settled).expect("text");
        assert!(text.contains("D:20261001000000Z") && text.contains("2026-10-01T00:00:00Z"), "{text}");
        assert!(!text.contains("9F3A912E"), "{text}");
    }
}
