//! Sheets with one organization in each row that sum up its answers: «из 120 опрошенных удовлетворены 97», or «81 %».

use std::collections::BTreeSet;

use super::headings::{Heading, Headings};
use super::wording::Wording;
use super::{Sheet, questions, roles};
use crate::language::decimal::{self, Decimal};
use crate::language::fold::one_line;
use crate::language::yes_no::{self, YesNo};
use crate::model::{ColumnRole, Counted, Form, Layout, Question, Recognized, Warned};

/// A sheet with fewer questions is something else.
const LEAST_QUESTIONS: usize = 3;

/// The sheet, where it can be nothing but a summary: it has a column of how many were asked, or its numbers are shares.
pub(super) fn certain(sheet: &Sheet<'_>, headings: &Headings) -> Warned<Option<Recognized>> {
    let columns = columns(sheet, headings);
    let sums = |role: &ColumnRole| *role == ColumnRole::Respondents || is_share(*role);
    if columns.iter().any(|(_, role)| sums(role)) { summary(sheet, headings, columns) } else { Warned::clean(None) }
}

/// The sheet as a summary, if it is that.
pub(super) fn recognize(sheet: &Sheet<'_>, headings: &Headings) -> Warned<Option<Recognized>> {
    summary(sheet, headings, columns(sheet, headings))
}

fn summary(sheet: &Sheet<'_>, headings: &Headings, columns: Vec<(usize, ColumnRole)>) -> Warned<Option<Recognized>> {
    let questions: BTreeSet<Question> = columns.iter().filter_map(|(_, role)| asked(*role)).collect();
    let name = columns.iter().find(|(_, role)| matches!(role, ColumnRole::Organization | ColumnRole::Inn));
    let Some(&(name, _)) = name else { return Warned::clean(None) };
    if questions.len() < LEAST_QUESTIONS || !is_one_row_each(sheet, headings, name) {
        return Warned::clean(None);
    }
    let recognized = Recognized::Answers {
        part: sheet.part,
        block: sheet.block,
        header_rows: headings.rows,
        headings: columns.iter().map(|(column, _)| headings.columns[*column].full()).collect(),
        columns,
        form: Form::General,
        named: None,
        layout: Layout::Rows,
    };
    counted(sheet, recognized)
}

/// A summary with what its reader must know.
pub(super) fn counted(sheet: &Sheet<'_>, summary: Recognized) -> Warned<Option<Recognized>> {
    let mut found = Warned::clean(None);
    if let Recognized::Answers { columns, .. } = &summary {
        let (code, text) = warning(columns);
        found.warn_at(code, text, sheet.place.clone());
    }
    found.value = Some(summary);
    found
}

/// What a reader of the figures must know of where they come from.
fn warning(columns: &[(usize, ColumnRole)]) -> (&'static str, &'static str) {
    let respondents = columns.iter().any(|(_, role)| *role == ColumnRole::Respondents);
    if !columns.iter().any(|(_, role)| is_share(*role)) {
        let text = "В таблице число ответов вместо самих ответов: показатели рассчитаны, но погрешность итоговых оценок и \
                    достоверность ответов оценить нельзя. По возможности передайте анкеты.";
        ("counts-not-answers", text)
    } else if respondents {
        let text = "В таблице доли вместо ответов: число ответов «Да» восстановлено по доле и числу опрошенных и округлено до \
                    целого. Погрешность итоговых оценок и достоверность ответов оценить нельзя. По возможности передайте \
                    анкеты.";
        ("shares-not-answers", text)
    } else {
        let text = "В таблице доли вместо ответов, и не указано, сколько человек опрошено: показателями приняты сами доли, их \
                    погрешность и объём выборки неизвестны. Добавьте столбец с числом опрошенных или передайте анкеты.";
        ("shares-without-respondents", text)
    }
}

