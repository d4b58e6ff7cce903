//! What closing a gap would give: the gaps that are worth most to each organization.

use super::Case;
use crate::model::Prospect;
use crate::write::docx::paper::{Align, Paper};
use crate::write::{figures, words};

/// Gaps shown of each organization; the table `gains` has them all.
const GAPS: usize = 2;

pub(super) fn gains(paper: &mut Paper, case: &Case<'_, '_>) {
    let row = |name: &str, prospect: &Prospect| {
        let gain = &prospect.gain;
        let condition = if gain.topic.is_none() {
            " (если удовлетворены все опрошенные)"
        } else {
            ""
        };
        vec![
            name.to_owned(),
            format!("{}{condition}", gain.item),
            words::code(&gain.indicator),
            format!("+{}", figures::points(&gain.points)),
            words::move_of(prospect.place, prospect.place_after).unwrap_or_else(|| "—".to_owned()),
        ]
    };
    let of_one = |organization: &&'_ crate::model::Organization| {
        let name = words::name(organization);
        case.view.prospects(&organization.id).iter().take(GAPS).map(|p| row(name, p)).collect::<Vec<_>>()
    };
    let rows: Vec<_> = case.organizations.iter().flat_map(of_one).collect();
    if rows.is_empty() {
        paper.text(Align::Justified, "Недостатков, устранение которых подняло бы итоговый балл, не найдено.");
        return;
    }
    paper.text(
        Align::Justified,
        "Названы самые весомые недостатки каждой организации. Каждая строка считает, что устранён только этот недостаток, \
         а у остальных организаций ничего не изменилось; прибавки не складываются.",
    );
    let columns =
        [("Организация", 27), ("Недостаток", 35), ("Показа\u{ad}тель", 11), ("Прибавка к итогу", 13), ("Место", 14)];
    paper.table(&columns, &rows);
}
