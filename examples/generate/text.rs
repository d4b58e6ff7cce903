//! Plans as pages and plain texts.

use std::fmt::Write;

use crate::Failure;
use crate::plan::Plan;

/// A page as Word saves it, in windows-1251.
pub(crate) fn word_page(plan: &Plan) -> Result<Vec<u8>, Failure> {
    let mut body = String::new();
    for line in plan.stamp() {
        writeln!(body, "<p class=MsoNormal align=right>{line}<o:p></o:p></p>")?;
    }
    for line in plan.title() {
        writeln!(body, "<p class=MsoNormal align=center><b>{line}</b><o:p></o:p></p>")?;
    }
    body.push_str("<table class=MsoTableGrid border=1>\n<tr><td>№</td><td>Мероприятие</td><td>Срок</td><td>Исполнитель</td></tr>\n");
    let mut number = 0;
    for (section, items) in plan.sections() {
        writeln!(body, "<tr><td colspan=4><p class=MsoNormal><b>{section}</b></p></td></tr>")?;
        for item in items {
            number += 1;
            writeln!(
                body,
                "<tr><td>{number}</td><td><p class=MsoNormal>{}</p></td><td>{}</td><td>{},<br>\n{}</td></tr>",
                item.measure,
                item.deadline.text,
                item.officer.short(),
                item.post
            )?;
        }
    }
    body.push_str("</table>\n");
    let page = format!(
        "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><head><meta http-equiv=Content-Type \
         content=\"text/html; charset=windows-1251\"><title>План</title></head><body lang=RU>\n{body}</body></html>\n"
    );
    Ok(encoding_rs::WINDOWS_1251.encode(&page).0.into_owned())
}

/// A table drawn with bars.
pub(crate) fn pipe_table(plan: &Plan) -> Result<Vec<u8>, Failure> {
    let mut out = head(plan)?;
    out.push_str("| № | Мероприятие | Срок исполнения | Ответственный |\n|---|---|---|---|\n");
    let mut number = 0;
    for (section, items) in plan.sections() {
        writeln!(out, "| {section} | | | |")?;
        for item in items {
            number += 1;
            writeln!(
                out,
                "| {number}. | {} | {} | {} {} |",
                item.measure,
                item.deadline.text,
                item.post,
                item.officer.short()
            )?;
        }
    }
    Ok(out.into_bytes())
}

/// A numbered list, in windows-1251.
pub(crate) fn numbered_list(plan: &Plan) -> Result<Vec<u8>, Failure> {
    let mut out = head(plan)?;
    let mut number = 0;
    for (section, items) in plan.sections() {
        writeln!(out, "{section}")?;
        for item in items {
            number += 1;
            writeln!(out, "{number}. {}. Срок: {}.", item.measure, item.deadline.text.trim_end_matches('.'))?;
            writeln!(out, "Ответственный: {} {}", item.post, item.officer.short())?;
        }
    }
    Ok(encoding_rs::WINDOWS_1251.encode(&out).0.into_owned())
}

/// Cells separated by tabs.
pub(crate) fn tab_table(plan: &Plan) -> Result<Vec<u8>, Failure> {
    let mut out = head(plan)?;
    out.push_str("№ п/п\tМероприятие\tСрок реализации\tОтветственный\tРезультат\n");
    for (section, items) in plan.sections() {
        writeln!(out, "{section}\t\t\t\t")?;
        for (index, item) in items.iter().enumerate() {
            writeln!(
                out,
                "{}\t{}\t{}\t{}, {}\t{}",
                index + 1,
                item.measure,
                item.deadline.text,
                item.officer.short(),
                item.post,
                item.result
            )?;
        }
    }
    Ok(out.into_bytes())
}

fn head(plan: &Plan) -> Result<String, Failure> {
    let mut out = String::new();
    for line in plan.stamp() {
        writeln!(out, "{line}")?;
    }
    out.push('\n');
    for line in plan.title() {
        writeln!(out, "{line}")?;
    }
    out.push('\n');
    Ok(out)
}
