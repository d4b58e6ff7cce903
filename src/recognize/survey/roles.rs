//! Columns that are neither questions nor items of a check-list: the organization, the respondent, the register.

use super::wording::Wording;
use crate::language::fold::one_line;
use crate::language::organization::mentions;
use crate::model::ColumnRole;

/// Words that name an organization.
const ORGANIZATION: &[&str] = &[
    "организац",
    "учрежден",
    "библиотек",
    "музе",
    "школ",
    "детск сад",
    "детский сад",
    "детского сада",
    "театр",
    "больниц",
    "поликлиник",
    "оо.",
    "доу.",
];
/// Words that ask for a name.
const NAMED: &[&str] =
    &["наименован", "назван", "выберите", "выбер", "укажите", "какую", "какой", "какая", "каком", "отметьте"];

/// Whom organizations serve, in the words of every sector.
const RECIPIENTS: &[&str] = &[
    "получател",
    "обучающ",
    "воспитанник",
    "посетител",
    "посещени",
    "пациент",
    "потребител",
    "клиент",
    "обслуж",
    "обратив",
    "учащ",
    "ученик",
    "студент",
    "детей",
    "читател",
    "пользовател",
    "зрител",
    "слушател",
    "участник",
    "занимающ",
    "проживающ",
    "прикрепленн",
    "пролеченн",
    "освидетельств",
    "граждан",
    "человек",
];
/// Words of sheets that sum up answers, and of people who do not receive services.
const NOT_RECIPIENTS: &[&str] = &[
    "опрошен",
    "респондент",
    "анкет",
    "выборк",
    "удовлетвор",
    "работник",
    "сотрудник",
    "персонал",
    "ответ",
    "вы.",
    "инвалид",
    "мест.",
    "недостат",
    "балл",
    "категори",
    "статус",
];

struct Rule {
    role: ColumnRole,
    all: &'static [&'static [&'static str]],
    none: &'static [&'static str],
    /// Headings longer than this are sentences, not labels.
    words: usize,
}

#[rustfmt::skip]
const RULES: &[Rule] = &[
    Rule { role: ColumnRole::Timestamp, all: &[&["отметка времени", "дата заполнен", "дата и время", "время создания", "время отправки", "дата начала", "дата завершен", "дата ответа", "created", "timestamp", "submitted", "дата прохожден"]], none: &[], words: 6 },
    Rule { role: ColumnRole::Comment, all: &[&["предложени", "пожелани", "замечани", "комментари", "отзыв"]], none: &[], words: 40 },
    Rule { role: ColumnRole::Age, all: &[&["возраст", "полных лет", "сколько вам лет", "age."]], none: &[], words: 15 },
    Rule { role: ColumnRole::Sex, all: &[&["пол.", "gender", "sex."]], none: &[], words: 6 },
    Rule { role: ColumnRole::Inn, all: &[&["инн."]], none: &["учредител"], words: 8 },
    Rule { role: ColumnRole::Parent, all: &[&["головн", "вышестоящ", "филиалом какой"]], none: &[], words: 8 },
    Rule { role: ColumnRole::ShortName, all: &[&["кратк", "сокращенн"], &["наимен", "назван"]], none: &["полн"], words: 8 },
    Rule { role: ColumnRole::Recipients, all: &[&["генеральн совокупност", "объем совокупност"]], none: &[], words: 8 },
    Rule { role: ColumnRole::Recipients, all: &[&["численност", "количеств", "кол.", "число", "контингент", "всего", "охват", "объем"], RECIPIENTS], none: NOT_RECIPIENTS, words: 15 },
    Rule { role: ColumnRole::Kind, all: &[&["вид.", "тип.", "вид организац", "тип организац", "категори"]], none: &[], words: 5 },
    Rule { role: ColumnRole::Sector, all: &[&["отрасл", "сфера", "сферы"]], none: &[], words: 6 },
    Rule { role: ColumnRole::Organization, all: &[NAMED, ORGANIZATION], none: &["учредител", "удовлетвор", "инвалид", "стенд", "сайт"], words: 20 },
    Rule { role: ColumnRole::Organization, all: &[&["полное наименование", "наименование оо.", "юридическ лиц", "юридического лиц", "оцениваем", "поставщик"]], none: &["учредител"], words: 10 },
    Rule { role: ColumnRole::Organization, all: &[&["организаци", "учреждени", "школа.", "библиотека.", "музей."]], none: &["учредител", "информац", "адрес", "сайт", "телефон", "руководител"], words: 3 },
    Rule { role: ColumnRole::Organization, all: &[&["наименование.", "название."]], none: &[], words: 1 },
    Rule { role: ColumnRole::Municipality, all: &[&["муниципальн", "муниципалитет", "район.", "района.", "городской округ", "городского округ", "территори", "мо.", "населенн пункт", "населенный пункт"]], none: &[], words: 8 },
    Rule { role: ColumnRole::Recipients, all: &[&["контингент.", "численность.", "получатели.", "получателей.", "обучающихся.", "воспитанников.", "учащихся.", "посетителей.", "пациентов.", "читателей.", "потребителей.", "пользователей.", "клиентов.", "зрителей.", "студентов.", "учеников.", "детей.", "прикрепленных.", "прикреплено.", "обслуживаемых.", "обслужено.", "посещений.", "проживающих.", "занимающихся."]], none: NOT_RECIPIENTS, words: 6 },
    Rule { role: ColumnRole::Region, all: &[&["субъект", "регион", "область."]], none: &[], words: 6 },
];

