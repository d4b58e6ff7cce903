//! A plan lists what will be shown and leaves out what must be.

use std::collections::BTreeSet;

use crate::check::evidence::promises;
use crate::check::finding::subject;
use crate::check::rule::{Basis, Look, Remark, Rule};
use crate::check::view::{PlanView, shown};
use crate::law::disclosure::{DisclosureList, Obligation, Reach, Requirement};
use crate::model::{Addressee, Channel, Severity};

/// L201
pub(super) static RULE: Rule = Rule {
    code: "L201",
    name: "promise-incomplete",
    title: "План обещает разместить не все обязательные сведения",
    checks: "Если план сам перечисляет, что будет размещено на сайте, этот перечень не короче того, который был обязателен в день утверждения плана.",
    basis: Basis::List,
    severity: Severity::Note,
    addressee: Addressee::Organization,
    message: "{place}: план перечисляет сведения для размещения на сайте, но среди них нет обязательных ({act}): «{items}». Дополните перечень.",
    violates: "\
План: МБУК «Библиотека» (культура), 2025 год
Утверждён: 17.01.2025, директор Ершова О.Н.
Ввод: Обеспечить открытость путём размещения на сайте:
- устава учреждения | 01.07.2025 | директор Ершова О.Н.
- структуры и органов управления | 01.07.2025 | директор Ершова О.Н.
- режима работы | 01.07.2025 | директор Ершова О.Н.
- контактных телефонов | 01.07.2025 | директор Ершова О.Н.
- перечня услуг | 01.07.2025 | директор Ершова О.Н.",
    complies: "\
План: МБУК «Библиотека» (культура), 2025 год
Утверждён: 17.01.2025, директор Ершова О.Н.
Ввод: Обеспечить открытость путём размещения на сайте:
- полного наименования и адреса | 01.07.2025 | директор Ершова О.Н.
- сведений об учредителе | 01.07.2025 | директор Ершова О.Н.
- устава учреждения | 01.07.2025 | директор Ершова О.Н.
- структуры и органов управления | 01.07.2025 | директор Ершова О.Н.
- режима работы | 01.07.2025 | директор Ершова О.Н.
- контактных телефонов | 01.07.2025 | директор Ершова О.Н.
- перечня услуг | 01.07.2025 | директор Ершова О.Н.
- плана финансово-хозяйственной деятельности | 01.07.2025 | директор Ершова О.Н.
- сведений о материально-техническом обеспечении | 01.07.2025 | директор Ершова О.Н.
- анонсов | 01.07.2025 | директор Ершова О.Н.
- результатов независимой оценки | 01.07.2025 | директор Ершова О.Н.",
    look: Look::Plan(look),
};

/// A plan that names fewer items of the law does not mean its list to be the whole one.
const FEWEST: usize = 4;

fn look(view: &PlanView<'_>) -> Vec<Remark> {
    let Some(sector) = view.sector() else { return Vec::new() };
    // A plan promises what was required in its own time.
    let lists = view.whole.case.law.disclosure_on(view.own_day());
    lists
        .filter(|list| list.reach == Reach::Everybody && list.sector == Some(sector))
        .filter_map(|list| of_list(view, list))
        .collect()
}

fn of_list(view: &PlanView<'_>, list: &DisclosureList) -> Option<Remark> {
    let promises = promises(view.plan, list);
    let promised: BTreeSet<usize> = promises.iter().map(|(_, item)| *item).collect();
    if promised.len() < FEWEST {
        return None;
    }
    let due = |item: &Requirement| item.obligation == Obligation::Required && item.channels.contains(&Channel::Site);
    let missing: Vec<&str> = list
        .items
        .iter()
        .enumerate()
        .filter(|(index, item)| due(item) && !promised.contains(index))
        .map(|(_, item)| item.text.as_str())
        .collect();
    let place = shown(&promises.first()?.0.place);
    (!missing.is_empty()).then(|| {
        Remark::new()
            .value("items", missing.join("»; «"))
            .value("act", list.edition.citation())
            .law(list.edition.citation(), "перечень в целом", list.edition.id.clone())
            .subject(subject(view, None, place))
    })
}
