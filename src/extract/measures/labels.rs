//! Labelled texts: «Ответственный: …», «Срок – …», and cells that hold a term and an officer together.

use std::sync::LazyLock;

use regex::Regex;

use super::draft::{COMBINED, Draft, LABEL, Source};
use crate::extract::deadline::{self, Context};
use crate::extract::officer;
use crate::language::fold::{fold, one_line};

fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("the patterns of labels are valid")
}

/// A label that says who, at the beginning of a line.
static OFFICER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"(?i)^[\s(«–—-]*(?:ответственн\w*(?:\s+(?:исполнител\w+|лиц\w+|за\s+(?:исполнение|выполнение|реализацию|проведение)[^:–—]{0,60}))?|отв\.|исполнител[ьи]|соисполнител[ьи])",
        r"\s*(?::|\s[–—-]|[–—])\s*"
    ))
});

/// «Ожидаемый результат: …» on a line of its own.
static RESULT: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^(?:(?:ожидаем|планируем)\w+\s+)?результат\w*\s*(?::|\s[–—-])\s*(?P<result>\S.*)$"));

/// The result that a labelled line promises.
pub(super) fn result_label(line: &str) -> Option<String> {
    RESULT.captures(line.trim()).map(|found| found["result"].trim_end_matches(';').to_owned())
}

/// «За выполнение всех мероприятий плана отвечает …».
static ANSWERS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:за\s.{3,80}?|ответственность\s.{3,80}?)\s(?:отвечает|отвечают|несет|несёт|возлагается\s+на|возложен\w*\s+на)\s+",
    )
});

/// The same labels inside a line, after the measure: «… (срок – май; ответственный – методист)».
static INSIDE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"(?i)(?:[\s;,(–—-]+|\.\s+)(?P<label>ответственн\w+(?:\s+исполнител\w+)?|отв\.|исполнител[ьи]|срок\w*(?:\s+(?:исполнения|выполнения|реализации))?)",
        r"\s*(?::|\s[–—-]\s|\s?[–—]\s)\s*"
    ))
});

static SIGNATURE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"_{3,}|(?:\.\s?){6,}|…{2,}|^документ подписан|^м\. ?п\."));

/// The officer that a labelled line names.
pub(super) fn officer_label(line: &str) -> Option<&str> {
    let line = line.trim();
    let found = OFFICER.find(line).or_else(|| ANSWERS.find(line))?;
    Some(value(&line[found.end()..])).filter(|rest| !rest.is_empty())
}

/// What follows a label, without the stop that closes the sentence; the stop of an abbreviation stays.
fn value(text: &str) -> &str {
    let text = text.trim().trim_end_matches(").").trim_end_matches([')', ';', ' ']);
    match text.strip_suffix('.') {
        Some(body) if body.chars().rev().take_while(|c| c.is_alphabetic()).count() > 3 => body,
        _ => text,
    }
}

/// Whether a text is a place for a signature.
pub(super) fn is_signature(text: &str) -> bool {
    SIGNATURE.is_match(&fold(text))
}

/// What the labels inside a text say.
pub(super) struct Told {
    /// Where the first label begins.
    start: usize,
    /// The term, where one is labelled.
    pub(super) deadline: Source,
    /// The officer, where one is labelled.
    pub(super) officer: Source,
}

/// What the labels inside a text say; `None` where there are none.
fn told(text: &str) -> Option<Told> {
    let labels = INSIDE.captures_iter(text).collect::<Vec<_>>();
    let start = labels.first()?.get(0)?.start();
    let mut told = Told { start, deadline: Source::default(), officer: Source::default() };
    for (index, found) in labels.iter().enumerate() {
        let whole = found.get(0)?;
        let end = labels.get(index + 1).and_then(|next| next.get(0)).map_or(text.len(), |next| next.start());
        let value = value(&text[whole.end()..end]);
        if value.is_empty() || value.chars().count() > 200 {
            continue;
        }
        let term = found["label"].to_lowercase().starts_with("срок");
        *(if term { &mut told.deadline } else { &mut told.officer }) = Source::by(LABEL, value);
    }
    (!told.deadline.is_empty() || !told.officer.is_empty()).then_some(told)
}

