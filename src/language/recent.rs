//! Answers that are kept for a while, because the same question comes again and again.

use std::cell::RefCell;
use std::collections::HashMap;

/// Answers about the words or phrases met lately on this thread. An answer depends on its text alone, so what is kept here
/// changes no result; only the time it takes.
pub(crate) struct Recent<T> {
    answers: RefCell<HashMap<String, T>>,
}

/// So many answers are kept: a few hundred words make up nearly all posts and bodies.
const MOST: usize = 8192;

/// Longer texts hardly come again, in bytes.
const LONGEST: usize = 300;

impl<T: Clone> Recent<T> {
    /// The answer about a text, found by `find` where it is not kept.
    pub(crate) fn get(&self, text: &str, find: impl FnOnce(&str) -> T) -> T {
        if text.len() > LONGEST {
            return find(text);
        }
        if let Some(answer) = self.answers.borrow().get(text) {
            return answer.clone();
        }
        let answer = find(text);
        let mut answers = self.answers.borrow_mut();
        if answers.len() >= MOST {
            answers.clear();
        }
        answers.insert(text.to_owned(), answer.clone());
        answer
    }
}

impl<T> Default for Recent<T> {
    fn default() -> Self {
        Self { answers: RefCell::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_asked_about_once() {
        let recent = Recent::default();
        let ask = |text: &str| recent.get(text, |text| text.to_uppercase());
        assert_eq!(ask("отдел"), "ОТДЕЛ");
        assert_eq!(ask("отдел"), "ОТДЕЛ");
        assert_eq!(recent.get("отдел", |_| "другое".to_owned()), "ОТДЕЛ");
    }

    #[test]
    fn no_more_than_so_much_is_kept() {
        let recent = Recent::default();
        for number in 0..=MOST {
            recent.get(&number.to_string(), |_| ());
        }
        recent.get(&"я".repeat(LONGEST), |_| ());
        assert_eq!(recent.answers.borrow().len(), 1);
    }
}
