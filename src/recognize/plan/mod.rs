//! Plans, reports on plans, and recommendations.
//!
//! A plan is a run of tables with the headings of plans under one title, or, where no table is a plan's, a titled list.

mod cards;
mod columns;
mod contents;
mod continuation;
mod header;
mod headless;
mod lines;
mod roles;
mod table;
mod term_columns;
mod title;

use crate::language::fold::{fold, one_line};
use crate::language::mark::{self, MarkKind};
use crate::language::organization::mentions;
use crate::law::Law;
use crate::model::{Block, Document, Located, Location, Part, PlanHead, PlanTable, Recognized, Table, Warned};

/// The plans of a document's tables, in order.
pub(super) fn in_tables(document: &Document, _law: &Law) -> Warned<Vec<Recognized>> {
    Warned::clean(tables(document))
}

/// The plan of a document without plan tables.
pub(super) fn in_lines(document: &Document, _law: &Law) -> Warned<Vec<Recognized>> {
    let mut found = Warned::clean(Vec::new());
    if lines::cells_on_lines(document) {
        found.warn(
            "cells-on-lines",
            "Таблица сохранена как текст, каждая ячейка на своей строке: понять, что к какому столбцу относится, нельзя. \
             Пришлите документ в исходном виде (.docx, .xlsx, .html).",
        );
    } else {
        found.value.extend(lines::recognize(document));
    }
    found
}

/// A plan while its tables are collected.
struct Draft {
    head: PlanHead,
    tables: Vec<PlanTable>,
}

/// A place among the blocks of a document.
#[derive(Clone, Copy)]
struct Place<'a> {
    part: usize,
    block: usize,
    /// Number of the table in the file, from 1.
    number: u32,
    contents: &'a Part,
}

fn tables(document: &Document) -> Vec<Recognized> {
    let mut plans: Vec<Draft> = Vec::new();
    let mut number = 0;
    for (part, contents) in document.parts.iter().enumerate() {
        for (block, content) in contents.blocks.iter().enumerate() {
            let Block::Table(table) = content else { continue };
            number += 1;
            let place = Place { part, block, number, contents };
            for framed in with_nested(table, &Location::table(number).in_sheet(contents.name.as_deref())) {
                add(&mut plans, &framed, document, place);
            }
        }
    }
    close(&mut plans, document);
    plans.into_iter().map(|plan| Recognized::PlanTables { head: plan.head, tables: plan.tables }).collect()
}

type Path = Vec<(usize, usize, usize)>;

/// A table and the frames around it.
struct Framed<'a> {
    table: &'a Table,
    path: Path,
    /// Texts of the frames before the table.
    before: Vec<Located<String>>,
}

/// The table itself; or, where it only frames others, the tables inside its cells, outermost first.
fn with_nested<'a>(table: &'a Table, place: &Location) -> Vec<Framed<'a>> {
    let mut found = Vec::new();
    let mut waiting = vec![Framed { table, path: Path::new(), before: Vec::new() }];
    while let Some(framed) = waiting.pop() {
        let table = framed.table;
        if !table.has_nested() || header::find(table, 0).is_some() {
            found.push(framed);
            continue;
        }
        let mut inside = Vec::new();
        let mut texts = framed.before;
        for cell in (0..table.rows()).flat_map(|row| table.row(row)) {
            let mut text = cell.text;
            for (index, nested) in table.nested(cell.row, cell.column).enumerate() {
                // The text of a cell has the rows of its tables among its lines.
                let own = text.find(first_text(nested)).unwrap_or(0);
                if !text[..own].trim().is_empty() {
                    let place = place.at_row(cell.row as u32 + 1).at_column(cell.column as u32 + 1);
                    texts.push(Located::new(text[..own].trim().to_owned(), place));
                }
                text = "";
                let mut path = framed.path.clone();
                path.push((cell.row, cell.column, index));
                inside.push(Framed { table: nested, path, before: std::mem::take(&mut texts) });
            }
            if !text.trim().is_empty() {
                let place = place.at_row(cell.row as u32 + 1).at_column(cell.column as u32 + 1);
                texts.push(Located::new(text.to_owned(), place));
            }
        }
        waiting.extend(inside.into_iter().rev());
    }
    found
}

