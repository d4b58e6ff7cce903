//! The input folder to submitted files: folders walked in sorted order, archives opened, office litter left out.
//!
//! This module is one of the few that touch the disk. It does not decide formats, with one exception: it must tell an
//! archive of submissions from a document that merely is a zip inside.

use std::fs::{self, File};
use std::io::{self, Cursor, Read, Seek};
use std::path::{Path, PathBuf};

use zip::ZipArchive;

/// Files larger than this are not loaded.
pub const SIZE_LIMIT: u64 = 1 << 30;
/// Members of one archive beyond this are not looked at.
const MEMBER_LIMIT: usize = 20_000;
/// Archives within archives are opened to this depth.
const DEPTH_LIMIT: usize = 3;

/// A file that was found but not loaded yet.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Found {
    /// Path relative to the input folder, with `/`; a member of an archive is `archive.zip!/path`.
    pub path: String,
    file: PathBuf,
    members: Vec<usize>,
}

/// Finds every submitted file below a folder, or the one file that the path names, sorted by path.
///
/// # Errors
/// When the folder cannot be read.
pub fn discover(inputs: &Path) -> io::Result<Vec<Found>> {
    let mut found = Vec::new();
    if inputs.is_file() {
        let name = inputs.file_name().unwrap_or_default().to_string_lossy().into_owned();
        add(name, inputs.to_path_buf(), &mut found);
    } else {
        fs::read_dir(inputs)?;
        for entry in walkdir::WalkDir::new(inputs).follow_links(true).sort_by_file_name() {
            let Ok(entry) = entry else { continue };
            if !entry.file_type().is_file() || is_litter(&entry.file_name().to_string_lossy()) {
                continue;
            }
            let relative = entry.path().strip_prefix(inputs).unwrap_or(entry.path());
            let path = relative.components().map(|c| c.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
            add(path, entry.path().to_path_buf(), &mut found);
        }
    }
    found.sort();
    Ok(found)
}

/// Loads the bytes of a file.
///
/// # Errors
/// When the file or its archive cannot be read, or is larger than [`SIZE_LIMIT`].
pub fn load(found: &Found) -> io::Result<Vec<u8>> {
    let file = File::open(&found.file)?;
    let Some((first, rest)) = found.members.split_first() else {
        return bounded(file);
    };
    let mut bytes = member(&mut archive(file)?, *first)?;
    for index in rest {
        bytes = member(&mut archive(Cursor::new(bytes))?, *index)?;
    }
    Ok(bytes)
}

fn add(path: String, file: PathBuf, found: &mut Vec<Found>) {
    let opened = File::open(&file).ok().filter(looks_like_zip).and_then(|f| ZipArchive::new(f).ok());
    match opened {
        Some(mut zip) if is_submission_archive(&zip) => add_members(&path, &file, &[], &mut zip, found),
        _ => found.push(Found { path, file, members: Vec::new() }),
    }
}

fn add_members<R: Read + Seek>(
    path: &str,
    file: &Path,
    above: &[usize],
    zip: &mut ZipArchive<R>,
    found: &mut Vec<Found>,
) {
    for index in 0..zip.len().min(MEMBER_LIMIT) {
        let Ok(entry) = zip.by_index_raw(index) else { continue };
        let name = member_name(&entry);
        if entry.is_dir() || name.rsplit('/').next().is_none_or(is_litter) || name.starts_with("__MACOSX/") {
            continue;
        }
        let nested = name.to_lowercase().ends_with(".zip");
        drop(entry);
        let members = [above, &[index]].concat();
        let path = format!("{path}!/{name}");
        if nested
            && members.len() < DEPTH_LIMIT
            && let Ok(bytes) = member(zip, index)
            && let Ok(mut inner) = ZipArchive::new(Cursor::new(bytes))
            && is_submission_archive(&inner)
        {
            add_members(&path, file, &members, &mut inner, found);
        } else {
            found.push(Found { path, file: file.to_path_buf(), members });
        }
    }
}

/// The member's name; archives made by Windows keep Cyrillic names in code page 866 without saying so.
fn member_name<R: Read>(entry: &zip::read::ZipFile<'_, R>) -> String {
    let raw = entry.name_raw();
    let name = match std::str::from_utf8(raw) {
        Ok(name) => name.to_owned(),
        Err(_) => encoding_rs::IBM866.decode_without_bom_handling(raw).0.into_owned(),
    };
    name.replace('\\', "/").split('/').filter(|part| !matches!(*part, "" | "." | "..")).collect::<Vec<_>>().join("/")
}

fn is_submission_archive<R: Read + Seek>(zip: &ZipArchive<R>) -> bool {
    const OFFICE_PARTS: [&str; 6] = [
        "[Content_Types].xml",
        "mimetype",
        "content.xml",
        "word/document.xml",
        "xl/workbook.xml",
        "META-INF/manifest.xml",
    ];
    let is_office = |name: &[u8]| OFFICE_PARTS.iter().any(|part| part.as_bytes().eq_ignore_ascii_case(name));
    !zip.is_empty() && !zip.file_names_raw().any(is_office)
}

fn archive<R: Read + Seek>(reader: R) -> io::Result<ZipArchive<R>> {
    ZipArchive::new(reader).map_err(io::Error::other)
}

fn member<R: Read + Seek>(zip: &mut ZipArchive<R>, index: usize) -> io::Result<Vec<u8>> {
    bounded(zip.by_index(index).map_err(io::Error::other)?)
}

fn bounded(reader: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    reader.take(SIZE_LIMIT + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > SIZE_LIMIT {
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, "файл больше 1 ГиБ"));
    }
    Ok(bytes)
}

fn looks_like_zip(mut file: &File) -> bool {
    let mut magic = [0; 4];
    let read = file.read_exact(&mut magic).is_ok() && magic == *b"PK\x03\x04";
    read && file.rewind().is_ok()
}

/// Lock files, thumbnails, hidden files and the settings of svod: they lie beside documents without being submitted.
fn is_litter(name: &str) -> bool {
    name.starts_with('.') || name.starts_with("~$") || matches!(name, "Thumbs.db" | "desktop.ini" | "svod.toml")
}
