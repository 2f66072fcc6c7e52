//! The one file that generator and people share: Cargo.toml.
//!
//! Once it exists, the generator owns the keys of `[package]` that it writes, but not the version and the metadata, the
//! table `[dependencies]`, in `[features]` what it writes or wrote, in `[target]` what it writes, and `[lib]` if it writes
//! one. All else stays as it is and where it is.

use generator::{ALL_OPERATIONS, FEATURES};
use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, TableLike, TomlError, Value};

/// Keys of `[package]` that are written when the file is created, and belong to people from then on.
const PACKAGE_KEYS_OF_PEOPLE: [&str; 2] = ["version", "metadata"];

/// Makes the crate the root of a workspace of its own.
const OWN_WORKSPACE: &str =
    "\n# The workspace around this folder does not have it as a member.\n[workspace]\n";

/// The generated manifest, with what people added to the existing one.
///
/// The error is about `existing`: the generator writes valid TOML.
pub(crate) fn merge(
    generated: &str,
    existing: Option<&str>,
    own_workspace: bool,
) -> Result<String, TomlError> {
    let mut text = match existing {
        None => generated.to_owned(),
        Some(existing) => merge_documents(generated, existing)?,
    };
    if own_workspace && !has_workspace(&text) {
        text = format!("{}\n{OWN_WORKSPACE}", text.trim_end());
    }
    Ok(text)
}

/// Whether `manifest` is the root of a workspace.
pub(crate) fn has_workspace(manifest: &str) -> bool {
    manifest
        .parse::<DocumentMut>()
        .is_ok_and(|document| document.contains_key("workspace"))
}

/// The name of the package of `manifest`.
pub(crate) fn package_name(manifest: &str) -> Option<String> {
    let document: DocumentMut = manifest.parse().ok()?;
    let name = document.get("package")?.get("name")?.as_str()?;
    Some(name.to_owned())
}

/// The version of the package of `manifest`, if it stands there.
pub(crate) fn version(manifest: &str) -> Option<String> {
    let document: DocumentMut = manifest.parse().ok()?;
    let version = document.get("package")?.get("version")?.as_str()?;
    Some(version.to_owned())
}

/// The manifest with another version of its package, and all else as it was.
pub(crate) fn with_version(manifest: &str, version: &str) -> Result<String, TomlError> {
    let mut document: DocumentMut = manifest.parse()?;
    if let Some(package) = document
        .get_mut("package")
        .and_then(Item::as_table_like_mut)
    {
        set_version(package, version);
    }
    Ok(document.to_string())
}

/// The text of Cargo.lock with another version of the package of this repository that has this name.
pub(crate) fn lock_with_version(
    lock: &str,
    name: &str,
    version: &str,
) -> Result<String, TomlError> {
    let mut document: DocumentMut = lock.parse()?;
    let packages = document
        .get_mut("package")
        .and_then(Item::as_array_of_tables_mut);
    for package in packages.into_iter().flat_map(ArrayOfTables::iter_mut) {
        let has_name = package.get("name").and_then(Item::as_str) == Some(name);
        // Packages of a registry have a source.
        if has_name && !package.contains_key("source") {
            set_version(package, version);
        }
    }
    Ok(document.to_string())
}

fn set_version(package: &mut dyn TableLike, version: &str) {
    if let Some(old) = package.get_mut("version").and_then(Item::as_value_mut) {
        let mut new = Value::from(version);
        // The comment behind it stays.
        *new.decor_mut() = old.decor().clone();
        *old = new;
    }
}

fn merge_documents(generated: &str, existing: &str) -> Result<String, TomlError> {
    let mut new: DocumentMut = generated.parse()?;
    let mut merged: DocumentMut = existing.parse()?;
    add_features_of_people(&merged, &mut new);
    if let Some(package) = new.get("package").and_then(Item::as_table_like) {
        match merged.get_mut("package").and_then(Item::as_table_like_mut) {
            Some(old) => merge_package(package, old),
            None => replace(&new, &mut merged, "package"),
        }
    }
    for table in ["dependencies", "features"] {
        replace(&new, &mut merged, table);
    }
    if let Some(targets) = new.get("target").and_then(Item::as_table_like) {
        merge_targets(targets, &mut merged);
    }
    if new.contains_key("lib") {
        replace(&new, &mut merged, "lib");
    }
    Ok(with_first_line_of(generated, &merged.to_string()))
}

fn merge_package(new: &dyn TableLike, old: &mut dyn TableLike) {
    for (key, item) in new.iter() {
        if PACKAGE_KEYS_OF_PEOPLE.contains(&key) {
            continue;
        }
        match old.get_mut(key) {
            Some(existing) if plain(existing) == plain(item) => {}
            Some(existing) => {
                let mut item = item.clone();
                // The comment behind a value stays.
                if let (Some(value), Some(old)) = (item.as_value_mut(), existing.as_value()) {
                    *value.decor_mut() = old.decor().clone();
                }
                *existing = item;
            }
            None => {
                old.insert(key, item.clone());
            }
        }
    }
}

