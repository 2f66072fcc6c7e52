//! `spec/generate.toml`: where the document comes from and what its crate is called.

mod choices;
mod formats;
mod operations;
mod pagination;
mod place;
mod suggestion;
mod text_or_table;

use std::collections::BTreeMap;

use choices::{CrateName, Rename, Requirement};
use generator::{
    Config, DocumentUrl, FilePlace, Formats, OperationFilter, PackageName, PaginationRule, Pointer,
    TagFeatures,
};
use serde::{Deserialize, Deserializer, de};
use toml_edit::{DocumentMut, TomlError, value};

/// The file, from the root of the repository.
pub(crate) const PATH: &str = "spec/generate.toml";

/// What stands in the file.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Settings {
    /// URLs, or paths below the root of the repository.
    #[serde(deserialize_with = "one_or_several")]
    pub(crate) source: Vec<String>,

    /// The environment variable that holds the value of the Authorization header.
    pub(crate) authorization_env: Option<String>,

    /// The package that is generated.
    #[serde(deserialize_with = "package_name")]
    pub(crate) name: PackageName,

    /// Whether it carries tests of its types.
    #[serde(default)]
    pub(crate) tests: bool,

    /// Whether the operations of each tag have a Cargo feature.
    #[serde(default, with = "TagFeaturesWord")]
    pub(crate) tag_features: TagFeatures,

    /// How lists come in pages, where that is not found by itself.
    #[serde(default, deserialize_with = "pagination::rules")]
    pub(crate) pagination: Vec<PaginationRule>,

    /// Overlays for the document: paths below the root of the repository, in the order in which they are applied.
    #[serde(default)]
    pub(crate) overlays: Vec<String>,

    /// Which operations the crate has.
    #[serde(default, deserialize_with = "operations::filter")]
    pub(crate) operations: OperationFilter,

    /// Names of types, fields and methods.
    #[serde(default)]
    rename: Rename,

    /// Types of the user's own, by the names of those that they stand for.
    #[serde(default)]
    replace: BTreeMap<String, String>,

    /// Traits to derive, by names of types.
    #[serde(default)]
    derive: BTreeMap<String, Vec<String>>,

    /// Crates that these need.
    #[serde(default)]
    dependencies: BTreeMap<CrateName, Requirement>,

    /// What values of formats are.
    #[serde(default, deserialize_with = "formats::formats")]
    pub(crate) formats: Formats,

    /// The file itself, for places in it.
    #[serde(skip)]
    text: String,
}

/// How the file writes the choice.
#[derive(Deserialize)]
#[serde(remote = "TagFeatures", rename_all = "kebab-case")]
enum TagFeaturesWord {
    Auto,
    Always,
    Never,
}

impl Settings {
    /// Reads the text of the file; an error tells the line, and what a word that is not known is like.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let read: Self = toml_edit::de::from_str(text).map_err(|error: toml_edit::de::Error| {
            suggestion::with_suggestion(&error.to_string())
        })?;
        Ok(Self {
            text: text.to_owned(),
            ..read
        })
    }

    /// Where the file has what a finding is about, or the nearest thing around it.
    pub(crate) fn place(&self, setting: &Pointer) -> FilePlace {
        let offset = place::offset(&self.text, setting);
        FilePlace::in_text(PATH, &self.text, offset)
    }

    /// What the file says of the crate in generated-client.
    pub(crate) fn config(&self) -> Config {
        Config {
            document_url: self.document_url(),
            tag_features: self.tag_features,
            pagination: self.pagination.clone(),
            formats: self.formats,
            choices: choices::choices(
                &self.rename,
                &self.replace,
                &self.derive,
                &self.dependencies,
            ),
            ..Config::new(self.name.clone())
        }
    }

    /// Where the document is served: what relative URLs of servers are relative to. Several documents have no place.
    pub(crate) fn document_url(&self) -> Option<DocumentUrl> {
        match self.source.as_slice() {
            [source] => DocumentUrl::new(source),
            _ => None,
        }
    }
}

const ABOUT_TESTS: &str = "\n# Whether it carries tests of its types, tests/wire.rs.\n";

/// The text of the file with the choice of tests, everything else as it was.
pub(crate) fn with_tests(text: &str) -> Result<String, TomlError> {
    let mut document: DocumentMut = text.parse()?;
    let Some(tests) = document.get_mut("tests") else {
        // Before the tables, which would take it for theirs.
        document.insert("tests", value(true));
        if let Some(mut key) = document.key_mut("tests") {
            key.leaf_decor_mut().set_prefix(ABOUT_TESTS);
        }
        return Ok(document.to_string());
    };
    *tests = value(true);
    Ok(document.to_string())
}

