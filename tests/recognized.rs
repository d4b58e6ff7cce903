//! `svod show recognized` against fixtures: what the person reads who made the file.
//!
//! `SVOD_BLESS=1 cargo test --release --test recognized` writes the expected texts anew; look at the difference before
//! committing it.

use std::fs;
use std::path::Path;

use svod::law::Law;
use svod::show;

/// Survey sheets in many layouts, and a plan.
const FILES: [&str; 11] = [
    "tests/fixtures/survey/worked/answers.csv",
    "tests/fixtures/survey/worked/register.csv",
    "tests/fixtures/survey/quirks/Анкеты школ.xlsx",
    "tests/fixtures/survey/quirks/Стационар.xlsx",
    "tests/fixtures/survey/quirks/Сводная по анкетам музея и клуба.xlsx",
    "tests/fixtures/survey/quirks/Чек-листы.xlsx",
    "tests/fixtures/survey/exports/Выгрузка из программы опросов.xlsx",
    "tests/fixtures/survey/exports/Итоги опроса библиотеки и дома культуры.xlsx",
    "tests/fixtures/survey/exports/Детский сад Ромашка - результаты анкетирования.xlsx",
    "tests/fixtures/survey/exports/результаты.xlsx",
    "tests/fixtures/plans/frame.html",
];
const EXPECTED: &str = "tests/fixtures/survey/recognized";

#[test]
fn every_column_is_told_in_words() {
    let law = Law::parse(svod::law::built_in()).expect("the built-in law is right");
    let bless = std::env::var_os("SVOD_BLESS").is_some();
    let mut failures = Vec::new();
    for file in FILES {
        let bytes = fs::read(file).expect("the fixture can be read");
        let actual = show::recognized(file, &bytes, &law).expect("the fixture can be shown");
        let name = Path::new(file).file_name().expect("a name").to_string_lossy();
        let path = Path::new(EXPECTED).join(format!("{name}.txt"));
        if bless {
            fs::write(&path, &actual).expect("the text can be written");
        }
        let expected = fs::read_to_string(&path).unwrap_or_default();
        if actual != expected {
            failures.push(format!("{file}\n--- expected\n{expected}--- actual\n{actual}"));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn a_file_of_something_else_says_so() {
    let law = Law::parse(svod::law::built_in()).expect("the built-in law is right");
    let text = show::recognized("a.csv", "яблоки;груши\n1;2\n".as_bytes(), &law).expect("a table");
    assert!(text.contains("не найдено"), "{text}");
}
