//! Deadlines from outside: a set of strings with their readings, plans of other kinds, and properties that hold for any text.

use chrono::{Datelike, NaiveDate};
use proptest::prelude::*;
use svod::extract::deadline::{Context, find, locate, read};
use svod::language::month::GENITIVE;
use svod::model::{Deadline, DeadlineKind, Grade, Period};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn plan(start: &str, end: &str, school_year: bool) -> Context {
    Context { period: Some(Period { start: day(start), end: day(end), school_year }), ..Context::default() }
}

fn plan_2025() -> Context {
    plan("2025-01-01", "2025-12-31", false)
}

/// Kind, days and units of each reading; « if» where there is a condition.
fn digest(deadlines: &[Deadline]) -> String {
    deadlines.iter().map(digest_one).collect::<Vec<_>>().join(" + ")
}

fn digest_one(deadline: &Deadline) -> String {
    let date = |day: Option<NaiveDate>| day.map_or(String::new(), |day| day.to_string());
    let mut out = deadline.kind.as_str().to_owned();
    match deadline.kind {
        DeadlineKind::Date => out += &format!(" {}", date(deadline.end_date)),
        DeadlineKind::Recurring | DeadlineKind::Relative => {
            let unit = deadline.period_unit.map_or("", |unit| unit.as_str());
            out += &format!(" {unit} {}", deadline.period_count.unwrap_or(i32::MIN));
        }
        _ => {}
    }
    let dated = deadline.kind != DeadlineKind::Date && (deadline.start_date.is_some() || deadline.end_date.is_some());
    if dated || deadline.kind == DeadlineKind::Continuous {
        out += &format!(" {}..{}", date(deadline.start_date), date(deadline.end_date));
    }
    if deadline.condition.is_some() {
        out += " if";
    }
    out
}

#[test]
fn strings_of_clerks_read_as_stated() {
    let context = plan_2025();
    let (mut strings, mut wrong) = (0, Vec::new());
    for line in include_str!("deadlines/strings.tsv").lines().filter(|line| !line.starts_with('#')) {
        let (text, expected) = line.split_once('\t').expect("text and readings");
        let deadlines = read(&text.replace('⏎', "\n"), &context);
        let got = digest(&deadlines);
        if got != expected {
            wrong.push(format!("{text}\n  want {expected}\n  got  {got}"));
        }
        assert!(deadlines.iter().all(|deadline| !deadline.reading.is_empty()), "{text}: no reading");
        strings += 1;
    }
    assert!(strings > 300);
    assert!(wrong.is_empty(), "{} of {strings} wrong\n{}", wrong.len(), wrong.join("\n"));
}

/// The same words in plans of other kinds: what a year that is left out becomes.
#[test]
fn years_come_from_the_plan() {
    let school = plan("2019-09-01", "2020-08-31", true);
    let three_years = plan("2024-01-01", "2026-12-31", false);
    let autumn = plan("2025-09-01", "2025-12-31", false);
    let approved = Context { approved_on: Some(day("2024-12-20")), ..Context::default() };
    let section = Context { month: Some((Some(2026), 3)), ..plan_2025() };
    let nothing = Context::default();
    for (context, text, expected, grade) in [
        (&school, "сентябрь", "period 2019-09-01..2019-09-30", Grade::B),
        (&school, "до 20 апреля", "date 2020-04-20", Grade::B),
        (&school, "август", "period 2020-08-01..2020-08-31", Grade::B),
        (&school, "октябрь - май", "period 2019-10-01..2020-05-31", Grade::B),
        (&school, "декабрь, май", "period 2019-12-01..2019-12-31 + period 2020-05-01..2020-05-31", Grade::B),
        (&school, "в течение года", "period 2019-09-01..2020-08-31", Grade::B),
        (&school, "до конца учебного года", "date 2020-08-31", Grade::C),
        (&school, "в течение учебного года", "period 2019-09-01..2020-08-31", Grade::A),
        (&school, "III квартал", "period 2019-07-01..2019-09-30", Grade::C),
        (&school, "29 февраля", "date 2020-02-29", Grade::B),
        (&three_years, "до 1 марта", "date 2024-03-01", Grade::C),
        (&three_years, "до 1 марта 2025 г.", "date 2025-03-01", Grade::A),
        (&three_years, "весь период", "period 2024-01-01..2026-12-31", Grade::B),
        (&autumn, "ноябрь", "period 2025-11-01..2025-11-30", Grade::B),
        (&autumn, "до 1 октября", "date 2025-10-01", Grade::B),
        (&approved, "до 1 марта", "date 2025-03-01", Grade::C),
        (&approved, "декабрь", "period 2024-12-01..2024-12-31", Grade::B),
        (&section, "10-15", "period 2026-03-10..2026-03-15", Grade::B),
        (&section, "10, 15 и 20", "date 2026-03-10 + date 2026-03-15 + date 2026-03-20", Grade::B),
        (&section, "до 20 марта", "date 2026-03-20", Grade::B),
        (&nothing, "до 1 марта", "date ", Grade::C),
        (&nothing, "до 1 марта 2025 года", "date 2025-03-01", Grade::A),
        (&nothing, "31 июня", "invalid", Grade::C),
    ] {
        let deadlines = read(text, context);
        assert_eq!(digest(&deadlines), expected, "{text}");
        assert_eq!(deadlines[0].grade, grade, "{text}: {}", deadlines[0].reading);
    }
}

