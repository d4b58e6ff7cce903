//! The paragraph being read: its properties, its runs, its fields.

use quick_xml::events::BytesStart;

use super::numbering::{ListRef, Mark, Numbering};
use super::styles::Styles;
use crate::language::fold::clean;
use crate::model::Paragraph;
use crate::read::{symbols, xml};

/// Fields within fields beyond this are not told apart.
const FIELDS: usize = 64;

/// What is known of a paragraph before it ends.
#[derive(Debug, Default)]
pub(super) struct Current {
    /// The paragraph mark was deleted: the next paragraph goes on this one.
    pub(super) joined: bool,
    text: String,
    style: Option<String>,
    list: ListRef,
    outline: Option<u8>,
    run_hidden: bool,
    /// One entry an open field: whether its instruction is being read.
    fields: Vec<bool>,
}

impl Current {
    /// Begins a paragraph; the text stays if the mark of the last one was deleted. Fields may run on over paragraphs, but
    /// an instruction that was never closed must not swallow the rest.
    pub(super) fn open(&mut self) {
        let mut fields = std::mem::take(&mut self.fields);
        fields.fill(false);
        let text = if self.joined { std::mem::take(&mut self.text) } else { String::new() };
        *self = Self { text, fields, ..Self::default() };
    }

    pub(super) fn open_run(&mut self) {
        self.run_hidden = false;
    }

    /// Adds text, unless it is hidden or belongs to the instruction of a field.
    pub(super) fn push_str(&mut self, piece: &str) {
        if !self.run_hidden && !self.fields.contains(&true) {
            self.text.push_str(piece);
        }
    }

    /// A sign of a field: its beginning, the end of its instruction, its end.
    pub(super) fn field(&mut self, kind: &str) {
        match kind {
            "begin" if self.fields.len() < FIELDS => self.fields.push(true),
            "separate" => {
                if let Some(last) = self.fields.last_mut() {
                    *last = false;
                }
            }
            "end" => {
                self.fields.pop();
            }
            _ => {}
        }
    }

    pub(super) fn property(&mut self, name: &str, element: &BytesStart<'_>) {
        match name {
            "pStyle" => self.style = xml::attribute(element, "val"),
            "numId" => self.list.number = xml::number(element, "val"),
            "ilvl" => self.list.level = xml::number(element, "val"),
            "outlineLvl" => self.outline = xml::number(element, "val"),
            _ => {}
        }
    }

    /// A property of a run; `in_placeholder` says that it stands in a control nobody has filled in.
    pub(super) fn run_property(&mut self, name: &str, element: &BytesStart<'_>, styles: &Styles, in_placeholder: bool) {
        match name {
            "vanish" => self.run_hidden = xml::is_on(element),
            "rStyle" => {
                let style = xml::attribute(element, "val").unwrap_or_default();
                self.run_hidden |= styles.is_hidden(&style) || (in_placeholder && styles.is_placeholder(&style));
            }
            _ => {}
        }
    }

    /// A property of the paragraph mark.
    pub(super) fn mark_property(&mut self, name: &str) {
        self.joined |= matches!(name, "del" | "moveFrom");
    }

    /// Ends the paragraph; `None` while it is to be joined with the next, or where nothing is seen of it.
    pub(super) fn close(&mut self, styles: &Styles, numbering: &mut Numbering) -> Option<Paragraph> {
        if self.joined {
            return None;
        }
        let text = std::mem::take(&mut self.text);
        let text = clean(&if text.contains(symbols::is_private) { symbols::resolve_private(&text) } else { text });
        let style = self.style.as_deref().or(styles.of_paragraphs());
        let heading = match self.outline {
            Some(level) => (level < 9).then_some(level + 1),
            None => style.and_then(|style| styles.heading(style)),
        };
        let mark = mark(self.list, style, styles, numbering);
        let list_level = mark.as_ref().map(|mark| mark.level);
        let mark = mark.map(|mark| mark.text).filter(|mark| !mark.is_empty());
        (!text.is_empty() || mark.is_some()).then_some(Paragraph { text, mark, list_level, heading })
    }
}

/// The mark of a paragraph: from its own list, else from the list of its style. List number 0 takes a style's list off.
fn mark(own: ListRef, style: Option<&str>, styles: &Styles, numbering: &mut Numbering) -> Option<Mark> {
    let (of_style, holder) = style.map(|style| styles.list(style)).unwrap_or_default();
    let number = own.number.or(of_style.number).filter(|&number| number != 0)?;
    let by_style = || if own.number.is_none() { numbering.level_of_style(number, holder) } else { None };
    let level = own.level.or_else(by_style).or(of_style.level).unwrap_or(0);
    numbering.next(number, level)
}
