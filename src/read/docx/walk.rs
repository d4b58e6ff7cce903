//! The stream of elements to blocks.
//!
//! State lives in explicit stacks: the path of open elements, the stories (body, cells, text boxes) and the tables. A
//! text box ends before the paragraph that anchors it, so that its contents come first without further ado.

use quick_xml::events::{BytesStart, Event};

use super::numbering::{ListRef, Numbering};
use super::styles::Styles;
use super::table::{CellPlace, Merge, WordTable};
use crate::language::fold::clean;
use crate::model::{Block, Paragraph, Warned};
use crate::read::{story, symbols, xml};

/// Elements whose contents are not text of the document, or not any more.
const DROPPED: &[&str] = &[
    "del",
    "moveFrom",
    "delText",
    "instrText",
    "delInstrText",
    "sectPr",
    "pPrChange",
    "rPrChange",
    "tblPrChange",
    "tblGridChange",
    "trPrChange",
    "tcPrChange",
    "sectPrChange",
    "tblPrExChange",
    "numberingChange",
    "rt",
    "sdtEndPr",
    "footnoteReference",
    "endnoteReference",
    "commentReference",
    "ffData",
    "docPartObj",
    "binData",
    "tblStylePr",
];

/// Deeper elements than this are left out: no writer makes them.
const DEPTH: usize = 4096;

/// Tables within tables are kept to this depth: the text of each is part of the cells around it.
const NESTED_TABLES: usize = 16;

/// Walks the main part. Whatever was read before an error is kept.
pub(super) fn walk(text: &str, styles: &Styles, numbering: Numbering) -> Warned<Vec<Block>> {
    let mut walker = Walker::new(styles, numbering);
    let mut reader = xml::reader(text);
    let mut ended = false;
    loop {
        match reader.read_event() {
            Ok(Event::Start(element)) => walker.start(&element),
            Ok(Event::End(element)) => {
                let name = element.local_name();
                ended |= matches!(name.as_ref(), "body" | "document" | "wordDocument");
                walker.end(name.as_ref());
            }
            Ok(Event::Text(piece)) => walker.text(&piece),
            Ok(Event::CData(piece)) => walker.text(&piece),
            Ok(Event::GeneralRef(reference)) => {
                if let Some(c) = xml::resolve(&reference) {
                    walker.text(c.encode_utf8(&mut [0; 4]));
                }
            }
            Ok(Event::Eof) => return walker.finish(!ended),
            Ok(_) => {}
            Err(_) => return walker.finish(true),
        }
    }
}

struct Walker<'s> {
    styles: &'s Styles,
    numbering: Numbering,
    path: Vec<Element>,
    /// How many elements are open inside a dropped one, itself included.
    dropped: usize,
    frames: Vec<Frame>,
    lost_tables: usize,
    lost_parts: usize,
}

/// Open elements that change the meaning of what is inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Element {
    Paragraph,
    ParagraphProperties,
    RunProperties,
    Run,
    Text,
    RowProperties,
    CellProperties,
    Control { placeholder: bool },
    ControlProperties,
    Alternatives { chosen: bool },
    Other,
}

/// Stories and tables that are open, the innermost last.
enum Frame {
    Story(Story),
    Table(WordTable),
}

/// A body, a cell or a text box.
#[derive(Default)]
struct Story {
    blocks: Vec<Block>,
    place: CellPlace,
    current: Current,
}

/// The paragraph being read.
#[derive(Default)]
struct Current {
    text: String,
    style: Option<String>,
    list: ListRef,
    outline: Option<u8>,
    /// The paragraph mark was deleted: the next paragraph goes on this one.
    joined: bool,
    run_hidden: bool,
    /// One entry an open field: whether its instruction is being read.
    fields: Vec<bool>,
}

impl<'s> Walker<'s> {
    fn new(styles: &'s Styles, numbering: Numbering) -> Self {
        Self {
            styles,
            numbering,
            path: Vec::new(),
            dropped: 0,
            frames: vec![Frame::Story(Story::default())],
            lost_tables: 0,
            lost_parts: 0,
        }
    }

