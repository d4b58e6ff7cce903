//! A plan as its author means it, before any layout.

use serde_json::json;

use crate::region::{Organization, Sector};
use crate::words::{MEASURES, MEN, POSTS, SECTIONS, SURNAMES, WOMEN};
use crate::{Dice, Failure, docx, sheet, text};

/// One way to lay a plan out.
#[derive(Clone, Copy)]
pub(crate) struct Layout {
    pub(crate) extension: &'static str,
    /// Whether officers are named in full.
    pub(crate) full_names: bool,
    pub(crate) render: fn(&Plan) -> Result<Vec<u8>, Failure>,
}

/// The layouts, in turn.
pub(crate) const LAYOUTS: &[Layout] = &[
    Layout { extension: "docx", full_names: true, render: docx::official_form },
    Layout { extension: "docx", full_names: false, render: docx::numbered_table },
    Layout { extension: "xlsx", full_names: false, render: sheet::plan },
    Layout { extension: "html", full_names: false, render: text::word_page },
    Layout { extension: "txt", full_names: false, render: text::pipe_table },
    Layout { extension: "docx", full_names: false, render: docx::officer_before_deadline },
    Layout { extension: "txt", full_names: false, render: text::numbered_list },
    Layout { extension: "txt", full_names: false, render: text::tab_table },
];

/// A plan.
pub(crate) struct Plan {
    pub(crate) organization: Organization,
    /// «2026 год» or «2025-2026 учебный год».
    pub(crate) period: &'static str,
    pub(crate) approver: Person,
    /// Day and month of the approval.
    pub(crate) approved: (u32, &'static str, i32),
    pub(crate) items: Vec<Item>,
}

/// A measure.
pub(crate) struct Item {
    pub(crate) section: usize,
    pub(crate) deficiency: &'static str,
    pub(crate) measure: &'static str,
    pub(crate) result: &'static str,
    pub(crate) deadline: Term,
    pub(crate) officer: Person,
    pub(crate) post: &'static str,
}

/// A person.
#[derive(Clone, Debug)]
pub(crate) struct Person {
    pub(crate) surname: String,
    pub(crate) name: &'static str,
    pub(crate) patronymic: &'static str,
}

impl Person {
    pub(crate) fn short(&self) -> String {
        format!("{} {}", self.surname, self.initials())
    }

    pub(crate) fn initials_first(&self) -> String {
        format!("{} {}", self.initials(), self.surname)
    }

    pub(crate) fn full(&self) -> String {
        format!("{} {} {}", self.surname, self.name, self.patronymic)
    }

