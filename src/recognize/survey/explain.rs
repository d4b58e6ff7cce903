//! Why the columns of a survey sheet were understood as they were: for people who have to rename a heading.

use super::headings::{Heading, Headings, find};
use super::wording::Wording;
use super::{is_known, questions, results, roles, topics};
use crate::model::{ColumnRole, Document, Layout, Recognized, Table};
use crate::recognize::{Meaning, Understood, table};

/// The columns of a recognized survey sheet (the rows of a check-list that lies on its side), with the words that decided.
pub(in crate::recognize) fn columns(document: &Document, recognized: &Recognized) -> Vec<Understood> {
    match recognized {
        Recognized::Answers {
            part,
            block,
            columns,
            headings,
            layout: layout @ (Layout::Columns | Layout::Cells),
            ..
        } => {
            let Some(table) = table(document, *part, *block) else { return Vec::new() };
            let row = |cell: usize| if *layout == Layout::Cells { cell / table.columns() } else { cell };
            let line = |((cell, role), heading): (&(usize, ColumnRole), &String)| {
                let meaning = Meaning::Role(*role);
                let own = Heading { own: heading.clone(), ..Heading::default() };
                let number = (table.origin().0 + row(*cell) + 1) as u32;
                Understood { number, heading: heading.clone(), told_by: told_by(&own, &meaning), meaning }
            };
            columns.iter().zip(headings).map(line).collect()
        }
        Recognized::Answers { part, block, columns, .. }
        | Recognized::Register { part, block, columns, .. }
        | Recognized::CheckCounts { part, block, columns, .. } => {
            let Some((table, headings)) = table(document, *part, *block).and_then(|t| Some((t, find(t, is_known)?)))
            else {
                return Vec::new();
            };
            let role = |column: usize| columns.iter().find(|(known, _)| *known == column).map(|(_, role)| *role);
            all_columns(table, &headings, |column| role(column).map_or(Meaning::Nothing, Meaning::Role))
        }
        Recognized::CheckList { part, block, organization, items, transposed: false, .. } => {
            let Some((table, headings)) = table(document, *part, *block).and_then(|t| Some((t, find(t, is_known)?)))
            else {
                return Vec::new();
            };
            let item = |column: usize| items.iter().find(|(known, _, _)| *known == column);
            all_columns(table, &headings, |column| match item(column) {
                Some((_, topic, text)) => Meaning::Item(*topic, text.clone()),
                None if *organization == Some(column) => Meaning::Role(ColumnRole::Organization),
                None => Meaning::Nothing,
            })
        }
        Recognized::CheckList { part, block, items, transposed: true, .. } => {
            let Some(table) = table(document, *part, *block) else { return Vec::new() };
            let line = |(row, topic, text): &(usize, _, String)| Understood {
                number: (table.origin().0 + row + 1) as u32,
                heading: text.clone(),
                told_by: topics::told_by(&Wording::new(text)),
                meaning: Meaning::Item(*topic, text.clone()),
            };
            items.iter().map(line).collect()
        }
        Recognized::PlanTables { .. } | Recognized::PlanLines { .. } | Recognized::Aliases { .. } => Vec::new(),
    }
}

fn all_columns(table: &Table, headings: &Headings, meaning: impl Fn(usize) -> Meaning) -> Vec<Understood> {
    let understood = |(column, heading): (usize, &Heading)| {
        let meaning = meaning(column);
        Understood {
            number: (table.origin().1 + column + 1) as u32,
            heading: heading.full(),
            told_by: told_by(heading, &meaning),
            meaning,
        }
    };
    let named = |line: &Understood| !line.heading.is_empty() || line.meaning != Meaning::Nothing;
    headings.columns.iter().enumerate().map(understood).filter(named).collect()
}

/// The words of a heading that decided: the lowest heading alone, where it was enough.
fn told_by(heading: &Heading, meaning: &Meaning) -> Vec<String> {
    let texts = || [&heading.own, &heading.group].into_iter().cloned().chain([heading.full()]);
    let first = |words: &dyn Fn(&str) -> Vec<String>| {
        texts().map(|text| words(&text)).find(|words| !words.is_empty()).unwrap_or_default()
    };
    match meaning {
        Meaning::Role(
            ColumnRole::Asks(_) | ColumnRole::Counts(..) | ColumnRole::Share(_) | ColumnRole::ShareOfAll(_),
        ) => {
            let symbol = results::symbol(&heading.own).map(|_| vec![heading.own.clone()]);
            symbol.unwrap_or_else(|| first(&questions::told_by))
        }
        Meaning::Role(ColumnRole::Met(_) | ColumnRole::Norm(_) | ColumnRole::Respondents) => vec![heading.own.clone()],
        Meaning::Role(_) => first(&|text| roles::told_by(&Wording::new(text))),
        Meaning::Item(..) => first(&|text| topics::told_by(&Wording::new(text))),
        Meaning::Nothing => Vec::new(),
    }
}
