//! A tree of elements to blocks.

use scraper::node::{Element, Node};
use scraper::{Html, StrTendril};

use super::table::HtmlTable;
use super::word;
use crate::language::fold::clean;
use crate::model::{Block, Paragraph, Warned};
use crate::read::{marks, story, symbols};

/// Elements whose contents nobody sees, or that hold no text of the page.
const UNSEEN: &[&str] = &[
    "script", "style", "head", "title", "noscript", "template", "select", "datalist", "svg", "iframe", "object",
    "video", "audio", "canvas", "del",
];

/// Elements that begin and end a paragraph.
const BLOCKS: &[&str] = &[
    "p",
    "div",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "ul",
    "ol",
    "dl",
    "dt",
    "dd",
    "section",
    "article",
    "header",
    "footer",
    "main",
    "nav",
    "aside",
    "blockquote",
    "pre",
    "address",
    "fieldset",
    "form",
    "figure",
    "figcaption",
    "hr",
    "center",
    "body",
    "html",
    "legend",
    "details",
    "summary",
    "menu",
    "dir",
];

/// Tables within tables are kept to this depth; what is deeper is the layout of a hostile page.
const NESTED_TABLES: usize = 16;

/// What the html is the contents of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Place {
    /// A page: items are marked with bullets, marks typed by hand are split off.
    #[default]
    Page,
    /// A cell or line of a text: items are marked with dashes, texts stay as written.
    Cell,
}

/// Walks the tree in document order.
pub(super) fn walk(html: &Html, place: Place) -> Warned<Vec<Block>> {
    let mut walker = Walker { place, stories: vec![Story::default()], ..Walker::default() };
    let root = html.tree.root();
    let mut node = root;
    loop {
        let descend = match node.value() {
            Node::Element(element) => walker.open(element),
            Node::Text(text) => {
                walker.text(&text.text);
                false
            }
            Node::Document | Node::Fragment => true,
            _ => false,
        };
        // What was not entered is not closed either; what is above it was entered.
        let mut entered = descend;
        match node.first_child().filter(|_| descend) {
            Some(child) => node = child,
            None => loop {
                if let (Node::Element(element), true) = (node.value(), entered) {
                    walker.close(element);
                }
                entered = true;
                if node == root {
                    return walker.finish();
                }
                if let Some(next) = node.next_sibling() {
                    node = next;
                    break;
                }
                let Some(parent) = node.parent() else { return walker.finish() };
                node = parent;
            },
        }
    }
}

#[derive(Default)]
struct Walker {
    place: Place,
    /// The page and, above it, the cells that are open.
    stories: Vec<Story>,
    tables: Vec<HtmlTable>,
    lists: Vec<List>,
    preformatted: usize,
    lost_tables: usize,
}

/// The contents of the page or of a cell, with the paragraph being read.
#[derive(Default)]
struct Story {
    blocks: Vec<Block>,
    text: String,
    heading: Option<u8>,
    mark: Option<String>,
    level: Option<u8>,
    /// A mark that Word wrote into the text is being read.
    word_mark: Option<String>,
}

/// An open list; `next` is the number of its next item.
struct List {
    numbered: Option<char>,
    marked: bool,
    next: i64,
}

impl Walker {
    fn story(&mut self) -> Option<&mut Story> {
        self.stories.last_mut()
    }

