//! Drafts to measures: what their texts say about time, people, criteria and progress.

use super::draft::{COMBINED, Draft, LABEL, LOST, PLAN, SECTION, Source};
use super::{bullets, colleagues, criterion, ditto, labels, progress, rows};
use crate::extract::deadline::{self, Context};
use crate::extract::officer;
use crate::language::fold::{fold, one_line};
use crate::language::{mark, month, wrap};
use crate::model::{Bound, Deadline, DeadlineKind, Grade, Measure, Officer, Period, Plan, Progress};

/// The measures of a plan from its drafts, in order.
pub(super) fn measures(drafts: Vec<Draft>, plan: &Plan, first: u32) -> Vec<Measure> {
    let context = Context {
        period: plan.period,
        approved_on: plan.approved_on.as_ref().map(|on| on.value),
        ..Context::default()
    };
    let responsible =
        plan.responsible_raw.as_ref().map(|raw| labels::officer_label(&raw.value).unwrap_or(&raw.value).to_owned());
    let mut measures: Vec<Measure> = Vec::with_capacity(drafts.len());
    for draft in drafts {
        let context = within(&context, draft.section.as_deref(), draft.event);
        for mut draft in bullets::split(draft, &context) {
            labels::take(&mut draft);
            let ordinal = first + measures.len() as u32;
            let measure = measure(draft, &context, responsible.as_deref(), measures.last(), ordinal);
            if measure.text.chars().any(char::is_alphabetic) {
                measures.push(measure);
            }
        }
    }
    colleagues::part(&mut measures);
    measures
}

/// The plan's context, narrowed by a section that names a month or a year.
fn within(context: &Context, section: Option<&str>, event: bool) -> Context {
    let mut context = Context { event, ..context.clone() };
    let Some(section) = section else { return context };
    let folded = fold(section);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>();
    let year = words.iter().find_map(|word| word.parse::<i32>().ok().filter(|year| (1990..2100).contains(year)));
    let rest = words.iter().all(|word| {
        month::number(word).is_some() || ["год", "года", "г"].contains(word) || word.parse::<i32>().is_ok()
    });
    if !rest {
        return context;
    }
    if let Some(month) = words.iter().find_map(|word| month::number(word)) {
        context.month = Some((year, month));
    } else if let Some(year) = year
        && let (Some(start), Some(end)) =
            (chrono::NaiveDate::from_ymd_opt(year, 1, 1), chrono::NaiveDate::from_ymd_opt(year, 12, 31))
    {
        context.period = Some(Period { start, end, school_year: false });
    }
    context
}

fn measure(
    mut draft: Draft,
    context: &Context,
    responsible: Option<&str>,
    above: Option<&Measure>,
    ordinal: u32,
) -> Measure {
    let mut rules: Vec<String> = draft.rules.iter().map(|rule| (*rule).to_owned()).collect();
    let text = mended(&draft.text, &mut rules, &mut draft.repaired);
    let deadlines = deadlines(&draft, &text, context, above, &mut rules);
    let officers = officers(&mut draft, responsible, above, &mut rules);
    let indicator = criterion::stated(&text)
        .or_else(|| {
            draft
                .indicator
                .clone()
                .filter(|i| criterion::of_indicator(i).is_some())
                .map(|i| i.trim().trim_end_matches('.').to_owned())
        })
        .or_else(|| draft.criterion.as_deref().and_then(criterion::code))
        .or_else(|| draft.deficiency.as_deref().and_then(criterion::stated));
    let (criterion, guessed) = criterion_of(&draft, indicator.as_deref(), &text);
    if guessed {
        rules.push("criterion-by-words".to_owned());
    }
    let completed_raw = draft.completed.clone();
    let actual = completed_raw.as_deref().and_then(|raw| day(raw, context));
    let status = progress::status(draft.status.as_deref(), draft.progress.as_deref(), actual.is_some());
    let completed_on = actual.or_else(|| done_on(status, draft.progress.as_deref(), context));
    let grades = deadlines
        .iter()
        .map(|d| d.grade)
        .chain(officers.iter().map(|o| o.grade))
        .filter(|grade| *grade != Grade::Absent);
    let inferred = if rules.is_empty() { Grade::A } else { Grade::B };
    let repaired = if draft.repaired { Grade::C } else { Grade::A };
    let grade = grades.chain([inferred, repaired]).max().unwrap_or(Grade::A);
    rules.sort_unstable();
    rules.dedup();
    Measure {
        ordinal,
        place: draft.place.clone(),
        number: draft.number.clone(),
        section: draft.section.clone(),
        lead: draft.lead.as_deref().map(|lead| wrap::join(&one_line(lead)).into_owned()),
        criterion,
        indicator,
        deficiency: draft.deficiency.as_deref().map(|text| wrap::join(&one_line(text)).into_owned()),
        text,
        deadline_raw: deadline_raw(&draft),
        deadlines,
        officers_raw: officers_raw(&draft),
        officers,
        expected_result: draft.expected_result.as_deref().map(|text| wrap::join(&one_line(text)).into_owned()),
        status,
        progress: draft.progress,
        completed_raw,
        completed_on,
        verifiability: None,
        grade,
        rules,
    }
}

