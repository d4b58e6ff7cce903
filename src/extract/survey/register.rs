//! Rows of a register to organizations.

use super::row_number;
use crate::language::fold::{fold, one_line};
use crate::language::total;
use crate::model::{ColumnRole, Location, Register, RegisterRow, Sector, Table, Warned};

/// The register, in the order of its rows. Rows without a name and without ИНН are left out.
pub(super) fn read(table: &Table, place: Location, first: usize, columns: &[(usize, ColumnRole)]) -> Warned<Register> {
    let mut rows = Vec::new();
    for row in first..table.rows() {
        let text = |role: ColumnRole| {
            let column = columns.iter().find(|(_, other)| *other == role)?.0;
            Some(one_line(table.text(row, column))).filter(|text| !text.is_empty())
        };
        let short_name = text(ColumnRole::ShortName);
        let inn = text(ColumnRole::Inn).map(|inn| digits(&inn)).filter(|inn| !inn.is_empty());
        let name = text(ColumnRole::Organization).or_else(|| short_name.clone()).unwrap_or_default();
        if inn.is_none() && (name.is_empty() || total::is_total(&name)) {
            continue;
        }
        rows.push(RegisterRow {
            row: row_number(table, row),
            inn,
            name,
            short_name,
            sector: text(ColumnRole::Sector).and_then(|sector| sector_of(&sector)),
            kind_raw: text(ColumnRole::Kind),
            municipality: text(ColumnRole::Municipality),
            region: text(ColumnRole::Region),
            parent: text(ColumnRole::Parent),
            recipients: text(ColumnRole::Recipients).and_then(|count| digits(&count).parse().ok()),
        });
    }
    Warned::clean(Register { place, rows })
}

/// The digits of a number or an ИНН; a spreadsheet's «.0» is not part of it.
fn digits(text: &str) -> String {
    let whole = text.strip_suffix(".0").or_else(|| text.strip_suffix(",0")).unwrap_or(text);
    whole.chars().filter(char::is_ascii_digit).collect()
}

fn sector_of(text: &str) -> Option<Sector> {
    const WORDS: &[(&str, Sector)] = &[
        ("экспертиз", Sector::Expertise),
        ("мсэ", Sector::Expertise),
        ("культур", Sector::Culture),
        ("образован", Sector::Education),
        ("здрав", Sector::Health),
        ("здоров", Sector::Health),
        ("медицин", Sector::Health),
        ("соц", Sector::Social),
    ];
    let text = fold(text);
    WORDS.iter().find(|(word, _)| text.contains(word)).map(|(_, sector)| *sector)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::TableBuilder;

    #[test]
    fn a_register_keeps_what_it_tells() {
        use ColumnRole::{Inn, Organization, Recipients, Sector as SectorRole};
        let rows = [
            ["ИНН", "Наименование", "Отрасль", "Получателей"],
            ["0274062111.0", "МБУК «Приозёрский музей»", "Культура", "1 250"],
            ["", "", "", ""],
            ["", "МБОУ СОШ № 1", "сфера образования", "—"],
        ];
        let table = TableBuilder::from_rows(rows).finish().expect("small");
        let columns = [(0, Inn), (1, Organization), (2, SectorRole), (3, Recipients)];
        let register = read(&table, Location::table(1), 1, &columns).value;
        assert_eq!(register.rows.len(), 2);
        let first = &register.rows[0];
        assert_eq!((first.inn.as_deref(), first.recipients), (Some("0274062111"), Some(1250)));
        assert_eq!((first.sector, first.row), (Some(Sector::Culture), 2));
        assert_eq!((register.rows[1].sector, register.rows[1].recipients), (Some(Sector::Education), None));
    }
}
