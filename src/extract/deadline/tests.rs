//! The examples of the phrases, run.

use super::phrases::PHRASES;
use super::*;
use crate::model::DeadlineKind;

/// A plan for the calendar year 2025.
fn year_2025() -> Context {
    Context { period: Some(period("2025-01-01", "2025-12-31", false)), ..Context::default() }
}

fn period(start: &str, end: &str, school_year: bool) -> Period {
    Period { start: start.parse().expect("a date"), end: end.parse().expect("a date"), school_year }
}

/// The short form of readings in examples.
fn digest(deadlines: &[Deadline]) -> String {
    deadlines.iter().map(digest_one).collect::<Vec<_>>().join(" + ")
}

fn digest_one(deadline: &Deadline) -> String {
    let mut out = deadline.kind.as_str().to_owned();
    let date = |day: Option<NaiveDate>| day.map_or(String::new(), |day| day.to_string());
    match deadline.kind {
        DeadlineKind::Date => {
            out += &format!(" {} {}", deadline.bound.map_or("", |bound| bound.as_str()), date(deadline.end_date));
        }
        DeadlineKind::Recurring | DeadlineKind::Relative => {
            out += &format!(" {}", deadline.period_unit.map_or("", |unit| unit.as_str()));
            out += &format!(" {}", deadline.period_count.unwrap_or(i32::MIN));
            out += &deadline.rrule.as_ref().map_or(String::new(), |rule| format!(" {rule}"));
        }
        _ => {}
    }
    let dated = deadline.start_date.is_some() || deadline.kind != DeadlineKind::Date && deadline.end_date.is_some();
    if dated || deadline.kind == DeadlineKind::Continuous {
        out += &format!(" {}..{}", date(deadline.start_date), date(deadline.end_date));
    }
    if let Some(condition) = &deadline.condition {
        out += &format!(" if «{condition}»");
    }
    if deadline.ambiguous {
        out += " ?";
    }
    out
}

