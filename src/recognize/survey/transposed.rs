//! Check-lists with items down: organizations across, or one organization whose marks stand beside the items.
//!
//! A sheet of one organization may have a column for the stand and one for the site, or one for «Да» and one for «Нет».

use std::collections::BTreeSet;

use super::checklist::{LEAST_ITEMS, asks_respondent, is_beside, is_marked};
use super::wording::Wording;
use super::{Sheet, roles, topics};
use crate::language::fold::one_line;
use crate::language::yes_no::{self, YesNo};
use crate::model::{CheckTopic, ColumnRole, NamedBy, Recognized, Table};

/// The sheet as transposed check-lists, if it is that: one for each column of marks.
pub(super) fn recognize(sheet: &Sheet<'_>) -> Vec<Recognized> {
    read(sheet).unwrap_or_default()
}

/// No list of items is longer; a longer sheet has respondents or organizations down.
const MOST_ROWS: usize = 1_000;

fn read(sheet: &Sheet<'_>) -> Option<Vec<Recognized>> {
    let table = sheet.table;
    if table.rows() > MOST_ROWS {
        return None;
    }
    // Items are words in one of the first columns; marks stand to the right of them.
    let column = (0..table.columns().min(3)).max_by_key(|&column| words(table, column))?;
    let list = List { table, column, marks: marks(table, column) };
    let items = list.items(titled_topic(sheet));
    let topics: BTreeSet<CheckTopic> = items.iter().map(|item| item.topic).collect();
    // Items that only sound like one topic may stand in any table.
    let told = topics.len() >= 2 || items.iter().any(|item| item.told);
    if items.len() < LEAST_ITEMS || !told {
        return None;
    }
    let named = items.iter().filter(|item| roles::names_organization(&item.text)).count();
    if named * 2 > items.len() {
        return None;
    }
    let filled: Vec<&str> = items
        .iter()
        .flat_map(|item| list.cells(item.row))
        .map(|(_, text)| text)
        .filter(|text| !text.trim().is_empty())
        .collect();
    let answers = filled.iter().filter(|text| matches!(yes_no::read(text), Some(YesNo::Yes | YesNo::No)));
    if answers.count() * 2 <= filled.len() || !is_marked(&filled) {
        return None;
    }
    let first = items.first().map(|item| item.row)?;
    Some(match list.names(first) {
        Some(names) => list.of_many(sheet, names, &items),
        None => list.of_one(sheet, first, &items),
    })
}

/// A topic that the last line above the table names.
fn titled_topic(sheet: &Sheet<'_>) -> Option<CheckTopic> {
    topics::of_group(&Wording::new(sheet.titles.last()?))
}

/// The columns that may hold marks: to the right of the items, totals and remarks left out.
fn marks(table: &Table, column: usize) -> Vec<usize> {
    const HEADINGS: usize = 12;
    let beside = |c: usize| {
        (0..table.rows().min(HEADINGS)).any(|row| {
            let text = table.text(row, c);
            // A title that spans the table says nothing of one column.
            table.at(row, c).column_span <= 2 && is_beside(&Wording::new(text))
        })
    };
    (column + 1..table.columns()).filter(|&c| !beside(c)).collect()
}

/// One item.
struct Item {
    row: usize,
    topic: CheckTopic,
    text: String,
    /// The column of its mark, where the list is one organization's.
    column: usize,
    /// Whether a heading told the topic.
    told: bool,
    /// Whether that heading stands over the column of the mark: «Стенд», «Сайт».
    channel: bool,
}

/// A table with items in one column and marks to the right of it.
struct List<'a> {
    table: &'a Table,
    column: usize,
    marks: Vec<usize>,
}

impl<'a> List<'a> {
    fn cells(&self, row: usize) -> impl Iterator<Item = (usize, &'a str)> {
        let table = self.table;
        self.marks.iter().map(move |&column| (column, table.text(row, column)))
    }

