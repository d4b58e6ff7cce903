//! How organizations are named: legal forms and their abbreviations, names in running text, the key by which two
//! spellings of one name meet, ИНН, and what a name tells of sector and kind.
//!
//! This module is responsible for one name at a time. It does not know which organizations there are.

mod abbreviations;
mod inn;
mod key;
mod kind;
mod legal_form;
mod mention;
mod name_end;
mod words;

pub use inn::{Inn, read_inn};
pub use key::{Branch, NameKey, branch, list_number, name_key, respelled, without_list_mark};
pub use kind::{kind_of, sector_of};
pub use legal_form::{LegalForm, legal_form};
pub use mention::{Mention, mentions, named_in_file_name, unformed_mention};