    fn start(&mut self, element: &BytesStart<'_>) {
        let local = element.local_name();
        let name = local.as_ref();
        if self.dropped > 0 || self.is_dropped(name) || self.path.len() >= DEPTH {
            self.dropped += 1;
            return;
        }
        if name == "tbl" && self.frames.iter().filter(|frame| matches!(frame, Frame::Table(_))).count() >= NESTED_TABLES
        {
            self.lost_tables += 1;
            self.dropped = 1;
            return;
        }
        let opened = match name {
            "p" => {
                self.open_paragraph();
                Element::Paragraph
            }
            "pPr" => Element::ParagraphProperties,
            "rPr" => Element::RunProperties,
            "r" => {
                if let Some(current) = self.current() {
                    current.run_hidden = false;
                }
                Element::Run
            }
            "t" => Element::Text,
            "trPr" => Element::RowProperties,
            "tcPr" => Element::CellProperties,
            "tbl" => {
                self.frames.push(Frame::Table(WordTable::default()));
                Element::Other
            }
            "tr" => {
                self.with_table(WordTable::open_row);
                Element::Other
            }
            "tc" | "txbxContent" | "txBody" => {
                self.frames.push(Frame::Story(Story::default()));
                Element::Other
            }
            "gridCol" => {
                let width = xml::number(element, "w");
                self.with_table(|table| table.grid_column(width));
                Element::Other
            }
            "sdt" => Element::Control { placeholder: false },
            "sdtPr" => Element::ControlProperties,
            "AlternateContent" => Element::Alternatives { chosen: false },
            "altChunk" => {
                self.lost_parts += 1;
                Element::Other
            }
            _ => {
                self.property(name, element);
                Element::Other
            }
        };
        self.path.push(opened);
    }

    fn end(&mut self, name: &str) {
        if self.dropped > 0 {
            self.dropped -= 1;
            return;
        }
        self.path.pop();
        match name {
            "p" => self.close_paragraph(),
            "tc" => self.close_cell(),
            "tr" => self.with_table(WordTable::close_row),
            "tbl" => self.close_table(),
            "txbxContent" | "txBody" => self.close_box(),
            _ => {}
        }
    }

    fn text(&mut self, piece: &str) {
        if self.dropped == 0 && self.path.last() == Some(&Element::Text) {
            self.push_str(piece);
        }
    }

    /// Whether an element is to be left out where it stands.
    fn is_dropped(&mut self, name: &str) -> bool {
        let parent = self.path.last_mut();
        match (name, parent) {
            // In properties these are statements about a row or a paragraph mark, not contents.
            ("del" | "moveFrom", Some(Element::RowProperties | Element::RunProperties)) => false,
            ("Choice" | "Fallback", Some(Element::Alternatives { chosen })) => std::mem::replace(chosen, true),
            ("sdtContent", Some(Element::Control { placeholder })) => *placeholder,
            _ => DROPPED.contains(&name),
        }
    }

    /// Properties and single signs, told apart by where they stand: `tab` is a stop in properties, a sign in a run.
    fn property(&mut self, name: &str, element: &BytesStart<'_>) {
        let Some(parent) = self.path.last().copied() else { return };
        match parent {
            Element::Run => self.sign(name, element),
            Element::RunProperties => self.run_property(name, element),
            Element::CellProperties => self.cell_property(name, element),
            Element::RowProperties => match name {
                "gridBefore" => {
                    let columns = xml::number(element, "val").unwrap_or(0);
                    self.with_table(|table| table.skip(columns));
                }
                "del" | "moveFrom" => self.with_table(WordTable::delete_row),
                _ => {}
            },
            Element::ControlProperties if name == "showingPlcHdr" && xml::is_on(element) => {
                let control = self.path.iter_mut().rev().find(|open| matches!(open, Element::Control { .. }));
                if let Some(Element::Control { placeholder }) = control {
                    *placeholder = true;
                }
            }
            _ => self.paragraph_property(name, element),
        }
    }