/// The measure's text on one line, broken words joined, without its closing semicolon.
fn mended(text: &str, rules: &mut Vec<String>, repaired: &mut bool) -> String {
    let joined = wrap::join(text);
    let line = one_line(&joined);
    if one_line(text) != line {
        rules.push("broken-words-joined".to_owned());
        *repaired = true;
    }
    let body = mark::split(&line).filter(|(_, rest)| !rest.is_empty()).map_or(line.as_str(), |(_, rest)| rest);
    body.trim_end_matches([';', ',', ' ']).to_owned()
}

fn deadline_raw(draft: &Draft) -> Option<String> {
    let two = [&draft.start, &draft.end]
        .iter()
        .filter(|s| !s.is_empty())
        .map(|s| one_line(&s.text))
        .collect::<Vec<_>>()
        .join(" – ");
    Some(one_line(&draft.deadline.text)).filter(|raw| !raw.is_empty()).or(Some(two).filter(|raw| !raw.is_empty()))
}

fn officers_raw(draft: &Draft) -> Option<String> {
    let raw = [&draft.officer, &draft.co_officer]
        .iter()
        .filter(|s| !s.is_empty())
        .map(|s| one_line(&s.text))
        .collect::<Vec<_>>()
        .join("; ");
    Some(raw).filter(|raw| !raw.is_empty())
}

fn deadlines(
    draft: &Draft,
    text: &str,
    context: &Context,
    above: Option<&Measure>,
    rules: &mut Vec<String>,
) -> Vec<Deadline> {
    if !draft.start.is_empty() || !draft.end.is_empty() {
        return between(draft, context, rules);
    }
    if ditto::is_ditto(&draft.deadline.text)
        && let Some(above) = above
    {
        rules.push("ditto".to_owned());
        let refer =
            |d: &Deadline| Deadline { raw: one_line(&draft.deadline.text), grade: d.grade.max(Grade::B), ..d.clone() };
        return above.deadlines.iter().map(refer).collect();
    }
    if draft.deadline.is_empty() || rows::is_dash(&draft.deadline.text) {
        let hidden = deadline::find(text, context);
        if !hidden.is_empty() {
            rules.push("deadline-in-text".to_owned());
            return hidden;
        }
        if context.month.is_some()
            && let Some(section) = &draft.section
        {
            rules.push(SECTION.to_owned());
            return by(SECTION, deadline::read(section, context));
        }
        // «II квартал» above the rows, and no term in them.
        if let Some(section) = draft.section.as_deref().filter(|section| is_term(section, context)) {
            rules.push(SECTION.to_owned());
            return by(SECTION, deadline::read(section, context));
        }
    }
    let readings = deadline::read(&draft.deadline.text, context);
    match draft.deadline.rule {
        Some(rule) if !draft.deadline.is_empty() => {
            rules.push(rule.to_owned());
            by(rule, readings)
        }
        _ => readings,
    }
}

/// Whether a heading is nothing but a term.
fn is_term(section: &str, context: &Context) -> bool {
    let text = mark::split(section).map_or(section, |(_, text)| text).trim().trim_end_matches([':', '.']);
    deadline::locate(text, context).is_some_and(|range| range.start == 0 && range.end + 1 >= text.len())
}

/// Readings of a text that a rule brought are inferred. A labelled line is as literal as a cell.
fn by(rule: &str, mut readings: Vec<Deadline>) -> Vec<Deadline> {
    if rule != LABEL && rule != COMBINED {
        for reading in &mut readings {
            reading.grade = reading.grade.max(Grade::B);
        }
    }
    readings
}

