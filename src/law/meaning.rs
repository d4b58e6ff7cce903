//! Telling by its words which item of a list a heading, a link or a column is about.
//!
//! Every item brings phrases. A phrase is found where all its stems stand close together, in any order. Longer phrases
//! go first and take the words they cover, so that «перечень платных услуг» is never also «перечень услуг». An
//! exception is a phrase that takes its words and belongs to nobody. A phrase that begins with `=` must be the whole
//! text: «=услуги» is a menu entry, while «услуги» in a longer heading says little.

use std::collections::{BTreeSet, HashMap};

use crate::language::fold::fold;
use crate::language::stem::stems;

/// How many foreign words may stand among the words of a phrase.
const GAP: usize = 2;
/// Words of a heading beyond this many are not looked at: a heading is short, and an article is not a heading.
const WORDS: usize = 120;
/// Words without a meaning of their own.
const EMPTY_WORDS: &[&str] = &[
    "и",
    "в",
    "во",
    "на",
    "о",
    "об",
    "обо",
    "по",
    "с",
    "со",
    "к",
    "ко",
    "у",
    "из",
    "от",
    "до",
    "за",
    "для",
    "при",
    "или",
    "а",
    "их",
    "его",
    "ее",
    "не",
    "г",
    "том",
    "числе",
];

/// The phrases of a list, ready to be looked for.
#[derive(Clone, Debug, Default)]
pub struct Meanings {
    /// The longest first.
    phrases: Vec<Phrase>,
    /// Phrases by one of their stems: a text that lacks it cannot hold the phrase.
    by_stem: HashMap<String, Vec<usize>>,
}

#[derive(Clone, Debug)]
struct Phrase {
    stems: Vec<String>,
    /// The item; `None` is an exception.
    item: Option<usize>,
    /// Whether nothing may stand beside it.
    whole: bool,
    text: String,
}

/// An item that a text is about, and the phrase that says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meaning {
    /// Index of the item in its list.
    pub item: usize,
    /// The phrase as the list gives it.
    pub phrase: String,
}

impl Meanings {
    /// Collects the phrases and the exceptions of items in order.
    pub fn new<'a>(items: impl IntoIterator<Item = (&'a [String], &'a [String])>) -> Self {
        let mut phrases = Vec::new();
        for (item, (synonyms, exceptions)) in items.into_iter().enumerate() {
            let named = synonyms.iter().map(|text| (Some(item), text));
            for (item, text) in named.chain(exceptions.iter().map(|text| (None, text))) {
                let (whole, text) = text.strip_prefix('=').map_or((false, text.as_str()), |text| (true, text));
                let Words(stems) = Words::new(text);
                if !stems.is_empty() {
                    phrases.push(Phrase { stems, item, whole, text: text.to_owned() });
                }
            }
        }
        phrases.sort_by_key(|p| std::cmp::Reverse((p.stems.len(), p.stems.iter().map(String::len).sum::<usize>())));
        let mut by_stem: HashMap<String, Vec<usize>> = HashMap::new();
        for (index, phrase) in phrases.iter().enumerate() {
            if let Some(longest) = phrase.stems.iter().max_by_key(|stem| stem.len()) {
                by_stem.entry(longest.clone()).or_default().push(index);
            }
        }
        Self { phrases, by_stem }
    }

    /// The items a text is about, each once, in the order of the list.
    pub fn find(&self, text: &str) -> Vec<Meaning> {
        self.find_in(&Words::new(text))
    }

    /// The same, for a text that is held against several lists.
    pub fn find_in(&self, Words(words): &Words) -> Vec<Meaning> {
        let mut taken = vec![false; words.len()];
        let mut found: Vec<Meaning> = Vec::new();
        for phrase in self.candidates(words) {
            let Some(window) = closest(words, &phrase.stems, &taken) else { continue };
            taken[window].fill(true);
            if let Some(item) = phrase.item
                && found.iter().all(|m| m.item != item)
            {
                found.push(Meaning { item, phrase: phrase.text.clone() });
            }
        }
        found.sort_by_key(|m| m.item);
        found
    }

    /// The phrases that the words hold: longer ones first, then the ones that stand closer together, then those of
    /// items before exceptions.
    fn candidates(&self, words: &[String]) -> Vec<&Phrase> {
        let free = vec![false; words.len()];
        let indices: BTreeSet<usize> = words.iter().filter_map(|w| self.by_stem.get(w)).flatten().copied().collect();
        let mut candidates: Vec<(usize, &Phrase)> = indices
            .into_iter()
            .map(|index| &self.phrases[index])
            .filter(|phrase| !phrase.whole || phrase.stems.len() == words.len())
            .filter_map(|phrase| closest(words, &phrase.stems, &free).map(|window| (window.len(), phrase)))
            .collect();
        candidates
            .sort_by_key(|(window, phrase)| (std::cmp::Reverse(phrase.stems.len()), *window, phrase.item.is_none()));
        candidates.into_iter().map(|(_, phrase)| phrase).collect()
    }
}

/// The words of a text, ready to be held against lists.
#[derive(Clone, Debug, Default)]
pub struct Words(Vec<String>);

