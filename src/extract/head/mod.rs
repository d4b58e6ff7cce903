//! The head of a plan: whose it is, for which time, who approved it and when.
//!
//! The texts around the measures are first parted into stamps, title and the rest ([`lines`], [`stamp`], [`title`]), so
//! that a date or an organization is read only where it can mean what it is read as: the day of a protocol is no day of
//! approval, the ministry that approves is not whose plan it is.

mod approval;
mod date;
mod lines;
mod order;
mod period;
mod person;
mod responsible;
mod stamp;
mod subject;
mod title;

#[cfg(test)]
mod tests;

use crate::language::organization::{named_in_file_name, sector_of};
use crate::model::{Document, Located, Location, Plan, PlanHead};

/// A plan without measures yet.
pub(super) fn read(document: &Document, head: &PlanHead) -> Plan {
    let before = lines::before(document, head);
    let after = lines::after(document, head);
    let parted = stamp::part(&before);
    let title = title::read(&parted.rest);
    let mut approval = approval::read(&parted, &title);
    if parted.approvals.is_empty() && approval.by.is_none() {
        approval = approval.or(approval::read(&stamp::part(&after), &title::Title::default()));
    }
    let organization = subject::organization(&title, &parted, &after);
    let sector = subject::sector(organization.as_ref(), &title);
    Plan {
        inn: subject::inn(&before, &after),
        period: period::read(&title, sector, approval.on.as_ref().map(|on| on.value)),
        title: title.text.clone(),
        organization,
        sector,
        approved_on: approval.on,
        approved_by: approval.by,
        approved_post: approval.post,
        responsible_raw: responsible::read(&after).or_else(|| responsible::read(&parted.rest)),
        place: before.first().map(|line| line.place.clone()).unwrap_or_default(),
        ..Plan::default()
    }
}

/// What the only plan of a file leaves out and the name of the file tells: «План МБОУ СОШ № 12 на 2025 год.docx».
pub(super) fn complete(plan: &mut Plan, file_name: &str) {
    if plan.organization.is_none() {
        plan.organization = named_in_file_name(file_name).map(|name| Located::new(name, Location::default()));
        plan.sector = plan.sector.or(plan.organization.as_ref().and_then(|name| sector_of(&name.value)));
    }
    plan.period = plan.period.or_else(|| period::of_file_name(file_name, plan.sector));
}
