//! The end of an organization's name in running text.
//!
//! A small machine goes word by word from the legal form: quotes, numbers, names after people and words of place belong
//! to the name; the first word that cannot belong to it ends it.

use super::abbreviations::{KINDS, PLACES, REGION_LETTERS};
use super::kind::is_institution;
use super::words::{Word, words};

/// Where a name ends.
pub(super) struct Name {
    /// Byte offset after it.
    pub(super) end: usize,
    /// Whether it begins with its quotes.
    pub(super) quoted_first: bool,
}

/// The end of the name that begins at `from`; `None` where no name is there.
pub(super) fn name_after(text: &str, words: &[Word<'_>], from: usize, named: bool) -> Option<Name> {
    let at = words.iter().position(|w| w.start >= from).unwrap_or(words.len());
    let mut scan = Scan { text, words, at, has_number: false };
    let mut end = from;
    let mut state = if named { State::Plain } else { State::Start };
    let mut quoted_first = false;
    for _ in 0..40 {
        let gap = scan.gap(end);
        let Some(step) = scan.step(end, gap, state) else { break };
        if step.quoted && state == State::Start {
            quoted_first = true;
        }
        end = step.end;
        state = step.state;
    }
    (state != State::Start && state != State::Waiting && end > from).then_some(Name { end, quoted_first })
}

/// What of the name has been seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// Nothing.
    Start,
    /// Words that only lead up to a name: «города Лесной» before the quote.
    Waiting,
    /// Words outside quotes.
    Plain,
    /// The quoted name or the number: only words of place may follow.
    Named,
}

struct Step {
    end: usize,
    state: State,
    quoted: bool,
}

struct Scan<'a, 'w> {
    text: &'a str,
    words: &'w [Word<'a>],
    at: usize,
    has_number: bool,
}

