//! Numbers as they are typed and scanned: digits with letters among them, Roman numerals, dates and times of day in figures.

use super::time::{Time, Unit, Year};
use super::token::{Class, Item};
use crate::language::fold::is_cyrillic;

/// Whether a character is a letter; Cyrillic first, which the general question takes long to answer.
pub(super) fn is_letter(c: char) -> bool {
    is_cyrillic(c) || c.is_alphabetic()
}

/// A run of digits.
#[derive(Clone, Copy)]
pub(super) struct Digits {
    /// The number.
    pub value: i32,
    /// How many digits.
    pub count: u8,
    /// Bytes taken.
    pub length: usize,
    /// Whether letters stood for digits.
    pub repaired: bool,
}

/// The digits that a text begins with; letters that look like digits count where digits stand around them.
pub(super) fn digits(text: &str) -> Option<Digits> {
    let mut found = Digits { value: 0, count: 0, length: 0, repaired: false };
    let mut sure: Option<Digits> = None;
    for c in text.chars() {
        let (digit, letter) = match c {
            '0'..='9' => (c as i32 - '0' as i32, false),
            'О' | 'о' | 'O' | 'o' => (0, true),
            'l' | 'I' | '|' | 'І' => (1, true),
            'З' => (3, true),
            // Characters nobody sees.
            '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{feff}' if found.count > 0 => {
                found.length += c.len_utf8();
                continue;
            }
            _ if is_letter(c) => return sure,
            _ => break,
        };
        if found.count == 9 {
            return None;
        }
        found.value = found.value * 10 + digit;
        found.count += 1;
        found.length += c.len_utf8();
        if letter {
            found.repaired = true;
        } else {
            sure = Some(found);
        }
    }
    // Letters at the very end count too («202О»), unless there is no digit at all.
    sure.map(|_| found)
}

/// A Roman numeral of up to twelve, in whatever letters and digits it was typed: «III», «ІІІ», «1V», «lll», «IУ».
pub(super) fn roman(text: &str) -> Option<(i32, usize)> {
    if let Some(c @ ('\u{2160}'..='\u{216b}' | '\u{2170}'..='\u{217b}')) = text.chars().next() {
        return Some(((c as i32 - 0x2160) % 16 + 1, c.len_utf8()));
    }
    let mut strokes = [0u8; 4];
    let mut count = 0;
    let mut length = 0;
    let mut letters = false;
    for c in text.chars() {
        // «IVкв.»: the space was left out.
        if count > 0 && text[length..].starts_with("кв") {
            break;
        }
        let stroke = match c {
            'I' | 'l' | '|' | 'І' | 'і' | 'Ӏ' | 'i' | '1' => b'I',
            'V' | 'v' => b'V',
            'У' if count > 0 || text.chars().nth(1).is_some_and(|c| matches!(c, 'I' | 'І')) => b'V',
            'X' | 'Х' => b'X',
            _ if c.is_ascii_digit() || is_letter(c) => return None,
            _ => break,
        };
        letters |= c != '1';
        *strokes.get_mut(count)? = stroke;
        count += 1;
        length += c.len_utf8();
    }
    let value = match &strokes[..count] {
        b"I" => 1,
        b"II" => 2,
        b"III" => 3,
        b"IV" | b"IIII" => 4,
        b"V" => 5,
        b"VI" => 6,
        b"VII" => 7,
        b"VIII" => 8,
        b"IX" => 9,
        b"X" if count == 1 && text.starts_with('X') => 10,
        b"XI" => 11,
        b"XII" => 12,
        _ => return None,
    };
    letters.then_some((value, length))
}

/// A separator between the numbers of a date.
struct Separator {
    mark: char,
    /// Bytes taken, spaces and quotes among them.
    length: usize,
    /// Whether nothing stands before the mark.
    tight_before: bool,
    /// Whether nothing stands after it.
    tight_after: bool,
}

fn separator(text: &str) -> Option<Separator> {
    const GAPS: &[char] = &[' ', '\u{a0}', '"', '«', '»', '”', '“', '_', '\''];
    let mark_and_rest = text.trim_start_matches(GAPS);
    let mark = mark_and_rest.chars().next().filter(|c| matches!(c, '.' | ',' | '/' | '-' | '‑' | ':'))?;
    let after = &mark_and_rest[mark.len_utf8()..];
    let after = if mark == '.' { after.strip_prefix('.').unwrap_or(after) } else { after };
    let rest = after.trim_start_matches(GAPS);
    Some(Separator {
        mark,
        length: text.len() - rest.len(),
        tight_before: mark_and_rest.len() == text.len(),
        tight_after: rest.len() == after.len(),
    })
}

