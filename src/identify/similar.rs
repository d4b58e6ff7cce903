//! Names that are nearly the same: a word is misspelled, or left out.
//!
//! Words weigh by how rare they are, and a search begins with the rarest one, so that the cost of a name does not grow
//! with the number of organizations. Numbers and places are the caller's business: «№ 5» never comes near «№ 15».

use std::collections::{BTreeMap, HashMap};

use strsim::osa_distance;

use crate::language::organization::{NameKey, name_key};

/// What a search found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Candidate {
    /// One organization, clearly ahead of all others.
    Clear(usize),
    /// Several, or one that is not near enough.
    Rivals(Vec<usize>),
    /// Nobody comes near.
    Nobody,
}

/// Share of the known name's weight that the words must have for a clear match.
const ENOUGH: f64 = 0.6;
/// How far the best must be ahead of the second.
const MARGIN: f64 = 0.25;
/// Likeness of both names from which somebody is worth naming as a candidate.
const WORTH_NAMING: f64 = 0.7;
/// How many candidates a finding names.
const MOST_CANDIDATES: usize = 3;
/// A word that more organizations share tells nothing when other words are unknown.
const RARE: usize = 50;

/// Words of the known names.
#[derive(Debug, Default)]
pub(super) struct Index {
    ids: HashMap<String, usize>,
    words: Vec<String>,
    /// For each word, the organizations that have it in a name or in their municipality, ascending.
    postings: Vec<Vec<usize>>,
    /// Words by first letter, for misspelled ones.
    by_letter: HashMap<char, Vec<usize>>,
    /// For each organization, the words of each of its names.
    names: Vec<Vec<Vec<usize>>>,
    /// Misspelled words that were looked for already.
    near: HashMap<String, Vec<usize>>,
}

impl Index {
    /// Makes room for an organization; its municipality may stand in a name without belonging to it.
    pub(super) fn add_entry(&mut self, at: usize, municipality: Option<&str>) {
        if self.names.len() <= at {
            self.names.resize_with(at + 1, Vec::new);
        }
        for word in municipality.map(|place| name_key(place).words).unwrap_or_default() {
            self.post(&word, at);
        }
    }

    /// Learns a name of an organization.
    pub(super) fn add_name(&mut self, at: usize, key: &NameKey) {
        let words = key.words.iter().map(|word| self.post(word, at)).collect();
        self.names[at].push(words);
        self.near.clear();
    }

    fn post(&mut self, word: &str, at: usize) -> usize {
        let id = match self.ids.get(word) {
            Some(&id) => id,
            None => {
                let id = self.words.len();
                self.ids.insert(word.to_owned(), id);
                self.words.push(word.to_owned());
                self.postings.push(Vec::new());
                if let Some(letter) = word.chars().next() {
                    self.by_letter.entry(letter).or_default().push(id);
                }
                id
            }
        };
        let postings = &mut self.postings[id];
        if let Err(place) = postings.binary_search(&at) {
            postings.insert(place, at);
        }
        id
    }

    /// Looks for organizations that `fits` allows and whose name is nearly this one.
    pub(super) fn search(&mut self, key: &NameKey, fits: impl Fn(usize) -> bool) -> Candidate {
        if key.words.is_empty() || self.words.is_empty() {
            return Candidate::Nobody;
        }
        let words: Vec<Vec<usize>> = key.words.iter().map(|word| self.spellings(word)).collect();
        if words.iter().all(|spellings| !spellings.is_empty()) {
            let covering = self.covering(&words, &fits);
            if !covering.is_empty() {
                return self.choose(&words, covering, !key.numbers.is_empty());
            }
        }
        let mut near: BTreeMap<usize, ()> = BTreeMap::new();
        for &id in words.iter().flatten().filter(|&&id| self.postings[id].len() <= RARE) {
            near.extend(self.postings[id].iter().filter(|&&at| fits(at)).map(|&at| (at, ())));
        }
        let unknown = words.iter().filter(|spellings| spellings.is_empty()).count() as f64 * self.weight_of(0);
        let mut rivals: Vec<(f64, usize)> = near
            .into_keys()
            .map(|at| (self.likeness(&words, unknown, at), at))
            .filter(|(likeness, _)| *likeness >= WORTH_NAMING)
            .collect();
        sort(&mut rivals);
        if rivals.is_empty() {
            return Candidate::Nobody;
        }
        Candidate::Rivals(rivals.into_iter().take(MOST_CANDIDATES).map(|(_, at)| at).collect())
    }

    /// Whether a word of the name is one organization's alone.
    pub(super) fn has_own_word(&self, key: &NameKey, at: usize) -> bool {
        key.words.iter().filter_map(|word| self.ids.get(word)).any(|&id| self.postings[id] == [at])
    }

