//! `Cargo.toml`, as it is for a new crate. Whoever writes it to disk keeps what people added to an older one.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::MARKER;
use crate::OutputFile;
use crate::config::CrateRequirement;
use crate::model::{Api, DateLibrary, Type};

use crate::names::{ALL_OPERATIONS, OTHER_TYPES};

use super::CrateModel;
use super::runtime::{has_base64, has_idempotency_keys, has_multipart};

/// A crate that generated code uses.
pub(crate) struct Dependency {
    /// As `Cargo.toml` has it.
    pub(crate) name: &'static str,
    /// The oldest one that will do.
    pub(crate) version: &'static str,
    default_features: bool,
    features: &'static [&'static str],
    /// Whether it is there only with a feature of the client.
    pub(crate) optional: bool,
    /// Whether an API needs it.
    needed: fn(&Api) -> bool,
}

impl Dependency {
    const fn always(name: &'static str, version: &'static str) -> Self {
        Self {
            name,
            version,
            default_features: true,
            features: &[],
            optional: false,
            needed: |_| true,
        }
    }

    /// The same with these of its features only.
    const fn bare(self, features: &'static [&'static str]) -> Self {
        Self {
            default_features: false,
            features,
            ..self
        }
    }

    const fn with(self, features: &'static [&'static str]) -> Self {
        Self { features, ..self }
    }

    const fn optional(self) -> Self {
        Self {
            optional: true,
            ..self
        }
    }

    const fn if_needed(self, needed: fn(&Api) -> bool) -> Self {
        Self { needed, ..self }
    }

    /// What `Cargo.toml` says, with the features that the configuration adds.
    fn requirement(&self, added: Option<&CrateRequirement>) -> String {
        let mut features: Vec<&str> = self.features.to_vec();
        for feature in added.iter().flat_map(|it| &it.features) {
            if !features.contains(&feature.as_str()) {
                features.push(feature);
            }
        }
        let has_default = added.and_then(|it| it.default_features) == Some(true);
        let mut keys = vec![("version", toml_string(self.version))];
        if !self.default_features && !has_default {
            keys.push(("default-features", "false".to_owned()));
        }
        if !features.is_empty() {
            keys.push(("features", toml_strings(&features)));
        }
        if self.optional {
            keys.push(("optional", "true".to_owned()));
        }
        version_or_table(&keys)
    }
}

/// What only browsers need: the standard library has neither clocks nor tasks there, and no source of chance.
const BROWSER_DEPENDENCIES: &[Dependency] = &[
    // For the jitter of `backon`.
    Dependency::always("fastrand", "2.5").bare(&["js"]),
    Dependency::always("gloo-timers", "0.4").with(&["futures"]),
    Dependency::always("wasm-bindgen-futures", "0.4"),
    Dependency::always("web-time", "1.1"),
];

const DEPENDENCIES: &[Dependency] = &[
    Dependency::always("backon", "1.6").bare(&["std"]),
    Dependency::always("base64", "0.23")
        .bare(&["std"])
        .if_needed(has_base64),
    Dependency::always("bytes", "1.12"),
    Dependency::always("chrono", "0.4.45")
        .bare(&["std"])
        .if_needed(has_chrono),
    Dependency::always("futures-core", "0.3.34").bare(&[]),
    Dependency::always("http", "1.5"),
    Dependency::always("http-body", "1.1"),
    Dependency::always("httpdate", "1.0"),
    Dependency::always("jiff", "1.0")
        .bare(&["std"])
        .if_needed(has_dates),
    Dependency::always("percent-encoding", "2.3"),
    Dependency::always("reqwest", "0.13.5").bare(&[]),
    Dependency::always("serde", "1.0.229"),
    Dependency::always("serde_json", "1.0.154").with(&["float_roundtrip", "preserve_order"]),
    Dependency::always("tokio", "1.54").bare(&["rt", "sync", "time"]),
    Dependency::always("tracing", "0.1.44").bare(&[]).optional(),
    Dependency::always("url", "2.5"),
    Dependency::always("uuid", "1.29")
        .bare(&["js", "std", "v4"])
        .if_needed(|api| has_uuids(api) || has_idempotency_keys(api) || has_multipart(api)),
];

