//! The law as text: what there is, one edition in full, and what changed between two.

use std::fmt::Write;

use chrono::{Datelike, NaiveDate};

use super::Law;
use super::disclosure::{DisclosureList, Requirement};
use super::edition::Edition;
use super::plan::PlanForm;
use crate::model::Channel;

/// Every edition: id, act, days in force, whether it is compared with the act; `*` marks those in force on the day.
pub fn list(law: &Law, day: NaiveDate) -> String {
    let mut out = String::new();
    let mut section = |title: &str, editions: Vec<(&Edition, usize, &str)>| {
        let _ = writeln!(out, "{title}");
        for (edition, n, unit) in editions {
            let mark = if edition.in_force(day) { '*' } else { ' ' };
            let verified = if edition.verified { "сверен" } else { "не сверен" };
            let _ = writeln!(
                out,
                "{mark} {:<18} {}; {}; {unit}: {n}; {verified}",
                edition.id,
                edition.citation(),
                term(edition)
            );
        }
    };
    section("Перечни сведений", lists(&law.disclosure));
    section("Условия", lists(&law.conditions));
    section("Формы плана", law.plan_forms.iter().map(|form| (&form.edition, form.columns.len(), "граф")).collect());
    let _ = writeln!(out, "Обязанности");
    for duty in &law.duties {
        let mark = if duty.in_force(day) { '*' } else { ' ' };
        let term = duty.term.as_deref().map_or(String::new(), |term| format!("; срок: {term}"));
        let _ =
            writeln!(out, "{mark} {:<18} {}: {}{term}; {}, {}", duty.id, duty.who, duty.what, duty.act, duty.clause);
    }
    let _ = writeln!(out, "Производственные календари");
    for (year, act, verified) in law.calendar.years() {
        let mark = if year == day.year() { '*' } else { ' ' };
        let verified = if verified { "сверен" } else { "не сверен" };
        let _ = writeln!(out, "{mark} {:<18} {act}; {verified}", format!("calendar-{year}"));
    }
    out
}

fn lists(lists: &[DisclosureList]) -> Vec<(&Edition, usize, &'static str)> {
    lists.iter().map(|list| (&list.edition, list.items.len(), "пунктов")).collect()
}

/// One edition in full; `None` where no edition has the id.
pub fn show(law: &Law, id: &str) -> Option<String> {
    if let Some(list) = disclosure_list(law, id) {
        let mut out = head(&list.edition);
        if list.items.is_empty() {
            out.push_str("\nПеречень пуст: раскрытие информации по нему не проверяется.\n");
        }
        for item in &list.items {
            let _ = write!(out, "\n{} {}\n", item.id, item.text);
            let _ = writeln!(out, "    {}; {}", item.clause, terms(item));
            if !item.synonyms.is_empty() {
                let _ = writeln!(out, "    узнаётся по словам: {}", item.synonyms.join(", "));
            }
        }
        return Some(out);
    }
    law.plan_forms.iter().find(|form| form.edition.id == id).map(form)
}

fn form(form: &PlanForm) -> String {
    let mut out = head(&form.edition);
    for column in &form.columns {
        let strict = if column.mandatory { "обязательна" } else { "не обязательна" };
        let _ = write!(out, "\n{} ({strict}): {}\n", column.clause, column.heading);
        let _ = writeln!(out, "    узнаётся по словам: {}", column.wordings.join(", "));
    }
    for section in &form.sections {
        let _ = write!(out, "\nраздел по критерию {}: {}", section.criterion, section.heading);
    }
    out.push('\n');
    out
}

fn head(edition: &Edition) -> String {
    let verified = if edition.verified {
        "сверен с текстом акта"
    } else {
        "не сверен с текстом акта"
    };
    let mut out = format!(
        "{}\n{}\n{}\n{verified}; источник: {}\n",
        edition.title,
        edition.citation(),
        term(edition),
        edition.source
    );
    if !edition.note.is_empty() {
        let _ = writeln!(out, "{}", edition.note);
    }
    out
}

fn term(edition: &Edition) -> String {
    let from = edition.in_force_from.format("%d.%m.%Y");
    match edition.in_force_to {
        Some(last) => format!("действовал с {from} по {}", last.format("%d.%m.%Y")),
        None => format!("действует с {from}"),
    }
}

/// What changed from one disclosure list to another; the error says which id is unknown.
///
/// # Errors
/// When an id belongs to no disclosure list.
pub fn diff(law: &Law, before: &str, after: &str) -> Result<String, UnknownEdition> {
    let find = |id: &str| disclosure_list(law, id).ok_or_else(|| UnknownEdition(id.to_owned()));
    let (before, after) = (find(before)?, find(after)?);
    let mut out = format!("{} -> {}\n", before.edition.citation(), after.edition.citation());
    let mut changes = 0;
    for item in before.items.iter().filter(|item| after.item(&item.id).is_none()) {
        let _ = writeln!(out, "- {} {}", item.id, item.text);
        changes += 1;
    }
    for item in &after.items {
        match before.item(&item.id) {
            None => {
                let _ = writeln!(out, "+ {} {}", item.id, item.text);
                changes += 1;
            }
            Some(old) => changes += changed(old, item, &mut out),
        }
    }
    if changes == 0 {
        out.push_str("Пункты не изменились.\n");
    }
    Ok(out)
}

/// What each line of a text is about, by the words of a list: how its editor tries new synonyms.
///
/// # Errors
/// When the id belongs to no list.
pub fn matches(law: &Law, id: &str, lines: &str) -> Result<String, UnknownEdition> {
    let list = disclosure_list(law, id).ok_or_else(|| UnknownEdition(id.to_owned()))?;
    let mut out = String::new();
    for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let found = list.find(line);
        let items: Vec<String> = found.iter().map(|m| format!("{} («{}»)", list.items[m.item].id, m.phrase)).collect();
        let items = if items.is_empty() { "—".to_owned() } else { items.join(", ") };
        let _ = writeln!(out, "{line}\t{items}");
    }
    Ok(out)
}

/// No edition has this id.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("нет перечня «{0}»; все перечни показывает команда svod law list")]
pub struct UnknownEdition(pub String);

/// Writes what of one item changed, as a lawyer would see it; how it is recognized is no change of the law.
fn changed(before: &Requirement, after: &Requirement, out: &mut String) -> usize {
    let pairs = [
        ("текст", before.text.clone(), after.text.clone()),
        ("пункт акта", before.clause.clone(), after.clause.clone()),
        ("где и насколько обязательно", terms(before), terms(after)),
    ];
    let mut changes = 0;
    for (what, old, new) in pairs.into_iter().filter(|(_, old, new)| old != new) {
        let _ = writeln!(out, "~ {} {what}: {old} -> {new}", after.id);
        changes += 1;
    }
    changes
}

fn terms(item: &Requirement) -> String {
    let channels: Vec<&str> = item
        .channels
        .iter()
        .map(|channel| match channel {
            Channel::Site => "сайт",
            Channel::Stand => "стенд",
        })
        .collect();
    let place = if channels.is_empty() { "не оценивается".to_owned() } else { channels.join(" и ") };
    match &item.condition {
        Some(condition) => format!("{place}; обязательно, {condition}"),
        None => format!("{place}; {}", item.obligation.title()),
    }
}

fn disclosure_list<'a>(law: &'a Law, id: &str) -> Option<&'a DisclosureList> {
    law.disclosure.iter().chain(&law.conditions).find(|list| list.edition.id == id)
}
