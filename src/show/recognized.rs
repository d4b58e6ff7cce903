//! `svod show recognized`: what every table and column of a file was understood as, by which words, and what to do about
//! the rest. For the person who made the file.

use std::fmt::Write;

use super::{CannotShow, opened};
use crate::language::fold::one_line;
use crate::law::Law;
use crate::model::{Block, ColumnRole, Counted, Document, Layout, Location, NamedBy, Recognized, Warning};
use crate::recognize::{self, Meaning, Understood};

/// Headings are cut to so many letters; the column's number tells which one it is.
const HEADING: usize = 56;
/// Room for what a column was understood as.
const MEANING: usize = 54;

/// What each table and column of a file was recognized as, in Russian.
///
/// # Errors
/// When the file cannot be read.
pub fn recognized(name: &str, bytes: &[u8], law: &Law) -> Result<String, CannotShow> {
    let document = opened(name, bytes)?;
    let found = recognize::recognize(&document, law);
    let mut out = String::new();
    for item in &found.value {
        let tables = recognize::explain(&document, item);
        let _ = writeln!(out, "{}", described(item));
        for (place, columns) in &tables {
            write_columns(&place_of(&document, *place), columns, item, &mut out);
        }
        out.push('\n');
    }
    for place in left_alone(&document, &found.value) {
        let _ = writeln!(out, "Не распознано: {place}.");
    }
    if found.value.is_empty() {
        out.push_str("В файле не найдено ни плана, ни анкет, ни чек-листа, ни реестра.\n");
    }
    write_warnings(&found.warnings, &mut out);
    Ok(out)
}

/// One sentence: what it is.
fn described(item: &Recognized) -> String {
    match item {
        Recognized::PlanTables { tables, .. } => format!("План мероприятий, таблиц: {}", tables.len()),
        Recognized::PlanLines { recommendations: true, .. } => "Рекомендации, записанные строками".to_owned(),
        Recognized::PlanLines { .. } => "План мероприятий, записанный строками".to_owned(),
        Recognized::Answers { columns, form, named, .. } => {
            let summed = columns.iter().any(|(_, role)| sums(*role));
            let what = if summed {
                "Сводные ответы, одна строка на организацию"
            } else {
                "Анкеты"
            };
            format!("{what} ({}); {}", form.title(), organization(columns, named))
        }
        Recognized::CheckList { transposed, organization, named, items, .. } => {
            let lies = if *transposed {
                "пункты идут по строкам"
            } else {
                "пункты идут по столбцам"
            };
            let whose = match (organization, named) {
                (Some(_), _) => "организации названы в самой таблице".to_owned(),
                (None, named) => named_by(named),
            };
            format!("Чек-лист, пунктов: {}, {lies}; {whose}", items.len())
        }
        Recognized::CheckCounts { .. } => "Число выполненных пунктов чек-листа по организациям".to_owned(),
        Recognized::Register { .. } => "Реестр организаций".to_owned(),
        Recognized::Aliases { .. } => "Таблица написаний названий (aliases)".to_owned(),
    }
}

fn sums(role: ColumnRole) -> bool {
    matches!(role, ColumnRole::Counts(..) | ColumnRole::Share(_) | ColumnRole::ShareOfAll(_))
}

fn organization(columns: &[(usize, ColumnRole)], named: &Option<(String, NamedBy)>) -> String {
    let in_column = columns.iter().any(|(_, role)| matches!(role, ColumnRole::Organization | ColumnRole::Inn));
    if in_column {
        "организация названа в каждой строке".to_owned()
    } else {
        named_by(named)
    }
}

fn named_by(named: &Option<(String, NamedBy)>) -> String {
    match named {
        Some((name, NamedBy::Sheet)) => format!("организация названа именем листа: {name}"),
        Some((name, _)) => format!("организация названа в заголовке: {name}"),
        None => "организация не названа: её ищут в имени файла".to_owned(),
    }
}

fn write_columns(place: &Location, columns: &[Understood], item: &Recognized, out: &mut String) {
    if columns.is_empty() {
        return;
    }
    let by_row = matches!(
        item,
        Recognized::CheckList { transposed: true, .. }
            | Recognized::Answers { layout: Layout::Columns | Layout::Cells, .. }
    );
    let _ = writeln!(out, "  {place}");
    let line = if by_row { "строка" } else { "столбец" };
    let _ = writeln!(out, "  {line:<9}{:<HEADING$}  {:<MEANING$}  по словам", "заголовок", "что это");
    for column in columns {
        let number =
            if by_row { column.number.to_string() } else { format!("{} ({})", column.number, letters(column.number)) };
        let told_by = match (&column.meaning, column.told_by.is_empty()) {
            (Meaning::Nothing, _) => String::new(),
            (_, false) => column.told_by.join(", "),
            (Meaning::Role(_), true) if matches!(item, Recognized::PlanTables { .. }) && !column.heading.is_empty() => {
                "заголовок".to_owned()
            }
            (Meaning::Item(..), true) => "группа".to_owned(),
            (_, true) => "содержание столбца".to_owned(),
        };
        let row = format!(
            "  {number:<9}{:<HEADING$}  {:<MEANING$}  {told_by}",
            cut(&column.heading, HEADING),
            meaning(&column.meaning)
        );
        let _ = writeln!(out, "{}", row.trim_end());
    }
    let unknown: Vec<String> = columns
        .iter()
        .filter(|column| column.meaning == Meaning::Nothing)
        .map(|column| letters(column.number))
        .collect();
    if !unknown.is_empty() {
        let _ = writeln!(
            out,
            "  Не поняты и не учтены столбцы: {}. Если они нужны, назовите их словами формы (вопросы — словами приказа \
             № 675н, пункты чек-листа — вместе с группой: «На стенде [пункт]»).",
            unknown.join(", ")
        );
    }
}

