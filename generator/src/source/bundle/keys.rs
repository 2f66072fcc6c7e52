//! What components are called that come from other files.

use std::collections::BTreeMap;

use heck::ToUpperCamelCase as _;

use super::{Target, location::FileLocation};
use crate::diagnostics::Pointer;

/// Members whose own members have names of the author's choice: what follows one of these is a name.
const NAMING: &[&str] = &[
    "$defs",
    "callbacks",
    "definitions",
    "examples",
    "headers",
    "links",
    "parameters",
    "patternProperties",
    "properties",
    "requestBodies",
    "responses",
    "schemas",
    "securitySchemes",
];

/// Members that say nothing about what they hold.
const SILENT: &[&str] = &[
    "additionalProperties",
    "allOf",
    "anyOf",
    "components",
    "content",
    "items",
    "oneOf",
    "paths",
    "schema",
];

/// The keys of one bundle.
#[derive(Debug, Default)]
pub(super) struct Keys {
    /// The keys that are taken, by section and in the form in which two of them look the same in code.
    taken: BTreeMap<(String, String), Taken>,
    /// What is already a component.
    of_target: BTreeMap<(String, Target), String>,
}

#[derive(Debug)]
struct Taken {
    key: String,
    target: Target,
}

impl Keys {
    /// Takes a key that the document has itself.
    pub(super) fn reserve(&mut self, section: &str, key: &str, target: Target) {
        let taken = Taken {
            key: key.to_owned(),
            target,
        };
        self.taken.insert((section.to_owned(), folded(key)), taken);
    }

    /// Lets references to `target` lead to `key`.
    pub(super) fn bind(&mut self, section: &str, target: Target, key: &str) {
        self.of_target
            .insert((section.to_owned(), target), key.to_owned());
    }

    /// The key of a target that is a component already.
    pub(super) fn of(&self, section: &str, target: &Target) -> Option<&str> {
        let key = (section.to_owned(), target.clone());
        self.of_target.get(&key).map(String::as_str)
    }

    /// Finds a key for a target that has none, the first of its `names` that is free. Where `is_same` finds that the
    /// component under one of them is the same thing, that one is shared, and the result is `None`.
    pub(super) fn choose(
        &mut self,
        section: &str,
        target: &Target,
        names: &Names,
        is_same: impl Fn(&Target) -> bool,
    ) -> Option<String> {
        for name in names.candidates() {
            match self.taken.get(&(section.to_owned(), folded(&name))) {
                None => {
                    self.reserve(section, &name, target.clone());
                    self.bind(section, target.clone(), &name);
                    return Some(name);
                }
                Some(taken) if is_same(&taken.target) => {
                    let key = taken.key.clone();
                    self.bind(section, target.clone(), &key);
                    return None;
                }
                Some(_) => {}
            }
        }
        None
    }
}

/// The form in which two keys are compared.
fn folded(key: &str) -> String {
    let folded = key.to_upper_camel_case().to_lowercase();
    if folded.is_empty() {
        key.to_owned()
    } else {
        folded
    }
}

/// What a target can be called.
pub(super) struct Names {
    own: String,
    /// What stands around it, from the inside out.
    around: Vec<String>,
}

impl Names {
    /// The names that place and file suggest. `alias` is what another file calls it.
    pub(super) fn of(location: &FileLocation, pointer: &Pointer, alias: Option<String>) -> Self {
        let mut folders = location.segments();
        let file = folders.pop().unwrap_or_default();
        let mut around = folders;
        let stem = stem(&file);
        // The name of an index tells less than that of its folder.
        if !matches!(stem.as_str(), "index" | "_index") || around.is_empty() {
            around.push(stem);
        }
        around.extend(telling(pointer));
        around.extend(alias);
        let own = around.pop().filter(|own| !own.is_empty());
        around.reverse();
        Self {
            own: own.unwrap_or_else(|| "external".to_owned()),
            around,
        }
    }

    /// The name itself, with more and more of what stands around it, and with numbers.
    fn candidates(&self) -> impl Iterator<Item = String> {
        let mut longer = Vec::new();
        let mut name = capitalized(&self.own);
        for context in &self.around {
            let context = context.to_upper_camel_case();
            if !context.is_empty() && !name.starts_with(&context) {
                name = context + &name;
                longer.push(name.clone());
            }
        }
        let own = self.own.clone();
        std::iter::once(self.own.clone())
            .chain(longer)
            .chain((2_usize..).map(move |number| format!("{own}{number}")))
    }
}

/// The tokens that say something about what they hold.
fn telling(pointer: &Pointer) -> Vec<String> {
    let mut telling = Vec::new();
    let mut is_name = false;
    for token in pointer.tokens() {
        let says_nothing = SILENT.contains(&token.as_str())
            || NAMING.contains(&token.as_str())
            || token.bytes().all(|byte| byte.is_ascii_digit());
        if is_name || !says_nothing {
            is_name = false;
            telling.push(token);
        } else {
            is_name = NAMING.contains(&token.as_str());
        }
    }
    telling
}

/// The name of a file without what tells its format, made of the characters that keys of components may have
/// (OpenAPI Specification 3.0.4, section 4.7.7.1) or letters of other scripts.
fn stem(file: &str) -> String {
    let stem = [".json", ".yaml", ".yml"]
        .iter()
        .find_map(|extension| file.strip_suffix(extension))
        .unwrap_or(file);
    let stem = stem.strip_suffix(".schema").unwrap_or(stem);
    stem.replace(
        |c: char| !c.is_alphanumeric() && !matches!(c, '.' | '-' | '_'),
        "_",
    )
}

fn capitalized(name: &str) -> String {
    let mut characters = name.chars();
    match characters.next() {
        Some(first) => first.to_uppercase().chain(characters).collect(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(file: &str, pointer: &str) -> Vec<String> {
        let location = FileLocation::Path(file.to_owned());
        let names = Names::of(&location, &Pointer::from(pointer), None);
        names.candidates().take(3).collect()
    }

    #[test]
    fn a_name_is_that_of_the_component_or_of_the_file_with_context_before_numbers() {
        let cases = [
            (
                "common.json",
                "/components/schemas/Error",
                ["Error", "CommonError", "Error2"],
            ),
            ("schemas/pet.yaml", "", ["pet", "SchemasPet", "pet2"]),
            ("pet/index.yaml", "", ["pet", "pet2", "pet3"]),
            (
                "pet store.schema.json",
                "",
                ["pet_store", "pet_store2", "pet_store3"],
            ),
            (
                "a.yaml",
                "/components/schemas/Pet/properties/tag",
                ["tag", "PetTag", "APetTag"],
            ),
            (
                "a.yaml",
                "/components/schemas/Pets/items",
                ["Pets", "APets", "Pets2"],
            ),
            (
                "a.yaml",
                "/definitions/items",
                ["items", "AItems", "items2"],
            ),
        ];
        for (file, pointer, expected) in cases {
            assert_eq!(names(file, pointer), expected, "{file}#{pointer}");
        }
    }
}
