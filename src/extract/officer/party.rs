//! People and phrases joined to parties: whose post is whose, and which post is shared.

use std::ops::Range;

use crate::language::inflect::{Hint, Nominative, head, nominative_with, person_in_nominative};
use crate::language::lexicon::Case;
use crate::model::{Grade, Officer};

use super::element::{Content, Element, Joint};
use super::unit::{distributed, divided, is_institution};

/// The parties of a cell in order. `text` is the tidied cell, for the parties' own text.
pub(super) fn parties(text: &str, elements: Vec<Element>) -> Vec<Officer> {
    let elements = distributed(merged(elements));
    let (posts, taken) = bind(&elements);
    let names: Vec<Option<Nominative>> = elements.iter().map(shown_name).collect();
    let case = cell_case(&elements, &names);
    let mut out = Vec::new();
    for ((at, element), shown) in elements.iter().enumerate().zip(names) {
        match (&element.content, shown) {
            (Content::Person(name), Some(shown)) => {
                out.push(person_party(text, &elements, at, (name, shown), &posts[at], case))
            }
            (Content::Phrase { text: words, post }, _) if !taken[at] => {
                out.extend(phrase_party(text, &elements, at, words, *post, case))
            }
            _ => {}
        }
    }
    out
}

/// A person's name in the nominative, as far as the name alone tells.
fn shown_name(element: &Element) -> Option<Nominative> {
    match &element.content {
        Content::Person(name) => Some(person_in_nominative(name, None)),
        Content::Phrase { .. } => None,
    }
}

/// What a person is called by: phrases by index, the first of them the nearest.
#[derive(Clone, Debug, Default)]
struct Posts {
    phrases: Vec<usize>,
    shared: bool,
}

/// A unit right before a post is where the post is held: «МБУК «ЦБС» директор Иванова И.И.», «Отдел (начальник Иванова
/// И.И.)».
fn merged(elements: Vec<Element>) -> Vec<Element> {
    let mut out: Vec<Element> = Vec::with_capacity(elements.len());
    let mut rest = elements.into_iter().peekable();
    while let Some(element) = rest.next() {
        let person_follows =
            rest.peek().is_some_and(|next| next.before == Joint::Space && matches!(next.content, Content::Person(_)));
        if let Content::Phrase { text, post: true } = &element.content
            && (element.before == Joint::Space || element.before == Joint::Bracket && person_follows)
            && let Some(Element { content: Content::Phrase { text: unit, post: false }, end, .. }) = out.last_mut()
            && (is_institution(unit) || element.before == Joint::Bracket)
        {
            let whole = format!("{text} {unit}");
            *end = element.end;
            let last = out.len() - 1;
            out[last].content = Content::Phrase { text: whole, post: true };
            continue;
        }
        out.push(element);
    }
    out
}

/// For every element that is a person, the phrases that are theirs; for every phrase, whether it is anybody's.
fn bind(elements: &[Element]) -> (Vec<Posts>, Vec<bool>) {
    let mut posts = vec![Posts::default(); elements.len()];
    let mut taken = vec![false; elements.len()];
    let person = |at: usize| elements.get(at).is_some_and(is_person);
    share(elements, &mut posts, &mut taken);
    let forward_style = elements.first().is_some_and(|first| matches!(first.content, Content::Phrase { .. }));
    let all_before = forward_style && alternates(elements, 0);
    // «Рулёв А.А. – завуч Тулин Б.Б. – директор»
    let dashes = |at: usize| elements[at].before == Joint::Dash;
    if !forward_style && alternates(elements, 1) && (1..elements.len()).step_by(2).all(dashes) {
        for at in (1..elements.len()).step_by(2) {
            posts[at - 1].phrases.push(at);
            taken[at] = true;
        }
    }
    // «Директор – Рулёв А.А. Завуч – Тулин Б.Б.»
    if all_before && (1..elements.len()).step_by(2).all(dashes) {
        for at in (1..elements.len()).step_by(2) {
            posts[at].phrases.push(at - 1);
            taken[at - 1] = true;
        }
    }
    // A line break binds as a comma does: «Иванова И.И., директор⏎Петрова П.П., завхоз».
    for joints in [&[Joint::Bracket][..], &[Joint::Space], &[Joint::Dash], &[Joint::Line, Joint::Comma]] {
        for backward in if forward_style { [false, true] } else { [true, false] } {
            for at in 1..elements.len() {
                let joint = elements[at].before;
                if !joints.contains(&joint) {
                    continue;
                }
                let (who, what) = if backward { (at - 1, at) } else { (at, at - 1) };
                if !person(who) || taken[what] || !posts[who].phrases.is_empty() {
                    continue;
                }
                if !belongs(&elements[what], joint, backward, all_before) {
                    continue;
                }
                posts[who].phrases.push(what);
                taken[what] = true;
            }
        }
    }
    several_posts(elements, &mut posts, &mut taken);
    share_unit(elements, &mut posts);
    (posts, taken)
}

