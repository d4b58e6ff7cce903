//! Patterns over tokens, matched in one pass without backtracking.
//!
//! A pattern is a row of class names: `until month-name year-of? inclusive?`. A name may be an alternative (`number|ordinal`), an
//! alias from [`ALIASES`], optional (`?`) or repeated (`*`). All states of a pattern are kept in the bits of one word and moved
//! together, so a match takes one step a token whatever the pattern.

use super::token::{CLASS_NAMES, Class, ClassSet, Item};

/// Names that stand for several classes.
const ALIASES: &[(&str, &[Class])] = &[
    (
        "unit",
        &[
            Class::Day,
            Class::Week,
            Class::Month,
            Class::Quarter,
            Class::Trimester,
            Class::HalfYear,
            Class::Year,
            Class::Term,
        ],
    ),
    ("any-number", &[Class::Number, Class::Ordinal]),
    ("limiter", &[Class::Until, Class::NoLater]),
    ("break", &[Class::Comma, Class::Stop, Class::Bracket, Class::Colon]),
    ("end-mark", &[Class::Stop, Class::Comma]),
];

/// Classes that end the free words of a condition or of another document's name.
const TEXT_ENDS: &[Class] = &[
    Class::Comma,
    Class::Stop,
    Class::Bracket,
    Class::Limit,
    Class::Within,
    Class::Every,
    Class::Always,
    Class::Onward,
];

/// The longest match, in items. Repeats would otherwise look at the whole rest of a hostile text from each of its places.
const REACH: usize = 64;

#[cfg(test)]
thread_local! {
    /// Items looked at, for the test that reading takes time in proportion to the text.
    pub(super) static STEPS: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// A compiled pattern.
#[derive(Debug, Default)]
pub(super) struct Pattern {
    /// For each step, the classes it accepts.
    steps: Vec<ClassSet>,
    /// Bits of the steps that may be left out.
    optional: u32,
    /// Bits of the steps that may be repeated.
    repeated: u32,
    /// For each step, the states reached from before it by leaving out optional steps, itself among them.
    closures: Vec<u32>,
    /// Whether one item can be a match.
    one_is_enough: bool,
    /// Classes that can come second.
    second: ClassSet,
}

impl Pattern {
    /// Compiles the text of a pattern. `None` where it names an unknown class or is too long, which a test forbids.
    pub(super) fn new(text: &str) -> Option<Self> {
        let mut pattern = Self::default();
        for word in text.split_whitespace() {
            let bit = 1 << pattern.steps.len();
            let name = word.trim_end_matches(['?', '*']);
            if word.ends_with(['?', '*']) {
                pattern.optional |= bit;
            }
            if word.ends_with('*') {
                pattern.repeated |= bit;
            }
            let mut accepted = 0;
            for alternative in name.split('|') {
                accepted |= classes(alternative)?;
            }
            pattern.steps.push(accepted);
        }
        pattern.closures = (0..=pattern.steps.len()).map(|step| pattern.close_slowly(1 << step)).collect();
        let after_one = pattern.advance(pattern.closures[0], !0);
        pattern.one_is_enough = after_one >> pattern.steps.len() & 1 == 1;
        pattern.second = pattern.accepted(after_one);
        (!pattern.steps.is_empty() && pattern.steps.len() < 31).then_some(pattern)
    }

    /// The classes a match can begin with.
    pub(super) fn first(&self) -> ClassSet {
        self.accepted(self.closures[0])
    }

    /// Whether the second item is one that a match can go on with, or is not needed: most patterns fail here.
    pub(super) fn can_go_on(&self, items: &[Item]) -> bool {
        self.one_is_enough || items.get(1).is_some_and(|item| self.second & item.class.bit() != 0)
    }

    /// How many items the longest match at the beginning of `items` takes; `None` for no match or an empty one.
    pub(super) fn longest(&self, items: &[Item]) -> Option<usize> {
        let accept = 1 << self.steps.len();
        let mut states = self.closures[0];
        let mut longest = None;
        for (taken, item) in items.iter().take(REACH).enumerate() {
            #[cfg(test)]
            STEPS.with(|steps| steps.set(steps.get() + 1));
            states = self.advance(states & (accept - 1), item.class.bit());
            if states == 0 {
                break;
            }
            if states & accept != 0 {
                longest = Some(taken + 1);
            }
        }
        longest
    }

    /// The states after an item of one of the classes.
    fn advance(&self, states: u32, classes: ClassSet) -> u32 {
        let mut live = states & ((1 << self.steps.len()) - 1);
        let mut next = 0;
        while live != 0 {
            let step = live.trailing_zeros() as usize;
            live &= live - 1;
            if self.steps[step] & classes != 0 {
                next |= self.closures[step + 1];
                if self.repeated >> step & 1 == 1 {
                    next |= self.closures[step];
                }
            }
        }
        next
    }

    /// The classes that the steps of the states accept.
    fn accepted(&self, states: u32) -> ClassSet {
        self.steps.iter().enumerate().filter(|(i, _)| states >> i & 1 == 1).fold(0, |set, (_, step)| set | step)
    }

    /// Adds the states reached by leaving out optional steps.
    fn close_slowly(&self, states: u32) -> u32 {
        (0..self.steps.len()).fold(states, |closed, step| closed | (closed & self.optional & 1 << step) << 1)
    }
}

fn classes(name: &str) -> Option<ClassSet> {
    if name == "text" {
        return Some(!TEXT_ENDS.iter().fold(0, |set, class| set | class.bit()));
    }
    if let Some((_, members)) = ALIASES.iter().find(|(alias, _)| *alias == name) {
        return Some(members.iter().fold(0, |set, class| set | class.bit()));
    }
    CLASS_NAMES.iter().find(|(class, _)| *class == name).map(|(_, class)| class.bit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn items(classes: &[Class]) -> Vec<Item> {
        classes.iter().map(|class| Item::new(*class, 0, 0, 0)).collect()
    }

    #[test]
    fn the_longest_match_wins() {
        let pattern = Pattern::new("until? number|ordinal month-name year-of?").expect("known names");
        let text = items(&[Class::Ordinal, Class::MonthName, Class::YearOf, Class::Comma]);
        assert_eq!(pattern.longest(&text), Some(3));
        assert_eq!(pattern.longest(&text[..2]), Some(2));
        assert_eq!(pattern.longest(&text[1..]), None);
        assert_eq!(pattern.first(), Class::Until.bit() | Class::Number.bit() | Class::Ordinal.bit());
    }

    #[test]
    fn repeats_may_be_empty_or_long() {
        let pattern = Pattern::new("by word* paper text*").expect("known names");
        assert_eq!(pattern.longest(&items(&[Class::By, Class::Paper])), Some(2));
        let long = items(&[Class::By, Class::Word, Class::Word, Class::Paper, Class::Time, Class::Comma]);
        assert_eq!(pattern.longest(&long), Some(5));
    }

    #[test]
    fn unknown_names_are_refused() {
        assert!(Pattern::new("until nonsense").is_none());
        assert!(Pattern::new("").is_none());
    }
}
