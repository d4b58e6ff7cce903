//! The head of a noun phrase: the adjectives and the noun that change their case together.

use std::ops::Range;
use std::rc::Rc;

use super::super::fold::is_cyrillic;
use super::super::lexicon::{Case, Gender, Part, Reading, is_known, readings};
use super::super::recent::Recent;
use super::{Hint, written_like};

/// Adjectives are looked for this far from the beginning.
const MOST_WORDS: usize = 8;

/// Participles that govern the noun after them instead of agreeing with it: «заведующей библиотекой».
const GOVERNING: &[&str] = &["заведовать", "управлять", "исполнять", "командовать", "отвечать", "замещать"];

/// Shortened adjectives that stand before a declined noun: «гл. врачу».
const SHORT_ADJECTIVES: &[&str] = &[
    "гл",
    "ст",
    "мл",
    "вед",
    "муз",
    "кл",
    "соц",
    "худ",
    "мед",
    "тех",
    "науч",
    "пед",
    "мун",
    "глав",
    "дет",
    "уч",
    "логоп",
];

/// The head of a phrase with every way its words agree.
#[derive(Clone, Debug)]
pub(crate) struct Head {
    /// Byte ranges of its words.
    words: Vec<Range<usize>>,
    /// The ways, the likeliest first.
    ways: Vec<Way>,
}

/// One way the words of a head agree.
#[derive(Clone, Debug)]
struct Way {
    case: Case,
    plural: bool,
    gender: Option<Gender>,
    readings: Vec<Reading>,
    likelihood: f64,
}

impl Head {
    /// Whether the head may stand in a case.
    pub(crate) fn may_be(&self, case: Case) -> bool {
        self.ways.iter().any(|way| way.case == case)
    }

    /// The likeliest case.
    pub(crate) fn case(&self) -> Option<Case> {
        self.ways.first().map(|way| way.case)
    }

    /// Where the head ends in the phrase.
    pub(crate) fn end(&self) -> usize {
        self.words.last().map_or(0, |range| range.end)
    }

    /// Where its last word, the noun, stands.
    pub(crate) fn noun(&self) -> Range<usize> {
        self.words.last().cloned().unwrap_or(0..0)
    }

    /// Dictionary form of the head's noun, in the given case or the likeliest.
    pub(crate) fn lemma(&self, case: Option<Case>) -> Option<&str> {
        self.way(case).and_then(|way| way.readings.last()).map(Reading::lemma)
    }

    /// Whether the head's noun names a living being, or the head has no noun («заведующая»).
    pub(crate) fn animate(&self, case: Option<Case>) -> bool {
        self.way(case)
            .and_then(|way| way.readings.last())
            .is_some_and(|r| r.animate == Some(true) || r.part == Part::Adjective)
    }

    /// Whether the head is plural in the given case, or in its likeliest.
    pub(crate) fn plural(&self, case: Option<Case>) -> bool {
        self.way(case).is_some_and(|way| way.plural)
    }

    /// Whether it may be plural in the nominative.
    pub(crate) fn nominative_plural(&self) -> bool {
        self.ways.iter().any(|way| way.case == Case::Nominative && way.plural)
    }

    fn way(&self, case: Option<Case>) -> Option<&Way> {
        case.and_then(|case| self.ways.iter().find(|way| way.case == case)).or(self.ways.first())
    }

    /// The phrase with its head in the nominative, and the case the head stood in; `None` where nothing is to change.
    /// `strict` allows only the case of the hint.
    pub(super) fn to_nominative(&self, phrase: &str, hint: Hint, strict: bool) -> Option<(String, Case)> {
        let fits = |way: &&Way| !hint.one_person || !way.plural;
        let oblique = |way: &&Way| way.case != Case::Nominative && fits(way);
        let way = match hint.case {
            Some(Case::Nominative) => return None,
            Some(case) => {
                let hinted = self.ways.iter().find(|way| way.case == case && fits(way));
                match hinted {
                    Some(way) => way,
                    None if strict => return None,
                    None => self.ways.iter().find(oblique).filter(|_| !self.has_nominative(hint))?,
                }
            }
            None if self.has_nominative(hint) || strict => return None,
            None => self.ways.iter().find(oblique)?,
        };
        Some((self.rewritten(phrase, way, Case::Nominative, false, way.gender), way.case))
    }