/// «Рабочая группа (Рулёв А.А., Тулин Б.Б.)», «Оргкомитет: Рулёв А.А., Тулин Б.Б.»: the unit of the first in the list is
/// everybody's.
fn share_unit(elements: &[Element], posts: &mut [Posts]) {
    for at in 1..elements.len() {
        let Content::Phrase { post: false, .. } = &elements[at - 1].content else { continue };
        let listed = |who: &usize| is_person(&elements[*who]) && is_list_joint(elements[*who].before);
        let last = match elements[at].before {
            Joint::Bracket => (at + 1..elements.len()).take_while(|who| listed(who) && elements[*who].bracketed).last(),
            Joint::Dash => (at + 1..elements.len()).take_while(listed).last().filter(|last| last + 1 == elements.len()),
            _ => None,
        };
        let Some(last) = last.filter(|_| posts[at].phrases == [at - 1]) else { continue };
        for posts in posts[at + 1..=last].iter_mut().filter(|posts| posts.phrases.is_empty()) {
            posts.phrases.push(at - 1);
        }
    }
}

/// Whether a phrase may be the post of the person beside it.
fn belongs(phrase: &Element, joint: Joint, backward: bool, all_before: bool) -> bool {
    let Content::Phrase { text, post } = &phrase.content else { return false };
    if is_plural(text) && *post && !(joint == Joint::Space && is_genitive_of_one(text)) {
        return false;
    }
    match joint {
        Joint::Bracket | Joint::Space | Joint::Dash => true,
        Joint::Line => *post,
        // «директор, Иванов И.И.» is one party only where the whole cell is written so.
        Joint::Comma => (*post || is_institution(text)) && (backward || all_before && *post),
        Joint::And | Joint::Break => false,
    }
}

/// Whether posts and people take turns through the whole cell; the posts are the elements at even or at odd places.
fn alternates(elements: &[Element], posts_at: usize) -> bool {
    elements.len().is_multiple_of(2)
        && elements.iter().enumerate().all(|(at, element)| match &element.content {
            Content::Phrase { text, post } => at % 2 == posts_at && *post && !is_plural(text),
            Content::Person(_) => at % 2 != posts_at,
        })
}

/// Plural posts: «Методисты Иванова И.И., Петрова П.П.», «Иванова И.И., Петрова П.П. — методисты».
fn share(elements: &[Element], posts: &mut [Posts], taken: &mut [bool]) {
    for at in 0..elements.len() {
        let Content::Phrase { text, post: true } = &elements[at].content else { continue };
        if !is_plural(text) {
            continue;
        }
        let after = bearers_after(elements, at);
        let before = bearers_before(elements, at);
        // A plural with one name is a post of its own («Рулёва А.А. Руководители кружков»), unless it is the whole cell.
        let alone = || elements.len() == 2 && elements[1].before != Joint::Line && !is_genitive_of_one(text);
        let range = if after.len() >= 2 || after.len() == 1 && alone() {
            after
        } else if before.len() >= 2 {
            before
        } else {
            continue;
        };
        taken[at] = true;
        for who in range {
            if posts[who].phrases.is_empty() {
                posts[who] = Posts { phrases: vec![at], shared: true };
            }
        }
    }
}

