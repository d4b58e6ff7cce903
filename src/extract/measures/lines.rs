//! Lists, running text and tables that lost their columns to drafts.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::draft::{Draft, INLINE, LOST, SECTION, Source};
use super::labels;
use crate::extract::deadline::{self, Context};
use crate::extract::officer;
use crate::language::fold::{clean, one_line};
use crate::language::mark::{self, MarkKind};
use crate::model::{Block, ColumnRole, Document, Location};

/// One line with its mark split off.
#[derive(Clone, Debug)]
struct Line {
    mark: Option<(String, MarkKind)>,
    text: String,
    place: Location,
    /// Whether it was cut out of a paragraph that numbers its sentences: the number is all the heading there is.
    inline: bool,
    /// Level of a heading, from 1; `None` for running text.
    heading: Option<u8>,
}

impl Line {
    fn kind(&self) -> Option<MarkKind> {
        self.mark.as_ref().map(|(_, kind)| *kind)
    }

    fn numbers(&self) -> Vec<u32> {
        self.mark
            .as_ref()
            .filter(|(_, kind)| *kind == MarkKind::Number)
            .map(|(mark, _)| mark::parts(mark))
            .unwrap_or_default()
    }

    fn is_item(&self) -> bool {
        matches!(self.kind(), Some(MarkKind::Bullet | MarkKind::Letter))
    }

    fn full(&self) -> String {
        match &self.mark {
            Some((mark, _)) if !mark.is_empty() => format!("{mark} {}", self.text),
            _ => self.text.clone(),
        }
    }
}

/// The measures of a plan that is written as lines.
pub(super) fn drafts(document: &Document, part: usize, blocks: Range<usize>, columns: &[ColumnRole]) -> Vec<Draft> {
    let mut lines = lines(document, part, blocks);
    if !columns.is_empty() && !lines.is_empty() {
        lines.remove(0);
    }
    drop_notes(&mut lines);
    let marked = lines.iter().any(|line| line.mark.is_some());
    let mut reading = Reading { columns, marked, ..Reading::default() };
    for (index, line) in lines.iter().enumerate() {
        reading.take(line, &lines[index + 1..]);
    }
    reading.drafts
}

fn lines(document: &Document, part: usize, blocks: Range<usize>) -> Vec<Line> {
    let is_paragraph = |block: &&Block| matches!(block, Block::Paragraph(_));
    let before = document.parts.iter().take(part).flat_map(|part| &part.blocks).filter(is_paragraph).count();
    let Some(part) = document.parts.get(part) else { return Vec::new() };
    let mut number = before as u32;
    let mut lines = Vec::new();
    for (index, block) in part.blocks.iter().enumerate() {
        let Block::Paragraph(paragraph) = block else { continue };
        number += 1;
        if !blocks.contains(&index) {
            continue;
        }
        let place = Location::paragraph(number).in_sheet(part.name.as_deref());
        let inline = one_line(&paragraph.full_text());
        let items = mark::inline(&inline);
        if !items.is_empty() {
            for (mark, body) in items {
                push_inline(&mut lines, mark, body, &place);
            }
            continue;
        }
        for (row, text) in clean(&paragraph.text).lines().enumerate() {
            let given = paragraph
                .mark
                .as_deref()
                .filter(|_| row == 0)
                .map(|mark| (mark.to_owned(), mark::kind(&format!("{mark} "))));
            let (mark, text) = match (given, mark::split(text)) {
                (Some(given), _) => (Some(given), text),
                (None, Some((mark, rest))) if !rest.is_empty() => (Some((mark.text.to_owned(), mark.kind)), rest),
                // Items of a list without marks end with semicolons, the last one excepted.
                (None, _) if text.ends_with(';') || goes_on(lines.last(), text) => {
                    (Some((String::new(), MarkKind::Bullet)), text)
                }
                (None, _) => (None, text),
            };
            let heading = paragraph.heading;
            lines.push(Line { mark, text: text.to_owned(), place: place.clone(), inline: false, heading });
        }
    }
    lines
}

