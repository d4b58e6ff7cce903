//! Zip packages of office formats: named parts, with limits on what they may unpack to.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::read::read_zipfile_from_stream;

use super::refusal;
use super::sniff::find;
use crate::model::{Format, Reason};

/// One part is unpacked no further than this.
const PART_LIMIT: u64 = 192 << 20;
/// All parts together. What a sheet unpacks to is streamed, so that this bounds time rather than memory.
const TOTAL_LIMIT: u64 = 1 << 30;
/// Deflate cannot pack better than this, so that a small package needs no counting.
const BEST_RATIO: u64 = 1032;

type Zip<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// An opened package.
#[derive(Debug)]
pub(super) struct Package<'a> {
    source: Source<'a>,
    names: Vec<String>,
}

/// Where parts come from.
#[derive(Debug)]
enum Source<'a> {
    /// A sound archive.
    Archive(Zip<'a>),
    /// What could be unpacked from the beginning of an archive that was cut; in the order of the names.
    Salvaged(Vec<PartBytes>),
}

/// A part as far as it could be unpacked.
#[derive(Clone, Debug)]
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
        let Ok(mut zip) = ZipArchive::new(Cursor::new(bytes)) else { return Self::salvage(bytes) };
        let names = (0..zip.len()).map(|index| part_name(&mut zip, index)).collect();
        Ok(Self { source: Source::Archive(zip), names })
    }

    /// Reads the parts of an archive without its list, one after another, up to the damage.
    fn salvage(bytes: &[u8]) -> Result<Self, Reason> {
        let mut stream = Cursor::new(bytes);
        let (mut names, mut parts, mut total) = (Vec::new(), Vec::new(), 0);
        while let Ok(Some(entry)) = read_zipfile_from_stream(&mut stream) {
            if entry.encrypted() {
                return Err(refusal::ENCRYPTED.reason());
            }
            let name = clean_name(entry.name_raw());
            let mut bytes = Vec::new();
            let whole = entry.take(PART_LIMIT + 1 - total).read_to_end(&mut bytes).is_ok();
            total += bytes.len() as u64;
            if total > PART_LIMIT {
                return Err(refusal::ZIP_BOMB.reason());
            }
            names.push(name);
            parts.push(PartBytes { bytes, whole });
            if !whole {
                break;
            }
        }
        if parts.is_empty() {
            return Err(refusal::BROKEN_ZIP.reason());
        }
        Ok(Self { source: Source::Salvaged(parts), names })
    }

    /// Whether the archive was cut and parts may be missing.
    pub(super) fn is_salvaged(&self) -> bool {
        matches!(self.source, Source::Salvaged(_))
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
        let zip = match &mut self.source {
            Source::Archive(zip) => zip,
            Source::Salvaged(parts) => return Ok(parts.get(index).cloned()),
        };
        if zip.by_index_raw(index).is_ok_and(|entry| entry.encrypted()) {
            return Err(refusal::ENCRYPTED.reason());
        }
        let Ok(entry) = zip.by_index(index) else { return Ok(None) };
        let mut bytes = Vec::new();
        let whole = entry.take(PART_LIMIT + 1).read_to_end(&mut bytes).is_ok();
        if bytes.len() as u64 > PART_LIMIT {
            return Err(refusal::ZIP_BOMB.reason());
        }
        Ok((whole || !bytes.is_empty()).then_some(PartBytes { bytes, whole }))
    }

    /// Whether any part in a folder holds a word, as far as it can be unpacked. Nothing is kept in memory.
    pub(super) fn any_holds(&mut self, folder: &str, word: &[u8]) -> bool {
        let Source::Archive(zip) = &mut self.source else { return true };
        let inside = |name: &str| name.get(..folder.len()).is_some_and(|start| start.eq_ignore_ascii_case(folder));
        (0..zip.len()).filter(|&index| inside(&self.names[index])).any(|index| {
            let Ok(mut entry) = zip.by_index(index) else { return false };
            let mut window = vec![0; 64 << 10];
            let mut kept = 0;
            while let Ok(count @ 1..) = entry.read(&mut window[kept..]) {
                let filled = kept + count;
                if find(&window[..filled], word).is_some() {
                    return true;
                }
                // A word may lie across two readings.
                let tail = filled.min(word.len());
                window.copy_within(filled - tail..filled, 0);
                kept = tail;
            }
            false
        })
    }

    /// Refuses packages that unpack to more than anyone would submit, by unpacking and counting, not by what the
    /// archive states about itself.
    ///
    /// # Errors
    /// When the limit is passed, or a part is encrypted.
    pub(super) fn refuse_bomb(&mut self) -> Result<(), Reason> {
        let Source::Archive(zip) = &mut self.source else { return Ok(()) };
        let packed: u64 = (0..zip.len())
            .filter_map(|index| zip.by_index_raw(index).ok().map(|entry| entry.compressed_size()))
            .fold(0, u64::saturating_add);
        if packed.saturating_mul(BEST_RATIO) <= PART_LIMIT {
            return Ok(());
        }
        let mut left = TOTAL_LIMIT;
        for (index, name) in self.names.iter().enumerate() {
            let Ok(entry) = zip.by_index(index) else { continue };
            // Sheets are streamed; whatever else a workbook holds is kept in memory whole.
            let limit = if name.to_lowercase().starts_with("xl/worksheets/") { left } else { left.min(PART_LIMIT) };
            let count = unpacked_size(entry, limit + 1);
            if count > limit {
                return Err(refusal::ZIP_BOMB.reason());
            }
            left -= count;
        }
        Ok(())
    }

    /// Whether any part needs a password.
    fn is_encrypted(&mut self) -> bool {
        let Source::Archive(zip) = &mut self.source else { return false };
        (0..zip.len()).any(|index| zip.by_index_raw(index).is_ok_and(|entry| entry.encrypted()))
    }
}

