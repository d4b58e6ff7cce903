//! The place of a deadline in a line that holds other things: the columns of a table were lost, or deadline and officer share
//! a cell.

use std::ops::Range;

use super::statement::{How, Statement, What};
use super::time::{Part, Unit};
use super::token::{Class, Item};
use super::{Context, LONGEST, cascade, is_filler, lex, statement};

/// Byte range of a deadline that ends or begins a line which also holds other things: the columns of the table were
/// lost, or deadline and officer share a cell. `None` where the line states none.
///
/// Of several candidates the one that is most certainly a deadline wins, and the last of equals: a measure's text with its dates
/// stands before the deadline's column.
pub fn locate(line: &str, context: &Context) -> Option<Range<usize>> {
    if line.len() > LONGEST {
        return None;
    }
    let mut items = lex::lex(line);
    if items.iter().any(|item| item.class == Class::Signature) {
        return None;
    }
    cascade::reduce(&mut items);
    let mut best: Option<(u8, Range<usize>)> = None;
    for (weight, range) in runs(line, &items, context) {
        if best.as_ref().is_none_or(|(heaviest, _)| weight >= *heaviest) {
            best = Some((weight, range));
        }
    }
    best.map(|(_, range)| range)
}

/// Statements that stand together, with the weight of the heaviest.
fn runs(line: &str, items: &[Item], context: &Context) -> Vec<(u8, Range<usize>)> {
    let mut runs: Vec<(u8, Range<usize>)> = Vec::new();
    let mut open = false;
    let mut lead = None;
    let mut at = 0;
    while at < items.len() {
        let item = &items[at];
        let Some((taken, found)) = statement(&items[at..]) else {
            if matches!(item.class, Class::Deadline | Class::In) {
                lead = lead.or(Some(item.start as usize));
            } else if !is_filler(item.class) {
                (open, lead) = (false, None);
            }
            at += 1;
            continue;
        };
        let previous = at.checked_sub(1).map(|i| items[i].class);
        let weight = weight(line, &found, previous, context);
        if weight == 0 {
            (open, lead) = (false, None);
            at += taken;
            continue;
        }
        let start = lead.take().unwrap_or(found.start);
        let (end, cut) = end_of_words(line, &found);
        // «по приказу № 5 ежемесячно»: another document just before a deadline belongs to the measure.
        let apart = previous.is_some_and(is_break);
        match runs.last_mut().filter(|(heaviest, _)| open && (apart || *heaviest > 1 || weight == 1)) {
            Some((heaviest, range)) => {
                *heaviest = weight.max(*heaviest);
                range.end = end;
            }
            None => runs.push((weight, start..end)),
        }
        open = !cut;
        at += taken;
        // What was cut off is looked at again.
        while cut && at > 0 && items[at - 1].start as usize >= end {
            at -= 1;
        }
    }
    runs
}

fn is_break(class: Class) -> bool {
    matches!(class, Class::Comma | Class::Stop | Class::Bracket | Class::Colon | Class::Dash | Class::Slash)
}

/// How surely a statement is a deadline; 0 for what is none.
fn weight(line: &str, statement: &Statement, previous: Option<Class>, context: &Context) -> u8 {
    if matches!(previous, Some(Class::Act | Class::NumberSign | Class::Before)) {
        return 0;
    }
    let _ = context;
    let words = &line[statement.start..statement.end];
    match statement.what {
        What::At(_, How::Within) if words.to_lowercase().starts_with("за ") => 0,
        What::At(_, How::Until | How::By | How::Through) => 5,
        What::At(time, How::Within) => match time.last.unit {
            Unit::Year | Unit::SchoolYear if time.last.part == Part::Whole && time.is_single() => 2,
            _ => 4,
        },
        What::At(..) | What::Yearly(..) => 4,
        What::Every(_) if statement.rule == "every" && !words.trim_end().ends_with(['о', 'О']) => 0,
        What::Every(_) | What::Always => 3,
        What::Anchor(_) => 1,
        What::Counted(..) => 3,
        What::If if statement.rule == "condition" => 1,
        What::Elsewhere => 1,
        _ => 0,
    }
}

/// Where the free words of a condition end: before the next column, which begins with a capital letter. Says whether it cut.
fn end_of_words(line: &str, statement: &Statement) -> (usize, bool) {
    let tail = &line[statement.condition..statement.end];
    let mut previous = ' ';
    for (i, c) in tail.char_indices() {
        if i > 0 && c.is_uppercase() && previous.is_whitespace() {
            let next_is_lower = tail[i + c.len_utf8()..].starts_with(char::is_lowercase);
            if next_is_lower {
                return (statement.condition + tail[..i].trim_end().len(), true);
            }
        }
        previous = c;
    }
    (statement.end, false)
}