/// Puts the dependencies of each target among those that people have for it.
fn merge_targets(new: &dyn TableLike, merged: &mut DocumentMut) {
    for (target, item) in new.iter() {
        let Some(dependencies) = item.get("dependencies").and_then(Item::as_table_like) else {
            continue;
        };
        let mut place = merged.as_item_mut();
        for (key, is_shown) in [("target", false), (target, false), ("dependencies", true)] {
            let Some(table) = place.as_table_like_mut() else {
                return;
            };
            let mut empty = Table::new();
            empty.set_implicit(!is_shown);
            place = table.entry(key).or_insert(Item::Table(empty));
        }
        let Some(place) = place.as_table_like_mut() else {
            continue;
        };
        for (name, requirement) in dependencies.iter() {
            if place.get(name).map(plain) != Some(plain(requirement)) {
                place.insert(name, requirement.clone());
            }
        }
    }
}

/// Adds to `new` the features of `merged` that the generator neither writes nor wrote. It wrote those of tags, which
/// stand in the feature of all operations.
fn add_features_of_people(merged: &DocumentMut, new: &mut DocumentMut) {
    let Some(old) = merged.get("features").and_then(Item::as_table_like) else {
        return;
    };
    let of_tags: Vec<&str> = old
        .get(ALL_OPERATIONS)
        .and_then(Item::as_array)
        .into_iter()
        .flatten()
        .filter_map(|name| name.as_str())
        .collect();
    let Some(features) = new.get_mut("features").and_then(Item::as_table_mut) else {
        return;
    };
    for (key, item) in old.iter() {
        if FEATURES.contains(&key) || of_tags.contains(&key) || features.contains_key(key) {
            continue;
        }
        features.insert(key, item.clone());
        // The comment above a feature belongs to its key.
        if let (Some(mut to), Some(from)) = (features.key_mut(key), old.key(key)) {
            *to.leaf_decor_mut() = from.leaf_decor().clone();
        }
    }
}

/// Puts the table of `new`, or none, in the place of that of `merged`.
fn replace(new: &DocumentMut, merged: &mut DocumentMut, name: &str) {
    let Some(item) = new.get(name) else {
        merged.remove(name);
        return;
    };
    let old = merged.get(name);
    if old.is_some_and(|old| plain(old) == plain(item)) {
        return;
    }
    let mut item = item.clone();
    if let Some(table) = item.as_table_mut() {
        let old = old.and_then(Item::as_table);
        table.set_position(old.and_then(Table::position));
        if let Some(prefix) = old.and_then(|old| old.decor().prefix()) {
            table.decor_mut().set_prefix(prefix.clone());
        }
    }
    merged.insert(name, item);
}

/// The text without the white space and comments around it.
fn plain(item: &Item) -> String {
    let mut item = item.clone();
    if let Some(value) = item.as_value_mut() {
        value.decor_mut().clear();
    }
    item.to_string().trim().to_owned()
}

/// The first line marks the file as generated and may tell by what, so it is the generator's.
fn with_first_line_of(generated: &str, merged: &str) -> String {
    let first = generated.lines().next().unwrap_or_default();
    let rest = merged.split_once('\n').map_or("", |(_, rest)| rest);
    format!("{first}\n{rest}")
}

#[cfg(test)]
mod tests {
    use super::*;

    const GENERATED: &str = r#"# @generated by the generator, version 2
[package]
name = "petstore"
version = "0.1.0"
edition = "2024"

[dependencies]
bytes = "1.12"
serde = { version = "1.0.229", default-features = false }

[features]
default = ["rustls"]
rustls = []
"#;

    fn merged(existing: &str) -> String {
        let once = merge(GENERATED, Some(existing), false).unwrap();
        let twice = merge(GENERATED, Some(&once), false).unwrap();
        assert_eq!(once, twice, "merging twice is not merging once");
        once
    }

    #[test]
    fn a_new_manifest_is_the_generated_one() {
        assert_eq!(merge(GENERATED, None, false).unwrap(), GENERATED);
        assert_eq!(merged(GENERATED), GENERATED);
    }

    #[test]
    fn only_what_the_generator_owns_changes() {
        let existing = r#"# @generated by the generator, version 1
# A comment of people.

[package]
name = "pets" # renamed soon
version = "3.1.4"
authors = ["A. Person"]
edition = "2021"

# Why this lint.
[lints.rust]
unsafe_code = "forbid"

[dependencies]
bytes = "1.0"
old = "1"

# For the examples.
[dev-dependencies]
tokio = { version = "1", features = ["full"] } # all of it

[[example]]
name = "post"

[package.metadata.docs.rs]
all-features = true
"#;
        let expected = r#"# @generated by the generator, version 2
# A comment of people.

[package]
name = "petstore" # renamed soon
version = "3.1.4"
authors = ["A. Person"]
edition = "2024"

# Why this lint.
[lints.rust]
unsafe_code = "forbid"

[dependencies]
bytes = "1.12"
serde = { version = "1.0.229", default-features = false }

# For the examples.
[dev-dependencies]
tokio = { version = "1", features = ["full"] } # all of it

[[example]]
name = "post"

[features]
default = ["rustls"]
rustls = []

[package.metadata.docs.rs]
all-features = true
"#;
        assert_eq!(merged(existing), expected);
    }