impl Words {
    /// The keys of the words that mean something.
    pub fn new(text: &str) -> Self {
        let folded = fold(text);
        let all = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        Self(all.filter(|word| !EMPTY_WORDS.contains(word)).take(WORDS).filter_map(key).collect())
    }
}

/// Words whose forms no cutting of endings brings together, or that it would throw together with others («права»).
const STUBBORN: &[(&str, &str)] =
    &[("правил", "правил"), ("перечен", "перечн"), ("перечн", "перечн"), ("кресел", "кресл"), ("кресл", "кресл")];

/// What all forms of a word share. Snowball takes some cases of a noun for a verb («план», «филиал», «устав», «режим»)
/// and cuts them shorter than the others, so the others are cut down to the same.
fn key(word: &str) -> Option<String> {
    if let Some((_, key)) = STUBBORN.iter().find(|(start, _)| word.starts_with(start)) {
        return Some((*key).to_owned());
    }
    let mut stem = stems(word).pop()?;
    // «стоянок» and «стоянка», «порядок» and «порядка»: the vowel comes and goes.
    if (stem.ends_with("ок") || stem.ends_with("ек")) && stem.chars().count() > 4 {
        stem.truncate(stem.len() - "ок".len());
        stem.push('к');
    }
    let shorter = ["ем", "ен", "им", "ым", "ил", "ыл", "ив", "ыв"].iter().find_map(|end| stem.strip_suffix(end));
    let shorter = shorter.or_else(|| stem.strip_suffix("пис").and(stem.strip_suffix("ис"))).or_else(|| {
        let before = stem.strip_suffix(['в', 'л', 'н'])?;
        before.ends_with(['а', 'я']).then_some(before)
    });
    if let Some(shorter) = shorter.or_else(|| stem.strip_suffix('е')).filter(|s| s.chars().count() > 2) {
        stem.truncate(shorter.len());
    }
    Some(stem)
}

/// The shortest run of words that holds all stems of a phrase, more than half of them not taken yet.
fn closest(words: &[String], stems: &[String], taken: &[bool]) -> Option<std::ops::Range<usize>> {
    let distinct: BTreeSet<&String> = stems.iter().collect();
    let longest = if stems.len() == 1 { 1 } else { stems.len() + GAP };
    let mut best: Option<std::ops::Range<usize>> = None;
    for start in 0..words.len() {
        if !distinct.contains(&words[start]) {
            continue;
        }
        let mut missing = distinct.clone();
        let mut free = 0;
        for (end, word) in words.iter().enumerate().skip(start).take(longest) {
            if missing.remove(word) && !taken[end] {
                free += 1;
            }
            if missing.is_empty() {
                let shorter = best.as_ref().is_none_or(|b| end + 1 - start < b.len());
                if shorter && free * 2 > distinct.len() {
                    best = Some(start..end + 1);
                }
                break;
            }
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meanings() -> Meanings {
        let phrases = |texts: &[&str]| texts.iter().map(|t| (*t).to_owned()).collect::<Vec<_>>();
        let items = [
            (phrases(&["перечень услуг", "=услуги"]), phrases(&["услуги связи"])),
            (phrases(&["платные услуги", "прейскурант"]), Vec::new()),
            (phrases(&["режим работы", "график работы"]), Vec::new()),
            (phrases(&["план мероприятий"]), Vec::new()),
            (phrases(&["план по устранению недостатков"]), Vec::new()),
        ];
        Meanings::new(items.iter().map(|(a, b)| (a.as_slice(), b.as_slice())))
    }

    #[test]
    fn all_cases_of_a_word_share_a_key() {
        for forms in [
            "план плана планов планы",
            "филиал филиалы филиалов",
            "орган органы органов",
            "режим режима",
            "устав устава",
            "отзыв отзывы",
            "архив архива",
            "приём приёма",
            "запись записи",
            "музей музея музеи",
            "экзамен экзаменов",
            "персонал персонала",
            "перечень перечня",
            "порядок порядка",
            "стоянка стоянок стоянки",
            "табличка табличек",
        ] {
            let keys: BTreeSet<String> = Words::new(forms).0.into_iter().collect();
            assert_eq!(keys.len(), 1, "{forms}: {keys:?}");
        }
        assert_ne!(Words::new("права").0, Words::new("правила").0);
    }

    #[test]
    fn longer_phrases_take_their_words() {
        let items = |text: &str| meanings().find(text).into_iter().map(|m| m.item).collect::<Vec<_>>();
        for (text, expected) in [
            ("Перечень платных услуг и цены", vec![1]),
            ("Перечень услуг; прейскурант", vec![0, 1]),
            ("Режим и график работы учреждения", vec![2]),
            ("План мероприятий по устранению недостатков", vec![4]),
            ("Оплата услуг связи", vec![]),
            ("Услуги", vec![0]),
            ("Цены на услуги", vec![]),
            ("О нас", vec![]),
            ("", vec![]),
        ] {
            assert_eq!(items(text), expected, "{text}");
        }
    }
}
