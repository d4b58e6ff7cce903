//! The levels of the grammar, applied one after another: marks, years, points, ranges.
//!
//! Each level is a table of [`Rule`]s over the tokens that the level before left. At every place the longest rule wins, and the
//! earlier of two that are equally long. What no rule takes stays as it is.

use std::sync::LazyLock;

use super::pattern::Pattern;
use super::token::Item;
use super::{marks, ranges, times};

/// Tokens in a row and what they are together.
pub(super) struct Rule {
    /// Name.
    #[cfg_attr(not(test), expect(dead_code, reason = "a name is for the reader of the table, and for the tests"))]
    pub name: &'static str,
    /// A text that this rule takes part in reading.
    #[cfg_attr(not(test), expect(dead_code, reason = "examples are run by the tests"))]
    pub example: &'static str,
    /// Class names; see [`Pattern`].
    pub pattern: &'static str,
    /// What the matched items are; `None` where their values do not fit.
    pub build: fn(&[Item]) -> Option<Item>,
}

/// A row of patterns, found by the class of the first item.
pub(super) struct Compiled {
    patterns: Vec<Pattern>,
    by_first: Vec<Vec<u8>>,
}

impl Compiled {
    /// Compiles patterns in their order. A pattern that does not compile never matches; a test forbids them.
    pub(super) fn new<'p>(patterns: impl Iterator<Item = &'p str>) -> Self {
        let patterns: Vec<Pattern> = patterns.filter_map(Pattern::new).collect();
        let by_first = (0..128)
            .map(|class| {
                let begins = |(_, pattern): &(usize, &Pattern)| pattern.first() >> class & 1 == 1;
                patterns.iter().enumerate().filter(begins).map(|(i, _)| i as u8).collect()
            })
            .collect();
        Self { patterns, by_first }
    }

    /// Matches at the beginning of the items, the longest first, the earlier first among equals, until `take` accepts one.
    pub(super) fn best<T>(
        &self,
        items: &[Item],
        mut take: impl FnMut(usize, &[Item]) -> Option<T>,
    ) -> Option<(usize, T)> {
        let candidates = &self.by_first[items.first()?.class as usize];
        if candidates.is_empty() {
            return None;
        }
        let mut found: [(usize, u8); 16] = [(0, 0); 16];
        let mut count = 0;
        for &rule in candidates {
            let pattern = &self.patterns[rule as usize];
            if pattern.can_go_on(items)
                && let Some(length) = pattern.longest(items)
                && count < found.len()
            {
                found[count] = (length, rule);
                count += 1;
            }
        }
        let found = &mut found[..count];
        found.sort_unstable_by_key(|&(length, rule)| (std::cmp::Reverse(length), rule));
        found.iter().find_map(|&(length, rule)| Some((length, take(rule as usize, &items[..length])?)))
    }
}

/// One level: the table and its patterns.
struct Level {
    rules: &'static [Rule],
    compiled: Compiled,
}

static LEVELS: LazyLock<Vec<Level>> = LazyLock::new(|| {
    TABLES.iter().map(|rules| Level { rules, compiled: Compiled::new(rules.iter().map(|rule| rule.pattern)) }).collect()
});

/// The tables in the order they are applied.
const TABLES: &[&[Rule]] = &[marks::MARKS, times::YEARS, times::POINTS, ranges::PARTS, ranges::RANGES];

#[cfg(test)]
thread_local! {
    /// Names of the rules that were applied.
    static TAKEN: std::cell::RefCell<Vec<&'static str>> = const { std::cell::RefCell::new(Vec::new()) };
}

/// Applies all levels.
pub(super) fn reduce(items: &mut Vec<Item>) {
    for level in LEVELS.iter() {
        let (mut from, mut to) = (0, 0);
        while from < items.len() {
            let built = level.compiled.best(&items[from..], |rule, matched| {
                let mut item = (level.rules[rule].build)(matched)?;
                if let (Some(first), Some(last)) = (matched.first(), matched.last()) {
                    (item.start, item.end) = (first.start, last.end);
                }
                #[cfg(test)]
                TAKEN.with(|taken| taken.borrow_mut().push(level.rules[rule].name));
                item.repaired |= matched.iter().any(|item| item.repaired);
                Some(item)
            });
            let (taken, item) = built.unwrap_or((1, items[from]));
            items[to] = item;
            from += taken;
            to += 1;
        }
        items.truncate(to);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_takes_part_in_reading_its_example() {
        let mut wrong = Vec::new();
        for rule in TABLES.iter().copied().flatten() {
            assert!(Pattern::new(rule.pattern).is_some(), "{}: {}", rule.name, rule.pattern);
            TAKEN.with(|taken| taken.borrow_mut().clear());
            reduce(&mut crate::extract::deadline::lex::lex(rule.example));
            let taken = TAKEN.with(|taken| taken.borrow().clone());
            if !taken.contains(&rule.name) {
                wrong.push(format!("{}: «{}» is read by {taken:?}", rule.name, rule.example));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
