//! What was recognized to facts: measures with deadlines and officers, answers, check-lists, registers.

use crate::language::fold::fold;
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
                inherit_organization(&mut plan, &facts.value.plans);
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

/// A plan that names no organization is of the one that the plans before it in the file are of: the report on last
/// year's plan is headed by its name, and this year's plan follows.
fn inherit_organization(plan: &mut Plan, before: &[Plan]) {
    let (None, Some(last)) = (&plan.organization, before.last()) else { return };
    let name = |plan: &Plan| plan.organization.as_ref().map(|organization| fold(&organization.value));
    if before.iter().all(|other| name(other) == name(last)) {
        plan.organization.clone_from(&last.organization);
        plan.sector = plan.sector.or(last.sector);
        plan.inn = plan.inn.take().or_else(|| last.inn.clone());
    }
}
