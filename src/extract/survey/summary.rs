//! Counts by organization to respondents that fit them.

use std::collections::BTreeMap;

use super::answers::Sheet;
use super::{column_number, row_number};
use crate::language::fold::one_line;
use crate::model::{Answers, ColumnRole, Counted, Question, QuestionColumn, Respondent, Warned};

/// No organization has more respondents.
const MOST: u32 = 1_000_000;

/// Whether the columns count answers.
pub(super) fn is_summary(columns: &[(usize, ColumnRole)]) -> bool {
    columns.iter().any(|(_, role)| matches!(role, ColumnRole::Counts(..)))
}

/// One organization in each row: as many respondents as were asked, with as many «Да» to each question as were counted.
pub(super) fn read(sheet: &Sheet<'_>) -> Warned<Answers> {
    let table = sheet.table;
    let mut answers = Answers { place: sheet.place.clone(), form: sheet.form, summed: true, ..Answers::default() };
    for ((column, role), heading) in sheet.columns.iter().zip(sheet.headings) {
        if let ColumnRole::Counts(question, _) = role
            && answers.questions.iter().all(|known| known.question != *question)
        {
            let (heading, column) = (heading.clone(), column_number(table, *column));
            answers.questions.push(QuestionColumn { question: *question, heading, column });
        }
    }
    let mut found = Warned::clean(answers);
    for row in sheet.first..table.rows() {
        let text = |wanted: ColumnRole| {
            let (column, _) = sheet.columns.iter().find(|(_, role)| *role == wanted)?;
            Some(one_line(table.text(row, *column))).filter(|text| !text.is_empty())
        };
        let Some(name) = text(ColumnRole::Organization).or_else(|| text(ColumnRole::Inn)) else { continue };
        let total = ["итог", "всего", "средн"].iter().any(|word| name.to_lowercase().starts_with(word));
        let counts = Counts::new(|role| text(role).and_then(|text| count(&text)));
        if total || counts.respondents() == 0 {
            continue;
        }
        if counts.respondents() > MOST {
            let text = format!("Число опрошенных {} неправдоподобно; строка не учтена.", counts.respondents());
            found.warn_at("counts-implausible", text, sheet.place.at_row(row_number(table, row)));
            continue;
        }
        let organization = found.value.organizations.len() as u32;
        found.value.organizations.push(name);
        let asked: Vec<Question> = found.value.questions.iter().map(|column| column.question).collect();
        for index in 0..counts.respondents() {
            let mut respondent =
                Respondent { row: row_number(table, row), organization: Some(organization), ..Respondent::default() };
            counts.answer(index, &asked, &mut respondent);
            found.value.respondents.push(respondent);
        }
    }
    // A filter that is known only through those who answered behind it was asked, too.
    let behind: Vec<QuestionColumn> = found.value.questions.clone();
    for column in behind {
        if let Some(filter) = column.question.filter()
            && found.value.questions.iter().all(|known| known.question != filter)
        {
            found.value.questions.push(QuestionColumn { question: filter, ..column });
        }
    }
    found
}

fn count(text: &str) -> Option<u32> {
    let whole = text.strip_suffix(".0").or_else(|| text.strip_suffix(",0")).unwrap_or(text);
    let digits: String = whole.chars().filter(|c| !c.is_whitespace()).collect();
    digits.parse().ok()
}

/// The counts of one organization.
struct Counts {
    respondents: Option<u32>,
    /// «Да» and all answers, by question.
    of: BTreeMap<Question, (u32, u32)>,
}

impl Counts {
    fn new(count: impl Fn(ColumnRole) -> Option<u32>) -> Self {
        let of = Question::ALL.into_iter().filter_map(|question| {
            let [yes, no, all] =
                [Counted::Yes, Counted::No, Counted::Answered].map(|c| count(ColumnRole::Counts(question, c)));
            let yes = yes.or_else(|| Some(all?.saturating_sub(no?)))?;
            let all = all.unwrap_or_else(|| yes.saturating_add(no.unwrap_or(0)));
            Some((question, (yes, all.max(yes))))
        });
        Self { respondents: count(ColumnRole::Respondents), of: of.collect() }
    }

    /// How many were asked: the stated number, and never fewer than answered any question.
    fn respondents(&self) -> u32 {
        let answered = self.of.values().map(|(_, all)| *all).max().unwrap_or(0);
        self.respondents.unwrap_or(answered).max(answered)
    }

    /// How many passed the filter of a question: as counted at the filter, else all who answered behind it.
    fn passed(&self, question: Question) -> u32 {
        let behind = self.of.get(&question).map_or(0, |(_, all)| *all);
        question.filter().and_then(|filter| self.of.get(&filter)).map_or(behind, |(yes, _)| *yes)
    }

    /// The answers of one respondent: the first ones say «Да».
    fn answer(&self, index: u32, asked: &[Question], respondent: &mut Respondent) {
        for &question in asked {
            let Some(&(yes, all)) = self.of.get(&question) else { continue };
            match question.filter() {
                Some(filter) => {
                    let passed = self.passed(question);
                    respondent.set(filter, index < passed);
                    if index < passed {
                        respondent.set(question, index < yes);
                    }
                }
                // A column of «Да» alone leaves open who said «Нет»: everybody else who was asked.
                None if index < all || all == yes => respondent.set(question, index < yes),
                None => {}
            }
        }
    }
}