/// People in an unbroken list right behind a plural post.
fn bearers_after(elements: &[Element], at: usize) -> Range<usize> {
    let bears = |who: usize| {
        let joint = elements[who].before;
        let joined = if who == at + 1 { joint <= Joint::Line } else { is_list_joint(joint) };
        joined && is_person(&elements[who])
    };
    let end = (at + 1..elements.len()).find(|&who| !bears(who)).unwrap_or(elements.len());
    at + 1..end
}

/// People in an unbroken list before a plural post that a dash or a bracket joins to them; who has a post of their own in
/// front ends the list.
fn bearers_before(elements: &[Element], at: usize) -> Range<usize> {
    if elements[at].before > Joint::Dash {
        return at..at;
    }
    let mut start = at;
    while start > 0 && is_person(&elements[start - 1]) && (start == at || is_list_joint(elements[start].before)) {
        let has_own = start >= 2 && elements[start - 1].before == Joint::Space && !is_person(&elements[start - 2]);
        if has_own {
            break;
        }
        start -= 1;
    }
    start..at
}

fn is_list_joint(joint: Joint) -> bool {
    !matches!(joint, Joint::Bracket | Joint::Dash)
}

fn is_person(element: &Element) -> bool {
    matches!(element.content, Content::Person(_))
}

/// «Фомина И.Н. — председатель совета, председатель штаба»: after a dash all that is left of the cell is hers.
fn several_posts(elements: &[Element], posts: &mut [Posts], taken: &mut [bool]) {
    let [first, second, rest @ ..] = elements else { return };
    let only_posts = rest.iter().all(|element| {
        element.before == Joint::Comma
            && matches!(&element.content, Content::Phrase { text, post: true } if !is_plural(text))
    });
    if matches!(first.content, Content::Person(_))
        && second.before == Joint::Dash
        && only_posts
        && posts[0].phrases == [1]
    {
        posts[0].phrases.extend(2..elements.len());
        taken[2..].fill(true);
    }
}

fn is_plural(text: &str) -> bool {
    head(text).is_some_and(|head| {
        if head.may_be(Case::Nominative) {
            head.nominative_plural() && head.plural(Some(Case::Nominative))
        } else {
            head.plural(None)
        }
    })
}

/// «директора», «учителя»: with one name beside it the genitive of one rather than the nominative of many.
fn is_genitive_of_one(text: &str) -> bool {
    head(text).is_some_and(|head| {
        head.may_be(Case::Nominative)
            && head.may_be(Case::Genitive)
            && head.plural(Some(Case::Nominative))
            && !head.plural(Some(Case::Genitive))
    })
}

/// A person with the post and the unit that are theirs, all in the nominative.
fn person_party(
    text: &str,
    elements: &[Element],
    at: usize,
    (name, shown): (&str, Nominative),
    posts: &Posts,
    cell_case: Option<Case>,
) -> Officer {
    let phrase = |index: &usize| match &elements[*index].content {
        Content::Phrase { text, post } => Some((text.as_str(), *post)),
        Content::Person(_) => None,
    };
    let phrases: Vec<(&str, bool)> = posts.phrases.iter().filter_map(phrase).collect();
    let of_one = |text: &str| Some(Case::Genitive).filter(|_| !posts.shared && is_genitive_of_one(text));
    let post_case = phrases.first().and_then(|(text, _)| oblique_case(text).or_else(|| of_one(text)));
    let case = post_case.or(shown.case.filter(|_| !phrases.is_empty()));
    let gender = shown.gender;
    let person = match post_case.or(cell_case) {
        None => shown,
        around => person_in_nominative(name, around),
    };
    let hint = Hint {
        case: case.filter(|case| *case != Case::Nominative),
        one_person: !posts.shared,
        gender: person.gender.or(gender),
    };
    let first = posts.phrases.iter().copied().chain([at]).min().unwrap_or(at);
    let last = posts.phrases.iter().copied().chain([at]).max().unwrap_or(at);
    let range = if posts.shared || first + 1 < at {
        elements[at].start..elements[at].end
    } else {
        elements[first].start..elements[last].end
    };
    let mut officer = Officer::new(raw(text, range), rule_of(posts, elements));
    officer.person = Some(person.text);
    let mut positions: Vec<String> = Vec::new();
    for (words, post) in phrases {
        let mut nominative = nominative_with(words, hint);
        if posts.shared {
            nominative =
                head(&nominative).and_then(|head| head.to_singular(&nominative, hint.gender)).unwrap_or(nominative);
        }
        if post {
            let (position, unit) = divided(&nominative);
            positions.push(position);
            officer.unit = officer.unit.or(unit);
        } else {
            officer.unit = officer.unit.or(Some(nominative));
        }
    }
    officer.position = (!positions.is_empty()).then(|| positions.join(", "));
    officer.grade = if posts.shared { Grade::B } else { Grade::A };
    officer
}

