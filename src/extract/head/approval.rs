//! Who approved the plan and when. Only an approval counts: «СОГЛАСОВАНО» and the day of a protocol do not.

use std::sync::LazyLock;

use chrono::NaiveDate;
use regex::Regex;

use super::date::dates;
use super::order;
use super::person::{Person, people};
use super::stamp::{Parted, Stamp};
use super::title::Title;
use crate::language::fold::one_line;
use crate::language::inflect::{Hint, nominative_with};
use crate::language::lexicon::Case;
use crate::language::organization::mentions;
use crate::model::{Located, Location};

/// What the head says of the approval.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Approval {
    /// The day.
    pub(super) on: Option<Located<NaiveDate>>,
    /// Surname first, nominative.
    pub(super) by: Option<Located<String>>,
    /// The post, nominative.
    pub(super) post: Option<String>,
}

impl Approval {
    /// This one, completed by another where it says nothing.
    pub(super) fn or(self, other: Self) -> Self {
        Self { on: self.on.or(other.on), by: self.by.or(other.by), post: self.post.or(other.post) }
    }
}

/// «Приложение к приказу от …»: what is annexed to an order is approved by it.
static ANNEX: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)(?:^|приложени\p{L}*.{0,12}\s)к\s+(?:приказу|распоряжению|постановлению|решению)\b")
        .expect("a constant pattern")
});

/// «(план утверждён директором …)» in the midst of a line.
static INLINE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)(?:план\p{L}*|программ\p{L}*|мероприяти\p{L}*|^|\()\s*(?P<from>утвержд[её]н[аоы]?\s[^)]{0,250})")
        .expect("a constant pattern")
});

static ACT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:приказ\p{L}*|распоряжени\p{L}*|постановлени\p{L}*|решени\p{L}*)\b")
        .expect("a constant pattern")
});

/// The approval: of the stamps the last one that says who or when, else a remark under the title, else the order to
/// which the plan is annexed.
pub(super) fn read(parted: &Parted, title: &Title) -> Approval {
    let mut approval =
        parted.approvals.iter().rev().map(of_stamp).find(|a| a.on.is_some() || a.by.is_some()).unwrap_or_default();
    let lines = || title.above.iter().chain(&title.lines).chain(&title.under);
    if approval.on.is_none() && approval.by.is_none() {
        let inline = lines().find_map(|line| {
            let found = INLINE.captures(&line.text)?;
            let found = of_text(&found["from"], &line.place, None);
            (found.on.is_some() || found.by.is_some()).then_some(found)
        });
        approval = inline.unwrap_or(approval);
    }
    if approval.post.is_none() {
        approval.post = parted.approvals.iter().rev().find_map(|stamp| of_stamp(stamp).post);
    }
    if approval.on.is_none() {
        approval.on = annexed(title);
    }
    if approval.by.is_none()
        && approval.on.is_some()
        && let Some(signed) = order::signed(title).map(|line| of_text(&line.text, &line.place, None))
    {
        approval.by = signed.by;
        approval.post = approval.post.or(signed.post);
    }
    approval
}

/// The day of the order that a line above the title names: «Приложение к приказу МБУК «…» / от 10.01.2022 № 6».
fn annexed(title: &Title) -> Option<Located<NaiveDate>> {
    let lines: Vec<_> = title.above.iter().chain(&title.lines).collect();
    let at = lines.iter().position(|line| ANNEX.is_match(&line.text))?;
    lines[at..]
        .iter()
        .take(3)
        .find_map(|line| dates(&line.text).first().map(|(date, _)| Located::new(*date, line.place.clone())))
}

fn of_stamp(stamp: &Stamp) -> Approval {
    let text = stamp.lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join("\n");
    of_text(&text, &stamp.lines[0].place, stamp.among)
}

