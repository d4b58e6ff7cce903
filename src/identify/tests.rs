//! What different files say of one organization is joined, and what is doubtful is told.

use proptest::prelude::*;

use super::findings::{
    ALIAS_OF_NOBODY, BRANCH_ADOPTED, DOUBTFUL, OTHER_NAME, SAME_INN, SIMILAR, UNREGISTERED, WRONG_INN,
};
use super::*;
use crate::model::{
    Alias, Answers, CheckList, CheckListRow, Located, Location, OrganizationKind, Plan, Register, RegisterRow, Sector,
    SourceFile,
};

/// ИНН with right check digits.
const INN: [&str; 4] = ["7707083893", "7736050003", "7702070139", "7728168971"];

fn file(path: &str) -> FileFacts {
    FileFacts::new(SourceFile { path: path.to_owned(), sha256: String::new(), bytes: 0 })
}

/// A register of (ИНН, name, short name); empty strings are empty cells.
fn register(rows: &[(&str, &str, &str)]) -> FileFacts {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let rows = rows
        .iter()
        .zip(2..)
        .map(|((inn, name, short), row)| RegisterRow {
            row,
            inn: some(inn),
            name: (*name).to_owned(),
            short_name: some(short),
            ..RegisterRow::default()
        })
        .collect();
    FileFacts { registers: vec![Register { rows, ..Register::default() }], ..file("register.csv") }
}

fn check_list(names: &[&str]) -> FileFacts {
    let rows = names
        .iter()
        .zip(2..)
        .map(|(name, row)| CheckListRow { organization: (*name).to_owned(), row, ..CheckListRow::default() })
        .collect();
    FileFacts { check_lists: vec![CheckList { rows, ..CheckList::default() }], ..file("checks.xlsx") }
}

fn answers(names: &[&str]) -> FileFacts {
    let organizations = names.iter().map(|name| (*name).to_owned()).collect();
    FileFacts { answers: vec![Answers { organizations, ..Answers::default() }], ..file("answers.xlsx") }
}

fn plan(path: &str, name: &str, inn: Option<&str>) -> FileFacts {
    let organization = Some(Located::new(name.to_owned(), Location::paragraph(1)));
    let plan = Plan { organization, inn: inn.map(str::to_owned), ..Plan::default() };
    FileFacts { plans: vec![plan], ..file(path) }
}

fn run(files: Vec<FileFacts>) -> Identified {
    identify(files, NaiveDate::from_ymd_opt(2026, 1, 1).expect("a date"), Branches::Apart)
}

fn codes(identified: &Identified) -> Vec<&str> {
    identified.findings.iter().map(|finding| finding.code.as_str()).collect()
}

/// The organization that one name is joined to, beside this register, and how.
fn joined(rows: &[(&str, &str, &str)], name: &str) -> (Option<String>, Vec<String>) {
    let identified = run(vec![register(rows), check_list(&[name])]);
    let id = identified.submissions.iter().find_map(|s| s.check_list_organizations.first()?.first().cloned());
    (id.flatten(), codes(&identified).into_iter().map(str::to_owned).collect())
}

const LIBRARY: (&str, &str, &str) =
    (INN[0], "Муниципальное бюджетное учреждение культуры «Лесная центральная библиотека»", "МБУК «Лесная ЦБ»");
const SCHOOL_5: (&str, &str, &str) =
    (INN[1], "Муниципальное бюджетное общеобразовательное учреждение «СОШ № 5»", "МБОУ СОШ № 5");
const SCHOOL_15: (&str, &str, &str) = (INN[2], "МБОУ «Средняя общеобразовательная школа № 15» города Лесной", "");

const GYMNASIUM: (&str, &str, &str) = (INN[3], "МБОУ «Гимназия № 4»", "");
const KINDERGARTEN: (&str, &str, &str) = (INN[3], "МБДОУ «Детский сад № 7 «Ромашка»", "");

#[test]
fn a_name_without_its_number_joins_only_by_a_word_of_its_own() {
    let other = (INN[2], "МБДОУ «Детский сад № 9 «Ромашка»", "");
    let (id, codes) = joined(&[KINDERGARTEN, other], "Детский сад «Ромашка»");
    assert_eq!((id, codes), (None, vec![DOUBTFUL.to_owned()]), "two have the word");
    let (id, codes) = joined(&[SCHOOL_5, GYMNASIUM], "Гимназия");
    assert_eq!((id, codes), (Some(INN[3].to_owned()), vec![SIMILAR.to_owned()]), "the only one of its kind");
    let (id, _) = joined(&[SCHOOL_5, SCHOOL_15], "СОШ");
    assert_eq!(id, None, "two schools");
}

