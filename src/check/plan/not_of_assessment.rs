//! The document is some other plan.

use crate::check::aim::of_criteria;
use crate::check::finding::subject;
use crate::check::rule::{Basis, Look, Remark, Rule};
use crate::check::view::{PlanView, Whole, short, shown};
use crate::model::{Addressee, Severity};

/// P107
pub(super) static RULE: Rule = Rule {
    code: "P107",
    name: "not-of-assessment",
    title: "Документ не похож на план по результатам независимой оценки",
    checks: "План отвечает на независимую оценку: она, её критерии или недостатки названы в заголовке, разделах, графах или мероприятиях. Годовой план работы, программа развития, план внедрения стандарта под форму плана не подпадают, поэтому других замечаний к такому документу нет. Если заголовок ни о чём не говорит, а другого плана у организации нет, документ считается планом.",
    basis: Basis::None,
    severity: Severity::Warning,
    addressee: Addressee::Organization,
    message: "Документ не похож на план по результатам независимой оценки. {title}; в разделах, графах и мероприятиях ни она, ни её критерии, ни недостатки не названы (мероприятий, близких к её критериям: {n} из {of}). Если это такой план, скажите об этом в заголовке и назовите недостатки; если нет, пришлите план. Другие требования к документу не применялись.",
    violates: "\
План: МБУК «Библиотека» (культура), 2025 год
Заголовок: План работы библиотеки на 2025 год
1. Провести литературный вечер | до 01.03.2025 | —
2. Списать ветхие издания | до 01.06.2025 | —
3. Подписать библиотеку на журналы | до 01.12.2025 | —",
    complies: "\
План: МБУК «Библиотека» (культура), 2025 год
Заголовок: План работы библиотеки по результатам независимой оценки на 2025 год
Утверждён: 17.01.2025, директор Ершова О.Н.
1. Установить кулер в холле | до 01.07.2025 | заместитель директора Громова И.В.",
    look: Look::Whole(look),
};

fn look(whole: &Whole<'_>) -> Vec<Remark> {
    whole.plans().filter(|view| !view.is_recommendations() && !view.is_of_assessment()).map(remark).collect()
}

fn remark(view: PlanView<'_>) -> Remark {
    let title = match &view.plan.title {
        Some(title) => format!("Заголовок «{}» о ней не говорит", short(&title.value)),
        None => "Заголовка нет".to_owned(),
    };
    Remark::new()
        .value("title", title)
        .value("n", of_criteria(view.plan).to_string())
        .value("of", view.plan.measures.len().to_string())
        .subject(subject(&view, None, shown(&view.plan.place)))
}
