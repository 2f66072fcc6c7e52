//! The crates that the configuration asks for.

use generator::{Choices, Config, CrateRequirement, PackageName, Source};

use crate::choices::{DOCUMENT, assert_told, told};
use crate::configured::{derives, my_types, pairs};

#[test]
fn crates_that_cannot_be_asked_for_are_errors() {
    let version = |version: &str| CrateRequirement {
        version: Some(version.to_owned()),
        ..CrateRequirement::default()
    };
    let features = |features: &[&str]| CrateRequirement {
        features: features.iter().map(|it| (*it).to_owned()).collect(),
        ..CrateRequirement::default()
    };
    for (name, requirement, expected) in [
        (
            "serde",
            version("1"),
            "# `serde` in `dependencies` is a crate that the client asks for by itself; leave it out, or add `features`",
        ),
        (
            "url",
            version("3"),
            "# the client asks for `url` 2.5 by itself, not 3; leave `version` out",
        ),
        (
            "url",
            my_types(),
            "# `url` in `dependencies` is a crate that the client asks for by itself, so it has no `path`; leave",
        ),
        (
            "http_body",
            features(&["x"]),
            "# `http_body` in `dependencies` is a crate that the client asks for by itself, as `http-body`; name",
        ),
        (
            "other",
            features(&["x"]),
            "# `other` in `dependencies` does not say where it is from; add `version`, `path` or `git`",
        ),
    ] {
        let dependencies = [(name.to_owned(), requirement)].into();
        assert_told(
            Choices {
                dependencies,
                ..Choices::default()
            },
            expected,
        );
    }
}

#[test]
fn a_path_into_a_crate_that_is_not_asked_for_is_an_error() {
    for (dependency, path, help) in [
        ("my-type", "my_types::Money", "did you mean `my_type`?"),
        ("url", "::my_types::Money", "add `my_types = "),
        ("my-types", "tracing::Money", "add `tracing = "),
    ] {
        let choices = Choices {
            replacements: pairs([("Owner", path)]),
            derives: derives([("Pet", &[path])]),
            dependencies: [(
                dependency.to_owned(),
                CrateRequirement {
                    version: Some("2".to_owned()),
                    features: vec!["serde".to_owned()],
                    ..CrateRequirement::default()
                },
            )]
            .into(),
            ..Choices::default()
        };
        let expected = [("replace", "Owner"), ("derive", "Pet")].map(|(table, name)| {
            format!("# the crate of `{path}`, which `{table}` has for `{name}`, is not in `dependencies`; {help}")
        });
        let told = told(choices);
        let mut both = told.iter().zip(&expected);
        assert!(
            told.len() == 2 && both.all(|(it, start)| it.starts_with(start)),
            "{told:#?}"
        );
    }
}

#[test]
fn crates_are_asked_for_and_those_of_the_client_have_more_features() {
    let source = Source::read("api.yaml", DOCUMENT.as_bytes()).unwrap();
    let url = CrateRequirement {
        version: Some("2".to_owned()),
        features: vec!["serde".to_owned()],
        ..CrateRequirement::default()
    };
    // The client of this document needs none.
    let base64 = CrateRequirement {
        version: Some("0.22".to_owned()),
        default_features: Some(false),
        ..CrateRequirement::default()
    };
    let choices = Choices {
        replacements: pairs([("Name", "url::Url")]),
        dependencies: [("url".to_owned(), url), ("base64".to_owned(), base64)].into(),
        ..Choices::default()
    };
    let config = Config {
        choices,
        ..Config::new(PackageName::new("fixture").unwrap())
    };
    let files = generator::generate(&source, &config).unwrap().files;
    let manifest = crate::fixture::file(&files, "Cargo.toml");
    for line in [
        "base64 = { version = \"0.22\", default-features = false }",
        "url = { version = \"2.5\", features = [\"serde\"] }",
    ] {
        assert!(manifest.lines().any(|it| it == line), "{manifest}");
    }
}
