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

    /// The words outside round brackets: what is asked, without its examples. A bracket that is never closed, as order
    /// 675н has one, reaches to the end.
    pub(super) fn outside_brackets(text: &str) -> Self {
        let mut depth = 0_usize;
        let outside: String = text
            .chars()
            .map(|c| {
                match c {
                    '(' => depth += 1,
                    ')' => depth = depth.saturating_sub(1),
                    _ if depth == 0 => return c,
                    _ => {}
                }
                ' '
            })
            .collect();
        Self::new(&outside)
    }

    /// The words that begin with one of the stems, in the order of the stems, each once.
    pub(super) fn matched(&self, stems: &[&str]) -> Vec<&str> {
        let mut words: Vec<&str> = Vec::new();
        for stem in stems {
            if let Some(at) = self.find(stem) {
                let end = at + stem.trim_end_matches('.').len();
                let end = self.0[end..].find(' ').map_or(self.0.len(), |rest| end + rest);
                if !words.contains(&&self.0[at..end]) {
                    words.push(&self.0[at..end]);
                }
            }
        }
        words
    }

    /// Whether a word begins so; `stem` may be the beginning of a phrase («в цел»). A stem that ends with `.` is a whole
    /// word («пол.»).
    pub(super) fn has(&self, stem: &str) -> bool {
        self.find(stem).is_some()
    }

    fn find(&self, stem: &str) -> Option<usize> {
        let (stem, whole) = stem.strip_suffix('.').map_or((stem, false), |stem| (stem, true));
        let fits = |at: usize| {
            let ends = self.0[at + stem.len()..].chars().next().is_none_or(|c| c == ' ');
            self.0[..at].ends_with(' ') && (ends || !whole)
        };
        self.0.match_indices(stem).map(|(at, _)| at).find(|at| fits(*at))
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
        assert_eq!(wording.matched(&["сайт", "в цел", "нет", "использ"]), ["сайт", "в целом", "использовали"]);
    }

    #[test]
    fn examples_in_brackets_can_be_left_out() {
        let outside = |text| Wording::outside_brackets(text).0;
        assert_eq!(outside("Удобен ли график (работы (приёма)) организации?"), " удобен ли график организации");
        assert_eq!(outside("Условия (график; навигация (таблички)?"), " условия");
        assert_eq!(outside("1) Да"), " 1 да");
    }
}
