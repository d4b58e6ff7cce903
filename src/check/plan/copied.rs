//! Most of a plan stands word for word in another plan.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::finding::subject;
use crate::check::rule::{Basis, Look, Remark, Rule};
use crate::check::view::{PlanView, Whole, shown};
use crate::language::stem::stems;
use crate::model::Severity;

/// P303
pub(super) static RULE: Rule = Rule {
    code: "P303",
    name: "plan-copied",
    title: "План почти дословно повторяет другой",
    checks: "Мероприятия плана не переписаны из плана другой организации или из прошлогоднего плана этой же (даты не сравниваются). Совпадением считается не меньше 80 % мероприятий слово в слово.",
    basis: Basis::None,
    severity: Severity::Warning,
    message: "{place}: {n} из {of} мероприятий дословно стоят в {whose} ({other}). Составьте план по недостаткам, найденным именно в этой организации и в этом году.",
    violates: "\
План: МБУК «Библиотека» (культура), 2025 год
Утверждён: 17.01.2025, директор Ершова О.Н.
1. Обновить стенд в вестибюле | 01.03.2025 | заместитель директора Громова И.В.
2. Установить кулер в холле | 01.04.2025 | заместитель директора Громова И.В.
3. Разместить на сайте прейскурант | 01.05.2025 | заместитель директора Громова И.В.
4. Провести инструктаж по работе с инвалидами | 01.06.2025 | заместитель директора Громова И.В.
5. Заменить мебель в зоне ожидания | 01.07.2025 | заместитель директора Громова И.В.
План: МБУК «Дом культуры» (культура), 2025 год
Утверждён: 20.01.2025, директор Седых В.В.
1. Обновить стенд в вестибюле | 01.03.2025 | художественный руководитель Лукин А.А.
2. Установить кулер в холле | 01.04.2025 | художественный руководитель Лукин А.А.
3. Разместить на сайте прейскурант | 01.05.2025 | художественный руководитель Лукин А.А.
4. Провести инструктаж по работе с инвалидами | 01.06.2025 | художественный руководитель Лукин А.А.
5. Заменить мебель в зоне ожидания | 01.07.2025 | художественный руководитель Лукин А.А.",
    complies: "\
План: МБУК «Библиотека» (культура), 2025 год
Утверждён: 17.01.2025, директор Ершова О.Н.
1. Обновить стенд в вестибюле | 01.03.2025 | заместитель директора Громова И.В.
2. Установить кулер в холле | 01.04.2025 | заместитель директора Громова И.В.
3. Разместить на сайте прейскурант | 01.05.2025 | заместитель директора Громова И.В.
4. Провести инструктаж по работе с инвалидами | 01.06.2025 | заместитель директора Громова И.В.
5. Заменить мебель в зоне ожидания | 01.07.2025 | заместитель директора Громова И.В.
План: МБУК «Дом культуры» (культура), 2025 год
Утверждён: 20.01.2025, директор Седых В.В.
1. Починить звук в зале | 01.03.2025 | художественный руководитель Лукин А.А.
2. Установить кулер в холле | 01.04.2025 | художественный руководитель Лукин А.А.",
    look: Look::Whole(look),
};

/// Plans shorter than this are alike by chance.
const FEWEST: usize = 5;
/// A measure that stands in more plans than this is common wording; only the first of them are compared.
const RIVALS: usize = 40;

fn look(whole: &Whole<'_>) -> Vec<Remark> {
    let plans: Vec<(PlanView<'_>, BTreeSet<String>)> = whole
        .plans()
        .filter(|view| !view.is_recommendations() && view.organization.is_some())
        .map(|view| (view, view.plan.measures.iter().map(|m| spelling(&m.text)).collect::<BTreeSet<_>>()))
        .filter(|(_, measures)| measures.len() >= FEWEST)
        .collect();
    let mut by_measure: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, (_, measures)) in plans.iter().enumerate() {
        for measure in measures {
            by_measure.entry(measure).or_default().push(index);
        }
    }
    let mut remarks = Vec::new();
    for (view, measures) in &plans {
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for measure in measures {
            let others = by_measure[measure.as_str()].iter().filter(|other| !is_same(view, &plans[**other].0));
            for other in others.take(RIVALS) {
                *shared.entry(*other).or_default() += 1;
            }
        }
        let alike = shared
            .iter()
            .filter(|(_, n)| **n * 10 >= measures.len() * 8)
            .max_by_key(|(other, n)| (**n, usize::MAX - **other));
        if let Some((other, n)) = alike {
            let other = &plans[*other].0;
            remarks.push(
                Remark::new()
                    .value("n", n.to_string())
                    .value("of", measures.len().to_string())
                    .value(
                        "whose",
                        if same_organization(view, other) {
                            "другом плане этой же организации"
                        } else {
                            "плане другой организации"
                        },
                    )
                    .value("other", other.submission.facts.source.path.clone())
                    .subject(subject(view, None, shown(&view.plan.place))),
            );
        }
    }
    remarks
}

/// Whether two plans are one plan, submitted twice: of one organization for one period.
fn is_same(one: &PlanView<'_>, other: &PlanView<'_>) -> bool {
    let start = |view: &PlanView<'_>| view.plan.period.map(|period| period.start);
    same_organization(one, other) && start(one) == start(other)
}

fn same_organization(one: &PlanView<'_>, other: &PlanView<'_>) -> bool {
    one.organization.is_some_and(|o| other.organization.is_some_and(|p| o.id == p.id))
}

/// The words of a measure without endings, years and signs.
fn spelling(text: &str) -> String {
    stems(text).join(" ")
}
