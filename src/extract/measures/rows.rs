//! What a row of a plan table is: a measure, an item of a list, a heading, the rest of the row above, or nothing.

use std::sync::LazyLock;

use regex::Regex;

use super::draft::Draft;
use super::{criterion, labels};
use crate::extract::officer;
use crate::language::fold::{fold, one_line};
use crate::language::mark::{self, MarkKind};
use crate::model::{Cell, ColumnRole, PlanTable, Table};

/// One row with its cells by column.
pub(super) struct Row<'a> {
    /// Row of the grid.
    pub(super) index: usize,
    /// The cells that a person sees along the row.
    across: Vec<Cell<'a>>,
    table: &'a PlanTable,
}

/// What a row is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A measure of its own.
    Measure,
    /// An item of the list that a row above leads in.
    Item,
    /// The rest of the row above.
    Continuation,
    /// A heading of the rows below.
    Section(String),
    /// Who answers for the rows below.
    SectionOfficer(String),
    /// A deficiency that has no measure beside it.
    Unanswered,
    /// A term or an officer of no measure.
    Measureless,
    /// Empty, a total, a signature, «недостатки не выявлены».
    Nothing,
}

impl<'a> Row<'a> {
    pub(super) fn new(grid: &'a Table, table: &'a PlanTable, index: usize) -> Self {
        Self { index, across: grid.across(index).collect(), table }
    }

    /// The cells that have a role. Where the cells are as many as the columns, they are told by their order: the grid of
    /// word processors shifts from row to row.
    pub(super) fn by_role(&self) -> impl Iterator<Item = (ColumnRole, Cell<'a>)> {
        let by_order = self.across.len() == self.table.edges.len();
        self.table.columns.iter().filter_map(move |&(edge, role)| {
            let cell = if by_order {
                let order = self.table.edges.iter().position(|&e| e == edge)?;
                self.across.get(order)
            } else {
                self.across.iter().find(|c| (c.column..c.column + c.column_span).contains(&edge))
            }?;
            Some((role, *cell))
        })
    }

    fn text(&self, role: ColumnRole) -> &'a str {
        self.by_role().find(|(r, _)| *r == role).map_or("", |(_, cell)| cell.text.trim())
    }

    fn measure(&self) -> &'a str {
        let text = self.text(ColumnRole::Measure);
        if text.is_empty() { self.text(ColumnRole::MeasureAndOfficer) } else { text }
    }

    /// The terms that head the columns in which this row has a mark; a day beside it is the day of that month.
    pub(super) fn marked_terms(&self) -> Vec<String> {
        let heading = |cell: &Cell<'_>| {
            let order = self.table.edges.iter().rposition(|&edge| edge <= cell.column)?;
            self.table.headings.get(order)?.rsplit(" / ").next()
        };
        let marks = self.by_role().filter(|(role, cell)| *role == ColumnRole::TermMark && !cell.text.trim().is_empty());
        marks
            .filter_map(|(_, cell)| {
                let (text, term) = (one_line(cell.text), heading(&cell)?);
                let sign = !text.contains(|c: char| c.is_ascii_digit()) && text.chars().count() <= 2;
                let whole = text.contains('.') || fold(&text).starts_with("в течение");
                Some(match (sign, whole) {
                    (true, _) => term.to_owned(),
                    (false, true) if text.contains('.') => text,
                    (false, true) => term.to_owned(),
                    (false, false) => format!("{} {term}", text.trim_end_matches(" числа").trim_end_matches(" месяца")),
                })
            })
            .collect()
    }

    fn has(&self, role: ColumnRole) -> bool {
        self.table.columns.iter().any(|(_, r)| *r == role)
    }

    /// Cells of this very row with a text in them.
    fn filled(&self) -> Vec<Cell<'a>> {
        self.across.iter().filter(|c| c.row == self.index && !c.text.trim().is_empty()).copied().collect()
    }

    /// How many columns of the plan a cell covers.
    fn width(&self, cell: Cell<'_>) -> usize {
        if self.across.len() == 1 {
            return self.table.edges.len();
        }
        self.table.edges.iter().filter(|edge| (cell.column..cell.column + cell.column_span).contains(edge)).count()
    }

    fn is(&self, cell: Cell<'_>, wanted: ColumnRole) -> bool {
        self.by_role().any(|(role, c)| role == wanted && c == cell)
    }

    /// Whose measures the rows from this one on are, where a column tells.
    pub(super) fn organization(&self) -> Option<String> {
        Some(one_line(self.text(ColumnRole::Organization))).filter(|text| text.contains(char::is_alphabetic))
    }

    /// Whether the measure stands in this very row rather than in a cell merged over it.
    pub(super) fn has_own_measure(&self) -> bool {
        self.filled().iter().any(|cell| self.is_measure(*cell))
    }

    fn is_measure(&self, cell: Cell<'_>) -> bool {
        self.by_role().any(|(role, c)| matches!(role, ColumnRole::Measure | ColumnRole::MeasureAndOfficer) && c == cell)
    }
}

