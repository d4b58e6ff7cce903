//! The phrases of one cell put together: a recurrence takes its day, a condition joins its date, the rest are rows of their own.

use chrono::{Datelike, NaiveDate};

use super::Context;
use super::lists;
use super::reading;
use super::recurrence;
use super::statement::{How, On, Recurrence, Statement, What};
use super::time::{Part, Time, Unit, Year};
use super::years::{Origin, Settled, has_season, settle};
use crate::model::{Bound, Deadline, DeadlineKind, Grade, PeriodUnit};

/// The deadlines that the statements of a cell make, in their order.
pub(super) fn combine(text: &str, statements: &[Statement], context: &Context) -> Vec<Deadline> {
    let statements = lists::complete(statements, context);
    let condition = condition(text, &statements);
    let mut rows = Vec::new();
    let mut groups = statements.split(|statement| statement.what == What::Onward);
    let first = groups.next().unwrap_or_default();
    let group = Group { text, context, condition: condition.as_deref() };
    rows.extend(group.rows(first));
    for later in groups {
        let onward = group.rows(later);
        continue_from(&mut rows, onward, text);
    }
    if statements.iter().any(|statement| statement.what == What::Onward)
        && rows.len() == 1
        && rows[0].kind == DeadlineKind::Period
    {
        forever(&mut rows[0]);
    }
    if rows.is_empty() {
        rows.extend(group.without_time(&statements));
    }
    let dropped = statements.iter().any(|statement| matches!(statement.what, What::Bare(_) | What::BareRange(..)));
    let several = rows.len() > 1;
    for row in &mut rows {
        if dropped && row.grade != Grade::Absent {
            row.grade = Grade::C;
        } else if several && row.grade == Grade::A {
            row.grade = Grade::B;
        }
    }
    rows
}

/// The words of all conditions and other documents beside a time.
fn condition(text: &str, statements: &[Statement]) -> Option<String> {
    let words: Vec<&str> = statements
        .iter()
        .filter(|statement| matches!(statement.what, What::If | What::Elsewhere))
        .map(|statement| trimmed(&text[statement.condition..statement.end]))
        .collect();
    (!words.is_empty()).then(|| words.join("; "))
}

fn trimmed(text: &str) -> &str {
    text.trim().trim_end_matches(['.', ',', ';', ':', '(', ' ']).trim_start_matches([',', ' '])
}

/// Statements that are read together.
struct Group<'c> {
    text: &'c str,
    context: &'c Context,
    condition: Option<&'c str>,
}