/// Takes off the notes at the foot: «* при выделении средств» under «… до 25 мая*». Where the items themselves are marked by
/// asterisks, there are none.
fn drop_notes(lines: &mut Vec<Line>) {
    let is_note = |line: &Line| line.mark.as_ref().is_some_and(|(mark, _)| mark.starts_with('*'));
    let first = lines.iter().rposition(|line| !is_note(line)).map_or(0, |last| last + 1);
    let refers = |line: &Line| line.text.trim_end_matches(['.', ';', ')']).ends_with('*');
    let above = &lines[..first];
    if above.iter().any(refers) && !above.iter().any(is_note) {
        lines.truncate(first);
    }
}

/// Whether a line is the last item of a list without marks.
fn goes_on(above: Option<&Line>, text: &str) -> bool {
    above.is_some_and(|above| above.mark.as_ref().is_some_and(|(mark, _)| mark.is_empty()) && above.text.ends_with(';'))
        && text.starts_with(char::is_lowercase)
}

/// A dash after a stop begins an item of a list that was written in one paragraph.
static DASHED: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"[:;.]\s+[-–—•]\s*").expect("the pattern of dashes after a stop is valid"));

fn push_inline(lines: &mut Vec<Line>, number: &str, body: &str, place: &Location) {
    let mut push = |mark: &str, kind, text: &str, inline| {
        lines.push(Line {
            mark: Some((mark.to_owned(), kind)),
            text: text.trim().to_owned(),
            place: place.clone(),
            inline,
            heading: None,
        });
    };
    // The first dash has to follow a colon: otherwise dashes are punctuation.
    let first = DASHED.find(body).filter(|found| found.as_str().starts_with(':'));
    let Some(first) = first else { return push(number, MarkKind::Number, body, true) };
    push(number, MarkKind::Number, &body[..=first.start()], true);
    let mut from = first.end();
    for next in DASHED.find_iter(&body[first.end()..]).filter(|found| !found.as_str().starts_with(':')) {
        push("-", MarkKind::Bullet, &body[from..first.end() + next.start() + 1], false);
        from = first.end() + next.end();
    }
    push("-", MarkKind::Bullet, &body[from..], false);
}

/// A labelled line speaks of no more items above it than this.
const LONGEST_LIST: usize = 500;

/// What has been read so far.
#[derive(Default)]
struct Reading<'a> {
    columns: &'a [ColumnRole],
    /// Whether any line is marked; where none is, sentences with terms are the measures.
    marked: bool,
    drafts: Vec<Draft>,
    section: Option<String>,
    /// The officer that a line right under the heading names.
    section_officer: Option<String>,
    /// The item that leads in a list, with its number's parts.
    lead: Option<(Draft, Vec<u32>)>,
    /// Where the drafts of the current numbered item begin: a labelled line below speaks of all of them.
    group: usize,
}

