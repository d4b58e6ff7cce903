//! What holds for every survey round, whatever its answers.

mod round;

use std::collections::BTreeMap;

use num_rational::BigRational;
use num_traits::Zero;
use proptest::prelude::*;
use round::{Round, as_of, law, settings};
use svod::law::method::Method;
use svod::model::{
    Answers, Assessment, CheckItem, CheckList, CheckListRow, CheckTopic, FileFacts, Gain, Organization, Question,
    QuestionColumn, Respondent, Sector, SourceFile, Submission,
};
use svod::{rank, score};

/// Answers and marks of a made round: for each organization its respondents (a bit for each question answered, a bit for
/// each «Да») and its marks.
type Made = Vec<(Vec<(u16, u16)>, Vec<Option<bool>>)>;

fn made() -> impl Strategy<Value = Made> {
    let respondents = prop::collection::vec((any::<u16>(), any::<u16>()), 0..40);
    let marks = prop::collection::vec(prop::option::weighted(0.9, any::<bool>()), 24..=24);
    prop::collection::vec((respondents, marks), 1..5)
}

/// The files of a made round: rows in the order that `order` gives, so that organizations are mixed.
fn submission(made: &Made, order: impl Fn(&mut Vec<Respondent>), rows: impl Fn(&mut Vec<CheckListRow>)) -> Submission {
    let mut answers = Answers {
        organizations: (0..made.len()).map(name).collect(),
        questions: Question::ALL
            .iter()
            .filter(|q| **q != Question::InTime)
            .map(|&question| QuestionColumn { question, heading: String::new(), column: 1 })
            .collect(),
        ..Answers::default()
    };
    let mut list = CheckList {
        items: (0..24)
            .map(|i| CheckItem { topic: CheckTopic::ALL[i / 4], text: format!("пункт {i}"), column: i as u32 + 2 })
            .collect(),
        ..CheckList::default()
    };
    for (index, (respondents, marks)) in made.iter().enumerate() {
        for &(answered, yes) in respondents {
            let (answered, organization) = (answered & 0x7fff, Some(index as u32));
            answers.respondents.push(Respondent {
                organization,
                answered,
                yes: yes & answered,
                ..Respondent::default()
            });
        }
        list.rows.push(CheckListRow { organization: name(index), met: marks.clone(), ..CheckListRow::default() });
    }
    order(&mut answers.respondents);
    rows(&mut list.rows);
    let mut facts = FileFacts::new(SourceFile { path: "round.xlsx".to_owned(), sha256: String::new(), bytes: 0 });
    let ids = |names: &[String]| names.iter().map(|name| Some(name.clone())).collect::<Vec<_>>();
    let row_names: Vec<String> = list.rows.iter().map(|row| row.organization.clone()).collect();
    Submission {
        plan_organizations: Vec::new(),
        answer_organizations: vec![ids(&answers.organizations)],
        check_list_organizations: vec![ids(&row_names)],
        page_organization: None,
        facts: FileFacts { answers: vec![answers], check_lists: vec![list], ..std::mem::replace(&mut facts, empty()) },
    }
}

fn empty() -> FileFacts {
    FileFacts::new(SourceFile { path: String::new(), sha256: String::new(), bytes: 0 })
}

fn name(index: usize) -> String {
    format!("Организация {index}")
}

fn organizations(count: usize) -> Vec<Organization> {
    let organization =
        |i| Organization { id: name(i), name: name(i), sector: Some(Sector::Culture), ..Organization::default() };
    (0..count).map(organization).collect()
}

