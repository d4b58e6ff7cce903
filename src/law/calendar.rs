//! Production calendars: which days are worked, year by year, as the government decrees.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::Deserialize;

use super::{LawError, LawFile};

/// Days off of every year there is data for; other years have weekends only.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    years: BTreeMap<i32, Year>,
}

/// The calendar of one year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Year {
    act: String,
    verified: bool,
    days_off: BTreeSet<NaiveDate>,
    worked_weekends: BTreeSet<NaiveDate>,
}

/// A file as written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CalendarFile {
    year: i32,
    act: String,
    #[serde(rename = "basis")]
    _basis: String,
    verified: bool,
    working_days: usize,
    days_off: Vec<NaiveDate>,
    worked_weekends: Vec<NaiveDate>,
}

impl Calendar {
    /// Whether there is data for the year. Without it only Saturdays and Sundays are off, and results deserve a warning.
    pub fn covers(&self, year: i32) -> bool {
        self.years.contains_key(&year)
    }

    /// Whether the data of the year was held against its decree.
    pub fn is_verified(&self, year: i32) -> bool {
        self.years.get(&year).is_some_and(|year| year.verified)
    }

    /// The act that says which days of the year are worked.
    pub fn act(&self, year: i32) -> Option<&str> {
        self.years.get(&year).map(|year| year.act.as_str())
    }

    /// Every year there is data for: the act, and whether the data was held against it.
    pub fn years(&self) -> impl Iterator<Item = (i32, &str, bool)> {
        self.years.iter().map(|(number, year)| (*number, year.act.as_str(), year.verified))
    }

    /// Whether the day is worked in a five-day week.
    pub fn is_working(&self, day: NaiveDate) -> bool {
        let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        match self.years.get(&day.year()) {
            Some(year) if weekend => year.worked_weekends.contains(&day),
            Some(year) => !year.days_off.contains(&day),
            None => !weekend,
        }
    }

    /// The day itself if it is worked, else the next that is: how a term ends (ГК РФ, статья 193).
    pub fn working_day_from(&self, day: NaiveDate) -> NaiveDate {
        // No run of days off is longer than a month; without an end of time there always is a next day.
        day.iter_days().take(31).find(|day| self.is_working(*day)).unwrap_or(day)
    }

    /// So many working days after a day, or before it where the number is negative. The day itself is not counted.
    pub fn add_working_days(&self, day: NaiveDate, count: i32) -> Option<NaiveDate> {
        let mut left = count.unsigned_abs();
        let mut at = day;
        while left > 0 {
            at = if count > 0 { at.checked_add_days(Days::new(1))? } else { at.checked_sub_days(Days::new(1))? };
            if self.is_working(at) {
                left -= 1;
            }
        }
        Some(at)
    }
}

/// Reads `law/calendar/*.toml`.
///
/// # Errors
/// Every mistake of every file.
pub fn parse(files: &[LawFile]) -> Result<Calendar, Vec<LawError>> {
    let mut calendar = Calendar::default();
    let mut errors = Vec::new();
    for file in files.iter().filter(|file| file.path.starts_with("law/calendar/") && file.path.ends_with(".toml")) {
        let mut refuse = |message: String| errors.push(LawError { path: file.path.clone(), message });
        match toml::from_str::<CalendarFile>(&file.text) {
            Err(error) => refuse(format!("файл не читается: {error}")),
            Ok(read) => match verified(&read) {
                Err(message) => refuse(message),
                Ok(_) if calendar.covers(read.year) => refuse(format!("год {} уже описан другим файлом", read.year)),
                Ok(year) => {
                    calendar.years.insert(read.year, year);
                }
            },
        }
    }
    if errors.is_empty() { Ok(calendar) } else { Err(errors) }
}

/// The year of a file, if its days belong to it and add up.
fn verified(file: &CalendarFile) -> Result<Year, String> {
    if let Some(day) = file.days_off.iter().chain(&file.worked_weekends).find(|day| day.year() != file.year) {
        return Err(format!("день {day} не относится к {} году", file.year));
    }
    if let Some(day) = file.worked_weekends.iter().find(|day| day.weekday().number_from_monday() < 6) {
        return Err(format!("{day} — не суббота и не воскресенье, рабочим его объявлять незачем"));
    }
    let year = Year {
        act: file.act.clone(),
        verified: file.verified,
        days_off: file.days_off.iter().copied().collect(),
        worked_weekends: file.worked_weekends.iter().copied().collect(),
    };
    let alone = Calendar { years: BTreeMap::from([(file.year, year.clone())]) };
    let worked = NaiveDate::from_ymd_opt(file.year, 1, 1).map_or(0, |first| {
        first.iter_days().take_while(|day| day.year() == file.year).filter(|day| alone.is_working(*day)).count()
    });
    if worked == file.working_days {
        Ok(year)
    } else {
        Err(format!("рабочих дней выходит {worked}, а в working_days указано {}", file.working_days))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn built_in() -> Calendar {
        parse(&crate::law::built_in()).expect("the built-in calendars are sound")
    }

    fn date(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    #[test]
    fn nine_years_are_built_in() {
        let calendar = built_in();
        assert_eq!(calendar.years.keys().copied().collect::<Vec<_>>(), (2019..=2027).collect::<Vec<_>>());
        assert!(!calendar.is_verified(2025) && !calendar.covers(2035));
    }

    #[test]
    fn holidays_and_transfers_are_kept() {
        let calendar = built_in();
        for (day, working) in [
            ("2025-01-08", false),
            ("2025-01-09", true),
            ("2025-05-02", false),
            ("2025-11-01", true),
            ("2025-11-03", false),
            ("2024-04-27", true),
            ("2035-01-01", true),
            ("2035-01-06", false),
        ] {
            assert_eq!(calendar.is_working(date(day)), working, "{day}");
        }
    }

    #[test]
    fn working_days_are_counted_from_the_next_day() {
        let calendar = built_in();
        for (from, count, to) in [
            ("2025-04-28", 5, "2025-05-07"),
            ("2025-04-30", 1, "2025-05-05"),
            ("2025-10-31", 1, "2025-11-01"),
            ("2025-01-09", -1, "2024-12-28"),
            ("2025-03-03", 0, "2025-03-03"),
        ] {
            assert_eq!(calendar.add_working_days(date(from), count), Some(date(to)), "{from} {count}");
        }
        assert_eq!(calendar.working_day_from(date("2025-05-01")), date("2025-05-05"));
    }

    #[test]
    fn a_file_that_does_not_add_up_is_refused() {
        let file = |text: &str| {
            let head = "year = 2025\nact = \"\"\nbasis = \"\"\nverified = true\n";
            parse(&[LawFile { path: "law/calendar/2025.toml".into(), text: format!("{head}{text}") }])
                .map_err(|e| e[0].to_string())
        };
        let wrong = file("working_days = 247\ndays_off = []\nworked_weekends = []").expect_err("too many days");
        assert!(wrong.contains("261"), "{wrong}");
        assert!(file("working_days = 261\ndays_off = [\"2024-01-01\"]\nworked_weekends = []").is_err());
        assert!(file("working_days = 262\ndays_off = []\nworked_weekends = [\"2025-03-03\"]").is_err());
        assert!(file("working_days = 261\ndays_off = []\nworked_weekends = []").is_ok());
    }
}
