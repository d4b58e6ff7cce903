//! Examples of rules to cases: a tiny notation that a reader of `svod explain` understands too.
//!
//! ```text
//! План: МБУК «Библиотека» (культура), 2025 год        a plan, a file of its own
//! Заголовок: План мероприятий по итогам оценки
//! Утверждён: 17.01.2025, директор Ершова О.Н.
//! Графы: Недостатки | Мероприятие | Срок
//! II. Комфортность условий                             a section of criterion II
//! 1. Установить кулер | до 01.07.2025 | директор Ершова О.Н. | выполнено 20.05.2025
//! Недостаток: Нет пандуса                              a row of the table with a deficiency and no measure
//! Ввод: Обеспечить ... путём размещения на сайте:      a lead-in; its bullets begin with «- »
//! Чек-лист (сайт): копия устава — нет
//! Опрос: 4.1 — 75
//! Показатель: 3.1 — 40                                conditions counted, not named
//! Сайт: Копия устава                                   a heading on a saved page
//! ```

use chrono::NaiveDate;
use num_rational::BigRational;

use super::{Case, Checked, check};
use crate::law::{Law, built_in};
use crate::model::*;

/// The day as of which examples hold.
pub(super) const AS_OF: NaiveDate = NaiveDate::from_ymd_opt(2025, 6, 15).expect("a day of the calendar");