/// What each column is. A column that two roles would fit has the first; a second column of the same role has none.
fn columns(sheet: &Sheet<'_>, headings: &Headings) -> Vec<(usize, ColumnRole)> {
    let shares = SharesBy::of(sheet, headings);
    let mut columns: Vec<(usize, ColumnRole)> = Vec::new();
    for (column, heading) in headings.columns.iter().enumerate() {
        let full = Wording::new(&heading.full());
        let role = if let Some(question) = question(heading) {
            let numbers = numbers(sheet, headings, column);
            numbers.and_then(|numbers| shares.role(question, heading, &numbers))
        } else if counts_respondents(&full) {
            Some(ColumnRole::Respondents)
        } else {
            roles::role(&full).filter(|role| matches!(role, ColumnRole::Organization | ColumnRole::Inn))
        };
        columns.extend(role.filter(|role| columns.iter().all(|(_, other)| other != role)).map(|role| (column, role)));
    }
    if columns.iter().all(|(_, role)| !matches!(role, ColumnRole::Organization | ColumnRole::Inn)) {
        let mut free = (0..headings.columns.len()).filter(|column| columns.iter().all(|(known, _)| known != column));
        let name = free.find(|column| names_organizations(sheet, headings, *column));
        columns.extend(name.map(|column| (column, ColumnRole::Organization)));
    }
    // Where people are counted, too, shares add nothing.
    let counted: BTreeSet<Question> =
        columns.iter().filter(|(_, role)| !is_share(*role)).filter_map(|(_, role)| asked(*role)).collect();
    columns.retain(|(_, role)| !(is_share(*role) && asked(*role).is_some_and(|question| counted.contains(&question))));
    columns
}

/// What the whole sheet says of its numbers.
pub(super) struct SharesBy {
    /// Whether numbers are shares where their own heading does not say.
    pub(super) default: bool,
    /// Whether shares behind a filter are shares of all who were asked.
    pub(super) of_all: bool,
}

impl SharesBy {
    fn of(sheet: &Sheet<'_>, headings: &Headings) -> Self {
        let asked: Vec<(usize, &Heading, Question)> = headings
            .columns
            .iter()
            .enumerate()
            .filter_map(|(column, heading)| Some((column, heading, question(heading)?)))
            .collect();
        let fractional = |(column, heading, _): &(usize, &Heading, Question)| {
            says(&heading.full()) != Says::Counts
                && numbers(sheet, headings, *column)
                    .is_some_and(|numbers| numbers.iter().any(|number| number.percent || number.decimals > 0))
        };
        let titles = || sheet.titles.iter().chain(&headings.titles);
        Self {
            default: titles().any(|title| says(title) == Says::Shares) || asked.iter().any(fractional),
            of_all: titles().any(|title| of_all(title)) && !exceeds_its_filter(sheet, headings, &asked),
        }
    }

    /// What a column is that holds `numbers` of a question.
    pub(super) fn role(&self, question: Question, heading: &Heading, numbers: &[Decimal]) -> Option<ColumnRole> {
        let counted = whom(heading)?;
        let shares = match says(&heading.full()) {
            Says::Shares => true,
            Says::Counts => false,
            Says::Nothing => self.default,
        };
        if !shares {
            let whole = numbers.iter().all(|number| number.whole().is_some());
            return whole.then_some(ColumnRole::Counts(question, counted));
        }
        let of_all = question.filter().is_some() && (of_all(&heading.full()) || self.of_all && !of_some(heading));
        match counted {
            Counted::Yes if of_all => Some(ColumnRole::ShareOfAll(question)),
            Counted::Yes => Some(ColumnRole::Share(question)),
            Counted::No | Counted::Answered => None,
        }
    }
}

