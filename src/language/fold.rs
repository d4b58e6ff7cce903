//! One spelling for texts that people would call the same.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

/// The text as a person reads it: soft hyphens and zero-width marks removed, every kind of space made one space, line
/// breaks kept, ends trimmed. Letters, quotes and dashes stay as written.
pub fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.split(['\n', '\r', '\u{2028}', '\u{2029}', '\u{b}', '\u{c}', '\u{85}']) {
        let start = out.len();
        for c in line.chars() {
            if is_invisible(c) {
                continue;
            }
            if c.is_whitespace() || c.is_control() {
                if out.len() > start && !out.ends_with(' ') {
                    out.push(' ');
                }
            } else {
                out.push(c);
            }
        }
        if out.ends_with(' ') && out.len() > start {
            out.pop();
        }
        if out.len() > start {
            out.push('\n');
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// [`clean`], on one line.
pub fn one_line(text: &str) -> String {
    let mut cleaned = clean(text);
    if cleaned.contains('\n') {
        cleaned = cleaned.replace('\n', " ");
    }
    cleaned
}

/// The spelling used for comparison: [`one_line`], compatibility-normalized, lower case, «ё» as «е», Latin letters that
/// look like Cyrillic ones made Cyrillic in words with Cyrillic letters, one kind of quote (`"`), dash (`-`) and
/// apostrophe.
pub fn fold(text: &str) -> String {
    let line = one_line(text);
    let plain = line.chars().all(is_composed);
    let composed = if plain { line } else { line.nfkc().collect() };
    let mut out = String::with_capacity(composed.len());
    for c in cyrillic_look_alikes(&composed).chars() {
        match c {
            'ё' | 'Ё' => out.push('е'),
            '«' | '»' | '“' | '”' | '„' | '‟' | '″' | '\'' | '’' | '‘' | '`' => out.push('"'),
            '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => out.push('-'),
            'а'..='я' => out.push(c),
            'А'..='Я' => out.push(small(c)),
            _ => out.extend(c.to_lowercase()),
        }
    }
    if plain {
        return out;
    }
    // Some marks are spaces and letters together: «¨», «№».
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The small letter of a Russian capital from «А» to «Я».
fn small(c: char) -> char {
    char::from_u32(u32::from(c) + 0x20).unwrap_or(c)
}

/// Whether compatibility normalization leaves a character as it is, whatever stands beside it: nearly all texts have no
/// other characters.
fn is_composed(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{400}'..='\u{45f}' | '«' | '»' | '–' | '—')
}

/// Latin letters that stand for Cyrillic ones («cрок», «Oтветственный») made Cyrillic, in words that have at least one
/// Cyrillic letter; all-Latin words stay.
pub fn cyrillic_look_alikes(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || !text.bytes().any(|b| b.is_ascii_alphabetic()) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for word in text.split_inclusive(|c: char| !c.is_alphanumeric()) {
        let mixed = word.chars().any(is_cyrillic) && word.bytes().any(|b| b.is_ascii_alphabetic());
        if mixed {
            out.extend(word.chars().map(|c| look_alike(c).unwrap_or(c)));
        } else {
            out.push_str(word);
        }
    }
    Cow::Owned(out)
}

/// The Cyrillic letter that a Latin letter looks like.
pub fn look_alike(c: char) -> Option<char> {
    const LATIN: &str = "ABCEHKMOPTXYaceopxy";
    const CYRILLIC: &str = "АВСЕНКМОРТХУасеорху";
    LATIN.chars().position(|l| l == c).and_then(|i| CYRILLIC.chars().nth(i))
}

/// Whether a character is a Cyrillic letter.
pub fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{52f}')
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{0}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clean_keeps_lines_and_letters() {
        assert_eq!(clean(" Раз\u{a0}\u{a0}два\u{ad}три \r\n\n — «Ё» "), "Раз дватри\n— «Ё»");
    }

    #[test]
    fn fold_makes_one_spelling() {
        assert_eq!(fold("Oтветственный — «Ёлка»"), "ответственный - \"елка\"");
        assert_eq!(fold("сайт bus.gov.ru"), "сайт bus.gov.ru");
    }
}
