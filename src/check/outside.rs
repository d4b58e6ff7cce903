//! Findings that other stages make: their codes are known here so that nobody takes them twice and everybody can be told
//! what they mean. Their wording, severity and tests are where they are made.

use crate::model::Addressee;

/// A finding of another stage.
#[derive(Debug)]
pub struct Outside {
    /// Stable code.
    pub code: &'static str,
    /// Russian: the finding in a few words.
    pub title: &'static str,
    /// Russian: what it means.
    pub checks: &'static str,
    /// Who is to put it right.
    pub addressee: Addressee,
}

/// D, made by the stage identify.
pub(super) static DOCUMENTS: &[Outside] = &[
    Outside {
        code: "D101",
        title: "ИНН с ошибкой",
        checks: "Контрольная цифра ИНН в реестре или документе не сходится: по такому номеру организацию не узнать.",
        addressee: Addressee::Ministry,
    },
    Outside {
        code: "D102",
        title: "Один ИНН у двух строк реестра",
        checks: "ИНН принадлежит одной организации; повтор в реестре смешал бы сведения двух.",
        addressee: Addressee::Ministry,
    },
    Outside {
        code: "D103",
        title: "Сомнительное наименование",
        checks: "Наименование в документе подходит нескольким организациям. Программа называет их и не выбирает сама.",
        addressee: Addressee::Ministry,
    },
    Outside {
        code: "D104",
        title: "Организации нет в реестре",
        checks: "Наименование в документе не похоже ни на одно из реестра.",
        addressee: Addressee::Ministry,
    },
    Outside {
        code: "D105",
        title: "Наименование узнано по сходству",
        checks: "Наименование отличается от реестра, но похоже только на одну организацию: проверьте и исправьте написание.",
        addressee: Addressee::Ministry,
    },
    Outside {
        code: "D106",
        title: "Псевдоним неизвестной организации",
        checks: "Таблица псевдонимов ссылается на организацию, которой никто не знает.",
        addressee: Addressee::Ministry,
    },
    Outside {
        code: "D107",
        title: "ИНН и наименование разных организаций",
        checks: "ИНН в документе принадлежит одной организации реестра, а наименование — другой.",
        addressee: Addressee::Ministry,
    },
    Outside {
        code: "D108",
        title: "Филиал без головной организации",
        checks: "Головная организация филиала не найдена.",
        addressee: Addressee::Ministry,
    },
    Outside {
        code: "D109",
        title: "Псевдоним с двумя значениями",
        checks: "Одно написание отнесено в таблицах псевдонимов к разным организациям.",
        addressee: Addressee::Ministry,
    },
    Outside {
        code: "D110",
        title: "Филиала нет в реестре",
        checks: "Филиал назван в чек-листе или в анкетах, головная организация известна; он учтён отдельно либо вместе с ней.",
        addressee: Addressee::Ministry,
    },
    Outside {
        code: "D111",
        title: "Сайт неизвестной организации",
        checks: "Сохранённые страницы сайта не называют ни ИНН, ни наименования организации, поэтому подтверждением ни для кого не стали.",
        addressee: Addressee::Ministry,
    },
];

/// S, made by the stage score.
pub(super) static SURVEY: &[Outside] = &[
    Outside {
        code: "S101",
        title: "Выборка меньше требуемой",
        checks: "Опрошено меньше получателей услуг, чем требует методика.",
        addressee: Addressee::Operator,
    },
    Outside {
        code: "S102",
        title: "Достаточность выборки не проверить",
        checks: "В реестре нет численности получателей услуг, или переданы доли без числа опрошенных.",
        addressee: Addressee::Ministry,
    },
    Outside {
        code: "S103",
        title: "Опрошено немного",
        checks: "Оценка и место приблизительны; смотрите интервалы.",
        addressee: Addressee::Operator,
    },
    Outside {
        code: "S104",
        title: "Анкет нет",
        checks: "По организации не прочитано ни одной анкеты.",
        addressee: Addressee::Operator,
    },
    Outside {
        code: "S105",
        title: "Опрошено слишком мало для места",
        checks: "Показатели приведены, но место в рейтинге не определяется.",
        addressee: Addressee::Operator,
    },
    Outside {
        code: "S106",
        title: "Чек-листа нет",
        checks: "Условия на стенде, на сайте и в помещениях не оценены.",
        addressee: Addressee::Operator,
    },
    Outside {
        code: "S107",
        title: "Показатель не рассчитан",
        checks: "Вопроса показателя в анкете не нашлось, или никто не мог на него ответить (знаменатель равен нулю); критерий рассчитан по остальным.",
        addressee: Addressee::Operator,
    },
    Outside {
        code: "S108",
        title: "Организация в чек-листах повторно",
        checks: "Учтена первая строка, остальные не учтены.",
        addressee: Addressee::Operator,
    },
    Outside {
        code: "S109",
        title: "С каким сроком сравнено время ожидания",
        checks: "Баллы за время ожидания зависят от установленного срока. Он взят из вариантов ответа либо по тому, о чём вопрос.",
        addressee: Addressee::Operator,
    },
    Outside {
        code: "S110",
        title: "Ожидание оценено наполовину",
        checks: "Показатель 2.2 складывается из времени ожидания и своевременности; в анкете спросили об одном из них.",
        addressee: Addressee::Operator,
    },
    Outside {
        code: "S201",
        title: "Слишком много одинаковых анкет",
        checks: "Совпадений ответов, пола и возраста больше, чем дал бы случай.",
        addressee: Addressee::Operator,
    },
    Outside {
        code: "S202",
        title: "Анкеты без различий между вопросами",
        checks: "На все вопросы отвечено одинаково.",
        addressee: Addressee::Operator,
    },
    Outside {
        code: "S203",
        title: "Анкеты пришли разом",
        checks: "Много анкет за короткое время.",
        addressee: Addressee::Operator,
    },
    Outside {
        code: "S204",
        title: "Ответы за закрытым фильтром",
        checks: "Ответы на вопросы, которые по фильтру не задаются; они не учтены.",
        addressee: Addressee::Operator,
    },
    Outside {
        code: "S205",
        title: "Анкеты вне времени опроса",
        checks: "Отметки времени лежат за пределами опроса.",
        addressee: Addressee::Operator,
    },
    Outside {
        code: "S206",
        title: "Невероятный возраст",
        checks: "Указан возраст, которого не бывает.",
        addressee: Addressee::Operator,
    },
];

/// R, made by the stage rank.
pub(super) static RANKING: &[Outside] = &[Outside {
    code: "R101",
    title: "Место не определено",
    checks: "Организация не получила места в рейтинге; причина названа в сообщении.",
    addressee: Addressee::Ministry,
}];
