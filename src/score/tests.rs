//! Worked examples and properties of whole organizations.
