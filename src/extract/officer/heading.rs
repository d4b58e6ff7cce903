//! Whether a heading names who acts.
//!
//! A wrong yes invents an officer for every measure below the heading, so a heading must be a body or a post as a whole,
//! and words that name topics as often as bodies («организация», «управление») must show which they are.

use std::sync::LazyLock;

use regex::Regex;

use crate::language::fold::one_line;
use crate::language::inflect::{Head, head};
use crate::language::lexicon::{Case, Part, readings};

use super::element::{Content, elements};
use super::phrase::begins_with_abbreviated_post;
use super::token::tokens;
use super::words::{BODIES, is_acronym, is_legal_form, is_occupation};

/// Number of a section and the mark behind it.
static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^\s*(?:(?i:раздел|глава|часть|блок)\s+)?(?:[IVXІХ]+(?:[.)]|\s)|\d+(?:\.\d+)*[.)]?\s)\s*")
        .expect("a pattern of our own")
});

/// A heading that is longer names a topic.
const MOST_WORDS: usize = 14;

/// Bodies whose name means an activity or a crowd too, unless an adjective or the plural makes it a body: «Общее
/// собрание», «Методическое объединение», «Образовательные организации».
const NEED_ADJECTIVE: &[&str] = &[
    "организация",
    "собрание",
    "объединение",
    "группа",
    "общество",
    "союз",
    "состав",
    "пункт",
    "содружество",
    "актив",
    "кружок",
    "орган",
];

/// Institutions whose name with a genitive is as often the name of an event: «Школа здоровья».
const NEED_NAME: &[&str] = &["школа", "клуб", "студия", "театр", "мастерская", "музей", "библиотека", "сад"];

/// Genitives that belong to the name of an institution: «Школа искусств», «Клуб села Берёзовка».
const OF_INSTITUTIONS: &[&str] =
    &["искусство", "село", "город", "район", "посёлок", "деревня", "область", "край", "округ", "интернат"];

/// People whom the measures are for, or nobody in particular.
const NOT_STAFF: &[&str] = &["родител", "участник", "исполнител", "обучающ", "учащ", "ответственны"];

/// Whether a heading names a body or officer who acts («Общественный совет») rather than a topic («Работа с педагогами»).
pub fn names_actor(heading: &str) -> bool {
    let line = one_line(heading);
    let text = NUMBER.replace(&line, "");
    let text = text.trim_end_matches([':', '.', ' ']);
    if text.split(' ').count() > MOST_WORDS || text.split(' ').any(is_verb) {
        return false;
    }
    let found = elements(text, &tokens(text));
    !found.is_empty()
        && found.iter().all(|element| match &element.content {
            Content::Person(_) => true,
            Content::Phrase { text, post } => is_actor(text, *post),
        })
        && found.iter().any(|element| matches!(element.content, Content::Phrase { .. }))
}

fn is_verb(word: &str) -> bool {
    let found = readings(word);
    !found.is_empty() && found.iter().all(|r| r.part == Part::Verb && r.known)
}

fn is_actor(phrase: &str, post: bool) -> bool {
    if phrase.contains([':', '–', '—']) || phrase.contains(" - ") {
        return false;
    }
    let first = phrase.split(' ').next().unwrap_or_default();
    if is_acronym(first) {
        return is_legal_form(first);
    }
    let Some(head) = head(phrase).filter(|head| head.may_be(Case::Nominative)) else {
        return begins_with_abbreviated_post(phrase);
    };
    let noun = &phrase[head.noun()];
    if post {
        return (is_occupation(noun) || is_occupation(first))
            && !NOT_STAFF.iter().any(|stem| phrase.to_lowercase().contains(stem));
    }
    let lemma = head.lemma(Some(Case::Nominative)).unwrap_or_default();
    BODIES.contains(&lemma) && is_body(phrase, &head, lemma)
}

fn is_body(phrase: &str, head: &Head, lemma: &str) -> bool {
    let qualified = head.noun().start > 0 || head.plural(Some(Case::Nominative));
    let rest = phrase[head.end()..].trim_start();
    let named =
        rest.starts_with(['«', '"', '„', '“', '№']) || rest.starts_with(char::is_uppercase) || rest.starts_with("им");
    let next = rest.split(' ').next().unwrap_or_default();
    if next == "и" || next == "как" {
        return false;
    }
    if lemma == "управление" {
        // «Управление культуры» acts, «Управление рисками» is an activity.
        let found = readings(next);
        return qualified
            || !next.is_empty() && !found.iter().all(|r| matches!(r.case, Some(Case::Instrumental | Case::Dative)));
    }
    if NEED_ADJECTIVE.contains(&lemma) {
        return qualified || named;
    }
    if NEED_NAME.contains(&lemma) {
        let of_institution = || readings(next).iter().any(|r| OF_INSTITUTIONS.contains(&r.lemma()));
        return rest.is_empty() || qualified || named || of_institution();
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bodies_and_posts_act() {
        for heading in [
            "2. Общественный совет",
            "Отдел культуры",
            "Учреждения, оказывающие услуги культуры",
            "Администрация поликлиники",
            "III. Управление образования администрации района",
            "Директор",
            "Регистратура",
            "Дневной стационар",
            "Педагогический коллектив",
            "МБУК «Центральная библиотека»",
            "Совет родителей",
            "Общее собрание трудового коллектива",
            "Заведующие отделениями",
            "Методическое объединение классных руководителей",
            "Образовательные организации района",
            "Министерство культуры и туризма",
            "Рабочая группа по внедрению стандарта",
            "Детская школа искусств",
            "Школа № 5",
            "Хозяйственная служба",
            "Заместитель директора по воспитательной работе Петрова П.П.",
            "Библиотекари",
            "Женская консультация",
            "Комиссия по этике",
            "Отделение социального обслуживания на дому",
            "Участковая служба",
            "ОТДЕЛ КАДРОВ",
        ] {
            assert!(names_actor(heading), "{heading}");
        }
    }

    #[test]
    fn topics_do_not() {
        for heading in [
            "Открытость и доступность информации",
            "Работа с педагогами",
            "I. Показатели открытости",
            "Комфортность условий",
            "Доступность услуг для инвалидов",
            "Доброжелательность, вежливость работников организации",
            "Организация питания",
            "Управление рисками",
            "Управление качеством услуг",
            "Школа здоровья",
            "Школа и семья",
            "Удовлетворённость условиями",
            "Работа с родителями",
            "Повышение квалификации педагогов",
            "Библиотека и читатель",
            "Кадровое обеспечение",
            "Материально-техническая база",
            "Сентябрь",
            "2025 год",
            "",
            "Организационные мероприятия",
            "Информационное обеспечение",
            "Время ожидания предоставления услуги",
            "Обеспечение безопасности",
            "Объединение усилий семьи и школы",
            "Музей – детям",
            "Провести собрание",
            "Совершенствование работы отдела культуры",
            "Собрание",
            "Дети-инвалиды",
            "Получатели услуг",
            "Взаимодействие с общественным советом",
            "ФГОС",
            "Библиотека как центр общения",
            "Критерий 1",
            "Родители",
            "Участники",
            "Учащиеся",
            "Ответственные исполнители",
            "Персонал и комфорт",
        ] {
            assert!(!names_actor(heading), "{heading}");
        }
    }
}
