//! OpenDocument workbooks.
//!
//! Read here rather than by the library, which knows neither merged cells nor hidden sheets of this format and lays
//! repeated rows out before it can be stopped.

use std::collections::HashSet;

use quick_xml::events::{BytesStart, Event};

use super::sheet::{Region, Sheet};
use super::{value, warn_hidden};
use crate::language::fold::clean;
use crate::model::{Document, Reason, Warned};
use crate::read::package::Package;
use crate::read::{refusal, xml};

/// Repeated cells with a text are laid out into so many places of a file at most: more is a cell dragged to the end.
const REPEATED: u64 = 4 << 20;

/// Elements whose texts are not the cell's.
const DROPPED: [&str; 7] =
    ["annotation", "shapes", "tracked-changes", "forms", "frame", "custom-shape", "content-validations"];

/// Reads a workbook, streaming its cells.
pub(in crate::read) fn read(bytes: &[u8]) -> Result<Warned<Document>, Reason> {
    let mut package = Package::open(bytes)?;
    if let Some(manifest) = package.part("META-INF/manifest.xml")?
        && String::from_utf8_lossy(&manifest.bytes).contains("encryption-data")
    {
        return Err(refusal::ENCRYPTED.reason());
    }
    let content = package.part("content.xml")?.ok_or_else(|| refusal::NO_MAIN_PART.reason())?;
    let text = xml::decode(content.bytes);
    let mut walker = Walker::new();
    let mut reader = xml::reader(&text);
    loop {
        match reader.read_event() {
            Ok(Event::Start(element)) => walker.start(&element),
            Ok(Event::End(element)) => walker.end(element.local_name().as_ref())?,
            Ok(Event::Text(piece)) => walker.text(&piece),
            Ok(Event::CData(piece)) => walker.text(&piece),
            Ok(Event::GeneralRef(reference)) => {
                if let Some(c) = xml::resolve(&reference) {
                    walker.text(c.encode_utf8(&mut [0; 4]));
                }
            }
            Ok(Event::Eof) => return walker.finish(!content.whole),
            Ok(_) => {}
            Err(_) => return walker.finish(true),
        }
    }
}

struct Walker {
    document: Warned<Document>,
    /// Styles of hidden tables, and the style being read.
    hidden: HashSet<String>,
    style: Option<String>,
    sheet: Option<Sheet>,
    row: u32,
    column: u32,
    row_repeat: u32,
    repeats_left: u64,
    cells: Vec<Cell>,
    cell: Option<Cell>,
    in_paragraph: usize,
    dropped: usize,
    /// Tables open inside a cell, which no office program makes.
    inner_tables: usize,
}

#[derive(Clone, Default)]
struct Cell {
    column: u32,
    repeat: u32,
    covered: bool,
    spans: (u32, u32),
    kind: String,
    value: String,
    text: String,
}

impl Walker {
    fn new() -> Self {
        Self {
            document: Warned::clean(Document::default()),
            hidden: HashSet::new(),
            style: None,
            sheet: None,
            row: 0,
            column: 0,
            row_repeat: 1,
            repeats_left: REPEATED,
            cells: Vec::new(),
            cell: None,
            in_paragraph: 0,
            dropped: 0,
            inner_tables: 0,
        }
    }

