//! Zip packages of office formats: named parts, with limits on what they may unpack to.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::refusal;
use crate::model::{Format, Reason};

/// One part is unpacked no further than this.
const PART_LIMIT: u64 = 192 << 20;
/// All parts together; what a sheet unpacks to is streamed, so this bounds time rather than memory.
const TOTAL_LIMIT: u64 = 1 << 30;
/// Deflate cannot pack better than this, so that a small package needs no counting.
const BEST_RATIO: u64 = 1032;

type Zip<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// An opened package.
#[derive(Debug)]
pub(super) struct Package<'a> {
    zip: Zip<'a>,
    names: Vec<String>,
}

/// A part as far as it could be unpacked.
#[derive(Debug)]
pub(super) struct PartBytes {
    /// The bytes.
    pub(super) bytes: Vec<u8>,
    /// Whether nothing is missing.
    pub(super) whole: bool,
}

impl<'a> Package<'a> {
    /// Opens a package and reads its list of parts.
    ///
    /// # Errors
    /// When the archive is broken or encrypted.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Reason> {
        let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| refusal::BROKEN_ZIP.reason())?;
        let names = (0..zip.len()).map(|index| part_name(&mut zip, index)).collect();
        Ok(Self { zip, names })
    }

    /// The name as the package spells it; names are compared without case, as office applications do.
    pub(super) fn find(&self, name: &str) -> Option<&str> {
        let wanted = name.trim_start_matches('/');
        self.names.iter().find(|n| n.eq_ignore_ascii_case(wanted)).map(String::as_str)
    }

    /// The first part whose name satisfies a condition, in the archive's order.
    pub(super) fn find_by(&self, condition: impl Fn(&str) -> bool) -> Option<&str> {
        self.names.iter().map(String::as_str).find(|name| condition(name))
    }

    /// Unpacks one part; `None` where it does not exist or nothing of it can be unpacked.
    ///
    /// # Errors
    /// When it is encrypted or larger than the limit.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<PartBytes>, Reason> {
        let wanted = name.trim_start_matches('/');
        let Some(index) = self.names.iter().position(|n| n.eq_ignore_ascii_case(wanted)) else { return Ok(None) };
        if self.zip.by_index_raw(index).is_ok_and(|entry| entry.encrypted()) {
            return Err(refusal::ENCRYPTED.reason());
        }
        let Ok(entry) = self.zip.by_index(index) else { return Ok(None) };
        let mut bytes = Vec::new();
        let whole = entry.take(PART_LIMIT + 1).read_to_end(&mut bytes).is_ok();
        if bytes.len() as u64 > PART_LIMIT {
            return Err(refusal::ZIP_BOMB.reason());
        }
        Ok((whole || !bytes.is_empty()).then_some(PartBytes { bytes, whole }))
    }

    /// Refuses packages that unpack to more than anyone would submit, by unpacking and counting, not by what the
    /// archive states about itself.
    ///
    /// # Errors
    /// When the limit is passed, or a part is encrypted.
    pub(super) fn refuse_bomb(&mut self) -> Result<(), Reason> {
        let packed: u64 = (0..self.zip.len())
            .filter_map(|index| self.zip.by_index_raw(index).ok().map(|entry| entry.compressed_size()))
            .fold(0, u64::saturating_add);
        if packed.saturating_mul(BEST_RATIO) <= TOTAL_LIMIT {
            return Ok(());
        }
        let mut total = 0;
        for index in 0..self.zip.len() {
            let Ok(entry) = self.zip.by_index(index) else { continue };
            let limit = TOTAL_LIMIT - total;
            let count = std::io::copy(&mut entry.take(limit + 1), &mut std::io::sink()).unwrap_or(0);
            total += count;
            if total > TOTAL_LIMIT {
                return Err(refusal::ZIP_BOMB.reason());
            }
        }
        Ok(())
    }

    /// Whether any part needs a password.
    fn is_encrypted(&mut self) -> bool {
        (0..self.zip.len()).any(|index| self.zip.by_index_raw(index).is_ok_and(|entry| entry.encrypted()))
    }
}

fn part_name(zip: &mut Zip<'_>, index: usize) -> String {
    let raw = zip.by_index_raw(index).map(|entry| entry.name_raw().to_vec()).unwrap_or_default();
    String::from_utf8_lossy(&raw).replace('\\', "/").trim_start_matches('/').to_owned()
}

/// What an office application keeps in a zip.
pub(super) fn sniff(extension: &str, bytes: &[u8]) -> Result<Format, (Option<Format>, Reason)> {
    let by_extension = super::READERS.iter().find(|r| r.extensions.contains(&extension)).map(|r| r.format);
    let mut package = Package::open(bytes).map_err(|reason| (by_extension, reason))?;
    if package.is_encrypted() {
        return Err((by_extension, refusal::ENCRYPTED.reason()));
    }
    if let Ok(Some(kind)) = package.part("mimetype") {
        return open_document(&kind.bytes);
    }
    let types = package.part("[Content_Types].xml").ok().flatten();
    let types = types.map(|part| String::from_utf8_lossy(&part.bytes).into_owned()).unwrap_or_default();
    let main = |sign: &str| types.contains(sign);
    if main("wordprocessingml.") && main("main+xml") || main("ms-word.") && main("main+xml") {
        return Ok(Format::Docx);
    }
    if main("ms-excel.sheet.binary") {
        return Ok(Format::Xlsb);
    }
    if main("spreadsheetml.") || main("ms-excel.") {
        return Ok(Format::Xlsx);
    }
    if main("presentationml.") {
        return Err((None, refusal::unsupported_named("PowerPoint", "Перенесите таблицу в документ .docx")));
    }
    let has = |name: &str| package.find(name).is_some();
    match () {
        () if has("word/document.xml") => Ok(Format::Docx),
        () if has("xl/workbook.bin") => Ok(Format::Xlsb),
        () if has("xl/workbook.xml") => Ok(Format::Xlsx),
        () if package.names.is_empty() => Err((by_extension, refusal::EMPTY.reason())),
        () if !types.is_empty() => Err((by_extension, refusal::NO_MAIN_PART.reason())),
        () => Ok(Format::Zip),
    }
}

fn open_document(kind: &[u8]) -> Result<Format, (Option<Format>, Reason)> {
    let kind = String::from_utf8_lossy(kind);
    if kind.contains("opendocument.spreadsheet") {
        Ok(Format::Ods)
    } else if kind.contains("opendocument.text") {
        Ok(Format::Odt)
    } else {
        let advice = "Сохраните документ в формате .docx или .xlsx";
        Err((None, refusal::unsupported_named(kind.trim(), advice)))
    }
}
