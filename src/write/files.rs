//! Names of files made from ids.

use crate::model;

/// A file name without extension: the id itself where that is harmless everywhere, else its hash.
pub(crate) fn stem(id: &str) -> String {
    let harmless = !id.is_empty() && id.len() <= 64 && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    if harmless { id.to_ascii_lowercase() } else { model::sha256(id.as_bytes())[..16].to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_harmless_ids_name_files() {
        assert_eq!(stem("7700000016"), "7700000016");
        for id in ["", "../etc/passwd", "имя", "con.txt", "a/b"] {
            assert_eq!(stem(id).len(), 16, "{id}");
        }
    }
}
