//! A measure while it is put together: the texts of one row by what they are, before anything is read from them.

use crate::model::Location;

/// A text and how it came to its measure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Source {
    /// The text as written; lines are kept apart.
    pub(super) text: String,
    /// The rule that brought it, where it does not stand in a cell of its own.
    pub(super) rule: Option<&'static str>,
}

/// The cell is merged downwards and covers this row.
pub(super) const MERGED: &str = "merged-cell";
/// The lead-in of the list says it for all its items.
pub(super) const LEAD: &str = "lead-in";
/// The heading above the rows says it.
pub(super) const SECTION: &str = "section-heading";
/// A line under the table says it for the whole plan.
pub(super) const PLAN: &str = "whole-plan";
/// Deadline and officer, or measure and officer, share a cell.
pub(super) const COMBINED: &str = "combined-cell";
/// Marks stand in columns that are headed by the terms.
pub(super) const MARKED: &str = "marked-columns";
/// The columns of the table were lost; the line was cut by its words.
pub(super) const LOST: &str = "lost-columns";
/// Measure, term and officer are strung together on one line.
pub(super) const INLINE: &str = "inline-columns";
/// A labelled line under the measure: «Ответственный: …».
pub(super) const LABEL: &str = "labelled-line";
/// The items of a list in one cell became measures, or their stacked deadlines were given out one by one.
pub(super) const SPLIT: &str = "list-split";

impl Source {
    /// A text from a cell of its own.
    pub(super) fn own(text: &str) -> Self {
        Self { text: text.to_owned(), rule: None }
    }

    /// A text brought by a rule.
    pub(super) fn by(rule: &'static str, text: &str) -> Self {
        Self { text: text.to_owned(), rule: Some(rule) }
    }

    /// Whether there is nothing in it.
    pub(super) fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Whether it says it for more than this row.
    pub(super) fn is_inherited(&self) -> bool {
        self.rule.is_some_and(|rule| [MERGED, LEAD, SECTION, PLAN].contains(&rule))
    }

    /// The same text as another rule brings it, unless there is a text already.
    pub(super) fn or(self, rule: &'static str, other: &Self) -> Self {
        if self.is_empty() && !other.is_empty() { Self::by(rule, &other.text) } else { self }
    }
}

/// A measure before its deadlines and officers are read.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    pub(super) place: Location,
    /// Whose measure it is, in a plan of several organizations.
    pub(super) organization: Option<String>,
    pub(super) number: Option<String>,
    pub(super) section: Option<String>,
    pub(super) lead: Option<String>,
    /// Lines of the measure's cell, list marks included.
    pub(super) text: String,
    pub(super) deadline: Source,
    /// From when, where two columns give the term.
    pub(super) start: Source,
    /// Until when, where two columns give the term.
    pub(super) end: Source,
    /// Whether the deadline column names days of events.
    pub(super) event: bool,
    pub(super) officer: Source,
    pub(super) co_officer: Source,
    pub(super) deficiency: Option<String>,
    pub(super) criterion: Option<String>,
    pub(super) indicator: Option<String>,
    pub(super) expected_result: Option<String>,
    pub(super) progress: Option<String>,
    pub(super) completed: Option<String>,
    pub(super) status: Option<String>,
    /// Rules that made it other than literally.
    pub(super) rules: Vec<&'static str>,
    /// Whether its text was mended, so that another reading is possible.
    pub(super) repaired: bool,
}

impl Draft {
    /// What an item of a list takes over from its lead-in where it says nothing itself.
    pub(super) fn under(mut self, lead: &Self, text: &str) -> Self {
        self.lead = Some(text.to_owned());
        if self.deadline.is_empty() && self.start.is_empty() && self.end.is_empty() {
            self.deadline = Source::default().or(LEAD, &lead.deadline);
            self.start = Source::default().or(LEAD, &lead.start);
            self.end = Source::default().or(LEAD, &lead.end);
            self.event = lead.event;
        }
        self.officer = self.officer.or(LEAD, &lead.officer);
        self.co_officer = self.co_officer.or(LEAD, &lead.co_officer);
        for (own, other) in [
            (&mut self.deficiency, &lead.deficiency),
            (&mut self.criterion, &lead.criterion),
            (&mut self.indicator, &lead.indicator),
            (&mut self.expected_result, &lead.expected_result),
            (&mut self.progress, &lead.progress),
            (&mut self.completed, &lead.completed),
            (&mut self.status, &lead.status),
        ] {
            if own.is_none() {
                own.clone_from(other);
            }
        }
        self
    }

    /// Adds the cells of a row that goes on with this one.
    pub(super) fn append(&mut self, rest: Self) {
        let join = |own: &mut String, other: &str, gap: char| {
            if !other.trim().is_empty() {
                if !own.is_empty() {
                    own.push(gap);
                }
                own.push_str(other.trim());
            }
        };
        join(&mut self.text, &rest.text, if crate::language::mark::split(&rest.text).is_some() { '\n' } else { ' ' });
        for (own, other) in [
            (&mut self.deadline, rest.deadline),
            (&mut self.officer, rest.officer),
            (&mut self.co_officer, rest.co_officer),
        ] {
            if !other.is_inherited() {
                join(&mut own.text, &other.text, if begins_inside(&other.text) { ' ' } else { '\n' });
            }
        }
        if let Some(other) = rest.deficiency
            && self.deficiency.as_ref() != Some(&other)
        {
            let own = self.deficiency.get_or_insert_default();
            // Another deficiency that the measure answers, or the rest of the same one.
            if !own.is_empty() && !other.starts_with(char::is_lowercase) && !own.ends_with(['.', ';']) {
                own.push(';');
            }
            join(own, &other, ' ');
        }
        for (own, other) in [
            (&mut self.expected_result, rest.expected_result),
            (&mut self.progress, rest.progress),
            (&mut self.completed, rest.completed),
            (&mut self.status, rest.status),
        ] {
            if let Some(other) = other
                && own.as_ref() != Some(&other)
            {
                join(own.get_or_insert_default(), &other, ' ');
            }
        }
    }
}

/// Whether a text goes on with the line above it: in a small letter, or with the initials of the surname there.
fn begins_inside(text: &str) -> bool {
    let mut letters = text.trim_start().chars();
    let first = letters.next();
    first.is_some_and(char::is_lowercase) || first.is_some_and(char::is_uppercase) && letters.next() == Some('.')
}
