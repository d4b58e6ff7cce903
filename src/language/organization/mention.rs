//! Organizations named in running text: where a name begins, where it ends, and how it reads in the nominative.
//!
//! A name begins with its legal form, or with a kind of institution that has a number or a name of its own. It ends
//! after the closing quote and the words of place that follow it, or, without quotes, before the first word that
//! cannot belong to a name («на 2025 год», «по результатам …», a signature).

use super::kind::is_institution;
use super::legal_form::form_at;
use super::name_end::name_after;
use super::words::{Word, words};
use crate::language::fold::{fold, one_line};
use crate::language::inflect::{Hint, nominative_with};
use crate::language::lexicon::Case;

/// An organization found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// In the nominative.
    pub name: String,
    /// Byte offset of its first letter.
    pub start: usize,
    /// Byte offset after it.
    pub end: usize,
    /// Whether its legal form is written in full.
    pub in_full: bool,
    /// Whether it is an organ of government in the form of an institution: «МКУ «Управление культуры»».
    pub governs: bool,
}

/// The organizations that a text names with their legal form, in order. The text is one line.
pub fn mentions(text: &str) -> Vec<Mention> {
    let words = words(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let Some(form) = form_at(&words, at, false) else {
            at += 1;
            continue;
        };
        let start = words[at].start;
        at += 1;
        let Some(name) = name_after(text, &words, form.end, form.glued.is_some()) else { continue };
        let in_full = form.nominative.contains(' ') && form.nominative.chars().any(char::is_lowercase);
        let inner = &text[form.end..name.end];
        let inner = if name.quoted_first { inner.to_owned() } else { nominative_name(inner) };
        let glued = form.glued.as_deref().map(|kind| format!(" {kind}")).unwrap_or_default();
        let whole = format!("{}{glued}{}{}", form.nominative, if name.quoted_first { " " } else { "" }, inner);
        at = words.iter().position(|word| word.start >= name.end).unwrap_or(words.len());
        found.push(Mention {
            governs: governs(&inner),
            name: capitalized(&one_line(&whole)),
            start,
            end: name.end,
            in_full,
        });
    }
    found
}

/// An organization named without its legal form: «Гимназия № 2», «Лесная центральная библиотека», «Дом культуры
/// «Лира»». The first one that has a number, a quoted name or an adjective of its own.
pub fn unformed_mention(text: &str) -> Option<Mention> {
    let words = words(text);
    for (at, word) in words.iter().enumerate() {
        if !is_institution(&word.folded) || inside_quotes(text, word.start) {
            continue;
        }
        let first = (0..at).rev().take_while(|&i| is_own_adjective(text, &words, i)).last().unwrap_or(at);
        // «детского сада «Теремок»»: the kind is more than its noun.
        let begin = (0..first).rev().take_while(|&i| is_adjective_of_kind(text, &words, i)).last().unwrap_or(first);
        let start = words[begin].start;
        let Some(name) = name_after(text, &words, start, true) else { continue };
        let inner = &text[start..name.end];
        let specific = first < at || inner.contains(['№', '«', '"', '“', '„']);
        if specific && (first < at || name.end > word.end) {
            let name_text = capitalized(&one_line(&nominative_name(inner.trim())));
            return Some(Mention { name: name_text, start, end: name.end, in_full: false, governs: governs(inner) });
        }
    }
    None
}

/// The organization that the name of a file names: «План_МБОУ_СОШ_№_12.docx».
pub fn named_in_file_name(file_name: &str) -> Option<String> {
    let stem = file_name.rsplit_once('.').map_or(file_name, |(stem, _)| stem);
    let name = one_line(&stem.replace('_', " "));
    let name = match name.rsplit_once('(') {
        // «(Ответы)», «(1)».
        Some((before, note)) if is_contents(note) || note.trim_end_matches(')').parse::<u32>().is_ok() => before.trim(),
        _ => name.as_str(),
    };
    let parts: Vec<&str> =
        name.split(" - ").flat_map(|part| part.split(" – ")).filter(|part| !is_contents(part)).collect();
    named_in(&parts.join(" - ")).or_else(|| named_in(name))
}

