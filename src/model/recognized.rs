//! What each part of a document *is*. Fixed once by `recognize`; nothing downstream guesses again.

use super::survey::{Counted, Form, NamedBy};
use super::{CheckTopic, Located, Location, Question};

/// One recognized thing of a document. Indices are into [`super::Document::parts`] and their blocks.
#[derive(Clone, Debug, PartialEq)]
pub enum Recognized {
    /// A plan with its measures in tables.
    PlanTables {
        /// The paragraphs and stamp tables that name, date and approve it.
        head: PlanHead,
        /// The tables in order; a table cut by a page is several.
        tables: Vec<PlanTable>,
    },
    /// A plan, or recommendations, written as lines: a numbered list, running text, or a table whose columns were lost.
    PlanLines {
        /// The paragraphs that name, date and approve it.
        head: PlanHead,
        /// The part.
        part: usize,
        /// The blocks that hold measures.
        blocks: std::ops::Range<usize>,
        /// Whether it is recommendations rather than a plan.
        recommendations: bool,
        /// What the columns held, in order, where a table was pasted as lines and its heading line stayed; empty for a
        /// plan that was written as lines.
        columns: Vec<ColumnRole>,
    },
    /// Answers of respondents.
    Answers {
        /// The part.
        part: usize,
        /// The block with the table.
        block: usize,
        /// How many rows the headings take.
        header_rows: usize,
        /// Which column asks what, in the order of columns.
        columns: Vec<(usize, ColumnRole)>,
        /// Their headings as written, in the same order.
        headings: Vec<String>,
        /// Which questionnaire it is.
        form: Form,
        /// The organization that a title or the worksheet names, where no column does.
        named: Option<(String, NamedBy)>,
        /// How the sheet lies: which way the numbers of columns and rows run.
        layout: Layout,
    },
    /// A check-list.
    CheckList {
        /// The part.
        part: usize,
        /// The block with the table.
        block: usize,
        /// How many rows (columns, when transposed) the headings take.
        header_rows: usize,
        /// The column (row, when transposed) with the organization's name; `None` where `named` names the only one.
        organization: Option<usize>,
        /// The organization that a title or the worksheet names, where no column does.
        named: Option<(String, NamedBy)>,
        /// Which column (row, when transposed) is which item.
        items: Vec<(usize, CheckTopic, String)>,
        /// Whether items go down and organizations across.
        transposed: bool,
        /// The columns with marks of a transposed list; empty where organizations go down.
        marks: Vec<usize>,
        /// The column of a transposed list in which a mark says that the item is *not* met, where the list has a column for
        /// each of the two answers.
        unmet: Option<usize>,
    },
    /// How many items of a check-list each organization meets, in a sheet of results.
    CheckCounts {
        /// The part.
        part: usize,
        /// The block with the table.
        block: usize,
        /// How many rows the headings take.
        header_rows: usize,
        /// The organization, and which column counts what.
        columns: Vec<(usize, ColumnRole)>,
    },
    /// A register of organizations.
    Register {
        /// The part.
        part: usize,
        /// The block with the table.
        block: usize,
        /// How many rows the headings take.
        header_rows: usize,
        /// Which column holds what.
        columns: Vec<(usize, ColumnRole)>,
    },
    /// The user's own table of aliases.
    Aliases {
        /// The part.
        part: usize,
        /// The block with the table.
        block: usize,
        /// How many rows the headings take.
        header_rows: usize,
        /// The column with the spelling.
        written: usize,
        /// The column with the ИНН or the name.
        target: usize,
    },
}

/// How a sheet of answers lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// A respondent or an organization in each row, a question in each column.
    #[default]
    Rows,
    /// On its side: an organization in each column. What are columns elsewhere are rows, and the other way round.
    Columns,
    /// One organization, each number in a cell of its own; cells are numbered row by row.
    Cells,
}