#[test]
fn a_date_of_an_event_is_the_day_itself() {
    let context = Context { event: true, ..plan_2025() };
    let bound = |text: &str| read(text, &context)[0].bound.map(|bound| bound.as_str());
    assert_eq!(bound("15.03.2025"), Some("on"));
    assert_eq!(bound("до 15.03.2025"), Some("until"));
    assert_eq!(bound("март"), Some("within"));
}

#[test]
fn readings_are_sentences_a_clerk_would_accept() {
    let reading = |text: &str| read(text, &plan_2025()).remove(0).reading;
    assert_eq!(reading("до 1 июля 2026 года"), "Не позднее 1 июля 2026 года.");
    assert_eq!(reading("до 1 июля"), "Не позднее 1 июля 2025 года. Год не указан, взят из срока плана: 2025.");
    assert_eq!(
        reading("до января 2027 года"),
        "Не позднее 31 декабря 2026 года. «До» понято как «до начала»; возможно, имелся в виду конец этого срока."
    );
    assert_eq!(reading("ежегодно до 1 марта"), "Каждый год, не позднее 1 марта.");
    assert_eq!(reading("в течение 3 рабочих дней со дня обращения"), "В течение 3 рабочих дней со дня обращения.");
}

/// One date in every style that keeps it whole.
fn styles(date: NaiveDate) -> Vec<String> {
    let (d, m, y) = (date.day(), date.month(), date.year());
    let month = GENITIVE[date.month0() as usize];
    let mut styles = vec![
        format!("{d:02}.{m:02}.{y}"),
        format!("{d}.{m:02}.{y}г."),
        format!("до {d:02}/{m:02}/{y}"),
        format!("{d:02}-{m:02}-{y}"),
        format!("{y}-{m:02}-{d:02}"),
        format!("{y}-{m:02}-{d:02}T00:00:00"),
        format!("{d:02}.{m:02}.{y} 0:00:00"),
        format!("в срок до «{d:02}» {month} {y} года"),
        format!("до {d} {month} {y} г. включительно"),
        format!("не позднее {d}-го {month} {y}"),
        format!("{d}{month} {y}г"),
        format!("{d:02}. {m:02}. {y} года"),
        format!("к {d} {} {y} ГОДА", month.to_uppercase()),
        (date - day("1899-12-30")).num_days().to_string(),
    ];
    if (2000..2100).contains(&y) {
        styles.push(format!("до {d:02}.{m:02}.{:02}", y % 100));
    }
    styles
}

