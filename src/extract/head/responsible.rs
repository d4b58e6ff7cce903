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

/// «За выполнение плана отвечает …», «Ответственность за реализацию возложить на …».
static SENTENCE: LazyLock<Regex> = LazyLock::new(|| {
    let task = r"за (?:исполнение|выполнение|реализацию|организацию)[^.]{0,80}?\s*";
    let appointed = r"(?:назначить|назначен[аоы]?|является|возложить на|возложена на|возлагается на|возложено на)";
    Regex::new(&format!(
        r"(?i)(?:ответственн\p{{L}}+ (?:{task})?{appointed}|^{task}(?:отвечает|отвечают|несет ответственность|несёт ответственность))\s+(?P<who>.+)$"
    ))
    .expect("a constant pattern")
});

/// The officer for the whole plan as written; `None` where the lines name none. Who typed the document («Исп. …, тел.»)
/// answers for nothing.
pub(super) fn read(lines: &[Line]) -> Option<Located<String>> {
    lines.iter().enumerate().find_map(|(at, line)| {
        let found = LABELLED.captures(&line.text).or_else(|| SENTENCE.captures(&line.text));
        if let Some(found) = found {
            let who = without_full_stop(found["who"].trim().trim_end_matches(';'));
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

/// The text without the dot that ends its sentence; the dot of an initial stays.
fn without_full_stop(text: &str) -> &str {
    let bare = text.strip_suffix('.').unwrap_or(text);
    let mut last = bare.chars().rev();
    let initial = last.next().is_some_and(char::is_uppercase) && last.next().is_none_or(|c| !c.is_alphabetic());
    if initial { text } else { bare }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Location;

    #[test]
    fn one_officer_for_the_whole_plan() {
        for (text, who) in [
            ("Ответственный за исполнение плана – заведующая Лесная Г.Э.", Some("заведующая Лесная Г.Э.")),
            ("Ответственный исполнитель: методист Лесная П.Р.", Some("методист Лесная П.Р.")),
            ("Ответственный: директор", Some("директор")),
            (
                "За выполнение всех мероприятий плана отвечает директор Лесная Вера Львовна.",
                Some("директор Лесная Вера Львовна"),
            ),
            ("Ответственность за реализацию плана возложить на директора Лесную В.Л.", Some("директора Лесную В.Л.")),
            ("Ответственным за выполнение плана назначить Лесную В.Л.", Some("Лесную В.Л.")),
            ("Исполнитель: Лесная Д.Ю., тел. 0-00-00", None),
            ("Исп. Лесная Д.Ю.", None),
            ("Контроль за исполнением оставляю за собой.", None),
        ] {
            let line = Line { text: text.to_owned(), raw: text.to_owned(), place: Location::default(), group: 0 };
            assert_eq!(read(&[line]).map(|found| found.value).as_deref(), who, "{text}");
        }
    }
}
