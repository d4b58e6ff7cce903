//! Dates as stamps write them: «20» марта 2026 г., «29 » 08. 2012г, 10.01.2023, « 10»______01____2022.

use std::ops::Range;
use std::sync::LazyLock;

use chrono::NaiveDate;
use regex::{Captures, Regex};

/// First letters of the months, in order.
const MONTHS: &str = "янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек";

static DATE: LazyLock<Regex> = LazyLock::new(|| {
    // What typists put between the parts: quotes around the day, blanks of underscores, spaces.
    let gap = r#"[\s_.«»"“”„'/]"#;
    // «2О23»: a letter in the shape of a nought.
    let year = "(?:19|2[0ОO])[0-9ОO]{2}";
    let pattern = format!(
        r"(?i)\b(?P<y1>(?:19|20)\d\d)-(?P<m1>\d\d)-(?P<d1>\d\d)\b|(?P<d2>\d{{1,2}}){gap}+(?P<m2>\d{{1,2}}){gap}+(?P<y2>{year}|\d\d)(?:\D|$)|(?P<d3>\d{{1,2}}){gap}*(?P<m3>(?:{MONTHS}))\p{{L}}*{gap}+(?P<y3>{year})"
    );
    Regex::new(&pattern).expect("a constant pattern")
});

static MONTH: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    MONTHS.split('|').map(|month| Regex::new(&format!("(?i)^{month}")).expect("a constant pattern")).collect()
});

/// The dates of a text with their places. A blank date («____» ______ 2025 г.) is none.
pub(super) fn dates(text: &str) -> Vec<(NaiveDate, Range<usize>)> {
    DATE.captures_iter(text)
        .filter_map(|found| {
            let whole = found.get(0)?;
            let before = text[..whole.start()].chars().next_back();
            if before.is_some_and(|c| c.is_ascii_digit() || c == '/') {
                return None;
            }
            Some((date(&found)?, whole.range()))
        })
        .collect()
}

fn date(found: &Captures<'_>) -> Option<NaiveDate> {
    let number =
        |name: &str| found.name(name).and_then(|m| m.as_str().replace(['О', 'о', 'O', 'o'], "0").parse::<u32>().ok());
    let (year, month, day) = if let Some(year) = number("y1") {
        (year, number("m1")?, number("d1")?)
    } else if let Some(year) = number("y2") {
        (if year < 100 { 2000 + year } else { year }, number("m2")?, number("d2")?)
    } else {
        (number("y3")?, month_number(found.name("m3")?.as_str())?, number("d3")?)
    };
    NaiveDate::from_ymd_opt(year as i32, month, day).filter(|_| (1990..2100).contains(&year))
}

/// The number of a month by its name in any case, shortened or not.
pub(super) fn month_number(name: &str) -> Option<u32> {
    MONTH.iter().position(|month| month.is_match(name)).map(|at| at as u32 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shape_of_a_stamp_is_read() {
        for (text, expected) in [
            ("«20» марта 2026 г.", "2026-03-20"),
            ("10.01.2023 г.", "2023-01-10"),
            ("« 9 » января 2О23 г.", "2023-01-09"),
            ("09.01.2O23", "2023-01-09"),
            ("от «29 » 08. 2012г № 41/4", "2012-08-29"),
            ("« 10»______01____2022 г. № 6а", "2022-01-10"),
            ("« 17 » июля 2020г.", "2020-07-17"),
            ("«29» 01. 2021 г.", "2021-01-29"),
            ("19 января 2024 года", "2024-01-19"),
            ("от 27.08.2025", "2025-08-27"),
            ("\"14\" мая 2020", "2020-05-14"),
            ("01.09.24", "2024-09-01"),
            ("2024-01-15 00:00:00", "2024-01-15"),
            ("«05» _марта_ 2024 г.", "2024-03-05"),
        ] {
            let found: Vec<String> = dates(text).into_iter().map(|(date, _)| date.to_string()).collect();
            assert_eq!(found, [expected], "{text}");
        }
    }

    #[test]
    fn blanks_and_numbers_are_no_dates() {
        for text in [
            "«____» ______________ 2025 г.",
            "от _____ 2023г",
            "№ 31/01-18",
            "тел. 8(48146)0-00-00",
            "30.02.2024",
            "«__»____20__ г.",
        ] {
            assert_eq!(dates(text), [], "{text}");
        }
    }
}
