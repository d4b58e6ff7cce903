//! A heading as words, for tables of rules that ask for beginnings of words.

use crate::language::fold::fold;

/// The words of a text, folded, each after one space.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Wording(String);

impl Wording {
    pub(super) fn new(text: &str) -> Self {
        let folded = fold(text);
        let mut words = String::with_capacity(folded.len() + 1);
        for word in folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
            words.push(' ');
            words.push_str(word);
        }
        Self(words)
    }

    /// Whether a word begins so; `stem` may be the beginning of a phrase («в цел»). A stem that ends with `.` is a whole
    /// word («пол.»).
    pub(super) fn has(&self, stem: &str) -> bool {
        let (stem, whole) = stem.strip_suffix('.').map_or((stem, false), |stem| (stem, true));
        self.0.match_indices(stem).any(|(at, _)| {
            let ends = self.0[at + stem.len()..].chars().next().is_none_or(|c| c == ' ');
            self.0[..at].ends_with(' ') && (ends || !whole)
        })
    }

    /// Whether any of the stems is there.
    pub(super) fn has_any(&self, stems: &[&str]) -> bool {
        stems.iter().any(|stem| self.has(stem))
    }

    /// Whether every group has one of its stems there.
    pub(super) fn has_all(&self, groups: &[&[&str]]) -> bool {
        groups.iter().all(|stems| self.has_any(stems))
    }

    /// Whether the text begins with one of the stems, numbers left aside.
    pub(super) fn begins(&self, stems: &[&str]) -> bool {
        let text = self.0.trim_start_matches(|c: char| c == ' ' || c.is_ascii_digit());
        stems.iter().any(|stem| text.starts_with(stem))
    }

    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.0.matches(' ').count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stems_stand_at_the_beginning_of_words() {
        let wording = Wording::new("17. Ваш пол; использовали ли Вы САЙТ в целом?");
        assert!(wording.has("сайт") && wording.has("в цел") && wording.has("пол.") && wording.has("использов"));
        assert!(!wording.has("айт") && !wording.has("исполь.") && !wording.has("цели"));
        assert!(wording.begins(&["ваш пол"]) && !wording.begins(&["пол"]));
        assert_eq!(Wording::new(" — ").len(), 0);
    }
}
