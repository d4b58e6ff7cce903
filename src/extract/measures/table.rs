//! Rows of plan tables to drafts.

use super::draft::{Draft, MARKED, MERGED, Source};
use super::institutions;
use super::rows::{self, Kind, Row};
use crate::language::fold::one_line;
use crate::language::mark;
use crate::model::{Block, Cell, ColumnRole, Document, Location, PlanTable, Table};

/// What the rows of a plan hold.
#[derive(Debug, Default)]
pub(super) struct Rows {
    /// Measures, lists in cells not split yet.
    pub(super) drafts: Vec<Draft>,
    /// Rows that name a deficiency and no measure.
    pub(super) unanswered: Vec<Draft>,
    /// Rows that name a term or an officer and no measure.
    pub(super) measureless: Vec<Location>,
}

/// The rows of a plan's tables in order.
pub(super) fn rows(document: &Document, tables: &[PlanTable]) -> Rows {
    let mut plan = Reading::default();
    for table in tables {
        let Some(grid) = grid(document, table) else { continue };
        if table.section.is_some() {
            plan.section.clone_from(&table.section);
            plan.organization = table.section.as_deref().and_then(institutions::named_by).or(plan.organization.take());
        }
        if !table.labels.is_empty() {
            plan.take_cards(grid, table);
            continue;
        }
        let rows = table
            .rows
            .clone()
            .filter(|row| table.skipped.binary_search(row).is_err())
            .map(|row| Row::new(grid, table, row))
            .collect::<Vec<_>>();
        for (index, row) in rows.iter().enumerate() {
            let place = place(&table.place, grid, row.index);
            let continues = index == 0 && table.continues;
            plan.take(row, rows.get(index + 1), place, continues);
        }
    }
    Rows { drafts: plan.drafts, unanswered: plan.unanswered, measureless: plan.measureless }
}

/// The grid that a plan table names, down through the frames around it.
fn grid<'a>(document: &'a Document, table: &PlanTable) -> Option<&'a Table> {
    let Block::Table(outer) = document.parts.get(table.part)?.blocks.get(table.block)? else { return None };
    table.path.iter().try_fold(outer, |grid, &(row, column, index)| grid.nested(row, column).nth(index))
}

fn place(table: &Location, grid: &Table, row: usize) -> Location {
    table.at_row((row + grid.origin().0 + 1) as u32)
}

/// What has been read of a plan so far.
#[derive(Default)]
struct Reading {
    drafts: Vec<Draft>,
    unanswered: Vec<Draft>,
    measureless: Vec<Location>,
    section: Option<String>,
    /// The institution that a column or a heading named last.
    organization: Option<String>,
    /// The officer that a full-width row names for the rows below it.
    section_officer: Option<String>,
    /// The lead-in whose items are being read.
    lead: Option<Draft>,
}

impl Reading {
    fn take(&mut self, row: &Row<'_>, next: Option<&Row<'_>>, place: Location, continues: bool) {
        self.organization = row.organization().or(self.organization.take());
        let kind = if continues { Kind::Continuation } else { rows::kind(row, next, self.drafts.last()) };
        match kind {
            Kind::Nothing => {}
            Kind::Measureless => self.measureless.push(place),
            Kind::Unanswered => {
                let draft = self.draft(row, place);
                self.unanswered.push(draft);
            }
            Kind::Section(text) => {
                self.section = Some(one_line(&text));
                self.section_officer = super::labels::officer_in_heading(&text);
                self.organization = institutions::named_by(&text).or(self.organization.take());
                self.lead = None;
            }
            Kind::SectionOfficer(text) => self.section_officer = Some(text),
            Kind::Continuation => {
                let mut rest = self.draft(row, place);
                if !row.has_own_measure() {
                    rest.text.clear();
                }
                match self.drafts.last_mut() {
                    Some(last) => last.append(rest),
                    None => self.drafts.push(rest),
                }
            }
            Kind::Item => {
                let mut draft = self.draft(row, place);
                if self.lead.is_none() {
                    self.lead = self.drafts.pop();
                }
                if let Some(lead) = &self.lead {
                    let text = one_line(mark::split(&lead.text).map_or(lead.text.as_str(), |(_, text)| text));
                    draft = draft.under(lead, &text);
                }
                self.drafts.push(draft);
            }
            Kind::Measure => {
                self.lead = None;
                let draft = self.draft(row, place);
                self.drafts.push(draft);
            }
        }
    }

