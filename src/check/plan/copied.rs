//! Most of a plan stands word for word, or nearly so, in another plan.

use std::collections::BTreeSet;

use crate::check::finding::subject;
use crate::check::near::{Index, Signature, hashed};
use crate::check::rule::{Basis, Look, Remark, Rule};
use crate::check::view::{PlanView, Whole, shown};
use crate::language::stem::stems;
use crate::model::{Addressee, Severity};

/// P303
pub(super) static RULE: Rule = Rule {
    code: "P303",
    name: "plan-copied",
    title: "План почти дословно повторяет другой",
    checks: "Мероприятия плана не переписаны из плана другой организации или из прошлогоднего плана этой же (даты не сравниваются). Совпадением считается не меньше 80 % мероприятий, слово в слово или с заменой отдельных слов.",
    basis: Basis::None,
    severity: Severity::Warning,
    addressee: Addressee::Organization,
    message: "В плане {n} из {of} мероприятий дословно или почти дословно повторяют мероприятия {whose} ({other}). Составьте план по недостаткам, найденным именно в этой организации и в этом году.",
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
/// Plans whose wording has less in common are not compared measure by measure. Half stands for a plan that was copied
/// into one twice as long.
const LIKENESS: f64 = 0.45;
/// So many of the likeliest plans are compared measure by measure.
const COMPARED: usize = 5;

/// A plan as it is compared: the stems of its measures.
struct Wording<'a> {
    view: PlanView<'a>,
    measures: Vec<BTreeSet<String>>,
    signature: Signature,
}

fn look(whole: &Whole<'_>) -> Vec<Remark> {
    let plans: Vec<Wording<'_>> =
        whole.assessment_plans().filter(|view| view.organization.is_some()).filter_map(wording).collect();
    let index = Index::new(plans.iter().map(|plan| &plan.signature));
    plans.iter().filter_map(|plan| remark(plan, &plans, &index)).collect()
}

/// Years, numbers and endings are no part of the wording: «в 2024 году» and «в 2025 году» are the same words.
fn wording(view: PlanView<'_>) -> Option<Wording<'_>> {
    let measures: BTreeSet<Vec<String>> = view.plan.measures.iter().map(|measure| stems(&measure.text)).collect();
    let pairs = measures.iter().flat_map(|stems| {
        let first = stems.first().map(|stem| hashed([stem.as_str()]));
        stems.windows(2).map(|pair| hashed(pair.iter().map(String::as_str))).chain(first)
    });
    let signature = Signature::of(&pairs.collect())?;
    let measures: Vec<BTreeSet<String>> = measures.into_iter().map(|stems| stems.into_iter().collect()).collect();
    (measures.len() >= FEWEST).then_some(Wording { view, measures, signature })
}

fn remark(plan: &Wording<'_>, plans: &[Wording<'_>], index: &Index) -> Option<Remark> {
    let near = index.near(&plan.signature, |at| !is_same(&plan.view, &plans[at].view));
    let mut near: Vec<(f64, usize)> = near
        .into_iter()
        .map(|at| (plan.signature.likeness(&plans[at].signature), at))
        .filter(|(likeness, _)| *likeness >= LIKENESS)
        .collect();
    near.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let (n, at) = near
        .into_iter()
        .take(COMPARED)
        .map(|(_, at)| (repeated(&plan.measures, &plans[at].measures), at))
        .filter(|(n, _)| n * 10 >= plan.measures.len() * 8)
        .max_by_key(|(n, at)| (*n, usize::MAX - at))?;
    let (view, other) = (&plan.view, &plans[at].view);
    let whose = if same_organization(view, other) {
        "другого плана этой же организации"
    } else {
        "плана другой организации"
    };
    let remark = Remark::new()
        .value("n", n.to_string())
        .value("of", plan.measures.len().to_string())
        .value("whose", whose)
        .value("other", other.submission.facts.source.path.clone());
    Some(remark.subject(subject(view, None, shown(&view.plan.place))))
}

/// How many measures stand among the others, word for word or nearly so.
fn repeated(measures: &[BTreeSet<String>], others: &[BTreeSet<String>]) -> usize {
    let nearly = |one: &BTreeSet<String>, other: &BTreeSet<String>| {
        let shared = one.intersection(other).count();
        shared * 10 >= (one.len() + other.len() - shared) * 7
    };
    measures.iter().filter(|measure| others.iter().any(|other| nearly(measure, other))).count()
}

/// Whether two plans are one plan, submitted twice: of one organization for one period.
fn is_same(one: &PlanView<'_>, other: &PlanView<'_>) -> bool {
    let start = |view: &PlanView<'_>| view.plan.period.map(|period| period.start);
    same_organization(one, other) && start(one) == start(other)
}

fn same_organization(one: &PlanView<'_>, other: &PlanView<'_>) -> bool {
    one.organization.is_some_and(|o| other.organization.is_some_and(|p| o.id == p.id))
}