static TOTAL: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^(итого|всего|total)\b").expect("the pattern of totals is valid"));

static NOTHING_FOUND: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"^(недостат\S+|замечани\S+|нарушени\S+)( \S+){0,4} (не (выявлен|установлен|обнаружен|име)\S*|отсутству\S+|нет)\.?$",
        r"|^(нет|без) (недостат\S+|замечани\S+|нарушени\S+)\.?$|^(не (выявлен|установлен|обнаружен)\S*|отсутству\S+)\.?$",
        r"|^(не требуется|не требуются|мероприятия не (требуются|планируются|предусмотрены))\.?$"
    ))
    .expect("the pattern of rows without measures is valid")
});

/// Whether a cell holds nothing but a dash: «—», «-», «х», «нет».
pub(super) fn is_dash(text: &str) -> bool {
    let folded = fold(text);
    folded.chars().all(|c| "-_.\" ".contains(c)) || folded == "х" || folded == "нет"
}

/// «Недостатки не выявлены», «замечаний нет», «мероприятия не требуются».
fn is_nothing(text: &str) -> bool {
    NOTHING_FOUND.is_match(fold(text).trim())
}

/// What a row is, by itself, by the row below it and by the last measure above it.
pub(super) fn kind(row: &Row<'_>, next: Option<&Row<'_>>, above: Option<&Draft>) -> Kind {
    let filled = row.filled();
    let Some(first) = filled.first() else { return Kind::Nothing };
    if let Some(section) = section(row, &filled, next) {
        return match labels::officer_label(&section) {
            Some(officer) => Kind::SectionOfficer(officer.to_owned()),
            None if is_nothing(&section) || TOTAL.is_match(&fold(&section)) || labels::is_signature(&section) => {
                Kind::Nothing
            }
            None => Kind::Section(section),
        };
    }
    let measure = row.measure();
    let number = row.text(ColumnRole::Number);
    if TOTAL.is_match(&fold(first.text))
        || TOTAL.is_match(&fold(measure))
        || (filled.len() <= 3 && filled.iter().any(|c| labels::is_signature(c.text)))
    {
        return Kind::Nothing;
    }
    let own = |role: ColumnRole| filled.iter().find(|cell| row.is(**cell, role)).map_or("", |cell| cell.text.trim());
    let deficiency = own(ColumnRole::Deficiency);
    let wanting = deficiency.contains(char::is_alphabetic) && !is_dash(deficiency) && !is_nothing(deficiency);
    if measure.is_empty() || is_dash(measure) || is_nothing(measure) {
        let goes_on = deficiency.starts_with(char::is_lowercase) && own(ColumnRole::Number).is_empty() && is_bare(row);
        match wanting {
            true if goes_on && above.is_some() => return Kind::Continuation,
            true => return Kind::Unanswered,
            false if is_nothing(first.text) || is_nothing(measure) => return Kind::Nothing,
            false => {}
        }
    }
    if !row.has_own_measure() {
        // The measure is merged over several rows, or its cell is left empty below it: the row adds to the row above.
        let adds = number.is_empty() || !measure.is_empty();
        // One measure may answer several deficiencies.
        let answers = wanting && !measure.is_empty();
        return if adds && above.is_some() && (answers || !is_only_notes(row, &filled)) {
            Kind::Continuation
        } else if is_bare(row) || !own(ColumnRole::Number).contains(|c: char| c.is_ascii_digit()) {
            Kind::Nothing
        } else {
            Kind::Measureless
        };
    }
    if is_dash(measure) || !measure.chars().any(char::is_alphabetic) {
        return Kind::Nothing;
    }
    if !number.is_empty() {
        return if above.is_some_and(|above| is_under(number, above)) { Kind::Item } else { Kind::Measure };
    }
    let small = measure.chars().next().is_some_and(char::is_lowercase);
    let marked = mark::split(measure).map(|(mark, _)| mark.kind);
    let single = measure.lines().count() == 1
        || marked == Some(MarkKind::Bullet) && measure.lines().filter(|l| mark::split(l).is_some()).count() == 1;
    let above = above.filter(|above| above.lead.is_some() || above.text.len() <= LONGEST_HEADING);
    let leads = above.is_some_and(|above| above.lead.is_some() || above.text.trim_end().ends_with(':'));
    let above_numbered = above
        .is_some_and(|above| above.number.is_some() || above.lead.is_some() || above.text.trim_end().ends_with(':'));
    match marked {
        Some(MarkKind::Bullet | MarkKind::Letter) if above_numbered && single && row.has(ColumnRole::Number) => {
            Kind::Item
        }
        Some(MarkKind::Bullet | MarkKind::Letter) if leads && single => Kind::Item,
        Some(_) => Kind::Measure,
        None if small && leads && !is_bare(row) => Kind::Item,
        None if small && leads && above.is_some_and(|above| above.lead.is_some()) => Kind::Item,
        None if small && above.is_some_and(|above| is_bare(row) || is_cut(row, above)) => Kind::Continuation,
        None => Kind::Measure,
    }
}

