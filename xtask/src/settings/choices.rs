//! The tables `[rename]`, `[replace]`, `[derive]` and `[dependencies]`: what single items are in Rust.

use std::collections::BTreeMap;

use generator::Choices;
use serde::{Deserialize, Deserializer};
use toml_edit::{Array, InlineTable, Value};

use super::text_or_table::text_or_table;

/// The table `[rename]` as the file writes it.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Rename {
    types: BTreeMap<String, String>,
    properties: BTreeMap<String, String>,
    operations: BTreeMap<String, String>,
}

/// What the table `[dependencies]` has for a crate.
#[derive(Debug, Clone)]
pub(crate) struct Requirement(Value);

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
    package: Option<String>,
    default_features: Option<bool>,
    features: Option<Vec<String>>,
}

impl From<String> for Requirement {
    fn from(version: String) -> Self {
        Self(version.into())
    }
}

impl From<Detailed> for Requirement {
    fn from(it: Detailed) -> Self {
        let texts = [
            ("version", it.version),
            ("path", it.path),
            ("git", it.git),
            ("branch", it.branch),
            ("tag", it.tag),
            ("rev", it.rev),
            ("registry", it.registry),
            ("package", it.package),
        ];
        let mut table = InlineTable::new();
        for (key, text) in texts {
            table.extend(text.map(|text| (key, Value::from(text))));
        }
        table.extend(it.default_features.map(|it| ("default-features", it)));
        let features = it.features.map(Array::from_iter);
        table.extend(features.map(|it| ("features", Value::from(it))));
        Self(table.into())
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
    dependencies: &BTreeMap<String, Requirement>,
) -> Choices {
    let Rename {
        types,
        properties,
        operations,
    } = rename.clone();
    let requirement = |(name, requirement): (&String, &Requirement)| {
        (name.clone(), requirement.0.to_string().trim().to_owned())
    };
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
        assert_eq!(choices.dependencies["a"], "\"1\"");
        assert_eq!(
            choices.dependencies["my-types"],
            "{ path = \"../my-types\", default-features = false, features = [\"x\"] }"
        );
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