/// Whether more are satisfied than passed the filter somewhere: then satisfaction is a share of those who passed.
fn exceeds_its_filter(sheet: &Sheet<'_>, headings: &Headings, asked: &[(usize, &Heading, Question)]) -> bool {
    let number = |row: usize, column: usize| decimal::read(sheet.table.text(row, column)).map(Decimal::to_f64);
    asked.iter().any(|(column, _, question)| {
        let filter = asked.iter().find(|(_, _, other)| question.filter() == Some(*other));
        filter.is_some_and(|(filter, _, _)| {
            (headings.rows..sheet.table.rows()).any(|row| number(row, *column) > number(row, *filter))
        })
    })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Says {
    Counts,
    Shares,
    Nothing,
}

/// What a heading or a title says of the numbers below it.
fn says(text: &str) -> Says {
    let wording = Wording::new(text);
    if text.contains('%') || wording.has_any(&["процент", "доля.", "доли.", "удельн"]) {
        Says::Shares
    } else if wording.has_any(&["количеств", "кол.", "число.", "чел.", "человек."]) {
        Says::Counts
    } else {
        Says::Nothing
    }
}

/// Whether titles say that the numbers below are shares.
pub(super) fn says_shares(titles: &[String]) -> bool {
    titles.iter().any(|title| says(title) == Says::Shares)
}

/// «% от числа опрошенных».
fn of_all(text: &str) -> bool {
    Wording::new(text).has_any(&[
        "от общего числа",
        "от общего количеств",
        "от числа опрошен",
        "от числа респондент",
        "от всех",
    ])
}

/// «% от числа обратившихся».
fn of_some(heading: &Heading) -> bool {
    let full = Wording::new(&heading.full());
    full.has_any(&["от обратив", "от пользов", "от использ", "от инвалид", "от числа", "от тех", "среди"])
}

fn is_share(role: ColumnRole) -> bool {
    matches!(role, ColumnRole::Share(_) | ColumnRole::ShareOfAll(_))
}

fn asked(role: ColumnRole) -> Option<Question> {
    match role {
        ColumnRole::Counts(question, _) | ColumnRole::Share(question) | ColumnRole::ShareOfAll(question) => {
            Some(question)
        }
        _ => None,
    }
}

fn question(heading: &Heading) -> Option<Question> {
    questions::question(&heading.group).or_else(|| questions::question(&heading.full()))
}

/// Whom a column counts, by its lowest heading; a column that does not say counts those who said «Да». Those who could not
/// say are nobody's.
fn whom(heading: &Heading) -> Option<Counted> {
    let own = Wording::new(&heading.own);
    if own.len() > 4 || heading.group.is_empty() {
        return Some(Counted::Yes);
    }
    match yes_no::read(&heading.own) {
        Some(YesNo::No) => Some(Counted::No),
        Some(YesNo::Neither | YesNo::Hardly | YesNo::Mostly) => None,
        _ if own.has_any(&["всего", "итого", "ответил", "опрошен"]) && !own.has("да.") => {
            Some(Counted::Answered)
        }
        Some(YesNo::Yes) | None => Some(Counted::Yes),
    }
}

/// Whether a heading stands over how many were asked.
pub(super) fn counts_respondents(heading: &Wording) -> bool {
    heading.len() <= 10
        && heading.has_any(&["опрошен", "респондент", "анкет", "чобщ.", "опросе", "выборк"])
        && heading.has_any(&["количеств", "кол", "число", "всего", "опрошено", "чобщ.", "объем"])
}

/// The numbers of a column; `None` where it holds anything else, or nothing.
fn numbers(sheet: &Sheet<'_>, headings: &Headings, column: usize) -> Option<Vec<Decimal>> {
    let sample = sheet.sample(column, headings.rows);
    let filled = sample.into_iter().filter(|text| yes_no::read(text) != Some(YesNo::Neither) && *text != "-");
    let numbers: Option<Vec<Decimal>> = filled.map(decimal::read).collect();
    numbers.filter(|numbers| !numbers.is_empty())
}

/// Whether a column holds names of organizations although its heading does not say so.
fn names_organizations(sheet: &Sheet<'_>, headings: &Headings, column: usize) -> bool {
    let sample = sheet.sample(column, headings.rows);
    let named = sample.iter().filter(|text| roles::names_organization(text)).count();
    named > 0 && named * 10 >= sample.len() * 7
}

/// Whether every organization has one row: answers have many.
fn is_one_row_each(sheet: &Sheet<'_>, headings: &Headings, name: usize) -> bool {
    let names: Vec<String> = sheet.sample(name, headings.rows).into_iter().map(one_line).collect();
    let distinct: BTreeSet<&String> = names.iter().collect();
    !names.is_empty() && distinct.len() == names.len()
}
