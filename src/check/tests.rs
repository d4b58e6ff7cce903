//! The registry, and every rule on its own examples.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::example::{AS_OF, example, law};
use super::{FAMILIES, by_code, is_selected, rules};
use crate::model::{Channel, DisclosureStatus, Finding, Kind, Severity};

#[test]
fn codes_and_names_are_unique_and_in_order() {
    let codes: Vec<&str> = rules().map(|rule| rule.code).collect();
    assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), codes.len());
    assert_eq!(rules().map(|rule| rule.name).collect::<BTreeSet<_>>().len(), codes.len());
    for family in FAMILIES {
        assert!(family.rules.iter().all(|rule| rule.code.starts_with(family.letter)));
        assert!(family.rules.is_sorted_by_key(|rule| rule.code), "{}", family.letter);
        assert!(family.outside.iter().all(|outside| outside.code.starts_with(family.letter)));
        assert!(family.outside.is_sorted_by_key(|outside| outside.code), "{}", family.letter);
        assert_eq!(family.rules.is_empty(), !family.outside.is_empty());
    }
    assert!(by_code("p101").is_some() && by_code("P999").is_none());
}

#[test]
fn every_duty_that_a_rule_names_is_in_force() {
    let law = law();
    for rule in rules() {
        if let Some(id) = rule.basis.duty() {
            assert!(law.duty_on(id, AS_OF).is_some(), "{}: {id}", rule.code);
        }
    }
}