/// The first text of a table.
fn first_text(table: &Table) -> &str {
    let mut cells = (0..table.rows()).flat_map(|row| table.row(row));
    cells.find(|cell| !cell.text.is_empty()).map_or("", |cell| cell.text)
}

/// Adds one table to the plan it belongs to, begins a plan with it, or leaves it alone.
fn add(plans: &mut Vec<Draft>, framed: &Framed<'_>, document: &Document, place: Place<'_>) {
    let Framed { table, path, before } = framed;
    let location = Location::table(place.number).in_sheet(place.contents.name.as_deref());
    // Cards first: the values of a card may read like headings.
    if let Some(cards) = cards::find(table, &location) {
        return add_cards(plans, cards, path, place);
    }
    let mut found = table::with_headings(table, &location);
    if let Some(first) = found.first_mut() {
        first.before.splice(0..0, before.iter().cloned());
    }
    if found.is_empty() {
        if !go_on(plans, table, path, place, &location) {
            begin_without_headings(plans, table, path, place, &location);
        }
        return;
    }
    for one in found {
        let from = first_unclaimed(plans, place);
        let boundary = (from..place.block)
            .find(|&b| begins_document(&place.contents.blocks[b]))
            .map(|b| under_order(&place.contents.blocks[from..b]) + from);
        let titled_in_text = one.before.iter().any(|text| title::titles_plan(&text.value))
            || place.contents.blocks[from..place.block].iter().any(titles_plan);
        // A title outweighs the name of the sheet.
        let named = |test: fn(&str) -> bool| place.contents.name.as_deref().is_some_and(test);
        let of_another_sort = one.before.iter().any(|text| title::titles_other(&text.value))
            || place.contents.blocks[from..place.block].iter().any(|block| any_text(block, title::titles_other))
            || !titled_in_text && named(title::titles_other);
        let titled = titled_in_text || !of_another_sort && named(title::titles_plan);
        let alike = plans.last().is_some_and(|plan| plan.tables.last().is_some_and(|t| same_headings(t, &one.table)));
        if !(one.certain || titled || alike) || of_another_sort && !titled {
            continue;
        }
        let apart = boundary.is_some() || one.before.iter().any(|text| title::begins_document(&text.value));
        let other_part = plans.last().is_some_and(|plan| plan.head.part != place.part);
        let begins = plans.is_empty() || apart || (other_part && (titled || !alike));
        let mut own = PlanTable { part: place.part, block: place.block, path: path.clone(), ..one.table };
        own.section = section_before(place, from, begins)
            .or_else(|| section_above(&one.before))
            .or_else(|| sheet_section(place.contents, other_part && !begins));
        // Headings repeated on a new page may cut a row in two.
        let first = own.rows.clone().find(|row| own.skipped.binary_search(row).is_err());
        own.continues = alike
            && !begins
            && !other_part
            && first.is_some_and(|row| continuation::goes_on(table, row, &own.edges, &own.columns));
        if begins {
            // Above the first plan of a document stands nothing but its head, a letter, or the order that approves it.
            let start = if plans.is_empty() || other_part { 0 } else { boundary.unwrap_or(from) };
            let head = PlanHead {
                part: place.part,
                before: after_letter(&place.contents.blocks, start, place.block)..place.block,
                grid_before: title_page(plans, document, place).into_iter().chain(one.before).collect(),
                ..PlanHead::default()
            };
            plans.push(Draft { head, tables: Vec::new() });
        }
        if let Some(plan) = plans.last_mut() {
            plan.head.grid_after.extend(one.after);
            plan.tables.push(own);
        }
    }
}

/// The first block that no plan has claimed; the table's own block where a plan above it in the same table has.
fn first_unclaimed(plans: &[Draft], place: Place<'_>) -> usize {
    let last = plans.last().and_then(|plan| plan.tables.last()).filter(|table| table.part == place.part);
    last.map_or(0, |table| (table.block + 1).min(place.block))
}

