//! How many said «Да», out of how many: the counts that every figure of the survey is made of.

use std::ops::AddAssign;

use crate::model::{Question, Respondent, StatedShare};

const QUESTIONS: usize = Question::ALL.len();
const YES: usize = 0;
const BASE: usize = QUESTIONS;
const ANSWERED: usize = 2 * QUESTIONS;
const WAITING_POINTS: usize = 3 * QUESTIONS;
const WAITS: usize = WAITING_POINTS + 1;
const WIDTH: usize = 48;

/// Counts over some respondents. They lie side by side in one array, so that adding up thousands of draws is one short
/// loop over it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Counts([u32; WIDTH]);

impl Counts {
    /// Nobody.
    pub(super) const NONE: Self = Self([0; WIDTH]);

    /// One respondent. `asked` has a bit for every question of the sheet, `waits` the points for each wait.
    ///
    /// A question behind a filter counts only those who passed the filter; any other question counts everybody who was
    /// given the form, whether they answered it or not.
    pub(super) fn one(respondent: &Respondent, asked: u16, waits: impl IntoIterator<Item = u32>) -> Self {
        let mut counts = Self::NONE;
        for question in Question::ALL {
            if asked & 1 << question as u16 == 0 {
                continue;
            }
            let index = question as usize;
            let in_base = question.filter().is_none_or(|filter| respondent.answer(filter) == Some(true));
            let counted = respondent.counted(question);
            counts.0[BASE + index] = u32::from(in_base);
            counts.0[YES + index] = u32::from(counted == Some(true));
            counts.0[ANSWERED + index] = u32::from(counted.is_some());
        }
        for points in waits {
            counts.0[WAITING_POINTS] += points;
            counts.0[WAITS] += 1;
        }
        counts
    }

    /// A share that a table states: so many of a whole that is no number of people.
    pub(super) fn stated(share: &StatedShare) -> Self {
        let mut counts = Self::NONE;
        let index = share.question as usize;
        counts.0[BASE + index] = share.of;
        counts.0[YES + index] = share.yes;
        counts.0[ANSWERED + index] = share.of;
        counts
    }

    /// Adds the same counts several times.
    pub(super) fn add_times(&mut self, other: &Self, times: u32) {
        for (sum, count) in self.0.iter_mut().zip(&other.0) {
            *sum += count * times;
        }
    }

    /// How many said «Да».
    pub(super) fn yes(&self, question: Question) -> u64 {
        u64::from(self.0[YES + question as usize])
    }

    /// Out of how many.
    pub(super) fn base(&self, question: Question) -> u64 {
        u64::from(self.0[BASE + question as usize])
    }

    /// How many of them answered at all.
    pub(super) fn answered(&self, question: Question) -> u64 {
        u64::from(self.0[ANSWERED + question as usize])
    }

    /// The sum of points for waiting.
    pub(super) fn waiting_points(&self) -> u64 {
        u64::from(self.0[WAITING_POINTS])
    }

    /// How many waits were told.
    pub(super) fn waits(&self) -> u64 {
        u64::from(self.0[WAITS])
    }
}

impl AddAssign<&Self> for Counts {
    fn add_assign(&mut self, other: &Self) {
        self.add_times(other, 1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_behind_a_closed_filter_is_not_counted() {
        let asked = 1 << Question::SiteUsed as u16 | 1 << Question::SiteSatisfied as u16;
        let mut respondent = Respondent::default();
        respondent.set(Question::SiteSatisfied, true);
        let counted = |respondent: &Respondent| {
            let counts = Counts::one(respondent, asked, []);
            (counts.yes(Question::SiteSatisfied), counts.base(Question::SiteSatisfied))
        };
        assert_eq!(counted(&respondent), (0, 0), "the filter was not answered");
        respondent.set(Question::SiteUsed, false);
        assert_eq!(counted(&respondent), (0, 0), "the filter was answered «Нет»");
        respondent.set(Question::SiteUsed, true);
        assert_eq!(counted(&respondent), (1, 1));
    }

    #[test]
    fn whoever_left_a_question_open_was_asked_it() {
        let asked = 1 << Question::Recommend as u16;
        let counts = Counts::one(&Respondent::default(), asked, [20, 60]);
        assert_eq!((counts.base(Question::Recommend), counts.answered(Question::Recommend)), (1, 0));
        assert_eq!(counts.base(Question::OverallSatisfied), 0, "not in the form");
        assert_eq!((counts.waiting_points(), counts.waits()), (80, 2));
    }
}