    /// The phrase, its head in another case; `None` where the head is no nominative.
    pub(super) fn in_case(&self, phrase: &str, to: Case) -> Option<String> {
        let way = self.ways.iter().find(|way| way.case == Case::Nominative)?;
        Some(self.rewritten(phrase, way, to, false, way.gender))
    }

    /// The title of one of several people: «методисты» to «методист»; `None` where the head is not a nominative plural.
    pub(crate) fn to_singular(&self, phrase: &str, gender: Option<Gender>) -> Option<String> {
        let way = self.ways.iter().find(|way| way.case == Case::Nominative && way.plural)?;
        let noun = way.readings.last().filter(|r| r.part == Part::Noun);
        let gender = noun.map_or(gender, |noun| noun.gender.or(Some(Gender::Masculine)));
        Some(self.rewritten(phrase, way, Case::Nominative, true, gender))
    }

    fn has_nominative(&self, hint: Hint) -> bool {
        self.ways.iter().any(|way| way.case == Case::Nominative && (!hint.one_person || !way.plural))
    }

    fn rewritten(&self, phrase: &str, way: &Way, to: Case, singular: bool, gender: Option<Gender>) -> String {
        let mut out = String::with_capacity(phrase.len() + 8);
        let mut done = 0;
        for (range, reading) in self.words.iter().zip(&way.readings) {
            let word = &phrase[range.clone()];
            out.push_str(&phrase[done..range.start]);
            out.push_str(&hyphenated(word, reading, (way.case, to), singular, gender));
            done = range.end;
        }
        out.push_str(&phrase[done..]);
        out
    }
}

/// A word brought from one case to another; both halves of «педагогу-организатору» change, only the last of
/// «пресс-секретарю».
fn hyphenated(word: &str, reading: &Reading, cases: (Case, Case), singular: bool, gender: Option<Gender>) -> String {
    if let Some((first, last)) = word.rsplit_once('-')
        && let Some(last_form) = form_in(last, cases, reading.plural, singular, gender)
    {
        let first_form = form_in(first, cases, reading.plural, singular, gender);
        return format!("{}-{last_form}", first_form.unwrap_or_else(|| first.to_owned()));
    }
    reading.form(cases.1, singular, gender).map_or_else(|| word.to_owned(), |form| written_like(&form, word))
}

fn form_in(
    word: &str,
    (from, to): (Case, Case),
    plural: bool,
    singular: bool,
    gender: Option<Gender>,
) -> Option<String> {
    let all = readings(word);
    let found = all
        .iter()
        .find(|r| r.case == Some(from) && r.plural == plural && matches!(r.part, Part::Noun | Part::Adjective))?;
    found.form(to, singular, gender).map(|form| written_like(&form, word))
}

thread_local! {
    static HEADS: Recent<Option<Rc<Head>>> = Recent::default();
}

/// The head that a phrase begins with; `None` where it begins with no adjective or noun.
pub(crate) fn head(phrase: &str) -> Option<Rc<Head>> {
    let words = leading_words(phrase);
    // Nothing behind the leading words matters.
    let leading = &phrase[..words.last()?.end];
    HEADS.with(|recent| recent.get(leading, |leading| head_of(leading, words).map(Rc::new)))
}

fn head_of(phrase: &str, words: Vec<Range<usize>>) -> Option<Head> {
    if words.first().is_some_and(|first| is_contraction(&phrase[first.clone()])) {
        return None;
    }
    let read: Vec<Rc<[Reading]>> = words.iter().map(|range| readings(&phrase[range.clone()])).collect();
    let adjectives = read.iter().take_while(|word| word.iter().any(|r| r.part == Part::Adjective)).count();
    if read
        .first()
        .is_some_and(|first| first.iter().any(|r| r.part == Part::Adjective && GOVERNING.contains(&r.lemma())))
    {
        return alone(&words, &read, 1);
    }
    for noun in (0..=adjectives.min(read.len().saturating_sub(1))).rev() {
        let mut ways = Vec::new();
        // «при» is a preposition, though rare nouns are spelled so.
        let function_word = read.get(noun)?.first().is_some_and(|r| r.part == Part::Other && r.likelihood > 0.5);
        for last in read[noun].iter().filter(|r| r.part == Part::Noun && !function_word) {
            if let Some(way) = agreeing(&read[..noun], last) {
                ways.push(way);
            }
        }
        if !ways.is_empty() {
            return Some(Head { words: words[..=noun].to_vec(), ways: sorted(ways) });
        }
    }
    (1..=adjectives).rev().find_map(|count| alone(&words, &read, count))
}