    /// Organizations that have every word of the name.
    fn covering(&self, words: &[Vec<usize>], fits: &impl Fn(usize) -> bool) -> Vec<usize> {
        let frequency = |spellings: &Vec<usize>| spellings.iter().map(|&id| self.postings[id].len()).sum::<usize>();
        let Some(rarest) = words.iter().min_by_key(|spellings| frequency(spellings)) else { return Vec::new() };
        let mut found: Vec<usize> = rarest.iter().flat_map(|&id| self.postings[id].iter().copied()).collect();
        found.sort_unstable();
        found.dedup();
        found.retain(|at| {
            words.iter().all(|spellings| spellings.iter().any(|&id| self.postings[id].binary_search(at).is_ok()))
                && fits(*at)
        });
        found
    }

    /// The one that is clearly meant: all words are there, and nobody else has them; besides, most of its own words are
    /// said, or the name has a number, which the caller has found to be the same.
    fn choose(&self, words: &[Vec<usize>], covering: Vec<usize>, numbered: bool) -> Candidate {
        let mut scored: Vec<(f64, usize)> = covering.into_iter().map(|at| (self.said(words, at), at)).collect();
        sort(&mut scored);
        let clear = match scored[..] {
            [(best, _)] => numbered || best >= ENOUGH,
            [(best, _), (second, _), ..] => best >= 0.9 && best - second >= MARGIN,
            [] => return Candidate::Nobody,
        };
        if clear {
            return Candidate::Clear(scored[0].1);
        }
        Candidate::Rivals(scored.into_iter().take(MOST_CANDIDATES).map(|(_, at)| at).collect())
    }

    /// The share of an organization's name that the words say, by weight; the best of its names.
    fn said(&self, words: &[Vec<usize>], at: usize) -> f64 {
        let share = |name: &Vec<usize>| {
            let all: f64 = name.iter().map(|&id| self.weight(id)).sum();
            let said: f64 = name.iter().filter(|id| has(words, id)).map(|&id| self.weight(id)).sum();
            if all > 0.0 { said / all } else { 0.0 }
        };
        self.names[at].iter().map(share).fold(0.0, f64::max)
    }

    /// Twice the weight of the common words by the weight of both names.
    fn likeness(&self, words: &[Vec<usize>], unknown: f64, at: usize) -> f64 {
        let mine: f64 = unknown + words.iter().filter_map(|s| s.first()).map(|&id| self.weight(id)).sum::<f64>();
        let of_name = |name: &Vec<usize>| {
            let theirs: f64 = name.iter().map(|&id| self.weight(id)).sum();
            let common: f64 = name.iter().filter(|id| has(words, id)).map(|&id| self.weight(id)).sum();
            2.0 * common / (mine + theirs)
        };
        self.names[at].iter().map(of_name).fold(0.0, f64::max)
    }

    fn weight(&self, id: usize) -> f64 {
        self.weight_of(self.postings[id].len())
    }

    fn weight_of(&self, frequency: usize) -> f64 {
        (1.0 + (self.names.len() + 1) as f64 / (frequency + 1) as f64).ln()
    }

    /// The known words that a word may be: itself, or those it is a misspelling of. A word that is known is no
    /// misspelling of another.
    fn spellings(&mut self, word: &str) -> Vec<usize> {
        if let Some(&id) = self.ids.get(word) {
            return vec![id];
        }
        if let Some(known) = self.near.get(word) {
            return known.clone();
        }
        let candidates = word.chars().next().and_then(|letter| self.by_letter.get(&letter));
        let found: Vec<usize> =
            candidates.into_iter().flatten().copied().filter(|&id| is_misspelled(word, &self.words[id])).collect();
        self.near.insert(word.to_owned(), found.clone());
        found
    }
}

fn has(words: &[Vec<usize>], id: &usize) -> bool {
    words.iter().any(|spellings| spellings.contains(id))
}

/// Best first, then by place, so that equal likeness gives one order.
fn sort(scored: &mut [(f64, usize)]) {
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
}

/// One slip in a word of five letters and more, two in a long one. A difference in the last letters is another word:
/// «Сосновка» and «Сосновск» are two places.
fn is_misspelled(word: &str, known: &str) -> bool {
    let (length, other) = (word.chars().count(), known.chars().count());
    let shorter = length.min(other);
    if shorter < 5 || length.abs_diff(other) > 2 {
        return false;
    }
    let common = word.chars().zip(known.chars()).take_while(|(a, b)| a == b).count();
    let allowed = if shorter >= 9 { 2 } else { 1 };
    common + 2 < shorter && osa_distance(word, known) <= allowed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_forgiven_and_other_words_are_not() {
        assert!(is_misspelled("биюлиотек", "библиотек"));
        assert!(is_misspelled("краеведчиск", "краеведческ"));
        assert!(!is_misspelled("сосновск", "сосновк"));
        assert!(!is_misspelled("лес", "лис"));
    }
}
