//! Counts and shares by organization to respondents that fit them.

use std::collections::BTreeMap;

use super::answers::Sheet;
use super::share::{self, Share};
use super::{column_number, row_number};
use crate::language::decimal::{self, Decimal};
use crate::language::fold::one_line;
use crate::language::total;
use crate::model::{Answers, ColumnRole, Counted, Layout, Question, QuestionColumn, Respondent, Warned};

/// No organization has more respondents.
const MOST: u32 = 1_000_000;

/// Whether the columns sum up answers.
pub(super) fn is_summary(columns: &[(usize, ColumnRole)]) -> bool {
    columns.iter().any(|(_, role)| asked(*role).is_some())
}

fn asked(role: ColumnRole) -> Option<Question> {
    match role {
        ColumnRole::Counts(question, _) | ColumnRole::Share(question) | ColumnRole::ShareOfAll(question) => {
            Some(question)
        }
        _ => None,
    }
}

/// One organization in each row: as many respondents as were asked, with as many «Да» to each question as were counted.
/// Where shares are given and nobody says of how many, the shares themselves.
pub(super) fn read(sheet: &Sheet<'_>) -> Warned<Answers> {
    let mut answers = Answers { place: sheet.place.clone(), form: sheet.form, summed: true, ..Answers::default() };
    for ((column, role), heading) in sheet.columns.iter().zip(sheet.headings) {
        if let Some(question) = asked(*role)
            && answers.questions.iter().all(|known| known.question != question)
        {
            let (heading, column) = (heading.clone(), sheet.number_of(*column));
            answers.questions.push(QuestionColumn { question, heading, column });
        }
    }
    let mut found = Warned::clean(answers);
    let scale = share::Scale::of(sheet);
    let mut doubtful = Vec::new();
    for line in sheet.lines() {
        read_line(&Line { sheet, line, scale }, &mut found, &mut doubtful);
    }
    if let (Layout::Cells, Some((_, by))) = (sheet.layout, sheet.named) {
        found.value.named_by = *by;
    }
    if !doubtful.is_empty() {
        let text = format!(
            "Доли не соответствуют целому числу человек и округлены до ближайшего: {}. Проверьте доли и число опрошенных.",
            doubtful.iter().take(3).cloned().collect::<Vec<_>>().join("; ")
        );
        found.warn_at("share-not-whole", text, sheet.place.clone());
    }
    ask_filters(&mut found.value);
    found
}

fn read_line(line: &Line<'_>, found: &mut Warned<Answers>, doubtful: &mut Vec<String>) {
    let name = match (line.sheet.layout, line.sheet.named) {
        (Layout::Cells, named) => named.as_ref().map(|(name, _)| name.clone()),
        (Layout::Rows | Layout::Columns, _) => {
            let Some(name) = line.text(ColumnRole::Organization).or_else(|| line.text(ColumnRole::Inn)) else { return };
            Some(name)
        }
    };
    if name.as_deref().is_some_and(total::is_total) {
        return;
    }
    let row = line.number();
    let counts = Counts::new(line, name.as_deref().unwrap_or_default(), doubtful);
    if counts.respondents() > MOST {
        let text = format!("Число опрошенных {} неправдоподобно; строка не учтена.", counts.respondents());
        found.warn_at("counts-implausible", text, line.sheet.place.at_row(row));
        return;
    }
    let shares = if counts.respondents() == 0 { line.stated_shares() } else { Vec::new() };
    if counts.respondents() == 0 && shares.is_empty() {
        return;
    }
    let answers = &mut found.value;
    // Without a name it is the only one, and its file may name it.
    let named = name.is_some();
    let organization = answers.organizations.len() as u32;
    answers.organizations.extend(name);
    answers.shares.extend(shares.into_iter().map(|(question, share)| share.stated(organization, row, question)));
    let asked: Vec<Question> = answers.questions.iter().map(|column| column.question).collect();
    for index in 0..counts.respondents() {
        let organization = named.then_some(organization);
        let mut respondent = Respondent { row, organization, ..Respondent::default() };
        counts.answer(index, &asked, &mut respondent);
        answers.respondents.push(respondent);
    }
}

/// A filter that is known only through those who answered behind it was asked, too.
fn ask_filters(answers: &mut Answers) {
    let behind: Vec<QuestionColumn> = answers.questions.clone();
    for column in behind {
        if let Some(filter) = column.question.filter()
            && answers.questions.iter().all(|known| known.question != filter)
        {
            answers.questions.push(QuestionColumn { question: filter, ..column });
        }
    }
}

impl Sheet<'_> {
    /// The lines that hold an organization each.
    pub(super) fn lines(&self) -> std::ops::Range<usize> {
        match self.layout {
            Layout::Rows => self.first..self.table.rows(),
            Layout::Columns => self.first..self.table.columns(),
            Layout::Cells => 0..1,
        }
    }

    /// The text of a line in one of the recognized columns.
    pub(super) fn cell(&self, line: usize, column: usize) -> &str {
        match self.layout {
            Layout::Rows => self.table.text(line, column),
            Layout::Columns => self.table.text(column, line),
            Layout::Cells => self.table.text(column / self.table.columns(), column % self.table.columns()),
        }
    }

    /// The number, from 1, of the worksheet's column (or row, where that holds the question).
    fn number_of(&self, column: usize) -> u32 {
        match self.layout {
            Layout::Rows => column_number(self.table, column),
            Layout::Columns => row_number(self.table, column),
            Layout::Cells => row_number(self.table, column / self.table.columns()),
        }
    }
}

