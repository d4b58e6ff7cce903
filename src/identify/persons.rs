//! The same person, however written, is one person within one organization.
//!
//! «Иванова Ирина Ивановна», «Иванова И.И.» and a lone «Иванова» are one where nobody else bears the surname; two people
//! of one surname and different initials stay apart, and what could be either of them stays alone.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use sha2::{Digest, Sha256};

use crate::language::fold::fold;
use crate::language::person::Name;
use crate::model::{Measure, PersonRow, Progress, Submission};
use crate::schedule::is_overdue;

/// Everybody named as responsible, by organization and name.
pub fn persons(submissions: &[Submission], as_of: NaiveDate) -> Vec<PersonRow> {
    let mut mentions: BTreeMap<Option<&str>, Vec<Mention<'_>>> = BTreeMap::new();
    for submission in submissions {
        for (at, plan) in submission.facts.plans.iter().enumerate() {
            let organization = submission.plan_organizations.get(at).and_then(Option::as_deref);
            let of_organization = mentions.entry(organization).or_default();
            for measure in &plan.measures {
                of_organization.extend(mentions_in(measure, as_of));
            }
        }
    }
    let mut rows: Vec<PersonRow> = mentions
        .into_iter()
        .flat_map(|(organization, mentions)| bearers(mentions).into_iter().map(move |bearer| bearer.row(organization)))
        .collect();
    rows.sort_by(|a, b| {
        (&a.organization_id, &a.person, &a.person_id).cmp(&(&b.organization_id, &b.person, &b.person_id))
    });
    rows
}

/// One naming of one person in one measure.
struct Mention<'a> {
    name: Name<'a>,
    position: Option<&'a str>,
    overdue: bool,
}

/// The people of a measure, each once.
fn mentions_in(measure: &Measure, as_of: NaiveDate) -> Vec<Mention<'_>> {
    let overdue = measure.status != Progress::Complete
        && !measure.deadlines.is_empty()
        && measure.deadlines.iter().all(|deadline| is_overdue(deadline, as_of));
    let mut found: Vec<Mention<'_>> = Vec::new();
    for officer in &measure.officers {
        let Some(name) = officer.person.as_deref().and_then(Name::parse) else { continue };
        if found.iter().all(|mention| mention.name.key() != name.key()) {
            found.push(Mention { name, position: officer.position.as_deref(), overdue });
        }
    }
    found
}

/// One person with all namings.
struct Bearer<'a> {
    name: Name<'a>,
    positions: BTreeMap<String, (u32, &'a str)>,
    measures: u32,
    overdue: u32,
}

impl<'a> Bearer<'a> {
    fn new(name: Name<'a>) -> Self {
        Self { name, positions: BTreeMap::new(), measures: 0, overdue: 0 }
    }

    fn add(&mut self, mention: &Mention<'a>) {
        self.measures += 1;
        self.overdue += u32::from(mention.overdue);
        if let Some(position) = mention.position {
            self.positions.entry(fold(position)).or_insert((0, position)).0 += 1;
        }
    }

    fn row(self, organization: Option<&str>) -> PersonRow {
        // Of posts met equally often the longer tells more; then the order of the alphabet.
        let usual = self.positions.iter().max_by_key(|(folded, (times, _))| (*times, folded.len()));
        let (surname, initials) = self.name.key();
        let initials: String = initials.iter().collect();
        let mut hash = Sha256::new();
        for part in [organization.unwrap_or_default(), surname, &initials, &self.name.rest.join(" ")] {
            hash.update(part.as_bytes());
            hash.update([0]);
        }
        let id = hash.finalize().iter().take(8).fold(String::from("p"), |id, byte| id + &format!("{byte:02x}"));
        PersonRow {
            person_id: id,
            person: self.name.written.to_owned(),
            position: usual.map(|(_, (_, position))| (*position).to_owned()),
            organization_id: organization.map(str::to_owned),
            measures: self.measures,
            overdue: self.overdue,
        }
    }
}

