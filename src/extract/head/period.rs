//! The time that a plan covers, as its title says.
//!
//! A plan that does not say it has no period here: its deadlines take a missing year from the approval, and nothing is
//! invented. The year in which the assessment was held is no period either, unless nothing else can be meant.

use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};
use regex::{Captures, Regex};

use super::date::{dates, month_number};
use super::title::Title;
use crate::model::{Period, Sector};

const YEAR: &str = r"(?:19|20)\d\d";

/// «с 01.03.2024 по 31.12.2025».
static FROM_TO: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\bс\s+(?P<from>.{6,30}?)\s+(?:по|до)\s+(?P<to>.{6,30})").expect("a constant pattern")
});

/// «01.01.2025 – 31.12.2026», «с 1 марта 2024 г. - 31 декабря 2025 г.».
static DAY_TO_DAY: LazyLock<Regex> = LazyLock::new(|| {
    let day = r"\d{1,2}(?:\.\d{1,2}\.|\s+\p{L}{3,8}\s+)(?:19|20)\d\d";
    Regex::new(&format!(r"(?i)(?P<from>{day})\s*(?:г\.|года)?\s*[-–—]\s*(?P<to>{day})")).expect("a constant pattern")
});

/// «2019-2020 учебный год», «2024/25 уч. г.», «2023 – 2025 учебные годы».
static SCHOOL_YEAR: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!(
        r"(?i)(?P<a>{YEAR})\s*(?:г\.?|год)?\s*[-–—/\\]\s*(?P<b>{YEAR}|\d\d)\s*(?:-?(?:й|ый))?\s*уч(?:\.|ебн)"
    ))
    .expect("a constant pattern")
});

/// «2 полугодие 2023», «I полугодие 2024 года», «III квартал 2024», «второе полугодие 2023 года».
static PART: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!(
        r"(?i)(?P<n>\bперв\p{{L}}+|\bвтор\p{{L}}+|\bтреть\p{{L}}+|\bчетв\p{{L}}+|\b[1-4]\b|\b[IІ]{{1,3}}\b|\bIV\b)\s*-?(?:й|е|ое|ый)?\s*(?P<unit>полугоди|кв)\p{{L}}*\.?\s*(?P<y>{YEAR})"
    ))
    .expect("a constant pattern")
});

/// «январь–май 2024», «сентябрь 2023 – май 2024».
static MONTHS: LazyLock<Regex> = LazyLock::new(|| {
    let month = r"(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)\p{L}*";
    Regex::new(&format!(
        r"(?i)\b(?P<a>{month})\s*(?P<y>{YEAR})?\s*(?:г\.|года?)?\s*[-–—]\s*(?P<b>{month})\s*(?P<z>{YEAR})"
    ))
    .expect("a constant pattern")
});

/// «на 2025 год», «на 2024–2026 годы», «2021-2022 гг.», «(2024)», «за 2023 год», «в 2020 году».
static YEARS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!(
        r"(?i)(?P<lead>\b(?:на|за|в|период|до|с)\s+(?:период\s+)?|\(|^|[^\d\p{{L}}./-])\s*(?P<a>{YEAR})\s*(?:г(?:од[аы]?)?\.?)?(?:\s*(?:[-–—/]|и|,|по)\s*(?P<b>{YEAR}|\d\d))?\s*(?P<word>г\.?\s?г\.?|год\p{{L}}*|г\b\.?)?(?P<tail>\)|[^\d./-]|$)"
    ))
    .expect("a constant pattern")
});

/// The period of a plan with this title: as a labelled line says, else the title, else what stands under
/// it, else what leads the plan in.
pub(super) fn read(title: &Title, sector: Option<Sector>, approved_on: Option<NaiveDate>) -> Option<Period> {
    let own = title.text.as_ref().map(|text| text.value.clone()).unwrap_or_default();
    let whole = title.lines.iter().chain(&title.under).map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ");
    [labelled(title), own, whole, lead_in(title)]
        .iter()
        .find_map(|text| stated(text, sector == Some(Sector::Education), approved_on))
}

/// «Период реализации: 2026 год», «Срок действия плана – с 01.02.2026 по 31.12.2026» on a line of its own.
fn labelled(title: &Title) -> String {
    static LABEL: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)^(?:период|сроки?)\s+(?:реализации|действия|исполнения|выполнения)(?:\s+плана)?\s*[:–—-]\s*(?P<says>.+)$|^(?:отч[её]тный\s+)?период\s*:\s*(?P<period>.+)$")
            .expect("a constant pattern")
    });
    let lines = title.above.iter().chain(&title.lines).chain(&title.under);
    lines
        .filter_map(|line| LABEL.captures(&line.text))
        .find_map(|found| found.name("says").or(found.name("period")).map(|says| format!("на {}", says.as_str())))
        .unwrap_or_default()
}

