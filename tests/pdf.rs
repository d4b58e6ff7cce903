//! The pdf files: tagged, in Russian, in the manifest, the same again; and what happens where they cannot be made.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use svod::publish;
use svod::write::{MANIFEST, Manifest};

/// A small plan with text that would do harm as markup, and its protocol's pdf, unless LibreOffice is not installed.
fn run(folder: &Path, outputs: &str, office: Option<&str>) -> (String, Option<Vec<u8>>) {
    let inputs = folder.join("inputs");
    fs::create_dir_all(&inputs).expect("can be made");
    let plan = "План мероприятий по устранению недостатков\nМБУК «Дом культуры «Заря»»\nна 2026 год\n\
                № | Наименование мероприятия | Срок | Ответственный\n1 | Обновить стенд | до 01.03.2026 | Ветрова Т.П.\n\
                2 | <script>alert(1)</script> =cmd \u{202e}txt.exe ]]> &amp; | до 01.03.2026 | @x\n";
    fs::write(inputs.join("план.txt"), plan).expect("can be written");
    let register = "ИНН;Наименование;Сфера\n9900000017;МБУК «Дом культуры «Заря»»;культура\n";
    fs::write(inputs.join("реестр.csv"), register).expect("can be written");
    let mut command = Command::new(env!("CARGO_BIN_EXE_svod"));
    command.current_dir(folder).args(["run", "--pdf", "--lang", "ru", "--as-of", "2026-10-01", "-o", outputs]);
    if let Some(office) = office {
        command.env(publish::pdf::OFFICE, office);
    }
    let output = command.output().expect("runs");
    let told = String::from_utf8(output.stderr).expect("UTF-8");
    assert_eq!(output.status.code(), Some(0), "{told}");
    (told, fs::read(folder.join(outputs).join("protocol-culture.pdf")).ok())
}

#[test]
fn the_protocol_is_a_tagged_pdf_in_russian_and_the_same_again() {
    let folder = tempfile::tempdir().expect("a scratch folder");
    // A folder that a shell or an address could stumble on.
    let folder = folder.path().join("мой свод & 100 %");
    let (told, Some(pdf)) = run(&folder, "outputs", None) else {
        let (told, _) = run(&folder, "outputs", None);
        assert!(told.contains("LibreOffice не найден"), "{told}");
        eprintln!("SKIPPED: pdf files were NOT checked, LibreOffice is missing");
        return;
    };
    assert_eq!(told, "");
    let text = String::from_utf8_lossy(&pdf);
    for mark in ["/MarkInfo<</Marked true>>", "/StructTreeRoot", "/Lang(ru-RU)", "pdfuaid:part", "/Outlines"] {
        assert!(text.contains(mark), "{mark}");
    }
    let manifest = fs::read(folder.join("outputs").join(MANIFEST)).expect("the manifest");
    let manifest: Manifest = serde_json::from_slice(&manifest).expect("json");
    for path in ["protocol-culture.pdf", "public-report.pdf"] {
        assert!(manifest.outputs.iter().any(|output| output.path == path), "{path} is not in the manifest");
    }
    assert_eq!(publish::verify(&folder.join("outputs")).expect("verified"), Vec::<String>::new());
    assert!(run(&folder, "again", None).1.is_some_and(|again| again == pdf), "equal documents give equal bytes");
    let left = fs::read_dir(&folder).expect("can be read").count();
    assert_eq!(left, 3, "inputs, outputs and again: no scratch folder stays");
}

#[test]
fn without_libreoffice_there_is_a_warning_and_everything_else() {
    let folder = tempfile::tempdir().expect("a scratch folder");
    let (told, pdf) = run(folder.path(), "outputs", Some("/there/is/no/such/office"));
    assert!(pdf.is_none());
    assert!(told.contains("LibreOffice не найден") && told.contains("Документы docx готовы"), "{told}");
    assert!(folder.path().join("outputs/protocol-culture.docx").is_file());
}
