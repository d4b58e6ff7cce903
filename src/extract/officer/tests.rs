use super::*;

#[test]
fn a_person_with_a_post() {
    let officers = read("Директор Иванов И.И., завхоз Сидоров П.П.");
    let parts: Vec<_> = officers.iter().map(|o| (o.person.as_deref(), o.position.as_deref())).collect();
    assert_eq!(parts, [(Some("Иванов И.И."), Some("Директор")), (Some("Сидоров П.П."), Some("завхоз"))]);
}
