//! The whole binary, as its user meets it.

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use polars::prelude::{ParquetReader, SerReader};

/// A small plan that breaks a rule or two.
const PLAN: &str = "План мероприятий по устранению недостатков на 2024 год\n№ | Мероприятие | Срок | Ответственный\n1 | Обновить стенд | до 01.03.2024 |\n2 | Обновить сайт | | директор Ершова О.Н.\n";

fn svod() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_svod"));
    command.current_dir(env!("CARGO_MANIFEST_DIR"));
    command
}

fn run(inputs: &Path, outputs: &Path, threads: &str) -> String {
    let assert = svod()
        .args(["run", "--as-of", "2026-10-01", "-j", threads])
        .arg(inputs)
        .arg("-o")
        .arg(outputs)
        .assert()
        .code(0);
    String::from_utf8(assert.get_output().stdout.clone()).expect("the summary is UTF-8")
}

fn sample() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("inputs")
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("can be read") {
            let path = entry.expect("can be read").path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files.sort();
    files
}

#[test]
fn the_sample_runs_to_a_summary_and_quarantines_the_broken_file() {
    let scratch = tempfile::tempdir().expect("a scratch folder");
    let summary = run(&sample(), &scratch.path().join("out"), "2");
    assert!(summary.contains("21 (прочитано 19"), "{summary}");
    assert!(summary.contains("в карантине 1"), "{summary}");
    assert!(summary.contains("План (файл повреждён при отправке).docx"), "{summary}");
}

#[test]
fn threads_and_order_on_disk_change_no_byte_of_the_tables() {
    let scratch = tempfile::tempdir().expect("a scratch folder");
    let (one, two) = (scratch.path().join("one"), scratch.path().join("two"));
    run(&sample(), &one, "1");
    // The same files created in the opposite order: directory entries come back in another order on most file systems.
    let copy = scratch.path().join("copy");
    for file in files_below(&sample()).into_iter().rev() {
        let target = copy.join(file.strip_prefix(sample()).expect("below the sample"));
        fs::create_dir_all(target.parent().expect("has a folder")).expect("can be made");
        fs::copy(&file, target).expect("can be copied");
    }
    run(&copy, &two, "2");
    let tables = files_below(&one.join("tables"));
    assert!(!tables.is_empty());
    for table in tables {
        let other = two.join(table.strip_prefix(&one).expect("below the outputs"));
        assert!(fs::read(&table).expect("there") == fs::read(other).expect("there"), "{} differs", table.display());
    }
}

/// A round compared with itself: every place is as before, and no difference is more than noise.
#[test]
fn an_earlier_round_is_set_beside_the_new_one() {
    let scratch = tempfile::tempdir().expect("a scratch folder");
    let (earlier, later) = (scratch.path().join("earlier"), scratch.path().join("later"));
    run(&sample(), &earlier, "2");
    let mut again = svod();
    again.args(["run", "inputs", "--as-of", "2026-10-01", "--previous"]).arg(&earlier).arg("-o").arg(&later);
    again.assert().code(0);
    let table = fs::File::open(later.join("tables/rankings.parquet")).expect("there");
    let places = ParquetReader::new(table).finish().expect("a parquet file");
    let column = |name: &str| places.column(name).expect("the column").as_materialized_series().clone();
    assert!(column("place").null_count() < places.height(), "the sample has places");
    assert!(column("place").equals_missing(&column("previous_place").with_name("place".into())));
    assert!(column("total").equals_missing(&column("previous_total").with_name("total".into())));
    let marks = column("change_beyond_noise");
    assert!(marks.bool().expect("flags").iter().flatten().all(|beyond| !beyond));
    assert!(marks.null_count() < places.height(), "the sample has intervals");

    let previous = |outputs: &Path| {
        let manifest = fs::read_to_string(outputs.join("manifest.json")).expect("a manifest");
        let manifest: serde_json::Value = serde_json::from_str(&manifest).expect("JSON");
        manifest.get("previous").and_then(|identity| identity.as_str()).map(str::to_owned)
    };
    assert_eq!(previous(&earlier), None);
    let identity = previous(&later).expect("the manifest names the earlier round");
    assert!(
        identity.len() == 64 && identity.bytes().all(|b| b.is_ascii_hexdigit()),
        "by its hash, not by its path: {identity}"
    );

    let nothing = scratch.path().join("nothing");
    svod().args(["run", "inputs", "--previous"]).arg(&nothing).arg("-o").arg(&later).assert().code(2);
}

