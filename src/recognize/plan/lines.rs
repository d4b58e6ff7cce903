//! Plans and recommendations without a table: a titled list, a table that lost its columns, a numbered paragraph.

use super::columns;
use super::contents::speaks_of_time;
use super::title::{self, Line};
use crate::language::fold::{fold, one_line};
use crate::language::mark;
use crate::model::{Block, ColumnRole, Document, Paragraph, Part, PlanHead, Recognized};

/// The one plan of a text without plan tables.
pub(super) fn recognize(document: &Document) -> Option<Recognized> {
    document
        .parts
        .iter()
        .enumerate()
        .filter(|(_, part)| part.name.is_none())
        .find_map(|(index, part)| in_part(index, part))
}

/// Where a table was saved with every cell on a line of its own: three headings of different columns one below the other.
/// Empty and many-lined cells make the columns of such a text a matter of guessing.
pub(super) fn cells_on_lines(document: &Document) -> bool {
    document.parts.iter().any(|part| {
        let filled = part.blocks.iter().filter_map(|block| match block {
            Block::Paragraph(paragraph) if !paragraph.text.trim().is_empty() => {
                let text = one_line(&paragraph.full_text());
                // «Срок: май» under «Мероприятие 1. …» is no heading.
                let says_more = is_label(&text) || mark::split(&text).is_some();
                Some(columns::role(&text).filter(|_| !says_more))
            }
            _ => None,
        });
        let mut run: Vec<ColumnRole> = Vec::new();
        filled.into_iter().any(|role| {
            match role {
                Some((role, _)) if !run.contains(&role) => run.push(role),
                _ => run.clear(),
            }
            run.len() >= 3 && run.contains(&ColumnRole::Measure)
        })
    })
}

fn in_part(index: usize, part: &Part) -> Option<Recognized> {
    let titled = title_of(part);
    let (title, kind) = titled.or_else(|| letter_of(part))?;
    let begin = first_item(part, title)?;
    let columns = paragraph(part, begin).map(|p| lost_headings(&p.full_text())).unwrap_or_default();
    let end = end(part, begin, !columns.is_empty());
    let items = (begin..end).map(|b| items(part, b)).sum::<usize>();
    let lines = (begin..end).filter(|&b| paragraph(part, b).is_some_and(|p| !p.text.trim().is_empty())).count();
    if items < 2 && (columns.is_empty() || lines < 3) {
        return None;
    }
    let heading =
        (title..begin).filter_map(|b| paragraph(part, b)).map(Paragraph::full_text).collect::<Vec<_>>().join(" ");
    let about = title::has_topic(&heading) && (speaks_of_assessment(&heading) || kind == Line::RecommendationsTitle);
    // What a letter lists may be its annexes.
    if (titled.is_none() || !about && columns.is_empty()) && !has_evidence(part, begin..end, items) {
        return None;
    }
    Some(Recognized::PlanLines {
        head: PlanHead { part: index, before: 0..begin, after: end..part.blocks.len(), ..PlanHead::default() },
        part: index,
        blocks: begin..end,
        recommendations: kind == Line::RecommendationsTitle,
        columns,
    })
}

fn paragraph(part: &Part, block: usize) -> Option<&Paragraph> {
    match part.blocks.get(block)? {
        Block::Paragraph(paragraph) => Some(paragraph),
        Block::Table(_) => None,
    }
}

