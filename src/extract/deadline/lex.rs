//! Text to tokens: words looked up, numbers and numeric dates read, damage of typing and scanning repaired.
//!
//! Works on the text as it is, so that every token knows its bytes; case, «ё», look-alike letters and invisible characters are
//! folded on the way.

use super::lexicon::{glued_months, glued_number, look_up};
use super::time::{Time, Unit, Year};
use super::token::{Class, Item};
use crate::language::fold::look_alike;

/// The tokens of a text, in order.
pub(super) fn lex(text: &str) -> Vec<Item> {
    let mut lexer = Lexer { text, at: 0, items: Vec::with_capacity(16), word: String::with_capacity(32) };
    while let Some(c) = lexer.peek() {
        match c {
            '0'..='9' => lexer.number(),
            _ if c.is_alphabetic() => lexer.word(),
            _ => lexer.mark(c),
        }
    }
    while lexer.items.last().is_some_and(|item| matches!(item.class, Class::Stop | Class::Comma | Class::Colon)) {
        lexer.items.pop();
    }
    lexer.items
}

struct Lexer<'t> {
    text: &'t str,
    at: usize,
    items: Vec<Item>,
    word: String,
}

impl Lexer<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn push(&mut self, class: Class, value: i32, start: usize) {
        self.items.push(Item::new(class, value, start, self.at));
    }

    /// Takes one character that is neither a letter nor a digit.
    fn mark(&mut self, c: char) {
        let start = self.at;
        self.at += c.len_utf8();
        let class = match c {
            '-' | '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '~' => Class::Dash,
            ',' => Class::Comma,
            ';' | '!' | '?' | '…' => Class::Stop,
            ':' => Class::Colon,
            '/' | '\\' => Class::Slash,
            '(' | ')' | '[' | ']' | '{' | '}' => Class::Bracket,
            '№' | '#' => Class::NumberSign,
            '+' | '&' => Class::And,
            '.' if self.ends_abbreviation() => {
                if let Some(last) = self.items.last_mut().filter(|last| last.end as usize == start) {
                    last.end += 1;
                }
                return;
            }
            '.' => Class::Stop,
            '%' | '°' | '§' | '₽' | '$' | '@' => Class::Word,
            // Spaces, quotes, underscores, bullets and everything invisible.
            _ => return,
        };
        // «--», «– -» and « -\n» are one dash.
        if class == Class::Dash && self.items.last().is_some_and(|item| item.class == Class::Dash) {
            return;
        }
        self.push(class, 0, start);
    }

    /// Whether the full stop just taken belongs to the token before it: «г.», «кв.», «01.–08.05».
    fn ends_abbreviation(&self) -> bool {
        if self.rest().starts_with(|c: char| !c.is_whitespace()) {
            return true;
        }
        self.items.last().is_none_or(|last| match last.class {
            Class::Number | Class::Digits4 | Class::Time | Class::Ordinal => last.end as usize + 1 == self.at,
            Class::Word | Class::Stop => false,
            _ => last.end - last.start <= 10,
        })
    }

    /// Takes a run that begins with a digit: a date, a time of day, a number.
    fn number(&mut self) {
        let start = self.at;
        if let Some((value, end)) = roman(self.rest()) {
            self.at += end;
            return self.push(Class::Ordinal, value, start);
        }
        let Some(first) = digits(self.rest()) else {
            self.at += 1;
            return;
        };
        if let Some((item, end)) = numeric_date(self.rest(), first) {
            self.at = start + end;
            self.items.push(Item { start: start as u32, end: self.at as u32, ..item });
            return;
        }
        self.at += first.length;
        let class =
            if first.count == 4 && (1900..2200).contains(&first.value) { Class::Digits4 } else { Class::Number };
        let class = if class == Class::Number { self.suffix().unwrap_or(class) } else { class };
        self.push(class, first.value, start);
        if let Some(item) = self.items.last_mut() {
            item.digits = first.count;
            item.repaired = first.repaired;
        }
    }

    /// Takes the ending of a number: «5-го», «1-е», «3х», and the hyphen of «10-дневный».
    fn suffix(&mut self) -> Option<Class> {
        let rest = self.rest();
        let hyphen = rest.chars().next().filter(|c| matches!(c, '-' | '‐' | '‑' | '–'));
        let letters = &rest[hyphen.map_or(0, char::len_utf8)..];
        let length = letters.find(|c: char| !c.is_alphabetic()).unwrap_or(letters.len());
        if length == 0 {
            return None;
        }
        let taken = hyphen.map_or(0, char::len_utf8) + length;
        let ending = &letters[..length];
        let ending = if ending.len() <= 8 { ending.to_lowercase() } else { String::new() };
        let class = match ending.as_str() {
            "го" | "ого" | "й" | "ый" | "ий" | "я" | "ая" | "е" | "ое" | "ье" | "му" | "ю" | "ую" | "ом" => {
                Class::Ordinal
            }
            "м" if hyphen.is_some() => Class::Ordinal,
            "х" | "ти" | "ми" | "ух" | "ёх" | "ех" => Class::Number,
            _ => {
                self.at += hyphen.map_or(0, char::len_utf8);
                return None;
            }
        };
        self.at += taken;
        Some(class)
    }

    /// Takes a run that begins with a letter.
    fn word(&mut self) {
        let start = self.at;
        if let Some((value, end)) = roman(self.rest()) {
            self.at += end;
            return self.push(Class::Ordinal, value, start);
        }
        if let Some(found) = digits(self.rest()).filter(|found| found.repaired) {
            // «О1.06.2025»: a digit in the shape of a letter begins the number.
            if found.count > 1 {
                return self.number();
            }
        }
        let mut buffer = std::mem::take(&mut self.word);
        buffer.clear();
        self.at = fold_word(self.text, start, &mut buffer);
        self.classify(&buffer, start);
        self.word = buffer;
    }

    fn classify(&mut self, word: &str, start: usize) {
        // «2 п/г», «н/д»
        for (letter, tails, class) in [
            ("п", ["/г", "/Г"], Class::HalfYear),
            ("н", ["/д", "/Д"], Class::Nothing),
            ("кв", ["-л", "-Л"], Class::Quarter),
        ] {
            if word == letter && tails.iter().any(|tail| self.rest().starts_with(tail)) {
                self.at += tails[0].len();
                return self.push(class, 0, start);
            }
        }
        if let Some((class, value)) = look_up(word)
            && !(class == Class::MonthName && glued_months(word).is_some())
        {
            return self.push(class, value, start);
        }
        // «сентяб-\nрь»: a word broken at the end of the line.
        if let Some(end) = after_line_hyphen(self.text, self.at) {
            let mut joined = word.to_owned();
            let end = fold_word(self.text, end, &mut joined);
            if let Some((class, value)) = look_up(&joined) {
                self.at = end;
                return self.push(class, value, start);
            }
        }
        if let Some(at) = glued_months(word) {
            for (i, part) in [&word[..at], &word[at..]].into_iter().enumerate() {
                if i > 0 {
                    self.push(Class::Dash, 0, start);
                }
                if let Some((class, value)) = look_up(part) {
                    self.push(class, value, start);
                }
            }
            if let Some(last) = self.items.last_mut() {
                last.repaired = true;
            }
            return;
        }
        if let Some((number, class, value)) = glued_number(word) {
            self.push(Class::Number, number, start);
            return self.push(class, value, start);
        }
        // A quarter in Russian capitals: «П квартал», «Ш квартал».
        let value = match &self.text[start..self.at] {
            "П" => 2,
            "Ш" => 3,
            _ => 0,
        };
        if value > 0 {
            self.push(Class::Ordinal, value, start);
            if let Some(item) = self.items.last_mut() {
                item.repaired = true;
            }
            return;
        }
        self.push(Class::Word, 0, start);
    }
}

