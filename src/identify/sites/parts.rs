//! Files that make saved pages look right: pictures, styles, scripts, fonts. They were submitted along with the pages and
//! hold nothing of their own, so they are left alone with one reason and not set aside one by one.

use std::collections::BTreeSet;

use super::Site;
use super::address::{resolved, without_query};
use crate::model::{FileFacts, Format, Kind, Reason, Status};

/// Endings of files that are never documents.
const NEVER_DOCUMENTS: &[&str] =
    &["css", "js", "mjs", "map", "json", "webmanifest", "woff", "woff2", "ttf", "otf", "eot", "ico", "download"];
/// Endings of files that belong to a page where other parts of it lie.
const BESIDE_PARTS: &[&str] = &["png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "bmp", "mp4", "webm", "mp3"];
/// How browsers call the folder with the parts of a page.
const COMPANIONS: &[&str] = &["_files", ".files", "_файлы", "-files"];

/// Marks what belongs to the pages of sites: what a page draws in, what can be no document, and pictures in the folders
/// of such files. A document is never among them, wherever it lies.
pub(super) fn mark(sites: &[Site], files: &mut [FileFacts]) {
    for site in sites {
        let drawn = drawn(site, files);
        let root = site.root.to_lowercase();
        let folders: BTreeSet<&str> = drawn.iter().map(|path| folder(path)).filter(|at| *at != root).collect();
        for facts in files.iter_mut().filter(|facts| is_no_document(facts) && is_below(&facts.source.path, &site.root))
        {
            let path = facts.source.path.to_lowercase();
            let path = without_query(&path);
            let ending =
                path.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map_or("", |(_, ending)| ending);
            let companion = COMPANIONS.iter().any(|mark| folder(path).split('/').any(|part| part.ends_with(mark)));
            let beside = folders.iter().any(|at| folder(path) == *at);
            if drawn.contains(path)
                || companion
                || NEVER_DOCUMENTS.contains(&ending)
                || beside && BESIDE_PARTS.contains(&ending)
            {
                facts.status = Status::Skipped;
                facts.reason = Some(Reason::new("site-part", "Файл оформления сохранённой страницы."));
                facts.warnings.clear();
            }
        }
    }
}

/// What the pages of a site draw in.
fn drawn(site: &Site, files: &[FileFacts]) -> BTreeSet<String> {
    let pages = site.files.iter().map(|&at| &files[at]);
    pages
        .flat_map(|facts| {
            let parts = facts.page.iter().flat_map(|page| &page.parts);
            parts.filter_map(|part| resolved(&facts.source.path, &site.root, part))
        })
        .collect()
}

/// Nothing was recognized in it, and it is of no format that documents are written in.
fn is_no_document(facts: &FileFacts) -> bool {
    let plain = matches!(facts.format, None | Some(Format::Text | Format::Csv | Format::Html));
    plain && facts.kind == Kind::Other && matches!(facts.status, Status::Skipped | Status::Quarantined)
}

fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

fn is_below(path: &str, root: &str) -> bool {
    root.is_empty() || path.strip_prefix(root).is_some_and(|rest| rest.starts_with('/'))
}
