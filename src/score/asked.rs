//! Which of an indicator's questions no sheet of answers has a column for, and which columns nobody understood.
//!
//! A question whose filter has no column counts for nobody, as one that nobody could answer does; readers must be told
//! which of the two it is.

use super::evidence::Evidence;
use crate::model::{Question, Warning};

/// The questions that no sheet asks: those of an indicator, or the filters that they stand behind.
pub(super) fn missing(evidence: &Evidence<'_>, questions: &[Question]) -> Vec<Question> {
    let asked = |question: Question| evidence.sheets.iter().any(|s| s.answers.asked() & 1 << question as u16 != 0);
    let missing = |&question: &Question| {
        let filter = question.filter().filter(|&filter| !asked(filter));
        if asked(question) { filter } else { Some(question) }
    };
    questions.iter().filter_map(missing).collect()
}

/// «Среди столбцов анкеты не найден вопрос «пользовались ли стендом».», with the columns that were not understood.
pub(super) fn told(evidence: &Evidence<'_>, missing: &[Question]) -> String {
    let questions: Vec<String> = missing.iter().map(|question| format!("«{}»", question.title())).collect();
    let found =
        if missing.len() == 1 { "не найден вопрос" } else { "не найдены вопросы" };
    let mut text = format!("Среди столбцов анкеты {found} {}.", questions.join(", "));
    let columns = not_understood(evidence);
    if !columns.is_empty() {
        text.push_str(&format!(" {} Если вопрос там, озаглавьте столбец словами приказа № 675н.", columns.join(" ")));
    }
    text
}

/// What the sheets of an organization's answers were warned of: columns that were not understood.
pub(super) fn not_understood<'a>(evidence: &Evidence<'a>) -> Vec<&'a str> {
    const CODES: [&str; 2] = ["columns-not-understood", "answers-not-understood"];
    let mut texts: Vec<&'a str> = Vec::new();
    for sheet in &evidence.sheets {
        let of_sheet = |warning: &&Warning| {
            CODES.contains(&warning.code.as_str()) && warning.place.sheet == sheet.answers.place.sheet
        };
        for warning in sheet.submission.facts.warnings.iter().filter(of_sheet) {
            if !texts.contains(&warning.message.as_str()) {
                texts.push(&warning.message);
            }
        }
    }
    texts
}
