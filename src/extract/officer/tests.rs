//! Grades and rules of officers, where the readings themselves are not enough.

use super::*;

fn rules(text: &str) -> Vec<(String, Grade)> {
    read(text).into_iter().map(|officer| (officer.rule, officer.grade)).collect()
}

#[test]
fn rules_and_grades_tell_how_it_was_read() {
    let cases: &[(&str, &[(&str, Grade)])] = &[
        ("Директор Рулёв А.А.", &[("person-and-post", Grade::A)]),
        ("Директор Рулёв А.А., завхоз", &[("person-and-post", Grade::B), ("post", Grade::B)]),
        ("Методисты Рулёв А.А., Тулин Б.Б.", &[("shared-post", Grade::B), ("shared-post", Grade::B)]),
        ("Отдел кадров", &[("body", Grade::A)]),
        ("Отдел кадров (А.А. Рулёв)", &[("head-of-unit", Grade::A)]),
        ("МЦБ (специалисты библиотек)", &[("unit-and-post", Grade::A)]),
        ("Рулёв А.А.", &[("person", Grade::A)]),
        ("руково- дитель", &[("post", Grade::C)]),
    ];
    for (text, expected) in cases {
        let expected: Vec<_> = expected.iter().map(|(rule, grade)| ((*rule).to_owned(), *grade)).collect();
        assert_eq!(rules(text), expected, "{text}");
    }
}

#[test]
fn a_party_keeps_its_own_text() {
    let raw: Vec<String> =
        read("Заместителю директора Рулёву А.А., отделу кадров (А.Б. Тулин)").into_iter().map(|o| o.raw).collect();
    assert_eq!(raw, ["Заместителю директора Рулёву А.А.", "отделу кадров (А.Б. Тулин)"]);
}

#[test]
fn a_post_in_front_ends_a_shared_list() {
    let positions: Vec<_> =
        read("Директор Рулёв А.А., Тулин Б.Б., Фирсова В.В. – методисты").into_iter().map(|o| o.position).collect();
    assert_eq!(positions, ["Директор", "методист", "методист"].map(|p| Some(p.to_owned())));
}
