//! Whether a plan answers an independent assessment, by its own words.
//!
//! Houses submit whatever they call a plan: a yearly plan of work, a programme, the introduction of a standard. The form
//! of order 457 binds none of those. One clear sign makes a plan one of the assessment; a plan without any is judged by
//! whether its title names another subject, so that a true plan with a poor title is not lost.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use regex::Regex;

use crate::language::fold::fold;
use crate::model::{Measure, Plan};

/// What a plan is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Aim {
    /// The plan says that it answers the assessment.
    Assessment,
    /// It does not say.
    Unclear,
    /// It says that it is for something else.
    Other,
}

/// Words that only the assessment uses. What may be raised besides the quality of services is told apart by
/// [`OTHER_QUALITY`], since a pattern of linear time looks at nothing ahead.
static NAMED: LazyLock<Regex> = LazyLock::new(|| {
    let patterns = [
        r"независим\w* (?:систем\w* )?оцен",
        r"\bнок(?:о|у|оуоод|уоод)?\b",
        r"недостатк",
        r"услови\w* (?:оказани|осуществлени|предоставлени|получени)",
        r"(?:улучш|повыш|совершенств)\w* (?:уровн\w* )?качеств",
        r"улучшени\w* (?:\w+ )?(?:работы|деятельности|обслуживани)",
        r"удовлетворенност\w* (?:потребител|получател|граждан|родител|посетител|пациент|населени|качеств|услов)",
        r"\b(?:344н|675н|392-фз|256-фз)\b|bus\.gov",
    ];
    Regex::new(&patterns.join("|")).expect("a constant pattern")
});

/// Qualities that schools and works raise without any assessment.
static OTHER_QUALITY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"качеств\w* (?:образовани|знани|обучени|обученност|успеваемост|подготовки|преподавани|жизни|питани|воды|воздух|сем)")
        .expect("a constant pattern")
});

/// Subjects of other plans, as titles name them.
static FOREIGN: LazyLock<Regex> = LazyLock::new(|| {
    let patterns = [
        r"\bплан\w* работы\b|\bгодово\w* план|\bперспективн\w* план|\bкалендарн\w*|\bучебн\w* план|основных мероприятий",
        r"\bфгос\b|\bфоп\b|внеурочн|внеклассн|воспитательн|профориентац|наставнич|аттестац|\bгиа\b|\bегэ\b|каникул|\bлагер",
        r"коррупц|террор|экстремизм|пожарн|безопасност|гражданск\w* оборон|охран\w* труда|защит\w* персональн",
        r"закуп|отпуск|финансово|производственн|энергосбереж|вакцинац|диспансеризац|профилактик",
        r"концепци|эффективност|\bпо развитию\b|подготовк\w* к |программ\w* развити|стратеги|национальн\w* проект|юбиле|празднован|\bгод\w* (?:семьи|педагога|культур|наследия)",
        r"методическ|внутренн\w* контрол|внутришкольн|контрольн\w* мероприят|повышени\w* квалификац",
    ];
    Regex::new(&patterns.join("|")).expect("a constant pattern")
});

/// Headings of sections that are the criteria of order 344н.
const CRITERIA: &[(u8, &str)] =
    &[(3, "инвалид"), (1, "открытост"), (2, "комфорт"), (4, "доброжелательн"), (4, "вежлив"), (5, "удовлетворенност")];
/// Such headings that nobody else writes: one is enough.
const WHOLE_CRITERIA: &[&str] = &[
    "открытость и доступность информации",
    "комфортность условий",
    "доступность услуг для инвалидов",
    "доброжелательность, вежливость",
    "удовлетворенность условиями",
];

/// What a plan is for.
pub(super) fn aim(plan: &Plan) -> Aim {
    let title = plan.title.as_ref().map(|title| fold(&title.value)).unwrap_or_default();
    if names_assessment(&title)
        || plan.columns.iter().any(|heading| names_assessment(&fold(heading)))
        || has_criteria(plan)
        || plan.measures.iter().any(|measure| measure.deficiency.is_some() || measure.indicator.is_some())
        || most(plan, speaks_of_assessment)
        || is_of_its_themes(plan)
    {
        return Aim::Assessment;
    }
    let foreign = FOREIGN.is_match(&title) || OTHER_QUALITY.is_match(&title);
    let nameless = title.is_empty() && plan.organization.is_none();
    if foreign || nameless { Aim::Other } else { Aim::Unclear }
}

/// Whether it reports on a plan that was approved before.
pub(super) fn is_report(plan: &Plan) -> bool {
    static REPORT: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(
            r"^(?:отчет|информаци|сведени|справк)\w* (?:об?|по) (?:ход|выполнени|исполнени|реализаци|результатах)",
        )
        .expect("a constant pattern")
    });
    plan.title.as_ref().is_some_and(|title| REPORT.is_match(&fold(&title.value)))
}

