//! Letters to organizations, from submitted files to the text that is signed: everything that is to be put right is said,
//! once, and nothing that is somebody else's business.

use chrono::NaiveDate;
use svod::law::{Law, built_in};
use svod::model::{Addressee, Block, Finding, Report, Severity, unmatched};
use svod::{pipeline, write};

const REGISTER: &str = "\
ИНН;Полное наименование;Сокращённое наименование;Отрасль;Численность получателей услуг за год
9900000017;Муниципальное бюджетное учреждение культуры «Музей мостов города Перепадска»;МБУК «Музей мостов»;культура;900
9900000024;Муниципальное автономное учреждение культуры «Парк качелей»;МАУК «Парк качелей»;культура;700
";

const CHECK_LIST: &str = "\
Организация;Сайт: копия устава;Сайт: режим и график работы;наличие и доступность питьевой воды;\
наличие комфортной зоны отдыха (ожидания);наличие сменных кресел-колясок;\
наличие выделенных стоянок для автотранспортных средств инвалидов
МБУК «Музей мостов»;нет;нет;нет;да;нет;нет
МАУК «Парк качелей»;да;да;да;да;да;да
";

const PLAN: &str = "\
План по устранению недостатков, выявленных в ходе независимой оценки качества условий оказания услуг, на 2026 год
Муниципальное бюджетное учреждение культуры «Музей мостов города Перепадска»

| Недостатки | Наименование мероприятия | Плановый срок реализации | Ответственный исполнитель | Сведения о ходе реализации |
| --- | --- | --- | --- | --- |
| Нет копии устава | Разместить на сайте копию устава | 01.06.2026 | директор Ершова О.Н. | |
| Нет питьевой воды | Установить кулер | постоянно | директор Ершова О.Н. | |
";

/// Three who were asked about a museum that nobody registered.
const ANSWERS: &str = "\
Наименование организации;Удовлетворены ли Вы комфортностью условий предоставления услуг в организации?;\
Готовы ли Вы рекомендовать данную организацию родственникам и знакомым?;\
Удовлетворены ли Вы в целом условиями оказания услуг в организации?
МБУК «Дом пуговиц»;Нет;Нет;Да
МБУК «Дом пуговиц»;Да;Нет;Нет
МБУК «Дом пуговиц»;Нет;Да;Нет
";

fn report() -> Report {
    report_of(&[("Реестр.csv", REGISTER), ("Чек-лист.csv", CHECK_LIST), ("Планы/Музей.md", PLAN)])
}

fn report_of(files: &[(&str, &str)]) -> Report {
    let law = Law::parse(built_in()).expect("the built-in law is right");
    let facts = files.iter().map(|(path, text)| pipeline::examine(path, text.as_bytes(), &law)).collect();
    pipeline::consolidate(facts, &law, NaiveDate::from_ymd_opt(2026, 7, 1).expect("a day"))
}

/// The letter to the museum, line by line.
fn letter(report: &Report) -> String {
    let files = write::all(report).expect("written");
    let file = files.iter().find(|file| file.path == "letters/9900000017.docx").expect("a letter to the museum");
    let (_, document) = svod::read::read(&file.path, &file.bytes).expect("a docx");
    let mut text = String::new();
    for block in document.value.parts.into_iter().flat_map(|part| part.blocks) {
        match block {
            Block::Table(table) => {
                for row in 0..table.rows() {
                    for column in 0..table.columns() {
                        text.push_str(table.text(row, column));
                        text.push('\n');
                    }
                }
            }
            Block::Paragraph(paragraph) => {
                text.push_str(&paragraph.text);
                text.push('\n');
            }
        }
    }
    text
}

#[test]
fn a_letter_says_everything_once_and_nothing_of_others() {
    let report = report();
    let text = letter(&report);
    let once = [
        "муниципального бюджетного учреждения культуры «Музей мостов города Перепадска»",
        "сменных кресел-колясок",
        "выделенных стоянок",
        "Режим и график работы",
        "(таблица 1, строка 2)",
    ];
    for part in once {
        assert_eq!(text.matches(part).count(), 1, "{part}\n{text}");
    }
    assert!(text.contains("По данным чек-листа оператора"), "{text}");
    for foreign in ["столбец", "Чек-лист.csv", "Продолжите опрос", "нет ни одной анкеты", "То же"]
    {
        assert!(!text.contains(foreign), "{foreign}\n{text}");
    }
}

#[test]
fn a_deficiency_is_named_by_one_rule_for_each_duty() {
    let report = report();
    let museum = |code: &str| -> Vec<&Finding> {
        let of = |f: &&Finding| f.code == code && f.organization_id.as_deref() == Some("9900000017");
        report.findings.iter().filter(of).collect()
    };
    assert_eq!(museum("L101").len(), 2, "the charter and the hours are not on the site");
    assert_eq!(museum("P402").len(), 3, "nothing is planned for the hours, the wheelchairs and the parking");
    assert!(museum("P402").iter().all(|f| f.submission_id.as_deref() == Some("Планы/Музей.md")));
    assert!(museum("P402").iter().all(|f| f.evidence.as_deref().is_some_and(|place| place.contains("Чек-лист.csv"))));
    assert_eq!(museum("P401"), Vec::<&Finding>::new());
}

#[test]
fn the_survey_is_nobodys_fault_but_the_operators() {
    let addressee = |code: &str| report().rules.iter().find(|rule| rule.code == code).map(|rule| rule.addressee);
    assert_eq!(addressee("S104"), Some(Addressee::Operator));
    assert_eq!(addressee("D103"), Some(Addressee::Ministry));
    assert_eq!(addressee("P101"), Some(Addressee::Organization));
    assert!(report().findings.iter().any(|f| f.code == "S104" && f.severity != Severity::Note), "nobody was asked");
}

#[test]
fn nobody_writes_to_a_name_that_only_answers_know() {
    let files = [("Реестр.csv", REGISTER), ("Планы/Музей.md", PLAN), ("Анкеты.csv", ANSWERS)];
    let report = report_of(&files);
    let unmatched = unmatched(&report.organizations, &report.submissions);
    let ghost = report.organizations.iter().find(|o| o.name.contains("пуговиц")).expect("known from the answers");
    assert_eq!(unmatched.into_iter().collect::<Vec<_>>(), [ghost.id.as_str()]);
    assert!(!report.findings.iter().any(|f| f.code == "P404" && f.organization_id.as_deref() == Some(&ghost.id)));
    let letters: Vec<String> = write::all(&report).expect("written").into_iter().map(|file| file.path).collect();
    assert!(letters.iter().any(|path| path == "letters/9900000017.docx"));
    assert!(!letters.iter().any(|path| path.contains(&ghost.id) && path.starts_with("letters/")), "{letters:?}");
    let without_register = report_of(&files[1..]);
    assert!(svod::model::unmatched(&without_register.organizations, &without_register.submissions).is_empty());
}

#[test]
fn a_weak_share_alone_is_a_note_and_breaks_no_act() {
    let answers = ANSWERS.replace("Дом пуговиц", "Музей мостов");
    let report = report_of(&[("Реестр.csv", REGISTER), ("Планы/Музей.md", PLAN), ("Анкеты.csv", &answers)]);
    let weak: Vec<&Finding> = report.findings.iter().filter(|f| f.code == "P401").collect();
    assert!(!weak.is_empty(), "criterion 5 is weak, and the plan has nothing of it");
    assert!(weak.iter().all(|f| f.severity == Severity::Note && f.act.is_none()), "{weak:#?}");
}
