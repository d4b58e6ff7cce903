//! One submitted file: its name, identity and format.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// A submitted file as it was found, before anybody looked inside.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct SourceFile {
    /// Path relative to the input folder, with `/`; a member of an archive is `archive.zip!/path`.
    pub path: String,
    /// Lower-case hexadecimal SHA-256 of the bytes.
    pub sha256: String,
    /// Size in bytes.
    pub bytes: u64,
}

impl SourceFile {
    /// The identity used in tables: the path's hash would change with folders, so the name and the content both count.
    pub fn submission_id(&self) -> String {
        self.path.clone()
    }

    /// The last component of the path.
    pub fn file_name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }
}

/// The identity of some bytes: SHA-256 in lower-case hexadecimal digits.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A format decided by content, never by extension.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// Office Open XML text.
    Docx,
    /// Office Open XML workbook, with or without macros.
    Xlsx,
    /// Binary Office Open XML workbook.
    Xlsb,
    /// BIFF workbook of Excel 5 to 2003.
    Xls,
    /// OpenDocument workbook.
    Ods,
    /// OpenDocument text.
    Odt,
    /// Word 97 binary.
    Doc,
    /// Rich text.
    Rtf,
    /// Portable document.
    Pdf,
    /// Hypertext.
    Html,
    /// Delimited text: comma, semicolon or tab.
    Csv,
    /// Markdown or plain text.
    Text,
    /// An archive of other submissions.
    Zip,
}

impl Format {
    /// The name used in tables.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Xlsb => "xlsb",
            Self::Xls => "xls",
            Self::Ods => "ods",
            Self::Odt => "odt",
            Self::Doc => "doc",
            Self::Rtf => "rtf",
            Self::Pdf => "pdf",
            Self::Html => "html",
            Self::Csv => "csv",
            Self::Text => "text",
            Self::Zip => "zip",
        }
    }
}