/// The title among the first lines. An order or a letter is none, unless a plan is annexed to it.
fn title_of(part: &Part) -> Option<(usize, Line)> {
    const SEARCHED: usize = 80;
    let lines = (0..part.blocks.len())
        .filter_map(|b| paragraph(part, b).map(|p| (b, p.full_text())))
        .filter(|(_, text)| !text.trim().is_empty());
    let (mut annexed, mut order) = (true, false);
    let mut found = None;
    for (block, text) in lines.take(SEARCHED) {
        match title::classify(&text) {
            // A letter may hold the plan itself rather than send it.
            _ if found.is_none() && !order && title::sends_plan(&text) => found = Some((block, Line::PlanTitle)),
            // «Утвердить план …» after «Приказ» belongs to the order.
            kind @ (Line::Act | Line::Letter) if found.is_none() => {
                order |= kind == Line::Act;
                annexed = false;
            }
            Line::Stamp => annexed = true,
            // A letter ends here; what follows is what it sends.
            _ if !order && closes_letter(&text) => annexed = true,
            kind @ (Line::PlanTitle | Line::RecommendationsTitle)
                if found.is_none() && annexed && text.chars().count() <= 400 =>
            {
                found = Some((block, kind));
            }
            _ => {}
        }
    }
    found
}

/// The line of a letter that says it sends a plan; no title follows, so the plan may stand in the letter itself.
fn letter_of(part: &Part) -> Option<(usize, Line)> {
    (0..part.blocks.len())
        .find(|&b| paragraph(part, b).is_some_and(|p| title::announces_plan(&p.full_text())))
        .map(|b| (b, Line::PlanTitle))
}

/// The line under a letter: «С уважением, …», «Исп. …».
fn closes_letter(line: &str) -> bool {
    let folded = fold(line);
    ["с уважением", "исп.", "исп:", "исполнитель:"].iter().any(|beginning| folded.starts_with(beginning))
}

/// The first line that belongs to the measures: the lost headings, an item, or the heading right above an item.
fn first_item(part: &Part, title: usize) -> Option<usize> {
    let filled = (title + 1..part.blocks.len())
        .filter(|&b| paragraph(part, b).is_some_and(|p| !p.text.trim().is_empty()))
        .collect::<Vec<_>>();
    let at = filled.iter().position(|&b| {
        items(part, b) > 0 || paragraph(part, b).is_some_and(|p| !lost_headings(&p.full_text()).is_empty())
    })?;
    let text = |b: usize| paragraph(part, b).map(|p| one_line(&p.full_text())).unwrap_or_default();
    if mark::inline(&text(filled[at])).len() >= 2 {
        return Some(filled[at]);
    }
    // A lead-in, a labelled line and a heading may stand above the first item, in this order from below.
    let mut first = at;
    for belongs in [is_lead_in as fn(&str) -> bool, is_label, is_section] {
        if first > 0 && belongs(&text(filled[first - 1])) {
            first -= 1;
        }
    }
    Some(filled[first])
}

fn is_lead_in(line: &str) -> bool {
    line.ends_with(':') && title::classify(line) == Line::Other && !looks_like_head(line)
}

fn is_section(line: &str) -> bool {
    title::is_heading_like(line) && !line.ends_with('.') && !looks_like_head(line)
}

/// «Ответственный: …», «Срок – …» on a line of its own.
fn is_label(line: &str) -> bool {
    let folded = fold(line);
    ["ответствен", "исполнител", "срок", "ожидаемый результат", "результат"].iter().any(|word| folded.starts_with(word))
        && folded.contains([':', '-'])
        && !folded.contains("план")
}

/// Lines of a title that goes on: «на 2025 год», «Муниципального учреждения …», a date.
fn looks_like_head(line: &str) -> bool {
    let folded = fold(line);
    let words = ["учрежден", "муниципальн", "государственн", "бюджетн", "автономн", "по результатам", "по итогам"];
    words.iter().any(|word| folded.contains(word))
        || folded.ends_with("год")
        || folded.ends_with("г.")
        || folded.starts_with("на ")
        || folded.starts_with('(')
}

/// How many items a block holds: one when it is marked, more when they are written inside it.
fn items(part: &Part, block: usize) -> usize {
    let Some(paragraph) = paragraph(part, block) else { return 0 };
    let text = one_line(&paragraph.full_text());
    let inline = mark::inline(&text).len();
    if inline >= 2 {
        return inline;
    }
    // Items of a list without marks end with semicolons.
    let unmarked = text.ends_with(';') && text.starts_with(char::is_lowercase);
    usize::from(paragraph.mark.is_some() || mark::split(&text).is_some() || unmarked)
}