/// What sends the plan or puts it into force: «… сообщаем, что в 2026 году запланированы следующие мероприятия:»,
/// «1. Утвердить план … на 2026 год».
fn lead_in(title: &Title) -> String {
    static ABOUT: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"(?i)\bплан(?:а|у|ом|е)?\b|мероприяти|запланирован").expect("a constant pattern"));
    let about = |text: &str| ABOUT.is_match(text);
    title.above.iter().filter(|line| about(&line.text)).map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ")
}

/// The period that the name of a plan's file states.
pub(super) fn of_file_name(file_name: &str, sector: Option<Sector>) -> Option<Period> {
    let stem = file_name.rsplit_once('.').map_or(file_name, |(stem, _)| stem);
    stated(&stem.replace('_', " "), sector == Some(Sector::Education), None)
}

fn stated(text: &str, education: bool, approved_on: Option<NaiveDate>) -> Option<Period> {
    from_to(text)
        .or_else(|| SCHOOL_YEAR.captures(text).and_then(|found| school_years(&found)))
        .or_else(|| PART.captures(text).and_then(|found| part_of_year(&found)))
        .or_else(|| MONTHS.captures(text).and_then(|found| months(&found)))
        .or_else(|| years(text, education, approved_on))
}

fn from_to(text: &str) -> Option<Period> {
    FROM_TO.captures_iter(text).chain(DAY_TO_DAY.captures_iter(text)).find_map(|found| {
        let (start, _) = dates(&found["from"]).into_iter().next()?;
        let (end, _) = dates(&found["to"]).into_iter().next()?;
        (start < end).then_some(Period { start, end, school_year: false })
    })
}

fn school_years(found: &Captures<'_>) -> Option<Period> {
    let first: i32 = found["a"].parse().ok()?;
    let last = second_year(first, &found["b"])?;
    (last > first && last - first <= 6).then_some(())?;
    Some(Period { start: day(first, 9, 1)?, end: day(last, 8, 31)?, school_year: true })
}

/// «2024/25» and «2024/2025» alike.
fn second_year(first: i32, written: &str) -> Option<i32> {
    let year: i32 = written.parse().ok()?;
    Some(if year < 100 { first / 100 * 100 + year } else { year })
}

fn part_of_year(found: &Captures<'_>) -> Option<Period> {
    let year: i32 = found["y"].parse().ok()?;
    let folded = found["n"].to_lowercase().replace('і', "i");
    let number = match folded.as_str() {
        "1" | "i" => 1,
        "2" | "ii" => 2,
        "3" | "iii" => 3,
        "4" | "iv" => 4,
        word if word.starts_with("перв") => 1,
        word if word.starts_with("втор") => 2,
        word if word.starts_with("треть") => 3,
        _ => 4,
    };
    let months = if found["unit"].to_lowercase().starts_with("полугоди") { 6 } else { 3 };
    let first = (number - 1) * months + 1;
    (first <= 12).then_some(())?;
    Some(Period { start: day(year, first, 1)?, end: last_day(year, first + months - 1)?, school_year: false })
}

fn months(found: &Captures<'_>) -> Option<Period> {
    let last_year: i32 = found["z"].parse().ok()?;
    let (first, last) = (month_number(&found["a"])?, month_number(&found["b"])?);
    let first_year = match found.name("y") {
        Some(year) => year.as_str().parse().ok()?,
        None if first > last => last_year - 1,
        None => last_year,
    };
    let period = Period { start: day(first_year, first, 1)?, end: last_day(last_year, last)?, school_year: false };
    (period.start < period.end).then_some(period)
}

/// Years of the calendar. «На», a year of its own and a range count at once; a year behind the words of the assessment
/// counts only where the approval does not contradict it.
fn years(text: &str, education: bool, approved_on: Option<NaiveDate>) -> Option<Period> {
    let mut weak = None;
    for found in YEARS.captures_iter(text) {
        let Some(whole) = found.get(0) else { continue };
        let Ok(first) = found["a"].parse::<i32>() else { continue };
        let lead = found["lead"].trim().to_lowercase();
        let before = &text[..whole.start()];
        if is_of_an_act(before, &text[whole.end()..], &lead) {
            continue;
        }
        let second = found.name("b").and_then(|year| second_year(first, year.as_str())).filter(|year| *year > first);
        let last = second.unwrap_or(first);
        let period = if education && last == first + 1 && !is_plural(&found) {
            Period { start: day(first, 9, 1)?, end: day(last, 8, 31)?, school_year: true }
        } else {
            Period { start: day(first, 1, 1)?, end: day(last, 12, 31)?, school_year: false }
        };
        let reported = lead == "за" && is_report(before);
        let alone = before.trim().is_empty() || lead == "(" && &found["tail"] == ")";
        if lead.starts_with("на") || lead.contains("период") || reported || alone || second.is_some() && lead != "за"
        {
            return Some(period);
        }
        let held = was_held(before) || lead == "за";
        weak = weak.or(match approved_on {
            Some(day) => (day.year() == first).then_some(period),
            None => (!held).then_some(period),
        });
    }
    weak
}

