//! The commands about the law and the findings, as a person runs them.

mod sarif;

use assert_cmd::Command;

/// A small plan that breaks a rule or two.
const PLAN: &str = "План мероприятий по устранению недостатков на 2024 год\n№ | Мероприятие | Срок | Ответственный\n1 | Обновить стенд | до 01.03.2024 |\n2 | Обновить сайт | | директор Ершова О.Н.\n";

fn svod(args: &[&str]) -> (bool, String, String) {
    let output = Command::cargo_bin("svod").expect("the binary").args(args).output().expect("it runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (output.status.success(), text(output.stdout), text(output.stderr))
}

#[test]
fn explain_prints_one_page_or_the_whole_reference() {
    let (ok, page, _) = svod(&["explain", "O102"]);
    assert!(ok && page.starts_with("### O102") && page.contains("№ 457"));
    let (ok, all, _) = svod(&["explain", "--all", "--format", "json"]);
    assert!(ok && all.contains("\"code\": \"T108\""));
    let (ok, _, error) = svod(&["explain", "Q777"]);
    assert!(!ok && error.contains("Q777") && error.contains("svod explain --all"));
}

#[test]
fn law_lists_shows_and_compares() {
    let (ok, list, _) = svod(&["law", "list", "--as-of", "2025-08-31"]);
    assert!(ok && list.contains("* health-956n") && list.contains("  health-118n"));
    assert!(list.contains("* calendar-2025") && list.contains("  calendar-2026"));
    let (ok, one, _) = svod(&["law", "show", "culture-277"]);
    assert!(ok && one.contains("CUL-05") && one.contains("не сверен"));
    let (ok, form, _) = svod(&["law", "show", "pp457"]);
    assert!(ok && form.contains("графа 4 (обязательна)"));
    let (ok, diff, _) = svod(&["law", "diff", "education-831", "education-1493"]);
    assert!(ok && diff.contains("+ EDS-14") && diff.contains("- EDS-15"));
    let (ok, _, error) = svod(&["law", "diff", "education-831", "nothing"]);
    assert!(!ok && error.contains("«nothing»"));
}

#[test]
fn a_saved_site_is_checked_page_by_page() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/site/school");
    let (ok, text, _) = svod(&["law", "check", "education-1802", folder]);
    assert!(ok && text.contains("страниц: 20, есть: 36, нет: 5"), "{text}");
    assert!(text.contains("нет  EDU-19") && text.contains("есть EDU-10"), "{text}");
}

#[test]
fn a_mistake_in_a_law_file_is_named_by_file_line_and_item() {
    let folder = tempfile::tempdir().expect("a scratch folder");
    let lists = folder.path().join("law/disclosure");
    std::fs::create_dir_all(&lists).expect("a folder");
    let good = include_str!("../schemas/law/disclosure/seed2013.toml");
    std::fs::write(lists.join("seed2013.toml"), good.replace("S2-11", "S2-03")).expect("a file");
    let (ok, _, error) = svod(&["law", "list", "--schemas", folder.path().to_str().expect("a path")]);
    assert!(!ok && error.contains("law/disclosure/seed2013.toml: строка 1") && error.contains("«S2-03»"), "{error}");
}

#[test]
fn findings_of_one_file_are_shown_in_three_formats() {
    let folder = tempfile::tempdir().expect("a scratch folder");
    let file = folder.path().join("План.txt");
    std::fs::write(&file, PLAN).expect("a file");
    let show = |format: &str| {
        let (ok, text, error) =
            svod(&["show", "findings", "--as-of", "2026-06-01", "--format", format, file.to_str().expect("a path")]);
        assert!(ok, "{error}");
        text
    };
    let table = show("table");
    assert!(table.lines().count() > 2 && table.contains("P101 violation"), "{table}");
    assert_eq!(show("jsonl").lines().count(), table.lines().count());
    let log: serde_json::Value = serde_json::from_str(&show("sarif")).expect("JSON");
    assert_eq!(log["runs"][0]["results"].as_array().map(Vec::len), Some(table.lines().count()));
    assert!(log["runs"][0]["results"][0]["ruleIndex"].is_u64());
    assert_eq!(sarif::mistakes(&log), Vec::<String>::new());
}