/// The people of one organization. The fullest names come first, so that every shorter one finds all who may bear it.
fn bearers(mut mentions: Vec<Mention<'_>>) -> Vec<Bearer<'_>> {
    mentions.sort_by(|a, b| b.name.completeness().cmp(&a.name.completeness()).then_with(|| a.name.cmp(&b.name)));
    let mut out: Vec<Bearer<'_>> = Vec::new();
    let mut by_surname: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for mention in &mentions {
        let namesakes = by_surname.entry(mention.name.surname.clone()).or_default();
        let exact = namesakes.iter().copied().find(|&at| out[at].name.rest == mention.name.rest);
        let mut agreeing = namesakes.iter().copied().filter(|&at| out[at].name.agrees(&mention.name));
        let only = agreeing.next().filter(|_| agreeing.next().is_none());
        let at = exact.or(only).unwrap_or_else(|| {
            out.push(Bearer::new(mention.name.clone()));
            namesakes.push(out.len() - 1);
            out.len() - 1
        });
        out[at].add(mention);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn groups(names: &[&'static str]) -> Vec<(String, u32)> {
        let mentions = names
            .iter()
            .filter_map(|name| Name::parse(name))
            .map(|name| Mention { name, position: None, overdue: false })
            .collect();
        bearers(mentions).into_iter().map(|bearer| (bearer.name.written.to_owned(), bearer.measures)).collect()
    }

    #[test]
    fn ways_of_writing_are_one_person() {
        assert_eq!(groups(&["Ежова И.И.", "Ёжова Ирина Игоревна", "Ежова"]), [("Ёжова Ирина Игоревна".to_owned(), 3)]);
    }

    #[test]
    fn different_initials_stay_apart() {
        assert_eq!(
            groups(&["Ежова И.И.", "Ежова П.П.", "Ежова П.П."]),
            [("Ежова И.И.".to_owned(), 1), ("Ежова П.П.".to_owned(), 2)]
        );
    }

    #[test]
    fn a_bare_surname_with_two_bearers_stays_alone() {
        assert_eq!(groups(&["Ежова И.И.", "Ежова П.П.", "Ежова"]).len(), 3);
    }

    #[test]
    fn whole_names_of_one_initial_stay_apart() {
        assert_eq!(groups(&["Ежова Ирина Игоревна", "Ежова Инна Игоревна", "Ежова И.И."]).len(), 3);
    }

    fn measure(status: Progress, officers: &[(&str, &str)]) -> Measure {
        let mut deadline = crate::model::Deadline::new(crate::model::DeadlineKind::Date, "01.02.2025", "date");
        deadline.end_date = NaiveDate::from_ymd_opt(2025, 2, 1);
        let officers = officers
            .iter()
            .map(|(person, position)| crate::model::Officer {
                person: Some((*person).to_owned()),
                position: Some((*position).to_owned()),
                ..crate::model::Officer::new(person, "person-and-post")
            })
            .collect();
        Measure {
            ordinal: 1,
            place: crate::model::Location::default(),
            number: None,
            section: None,
            lead: None,
            criterion: None,
            indicator: None,
            deficiency: None,
            text: "Разместить план".to_owned(),
            deadline_raw: None,
            deadlines: vec![deadline],
            officers_raw: None,
            officers,
            expected_result: None,
            progress: None,
            completed_raw: None,
            completed_on: None,
            status,
            verifiability: None,
            grade: crate::model::Grade::A,
            rules: Vec::new(),
        }
    }

    #[test]
    fn measures_are_counted_and_the_usual_post_is_kept() {
        let measures = [
            measure(Progress::Complete, &[("Ежова И.И.", "методист")]),
            measure(Progress::Partial, &[("Ежова Ирина Игоревна", "методист"), ("Ежова И.И.", "методист")]),
            measure(Progress::Partial, &[("Ежова", "и.о. директора")]),
        ];
        let as_of = NaiveDate::from_ymd_opt(2025, 3, 1).expect("a date");
        let mentions = measures.iter().flat_map(|measure| mentions_in(measure, as_of)).collect();
        let rows: Vec<_> = bearers(mentions).into_iter().map(|bearer| bearer.row(Some("1"))).collect();
        assert_eq!(rows.len(), 1);
        assert_eq!((rows[0].measures, rows[0].overdue), (3, 2));
        assert_eq!(rows[0].position.as_deref(), Some("методист"));
        assert_eq!(rows[0].person, "Ежова Ирина Игоревна");
    }

    #[test]
    fn an_id_tells_no_name() {
        let row = Bearer::new(Name::parse("Ежова И.И.").expect("a name")).row(Some("1"));
        assert!(row.person_id.is_ascii());
    }
}
