//! All outputs at once or none of them: files are written beside the old ones, then swapped in.

pub mod pdf;

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::model;
use crate::write::{MANIFEST, Manifest, Output, OutputFile};

/// Whether a folder may be written: publishing replaces it as a whole, so it must not hold somebody else's files.
///
/// # Errors
/// When the folder is there and cannot be read.
pub fn is_ours(outputs: &Path) -> io::Result<bool> {
    match fs::read_dir(outputs).map(|mut entries| entries.next().is_none()) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(error) => Err(error),
        Ok(empty) => Ok(empty || outputs.join(MANIFEST).is_file()),
    }
}

/// Compares every file with the manifest; one Russian sentence per difference.
///
/// # Errors
/// When there is no manifest to compare with, or it cannot be understood.
pub fn verify(outputs: &Path) -> io::Result<Vec<String>> {
    let path = outputs.join(MANIFEST);
    let named = |error: &dyn std::fmt::Display| io::Error::other(format!("файл «{}»: {error}", path.display()));
    let bytes = fs::read(&path).map_err(|error| named(&error))?;
    let manifest: Manifest = serde_json::from_slice(&bytes).map_err(|error| named(&error))?;
    let mut differences: Vec<_> = manifest.outputs.iter().filter_map(|output| difference(outputs, output)).collect();
    let known: BTreeSet<_> = manifest.outputs.iter().map(|output| output.path.as_str()).chain([MANIFEST]).collect();
    for path in files_below(outputs)? {
        if !known.contains(path.as_str()) {
            differences.push(format!("{path}: файла нет в манифесте"));
        }
    }
    Ok(differences)
}

fn difference(outputs: &Path, output: &Output) -> Option<String> {
    let path = &output.path;
    match fs::read(outputs.join(path)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Some(format!("{path}: файл отсутствует")),
        Err(error) => Some(format!("{path}: файл не читается ({error})")),
        Ok(bytes) if model::sha256(&bytes) != output.sha256 => Some(format!("{path}: содержимое изменено")),
        Ok(_) => None,
    }
}

/// Paths of all files below a folder, with `/`, sorted.
fn files_below(folder: &Path) -> io::Result<Vec<String>> {
    let mut paths = Vec::new();
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
        let entry = entry?;
        if entry.file_type().is_file() {
            let relative = entry.path().strip_prefix(folder).unwrap_or(entry.path());
            paths.push(relative.components().map(|c| c.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/"));
        }
    }
    Ok(paths)
}

/// Replaces what an earlier run wrote.
///
/// The files are first written into a new folder beside `outputs`; only when all of them are there does it take the
/// place of the old one. Foreign files in the old folder are not kept: the folder belongs to svod.
///
/// # Errors
/// When the disk refuses; the old outputs are then untouched.
pub fn publish(files: &[OutputFile], outputs: &Path) -> io::Result<()> {
    let (fresh, stale) = (sibling(outputs, "new"), sibling(outputs, "old"));
    remove(&fresh)?;
    remove(&stale)?;
    for file in files {
        let path = fresh.join(&file.path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(path, &file.bytes)?;
    }
    if outputs.exists() {
        fs::rename(outputs, &stale)?;
    }
    if let Err(error) = fs::rename(&fresh, outputs) {
        if stale.exists() {
            fs::rename(&stale, outputs)?;
        }
        return Err(error);
    }
    remove(&stale)
}

/// A hidden folder beside the outputs, on the same disk.
fn sibling(outputs: &Path, suffix: &str) -> PathBuf {
    let name = outputs.file_name().unwrap_or_default().to_string_lossy();
    outputs.with_file_name(format!(".{name}.{suffix}"))
}

fn remove(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