    fn initials(&self) -> String {
        let first = |word: &str| word.chars().next().unwrap_or('А');
        format!("{}.{}.", first(self.name), first(self.patronymic))
    }
}

/// A deadline with its reading.
#[derive(Clone, Debug)]
pub(crate) struct Term {
    pub(crate) text: &'static str,
    kind: &'static str,
    start: Option<&'static str>,
    end: Option<&'static str>,
    unit: Option<&'static str>,
}

const fn dated(text: &'static str, end: &'static str) -> Term {
    Term { text, kind: "date", start: None, end: Some(end), unit: None }
}

const fn spanning(text: &'static str, start: &'static str, end: &'static str) -> Term {
    Term { text, kind: "period", start: Some(start), end: Some(end), unit: None }
}

const CALENDAR: &[Term] = &[
    dated("до 1 июля 2026 года", "2026-07-01"),
    dated("15.09.2026", "2026-09-15"),
    dated("не позднее 30 июня 2026 г.", "2026-06-30"),
    spanning("II квартал 2026 г.", "2026-04-01", "2026-06-30"),
    spanning("сентябрь-октябрь 2026 года", "2026-09-01", "2026-10-31"),
    spanning("в течение года", "2026-01-01", "2026-12-31"),
    Term { text: "ежеквартально", kind: "recurring", start: None, end: None, unit: Some("quarter") },
    Term { text: "постоянно", kind: "continuous", start: None, end: None, unit: None },
    dated("до 25 декабря", "2026-12-25"),
    Term {
        text: "при наличии финансирования", kind: "conditional", start: None, end: None, unit: None
    },
];

const SCHOOL: &[Term] = &[
    spanning("сентябрь", "2025-09-01", "2025-09-30"),
    dated("до 20 марта", "2026-03-20"),
    spanning("в течение учебного года", "2025-09-01", "2026-08-31"),
    Term { text: "ежемесячно", kind: "recurring", start: None, end: None, unit: Some("month") },
    dated("до 1 ноября 2025 года", "2025-11-01"),
    spanning("июнь - август", "2026-06-01", "2026-08-31"),
];

/// An invented person.
fn person(dice: &mut Dice) -> Person {
    let surname = *dice.one(SURNAMES);
    let woman = dice.chance(70);
    let (name, patronymic) = *dice.one(if woman { WOMEN } else { MEN });
    let surname = if woman { surname.to_owned() } else { surname.trim_end_matches('а').to_owned() };
    Person { surname, name, patronymic }
}

/// A plan for an organization.
pub(crate) fn plan(organization: &Organization, index: usize, dice: &mut Dice) -> Plan {
    let school = organization.sector == Sector::Education && index % 4 == 1;
    let terms = if school { SCHOOL } else { CALENDAR };
    let staff: Vec<(Person, &'static str)> = (0..4).map(|_| (person(dice), *dice.one(POSTS))).collect();
    let mut items = Vec::new();
    for (section, measures) in MEASURES.iter().enumerate() {
        for (deficiency, measure, result) in measures.iter().copied().filter(|_| dice.chance(55)).collect::<Vec<_>>() {
            let (officer, post) = dice.one(&staff).clone();
            items.push(Item { section, deficiency, measure, result, deadline: dice.one(terms).clone(), officer, post });
        }
    }
    Plan {
        organization: organization.clone(),
        period: if school { "2025-2026 учебный год" } else { "2026 год" },
        approver: person(dice),
        approved: if school { (29, "августа", 2025) } else { (20, "января", 2026) },
        items,
    }
}

impl Plan {
    /// The title, its lines joined by a space.
    pub(crate) fn title(&self) -> [String; 3] {
        [
            "ПЛАН".to_owned(),
            "по устранению недостатков, выявленных в ходе независимой оценки качества условий оказания услуг"
                .to_owned(),
            format!("{} на {}", self.organization.genitive(), self.period),
        ]
    }

    /// The stamp of approval, line by line.
    pub(crate) fn stamp(&self) -> [String; 4] {
        let (day, month, year) = self.approved;
        [
            "УТВЕРЖДАЮ".to_owned(),
            format!("Директор {}", self.organization.short_name()),
            format!("______________ {}", self.approver.initials_first()),
            format!("«{day}» {month} {year} г."),
        ]
    }

    /// Measures section by section.
    pub(crate) fn sections(&self) -> Vec<(&'static str, Vec<&Item>)> {
        SECTIONS
            .iter()
            .enumerate()
            .map(|(number, title)| (*title, self.items.iter().filter(|i| i.section == number).collect::<Vec<_>>()))
            .filter(|(_, items)| !items.is_empty())
            .collect()
    }

    /// What must be read from the plan, a line a measure, in the form of the extraction gold.
    pub(crate) fn truth(&self, document: &str, full_names: bool, out: &mut String) -> Result<(), Failure> {
        for (index, item) in self.items.iter().enumerate() {
            let term = &item.deadline;
            let person = if full_names { item.officer.full() } else { item.officer.short() };
            let line = json!({
                "document": document,
                "ordinal": index + 1,
                "section": SECTIONS[item.section],
                "lead": null,
                "measure": item.measure,
                "deadline_raw": term.text,
                "deadline": { "kind": term.kind, "start": term.start, "end": term.end, "period_unit": term.unit, "period_count": term.unit.map(|_| 1) },
                "officers": [{ "person": person, "position": item.post, "unit": null }],
            });
            out.push_str(&serde_json::to_string(&line)?);
            out.push('\n');
        }
        Ok(())
    }
}