    #[test]
    fn tables_that_are_no_longer_generated_are_removed() {
        let generated = "# @generated\n[package]\nname = \"x\"\n";
        let existing = "# @generated\n[package]\nname = \"x\"\n\n[features]\na = []\n\n[dependencies.b]\nversion = \"1\"\n";
        assert_eq!(merge(generated, Some(existing), false).unwrap(), generated);
    }

    #[test]
    fn features_of_tags_come_and_go_and_those_of_people_stay() {
        let existing = r#"# @generated by the generator, version 2
[package]
name = "petstore"
version = "0.1.0"
edition = "2024"

[dependencies]
bytes = "1.12"
serde = { version = "1.0.229", default-features = false }

[features]
default = ["rustls", "all-operations", "mine"]
rustls = []
all-operations = ["pets", "shops"]
pets = []
shops = []
# For the example.
mine = ["shops"] # only one
other-types = []
"#;
        let generated = format!(
            "{}all-operations = [\n    \"cats\",\n    \"pets\",\n]\ncats = []\npets = []\n",
            GENERATED.replace("[\"rustls\"]", "[\"rustls\", \"all-operations\"]")
        );
        let merged = merge(&generated, Some(existing), false).unwrap();
        let expected = format!("{generated}# For the example.\nmine = [\"shops\"] # only one\n");
        assert_eq!(merged, expected);
        assert_eq!(merge(&generated, Some(&merged), false).unwrap(), merged);
    }

    #[test]
    fn dependencies_in_tables_of_their_own_are_replaced_too() {
        let text = merged(
            "# @generated\n[package]\nname = \"x\"\n\n[dependencies.old]\nversion = \"1\"\n\n[lints]\nworkspace = true\n",
        );
        assert!(!text.contains("old"), "{text}");
        assert!(text.contains("bytes = \"1.12\""), "{text}");
        assert!(text.contains("[lints]\nworkspace = true"), "{text}");
    }

    #[test]
    fn dependencies_of_a_target_stand_beside_those_of_people() {
        let generated = format!(
            "{GENERATED}\n[target.'cfg(target_arch = \"wasm32\")'.dependencies]\ngloo-timers = \"0.4\"\nweb-time = \"1.1\"\n"
        );
        let merged = |existing: &str| {
            let once = merge(&generated, Some(existing), false).unwrap();
            assert_eq!(merge(&generated, Some(&once), false).unwrap(), once);
            once
        };
        assert_eq!(merged(GENERATED), generated);
        assert_eq!(merged(&generated), generated);
        let lib = "\n[lib]\nname = \"people\"\n";
        let before = format!(
            "{GENERATED}\n# For pages.\n[target.'cfg(target_arch = \"wasm32\")'.dependencies]\nweb-sys = \"0.3\" # ours\nweb-time = \"1.0\"\n\n[target.'cfg(unix)'.dependencies]\nlibc = \"0.2\"\n{lib}"
        );
        let after = before.replace(
            "web-time = \"1.0\"\n",
            "web-time = \"1.1\"\ngloo-timers = \"0.4\"\n",
        );
        assert_eq!(merged(&before), after);
        let own_table = format!(
            "{GENERATED}\n[target.'cfg(target_arch = \"wasm32\")'.dependencies.web-time]\nversion = \"1.0\"\n"
        );
        assert!(
            !merged(&own_table).contains("\"1.0\""),
            "{}",
            merged(&own_table)
        );
        let dev = format!(
            "{GENERATED}\n[target.'cfg(target_arch = \"wasm32\")'.dev-dependencies]\nwasm-bindgen-test = \"0.3\"\n"
        );
        assert!(
            merged(&dev).contains("wasm-bindgen-test"),
            "{}",
            merged(&dev)
        );
    }

    #[test]
    fn the_target_of_the_library_is_owned_if_it_is_generated() {
        let existing = format!("{GENERATED}\n[lib]\nname = \"people\"\n");
        assert_eq!(merged(&existing), existing);
        let generated = format!("{GENERATED}\n[lib]\nname = \"generated\"\n");
        assert_eq!(
            merge(&generated, Some(&existing), false).unwrap(),
            generated
        );
    }

    #[test]
    fn a_workspace_is_added_once_and_never_removed() {
        let added = merge(GENERATED, None, true).unwrap();
        assert!(added.ends_with("rustls = []\n\n# The workspace around this folder does not have it as a member.\n[workspace]\n"));
        assert_eq!(merge(GENERATED, Some(&added), true).unwrap(), added);
        assert_eq!(merge(GENERATED, Some(&added), false).unwrap(), added);
    }

    #[test]
    fn a_manifest_that_is_no_toml_is_an_error() {
        assert!(merge(GENERATED, Some("# @generated\n[package"), false).is_err());
    }

    #[test]
    fn the_name_of_a_package_is_found() {
        assert_eq!(package_name(GENERATED).as_deref(), Some("petstore"));
        assert_eq!(package_name("[workspace]"), None);
    }
}