/// What a line says that is nothing but labels: «Срок: май; ответственный: методист».
pub(super) fn labelled_line(line: &str) -> Option<Told> {
    if let Some(officer) = officer_label(line) {
        let split = told(officer);
        let officer = split.as_ref().map_or(officer, |inner| value(&officer[..inner.start]));
        let deadline = split.map(|inner| inner.deadline).unwrap_or_default();
        return Some(Told { start: 0, deadline, officer: Source::by(LABEL, officer) });
    }
    told(&format!(" {}", line.trim())).filter(|told| told.start == 0)
}

/// The officer that a heading names beside its topic: «II. Комфортность (ответственный – завхоз Птицын А.А.)».
pub(super) fn officer_in_heading(heading: &str) -> Option<String> {
    let told = told(heading).filter(|told| !told.officer.is_empty()).or_else(|| remark(heading))?;
    (told.start > 0).then_some(told.officer.text)
}

/// Whether a text has labels inside.
pub(super) fn has_labels(text: &str) -> bool {
    INSIDE.is_match(text)
}

/// Takes who and when out of a measure's own text: a labelled last line, labels inside it, a remark at its end. A row
/// that has its own officer and term keeps its text.
pub(super) fn take(draft: &mut Draft) {
    let has_officer = !draft.officer.is_empty() && !draft.officer.is_inherited();
    if has_officer && !draft.deadline.is_empty() {
        return;
    }
    let lines = draft.text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>();
    if let Some((last, rest)) = lines.split_last().filter(|(_, rest)| !rest.is_empty())
        && let Some(told) = labelled_line(last).filter(|told| !told.officer.is_empty() && !has_officer)
    {
        draft.officer = told.officer;
        draft.deadline = std::mem::take(&mut draft.deadline).or(LABEL, &told.deadline);
        draft.text = rest.join("\n");
        return;
    }
    let Some(told) = told(&draft.text).or_else(|| remark(&draft.text)) else { return };
    // Beside an officer of its own only a sentence is a label; a bracket belongs to the text.
    if has_officer && (!told.officer.is_empty() || !draft.text[told.start..].starts_with(['.', ';'])) {
        return;
    }
    let stands_apart = draft.deadline.is_empty() && is_apart(&draft.text, &told);
    draft.deadline = std::mem::take(&mut draft.deadline).or(LABEL, &told.deadline);
    if !told.officer.is_empty() || stands_apart {
        // The stop that ends the measure's sentence is its own.
        let start = told.start + usize::from(draft.text[told.start..].starts_with('.'));
        draft.text = draft.text[..start].trim_end_matches([' ', '(', ',', ';', '–', '—', '-']).to_owned();
    }
    if !told.officer.is_empty() {
        draft.officer = told.officer;
    }
}

/// Whether a labelled term is a sentence or a bracket of its own with nothing after it: «Обновить стенд. Срок: май.». In
/// «провести в срок: май» the label is part of the sentence, and the text stays as it is.
fn is_apart(text: &str, told: &Told) -> bool {
    let begins = text[told.start..].trim_start().starts_with(['.', ';', ',', '(', '–', '—']);
    let term = told.deadline.text.trim();
    let whole = deadline::locate(term, &Context::default())
        .is_some_and(|range| range.start == 0 && term[range.end..].chars().all(|c| ".;) ".contains(c)));
    begins && whole
}

/// A remark without a colon that closes a text: «… (отв. Птицына А.А.)», «…, ответственный методист Птицына А.А.».
static REMARK: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)[(,;.]\s*(?:отв\.|ответственн(?:ый|ая|ые)(?:\s+исполнител[ьи])?)\s+(?P<who>[^()]{3,150})\)?[.;]?\s*$")
});

