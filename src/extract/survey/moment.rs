//! Time stamps of forms, however a program writes them.

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime};

const MOMENTS: &[&str] = &[
    "%Y-%m-%d %H:%M:%S%.f",
    "%Y-%m-%dT%H:%M:%S%.f",
    "%d.%m.%Y %H:%M:%S",
    "%d.%m.%Y %H:%M",
    "%d.%m.%Y, %H:%M:%S",
    "%d.%m.%Y, %H:%M",
    "%Y-%m-%d %H:%M",
    "%Y/%m/%d %H:%M:%S",
    "%Y/%m/%d %H:%M",
    "%Y/%m/%d %I:%M:%S %p",
    "%d/%m/%Y %H:%M:%S",
    "%d/%m/%Y %H:%M",
    "%d.%m.%y %H:%M:%S",
    "%d.%m.%y %H:%M",
    "%d-%m-%Y %H:%M:%S",
    "%d-%m-%Y %H:%M",
];
const DAYS: &[&str] = &["%Y-%m-%d", "%d.%m.%Y", "%Y/%m/%d", "%d/%m/%Y", "%d.%m.%y", "%d-%m-%Y"];

/// Reads a time stamp; a day alone is its midnight. A zone is dropped: the clock on the wall is what matters.
pub(super) fn read(text: &str) -> Option<NaiveDateTime> {
    let text = text.trim();
    if text.len() < 6 || text.len() > 40 || !text.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let wall = match text.find(" GMT").or_else(|| text.find(" UTC")).or_else(|| text.find(" MSK")) {
        Some(zone) => &text[..zone],
        None => text.strip_suffix('Z').unwrap_or(text),
    };
    MOMENTS
        .iter()
        .find_map(|format| NaiveDateTime::parse_from_str(wall, format).ok())
        .or_else(|| DateTime::parse_from_rfc3339(text).ok().map(|moment| moment.naive_local()))
        .or_else(|| DAYS.iter().find_map(|format| NaiveDate::parse_from_str(wall, format).ok()).map(midnight))
        .or_else(|| serial(text))
}

fn midnight(day: NaiveDate) -> NaiveDateTime {
    day.and_time(NaiveTime::MIN)
}

/// The number that a spreadsheet keeps: days since 30.12.1899.
fn serial(text: &str) -> Option<NaiveDateTime> {
    let days: f64 = text.replace(',', ".").parse().ok()?;
    // From 2000 to 2100.
    if !(36_526.0..73_050.0).contains(&days) {
        return None;
    }
    let day = NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(days as u64))?;
    let seconds = (days.fract() * 86_400.0).round() as i64;
    midnight(day).checked_add_signed(chrono::Duration::seconds(seconds))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_stamps_are_read_in_many_forms() {
        let expected = "2026-09-01T09:06:21".parse::<NaiveDateTime>().expect("a moment");
        for text in [
            "2026-09-01 09:06:21",
            "2026-09-01T09:06:21",
            "01.09.2026 9:06:21",
            "01.09.2026, 09:06:21",
            "2026/09/01 9:06:21 AM GMT+3",
            "2026-09-01T09:06:21+03:00",
            "2026-09-01T09:06:21Z",
            "2026-09-01 09:06:21.000",
            "46266.37941",
        ] {
            let read = read(text).expect(text);
            assert!((read - expected).num_seconds().abs() <= 1, "{text}: {read}");
        }
        assert_eq!(read("01.09.2026"), NaiveDate::from_ymd_opt(2026, 9, 1).map(midnight));
        for text in ["", "45", "Да", "31.02.2026", "2026"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
