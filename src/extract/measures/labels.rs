//! Labelled texts: «Ответственный: …», «Срок – …», and cells that hold a term and an officer together.

use std::sync::LazyLock;

use regex::Regex;

use super::draft::{COMBINED, Draft, LABEL, Source};
use crate::extract::deadline::{self, Context};
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

/// Takes an officer out of a measure's own text: a labelled last line, or a label inside it. A labelled term is only
/// read, not taken out: it is part of the sentence.
pub(super) fn take_officer(draft: &mut Draft) {
    let lines = draft.text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>();
    if let Some((last, rest)) = lines.split_last().filter(|(_, rest)| !rest.is_empty())
        && let Some(officer) = officer_label(last)
    {
        draft.officer = Source::by(LABEL, officer);
        draft.text = rest.join("\n");
        return;
    }
    let text = draft.text.clone();
    let labels = INSIDE.captures_iter(&text).collect::<Vec<_>>();
    for (index, found) in labels.iter().enumerate() {
        let (Some(whole), Some(label)) = (found.get(0), found.name("label")) else { continue };
        let end = labels.get(index + 1).and_then(|next| next.get(0)).map_or(text.len(), |next| next.start());
        let value = value(&text[whole.end()..end]);
        if value.is_empty() || value.chars().count() > 200 {
            continue;
        }
        if label.as_str().to_lowercase().starts_with("срок") {
            draft.deadline = Source::by(LABEL, value);
        } else {
            draft.officer = Source::by(LABEL, value);
        }
        if index == 0 {
            draft.text = text[..whole.start()].trim_end_matches([' ', '(', ',', ';', '–', '—', '-']).to_owned();
        }
    }
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
    let line = one_line(text);
    match deadline::locate(&line, &context) {
        Some(range) => {
            let separators = [' ', ',', ';', '.', '–', '—', '-', '/', '('];
            let before = line[..range.start].trim().trim_end_matches(separators);
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
        take_officer(&mut draft);
        assert_eq!(
            (draft.text.as_str(), draft.deadline.text.as_str(), draft.officer.text.as_str()),
            ("Обновить стенд", "май 2025 г.", "методист")
        );
    }
}
