use std::collections::BTreeMap;

use crate::model::{Kind, Origin, Root, Step, TypeId, Types};

use super::singular::singular;
use super::{Scope, pascal_case};

/// What generated code takes from the prelude, and the modules beside it mean by these names.
const TAKEN: &[&str] = &[
    "BTreeMap",
    "Box",
    "Default",
    "Err",
    "From",
    "Into",
    "IntoIterator",
    "None",
    "Ok",
    "Option",
    "Result",
    "Self",
    "Some",
    "String",
    "ToString",
    "Vec",
];

/// The name of each type.
#[derive(Debug, Clone, Default)]
pub(crate) struct TypeNames {
    names: BTreeMap<TypeId, String>,
    numbered: BTreeMap<String, String>,
}

impl TypeNames {
    /// The name of a type. One that is not declared is JSON, as its user would have to write it.
    pub(crate) fn get(&self, id: TypeId) -> &str {
        self.names.get(&id).map_or("JsonValue", String::as_str)
    }

    /// The name that a type would have, if it had no number because another one has it.
    pub(crate) fn without_number(&self, id: TypeId) -> Option<&str> {
        self.numbered.get(self.get(id)).map(String::as_str)
    }
}

/// Names all types: components first, because their names are the document's own.
pub(crate) fn types(types: &Types) -> TypeNames {
    let mut scope = Scope::with_taken(TAKEN);
    let mut names = TypeNames::default();
    for (id, name) in &types.chosen.types {
        if types.get(*id).is_some() {
            names.names.insert(*id, scope.claim([name.clone()]));
        }
    }
    let components: Vec<(TypeId, &str)> = types
        .iter()
        .filter(|(id, _)| !names.names.contains_key(id))
        .filter_map(|(id, declaration)| match &declaration.origin.root {
            Root::Component(key) => Some((id, key.as_str())),
            Root::Shared(_) | Root::Type(_) | Root::Operation(_) => None,
        })
        .collect();
    let keys: Vec<&str> = components.iter().map(|(_, key)| *key).collect();
    let claimed = scope.claim_all(&keys, component_name);
    names
        .names
        .extend(components.iter().map(|(id, _)| *id).zip(claimed));
    for (id, declaration) in types.iter() {
        if !names.names.contains_key(&id) {
            let name = scope.claim(candidates(&declaration.origin, types, &names));
            names.names.insert(id, name);
        }
    }
    names.numbered = scope.into_numbered();
    names
}

/// Whether no type can have the name, because code means something else by it.
pub(crate) fn is_taken(name: &str) -> bool {
    TAKEN.contains(&name)
}

fn component_name(key: &str) -> String {
    let name = pascal_case(key);
    if TAKEN.contains(&name.as_str()) {
        format!("{name}Schema")
    } else {
        name
    }
}

/// Names for an inline type, best first.
fn candidates(origin: &Origin, types: &Types, names: &TypeNames) -> Vec<String> {
    let stem = match &origin.root {
        Root::Component(key) | Root::Shared(key) => pascal_case(key),
        Root::Operation(id) => pascal_case(types.chosen.methods.get(id).unwrap_or(id)),
        Root::Type(id) => names.get(*id).to_owned(),
    };
    // The items of an array that has a name of its own: `Pets` gives `Pet`.
    if let (Root::Type(id), [Step::Items]) = (&origin.root, origin.steps.as_slice()) {
        let is_alias = matches!(types.get(*id).map(|item| &item.kind), Some(Kind::Alias(_)));
        if is_alias && singular(&stem) != stem {
            return vec![singular(&stem), format!("{stem}Item")];
        }
    }
    if let (Root::Shared(_), [step]) = (&origin.root, origin.steps.as_slice()) {
        return shared_candidates(&stem, step);
    }
    let short = format!("{stem}{}", suffix(&origin.steps, true));
    let long = format!("{stem}{}", suffix(&origin.steps, false));
    vec![short, long]
}

/// Names for what stands in a component that is no schema: a response `NotFound` gives `NotFoundResponse`.
fn shared_candidates(stem: &str, step: &Step) -> Vec<String> {
    let kind = match step {
        Step::RequestBody => "Body",
        Step::Parameter(_) => "Parameter",
        _ => "Response",
    };
    let long = format!("{stem}{kind}");
    match step {
        Step::Parameter(_) => vec![stem.to_owned(), long],
        _ if stem.ends_with(kind) => vec![stem.to_owned(), long],
        _ => vec![long],
    }
}

/// The steps as one word. `terse` leaves out what a property's singular tells.
fn suffix(steps: &[Step], terse: bool) -> String {
    let mut word = String::new();
    let mut steps = steps.iter().peekable();
    while let Some(step) = steps.next() {
        match step {
            Step::Property(name) => {
                let one = singular(name);
                let mut in_array = false;
                while steps.next_if(|next| **next == Step::Items).is_some() {
                    in_array = true;
                }
                if in_array && terse {
                    word.push_str(&pascal_case(&one));
                } else if in_array {
                    word.push_str(&pascal_case(name));
                    word.push_str("Item");
                } else {
                    word.push_str(&pascal_case(name));
                }
            }
            Step::Items => word.push_str("Item"),
            Step::Place(number) => word.push_str(&format!("Place{number}")),
            Step::Values | Step::Value => word.push_str("Value"),
            Step::Branch(tag) => word.push_str(&pascal_case(tag)),
            Step::RequestBody => word.push_str("Body"),
            Step::Response(status) if terse && status.starts_with('2') => word.push_str("Response"),
            Step::Response(status) => {
                word.push_str("Response");
                word.push_str(&pascal_case(&format!("a{status}")).split_off(1));
            }
            Step::Parameter(name) => word.push_str(&pascal_case(name)),
        }
    }
    word
}

#[cfg(test)]
mod tests {
    use super::*;

    fn property(name: &str) -> Step {
        Step::Property(name.to_owned())
    }

    #[test]
    fn an_inline_type_is_named_after_the_place_where_it_stands() {
        let steps = [property("files"), Step::Items];
        assert_eq!(suffix(&steps, true), "File");
        assert_eq!(suffix(&[property("mediaType")], true), "MediaType");
        assert_eq!(
            suffix(&[Step::Branch("text/plain".to_owned())], true),
            "TextPlain"
        );
        assert_eq!(
            suffix(&[property("labels"), Step::Values], true),
            "LabelsValue"
        );
        assert_eq!(suffix(&[property("data"), Step::Items], true), "Data");
        assert_eq!(suffix(&[property("data"), Step::Items], false), "DataItem");
        assert_eq!(
            suffix(&[Step::Response("404".to_owned())], true),
            "Response404"
        );
    }
}
