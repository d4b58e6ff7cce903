//! Officer cells of many sectors against their readings (`fixtures/officers/strings.tsv`), and the properties of the reader.

use proptest::prelude::*;
use svod::extract::officer::{is_ditto, read};
use svod::language::inflect::nominative;
use svod::model::Officer;

const STRINGS: &str = include_str!("fixtures/officers/strings.tsv");

/// A line of the fixture: the cell and its parties as (person, title).
fn cases() -> Vec<(String, Vec<(String, String)>)> {
    STRINGS
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| {
            let mut fields = line.split('\t');
            let text = fields.next().unwrap_or_default().replace("\\n", "\n");
            let parties = fields
                .map(|party| {
                    let parts: Vec<&str> = party.split('|').map(str::trim).collect();
                    (folded(parts[0]), folded(&parts[1..].join(" ")))
                })
                .collect();
            (text, parties)
        })
        .collect()
}

/// Person and title (post and unit together) as compared: case, «ё», quotes and spaces aside.
fn folded(text: &str) -> String {
    let plain: String = svod::language::fold::fold(text).chars().filter(|c| *c != '"').collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ").replace(". ", ".")
}

fn parties(officers: &[Officer]) -> Vec<(String, String)> {
    officers
        .iter()
        .map(|o| {
            let title = [o.position.as_deref(), o.unit.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(" ");
            (folded(o.person.as_deref().unwrap_or_default()), folded(&title))
        })
        .collect()
}

#[test]
fn strings_read_as_stated() {
    let mut wrong = Vec::new();
    let cases = cases();
    for (text, expected) in &cases {
        let got = parties(&read(text));
        if got != *expected {
            wrong.push(format!("{text:?}\n    want {expected:?}\n    got  {got:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {} wrong:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

#[test]
fn dittos_are_told_from_dashes() {
    for ditto in ["тот же", "\"", "-//-", "--//--", "-\"-", "Те же", "она же", "// -", "см. выше", "То же."]
    {
        assert!(is_ditto(ditto), "{ditto}");
    }
    for not in ["-", "—", "", "директор", "Тот же директор и завхоз", "Иванова И.И."]
    {
        assert!(!is_ditto(not), "{not}");
    }
}
