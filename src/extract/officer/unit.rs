//! What of a title is the post and what is the body where it is held.

use crate::language::inflect::{Hint, head, nominative_with};
use crate::language::lexicon::Case;

use super::element::{Content, Element, Joint};
use super::words::{BODIES, is_acronym, is_legal_form};

/// Whether a phrase names one institution by its own name: a legal form, a name in quotes, a number.
pub(super) fn is_institution(phrase: &str) -> bool {
    phrase.contains(['«', '"', '„', '“', '№']) || phrase.split(' ').any(is_legal_form)
}

/// A title as post and body: «директор МБУ «Галерея»», «Директор Центра», «заведующая Ручейским детским садом».
///
/// A body that is no more than the other half of the post stays with it: «Директор школы», «Председатель Совета».
pub(super) fn divided(title: &str) -> (String, Option<String>) {
    let whole = || (title.to_owned(), None);
    let Some(post) = head(title) else { return whole() };
    let rest = &title[post.end()..];
    let Some(start) = body_start(rest) else { return whole() };
    let position = title[..post.end() + start].trim_end();
    let body = rest[start..].trim_start();
    if position.is_empty() || body.is_empty() {
        return whole();
    }
    // A dependent is in no nominative, even where its form is one: «руководитель кружка».
    let hint = Hint { case: Some(Case::Genitive), ..Hint::default() };
    (position.to_owned(), Some(nominative_with(body, hint)))
}

/// Where the body begins among the dependents of a post.
fn body_start(rest: &str) -> Option<usize> {
    let mut at = 0;
    let mut phrase_start = 0;
    for word in rest.split_inclusive(' ') {
        let bare = word.trim_end();
        let start = at;
        at += word.len();
        if bare.is_empty() {
            continue;
        }
        if is_legal_form(bare) || bare.starts_with(['«', '"', '„', '“']) {
            return Some(if bare.starts_with(['«', '"', '„', '“']) { phrase_start } else { start });
        }
        let capital = bare.starts_with(char::is_uppercase) && !is_acronym(bare);
        if capital {
            return starts_body(&rest[start..]).then_some(start);
        }
        if phrase_start == 0 {
            phrase_start = start;
        }
        if !rest[..start].trim().is_empty() && bare.len() <= 4 {
            // «по», «на»: what follows is the field of the post, not a body.
            return None;
        }
    }
    None
}

/// Whether a body begins here; councils and committees stay with their chairman.
fn starts_body(phrase: &str) -> bool {
    head(phrase).is_some_and(|head| {
        head.lemma(None).is_some_and(|lemma| {
            BODIES.contains(&lemma) && !["совет", "комитет", "комиссия", "собрание"].contains(&lemma)
        })
    })
}

/// One head for several acronyms: «Инвентаризационные комиссии ТФОИВ, ОИВ» are the commissions of each.
pub(super) fn distributed(elements: Vec<Element>) -> Vec<Element> {
    let mut out: Vec<Element> = Vec::with_capacity(elements.len());
    let mut shared: Option<(String, bool)> = None;
    for mut element in elements {
        if let Content::Phrase { text, post } = &mut element.content {
            let bare = is_acronym(text);
            match &shared {
                Some((prefix, of_post)) if bare && matches!(element.before, Joint::Comma | Joint::And) => {
                    *text = format!("{prefix} {text}");
                    *post = *of_post;
                }
                _ => shared = prefix(text).map(|prefix| (prefix, *post)),
            }
        } else {
            shared = None;
        }
        out.push(element);
    }
    out
}

/// What stands before the closing acronym of a plural phrase, or before one that «по» governs.
fn prefix(text: &str) -> Option<String> {
    let (before, last) = text.rsplit_once(' ')?;
    let plural = head(text).is_some_and(|head| head.nominative_plural());
    (is_acronym(last) && !is_legal_form(last) && (plural || before.ends_with(" по"))).then(|| before.to_owned())
}