/// Folds the letters that begin at a byte of the text into `word`; returns where they end.
fn fold_word(text: &str, start: usize, word: &mut String) -> usize {
    let mut end = start;
    for c in text[start..].chars() {
        match c {
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => {}
            // Decomposed «й» and «ё»: the breve makes a letter, the diaeresis is dropped with «ё».
            '\u{306}' if word.ends_with('и') => {
                word.pop();
                word.push('й');
            }
            '\u{300}'..='\u{36f}' => {}
            'а'..='я' => word.push(c),
            'ё' | 'Ё' => word.push('е'),
            'А'..='Я' => word.extend(c.to_lowercase()),
            _ if c.is_alphabetic() => word.extend(look_alike(c).unwrap_or(c).to_lowercase()),
            _ => break,
        }
        end += c.len_utf8();
    }
    end
}

/// Where the text goes on after a hyphen at the end of a line.
fn after_line_hyphen(text: &str, at: usize) -> Option<usize> {
    let rest = text[at..].strip_prefix(['-', '‐', '‑', '\u{ad}'])?;
    let trimmed = rest.trim_start();
    let broken = rest.len() > trimmed.len();
    (broken && trimmed.starts_with(char::is_alphabetic)).then_some(text.len() - trimmed.len())
}

/// A run of digits.
#[derive(Clone, Copy)]
struct Digits {
    value: i32,
    count: u8,
    /// Bytes taken.
    length: usize,
    /// Whether letters stood for digits.
    repaired: bool,
}

/// The digits that a text begins with; letters that look like digits count where digits stand around them.
fn digits(text: &str) -> Option<Digits> {
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
            _ if c.is_alphabetic() => return sure,
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
fn roman(text: &str) -> Option<(i32, usize)> {
    if let Some(c @ ('\u{2160}'..='\u{216b}' | '\u{2170}'..='\u{217b}')) = text.chars().next() {
        return Some(((c as i32 - 0x2160) % 16 + 1, c.len_utf8()));
    }
    let mut strokes = [0u8; 4];
    let mut count = 0;
    let mut length = 0;
    let mut letters = false;
    for c in text.chars() {
        let stroke = match c {
            'I' | 'l' | '|' | 'І' | 'і' | 'Ӏ' | 'i' | '1' => b'I',
            'V' | 'v' => b'V',
            'У' if count > 0 || text.chars().nth(1).is_some_and(|c| matches!(c, 'I' | 'І')) => b'V',
            'X' | 'Х' => b'X',
            _ if c.is_alphanumeric() => return None,
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
fn numeric_date(text: &str, first: Digits) -> Option<(Item, usize)> {
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
