//! Workbooks.
pub(super) mod xlsx {
    pub(in crate::read) fn read(
        _: &[u8],
    ) -> Result<crate::model::Warned<crate::model::Document>, crate::model::Reason> {
        Err(crate::read::refusal::UNKNOWN.reason())
    }
}
pub(super) mod xlsb {
    pub(in crate::read) fn read(
        _: &[u8],
    ) -> Result<crate::model::Warned<crate::model::Document>, crate::model::Reason> {
        Err(crate::read::refusal::UNKNOWN.reason())
    }
}
pub(super) mod xls {
    pub(in crate::read) fn read(
        _: &[u8],
    ) -> Result<crate::model::Warned<crate::model::Document>, crate::model::Reason> {
        Err(crate::read::refusal::UNKNOWN.reason())
    }
}
pub(super) mod ods {
    pub(in crate::read) fn read(
        _: &[u8],
    ) -> Result<crate::model::Warned<crate::model::Document>, crate::model::Reason> {
        Err(crate::read::refusal::UNKNOWN.reason())
    }
}
