//! Which column of a table holds what: by the headings, then by the cells, then by what the others hold.

use super::columns::{self, Strength, is_foreign};
use super::contents::{is_list, is_wordy, names_officer, names_person, speaks_of_time};
use super::header::Header;
use super::term_columns;
use crate::language::fold::fold;
use crate::language::organization::{mentions, unformed_mention};
use crate::model::{ColumnRole, Table};

use ColumnRole as R;

/// The role of every column that has one, and whether they alone show a plan; `None` where they do not show one at all.
pub(super) fn of_columns(table: &Table, header: &Header, rows: &[usize]) -> Option<(Vec<(usize, ColumnRole)>, bool)> {
    let mut roles = header.columns.iter().map(|c| c.role).collect::<Vec<_>>();
    let cells = |column: usize| cells(table, header, rows, column);
    number_first(&mut roles, header, &cells);
    term_columns::assign(&mut roles, header, &cells);
    lower_level(&mut roles, header);
    day_done_beside_term(&mut roles, header);
    keep_one(&mut roles, R::Deadline, R::Other, &cells);
    keep_one(&mut roles, R::ExpectedResult, R::Other, &cells);
    keep_first_officer(&mut roles, header);
    drop_event_date_beside_term(&mut roles);
    lone_end(&mut roles);
    institution(&mut roles, &cells);
    term_and_person(&mut roles, &cells);
    let foreign = header.columns.iter().filter(|c| is_foreign(&c.heading)).count();
    let titles_of_programme = programme(&mut roles, header, &cells);
    let sure_measure = choose_measure(&mut roles, &cells)?;
    if sure_measure {
        by_contents(&mut roles, header, &cells);
    }
    let has = |role: ColumnRole| roles.iter().flatten().any(|(r, _)| *r == role);
    let term = has(R::Deadline)
        || has(R::DeadlineStart)
        || has(R::DeadlineEnd)
        || has(R::EventDate)
        || has(R::TermMark)
        || has(R::DeadlineAndOfficer);
    let person = has(R::Officer) || has(R::DeadlineAndOfficer) || has(R::MeasureAndOfficer);
    let other = has(R::ExpectedResult)
        || has(R::Deficiency)
        || has(R::Progress)
        || has(R::Completed)
        || has(R::Criterion)
        || has(R::Indicator);
    // Nothing but measures: the title has to say that they are planned.
    let only_measures = sure_measure && header.columns.len() <= 3;
    if !(term || person || other || titles_of_programme || only_measures) {
        return None;
    }
    let timed = || {
        let column =
            roles.iter().position(|r| r.is_some_and(|(r, _)| matches!(r, R::Deadline | R::EventDate | R::DeadlineEnd)));
        column.is_some_and(|column| share(&cells(column), speaks_of_time) >= 0.5)
    };
    let certain = match (sure_measure, term, person) {
        (true, true, true) => true,
        (true, true, false) | (true, false, true) => foreign == 0,
        (true, false, false) => has(R::Deficiency) && has(R::Progress),
        (false, true, true) => foreign == 0,
        (false, true, false) => foreign == 0 && has(R::Number) && header.columns.len() <= 4 && timed(),
        (false, false, _) => false,
    };
    if rows.is_empty() {
        return None;
    }
    let columns = header.columns.iter().zip(&roles).filter_map(|(c, role)| role.map(|(r, _)| (c.edge, r))).collect();
    Some((columns, certain))
}

/// What a column holds and how sure that is, where its heading tells.
pub(super) type Role = Option<(ColumnRole, Strength)>;

/// The texts of one column, by the order of cells in their rows.
fn cells(table: &Table, header: &Header, rows: &[usize], column: usize) -> Vec<String> {
    rows.iter()
        .take(200)
        .map(|&row| {
            let across = table.across(row).collect::<Vec<_>>();
            let cell = if across.len() == header.columns.len() {
                across[column]
            } else {
                table.at(row, header.columns[column].edge)
            };
            if cell.column_span >= table.columns() && header.columns.len() > 1 {
                String::new()
            } else {
                cell.text.to_owned()
            }
        })
        .filter(|text| !text.trim().is_empty())
        .collect()
}

