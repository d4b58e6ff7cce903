//! Whether a measure answers a deficiency: by the item it is about, else by its words, within one criterion.

use std::collections::BTreeSet;

use super::Case;
use super::deficiency::{Deficiency, Found, items_of};
use crate::language::stem::stems;
use crate::model::{Channel, Measure};

/// What a measure is about, made once and held against many deficiencies.
#[derive(Clone, Debug)]
pub(super) struct Answer {
    criterion: Option<u8>,
    indicator: Option<String>,
    items: BTreeSet<String>,
    words: BTreeSet<String>,
}

impl Answer {
    pub(super) fn new(case: &Case<'_>, measure: &Measure) -> Self {
        let content = content(measure);
        Self {
            criterion: measure.criterion,
            indicator: measure.indicator.clone(),
            items: items_of(case, &content).into_iter().collect(),
            words: words(&content),
        }
    }

    /// Whether the measure is about the deficiency's criterion, as far as it says.
    pub(super) fn is_of_criterion(&self, criterion: u8) -> bool {
        self.criterion == Some(criterion)
    }

    /// Whether the measure answers a deficiency.
    pub(super) fn meets(&self, deficiency: &Deficiency) -> bool {
        if deficiency.channel.is_some_and(|channel| self.is_only_about_other(channel)) {
            return false;
        }
        if deficiency.items.iter().any(|item| self.items.contains(item)) {
            return true;
        }
        if self.criterion.is_some_and(|criterion| criterion != deficiency.criterion) {
            return false;
        }
        // A figure has no words of its own: a measure of the same indicator or criterion answers it.
        if deficiency.found != Found::Named {
            return match self.indicator.as_deref().filter(|indicator| indicator.contains('.')) {
                Some(indicator) => indicator == deficiency.indicator,
                None => self.criterion.is_some(),
            };
        }
        (deficiency.indicator == "1.1" && self.covers_the_whole_list())
            || (deficiency.items.is_empty() && self.shares_words(&deficiency.text))
    }

    /// «Разместить на сайте всю недостающую информацию», «привести в соответствие с приказом № 277».
    fn covers_the_whole_list(&self) -> bool {
        let has = |stem: &str| self.words.iter().any(|word| word.starts_with(stem));
        (has("информац") || has("сведен") || has("раздел") || has("сайт") || has("стенд"))
            && (has("недоста") || has("соответств") || has("полно") || has("актуализ"))
    }

    fn is_only_about_other(&self, channel: Channel) -> bool {
        let (this, other) = match channel {
            Channel::Site => ("сайт", "стенд"),
            Channel::Stand => ("стенд", "сайт"),
        };
        self.words.contains(other) && !self.words.contains(this)
    }

    /// Whether most words of a deficiency's text stand in the measure.
    fn shares_words(&self, text: &str) -> bool {
        let wanted = words(text);
        let shared = wanted.iter().filter(|word| self.words.contains(*word)).count();
        !wanted.is_empty() && shared * 5 >= wanted.len() * 3
    }
}

/// Everything a measure says about its content.
fn content(measure: &Measure) -> String {
    let parts = [
        measure.lead.as_deref(),
        Some(&measure.text),
        measure.deficiency.as_deref(),
        measure.expected_result.as_deref(),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(". ")
}

/// Stems that tell one thing from another: short words and words of every measure are left out.
fn words(text: &str) -> BTreeSet<String> {
    const EVERYWHERE: &[&str] =
        &["налич", "обеспечен", "организац", "учрежден", "оказан", "предоставлен", "услуг", "услов"];
    stems(text).into_iter().filter(|stem| stem.chars().count() > 3 && !EVERYWHERE.contains(&stem.as_str())).collect()
}