    fn start(&mut self, element: &BytesStart<'_>) {
        let local = element.local_name();
        let name = local.as_ref();
        if self.dropped > 0 || DROPPED.contains(&name) {
            self.dropped += 1;
            return;
        }
        match name {
            "style" => self.style = xml::attribute(element, "name"),
            "table-properties" if xml::attribute(element, "display").as_deref() == Some("false") => {
                self.hidden.extend(self.style.clone());
            }
            "table" if self.sheet.is_some() || self.cell.is_some() => self.inner_tables += 1,
            "table" => self.open_sheet(element),
            "table-row" if self.inner_tables == 0 => {
                self.row_repeat = xml::number(element, "number-rows-repeated").unwrap_or(1);
                self.column = 0;
                self.cells.clear();
            }
            "table-cell" | "covered-table-cell" if self.inner_tables == 0 => self.open_cell(name, element),
            "p" | "h" => self.in_paragraph += 1,
            "s" => self.text(" "),
            "tab" => self.text("\t"),
            "line-break" => self.text("\n"),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) -> Result<(), Reason> {
        if self.dropped > 0 {
            self.dropped -= 1;
            return Ok(());
        }
        match name {
            "p" | "h" => {
                self.in_paragraph = self.in_paragraph.saturating_sub(1);
                if let Some(cell) = &mut self.cell {
                    cell.text.push('\n');
                }
            }
            "table" if self.inner_tables > 0 => self.inner_tables -= 1,
            "table" => self.close_sheet()?,
            "table-row" if self.inner_tables == 0 => self.close_row()?,
            "table-cell" | "covered-table-cell" if self.inner_tables == 0 => {
                if let Some(cell) = self.cell.take().filter(|cell| !cell.covered) {
                    self.cells.push(cell);
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, piece: &str) {
        if self.dropped == 0
            && self.in_paragraph > 0
            && let Some(cell) = &mut self.cell
        {
            cell.text.push_str(piece);
        }
    }

    fn open_sheet(&mut self, element: &BytesStart<'_>) {
        let name = xml::attribute(element, "name").unwrap_or_default();
        let style = xml::attribute(element, "style-name").unwrap_or_default();
        self.row = 0;
        if self.hidden.contains(&style) {
            warn_hidden(&mut self.document, &name);
            // Its cells go to a sheet that is thrown away.
            self.sheet = None;
            self.dropped = 1;
        } else {
            self.sheet = Some(Sheet::new(&name, Vec::new()));
        }
    }

    fn close_sheet(&mut self) -> Result<(), Reason> {
        match self.sheet.take() {
            Some(sheet) => sheet.finish(&mut self.document),
            None => Ok(()),
        }
    }

    fn open_cell(&mut self, name: &str, element: &BytesStart<'_>) {
        let repeat = xml::number(element, "number-columns-repeated").unwrap_or(1_u32);
        let span = |name| xml::number(element, name).unwrap_or(1_u32).max(1);
        let value = ["date-value", "time-value", "boolean-value", "string-value", "value"]
            .into_iter()
            .find_map(|name| xml::attribute(element, name));
        self.cell = Some(Cell {
            column: self.column,
            repeat,
            covered: name == "covered-table-cell",
            spans: (span("number-rows-spanned"), span("number-columns-spanned")),
            kind: xml::attribute(element, "value-type").unwrap_or_default(),
            value: value.unwrap_or_default(),
            text: String::new(),
        });
        self.column = self.column.saturating_add(repeat);
    }

    fn close_row(&mut self) -> Result<(), Reason> {
        let Some(sheet) = &mut self.sheet else { return Ok(()) };
        self.cells.retain(|cell| cell.spans != (1, 1) || !cell.shown().is_empty());
        let width: u64 = self.cells.iter().map(|cell| u64::from(cell.repeat)).sum();
        let places = width * u64::from(self.row_repeat);
        let laid_out = places <= self.repeats_left;
        self.repeats_left = self.repeats_left.saturating_sub(places);
        let rows = if laid_out { self.row_repeat } else { 1 };
        for row in (self.row..self.row.saturating_add(rows)).filter(|_| !self.cells.is_empty()) {
            for cell in &self.cells {
                let text = cell.shown();
                let columns = if laid_out { cell.repeat } else { 1 };
                for column in cell.column..cell.column.saturating_add(columns) {
                    sheet.put(row, column, &text)?;
                }
                let (rows, columns) = cell.spans;
                if cell.spans != (1, 1) {
                    let region = Region {
                        rows: (row, row.saturating_add(rows - 1)),
                        columns: (cell.column, cell.column.saturating_add(columns - 1)),
                    };
                    sheet.merge(region, &text);
                }
            }
        }
        if !laid_out {
            sheet.lose_rest();
        }
        self.row = self.row.saturating_add(self.row_repeat);
        Ok(())
    }

    fn finish(mut self, broken: bool) -> Result<Warned<Document>, Reason> {
        if let Some(sheet) = &mut self.sheet {
            sheet.lose_rest();
        }
        let cut = self.sheet.is_some();
        self.close_sheet()?;
        if broken && self.document.value.parts.is_empty() {
            return Err(refusal::BROKEN_XML.reason());
        }
        if broken && !cut {
            self.document.warn("lost-cells", "Книга повреждена: прочитано только начало.");
        }
        Ok(self.document)
    }
}

impl Cell {
    /// Numbers and dates from their values, the rest as displayed.
    fn shown(&self) -> String {
        let number = || self.value.parse::<f64>().ok();
        match self.kind.as_str() {
            "float" | "currency" => number().map(value::number).unwrap_or_else(|| clean(&self.text)),
            "percentage" => match number() {
                Some(share) => format!("{}%", value::number(share * 100.0)),
                None => clean(&self.text),
            },
            "date" => value::iso_moment(&self.value).into_owned(),
            "time" => value::iso_duration(&self.value).into_owned(),
            "boolean" => value::boolean(self.value == "true").to_owned(),
            _ if self.text.trim().is_empty() => clean(&self.value),
            _ => clean(&self.text),
        }
    }
}
