//! What an item of a check-list is about: by the heading of its group, else by its own words.

use super::wording::Wording;
use crate::model::CheckTopic;

/// Beginnings of words in the headings of groups; the first line that fits decides. Equipment is named before
/// accessibility and remote ways before the site, because their headings mention those too.
const GROUPS: &[(CheckTopic, &[&[&str]])] = &[
    (CheckTopic::Stand, &[&["стенд"]]),
    (CheckTopic::Remote, &[&["дистанц", "обратн связ", "обратной связ", "взаимодейств"]]),
    (CheckTopic::Equipment, &[&["оборудован", "прилегающ"], &["территор", "помещени", "инвалид", "доступност"]]),
    (CheckTopic::Accessibility, &[&["доступност", "наравне"], &["инвалид", "наравне", "услови"]]),
    (CheckTopic::Comfort, &[&["комфорт"]]),
    (CheckTopic::Site, &[&["сайт"]]),
];

/// Items of indicators 1.2, 2.1, 3.1 and 3.2 that name themselves: the order lists them. What is to be shown on the stand
/// and on the site cannot be told apart without a group.
const ITEMS: &[(CheckTopic, &[&str])] = &[
    (
        CheckTopic::Accessibility,
        &[
            "дублирован",
            "сурдоперевод",
            "тифлосурдоперевод",
            "альтернативн верси",
            "альтернативной верси",
            "версия для слабовидящ",
            "брайл",
            "помощь оказываем",
            "сопровожден",
            "на дому",
            "дистанционном режиме",
        ],
    ),
    (
        CheckTopic::Equipment,
        &[
            "входны групп",
            "входных групп",
            "пандус",
            "стоянк",
            "стоянок",
            "парковк для инвалид",
            "адаптированн лифт",
            "адаптированных лифт",
            "поручн",
            "дверных проем",
            "кресел коляс",
            "сменных кресел",
            "инвалидн кресел",
            "специально оборудованн",
        ],
    ),
    (
        CheckTopic::Remote,
        &[
            "абонентск",
            "телефон",
            "электронн почт",
            "электронной почт",
            "электронны сервис",
            "электронных сервис",
            "часто задаваем",
            "анкет",
        ],
    ),
    (
        CheckTopic::Comfort,
        &[
            "зона отдых",
            "зоны отдых",
            "зона ожидан",
            "навигац",
            "питьев",
            "санитарн",
            "транспортн доступн",
            "транспортная доступн",
            "гардероб",
            "очеред",
            "доступность записи",
            "лечебно охранительн",
            "бронирован",
        ],
    ),
];

/// The topic of a group's heading.
pub(super) fn of_group(heading: &Wording) -> Option<CheckTopic> {
    GROUPS.iter().find(|(_, stems)| heading.has_all(stems)).map(|(topic, _)| *topic)
}

/// The topic of an item that has no group.
pub(super) fn of_item(item: &Wording) -> Option<CheckTopic> {
    ITEMS.iter().find(|(_, stems)| item.has_any(stems)).map(|(topic, _)| *topic)
}

/// The words by which the topic of a group or an item was told.
pub(super) fn told_by(text: &Wording) -> Vec<String> {
    let first = |stems: &&[&str]| Some((*text.matched(stems).first()?).to_owned());
    let group = GROUPS.iter().find(|(_, stems)| text.has_all(stems));
    if let Some((_, stems)) = group {
        return stems.iter().filter_map(first).collect();
    }
    let item = ITEMS.iter().find(|(_, stems)| text.has_any(stems));
    item.and_then(|(_, stems)| first(stems)).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_told_by_their_headings() {
        let cases = [
            ("Соответствие информации о деятельности организации, размещённой На СТЕНДЕ", CheckTopic::Stand),
            ("Информация на официальном сайте", CheckTopic::Site),
            (
                "Наличие и функционирование на официальном сайте дистанционных способов обратной связи",
                CheckTopic::Remote,
            ),
            ("Обеспечение в организации комфортных условий", CheckTopic::Comfort),
            (
                "Оборудование территории, прилегающей к организации, и её помещений с учётом доступности для инвалидов",
                CheckTopic::Equipment,
            ),
            (
                "Обеспечение в организации условий доступности, позволяющих инвалидам получать услуги наравне с другими",
                CheckTopic::Accessibility,
            ),
        ];
        for (heading, topic) in cases {
            assert_eq!(of_group(&Wording::new(heading)), Some(topic), "{heading}");
        }
        assert_eq!(of_group(&Wording::new("Наименование организации или П/Н по списку")), None);
    }

    #[test]
    fn items_of_the_order_name_themselves() {
        let cases = [
            ("наличие специально оборудованных санитарно-гигиенических помещений", CheckTopic::Equipment),
            ("наличие и доступность санитарно-гигиенических помещений", CheckTopic::Comfort),
            ("дублирование надписей знаками, выполненными шрифтом Брайля", CheckTopic::Accessibility),
            ("раздел «Часто задаваемые вопросы»", CheckTopic::Remote),
        ];
        for (item, topic) in cases {
            assert_eq!(of_item(&Wording::new(item)), Some(topic), "{item}");
        }
        assert_eq!(of_item(&Wording::new("копия устава")), None);
    }
}