/// How many bytes come out, up to a limit or to the first damage.
fn unpacked_size(entry: impl Read, limit: u64) -> u64 {
    let mut entry = entry.take(limit);
    let mut buffer = vec![0; 64 << 10];
    let mut size = 0;
    while let Ok(count @ 1..) = entry.read(&mut buffer) {
        size += count as u64;
    }
    size
}

fn part_name(zip: &mut Zip<'_>, index: usize) -> String {
    let raw = zip.by_index_raw(index).map(|entry| entry.name_raw().to_vec()).unwrap_or_default();
    clean_name(&raw)
}

/// The name with `/`, as the specification has it and some writers do not.
fn clean_name(raw: &[u8]) -> String {
    String::from_utf8_lossy(raw).replace('\\', "/").trim_start_matches('/').to_owned()
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
    if ["presentation", "slideshow", "template"].iter().any(|kind| main(&format!("presentationml.{kind}.main+xml"))) {
        return Err((None, refusal::unsupported_named("PowerPoint", "Перенесите таблицу в документ .docx")));
    }
    if main("wordprocessingml.") && main("main+xml") || main("ms-word.") && main("main+xml") {
        return Ok(Format::Docx);
    }
    if main("ms-excel.sheet.binary") {
        return Ok(Format::Xlsb);
    }
    if main("spreadsheetml.") || main("ms-excel.") {
        return Ok(Format::Xlsx);
    }
    let has = |name: &str| package.find(name).is_some();
    if has("word/document.xml") {
        Ok(Format::Docx)
    } else if has("xl/workbook.bin") {
        Ok(Format::Xlsb)
    } else if has("xl/workbook.xml") {
        Ok(Format::Xlsx)
    } else if package.names.is_empty() {
        Err((by_extension, refusal::EMPTY.reason()))
    } else if types.is_empty() {
        Ok(Format::Zip)
    } else {
        Err((by_extension, refusal::NO_MAIN_PART.reason()))
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