fn scored(submission: Submission, count: usize) -> Vec<Assessment> {
    score::score(&[submission], &organizations(count), law(), settings(), as_of())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// A known defect of spreadsheets: tables joined by the order of their rows.
    #[test]
    fn the_order_of_rows_changes_nothing(made in made(), turn in 0_usize..50) {
        let plain = scored(submission(&made, |_| {}, |_| {}), made.len());
        let shuffled = submission(
            &made,
            |respondents| {
                let by = turn % respondents.len().max(1);
                respondents.rotate_left(by);
                respondents.reverse();
            },
            |rows| rows.reverse(),
        );
        let shuffled = scored(shuffled, made.len());
        prop_assert_eq!(&plain, &shuffled);
        let all = organizations(made.len());
        prop_assert_eq!(rank::rank(&plain, &all), rank::rank(&shuffled, &all));
    }

    /// The other known defect: one organization without a «Да» deletes a column for everybody.
    #[test]
    fn one_organization_changes_nothing_for_the_others(made in made()) {
        let plain = scored(submission(&made, |_| {}, |_| {}), made.len());
        let mut more = made.clone();
        more.push((vec![(0x7fff, 0); 10], vec![Some(false); 24]));
        let with = scored(submission(&more, |_| {}, |_| {}), more.len());
        let others: Vec<_> = with.into_iter().filter(|a| a.organization_id != name(made.len())).collect();
        prop_assert_eq!(plain, others);
    }

    #[test]
    fn figures_stay_within_bounds_and_sums_within_their_parts(made in made()) {
        let hundred = BigRational::from_integer(100.into());
        let method = Method::on(&law().methods, as_of()).expect("a method");
        for assessment in scored(submission(&made, |_| {}, |_| {}), made.len()) {
            let values: BTreeMap<&str, &BigRational> =
                assessment.scores.iter().filter_map(|s| Some((s.code.as_str(), s.value.as_ref()?))).collect();
            for (code, value) in &values {
                prop_assert!((BigRational::zero()..=hundred.clone()).contains(*value), "{} {}", code, value);
            }
            for score in &assessment.scores {
                if let (Some(yes), Some(of)) = (score.numerator, score.denominator) {
                    prop_assert!(yes <= of, "{} {} of {}", score.code, yes, of);
                }
                if let (Some(low), Some(high)) = (score.low, score.high) {
                    prop_assert!((0.0..=100.0).contains(&low) && low <= high && high <= 100.0);
                }
            }
            for criterion in &method.criteria {
                let Some(&sum) = values.get(criterion.code.as_str()) else { continue };
                let parts: Vec<_> = method
                    .weights(criterion, Some(Sector::Culture))
                    .keys()
                    .filter_map(|code| values.get(code.as_str()).copied())
                    .collect();
                prop_assert!(parts.iter().any(|part| *part <= sum) && parts.iter().any(|part| *part >= sum));
            }
            if let Some(total) = values.get("S") {
                let criteria = ["K1", "K2", "K3", "K4", "K5"].map(|code| values[code].clone());
                let sum = criteria.into_iter().fold(BigRational::zero(), |sum, value| sum + value);
                prop_assert_eq!(sum / BigRational::from_integer(5.into()), (*total).clone());
            }
            for gain in &assessment.gains {
                prop_assert!(gain.points > BigRational::zero() && gain.total <= hundred);
            }
        }
    }
}

/// Draws depend on the organization alone: neither its neighbours nor repetition change a byte.
#[test]
fn draws_are_the_same_every_time() {
    let made: Made = vec![(vec![(0x7fff, 0x5555), (0x7fff, 0x7fff), (0x7fff, 0x2f0f)], vec![Some(true); 24])];
    let draws = |made: &Made| scored(submission(made, |_| {}, |_| {}), made.len())[0].draws.clone();
    let alone = draws(&made);
    assert_eq!(alone.len(), 60);
    assert!(alone.iter().any(|total| *total != alone[0]), "respondents differ, so draws must");
    let mut two = made.clone();
    two.push((vec![(0x7fff, 0)], vec![None; 24]));
    assert_eq!(draws(&two), alone);
}

