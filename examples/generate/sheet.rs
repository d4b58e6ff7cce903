//! Plans as Excel workbooks.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook};

use crate::Failure;
use crate::plan::Plan;

/// A title in the first rows, an empty first column, merged sections.
pub(crate) fn plan(plan: &Plan) -> Result<Vec<u8>, Failure> {
    let mut book = workbook()?;
    let plain = Format::new();
    let sheet = book.add_worksheet().set_name("План")?;
    for (row, line) in plan.stamp().iter().enumerate() {
        sheet.write(row as u32, 4, line.as_str())?;
    }
    for (row, line) in plan.title().iter().enumerate() {
        sheet.merge_range(5 + row as u32, 1, 5 + row as u32, 5, line, &plain)?;
    }
    for (column, heading) in
        ["№", "Выявленные недостатки", "Мероприятие", "Срок реализации", "Ответственный"].iter().enumerate()
    {
        sheet.write(9, 1 + column as u16, *heading)?;
    }
    let (mut row, mut number) = (10, 0);
    for (section, items) in plan.sections() {
        sheet.merge_range(row, 1, row, 5, section, &plain)?;
        row += 1;
        for item in items {
            number += 1;
            sheet.write(row, 1, number)?;
            sheet.write(row, 2, item.deficiency)?;
            sheet.write(row, 3, item.measure)?;
            sheet.write(row, 4, item.deadline.text)?;
            sheet.write(row, 5, format!("{}, {}", item.officer.short(), item.post))?;
            row += 1;
        }
    }
    Ok(book.save_to_buffer()?)
}

/// An empty workbook whose bytes do not depend on the day it is made.
pub(crate) fn workbook() -> Result<Workbook, Failure> {
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2026, 1, 1)?));
    Ok(book)
}