    fn open(&mut self, element: &Element) -> bool {
        let name = element.name();
        if UNSEEN.contains(&name) || is_hidden(element) {
            return false;
        }
        if name == "table" && self.tables.len() >= NESTED_TABLES {
            self.lost_tables += 1;
            return false;
        }
        if BLOCKS.contains(&name) || name == "table" {
            self.flush();
        }
        match name {
            "br" => self.push_str("\n"),
            "pre" | "textarea" => self.preformatted += 1,
            "ul" | "ol" | "menu" | "dir" => self.lists.push(List::new(element)),
            "li" => self.open_item(element),
            "table" => self.tables.push(HtmlTable::default()),
            "tr" => {
                if let Some(table) = self.tables.last_mut() {
                    table.open_row();
                }
            }
            "td" | "th" | "caption" => self.stories.push(Story::default()),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = name[1..].parse().ok();
                if let Some(story) = self.story() {
                    story.heading = level;
                }
            }
            "span" if word::is_mark(element) => {
                if let Some(story) = self.story() {
                    story.word_mark = Some(String::new());
                }
            }
            "p" => {
                if let (Some(level), Some(story)) = (word::list_level(element), self.story()) {
                    story.level = Some(level);
                }
            }
            _ => {}
        }
        true
    }

    fn close(&mut self, element: &Element) {
        let name = element.name();
        if BLOCKS.contains(&name) {
            self.flush();
        }
        match name {
            "pre" | "textarea" => self.preformatted = self.preformatted.saturating_sub(1),
            "ul" | "ol" | "menu" | "dir" => {
                self.lists.pop();
            }
            "li" => {
                if let Some(story) = self.story() {
                    (story.mark, story.level) = (None, None);
                }
            }
            "td" | "th" => self.close_cell(element),
            "caption" => self.close_caption(),
            "table" => self.close_table(),
            "span" if word::is_mark(element) => {
                if let Some(story) = self.story()
                    && let Some(mark) = story.word_mark.take()
                {
                    story.mark = word::mark(&mark);
                }
            }
            _ => {}
        }
    }

    fn open_item(&mut self, element: &Element) {
        let level = self.lists.len().saturating_sub(1);
        let bullet = if self.place == Place::Page { "•" } else { "-" };
        let mark = self.lists.last_mut().and_then(|list| list.mark(element, bullet));
        if let Some(story) = self.story() {
            story.mark = mark;
            story.level = u8::try_from(level).ok();
        }
    }

    fn text(&mut self, text: &StrTendril) {
        if self.preformatted > 0 {
            self.push_str(text);
        } else {
            // A line of the source is not a line of the page.
            self.push_str(&text.replace(['\n', '\r', '\t'], " "));
        }
    }

    fn push_str(&mut self, text: &str) {
        if let Some(story) = self.story() {
            match &mut story.word_mark {
                Some(mark) => mark.push_str(text),
                None => story.text.push_str(text),
            }
        }
    }

    /// Ends the paragraph, if there is one.
    fn flush(&mut self) {
        let in_cell = self.stories.len() > 1 || self.place == Place::Cell;
        let Some(story) = self.story() else { return };
        let text = clean(&symbols::resolve_private(&std::mem::take(&mut story.text)));
        if text.is_empty() {
            return;
        }
        let mut mark = story.mark.take();
        // «<li>- пункт»: the author's own mark makes the list's mark superfluous.
        if mark.as_deref().is_some_and(|mark| !mark.contains(char::is_alphanumeric)) && marks::split(&text).is_some() {
            mark = None;
        }
        let heading = story.heading.take();
        let paragraph = Paragraph { text, mark, list_level: story.level, heading };
        if in_cell {
            story.blocks.push(Block::Paragraph(paragraph));
        } else {
            story::push_paragraph(&mut story.blocks, paragraph);
        }
    }

    fn close_cell(&mut self, element: &Element) {
        self.flush();
        if self.stories.len() > 1
            && let Some(story) = self.stories.pop()
            && let Some(table) = self.tables.last_mut()
        {
            table.put(element, story::into_cell(story.blocks));
        }
    }

    /// A caption stands above its table.
    fn close_caption(&mut self) {
        self.flush();
        if self.stories.len() > 1
            && let Some(caption) = self.stories.pop()
            && let Some(story) = self.story()
        {
            story.blocks.extend(caption.blocks);
        }
    }

    fn close_table(&mut self) {
        let Some(table) = self.tables.pop() else { return };
        match table.finish() {
            Some(table) if table.rows() > 0 => {
                if let Some(story) = self.story() {
                    story.blocks.push(Block::Table(table));
                }
            }
            Some(_) => {}
            None => self.lost_tables += 1,
        }
    }

    fn finish(mut self) -> Warned<Vec<Block>> {
        self.flush();
        let mut blocks = Warned::clean(self.stories.into_iter().flat_map(|story| story.blocks).collect());
        if self.lost_tables > 0 {
            blocks.warn(
                "lost-table",
                format!("Не прочитаны слишком большие или слишком глубоко вложенные таблицы: {}.", self.lost_tables),
            );
        }
        blocks
    }
}

impl List {
    fn new(element: &Element) -> Self {
        let style = element.attr("style").unwrap_or_default().replace(' ', "").to_lowercase();
        let marked = !["list-style:none", "list-style-type:none"].iter().any(|none| style.contains(none));
        let kind = element.attr("type").and_then(|kind| kind.chars().next()).unwrap_or('1');
        let start = element.attr("start").and_then(|start| start.trim().parse().ok()).unwrap_or(1);
        Self { numbered: (element.name() == "ol").then_some(kind), marked, next: start }
    }

    fn mark(&mut self, item: &Element, bullet: &str) -> Option<String> {
        let Some(kind) = self.numbered else { return self.marked.then(|| bullet.to_owned()) };
        if let Some(value) = item.attr("value").and_then(|value| value.trim().parse().ok()) {
            self.next = value;
        }
        let number = u32::try_from(self.next).unwrap_or(0);
        self.next = self.next.saturating_add(1);
        let format = match kind {
            'a' => marks::NumberFormat::LowerLetter,
            'A' => marks::NumberFormat::UpperLetter,
            'i' => marks::NumberFormat::LowerRoman,
            'I' => marks::NumberFormat::UpperRoman,
            _ => marks::NumberFormat::Decimal,
        };
        self.marked.then(|| format!("{}.", format.write(number)))
    }
}

fn is_hidden(element: &Element) -> bool {
    if element.attr("hidden").is_some() {
        return true;
    }
    let Some(style) = element.attr("style") else { return false };
    let style: String = style.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect();
    ["display:none", "visibility:hidden", "mso-hide:all"].iter().any(|hidden| style.contains(hidden))
}
