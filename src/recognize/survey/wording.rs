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
            if let Some(found) = self.find(stem)
                && !words.contains(&&self.0[found.clone()])
            {
                words.push(&self.0[found]);
            }
        }
        words
    }

    /// Whether words begin so. A stem of several words asks for words side by side: «обратн связ» for «обратная связь»; the
    /// short words of it are whole («в цел»). A stem that ends with `.` ends a word («пол.»).
    pub(super) fn has(&self, stem: &str) -> bool {
        self.find(stem).is_some()
    }

    /// Where the words that a stem asks for stand, the last one whole.
    fn find(&self, stem: &str) -> Option<std::ops::Range<usize>> {
        let first = stem.split([' ', '.']).next()?;
        let starts = self.0.match_indices(first).map(|(at, _)| at).filter(|&at| self.0[..at].ends_with(' '));
        starts.filter_map(|start| Some(start..start + begins_with(&self.0[start..], stem)?)).next()
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

/// How far the words of a text that begin as a stem asks reach.
fn begins_with(text: &str, stem: &str) -> Option<usize> {
    /// Shorter words of a stem are whole: prepositions.
    const BEGINNING: usize = 4;
    let mut words = text.split(' ');
    let mut asked = stem.split(' ').peekable();
    let mut end = 0;
    while let Some(beginning) = asked.next() {
        let word = words.next()?;
        let short = asked.peek().is_some() && beginning.chars().count() < BEGINNING;
        let fits = match beginning.strip_suffix('.') {
            Some(whole) => word == whole,
            None if short => word == beginning,
            None => word.starts_with(beginning),
        };
        if !fits {
            return None;
        }
        end += word.len() + usize::from(end > 0);
    }
    Some(end)
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
        let phrase = Wording::new("Обратная связь; все сроки");
        assert!(
            phrase.has("обратн связ") && phrase.has("связь.") && !phrase.has("в срок") && !phrase.has("сроки связ")
        );
        assert_eq!(phrase.matched(&["обратн связ"]), ["обратная связь"]);
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
