//! Word documents.
use crate::model::{Document, Reason, Warned};
pub(super) fn read(_: &[u8]) -> Result<Warned<Document>, Reason> {
    Err(super::refusal::UNKNOWN.reason())
}
