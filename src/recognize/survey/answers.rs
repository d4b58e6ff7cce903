//! Sheets with one respondent in each row.

use super::headings::Headings;
use super::wording::Wording;
use super::{Sheet, asks, checklist, questions, quoted, roles};
use crate::language::{points, yes_no};
use crate::model::{ColumnRole, Form, Layout, Question, Recognized, Warned};

/// A sheet with fewer of the questions is something else.
const LEAST_QUESTIONS: usize = 3;
/// So many columns of questions that are answered with yes and no make a questionnaire, whatever they ask.
pub(super) const MANY_QUESTIONS: usize = 5;

/// The sheet as answers, if it is that.
pub(super) fn recognize(sheet: &Sheet<'_>, headings: &Headings) -> Warned<Option<Recognized>> {
    let mut columns = Vec::new();
    let mut unknown = Vec::new();
    let mut unreadable = Vec::new();
    for (column, heading) in headings.columns.iter().enumerate() {
        let (own, full) = (Wording::new(&heading.own), Wording::new(&heading.full()));
        let asked = questions::question(&heading.own).or_else(|| questions::question(&heading.full()));
        if let Some(question) = asked {
            if is_answered(sheet, headings, column, question) {
                columns.push((column, ColumnRole::Asks(question)));
            } else {
                unreadable.push(heading.full());
            }
        } else if questions::asks_waiting(&full) {
            columns.push((column, ColumnRole::Waited));
        } else if let Some(role) = roles::role(&own).or_else(|| roles::role(&full)) {
            columns.push((column, role));
        } else if !heading.own.is_empty() {
            unknown.push(heading.full());
        }
    }
    let mut asked: Vec<Question> = columns.iter().filter_map(|(_, role)| question_of(*role)).collect();
    asked.sort_unstable();
    asked.dedup();
    // Items of a check-list sound like questions; there, most columns are items.
    let of_assessors = headings.columns.iter().filter(|heading| checklist::item(heading).is_some()).count();
    let many = questions_asked(sheet, headings) >= MANY_QUESTIONS;
    if asked.len() < if many { 1 } else { LEAST_QUESTIONS } || of_assessors > asked.len() {
        let mut nothing = Warned::clean(None);
        if many && asked.is_empty() && of_assessors == 0 {
            let text = format!("Похоже на анкету, но ни один вопрос не понят; ответы не учтены: {}.", quoted(&unknown));
            nothing.warn_at("columns-not-understood", text, sheet.place.clone());
        }
        return nothing;
    }
    unknown.extend(keep_on_the_whole(headings, &mut columns));
    keep_one(&mut columns, ColumnRole::Organization);
    keep_one(&mut columns, ColumnRole::Timestamp);
    let has_name = columns.iter().any(|(_, role)| matches!(role, ColumnRole::Organization | ColumnRole::Inn));
    if !has_name && let Some(column) = column_of_names(sheet, headings, &columns) {
        columns.push((column, ColumnRole::Organization));
        columns.sort_by_key(|(column, _)| *column);
        unknown.retain(|heading| *heading != headings.columns[column].full());
    }
    let has_name = columns.iter().any(|(_, role)| matches!(role, ColumnRole::Organization | ColumnRole::Inn));
    let form = form(sheet, headings);
    let mut found = Warned::clean(None);
    // Questions first: they are the ones that figures may lack.
    unknown.sort_by_key(|heading| !asks(heading));
    if !unknown.is_empty() {
        let text = format!("Столбцы анкеты не поняты и не учтены: {}.", quoted(&unknown));
        found.warn_at("columns-not-understood", text, sheet.place.clone());
    }
    if !unreadable.is_empty() {
        let text = format!("Ответы в столбцах не похожи на «Да» и «Нет» и не учтены: {}.", quoted(&unreadable));
        found.warn_at("answers-not-understood", text, sheet.place.clone());
    }
    found.value = Some(Recognized::Answers {
        part: sheet.part,
        block: sheet.block,
        header_rows: headings.rows,
        headings: columns.iter().map(|(column, _)| headings.columns[*column].full()).collect(),
        named: if has_name { None } else { sheet.named(Some(headings)) },
        columns,
        form,
        layout: Layout::Rows,
    });
    found
}

