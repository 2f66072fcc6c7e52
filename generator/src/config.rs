//! What the caller chooses; everything else comes from the document.

mod choices;
mod formats;
mod pagination;

use std::fmt;

use crate::document_url::DocumentUrl;
pub use choices::{Choices, CrateRequirement};
pub use formats::{ByteFormat, DateFormat, Formats, UuidFormat};
pub use pagination::{PageSteps, PaginationRule};

/// Choices for one generated crate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// Name of the package; the library has the same name with `_` for `-`.
    pub package: PackageName,
    /// Whether the operations of each tag have a Cargo feature.
    pub tag_features: TagFeatures,
    /// Which operations give lists in pages, and how, where that is not found by itself; the first rule that names an
    /// operation counts.
    pub pagination: Vec<PaginationRule>,
    /// What values of the registered formats are.
    pub formats: Formats,
    /// What single items are in Rust.
    pub choices: Choices,
    /// Where the document is served, if that is known. Without it, a relative server URL is no base URL.
    pub document_url: Option<DocumentUrl>,
}

impl Config {
    /// The usual choices for a package of this name.
    #[must_use]
    pub fn new(package: PackageName) -> Self {
        Self {
            package,
            tag_features: TagFeatures::default(),
            pagination: Vec::new(),
            formats: Formats::default(),
            choices: Choices::default(),
            document_url: None,
        }
    }
}

/// Whether the operations of each tag, and the types that no other tag reaches, have a Cargo feature, so that a program
/// compiles those that it uses. All are on by default. A document without two tags has nothing to choose from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum TagFeatures {
    /// In documents of so many operations that it pays. One that grows gets features some day, and then a program that
    /// turned off the default ones has to name those that it uses.
    #[default]
    Auto,
    /// Whatever the size.
    Always,
    /// Whatever the size.
    Never,
}

/// Fewer operations than this and their types are checked within two seconds or so: there is little to save, and
/// features are one more thing to know.
const MANY_OPERATIONS: usize = 100;

impl TagFeatures {
    /// Whether a crate of so many operations has features.
    pub(crate) fn are_wanted(self, operations: usize) -> bool {
        match self {
            Self::Auto => operations > MANY_OPERATIONS,
            Self::Always => true,
            Self::Never => false,
        }
    }
}

/// Crates that a generated one could not use beside itself.
const TAKEN: &[&str] = &[
    "alloc",
    "bytes",
    "chrono",
    "core",
    "http",
    "percent_encoding",
    "proc_macro",
    "reqwest",
    "serde",
    "serde_json",
    "std",
    "test",
    "url",
];

/// A package name that Cargo accepts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackageName(String);

impl PackageName {
    /// Checks `name` by Cargo's rules: ASCII letters, digits, `-` and `_`, a letter first.
    ///
    /// # Errors
    ///
    /// [`InvalidPackageName`] when the name breaks a rule, or when its library could not be named in Rust code beside
    /// the crates that it uses.
    pub fn new(name: impl Into<String>) -> Result<Self, InvalidPackageName> {
        let name = name.into();
        let valid = name.starts_with(|first: char| first.is_ascii_alphabetic())
            && name
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
            && syn::parse_str::<syn::Ident>(&name.replace('-', "_")).is_ok()
            && !TAKEN.contains(&name.replace('-', "_").as_str());
        if valid {
            Ok(Self(name))
        } else {
            Err(InvalidPackageName(name))
        }
    }

    /// The name as Cargo writes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The name as Rust code writes it.
    #[must_use]
    pub fn crate_name(&self) -> String {
        self.0.replace('-', "_")
    }
}

impl fmt::Display for PackageName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A text that cannot be the name of a package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidPackageName(String);

impl fmt::Display for InvalidPackageName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "`{}` cannot be a package name: use ASCII letters, digits, `-` and `_`, a letter first, no keyword and no crate that the client uses",
            self.0
        )
    }
}

impl std::error::Error for InvalidPackageName {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_have_features_where_there_are_many_operations_or_always_or_never() {
        assert!(!TagFeatures::Auto.are_wanted(100));
        assert!(TagFeatures::Auto.are_wanted(101));
        assert!(TagFeatures::Always.are_wanted(1));
        assert!(!TagFeatures::Never.are_wanted(1000));
    }

    #[test]
    fn a_package_name_is_checked_by_the_rules_of_cargo() {
        for good in ["factory-client", "a", "x_2"] {
            assert_eq!(PackageName::new(good).unwrap().as_str(), good);
        }
        for bad in [
            "",
            "2x",
            "-a",
            "a b",
            "../up",
            "ü",
            "type",
            "test",
            "http",
            "serde-json",
            "a\"",
        ] {
            assert!(PackageName::new(bad).is_err(), "{bad:?} was accepted");
        }
    }
}
