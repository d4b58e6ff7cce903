//! Text documents to sign: letters to organizations, protocols of the public council, the public report.

mod letter;
mod paper;
mod protocol;
mod public_report;

use super::view::View;
use super::{OutputFile, WriteError, files};
use crate::model::{Report, Sector};

/// All documents.
pub(super) fn write(report: &Report) -> Result<Vec<OutputFile>, WriteError> {
    let view = View::of(report);
    let mut written = Vec::new();
    for organization in report.organizations.iter().filter(|organization| letter::is_due(&view, organization)) {
        let path = format!("letters/{}.docx", files::stem(&organization.id));
        written.push(letter::letter(&view, organization).finish(&path)?);
    }
    for sector in Sector::ALL {
        if report.organizations.iter().any(|organization| organization.sector == Some(sector)) {
            let path = format!("protocol-{}.docx", sector.as_str());
            written.push(protocol::protocol(&view, sector).finish(&path)?);
        }
    }
    written.push(public_report::public_report(&view).finish("public-report.docx")?);
    Ok(written)
}