/// What a column was understood as.
fn meaning(meaning: &Meaning) -> String {
    match meaning {
        Meaning::Nothing => "— не понят".to_owned(),
        Meaning::Item(topic, _) => format!("пункт: {}", topic.title()),
        Meaning::Role(role) => role_title(*role),
    }
}

fn role_title(role: ColumnRole) -> String {
    use ColumnRole as R;
    let title = match role {
        R::Asks(question) => return format!("вопрос {}: {}", question.number(), question.title()),
        R::Counts(question, counted) => {
            let whom = match counted {
                Counted::Yes => "«Да»",
                Counted::No => "«Нет»",
                Counted::Answered => "всего ответов",
            };
            return format!("{whom}, вопрос {}: {}", question.number(), question.title());
        }
        R::Share(question) => return format!("доля «Да», вопрос {}: {}", question.number(), question.title()),
        R::ShareOfAll(question) => return format!("доля от всех, вопрос {}: {}", question.number(), question.title()),
        R::Met(topic) => return format!("выполнено: {}", topic.title()),
        R::Norm(topic) => return format!("норма: {}", topic.title()),
        R::Number => "номер строки",
        R::Measure => "мероприятие",
        R::Deadline => "срок",
        R::DeadlineStart => "начало срока",
        R::DeadlineEnd => "окончание срока",
        R::EventDate => "дата проведения",
        R::Officer => "ответственный",
        R::CoOfficer => "соисполнитель",
        R::DeadlineAndOfficer => "срок и ответственный",
        R::MeasureAndOfficer => "мероприятие и ответственный",
        R::Deficiency => "недостаток",
        R::Criterion => "критерий",
        R::Indicator => "показатель",
        R::ExpectedResult => "ожидаемый результат",
        R::Progress => "ход выполнения",
        R::Completed => "фактический срок",
        R::Status => "состояние",
        R::Other => "прочее, в таблицы не входит",
        R::Organization => "организация",
        R::ShortName => "написание или краткое название",
        R::Inn => "ИНН",
        R::Sector => "сфера",
        R::Kind => "вид организации",
        R::Municipality => "муниципальное образование",
        R::Region => "регион",
        R::Parent => "головная организация",
        R::Recipients => "число получателей услуг",
        R::Timestamp => "время отправки анкеты",
        R::Sex => "пол",
        R::Age => "возраст",
        R::Comment => "свободный текст",
        R::Section => "раздел плана",
        R::Waited => "сколько ждали",
        R::Respondents => "число опрошенных",
        R::TermMark => "отметка срока",
    };
    title.to_owned()
}

/// The letters by which spreadsheets call a column: 1 is A, 27 is AA.
fn letters(number: u32) -> String {
    let mut rest = number;
    let mut letters = Vec::new();
    while rest > 0 {
        letters.push(char::from(b'A' + ((rest - 1) % 26) as u8));
        rest = (rest - 1) / 26;
    }
    letters.into_iter().rev().collect()
}

/// Both ends of a long heading: questions differ in how they begin, options of one question in how they end.
fn cut(text: &str, most: usize) -> String {
    let line = one_line(text);
    let letters: Vec<char> = line.chars().collect();
    if letters.len() <= most {
        return line;
    }
    let end = most / 3;
    let begin = most - end - 1;
    letters[..begin].iter().chain(&['…']).chain(&letters[letters.len() - end..]).collect()
}

/// The place of a block, as a person finds it.
fn place_of(document: &Document, (part, block): (usize, usize)) -> Location {
    let mut number = 0;
    for (index, content) in document.parts.iter().enumerate() {
        for (position, content_block) in content.blocks.iter().enumerate() {
            number += u32::from(matches!(content_block, Block::Table(_)));
            if (index, position) == (part, block) {
                return Location::table(number).in_sheet(content.name.as_deref());
            }
        }
    }
    Location::default()
}

/// Worksheets in which nothing was recognized.
fn left_alone(document: &Document, found: &[Recognized]) -> Vec<Location> {
    let known: Vec<usize> =
        found.iter().flat_map(|item| recognize::explain(document, item)).map(|((part, _), _)| part).collect();
    let sheets = document.parts.iter().enumerate().filter(|(index, _)| !known.contains(index));
    let filled = sheets.filter(|(_, part)| !part.blocks.is_empty());
    filled.filter_map(|(_, part)| Some(Location::default().in_sheet(Some(part.name.as_deref()?)))).collect()
}

fn write_warnings(warnings: &[Warning], out: &mut String) {
    for warning in warnings {
        let place = warning.place.to_string();
        let place = if place.is_empty() { String::new() } else { format!("{place}: ") };
        let _ = writeln!(out, "Предупреждение [{}]: {place}{}", warning.code, warning.message);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_the_letters_of_spreadsheets() {
        for (number, expected) in [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (703, "AAA")] {
            assert_eq!(letters(number), expected);
        }
    }

    #[test]
    fn long_headings_are_cut_between_letters() {
        assert_eq!(cut("Стенд", 5), "Стенд");
        assert_eq!(cut("Стенды и сайты", 6), "Сте…ты");
        assert_eq!(cut("две\nстроки", 20), "две строки");
    }
}
