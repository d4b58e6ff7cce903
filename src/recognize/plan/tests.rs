//! What is a plan, and what its tables and columns are.

use super::*;
use crate::model::{Paragraph, TableBuilder};

fn paragraph(text: &str) -> Block {
    Block::Paragraph(Paragraph::plain(text))
}

fn table(rows: &[&[&str]]) -> Table {
    TableBuilder::from_rows(rows.iter().map(|row| row.iter())).finish().expect("small")
}

fn plan(number: &str, text: &str) -> Block {
    Block::Table(table(&[&["№", "Мероприятие", "Срок", "Ответственный"], &[number, text, "май 2025", "методист"]]))
}

fn plans(document: &Document) -> Vec<(PlanHead, Vec<PlanTable>)> {
    tables(document)
        .into_iter()
        .filter_map(|item| match item {
            Recognized::PlanTables { head, tables } => Some((head, tables)),
            _ => None,
        })
        .collect()
}

#[test]
fn several_plans_after_a_letter() {
    let document = Document::text(vec![
        paragraph("Уважаемая Анна Ивановна!"),
        paragraph("Направляем планы."),
        paragraph("Исп. Птицын, 1-22-33"),
        paragraph("УТВЕРЖДАЮ"),
        paragraph("ПЛАН библиотеки"),
        plan("1", "Обновить стенд"),
        paragraph("Ответственный за исполнение плана – заведующая"),
        paragraph("УТВЕРЖДАЮ"),
        paragraph("ПЛАН музея"),
        plan("1", "Покрасить забор"),
        paragraph("Директор"),
    ]);
    let heads = plans(&document).into_iter().map(|(head, _)| (head.before, head.after)).collect::<Vec<_>>();
    assert_eq!(heads, [(3..5, 6..7), (7..9, 10..11)]);
}

#[test]
fn tables_under_headings_are_one_plan() {
    let document = Document::text(vec![
        paragraph("План на 2025 год"),
        paragraph("1. Открытость"),
        plan("1", "Обновить стенд"),
        paragraph("2. Комфортность"),
        plan("2", "Покрасить забор"),
    ]);
    let plans = plans(&document);
    assert_eq!(plans.len(), 1);
    let sections = plans[0].1.iter().map(|t| t.section.as_deref()).collect::<Vec<_>>();
    assert_eq!(sections, [Some("1. Открытость"), Some("2. Комфортность")]);
}

#[test]
fn a_plan_inside_a_frame() {
    let inner = table(&[&["№", "Мероприятие", "Срок"], &["1", "Обновить стенд", "май 2025"]]);
    let mut frame = TableBuilder::new();
    frame.put(0, 0, "№ Мероприятие Срок\n1 Обновить стенд май 2025");
    frame.nest(0, 0, inner);
    let document = Document::text(vec![paragraph("План"), Block::Table(frame.finish().expect("small"))]);
    let plans = plans(&document);
    assert_eq!(plans[0].1[0].path, [(0, 0, 0)]);
    assert_eq!(plans[0].1[0].rows, 1..2);
}

#[test]
fn a_sheet_with_its_title_in_the_grid() {
    let sheet = table(&[
        &["", "", "УТВЕРЖДАЮ"],
        &["План клуба на 2025 год", "", ""],
        &["Мероприятие", "Срок", "Ответственный"],
        &["Обновить стенд", "май 2025", "методист"],
        &["", "", ""],
        &["Директор ______ Птицын", "", ""],
    ]);
    let scores = table(&[&["Показатель", "Баллы"], &["Открытость", "91"]]);
    let parts = [("Баллы", scores), ("План", sheet)]
        .into_iter()
        .map(|(name, table)| Part { name: Some(name.to_owned()), blocks: vec![Block::Table(table)] })
        .collect();
    let plans = plans(&Document { parts, page: None });
    assert_eq!(plans.len(), 1);
    let (head, tables) = &plans[0];
    assert_eq!((head.part, tables[0].rows.clone()), (1, 3..4));
    assert_eq!(
        head.grid_before.iter().map(|t| t.value.as_str()).collect::<Vec<_>>(),
        ["УТВЕРЖДАЮ", "План клуба на 2025 год"]
    );
    assert_eq!(head.grid_after[0].value, "Директор ______ Птицын");
    assert_eq!(head.grid_before[1].place.to_string(), "лист «План», строка 2, столбец 1");
}

#[test]
fn a_title_on_a_sheet_of_its_own() {
    let title = table(&[&["УТВЕРЖДАЮ"], &["Директор П.П. Птицын"], &["План клуба на 2025 год"]]);
    let criterion = |name: &str| {
        table(&[
            &[name, "", ""],
            &["Мероприятие", "Срок", "Ответственный"],
            &["Обновить стенд у входа", "май 2025", "методист"],
        ])
    };
    let parts = [("Титул", title), ("1", criterion("I. Открытость")), ("2", criterion("II. Комфортность"))]
        .into_iter()
        .map(|(name, table)| Part { name: Some(name.to_owned()), blocks: vec![Block::Table(table)] })
        .collect();
    let plans = plans(&Document { parts, page: None });
    assert_eq!(plans.len(), 1);
    let (head, tables) = &plans[0];
    assert_eq!(tables.len(), 2);
    let before = head.grid_before.iter().map(|text| text.value.as_str()).collect::<Vec<_>>();
    assert_eq!(before, ["УТВЕРЖДАЮ", "Директор П.П. Птицын", "План клуба на 2025 год", "I. Открытость"]);
    assert_eq!(head.grid_before[2].place.to_string(), "лист «Титул», строка 3, столбец 1");
}

#[test]
fn a_card_whose_deficiency_reads_like_a_heading() {
    let card = table(&[
        &["Недостаток", "Мало сведений о проводимых мероприятиях"],
        &["Мероприятие", "Размещать афишу на остановках"],
        &["Срок", "май 2025"],
        &["Ответственный", "методист"],
    ]);
    let plans = plans(&Document::text(vec![paragraph("План клуба на 2025 год"), Block::Table(card)]));
    assert_eq!(plans[0].1[0].labels.len(), 4);
}

#[test]
fn other_documents_hold_no_plan() {
    let price: &[&[&str]] = &[&["Наименование", "Цена", "Срок поставки"], &["Стол письменный", "1200", "10 дней"]];
    let signature: &[&[&str]] =
        &[&["ДОКУМЕНТ ПОДПИСАН ЭЛЕКТРОННОЙ ПОДПИСЬЮ", "Действителен: с 14.09.2021 до 14.12.2022"]];
    let stamps: &[&[&str]] = &[&["СОГЛАСОВАНО протокол от 20.01.2021", "УТВЕРЖДАЮ Директор"]];
    for rows in [price, signature, stamps] {
        let document = Document::text(vec![paragraph("Прайс-лист"), Block::Table(table(rows))]);
        assert!(plans(&document).is_empty(), "{rows:?}");
    }
}
