//! Rows of answers to respondents.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::option::Choice;
use super::scale::{self, Reading, Scale};
use super::{column_number, moment, row_number, waiting};
use crate::language::fold::{fold, one_line};
use crate::language::{decimal, total};
use crate::model::{
    Answers, ColumnRole, Form, Layout, Location, NamedBy, Question, QuestionColumn, Respondent, Sex, Table, Wait,
    WaitingColumn, Warned,
};

/// A recognized sheet of answers.
pub(super) struct Sheet<'a> {
    pub(super) table: &'a Table,
    pub(super) place: Location,
    /// First row of data.
    pub(super) first: usize,
    pub(super) columns: &'a [(usize, ColumnRole)],
    pub(super) headings: &'a [String],
    pub(super) form: Form,
    pub(super) named: &'a Option<(String, NamedBy)>,
    pub(super) layout: Layout,
}

/// The respondents of a sheet, in its order.
pub(super) fn read(sheet: &Sheet<'_>) -> Warned<Answers> {
    let table = sheet.table;
    let mut answers = Answers { place: sheet.place.clone(), form: sheet.form, ..Answers::default() };
    let mut columns = Vec::new();
    let mut found = Warned::clean(());
    let labels = labels(sheet);
    let rows: Vec<usize> = (sheet.first..table.rows()).filter(|row| !is_total(sheet, labels, *row)).collect();
    let coded = is_coded(sheet, &rows);
    for ((column, role), heading) in sheet.columns.iter().zip(sheet.headings) {
        let distinct = || rows.iter().map(|row| table.text(*row, *column)).collect::<BTreeSet<_>>();
        match role {
            ColumnRole::Asks(question) => {
                let several = sheet.columns.iter().filter(|(_, other)| other == role).count() > 1;
                let choice = Choice::of(heading).filter(|_| several);
                let reader = QuestionReader::new(*question, heading, choice, distinct(), coded, columns.iter());
                reader.warn(heading, &sheet.place.at_column(column_number(table, *column)), &mut found);
                if !reader.repeated {
                    answers.questions.push(QuestionColumn {
                        question: *question,
                        heading: heading.clone(),
                        column: column_number(table, *column),
                    });
                }
                columns.push((*column, Column::Question(reader)));
            }
            ColumnRole::Waited => {
                columns.push((*column, Column::Waited(answers.waiting.len() as u16)));
                answers.waiting.push(WaitingColumn {
                    heading: heading.clone(),
                    column: column_number(table, *column),
                    term: waiting::term(distinct()),
                });
            }
            ColumnRole::Organization => columns.push((*column, Column::Organization)),
            // Where both are given, the name stands for the organization.
            ColumnRole::Inn if sheet.columns.iter().any(|(_, role)| *role == ColumnRole::Organization) => {}
            ColumnRole::Inn => columns.push((*column, Column::Inn)),
            ColumnRole::Timestamp => columns.push((*column, Column::Timestamp)),
            ColumnRole::Sex => columns.push((*column, Column::Sex)),
            ColumnRole::Age => columns.push((*column, Column::Age)),
            ColumnRole::Comment => columns.push((*column, Column::Comment)),
            _ => {}
        }
    }
    let mut names = Names::default();
    if let Some((name, by)) = sheet.named {
        names.index(name);
        answers.named_by = *by;
    }
    let named = sheet.named.as_ref().map(|_| 0);
    let blocks = named_once_each(sheet);
    if blocks {
        let text =
            "Организация названа только в первой строке своих анкет; следующие строки без названия отнесены к ней же.";
        found.warn_at("name-filled-down", text, sheet.place.clone());
    }
    let mut above = None;
    for row in rows.iter().copied() {
        let mut respondent = Respondent { row: row_number(table, row), organization: named, ..Respondent::default() };
        let mut filled = false;
        for (column, kind) in &columns {
            let text = table.text(row, *column).trim();
            if !text.is_empty() {
                filled = true;
                kind.read(text, &mut respondent, &mut names);
            }
        }
        if blocks {
            above = respondent.organization.or(above);
            respondent.organization = above;
        }
        if filled {
            answers.respondents.push(respondent);
        }
    }
    answers.organizations = names.names;
    found.map(|()| answers)
}

