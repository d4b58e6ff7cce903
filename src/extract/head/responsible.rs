//! One officer for the whole plan: «Ответственный за исполнение плана – заведующая Лесная Г.Э.».

use std::sync::LazyLock;

use regex::Regex;

use super::lines::Line;
use crate::model::Located;

static LABELLED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)^(?:ответственн(?:ый|ая|ые|ое)(?: (?:исполнител[ьи]|лиц[оа]|сотрудник))?(?: за [^:–—]{3,90}?)?|исполнител[ьи](?: плана)?)\s*(?:[:–—]|\s-)\s*(?P<who>.+)$",
    )
    .expect("a constant pattern")
});

static SENTENCE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)(?:ответственн\p{L}+ (?:за (?:исполнение|выполнение|реализацию)[^.]{0,80}?)?(?:назначить|назначен[аоы]?|является|возложить на|возложена на|возлагается на)|ответственность за (?:исполнение|выполнение|реализацию)[^.]{0,80}?(?:возложить|возложена|возлагается) на)\s+(?P<who>.+?)\.?$",
    )
    .expect("a constant pattern")
});

/// The officer for the whole plan as written; `None` where the lines name none. Who typed the document («Исп. …, тел.»)
/// answers for nothing.
pub(super) fn read(lines: &[Line]) -> Option<Located<String>> {
    lines.iter().enumerate().find_map(|(at, line)| {
        let found = LABELLED.captures(&line.text).or_else(|| SENTENCE.captures(&line.text));
        if let Some(found) = found {
            let who = found["who"].trim().trim_end_matches(';');
            let typist = line.text.to_lowercase().starts_with("исполнитель") && who.contains("тел");
            return (!typist && who.chars().any(char::is_alphabetic))
                .then(|| Located::new(who.to_owned(), line.place.clone()));
        }
        // The label on one line, who on the next.
        let label = line.text.strip_suffix(':')?.to_lowercase();
        let next = lines.get(at + 1)?;
        (label.starts_with("ответственн") && label.chars().count() < 80)
            .then(|| Located::new(next.text.clone(), next.place.clone()))
    })
}