#[test]
fn a_log_that_breaks_the_schema_of_sarif_is_refused() {
    let whole = serde_json::json!({ "version": "2.1.0", "runs": [{
        "tool": { "driver": { "name": "svod", "rules": [{ "id": "T101" }, { "id": "T102" }] } },
        "results": [{
            "ruleId": "T101", "ruleIndex": 0, "level": "error", "message": { "text": "Нет срока." },
            "locations": [{ "physicalLocation": { "artifactLocation": { "uri": "%D0%9F.docx" } } }],
        }],
    }] });
    assert_eq!(sarif::mistakes(&whole), Vec::<String>::new());
    for (place, wrong) in [
        ("/version", serde_json::json!("2.0.0")),
        ("/runs/0/tool/driver", serde_json::json!({ "version": "1" })),
        ("/runs/0/tool/driver/rules/1", serde_json::json!({ "id": "T101" })),
        ("/runs/0/results/0/level", serde_json::json!("violation")),
        ("/runs/0/results/0/ruleIndex", serde_json::json!(-2)),
        ("/runs/0/results/0/message", serde_json::json!({ "markdown": "Нет срока." })),
        ("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri", serde_json::json!("План 1.docx")),
        ("/runs/0/results/0/locations/0/physicalLocation", serde_json::json!({ "line": 1 })),
    ] {
        let mut broken = whole.clone();
        *broken.pointer_mut(place).expect("a place of the log") = wrong;
        assert!(!sarif::mistakes(&broken).is_empty(), "{place}");
    }
}

#[test]
fn settings_above_a_file_hold_for_every_command_that_reads_it() {
    let scratch = tempfile::tempdir().expect("a scratch folder");
    let inner = scratch.path().join("Планы/2024");
    std::fs::create_dir_all(&inner).expect("a folder");
    let lists = scratch.path().join("право/law/disclosure");
    std::fs::create_dir_all(&lists).expect("a folder");
    std::fs::write(lists.join("seed2013.toml"), include_str!("../schemas/law/disclosure/seed2013.toml"))
        .expect("a file");
    let file = inner.join("План.txt");
    std::fs::write(&file, PLAN).expect("a file");
    let path = |path: &std::path::Path| path.to_str().expect("a path").to_owned();
    let settings = |text: &str| std::fs::write(scratch.path().join("svod.toml"), text).expect("a file");
    let findings = |more: &[&str]| {
        let file = path(&file);
        let (ok, text, error) = svod(&[&["show", "findings"], more, &[file.as_str()]].concat());
        assert!(ok, "{error}");
        text
    };
    settings("select = [\"T\"]\nas-of = 2024-02-01\n");
    let early = findings(&[]);
    assert!(early.lines().all(|line| line.starts_with('T')) && !early.contains("T108"), "{early}");
    assert!(findings(&["--as-of", "2024-06-01"]).contains("T108"), "the flag wins");
    settings("ignore = [\"T\", \"O\"]\n");
    let rest = findings(&[]);
    assert!(rest.contains("P101") && !rest.contains("T101"), "{rest}");
    settings("schemas = \"право\"\n");
    let pages = path(&inner);
    let (ok, _, error) = svod(&["law", "check", "culture-277", &pages]);
    assert!(!ok && error.contains("culture-277"), "{error}");
    assert!(svod(&["law", "check", "seed2013", &pages]).0);
}

#[test]
fn a_change_of_list_is_held_against_what_an_earlier_run_wrote() {
    let scratch = tempfile::tempdir().expect("a scratch folder");
    let inputs = scratch.path().join("in");
    std::fs::create_dir(&inputs).expect("a folder");
    std::fs::write(
        inputs.join("Реестр.csv"),
        "ИНН;Наименование организации;Сфера;Вид\n7700000016;МБУК «Библиотека № 3»;культура;библиотека\n",
    )
    .expect("a file");
    let page = "<html><title>МБУК «Библиотека № 3»</title><h1>Устав</h1><p>Утверждён приказом учредителя.</p>\
                <a href='b.html'>Далее</a></html>";
    for name in ["a.html", "b.html"] {
        std::fs::write(inputs.join(name), page).expect("a file");
    }
    let out = scratch.path().join("out");
    let (inputs, out) = (inputs.to_str().expect("a path"), out.to_str().expect("a path"));
    let (ok, _, error) = svod(&["run", inputs, "-o", out, "--as-of", "2026-06-01"]);
    assert!(ok, "{error}");
    let (ok, diff, error) = svod(&["law", "diff", "culture-277", "institutions-7fz", "--against", out]);
    assert!(ok, "{error}");
    assert!(
        diff.contains("организаций: 1") && diff.contains("- L101 7700000016") && diff.contains("исчезнет: "),
        "{diff}"
    );
    let (ok, _, _) = svod(&["law", "diff", "culture-277", "institutions-7fz", "--against", inputs]);
    assert!(!ok);
}
