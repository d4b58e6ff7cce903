//! Scans of Russian pages that an engine for Latin letters has recognized: nothing in them can be trusted.

use super::story;
use crate::language::fold::is_cyrillic;
use crate::model::Document;

/// So many characters decide.
const SAMPLE: usize = 20_000;
/// Fewer words than this prove nothing.
const FEWEST_WORDS: usize = 25;

/// Words that no English text does without.
const ENGLISH: [&str; 10] = ["the", "of", "and", "to", "in", "is", "for", "on", "with", "by"];

/// Whether the text is Russian spelled with look-alike Latin letters: «TIOJIOXTEHI,{E o6 oQuquaJrbHoM cafire».
pub(super) fn is_unreadable_scan(document: &Document) -> bool {
    let (mut words, mut odd, mut english, mut cyrillic, mut latin, mut seen) = (0, 0, 0, 0, 0, 0);
    for word in story::texts(document).flat_map(str::split_whitespace) {
        seen += word.len();
        if seen > SAMPLE {
            break;
        }
        cyrillic += word.chars().filter(|&c| is_cyrillic(c)).count();
        let letters = word.chars().filter(char::is_ascii_alphabetic).count();
        latin += letters;
        if letters < 3 || word.contains(['/', '@', '_', '=', '<', '\\', '#', '&', '%']) {
            continue;
        }
        words += 1;
        odd += usize::from(is_odd(word));
        english += usize::from(ENGLISH.contains(&word.to_ascii_lowercase().as_str()));
    }
    words >= FEWEST_WORDS && latin > cyrillic * 2 && odd * 5 > words && english * 40 < words
}

/// A word that no language has: capitals after small letters, braces or a 6 (for «б») within.
fn is_odd(word: &str) -> bool {
    let inner: Vec<char> = word.trim_matches(|c: char| !c.is_alphanumeric()).chars().collect();
    inner.windows(2).any(|pair| pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase())
        || inner.windows(3).any(|w| {
            w[0].is_ascii_alphabetic() && w[2].is_ascii_alphabetic() && matches!(w[1], '{' | '}' | ',' | '|' | '6')
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Block, Paragraph};

    fn scan(text: &str) -> bool {
        is_unreadable_scan(&Document::text(vec![Block::Paragraph(Paragraph::plain(text))]))
    }

    #[test]
    fn russian_in_latin_letters_is_unreadable() {
        let noise = "TIOJIOXTEHI,{E o6 oQuquaJrbHoM cafire yreoperrrqecxux floroxeHI{e o6uqecrBeHHoro coBera ";
        assert!(scan(&noise.repeat(6)));
    }

    #[test]
    fn honest_texts_are_readable() {
        let english = "The plan of measures is approved by the council and published on the official site in time. ";
        assert!(!scan(&english.repeat(6)));
        assert!(!scan(&"Обновить официальный сайт организации до конца года. ".repeat(10)));
        assert!(!scan(&"Lorem ipsum dolor sit amet consectetur adipiscing elit ".repeat(10)));
    }
}