/// A bracket that closes a text and holds a term and a person: «… (III квартал, методист Птицына А.А.)».
static BRACKET: LazyLock<Regex> = LazyLock::new(|| pattern(r"\s\((?P<inside>[^()]{8,200})\)[.;]?\s*$"));

/// Takes the officer out of the bracket that closes a measure, where the heading says that the column holds both:
/// «Установить инфомат в холле (начальник отдела Птицын А.А.)».
pub(super) fn take_bracketed_officer(draft: &mut Draft) {
    let Some(found) = BRACKET.captures(&draft.text) else { return };
    if draft.officer.is_empty() && officer::names_actor(&found["inside"]) {
        let (start, inside) = (found.get(0).map_or(0, |whole| whole.start()), found["inside"].trim().to_owned());
        draft.text.truncate(start);
        draft.officer = Source::by(COMBINED, &inside);
    }
}

/// What a remark at the end of a text says, if it names a person.
fn remark(text: &str) -> Option<Told> {
    let names = |source: &Source| officer::read(&source.text).iter().any(|officer| officer.person.is_some());
    let remark = REMARK.captures(text).and_then(|found| {
        Some(Told {
            start: found.get(0)?.start(),
            deadline: Source::default(),
            officer: Source::by(LABEL, value(&found["who"])),
        })
    });
    let bracket = || {
        let found = BRACKET.captures(text)?;
        let (deadline, officer) = deadline_and_officer(&found["inside"]);
        Some(Told { start: found.get(0)?.start(), deadline, officer }).filter(|told| !told.deadline.is_empty())
    };
    remark.filter(|told| names(&told.officer)).or_else(|| bracket().filter(|told| names(&told.officer)))
}

/// A cell that holds a term and an officer: on lines of their own, or on one line cut where the words of time end.
pub(super) fn deadline_and_officer(text: &str) -> (Source, Source) {
    let context = Context::default();
    let is_term = |line: &str| {
        deadline::locate(line, &context)
            .is_some_and(|range| range.len() + 3 >= line.trim().trim_end_matches([',', ';', '.']).len())
    };
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>();
    if lines.len() > 1 {
        let (terms, others): (Vec<&str>, Vec<&str>) = lines.iter().partition(|line| is_term(line));
        if !terms.is_empty() && !others.is_empty() {
            return (Source::by(COMBINED, &terms.join("\n")), Source::by(COMBINED, &others.join("\n")));
        }
    }
    // «Птицына А.А. – до 1 марта» above «Ручьёв Н.Н. – до 1 апреля»: each line has both.
    if lines.len() > 1 && lines.iter().all(|line| deadline::locate(line, &context).is_some()) {
        let (terms, others): (Vec<_>, Vec<_>) = lines.iter().map(|line| cut_at_term(line)).unzip();
        let join = |parts: Vec<Source>| {
            parts.iter().map(|part| part.text.as_str()).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(";\n")
        };
        return (Source::by(COMBINED, &join(terms)), Source::by(COMBINED, &join(others)));
    }
    cut_at_term(text)
}

