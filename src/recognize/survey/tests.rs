//! Sheets as operators lay them out, and what each is recognized as.

use crate::model::{
    Block, CheckTopic, ColumnRole, Document, Form, NamedBy, Part, Question, Recognized, TableBuilder, Warned,
};

fn sheet(name: Option<&str>, rows: &[&[&str]]) -> Document {
    let table = TableBuilder::from_rows(rows.iter().map(|row| row.iter().copied())).finish().expect("small");
    let parts = vec![Part { name: name.map(str::to_owned), blocks: vec![Block::Table(table)] }];
    Document { parts, page: None }
}

fn recognize(name: Option<&str>, rows: &[&[&str]]) -> Warned<Vec<Recognized>> {
    super::recognize(&sheet(name, rows))
}

fn roles(recognized: &[Recognized]) -> Vec<(usize, ColumnRole)> {
    match recognized {
        [Recognized::Answers { columns, .. } | Recognized::Register { columns, .. }] => columns.clone(),
        other => panic!("{other:#?}"),
    }
}

#[test]
fn short_headings_of_a_hand_made_sheet_are_understood() {
    let found = recognize(
        None,
        &[
            &[
                "№",
                "Учреждение",
                "Пользовались стендом",
                "Удовлетворены стендом",
                "Комфортность",
                "Готовы рекомендовать",
                "Пол",
                "Возраст",
            ],
            &["1", "Клуб «Заря»", "да", "да", "нет", "да", "м", "33"],
        ],
    );
    use ColumnRole::{Age, Asks, Organization, Sex};
    let expected = [
        (1, Organization),
        (2, Asks(Question::StandUsed)),
        (3, Asks(Question::StandSatisfied)),
        (4, Asks(Question::ComfortSatisfied)),
        (5, Asks(Question::Recommend)),
        (6, Sex),
        (7, Age),
    ];
    assert_eq!(roles(&found.value), expected);
}

#[test]
fn questions_keep_their_meaning_when_columns_move() {
    let header = ["Довольны ли Вы в целом?", "Посоветуете ли нас?", "Организация", "Комфортно ли у нас?"];
    let found = recognize(None, &[&header, &["Да", "Нет", "Музей «Изба»", "Да"]]);
    use ColumnRole::{Asks, Organization};
    assert_eq!(
        roles(&found.value),
        [
            (0, Asks(Question::OverallSatisfied)),
            (1, Asks(Question::Recommend)),
            (2, Organization),
            (3, Asks(Question::ComfortSatisfied)),
        ]
    );
}

#[test]
fn columns_that_are_not_understood_are_named() {
    let header =
        ["Организация", "Комфортно ли у нас?", "Посоветуете ли нас?", "Довольны ли Вы в целом?", "Любимый цвет"];
    let found = recognize(None, &[&header, &["Музей", "Да", "Да", "Когда как, раз на раз не приходится", "синий"]]);
    let codes: Vec<&str> = found.warnings.iter().map(|w| w.code.as_str()).collect();
    assert_eq!(codes, [] as [&str; 0], "two questions are no sheet of answers");
    let header =
        ["Организация", "Комфортно ли у нас?", "Посоветуете ли нас?", "Довольны ли Вы в целом?", "Любимый цвет"];
    let found = recognize(None, &[&header, &["Музей", "Да", "Да", "Нет", "синий"]]);
    assert_eq!(found.warnings.len(), 1);
    assert!(found.warnings[0].message.contains("«Любимый цвет»"));
}

#[test]
fn an_organization_is_taken_from_a_column_of_names_a_title_or_the_worksheet() {
    let header = ["Комфортно ли у нас?", "Посоветуете ли нас?", "Довольны ли Вы в целом?"];
    let row = ["Да", "Да", "Нет"];
    let named = |found: &Warned<Vec<Recognized>>| match &found.value[..] {
        [Recognized::Answers { named, .. }] => named.clone(),
        other => panic!("{other:#?}"),
    };
    let found = recognize(Some("МБУК «Изба»"), &[&header, &row]);
    assert_eq!(named(&found), Some(("МБУК «Изба»".to_owned(), NamedBy::Sheet)));
    let found = recognize(Some("Лист1"), &[&["Учреждение: Сельский клуб «Заря»"], &header, &row]);
    assert_eq!(named(&found), Some(("Сельский клуб «Заря»".to_owned(), NamedBy::Title)));
    let found = recognize(Some("Лист1"), &[&header, &row]);
    assert_eq!(named(&found), None);
    let header = ["Где Вы были", "Комфортно ли у нас?", "Посоветуете ли нас?", "Довольны ли Вы в целом?"];
    let found = recognize(Some("Лист1"), &[&header, &["Музей «Изба»", "Да", "Да", "Нет"]]);
    assert_eq!(roles(&found.value)[0], (0, ColumnRole::Organization));
}

