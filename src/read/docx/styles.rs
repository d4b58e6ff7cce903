//! Styles, as far as they matter to text: headings, lists, hidden text.

use std::collections::HashMap;

use quick_xml::events::{BytesStart, Event};

use super::numbering::ListRef;
use crate::read::xml;

/// A chain of styles based on each other is followed so far.
const CHAIN: usize = 32;

/// All styles by id.
#[derive(Debug, Default)]
pub(super) struct Styles {
    by_id: HashMap<String, Style>,
    default: Option<String>,
}

/// What one style says itself.
#[derive(Debug, Default)]
struct Style {
    name: String,
    based_on: Option<String>,
    list: ListRef,
    outline: Option<u8>,
    hidden: Option<bool>,
}

impl Styles {
    /// The style of paragraphs that name none.
    pub(super) fn of_paragraphs(&self) -> Option<&str> {
        self.default.as_deref()
    }

    /// The level of a heading, from 1.
    pub(super) fn heading(&self, id: &str) -> Option<u8> {
        self.chain(id)
            .find_map(|(_, style)| style.outline.or_else(|| named_level(&style.name)))
            .filter(|level| *level < 9)
            .map(|level| level + 1)
    }

    /// The list that the style belongs to, and the style that says so.
    pub(super) fn list<'s>(&'s self, id: &'s str) -> (ListRef, &'s str) {
        let mut list = ListRef::default();
        let mut holder = id;
        for (name, style) in self.chain(id) {
            list.level = list.level.or(style.list.level);
            if style.list.number.is_some() {
                list.number = style.list.number;
                holder = name;
                break;
            }
        }
        (list, holder)
    }

    /// Whether text of the style is hidden.
    pub(super) fn is_hidden(&self, id: &str) -> bool {
        self.chain(id).find_map(|(_, style)| style.hidden).unwrap_or(false)
    }

    /// Whether text of the style stands where something is to be typed. Built-in styles have English names everywhere.
    pub(super) fn is_placeholder(&self, id: &str) -> bool {
        id == "PlaceholderText" || self.by_id.get(id).is_some_and(|style| style.name == "placeholder text")
    }

    fn chain<'s>(&'s self, id: &'s str) -> impl Iterator<Item = (&'s str, &'s Style)> {
        let first = self.by_id.get(id).map(|style| (id, style));
        std::iter::successors(first, |(_, style)| {
            let id = style.based_on.as_deref()?;
            self.by_id.get(id).map(|style| (id, style))
        })
        .take(CHAIN)
    }
}

/// Reads the part of styles.
pub(super) fn parse(text: &str) -> Styles {
    let mut reader = xml::reader(text);
    let mut styles = Styles::default();
    let mut open: Option<(String, Style)> = None;
    loop {
        match reader.read_event() {
            Ok(Event::Start(element)) => {
                if element.local_name().as_ref() == "style" {
                    let id = xml::attribute(&element, "styleId").unwrap_or_default();
                    let is_default = matches!(xml::attribute(&element, "default").as_deref(), Some("1" | "true"));
                    if is_default && xml::attribute(&element, "type").as_deref() == Some("paragraph") {
                        styles.default = Some(id.clone());
                    }
                    open = Some((id, Style::default()));
                } else if let Some((_, style)) = &mut open {
                    property(style, &element);
                }
            }
            Ok(Event::End(element)) if element.local_name().as_ref() == "style" => styles.by_id.extend(open.take()),
            Ok(Event::Eof) | Err(_) => return styles,
            Ok(_) => {}
        }
    }
}

fn property(style: &mut Style, element: &BytesStart<'_>) {
    match element.local_name().as_ref() {
        "name" => style.name = xml::attribute(element, "val").unwrap_or_default().to_lowercase(),
        "basedOn" => style.based_on = xml::attribute(element, "val"),
        "outlineLvl" => style.outline = xml::number(element, "val"),
        "numId" => style.list.number = xml::number(element, "val"),
        "ilvl" => style.list.level = xml::number(element, "val"),
        "vanish" => style.hidden = Some(xml::is_on(element)),
        _ => {}
    }
}

/// «heading 2», «Заголовок 2»: level from 0; the title of a document is its first heading.
fn named_level(name: &str) -> Option<u8> {
    if matches!(name, "title" | "название" | "заголовок") {
        return Some(0);
    }
    let rest = name.strip_prefix("heading").or_else(|| name.strip_prefix("заголовок"))?;
    let level: u8 = rest.trim().parse().ok()?;
    level.checked_sub(1)
}
