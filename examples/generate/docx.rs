//! Plans as Word documents.

use std::io::Cursor;

use docx_rs::{AlignmentType, Docx, Paragraph, Run, Table, TableCell, TableRow, VMergeType};

use crate::Failure;
use crate::plan::Plan;

/// The form of Постановление 457: no numbers, a header of two rows, full-width sections, the deficiency merged down.
pub(crate) fn official_form(plan: &Plan) -> Result<Vec<u8>, Failure> {
    let mut rows = vec![
        TableRow::new(vec![
            down("Недостатки, выявленные в ходе независимой оценки качества условий оказания услуг организацией", true),
            down(
                "Наименование мероприятия по устранению недостатков, выявленных в ходе независимой оценки качества условий оказания услуг организацией",
                true,
            ),
            down("Плановый срок реализации мероприятия", true),
            down("Ответственный исполнитель (с указанием фамилии, имени, отчества и должности)", true),
            cell("Сведения о ходе реализации мероприятия").grid_span(2),
        ]),
        TableRow::new(vec![
            down("", false),
            down("", false),
            down("", false),
            down("", false),
            cell("реализованные меры по устранению выявленных недостатков"),
            cell("фактический срок реализации"),
        ]),
    ];
    for (section, items) in plan.sections() {
        rows.push(TableRow::new(vec![cell(section).grid_span(6)]));
        for item in items {
            let officer = format!("{}, {}", item.officer.full(), item.post);
            rows.push(TableRow::new(vec![
                cell(item.deficiency),
                cell(item.measure),
                cell(item.deadline.text),
                cell(&officer),
                cell(""),
                cell(""),
            ]));
        }
    }
    pack(with_head(plan).add_table(Table::new(rows)))
}

/// Number, measure, deadline, officer, result; numbers begin anew in every section.
pub(crate) fn numbered_table(plan: &Plan) -> Result<Vec<u8>, Failure> {
    let mut rows =
        vec![texts(&["№ п/п", "Наименование мероприятия", "Срок исполнения", "Ответственный", "Ожидаемый результат"])];
    for (section, items) in plan.sections() {
        rows.push(TableRow::new(vec![cell(section).grid_span(5)]));
        for (index, item) in items.iter().enumerate() {
            let officer = format!("{} {}", item.post, item.officer.short());
            rows.push(texts(&[&format!("{}.", index + 1), item.measure, item.deadline.text, &officer, item.result]));
        }
    }
    pack(with_head(plan).add_table(Table::new(rows)))
}

/// The officer stands before the deadline, a numbering row under the header.
pub(crate) fn officer_before_deadline(plan: &Plan) -> Result<Vec<u8>, Failure> {
    let mut rows =
        vec![texts(&["N п/п", "Мероприятия", "Ответственные исполнители", "Сроки"]), texts(&["1", "2", "3", "4"])];
    let mut number = 0;
    for (section, items) in plan.sections() {
        rows.push(TableRow::new(vec![cell(section).grid_span(4)]));
        for item in items {
            number += 1;
            let officer = format!("{} – {}", item.officer.short(), item.post);
            rows.push(texts(&[&number.to_string(), item.measure, &officer, item.deadline.text]));
        }
    }
    pack(with_head(plan).add_table(Table::new(rows)))
}

/// A letter: no plan at all.
pub(crate) fn letter() -> Result<Vec<u8>, Failure> {
    let lines = [
        "Руководителям учреждений культуры и образования",
        "Уважаемые коллеги!",
        "Приглашаем Вас принять участие в семинаре «Независимая оценка качества: типичные ошибки», который состоится \
         12 марта 2026 года в 11 часов в малом зале администрации округа.",
        "Просим сообщить о своём участии по телефону приёмной.",
        "С уважением, организационный комитет семинара",
    ];
    pack(lines.iter().fold(Docx::new(), |docx, line| docx.add_paragraph(paragraph(line))))
}

fn with_head(plan: &Plan) -> Docx {
    let stamped = plan
        .stamp()
        .iter()
        .fold(Docx::new(), |docx, line| docx.add_paragraph(paragraph(line).align(AlignmentType::Right)));
    plan.title().iter().fold(stamped, |docx, line| docx.add_paragraph(paragraph(line).align(AlignmentType::Center)))
}

fn paragraph(text: &str) -> Paragraph {
    Paragraph::new().add_run(Run::new().add_text(text))
}

fn cell(text: &str) -> TableCell {
    TableCell::new().add_paragraph(paragraph(text))
}

fn down(text: &str, first: bool) -> TableCell {
    cell(text).vertical_merge(if first { VMergeType::Restart } else { VMergeType::Continue })
}

fn texts(texts: &[&str]) -> TableRow {
    TableRow::new(texts.iter().map(|text| cell(text)).collect())
}

fn pack(docx: Docx) -> Result<Vec<u8>, Failure> {
    let mut bytes = Cursor::new(Vec::new());
    docx.build().pack(&mut bytes)?;
    Ok(bytes.into_inner())
}