impl<'a> Scan<'a, '_> {
    /// The text between the end so far and the next word.
    fn gap(&self, end: usize) -> &'a str {
        let next = self.words.get(self.at).map_or(self.text.len(), |word| word.start);
        &self.text[end..next.max(end)]
    }

    fn step(&mut self, end: usize, gap: &str, state: State) -> Option<Step> {
        if let Some(open) = gap.find(['«', '"', '“', '„', '\'']) {
            let before = gap[..open].trim();
            if !matches!(before, "" | "-" | "–" | "—") || state == State::Named && !before.is_empty() {
                return None;
            }
            let close = closing_quote(self.text, end + open)?;
            self.skip_to(close);
            return Some(Step { end: close, state: State::Named, quoted: true });
        }
        if let Some(open) = gap.find('(') {
            let place = place_in_brackets(&self.text[end + open..])?;
            if state == State::Start || !gap[..open].trim().is_empty() {
                return None;
            }
            let close = end + open + place;
            self.skip_to(close);
            return Some(Step { end: close, state: State::Named, quoted: false });
        }
        let word = self.words.get(self.at)?;
        let numbered = gap.contains('№');
        let joint = gap.trim_matches(|c: char| c.is_whitespace() || c == '№');
        if !matches!(joint, "" | "." | "-" | "–" | "—") || matches!(joint, "-" | "–" | "—") && state == State::Named
        {
            return None;
        }
        if joint == "." && !self.abbreviates(end) {
            return None;
        }
        self.word(word, numbered, state)
    }

    fn word(&mut self, word: &Word<'a>, numbered: bool, state: State) -> Option<Step> {
        let after = |state| Some(Step { end: word.end, state, quoted: false });
        if word.folded.starts_with(|c: char| c.is_ascii_digit()) {
            let fits = word.is_number() && word.text.chars().count() <= 4 && !is_year(word.text);
            let dated = self.text[word.end..].trim_start().starts_with('.')
                && self.text[word.end..].trim_start_matches(['.', ' ']).starts_with(|c: char| c.is_ascii_digit());
            let named_by = state == State::Plain || numbered;
            // A second number is the number of an order: «МБДОУ № 22 «Луч» № 31 от …».
            if self.has_number || !(numbered || fits && named_by && !dated) {
                return None;
            }
            self.has_number = true;
            self.advance(1);
            return after(State::Named);
        }
        if word.folded == "n" || word.folded == "no" {
            self.advance(1);
            return after(state);
        }
        if matches!(word.folded.as_str(), "имени" | "им") {
            let end = self.namesake()?;
            return Some(Step { end, state: State::Named, quoted: false });
        }
        if let Some(end) = self.served_region() {
            return Some(Step { end, state: State::Named, quoted: false });
        }
        if self.is_signature() {
            return None;
        }
        if let Some(end) = self.place() {
            let state = if matches!(state, State::Start | State::Waiting) { State::Waiting } else { State::Named };
            return Some(Step { end, state, quoted: false });
        }
        if state == State::Named {
            let end = self.tail_of_kind().or_else(|| self.bare_place())?;
            return Some(Step { end, state, quoted: false });
        }
        // «д/с» is a kindergarten.
        if word.folded == "д"
            && self.text[word.end..].starts_with("/с")
            && let Some(next) = self.words.get(self.at + 1)
        {
            self.advance(2);
            return Some(Step { end: next.end, state: State::Plain, quoted: false });
        }
        let begins = state == State::Start || state == State::Waiting;
        if self.stops(word) || begins && !word.is_capitalized() && !begins_name(word) {
            return None;
        }
        self.advance(1);
        after(if REGION_LETTERS.contains(&word.text) { State::Waiting } else { State::Plain })
    }

    /// Words that cannot belong to a name outside quotes.
    fn stops(&self, word: &Word<'_>) -> bool {
        const STOPS: &[&str] = &[
            "на",
            "по",
            "за",
            "в",
            "во",
            "от",
            "о",
            "об",
            "из",
            "к",
            "при",
            "до",
            "год",
            "года",
            "году",
            "гг",
            "приказ",
            "приказом",
            "протокол",
            "план",
            "плана",
            "отчет",
            "утверждаю",
            "утвержден",
            "утверждено",
            "согласовано",
            "директор",
            "заведующий",
            "заведующая",
            "руководитель",
            "начальник",
            "далее",
            "проведенной",
            "который",
            "которая",
            "является",
            "что",
            "не",
            "подпись",
        ];
        if word.folded == "с" || word.folded == "со" {
            let next = self.words.get(self.at + 1).map_or("", |next| next.folded.as_str());
            return !["углубл", "кадетск", "приоритет", "казач", "универс", "ограничен", "осуществл", "круглосуточ"]
                .iter()
                .any(|stem| next.starts_with(stem));
        }
        STOPS.contains(&word.folded.as_str()) || word.text.starts_with('_')
    }

    /// Whether the word before `end` is an abbreviation, so that its dot ends no sentence.
    fn abbreviates(&self, end: usize) -> bool {
        self.words.iter().rev().find(|word| word.end <= end).is_some_and(|word| {
            word.text.chars().count() <= 4 && PLACES.iter().any(|(_, short, _)| short.contains(&word.folded.as_str()))
        })
    }

    /// «имени А. П. Чехова», «имени Героя Советского Союза И.И. Иванова».
    fn namesake(&mut self) -> Option<usize> {
        let mut last = self.at;
        let mut named = false;
        for next in self.at + 1..(self.at + 9).min(self.words.len()) {
            let gap = &self.text[self.words[last].end..self.words[next].start];
            let word = &self.words[next];
            let linking = matches!(
                word.folded.as_str(),
                "героя"
                    | "дважды"
                    | "кавалера"
                    | "ордена"
                    | "летия"
                    | "народного"
                    | "поэта"
                    | "генерала"
                    | "маршала"
                    | "академика"
                    | "полного"
                    | "заслуженного"
                    | "святого"
                    | "и"
            );
            if !gap.trim_matches([' ', '.', '\u{a0}']).is_empty() || !(word.is_capitalized() || linking) {
                break;
            }
            // A second set of initials after the surname is a signature already.
            let is_initial = word.text.chars().count() == 1;
            if is_initial
                && named
                && gap.trim().is_empty()
                && self.text[word.end..].starts_with('.')
                && self.is_surname(last)
            {
                break;
            }
            named |= !linking && !is_initial;
            last = next;
        }
        named.then(|| self.advance(last + 1 - self.at));
        named.then(|| self.words[last].end)
    }

    /// «по Лесной области», «по Приморскому краю»: whom a bureau of expertise serves is part of its name.
    fn served_region(&mut self) -> Option<usize> {
        const REGIONS: &[&str] = &["области", "краю", "округу"];
        let [by, adjective, noun] = self.words.get(self.at..self.at + 3)? else { return None };
        let close = |a: &Word<'_>, b: &Word<'_>| self.text[a.end..b.start].trim().is_empty();
        let fits = by.folded == "по" && adjective.is_capitalized() && REGIONS.contains(&noun.folded.as_str());
        if !fits || !close(by, adjective) || !close(adjective, noun) {
            return None;
        }
        let end = noun.end;
        self.advance(3);
        Some(end)
    }

    fn is_surname(&self, at: usize) -> bool {
        let previous = at.checked_sub(1).map(|i| &self.words[i]);
        previous.is_some_and(|word| word.text.chars().count() == 1) && self.words[at].text.chars().count() > 1
    }

    /// Whether a person's name begins here: «И.И. Иванов», «Иванов И.И.».
    fn is_signature(&self) -> bool {
        let one = |i: usize| {
            self.words.get(i).is_some_and(|w| {
                w.text.chars().count() == 1 && w.is_capitalized() && self.text[w.end..].trim_start().starts_with('.')
            })
        };
        let surname = self.words.get(self.at).is_some_and(|w| {
            let abbreviation = w.is_all_capitals() && KINDS.iter().any(|(short, ..)| *short == w.folded);
            w.is_capitalized() && w.text.chars().count() > 1 && !abbreviation
        });
        one(self.at)
            || surname && one(self.at + 1) && {
                let gap = &self.text[self.words[self.at].end..self.words[self.at + 1].start];
                gap.trim().is_empty()
            }
    }

    /// A place that follows the name without a word for what it is: «Дом культуры» Малых Вязов на 2026 год». It stands
    /// in the genitive and ends the text or comes before a word that no name goes on with; a lone word at the end that
    /// reads like a surname is a signature instead.
    fn bare_place(&mut self) -> Option<usize> {
        const GENITIVE: &[&str] = &["а", "я", "ы", "и", "ой", "ей", "их", "ых", "ов", "ев", "го"];
        const SURNAME: &[&str] = &["ова", "ева", "ёва", "ина", "ына", "ская", "цкая", "ов", "ев", "ко", "их", "ых"];
        let run = self.words[self.at..]
            .iter()
            .scan(None, |last: &mut Option<usize>, word| {
                let close = last.is_none_or(|end| self.text[end..word.start].trim().is_empty());
                *last = Some(word.end);
                (close && word.is_capitalized() && !word.is_all_capitals() && !self.stops(word)).then_some(word)
            })
            .take(4)
            .collect::<Vec<_>>();
        let last = *run.last().filter(|_| run.len() < 4)?;
        let next = self.words.get(self.at + run.len());
        let ends = match next {
            None => self.text[last.end..].trim_matches(|c: char| !c.is_alphanumeric()).is_empty(),
            Some(next) => self.stops(next) || self.text[last.end..next.start].contains(['_', '…', '/']),
        };
        let genitive = run.iter().all(|word| GENITIVE.iter().any(|ending| word.folded.ends_with(ending)));
        let surname = next.is_none() && run.len() == 1 && SURNAME.iter().any(|ending| last.folded.ends_with(ending));
        if !ends || !genitive || surname {
            return None;
        }
        self.advance(run.len());
        Some(last.end)
    }

    /// Words of place: «г. Лесной», «города Новый Яр», «Лесного муниципального района», «Лесной области», «РБ».
    fn place(&mut self) -> Option<usize> {
        let word = &self.words[self.at];
        if REGION_LETTERS.contains(&word.text) {
            self.advance(1);
            return Some(word.end);
        }
        let noun = |w: &Word<'_>| PLACES.iter().any(|(_, _, nouns)| nouns.contains(&w.folded.as_str()));
        let short = |w: &Word<'_>| {
            let dotted = self.text[w.end..].starts_with('.') && !w.is_capitalized();
            PLACES.iter().any(|(_, short, _)| short.contains(&w.folded.as_str()))
                && (dotted || w.is_all_capitals() || !w.is_capitalized() && w.text.chars().count() > 1)
        };
        let close =
            |a: &Word<'_>, b: &Word<'_>| self.text[a.end..b.start].trim_matches(['.', ' ', '\u{a0}']).is_empty();
        // «Лесного муниципального района», «Лесной области»: adjectives, then the noun.
        let mut noun_at = None;
        for next in self.at..(self.at + 4).min(self.words.len()) {
            let candidate = &self.words[next];
            if next > self.at && !close(&self.words[next - 1], candidate) {
                break;
            }
            if noun(candidate) || short(candidate) {
                noun_at = Some(next);
                break;
            }
            let genitive = ["ого", "его", "ой", "ей"].iter().any(|ending| candidate.folded.ends_with(ending));
            let mixed = candidate.folded.ends_with("ый") || candidate.folded.ends_with("ий");
            if !(genitive || mixed) || next == self.at && !candidate.is_capitalized() && !is_place_adjective(candidate)
            {
                break;
            }
        }
        let noun_at = noun_at?;
        let mut last = noun_at;
        // «города Новый Яр», «г. Ново-Лесной», «МР Лесной район»: the name after the noun.
        if !matches!(self.words[noun_at].folded.as_str(), "области" | "обл" | "края") {
            for next in noun_at + 1..(noun_at + 3).min(self.words.len()) {
                let candidate = &self.words[next];
                let initials = candidate.text.chars().count() == 1;
                if !candidate.is_capitalized() || initials || !close(&self.words[next - 1], candidate) {
                    break;
                }
                let signature = self.words.get(next + 1).is_some_and(|w| {
                    w.text.chars().count() == 1 && self.text[w.end..].starts_with('.') && close(candidate, w)
                });
                let another = self.words.get(next + 1).is_some_and(noun) && next > noun_at + 1;
                if signature || another || is_genitive_of_place(candidate, self.words.get(next + 1)) {
                    break;
                }
                last = next;
            }
        }
        self.advance(last + 1 - self.at);
        Some(self.words[last].end)
    }

    /// What may stand between number and quoted name: «комбинированного вида», «общеразвивающего вида».
    fn tail_of_kind(&mut self) -> Option<usize> {
        let next = self.words.get(self.at + 1)?;
        let word = &self.words[self.at];
        if next.folded == "вида" && word.folded.ends_with("его") | word.folded.ends_with("ого") {
            self.advance(2);
            return Some(next.end);
        }
        if word.folded == "с" && next.folded.starts_with("углубл") {
            let end =
                self.words[self.at..].iter().take(5).take_while(|w| !matches!(w.folded.as_str(), "на" | "по" | "в"));
            let (count, last) = end.fold((0, None), |(count, _), word| (count + 1, Some(word.end)));
            self.advance(count);
            return last;
        }
        None
    }

    fn advance(&mut self, count: usize) {
        self.at += count;
    }

    fn skip_to(&mut self, end: usize) {
        while self.words.get(self.at).is_some_and(|word| word.start < end) {
            self.at += 1;
        }
    }
}