/// What a heading labels.
pub(super) fn role(heading: &Wording) -> Option<ColumnRole> {
    rule(heading).map(|rule| rule.role)
}

fn rule(heading: &Wording) -> Option<&'static Rule> {
    let fits = |rule: &&Rule| heading.len() <= rule.words && heading.has_all(rule.all) && !heading.has_any(rule.none);
    RULES.iter().find(fits)
}

/// The words of a heading by which its label was told.
pub(super) fn told_by(heading: &Wording) -> Vec<String> {
    let words = |stems: &&[&str]| Some((*heading.matched(stems).first()?).to_owned());
    rule(heading).map(|rule| rule.all.iter().filter_map(words).collect()).unwrap_or_default()
}

/// Whether a text looks like the name of an organization rather than «Лист1» or a title.
pub(super) fn names_organization(text: &str) -> bool {
    const NOUNS: &[&str] = &[
        "учреждение",
        "библиотека",
        "музей",
        "театр",
        "школа",
        "детский сад",
        "дом культуры",
        "дворец культуры",
        "больница",
        "поликлиника",
        "филармония",
        "лицей",
        "гимназия",
        "колледж",
        "техникум",
        "клуб",
        "цбс.",
        "дши.",
        "сош.",
        "сдк.",
        "галерея",
        "центр социального",
        "центр культуры",
        "дом творчества",
        "интернат",
        "диспансер",
        "доу.",
        "детсад",
        "бюро медико",
    ];
    const TITLES: &[&str] = &[
        "чек лист",
        "анкет",
        "ответы",
        "опрос",
        "результат",
        "сводн",
        "лист",
        "отчет",
        "независим",
        "реестр",
        "перечень",
    ];
    let wording = Wording::new(text);
    wording.len() <= 40 && !wording.begins(TITLES) && (wording.has_any(NOUNS) || !mentions(&one_line(text)).is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_understood() {
        use ColumnRole::*;
        let cases = [
            ("Отметка времени", Timestamp),
            ("Выберите организацию", Organization),
            ("Наименование организации или П/Н по списку", Organization),
            ("В какой организации Вы получали услуги?", Organization),
            ("Организация", Organization),
            ("Полное наименование", Organization),
            ("Краткое наименование", ShortName),
            ("ИНН", Inn),
            ("Отрасль", Sector),
            ("Муниципальное образование", Municipality),
            ("Численность получателей услуг за год", Recipients),
            ("Количество обучающихся", Recipients),
            ("Получателей услуг за год", Recipients),
            ("Получателей за год", Recipients),
            ("Воспитанников", Recipients),
            ("Генеральная совокупность", Recipients),
            ("Кол-во получателей", Recipients),
            ("Контингент", Recipients),
            ("Кол-во обслуженных граждан, чел.", Recipients),
            ("Число посещений в год", Recipients),
            ("Прикреплённых, чел.", Recipients),
            ("Получатели услуг (чел. в год)", Recipients),
            ("Численность", Recipients),
            ("Вид организации", Kind),
            ("17. Ваш пол", Sex),
            ("Ваш возраст (укажите, сколько Вам полных лет)", Age),
            ("Ваши предложения по улучшению условий оказания услуг в данной организации", Comment),
            ("Наименование муниципального учреждения культуры", Organization),
        ];
        for (heading, expected) in cases {
            assert_eq!(role(&Wording::new(heading)), Some(expected), "{heading}");
        }
        for heading in ["Наименование мероприятия", "Срок исполнения", "Адрес электронной почты", "Учредитель", "№ п/п"]
        {
            assert_eq!(role(&Wording::new(heading)), None, "{heading}");
        }
    }

    #[test]
    fn names_of_organizations_differ_from_titles() {
        for name in ["МБУК «Приозёрская ЦБС»", "Детский сад № 5", "ГБУЗ Районная больница", "СОШ 12"]
        {
            assert!(names_organization(name), "{name}");
        }
        for title in ["Лист1", "Ответы на форму (1)", "Sheet1", "Чек-лист музея", "Сводная по чек-листам"]
        {
            assert!(!names_organization(title), "{title}");
        }
    }
}
