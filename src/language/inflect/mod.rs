//! Oblique cases brought to the nominative: posts, bodies, organizations, people.
//!
//! Only the head of a phrase changes («муниципального бюджетного учреждения культуры» becomes «муниципальное бюджетное
//! учреждение культуры»); its dependents keep their case. What may already be a nominative stays as written, unless the
//! caller knows better from the words around it (`Hint`).

mod head;
mod name;
mod surname;

#[cfg(test)]
mod tests;

pub(crate) use head::{Head, head, is_contraction};
pub(crate) use name::{Nominative, patronymic, person_in_nominative, son_or_daughter};

use super::lexicon::{Case, Gender};

/// What the words around a phrase say of its case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Hint {
    /// The case the phrase is known to stand in.
    pub(crate) case: Option<Case>,
    /// Whether it is the title of one person.
    pub(crate) one_person: bool,
    /// The gender of that person.
    pub(crate) gender: Option<Gender>,
}

/// The phrase in the nominative, as far as its words can be told; what cannot be told stays as written.
pub fn nominative(phrase: &str) -> String {
    nominative_with(phrase, Hint::default())
}

/// A person's name in the nominative, in the order and completeness it is written in: «Ивановой И.И.» becomes
/// «Иванова И.И.». A form that may be a nominative («Иванова И.И.», «Подборских Д.В.») stays.
pub fn nominative_person(name: &str) -> String {
    person_in_nominative(name, None).text
}

/// The name of an organization in the genitive, as it stands after «руководителю»: «муниципального бюджетного учреждения
/// культуры «Музей»». What is not known to decline (abbreviations, names in quotation marks) stays as written.
pub fn organization_in_genitive(name: &str) -> String {
    let inflected = |phrase: &str| head(phrase)?.in_case(phrase, Case::Genitive);
    let Some(head) = head(name) else { return name.to_owned() };
    let Some(whole) = head.in_case(name, Case::Genitive) else { return name.to_owned() };
    if !is_general(&head, Case::Nominative) {
        return whole;
    }
    // Its kind stands beside it in the same case: «учреждение средняя школа № 5».
    let own = &whole[..whole.len() - (name.len() - head.end())];
    let rest = kind_behind(name, &head, Case::Nominative)
        .and_then(|at| Some(format!("{}{}", &name[head.end()..at], inflected(&name[at..])?)))
        .unwrap_or_else(|| name[head.end()..].to_owned());
    // In a line of its own the name begins with a capital letter, within one it does not.
    let mut letters = own.chars();
    let first = letters.next().map(|first| first.to_lowercase().to_string()).unwrap_or_default();
    format!("{first}{}{rest}", letters.as_str())
}

/// [`nominative`], with what is known from the words around the phrase.
///
/// A title may have several heads: «заместителю министра - начальнику управления». They follow the first one's case: after
/// a dash any case may be shared, after a comma or «и» only one that dependents of a noun do not stand in, since «труда и
/// социальной защиты» are dependents.
pub(crate) fn nominative_with(phrase: &str, hint: Hint) -> String {
    let mut out = String::with_capacity(phrase.len());
    let mut shared: Option<Case> = None;
    for (index, (part, joint)) in coordinated(phrase).into_iter().enumerate() {
        let part_hint = match (index, shared) {
            (0, _) => Some(hint),
            (_, Some(case)) if joint == Joint::Dash || matches!(case, Case::Dative | Case::Instrumental) => {
                Some(Hint { case: Some(case), ..hint })
            }
            _ => None,
        };
        let found = part_hint.and_then(|hint| head(part).map(|head| (head, hint)));
        match found.and_then(|(head, hint)| head.to_nominative(part, hint, index > 0)) {
            Some((text, case)) => {
                shared = shared.or(Some(case));
                out.push_str(&kind_in_nominative(&text, case));
            }
            None => out.push_str(part),
        }
    }
    out
}

/// Words for an organization in general, behind which its kind stands in the same case.
const GENERAL: &[&str] = &["учреждение", "организация", "предприятие", "заведение"];