/// The term that two columns give.
fn between(draft: &Draft, context: &Context, rules: &mut Vec<String>) -> Vec<Deadline> {
    let (from, to) = (deadline::read(&draft.start.text, context), deadline::read(&draft.end.text, context));
    let raw = deadline_raw(draft).unwrap_or_default();
    for source in [&draft.start, &draft.end] {
        rules.extend(source.rule.map(str::to_owned));
    }
    let (Some(first), Some(last)) = (from.first(), to.first()) else { return to };
    let begin = first.start_date.or(first.end_date);
    if draft.start.is_empty() || begin.is_none() {
        return to;
    }
    if draft.end.is_empty() || rows::is_dash(&draft.end.text) {
        let mut open = Deadline {
            raw,
            start_date: begin,
            end_date: None,
            bound: Some(Bound::From),
            kind: DeadlineKind::Continuous,
            ..first.clone()
        };
        open.reading = format!("Начало — {}, окончание не указано", draft.start.text.trim());
        return vec![open];
    }
    let mut whole = Deadline { raw, start_date: begin, ..last.clone() };
    if let Some(end) = last.end_date
        && matches!(last.kind, DeadlineKind::Date | DeadlineKind::Period)
    {
        whole.kind = DeadlineKind::Period;
        whole.bound = Some(Bound::Within);
        whole.reading = begin
            .map(|begin| format!("С {} по {}", begin.format("%d.%m.%Y"), end.format("%d.%m.%Y")))
            .unwrap_or_default();
    }
    whole.rule = "two-columns".to_owned();
    vec![whole]
}

fn officers(
    draft: &mut Draft,
    responsible: Option<&str>,
    above: Option<&Measure>,
    rules: &mut Vec<String>,
) -> Vec<Officer> {
    if ditto::is_ditto(&draft.officer.text)
        && let Some(above) = above
    {
        rules.push("ditto".to_owned());
        let refer = |o: &Officer| Officer { inherited: true, grade: o.grade.max(Grade::B), ..o.clone() };
        return above.officers.iter().map(refer).collect();
    }
    if draft.officer.is_empty() || rows::is_dash(&draft.officer.text) {
        let section = draft.section.as_deref().map(|section| mark::split(section).map_or(section, |(_, rest)| rest));
        if let Some(section) = section.filter(|section| officer::names_actor(section)) {
            draft.officer = Source::by(SECTION, section);
        } else if let Some(responsible) = responsible {
            draft.officer = Source::by(PLAN, responsible);
        }
    }
    let mut officers = read(&draft.officer, rules);
    officers.extend(read(&draft.co_officer, rules));
    officers
}

fn read(source: &Source, rules: &mut Vec<String>) -> Vec<Officer> {
    if source.is_empty() || rows::is_dash(&source.text) {
        return Vec::new();
    }
    let mut officers = officer::read(&source.text);
    if let Some(rule) = source.rule {
        rules.push(rule.to_owned());
        for officer in &mut officers {
            officer.inherited |= source.is_inherited();
            if source.is_inherited() || rule == LOST {
                officer.grade = officer.grade.max(Grade::B);
            }
        }
    }
    officers
}

/// The criterion, and whether it is a guess.
fn criterion_of(draft: &Draft, indicator: Option<&str>, text: &str) -> (Option<u8>, bool) {
    let stated = indicator
        .and_then(criterion::of_indicator)
        .or_else(|| draft.criterion.as_deref().and_then(|c| criterion::named(c).or_else(|| criterion::of_indicator(c))))
        .or_else(|| draft.section.as_deref().and_then(criterion::named));
    if stated.is_some() {
        return (stated, false);
    }
    let lead = draft.lead.as_deref().unwrap_or("");
    let guess = draft
        .deficiency
        .as_deref()
        .and_then(criterion::guessed)
        .or_else(|| criterion::guessed(text))
        .or_else(|| criterion::guessed(lead));
    (guess, guess.is_some())
}

/// The day that the progress column itself states: «выполнено 15.02.2025». A longer text tells other days too.
fn done_on(status: Progress, progress: Option<&str>, context: &Context) -> Option<chrono::NaiveDate> {
    const LONGEST: usize = 40;
    progress
        .filter(|text| status == Progress::Complete && text.chars().count() <= LONGEST)
        .and_then(|text| day(text, context))
}

fn day(raw: &str, context: &Context) -> Option<chrono::NaiveDate> {
    deadline::read(raw, context).iter().find(|d| d.kind == DeadlineKind::Date).and_then(|d| d.end_date)
}