pub(super) fn share(cells: &[String], test: impl Fn(&str) -> bool) -> f64 {
    if cells.is_empty() { 0.0 } else { cells.iter().filter(|text| test(text)).count() as f64 / cells.len() as f64 }
}

/// A first column of numbers whose heading was left empty.
fn number_first(roles: &mut [Role], header: &Header, cells: &dyn Fn(usize) -> Vec<String>) {
    let known = roles.iter().flatten().any(|(role, _)| *role == R::Number);
    let nameless = header.columns.first().is_some_and(|column| column.heading.is_empty());
    if !known
        && nameless
        && share(&cells(0), |text| text.chars().all(|c| c.is_ascii_digit() || ".) ".contains(c))) >= 0.6
    {
        roles[0] = Some((R::Number, Strength::Weak));
    }
}

/// Of several columns of one role the surest, then the first, keeps it.
fn keep_one(roles: &mut [Role], role: ColumnRole, rest: ColumnRole, cells: &dyn Fn(usize) -> Vec<String>) {
    let best = (0..roles.len())
        .filter(|&i| roles[i].is_some_and(|(r, _)| r == role))
        .max_by_key(|&i| (!cells(i).is_empty(), roles[i].map(|(_, s)| s), std::cmp::Reverse(i)));
    for (i, slot) in roles.iter_mut().enumerate() {
        if slot.is_some_and(|(r, _)| r == role) && Some(i) != best {
            *slot = Some((rest, Strength::Weak));
        }
    }
}

/// A second column of persons names those who help, unless one heading is divided into post and name.
fn keep_first_officer(roles: &mut [Role], header: &Header) {
    let top = |i: usize| header.columns[i].heading.split_once(" / ").map(|(top, _)| top.to_owned());
    let mut first: Option<usize> = None;
    for (i, role) in roles.iter_mut().enumerate() {
        let Some((R::Officer, strength)) = *role else { continue };
        match first {
            Some(first) if post_and_name(&header.columns[first].heading, &header.columns[i].heading) => {}
            Some(first) if top(first).is_none() || top(first) != top(i) => *role = Some((R::CoOfficer, strength)),
            _ => first = Some(i),
        }
    }
    if first.is_none()
        && let Some(slot) = roles.iter_mut().find(|slot| matches!(slot, Some((R::CoOfficer, _))))
    {
        *slot = Some((R::Officer, Strength::Weak));
    }
}

/// «Срок завершения» without a beginning beside it is the term.
fn lone_end(roles: &mut [Role]) {
    let told = |role: ColumnRole| roles.iter().flatten().any(|(r, _)| *r == role);
    if told(R::DeadlineStart) || told(R::Deadline) {
        return;
    }
    for slot in roles.iter_mut() {
        if let Some((R::DeadlineEnd, strength)) = *slot {
            *slot = Some((R::Deadline, strength));
        }
    }
}

/// A column of institutions tells whose measure each row is, if another column tells who answers for it.
fn institution(roles: &mut [Role], cells: &dyn Fn(usize) -> Vec<String>) {
    let officer =
        roles.iter().flatten().any(|(r, _)| matches!(r, R::Officer | R::DeadlineAndOfficer | R::MeasureAndOfficer));
    let names = |text: &str| !mentions(text).is_empty() || unformed_mention(text).is_some();
    let mut kept = false;
    for (i, slot) in roles.iter_mut().enumerate() {
        if matches!(slot, Some((R::Organization, _))) {
            let tells = officer && !kept && share(&cells(i), names) >= 0.6;
            kept |= tells;
            *slot = slot.filter(|_| tells);
        }
    }
}

/// «Ответственный (должность)» beside «Ответственный (ФИО)», in either order.
fn post_and_name(one: &str, other: &str) -> bool {
    let post = |heading: &str| fold(heading).contains("должност");
    let name = |heading: &str| ["фио", "ф.и.о", "ф. и. о", "фамили"].iter().any(|word| fold(heading).contains(word));
    post(one) && !name(one) && name(other) && !post(other) || post(other) && !name(other) && name(one) && !post(one)
}