fn of_text(text: &str, place: &Location, among: Option<usize>) -> Approval {
    let text = without_organizations(text);
    let people = people(&without_posts(&text));
    let person = match among {
        None => people.first(),
        Some(index) => interleaved(&text, &people, index),
    };
    let dates = dates(&text);
    let by_order = dates.iter().find(|(_, range)| stands_behind(&text[..range.start], &ACT));
    let by_hand = dates.iter().find(|(_, range)| !behind_protocol(&text[..range.start]));
    let on = match (among, person) {
        // Of two stamps set side by side, the day that stands next to the signature is the signer's.
        (Some(index), Some(person)) => {
            let behind = |(_, range): &&(NaiveDate, std::ops::Range<usize>)| range.start > person.range.end;
            let each = dates.iter().filter(behind).collect::<Vec<_>>();
            // Days on a line below both signatures stand in the order of the stamps.
            if each.len() == people.len() { each.get(index).copied() } else { by_hand.filter(behind) }
        }
        _ => by_order.or(by_hand),
    };
    let (post, case) = post(&text, person, among);
    Approval {
        on: on.map(|(date, _)| Located::new(*date, place.clone())),
        by: person.map(|person| Located::new(person.nominative(case), place.clone())),
        post,
    }
}

/// Which of the people signs the stamp `index` when text extraction has interleaved two stamps. Signatures come in
/// order, unless the text between them goes on with a small letter: then it belongs to the first stamp, whose post was
/// not finished yet, so that the first signature is the second stamp's.
fn interleaved<'a>(text: &str, people: &'a [Person], index: usize) -> Option<&'a Person> {
    let crossed = people.len() == 2 && {
        let between = &text[people[0].range.end..people[1].range.start];
        between.trim_start_matches([' ', '\n', '_', '.', '/']).starts_with(char::is_lowercase)
    };
    people.get(if crossed { people.len() - 1 - index.min(1) } else { index })
}

fn stands_behind(before: &str, what: &Regex) -> bool {
    let near: String = before.chars().rev().take(60).collect::<Vec<_>>().into_iter().rev().collect();
    what.find_iter(&near).last().is_some_and(|act| !near[act.end()..].to_lowercase().contains("протокол"))
}

fn behind_protocol(before: &str) -> bool {
    static PROTOCOL: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"(?i)\bпротокол\p{L}*").expect("a constant pattern"));
    let near: String = before.chars().rev().take(30).collect::<Vec<_>>().into_iter().rev().collect();
    PROTOCOL.is_match(&near)
}

/// Stands for what was blanked out, byte by byte, so that no pattern reaches over it.
const WALL: &str = "|";

/// The text with its organizations blanked out: they hold names of people («имени …») and numbers.
fn without_organizations(text: &str) -> String {
    static NAMESAKE: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"\b(?:имени|им\.)\s*(?:\p{Lu}\.\s?)*\p{Lu}\p{Ll}+").expect("a constant pattern"));
    let mut blanked = text.replace('_', " ");
    let one_line = text.replace('\n', " ");
    for mention in mentions(&one_line) {
        let length = mention.end - mention.start;
        blanked.replace_range(mention.start..mention.end, &WALL.repeat(length));
    }
    NAMESAKE.replace_all(&blanked, |found: &regex::Captures<'_>| WALL.repeat(found[0].len())).into_owned()
}

/// The text with the words blanked out that look like a surname or an initial and are none: «УТВЕРЖДАЮ И.о. директора».
/// In «Заведующий И.О. Рябинина» they are initials.
fn without_posts(text: &str) -> String {
    static WORDS: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)утверж\p{L}+|приказ\p{L}*|протокол\p{L}*|распоряжен\p{L}*|постановлен\p{L}*")
            .expect("a constant pattern")
    });
    static ACTING: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"(?i)\b(?:вр\.?\s?)?и\.\s?о\.").expect("a constant pattern"));
    let wall = |found: &regex::Captures<'_>| WALL.repeat(found[0].len());
    let text = WORDS.replace_all(text, wall).into_owned();
    let acting = ACTING.find_iter(&text).filter(|acting| !are_initials(acting.as_str(), &text[acting.end()..]));
    let ranges = acting.map(|acting| acting.range()).collect::<Vec<_>>();
    let mut blanked = text;
    for range in ranges {
        let length = range.len();
        blanked.replace_range(range, &WALL.repeat(length));
    }
    blanked
}

