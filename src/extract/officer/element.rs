//! A cell as a row of people and phrases, with what stands between them.

use crate::language::inflect::{head, son_or_daughter};

use super::people::{Person, people};
use super::phrase::{Mark, begins_party, is_circumstance, is_glued, is_post};
use super::token::{Kind, Token};
use super::words::BODIES;

/// How an element is joined to the one before it, the closest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Joint {
    /// It stands in brackets after it.
    Bracket,
    /// Nothing but a space.
    Space,
    /// A dash or colon.
    Dash,
    /// A line break.
    Line,
    /// A comma or slash.
    Comma,
    /// «и».
    And,
    /// A semicolon, the number of an item, the end of a sentence.
    Break,
}

/// A person or a phrase.
#[derive(Clone, Debug)]
pub(super) enum Content {
    /// A name, surname first, case as written.
    Person(String),
    /// A post or a body, case as written.
    Phrase {
        /// Its words on one line.
        text: String,
        /// Whether it is a post.
        post: bool,
    },
}

/// An element with its joint and its place in the tidied text.
#[derive(Clone, Debug)]
pub(super) struct Element {
    pub(super) before: Joint,
    pub(super) content: Content,
    pub(super) start: usize,
    pub(super) end: usize,
    /// Whether it stands in brackets, not necessarily first.
    pub(super) bracketed: bool,
}

/// Collects elements while it walks over the tokens.
struct Walk<'a> {
    text: &'a str,
    out: Vec<Element>,
    /// Byte range of the phrase that is being read.
    phrase: Option<(usize, usize)>,
    joint: Joint,
    bracketed: bool,
}

impl Walk<'_> {
    fn flush(&mut self) {
        if let Some((start, end)) = self.phrase.take() {
            let text = one_line(&self.text[start..end]);
            if text.chars().any(char::is_alphabetic) && !is_circumstance(&text) {
                // An entrepreneur is no unit.
                let post = is_post(&text) || text == "ИП";
                self.out.push(Element {
                    before: self.joint,
                    content: Content::Phrase { text, post },
                    start,
                    end,
                    bracketed: self.bracketed,
                });
                self.joint = Joint::Space;
            }
        }
    }

    fn part(&mut self, joint: Joint) {
        self.flush();
        self.joint = match self.joint {
            Joint::Space | Joint::Bracket => joint,
            other => other.max(joint),
        };
    }

    fn extend(&mut self, token: &Token<'_>) {
        self.phrase = Some((self.phrase.map_or(token.start, |(start, _)| start), token.end));
    }

    /// The phrase so far, unless it is longer than any party's title: such a text is not looked into again and again.
    fn phrase_text(&self) -> Option<String> {
        self.phrase
            .filter(|(start, end)| end - start <= LONGEST_TITLE)
            .map(|(start, end)| one_line(&self.text[start..end]))
    }
}

/// No post or body has a longer name, in bytes.
const LONGEST_TITLE: usize = 600;