/// Whether a part of a file's name says what is in the file, as «ответы» in «ГБУСО Приют Надежда - ответы».
fn is_contents(part: &str) -> bool {
    const CONTENTS: &[&str] = &["ответы", "анкет", "опрос", "респондент", "результат", "массив", "выгрузк", "чек"];
    let part = fold(part);
    CONTENTS.iter().any(|word| part.trim_start().starts_with(word))
}

fn named_in(name: &str) -> Option<String> {
    let formed = mentions(name).pop().map(|mention| mention.name);
    formed.or_else(|| unformed_mention(name).map(|mention| mention.name))
}

/// «Лесная» of «Лесная центральная библиотека»: adjectives before the noun, one of them with a capital.
fn is_own_adjective(text: &str, words: &[Word<'_>], at: usize) -> bool {
    let (word, next) = (&words[at], &words[at + 1]);
    let adjective = ["ая", "ой", "ую", "ий", "ый", "ого", "ом", "ым", "ое"].iter().any(|e| word.folded.ends_with(e));
    adjective && text[word.end..next.start].trim().is_empty() && word.is_capitalized()
}

/// «детский» of «детский сад», «районная» of «районная больница»: small adjectives right before the noun of a kind.
fn is_adjective_of_kind(text: &str, words: &[Word<'_>], at: usize) -> bool {
    let (word, next) = (&words[at], &words[at + 1]);
    let kinds = ["ск", "цк", "ьн", "ерн", "ейн", "арн", "енн", "овн", "ивн", "одн", "онн", "ечн", "очн"];
    let endings = ["ая", "ой", "ую", "ий", "ый", "ого", "его", "ом", "ым", "им", "ое", "ому"];
    let stem = endings.iter().find_map(|ending| word.folded.strip_suffix(ending));
    !word.is_capitalized()
        && text[word.end..next.start].trim().is_empty()
        && stem.is_some_and(|stem| kinds.iter().any(|kind| stem.ends_with(kind)))
}

fn inside_quotes(text: &str, at: usize) -> bool {
    let before = &text[..at];
    before.matches(['«', '„']).count() > before.matches(['»', '”', '“']).count() || before.matches('"').count() % 2 == 1
}

/// The words outside quotes brought to the nominative; what follows the first quote stays.
fn nominative_name(inner: &str) -> String {
    let plain = inner.find(['«', '"', '“', '„']).unwrap_or(inner.len());
    let (head, quoted) = inner.split_at(plain);
    let leading: String = head.chars().take_while(|c| !c.is_alphanumeric()).collect();
    let trailing: String = head.chars().rev().take_while(|c| c.is_whitespace()).collect();
    let body = &head[leading.len()..];
    let body = body.trim_end();
    // One organization is named: «гимназии № 2» is the genitive, not the plural.
    let first_noun = words(body).into_iter().find(|word| is_institution(&word.folded));
    let genitive = first_noun.is_some_and(|noun| noun.folded.ends_with(['и', 'ы']));
    let hint = Hint { case: genitive.then_some(Case::Genitive), ..Hint::default() };
    format!("{leading}{}{trailing}{quoted}", nominative_with(body, hint))
}

fn governs(name: &str) -> bool {
    const ORGANS: &[&str] = &["управлени", "отдел", "комитет", "департамент", "министерств", "администраци"];
    words(name).first().is_some_and(|word| ORGANS.iter().any(|organ| word.folded.starts_with(organ)))
}

fn capitalized(text: &str) -> String {
    let mut characters = text.trim().chars();
    characters.next().map(|first| first.to_uppercase().chain(characters).collect()).unwrap_or_default()
}

#[cfg(test)]
#[path = "mention_tests.rs"]
mod tests;