#[test]
fn every_rule_fires_on_its_violating_example_and_is_silent_on_the_complying_one() {
    let law = law();
    let mut wrong = Vec::new();
    for rule in rules() {
        let of_rule = |text: &str| -> Vec<Finding> {
            example(text).checked(&law, AS_OF).findings.into_iter().filter(|f| f.code == rule.code).collect()
        };
        let (broken, kept) = (of_rule(rule.violates), of_rule(rule.complies));
        if broken.is_empty() {
            wrong.push(format!("{} is silent on its violating example", rule.code));
        }
        if let Some(finding) = kept.first() {
            wrong.push(format!("{} fires on its complying example: {}", rule.code, finding.message));
        }
        for finding in broken {
            let message = &finding.message;
            let whole = !message.contains(['{', '}']) && message.ends_with('.') && !message.contains("..");
            if !whole || finding.locator.as_deref().unwrap_or_default().is_empty() || finding.as_of != AS_OF {
                wrong.push(format!("{}: {message} [{:?}]", rule.code, finding.locator));
            }
            let has_law = finding.act.is_some() && finding.clause.is_some() && finding.edition.is_some();
            if has_law == (rule.basis == super::rule::Basis::None) {
                wrong.push(format!("{}: act {:?}", rule.code, finding.act));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_blameless_plan_has_no_findings() {
    let plan = "\
План: МБУК «Библиотека» (культура), 2025 год
Утверждён: 17.01.2025, директор Ершова О.Н.
II. Комфортность условий предоставления услуг
1. Установить кулер в холле | до 01.07.2025 | заместитель директора Громова И.В.
IV. Доброжелательность, вежливость работников
2. Провести 2 тренинга по этике общения | до 01.10.2025 | заместитель директора Громова И.В.";
    let findings = example(plan).checked(&law(), AS_OF).findings;
    assert_eq!(findings.iter().map(|f| f.message.as_str()).collect::<Vec<_>>(), Vec::<&str>::new());
}

#[test]
fn recommendations_get_notes_only_and_need_no_approval() {
    let mut example = example("План: МБУК «Библиотека» (культура), 2025 год\n1. Обновить стенд в вестибюле | — | —");
    example.submissions[0].facts.kind = Kind::Recommendations;
    let findings = example.checked(&law(), AS_OF).findings;
    let codes: BTreeSet<&str> = findings.iter().map(|f| f.code.as_str()).collect();
    assert_eq!(codes, BTreeSet::from(["O101", "T101"]));
    assert!(findings.iter().all(|f| f.severity == Severity::Note));
}

#[test]
fn exactly_the_missed_deficiencies_are_named() {
    let case = "\
План: МБУК «Библиотека» (культура), 2025 год
Утверждён: 17.01.2025, директор Ершова О.Н.
I. Открытость и доступность информации
1. Разместить на сайте копию устава | 01.07.2025 | директор Ершова О.Н.
2. Обновить на стенде график работы | 01.07.2025 | директор Ершова О.Н.
III. Доступность услуг для инвалидов
3. Изготовить пандус у входа | 01.07.2025 | директор Ершова О.Н.
Чек-лист (сайт): копия устава — нет
Чек-лист (сайт): режим и график работы — нет
Чек-лист (стенд): режим и график работы — нет
Чек-лист (сайт): виды предоставляемых услуг — да
Чек-лист (оборудование): оборудование входных групп пандусами (подъёмными платформами) — нет
Чек-лист (оборудование): наличие сменных кресел-колясок — нет";
    let findings = example(case).checked(&law(), AS_OF).findings;
    let missed: Vec<&str> = findings.iter().filter(|f| f.code == "P402").map(|f| f.message.as_str()).collect();
    assert_eq!(missed.len(), 2, "{missed:#?}");
    assert!(missed.iter().any(|m| m.contains("на сайте: режим и график работы")));
    assert!(missed.iter().any(|m| m.contains("кресел-колясок")));
    assert!(!findings.iter().any(|f| f.code == "P401"));
}

#[test]
fn low_satisfaction_is_a_deficiency_of_its_criterion() {
    let case = |score: u8| {
        format!(
            "План: МБУК «Библиотека» (культура), 2025 год\nУтверждён: 17.01.2025, директор Ершова О.Н.\n\
             II. Комфортность\n1. Установить кулер в холле | 01.07.2025 | директор Ершова О.Н.\nОпрос: 4.1 — {score}"
        )
    };
    let fires = |score| example(&case(score)).checked(&law(), AS_OF).findings.iter().any(|f| f.code == "P401");
    assert!(fires(89));
    assert!(!fires(90));
}

#[test]
fn columns_of_one_item_count_together_and_blanks_do_not_apply() {
    let case = "\
Организация: МБУК «Библиотека» (культура)
Чек-лист (сайт): структура и органы управления — да
Чек-лист (сайт): ФИО и должности руководящего состава — нет
Чек-лист (сайт): режим и график работы — да
Чек-лист (сайт): копия лицензии — не применяется";
    let checked = example(case).checked(&law(), AS_OF);
    let status = |requirement: &str| {
        let row = checked.disclosures.iter().find(|d| d.requirement == requirement && d.channel == Channel::Site);
        row.map(|row| row.status)
    };
    assert_eq!(status("CUL-04"), Some(DisclosureStatus::NotMet));
    assert_eq!(status("CUL-05"), Some(DisclosureStatus::Met));
    assert_eq!(status("CUL-12"), Some(DisclosureStatus::NotApplicable));
    assert_eq!(status("CUL-09"), Some(DisclosureStatus::NeedsVerification));
    assert_eq!(status("CUL-15"), None);
}

#[test]
fn a_plan_that_repeats_a_local_list_adopts_it() {
    let bullets = [
        "справочных данных об учреждении",
        "устава учреждения",
        "структуры и органов управления",
        "перечня услуг и программ",
        "состава работников с указанием уровня образования",
        "плана финансово-хозяйственной деятельности",
        "локальных нормативных актов",
        "сведений об общественных наградах",
        "обзоров мнений граждан о качестве работы",
        "предписаний органов государственного контроля (надзора)",
        "сведений о жалобах и результатах их рассмотрения",
    ];
    let lines: String = bullets.iter().map(|b| format!("- {b} | постоянно | Отдел культуры\n")).collect();
    let head =
        "План: МБУК «Клуб» (культура), 2025 год\nВвод: Обеспечение открытости путём размещения на своих сайтах:\n";
    let checked = example(&format!("{head}{lines}")).checked(&law(), AS_OF);
    let local: Vec<_> = checked.disclosures.iter().filter(|d| d.edition == "seed2013").collect();
    assert_eq!(local.len(), 11);
    assert!(local.iter().all(|d| d.evidence.as_deref().is_some_and(|e| e.starts_with("обещано"))));
    let gaps: Vec<&Finding> = checked.findings.iter().filter(|f| f.code == "L201").collect();
    assert_eq!(gaps.len(), 1);
    assert!(gaps[0].message.contains("независимой оценки") && !gaps[0].message.contains("бюджетной сметы"));
    let of_2013 = example(&format!("{head}{lines}").replace("2025 год", "2013 год")).checked(&law(), AS_OF);
    assert!(of_2013.findings.iter().all(|f| f.code != "L201"), "order 277 is of 2015");
}

/// What an old plan breaks: no table but «Требования», no officer, a date that does not exist, a post without a name.
fn of_plan_approved(on: &str) -> Vec<Finding> {
    let plan = format!(
        "План: МБУК «Клуб» (культура)\nУтверждён: {on}, директор Ершова О.Н.\nГрафы: Мероприятие | Ответственный\n\
         I. Открытость и доступность информации\n1. Обновить стенд | — | директор\n2. Обновить сайт | 30.02.2014 | —"
    );
    example(&plan).checked(&law(), AS_OF).findings
}

#[test]
fn a_plan_is_held_against_the_form_of_its_own_time() {
    let editions = |findings: &[Finding]| -> BTreeSet<String> {
        findings.iter().map(|f| f.edition.clone().unwrap_or_default()).collect()
    };
    let now = of_plan_approved("17.01.2025");
    assert_eq!(editions(&now), BTreeSet::from(["pp457".to_owned()]));
    assert!(now.iter().any(|f| f.code == "O102" && f.severity == Severity::Violation));
    let older = of_plan_approved("17.01.2018");
    assert_eq!(editions(&older), BTreeSet::from(["plan-2015".to_owned()]));
    assert!(older.iter().all(|f| f.severity != Severity::Violation), "{older:#?}");
    assert!(older.iter().any(|f| f.code == "O101") && older.iter().all(|f| f.code != "O102"));
}

#[test]
fn before_any_form_only_what_contradicts_itself_is_noted() {
    let findings = of_plan_approved("30.12.2013");
    assert_eq!(findings.iter().map(|f| f.code.as_str()).collect::<Vec<_>>(), ["P108", "T104"]);
    let findings = &findings[1..];
    assert_eq!((findings[0].severity, &findings[0].act, &findings[0].edition), (Severity::Note, &None, &None));
}

#[test]
fn a_slip_in_the_year_of_approval_does_not_lift_the_law() {
    let plan = "План: МБУК «Клуб» (культура), 2025 год\nУтверждён: 17.01.2005, директор Ершова О.Н.\n1. Обновить стенд | — | директор Ершова О.Н.";
    let findings = example(plan).checked(&law(), AS_OF).findings;
    assert!(findings.iter().any(|f| f.code == "T101" && f.edition.as_deref() == Some("pp457")), "{findings:#?}");
}

#[test]
fn a_column_that_is_missing_is_said_once() {
    let plan = "План: МБУК «Клуб» (культура), 2025 год\nУтверждён: 17.01.2025, директор Ершова О.Н.\n{}\
        1. Обновить стенд | — | директор Ершова О.Н.\n2. Обновить сайт | — | директор Ершова О.Н.";
    for (columns, place) in [("Графы: Мероприятие | Ответственный\n", "в таблице нет"), ("", "ни у одного")]
    {
        let findings = example(&plan.replace("{}", columns)).checked(&law(), AS_OF).findings;
        let about: Vec<&Finding> = findings.iter().filter(|f| f.message.contains("графа 3")).collect();
        assert_eq!(about.len(), 1, "{findings:#?}");
        assert!(
            about[0].code == "P201" && about[0].message.contains(place) && !findings.iter().any(|f| f.code == "T101")
        );
    }
}

#[test]
fn a_plan_of_something_else_is_named_once_and_judged_by_no_form() {
    let rule = by_code("P107").expect("a rule");
    let findings = example(rule.violates).checked(&law(), AS_OF).findings;
    assert_eq!(findings.iter().map(|f| f.code.as_str()).collect::<Vec<_>>(), ["P107"]);
    // The only plan of its organization is taken for what was asked for, unless its title says otherwise.
    let neutral = rule.violates.replace("План работы библиотеки", "План мероприятий");
    let codes: BTreeSet<String> =
        example(&neutral).checked(&law(), AS_OF).findings.into_iter().map(|f| f.code).collect();
    assert!(codes.contains("P101") && !codes.contains("P107"), "{codes:?}");
    let second = format!("{}\n{neutral}", rule.complies);
    let of_second = example(&second).checked(&law(), AS_OF).findings;
    assert!(of_second.iter().any(|f| f.code == "P107") && of_second.iter().all(|f| f.code != "P101"));
}

#[test]
fn codes_are_selected_by_prefix() {
    let list = |codes: &[&str]| codes.iter().map(|c| (*c).to_owned()).collect::<Vec<_>>();
    assert!(is_selected("T101", &[], &[]));
    assert!(is_selected("T101", &list(&["T1"]), &[]));
    assert!(!is_selected("T101", &list(&["P", "O"]), &[]));
    assert!(!is_selected("T101", &list(&["T"]), &list(&["T101"])));
}

#[test]
fn the_change_of_order_in_health_changes_the_edition_and_nothing_else() {
    let case = example(
        "Организация: ГБУЗ «Больница» (охрана здоровья)\n\
         Чек-лист (сайт): полное наименование, место нахождения, схема проезда — нет\n\
         Чек-лист (сайт): права и обязанности граждан — нет\n\
         Чек-лист (стенд): режим и график работы — да",
    );
    let findings = |as_of: &str| {
        let as_of = NaiveDate::parse_from_str(as_of, "%Y-%m-%d").expect("a day");
        let found = case.checked(&law(), as_of).findings.into_iter().filter(|f| f.code.starts_with("L10"));
        found.map(|f| (f.code, f.locator, f.edition)).collect::<Vec<_>>()
    };
    let (before, after) = (findings("2025-08-31"), findings("2025-09-01"));
    let without_edition = |found: &[(String, Option<String>, Option<String>)]| {
        found.iter().map(|(code, locator, _)| (code.clone(), locator.clone())).collect::<Vec<_>>()
    };
    assert!(before.len() >= 2);
    assert_eq!(without_edition(&before), without_edition(&after));
    let editions = |found: &[(String, Option<String>, Option<String>)]| {
        found.iter().filter_map(|(.., edition)| edition.clone()).collect::<BTreeSet<_>>()
    };
    assert_eq!(editions(&before), BTreeSet::from(["health-956n".to_owned()]));
    assert_eq!(editions(&after), BTreeSet::from(["health-118n".to_owned()]));
}

#[test]
fn a_plan_submitted_twice_is_not_copied_and_last_years_plan_is() {
    let copied = |year: i32| {
        let plan = by_code("P303").expect("a rule").violates;
        let first = plan.split("\nПлан: ").next().unwrap_or_default();
        let text = format!("{first}\n{}", first.replace("2025 год", &format!("{year} год")));
        example(&text).checked(&law(), AS_OF).findings.iter().filter(|f| f.code == "P303").count()
    };
    assert_eq!(copied(2025), 0);
    assert_eq!(copied(2024), 2);
}

#[test]
fn a_plan_that_answers_every_deficiency_misses_none() {
    let case = "\
План: МБУК «Библиотека» (культура), 2025 год
Утверждён: 17.01.2025, директор Ершова О.Н.
I. Открытость и доступность информации
1. Разместить на сайте копию устава | 01.07.2025 | директор Ершова О.Н.
2. Обновить на стенде и на сайте график работы | 01.07.2025 | директор Ершова О.Н.
III. Доступность услуг для инвалидов
3. Изготовить пандус у входа | 01.07.2025 | директор Ершова О.Н.
4. Приобрести сменное кресло-коляску | 01.07.2025 | директор Ершова О.Н.
Чек-лист (сайт): копия устава — нет
Чек-лист (сайт): режим и график работы — нет
Чек-лист (стенд): режим и график работы — нет
Чек-лист (оборудование): оборудование входных групп пандусами (подъёмными платформами) — нет
Чек-лист (оборудование): наличие сменных кресел-колясок — нет";
    let findings = example(case).checked(&law(), AS_OF).findings;
    let missed: Vec<&str> = findings.iter().filter(|f| f.code.starts_with("P40")).map(|f| f.message.as_str()).collect();
    assert_eq!(missed, Vec::<&str>::new());
}

#[test]
fn a_saved_site_is_evidence_and_a_check_list_that_disagrees_is_cited_beside_it() {
    let site = "Организация: МБУК «Библиотека» (культура)\nСайт: Копия устава\nСайт: Режим и график работы\n";
    let status = |text: &str, requirement: &str| {
        let checked = example(text).checked(&law(), AS_OF);
        let row = checked.disclosures.into_iter().find(|d| d.requirement == requirement && d.channel == Channel::Site);
        row.map(|row| (row.status, row.evidence.unwrap_or_default(), row.locator.unwrap_or_default()))
    };
    let (met, evidence, locator) = status(site, "CUL-05").expect("a row");
    assert_eq!((met, locator.as_str()), (DisclosureStatus::Met, "страница файл-2.docx"));
    assert_eq!(evidence, "сохранённый сайт: заголовок «Режим и график работы»");
    let (missed, evidence, _) = status(site, "CUL-06").expect("a row");
    assert_eq!(missed, DisclosureStatus::NotMet);
    assert!(evidence.contains("всего 2") && evidence.contains("не найдено"), "{evidence}");
    let both =
        format!("{site}Чек-лист (сайт): режим и график работы — нет\nЧек-лист (сайт): копия лицензии — не применяется");
    let (doubtful, evidence, _) = status(&both, "CUL-05").expect("a row");
    assert_eq!(doubtful, DisclosureStatus::NeedsVerification);
    assert!(evidence.contains("чек-лист:") && evidence.contains("сохранённый сайт:"), "{evidence}");
    assert_eq!(status(&both, "CUL-12").expect("a row").0, DisclosureStatus::NotApplicable);
    let findings = example(&both).checked(&law(), AS_OF).findings;
    assert_eq!(findings.iter().filter(|f| f.code == "L105").count(), 1);
}

#[test]
fn what_nobody_could_report_is_no_proof_of_delay() {
    let plan = |columns: &str, progress: &str| {
        let text = format!(
            "План: МБУК «Клуб» (культура), 2025 год\nГрафы: Мероприятие | Срок | Ответственный{columns}\n\
             1. Обновить стенд | 01.03.2025 | директор Ершова О.Н.{progress}"
        );
        let findings = example(&text).checked(&law(), AS_OF).findings;
        findings.into_iter().find(|f| f.code == "T108").map(|f| (f.severity, f.message))
    };
    let (severity, message) = plan("", "").expect("overdue");
    assert!(severity == Severity::Warning && message.contains("неизвестно"), "{message}");
    let (severity, message) = plan(" | Отметка о выполнении", "").expect("overdue");
    assert!(severity == Severity::Violation && message.contains("сведений об исполнении нет"), "{message}");
    assert_eq!(plan(" | Отметка о выполнении", " | выполнено 20.02.2025"), None);
}

#[test]
fn a_post_that_the_plan_tells_elsewhere_is_not_missed() {
    let plan = |head: &str, row: &str| {
        let text = format!(
            "План: МБУК «Клуб» (культура), 2025 год\n{head}\n\
             1. Обновить стенд | 01.07.2025 | Громова И.В.\n2. Обновить сайт | 01.07.2025 | {row}"
        );
        let findings = example(&text).checked(&law(), AS_OF).findings;
        findings.iter().filter(|f| f.code == "O103").count()
    };
    assert_eq!(plan("Утверждён: 17.01.2025, директор Ершова О.Н.", "директор Ершова О.Н."), 1);
    assert_eq!(plan("Утверждён: 17.01.2025, директор Ершова О.Н.", "методист Громова И.В."), 0);
    assert_eq!(plan("Утверждён: 17.01.2025, директор Громова И.В.", "директор Ершова О.Н."), 0);
    assert_eq!(plan("Утверждён: 17.01.2025, директор Громова А.С.", "методист Громова Е.В."), 1);
}

#[test]
fn a_report_on_a_plan_needs_no_stamp() {
    let plan = |title: &str| {
        let text = format!(
            "План: МБУК «Клуб» (культура), 2025 год\nЗаголовок: {title}\n1. Обновить стенд | 01.07.2025 | директор Ершова О.Н."
        );
        example(&text).checked(&law(), AS_OF).findings.iter().filter(|f| f.code == "P101").count()
    };
    assert_eq!(plan("План по устранению недостатков"), 1);
    assert_eq!(plan("Отчёт о выполнении плана по устранению недостатков"), 0);
    assert_eq!(plan("Сведения о ходе реализации мероприятий по итогам НОК"), 0);
    assert_eq!(plan("План информирования граждан о выполнении работ по итогам НОК"), 1);
}

/// The findings of a rule on a text in the notation of examples.
fn of_code(text: &str, code: &str) -> Vec<String> {
    let findings = example(text).checked(&law(), AS_OF).findings;
    findings.into_iter().filter(|f| f.code == code).map(|f| f.message).collect()
}

const LAST_YEAR: &str = "\
План: МБОУ «Школа» (образование), 2024 год
Утверждён: 22.01.2024, директор Соловьёва М.К.
1. Разместить на сайте школы отчёт о самообследовании за 2023 год | 20.04.2024 | заместитель директора Панова Р.Е.
2. Оборудовать рекреацию второго этажа диванами | 30.08.2024 | завхоз Гусев Ф.П.
3. Установить указатели кабинетов с рельефным шрифтом | 15.09.2024 | завхоз Гусев Ф.П.
4. Провести 2 родительских собрания по итогам опроса 2023 года | 25.10.2024 | заместитель директора Панова Р.Е.
5. Завести на сайте раздел «Вопрос директору» | 01.02.2024 | заместитель директора Панова Р.Е.
6. Обучить вахтёров помощи инвалидам | 01.06.2024 | завхоз Гусев Ф.П.";

#[test]
fn last_years_plan_with_new_dates_is_copied() {
    let redated = LAST_YEAR.replace("2024", "2025").replace("2023", "2024").replace("22.01", "19.01");
    let messages = of_code(&format!("{LAST_YEAR}\n{redated}"), "P303");
    assert_eq!(messages.len(), 2, "{messages:#?}");
    assert!(messages.iter().all(|m| m.contains("6 из 6") && m.contains("этой же организации")), "{messages:#?}");
}

#[test]
fn a_neighbours_plan_with_changed_words_is_copied_and_a_plan_of_its_own_is_not() {
    let copy = LAST_YEAR
        .replace("МБОУ «Школа»", "МБОУ «Лицей»")
        .replace("сайте школы", "сайте лицея")
        .replace("второго этажа", "третьего этажа")
        .replace("собрания", "собраний")
        .replace("Панова Р.Е.", "Юдина Т.С.");
    let own = "\
План: МБОУ «Гимназия» (образование), 2024 год
Утверждён: 22.01.2024, директор Крылова Я.Д.
1. Разместить на сайте гимназии отчёт о самообследовании | 20.04.2024 | методист Зуева Л.А.
2. Заменить двери в столовой на широкие | 30.08.2024 | методист Зуева Л.А.
3. Повесить в вестибюле план эвакуации крупным шрифтом | 15.09.2024 | методист Зуева Л.А.
4. Открыть запись на консультации по телефону | 25.10.2024 | методист Зуева Л.А.
5. Купить питьевой фонтан | 01.02.2024 | методист Зуева Л.А.";
    let messages = of_code(&format!("{LAST_YEAR}\n{copy}\n{own}"), "P303");
    assert_eq!(messages.len(), 2, "{messages:#?}");
    assert!(messages.iter().all(|m| m.contains("плана другой организации")), "{messages:#?}");
}

#[test]
fn a_deadline_is_moved_only_by_a_later_version_and_only_away() {
    let version = |approved: &str, sofas: &str, signs: &str| {
        format!(
            "План: МБОУ «Школа» (образование), 2024 год\nУтверждён: {approved}, директор Соловьёва М.К.\n\
             1. Оборудовать рекреацию диванами. | {sofas} | завхоз Гусев Ф.П.\n\
             2. Установить указатели кабинетов | {signs} | завхоз Гусев Ф.П.\n"
        )
    };
    let moved = |versions: &[String]| of_code(&versions.join("\n"), "P304");
    let first = version("22.01.2024", "30.08.2024", "15.09.2024");
    let later = version("11.06.2024", "25.12.2024", "01.09.2024").replace("диванами.", "диванами");
    let messages = moved(&[first.clone(), later.clone()]);
    assert_eq!(messages.len(), 1, "{messages:#?}");
    assert!(
        messages[0].contains("25.12.2024, а в плане")
            && messages[0].contains("был 30.08.2024")
            && messages[0].contains("рекреацию")
    );
    assert_eq!(moved(&[later.clone(), first.clone()]).len(), 1, "the order of files does not matter");
    assert!(moved(&[first.clone(), first.clone()]).is_empty());
    assert!(moved(&[first.clone(), version("22.01.2024", "25.12.2024", "15.09.2024")]).is_empty(), "of one day");
    assert!(moved(&[first, later.replace("2024 год", "2025 год")]).is_empty(), "a plan of another year");
    // The third version is held against the second.
    let third = version("01.10.2024", "25.12.2024", "20.12.2024");
    let messages = moved(&[version("22.01.2024", "30.08.2024", "15.09.2024"), later, third]);
    assert_eq!(messages.len(), 2, "{messages:#?}");
}

#[test]
fn a_plan_of_several_organizations_is_told_from_one_without_a_name() {
    let severity = |plan: &str| {
        let findings = example(plan).checked(&law(), AS_OF).findings;
        findings.into_iter().find(|f| f.code == "P104").map(|f| (f.severity, f.message.contains("несколько")))
    };
    let row = "II. Комфортность условий\n1. Установить кулер | до 01.07.2025 | директор Ершова О.Н.";
    assert_eq!(severity(&format!("План: 2025 год\n{row}")), Some((Severity::Violation, false)));
    let columns = "Графы: № | Наименование учреждения | Мероприятие | Срок | Ответственный";
    assert_eq!(severity(&format!("План: 2025 год\n{columns}\n{row}")), Some((Severity::Note, true)));
    let section = row.replace("II. Комфортность условий", "I. Недостатки МБУК «Музей кружева»");
    assert_eq!(severity(&format!("План: 2025 год\n{section}")), Some((Severity::Note, true)));
    let officers = "Графы: Мероприятие | Срок | Ответственный от организации";
    assert_eq!(severity(&format!("План: 2025 год\n{officers}\n{row}")), Some((Severity::Violation, false)));
}