/// «завполиклиникой», «замглавврача»: a contraction that is never declined.
pub(crate) fn is_contraction(word: &str) -> bool {
    const BEGINNINGS: &[(&str, Case)] =
        &[("зав", Case::Instrumental), ("зам", Case::Genitive), ("пом", Case::Genitive), ("нач", Case::Genitive)];
    if !word.starts_with(['з', 'З', 'п', 'П', 'н', 'Н']) || word.len() < 14 {
        return false;
    }
    let lower = word.to_lowercase();
    BEGINNINGS.iter().any(|(beginning, case)| {
        lower.strip_prefix(beginning).is_some_and(|rest| {
            rest.chars().count() >= 4
                && readings(rest).iter().any(|r| r.known && r.part == Part::Noun && r.case == Some(*case))
                && !readings(&lower).iter().any(|r| r.known && r.case.is_some_and(|own| own != Case::Nominative))
        })
    })
}

/// A head without a noun: «ответственный за сайт», «заведующая».
fn alone(words: &[Range<usize>], read: &[Rc<[Reading]>], count: usize) -> Option<Head> {
    let last = read.get(count.checked_sub(1)?)?;
    let ways: Vec<Way> = last
        .iter()
        .filter(|r| r.part == Part::Adjective && r.gender != Some(Gender::Neuter))
        .filter_map(|last| agreeing(&read[..count - 1], last))
        .collect();
    (!ways.is_empty()).then(|| Head { words: words[..count].to_vec(), ways: sorted(ways) })
}

fn sorted(mut ways: Vec<Way>) -> Vec<Way> {
    ways.sort_by(|a, b| b.likelihood.total_cmp(&a.likelihood));
    ways
}

/// The way in which adjectives agree with the last word of a head, if they do.
fn agreeing(adjectives: &[Rc<[Reading]>], last: &Reading) -> Option<Way> {
    let case = last.case?;
    let mut chosen = Vec::with_capacity(adjectives.len() + 1);
    for word in adjectives {
        let agrees = |r: &&Reading| {
            r.part == Part::Adjective
                && r.case == Some(case)
                && r.plural == last.plural
                && (r.plural || r.gender.is_none() || last.gender.is_none() || r.gender == last.gender)
                && (case != Case::Accusative
                    || r.animate.is_none()
                    || last.animate.is_none()
                    || r.animate == last.animate)
        };
        chosen.push(word.iter().find(agrees)?.clone());
    }
    // An inanimate accusative is spelled as the nominative, which is then a way of its own.
    let likelihood = last.likelihood;
    chosen.push(last.clone());
    Some(Way { case, plural: last.plural, gender: last.gender, readings: chosen, likelihood })
}

/// Byte ranges of the first words of a phrase, up to the first mark between words; shortened adjectives are passed over.
fn leading_words(phrase: &str) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    let mut at = phrase.len() - phrase.trim_start_matches([' ', ',', '-', '–', '—']).len();
    while words.len() < MOST_WORDS {
        let rest = &phrase[at..];
        let length = rest.find(|c: char| !(is_cyrillic(c) || c.is_alphabetic() || c == '-')).unwrap_or(rest.len());
        let word = &rest[..length];
        if word.is_empty() {
            break;
        }
        let after = &rest[length..];
        if let Some(after_dot) = after.strip_prefix('.') {
            if !SHORT_ADJECTIVES.contains(&word.to_lowercase().as_str()) || !words.is_empty() {
                break;
            }
            at = phrase.len() - after_dot.trim_start_matches(' ').len();
            continue;
        }
        words.push(at..at + length);
        match after.strip_prefix(' ') {
            Some(next) if word.chars().count() > 1 || is_known(word) => {
                at = phrase.len() - next.trim_start_matches(' ').len()
            }
            _ => break,
        }
    }
    words
}
