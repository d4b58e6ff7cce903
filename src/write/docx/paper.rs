//! A sheet of official paper: Times New Roman 14, margins 30, 15, 20 and 20 mm, headings, contents, tables, page
//! numbers.

use std::io::{self, Cursor};

use chrono::NaiveDate;
use docx_rs::{
    AlignmentType, BreakType, DocumentChild, Docx, FieldCharType, Footer, Hyperlink, HyperlinkType, InstrPAGEREF,
    InstrText, LineSpacing, LineSpacingType, PageMargin, PageNum, Paragraph, Run, RunFonts, Shading, SpecialIndentType,
    Style, StyleType, Tab, TabValueType, Table, TableCell, TableCellMargins, TableLayoutType, TableRow, WidthType,
};

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use crate::write::{OutputFile, WriteError, words};

const FONT: &str = "Times New Roman";
/// Sizes are in half points.
const BODY: usize = 28;
const SMALL: usize = 22;
const GAP: usize = 12;
/// Twentieths of a point: A4 and the margins of an official document.
const PAGE: (u32, u32) = (11_906, 16_838);
const LEFT: i32 = 1_701;
const RIGHT: i32 = 850;
const TOP_AND_BOTTOM: i32 = 1_134;
const INDENT: i32 = 709;
/// What is left for text between the margins.
const WIDTH: usize = 9_355;

/// A blank that only people can fill in.
pub(super) const BLANK: &str = "____________________";

/// Where the lines of a paragraph begin and end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Align {
    Justified,
    Left,
    Right,
    Center,
}

/// A document in the making.
#[derive(Debug)]
pub(super) struct Paper {
    docx: Docx,
    /// Ids of paragraphs are counted here: the library's own counter goes on from document to document.
    paragraphs: u32,
    /// What the document is called.
    name: String,
    /// Headings of the first level, in order.
    chapters: Vec<String>,
    /// Before which part of the document the contents stand.
    contents: Option<usize>,
}

impl Paper {
    pub(super) fn new(as_of: NaiveDate) -> Self {
        let date = format!("{as_of}T00:00:00Z");
        let fonts = RunFonts::new().ascii(FONT).hi_ansi(FONT).cs(FONT).east_asia(FONT);
        let margin = PageMargin {
            top: TOP_AND_BOTTOM,
            bottom: TOP_AND_BOTTOM,
            left: LEFT,
            right: RIGHT,
            header: 567,
            footer: 567,
            gutter: 0,
        };
        let number = Paragraph::new().id("7fffffff").align(AlignmentType::Center).add_page_num(PageNum::new());
        let docx = Docx::new()
            .created_at(&date)
            .updated_at(&date)
            .page_size(PAGE.0, PAGE.1)
            .page_margin(margin)
            .default_fonts(fonts)
            .default_size(BODY)
            .add_style(title_style())
            .add_style(heading(1).align(AlignmentType::Center))
            .add_style(heading(2))
            .add_style(heading(3).italic())
            .add_style(contents_style())
            .footer(Footer::new().add_paragraph(number));
        Self { docx, paragraphs: 0, name: String::new(), chapters: Vec::new(), contents: None }
    }

    /// A heading of level 1, which the contents name, kept with what follows.
    pub(super) fn chapter(&mut self, text: &str) {
        let paragraph = self.chapter_of(text);
        self.push(paragraph);
    }

    /// The same on a page of its own.
    pub(super) fn chapter_on_new_page(&mut self, text: &str) {
        let paragraph = self.chapter_of(text).page_break_before(true);
        self.push(paragraph);
    }

    fn chapter_of(&mut self, text: &str) -> Paragraph {
        let bookmark = self.chapters.len() + 1;
        self.chapters.push(text.to_owned());
        self.paragraph_of(text, BODY, None)
            .style("Heading1")
            .keep_next(true)
            .add_bookmark_start(bookmark, bookmark_name(bookmark))
            .add_bookmark_end(bookmark)
    }

    /// A heading of level 2 or 3, kept with what follows.
    pub(super) fn heading(&mut self, level: usize, text: &str) {
        let paragraph = self.paragraph_of(text, BODY, None).style(&format!("Heading{level}")).keep_next(true);
        self.push(paragraph);
    }

    /// The title of the document.
    pub(super) fn title(&mut self, text: &str) {
        self.name = words::tame(text).replace('\n', " ");
        let paragraph = self.paragraph_of(text, BODY, None).style("Title");
        self.push(paragraph);
    }