/// The blocks around a plan's measures that say whose plan it is, for when, and who approved it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanHead {
    /// The part.
    pub part: usize,
    /// Blocks before the measures: stamps, letter, title.
    pub before: std::ops::Range<usize>,
    /// Blocks after the measures: signatures, the officer for the whole plan.
    pub after: std::ops::Range<usize>,
    /// Texts of the plan's own table above its headings, in reading order: title and stamp of a worksheet or of a frame.
    pub grid_before: Vec<Located<String>>,
    /// Texts of the plan's own table below its measures: signatures and notes.
    pub grid_after: Vec<Located<String>>,
}

/// One table of a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanTable {
    /// The part.
    pub part: usize,
    /// The block with the table.
    pub block: usize,
    /// Cells to descend through when the plan stands inside a frame table: (row, column, index of the nested table).
    pub path: Vec<(usize, usize, usize)>,
    /// Where it stands, for people.
    pub place: Location,
    /// The rows to read: after the headings, before totals and signatures.
    pub rows: std::ops::Range<usize>,
    /// What each column is, in the order of columns; columns that mean nothing to a plan are left out.
    pub columns: Vec<(usize, ColumnRole)>,
    /// Headings as written, in the order of columns.
    pub headings: Vec<String>,
    /// Rows within `rows` that are no data: numbering, repeated headings.
    pub skipped: Vec<usize>,
    /// Whether the first row goes on with the last row of the table before.
    pub continues: bool,
    /// The grid column at which every column of the plan begins, meaningless ones included. Rows whose cells are as many
    /// as the columns are read cell by cell, whatever their widths: word processors shift the grid from row to row.
    pub edges: Vec<usize>,
    /// A heading that stands before the table, or the name of its sheet, as the section of its measures.
    pub section: Option<String>,
    /// What each row is, where every measure is a card of labels and values; empty for tables with headings.
    pub labels: Vec<(usize, ColumnRole)>,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ColumnRole {
    /// The row's number.
    Number,
    /// What is to be done.
    Measure,
    /// By when.
    Deadline,
    /// From when, where two columns give the term.
    DeadlineStart,
    /// By when, where two columns give the term.
    DeadlineEnd,
    /// On which day an event is held.
    EventDate,
    /// By whom.
    Officer,
    /// A second column of persons.
    CoOfficer,
    /// By when and by whom in one cell.
    DeadlineAndOfficer,
    /// What is to be done and by whom in one cell.
    MeasureAndOfficer,
    /// The deficiency that is answered.
    Deficiency,
    /// The criterion.
    Criterion,
    /// The indicator.
    Indicator,
    /// Expected result.
    ExpectedResult,
    /// What has been done.
    Progress,
    /// The actual date.
    Completed,
    /// How far it is.
    Status,
    /// Money, place, participants and other columns that svod keeps out of its tables.
    Other,
    /// The organization's name.
    Organization,
    /// The organization's short name.
    ShortName,
    /// ИНН.
    Inn,
    /// Sector.
    Sector,
    /// Kind of organization.
    Kind,
    /// Municipality.
    Municipality,
    /// Region.
    Region,
    /// Head organization.
    Parent,
    /// Recipients a year.
    Recipients,
    /// Time stamp of a form.
    Timestamp,
    /// A question.
    Asks(Question),
    /// Sex.
    Sex,
    /// Age.
    Age,
    /// Free text.
    Comment,
    /// The heading of the measures of a row, where a column gives it.
    Section,
    /// How long the respondent waited.
    Waited,
    /// How many answered a question so, in a sheet of counts.
    Counts(Question, Counted),
    /// How many were asked, in a sheet of counts.
    Respondents,
    /// The share of those who said «Да» among those who were asked and passed the filter.
    Share(Question),
    /// The same among all respondents, also for a question behind a filter.
    ShareOfAll(Question),
    /// How many items of a topic are met, in a sheet of results.
    Met(CheckTopic),
    /// How many items of a topic apply, in a sheet of results.
    Norm(CheckTopic),
    /// A mark in the rows that are due at the time that heads the column: «Сентябрь», «II квартал».
    TermMark,
}