/// «2021-2022 гг.», «годы» and «с 2021 по 2022 год» are years of the calendar even in a school.
fn is_plural(found: &Captures<'_>) -> bool {
    if found.get(0).is_some_and(|whole| whole.as_str().contains(" по ")) {
        return true;
    }
    found.name("word").is_some_and(|word| {
        let word = word.as_str().to_lowercase();
        word.starts_with("годы") || word.starts_with("годов") || word.matches('г').count() > 1
    })
}

/// «Отчёт … за», «Информация о выполнении плана … за»: the year reported on is the plan's.
fn is_report(before: &str) -> bool {
    let folded = before.to_lowercase();
    folded.starts_with("отч")
        || ["информация о", "сведения о", "справка о"].iter().any(|word| folded.starts_with(word))
            && ["выполнени", "исполнени", "реализаци"].iter().any(|word| folded.contains(word))
}

/// A year in the date or number of an act: «от 30 октября 2018 г. № 675н», «(приказ от 12.03.2019)».
fn is_of_an_act(before: &str, after: &str, lead: &str) -> bool {
    let month =
        before.split_whitespace().next_back().is_some_and(|word| month_number(word).is_some() && lead.is_empty());
    let numbered = after.trim_start().starts_with('№');
    month || numbered
}

/// Whether the words just before say that the assessment was held then: «проведённой в 2020 году».
fn was_held(before: &str) -> bool {
    let near: String =
        before.chars().rev().take(40).collect::<Vec<_>>().into_iter().rev().collect::<String>().to_lowercase();
    ["проведен", "проведён", "проходивш", "состоявш"].iter().any(|stem| near.contains(stem))
        && !near.contains("качества")
}

fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

fn last_day(year: i32, month: u32) -> Option<NaiveDate> {
    let next = if month == 12 { day(year + 1, 1, 1) } else { day(year, month + 1, 1) };
    next.and_then(|next| next.pred_opt())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, approved: Option<&str>) -> Option<(String, String)> {
        let approved = approved.map(|date| date.parse().expect("a date"));
        stated(text, false, approved).map(|p| (p.start.to_string(), p.end.to_string()))
    }

    #[test]
    fn stated_periods() {
        for (text, start, end) in [
            ("План на 2025 год", "2025-01-01", "2025-12-31"),
            ("План на 2025г.", "2025-01-01", "2025-12-31"),
            ("План работы на 2019-2020 учебный год", "2019-09-01", "2020-08-31"),
            ("План работы на 2024/25 уч. год", "2024-09-01", "2025-08-31"),
            ("Программа на 2021–2022 гг.", "2021-01-01", "2022-12-31"),
            ("План на 2024 - 2026 годы", "2024-01-01", "2026-12-31"),
            ("План на 2024 и 2025 годы", "2024-01-01", "2025-12-31"),
            ("План (2024)", "2024-01-01", "2024-12-31"),
            ("План на период с 01.03.2024 по 31.12.2025", "2024-03-01", "2025-12-31"),
            ("План на период с 1 марта 2024 г. по 31 декабря 2025 г.", "2024-03-01", "2025-12-31"),
            ("План на период 01.01.2025 – 31.12.2026", "2025-01-01", "2026-12-31"),
            ("План на 2 полугодие 2023", "2023-07-01", "2023-12-31"),
            ("План на первое полугодие 2024 года", "2024-01-01", "2024-06-30"),
            ("План на IV квартал 2024 года", "2024-10-01", "2024-12-31"),
            ("План на сентябрь 2023 – май 2024", "2023-09-01", "2024-05-31"),
            ("Отчёт о выполнении плана за 2023 год", "2023-01-01", "2023-12-31"),
            ("План по результатам НОК 2026", "2026-01-01", "2026-12-31"),
            ("План по итогам оценки, проведённой в 2020 году, на 2021 год", "2021-01-01", "2021-12-31"),
            ("План (по итогам независимой оценки 2023 года) на 2024 год", "2024-01-01", "2024-12-31"),
            ("2021 год", "2021-01-01", "2021-12-31"),
            ("План устранения недостатков в МБУК «ЦБС» в 2020 году", "2020-01-01", "2020-12-31"),
        ] {
            assert_eq!(read(text, None), Some((start.into(), end.into())), "{text}");
        }
    }

    #[test]
    fn what_is_not_stated_is_not_invented() {
        for (text, approved) in [
            ("План мероприятий", Some("2024-01-15")),
            ("План по итогам оценки, проведённой в 2020 году", None),
            ("План по итогам оценки, проведённой в 2023 году", Some("2024-01-15")),
            ("План во исполнение приказа от 30 октября 2018 г. № 675н", None),
            ("План по результатам НОК 2023 года", Some("2024-02-01")),
        ] {
            assert_eq!(read(text, approved), None, "{text}");
        }
    }

    #[test]
    fn a_range_of_two_years_in_a_school_is_its_school_year() {
        let period = stated("План на 2023-2024 год", true, None).expect("a period");
        assert!(period.school_year);
        assert_eq!(period.start.to_string(), "2023-09-01");
    }
}