    /// The items: under the heading of a group or a channel, or naming themselves.
    fn items(&self, titled: Option<CheckTopic>) -> Vec<Item> {
        let mut items = Vec::new();
        let mut topic = titled;
        let mut channels: Vec<(usize, CheckTopic)> = Vec::new();
        let mut heads: Vec<Vec<&str>> = Vec::new();
        for row in 0..self.table.rows() {
            let text = one_line(self.table.text(row, self.column));
            let headed = self.channels(row);
            if !headed.is_empty() {
                channels = headed;
                continue;
            }
            let marked: Vec<usize> = self.marks.iter().copied().filter(|&c| self.is_mark(row, c)).collect();
            // The group stands in a row of its own, or in a merged cell to the left of its items.
            let beside = (0..self.column).rev().find_map(|c| topics::of_group(&Wording::new(self.table.text(row, c))));
            if marked.is_empty() {
                let group = topics::of_group(&Wording::new(&text)).or(beside);
                let over = self.over_columns(row);
                if !over.is_empty() {
                    // Groups repeat the headings: «Комфортные условия | Наличие».
                    if group.is_some() && (over.iter().all(|text| heads_marks(text)) || heads.contains(&over)) {
                        topic = group;
                    }
                    channels.clear();
                    heads.push(over);
                } else if group.is_some() {
                    (topic, channels) = (group, Vec::new());
                } else if is_section(&text) {
                    topic = None;
                }
                continue;
            }
            let wording = Wording::new(&text);
            if !(is_words(&text) || is_abbreviation(&text)) || is_beside(&wording) || asks_respondent(&wording) {
                continue;
            }
            let (group, text) = match text.split_once('[') {
                Some((group, item)) => {
                    (topics::of_group(&Wording::new(group)), item.trim_end().trim_end_matches(']').trim().to_owned())
                }
                None => (None, text),
            };
            let group = group.or(beside).or(topic);
            if group.is_none() && !channels.is_empty() {
                // Groups of items across have marks between the two, too.
                if !marked.iter().all(|column| channels.iter().any(|(channel, _)| channel == column)) {
                    continue;
                }
                let item =
                    |&(column, topic)| Item { row, topic, text: text.clone(), column, told: true, channel: true };
                items.extend(channels.iter().map(item));
            } else if let Some(topic) = group.or_else(|| topics::of_item(&Wording::new(&text))) {
                items.push(Item { row, topic, text, column: marked[0], told: group.is_some(), channel: false });
            }
        }
        items
    }

    fn is_mark(&self, row: usize, column: usize) -> bool {
        let mark = self.table.own_text(row, column);
        !mark.trim().is_empty() && yes_no::read(mark).is_some()
    }

    /// What a row says its columns of marks hold: «Наличие», or the names of organizations. Empty where it says nothing.
    fn over_columns(&self, row: usize) -> Vec<&'a str> {
        let table = self.table;
        let texts = self.marks.iter().map(|&column| table.own_text(row, column).trim());
        texts.filter(|text| is_words(text)).collect()
    }

    /// The columns that a row heads as those of the stand and of the site: «Наличие на стенде», «Сайт».
    fn channels(&self, row: usize) -> Vec<(usize, CheckTopic)> {
        const LONGEST: usize = 6;
        let channel = |(column, text): (usize, &str)| {
            let wording = Wording::new(text);
            let topic = topics::of_group(&wording).filter(|_| wording.len() <= LONGEST)?;
            let is_channel = matches!(topic, CheckTopic::Stand | CheckTopic::Site);
            (is_channel && self.table.at(row, column).column_span == 1).then_some((column, topic))
        };
        let found: Vec<(usize, CheckTopic)> = self.cells(row).filter_map(channel).collect();
        // A column for each; where there is but one column, it may be of either.
        let alone = self.cells(row).filter(|(_, text)| !text.trim().is_empty()).count() == 1;
        match found.as_slice() {
            [_, _, ..] if found.chunks(2).all(|pair| matches!(pair, [(_, one), (_, other)] if one != other)) => found,
            [_] if alone => found,
            _ => Vec::new(),
        }
    }

    /// The row above the first item that names the organizations over their columns.
    fn names(&self, first: usize) -> Option<usize> {
        (0..first).rev().find(|&row| {
            let own = |&(column, text): &(usize, &str)| {
                !text.trim().is_empty() && self.table.at(row, column).column == column
            };
            let texts: Vec<&str> = self.cells(row).filter(own).map(|(_, text)| text).collect();
            let named = texts.iter().filter(|text| roles::names_organization(text)).count();
            // «Организация:» labels the name beside it, which is the name of the whole sheet.
            let labels = (0..=self.column).any(|c| labels_organization(self.table.text(row, c)));
            named > 0 && named * 2 >= texts.len() && !(labels && named == 1)
        })
    }

    /// The columns for «Да» and for «Нет», where the headings above the items have one for each.
    fn answers(&self, first: usize) -> Option<(usize, usize)> {
        (0..first).rev().filter(|&row| is_label(self.table.text(row, self.column))).find_map(|row| {
            let is = |answer: YesNo| {
                let mut columns = self.cells(row).filter(|(_, text)| yes_no::read(text) == Some(answer));
                columns.next().filter(|_| columns.next().is_none()).map(|(column, _)| column)
            };
            is(YesNo::Yes).zip(is(YesNo::No))
        })
    }

    /// A list for what has one column for each organization; one for the stand and one for the site, where every
    /// organization has a column for either.
    fn of_many(&self, sheet: &Sheet<'_>, names: usize, items: &[Item]) -> Vec<Recognized> {
        let channels: BTreeSet<(CheckTopic, usize)> =
            items.iter().filter(|item| item.channel).map(|item| (item.topic, item.column)).collect();
        let topics: BTreeSet<CheckTopic> = channels.iter().map(|(topic, _)| *topic).collect();
        let list = |channel: Option<CheckTopic>| {
            let mut lines: Vec<(usize, CheckTopic, String)> = Vec::new();
            for item in items.iter().filter(|item| item.channel.then_some(item.topic) == channel) {
                if lines.last().is_none_or(|(row, _, _)| *row != item.row) {
                    lines.push((item.row, item.topic, item.text.clone()));
                }
            }
            let marks_one = |c: usize| match channel {
                Some(topic) => channels.contains(&(topic, c)),
                // A name over two channels is one organization.
                None => channels.is_empty() || self.table.at(names, c).column == c,
            };
            let named = |c: usize| !self.table.text(names, c).trim().is_empty();
            let marks = self.marks.iter().copied().filter(|&c| named(c) && marks_one(c)).collect();
            (!lines.is_empty()).then(|| self.list(sheet, Some(names), None, lines, marks, None))
        };
        topics.iter().map(|topic| Some(*topic)).chain([None]).filter_map(list).collect()
    }

    fn of_one(&self, sheet: &Sheet<'_>, first: usize, items: &[Item]) -> Vec<Recognized> {
        let titled = (0..first).rev().filter_map(|row| super::organization_in(&super::row_title(self.table, row)));
        let named = titled.map(|name| (name, NamedBy::Title)).next().or_else(|| sheet.named(None));
        let line = |item: &Item| (item.row, item.topic, item.text.clone());
        if let Some((yes, no)) = self.answers(first) {
            let items = items.iter().map(line).collect();
            return vec![self.list(sheet, None, named, items, vec![yes], Some(no))];
        }
        let columns: BTreeSet<usize> = items.iter().map(|item| item.column).collect();
        let in_column = |column: usize| items.iter().filter(move |item| item.column == column).map(line).collect();
        let list = |column| self.list(sheet, None, named.clone(), in_column(column), vec![column], None);
        columns.into_iter().map(list).collect()
    }

    fn list(
        &self,
        sheet: &Sheet<'_>,
        organization: Option<usize>,
        named: Option<(String, NamedBy)>,
        items: Vec<(usize, CheckTopic, String)>,
        marks: Vec<usize>,
        unmet: Option<usize>,
    ) -> Recognized {
        Recognized::CheckList {
            part: sheet.part,
            block: sheet.block,
            header_rows: self.column + 1,
            organization,
            named,
            items,
            transposed: true,
            marks,
            unmet,
        }
    }
}

