//! That each item of a crate is listed with the part of the document that it comes from.

use std::collections::{BTreeMap, BTreeSet};

use generator::{Generated, ItemKind};

use crate::fixture::Fixture;

/// The names that the files below a folder declare.
fn declared(generated: &Generated, folder: &str) -> BTreeSet<String> {
    let files = generated.files.iter();
    let files = files.filter(|file| file.path.starts_with(folder));
    let lines = files.flat_map(|file| file.contents.lines());
    lines
        .filter_map(declared_name)
        .map(|name| name.trim_start_matches("r#").to_owned())
        .collect()
}

/// The name that a line declares.
fn declared_name(line: &str) -> Option<&str> {
    let keywords = ["pub struct ", "pub enum ", "pub type ", "    pub fn "];
    let rest = keywords.iter().find_map(|it| line.strip_prefix(it))?;
    rest.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == '#'))
        .next()
}

fn listed(generated: &Generated, module: &str) -> BTreeSet<String> {
    let paths = generated.items.iter().map(|item| item.path.as_str());
    paths
        .filter_map(|path| path.strip_prefix(module))
        .filter(|name| !name.contains("::"))
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_type_and_every_method_of_a_crate_is_listed_and_no_other() {
    for fixture in Fixture::all("positive") {
        let generated = fixture.generated();
        let mut types = declared(&generated, "src/types");
        types.retain(|name| name.starts_with(|c: char| !c.is_lowercase()));
        assert_eq!(
            listed(&generated, "types::"),
            types,
            "{}",
            fixture.file_name()
        );
        let mut operations = declared(&generated, "src/operations");
        // Of errors, and maybe of the client: nothing here tells them apart.
        operations.remove("body");
        let mut all = listed(&generated, "operations::");
        let markers = generated.items.iter();
        for marker in markers.filter(|item| item.kind == ItemKind::Operation) {
            all.remove(marker.path.strip_prefix("operations::").unwrap());
        }
        all.extend(listed(&generated, "Client::"));
        all.remove("body");
        assert_eq!(all, operations, "{}", fixture.file_name());
    }
}

#[test]
fn every_item_that_is_listed_is_in_the_crate_and_its_place_in_the_document() {
    for fixture in Fixture::all("positive") {
        let generated = fixture.generated();
        let source = fixture.source();
        let text: String = generated
            .files
            .iter()
            .map(|it| it.contents.as_str())
            .collect();
        for item in &generated.items {
            let name = item.path.rsplit("::").next().unwrap();
            let is_there = match item.kind {
                ItemKind::Field => [format!("    pub {name}: "), format!("    pub r#{name}: ")]
                    .iter()
                    .any(|it| text.contains(it)),
                ItemKind::Variant => text.contains(&format!("    {name}")),
                _ => text.contains(name),
            };
            assert!(is_there, "{item:?} of {}", fixture.file_name());
            let place = source.value().pointer(item.pointer.as_str());
            assert!(place.is_some(), "{item:?} of {}", fixture.file_name());
        }
    }
}

#[test]
fn the_documentation_of_every_type_names_its_place() {
    for fixture in Fixture::all("positive") {
        let generated = fixture.generated();
        let pointers: BTreeMap<&str, String> = generated
            .items
            .iter()
            .map(|item| (item.path.as_str(), item.pointer.to_string()))
            .collect();
        let files = generated.files.iter();
        let files = files.filter(|file| file.path.starts_with("src/types"));
        let mut documentation = String::new();
        for line in files.flat_map(|file| file.contents.lines()) {
            if let Some(path) = declared_name(line).map(|name| format!("types::{name}"))
                && let Some(pointer) = pointers.get(path.as_str())
                // What turns the direction of text is left out.
                && pointer.is_ascii()
            {
                let place = format!("`{}`", pointer.replace('`', "'"));
                let what = format!("{path} of {}", fixture.file_name());
                assert!(documentation.contains(&place), "{what}: {documentation}");
            }
            match line.strip_prefix("///") {
                Some(text) => documentation.push_str(text),
                None if line.starts_with('#') => {}
                None => documentation.clear(),
            }
        }
    }
}