/// «Исполнение» or «Контроль» divided into «срок» and «ответственный» tells who and when, where nothing else does.
fn lower_level(roles: &mut [Role], header: &Header) {
    for i in 0..roles.len() {
        let vague = matches!(roles[i], Some((R::Progress, Strength::Weak) | (R::Other, _)));
        let lowest = header.columns[i].heading.rsplit_once(" / ").and_then(|(_, lowest)| columns::role(lowest));
        let Some((role @ (R::Deadline | R::Officer), Strength::Sure)) = lowest.filter(|_| vague) else { continue };
        if !roles.iter().flatten().any(|(told, _)| *told == role) {
            roles[i] = Some((role, Strength::Sure));
        }
    }
}

/// «Дата исполнения» beside «Срок» or «Плановая дата исполнения» is the day on which it was done.
fn day_done_beside_term(roles: &mut [Role], header: &Header) {
    let is_term = |slot: &Role| matches!(slot, Some((R::Deadline, _)));
    let done = |i: usize| {
        let heading = fold(&header.columns[i].heading);
        heading.starts_with("дата ")
            && ["исполнен", "выполнен", "реализац", "устранен"].iter().any(|word| heading.contains(word))
            && !["план", "срок", "предел", "крайн", "контрол"].iter().any(|word| heading.contains(word))
    };
    let (days, terms): (Vec<usize>, Vec<usize>) =
        (0..roles.len()).filter(|&i| is_term(&roles[i])).partition(|&i| done(i));
    if let ([day], false) = (days.as_slice(), terms.is_empty()) {
        roles[*day] = Some((R::Completed, Strength::Sure));
    }
}

/// «Дата» beside «Срок» is no second term.
fn drop_event_date_beside_term(roles: &mut [Role]) {
    let term = roles.iter().flatten().any(|(r, _)| *r == R::Deadline);
    for slot in roles.iter_mut() {
        if term && matches!(slot, Some((R::EventDate, Strength::Weak))) {
            *slot = Some((R::Other, Strength::Weak));
        }
    }
}

/// «Исполнение» without a column of terms or of persons, whose cells hold both: «до 1 мая, завхоз Птицын А.А.».
fn term_and_person(roles: &mut [Role], cells: &dyn Fn(usize) -> Vec<String>) {
    use ColumnRole::{Deadline, DeadlineAndOfficer, DeadlineEnd, DeadlineStart, EventDate, MeasureAndOfficer, Officer};
    let told = [
        DeadlineAndOfficer,
        DeadlineEnd,
        DeadlineStart,
        Deadline,
        EventDate,
        MeasureAndOfficer,
        Officer,
        ColumnRole::TermMark,
    ];
    if roles.iter().flatten().any(|(role, _)| told.contains(role)) {
        return;
    }
    let holds_both = |i: usize| share(&cells(i), |text| speaks_of_time(text) && names_person(text)) >= 0.6;
    let vague = |slot: &Role| matches!(slot, None | Some((R::Progress | R::Other, Strength::Weak)));
    if let Some(i) = (0..roles.len()).find(|&i| vague(&roles[i]) && holds_both(i)) {
        roles[i] = Some((R::DeadlineAndOfficer, Strength::Sure));
    }
}