/// What «объясни» prints of one figure: numbers, file, column, rule.
#[test]
fn a_figure_is_explained_down_to_its_file_and_column() {
    let round = Round::read(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/survey/worked"));
    let evidence = score::gather(&round.submissions, &round.organizations);
    let terms =
        score::Terms { method: round.method(), settings: settings(), round: score::round(&evidence), as_of: as_of() };
    let of = |name: &str| {
        let id = &round.organization(name).id;
        evidence.iter().find(|e| e.organization.id == *id).expect("evidence")
    };
    let library = of("МБУК «Приозёрская библиотека»");
    let text = score::explain(library, &terms, "1.3").expect("an indicator");
    for part in ["«Да» — 6 из 8", "«Да» — 4 из 5", "answers.csv", "столбец 4", "столбец 6", "77.50", "344н"]
    {
        assert!(text.contains(part), "{part} is not in:\n{text}");
    }
    let text = score::explain(library, &terms, "1.1").expect("an indicator");
    for part in ["Выполнено 2 из 3: checklist.csv", "Выполнено 3 из 4", "70.83"] {
        assert!(text.contains(part), "{part} is not in:\n{text}");
    }
    let museum = score::explain(of("МБУК «Музей Лесной стороны»"), &terms, "K3").expect("a criterion");
    assert!(museum.contains("88.57") && museum.contains("не рассчитан"), "{museum}");
    let theatre = of("ГАУК Театр «Зелёный фонарь»");
    assert!(score::explain(theatre, &terms, "4.1").is_none(), "not measured for this kind");
    assert!(score::explain(theatre, &terms, "K4").is_some_and(|text| text.contains("Расчётная величина")));
}

/// What closing a gap would give: the library's second equipment item is worth 20 · 0.3 / 5 = 1.2 points.
#[test]
fn gaps_are_worth_what_closing_them_gives() {
    let round = Round::read(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/survey/worked"));
    let id = &round.organization("МБУК «Приозёрская библиотека»").id;
    let assessment = round.assessments.iter().find(|a| a.organization_id == *id).expect("scored");
    let lifts = assessment.gains.iter().find(|g| g.item == "лифты и поручни").expect("an unmet item");
    assert_eq!(lifts.points, BigRational::new(12.into(), 10.into()));
    assert_eq!(lifts.topic, Some(CheckTopic::Equipment));
    let prospects = score::prospects(&round.assessments, &round.places);
    let prospects: Vec<_> = prospects.iter().filter(|p| p.organization_id == *id).collect();
    assert_eq!(prospects.len(), assessment.gains.len());
    let after = |gain: &Gain| prospects.iter().find(|p| p.gain == *gain).and_then(|p| p.place_after);
    assert_eq!(after(lifts), Some(3), "80.72 is still below 81.75");
    let best = &assessment.gains[0];
    assert!(assessment.gains.iter().all(|gain| gain.points <= best.points));
    assert_eq!(after(best), Some(1));
    assert!(prospects.iter().all(|p| p.scope.as_ref().is_some_and(|s| s.level == "sector") && p.place == Some(3)));
}

/// The sectors' and the municipality's figures are means.
#[test]
fn groups_are_means_of_means() {
    let round = Round::read(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/survey/worked"));
    let groups = score::groups(&round.assessments, &round.organizations);
    let of = |level: &str, code: &str| {
        let group = groups.iter().find(|g| g.scope.level == level && g.code == code);
        group.map(|g| (svod::model::two_decimals(&g.value), g.of))
    };
    // Sector: (79.51667 + 81.81429 + 81.75) / 3; the district has the library and the museum.
    assert_eq!(of("sector", "S"), Some(("81.03".to_owned(), 3)));
    assert_eq!(of("region", "S"), Some(("81.03".to_owned(), 1)));
    let district = groups.iter().find(|g| g.scope.name == "Приозёрский район" && g.code == "S").expect("a district");
    assert_eq!(svod::model::two_decimals(&district.value), "80.67");
}