impl Reading<'_> {
    fn take(&mut self, line: &Line, below: &[Line]) {
        if line.text.trim().is_empty() || self.label(line) || labels::is_signature(&line.text) {
            return;
        }
        let is_label = |line: &&Line| line.mark.is_none() && labels::labelled_line(&line.text).is_some();
        let next = below.iter().filter(|line| !line.text.trim().is_empty()).find(|line| !is_label(line));
        match line.kind() {
            _ if is_set_as_heading(line, next) => self.open(line.full()),
            Some(MarkKind::Bullet | MarkKind::Letter) => self.item(line),
            Some(MarkKind::Number | MarkKind::Roman) if is_section(line, next) => self.open(line.full()),
            Some(_) => self.numbered(line, next),
            None => self.unmarked(line, next),
        }
    }

    fn open(&mut self, section: String) {
        self.section_officer = labels::officer_in_heading(&section);
        self.section = Some(section);
        self.lead = None;
        self.group = self.drafts.len();
    }

    /// A line under a measure that says who or when.
    fn label(&mut self, line: &Line) -> bool {
        if line.mark.is_some() {
            return false;
        }
        if let Some(result) = labels::result_label(&line.text)
            && let Some(last) = self.drafts.last_mut()
        {
            last.expected_result = Some(result);
            return true;
        }
        let Some(told) = labels::labelled_line(&line.text) else { return false };
        if self.drafts.len() == self.group && self.section.is_some() {
            self.section_officer = Some(told.officer.text).filter(|text| !text.is_empty());
            return true;
        }
        let from = self.group.max(self.drafts.len().saturating_sub(LONGEST_LIST));
        for draft in &mut self.drafts[from..] {
            for (own, other) in [(&mut draft.officer, &told.officer), (&mut draft.deadline, &told.deadline)] {
                if own.is_empty() && !other.is_empty() {
                    own.clone_from(other);
                }
            }
        }
        true
    }

    fn numbered(&mut self, line: &Line, next: Option<&Line>) {
        let numbers = line.numbers();
        if line.inline {
            self.section = line.mark.as_ref().map(|(mark, _)| mark.clone());
        }
        let mut draft = self.draft(line);
        draft.number = line.mark.as_ref().map(|(mark, _)| mark.clone());
        // «1. Обновить сайт:» leads in «1.1. …».
        if let Some((lead, _)) = self
            .lead
            .as_ref()
            .filter(|(_, parts)| !parts.is_empty() && numbers.len() > parts.len() && numbers.starts_with(parts))
        {
            let text = lead.text.clone();
            self.drafts.push(draft.under(lead, &text));
            return;
        }
        self.group = self.drafts.len();
        let leads = next
            .is_some_and(|next| next.is_item() || draft.text.ends_with(':') && next.numbers().len() > numbers.len());
        if leads {
            self.lead = Some((draft, numbers));
        } else {
            self.lead = None;
            self.drafts.push(draft);
        }
    }

    fn item(&mut self, line: &Line) {
        let draft = self.draft(line);
        match &self.lead {
            Some((lead, _)) => {
                let text = lead.text.clone();
                self.drafts.push(draft.under(lead, &text));
            }
            None => {
                self.group = self.drafts.len();
                self.drafts.push(draft);
            }
        }
    }

    fn unmarked(&mut self, line: &Line, next: Option<&Line>) {
        let text = line.text.trim();
        let small = text.starts_with(char::is_lowercase);
        let marked_below = next.is_some_and(|next| next.mark.is_some());
        if small && let Some(last) = self.drafts.last_mut().filter(|_| self.lead.is_none()) {
            last.text.push(' ');
            last.text.push_str(text);
        } else if text.ends_with(':') && next.is_some_and(Line::is_item) {
            self.group = self.drafts.len();
            self.lead = Some((self.draft(line), Vec::new()));
        } else if marked_below && is_heading(text.trim_end_matches(':')) && is_brief(text) {
            self.open(text.trim_end_matches(':').to_owned());
        } else if !self.columns.is_empty() || !self.marked && !deadline::find(text, &Context::default()).is_empty() {
            self.group = self.drafts.len();
            self.lead = None;
            let draft = self.draft(line);
            self.drafts.push(draft);
        } else if !self.marked && is_heading(text) {
            self.open(text.to_owned());
        }
    }

    /// The texts of a line, cut into its columns where a table was lost.
    fn draft(&self, line: &Line) -> Draft {
        let mut draft = Draft {
            place: line.place.clone(),
            section: self.section.clone(),
            text: line.text.trim().to_owned(),
            ..Draft::default()
        };
        if self.columns.is_empty() && !labels::has_labels(&draft.text) {
            part(&mut draft);
        } else if !self.columns.is_empty() {
            take_number(&mut draft, self.columns);
            cut(&mut draft, self.columns);
        }
        if let Some(officer) = &self.section_officer
            && draft.officer.is_empty()
        {
            draft.officer = Source::by(SECTION, officer);
        }
        draft
    }
}

/// Whether a marked line is a heading: the numbers below go one level deeper, or a Roman number heads Arabic ones.
fn is_section(line: &Line, next: Option<&Line>) -> bool {
    let text = line.text.trim();
    if text.ends_with([':', ';']) || line.inline {
        return false;
    }
    let Some(next) = next else { return false };
    let (own, below) = (line.numbers(), next.numbers());
    match line.kind() {
        Some(MarkKind::Roman) => next.kind() != Some(MarkKind::Roman) && is_heading(text),
        _ => !own.is_empty() && below.len() > own.len() && below.starts_with(&own),
    }
}

/// Whether the author set a line as a heading of what follows, not as a measure of its own.
fn is_set_as_heading(line: &Line, next: Option<&Line>) -> bool {
    let deeper = |next: &Line| next.heading.is_none_or(|level| line.heading.is_some_and(|own| own < level));
    line.heading.is_some() && next.is_some_and(deeper) && !labels::has_labels(&line.text)
}

/// «Комфортность:» heads what follows; a longer line with a colon is a sentence.
fn is_brief(text: &str) -> bool {
    !text.ends_with(':') || text.split_whitespace().count() <= 6
}