    /// The place of the contents; they name every chapter of the finished document.
    pub(super) fn contents(&mut self) {
        self.contents = Some(self.docx.document.children.len());
    }

    /// An entry per chapter, which leads there, with a field for its page.
    ///
    /// No layout is computed here, so the field is empty until a program computes it: LibreOffice does so when it opens
    /// the document or makes a pdf of it, Word when fields are updated. Wrong numbers would be worse than none. A field of
    /// the kind «contents» would keep LibreOffice from computing them.
    fn contents_entries(&mut self) -> Vec<Paragraph> {
        let chapters = std::mem::take(&mut self.chapters);
        let head = self.paragraph_of("Содержание", BODY, Some(Run::new().bold())).align(AlignmentType::Center);
        let head = head.line_spacing(LineSpacing::new().before(480).after(120));
        let entries = (1..).zip(&chapters).map(|(bookmark, chapter)| {
            self.paragraphs += 1;
            let anchor = bookmark_name(bookmark);
            let page = Run::new()
                .add_field_char(FieldCharType::Begin, false)
                .add_instr_text(InstrText::PAGEREF(InstrPAGEREF::new(&anchor).hyperlink()))
                .add_field_char(FieldCharType::Separate, false)
                .add_text("")
                .add_field_char(FieldCharType::End, false);
            let link = Hyperlink::new(&anchor, HyperlinkType::Anchor)
                .add_run(Run::new().add_text(words::tame(chapter)))
                .add_run(Run::new().add_tab())
                .add_run(page);
            Paragraph::new().id(format!("{:08x}", self.paragraphs)).style("TOC1").add_hyperlink(link)
        });
        std::iter::once(head).chain(entries.collect::<Vec<_>>()).collect()
    }

    /// A paragraph of running text.
    pub(super) fn text(&mut self, align: Align, text: &str) {
        let paragraph = self.paragraph_of(text, BODY, None);
        let paragraph = match align {
            Align::Justified => paragraph.align(AlignmentType::Both).indent(
                None,
                Some(SpecialIndentType::FirstLine(INDENT)),
                None,
                None,
            ),
            Align::Left => paragraph.align(AlignmentType::Left),
            Align::Right => paragraph.align(AlignmentType::Right),
            Align::Center => paragraph.align(AlignmentType::Center),
        };
        self.push(paragraph);
    }

    /// A table; `columns` are headings and shares of the width. The heading row is repeated on every page.
    pub(super) fn table(&mut self, columns: &[(&str, usize)], rows: &[Vec<String>]) {
        let whole: usize = columns.iter().map(|(_, share)| share).sum::<usize>().max(1);
        let widths: Vec<_> = columns.iter().map(|(_, share)| WIDTH * share / whole).collect();
        // Only heading rows are unsplittable: `finish` finds them by that.
        let head = self.row(columns.iter().map(|(head, _)| *head), &widths, true).cant_split();
        let mut table_rows = vec![head];
        for row in rows {
            table_rows.push(self.row(row.iter().map(String::as_str), &widths, false));
        }
        let table = Table::new(table_rows)
            .set_grid(widths)
            .width(WIDTH, WidthType::Dxa)
            .layout(TableLayoutType::Fixed)
            .margins(TableCellMargins::new().margin(40, 80, 40, 80));
        self.docx = std::mem::take(&mut self.docx).add_table(table);
        // Two tables must not touch, or they become one.
        let gap = self.paragraph_of("", GAP, None);
        self.push(gap);
    }

