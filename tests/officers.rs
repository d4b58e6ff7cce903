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
    plain.split_whitespace().collect::<Vec<_>>().join(" ").replace(". ", ".").trim_end_matches('.').to_owned()
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

#[test]
fn what_was_read_reads_back_to_itself() {
    for (text, _) in cases() {
        for officer in read(&text) {
            let title = officer.position.or(officer.unit).unwrap_or_default();
            assert_eq!(nominative(&title), title, "nominative of {text:?}");
        }
    }
}

/// Shapes that could make a reader look at the same words again and again: a long cell is read, and a cell of a
/// mebibyte, which nobody fills with officers, costs nothing.
#[test]
fn a_huge_cell_names_no_officers() {
    let shapes = ["Иванова И.И., ", "директор и завхоз ", "(", "«", "и ", "отдел (директор ", "руково- ", "8 900 "];
    for shape in shapes {
        let long = read(&shape.repeat((15 << 10) / shape.len()));
        assert_eq!(long.is_empty(), matches!(shape, "(" | "«" | "и " | "8 900 "), "{shape:?}: {} parties", long.len());
        assert!(read(&shape.repeat((1 << 20) / shape.len())).is_empty(), "{shape:?}");
    }
}

/// Surname, given name, patronymic: nominative and dative.
const PEOPLE: &[[&str; 6]] = &[
    ["Ржевцева", "Ольга", "Никитична", "Ржевцевой", "Ольге", "Никитичне"],
    ["Дымков", "Пётр", "Ильич", "Дымкову", "Петру", "Ильичу"],
    ["Залесский", "Артём", "Юрьевич", "Залесскому", "Артёму", "Юрьевичу"],
    ["Вербицкая", "Анна", "Олеговна", "Вербицкой", "Анне", "Олеговне"],
    ["Подборских", "Денис", "Власович", "Подборских", "Денису", "Власовичу"],
    ["Шевчук", "Мария", "Петровна", "Шевчук", "Марии", "Петровне"],
    ["Бондаренко", "Юлия", "Львовна", "Бондаренко", "Юлии", "Львовне"],
    ["Тер-Петросян", "Гаянэ", "Арамовна", "Тер-Петросян", "Гаянэ", "Арамовне"],
    ["Мамонтов-Сибирский", "Егор", "Фомич", "Мамонтову-Сибирскому", "Егору", "Фомичу"],
    ["Галеева", "Резеда", "Зуфаровна", "Галеевой", "Резеде", "Зуфаровне"],
];

/// Nominative and dative of a post.
const TITLES: &[[&str; 2]] = &[
    ["директор", "директору"],
    ["заместитель директора по учебной работе", "заместителю директора по учебной работе"],
    ["главный бухгалтер", "главному бухгалтеру"],
    ["заведующий отделом обслуживания", "заведующему отделом обслуживания"],
    ["педагог-организатор", "педагогу-организатору"],
];

fn initial(name: &str) -> char {
    name.chars().next().unwrap_or('И')
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn nothing_panics(text in "[а-яА-ЯёЁa-z0-9 .,;:()«»\"/\\-–\n№и]{0,120}") {
        let _ = read(&text);
        let _ = svod::extract::officer::names_actor(&text);
        let _ = nominative(&text);
        let _ = svod::language::inflect::nominative_person(&text);
    }

    #[test]
    fn words_of_the_field_never_panic(words in proptest::collection::vec(0..30_usize, 0..14)) {
        const WORDS: [&str; 30] = [
            "директор", "Иванова", "И.И.", "и", ",", "(", ")", "«", "»", "отдел", "культуры", "МБУК", "-", "–", ";", "\n", "зам.",
            "по", "УВР", "заведующей", "Ирине", "Петровне", "оглы", "им.", "1.", "и.о.", "методисты", "/", "\"", "тел. 8 900 000 00 00",
        ];
        let text = words.iter().map(|&at| WORDS[at]).collect::<Vec<_>>().join(" ");
        for officer in read(&text) {
            prop_assert!(officer.person.is_some() || officer.position.is_some() || officer.unit.is_some(), "{}", text);
        }
    }

    #[test]
    fn a_person_reads_the_same_in_every_style(who in 0..PEOPLE.len(), title in 0..TITLES.len(), style in 0..16_usize) {
        let [surname, given, father, to_surname, to_given, to_father] = PEOPLE[who];
        let [post, to_post] = TITLES[title];
        let (g, f) = (initial(given), initial(father));
        let short = format!("{surname} {g}.{f}.");
        let full = format!("{surname} {given} {father}");
        let (text, whole) = match style {
            0 => (format!("{post} {short}"), false),
            1 => (format!("{short}, {post}"), false),
            2 => (format!("{short} – {post}"), false),
            3 => (format!("{post} {g}.{f}. {surname}"), false),
            4 => (format!("{post} {g}.{f}.{surname}"), false),
            5 => (format!("{post}\n{surname} {g}. {f}."), false),
            6 => (format!("{post} {surname} {g}.{f}"), false),
            7 => (format!("{short} ({post})"), false),
            8 => (format!("{to_post} {to_surname} {g}.{f}."), false),
            9 => (format!("{post} {full}"), true),
            10 => (format!("{full}, {post}"), true),
            11 => (format!("{given} {father} {surname} – {post}"), true),
            12 => (format!("{to_post} {to_surname} {to_given} {to_father}"), true),
            13 => (format!("{} {} {}, {post}", surname.to_uppercase(), given.to_uppercase(), father.to_uppercase()), true),
            14 => (format!("{post}: {g}. {f}. {surname}"), false),
            _ => (format!("1. {post} {short}"), false),
        };
        let expected = vec![(folded(if whole { &full } else { &short }), folded(post))];
        prop_assert_eq!(parties(&read(&text)), expected, "{}", text);
    }
}

#[test]
fn spelling_does_not_matter() {
    let changes: [fn(&str) -> String; 7] = [
        |text| text.replace(' ', "\u{a0}"),
        |text| text.replace("ди", "ди\u{ad}").replace("ра", "ра\u{ad}"),
        |text| format!("{text}."),
        |text| format!("  {text} ;"),
        |text| text.replace('ё', "е").replace('Ё', "Е"),
        |text| text.replace(" – ", " — "),
        |text| text.replace("ор", "oр").replace("ав", "aв"),
    ];
    for (text, _) in cases() {
        let expected = parties(&read(&text));
        for change in changes {
            let changed = change(&text);
            assert_eq!(parties(&read(&changed)), expected, "{changed}");
        }
    }
}
