//! «Бабич Л.Л., художник» in a plan that elsewhere has «Научный сотрудник Бабич Л.Л.»: the artist is somebody else.

use std::collections::HashMap;

use crate::language::fold::fold;
use crate::model::{Grade, Measure, Officer};

/// The rule that parts such a pair.
const POST_OF_ANOTHER: &str = "post-of-another";

/// Parts a person from the post behind the comma where the plan gives that person another post and never this one.
pub(super) fn part(measures: &mut [Measure]) {
    let mut posts: HashMap<String, Vec<String>> = HashMap::new();
    for officer in measures.iter().flat_map(|measure| &measure.officers).filter(|officer| !name_before_comma(officer)) {
        if let (Some(person), Some(position)) = (&officer.person, &officer.position) {
            posts.entry(fold(person)).or_default().push(fold(position));
        }
    }
    for measure in measures {
        let is_another = |officer: &Officer| {
            let (Some(person), Some(position)) = (&officer.person, &officer.position) else { return false };
            let position = fold(position);
            let known = posts.get(&fold(person)).map_or(&[][..], Vec::as_slice);
            let related = |known: &String| known.contains(&position) || position.contains(known.as_str());
            name_before_comma(officer) && !known.is_empty() && !known.iter().any(related)
        };
        if !measure.officers.iter().any(is_another) {
            continue;
        }
        let officers = std::mem::take(&mut measure.officers);
        measure.officers = officers
            .into_iter()
            .flat_map(|officer| if is_another(&officer) { parted(officer) } else { vec![officer] })
            .collect();
        measure.grade = measure.grade.max(Grade::B);
        measure.rules.push(POST_OF_ANOTHER.to_owned());
        measure.rules.sort_unstable();
        measure.rules.dedup();
    }
}

/// Whether an officer is written «Бабич Л.Л., художник».
fn name_before_comma(officer: &Officer) -> bool {
    let surname = officer.person.as_deref().and_then(|person| person.split_whitespace().next()).unwrap_or_default();
    let name = officer.raw.split(',').next().unwrap_or_default();
    let initials_only = |word: &str| word.contains('.') || word.chars().count() == 1;
    officer.raw.contains(',') && name.split_whitespace().all(|word| initials_only(word) || fold(word) == fold(surname))
}

fn parted(officer: Officer) -> Vec<Officer> {
    let grade = officer.grade.max(Grade::B);
    let inferred = Officer { rule: POST_OF_ANOTHER.to_owned(), grade, ..officer };
    let alone = Officer { position: None, unit: None, ..inferred.clone() };
    vec![alone, Officer { person: None, ..inferred }]
}

#[cfg(test)]
mod tests {
    use crate::extract::measures::draft::Draft;
    use crate::extract::measures::readings;
    use crate::extract::officer;
    use crate::model::Plan;

    fn parties(cells: &[&str]) -> Vec<Vec<(Option<String>, Option<String>)>> {
        let draft = |cell: &&str| Draft {
            text: "Обновить стенд".to_owned(),
            officer: super::super::draft::Source::own(cell),
            ..Draft::default()
        };
        assert!(cells.iter().all(|cell| !officer::read(cell).is_empty()));
        let measures = readings::measures(cells.iter().map(draft).collect(), &Plan::default(), 1);
        measures.into_iter().map(|m| m.officers.into_iter().map(|o| (o.person, o.position)).collect()).collect()
    }

    #[test]
    fn a_post_that_is_somebody_elses() {
        let some = |text: &str| Some(text.to_owned());
        let read = parties(&["Научный сотрудник Рулёв А.А.", "Рулёв А.А., художник"]);
        assert_eq!(read[1], [(some("Рулёв А.А."), None), (None, some("художник"))]);
        let read = parties(&["Художник Рулёв А.А.", "Рулёв А.А., художник"]);
        assert_eq!(read[1], [(some("Рулёв А.А."), some("художник"))]);
        let read = parties(&["Рулёв А.А., методист", "Рулёв А.А., художник"]);
        assert_eq!(read[1], [(some("Рулёв А.А."), some("художник"))]);
    }
}