impl Group<'_> {
    fn rows(&self, statements: &[Statement]) -> Vec<Deadline> {
        let recurring = recurrences(statements);
        let always = statements.iter().find(|statement| statement.what == What::Always);
        let mut rows = Vec::new();
        if let Some((rule, recurrence)) = recurring.first() {
            for (rule, recurrence) in std::iter::once(&(*rule, *recurrence)).chain(&recurring[1..]) {
                rows.extend(self.recurring(rule, recurrence, statements));
            }
        } else {
            let times: Vec<(&Statement, Time, How)> = statements
                .iter()
                .filter_map(|statement| match statement.what {
                    What::At(time, how) => Some((statement, time, how)),
                    _ => None,
                })
                .collect();
            let settled = settle(&times.iter().map(|(_, time, _)| *time).collect::<Vec<_>>(), self.context);
            for ((statement, _, how), settled) in times.iter().zip(&settled) {
                rows.push(self.dated(statement, *how, settled, always.is_some()));
            }
            if rows.is_empty()
                && let Some(always) = always
            {
                let mut row = self.row(DeadlineKind::Continuous, always);
                row.reading = reading::CONTINUOUS.to_owned();
                rows.push(row);
            }
        }
        for statement in statements {
            if let What::Counted(unit, count) = statement.what {
                rows.push(self.relative(statement, unit, count));
            }
        }
        for row in &mut rows {
            if row.kind != DeadlineKind::Invalid
                && let Some(condition) = self.condition
            {
                row.condition = Some(match row.condition.take() {
                    Some(own) => format!("{own}; {condition}"),
                    None => condition.to_owned(),
                });
                row.reading.push_str(" Срок зависит от условия: ");
                row.reading.push_str(condition);
                row.reading.push('.');
            }
        }
        rows
    }

    fn row(&self, kind: DeadlineKind, statement: &Statement) -> Deadline {
        let mut row = Deadline::new(kind, trimmed(&self.text[statement.start..statement.end]), statement.rule);
        if statement.repaired {
            row.grade = Grade::C;
        }
        row
    }

    /// A date, a period, or a beginning.
    fn dated(&self, statement: &Statement, how: How, settled: &Settled, always: bool) -> Deadline {
        let mut row = self.row(DeadlineKind::Period, statement);
        if settled.invalid {
            row.kind = DeadlineKind::Invalid;
            row.grade = Grade::C;
            row.reading = reading::invalid(settled);
            return row;
        }
        row.precision = Some(settled.time.precision());
        row.ambiguous = settled.ambiguous;
        let time = settled.time;
        match how {
            How::From | How::After => {
                let begin = if how == How::From { settled.start } else { settled.end.and_then(|day| day.succ_opt()) };
                row.kind = DeadlineKind::Continuous;
                row.bound = Some(Bound::From);
                row.start_date = begin;
                row.ambiguous |= !always;
            }
            // «01.10.2025 – постоянно»
            How::Within if always && time.is_day() => {
                row.kind = DeadlineKind::Continuous;
                row.bound = Some(Bound::From);
                row.start_date = settled.start;
            }
            How::Within if always || !(time.is_day() || is_end(&time)) => {
                row.bound = Some(Bound::Within);
                (row.start_date, row.end_date) = (settled.start, settled.end);
            }
            How::Within | How::On => {
                row.kind = DeadlineKind::Date;
                let on = how == How::On || self.context.event && time.is_day();
                row.bound = Some(if on { Bound::On } else { Bound::Until });
                row.end_date = settled.end;
            }
            How::Until | How::By | How::Through => {
                row.kind = DeadlineKind::Date;
                row.bound = Some(Bound::Until);
                let (end, doubtful) = limit(how, settled);
                row.end_date = end;
                row.ambiguous |= doubtful;
            }
        }
        if settled.origin == Origin::Unknown && row.start_date.is_none() && row.end_date.is_none() {
            row.grade = Grade::C;
        }
        grade(&mut row, settled.origin);
        reading::dated(&mut row, how, settled, self.context);
        row
    }

    fn relative(&self, statement: &Statement, unit: PeriodUnit, count: i32) -> Deadline {
        let mut row = self.row(DeadlineKind::Relative, statement);
        let event = trimmed(&self.text[statement.condition..statement.end]);
        row.period_unit = Some(unit);
        row.period_count = Some(count);
        row.condition = (!event.is_empty()).then(|| event.to_owned());
        row.reading = reading::relative(unit, count, row.condition.as_deref());
        row
    }

    /// A recurrence with the days and the bounds that stand beside it. Days that one rule cannot tell are rows of their own.
    fn recurring(&self, statement: &Statement, recurrence: &Recurrence, statements: &[Statement]) -> Vec<Deadline> {
        let times: Vec<(Time, How)> = statements
            .iter()
            .filter_map(|statement| match statement.what {
                What::At(time, how) | What::Yearly(time, how) => Some((time, how)),
                _ => None,
            })
            .collect();
        let settled = settle(&times.iter().map(|(time, _)| *time).collect::<Vec<_>>(), self.context);
        if settled.iter().any(|time| time.invalid) {
            let mut row = self.row(DeadlineKind::Invalid, statement);
            row.grade = Grade::C;
            row.reading = settled.iter().find(|time| time.invalid).map(reading::invalid).unwrap_or_default();
            return vec![row];
        }
        let yearly = matches!(recurrence.unit, PeriodUnit::Year | PeriodUnit::HalfYear | PeriodUnit::Trimester)
            || times.len() > 1;
        let mut anchors = Vec::new();
        let (mut start, mut end, mut doubtful) = (None, None, false);
        for (&(time, how), settled) in times.iter().zip(&settled) {
            let names_year = !matches!(time.first.year, Year::Missing | Year::ThisSchool);
            // «ежегодно, май 2025–2027 гг.»
            if yearly && has_season(&time.first) && time.last.unit == Unit::Year {
                anchors.push(Time::of(time.first.unit, Year::Missing));
                (start, end) = (settled.start, settled.end);
                continue;
            }
            // «ежегодно до 15 декабря 2025 года» names the day of every year, unless it is the end of the plan or later.
            let plan_ends = self.context.period.map(|period| period.end);
            let names_day = time.is_day() && plan_ends.is_none_or(|end| settled.end.is_some_and(|day| day < end));
            if recurrence.unit == PeriodUnit::Year && names_year && names_day && !matches!(how, How::From | How::After)
            {
                doubtful = true;
                anchors.push(time);
                continue;
            }
            let part_of_year = has_season(&time.first) || time.first.part != Part::Whole;
            match how {
                How::From | How::After => start = settled.start,
                How::Within | How::Through | How::On if yearly && part_of_year && !names_year => anchors.push(time),
                _ if yearly && part_of_year && !names_year => {
                    doubtful |= limit(how, settled).1;
                    anchors.push(last_day_of(how, time, settled));
                }
                // «1 раз в три года, 2025 год» names the first year, not the last.
                How::Within if recurrence.unit == PeriodUnit::Year && recurrence.count > 1 => start = settled.start,
                How::Within => (start, end) = (settled.start, settled.end),
                _ => end = limit(how, settled).0,
            }
        }
        let groups: Vec<&[Time]> =
            if anchors.is_empty() || same_day(&anchors) { vec![&anchors[..]] } else { anchors.chunks(1).collect() };
        let (from, to) = bounds(statements);
        groups
            .into_iter()
            .map(|anchors| {
                let mut row = self.row(DeadlineKind::Recurring, statement);
                row.raw = trimmed(&self.text[from..to]).to_owned();
                row.period_unit = Some(recurrence.unit);
                row.period_count = Some(recurrence.count);
                row.start_date = start;
                row.end_date = end;
                row.bound = (!anchors.is_empty() || matches!(recurrence.on, On::MonthDays(_))).then_some(Bound::Until);
                row.rrule = Some(recurrence::rule(recurrence, anchors, end));
                row.ambiguous = doubtful
                    || recurrence.times > 1
                    || (matches!(recurrence.on, On::MonthDays(_)) && recurrence.unit != PeriodUnit::Month);
                row.reading = reading::recurring(recurrence, anchors, start, end);
                if row.ambiguous || statements.iter().any(|statement| statement.repaired) {
                    row.grade = Grade::C;
                }
                row
            })
            .collect()
    }

    /// The one row of a cell that states no time.
    fn without_time(&self, statements: &[Statement]) -> Option<Deadline> {
        let named = |wanted: fn(&What) -> bool| statements.iter().find(|statement| wanted(&statement.what));
        let main = statements.iter().find(|s| matches!(s.what, What::If | What::Elsewhere));
        if let Some(statement) = main {
            let conditional = statement.what == What::If;
            let kind = if conditional { DeadlineKind::Conditional } else { DeadlineKind::ByReference };
            let mut row = self.row(kind, statement);
            let words = self.condition.unwrap_or_default();
            row.condition = conditional.then(|| words.to_owned());
            row.reading = if conditional { reading::conditional(words) } else { reading::elsewhere(words) };
            return Some(row);
        }
        if let Some(statement) = named(|what| *what == What::Ditto) {
            let mut row = self.row(DeadlineKind::ByReference, statement);
            row.reading = reading::DITTO.to_owned();
            return Some(row);
        }
        let statement = named(|what| *what == What::Nothing)?;
        let mut row = self.row(DeadlineKind::Absent, statement);
        row.reading = reading::ABSENT.to_owned();
        row.grade = Grade::Absent;
        Some(row)
    }
}