/// Whether «И.О.» is set in capitals and no post follows: «И.О. директора» is one, «И.О. ДИРЕКТОРА» too.
fn are_initials(written: &str, after: &str) -> bool {
    const POSTS: &[&str] =
        &["директор", "завед", "начальник", "руковод", "глав", "председат", "ректор", "управля", "заместит", "министр"];
    let next = after.trim_start();
    let folded = next.chars().take(20).collect::<String>().to_lowercase();
    !written.contains(char::is_lowercase)
        && !next.starts_with(char::is_lowercase)
        && !POSTS.iter().any(|post| folded.starts_with(post))
}

/// The post in the nominative, and the case in which it was written: the name beside it stands in the same case.
fn post(text: &str, person: Option<&Person>, among: Option<usize>) -> (Option<String>, Option<Case>) {
    static WORDS_OF_STAMPS: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)^[^\p{L}]*(?:утверждаю|утверждаем|утвержд[её]н[аоы]?|введ[её]н[аоы]? в действие)\b[^\p{L}]*")
            .expect("a constant pattern")
    });
    // The number and day of an order end what stands before the post: «приказ от 01.09.2017 № 53 Заведующая …».
    static ORDER: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(
            r"(?i)№\s*[\p{L}\d/.-]*\d[\p{L}\d/-]*|\b(?:приказ|распоряжение|постановление)\s+(?:от|№)|\bпо\s+приказу\b",
        )
        .expect("a constant pattern")
    });
    static BLANK: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"[_…|]+|\.{2,}|\(подпись\)|/|\bм\.\s?п\.").expect("a constant pattern"));
    if among.is_some() {
        return (None, None);
    }
    let passive = text.to_lowercase().contains("утвержден") || text.to_lowercase().contains("утверждён");
    let text = &text[..person.map_or(text.len(), |person| person.range.start)];
    let body = WORDS_OF_STAMPS.find(text).map_or(text, |word| &text[word.end()..]);
    let after_order = ORDER
        .find_iter(body)
        .map(|found| found.end())
        .chain(dates(body).into_iter().map(|(_, range)| range.end))
        .max()
        .map_or("", |end| &body[end..]);
    let has_letters = |part: &str| part.chars().filter(|c| c.is_alphabetic()).count() > 3;
    let before_order = || {
        let end = ORDER
            .find(body)
            .map(|found| found.start())
            .into_iter()
            .chain(dates(body).first().map(|(_, r)| r.start))
            .min();
        &body[..end.unwrap_or(body.len())]
    };
    let part = if has_letters(after_order) { after_order } else { before_order() };
    let ordered = ACT.find(part).filter(|act| part[..act.start()].trim().is_empty());
    let part = ordered.map_or(part, |act| &part[act.end()..]);
    let written = one_line(&BLANK.replace_all(part, " "));
    let written = written.trim_matches(|c: char| !c.is_alphanumeric() && c != ')');
    let written =
        written.split([';', '(', '№']).next().unwrap_or_default().trim_end_matches([' ', ',', '-', '–']).trim();
    let written = written.strip_suffix(" от").unwrap_or(written).trim_end();
    if !has_letters(written) || written.chars().count() > 200 {
        return (None, None);
    }
    let case = ordered.map(|_| Case::Genitive);
    let nominative = nominative_with(written, Hint { case, one_person: true, gender: None });
    // «Распоряжением Администрации …»: a body issues the order, and nobody's post is named.
    if ordered.is_some() && is_body(&nominative) {
        return (None, Some(Case::Genitive));
    }
    let oblique = nominative != written;
    let case = match (ordered.is_some(), passive && oblique) {
        (true, _) => Some(Case::Genitive),
        (false, true) => Some(Case::Instrumental),
        (false, false) => None,
    };
    (Some(decapitalized(&nominative)), case)
}

fn is_body(phrase: &str) -> bool {
    const BODIES: &[&str] =
        &["администрац", "министерств", "департамент", "управлени", "комитет", "отдел", "правительств", "учреждени"];
    let phrase = phrase.to_lowercase();
    BODIES.iter().any(|body| phrase.starts_with(body))
}

/// «Главный врач» as «главный врач»; «И.о. директора» and names of places keep their capitals elsewhere.
fn decapitalized(text: &str) -> String {
    let mut characters = text.chars();
    match (characters.next(), characters.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => first.to_lowercase().chain(characters).collect(),
        _ => text.to_owned(),
    }
}