/// The beginning of a text, as much of it as decides whether a party begins there.
fn beginning(text: &str) -> &str {
    let mut end = text.len().min(LONGEST_TITLE);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// For each token, the closing bracket after it.
fn closing_brackets(tokens: &[Token<'_>]) -> Vec<Option<usize>> {
    let mut next = None;
    let mut closes = vec![None; tokens.len()];
    for (at, token) in tokens.iter().enumerate().rev() {
        closes[at] = next;
        if token.kind == Kind::Close {
            next = Some(at);
        }
    }
    closes
}

/// The elements of a cell.
pub(super) fn elements(text: &str, tokens: &[Token<'_>]) -> Vec<Element> {
    let post_ends_at = |at: usize| ends_post(text, tokens, at);
    let people = people(tokens, &post_ends_at);
    let mut walk = Walk { text, out: Vec::new(), phrase: None, joint: Joint::Space, bracketed: false };
    let mut next_person = people.iter().peekable();
    let ends = part_ends(tokens, &people);
    let closes = closing_brackets(tokens);
    let mut at = 0;
    while at < tokens.len() {
        if let Some(person) = next_person.next_if(|person| person.tokens.start == at) {
            walk.flush();
            let (start, end) = (tokens[at].start, tokens[person.tokens.end - 1].end);
            walk.out.push(Element {
                before: walk.joint,
                content: Content::Person(person.name.clone()),
                start,
                end,
                bracketed: walk.bracketed,
            });
            walk.joint = Joint::Space;
            at = person.tokens.end;
            continue;
        }
        let token = &tokens[at];
        let person_next = next_person.peek().is_some_and(|person| person.tokens.start == at + 1);
        let right = || one_line(beginning(&text[tokens.get(at + 1).map_or(token.end, |next| next.start)..ends[at]]));
        match token.kind {
            Kind::Word if matches!(token.text, "и" | "И") => step_and(&mut walk, token, person_next, &right()),
            Kind::Word if walk.phrase.is_none() && tells_father(&walk, token) => {}
            Kind::Word | Kind::Quoted => {
                let here = || one_line(beginning(&text[token.start..ends[at].max(token.end)]));
                if token.kind == Kind::Word && walk.phrase_text().is_some_and(|left| is_glued(&left, &here())) {
                    walk.flush();
                }
                walk.extend(token);
            }
            Kind::Initials => {}
            Kind::Comma => step_mark(&mut walk, token, Mark::Comma, Joint::Comma, person_next, &right()),
            Kind::Newline => step_mark(&mut walk, token, Mark::Line, Joint::Line, person_next, &right()),
            Kind::Break => walk.part(Joint::Break),
            Kind::Dash => step_dash(&mut walk, tokens, at, person_next, &right()),
            Kind::Open => at = step_open(&mut walk, tokens, at, closes[at], &people),
            Kind::Close => {
                walk.part(Joint::Comma);
                walk.bracketed = false;
            }
        }
        at += 1;
    }
    walk.flush();
    without_things(walk.out)
}

/// What a person answers for, in brackets after the name: «Рулёв А.А. (стенд), Тулин Б.Б. (сайт)». It is no unit.
fn without_things(elements: Vec<Element>) -> Vec<Element> {
    let mut out: Vec<Element> = Vec::with_capacity(elements.len());
    for element in elements {
        let after_person = out.last().is_some_and(|last| matches!(last.content, Content::Person(_)));
        let thing = match &element.content {
            Content::Phrase { text, post: false } => {
                text.starts_with(char::is_lowercase)
                    && text.split(' ').count() <= 2
                    && head(text).is_some_and(|head| head.lemma(None).is_some_and(|lemma| !BODIES.contains(&lemma)))
            }
            _ => false,
        };
        if !(thing && after_person && element.before == Joint::Bracket) {
            out.push(element);
        }
    }
    out
}

/// «Гасанов Э.М.-оглы», «Алиева Г.М.к.»: initials already tell the father's name.
fn tells_father(walk: &Walk<'_>, token: &Token<'_>) -> bool {
    let after_name = || walk.out.last().is_some_and(|last| matches!(last.content, Content::Person(_)));
    son_or_daughter(token.text).is_some()
        || matches!(token.text, "к." | "к" | "о." | "о" | "к-зы" | "о-лы") && walk.joint == Joint::Space && after_name()
}

fn step_mark(walk: &mut Walk<'_>, token: &Token<'_>, mark: Mark, joint: Joint, person_next: bool, right: &str) {
    let goes_on =
        walk.phrase_text().is_some_and(|left| !person_next && !right.is_empty() && !begins_party(&left, mark, right));
    if !goes_on {
        walk.part(joint);
    } else if mark == Mark::Comma {
        walk.extend(token);
    }
}

fn step_and(walk: &mut Walk<'_>, token: &Token<'_>, person_next: bool, right: &str) {
    match walk.phrase_text() {
        Some(left) if !person_next && !begins_party(&left, Mark::And, right) => walk.extend(token),
        _ => walk.part(Joint::And),
    }
}

/// A dash joins two halves of one title («заместитель министра – начальник управления»), parts a person from a post, or
/// marks an item of a list.
fn step_dash(walk: &mut Walk<'_>, tokens: &[Token<'_>], at: usize, person_next: bool, right: &str) {
    let item = at == 0 || matches!(tokens[at - 1].kind, Kind::Newline | Kind::Break);
    if item {
        return walk.part(Joint::Break);
    }
    // «классы 1 – 11»
    let number =
        |token: Option<&Token<'_>>| token.is_some_and(|token| token.text.starts_with(|c: char| c.is_ascii_digit()));
    if number(at.checked_sub(1).and_then(|before| tokens.get(before))) && number(tokens.get(at + 1)) {
        return walk.extend(&tokens[at]);
    }
    match walk.phrase_text() {
        Some(left) if !person_next && tokens[at].text != ":" && is_post(&left) == is_post(right) => {
            walk.extend(&tokens[at])
        }
        _ => walk.part(Joint::Dash),
    }
}

/// What stands in brackets: the head of a unit, the post of a person, or words of the phrase itself.
fn step_open(walk: &mut Walk<'_>, tokens: &[Token<'_>], at: usize, close: Option<usize>, people: &[Person]) -> usize {
    let Some(close) = close else {
        walk.part(Joint::Bracket);
        return at;
    };
    let next = people.partition_point(|person| person.tokens.start < at);
    let names_person = people.get(next).is_some_and(|person| person.tokens.start < close);
    let inner = one_line(beginning(&walk.text[tokens[at + 1].start..tokens[close].start.max(tokens[at + 1].start)]));
    match walk.phrase_text() {
        Some(left) if !names_person && (!is_post(&inner) || is_post(&left)) => {
            walk.extend(&tokens[close]);
            close
        }
        _ => {
            walk.part(Joint::Bracket);
            walk.bracketed = true;
            at
        }
    }
}

/// For each token, where the part it stands in ends: at the next mark or person.
fn part_ends(tokens: &[Token<'_>], people: &[Person]) -> Vec<usize> {
    let mut starts = people.iter().rev().map(|person| person.tokens.start).peekable();
    let mut ends = vec![0; tokens.len()];
    let mut end = tokens.last().map_or(0, |token| token.end);
    for (at, token) in tokens.iter().enumerate().rev() {
        ends[at] = end;
        while starts.next_if(|&start| start > at).is_some() {}
        if !matches!(token.kind, Kind::Word | Kind::Quoted) || starts.peek() == Some(&at) {
            end = token.start;
        }
    }
    ends
}

/// Whether the words right before a token are a post, so that a bare surname may follow.
fn ends_post(text: &str, tokens: &[Token<'_>], at: usize) -> bool {
    let first = tokens[..at]
        .iter()
        .rposition(|token| !matches!(token.kind, Kind::Word | Kind::Quoted))
        .map_or(0, |mark| mark + 1);
    // A post is a few words; a long run of words is not looked through again for each of them.
    at > first && at - first <= 12 && is_post(&one_line(&text[tokens[first].start..tokens[at - 1].end]))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