#[test]
fn branches_that_only_documents_know_belong_to_their_heads() {
    let files = || {
        let names = [
            "1 МБУК «Лесная ЦБ».",
            "1ф Филиал в селе Луговое",
            "2 МБОУ СОШ № 5",
            "Филиал МБОУ СОШ № 5 в деревне Ключи",
        ];
        vec![register(&[LIBRARY, SCHOOL_5]), check_list(&names), answers(&[names[1]])]
    };
    let identified = run(files());
    let branch = |name: &str| identified.organizations.iter().find(|o| o.name == name).expect("a branch");
    let by_number = branch("Филиал в селе Луговое");
    assert_eq!((by_number.parent_id.as_deref(), by_number.sector), (Some(INN[0]), branch(LIBRARY.1).sector));
    assert_eq!(branch("Филиал МБОУ СОШ № 5 в деревне Ключи").parent_id.as_deref(), Some(INN[1]));
    assert_eq!(identified.organizations.len(), 4);
    assert!(codes(&identified).iter().all(|code| *code == BRANCH_ADOPTED), "{:?}", codes(&identified));
    let joined = identify(files(), NaiveDate::from_ymd_opt(2026, 1, 1).expect("a date"), Branches::Joined);
    let of = |submission: &Submission| {
        (submission.answer_organizations.clone(), submission.check_list_organizations.clone())
    };
    let head = Some(INN[0].to_owned());
    assert!(joined.submissions.iter().any(|s| of(s).0 == [[head.clone()]]), "answers count with the head's");
    let marks = joined.submissions.iter().find_map(|s| of(s).1.into_iter().next()).expect("a check-list");
    assert_eq!(marks, [head, None, Some(INN[1].to_owned()), None], "the head has a check-list of its own");
}

#[test]
fn a_number_of_the_list_stands_for_the_name() {
    let files = vec![
        register(&[LIBRARY, SCHOOL_5]),
        check_list(&["1 МБУК «Лесная ЦБ»", "2 МБОУ СОШ № 5"]),
        answers(&["2", "7"]),
    ];
    let identified = run(files);
    let answers = identified.submissions.iter().find_map(|s| s.answer_organizations.first()).expect("answers");
    assert_eq!(*answers, [Some(INN[1].to_owned()), None]);
    assert_eq!(codes(&identified), [DOUBTFUL, SIMILAR]);
}

#[test]
fn spellings_of_a_registered_name_join() {
    let rows = [LIBRARY, SCHOOL_5, SCHOOL_15];
    for (name, inn) in [
        ("МБУК «Лесная ЦБ»", INN[0]),
        ("мбук лесная центральная библиотека.", INN[0]),
        ("12 МБУК \"Лесная ЦБ\"", INN[0]),
        ("Лесная центральная библиотека", INN[0]),
        ("МБОУ СОШ №5", INN[1]),
        ("Средняя общеобразовательная школа № 5", INN[1]),
        ("МБОУ СОШ №15 г. Лесной", INN[2]),
        ("МБОУ СОШ №15", INN[2]),
    ] {
        let (id, codes) = joined(&rows, name);
        assert_eq!(id.as_deref(), Some(inn), "{name} {codes:?}");
    }
}

#[test]
fn a_proper_name_alone_joins_with_a_note_where_it_is_one_organizations() {
    let lyceum = (INN[0], "МБОУ «Лицей «Росинка»»", "");
    let (id, codes) = joined(&[lyceum, SCHOOL_5], "Росинка");
    assert_eq!((id.as_deref(), codes), (Some(INN[0]), vec![SIMILAR.to_owned()]));
    let garden = (INN[1], "МБДОУ «Детский сад «Росинка»»", "");
    assert_eq!(joined(&[lyceum, garden], "Росинка").0, None, "two are called so");
}

#[test]
fn nearly_the_same_name_joins_with_a_note() {
    let (id, codes) = joined(&[LIBRARY, SCHOOL_5], "МБУК «Лесная центральная биюлиотека»");
    assert_eq!((id.as_deref(), codes), (Some(INN[0]), vec![SIMILAR.to_owned()]));
    for (register, name) in [
        (GYMNASIUM, "МБОУ «Гимнзия № 4»"),
        (KINDERGARTEN, "детский сад Ромашка"),
        (KINDERGARTEN, "МБДОУ Детский сад «Ромашка»"),
    ] {
        let (id, codes) = joined(&[LIBRARY, register, SCHOOL_5], name);
        assert_eq!((id.as_deref(), codes), (Some(INN[3]), vec![SIMILAR.to_owned()]), "{name}");
    }
    let (id, codes) = joined(&[LIBRARY, SCHOOL_5], "МАУК «Лесная центральная библиотека»");
    assert_eq!((id.as_deref(), codes), (Some(INN[0]), vec![SIMILAR.to_owned()]));
}

