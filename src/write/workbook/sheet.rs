//! A sheet as columns and cells, and how every sheet of ours looks.

use chrono::{Datelike, NaiveDate};
use num_rational::BigRational;
use rust_xlsxwriter::{
    Color, ConditionalFormatText, ConditionalFormatTextRule, ExcelDateTime, Format, FormatAlign, FormatBorder,
    Worksheet, XlsxError,
};

use crate::write::{figures, words};

/// Rows that a sheet can hold besides its heading and a closing remark.
const ROW_LIMIT: usize = 1_048_574;
/// Characters that a cell can hold, with room for the remark that it was cut.
const CELL_LIMIT: usize = 16_000;

/// Points of a line of text, and of the highest row that Excel knows.
const LINE_HEIGHT: f64 = 15.0;
const HEIGHT_LIMIT: f64 = 409.0;

/// Excel's numbers of paper sizes, and the characters that A4 across still shows legibly.
const A3: u8 = 8;
const A4: u8 = 9;
const A4_WIDTH: u16 = 230;

/// A column: its heading and its width in characters.
pub(super) type Head = (&'static str, u16);

/// A value of its own kind: text never becomes a formula, dates and numbers are real ones.
#[derive(Clone, Debug)]
pub(super) enum Cell {
    Text(String),
    Count(u64),
    /// Points with two decimals.
    Points(f64),
    Date(NaiveDate),
    Empty,
}

impl Cell {
    pub(super) fn text(text: &str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }

    /// The text that wraps within the cell.
    fn wrapped(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    pub(super) fn maybe(text: Option<&str>) -> Self {
        text.map_or(Self::Empty, Self::text)
    }

    pub(super) fn count(n: usize) -> Self {
        Self::Count(n as u64)
    }

    pub(super) fn points(value: Option<&BigRational>) -> Self {
        value.and_then(figures::hundredths).map_or(Self::Empty, |n| Self::Points(n as f64 / 100.0))
    }

    pub(super) fn estimate(value: Option<f64>) -> Self {
        value.and_then(figures::hundredths_of_estimate).map_or(Self::Empty, |n| Self::Points(n as f64 / 100.0))
    }

    pub(super) fn date(date: Option<NaiveDate>) -> Self {
        date.map_or(Self::Empty, Self::Date)
    }
}

/// One sheet.
#[derive(Debug)]
pub(super) struct Sheet {
    pub(super) name: &'static str,
    pub(super) heads: Vec<Head>,
    pub(super) rows: Vec<Vec<Cell>>,
    /// Words that are coloured wherever they stand, beside being words: severities and states.
    pub(super) marked: &'static [(&'static str, Tone)],
}

/// What a colour stands for.
#[derive(Clone, Copy, Debug)]
pub(super) enum Tone {
    Bad,
    Doubtful,
    Good,
}

impl Tone {
    fn format(self) -> Format {
        let (ink, paper) = match self {
            Self::Bad => (0x9B_22_26, 0xFB_E9_E7),
            Self::Doubtful => (0x7A_52_00, 0xFF_F4_DB),
            Self::Good => (0x2F_6B_4F, 0xE6_F2_EB),
        };
        Format::new().set_font_color(Color::RGB(ink)).set_background_color(Color::RGB(paper))
    }
}

struct Formats {
    head: Format,
    text: Format,
    count: Format,
    points: Format,
    date: Format,
}

impl Formats {
    fn new() -> Self {
        let body = Format::new().set_align(FormatAlign::Top).set_text_wrap();
        Self {
            head: Format::new()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::VerticalCenter)
                .set_background_color(Color::RGB(0xE3_EE_F8))
                .set_border_bottom(FormatBorder::Medium),
            count: body.clone().set_align(FormatAlign::Center).set_num_format("0"),
            points: body.clone().set_num_format("0.00"),
            date: body.clone().set_align(FormatAlign::Center).set_num_format("dd.mm.yyyy"),
            text: body,
        }
    }
}

