//! Values of cells as a person sees them.

use std::borrow::Cow;

use calamine::{Data, DataRef, ExcelDateTime};
use chrono::{Datelike, Duration, NaiveDateTime, NaiveTime, Timelike};

use crate::language::fold::clean;

/// How a cell shows its number, as far as it changes what is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Shown {
    /// As it is.
    #[default]
    Plain,
    /// As a percentage.
    Percent,
    /// As a month and its year: the day behind it is nobody's word.
    Month,
}

/// A value as text, in the format of its cell.
pub(super) fn shown(value: &DataRef<'_>, format: Shown) -> String {
    let percent = format == Shown::Percent;
    if let (DataRef::DateTime(moment), Shown::Month) = (value, format)
        && let Some(date) = moment.as_datetime().filter(|_| !moment.is_duration() && moment.as_f64() >= 1.0)
    {
        return format!("{:02}.{}", date.month(), date.year());
    }
    match value {
        DataRef::Empty => String::new(),
        DataRef::String(text) => clean(text),
        DataRef::SharedString(text) => clean(text),
        DataRef::Int(number) if percent => format!("{}%", number.saturating_mul(100)),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) if percent => format!("{}%", self::number(number * 100.0)),
        DataRef::Float(number) => self::number(*number),
        DataRef::Bool(value) => boolean(*value).to_owned(),
        DataRef::DateTime(moment) => excel_moment(moment),
        DataRef::DateTimeIso(text) => iso_moment(text).into_owned(),
        DataRef::DurationIso(text) => iso_duration(text).into_owned(),
        DataRef::Error(error) => error.to_string(),
    }
}

/// The same for values that calamine owns.
pub(super) fn shown_owned(value: &Data) -> String {
    match value {
        Data::Empty => String::new(),
        Data::String(text) => clean(text),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => self::number(*number),
        Data::Bool(value) => boolean(*value).to_owned(),
        Data::DateTime(moment) => excel_moment(moment),
        Data::DateTimeIso(text) => iso_moment(text).into_owned(),
        Data::DurationIso(text) => iso_duration(text).into_owned(),
        Data::Error(error) => error.to_string(),
    }
}

/// A number without the noise of binary fractions: fifteen digits, no `.0`.
pub(super) fn number(number: f64) -> String {
    if !number.is_finite() {
        return String::new();
    }
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    if rounded == 0.0 { "0".to_owned() } else { rounded.to_string() }
}

/// Truth as Russian spreadsheets show it.
pub(super) fn boolean(value: bool) -> &'static str {
    if value { "ИСТИНА" } else { "ЛОЖЬ" }
}

/// A date as `dd.mm.yyyy`, with the time where there is one; a text that is no date stays as it is.
pub(super) fn iso_moment(text: &str) -> Cow<'_, str> {
    let text = text.trim().trim_end_matches('Z');
    let whole = if text.contains('T') { text.to_owned() } else { format!("{text}T00:00:00") };
    match NaiveDateTime::parse_from_str(&whole, "%Y-%m-%dT%H:%M:%S%.f") {
        Ok(moment) => Cow::Owned(moment_text(moment)),
        Err(_) => Cow::Borrowed(text),
    }
}

/// `PT12H30M00S` as `12:30:00`.
pub(super) fn iso_duration(text: &str) -> Cow<'_, str> {
    let Some(parts) = text.trim().strip_prefix("PT") else { return Cow::Borrowed(text) };
    let mut seconds = 0_i64;
    let mut digits = String::new();
    for c in parts.chars() {
        let unit = match c {
            'H' => 3600,
            'M' => 60,
            'S' => 1,
            c => {
                digits.push(c);
                continue;
            }
        };
        let value: f64 = digits.parse().unwrap_or(0.0);
        seconds = seconds.saturating_add((value * f64::from(unit)) as i64);
        digits.clear();
    }
    Cow::Owned(clock(seconds))
}

fn excel_moment(moment: &ExcelDateTime) -> String {
    let serial = moment.as_f64();
    if moment.is_duration() || (0.0..1.0).contains(&serial) {
        return clock((serial * 86_400.0).round() as i64);
    }
    // Serials beyond the year 9999 are numbers in a wrong format.
    match moment.as_datetime().filter(|_| (1.0..2_958_466.0).contains(&serial)) {
        Some(moment) => moment_text(moment),
        None => number(serial),
    }
}

fn moment_text(moment: NaiveDateTime) -> String {
    // Times are fractions of a day: a whole second comes a hair too early.
    let moment = moment.checked_add_signed(Duration::milliseconds(500)).unwrap_or(moment);
    let moment = moment.with_nanosecond(0).unwrap_or(moment);
    if moment.time() == NaiveTime::MIN {
        moment.format("%d.%m.%Y").to_string()
    } else {
        moment.format("%d.%m.%Y %-H:%M:%S").to_string()
    }
}

fn clock(seconds: i64) -> String {
    let sign = if seconds < 0 { "-" } else { "" };
    let seconds = seconds.unsigned_abs();
    format!("{sign}{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::ExcelDateTimeType;

    #[test]
    fn numbers_have_no_noise() {
        for (value, expected) in [
            (816.0, "816"),
            (0.1 + 0.2, "0.3"),
            (87.5, "87.5"),
            (-0.0, "0"),
            (1.1, "1.1"),
            (1e15, "1000000000000000"),
            (f64::NAN, ""),
        ] {
            assert_eq!(number(value), expected);
        }
        assert_eq!(shown(&DataRef::Float(0.925), Shown::Percent), "92.5%");
        let first = ExcelDateTime::new(45_870.0, ExcelDateTimeType::DateTime, false);
        assert_eq!(shown(&DataRef::DateTime(first), Shown::Month), "08.2025");
        assert_eq!(shown(&DataRef::DateTime(first), Shown::Plain), "01.08.2025");
    }

    #[test]
    fn dates_are_dates() {
        let date = |value| excel_moment(&ExcelDateTime::new(value, ExcelDateTimeType::DateTime, false));
        assert_eq!(date(45_658.0), "01.01.2025");
        assert_eq!(date(45_658.541_666_666_66), "01.01.2025 13:00:00");
        assert_eq!(date(0.5), "12:00:00");
        assert_eq!(date(1e9), "1000000000");
        assert_eq!(iso_moment("2025-03-01"), "01.03.2025");
        assert_eq!(iso_moment("2025-03-01T09:05:00"), "01.03.2025 9:05:00");
        assert_eq!(iso_moment("весна"), "весна");
        assert_eq!(iso_duration("PT08H30M00S"), "8:30:00");
    }
}