/// Whether a row's number goes one level below a lead-in («1. Обновить сайт:» and «1.1.»), or along with its first item.
fn is_under(number: &str, above: &Draft) -> bool {
    let (own, other) = (mark::parts(number), mark::parts(above.number.as_deref().unwrap_or_default()));
    let Some((_, parent)) = own.split_last().filter(|(_, parent)| !parent.is_empty()) else { return false };
    if above.lead.is_some() {
        other.len() == own.len() && other.starts_with(parent)
    } else {
        other == parent && above.text.trim_end().ends_with(':')
    }
}

/// A longer text heads nothing and leads in nothing.
const LONGEST_HEADING: usize = 2_000;

/// Whether a row has neither term nor officer.
fn is_bare(row: &Row<'_>) -> bool {
    use ColumnRole as R;
    [R::Deadline, R::Officer, R::DeadlineAndOfficer, R::DeadlineEnd, R::EventDate, R::TermMark]
        .iter()
        .all(|role| row.text(*role).is_empty())
}

/// Whether a page cut the row in two: its columns of numbers and terms are empty, and what stands under the officers is a
/// rest too.
fn is_cut(row: &Row<'_>, above: &Draft) -> bool {
    static REST: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^(?:\p{Lu}\. ?){1,2}$|^\p{Ll}").expect("the pattern of rests of officers is valid")
    });
    row.has(ColumnRole::Number)
        && row.has(ColumnRole::Deadline)
        && row.text(ColumnRole::Deadline).is_empty()
        && above.number.is_some()
        && !above.text.trim_end().ends_with(['.', ';', ':'])
        && REST.is_match(row.text(ColumnRole::Officer))
}