/// The texts of a sheet before the plan's own that holds nothing but its title and stamp.
fn title_page(plans: &[Draft], document: &Document, place: Place<'_>) -> Vec<Located<String>> {
    const LONGEST: usize = 40;
    let last = plans.iter().flat_map(|plan| &plan.tables).map(|table| table.part + 1).max().unwrap_or(0);
    let mut number = 0;
    let mut texts = Vec::new();
    for (index, part) in document.parts[..place.part].iter().enumerate() {
        let mut own = Vec::new();
        for block in &part.blocks {
            let Block::Table(table) = block else { continue };
            number += 1;
            let location = Location::table(number).in_sheet(part.name.as_deref());
            own.extend(table::located(table, &location, 0..table.rows()));
        }
        let titles = part.name.is_some() && own.iter().any(|text| title::begins_document(&text.value));
        if index >= last && titles && own.len() <= LONGEST {
            texts.extend(own);
        }
    }
    texts
}

/// Cards go on with the plan before them, or begin one under a plan's title.
fn add_cards(plans: &mut Vec<Draft>, cards: PlanTable, path: &Path, place: Place<'_>) {
    let from = first_unclaimed(plans, place);
    let above = &place.contents.blocks[from..place.block];
    let titled = above.iter().any(titles_plan);
    let cards = PlanTable { part: place.part, block: place.block, path: path.clone(), ..cards };
    match plans.last_mut().filter(|_| !titled) {
        Some(plan) => plan.tables.push(cards),
        None if titled => {
            let start = if plans.is_empty() { 0 } else { from };
            let before = after_letter(&place.contents.blocks, start, place.block)..place.block;
            plans.push(Draft {
                head: PlanHead { part: place.part, before, ..PlanHead::default() },
                tables: vec![cards],
            });
        }
        None => {}
    }
}

/// A table without headings right under a plan's title begins a plan, if its cells show what the columns are.
fn begin_without_headings(plans: &mut Vec<Draft>, table: &Table, path: &Path, place: Place<'_>, location: &Location) {
    let from = first_unclaimed(plans, place);
    let above = &place.contents.blocks[from..place.block];
    let Some(title) = above.iter().position(|block| matches!(block, Block::Paragraph(_)) && titles_plan(block)) else {
        return;
    };
    let Some(found) = headless::by_contents(table, location) else { return };
    let start = above.iter().position(begins_document).unwrap_or(title) + from;
    let start = if plans.is_empty() { 0 } else { start };
    let before = after_letter(&place.contents.blocks, start, place.block)..place.block;
    let head = PlanHead { part: place.part, before, ..PlanHead::default() };
    let table = PlanTable { part: place.part, block: place.block, path: path.clone(), ..found };
    plans.push(Draft { head, tables: vec![table] });
}

/// A table without headings: the rest of the table before it, if nothing but its own plan stands between.
fn go_on(plans: &mut [Draft], table: &Table, path: &Path, place: Place<'_>, location: &Location) -> bool {
    let Some(plan) = plans.last_mut() else { return false };
    let Some(last) = plan.tables.last().filter(|t| t.part == place.part) else { return false };
    let between = &place.contents.blocks[(last.block + 1).min(place.block)..place.block];
    if between.iter().any(begins_document) || between.iter().filter(|b| !is_empty(b)).count() > 3 {
        return false;
    }
    let Some(rest) = continuation::without_headings(table, location, last) else { return false };
    let section = section_before(place, (last.block + 1).min(place.block), false);
    plan.tables.push(PlanTable { part: place.part, block: place.block, path: path.clone(), section, ..rest });
    true
}

/// What follows the last table of each plan, up to the head of the next.
fn close(plans: &mut [Draft], document: &Document) {
    let heads = plans.iter().map(|plan| (plan.head.part, plan.head.before.start)).collect::<Vec<_>>();
    for (index, plan) in plans.iter_mut().enumerate() {
        let Some(last) = plan.tables.last() else { continue };
        if last.part != plan.head.part {
            continue;
        }
        let end = match heads.get(index + 1) {
            Some((part, start)) if *part == last.part => *start,
            _ => document.parts[last.part].blocks.len(),
        };
        plan.head.after = (last.block + 1).min(end)..end;
    }
}

