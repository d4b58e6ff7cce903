//! The sections do not follow the order of the form.

use crate::check::aim::criterion_of;
use crate::check::rule::{Basis, Look, Remark, Rule};
use crate::check::view::{PlanView, short};
use crate::model::{Addressee, Severity};

/// P202
pub(super) static RULE: Rule = Rule {
    code: "P202",
    name: "sections-out-of-order",
    title: "Разделы плана идут не по порядку",
    checks: "Разделы плана следуют в порядке критериев утверждённой формы: открытость, комфортность, доступность, доброжелательность, удовлетворённость.",
    basis: Basis::Duty("plan-columns"),
    severity: Severity::Note,
    addressee: Addressee::Organization,
    message: "{place}: раздел «{section}» стоит после раздела «{before}», а по форме должен идти раньше. Переставьте разделы в порядке формы.",
    violates: "\
План: МБУК «Библиотека» (культура), 2025 год
Утверждён: 17.01.2025, директор Ершова О.Н.
III. Доступность услуг для инвалидов
1. Установить пандус | 01.07.2025 | директор Ершова О.Н.
II. Комфортность условий предоставления услуг
1. Установить кулер в холле | до 01.07.2025 | заместитель директора Громова И.В.",
    complies: "\
План: МБУК «Библиотека» (культура), 2025 год
Утверждён: 17.01.2025, директор Ершова О.Н.
II. Комфортность условий предоставления услуг
1. Установить кулер в холле | до 01.07.2025 | заместитель директора Громова И.В.
III. Доступность услуг для инвалидов
2. Установить пандус | 01.07.2025 | директор Ершова О.Н.",
    look: Look::Plan(look),
};

fn look(view: &PlanView<'_>) -> Vec<Remark> {
    let mut sections: Vec<(u8, &str)> = Vec::new();
    for section in view.plan.measures.iter().filter_map(|m| m.section.as_deref()) {
        if let Some(criterion) = criterion_of(section)
            && sections.last().is_none_or(|(_, last)| *last != section)
        {
            sections.push((criterion, section));
        }
    }
    let late = sections.windows(2).find(|pair| pair[1].0 < pair[0].0);
    let remark =
        |pair: &[(u8, &str)]| Remark::new().value("section", short(pair[1].1)).value("before", short(pair[0].1));
    late.map(remark).into_iter().collect()
}