fn rule_of(posts: &Posts, elements: &[Element]) -> &'static str {
    match posts.phrases.first() {
        _ if posts.shared => "shared-post",
        None => "person",
        Some(&at) if matches!(elements[at].content, Content::Phrase { post: true, .. }) => "person-and-post",
        Some(_) => "head-of-unit",
    }
}

/// A post or a body without a person.
fn phrase_party(
    text: &str,
    elements: &[Element],
    at: usize,
    words: &str,
    post: bool,
    case: Option<Case>,
) -> Option<Officer> {
    let element = &elements[at];
    // The post in brackets behind a unit: «МЦБ (специалисты библиотек района)».
    let inner = elements.get(at + 1).filter(|next| next.before == Joint::Bracket && !post);
    if post
        && element.before == Joint::Bracket
        && at > 0
        && matches!(elements[at - 1].content, Content::Phrase { post: false, .. })
    {
        return None;
    }
    let nominative = nominative_with(words, Hint { case, ..Hint::default() });
    let rule = if post { "post" } else { "body" };
    let mut officer = Officer::new(raw(text, element.start..element.end), rule);
    if post {
        let (position, unit) = divided(&nominative);
        officer.position = Some(position);
        officer.unit = unit;
    } else {
        officer.unit = Some(nominative);
        if let Some(Element { content: Content::Phrase { text: inner_words, post: true }, end, .. }) = inner {
            officer.position = Some(nominative_with(inner_words, Hint::default()));
            officer.raw = raw(text, element.start..*end).to_owned();
            officer.rule = "unit-and-post".to_owned();
        }
    }
    Some(officer)
}

/// The case of the whole cell, where one of its parties shows that it is a dative: «администрации района, отделу культуры»,
/// «Тулину Б.Б., Роговой Н.Н.».
fn cell_case(elements: &[Element], names: &[Option<Nominative>]) -> Option<Case> {
    let dative = |(element, name): (&Element, &Option<Nominative>)| match &element.content {
        Content::Phrase { text, .. } => oblique_case(text) == Some(Case::Dative),
        Content::Person(_) => name.as_ref().is_some_and(|name| name.case == Some(Case::Dative)),
    };
    elements.iter().zip(names).any(dative).then_some(Case::Dative)
}

/// The case of a post that is no nominative for sure.
fn oblique_case(text: &str) -> Option<Case> {
    let head = head(text).filter(|head| !head.may_be(Case::Nominative))?;
    // Nothing is ordered in the prepositional case: «главе» is a dative.
    head.case().map(|case| if case == Case::Prepositional && head.may_be(Case::Dative) { Case::Dative } else { case })
}

fn raw(text: &str, mut range: Range<usize>) -> &str {
    let opened = |part: &str| part.matches('(').count() > part.matches(')').count();
    if text.get(range.clone()).is_some_and(opened) && text[range.end..].starts_with([')', '.']) {
        range.end += text[range.end..].find(')').filter(|at| *at <= 1).map_or(0, |at| at + 1);
    }
    text.get(range).unwrap_or_default().trim_matches([' ', ',', ';', '\n', '-', '–', '—'])
}