/// How many of the first columns may name a total: those before the first that holds answers.
fn labels(sheet: &Sheet<'_>) -> usize {
    const MOST: usize = 3;
    let is_answer = |column: usize| {
        let role = sheet.columns.iter().find(|(known, _)| *known == column).map(|(_, role)| *role);
        matches!(role, Some(ColumnRole::Asks(_) | ColumnRole::Comment | ColumnRole::Waited))
    };
    (0..MOST.min(sheet.table.columns())).take_while(|column| !is_answer(*column)).count()
}

/// Whether a row sums up the respondents above it. Totals are named in one of the first columns, where no answers stand,
/// or not named at all: figures below words.
fn is_total(sheet: &Sheet<'_>, labels: usize, row: usize) -> bool {
    (0..labels).any(|column| total::is_total(sheet.table.text(row, column)))
        || row + TAIL >= sheet.table.rows() && are_figures(sheet, row)
}

/// Totals without a name stand at most so many rows from the end.
const TAIL: usize = 5;

/// Whether the answers of a row are numbers or shares that no answer of the first respondent is like.
fn are_figures(sheet: &Sheet<'_>, row: usize) -> bool {
    const LEAST: usize = 3;
    let asked = || sheet.columns.iter().filter(|(_, role)| matches!(role, ColumnRole::Asks(_)));
    let is_figure = |row: usize, column: usize| decimal::read(sheet.table.text(row, column)).is_some();
    let filled = asked().filter(|(column, _)| !sheet.table.text(row, *column).trim().is_empty()).count();
    row > sheet.first
        && filled >= LEAST
        && asked().filter(|(column, _)| is_figure(row, *column)).count() == filled
        && !asked().any(|(column, _)| is_figure(sheet.first, *column))
}

/// Whether the column of organizations names each one in the first row of its block only, as people do who type answers
/// in: the first row has a name, most rows have none, and no name comes twice.
fn named_once_each(sheet: &Sheet<'_>) -> bool {
    let Some((column, _)) = sheet.columns.iter().find(|(_, role)| *role == ColumnRole::Organization) else {
        return false;
    };
    let rows = sheet.first..sheet.table.rows();
    let name = |row: usize| Some(sheet.table.text(row, *column).trim()).filter(|text| !text.is_empty());
    let mut seen = BTreeSet::new();
    let once = rows.clone().filter_map(name).all(|name| seen.insert(name));
    once && seen.len() * 2 < rows.len() && rows.clone().next().and_then(name).is_some()
}

/// Whether the sheet holds codes instead of answers.
fn is_coded(sheet: &Sheet<'_>, rows: &[usize]) -> bool {
    sheet.columns.iter().any(|(column, role)| {
        let of_filter = matches!(role, ColumnRole::Asks(question) if question.is_filter());
        of_filter && scale::is_coded(rows.iter().map(|row| sheet.table.text(*row, *column)))
    })
}

/// What to do with the cells of a column.
enum Column<'a> {
    Organization,
    Inn,
    Timestamp,
    Sex,
    Age,
    Comment,
    Question(QuestionReader<'a>),
    /// Index of the waiting column.
    Waited(u16),
}

impl Column<'_> {
    fn read(&self, text: &str, respondent: &mut Respondent, names: &mut Names) {
        match self {
            Self::Organization => respondent.organization = Some(names.index(text)),
            Self::Inn => {
                respondent.organization.get_or_insert_with(|| names.index(text));
            }
            Self::Timestamp => respondent.at = moment::read(text),
            Self::Sex => respondent.sex = sex(text),
            Self::Age => respondent.age = age(text),
            Self::Comment => {
                let comment = one_line(text);
                match &mut respondent.comment {
                    Some(earlier) => *earlier = format!("{earlier}; {comment}"),
                    None => respondent.comment = Some(comment),
                }
            }
            Self::Question(reader) => reader.read(text, respondent),
            Self::Waited(column) => {
                let read = waiting::read(text);
                respondent.waits.extend(read.map(|(bound, amount, unit)| Wait {
                    column: *column,
                    bound,
                    amount,
                    unit,
                }));
            }
        }
    }
}

/// The distinct answers of a column with their readings: a column of half a million cells has a handful of them.
struct QuestionReader<'a> {
    question: Question,
    scale: Scale,
    is_filter: bool,
    /// The column holds one option of several.
    is_choice: bool,
    /// An earlier column asks the same.
    repeated: bool,
    readings: HashMap<&'a str, Reading>,
}

