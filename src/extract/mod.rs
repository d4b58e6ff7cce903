//! What was recognized to facts: measures with deadlines and officers, answers, check-lists, registers.

use crate::law::Law;
use crate::model::{Alias, Answers, CheckList, Document, Plan, Recognized, Register, Warned};

pub mod deadline;
pub mod officer;

mod aliases;
mod head;
mod measures;
mod survey;

pub use survey::name_after_file;

/// The facts of one document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// Plans and recommendations in document order.
    pub plans: Vec<Plan>,
    /// Sheets of answers.
    pub answers: Vec<Answers>,
    /// Check-lists.
    pub check_lists: Vec<CheckList>,
    /// Registers.
    pub registers: Vec<Register>,
    /// The user's own table of aliases.
    pub aliases: Vec<Alias>,
}

/// Turns what was recognized into facts. The name of the file tells what a document leaves out.
pub fn extract(document: &Document, recognized: &[Recognized], law: &Law, file_name: &str) -> Warned<Facts> {
    let mut facts = Warned::clean(Facts::default());
    for item in recognized {
        match item {
            Recognized::PlanTables { head, .. } | Recognized::PlanLines { head, .. } => {
                let mut plan = head::read(document, head);
                if recognized.len() == 1 {
                    head::complete(&mut plan, file_name);
                }
                let first = facts.value.plans.iter().map(|p| p.measures.len() as u32).sum::<u32>() + 1;
                let read = measures::read(document, item, plan, first);
                facts.warnings.extend(read.warnings);
                for mut plan in read.value {
                    let day = plan.approved_on.as_ref().map(|on| on.value).or(plan.period.map(|period| period.start));
                    plan.form = law.plan_form_followed(&plan.columns, day).map(|form| form.edition.id.clone());
                    plan.ordinal = facts.value.plans.len() as u32 + 1;
                    facts.value.plans.push(plan);
                }
            }
            Recognized::Aliases { .. } => facts.value.aliases.extend(aliases::read(document, item)),
            Recognized::Answers { .. }
            | Recognized::CheckList { .. }
            | Recognized::CheckCounts { .. }
            | Recognized::Register { .. } => {
                facts.warnings.extend(survey::read(document, item, &mut facts.value));
            }
        }
    }
    facts
}
