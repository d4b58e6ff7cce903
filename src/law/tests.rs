//! The built-in law as a whole: it loads, its editions follow each other, and its lists find what they should.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::disclosure::DisclosureList;
use super::{Law, LawFile, built_in};
use crate::model::{Organization, Sector};

fn law() -> Law {
    Law::parse(built_in())
        .unwrap_or_else(|errors| panic!("{}", errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")))
}

fn day(text: &str) -> NaiveDate {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").expect("a day of the test")
}

/// Headings with the items they belong to. The lists were corrected by the first set; the second was written afterwards
/// and says what they make of headings nobody had thought of.
#[test]
fn headings_are_told_apart_as_measured() {
    let law = law();
    let labelled = measure(&law, include_str!("../../tests/fixtures/meaning/labelled.tsv"));
    let held_out = measure(&law, include_str!("../../tests/fixtures/meaning/held-out.tsv"));
    assert!(labelled.strings + held_out.strings >= 300);
    labelled.is_at_least(98, 100);
    held_out.is_at_least(95, 88);
}

/// How well the lists did on a set, in counts of items.
#[derive(Default)]
struct Measured {
    strings: usize,
    hits: usize,
    false_hits: usize,
    misses: usize,
    wrong: String,
}

impl Measured {
    fn precision(&self) -> usize {
        self.hits * 100 / (self.hits + self.false_hits)
    }

    fn recall(&self) -> usize {
        self.hits * 100 / (self.hits + self.misses)
    }

    /// The floor is what was measured when the lists were last changed; less is a regression.
    fn is_at_least(&self, precision: usize, recall: usize) {
        let reached = (self.precision(), self.recall());
        assert!(reached.0 >= precision && reached.1 >= recall, "reached {reached:?}\n{}", self.wrong);
    }
}

fn measure(law: &Law, set: &str) -> Measured {
    let mut all = Measured::default();
    let mut lists: BTreeMap<&str, Measured> = BTreeMap::new();
    for line in set.lines().filter(|line| !line.starts_with('#')) {
        let [list, items, text] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("three columns: {line}") };
        let wanted: BTreeSet<&str> = items.split(',').filter(|item| *item != "-").collect();
        let known = law.disclosure.iter().chain(&law.conditions).find(|l| l.edition.id == list);
        let known: &DisclosureList = known.expect("a list of the law");
        let found = known.find(text);
        let found: BTreeSet<&str> = found.iter().map(|m| known.items[m.item].id.as_str()).collect();
        for measured in [lists.entry(list).or_default(), &mut all] {
            measured.strings += 1;
            measured.hits += wanted.intersection(&found).count();
            measured.false_hits += found.difference(&wanted).count();
            measured.misses += wanted.difference(&found).count();
            if wanted != found {
                measured.wrong += &format!("{list}: «{text}» is {wanted:?}, found {found:?}\n");
            }
        }
    }
    eprintln!("{}", all.wrong);
    for (list, measured) in lists.iter().chain([(&"all", &all)]) {
        let (precision, recall) = (measured.precision(), measured.recall());
        eprintln!("{list}: {} strings, precision {precision} %, recall {recall} %", measured.strings);
    }
    all
}

#[test]
fn one_edition_follows_the_other_without_gap_or_overlap() {
    let law = law();
    for list in &law.disclosure {
        for replaced in &list.edition.replaces {
            let before = law.disclosure.iter().find(|l| l.edition.id == *replaced).expect("replaces a list of the law");
            assert_eq!(before.edition.in_force_to, list.edition.in_force_from.pred_opt(), "{replaced}");
        }
    }
    for form in &law.plan_forms {
        for replaced in &form.edition.replaces {
            let before = law.plan_forms.iter().find(|f| f.edition.id == *replaced).expect("replaces a form of the law");
            assert_eq!(before.edition.in_force_to, form.edition.in_force_from.pred_opt(), "{replaced}");
        }
    }
}

#[test]
fn the_day_decides_which_edition_binds() {
    let law = law();
    let binding = |sector: Sector, on: &str| -> Vec<String> {
        let organization = Organization { sector: Some(sector), ..Organization::default() };
        let lists = law.disclosure_on(day(on)).filter(|list| list.binds(&organization) && list.is_assessed());
        lists.map(|list| list.edition.id.clone()).collect()
    };
    assert_eq!(binding(Sector::Health, "2025-08-31"), ["health-956n"]);
    assert_eq!(binding(Sector::Health, "2025-09-01"), ["health-118n"]);
    assert_eq!(binding(Sector::Education, "2020-12-31"), ["education-582", "education-785"]);
    assert_eq!(binding(Sector::Education, "2021-06-01"), ["education-582", "education-831"]);
    assert_eq!(binding(Sector::Education, "2024-09-01"), ["education-1493", "education-1802"]);
    assert_eq!(binding(Sector::Education, "2026-03-01"), ["education-1353", "education-1802"]);
    assert_eq!(binding(Sector::Culture, "2026-01-01"), ["culture-277"]);
    assert_eq!(binding(Sector::Social, "2026-01-01"), ["social-886n"]);
    assert!(binding(Sector::Expertise, "2026-01-01").is_empty());
    let form = |on: &str| law.plan_form_on(day(on)).map(|form| form.edition.id.clone());
    assert_eq!(form("2016-05-01").as_deref(), Some("plan-2015"));
    assert_eq!(form("2026-01-01").as_deref(), Some("pp457"));
}

#[test]
fn the_headings_tell_which_form_a_plan_follows() {
    let law = law();
    let followed = |headings: &str, on: &str| {
        let headings = headings.split(" | ").map(str::to_owned).collect::<Vec<_>>();
        law.plan_form_followed(&headings, (!on.is_empty()).then(|| day(on))).map(|form| form.edition.id.clone())
    };
    let official = "Недостатки, выявленные в ходе независимой оценки качества условий оказания услуг организацией | Наименование мероприятия по устранению недостатков, выявленных в ходе независимой оценки качества условий оказания услуг организацией | Плановый срок реализации мероприятия | Ответственный исполнитель (с указанием фамилии, имени, отчества и должности) | Сведения о ходе реализации мероприятия / реализованные меры | Сведения о ходе реализации мероприятия / фактический срок реализации";
    let older = "№ | Наименование мероприятия | Основание реализации (результат независимой оценки качества) | Срок реализации | Ответственный | Результат | Показатели, характеризующие результат";
    assert_eq!(followed(official, "2026-01-12").as_deref(), Some("pp457"));
    assert_eq!(followed(official, "").as_deref(), Some("pp457"));
    assert_eq!(followed(older, "2016-01-12").as_deref(), Some("plan-2015"));
    assert_eq!(followed("№ | Недостатки | Мероприятие | Срок | Ответственный", "2026-01-12").as_deref(), Some("pp457"));
    assert_eq!(followed("№ | Мероприятие | Срок | Ответственный | Результат", "2026-01-12"), None);
}

#[test]
fn a_report_says_which_editions_are_not_compared_with_their_acts() {
    let editions = law().editions_on(day("2026-01-01"));
    assert!(editions["culture-277"].ends_with("(не сверено с текстом акта)"));
    assert!(!editions["seed2013"].contains("не сверено"));
    assert!(!editions.contains_key("health-956n") && editions.contains_key("pp457"));
}

#[test]
fn an_edition_that_extends_another_changes_only_what_it_says() {
    let law = law();
    let list = |id: &str| law.disclosure.iter().find(|l| l.edition.id == id).expect("a list of the law");
    let (before, after) = (list("health-956n"), list("health-118n"));
    assert_eq!(before.items.len(), after.items.len());
    let changed: Vec<&str> =
        before.items.iter().zip(&after.items).filter(|(a, b)| a != b).map(|(a, _)| a.id.as_str()).collect();
    assert_eq!(changed, ["MED-01"]);
    assert_eq!(list("education-785").items.len(), 11);
    assert_eq!(list("education-831").items.len(), 13);
    assert_eq!(list("education-1493").items.len(), 14);
}

#[test]
fn headings_of_plan_tables_are_told_by_their_words() {
    let law = law();
    let form = law.plan_form_on(day("2026-01-01")).expect("a form");
    for (heading, columns) in [
        ("Недостатки, выявленные в ходе независимой оценки качества условий оказания услуг организацией", "deficiency"),
        ("Выявленный недостаток", "deficiency"),
        ("Замечания экспертов", "deficiency"),
        ("Основание реализации (результат независимой оценки качества)", "deficiency"),
        ("Наименование мероприятия по устранению недостатков, выявленных в ходе независимой оценки", "measure"),
        (
            "Наименование мероприятия по устранению недостатков, выявленных в ходе независимой оценки качества условий \
             оказания услуг организацией",
            "measure",
        ),
        ("Что нужно сделать", "measure"),
        ("Когда", "deadline"),
        ("Мероприятия", "measure"),
        ("Содержание работы", "measure"),
        ("Виды деятельности. Мероприятия", "measure"),
        ("Плановый срок реализации мероприятия", "deadline"),
        ("Сроки", "deadline"),
        ("Срок исполнения", "deadline"),
        ("Сроки выполнения", "deadline"),
        ("Дата проведения", "deadline"),
        ("Срок начала реализации", "deadline"),
        ("Ответственный исполнитель (с указанием фамилии, имени, отчества и должности)", "officer"),
        ("Ответствен-ный", "officer"),
        ("Ответственные за выполнение", "officer"),
        ("Исполнители", "officer"),
        ("ФИО ответственного", "officer"),
        ("Срок исполнения, ответственный", "deadline officer"),
        ("Мероприятия/ответственные", "measure officer"),
        ("Отметка о выполнении", "progress completed"),
        ("Информация об исполнении", "progress"),
        ("Сведения о ходе реализации мероприятия: реализованные меры по устранению выявленных недостатков", "progress"),
        ("Сведения о ходе реализации мероприятия", "progress completed"),
        ("Фактический срок реализации", "completed"),
        ("№ п/п", ""),
        ("Источник финансирования", ""),
        ("Ожидаемые результаты", ""),
    ] {
        let found: Vec<&str> = form.columns_of(heading).into_iter().map(|c| form.columns[c].id.as_str()).collect();
        assert_eq!(found.join(" "), columns, "{heading}");
    }
}

proptest::proptest! {
    #[test]
    fn no_text_makes_the_lists_stumble(text in "[А-Яа-яёA-Za-z0-9 ,.«»\"()\\-\n]{0,200}") {
        let law = LAW.get_or_init(law);
        for list in &law.disclosure {
            let found = list.find(&text);
            proptest::prop_assert!(found.windows(2).all(|pair| pair[0].item < pair[1].item));
            proptest::prop_assert!(found.iter().all(|m| list.items[m.item].synonyms.iter().any(|s| s.ends_with(&m.phrase))));
        }
    }
}

static LAW: std::sync::OnceLock<Law> = std::sync::OnceLock::new();

#[test]
fn every_mistake_of_a_law_file_names_file_line_and_item() {
    let good = built_in().into_iter().find(|f| f.path.ends_with("seed2013.toml")).expect("built in").text;
    for (what, broken, expected) in [
        ("a misspelt key", good.replace("synonyms = [\"устав\"", "sinonims = [\"устав\""), "строка 3"),
        ("a repeated id", good.replace("S2-11", "S2-01"), "«S2-01»: пункт с таким id уже есть"),
        ("a bad date", good.replace("date = 2013-12-30\n", "date = \"30.12.2013\"\n"), "строка "),
        (
            "an example that is not found",
            good.replace("found = \"Устава учреждения\"", "found = \"Режима\""),
            "«S2-02»",
        ),
        (
            "an example that is found",
            good.replace("missing = \"Справочник читателя\"", "missing = \"Телефон\""),
            "«S2-01»",
        ),
        ("no condition", good.replace("condition = \"если предписания выдавались\"\n", ""), "«S2-10»"),
        ("unverified and silent", good.replace("verified = true", "verified = false"), "note"),
        ("another name", good.replace("id = \"seed2013\"", "id = \"seed\""), "не совпадает с именем файла"),
        ("unknown base", good.replace("reach =", "extends = \"none\"\nreach ="), "«none»"),
    ] {
        assert_ne!(broken, good, "{what}: the replacement does nothing");
        let file = LawFile { path: "law/disclosure/seed2013.toml".to_owned(), text: broken };
        let errors = Law::parse(vec![file]).expect_err(what);
        let text = errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
        assert!(text.contains("law/disclosure/seed2013.toml: строка ") && text.contains(expected), "{what}: {text}");
    }
}

#[test]
fn a_law_file_in_a_folder_that_nobody_reads_is_a_mistake() {
    let file = LawFile { path: "law/disclosures/culture.toml".to_owned(), text: String::new() };
    assert!(Law::parse(vec![file]).is_err());
}

#[test]
fn a_report_names_the_calendars_and_what_of_them_was_not_verified() {
    let law = law();
    let editions = law.editions_on(day("2026-07-01"));
    for id in ["calendar-2026", "calendar-2027"] {
        assert!(editions[id].contains("не сверено"), "{}", editions[id]);
    }
    assert!(!editions.contains_key("calendar-2025"));
    assert!(law.editions_on(day("2040-07-01"))["calendar-2040"].contains("календаря нет"));
}
