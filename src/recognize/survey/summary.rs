//! Sheets that give counts by organization instead of answers: «из 120 опрошенных удовлетворены 97».

use std::collections::BTreeSet;

use super::headings::{Heading, Headings};
use super::wording::Wording;
use super::{Sheet, questions, roles};
use crate::language::fold::one_line;
use crate::model::{ColumnRole, Counted, Form, Question, Recognized, Warned};

/// A sheet with fewer counted questions is something else.
const LEAST_QUESTIONS: usize = 3;

/// The sheet as counts, if it is that.
pub(super) fn recognize(sheet: &Sheet<'_>, headings: &Headings) -> Warned<Option<Recognized>> {
    let mut columns: Vec<(usize, ColumnRole)> = Vec::new();
    let mut shares = 0;
    for (column, heading) in headings.columns.iter().enumerate() {
        let full = Wording::new(&heading.full());
        let role = if let Some(question) = question(heading) {
            match numbers(&sheet.sample(column, headings.rows)) {
                Numbers::Counts => Some(ColumnRole::Counts(question, counted(heading))),
                Numbers::Shares => {
                    shares += 1;
                    None
                }
                Numbers::None => None,
            }
        } else if counts_respondents(&full) {
            Some(ColumnRole::Respondents)
        } else {
            roles::role(&full).filter(|role| matches!(role, ColumnRole::Organization | ColumnRole::Inn))
        };
        columns.extend(role.filter(|role| columns.iter().all(|(_, other)| other != role)).map(|role| (column, role)));
    }
    let questions: BTreeSet<Question> = columns.iter().filter_map(|(_, role)| asked(*role)).collect();
    let name = columns.iter().find(|(_, role)| matches!(role, ColumnRole::Organization | ColumnRole::Inn));
    let Some(&(name, _)) = name else { return Warned::clean(None) };
    if questions.len() < LEAST_QUESTIONS || !is_one_row_each(sheet, headings, name) {
        let mut found = Warned::clean(None);
        if shares >= LEAST_QUESTIONS {
            let text = "В таблице проценты вместо ответов: число опрошенных по вопросам из них не восстановить, показатели не \
                        рассчитаны. Передайте анкеты или таблицу с числом ответов «Да» и «Нет».";
            found.warn_at("percents-not-answers", text, sheet.place.clone());
        }
        return found;
    }
    let mut found = Warned::clean(None);
    let text = "В таблице число ответов вместо самих ответов: показатели рассчитаны, но погрешность итоговых оценок и \
                достоверность ответов оценить нельзя. По возможности передайте анкеты.";
    found.warn_at("counts-not-answers", text, sheet.place.clone());
    found.value = Some(Recognized::Answers {
        part: sheet.part,
        block: sheet.block,
        header_rows: headings.rows,
        headings: columns.iter().map(|(column, _)| headings.columns[*column].full()).collect(),
        columns,
        form: Form::General,
        named: None,
    });
    found
}

fn asked(role: ColumnRole) -> Option<Question> {
    match role {
        ColumnRole::Counts(question, _) => Some(question),
        _ => None,
    }
}

fn question(heading: &Heading) -> Option<Question> {
    questions::question(&Wording::new(&heading.group)).or_else(|| questions::question(&Wording::new(&heading.full())))
}

/// What a column counts, by its lowest heading; a column that does not say counts those who said «Да».
fn counted(heading: &Heading) -> Counted {
    let own = Wording::new(&heading.own);
    let short = own.len() <= 4;
    if short && own.has_any(&["нет.", "не."]) {
        Counted::No
    } else if short && own.has_any(&["всего", "итого", "ответил", "опрошен", "кол"]) && !own.has("да.")
    {
        Counted::Answered
    } else {
        Counted::Yes
    }
}

fn counts_respondents(heading: &Wording) -> bool {
    heading.len() <= 8
        && heading.has_any(&["опрошен", "респондент", "анкет", "чобщ."])
        && heading.has_any(&["количеств", "кол", "число", "всего", "опрошено", "чобщ."])
}

/// What the numbers of a column are.
enum Numbers {
    Counts,
    Shares,
    None,
}

fn numbers(sample: &[&str]) -> Numbers {
    let parsed: Vec<f64> = sample
        .iter()
        .filter_map(|text| text.trim().trim_end_matches('%').trim().replace(',', ".").parse().ok())
        .filter(|number: &f64| *number >= 0.0)
        .collect();
    let whole = parsed.iter().all(|number| number.fract() == 0.0) && !sample.iter().any(|text| text.contains('%'));
    if parsed.len() < sample.len() || parsed.is_empty() {
        Numbers::None
    } else if whole {
        Numbers::Counts
    } else {
        Numbers::Shares
    }
}

/// Whether every organization has one row: answers have many.
fn is_one_row_each(sheet: &Sheet<'_>, headings: &Headings, name: usize) -> bool {
    let names: Vec<String> = sheet.sample(name, headings.rows).into_iter().map(one_line).collect();
    let distinct: BTreeSet<&String> = names.iter().collect();
    !names.is_empty() && distinct.len() == names.len()
}
