//! Stems of Russian words, so that «ответственный» meets «Ответственные».

use rust_stemmers::{Algorithm, Stemmer};

use super::fold::fold;

/// The stems of the words of a text, in order, folded; numbers and punctuation are left out.
pub fn stems(text: &str) -> Vec<String> {
    let stemmer = Stemmer::create(Algorithm::Russian);
    fold(text)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().any(char::is_alphabetic))
        .map(|word| stemmer.stem(word).into_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_share_a_stem() {
        assert_eq!(stems("Ответственный"), stems("ответственные"));
        assert_eq!(stems("Срок исполнения, 2025"), stems("сроки исполнение"));
    }
}