/// Whether it is the end of a single stretch: «конец марта».
fn is_end(time: &Time) -> bool {
    time.is_single() && time.last.part == Part::End
}

/// The last day that «до», «к» or «не позднее» allow, and whether another is just as likely.
fn limit(how: How, settled: &Settled) -> (Option<NaiveDate>, bool) {
    let time = settled.time;
    if how == How::Through || time.is_day() || is_end(&time) {
        return (settled.end, false);
    }
    let (Some(start), Some(end)) = (settled.start, settled.end) else { return (None, false) };
    let school_year = matches!(time.first.unit, Unit::SchoolYear);
    match time.first.part {
        // «до начала учебного года» is «до 1 сентября».
        Part::Start if school_year => (Some(start), false),
        _ if school_year && how == How::By => (Some(start), false),
        Part::Middle => (start.checked_add_days(chrono::Days::new((end - start).num_days() as u64 / 2)), true),
        Part::Start => (start.pred_opt(), true),
        _ => (start.pred_opt(), true),
    }
}

/// The day of the year that «до начала учебного года» allows last; a day is itself.
fn last_day_of(how: How, time: Time, settled: &Settled) -> Time {
    match limit(how, settled).0 {
        Some(day) if !time.is_day() => {
            Time::of(Unit::Day { month: day.month() as u8, day: day.day() as u8 }, Year::Missing)
        }
        _ => time,
    }
}

/// An inferred year is grade B, a doubtful reading C.
fn grade(row: &mut Deadline, origin: Origin) {
    if row.ambiguous {
        row.grade = Grade::C;
    } else if row.grade == Grade::A && origin != Origin::Stated {
        row.grade = Grade::B;
    }
}