/// The block after the last item and the lines that belong to it.
fn end(part: &Part, begin: usize, columns: bool) -> usize {
    let text = |b: usize| paragraph(part, b).map(|p| one_line(&p.text)).unwrap_or_default();
    let is_item = |&b: &usize| {
        let text = text(b);
        items(part, b) > 0 || is_label(&text) || columns && !text.is_empty() && !title::closes_plan(&text)
    };
    let Some(last) = (begin..part.blocks.len()).rev().find(is_item) else { return begin };
    // The last item of a list without marks has no semicolon; a label may have its value on the next line.
    let next = (last + 1..part.blocks.len()).find(|&b| !text(b).is_empty());
    let goes_on = next.filter(|&b| text(last).ends_with([';', ':']) && text(b).starts_with(char::is_lowercase));
    goes_on.unwrap_or(last) + 1
}

/// The roles of columns in a line of headings that was pasted without its table: «№ п/п Мероприятие Срок Ответственный».
/// Empty where the line is something else.
pub(super) fn lost_headings(line: &str) -> Vec<ColumnRole> {
    const STEMS: &[(&str, ColumnRole)] = &[
        ("мероприят", ColumnRole::Measure),
        ("содержани", ColumnRole::Measure),
        ("срок", ColumnRole::Deadline),
        ("дата", ColumnRole::Deadline),
        ("ответствен", ColumnRole::Officer),
        ("исполнител", ColumnRole::Officer),
        ("результат", ColumnRole::ExpectedResult),
        ("отметк", ColumnRole::Progress),
    ];
    if line.chars().count() > 160 {
        return Vec::new();
    }
    let folded = fold(&line.replace('№', "n "));
    let mut roles: Vec<ColumnRole> = Vec::new();
    for word in folded.split_whitespace() {
        // «Мероприятия/ответственные» is one column.
        let first = word.split(['/', ',']).next().unwrap_or(word);
        let role = match first {
            "n" | "nn" | "п" | "пп" | "no" => Some(ColumnRole::Number),
            _ => STEMS.iter().find(|(stem, _)| first.starts_with(stem)).map(|(_, role)| *role),
        };
        if let Some(role) = role
            && !roles.contains(&role)
        {
            roles.push(role);
        }
    }
    let telling = roles.iter().filter(|role| **role != ColumnRole::Number).count();
    let begins = roles.first().is_some_and(|role| matches!(role, ColumnRole::Number | ColumnRole::Measure));
    let ends_like_sentence = line.trim_end().ends_with(['.', ';', ':']);
    let listed = folded.split_whitespace().count() <= 4 + telling * 3;
    if telling >= 2
        && begins
        && roles.contains(&ColumnRole::Measure)
        && !ends_like_sentence
        && listed
        && (telling >= 3 || roles[0] == ColumnRole::Number)
    {
        roles
    } else {
        Vec::new()
    }
}

/// Whether a title names the assessment itself or the shortcomings it found.
fn speaks_of_assessment(heading: &str) -> bool {
    let folded = fold(heading);
    ["независим", "недостатк", "нок", "удовлетворенност"].iter().any(|word| folded.contains(word))
        || (folded.contains("качеств")
            && ["услуг", "работ", "обслуживан", "деятельност", "услови", "культур"]
                .iter()
                .any(|word| folded.contains(word)))
}