/// The built-in law.
pub(super) fn law() -> Law {
    Law::parse(built_in())
        .unwrap_or_else(|errors| panic!("{}", errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")))
}

/// What an example is made of.
#[derive(Debug, Default)]
pub(super) struct Example {
    pub(super) submissions: Vec<Submission>,
    pub(super) organizations: Vec<Organization>,
    pub(super) scores: Vec<Score>,
}

impl Example {
    pub(super) fn checked(&self, law: &Law, as_of: NaiveDate) -> Checked {
        check(&Case {
            submissions: &self.submissions,
            organizations: &self.organizations,
            scores: &self.scores,
            law,
            as_of,
        })
    }

    fn organization(&mut self, text: &str) -> String {
        let (name, sector) = match text.rsplit_once(" (") {
            Some((name, sector)) => (name, Sector::ALL.into_iter().find(|s| sector.starts_with(s.title()))),
            None => (text, None),
        };
        if self.organizations.iter().all(|o| o.id != name) {
            self.organizations.push(Organization {
                id: name.to_owned(),
                name: name.to_owned(),
                sector,
                ..Default::default()
            });
        }
        name.to_owned()
    }

    fn file(&mut self, kind: Kind) -> &mut Submission {
        let path = format!("файл-{}.docx", self.submissions.len() + 1);
        let source = SourceFile { path, sha256: String::new(), bytes: 0 };
        self.submissions.push(Submission {
            page_organization: None,
            facts: FileFacts { kind, ..FileFacts::new(source) },
            plan_organizations: Vec::new(),
            answer_organizations: Vec::new(),
            check_list_organizations: Vec::new(),
        });
        self.submissions.last_mut().expect("just pushed")
    }

    fn plan(&mut self) -> &mut Plan {
        let with_plan = self.submissions.iter_mut().rev().find_map(|s| s.facts.plans.last_mut());
        with_plan.expect("«План:» comes first")
    }

    fn page(&mut self, heading: &str) {
        let organization = self.organizations.last().expect("an organization comes first").id.clone();
        let file = self.file(Kind::Page);
        file.facts.page = Some(Page { names: vec![heading.to_owned()], ..Page::default() });
        file.page_organization = Some(organization);
    }

    fn check_list(&mut self, second: bool, topic: CheckTopic, item: &str, answer: &str) {
        let organization = self.organizations.last().expect("an organization comes first").id.clone();
        let lists = self.submissions.iter().filter(|s| !s.facts.check_lists.is_empty()).count();
        if lists <= usize::from(second) {
            let row = CheckListRow { organization: organization.clone(), row: 2, ..CheckListRow::default() };
            let list = CheckList {
                place: Location::default().in_sheet(Some("Чек-лист")),
                rows: vec![row],
                ..CheckList::default()
            };
            let file = self.file(Kind::Checklist);
            file.facts.check_lists.push(list);
            file.check_list_organizations.push(vec![Some(organization)]);
        }
        let list = self.submissions.iter_mut().rev().find_map(|s| s.facts.check_lists.last_mut()).expect("just made");
        let column = list.items.len() as u32 + 2;
        list.items.push(CheckItem { topic, text: item.to_owned(), column });
        list.rows[0].met.push(match answer {
            "да" => Some(true),
            "нет" => Some(false),
            _ => None,
        });
    }
}

/// Reads an example.
pub(super) fn example(text: &str) -> Example {
    let mut example = Example::default();
    let (mut section, mut lead): (Option<String>, Option<String>) = (None, None);
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if let Some(rest) = line.strip_prefix("План: ") {
            (section, lead) = (None, None);
            start_plan(&mut example, rest);
        } else if let Some(rest) = line.strip_prefix("Организация: ") {
            example.organization(rest);
        } else if let Some(rest) = line.strip_prefix("Утверждён: ") {
            approve(example.plan(), rest);
        } else if let Some(rest) = line.strip_prefix("Заголовок: ") {
            example.plan().title = Some(Located::new(rest.to_owned(), Location::paragraph(1)));
        } else if let Some(rest) = line.strip_prefix("Графы: ") {
            example.plan().columns = rest.split(" | ").map(str::to_owned).collect();
        } else if let Some(rest) = line.strip_prefix("Недостаток: ") {
            let place = Location::table(1).at_row(example.plan().measures.len() as u32 + 2);
            example.plan().unanswered.push(Located::new(rest.to_owned(), place));
        } else if let Some(rest) = line.strip_prefix("Ввод: ") {
            lead = Some(rest.to_owned());
        } else if let Some(rest) = line.strip_prefix("Чек-лист") {
            let (channel, rest) = rest.split_once("): ").expect("«Чек-лист (сайт): пункт — нет»");
            let (second, topic) = channel.split_once('(').expect("a topic in brackets");
            let (item, answer) = rest.rsplit_once(" — ").expect("an answer after a dash");
            example.check_list(second.contains("второй"), topic_of(topic), item, answer);
        } else if let Some(rest) = line.strip_prefix("Сайт: ") {
            example.page(rest);
        } else if let Some(rest) = line.strip_prefix("Опрос: ").or_else(|| line.strip_prefix("Показатель: "))
        {
            let (code, value) = rest.split_once(" — ").expect("«Опрос: 4.1 — 75»");
            let organization_id = example.organizations.last().expect("an organization comes first").id.clone();
            example.scores.push(score(organization_id, code, value.parse().expect("a whole number")));
        } else if line.starts_with(['I', 'V']) {
            (section, lead) = (Some(line.to_owned()), None);
        } else {
            let measure = measure(example.plan(), line, section.as_deref(), lead.as_deref());
            example.plan().measures.push(measure);
        }
    }
    example
}

fn start_plan(example: &mut Example, text: &str) {
    let (name, year) = match text.rsplit_once(", ") {
        Some((name, year)) => (Some(name), Some(year)),
        None if text.ends_with("год") => (None, Some(text)),
        None => (Some(text), None),
    };
    let organization = name.map(|name| example.organization(name));
    let year: Option<i32> = year.and_then(|year| year.split(' ').next()).and_then(|year| year.parse().ok());
    let period = year.and_then(|year| {
        let (start, end) = (NaiveDate::from_ymd_opt(year, 1, 1)?, NaiveDate::from_ymd_opt(year, 12, 31)?);
        Some(Period { start, end, school_year: false })
    });
    let file = example.file(Kind::Plan);
    file.facts.plans.push(Plan {
        ordinal: 1,
        organization: organization.clone().map(|name| Located::new(name, Location::paragraph(2))),
        period,
        place: Location::paragraph(1),
        ..Plan::default()
    });
    file.plan_organizations.push(organization);
}

fn approve(plan: &mut Plan, text: &str) {
    let (on, by) = match text.split_once(", ") {
        Some((on, by)) => (date(on), by),
        None => (None, text),
    };
    let officer = officer(by).expect("a person");
    plan.approved_on = on.map(|on| Located::new(on, Location::paragraph(1)));
    plan.approved_by = officer.person.map(|person| Located::new(person, Location::paragraph(1)));
    plan.approved_post = officer.position;
}

fn measure(plan: &Plan, line: &str, section: Option<&str>, lead: Option<&str>) -> Measure {
    let mut cells = line.split(" | ");
    let text = cells.next().unwrap_or_default();
    let (number, text) = match text.split_once(' ') {
        Some((number, rest)) if number.ends_with('.') && number.len() <= 3 => (Some(number.to_owned()), rest),
        Some(("-", rest)) => (None, rest),
        _ => (None, text),
    };
    let (deadline, officers, progress) = (cells.next(), cells.next().and_then(officer), cells.next());
    let ordinal = plan.measures.len() as u32 + 1;
    Measure {
        ordinal,
        place: Location::table(1).at_row(ordinal + 1),
        number,
        section: section.map(str::to_owned),
        lead: lead.map(str::to_owned).filter(|_| line.starts_with('-')),
        criterion: section.map(criterion),
        indicator: None,
        deficiency: None,
        text: text.to_owned(),
        deadline_raw: deadline.map(str::to_owned),
        deadlines: vec![read_deadline(deadline.unwrap_or_default())],
        officers_raw: None,
        officers: officers.into_iter().collect(),
        expected_result: None,
        progress: progress.map(str::to_owned),
        completed_raw: None,
        completed_on: progress.and_then(|text| date(text.rsplit(' ').next()?)),
        status: progress.map_or(Progress::NoEvidence, |_| Progress::Complete),
        verifiability: None,
        grade: Grade::A,
        rules: Vec::new(),
    }
}

fn criterion(section: &str) -> u8 {
    match section.split('.').next() {
        Some("I") => 1,
        Some("II") => 2,
        Some("III") => 3,
        Some("IV") => 4,
        _ => 5,
    }
}

fn topic_of(text: &str) -> CheckTopic {
    match text {
        "сайт" => CheckTopic::Site,
        "стенд" => CheckTopic::Stand,
        "связь" => CheckTopic::Remote,
        "комфорт" => CheckTopic::Comfort,
        "оборудование" => CheckTopic::Equipment,
        _ => CheckTopic::Accessibility,
    }
}

fn score(organization_id: String, code: &str, value: u32) -> Score {
    Score {
        organization_id,
        code: code.to_owned(),
        value: Some(BigRational::from_integer(value.into())),
        numerator: None,
        denominator: None,
        n: None,
        low: None,
        high: None,
        note: None,
        method_edition: "344n".to_owned(),
    }
}

fn date(text: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(text.trim_start_matches("до "), "%d.%m.%Y").ok()
}

/// The handful of wordings that examples need; the real reading is another stage's work.
fn read_deadline(text: &str) -> Deadline {
    let with = |kind: DeadlineKind| Deadline::new(kind, text, "example");
    if let Some((start, end)) = text.split_once('–') {
        return Deadline { start_date: date(start), end_date: date(end), ..with(DeadlineKind::Period) };
    }
    match text {
        "—" | "" => with(DeadlineKind::Absent),
        "постоянно" => with(DeadlineKind::Continuous),
        "в рабочем порядке" => with(DeadlineKind::Unrecognized),
        "в течение года" => Deadline {
            start_date: date("01.01.2025"),
            end_date: date("31.12.2025"),
            precision: Some(Precision::Year),
            ..with(DeadlineKind::Period)
        },
        _ if text.starts_with("ежемесячно") => {
            Deadline { end_date: text.rsplit(' ').next().and_then(date), ..with(DeadlineKind::Recurring) }
        }
        "до декабря 2025 года" => Deadline {
            end_date: date("30.11.2025"),
            ambiguous: true,
            reading: "Прочитано как «до начала декабря».".to_owned(),
            ..with(DeadlineKind::Date)
        },
        _ => match date(text) {
            Some(end) => Deadline { end_date: Some(end), bound: Some(Bound::Until), ..with(DeadlineKind::Date) },
            None => with(DeadlineKind::Invalid),
        },
    }
}

/// «директор Ершова О.Н.», «заместитель директора», «Громова И.В.», «Отдел обслуживания».
fn officer(text: &str) -> Option<Officer> {
    let words: Vec<&str> = text.split(' ').collect();
    let mut officer = Officer::new(text, "example");
    if text == "—" {
        return None;
    }
    if let [position @ .., surname, initials] = words.as_slice()
        && initials.ends_with('.')
    {
        officer.person = Some(format!("{surname} {initials}"));
        officer.position = (!position.is_empty()).then(|| position.join(" "));
    } else if text.starts_with("Отдел") {
        officer.unit = Some(text.to_owned());
    } else {
        officer.position = Some(text.to_owned());
    }
    Some(officer)
}