    /// Cards of labels and values: a label that comes again begins the next measure.
    fn take_cards(&mut self, grid: &Table, table: &PlanTable) {
        let mut told: Vec<ColumnRole> = Vec::new();
        for &(row, role) in &table.labels {
            if told.is_empty() || told.contains(&role) {
                let place = place(&table.place, grid, row);
                self.drafts.push(Draft { place, section: self.section.clone(), ..Draft::default() });
                told.clear();
            }
            told.push(role);
            if let (Some(draft), Some(cell)) = (self.drafts.last_mut(), grid.across(row).nth(1)) {
                fill(draft, role, cell, false);
            }
        }
    }

    fn draft(&self, row: &Row<'_>, place: Location) -> Draft {
        let mut draft =
            Draft { place, section: self.section.clone(), organization: self.organization.clone(), ..Draft::default() };
        for (role, cell) in row.by_role() {
            fill(&mut draft, role, cell, cell.row < row.index);
        }
        if draft.deadline.is_empty() {
            draft.deadline = Source::default().or(MARKED, &Source::own(&row.marked_terms().join(", ")));
        }
        if let Some(officer) = &self.section_officer
            && draft.officer.is_empty()
        {
            draft.officer = Source::by(super::draft::SECTION, officer);
        }
        draft
    }
}

/// A merged cell is given to every row it covers; one longer than this is no term, officer or deficiency of them all.
const LONGEST_MERGED: usize = 4_000;

fn fill(draft: &mut Draft, role: ColumnRole, cell: Cell<'_>, merged: bool) {
    let text = cell.text.trim();
    if merged && text.len() > LONGEST_MERGED {
        return;
    }
    let source = || if merged { Source::by(MERGED, text) } else { Source::own(text) };
    let optional = || Some(one_line(text)).filter(|text| !rows::is_dash(text));
    match role {
        ColumnRole::Number => draft.number = Some(one_line(text)).filter(|text| !text.is_empty() && !merged),
        ColumnRole::Measure | ColumnRole::MeasureAndOfficer => {
            draft.text = text.to_owned();
            if role == ColumnRole::MeasureAndOfficer {
                super::labels::take(draft);
                super::labels::take_bracketed_officer(draft);
            }
        }
        ColumnRole::Section => {
            draft.section = Some(one_line(text)).filter(|text| !text.is_empty()).or(draft.section.take())
        }
        ColumnRole::Deadline => draft.deadline = source(),
        ColumnRole::EventDate => {
            draft.deadline = source();
            draft.event = true;
        }
        ColumnRole::DeadlineStart => draft.start = source(),
        ColumnRole::DeadlineEnd => draft.end = source(),
        // One heading divided into post and name gives one officer.
        ColumnRole::Officer if !draft.officer.is_empty() && !rows::is_dash(text) => {
            draft.officer.text = format!("{}, {text}", draft.officer.text);
        }
        ColumnRole::Officer => draft.officer = source(),
        ColumnRole::CoOfficer => draft.co_officer = source(),
        ColumnRole::DeadlineAndOfficer => (draft.deadline, draft.officer) = super::labels::deadline_and_officer(text),
        ColumnRole::Deficiency => draft.deficiency = optional(),
        ColumnRole::Criterion => draft.criterion = optional(),
        ColumnRole::Indicator => draft.indicator = optional(),
        ColumnRole::ExpectedResult => draft.expected_result = optional(),
        ColumnRole::Progress => draft.progress = optional(),
        ColumnRole::Completed => draft.completed = optional(),
        ColumnRole::Status => draft.status = optional(),
        _ => {}
    }
}