fn question_of(role: ColumnRole) -> Option<Question> {
    match role {
        ColumnRole::Asks(question) => Some(question),
        _ => None,
    }
}

/// Whether the column holds answers: words of yes and no, points of a short scale; behind a filter question, anything
/// short. A column without any answer holds answers, too: nobody gave one.
fn is_answered(sheet: &Sheet<'_>, headings: &Headings, column: usize, question: Question) -> bool {
    let sample = sheet.sample(column, headings.rows);
    let fits = |text: &&&str| {
        yes_no::read(text).is_some()
            || points::read(text).is_some_and(|point| point <= 10)
            || (question.is_filter() && text.chars().count() <= 60 && text.trim().parse::<f64>().is_err())
    };
    sample.iter().filter(fits).count() * 10 >= sample.len() * 6
}

/// How many columns have a question over them and yes and no in them.
fn questions_asked(sheet: &Sheet<'_>, headings: &Headings) -> usize {
    let answered = |column: usize| {
        let sample = sheet.sample(column, headings.rows);
        let told = sample.iter().filter(|text| yes_no::read(text).is_some()).count();
        !sample.is_empty() && told * 10 >= sample.len() * 8
    };
    (0..headings.columns.len()).filter(|&c| asks(&headings.columns[c].own) && answered(c)).count()
}

/// Of several columns with a role the first keeps it.
fn keep_one(columns: &mut Vec<(usize, ColumnRole)>, role: ColumnRole) {
    let mut seen = false;
    columns.retain(|(_, other)| *other != role || !std::mem::replace(&mut seen, true));
}

/// Where one column asks for satisfaction «в целом», others that sound like it ask for something in particular. Returns their
/// headings.
fn keep_on_the_whole(headings: &Headings, columns: &mut Vec<(usize, ColumnRole)>) -> Vec<String> {
    let whole = |column: usize| Wording::new(&headings.columns[column].full()).has("целом");
    let overall = |role: ColumnRole| role == ColumnRole::Asks(Question::OverallSatisfied);
    if !columns.iter().any(|(column, role)| overall(*role) && whole(*column)) {
        return Vec::new();
    }
    let others = columns.extract_if(.., |(column, role)| overall(*role) && !whole(*column));
    others.map(|(column, _)| headings.columns[column].full()).collect()
}

/// The column that holds names of organizations although its heading does not say so.
fn column_of_names(sheet: &Sheet<'_>, headings: &Headings, known: &[(usize, ColumnRole)]) -> Option<usize> {
    (0..headings.columns.len()).filter(|column| known.iter().all(|(known, _)| known != column)).find(|&column| {
        let sample = sheet.sample(column, headings.rows);
        let named = sample.iter().filter(|text| roles::names_organization(text)).count();
        !sample.is_empty() && named * 10 >= sample.len() * 7
    })
}

/// The questionnaire: health has one for inpatients and one for outpatients.
fn form(sheet: &Sheet<'_>, headings: &Headings) -> Form {
    const INPATIENT: &[&str] = &["стационар", "госпитализ", "приемном отделени", "пребыван"];
    const OUTPATIENT: &[&str] = &["поликлиник", "амбулатор", "терапевт", "участков", "записи на прием к врач"];
    let texts = headings.columns.iter().map(|h| h.full()).chain(headings.titles.iter().cloned());
    let texts = texts.chain(sheet.name.map(str::to_owned)).chain(sheet.titles.iter().cloned());
    let (mut inpatient, mut outpatient) = (0, 0);
    for wording in texts.map(|text| Wording::new(&text)) {
        // The general questionnaire names all of them as examples in one question.
        let both = wording.has_any(&["справочн", "социальн", "библиотекар", "касс"]);
        inpatient += u32::from(!both && wording.has_any(INPATIENT));
        outpatient += u32::from(!both && wording.has_any(OUTPATIENT));
    }
    match (inpatient, outpatient) {
        (0, 0) => Form::General,
        (inpatient, outpatient) if inpatient >= outpatient => Form::Inpatient,
        _ => Form::Outpatient,
    }
}