fn same_day(anchors: &[Time]) -> bool {
    let day = |time: &Time| match time.last.unit {
        Unit::Day { day, .. } => day,
        _ => 0,
    };
    anchors.windows(2).all(|pair| day(&pair[0]) == day(&pair[1]))
}

fn bounds(statements: &[Statement]) -> (usize, usize) {
    let from = statements.iter().map(|statement| statement.start).min().unwrap_or(0);
    let to = statements.iter().map(|statement| statement.end).max().unwrap_or(0);
    (from, to)
}

/// The recurrences of a group with their days. Equal ones are one, and of bounds («не чаще …, не реже …») the last one counts.
fn recurrences(statements: &[Statement]) -> Vec<(&Statement, Recurrence)> {
    let mut found: Vec<(&Statement, Recurrence)> = Vec::new();
    let mut on = None;
    let mut anchor = None;
    for statement in statements {
        match statement.what {
            What::Every(recurrence) => {
                // «ежеквартально до 15 числа месяца, следующего за отчётным» is each quarter.
                let day_of_month = recurrence.unit == PeriodUnit::Month && matches!(recurrence.on, On::MonthDays(_));
                if day_of_month
                    && let Some((_, coarser)) =
                        found.iter_mut().find(|(_, known)| known.unit as u8 > PeriodUnit::Month as u8)
                {
                    coarser.on = recurrence.on;
                    continue;
                }
                let same = |(_, known): &&mut (&Statement, Recurrence)| {
                    known.least || recurrence.least || (known.unit, known.count) == (recurrence.unit, recurrence.count)
                };
                match found.iter_mut().find(same) {
                    Some(known) => {
                        let day = if recurrence.on == On::End { known.1.on } else { recurrence.on };
                        *known = (statement, Recurrence { on: day, ..recurrence });
                    }
                    None => found.push((statement, recurrence)),
                }
            }
            What::Yearly(..) if !found.iter().any(|(_, known)| known.unit == PeriodUnit::Year) => {
                found.push((statement, Recurrence::every(PeriodUnit::Year, 1)));
            }
            What::Anchor(day) => {
                anchor = anchor.or(Some(statement));
                on = Some(match (on, day) {
                    (Some(On::Weekdays(known)), On::Weekdays(more)) => On::Weekdays(known | more),
                    (Some(On::MonthDays(known)), On::MonthDays(more)) => On::MonthDays(known | more),
                    _ => day,
                });
            }
            _ => {}
        }
    }
    if let (Some(on), Some(anchor)) = (on, anchor) {
        if found.is_empty() {
            let unit = if matches!(on, On::Weekdays(_)) { PeriodUnit::Week } else { PeriodUnit::Month };
            found.push((anchor, Recurrence::every(unit, 1)));
        }
        for (_, recurrence) in &mut found {
            // «2 раза в месяц (1 и 15 числа)»: the days say when, once for each month.
            if matches!(on, On::MonthDays(_)) && recurrence.unit == PeriodUnit::Week {
                (recurrence.unit, recurrence.count) = (PeriodUnit::Month, 1);
            }
            recurrence.on = match (recurrence.on, on) {
                (On::MonthDays(known), On::MonthDays(more)) => On::MonthDays(known | more),
                _ => on,
            };
        }
    }
    found
}

/// What follows «далее» begins where the statement before it ends.
fn continue_from(rows: &mut Vec<Deadline>, onward: Vec<Deadline>, text: &str) {
    let Some(before) = rows.last_mut() else {
        rows.extend(onward);
        return;
    };
    match onward.first().map(|row| row.kind) {
        Some(DeadlineKind::Continuous) | None if before.kind == DeadlineKind::Period => {
            forever(before);
            before.raw = text.trim().to_owned();
        }
        Some(DeadlineKind::Continuous) if before.kind == DeadlineKind::Continuous => {
            before.ambiguous = false;
            before.raw = text.trim().to_owned();
        }
        _ => {
            let start = before.end_date;
            rows.extend(onward.into_iter().map(|mut row| {
                let goes_on = matches!(row.kind, DeadlineKind::Recurring | DeadlineKind::Continuous);
                if goes_on && row.end_date.is_none_or(|end| start.is_none_or(|start| start <= end)) {
                    row.start_date = row.start_date.or(start);
                }
                row
            }));
        }
    }
}

/// «2025 год и далее»: without end from the beginning of the period.
fn forever(row: &mut Deadline) {
    row.kind = DeadlineKind::Continuous;
    row.bound = Some(Bound::From);
    row.end_date = None;
    row.reading = reading::since(row.start_date);
}