/// How many cells of a column hold words rather than marks and numbers. A group that spans its items is one.
fn words(table: &Table, column: usize) -> usize {
    (0..table.rows()).filter(|&row| is_words(table.own_text(row, column))).count()
}

fn is_words(text: &str) -> bool {
    let long = text.split_whitespace().count() > 3;
    (long || yes_no::read(text).is_none()) && text.chars().filter(|c| c.is_alphabetic()).count() >= 4
}

/// «МТО», «ФХД», «НОК»: items by the abbreviations that everybody in the field knows.
fn is_abbreviation(text: &str) -> bool {
    (2..=5).contains(&text.chars().count())
        && text.chars().all(|c| c.is_alphabetic() && c.is_uppercase())
        && yes_no::read(text).is_none()
}

/// Whether a text stands over marks rather than names whose they are: «Наличие», «Отметка о выполнении», «Стенд».
fn heads_marks(text: &str) -> bool {
    const HEADS: &[&str] = &[
        "наличи",
        "отметк",
        "выполн",
        "оценк",
        "результат",
        "соответств",
        "имеется",
        "факт",
        "значени",
        "стенд",
        "сайт",
        "размещен",
        "есть",
    ];
    let wording = Wording::new(text);
    wording.len() <= 4 && wording.begins(HEADS)
}

/// A numbered heading that opens another section.
fn is_section(text: &str) -> bool {
    is_words(text) && text.starts_with(|c: char| c.is_ascii_digit())
}

fn labels_organization(text: &str) -> bool {
    text.trim_end().ends_with(':') || roles::role(&Wording::new(text)) == Some(ColumnRole::Organization)
}

/// Whether a text heads the column of items: «Показатель», «Сведения, подлежащие размещению».
fn is_label(text: &str) -> bool {
    const LABELS: &[&str] = &[
        "показател",
        "услови",
        "сведени",
        "наименован",
        "пункт",
        "критери",
        "перечень",
        "информаци",
        "позици",
        "параметр",
        "требован",
        "содержан",
        "вопрос",
        "что провер",
        "объект",
    ];
    let wording = Wording::new(text);
    wording.len() <= 5 && wording.begins(LABELS)
}