/// Whether the filled cells are in columns that add nothing to a measure.
fn is_only_notes(row: &Row<'_>, filled: &[Cell<'_>]) -> bool {
    filled.iter().all(|cell| {
        row.by_role().all(|(role, c)| {
            c != *cell
                || matches!(
                    role,
                    ColumnRole::Other
                        | ColumnRole::Number
                        | ColumnRole::Deficiency
                        | ColumnRole::Criterion
                        | ColumnRole::Organization
                )
        })
    })
}

/// The heading that a row is, if it is one: a cell across the columns, or the only filled cell of a row whose
/// neighbours have terms and officers.
fn section(row: &Row<'_>, filled: &[Cell<'_>], next: Option<&Row<'_>>) -> Option<String> {
    let (number, cell) = match filled {
        [one] => ("", *one),
        [number, one] if is_numberlike(number.text) => (number.text.trim(), *one),
        _ => return None,
    };
    let text = one_line(cell.text);
    if !text.chars().any(char::is_alphabetic) {
        return None;
    }
    let columns = row.table.edges.len();
    let wide = row.width(cell) >= 2.max(columns - 1 - usize::from(!number.is_empty()));
    if wide && columns > 1 && text.len() <= LONGEST_HEADING {
        return Some(text);
    }
    // Bare rows are measures in a table that has nothing but measures.
    if columns - usize::from(row.has(ColumnRole::Number)) < 2 {
        return None;
    }
    if !row.is_measure(cell) {
        // Worksheets often leave their first column empty, so a heading may stand in the second, under «№».
        let leading = row.across.first().is_some_and(|first| *first == cell);
        let under_number = row.by_role().any(|(role, c)| role == ColumnRole::Number && c == cell);
        let heads = under_number || leading && criterion::named(&text).is_some() || criterion::heads(&text);
        return heads.then_some(text);
    }
    let bare = !text.ends_with([':', ';']) && !text.starts_with(char::is_lowercase);
    let bullet = mark::split(&text).is_some_and(|(mark, _)| matches!(mark.kind, MarkKind::Bullet | MarkKind::Letter));
    if !bare || bullet || text.chars().count() > 250 {
        return None;
    }
    let roman =
        mark::split(&text).is_some_and(|(mark, _)| mark.kind == MarkKind::Roman) || number.contains(['I', 'V', 'X']);
    let folded = fold(&text);
    let named = ["раздел ", "критерий ", "блок ", "направление "].iter().any(|word| folded.starts_with(word));
    if roman || named || criterion::is_criterion_name(&text) || officer::names_actor(&text) {
        return Some(text);
    }
    if !number.is_empty() {
        let own = mark::parts(number);
        let below = next.map(|row| mark::parts(row.text(ColumnRole::Number))).unwrap_or_default();
        let heads = !own.is_empty() && below.len() == own.len() + 1 && below.starts_with(&own);
        return heads.then_some(text);
    }
    let has_others =
        [ColumnRole::Deadline, ColumnRole::Officer, ColumnRole::DeadlineAndOfficer].iter().any(|role| row.has(*role));
    let numbered_below =
        row.has(ColumnRole::Number) && next.is_some_and(|row| !row.text(ColumnRole::Number).is_empty());
    (has_others && (numbered_below || text.chars().count() <= 120 && !begins_with_verb(&folded))).then_some(text)
}

fn is_numberlike(text: &str) -> bool {
    let text = text.trim();
    text.chars().count() <= 8 && (text.chars().all(|c| c.is_ascii_digit() || "IVXІХ.) ".contains(c)))
}

/// «Провести …», «Обеспечить …» do; headings name things.
fn begins_with_verb(folded: &str) -> bool {
    let first = folded.split(|c: char| !c.is_alphabetic()).find(|word| !word.is_empty()).unwrap_or("");
    ["ть", "ться", "ти", "чь", "тись", "чься"].iter().any(|ending| first.len() > 6 && first.ends_with(ending))
        && !first.ends_with("ость")
}