#[test]
fn another_number_or_place_never_joins() {
    let places = [
        (INN[0], "МКУК «Сельская библиотека» (Заозёрск, № 10)", ""),
        (INN[1], "МКУК «Сельская библиотека» (Луговое, № 20)", ""),
    ];
    for (rows, name) in [
        (&[SCHOOL_5, SCHOOL_15][..], "МБОУ СОШ № 25"),
        (&places[..], "МКУК «Сельская библиотека» (Заозёрск, № 18)"),
        (&[(INN[0], "МБУК «ЦБС города Лесной»", "")][..], "МБУК «ЦБС Лесного района»"),
    ] {
        let (id, codes) = joined(rows, name);
        assert!(id.is_some_and(|id| id.starts_with("n-")), "{name}");
        assert_eq!(codes, [UNREGISTERED], "{name}");
    }
}

#[test]
fn rivals_are_listed_and_not_chosen() {
    let rows = [(INN[0], "МБУК «Дом культуры «Луч»", ""), (INN[1], "МБУК «Дом культуры «Заря»", "")];
    let identified = run(vec![register(&rows), check_list(&["Дом культуры"])]);
    assert_eq!(codes(&identified), [DOUBTFUL]);
    assert!(identified.findings[0].message.contains("Луч") && identified.findings[0].message.contains("Заря"));
    let (id, codes) = joined(&[(INN[0], "МБУК «Музей»", ""), (INN[1], "МБУК «Музей»", "")], "МБУК «Музей»");
    assert_eq!((id, codes), (None, vec![DOUBTFUL.to_owned()]));
}

#[test]
fn inn_comes_before_the_name() {
    let rows = [LIBRARY, SCHOOL_5];
    let identified = run(vec![register(&rows), plan("a.docx", "МБОУ СОШ № 5", Some(INN[0]))]);
    assert_eq!(identified.submissions[0].plan_organizations, [Some(INN[0].to_owned())]);
    assert_eq!(codes(&identified), [OTHER_NAME]);
    let identified = run(vec![register(&rows), plan("a.docx", "МБОУ СОШ № 5", Some("7707083894"))]);
    assert_eq!(identified.submissions[0].plan_organizations, [Some(INN[1].to_owned())]);
    assert_eq!(codes(&identified), [WRONG_INN]);
}

#[test]
fn registers_are_checked() {
    let identified = run(vec![register(&[LIBRARY, (INN[0], "МБУК «Музей»", "")])]);
    assert_eq!(codes(&identified), [SAME_INN]);
    assert_eq!(identified.organizations.len(), 1);
    let identified = run(vec![register(&[("7707083894", "МБУК «Музей»", "")])]);
    assert_eq!(codes(&identified), [WRONG_INN]);
    assert_eq!(identified.organizations[0].inn, None);
}

#[test]
fn branches_find_their_heads() {
    let rows =
        [(INN[0], "1 БУК «Лира»", ""), (INN[0], "1ф Филиал «Луч» БУК «Лира»", ""), ("", "1ф Дом-музей поэта", "")];
    let identified = run(vec![register(&rows)]);
    assert_eq!(codes(&identified), Vec::<&str>::new());
    assert_eq!(identified.organizations.len(), 3);
    let branches: Vec<_> = identified.organizations.iter().filter(|o| o.id != INN[0]).collect();
    assert!(branches.iter().all(|branch| branch.parent_id.as_deref() == Some(INN[0])), "{branches:?}");
}

#[test]
fn the_users_aliases_decide() {
    let alias = |written: &str, target: &str| Alias {
        written: written.into(),
        target: target.into(),
        place: Location::default(),
    };
    let aliases =
        vec![alias("Наша библиотека", INN[0]), alias("пятая школа", "МБОУ СОШ № 5"), alias("икс", "МБУК «Никто»")];
    let table = FileFacts { aliases, ..file("aliases.csv") };
    let identified = run(vec![
        register(&[LIBRARY, SCHOOL_5]),
        table,
        check_list(&["«Наша Библиотека»", "Наша библиотека", "Пятая школа"]),
    ]);
    let joined = &identified
        .submissions
        .iter()
        .find(|s| !s.check_list_organizations.is_empty())
        .expect("there")
        .check_list_organizations[0];
    assert_eq!(joined[1..], [Some(INN[0].to_owned()), Some(INN[1].to_owned())]);
    assert!(codes(&identified).contains(&ALIAS_OF_NOBODY));
}

#[test]
fn without_a_register_equal_names_are_one_organization() {
    let identified = run(vec![
        check_list(&["МБУК «Лесная ЦБС»", "МБОУ СОШ № 5"]),
        answers(&["Муниципальное бюджетное учреждение культуры «Лесная централизованная библиотечная система»"]),
        plan("plan.docx", "МБОУ СОШ № 15", None),
    ]);
    assert_eq!(identified.organizations.len(), 3);
    assert_eq!(codes(&identified), Vec::<&str>::new());
    let library = identified.organizations.iter().find(|o| o.sector == Some(Sector::Culture)).expect("there");
    assert_eq!((library.matched_by, library.kind), (MatchedBy::Name, Some(OrganizationKind::Library)));
    assert!(library.name.starts_with("Муниципальное"));
    assert_eq!(identified.organizations.iter().filter(|o| o.matched_by == MatchedBy::Alone).count(), 2);
}