/// One line of the sheet: an organization.
struct Line<'a> {
    sheet: &'a Sheet<'a>,
    line: usize,
    scale: share::Scale,
}

impl Line<'_> {
    fn text(&self, wanted: ColumnRole) -> Option<String> {
        let (column, _) = self.sheet.columns.iter().find(|(_, role)| *role == wanted)?;
        Some(one_line(self.sheet.cell(self.line, *column))).filter(|text| !text.is_empty())
    }

    /// Its number in the worksheet, from 1.
    fn number(&self) -> u32 {
        match self.sheet.layout {
            Layout::Rows => row_number(self.sheet.table, self.line),
            Layout::Columns => column_number(self.sheet.table, self.line),
            Layout::Cells => row_number(self.sheet.table, self.sheet.first),
        }
    }

    fn count(&self, wanted: ColumnRole) -> Option<u32> {
        decimal::read(&self.text(wanted)?).and_then(Decimal::whole)
    }

    fn share(&self, wanted: ColumnRole) -> Option<Share> {
        self.scale.read(&self.text(wanted)?)
    }

    /// The shares as they are. One that is stated of all respondents is brought to those who passed the filter.
    fn stated_shares(&self) -> Vec<(Question, Share)> {
        let stated = |question: Question| {
            let of_all = || {
                let filter = question.filter()?;
                let passed =
                    self.share(ColumnRole::Share(filter)).or_else(|| self.share(ColumnRole::ShareOfAll(filter)))?;
                self.share(ColumnRole::ShareOfAll(question))?.among(passed)
            };
            let share = self.share(ColumnRole::Share(question)).or_else(of_all)?;
            Some((question, share))
        };
        Question::ALL.into_iter().filter_map(stated).collect()
    }
}

/// The counts of one organization.
struct Counts {
    respondents: Option<u32>,
    /// «Да» and all answers, by question.
    of: BTreeMap<Question, (u32, u32)>,
}

impl Counts {
    /// Counts as they stand in the row, else as its shares give them. Filters come before what they lead to, as in the
    /// order's own numbering.
    fn new(line: &Line<'_>, name: &str, doubtful: &mut Vec<String>) -> Self {
        let respondents = line.count(ColumnRole::Respondents);
        let mut of: BTreeMap<Question, (u32, u32)> = BTreeMap::new();
        for question in Question::ALL {
            let [yes, no, all] = [Counted::Yes, Counted::No, Counted::Answered]
                .map(|counted| line.count(ColumnRole::Counts(question, counted)));
            if let Some(yes) = yes.or_else(|| Some(all?.saturating_sub(no?))) {
                let all = all.unwrap_or_else(|| yes.saturating_add(no.unwrap_or(0)));
                of.insert(question, (yes, all.max(yes)));
                continue;
            }
            let Some(asked) = respondents.filter(|asked| *asked > 0) else { continue };
            let passed = question.filter().and_then(|filter| of.get(&filter)).map_or(asked, |(yes, _)| *yes);
            let shares = [(ColumnRole::Share(question), passed), (ColumnRole::ShareOfAll(question), asked)];
            let stated = shares.into_iter().find_map(|(role, base)| Some((line.share(role)?, base)));
            if let Some((share, base)) = stated {
                let yes = share.times(base);
                if !share.is_whole(base) {
                    doubtful.push(format!("{name}: {share} от {base} чел., принято {yes}"));
                }
                of.insert(question, (yes.min(passed), passed));
            }
        }
        Self { respondents, of }
    }

    /// How many were asked: the stated number, and never fewer than answered any question.
    fn respondents(&self) -> u32 {
        let answered = self.of.values().map(|(_, all)| *all).max().unwrap_or(0);
        self.respondents.unwrap_or(answered).max(answered)
    }

    /// How many passed the filter of a question: as counted at the filter, else all who answered behind it.
    fn passed(&self, question: Question) -> u32 {
        let behind = self.of.get(&question).map_or(0, |(_, all)| *all);
        question.filter().and_then(|filter| self.of.get(&filter)).map_or(behind, |(yes, _)| *yes)
    }

    /// The answers of one respondent: the first ones say «Да».
    fn answer(&self, index: u32, asked: &[Question], respondent: &mut Respondent) {
        for &question in asked {
            let Some(&(yes, all)) = self.of.get(&question) else { continue };
            match question.filter() {
                Some(filter) => {
                    let passed = self.passed(question);
                    respondent.set(filter, index < passed);
                    if index < passed {
                        respondent.set(question, index < yes);
                    }
                }
                // A column of «Да» alone leaves open who said «Нет»: everybody else who was asked.
                None if index < all || all == yes => respondent.set(question, index < yes),
                None => {}
            }
        }
    }
}