/// Words and marks of deadlines, to be thrown together.
fn fragments() -> impl Strategy<Value = String> {
    const WORDS: &[&str] = &[
        "до",
        "с",
        "по",
        "не позднее",
        "в течение",
        "ежемесячно",
        "1 раз в",
        "год",
        "месяц",
        "15",
        "мая",
        "май",
        "2025",
        "г.",
        "III",
        "квартал",
        "-",
        ",",
        ";",
        "(",
        ")",
        "и",
        "01.06.2025",
        "каждый",
        "понедельник",
        "при",
        "наличии",
        "плану",
        "далее",
        "постоянно",
        "31",
        "февраля",
        "рабочих",
        "дней",
        "со дня",
        "числа",
        "следующего за отчетным",
        "последняя",
        "№",
        "от",
        "за",
        "учебный",
        "полугодие",
        "1-5",
        "99999999999",
        "2025/2026",
        "«",
        "\n",
        "конец",
        "начало",
        "Іван",
        "10:00",
    ];
    prop::collection::vec(prop::sample::select(WORDS), 0..14).prop_map(|words| words.join(" "))
}

/// What a reading says, without the text it was read from.
fn meaning(text: &str) -> Vec<String> {
    let deadlines = read(text, &plan_2025());
    deadlines.iter().map(|d| format!("{} {:?} {:?} {}", digest_one(d), d.bound, d.rrule, d.ambiguous)).collect()
}

proptest! {
    #[test]
    fn a_date_in_any_style_reads_back(days in 0i64..36_000) {
        let date = day("2000-02-01") + chrono::Duration::days(days);
        for style in styles(date) {
            let deadlines = read(&style, &plan_2025());
            prop_assert_eq!(deadlines.len(), 1, "{}", style);
            prop_assert_eq!(deadlines[0].kind, DeadlineKind::Date, "{}", style);
            prop_assert_eq!(deadlines[0].end_date, Some(date), "{}", style);
        }
    }

    #[test]
    fn no_text_panics(text in any::<String>()) {
        prop_assert!(!read(&text, &plan_2025()).is_empty());
        let _ = find(&text, &Context::default());
        if let Some(range) = locate(&text, &plan_2025()) {
            prop_assert!(text.get(range).is_some());
        }
    }

    #[test]
    fn no_jumble_of_its_own_words_panics(text in fragments()) {
        let deadlines = read(&text, &plan_2025());
        prop_assert!(!deadlines.is_empty());
        for deadline in &deadlines {
            prop_assert!(!deadline.reading.is_empty(), "{}", text);
            if let (Some(start), Some(end)) = (deadline.start_date, deadline.end_date) {
                prop_assert!(deadline.kind == DeadlineKind::Recurring || start <= end, "{}", text);
            }
        }
        let _ = find(&text, &plan_2025());
        if let Some(range) = locate(&text, &plan_2025()) {
            prop_assert!(text.get(range).is_some());
        }
    }

    #[test]
    fn a_date_that_does_not_exist_is_no_date(month in 1u32..=12, day in 29u32..=31, year in 2000i32..2100) {
        let text = format!("до {day} {} {year} года", GENITIVE[month as usize - 1]);
        let exists = NaiveDate::from_ymd_opt(year, month, day).is_some();
        let kind = read(&text, &plan_2025())[0].kind;
        prop_assert_eq!(kind, if exists { DeadlineKind::Date } else { DeadlineKind::Invalid });
    }
}

/// Case, «ё», spaces, soft hyphens and dots at the end change nothing.
#[test]
fn spelling_changes_nothing() {
    for line in include_str!("deadlines/strings.tsv").lines().filter(|line| !line.starts_with('#')) {
        let text = line.split_once('\t').expect("text and readings").0.replace('⏎', "\n");
        let meant = meaning(&text);
        // Roman numerals typed in small letters, and capitals made of them, are other letters.
        if !text.contains(['I', 'l', 'У', 'П', 'Ш', 'З', 'V', 'О', 'X']) {
            assert_eq!(meaning(&text.to_uppercase()), meant, "{text} in capitals");
            assert_eq!(meaning(&text.to_lowercase()), meant, "{text} in small letters");
        }
        assert_eq!(meaning(&text.replace('ё', "е")), meant, "{text} without ё");
        assert_eq!(meaning(&text.replace(' ', "\u{a0}")), meant, "{text} with hard spaces");
        assert_eq!(meaning(&text.replace("ен", "е\u{ad}н")), meant, "{text} with soft hyphens");
        if text.chars().any(char::is_alphanumeric) {
            assert_eq!(meaning(&format!("{text}..")), meant, "{text} with dots");
            assert_eq!(meaning(&format!("  {text} ")), meant, "{text} with spaces around");
        }
    }
}