#[test]
fn a_hospital_form_asks_how_long_people_waited() {
    let header = [
        "Наименование медицинской организации",
        "Вы ожидали плановой госпитализации с момента получения направления:",
        "Вы были госпитализированы в назначенный срок?",
        "Удовлетворены ли Вы комфортностью условий пребывания?",
        "Готовы ли Вы рекомендовать?",
    ];
    let found = recognize(None, &[&header, &["ГБУЗ РБ", "менее 15 дней", "да", "да", "нет"]]);
    assert_eq!(roles(&found.value)[1], (1, ColumnRole::Waited));
    assert!(matches!(&found.value[..], [Recognized::Answers { form: Form::Inpatient, .. }]));
}

#[test]
fn a_check_list_may_lie_on_its_side() {
    let found = recognize(
        None,
        &[
            &["Показатель", "Клуб «Заря»", "Музей «Изба»"],
            &["Информация на стенде", "", ""],
            &["копия устава", "1", "0"],
            &["режим работы", "+", "н/п"],
            &["Комфортные условия", "", ""],
            &["питьевая вода", "1", "0"],
            &["зона отдыха", "да", "нет"],
        ],
    );
    let [Recognized::CheckList { transposed: true, items, organization: Some(0), header_rows: 1, .. }] =
        &found.value[..]
    else {
        panic!("{found:#?}")
    };
    let topics: Vec<_> = items.iter().map(|(row, topic, _)| (*row, *topic)).collect();
    use CheckTopic::{Comfort, Stand};
    assert_eq!(topics, [(2, Stand), (3, Stand), (5, Comfort), (6, Comfort)]);
}

#[test]
fn plans_and_tables_of_contents_are_left_alone() {
    let plan = ["№", "Наименование организации", "Мероприятие", "Срок", "Ответственный", "Муниципальное образование"];
    assert!(recognize(None, &[&plan, &["1", "МБУК", "Обновить стенд", "2026", "Иванова", "Район"]]).value.is_empty());
    let by_criteria: &[&[&str]] = &[
        &["№", "Мероприятия", "Срок, ответственный", "Источник"],
        &["", "Критерий 2. Комфортность условий", "", ""],
        &["2.1", "Купить кресла в зону отдыха", "2 раза в год, завхоз", "не требуется"],
        &["2.2", "Установить кулер с питьевой водой", "до 1 мая, завхоз", "не требуется"],
        &["", "Критерий 3. Доступность услуг для инвалидов", "", ""],
        &["3.1", "Установить пандус", "постоянно", "не требуется"],
        &["3.2", "Обучить помощи инвалидам", "1 раз в год", "не требуется"],
    ];
    assert!(recognize(None, by_criteria).value.is_empty());
    let contacts = ["Организация", "Адрес", "Телефон"];
    assert!(recognize(None, &[&contacts, &["МБУК", "ул. Лесная", "2-22-22"]]).value.is_empty());
}

#[test]
fn other_surveys_and_old_results_are_refused_with_a_word_of_why() {
    let code = |found: Warned<Vec<Recognized>>| {
        assert!(found.value.is_empty(), "{found:#?}");
        found.warnings.into_iter().map(|w| w.code).collect::<Vec<_>>()
    };
    let family = [
        "Отметка времени",
        "Организация",
        "Оцените уровень удовлетворённости граждан работой организаций культуры",
        "Удовлетворены ли Вы комфортностью?",
        "Готовы ли Вы рекомендовать?",
        "Удовлетворены ли Вы качеством услуг в целом?",
    ];
    let found = recognize(None, &[&family, &["01.02.2025", "МБУК", "5", "5", "5", "4"]]);
    assert_eq!(code(found), ["other-survey"]);
    let results = ["Наименование организации", "Критерий 1", "Критерий 2", "Критерий 3", "Общий балл"];
    assert_eq!(code(recognize(None, &[&results, &["МБУК", "40,5", "60", "42,1", "142,6"]])), ["old-scale-results"]);
    assert_eq!(code(recognize(None, &[&results, &["МБУК", "7,2", "8", "9,1", "7,7"]])), ["old-scale-results"]);
    assert_eq!(code(recognize(None, &[&results, &["МБУК", "97,2", "80", "91", "87,7"]])), ["results-not-answers"]);
}
