//! Registers of organizations.

use super::headings::Headings;
use super::wording::Wording;
use super::{Sheet, roles};
use crate::model::{ColumnRole, Recognized, Warned};

/// The sheet as a register, if it is that: names of organizations with what only registers tell of them.
pub(super) fn recognize(sheet: &Sheet<'_>, headings: &Headings) -> Warned<Option<Recognized>> {
    let mut columns: Vec<(usize, ColumnRole)> = Vec::new();
    for (column, heading) in headings.columns.iter().enumerate() {
        let role = roles::role(&Wording::new(&heading.own)).or_else(|| roles::role(&Wording::new(&heading.full())));
        if let Some(role) = role
            && is_of_register(role)
            && columns.iter().all(|(_, other)| *other != role)
        {
            columns.push((column, role));
        }
    }
    let has = |role| columns.iter().any(|(_, other)| *other == role);
    let named = has(ColumnRole::Organization) || has(ColumnRole::ShortName);
    let told =
        [ColumnRole::Sector, ColumnRole::Kind, ColumnRole::Municipality, ColumnRole::Region, ColumnRole::Recipients];
    let told = told.into_iter().filter(|role| has(*role)).count();
    if !named || !(has(ColumnRole::Inn) || told >= 2) || headings.rows >= sheet.table.rows() {
        return Warned::clean(None);
    }
    Warned::clean(Some(Recognized::Register {
        part: sheet.part,
        block: sheet.block,
        header_rows: headings.rows,
        columns,
    }))
}

fn is_of_register(role: ColumnRole) -> bool {
    use ColumnRole::{Inn, Kind, Municipality, Organization, Parent, Recipients, Region, Sector, ShortName};
    matches!(role, Inn | Kind | Municipality | Organization | Parent | Recipients | Region | Sector | ShortName)
}