/// Whether enough of the items say when or who.
fn has_evidence(part: &Part, blocks: std::ops::Range<usize>, items: usize) -> bool {
    let telling = blocks
        .filter_map(|b| paragraph(part, b))
        .map(|p| one_line(&p.text))
        .filter(|text| {
            fold(text).contains("ответствен")
                || fold(text).contains("срок")
                || speaks_of_time(text) && text.chars().count() > 20
        })
        .count();
    telling >= 2 && telling * 3 >= items
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(lines: &[&str]) -> Document {
        Document::text(lines.iter().map(|line| Block::Paragraph(Paragraph::plain(*line))).collect())
    }

    fn blocks(lines: &[&str]) -> Option<(std::ops::Range<usize>, Vec<ColumnRole>, bool)> {
        match recognize(&document(lines))? {
            Recognized::PlanLines { blocks, columns, recommendations, .. } => Some((blocks, columns, recommendations)),
            _ => None,
        }
    }

    #[test]
    fn a_numbered_list() {
        let lines = [
            "ПЛАН",
            "по улучшению качества услуг музея на 2025 год",
            "Открытость",
            "1. Обновить стенд.",
            "2. Провести опрос.",
            "Ответственный: методист",
            "Директор ______ А.А. Птицын",
        ];
        assert_eq!(blocks(&lines), Some((2..6, vec![], false)));
    }

    #[test]
    fn lost_columns() {
        let lines = [
            "План мероприятий клуба",
            "№ п/п Мероприятие Срок Ответственный",
            "1. Открытость",
            "1.1. Обновить стенд до 1 мая 2025 г. Методист",
        ];
        let (range, columns, _) = blocks(&lines).expect("a plan");
        assert_eq!(range, 1..4);
        assert_eq!(columns, [ColumnRole::Number, ColumnRole::Measure, ColumnRole::Deadline, ColumnRole::Officer]);
    }

    #[test]
    fn a_table_saved_cell_by_cell_is_told() {
        assert!(cells_on_lines(&document(&[
            "План",
            "№ п/п",
            "Мероприятие",
            "Срок",
            "Ответственный",
            "1",
            "Обновить стенд"
        ])));
        assert!(!cells_on_lines(&document(&["Мероприятие 1. Обновить стенд", "Срок: май", "Ответственный: завхоз",])));
        assert!(!cells_on_lines(&document(&[
            "План",
            "№ п/п Мероприятие Срок Ответственный",
            "1. Обновить стенд до мая"
        ])));
    }

    #[test]
    fn one_paragraph_of_recommendations() {
        let lines = [
            "Предложения по улучшению качества деятельности клубов:",
            "Общие слова. 1. Обновить стенды; 2. Провести опрос.",
        ];
        assert_eq!(blocks(&lines), Some((1..2, vec![], true)));
    }

    #[test]
    fn a_plan_inside_a_letter() {
        let lines = [
            "Министру культуры",
            "МБУК «Галерея» направляет план мероприятий",
            "по итогам независимой оценки на 2026 год.",
            "1. Обновить стенд. Срок: май 2026 года. Ответственный: методист Птицына А.А.",
            "2. Купить кулер. Срок: июнь 2026 года. Ответственный: завхоз Рулёв Б.Б.",
            "Директор Птицын А.А.",
        ];
        assert_eq!(blocks(&lines), Some((3..5, vec![], false)));
        let annexes = [
            "МБУК «Галерея» направляет план мероприятий по итогам независимой оценки.",
            "1. План на 3 л.",
            "2. Приказ на 1 л.",
        ];
        assert_eq!(blocks(&annexes), None);
    }

    #[test]
    fn orders_letters_and_other_lists_are_no_plans() {
        for lines in [
            &["ПРИКАЗ", "Об утверждении плана", "ПРИКАЗЫВАЮ:", "1. Утвердить план.", "2. Разместить план на сайте."]
                as &[&str],
            &["Уважаемые коллеги!", "Просим:", "1. Прислать планы.", "2. Прислать отчёты."],
            &["План-конспект урока", "1. Разминка", "2. Игра", "3. Итог"],
            &["Договор", "1. Предмет договора", "2. Срок действия договора"],
            &["Меню на 1 мая", "1. Суп", "2. Каша"],
            &["План эвакуации", "1. Выйти", "2. Закрыть дверь"],
        ] {
            assert_eq!(blocks(lines), None, "{lines:?}");
        }
    }
}