impl<'a> QuestionReader<'a> {
    fn new<'b>(
        question: Question,
        heading: &str,
        choice: Option<Choice>,
        distinct: BTreeSet<&'a str>,
        coded: bool,
        earlier: impl Iterator<Item = &'b (usize, Column<'a>)>,
    ) -> Self
    where
        'a: 'b,
    {
        let scale = Scale::of(heading, distinct.iter().copied(), coded);
        let is_filter = question.is_filter();
        let mut earlier = earlier;
        let repeated = earlier.any(|(_, column)| matches!(column, Column::Question(r) if r.question == question));
        let reading =
            |text: &str| choice.as_ref().map_or_else(|| scale.read(text, is_filter), |choice| choice.read(text));
        let readings = distinct.into_iter().map(|text| (text.trim(), reading(text))).collect();
        Self { question, scale, is_filter, is_choice: choice.is_some(), repeated, readings }
    }

    fn read(&self, text: &str, respondent: &mut Respondent) {
        let Some(Reading::Answer(answer) | Reading::Mapped(answer)) = self.readings.get(text).copied() else { return };
        match respondent.answer(self.question).filter(|_| self.repeated) {
            // One column for each option of a filter: any of them is enough.
            Some(before) if self.is_filter => respondent.set(self.question, before || answer),
            // Of two columns that ask the same the first counts.
            Some(_) => {}
            None => respondent.set(self.question, answer),
        }
    }

    fn warn(&self, heading: &str, place: &Location, found: &mut Warned<()>) {
        let short: String = heading.chars().take(80).collect();
        if let Some(mapping) = self.scale.mapping().filter(|_| !self.is_choice) {
            let text = format!(
                "Ответы в столбце «{short}» даны не словами «Да» и «Нет», как требует приказ № 675н; принято: {mapping}."
            );
            found.warn_at("scale-mapped", text, place.clone());
        }
        let mut verbal: BTreeMap<bool, Vec<&str>> = BTreeMap::new();
        let mut unknown: Vec<&str> = Vec::new();
        for (text, reading) in self.readings.iter().collect::<BTreeMap<_, _>>() {
            match reading {
                Reading::Mapped(answer) => verbal.entry(*answer).or_default().push(text),
                Reading::Unknown => unknown.push(text),
                Reading::Answer(_) | Reading::Nothing => {}
            }
        }
        for (answer, texts) in verbal {
            let answer = if answer { "Да" } else { "Нет" };
            let text = format!("В столбце «{short}» ответы {} приняты за «{answer}».", quoted(&texts));
            found.warn_at("scale-mapped", text, place.clone());
        }
        if !unknown.is_empty() {
            let text = format!("В столбце «{short}» не поняты и не учтены ответы: {}.", quoted(&unknown));
            found.warn_at("answers-not-understood", text, place.clone());
        }
        if self.repeated && !self.is_filter && !self.is_choice {
            let text = format!("Вопрос столбца «{short}» уже задан в другом столбце; учтён первый из них.");
            found.warn_at("question-repeated", text, place.clone());
        }
    }
}

fn quoted(texts: &[&str]) -> String {
    let quote = |text: &&str| format!("«{}»", text.chars().take(40).collect::<String>());
    texts.iter().take(5).map(quote).collect::<Vec<_>>().join(", ")
}

/// Distinct names in the order of their first row.
#[derive(Default)]
struct Names {
    names: Vec<String>,
    seen: HashMap<String, u32>,
}

impl Names {
    fn index(&mut self, text: &str) -> u32 {
        if let Some(&index) = self.seen.get(text) {
            return index;
        }
        let name = one_line(text);
        let index = self.names.iter().position(|known| *known == name).unwrap_or_else(|| {
            self.names.push(name);
            self.names.len() - 1
        }) as u32;
        self.seen.insert(text.to_owned(), index);
        index
    }
}

fn sex(text: &str) -> Option<Sex> {
    let text = fold(text);
    match text.chars().find(|c| c.is_alphabetic())? {
        'ж' | 'f' => Some(Sex::Female),
        'м' | 'm' => Some(Sex::Male),
        _ => None,
    }
}

/// Full years: «45», «45.0», «45 лет». A span of years is not an age.
fn age(text: &str) -> Option<u16> {
    let text = text.trim();
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rest = text[digits..].trim();
    let rest = rest.strip_prefix(".0").or_else(|| rest.strip_prefix(",0")).unwrap_or(rest);
    let alone = rest.is_empty() || ["л", "г", "."].iter().any(|unit| rest.to_lowercase().starts_with(unit));
    if alone { text[..digits].parse().ok() } else { None }
}
