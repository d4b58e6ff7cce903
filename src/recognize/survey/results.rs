//! Tables of results in the symbols of order 344н («Устенд», «Уобщ-стенд», «Чобщ»): the counts in them can be computed
//! anew, so they are read, and the points beside them are left alone.

use super::headings::Headings;
use super::wording::Wording;
use super::{Sheet, roles};
use crate::language::fold::fold;
use crate::model::{CheckTopic, ColumnRole, Counted, Form, Layout, Question, Recognized, Warned};

use ColumnRole::{Counts, Met, Norm, Respondents};

/// Symbols without points, hyphens and spaces, and what they count.
const SYMBOLS: &[(&str, ColumnRole)] = &[
    ("чобщ", Respondents),
    ("уобщстенд", Counts(Question::StandUsed, Counted::Yes)),
    ("устенд", Counts(Question::StandSatisfied, Counted::Yes)),
    ("уобщсайт", Counts(Question::SiteUsed, Counted::Yes)),
    ("усайт", Counts(Question::SiteSatisfied, Counted::Yes)),
    ("усвоевр", Counts(Question::InTime, Counted::Yes)),
    ("укомф", Counts(Question::ComfortSatisfied, Counted::Yes)),
    ("чинв", Counts(Question::Disability, Counted::Yes)),
    ("удост", Counts(Question::AccessSatisfied, Counted::Yes)),
    ("уперв", Counts(Question::FirstContact, Counted::Yes)),
    ("упервконт", Counts(Question::FirstContact, Counted::Yes)),
    ("уоказуслуг", Counts(Question::ServiceStaff, Counted::Yes)),
    ("чобщус", Counts(Question::RemoteUsed, Counted::Yes)),
    ("увеждист", Counts(Question::RemoteSatisfied, Counted::Yes)),
    ("увежлдист", Counts(Question::RemoteSatisfied, Counted::Yes)),
    ("уреком", Counts(Question::Recommend, Counted::Yes)),
    ("уоргусл", Counts(Question::OrganizationalConditions, Counted::Yes)),
    ("ууд", Counts(Question::OverallSatisfied, Counted::Yes)),
    ("истенд", Met(CheckTopic::Stand)),
    ("инормстенд", Norm(CheckTopic::Stand)),
    ("исайт", Met(CheckTopic::Site)),
    ("инормсайт", Norm(CheckTopic::Site)),
    ("сдист", Met(CheckTopic::Remote)),
    ("скомф", Met(CheckTopic::Comfort)),
    ("соргдост", Met(CheckTopic::Equipment)),
    ("суслугдост", Met(CheckTopic::Accessibility)),
];

/// A sheet with fewer symbols of counts is something else.
const LEAST_SYMBOLS: usize = 4;

/// What a heading in symbols counts: «Уобщ-стенд», «Увежл.дист», «Чобщ_ус».
pub(super) fn symbol(heading: &str) -> Option<ColumnRole> {
    let letters: String = fold(heading).chars().filter(|c| c.is_alphabetic()).collect();
    SYMBOLS.iter().find(|(symbol, _)| *symbol == letters).map(|(_, role)| *role)
}

/// The sheet as results with their counts, if it is that.
pub(super) fn recognize(sheet: &Sheet<'_>, headings: &Headings) -> Warned<Vec<Recognized>> {
    let mut counts: Vec<(usize, ColumnRole)> = Vec::new();
    let mut checks: Vec<(usize, ColumnRole)> = Vec::new();
    let mut names: Option<usize> = None;
    for (column, heading) in headings.columns.iter().enumerate() {
        match symbol(&heading.own) {
            Some(role @ (Met(_) | Norm(_))) => checks.push((column, role)),
            // The number of respondents stands beside every share («Чобщ1»); it is the same.
            Some(role) if counts.iter().all(|(_, known)| *known != role) => counts.push((column, role)),
            Some(_) => {}
            None if names.is_none() && roles::role(&Wording::new(&heading.own)) == Some(ColumnRole::Organization) => {
                names = Some(column);
            }
            None => {}
        }
    }
    let Some(name) = names.filter(|_| counts.len() + checks.len() >= LEAST_SYMBOLS) else {
        return Warned::clean(Vec::new());
    };
    let (part, block, header_rows) = (sheet.part, sheet.block, headings.rows);
    let mut found = Warned::clean(Vec::new());
    let has_answers = counts.iter().any(|(_, role)| matches!(role, Counts(..)));
    if has_answers {
        counts.insert(0, (name, ColumnRole::Organization));
        found.value.push(Recognized::Answers {
            part,
            block,
            header_rows,
            headings: counts.iter().map(|(column, _)| headings.columns[*column].full()).collect(),
            columns: counts,
            form: Form::General,
            named: None,
            layout: Layout::Rows,
        });
    }
    if checks.iter().any(|(_, role)| matches!(role, Met(_))) {
        checks.insert(0, (name, ColumnRole::Organization));
        found.value.push(Recognized::CheckCounts { part, block, header_rows, columns: checks });
    }
    let text = "Это таблица готовых результатов. Показатели рассчитаны заново по количествам, которые в ней указаны (Устенд, \
                Чобщ и другие); готовые баллы не использованы. Какие именно пункты чек-листа не выполнены и насколько \
                достоверны ответы, по ней сказать нельзя. По возможности передайте анкеты и чек-листы.";
    found.warn_at("results-with-counts", text, sheet.place.clone());
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbols_are_read_however_they_are_hyphenated() {
        let cases = [
            ("Уобщ-стенд", Some(Counts(Question::StandUsed, Counted::Yes))),
            ("У общ. сайт", Some(Counts(Question::SiteUsed, Counted::Yes))),
            ("Чобщ_ус", Some(Counts(Question::RemoteUsed, Counted::Yes))),
            ("Чобщ3", Some(Respondents)),
            ("Увежл.дист", Some(Counts(Question::RemoteSatisfied, Counted::Yes))),
            ("Инорм-стенд", Some(Norm(CheckTopic::Stand))),
            ("Пкомфуд", None),
            ("К1", None),
            ("Тдист", None),
            ("Общий балл", None),
        ];
        for (heading, expected) in cases {
            assert_eq!(symbol(heading), expected, "{heading}");
        }
    }
}
