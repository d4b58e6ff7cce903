//! Words of a text with their places.

use crate::language::fold::fold;

/// A run of letters and digits; a hyphen inside belongs to it.
#[derive(Clone, Debug)]
pub(super) struct Word<'a> {
    /// Byte offset of the first letter.
    pub(super) start: usize,
    /// Byte offset after the last letter.
    pub(super) end: usize,
    /// As written.
    pub(super) text: &'a str,
    /// As compared.
    pub(super) folded: String,
}

impl Word<'_> {
    /// Whether it begins with a capital letter.
    pub(super) fn is_capitalized(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether it is written in capitals only, two letters at least.
    pub(super) fn is_all_capitals(&self) -> bool {
        self.text.chars().count() > 1 && self.text.chars().all(char::is_uppercase)
    }

    /// Whether it is digits only, a letter after them allowed: «7», «7а».
    pub(super) fn is_number(&self) -> bool {
        let digits = self.text.bytes().take_while(u8::is_ascii_digit).count();
        digits > 0 && self.text[digits..].chars().count() <= 1
    }
}

/// The words of a text, in order.
pub(super) fn words(text: &str) -> Vec<Word<'_>> {
    let mut words: Vec<Word<'_>> = Vec::new();
    let mut start = None;
    let mut characters = text.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let next_is_letter = characters.peek().is_some_and(|&(_, next)| next.is_alphanumeric());
        let inside = c.is_alphanumeric() || (matches!(c, '-' | '‑' | '‐') && start.is_some() && next_is_letter);
        match (inside, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                words.push(word(text, from, at));
                start = None;
            }
            _ => {}
        }
    }
    if let Some(from) = start {
        words.push(word(text, from, text.len()));
    }
    words
}

fn word(text: &str, start: usize, end: usize) -> Word<'_> {
    let text = &text[start..end];
    Word { start, end, text, folded: fold(text) }
}
