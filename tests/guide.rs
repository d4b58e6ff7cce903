//! The clerk's guide, word by word: every command of `README.ru.md` runs in a fresh folder with the sample.

use std::fs;
use std::path::Path;

use assert_cmd::Command;

/// The commands of the guide that start the program, without its name.
fn commands(guide: &str) -> Vec<Vec<String>> {
    let lines = guide.lines().filter_map(|line| line.strip_prefix("$ ./svod "));
    lines
        .map(|line| line.split('"').enumerate().flat_map(|(at, part)| arguments(part, at % 2 == 1)).collect())
        .collect()
}

/// Arguments of a part of a line; what stands in quotes is one.
fn arguments(part: &str, quoted: bool) -> Vec<String> {
    if quoted { vec![part.to_owned()] } else { part.split_whitespace().map(str::to_owned).collect() }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("can be made");
    for entry in fs::read_dir(from).expect("can be read") {
        let entry = entry.expect("can be read");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("can be copied");
        }
    }
}

#[test]
fn every_command_of_the_guide_runs_in_a_fresh_folder() {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let guide = fs::read_to_string(project.join("README.ru.md")).expect("the guide is there");
    let scratch = tempfile::tempdir().expect("a scratch folder");
    copy(&project.join("inputs"), &scratch.path().join("inputs"));
    let commands = commands(&guide);
    assert!(commands.len() >= 7, "{commands:?}");
    for arguments in commands {
        let mut command = Command::new(env!("CARGO_BIN_EXE_svod"));
        command.current_dir(scratch.path()).args(&arguments).assert().success();
    }
    for path in mentioned(&guide) {
        assert!(scratch.path().join("outputs").join(path).is_file(), "{path} is promised and not written");
    }
}

/// Files that the table of outputs promises by their full names.
fn mentioned(guide: &str) -> Vec<&str> {
    let rows = guide.lines().filter(|line| line.starts_with("| `"));
    let names = rows.flat_map(|row| row.split('|').nth(1).unwrap_or_default().split('`').skip(1).step_by(2));
    let names: Vec<_> = names.filter(|name| name.contains('.') && !name.contains(['<', '…', '*'])).collect();
    let names: Vec<_> = names.into_iter().filter(|name| *name != "aliases.csv").collect();
    assert!(names.len() >= 6, "{names:?}");
    names
}
