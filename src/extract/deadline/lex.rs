//! Text to tokens: words looked up, numbers and numeric dates read, damage of typing and scanning repaired.
//!
//! Works on the text as it is, so that every token knows its bytes; case, «ё», look-alike letters and invisible characters are
//! folded on the way.

use super::lexicon::{glued_months, glued_number, glued_unit, look_up, misspelt_month};
use super::numbers::{digits, is_letter, numeric_date, roman};
use super::token::{Class, Item};
use crate::language::fold::look_alike;

/// The tokens of a text, in order.
pub(super) fn lex(text: &str) -> Vec<Item> {
    let mut lexer = Lexer { text, at: 0, items: Vec::with_capacity(16), word: String::with_capacity(32) };
    while let Some(c) = lexer.peek() {
        match c {
            '0'..='9' => lexer.number(),
            _ if is_letter(c) => lexer.word(),
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
        let length = letters.find(|c| !is_letter(c)).unwrap_or(letters.len());
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
        if let Some((value, end)) = self.glued_roman() {
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

    /// «IIквартал», «IVкв.»: a Roman number that lost its space.
    fn glued_roman(&self) -> Option<(i32, usize)> {
        let rest = self.rest();
        let length = rest.find(|c| !matches!(c, 'I' | 'V' | 'X' | 'І' | 'Х' | 'У'))?;
        let number = roman(&rest[..length]).filter(|(_, end)| *end == length)?;
        let mut unit = String::new();
        fold_word(rest, length, &mut unit);
        let known = look_up(&unit)
            .is_some_and(|(class, _)| matches!(class, Class::Quarter | Class::HalfYear | Class::Trimester));
        known.then_some(number)
    }

    fn classify(&mut self, word: &str, start: usize) {
        // «2 п/г», «н/д» (no data), «н/п» (not provided for), «б/с» (without a term)
        for (letter, tails, class) in [
            ("п", ["/г", "/Г"], Class::HalfYear),
            ("н", ["/д", "/Д"], Class::Nothing),
            ("н", ["/п", "/П"], Class::Nothing),
            ("б", ["/с", "/С"], Class::Nothing),
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
        if let Some(at) = glued_unit(word) {
            for part in [&word[..at], &word[at..]] {
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
        let after_day = self.items.last().is_none_or(|item| matches!(item.class, Class::Number | Class::Ordinal));
        if after_day && let Some(month) = misspelt_month(word) {
            self.push(Class::MonthName, month, start);
            if let Some(item) = self.items.last_mut() {
                item.repaired = true;
            }
            return;
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
            _ if is_letter(c) => word.extend(look_alike(c).unwrap_or(c).to_lowercase()),
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
    (broken && trimmed.starts_with(is_letter)).then_some(text.len() - trimmed.len())
}