#[derive(Deserialize)]
#[serde(untagged, expecting = "expected a string or a list of strings")]
enum OneOrSeveral {
    One(String),
    Several(Vec<String>),
}

fn one_or_several<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    match OneOrSeveral::deserialize(deserializer)? {
        OneOrSeveral::One(source) => Ok(vec![source]),
        OneOrSeveral::Several(sources) if sources.is_empty() => {
            Err(de::Error::custom("expected at least one"))
        }
        OneOrSeveral::Several(sources) => Ok(sources),
    }
}

fn package_name<'de, D: Deserializer<'de>>(deserializer: D) -> Result<PackageName, D::Error> {
    PackageName::new(String::deserialize(deserializer)?).map_err(de::Error::custom)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_is_a_string_or_a_list_of_strings() {
        let one = Settings::parse("source = \"a.json\"\nname = \"x\"").unwrap();
        assert_eq!(one.source, ["a.json"]);
        assert_eq!(one.document_url(), None);
        assert_eq!(one.authorization_env, None);
        assert!(!one.tests);
        let two = Settings::parse("source = [\"a.json\", \"b.json\"]\nname = \"x\"").unwrap();
        assert_eq!(two.source, ["a.json", "b.json"]);
    }

    #[test]
    fn one_document_of_the_web_has_a_place() {
        let url = |source: &str| {
            let settings = Settings::parse(&format!("source = {source}\nname = \"x\""));
            let url = settings.unwrap().document_url();
            url.map(|url| url.to_string())
        };
        let expected = Some("https://a.test/b.json".to_owned());
        assert_eq!(url("\"https://a.test/b.json?key=1\""), expected);
        assert_eq!(url("[\"https://a.test/b.json\"]"), expected);
        assert_eq!(url("[\"https://a.test/1\", \"https://a.test/2\"]"), None);
    }

    #[test]
    fn the_choice_of_tests_changes_nothing_else() {
        let before = "# Comment.\nsource = \"a\" # One.\n\n# Name.\nname = \"x\"\n";
        let after = with_tests(before).unwrap();
        assert_eq!(after, format!("{before}{ABOUT_TESTS}tests = true\n"));
        assert!(Settings::parse(&after).unwrap().tests);
        assert_eq!(with_tests(&after).unwrap(), after);
        let off = after.replace("true", "false");
        assert_eq!(with_tests(&off).unwrap(), after);
        let rule = "\n[[pagination]]\noperations = \"a\"\nlink = true\n";
        let after = with_tests(&format!("{before}{rule}")).unwrap();
        assert_eq!(after, format!("{before}{ABOUT_TESTS}tests = true\n{rule}"));
        assert!(Settings::parse(&after).unwrap().tests);
    }

    #[test]
    fn features_of_tags_are_automatic_or_chosen() {
        for (line, expected) in [
            ("", TagFeatures::Auto),
            ("tag-features = \"auto\"", TagFeatures::Auto),
            ("tag-features = \"always\"", TagFeatures::Always),
            ("tag-features = \"never\"", TagFeatures::Never),
        ] {
            let settings = Settings::parse(&format!("source = \"a\"\nname = \"x\"\n{line}"));
            assert_eq!(settings.unwrap().tag_features, expected, "{line:?}");
        }
    }

    #[test]
    fn a_mistake_is_told_with_its_line() {
        let cases = [
            ("source = \"a\"\nname = \"x\"\nnmae = \"y\"", "line 3"),
            ("source = 3\nname = \"x\"", "a string or a list of strings"),
            ("source = []\nname = \"x\"", "at least one"),
            ("name = \"x\"", "source"),
            (
                "source = \"a\"\nname = \"x\"\ntag-features = true",
                "line 3",
            ),
            ("source = \"a\"\nname = \"not a name\"", "line 2"),
            ("source = \"a\nname = \"x\"", "line 1"),
        ];
        for (text, expected) in cases {
            let error = Settings::parse(text).unwrap_err().to_string();
            assert!(error.contains(expected), "{text:?} gives {error:?}");
        }
    }

    #[test]
    fn the_file_of_this_repository_is_valid() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../spec/generate.toml");
        Settings::parse(&std::fs::read_to_string(path).unwrap()).unwrap();
    }
}