fn is_heading(text: &str) -> bool {
    let text = text.trim();
    text.chars().count() <= 200
        && !text.ends_with(['.', ';', ',', ':', '!'])
        && text.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase)
}

/// Parts a line that strings its columns together: «Обновить стенд – до 1 марта – методист».
fn part(draft: &mut Draft) {
    static DASH: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"\s+[–—-]\s+|\s*[|;]\s+").expect("the pattern of separators is valid"));
    let line = one_line(&draft.text);
    let context = Context::default();
    let separators = DASH.find_iter(&line).map(|found| found.range()).collect::<Vec<_>>();
    for (index, separator) in separators.iter().enumerate() {
        let end = separators.get(index + 1).map_or(line.len(), |next| next.start);
        let term = line[separator.end..end].trim_end_matches([' ', '.', ';']);
        let rest = separators.get(index + 1).map_or("", |next| line[next.end..].trim_end_matches([' ', ';']));
        let whole =
            deadline::locate(term, &context).is_some_and(|range| range.start == 0 && range.end + 1 >= term.len());
        if whole && (rest.is_empty() || !officer::read(rest).is_empty()) {
            draft.deadline = Source::by(INLINE, line[separator.end..end].trim());
            draft.officer = Source::by(INLINE, rest);
            draft.text = line[..separator.start].to_owned();
            return;
        }
    }
}

/// Takes the number of the row off the text: «2 Завести книгу отзывов …» under «№ Мероприятие Срок».
fn take_number(draft: &mut Draft, columns: &[ColumnRole]) {
    if columns.first() != Some(&ColumnRole::Number) {
        return;
    }
    let Some((number, rest)) = draft.text.split_once(char::is_whitespace) else { return };
    let rest = rest.trim_start();
    if number.len() <= 3 && number.bytes().all(|c| c.is_ascii_digit()) && rest.starts_with(char::is_uppercase) {
        (draft.number, draft.text) = (Some(number.to_owned()), rest.to_owned());
    }
}

/// Cuts a line where its term stands: what precedes the term is the measure, what follows it is the next column.
fn cut(draft: &mut Draft, columns: &[ColumnRole]) {
    const SEPARATORS: [char; 7] = [' ', ';', ',', '–', '—', '-', '|'];
    let line = one_line(&draft.text);
    let at = |role: ColumnRole| columns.iter().position(|r| *r == role);
    let (Some(measure), term) = (at(ColumnRole::Measure), at(ColumnRole::Deadline)) else { return };
    let found = term.and_then(|_| deadline::locate(&line, &Context::default()));
    let Some(range) = found else {
        cut_result(draft, &line, at(ColumnRole::ExpectedResult));
        return;
    };
    let before = line[..range.start].trim_end_matches(SEPARATORS).trim();
    let after = line[range.end..].trim_start_matches(['.', ')']).trim_matches(SEPARATORS);
    let (text, rest) = if term > Some(measure) || after.is_empty() { (before, after) } else { (after, before) };
    if !text.chars().any(char::is_alphabetic) {
        return;
    }
    draft.text = text.to_owned();
    draft.deadline = Source::by(LOST, line[range].trim());
    if rest.is_empty() {
        return;
    }
    let first_after = columns
        .iter()
        .skip(term.map_or(0, |term| term + 1))
        .find(|role| !matches!(role, ColumnRole::Number | ColumnRole::Measure));
    match first_after {
        Some(ColumnRole::Officer) => draft.officer = Source::by(LOST, rest),
        Some(ColumnRole::ExpectedResult) => draft.expected_result = Some(rest.to_owned()),
        Some(ColumnRole::Progress) => draft.progress = Some(rest.to_owned()),
        _ => {}
    }
}

/// Without a term, only a lead-in shows where its column ends: «…, в том числе: Нормативные правовые акты».
fn cut_result(draft: &mut Draft, line: &str, result: Option<usize>) {
    if result.is_none() {
        return;
    }
    let Some(colon) = line.find(": ") else { return };
    let rest = line[colon + 2..].trim();
    if rest.starts_with(char::is_uppercase) {
        draft.text = line[..=colon].to_owned();
        draft.expected_result = Some(rest.to_owned());
        draft.rules.push(LOST);
    }
}
