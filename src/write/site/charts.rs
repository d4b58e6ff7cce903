//! Small charts that stretch with the page: every position is a share of the width, so text never shrinks.

use std::ops::RangeInclusive;

use crate::write::figures;

/// The part of the scale from 0 to 100 points that a chart shows.
#[derive(Clone, Copy, Debug)]
pub(super) struct Axis {
    from: f64,
}

impl Axis {
    /// An axis that ends at 100 and begins at a round number below all values.
    pub(super) fn for_values(values: impl IntoIterator<Item = f64>) -> Self {
        let lowest = values.into_iter().filter(|value| value.is_finite()).fold(90.0, f64::min);
        Self { from: (((lowest - 1.0) / 10.0).floor() * 10.0).clamp(0.0, 90.0) }
    }

    /// Where a value stands, in per cent of the width.
    fn at(self, value: f64) -> f64 {
        ((value - self.from) / (100.0 - self.from) * 100.0).clamp(0.0, 100.0)
    }

    fn range(self) -> RangeInclusive<f64> {
        self.from..=100.0
    }

    /// The scale above the lanes.
    pub(super) fn ruler(self) -> String {
        let step = if self.from >= 50.0 { 10.0 } else { 20.0 };
        let mut marks = String::new();
        let mut value = self.from;
        while self.range().contains(&value) {
            let anchor = if value <= self.from {
                "start"
            } else if value >= 100.0 {
                "end"
            } else {
                "middle"
            };
            let at = self.at(value);
            marks.push_str(&format!(r#"<text x="{at:.2}%" y="12" text-anchor="{anchor}">{value:.0}</text>"#));
            value += step;
        }
        format!(r#"<svg class="lane ruler" height="16" aria-hidden="true">{marks}</svg>"#)
    }

    /// One value as a dot with its interval, and the mean as a tick.
    pub(super) fn dot(self, value: f64, interval: Option<(f64, f64)>, mean: Option<f64>) -> String {
        let whisker = interval.map(|(low, high)| {
            format!(r#"<line class="whisker" x1="{:.2}%" x2="{:.2}%" y1="10" y2="10"/>"#, self.at(low), self.at(high))
        });
        self.lane(&format!(
            r#"{}{}<circle class="dot" cx="{:.2}%" cy="10" r="5"/>"#,
            self.tick(mean),
            whisker.unwrap_or_default(),
            self.at(value)
        ))
    }

    /// An earlier value as a ring, today's as a dot, and the way between them.
    pub(super) fn change(self, before: f64, now: f64) -> String {
        let (from, to) = (self.at(before), self.at(now));
        self.lane(&format!(
            r#"<line class="whisker" x1="{from:.2}%" x2="{to:.2}%" y1="10" y2="10"/><circle class="ring" cx="{from:.2}%" cy="10" r="5"/><circle class="dot" cx="{to:.2}%" cy="10" r="5"/>"#
        ))
    }

    /// One value as a bar from the left, and the mean as a tick.
    pub(super) fn bullet(self, value: f64, mean: Option<f64>) -> String {
        let width = self.at(value);
        self.lane(&format!(r#"<rect class="bar" y="5" width="{width:.2}%" height="10"/>{}"#, self.tick(mean)))
    }

    fn tick(self, mean: Option<f64>) -> String {
        mean.map(|mean| self.at(mean))
            .map(|at| format!(r#"<line class="mean" x1="{at:.2}%" x2="{at:.2}%" y1="0" y2="20"/>"#))
            .unwrap_or_default()
    }

    fn lane(self, marks: &str) -> String {
        format!(
            r#"<svg class="lane" height="20" aria-hidden="true"><line class="base" x1="0" x2="100%" y1="10" y2="10"/>{marks}</svg>"#
        )
    }
}

/// «80,10–88,20», or nothing where there is no interval.
pub(super) fn interval(interval: Option<(f64, f64)>) -> String {
    interval.map_or_else(String::new, |(low, high)| format!("{}–{}", figures::estimate(low), figures::estimate(high)))
}

/// Shares of a whole as one stacked bar; `parts` are a class of the style sheet and a number. A bar that would be longer
/// than the whole is as long as the whole.
pub(super) fn stack(parts: &[(&str, usize)], whole: usize) -> String {
    let whole = whole.max(parts.iter().map(|(_, n)| n).sum());
    let mut marks = String::new();
    let mut before = 0;
    for (class, n) in parts {
        let share = |n: usize| n as f64 / whole.max(1) as f64 * 100.0;
        if *n > 0 {
            marks.push_str(&format!(
                r#"<rect class="{class}" x="{:.2}%" width="{:.2}%" y="3" height="14"/>"#,
                share(before),
                share(*n)
            ));
        }
        before += n;
    }
    format!(r#"<svg class="lane" height="20" aria-hidden="true">{marks}</svg>"#)
}