    fn sign(&mut self, name: &str, element: &BytesStart<'_>) {
        match name {
            "tab" | "ptab" => self.push_str("\t"),
            "br" | "cr" => self.push_str("\n"),
            "noBreakHyphen" => self.push_str("-"),
            "sym" => {
                let font = xml::attribute(element, "font").unwrap_or_default();
                let code = xml::attribute(element, "char").and_then(|code| u32::from_str_radix(&code, 16).ok());
                if let Some(code) = code {
                    self.push_str(symbols::shown(&font, code).encode_utf8(&mut [0; 4]));
                }
            }
            "fldChar" => {
                let kind = xml::attribute(element, "fldCharType");
                let Some(current) = self.current() else { return };
                match kind.as_deref() {
                    Some("begin") => current.fields.push(true),
                    Some("separate") => current.fields.iter_mut().next_back().into_iter().for_each(|f| *f = false),
                    Some("end") => {
                        current.fields.pop();
                    }
                    _ => {}
                }
            }
            _ => {}
        }
    }

    fn run_property(&mut self, name: &str, element: &BytesStart<'_>) {
        let of_mark = self.path.iter().rev().nth(1) == Some(&Element::ParagraphProperties);
        let styles = self.styles;
        let Some(current) = self.current() else { return };
        match name {
            "vanish" if !of_mark => current.run_hidden = xml::is_on(element),
            "rStyle" if !of_mark => {
                current.run_hidden |= xml::attribute(element, "val").is_some_and(|id| styles.is_hidden(&id));
            }
            "del" | "moveFrom" if of_mark => current.joined = true,
            _ => {}
        }
    }

    fn cell_property(&mut self, name: &str, element: &BytesStart<'_>) {
        let Some(Frame::Story(story)) = self.frames.last_mut() else { return };
        let merge = || match xml::attribute(element, "val").as_deref() {
            Some("restart") => Merge::Restart,
            _ => Merge::Continue,
        };
        match name {
            "gridSpan" => story.place.span = xml::number(element, "val"),
            "vMerge" => story.place.down = merge(),
            "hMerge" => story.place.right = merge(),
            _ => {}
        }
    }

    fn paragraph_property(&mut self, name: &str, element: &BytesStart<'_>) {
        // `numId` stands within `numPr`; nothing of interest stands deeper.
        if !self.path.iter().rev().take(2).any(|open| *open == Element::ParagraphProperties) {
            return;
        }
        let Some(current) = self.current() else { return };
        match name {
            "pStyle" => current.style = xml::attribute(element, "val"),
            "numId" => current.list.number = xml::number(element, "val"),
            "ilvl" => current.list.level = xml::number(element, "val"),
            "outlineLvl" => current.outline = xml::number(element, "val"),
            _ => {}
        }
    }

    fn push_str(&mut self, piece: &str) {
        if let Some(current) = self.current()
            && !current.run_hidden
            && !current.fields.contains(&true)
        {
            current.text.push_str(piece);
        }
    }

    fn current(&mut self) -> Option<&mut Current> {
        match self.frames.last_mut() {
            Some(Frame::Story(story)) => Some(&mut story.current),
            _ => None,
        }
    }

    fn with_table(&mut self, act: impl FnOnce(&mut WordTable)) {
        let table = self.frames.iter_mut().rev().find_map(|frame| match frame {
            Frame::Table(table) => Some(table),
            Frame::Story(_) => None,
        });
        if let Some(table) = table {
            act(table);
        }
    }

    /// A new paragraph, unless the mark of the last one was deleted. Fields may run on over paragraphs, but an
    /// instruction that was never closed must not swallow the rest.
    fn open_paragraph(&mut self) {
        let Some(current) = self.current() else { return };
        let fields = current.fields.iter().map(|_| false).collect();
        let text = if std::mem::take(&mut current.joined) { std::mem::take(&mut current.text) } else { String::new() };
        *current = Current { text, fields, ..Current::default() };
    }