/// A date, a month, a time of day or an Excel serial with a fraction at the beginning of the text.
pub(super) fn numeric_date(text: &str, first: Digits) -> Option<(Item, usize)> {
    let time = |time: Time, repaired: bool| {
        let mut item = Item::new(Class::Time, 0, 0, 0);
        (item.time, item.repaired) = (Some(time), repaired);
        item
    };
    let between = separator(&text[first.length..])?;
    let mark = between.mark;
    let second = digits(&text[first.length + between.length..])?;
    let after_second = first.length + between.length + second.length;
    let repaired = first.repaired || second.repaired;
    let third = separator(&text[after_second..])
        .filter(|other| other.mark == mark)
        .and_then(|other| digits(&text[after_second + other.length..]).map(|third| (other, third)));
    if let Some((other, third)) = &third {
        let end = after_second + other.length + third.length;
        let repaired = repaired || third.repaired;
        let tight = between.tight_before && between.tight_after && other.tight_before && other.tight_after;
        let (day, month) = (first.value, second.value);
        match (first.count, second.count, third.count) {
            (1..=2, 1..=2, 4) if mark != ':' && (tight || mark == '.') && (1900..2200).contains(&third.value) => {
                return Some((time(Time::day(third.value, small(month), small(day)), repaired), end));
            }
            (1..=2, 1..=2, 2) if (mark == '.' || mark == '/' && tight) && second.count + first.count > 2 => {
                let year = 2000 + third.value;
                return Some((time(Time::day(year, small(month), small(day)), repaired || !tight), end));
            }
            (4, 1..=2, 1..=2) if tight && matches!(mark, '.' | '-' | '/') => {
                let date = Time::day(first.value, small(month), small(third.value));
                return Some((time(date, repaired), end + time_of_day(&text[end..])));
            }
            _ => {}
        }
    }
    if !between.tight_after || !between.tight_before && (mark != '.' || second.count != 2) {
        return None;
    }
    let clock = || first.value < 25 && second.value < 60 && second.count == 2 && first.count < 3;
    match (mark, first.count, second.count) {
        (':', ..) if clock() => {
            Some((Item::new(Class::Clock, 0, 0, 0), after_second + time_of_day(&text[after_second..])))
        }
        ('-' | '‑', 1..=2, 2) if clock() && second.value == 0 => {
            Some((Item::new(Class::Clock, 0, 0, 0), after_second))
        }
        ('.', 1..=2, 2) if clock() && (second.value == 0 || second.value > 12) => {
            Some((Item::new(Class::Clock, 0, 0, 0), after_second))
        }
        ('.', 1..=2, 1..=2) if third.is_none() || mark != '.' || second.count == 2 => {
            let day = Time::of(Unit::Day { month: small(second.value), day: small(first.value) }, Year::Missing);
            Some((time(day, repaired || second.count == 1), after_second))
        }
        ('.' | '/', 1..=2, 4) if (1..=12).contains(&first.value) && (1900..2200).contains(&second.value) => {
            Some((time(Time::of(Unit::Month(small(first.value)), Year::Is(second.value)), repaired), after_second))
        }
        // «2025-06»: not «2011-12 уч. год».
        ('-', 4, 2)
            if (1..=12).contains(&second.value)
                && (1990..2100).contains(&first.value)
                && third.is_none()
                && !text[after_second..].trim_start().starts_with(is_letter) =>
        {
            Some((time(Time::of(Unit::Month(small(second.value)), Year::Is(first.value)), repaired), after_second))
        }
        ('.' | ',', 5, _) => {
            let mut item = Item::new(Class::Number, first.value, 0, 0);
            item.digits = 5;
            Some((item, after_second))
        }
        _ => None,
    }
}

/// Bytes of the rest of a time stamp: «T00:00:00Z», «:00».
fn time_of_day(text: &str) -> usize {
    let body = text.strip_prefix(['T', 'Т', ':']).unwrap_or(text);
    if body.len() == text.len() || !body.starts_with(|c: char| c.is_ascii_digit()) {
        return 0;
    }
    let body_length =
        body.find(|c: char| !(c.is_ascii_digit() || matches!(c, ':' | '.' | 'Z' | '+'))).unwrap_or(body.len());
    text.len() - body.len() + body_length
}

/// A number of a date; what does not fit is no date anyway.
fn small(value: i32) -> u8 {
    u8::try_from(value).unwrap_or(u8::MAX)
}
