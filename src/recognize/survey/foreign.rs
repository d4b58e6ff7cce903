//! Sheets that look like a survey round and are not one: other surveys, and results instead of answers.
//!
//! They are refused with a warning that says what they are. Counting them would mix scales and questions that have
//! nothing to do with each other.

use super::headings::Headings;
use super::wording::Wording;
use super::{Sheet, checklist, roles};
use crate::language::fold::fold;
use crate::model::ColumnRole;

/// Why a sheet is refused.
pub(super) struct Refusal {
    pub(super) code: &'static str,
    pub(super) message: String,
}

/// Words of other surveys: all stems of a line, and what the survey is.
const OTHER_SURVEYS: &[(&[&str], &str)] = &[
    (
        &["удовлетворенн", "граждан", "работой"],
        "опрос об удовлетворённости граждан работой организаций культуры (приказ Минкультуры № 2562, национальный проект «Семья»)",
    ),
    (&["национальн", "проект", "семья"], "опрос национального проекта «Семья»"),
    (&["нацпроект", "семья"], "опрос национального проекта «Семья»"),
];

/// Words over columns of results.
const RESULTS: &[&str] =
    &["критери", "показател", "балл", "рейтинг", "место.", "интегральн", "к1.", "к2.", "к3.", "к4.", "к5."];

/// Whether a heading stands over results.
pub(super) fn is_result(heading: &Wording) -> bool {
    heading.len() <= 12 && heading.has_any(RESULTS)
}

/// Why a sheet is not part of a round, if it is not.
pub(super) fn refusal(sheet: &Sheet<'_>, headings: &Headings) -> Option<Refusal> {
    other_survey(sheet, headings).or_else(|| results(sheet, headings))
}

fn other_survey(sheet: &Sheet<'_>, headings: &Headings) -> Option<Refusal> {
    let texts = sheet.titles.iter().chain(&headings.titles).map(String::as_str).chain(sheet.name);
    let texts = texts.map(str::to_owned).chain(headings.columns.iter().map(|heading| heading.full()));
    texts.map(|text| Wording::new(&text)).find_map(|text| {
        let (_, survey) = OTHER_SURVEYS.iter().find(|(stems, _)| stems.iter().all(|stem| text.has(stem)))?;
        Some(Refusal {
            code: "other-survey",
            message: format!(
                "Это другой опрос: {survey}. К независимой оценке качества он не относится и не учтён. Передайте анкеты по \
                 приказу № 675н."
            ),
        })
    })
}

/// Tables of indicators, criteria or totals by organization.
fn results(sheet: &Sheet<'_>, headings: &Headings) -> Option<Refusal> {
    const TOTALS: &[&str] = &["итогов", "общий балл", "сумма балл", "интегральн", "всего балл", "балл"];
    let wordings: Vec<Wording> = headings.columns.iter().map(|heading| Wording::new(&heading.full())).collect();
    let named = wordings.iter().any(|wording| roles::role(wording) == Some(ColumnRole::Organization));
    let numbers: Vec<(usize, f64)> = wordings
        .iter()
        .enumerate()
        // Items of check-lists ask for places and indicators, too.
        .filter(|(column, wording)| is_result(wording) && checklist::item(&headings.columns[*column]).is_none())
        .filter_map(|(column, _)| Some((column, highest(sheet, headings, column)?)))
        .collect();
    if !named || numbers.len() < 3 {
        return None;
    }
    let total = numbers.iter().rev().find(|(column, _)| wordings[*column].has_any(TOTALS)).map(|(_, highest)| *highest);
    let message = match total {
        Some(total) if total > 100.0 => {
            "Это таблица результатов по прежней методике (до 2018 года, до 160 баллов), а не анкеты: с нынешними 100 баллами \
             она не сравнима и не учтена."
        }
        Some(total) if total <= 10.0 => {
            "Это таблица результатов по десятибалльной шкале прежней методики, а не анкеты: с нынешними 100 баллами она не \
             сравнима и не учтена."
        }
        _ => {
            "Это таблица готовых результатов, а не анкеты: показатели рассчитываются заново по анкетам и чек-листам. \
              Передайте их."
        }
    };
    let old = total.is_some_and(|total| total > 100.0 || total <= 10.0);
    Some(Refusal { code: if old { "old-scale-results" } else { "results-not-answers" }, message: message.to_owned() })
}

/// The highest number of a column that holds numbers.
fn highest(sheet: &Sheet<'_>, headings: &Headings, column: usize) -> Option<f64> {
    let sample = sheet.sample(column, headings.rows);
    let numbers: Vec<f64> = sample.iter().filter_map(|text| number(text)).collect();
    (!numbers.is_empty() && numbers.len() * 10 >= sample.len() * 8)
        .then(|| numbers.into_iter().fold(f64::MIN, f64::max))
}

/// «92,3», «92.3 %», «95,68 балла».
fn number(text: &str) -> Option<f64> {
    let folded = fold(text).replace(',', ".");
    let number = folded.trim_end_matches(|c: char| !c.is_ascii_digit());
    number.parse().ok()
}
