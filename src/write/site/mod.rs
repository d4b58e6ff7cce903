//! The static site: `reports/index.html` and a page per organization.
//!
//! It works from a folder, without a server and without one request; scripts only sort and filter what is there.

mod changes;
mod charts;
mod funnel;
mod html;
mod index;
mod organization;
mod outlook;
mod page;
mod ranking;
mod sections;

use super::view::View;
use super::{OutputFile, WriteError};
use crate::model::Report;

/// All pages.
pub(super) fn write(report: &Report) -> Result<Vec<OutputFile>, WriteError> {
    let view = View::of(report);
    let boards = view.boards();
    let mut files = vec![OutputFile::new("reports/index.html", index::page(&view, &boards))];
    for organization in &report.organizations {
        let path = format!("reports/{}", html::organization_href(&organization.id));
        let scope = view.place(&organization.id).map(|place| &place.scope);
        let board = boards.iter().find(|board| Some(board.scope) == scope);
        files.push(OutputFile::new(path, organization::page(&view, board, organization)));
    }
    Ok(files)
}