/// «Зареченского района» after «г. Лесной»: an adjective that belongs to the next noun of place.
fn is_genitive_of_place(word: &Word<'_>, next: Option<&Word<'_>>) -> bool {
    let genitive = word.folded.ends_with("ого") || word.folded.ends_with("ой");
    genitive
        && next.is_some_and(|next| {
            next.folded == "муниципального" || PLACES.iter().any(|(_, _, nouns)| nouns.contains(&next.folded.as_str()))
        })
}

fn is_place_adjective(word: &Word<'_>) -> bool {
    ["муниципальн", "городск", "сельск", "рабоч"].iter().any(|stem| word.folded.starts_with(stem))
}

/// A word with a small letter that may begin a name outside quotes: «МБОУ гимназии № 2», «МБДОУ детский сад № 5».
fn begins_name(word: &Word<'_>) -> bool {
    const BEGINNINGS: &[&str] = &[
        "детск",
        "средн",
        "основн",
        "начальн",
        "городск",
        "районн",
        "сельск",
        "центральн",
        "областн",
        "краев",
        "дом",
        "дворец",
    ];
    is_institution(&word.folded) || BEGINNINGS.iter().any(|stem| word.folded.starts_with(stem))
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && (text.starts_with("19") || text.starts_with("20"))
}

