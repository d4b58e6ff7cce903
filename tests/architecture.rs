//! Who may import whom, stated as a short table, and who may touch the world outside.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use regex::Regex;

/// A room of `src` and the rooms that it may import.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("language", &["model"]),
    ("law", &["model", "language"]),
    ("schedule", &["model", "law"]),
    ("discover", &[]),
    ("read", STAGE),
    ("recognize", STAGE),
    ("extract", STAGE),
    ("identify", STAGE),
    ("check", STAGE),
    ("score", STAGE),
    ("rank", STAGE),
    ("redact", STAGE),
    ("write", &["model", "language", "schedule"]),
    ("publish", &["model", "write"]),
    ("previous", &["model"]),
];

/// What every stage may import: the nouns, the law, the language, the calendar; never another stage.
const STAGE: &[&str] = &["model", "law", "language", "schedule"];

/// Rooms that put the stages together; they may import everything.
const COMPOSERS: &[&str] = &["against", "pipeline", "show", "explain", "lib", "main", "cli", "settings", "terminal"];

/// Where disk, clock, environment and threads may be touched.
const SHELL: &[&str] = &["main", "discover", "pipeline", "publish"];

#[test]
fn a_stage_imports_nouns_and_law_and_never_another_stage() {
    let import = Regex::new(r"\bcrate::(\w+|\{[^;]*)").expect("a constant");
    let mut wrong = Vec::new();
    for source in sources() {
        if COMPOSERS.contains(&source.room.as_str()) {
            continue;
        }
        let Some((_, allowed)) = MAY_IMPORT.iter().find(|(room, _)| *room == source.room) else {
            wrong.push(format!("{} is in a room that the table does not know: {}", source.path.display(), source.room));
            continue;
        };
        let imported: BTreeSet<&str> =
            import.captures_iter(&source.code).filter_map(|c| c.get(1)).flat_map(|m| rooms(m.as_str())).collect();
        for room in imported.into_iter().filter(|room| *room != source.room && !allowed.contains(room)) {
            wrong.push(format!("{} imports crate::{room}", source.path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_the_shell_touches_disk_clock_environment_and_threads() {
    let outside =
        Regex::new(r"\bstd::(fs|env|net|process|thread)\b|\brayon\b|\bSystemTime\b|\bInstant\b|\bFile::open\b")
            .expect("a constant");
    let mut wrong = Vec::new();
    for source in sources().into_iter().filter(|s| !SHELL.contains(&s.room.as_str())) {
        for found in outside.find_iter(&source.code) {
            wrong.push(format!("{} touches {}", source.path.display(), found.as_str()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_file_outgrows_its_reader() {
    let long: Vec<String> = sources()
        .iter()
        .filter(|s| s.lines > 600)
        .map(|s| format!("{}: {} lines, split it", s.path.display(), s.lines))
        .collect();
    assert!(long.is_empty(), "{}", long.join("\n"));
}

#[test]
fn no_drawer_for_odds_and_ends() {
    let drawers: Vec<_> = sources()
        .into_iter()
        .filter(|s| {
            s.path.components().any(|c| {
                matches!(
                    c.as_os_str().to_str(),
                    Some(
                        "util" | "utils.rs" | "util.rs" | "common" | "common.rs" | "helpers" | "helpers.rs" | "misc.rs"
                    )
                )
            })
        })
        .collect();
    assert!(drawers.is_empty(), "{drawers:?}");
}

/// The rooms that one import names: `model`, or those of a braced list, `{model::Table, law}`.
fn rooms(import: &str) -> Vec<&str> {
    let Some(list) = import.strip_prefix('{') else { return vec![import] };
    let mut depth = 0;
    list.split(|c| {
        depth += i32::from(c == '{') - i32::from(c == '}');
        c == ',' && depth == 0
    })
    .filter_map(|item| item.trim().split("::").next())
    .map(|room| room.trim_matches(|c: char| !c.is_alphanumeric() && c != '_'))
    .filter(|room| !room.is_empty())
    .collect()
}

#[test]
fn braced_imports_are_seen_too() {
    assert_eq!(rooms("{model::{Cell, Table}, law, score::Terms}"), ["model", "law", "score"]);
}

/// One file of `src` without its comments and tests.
#[derive(Debug)]
struct Source {
    path: PathBuf,
    room: String,
    code: String,
    lines: usize,
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut sources = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("src can be read") {
            let path = entry.expect("src can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") && path.file_name().is_some_and(|n| n != "tests.rs") {
                sources.push(source(&root, &path));
            }
        }
    }
    assert!(sources.len() > 20, "the walk lost its way");
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    sources
}

fn source(root: &Path, path: &Path) -> Source {
    let text = fs::read_to_string(path).expect("src is UTF-8");
    let relative = path.strip_prefix(root).expect("below src");
    let first = relative.components().next().expect("a file has a name").as_os_str().to_string_lossy().into_owned();
    let code: Vec<&str> = text
        .lines()
        .take_while(|line| *line != "#[cfg(test)]")
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect();
    Source {
        path: relative.to_path_buf(),
        room: first.trim_end_matches(".rs").to_owned(),
        code: code.join("\n"),
        lines: text.lines().count(),
    }
}
