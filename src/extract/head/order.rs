//! The order to which a plan is annexed, where the same document holds both: who signs the order approves the plan.

use std::sync::LazyLock;

use regex::Regex;

use super::lines::Line;
use super::person::people;
use super::title::Title;

/// «ПРИКАЗЫВАЮ:», «П Р И К А З», «ПОСТАНОВЛЯЕТ:».
static ORDERS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^\W*(?:п\s?р\s?и\s?к\s?а\s?з(?:\s?ы\s?в\s?а\s?ю)?|распоряжение|постановление|распоряжаюсь|обязываю|постановля(?:ю|ет))\b")
        .expect("a constant pattern")
});

/// A post that signs.
static SIGNS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:и\.\s?о\.|врио|исполняющ\p{L}+ обязанности|директор|завед|руковод|начальник|глава\b|главный врач|председател|управляющ|ректор|министр)")
        .expect("a constant pattern")
});

/// A signature is short.
const LONGEST: usize = 200;

/// The line that signs the order above the title.
pub(super) fn signed(title: &Title) -> Option<&Line> {
    let order = title.above.iter().position(|line| ORDERS.is_match(&line.text))?;
    let signs = |line: &&Line| {
        SIGNS.is_match(&line.text) && line.text.chars().count() <= LONGEST && !people(&line.text).is_empty()
    };
    title.above[order..].iter().rev().find(signs)
}