fn same_headings(a: &PlanTable, b: &PlanTable) -> bool {
    a.headings.len() == b.headings.len() && a.headings.iter().zip(&b.headings).all(|(a, b)| fold(a) == fold(b))
}

fn is_empty(block: &Block) -> bool {
    matches!(block, Block::Paragraph(p) if p.text.trim().is_empty())
}

fn begins_document(block: &Block) -> bool {
    any_text(block, title::begins_document)
}

/// Where the order begins to which a plan is annexed, with the name of its organization; else its letterhead.
fn under_order(above: &[Block]) -> usize {
    let orders =
        |block: &Block| matches!(block, Block::Paragraph(p) if title::classify(&p.full_text()) == title::Line::Act);
    let end = above.iter().position(orders).unwrap_or(above.len());
    under_letterhead(&above[..end])
}

/// Where the lines that name an organization right above a title begin.
fn under_letterhead(above: &[Block]) -> usize {
    let names = |block: &Block| match block {
        Block::Paragraph(paragraph) => {
            let text = one_line(&paragraph.full_text());
            text.is_empty() || !title::closes_plan(&text) && !text.ends_with('.') && !mentions(&text).is_empty()
        }
        Block::Table(_) => false,
    };
    above.iter().rposition(|block| !names(block)).map_or(0, |last| last + 1)
}

fn titles_plan(block: &Block) -> bool {
    any_text(block, title::titles_plan)
}

/// Whether a paragraph, or a cell of a small table such as a stamp, passes a test.
fn any_text(block: &Block, test: fn(&str) -> bool) -> bool {
    match block {
        Block::Paragraph(paragraph) => test(&paragraph.full_text()),
        Block::Table(table) => (0..table.rows().min(10)).any(|row| table.row(row).any(|cell| test(cell.text))),
    }
}

/// Where the head begins: after a covering letter, at the stamp or title that follows it.
fn after_letter(blocks: &[Block], from: usize, to: usize) -> usize {
    let is_letter =
        |block: &Block| matches!(block, Block::Paragraph(p) if title::classify(&p.full_text()) == title::Line::Letter);
    let Some(letter) = (from..to).rev().find(|&b| is_letter(&blocks[b])) else { return from };
    (letter + 1..to).find(|&b| begins_document(&blocks[b])).unwrap_or(from)
}

/// The heading right above a table, as the section of its measures. Above the first table of a plan only a heading that
/// is numbered or marked as one: the title stands there too.
fn section_before(place: Place<'_>, from: usize, first: bool) -> Option<String> {
    let above = place.contents.blocks[from..place.block].iter().rev().find(|block| !is_empty(block))?;
    let Block::Paragraph(paragraph) = above else { return None };
    let text = one_line(&paragraph.full_text());
    if !title::is_heading_like(&text) {
        return None;
    }
    let folded = fold(&text);
    let goes_on = folded.starts_with("продолжение")
        || folded.starts_with("таблица")
        || folded.chars().all(|c| !c.is_alphabetic());
    (!goes_on && (!first || heads_section(&text))).then_some(text)
}

/// The last text of a table above its headings, where it is numbered or marked as a section.
fn section_above(texts: &[Located<String>]) -> Option<String> {
    let text = one_line(&texts.last()?.value);
    (title::is_heading_like(&text) && heads_section(&text)).then_some(text)
}

/// Whether a line is numbered as headings are, or says what it is: «Критерий 2. Комфортность».
fn heads_section(line: &str) -> bool {
    let folded = fold(line);
    let named = ["раздел", "критерий", "направление", "блок ", "показател"].iter().any(|word| folded.starts_with(word));
    named || mark::split(line).is_some_and(|(mark, _)| matches!(mark.kind, MarkKind::Number | MarkKind::Roman))
}

/// The name of a sheet of several that share headings, unless nobody gave it one.
fn sheet_section(part: &Part, shared: bool) -> Option<String> {
    let name = part.name.as_deref().filter(|_| shared)?;
    let folded = fold(name);
    let given = !["лист", "sheet", "таблица", "table"].iter().any(|word| folded.starts_with(word));
    given.then(|| name.to_owned())
}

#[cfg(test)]
mod tests;
