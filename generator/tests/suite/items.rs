//! That each item of a crate is listed with the part of the document that it comes from.

use std::collections::{BTreeMap, BTreeSet};

use generator::{Generated, ItemKind, ItemOrigin, Pointer, RustItem};

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
    let keywords = [
        "pub struct ",
        "pub enum ",
        "pub type ",
        "pub const ",
        "    pub fn ",
    ];
    let rest = keywords.iter().find_map(|it| line.strip_prefix(it))?;
    rest.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == '#'))
        .next()
}

/// The names of the items right below a module or a type.
fn listed(items: &[RustItem], module: &str) -> BTreeSet<String> {
    let paths = items.iter().map(|item| item.path.as_str());
    paths
        .filter_map(|path| path.strip_prefix(module))
        .filter(|name| !name.contains("::"))
        .map(str::to_owned)
        .collect()
}

/// Where an item comes from in the document.
fn pointer(item: &RustItem) -> Option<&Pointer> {
    match &item.origin {
        ItemOrigin::Document(pointer) | ItemOrigin::Added(pointer) => Some(pointer),
        ItemOrigin::Generator => None,
    }
}

#[test]
fn every_type_every_constant_and_every_method_of_a_crate_is_listed_and_no_other() {
    for fixture in Fixture::all("positive") {
        let generated = fixture.generated();
        let items = &generated.items;
        let mut types = declared(&generated, "src/types");
        types.retain(|name| name.starts_with(|c: char| !c.is_lowercase()));
        assert_eq!(listed(items, "types::"), types, "{}", fixture.file_name());
        let mut operations = declared(&generated, "src/operations");
        // Of errors, and maybe of the client: nothing here tells them apart.
        operations.remove("body");
        let mut all = listed(items, "operations::");
        let markers = items.iter();
        for marker in markers.filter(|item| item.kind == ItemKind::Operation) {
            all.remove(marker.path.strip_prefix("operations::").unwrap());
        }
        all.extend(listed(items, "operations::headers::"));
        all.extend(listed(items, "Client::"));
        all.remove("body");
        assert_eq!(all, operations, "{}", fixture.file_name());
    }
}

/// Comparisons read the emitted text, so that this is what the compiler sees.
#[test]
fn what_is_listed_is_what_comparisons_find_in_the_crate() {
    for fixture in Fixture::all("positive") {
        let generated = fixture.generated();
        let listed = generated.items.clone();
        let unlisted = Generated {
            items: Vec::new(),
            ..generated
        };
        let found = unlisted.all_items();
        let found: BTreeSet<(&str, ItemKind)> = found
            .iter()
            .map(|item| (item.path.as_str(), item.kind))
            .collect();
        for item in &listed {
            let wanted = match item.kind {
                ItemKind::Argument => (item.path.rsplit_once("::").unwrap().0, ItemKind::Method),
                kind => (item.path.as_str(), kind),
            };
            let what = format!("{item:?} of {}", fixture.file_name());
            assert!(found.contains(&wanted), "{what}");
        }
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
            let place = pointer(item).and_then(|it| source.value().pointer(it.as_str()));
            assert!(place.is_some(), "{item:?} of {}", fixture.file_name());
        }
    }
}

#[test]
fn the_documentation_of_every_type_and_constant_names_its_place_or_its_operation() {
    for fixture in Fixture::all("positive") {
        let generated = fixture.generated();
        let pointers: BTreeMap<&str, String> = generated
            .items
            .iter()
            .filter_map(|item| Some((item.path.as_str(), pointer(item)?.to_string())))
            .collect();
        let modules = [
            ("src/types", "types::"),
            ("src/operations/headers.rs", "operations::headers::"),
            ("src/operations", "operations::"),
            ("src/servers.rs", "servers::"),
            ("src/client.rs", ""),
        ];
        for file in &generated.files {
            let module = modules.iter().find(|it| file.path.starts_with(it.0));
            let Some((_, module)) = module else { continue };
            let mut documentation = String::new();
            for line in file.contents.lines() {
                let place = |name: &str| {
                    let paths = [module, "Client::", "ClientBuilder::"];
                    let mut paths = paths.iter().map(|it| format!("{it}{name}"));
                    paths.find_map(|path| Some((pointers.get(path.as_str())?, path)))
                };
                if let Some((pointer, path)) = declared_name(line).and_then(place)
                    // What turns the direction of text is left out.
                    && pointer.is_ascii()
                {
                    let place = format!("`{}`", pointer.replace('`', "'"));
                    let is_told = documentation.contains(&place)
                        || (file.path.starts_with("src/operations/")
                            && names_a_request(&documentation));
                    let what = format!("{path} of {}", fixture.file_name());
                    assert!(is_told, "{what}: {documentation}");
                }
                match line.trim_start().strip_prefix("///") {
                    Some(text) => documentation.push_str(text),
                    None if line.trim_start().starts_with('#') => {}
                    None => documentation.clear(),
                }
            }
        }
    }
}

/// Whether a text has a method and a path as documentation writes them.
fn names_a_request(text: &str) -> bool {
    let mut spans = text.split('`').skip(1).step_by(2);
    spans.any(|span| {
        span.split_once(" /").is_some_and(|(method, _)| {
            !method.is_empty() && method.chars().all(|c| c.is_ascii_uppercase())
        })
    })
}