impl Sheet {
    /// Writes the sheet: frozen heading, filters, widths, and a print set-up one page wide.
    pub(super) fn write(&self, worksheet: &mut Worksheet) -> Result<(), XlsxError> {
        let formats = Formats::new();
        let last_column = column(self.heads.len().saturating_sub(1));
        worksheet.set_name(self.name)?;
        let width: u16 = self.heads.iter().map(|(_, width)| width).sum();
        worksheet.set_landscape().set_paper_size(if width > A4_WIDTH { A3 } else { A4 });
        worksheet.set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3).set_print_fit_to_pages(1, 0);
        worksheet.set_footer("&L&A&RСтраница &P из &N");
        worksheet.set_repeat_rows(0, 0)?;
        worksheet.set_freeze_panes(1, 0)?;
        for (i, (head, width)) in self.heads.iter().enumerate() {
            worksheet.set_column_width(column(i), *width)?;
            worksheet.write_string_with_format(0, column(i), *head, &formats.head)?;
        }
        worksheet.set_row_height(0, self.height(self.heads.iter().map(|(head, _)| Some(*head))))?;
        for (row, cells) in (1..).zip(self.rows.iter().take(ROW_LIMIT)) {
            worksheet.set_row_height(row, self.height(cells.iter().map(Cell::wrapped)))?;
            for (i, cell) in cells.iter().enumerate() {
                put(worksheet, row, column(i), cell, &formats)?;
            }
        }
        let last_row = self.rows.len().min(ROW_LIMIT) as u32;
        worksheet.autofilter(0, 0, last_row, last_column)?;
        if self.rows.len() > ROW_LIMIT {
            let rest = format!("Ещё строк: {}. Все строки — в таблицах parquet.", self.rows.len() - ROW_LIMIT);
            worksheet.write_string(last_row + 1, 0, rest)?;
        }
        for (word, tone) in self.marked {
            let rule = ConditionalFormatText::new()
                .set_rule(ConditionalFormatTextRule::BeginsWith((*word).to_owned()))
                .set_format(tone.format());
            worksheet.add_conditional_format(1, 0, last_row.max(1), last_column, &rule)?;
        }
        Ok(())
    }
}

impl Sheet {
    /// The height of a row in points, so that wrapped text is seen as a whole wherever the workbook is opened.
    fn height<'a>(&self, texts: impl Iterator<Item = Option<&'a str>>) -> f64 {
        let lines = texts.zip(&self.heads).map(|(text, (_, width))| {
            // Words wrap before the edge: count on a little less than the width.
            let room = usize::from(*width).saturating_sub(2).max(4);
            text.map_or(1, |text| {
                text.split('\n').map(|line| line.chars().count().div_ceil(room).max(1)).sum::<usize>()
            })
        });
        (lines.max().unwrap_or(1) as f64 * LINE_HEIGHT).min(HEIGHT_LIMIT)
    }
}

fn put(worksheet: &mut Worksheet, row: u32, column: u16, cell: &Cell, formats: &Formats) -> Result<(), XlsxError> {
    match cell {
        Cell::Text(text) => worksheet.write_string_with_format(row, column, fitting(text), &formats.text)?,
        Cell::Count(n) => worksheet.write_number_with_format(row, column, *n as f64, &formats.count)?,
        Cell::Points(points) => worksheet.write_number_with_format(row, column, *points, &formats.points)?,
        // Excel knows no day outside these years; such a date stays text.
        Cell::Date(date) if !(1900..=9999).contains(&date.year()) => {
            worksheet.write_string_with_format(row, column, words::date(*date), &formats.text)?
        }
        Cell::Date(date) => {
            let date = ExcelDateTime::parse_from_str(&date.to_string())?;
            worksheet.write_datetime_with_format(row, column, &date, &formats.date)?
        }
        Cell::Empty => worksheet.write_blank(row, column, &formats.text)?,
    };
    Ok(())
}

/// Text that a cell can hold; what is cut is said to be cut.
fn fitting(text: &str) -> String {
    let tame = words::tame(text);
    match tame.char_indices().nth(CELL_LIMIT) {
        Some((end, _)) => format!("{}… [текст сокращён, полностью — в таблицах parquet]", &tame[..end]),
        None => tame,
    }
}

fn column(index: usize) -> u16 {
    u16::try_from(index).unwrap_or(u16::MAX)
}