/// The end of a quoted name that opens at `open`. Typists close two nested quotes by one mark: where the marks never
/// balance, the first closing one ends the name.
fn closing_quote(text: &str, open: usize) -> Option<usize> {
    let mut depth = 0_i32;
    let mut first_close = None;
    let mut previous = ' ';
    for (offset, c) in text[open..].char_indices().take(300) {
        let end = open + offset + c.len_utf8();
        let opens = match c {
            '«' | '„' => true,
            '»' | '”' => false,
            '“' => depth == 0 || previous.is_whitespace(),
            '"' | '\'' => {
                let next = text[end..].chars().next().unwrap_or(' ');
                (previous.is_whitespace() || matches!(previous, '(' | '"' | '«' | '№') || depth == 0)
                    && next.is_alphanumeric()
            }
            _ => {
                previous = c;
                continue;
            }
        };
        previous = c;
        depth += if opens { 1 } else { -1 };
        if !opens {
            first_close = first_close.or(Some(end));
        }
        if depth == 0 {
            return Some(end);
        }
    }
    first_close
}

/// «(Заозёрск, № 10)»: length of the bracket where it holds a place or a number; years and remarks are no part of a
/// name.
fn place_in_brackets(text: &str) -> Option<usize> {
    let close = text.find(')')?;
    let inner = text[1..close].trim();
    let short = inner.chars().count() <= 60;
    let place = inner.starts_with('№')
        || inner.starts_with(char::is_uppercase)
        || inner.starts_with("г.")
        || inner.starts_with("с.");
    let remark =
        words(inner).iter().any(|word| is_year(word.text) || matches!(word.folded.as_str(), "далее" | "по" | "на"));
    (short && place && !remark).then_some(close + 1)
}
