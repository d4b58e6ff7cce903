//! A cell that holds a list: one measure, or as many as the list has items.
//!
//! The items are measures of their own when the cell is nothing but a list, or when they have terms of their own: a stack
//! of terms beside them, or a term inside each. Otherwise they belong to the one measure.

use super::draft::{Draft, SPLIT, Source};
use crate::extract::deadline::{self, Context};
use crate::language::fold::one_line;
use crate::language::mark::{self, MarkKind};
use crate::model::DeadlineKind;

/// No honest cell lists more measures.
const MOST_ITEMS: usize = 500;

/// One item of a list with its mark.
struct Item {
    mark: String,
    numbered: bool,
    text: String,
}

/// The measures that a draft holds, with their texts on one line and without list marks.
pub(super) fn split(draft: Draft, context: &Context) -> Vec<Draft> {
    let (mut lead, mut items) = parse(&draft.text);
    if items.is_empty()
        && stack(&draft.deadline.text, draft.text.lines().count(), |line| is_term(line, context)).is_some()
    {
        items = unmarked(&draft.text);
        lead = if items.is_empty() { lead } else { String::new() };
    }
    // «1. Обновить:» followed by bullets is one numbered item with a list inside.
    let outer = items.len() > 1 && items[0].numbered && items[1..].iter().all(|item| !item.numbered);
    let mut draft = draft;
    let lead = if outer && lead.is_empty() {
        let first = items.remove(0);
        draft.number = draft.number.or(Some(first.mark));
        first.text
    } else {
        lead
    };
    if items.is_empty() {
        draft.text = lead;
        return vec![draft];
    }
    if lead.is_empty() && items.len() == 1 {
        let item = items.remove(0);
        draft.number = draft.number.or(item.numbered.then_some(item.mark));
        draft.text = item.text;
        return vec![draft];
    }
    if items.len() > MOST_ITEMS {
        draft.text = one_line(&draft.text);
        return vec![draft];
    }
    draft.text.clear();
    let terms = stack(&draft.deadline.text, items.len(), |line| is_term(line, context));
    let inside = terms.is_none()
        && draft.deadline.is_empty()
        && items.len() > 1
        && items.iter().all(|item| !deadline::find(&item.text, context).is_empty());
    if !lead.is_empty() && terms.is_none() && !inside {
        draft.text = std::iter::once(lead)
            .chain(items.iter().map(|item| format!("{} {}", item.mark, item.text)))
            .collect::<Vec<_>>()
            .join(" ");
        return vec![draft];
    }
    let officers = stack(&draft.officer.text, items.len(), |_| true).filter(|_| terms.is_some() || lead.is_empty());
    let count = items.len();
    items
        .into_iter()
        .enumerate()
        .map(|(index, item)| {
            let mut one = draft.clone();
            if let Some(terms) = &terms {
                one.deadline = Source::by(SPLIT, &terms[index]);
            }
            if let Some(officers) = &officers {
                one.officer = Source::by(SPLIT, &officers[index]);
            }
            one.lead = if lead.is_empty() { one.lead } else { Some(lead.clone()) };
            one.number =
                if item.numbered && lead.is_empty() { Some(item.mark) } else { one.number.filter(|_| count == 1) };
            one.text = item.text.trim_end_matches([';', ',', ' ']).to_owned();
            one.rules.push(SPLIT);
            one
        })
        .collect()
}

/// Lines closed by semicolons are items too where as many terms stand beside them.
fn unmarked(text: &str) -> Vec<Item> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>();
    let closed = lines.split_last().is_some_and(|(_, rest)| !rest.is_empty() && rest.iter().all(|l| l.ends_with(';')));
    let item = |line: &&str| Item { mark: String::new(), numbered: false, text: (*line).to_owned() };
    if closed { lines.iter().map(item).collect() } else { Vec::new() }
}

/// Lines before the first mark, and the items; a line without a mark goes on with the item above it.
fn parse(text: &str) -> (String, Vec<Item>) {
    let mut lead = String::new();
    let mut items: Vec<Item> = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match mark::split(line) {
            Some((mark, text)) if mark.kind != MarkKind::Roman && !text.is_empty() => {
                items.push(Item {
                    mark: mark.text.to_owned(),
                    numbered: mark.kind == MarkKind::Number,
                    text: text.to_owned(),
                });
            }
            _ => {
                let own = items.last_mut().map_or(&mut lead, |item| &mut item.text);
                if !own.is_empty() {
                    own.push(' ');
                }
                own.push_str(line);
            }
        }
    }
    (lead, items)
}

/// The lines of a cell, when they are as many as the items beside them and each passes the test.
fn stack(text: &str, count: usize, test: impl Fn(&str) -> bool) -> Option<Vec<String>> {
    let lines = text
        .lines()
        .map(|line| line.trim().trim_end_matches(';').to_owned())
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>();
    (count > 1 && lines.len() == count && lines.iter().all(|line| test(line))).then_some(lines)
}

fn is_term(line: &str, context: &Context) -> bool {
    let readings = deadline::read(line, context);
    !readings.is_empty()
        && readings
            .iter()
            .all(|d| !matches!(d.kind, DeadlineKind::Absent | DeadlineKind::Unrecognized | DeadlineKind::Invalid))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<(Option<String>, String)> {
        let draft = Draft { text: text.to_owned(), ..Draft::default() };
        split(draft, &Context::default()).into_iter().map(|d| (d.number, d.text)).collect()
    }

    #[test]
    fn bullets_under_one_term_stay_one_measure() {
        let text = "Вести уголки:\n• менять материалы;\n• вывешивать анкеты";
        assert_eq!(texts(text), [(None, "Вести уголки: • менять материалы; • вывешивать анкеты".to_owned())]);
    }

    #[test]
    fn a_cell_that_is_a_list_is_split() {
        assert_eq!(
            texts("1.Изучить опыт;\n2. Создать группу."),
            [(Some("1.".to_owned()), "Изучить опыт".to_owned()), (Some("2.".to_owned()), "Создать группу.".to_owned())]
        );
    }

    #[test]
    fn lines_with_semicolons_are_items_beside_as_many_terms() {
        let split_with = |terms: &str| {
            let text = "Провести опрос;\nподвести итоги".to_owned();
            let draft = Draft { text, deadline: Source::own(terms), ..Draft::default() };
            split(draft, &Context::default()).into_iter().map(|d| (d.text, d.deadline.text)).collect::<Vec<_>>()
        };
        let pair = |text: &str, term: &str| (text.to_owned(), term.to_owned());
        assert_eq!(
            split_with("ноябрь;\nдекабрь 2025"),
            [pair("Провести опрос", "ноябрь"), pair("подвести итоги", "декабрь 2025")]
        );
        assert_eq!(split_with("ноябрь 2025").len(), 1);
    }

    #[test]
    fn a_single_item_loses_its_mark() {
        assert_eq!(texts("2.1. Обновить стенд"), [(Some("2.1.".to_owned()), "Обновить стенд".to_owned())]);
        assert_eq!(texts("- Обновить стенд"), [(None, "Обновить стенд".to_owned())]);
    }
}