/// Cuts one line where the words of time begin and end; the rest is the officer.
fn cut_at_term(text: &str) -> (Source, Source) {
    let line = one_line(text);
    match deadline::locate(&line, &Context::default()) {
        Some(range) => {
            let separators = [' ', ',', ';', '.', '–', '—', '-', '/', '('];
            // The stop before the term belongs to initials.
            let before = line[..range.start].trim().trim_end_matches(|c| c != '.' && separators.contains(&c));
            let after = line[range.end..].trim_start_matches(separators).trim_end_matches([' ', ',', ';']);
            let officer =
                [before, after].iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(", ");
            (Source::by(COMBINED, line[range].trim()), Source::by(COMBINED, &officer))
        }
        None => (Source::default(), Source::by(COMBINED, text)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_name_officers() {
        for (line, officer) in [
            ("Ответственный: методист Птицына А.А.", "методист Птицына А.А."),
            ("Ответственные: завхоз, методист", "завхоз, методист"),
            ("Отв.: завхоз", "завхоз"),
            ("Ответственный за исполнение плана – заведующая Птицына А.А.", "заведующая Птицына А.А."),
            ("Ответственный исполнитель: методист", "методист"),
            ("За выполнение всех мероприятий плана отвечает методист Птицына Анна.", "методист Птицына Анна"),
        ] {
            assert_eq!(officer_label(line), Some(officer), "{line}");
        }
        for line in ["Ответственность работников", "Назначить ответственного", "Ответственный подход к делу"]
        {
            assert_eq!(officer_label(line), None, "{line}");
        }
    }

    #[test]
    fn labels_inside_a_measure() {
        let mut draft = Draft {
            text: "Обновить стенд (срок – май 2025 г.; ответственный – методист)".to_owned(),
            ..Draft::default()
        };
        take(&mut draft);
        assert_eq!(
            (draft.text.as_str(), draft.deadline.text.as_str(), draft.officer.text.as_str()),
            ("Обновить стенд", "май 2025 г.", "методист")
        );
    }

    #[test]
    fn what_closes_a_text() {
        for (text, measure, deadline, officer) in [
            ("Купить кулер. Срок: II квартал 2026 г.", "Купить кулер", "II квартал 2026 г.", ""),
            ("Купить кулер (срок исполнения – май)", "Купить кулер", "май", ""),
            ("Купить кулер (отв. Птицына А.А.)", "Купить кулер", "", "Птицына А.А."),
            ("Купить кулер, ответственный завхоз Птицына А.А.", "Купить кулер", "", "завхоз Птицына А.А."),
            ("Купить кулер (май 2025 г., завхоз Птицына А.А.).", "Купить кулер", "май 2025 г.", "завхоз Птицына А.А."),
            ("Выполнить в срок: до 1 мая", "Выполнить в срок: до 1 мая", "до 1 мая", ""),
            (
                "Купить кулер. Срок: май. Место согласовать с учредителем",
                "Купить кулер. Срок: май. Место согласовать с учредителем",
                "май. Место согласовать с учредителем",
                "",
            ),
            ("Назначить лиц, ответственных за сайт", "Назначить лиц, ответственных за сайт", "", ""),
            ("Провести встречу (Птицына А.А.)", "Провести встречу (Птицына А.А.)", "", ""),
        ] {
            let mut draft = Draft { text: text.to_owned(), ..Draft::default() };
            take(&mut draft);
            let got = (draft.text.trim_end_matches('.'), draft.deadline.text.as_str(), draft.officer.text.as_str());
            assert_eq!(got, (measure, deadline, officer), "{text}");
        }
    }

    #[test]
    fn the_bracket_of_a_column_of_measures_and_officers() {
        for (text, measure, officer) in [
            ("Установить инфомат (начальник отдела Птицын А.А.)", "Установить инфомат", "начальник отдела Птицын А.А."),
            ("Установить инфомат (на первом этаже)", "Установить инфомат (на первом этаже)", ""),
        ] {
            let mut draft = Draft { text: text.to_owned(), ..Draft::default() };
            take_bracketed_officer(&mut draft);
            assert_eq!((draft.text.as_str(), draft.officer.text.as_str()), (measure, officer));
        }
    }

    #[test]
    fn each_line_with_a_term_and_a_person() {
        let (terms, officers) =
            deadline_and_officer("Завхоз Птицын А.А. – до 1 марта;\nметодист Ручьёва Н.Н. – до 1 апреля");
        assert_eq!(terms.text, "до 1 марта;\nдо 1 апреля");
        assert_eq!(officers.text, "Завхоз Птицын А.А.;\nметодист Ручьёва Н.Н.");
    }
}