    fn close_paragraph(&mut self) {
        let in_body = self.frames.len() == 1;
        let Some(Frame::Story(story)) = self.frames.last_mut() else { return };
        if story.current.joined {
            return;
        }
        let current = &mut story.current;
        let text = std::mem::take(&mut current.text);
        let text = if text.contains(symbols::is_private) { symbols::resolve_private(&text) } else { text };
        let text = clean(&text);
        let style = current.style.as_deref().or(self.styles.of_paragraphs());
        let heading = match current.outline {
            Some(level) => (level < 9).then_some(level + 1),
            None => style.and_then(|style| self.styles.heading(style)),
        };
        let mark = mark(current.list, style, self.styles, &mut self.numbering);
        let list_level = mark.as_ref().map(|mark| mark.level);
        let mark = mark.map(|mark| mark.text).filter(|mark| !mark.is_empty());
        if text.is_empty() {
            // A cell with nothing but an automatic number shows that number.
            if let (Some(mark), false) = (mark, in_body) {
                story.blocks.push(Block::Paragraph(Paragraph::plain(mark)));
            }
            return;
        }
        let paragraph = Paragraph { text, mark, list_level, heading };
        if in_body {
            story::push_paragraph(&mut story.blocks, paragraph);
        } else {
            story.blocks.push(Block::Paragraph(paragraph));
        }
    }

    fn close_cell(&mut self) {
        if let Some(Frame::Story(_)) = self.frames.last()
            && self.frames.len() > 1
            && let Some(Frame::Story(story)) = self.frames.pop()
        {
            let content = story::into_cell(story.blocks);
            self.with_table(|table| table.put(story.place, content));
        }
    }

    /// The contents of a text box go to the story that holds its anchor.
    fn close_box(&mut self) {
        if let Some(Frame::Story(_)) = self.frames.last()
            && self.frames.len() > 1
            && let Some(Frame::Story(inner)) = self.frames.pop()
        {
            let in_body = self.frames.len() == 1;
            let Some(Frame::Story(outer)) = self.frames.last_mut() else { return };
            for block in inner.blocks {
                match block {
                    Block::Paragraph(paragraph) if in_body => story::push_paragraph(&mut outer.blocks, paragraph),
                    block => outer.blocks.push(block),
                }
            }
        }
    }

    fn close_table(&mut self) {
        if let Some(Frame::Table(_)) = self.frames.last()
            && let Some(Frame::Table(table)) = self.frames.pop()
        {
            match table.finish() {
                Some(table) if table.rows() > 0 => {
                    if let Some(Frame::Story(story)) = self.frames.last_mut() {
                        story.blocks.push(Block::Table(table));
                    }
                }
                Some(_) => {}
                None => self.lost_tables += 1,
            }
        }
    }

    /// Closes whatever a broken document has left open.
    fn finish(mut self, broken: bool) -> Warned<Vec<Block>> {
        self.close_paragraph();
        while self.frames.len() > 1 {
            match self.frames.last() {
                Some(Frame::Table(_)) => {
                    self.with_table(WordTable::close_row);
                    self.close_table();
                }
                _ if matches!(self.frames.get(self.frames.len() - 2), Some(Frame::Table(_))) => self.close_cell(),
                _ => self.close_box(),
            }
        }
        let blocks = match self.frames.pop() {
            Some(Frame::Story(story)) => story.blocks,
            _ => Vec::new(),
        };
        let mut blocks = Warned::clean(blocks);
        if broken {
            blocks.warn("lost-text", "Документ повреждён: прочитано только начало, до места повреждения.");
        }
        if self.lost_tables > 0 {
            blocks.warn(
                "lost-table",
                format!("Не прочитаны слишком большие или слишком глубоко вложенные таблицы: {}.", self.lost_tables),
            );
        }
        if self.lost_parts > 0 {
            blocks.warn("lost-part", "В документ вложены другие документы; их текст не прочитан.");
        }
        blocks
    }
}

/// The mark of a paragraph: from its own list, else from the list of its style. List number 0 takes a style's list off.
fn mark(
    own: ListRef,
    style: Option<&str>,
    styles: &Styles,
    numbering: &mut Numbering,
) -> Option<super::numbering::Mark> {
    let (of_style, holder) = style.map(|style| styles.list(style)).unwrap_or_default();
    let number = own.number.or(of_style.number).filter(|&number| number != 0)?;
    let by_style = || if own.number.is_none() { numbering.level_of_style(number, holder) } else { None };
    let level = own.level.or_else(by_style).or(of_style.level).unwrap_or(0);
    numbering.next(number, level)
}
