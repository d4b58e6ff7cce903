//! Summaries with a question in each row: organizations across («Вопрос | Музей | Клуб»), or the answers of one organization
//! («Вопрос | Да | Нет»).

use super::headings::{self, Heading, Headings};
use super::summary::{self, SharesBy};
use super::wording::Wording;
use super::{Sheet, is_known, questions, roles};
use crate::language::decimal;
use crate::language::yes_no::{self, YesNo};
use crate::model::{ColumnRole, Form, Layout, Question, Recognized, Table, TableBuilder, Warned};

/// A sheet with fewer questions is something else.
const LEAST_QUESTIONS: usize = 3;
/// No questionnaire has more rows.
const MOST_ROWS: usize = 200;

/// The sheet as a summary with a question in each row, if it is that.
pub(super) fn recognize(sheet: &Sheet<'_>) -> Warned<Option<Recognized>> {
    let table = sheet.table;
    if table.rows() > MOST_ROWS {
        return Warned::clean(None);
    }
    let asked = |column: usize| {
        let question = |row: usize| Some((row, questions::question(table.own_text(row, column))?));
        (0..table.rows()).filter_map(question).collect::<Vec<_>>()
    };
    let Some((column, asked)) = (0..table.columns().min(3)).map(|c| (c, asked(c))).max_by_key(|(_, asked)| asked.len())
    else {
        return Warned::clean(None);
    };
    if asked.len() < LEAST_QUESTIONS {
        return Warned::clean(None);
    }
    let options = options(table, column, asked[0].0);
    let says_yes = |(_, option): &(usize, String)| yes_no::read(option) == Some(YesNo::Yes);
    if options.iter().any(says_yes) { one(sheet, column, &asked, &options) } else { many(sheet) }
}

/// What stands over each column to the right of the questions: «Да», or «Да» over «чел.» and «%».
fn options(table: &Table, column: usize, first: usize) -> Vec<(usize, String)> {
    let text = |row: Option<usize>, c: usize| row.map_or("", |row| table.text(row, c)).trim();
    let heading = |c: usize| {
        let (own, above) = (text(first.checked_sub(1), c), text(first.checked_sub(2), c));
        let is_option = yes_no::read(above).is_some_and(|option| option != YesNo::Neither);
        (c, if is_option && yes_no::read(own).is_none() { format!("{above}, {own}") } else { own.to_owned() })
    };
    (column + 1..table.columns()).map(heading).filter(|(_, text)| !text.is_empty()).collect()
}

/// One organization: every answer to every question has a cell of its own.
fn one(
    sheet: &Sheet<'_>,
    column: usize,
    asked: &[(usize, Question)],
    options: &[(usize, String)],
) -> Warned<Option<Recognized>> {
    let table = sheet.table;
    let cell = |row: usize, column: usize| row * table.columns() + column;
    let heading =
        |row: usize, option: &str| Heading { group: table.text(row, column).to_owned(), own: option.to_owned() };
    let numbers = |row: usize, column: usize| decimal::read(table.text(row, column));
    let above = || (0..asked[0].0).map(|row| table.row(row).map(|cell| cell.text.to_owned()).collect::<Vec<_>>());
    let titles: Vec<String> = above().flatten().collect();
    let fractional = asked.iter().any(|(row, _)| {
        options.iter().any(|(c, _)| numbers(*row, *c).is_some_and(|number| number.percent || number.decimals > 0))
    });
    let shares = SharesBy { default: fractional || summary::says_shares(&titles), of_all: false };
    let mut columns: Vec<(usize, ColumnRole)> = Vec::new();
    let mut headings = Vec::new();
    for (row, question) in asked {
        for (option_column, option) in options {
            let heading = heading(*row, option);
            let Some(number) = numbers(*row, *option_column) else { continue };
            let Some(role) = shares.role(*question, &heading, &[number]) else { continue };
            if columns.iter().all(|(_, known)| *known != role) {
                columns.push((cell(*row, *option_column), role));
                headings.push(heading.full());
            }
        }
    }
    let respondents = (0..asked[0].0).find_map(|row| {
        let labelled = table.row(row).any(|cell| summary::counts_respondents(&Wording::new(cell.text)));
        (0..table.columns()).find(|c| labelled && numbers(row, *c).is_some()).map(|c| (row, c))
    });
    if let Some((row, c)) = respondents {
        columns.push((cell(row, c), ColumnRole::Respondents));
        headings.push(String::new());
    }
    let named = sheet.named(Some(&Headings { titles, ..Headings::default() }));
    summary::counted(
        sheet,
        Recognized::Answers {
            part: sheet.part,
            block: sheet.block,
            header_rows: asked[0].0,
            columns,
            headings,
            form: Form::General,
            named,
            layout: Layout::Cells,
        },
    )
}

/// Many organizations: the sheet turned on its side has one in each row.
fn many(sheet: &Sheet<'_>) -> Warned<Option<Recognized>> {
    let Some(turned) = turned(sheet.table) else { return Warned::clean(None) };
    let lone = |row: usize| {
        let filled: Vec<String> =
            sheet.table.row(row).map(|cell| cell.text.to_owned()).filter(|t| !t.is_empty()).collect();
        <[String; 1]>::try_from(filled).ok().map(|[title]| title)
    };
    let mut titles = sheet.titles.clone();
    titles.extend((0..sheet.table.rows().min(headings::DEPTH)).map_while(lone));
    let named = titles.iter().rev().find_map(|title| super::organization_in(title));
    let organization = named.or_else(|| sheet.organization.clone());
    let (name, place) = (sheet.name, sheet.place.clone());
    let sheet = Sheet { part: sheet.part, block: sheet.block, table: &turned, name, titles, organization, place };
    let Some(headings) = headings::find(&turned, is_known) else { return Warned::clean(None) };
    let names_somebody =
        |column: &usize| sheet.sample(*column, headings.rows).iter().any(|t| roles::names_organization(t));
    if !(0..turned.columns()).any(|column| names_somebody(&column)) {
        return Warned::clean(None);
    }
    let mut found = summary::recognize(&sheet, &headings);
    if let Some(Recognized::Answers { layout, .. }) = &mut found.value {
        *layout = Layout::Columns;
    }
    found
}

fn turned(table: &Table) -> Option<Table> {
    let mut builder = TableBuilder::new();
    for row in 0..table.rows() {
        for column in 0..table.columns() {
            builder.put(column, row, table.text(row, column));
        }
    }
    builder.finish().ok()
}
