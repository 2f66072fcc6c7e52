//! The tables `[rename]`, `[replace]`, `[derive]` and `[dependencies]`: what single items are in Rust.

use std::collections::BTreeMap;

use generator::{Choices, CrateRequirement};
use semver::VersionReq;
use serde::{Deserialize, Deserializer};

use super::text_or_table::text_or_table;

/// The table `[rename]` as the file writes it.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Rename {
    types: BTreeMap<String, String>,
    properties: BTreeMap<String, String>,
    operations: BTreeMap<String, String>,
}

/// The name of a crate in the table `[dependencies]`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "String")]
pub(crate) struct CrateName(String);

/// By Cargo's rules.
impl TryFrom<String> for CrateName {
    type Error = String;

    fn try_from(name: String) -> Result<Self, String> {
        let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        let begins = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
        if begins && name.chars().all(is_part) {
            Ok(Self(name))
        } else {
            Err(format!(
                "`{name}` cannot be the name of a crate: use ASCII letters, digits, `-` and `_`, a letter first"
            ))
        }
    }
}

/// What the table `[dependencies]` has for a crate.
#[derive(Debug, Clone)]
pub(crate) struct Requirement(CrateRequirement);

/// What `Cargo.toml` can say of a dependency, as far as a library needs it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Detailed {
    version: Option<String>,
    path: Option<String>,
    git: Option<String>,
    branch: Option<String>,
    tag: Option<String>,
    rev: Option<String>,
    registry: Option<String>,
    package: Option<CrateName>,
    default_features: Option<bool>,
    #[serde(default)]
    features: Vec<String>,
}

impl TryFrom<String> for Requirement {
    type Error = String;

    fn try_from(version: String) -> Result<Self, String> {
        Ok(Self(CrateRequirement {
            version: Some(checked(version)?),
            ..CrateRequirement::default()
        }))
    }
}

impl TryFrom<Detailed> for Requirement {
    type Error = String;

    fn try_from(it: Detailed) -> Result<Self, String> {
        let places = [
            ("path", it.path),
            ("git", it.git),
            ("branch", it.branch),
            ("tag", it.tag),
            ("rev", it.rev),
            ("registry", it.registry),
            ("package", it.package.map(|it| it.0)),
        ];
        let places = places.into_iter();
        Ok(Self(CrateRequirement {
            version: it.version.map(checked).transpose()?,
            place: places
                .filter_map(|(key, text)| Some((key.to_owned(), text?)))
                .collect(),
            default_features: it.default_features,
            features: it.features,
        }))
    }
}

/// A version that Cargo can read.
fn checked(version: String) -> Result<String, String> {
    match VersionReq::parse(&version) {
        Ok(_) => Ok(version),
        Err(error) => Err(format!(
            "`{version}` does not say which versions will do, such as `1.2`: {error}"
        )),
    }
}

impl<'de> Deserialize<'de> for Requirement {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        text_or_table::<D, Detailed, Self>(deserializer, "a version, or a table as in Cargo.toml")
    }
}

/// Puts together what the tables choose.
pub(super) fn choices(
    rename: &Rename,
    replace: &BTreeMap<String, String>,
    derive: &BTreeMap<String, Vec<String>>,
    dependencies: &BTreeMap<CrateName, Requirement>,
) -> Choices {
    let Rename {
        types,
        properties,
        operations,
    } = rename.clone();
    let requirement =
        |(name, requirement): (&CrateName, &Requirement)| (name.0.clone(), requirement.0.clone());
    Choices {
        type_names: types,
        field_names: properties,
        method_names: operations,
        replacements: replace.clone(),
        derives: derive.clone(),
        dependencies: dependencies.iter().map(requirement).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Settings;

    fn parse(tables: &str) -> Result<Choices, String> {
        let text = format!("source = \"a\"\nname = \"x\"\n{tables}");
        let settings = Settings::parse(&text)?;
        Ok(settings.config().choices)
    }

    #[test]
    fn items_have_names_types_and_traits_and_the_crates_that_these_need() {
        let choices = parse(
            r#"
            [rename]
            types = { Pet = "Animal" }
            properties = { "Pet.petKind" = "kind" }
            operations = { listPets = "pets" }
            [replace]
            Money = "my_types::Money"
            [derive]
            "*" = ["PartialOrd"]
            [dependencies]
            a = "1"
            my-types = { path = "../my-types", default-features = false, features = ["x"] }
            "#,
        )
        .unwrap();
        let one = |key: &str, value: &str| BTreeMap::from([(key.to_owned(), value.to_owned())]);
        assert_eq!(choices.type_names, one("Pet", "Animal"));
        assert_eq!(choices.field_names, one("Pet.petKind", "kind"));
        assert_eq!(choices.method_names, one("listPets", "pets"));
        assert_eq!(choices.replacements, one("Money", "my_types::Money"));
        assert_eq!(choices.derives["*"], ["PartialOrd"]);
        let version = CrateRequirement {
            version: Some("1".to_owned()),
            ..CrateRequirement::default()
        };
        assert_eq!(choices.dependencies["a"], version);
        let path = CrateRequirement {
            version: None,
            place: one("path", "../my-types"),
            default_features: Some(false),
            features: vec!["x".to_owned()],
        };
        assert_eq!(choices.dependencies["my-types"], path);
        assert_eq!(parse("").unwrap(), Choices::default());
    }

    #[test]
    fn a_mistake_is_told_with_its_line_and_what_it_is_like() {
        for (table, expected) in [
            ("[rename]\ntype = {}", "did you mean `types`?"),
            ("[rename.types]\nPet = 3", "expected a string"),
            ("[renames]\ntypes = {}", "did you mean `rename`?"),
            ("[derive]\nPet = \"Ord\"", "expected a sequence"),
            (
                "[dependencies]\na = { verison = \"1\" }",
                "did you mean `version`?",
            ),
            ("[dependencies]\na = 1", "a version, or a table"),
            (
                "[dependencies]\n\"my types\" = \"1\"",
                "`my types` cannot be the name of a crate",
            ),
            (
                "[dependencies]\na = \"not a version\"",
                "`not a version` does not say which versions will do",
            ),
            (
                "[dependencies]\na = { version = \"1.x.y.z\" }",
                "`1.x.y.z` does not say which versions",
            ),
            ("[rename]\nmethods = {}", "did you mean `operations`?"),
            ("[rename]\nfields = {}", "did you mean `properties`?"),
        ] {
            let error = parse(table).unwrap_err();
            assert!(error.contains(expected), "{table:?} gives {error:?}");
            assert!(
                error.contains("line 3") || error.contains("line 4"),
                "{error}"
            );
        }
    }
}