    fn row<'a>(&mut self, cells: impl Iterator<Item = &'a str>, widths: &[usize], is_head: bool) -> TableRow {
        let cells = cells.zip(widths).map(|(text, width)| {
            let run = is_head.then(|| Run::new().bold());
            // A heading row does not stay behind on a page without its rows.
            let paragraph = self.paragraph_of(text, SMALL, run).keep_next(is_head);
            let cell = TableCell::new().width(*width, WidthType::Dxa).add_paragraph(paragraph);
            if is_head { cell.shading(Shading::new().fill("E8EEF4")) } else { cell }
        });
        TableRow::new(cells.collect())
    }

    /// A paragraph with its own id; line breaks of the text become line breaks of the paragraph.
    fn paragraph_of(&mut self, text: &str, size: usize, run: Option<Run>) -> Paragraph {
        self.paragraphs += 1;
        let mut run = run.unwrap_or_default().size(size);
        for (i, line) in words::tame(text).lines().enumerate() {
            if i > 0 {
                run = run.add_break(BreakType::TextWrapping);
            }
            run = run.add_text(line);
        }
        let spacing = LineSpacing::new().line_rule(LineSpacingType::Auto).line(if size == BODY { 276 } else { 240 });
        Paragraph::new().id(format!("{:08x}", self.paragraphs)).line_spacing(spacing).add_run(run)
    }

    fn push(&mut self, paragraph: Paragraph) {
        self.docx = std::mem::take(&mut self.docx).add_paragraph(paragraph);
    }

    /// The finished file.
    pub(super) fn finish(mut self, path: &str) -> Result<OutputFile, WriteError> {
        if let Some(place) = self.contents {
            let entries = self.contents_entries().into_iter().map(|entry| DocumentChild::Paragraph(Box::new(entry)));
            self.docx.document.children.splice(place..place, entries);
        }
        let mut parts = self.docx.build();
        // The library knows no repeated heading rows. Text of documents is escaped, so the mark is found only in markup.
        parts.document = String::from_utf8_lossy(&parts.document)
            .replace("<w:cantSplit />", "<w:cantSplit /><w:tblHeader />")
            .into_bytes();
        // Nor does it name a default style and a language, which screen readers and spell checkers go by.
        parts.styles = String::from_utf8_lossy(&parts.styles)
            .replace(
                r#"w:type="paragraph" w:styleId="Normal">"#,
                r#"w:type="paragraph" w:default="1" w:styleId="Normal">"#,
            )
            .replacen("</w:rPr></w:rPrDefault>", r#"<w:lang w:val="ru-RU" /></w:rPr></w:rPrDefault>"#, 1)
            .into_bytes();
        // Nor a title, by which readers of many open documents tell them apart.
        let creator = format!("<dc:creator>svod</dc:creator><dc:title>{}</dc:title>", escape(&self.name));
        parts.doc_props.core = String::from_utf8_lossy(&parts.doc_props.core)
            .replacen("<dc:creator>unknown</dc:creator>", &creator, 1)
            .into_bytes();
        let mut stored = Cursor::new(Vec::new());
        parts.pack(&mut stored).map_err(|error| WriteError::new(path, &error))?;
        let bytes = compressed(stored).map_err(|error| WriteError::new(path, &error))?;
        Ok(OutputFile::new(path, bytes))
    }
}

/// The same archive with its parts compressed: the library stores them as they are, ten times as large.
fn compressed(stored: Cursor<Vec<u8>>) -> Result<Vec<u8>, ZipError> {
    let mut archive = ZipArchive::new(stored)?;
    let mut packed = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().last_modified_time(DateTime::default());
    for index in 0..archive.len() {
        let mut part = archive.by_index(index)?;
        if part.is_file() {
            packed.start_file(part.name()?.into_owned(), options.compression_method(CompressionMethod::Deflated))?;
            io::copy(&mut part, &mut packed)?;
        }
    }
    Ok(packed.finish()?.into_inner())
}

/// The name of a chapter's bookmark; Word takes names of this form for its own contents, too.
fn bookmark_name(number: usize) -> String {
    format!("_Toc{number:08}")
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn title_style() -> Style {
    Style::new("Title", StyleType::Paragraph)
        .name("Title")
        .based_on("Normal")
        .next("Normal")
        .q_format(true)
        .size(BODY)
        .bold()
        .align(AlignmentType::Center)
        .line_spacing(LineSpacing::new().before(240).after(240))
}

fn contents_style() -> Style {
    let mut style = Style::new("TOC1", StyleType::Paragraph).name("toc 1").based_on("Normal").next("Normal").size(BODY);
    style.paragraph_property = style.paragraph_property.add_tab(Tab::new().val(TabValueType::Right).pos(WIDTH));
    style
}

fn heading(level: usize) -> Style {
    Style::new(format!("Heading{level}"), StyleType::Paragraph)
        .name(format!("heading {level}"))
        .based_on("Normal")
        .next("Normal")
        .q_format(true)
        .outline_lvl(level - 1)
        .size(BODY)
        .bold()
        .line_spacing(LineSpacing::new().before(360).after(120))
}
