//! The register and the survey rounds, in the shapes that operators export.

use rust_xlsxwriter::{ExcelDateTime, Format};

use crate::region::{Organization, Sector};
use crate::words::{COMMENTS, CONDITIONS, CULTURE_SITE, CULTURE_STAND, EDUCATION_SITE, EDUCATION_STAND, QUESTIONS};
use crate::{Dice, Failure, sheet};

/// The register as clerks export it: semicolons and windows-1251.
pub(crate) fn register(organizations: &[Organization]) -> Vec<u8> {
    let mut out = String::from(
        "ИНН;Полное наименование;Краткое наименование;Отрасль;Муниципальное образование;Численность получателей услуг за год\r\n",
    );
    for o in organizations {
        let row = [&o.inn, &o.name(), &o.short_name(), o.sector.title(), o.place, &o.recipients.to_string()]
            .map(quoted)
            .join(";");
        out.push_str(&row);
        out.push_str("\r\n");
    }
    encoding_rs::WINDOWS_1251.encode(&out).0.into_owned()
}

fn quoted(value: &str) -> String {
    if value.contains([';', '"']) { format!("\"{}\"", value.replace('"', "\"\"")) } else { value.to_owned() }
}

/// The check-list of one sector, rows in another order than the register.
pub(crate) fn check_list(organizations: &[&Organization], dice: &mut Dice) -> Result<Vec<u8>, Failure> {
    let mut book = sheet::workbook()?;
    let sheet = book.add_worksheet().set_name("Чек-листы")?;
    let culture = organizations.first().is_some_and(|o| o.sector == Sector::Culture);
    let (stand, site) = if culture { (CULTURE_STAND, CULTURE_SITE) } else { (EDUCATION_STAND, EDUCATION_SITE) };
    let information = "Соответствие информации о деятельности организации, размещённой";
    let groups = [(format!("{information} На СТЕНДЕ"), stand), (format!("{information} На САЙТЕ"), site)];
    let conditions = CONDITIONS.iter().map(|(group, items)| ((*group).to_owned(), *items));
    let headings: Vec<String> = groups
        .into_iter()
        .chain(conditions)
        .flat_map(|(group, items)| items.iter().map(move |item| format!("{group} [{item}]")))
        .collect();
    sheet.write(0, 0, "Наименование организации или П/Н по списку")?;
    for (column, heading) in headings.iter().enumerate() {
        sheet.write(0, 1 + column as u16, heading.as_str())?;
    }
    for (row, organization) in organizations.iter().rev().enumerate() {
        let row = 1 + row as u32;
        sheet.write(row, 0, organization.short_name())?;
        for (column, heading) in headings.iter().enumerate() {
            let applies = !(heading.contains("лицензи") && culture || heading.contains("платных образовательных"))
                || dice.chance(30);
            if applies {
                sheet.write(row, 1 + column as u16, i32::from(dice.chance(75)))?;
            }
        }
    }
    Ok(book.save_to_buffer()?)
}

/// The answers of one sector.
pub(crate) fn answers(organizations: &[&Organization], average: usize, dice: &mut Dice) -> Result<Vec<u8>, Failure> {
    let mut book = sheet::workbook()?;
    let sheet = book.add_worksheet().set_name("Ответы на форму (1)")?;
    let stamp = Format::new().set_num_format("dd.mm.yyyy h:mm:ss");
    let tail = ["Ваши предложения по улучшению условий оказания услуг", "Ваш пол", "Ваш возраст"];
    let headings =
        ["Отметка времени", "Выберите организацию"].into_iter().chain(QUESTIONS.iter().map(|q| q.0)).chain(tail);
    for (column, heading) in headings.enumerate() {
        sheet.write(0, column as u16, heading)?;
    }
    // Seconds since 1970: 1 September 2026, 9 in the morning.
    let mut at = 1_788_253_200_i64;
    let satisfied: Vec<usize> = organizations.iter().map(|_| 70 + dice.below(30)).collect();
    for row in 1..=(organizations.len() * average) as u32 {
        at += 30 + dice.below(600) as i64;
        let chosen = dice.below(organizations.len());
        sheet.write_datetime_with_format(row, 0, ExcelDateTime::from_timestamp(at)?, &stamp)?;
        sheet.write(row, 1, organizations[chosen].short_name())?;
        let mut said = [None; QUESTIONS.len()];
        for (index, (question, filter)) in QUESTIONS.iter().enumerate() {
            if filter.is_some_and(|f| said[f] != Some(true)) {
                continue;
            }
            let percent = match question {
                q if q.starts_with("Имеете") => 12,
                q if q.starts_with("Пользовались ли Вы как") => 45,
                q if q.starts_with("При посещении") || q.starts_with("Пользовались") => 70,
                _ => satisfied[chosen],
            };
            let yes = dice.chance(percent);
            said[index] = Some(yes);
            sheet.write(row, 2 + index as u16, if yes { "Да" } else { "Нет" })?;
        }
        let tail = 2 + QUESTIONS.len() as u16;
        if dice.chance(8) {
            sheet.write_string(row, tail, *dice.one(COMMENTS))?;
        }
        sheet.write(row, tail + 1, if dice.chance(65) { "женский" } else { "мужской" })?;
        sheet.write(row, tail + 2, 14 + dice.below(70) as u32)?;
    }
    Ok(book.save_to_buffer()?)
}
