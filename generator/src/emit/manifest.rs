//! `Cargo.toml`, as it is for a new crate. Whoever writes it to disk keeps what people added to an older one.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::MARKER;
use crate::OutputFile;
use crate::model::{Api, DateLibrary, Type};

use crate::names::{ALL_OPERATIONS, OTHER_TYPES};

use super::CrateModel;
use super::runtime::{has_base64, has_idempotency_keys, has_multipart};

/// A crate that generated code uses.
struct Dependency {
    name: &'static str,
    /// As it is in the workspace's table.
    requirement: &'static str,
    /// Whether an API needs it.
    needed: fn(&Api) -> bool,
}

impl Dependency {
    const fn always(name: &'static str, requirement: &'static str) -> Self {
        Self {
            name,
            requirement,
            needed: |_| true,
        }
    }
}

/// What only browsers need: the standard library has neither clocks nor tasks there, and no source of chance.
const BROWSER_DEPENDENCIES: &[Dependency] = &[
    // For the jitter of `backon`.
    Dependency::always(
        "fastrand",
        r#"{ version = "2.5", default-features = false, features = ["js"] }"#,
    ),
    Dependency::always(
        "gloo-timers",
        r#"{ version = "0.4", features = ["futures"] }"#,
    ),
    Dependency::always("wasm-bindgen-futures", r#""0.4""#),
    Dependency::always("web-time", r#""1.1""#),
];

const DEPENDENCIES: &[Dependency] = &[
    Dependency::always(
        "backon",
        r#"{ version = "1.6", default-features = false, features = ["std"] }"#,
    ),
    Dependency {
        name: "base64",
        requirement: r#"{ version = "0.23", default-features = false, features = ["std"] }"#,
        needed: has_base64,
    },
    Dependency::always("bytes", r#""1.12""#),
    Dependency {
        name: "chrono",
        requirement: r#"{ version = "0.4.45", default-features = false, features = ["std"] }"#,
        needed: has_chrono,
    },
    Dependency::always(
        "futures-core",
        r#"{ version = "0.3.34", default-features = false }"#,
    ),
    Dependency::always("http", r#""1.5""#),
    Dependency::always("http-body", r#""1.1""#),
    Dependency::always("httpdate", r#""1.0""#),
    Dependency {
        name: "jiff",
        requirement: r#"{ version = "1.0", default-features = false, features = ["std"] }"#,
        needed: has_dates,
    },
    Dependency::always("percent-encoding", r#""2.3""#),
    Dependency::always(
        "reqwest",
        r#"{ version = "0.13.5", default-features = false }"#,
    ),
    Dependency::always("serde", r#""1.0.229""#),
    Dependency::always(
        "serde_json",
        r#"{ version = "1.0.154", features = ["float_roundtrip", "preserve_order"] }"#,
    ),
    Dependency::always(
        "tokio",
        r#"{ version = "1.54", default-features = false, features = ["rt", "sync", "time"] }"#,
    ),
    Dependency::always(
        "tracing",
        r#"{ version = "0.1.44", default-features = false, optional = true }"#,
    ),
    Dependency::always("url", r#""2.5""#),
    Dependency {
        name: "uuid",
        requirement: r#"{ version = "1.29", default-features = false, features = ["js", "std", "v4"] }"#,
        needed: |api| has_uuids(api) || has_idempotency_keys(api) || has_multipart(api),
    },
];

/// The names of all crates that generated code may use.
pub(crate) fn dependencies() -> impl Iterator<Item = &'static str> {
    let all = DEPENDENCIES.iter().chain(BROWSER_DEPENDENCIES);
    all.map(|it| it.name)
}

/// Whether a type stands anywhere in what an API exchanges.
pub(super) fn has(api: &Api, wanted: &Type) -> bool {
    api.mentions(&|ty| ty == wanted)
}

/// Whether an API uses the types of `jiff`.
pub(super) fn has_dates(api: &Api) -> bool {
    has_dates_of(api, DateLibrary::Jiff)
}

/// Whether an API uses the types of `chrono`.
pub(super) fn has_chrono(api: &Api) -> bool {
    has_dates_of(api, DateLibrary::Chrono)
}

fn has_dates_of(api: &Api, library: DateLibrary) -> bool {
    has(api, &Type::Timestamp(library)) || has(api, &Type::Date(library))
}

/// Whether an API uses the type of `uuid`.
pub(super) fn has_uuids(api: &Api) -> bool {
    has(api, &Type::Uuid)
}

pub(super) fn file(model: &CrateModel<'_>) -> OutputFile {
    let title = model
        .api
        .title
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    let mut contents = format!(
        "# {MARKER} are the package's name, edition, Rust version and description, features and dependencies; the rest is yours.\n"
    );
    // Writing to a String cannot fail.
    let _ = write!(
        contents,
        r#"
[package]
name = "{}"
version = "0.1.0"
edition = "2024"
rust-version = "1.89"
description = {}

[features]
default = {}
# TLS by rustls, with the certificates of the operating system.
rustls = ["reqwest/rustls"]
# TLS by the library of the operating system.
native-tls = ["reqwest/native-tls"]
# Calls that wait for their answer on the thread that makes them.
blocking = ["tokio/rt-multi-thread"]
# A span for each call, for the subscriber of the program.
tracing = ["dep:tracing"]
{}"#,
        model.config.package,
        toml_string(&format!("Client of the {title}")),
        default_features(model),
        tag_features(model),
    );
    for (table, dependencies) in [
        ("dependencies", DEPENDENCIES),
        (
            "target.'cfg(target_arch = \"wasm32\")'.dependencies",
            BROWSER_DEPENDENCIES,
        ),
    ] {
        let _ = writeln!(contents, "\n[{table}]");
        for (name, requirement) in requirements(model, table, dependencies) {
            let _ = writeln!(contents, "{name} = {requirement}");
        }
    }
    OutputFile {
        path: "Cargo.toml".to_owned(),
        contents,
    }
}

/// What a table of dependencies asks for, in the order of the names.
fn requirements<'m>(
    model: &'m CrateModel<'_>,
    table: &str,
    dependencies: &'m [Dependency],
) -> BTreeMap<&'m str, &'m str> {
    let needed = dependencies.iter().filter(|it| (it.needed)(model.api));
    let mut all: BTreeMap<&str, &str> = needed.map(|it| (it.name, it.requirement)).collect();
    if table == "dependencies" {
        let chosen = model.config.choices.dependencies.iter();
        all.extend(chosen.map(|(name, requirement)| (name.as_str(), requirement.as_str())));
    }
    all
}

/// The values of the feature `default`.
fn default_features(model: &CrateModel<'_>) -> String {
    let mut names = vec!["rustls"];
    if !model.features.is_empty() {
        names.push(ALL_OPERATIONS);
    }
    if model.has_other_types() {
        names.push(OTHER_TYPES);
    }
    format!("{names:?}")
}

/// The lines of the features of tags.
fn tag_features(model: &CrateModel<'_>) -> String {
    let features = &model.features;
    if features.is_empty() {
        return String::new();
    }
    let all: String = features
        .iter()
        .map(|it| format!("    \"{it}\",\n"))
        .collect();
    let each: String = features.iter().map(|it| format!("{it} = []\n")).collect();
    let mut lines = format!(
        "# The operations of all tags. A program that names those it uses instead compiles faster.\n\
         {ALL_OPERATIONS} = [\n{all}]\n{each}"
    );
    if model.has_other_types() {
        lines.push_str(&format!(
            "# The types that no operation sends or receives.\n{OTHER_TYPES} = []\n"
        ));
    }
    lines
}

/// A basic string of TOML 1.0.
fn toml_string(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            c if c.is_control() => quoted.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_generated_crate_asks_for_the_versions_that_the_runtime_is_tested_with() {
        let workspace = include_str!("../../../Cargo.toml");
        let line_of = |name: &str| {
            let start = format!("{name} = ");
            workspace
                .lines()
                .find_map(|line| line.strip_prefix(&start))
                .map(str::to_owned)
        };
        for Dependency {
            name, requirement, ..
        } in DEPENDENCIES.iter().chain(BROWSER_DEPENDENCIES)
        {
            let expected = line_of(name).unwrap_or_else(|| panic!("{name} is not in the table"));
            // The table of a workspace cannot say it.
            assert_eq!(
                requirement.replace(", optional = true", ""),
                expected,
                "{name}"
            );
        }
    }

    #[test]
    fn any_title_is_a_string_of_toml() {
        assert_eq!(toml_string("a \"b\" \\ \u{7}"), r#""a \"b\" \\ \u0007""#);
    }
}