#[test]
fn fail_on_quarantine_makes_the_exit_code_one() {
    let scratch = tempfile::tempdir().expect("a scratch folder");
    svod().args(["run", "inputs", "--fail-on", "quarantine", "-o"]).arg(scratch.path().join("out")).assert().code(1);
}

#[test]
fn an_empty_folder_is_nothing_to_read() {
    let scratch = tempfile::tempdir().expect("a scratch folder");
    let empty = scratch.path().join("empty");
    fs::create_dir(&empty).expect("can be made");
    svod().arg("run").arg(&empty).arg("-o").arg(scratch.path().join("out")).assert().code(4);
}

#[test]
fn a_missing_folder_cannot_run() {
    svod().args(["run", "no-such-folder", "-o", "no-such-output"]).assert().code(2);
    assert!(!Path::new(env!("CARGO_MANIFEST_DIR")).join("no-such-output").exists());
}

#[test]
fn somebody_elses_folder_is_never_replaced() {
    let scratch = tempfile::tempdir().expect("a scratch folder");
    let precious = scratch.path().join("дипломная работа.docx");
    fs::write(&precious, "text").expect("can be written");
    svod().args(["run", "inputs", "-o"]).arg(scratch.path()).assert().code(2);
    assert!(precious.exists());
}

#[test]
fn what_was_published_verifies_until_it_is_touched() {
    let scratch = tempfile::tempdir().expect("a scratch folder");
    let out = scratch.path().join("out");
    run(&sample(), &out, "2");
    svod().arg("verify").arg(&out).assert().code(0);
    let table = out.join("tables/measures.parquet");
    let mut bytes = fs::read(&table).expect("there");
    bytes.push(0);
    fs::write(&table, bytes).expect("can be written");
    svod().arg("verify").arg(&out).assert().code(1);
}

#[test]
fn settings_above_the_inputs_are_followed_flags_win_and_mistakes_are_named() {
    let scratch = tempfile::tempdir().expect("a scratch folder");
    let inputs = scratch.path().join("район/вход");
    fs::create_dir_all(&inputs).expect("can be made");
    fs::write(inputs.join("План.txt"), PLAN).expect("can be written");
    let settings = scratch.path().join("svod.toml");
    let run = |more: &[&str]| {
        let out = scratch.path().join("out");
        let output = svod().arg("run").arg(&inputs).arg("-o").arg(&out).args(more).output().expect("it runs");
        let manifest = fs::read_to_string(out.join("manifest.json")).unwrap_or_default();
        (output.status.code(), String::from_utf8(output.stderr).expect("UTF-8"), manifest)
    };
    fs::write(&settings, "fail-on = [\"violation\"]\nas-of = 2024-02-01\nrounding = \"stages\"\n")
        .expect("can be written");
    let (code, error, manifest) = run(&[]);
    assert_eq!(code, Some(1), "{error}");
    assert!(manifest.contains("\"as_of\": \"2024-02-01\"") && manifest.contains("\"rounding\": \"stages\""));
    let (code, _, manifest) = run(&["--as-of", "2024-03-01", "--rounding", "exact", "--select", "Z"]);
    assert_eq!(code, Some(0));
    assert!(manifest.contains("\"as_of\": \"2024-03-01\"") && manifest.contains("\"rounding\": \"exact\""));
    fs::write(&settings, "select = []\nfail_on = []\n").expect("can be written");
    let (code, error, _) = run(&[]);
    assert_eq!(code, Some(2));
    assert!(error.contains("svod.toml: строка 2: неизвестный ключ `fail_on`"), "{error}");
    // The nearest one counts, and it is no submission.
    fs::write(inputs.join("svod.toml"), "ignore = [\"P\", \"T\", \"O\", \"X\"]\n").expect("can be written");
    let (code, error, manifest) = run(&["--fail-on", "violation,quarantine"]);
    assert_eq!(code, Some(0), "{error}");
    assert!(!manifest.contains("svod.toml"));
}