#[test]
fn every_example_reads_as_stated() {
    let context = year_2025();
    let wrong: Vec<String> = PHRASES
        .iter()
        .flat_map(|phrase| phrase.examples.iter().map(move |example| (phrase.name, example)))
        .filter_map(|(name, (text, expected))| {
            let got = digest(&read(text, &context));
            (got != *expected).then(|| format!("{name}: {text}\n  want {expected}\n  got  {got}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_phrase_has_an_example_that_no_other_phrase_swallows() {
    for phrase in PHRASES {
        assert!(pattern::Pattern::new(phrase.pattern).is_some(), "{}: {}", phrase.name, phrase.pattern);
        assert!(!phrase.examples.is_empty(), "{} has no example", phrase.name);
        for (text, _) in phrase.examples {
            let mut items = lex::lex(text);
            cascade::reduce(&mut items);
            let (statements, _) = statements(&items);
            assert!(
                statements.iter().any(|statement| statement.rule == phrase.name),
                "{}: {text} is read by {statements:?}",
                phrase.name
            );
        }
    }
}

/// Measures whose own text holds the deadline, and measures that only name dates.
const HIDDEN: &[(&str, &str)] = &[
    (
        "До 15 марта 2018 года разместить на сайте копию устава, утверждённого приказом от 11.12.2017 № 64.",
        "date until 2018-03-15",
    ),
    ("Наладить продажу билетов через сайт (срок – I квартал 2018 г.).", "period 2018-01-01..2018-03-31"),
    ("Ежемесячно публиковать ответы на вопросы посетителей.", "recurring month 1 FREQ=MONTHLY;BYMONTHDAY=-1"),
    ("Закупить индукционную петлю не позднее 1 октября 2018 года, к открытию сезона.", "date until 2018-10-01"),
    (
        "В течение июня – июля 2018 года переставить кресла, снятые при ремонте 1985 года.",
        "period 2018-06-01..2018-07-31",
    ),
    ("Провести на еженедельной планёрке (понедельник, 10-00) инструктаж до 20.02.2018.", "date until 2018-02-20"),
    ("К 1 сентября 2018 года заменить кресла последних трёх рядов.", "date until 2018-09-01"),
    (
        "Ввести вторую бригаду при наличии средств от приносящей доход деятельности.",
        "conditional if «при наличии средств от приносящей доход деятельности»",
    ),
    ("Устранить замечания в срок до 10 августа 2015 года", "date until 2015-08-10"),
    ("Проводить опрос не реже 1 раза в квартал", "recurring quarter 1 FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1"),
    (
        "Обновлять сведения в течение 10 рабочих дней со дня их изменения",
        "relative working_day 10 if «со дня их изменения»",
    ),
    ("в мае 2024 года обновить раздел об услугах", "period 2024-05-01..2024-05-31"),
    ("В течение 10 рабочих дней разместить объявления", "relative working_day 10"),
    ("Отремонтировать крыльцо (июль)", "period 2025-07-01..2025-07-31"),
    ("Купить кулер (до 1 сентября);", "date until 2025-09-01"),
    ("Устранить недостатки, выявленные в мае 2024 года", ""),
    ("Заменить стулья в коридоре в мае 2024 года", "period 2024-05-01..2024-05-31"),
    ("Разместить план на сайте в течение 10 рабочих дней;", "relative working_day 10"),
    ("Обновить сведения о конкурсе, проведённом музеем в мае 2024 года", ""),
    ("Проводить опросы в мае 2024 года", ""),
    ("Отвечать на обращения в течение 10 рабочих дней", ""),
    ("Выполнить программу (2024 год) полностью", ""),
    ("Разместить отчёт за 2021 год и план на 2025 год", ""),
    ("Привести положение в соответствие с Федеральным законом от 29.12.2012 № 273-ФЗ", ""),
    ("Реализовать Стратегию развития до 2030 года", ""),
    ("Принимать граждан с 9:00 до 18:00 в кабинете № 12", ""),
    ("Организовать кружок для детей от 7 до 14 лет", ""),
    ("Повысить удовлетворённость до 95 процентов", ""),
    ("Регулярно планировать и выполнять мероприятия по повышению квалификации", ""),
];

#[test]
fn deadlines_hidden_in_measures_are_found() {
    for (text, expected) in HIDDEN {
        let found = find(text, &year_2025());
        assert_eq!(digest(&found), *expected, "{text}");
        assert!(found.iter().all(|deadline| deadline.grade != Grade::A), "{text}");
    }
}

/// Lines that lost their columns: the deadline is between the braces.
const LINES: &[&str] = &[
    "Провести ремонт санузла {до 01.06.2025} Иванцов И.И.",
    "Обновить раздел «Новости» по приказу от 01.02.2024 № 5 {ежемесячно} методист",
    "{до 1 марта 2022 г.}, Петрунина А.А., заместитель директора",
    "{II квартал 2025 г.} Директор",
    "Разместить отчёт за 2024 год {до 15.02.2025} Бухгалтер",
    "{постоянно} администрация",
    "Купить стулья {при наличии финансирования} Директор Сомов П.П.",
    "Провести опрос посетителей {сентябрь - октябрь 2025 г.} заведующий отделом",
    "{в течение 10 рабочих дней со дня поступления письма} Секретарь",
    "Актуализировать сведения {в течение года} Заведующий",
];

#[test]
fn deadlines_are_located_in_lines() {
    for marked in LINES {
        let line = marked.replace(['{', '}'], "");
        let start = marked.find('{').expect("marked");
        let end = marked.find('}').expect("marked") - 1;
        let got = locate(&line, &year_2025());
        assert_eq!(got.clone().map(|range| &line[range]), Some(&line[start..end]), "{line}");
    }
    for line in ["Директор Сомов П.П.", "приказ от 01.02.2024 № 5", "каб. 12", ""] {
        assert_eq!(locate(line, &year_2025()), None, "{line}");
    }
}

/// Twice the text, twice the work: counted in tokens that patterns look at, not in seconds.
#[test]
fn work_grows_with_length_only() {
    let steps = |text: &str| {
        pattern::STEPS.with(|steps| steps.set(0));
        let _ = (read(text, &year_2025()), find(text, &year_2025()));
        pattern::STEPS.with(std::cell::Cell::get)
    };
    for unit in [
        "до 1 июня 2025 г., ",
        "по слово ",
        "не ",
        "при наличии ",
        "1, ",
        "с 1 по ",
        "ежемесячно ",
        "в срок: ",
        "реже ",
        "31 ",
    ] {
        let half = steps(&unit.repeat(5_000 / unit.len()));
        let whole = steps(&unit.repeat(10_000 / unit.len()));
        assert!(whole <= half * 2 + half / 5 + 100, "{unit:?}: {half} steps, then {whole}");
    }
    let megabyte = "до 1 июня 2025 г., ".repeat(1 << 15);
    assert_eq!(digest(&read(&megabyte, &year_2025())), "unrecognized");
}