/// The names of all crates that generated code may use.
pub(super) fn dependencies() -> impl Iterator<Item = &'static str> {
    let all = DEPENDENCIES.iter().chain(BROWSER_DEPENDENCIES);
    all.map(|it| it.name)
}

/// The crates that the client of an API asks for, wherever it runs.
pub(crate) fn dependencies_of(api: &Api) -> impl Iterator<Item = &'static Dependency> {
    DEPENDENCIES.iter().filter(|it| (it.needed)(api))
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
    for (table, lines) in [
        ("dependencies", requirements(model)),
        (
            "target.'cfg(target_arch = \"wasm32\")'.dependencies",
            BROWSER_DEPENDENCIES
                .iter()
                .map(|it| (it.name, it.requirement(None)))
                .collect(),
        ),
    ] {
        let _ = writeln!(contents, "\n[{table}]");
        for (name, requirement) in lines {
            let _ = writeln!(contents, "{} = {requirement}", toml_key(name));
        }
    }
    OutputFile {
        path: "Cargo.toml".to_owned(),
        contents,
    }
}

/// What the crate asks for, in the order of the names: of what it needs by itself, and of what the configuration adds.
fn requirements<'m>(model: &'m CrateModel<'_>) -> BTreeMap<&'m str, String> {
    let chosen = &model.config.choices.dependencies;
    let mut all: BTreeMap<&str, String> = chosen
        .iter()
        .map(|(name, requirement)| (name.as_str(), chosen_requirement(requirement)))
        .collect();
    for own in dependencies_of(model.api) {
        all.insert(own.name, own.requirement(chosen.get(own.name)));
    }
    all
}

/// What the configuration asks for.
fn chosen_requirement(requirement: &CrateRequirement) -> String {
    let version = requirement.version.iter();
    let version = version.map(|it| ("version", toml_string(it)));
    let places = requirement.place.iter();
    let places = places.map(|(key, text)| (key.as_str(), toml_string(text)));
    let default_features = requirement.default_features.iter();
    let default_features = default_features.map(|it| ("default-features", it.to_string()));
    let mut keys: Vec<(&str, String)> = version.chain(places).chain(default_features).collect();
    if !requirement.features.is_empty() {
        keys.push(("features", toml_strings(&requirement.features)));
    }
    version_or_table(&keys)
}

/// A requirement as TOML: the version alone where nothing else is said.
fn version_or_table(keys: &[(&str, String)]) -> String {
    if let [("version", version)] = keys {
        return version.clone();
    }
    let keys: Vec<String> = keys
        .iter()
        .map(|(key, value)| format!("{} = {value}", toml_key(key)))
        .collect();
    format!("{{ {} }}", keys.join(", "))
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

/// A key of TOML 1.0, in quotes where it has to be.
fn toml_key(text: &str) -> String {
    let is_bare = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if !text.is_empty() && text.chars().all(is_bare) {
        text.to_owned()
    } else {
        toml_string(text)
    }
}

/// A list of basic strings of TOML 1.0.
fn toml_strings<T: AsRef<str>>(texts: &[T]) -> String {
    let texts: Vec<String> = texts.iter().map(|it| toml_string(it.as_ref())).collect();
    format!("[{}]", texts.join(", "))
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
        for dependency in DEPENDENCIES.iter().chain(BROWSER_DEPENDENCIES) {
            let name = dependency.name;
            let expected = line_of(name).unwrap_or_else(|| panic!("{name} is not in the table"));
            // The table of a workspace cannot say it.
            assert_eq!(
                dependency
                    .requirement(None)
                    .replace(", optional = true", ""),
                expected,
                "{name}"
            );
        }
    }

    #[test]
    fn any_text_is_a_string_or_a_key_of_toml() {
        assert_eq!(toml_string("a \"b\" \\ \u{7}"), r#""a \"b\" \\ \u0007""#);
        assert_eq!(toml_key("a-B_3"), "a-B_3");
        assert_eq!(toml_key("my types"), r#""my types""#);
        assert_eq!(toml_key(""), r#""""#);
    }
}