#[test]
fn a_thousand_organizations_and_ten_thousand_names_take_no_square() {
    let names: Vec<String> = (0..1000).map(|n| format!("МБОУ СОШ № {n} посёлка Лесной-{}", n % 37)).collect();
    let rows: Vec<(&str, &str, &str)> = names.iter().map(|name| ("", name.as_str(), "")).collect();
    let spelled: Vec<String> = (0..10_000).map(|n| format!("средняя школа №{} пос. Лестной-{}", n % 1000, n)).collect();
    let spelled: Vec<&str> = spelled.iter().map(String::as_str).collect();
    let identified = run(vec![register(&rows), check_list(&spelled)]);
    assert_eq!(identified.submissions[0].check_list_organizations[0].len(), 10_000);
}

/// Legal forms, long and short.
const FORMS: &[(&str, &str)] = &[
    ("МБУК", "Муниципальное бюджетное учреждение культуры"),
    ("ГАУК", "Государственное автономное учреждение культуры"),
    ("МКУК", "муниципальное казённое учреждение культуры"),
    ("КГБУСО", "Краевое государственное бюджетное учреждение социального обслуживания"),
    ("МБУ ДО", "Муниципальное бюджетное учреждение дополнительного образования"),
];

fn id_of_everything(identified: &Identified) -> String {
    let mut submissions: Vec<String> = identified
        .submissions
        .iter()
        .flat_map(|s| {
            let names = s.facts.check_lists.iter().flat_map(|c| &c.rows).map(|row| row.organization.clone());
            names
                .zip(s.check_list_organizations.concat())
                .map(|(name, id)| format!("{name} {id:?}"))
                .collect::<Vec<_>>()
        })
        .collect();
    submissions.sort();
    let messages: Vec<_> = identified.findings.iter().map(|f| (&f.code, &f.organization_id)).collect();
    format!("{:?}\n{submissions:?}\n{messages:?}", identified.organizations)
}

proptest! {
    #[test]
    fn order_of_files_and_rows_changes_nothing(order in Just((0..6_usize).collect::<Vec<_>>()).prop_shuffle(), turned: bool) {
        let rows = [
            LIBRARY, SCHOOL_5, SCHOOL_15,
            (INN[3], "МБУК «Лесной музей»", ""),
            ("", "МБУК «Лесной музей истории»", ""),
            (INN[0], "МБУК «Лесная ЦБ» имени поэта", ""),
        ];
        let names = ["МБУК Лесная ЦБ", "СОШ № 5", "Музей", "МБУК «Никто»", "МБУК \"Никто\"", "СОШ 15"];
        let shuffled_rows: Vec<_> = order.iter().map(|&at| rows[at]).collect();
        let shuffled_names: Vec<_> = order.iter().map(|&at| names[at]).collect();
        let mut files = vec![register(&shuffled_rows), check_list(&shuffled_names), plan("p.docx", "МБУК «Никто»", None)];
        if turned {
            files.reverse();
        }
        let straight = run(vec![register(&rows), check_list(&names), plan("p.docx", "МБУК «Никто»", None)]);
        prop_assert_eq!(id_of_everything(&run(files)), id_of_everything(&straight));
    }

    #[test]
    fn any_spelling_of_the_form_is_the_same_organization(form in 0..FORMS.len(), quote in 0..4_usize, upper: bool, number in 1..99_u32) {
        let (short, long) = FORMS[form];
        let (open, close) = [("«", "»"), ("\"", "\""), ("“", "”"), ("", "")][quote];
        let name = format!("{short} {open}Лесная Заря № {number}{close}");
        let name = if upper { name.to_uppercase() } else { name };
        let registered = format!("{long} «Лесная Заря № {number}»");
        let (id, codes) = joined(&[(INN[0], &registered, ""), LIBRARY_2], &name);
        prop_assert_eq!(id.as_deref(), Some(INN[0]), "{}", name);
        prop_assert!(codes.is_empty());
    }

    #[test]
    fn no_name_makes_it_panic(names in proptest::collection::vec("[МБУКмбук «»\"№0-9а-яф.()-]{0,40}", 1..6)) {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        run(vec![register(&[LIBRARY, ("", names[0], "")]), check_list(&names), answers(&names)]);
    }
}

const LIBRARY_2: (&str, &str, &str) = (INN[1], LIBRARY.1, LIBRARY.2);
