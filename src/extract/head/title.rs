//! The title: the lines from «План …» to the measures.

use std::sync::LazyLock;

use regex::Regex;

use super::lines::Line;
use crate::model::Located;

/// The title and what stands under it.
#[derive(Debug, Default)]
pub(super) struct Title {
    /// On one line; `None` where the plan has none.
    pub(super) text: Option<Located<String>>,
    /// Lines of the title.
    pub(super) lines: Vec<Line>,
    /// Lines between the title and the measures that are no part of it.
    pub(super) under: Vec<Line>,
    /// Lines above it: a letter, an annex line, a letterhead.
    pub(super) above: Vec<Line>,
}

static BEGINNING: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r#"(?i)^[«"“]?(?:(?:(?:комплексный|муниципальный|годовой|единый|сводный|перспективный|календарный|региональный|ведомственный|общий)\s+){0,2}план(?:ы|-график)?|график (?:устранения|мероприятий)|циклограмма|отч[её]т|дорожная карта|программа|предложения|рекомендации|мероприятия|перечень мер(?:оприятий)?|меры по|система мероприятий|комплекс |информация о (?:выполнении|реализации|ходе|принятых|результатах|мерах|устранении)|сведения о (?:ходе|выполнении|реализации)|(?:информация|сведения|справка)\s*$)(?:[^\p{L}-]|$)"#,
    )
    .expect("a constant pattern")
});

static NOT_TITLE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)^(?:критери[йи]|раздел|[ivx]+\.|\d+[.)]|открытость и доступность|комфортность|доступность услуг|доброжелательность|удовлетвор[её]нность услов|ответственн|исполнитель|срок|основание|цель|задачи|независимая оценка проведена|полное наименование|наименование (?:организации|учреждения)|рассмотрен|\(подпись\)|м\.\s?п\.)",
    )
    .expect("a constant pattern")
});

/// Whether a line begins the title of a plan, of a report on one, or of recommendations.
pub(super) fn begins_title(line: &str) -> bool {
    BEGINNING.is_match(line)
}

/// Finds the title among the lines that are no stamps: the last beginning before the measures, since a letter that
/// sends the plan names it too.
pub(super) fn read(rest: &[Line]) -> Title {
    let Some(mut start) = rest.iter().rposition(|line| begins_title(&line.text)) else {
        return Title { above: rest.to_vec(), ..Title::default() };
    };
    while start > 0 && begins_title(&rest[start - 1].text) && rest[start - 1].text.chars().count() < 200 {
        start -= 1;
    }
    let mut end = start + 1;
    while end < rest.len() && goes_on(&rest[end - 1].text, &rest[end].text) {
        end += 1;
    }
    let text = rest[start..end].iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ");
    Title {
        text: Some(Located::new(text, rest[start].place.clone())),
        lines: rest[start..end].to_vec(),
        under: rest[end..].to_vec(),
        above: rest[..start].to_vec(),
    }
}

/// Whether a line goes on with the title: sentences, labels and headings of sections do not.
fn goes_on(previous: &str, line: &str) -> bool {
    let sentence =
        line.ends_with(['.', ';']) && line.chars().count() > 60 && !line.ends_with("г.") && !line.ends_with("гг.");
    let finished = previous.ends_with(':');
    !NOT_TITLE.is_match(line) && !sentence && !finished && line.chars().count() < 300
}
