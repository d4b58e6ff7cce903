//! The stream of elements to blocks.
//!
//! State lives in explicit stacks: the path of open elements, the stories (body, cells, text boxes) and the tables. A
//! text box ends before the paragraph that anchors it, so that its contents come first without further ado.

use quick_xml::events::{BytesStart, Event};

use super::numbering::Numbering;
use super::paragraph::Current;
use super::styles::Styles;
use super::table::{CellPlace, Merge, WordTable};
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
    too_deep: bool,
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
            too_deep: false,
        }
    }

    fn start(&mut self, element: &BytesStart<'_>) {
        let local = element.local_name();
        let name = local.as_ref();
        self.too_deep |= self.path.len() >= DEPTH;
        if self.dropped > 0 || self.path.len() >= DEPTH || self.is_dropped(name) {
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
                if let Some(current) = self.current() {
                    current.open();
                }
                Element::Paragraph
            }
            "pPr" => Element::ParagraphProperties,
            "rPr" => Element::RunProperties,
            "r" => {
                if let Some(current) = self.current() {
                    current.open_run();
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
            _ => DROPPED.contains(&name),
        }
    }

    /// Properties and single signs, told apart by where they stand: `tab` is a stop in properties, a sign in a run.
    fn property(&mut self, name: &str, element: &BytesStart<'_>) {
        let Some(parent) = self.path.last().copied() else { return };
        match parent {
            Element::Run => self.sign(name, element),
            Element::RunProperties => {
                let of_mark = self.path.iter().rev().nth(1) == Some(&Element::ParagraphProperties);
                // Writers leave the flag on controls that were filled in; only the style tells what nobody typed.
                let in_placeholder =
                    self.path.iter().rev().take(8).any(|open| *open == Element::Control { placeholder: true });
                let styles = self.styles;
                match self.current() {
                    Some(current) if of_mark => current.mark_property(name),
                    Some(current) => current.run_property(name, element, styles, in_placeholder),
                    None => {}
                }
            }
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
            // `numId` stands within `numPr`; nothing of interest stands deeper.
            _ if self.path.iter().rev().take(2).any(|open| *open == Element::ParagraphProperties) => {
                if let Some(current) = self.current() {
                    current.property(name, element);
                }
            }
            _ => {}
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
                let kind = xml::attribute(element, "fldCharType").unwrap_or_default();
                if let Some(current) = self.current() {
                    current.field(&kind);
                }
            }
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

    fn push_str(&mut self, piece: &str) {
        if let Some(current) = self.current() {
            current.push_str(piece);
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

    fn close_paragraph(&mut self) {
        let in_body = self.frames.len() == 1;
        let Some(Frame::Story(story)) = self.frames.last_mut() else { return };
        match story.current.close(self.styles, &mut self.numbering) {
            Some(paragraph) if in_body => story::push_paragraph(&mut story.blocks, paragraph),
            // A cell with nothing but an automatic number shows that number.
            Some(Paragraph { text, mark: Some(mark), .. }) if text.is_empty() => {
                story.blocks.push(Block::Paragraph(Paragraph::plain(mark)));
            }
            Some(paragraph) => story.blocks.push(Block::Paragraph(paragraph)),
            None => {}
        }
    }

    /// Ends a story in which the mark of the last paragraph was deleted, with nothing left to join it to.
    fn close_joined(&mut self) {
        if let Some(current) = self.current()
            && std::mem::take(&mut current.joined)
        {
            self.close_paragraph();
        }
    }

    fn close_cell(&mut self) {
        self.close_joined();
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
        self.close_joined();
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
        self.close_joined();
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
        self.close_joined();
        let blocks = match self.frames.pop() {
            Some(Frame::Story(story)) => story.blocks,
            _ => Vec::new(),
        };
        let mut blocks = Warned::clean(blocks);
        if broken {
            blocks.warn("lost-text", "Документ повреждён: прочитано только начало, до места повреждения.");
        }
        if self.too_deep && !broken {
            blocks.warn("lost-text", "Не прочитан текст, вложенный недопустимо глубоко.");
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