/// A plan's column of terms or of officers whose heading nobody knows: «Дедлайн», «Выполнить до», «Сотрудник».
fn by_contents(roles: &mut [Role], header: &Header, cells: &dyn Fn(usize) -> Vec<String>) {
    use ColumnRole::{
        CoOfficer, Deadline, DeadlineAndOfficer, DeadlineEnd, EventDate, MeasureAndOfficer, Officer, TermMark,
    };
    // Columns of what or whom the measure is for hold posts and times too.
    const FOR_WHOM: &[&str] = &[
        "участ",
        "мест",
        "аудитор",
        "контингент",
        "категор",
        "класс",
        "групп",
        "целев",
        "приглаш",
        "охват",
        "для ",
        "получател",
        "форм",
        "примечан",
        "коммент",
        "отметк",
        "адрес",
    ];
    let about = |i: usize| {
        let heading = fold(&header.columns[i].heading);
        FOR_WHOM.iter().any(|stem| heading.contains(stem))
    };
    let short = |i: usize| cells(i).iter().all(|text| text.chars().count() <= 80);
    let unknown = |roles: &[Role], i: usize| roles[i].is_none() && !about(i) && short(i);
    let has = |roles: &[Role], known: &[ColumnRole]| roles.iter().flatten().any(|(role, _)| known.contains(role));
    if !has(roles, &[Deadline, DeadlineEnd, EventDate, DeadlineAndOfficer, TermMark])
        && let Some(i) = (0..roles.len()).find(|&i| unknown(roles, i) && share(&cells(i), speaks_of_time) >= 0.6)
    {
        roles[i] = Some((Deadline, Strength::Weak));
    }
    if !has(roles, &[Officer, CoOfficer, DeadlineAndOfficer, MeasureAndOfficer])
        && let Some(i) = (0..roles.len()).find(|&i| unknown(roles, i) && share(&cells(i), names_officer) >= 0.6)
    {
        roles[i] = Some((Officer, Strength::Weak));
    }
}

/// A programme without terms: a column of directions, and one of results that are lists of what is to be done. The
/// directions are sections then, and the results are the measures.
fn programme(roles: &mut [Role], header: &Header, cells: &dyn Fn(usize) -> Vec<String>) -> bool {
    let term = roles
        .iter()
        .flatten()
        .any(|(r, _)| matches!(r, R::Deadline | R::DeadlineStart | R::DeadlineEnd | R::EventDate | R::Officer));
    let sure = roles.iter().flatten().any(|(r, s)| *r == R::Measure && *s == Strength::Sure);
    let direction = roles.iter().position(|slot| matches!(slot, Some((R::Measure, Strength::Weak))));
    let result = roles.iter().position(|slot| matches!(slot, Some((R::ExpectedResult, _))));
    let (false, false, Some(direction), Some(result)) = (term, sure, direction, result) else { return false };
    if header.columns.len() > 4 || share(&cells(result), is_list) < 0.5 {
        return false;
    }
    roles[direction] = Some((R::Section, Strength::Weak));
    roles[result] = Some((R::Measure, Strength::Weak));
    true
}

/// Leaves one column of measures and says whether its heading is sure. Without a heading of measures, the only column of
/// words that has no role holds them.
fn choose_measure(roles: &mut [Role], cells: &dyn Fn(usize) -> Vec<String>) -> Option<bool> {
    if roles.iter().flatten().any(|(r, _)| *r == R::MeasureAndOfficer) {
        demote(roles, None);
        return Some(true);
    }
    let strength = roles.iter().flatten().filter(|(r, _)| *r == R::Measure).map(|(_, s)| *s).max();
    let mean = |i: usize| {
        let cells = cells(i);
        cells.iter().map(|text| text.chars().count()).sum::<usize>() / cells.len().max(1)
    };
    let chosen = match strength {
        Some(strength) => {
            let same = |i: &usize| roles[*i] == Some((R::Measure, strength));
            (0..roles.len()).filter(same).max_by_key(|&i| (mean(i), std::cmp::Reverse(i)))
        }
        None => {
            let mut wordy = (0..roles.len()).filter(|&i| roles[i].is_none() && share(&cells(i), is_wordy) >= 0.6);
            let only = wordy.next();
            only.filter(|_| wordy.next().is_none())
        }
    }?;
    roles[chosen] = Some((R::Measure, strength.unwrap_or(Strength::Weak)));
    demote(roles, Some(chosen));
    Some(strength == Some(Strength::Sure))
}

fn demote(roles: &mut [Role], keep: Option<usize>) {
    for (i, slot) in roles.iter_mut().enumerate() {
        if matches!(slot, Some((R::Measure, _))) && Some(i) != keep {
            *slot = Some((R::Other, Strength::Weak));
        }
    }
}