/// Kinds of institutions that stand behind such a word: «учреждения детского сада № 5».
const KINDS: &[&str] = &[
    "сад",
    "школа",
    "гимназия",
    "лицей",
    "центр",
    "больница",
    "поликлиника",
    "библиотека",
    "музей",
    "дом",
    "дворец",
    "театр",
    "колледж",
    "техникум",
    "училище",
    "интернат",
    "клуб",
    "диспансер",
    "пансионат",
    "санаторий",
    "филармония",
    "амбулатория",
    "школа-интернат",
    "детсад",
];

/// The phrase, its head already in the nominative, with the kind of the institution in the nominative too:
/// «муниципальное учреждение средней школы № 5» is «муниципальное учреждение средняя школа № 5».
fn kind_in_nominative(phrase: &str, case: Case) -> String {
    let general = head(phrase).filter(|head| is_general(head, Case::Nominative));
    let changed = general.and_then(|general| {
        let at = kind_behind(phrase, &general, case)?;
        let hint = Hint { case: Some(case), one_person: true, gender: None };
        let (kind, _) = head(&phrase[at..])?.to_nominative(&phrase[at..], hint, true)?;
        Some(format!("{}{kind}", &phrase[..at]))
    });
    changed.unwrap_or_else(|| phrase.to_owned())
}

fn is_general(head: &Head, case: Case) -> bool {
    head.lemma(Some(case)).is_some_and(|lemma| GENERAL.contains(&lemma))
}

/// Where the kind of the institution begins behind the general word, in a case.
fn kind_behind(phrase: &str, general: &Head, case: Case) -> Option<usize> {
    let rest = &phrase[general.end()..];
    let end = rest.find(['«', '"', '„', '“', '(', ',', '№']).unwrap_or(rest.len());
    let is_kind = |at: &usize| {
        head(&phrase[*at..])
            .is_some_and(|head| head.may_be(case) && head.lemma(Some(case)).is_some_and(|l| KINDS.contains(&l)))
    };
    rest[..end].match_indices(' ').take(12).map(|(at, _)| general.end() + at + 1).find(is_kind)
}

/// How a part of a phrase is joined to what stands before it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    /// A dash with spaces around it, or the beginning of the phrase.
    Dash,
    /// A comma or «и».
    List,
}

/// The phrase cut before each of its possible heads; the cuts keep every character.
fn coordinated(phrase: &str) -> Vec<(&str, Joint)> {
    let mut parts = Vec::new();
    let (mut start, mut joint, mut depth) = (0, Joint::Dash, 0_i32);
    for (at, c) in phrase.char_indices() {
        let end = at + c.len_utf8();
        match c {
            '«' | '(' => depth += 1,
            '»' | ')' => depth -= 1,
            '"' => depth = if depth > 0 { depth - 1 } else { depth + 1 },
            _ => {}
        }
        if depth > 0 {
            continue;
        }
        let before = &phrase[..at];
        let next = match c {
            '-' | '–' | '—' if before.ends_with(' ') && phrase[end..].starts_with(' ') => Joint::Dash,
            ',' => Joint::List,
            'и' if before.ends_with(' ') && phrase[end..].starts_with(' ') => Joint::List,
            _ => continue,
        };
        parts.push((&phrase[start..end], joint));
        (start, joint) = (end, next);
    }
    parts.push((&phrase[start..], joint));
    parts
}

/// The word written as `like` is: capital first letter, all capitals, and with «е» for «ё» where `like` has no «ё» and
/// the letters agree.
pub(crate) fn written_like(word: &str, like: &str) -> String {
    let mut model = like.chars().filter(|c| c.is_alphabetic());
    let first_capital = model.next().is_some_and(char::is_uppercase);
    let all_capitals =
        first_capital && like.chars().filter(|c| c.is_alphabetic()).count() > 1 && model.all(char::is_uppercase);
    let plain = !like.contains(['ё', 'Ё']);
    let mut out = String::with_capacity(word.len());
    for (index, c) in word.chars().enumerate() {
        let c = match c {
            'ё' if plain => 'е',
            c => c,
        };
        if all_capitals || (first_capital && index == 0) {
            out.extend(c.to_uppercase());
        } else {
            out.push(c);
        }
    }
    out
}