/// The criterion that a heading names; headings of another division are left alone.
pub(super) fn criterion_of(heading: &str) -> Option<u8> {
    let folded = fold(heading);
    CRITERIA.iter().find(|(_, stem)| folded.contains(stem)).map(|(criterion, _)| *criterion)
}

/// How many measures are about a criterion of the assessment.
pub(super) fn of_criteria(plan: &Plan) -> usize {
    plan.measures.iter().filter(|measure| measure.criterion.is_some()).count()
}

fn names_assessment(folded: &str) -> bool {
    NAMED.is_match(&OTHER_QUALITY.replace_all(folded, ""))
}

fn has_criteria(plan: &Plan) -> bool {
    let sections: BTreeSet<&str> = plan.measures.iter().filter_map(|measure| measure.section.as_deref()).collect();
    let whole = |section: &&str| {
        let folded = fold(section);
        WHOLE_CRITERIA.iter().any(|criterion| folded.contains(criterion))
    };
    let criteria: BTreeSet<u8> = sections.iter().filter_map(|section| criterion_of(section)).collect();
    criteria.len() > 1 || sections.iter().any(whole)
}

fn speaks_of_assessment(measure: &Measure) -> bool {
    let parts = [measure.section.as_deref(), measure.lead.as_deref(), Some(&measure.text)];
    parts.into_iter().flatten().any(|part| names_assessment(&fold(part)))
}

/// Half of the measures and more.
fn most(plan: &Plan, is: impl Fn(&Measure) -> bool) -> bool {
    let n = plan.measures.iter().filter(|measure| is(measure)).count();
    n > 0 && n * 2 >= plan.measures.len()
}

/// Sites, ramps, waiting rooms and polite staff: most measures are about what the assessment looks at, and about more
/// than one of its criteria.
fn is_of_its_themes(plan: &Plan) -> bool {
    let criteria: BTreeSet<u8> = plan.measures.iter().filter_map(|measure| measure.criterion).collect();
    criteria.len() > 1 && most(plan, |measure| measure.criterion.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::example::example;
    use crate::model::{Located, Location};

    fn aim_of(title: &str, measures: &str) -> Aim {
        let mut example = example(&format!("План: МБУК «Клуб» (культура), 2025 год\n{measures}"));
        let plan = &mut example.submissions[0].facts.plans[0];
        plan.title = (!title.is_empty()).then(|| Located::new(title.to_owned(), Location::paragraph(1)));
        aim(plan)
    }

    const MEASURES: &str = "1. Провести вечер | до 01.07.2025 | директор Ершова О.Н.\n2. Сшить костюмы | до 01.07.2025 | директор Ершова О.Н.";

    #[test]
    fn titles_tell_what_a_plan_is_for() {
        for (title, expected) in [
            ("План по устранению недостатков, выявленных в ходе НОК, на 2025 год", Aim::Assessment),
            ("План мероприятий по итогам независимой оценки", Aim::Assessment),
            ("Дорожная карта по повышению показателей НОКО", Aim::Assessment),
            ("План работы театра по улучшению качества условий оказания услуг", Aim::Assessment),
            ("План по улучшению качества работы дома культуры", Aim::Assessment),
            ("Мероприятия по повышению уровня удовлетворённости получателей услуг", Aim::Assessment),
            ("Программа улучшения качества услуг пансионата", Aim::Assessment),
            ("План мероприятий на 2025 год", Aim::Unclear),
            ("Дорожная карта", Aim::Unclear),
            ("", Aim::Unclear),
            ("План работы библиотеки на 2025 год", Aim::Other),
            ("Годовой план воспитательной работы", Aim::Other),
            ("План внедрения ФГОС", Aim::Other),
            ("План мероприятий по повышению качества образования", Aim::Other),
            ("План мероприятий по противодействию коррупции", Aim::Other),
            ("Дорожная карта по повышению эффективности деятельности", Aim::Other),
            ("План подготовки к отопительному сезону", Aim::Other),
            ("Календарный план", Aim::Other),
        ] {
            assert_eq!(aim_of(title, MEASURES), expected, "{title}");
        }
    }

    #[test]
    fn a_poor_title_is_made_good_by_what_the_plan_holds() {
        let work = "План работы на год";
        for measures in [
            "I. Открытость и доступность информации об организации\n1. Обновить стенд | 01.07.2025 | директор Ершова О.Н.",
            "II. Комфорт\n1. Купить скамьи | 01.07.2025 | директор Ершова О.Н.\nIII. Для инвалидов\n2. Поставить пандус | 01.07.2025 | директор Ершова О.Н.",
            "1. Рассмотреть итоги независимой оценки | 01.07.2025 | директор Ершова О.Н.",
        ] {
            assert_eq!(aim_of(work, measures), Aim::Assessment, "{measures}");
        }
        let one_of_many = format!("{MEASURES}\n3. Провести независимую оценку | 01.07.2025 | директор Ершова О.Н.");
        assert_eq!(aim_of(work, &one_of_many), Aim::Other);
    }
}
