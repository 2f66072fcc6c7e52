//! From bytes to a JSON value, with a way back from a pointer to line and column.

mod bundle;
mod detect;
mod edit;
mod error;
mod json;
mod merge;
mod origin;
mod page;
mod position;
mod positions;
mod spot;
mod telling;
mod text;
mod yaml;
mod yaml_nesting;
mod yaml_tabs;

use serde_json::Value;

pub use bundle::{FileLocation, Loader};
pub use error::{Format, NotOpenApi, ReferenceLimit, ReferenceProblem, SourceError};
pub use position::Position;
pub use spot::{Excerpt, FilePlace, Spot};

pub(crate) use edit::{Draft, FileId, Places};

use crate::diagnostics::Pointer;
use origin::Origin;

/// The nesting that `serde_json` reads at most; documents in YAML must keep to it as well, or their canonical JSON
/// could not be read back.
pub(crate) const MAX_DEPTH: usize = 127;

/// A document in memory: an object that has `openapi` or `swagger` at its top level.
#[derive(Debug, Clone)]
pub struct Source {
    name: String,
    value: Value,
    origin: Origin,
}

impl Source {
    /// Reads a document from JSON, YAML, or a documentation page: Markdown with one fenced code block that holds an
    /// OpenAPI document. `name` stands for the document in messages; usually it is a path or a URL.
    ///
    /// # Errors
    ///
    /// The bytes are not UTF-8, are cut off, break the rules of their format, or are something other than an
    /// OpenAPI document. The version that the document claims is not looked at.
    pub fn read(name: impl Into<String>, bytes: &[u8]) -> Result<Self, SourceError> {
        detect::read(name.into(), bytes)
    }

    /// Reads any value from JSON or YAML: a file that is no document itself.
    pub(crate) fn read_part(name: impl Into<String>, bytes: &[u8]) -> Result<Self, SourceError> {
        let name = name.into();
        let (text, value) = detect::read_part(&name, bytes)?;
        Ok(Self {
            name,
            value,
            origin: Origin::Text(Box::new(text)),
        })
    }

    /// Merges documents into one. Paths, operations, components, webhooks and tags are joined by name; everything
    /// below them, and everything else at the top level, must be equal where several documents have it.
    ///
    /// # Errors
    ///
    /// [`SourceError::Conflict`] when two documents differ in one such part, and [`SourceError::NothingToMerge`]
    /// when there is no document at all.
    pub fn merge(sources: Vec<Source>) -> Result<Self, SourceError> {
        merge::merge(sources)
    }

    /// Brings what the document refers to in other files into it. `load` gives the bytes of a file below the folder
    /// of the document, or of a URL; it decides what may be read. A document without such references is returned as
    /// it is.
    ///
    /// What has a section in the Components Object becomes a component, once for all references that lead to it, with
    /// the key that it has in its file, or the name of the file; where that is taken, with the name of what is around
    /// it before it, and with a number if all else fails. Everything else is put where the reference stands. Positions
    /// in the other files are kept. Several documents are [merged](Self::merge) after this.
    ///
    /// # Errors
    ///
    /// [`SourceError::Reference`] when a reference cannot be followed.
    pub fn with_references<'load>(
        self,
        load: &'load mut Loader<'load>,
    ) -> Result<Self, SourceError> {
        bundle::bundle(self, load)
    }

    /// The document.
    #[must_use]
    pub fn value(&self) -> &Value {
        &self.value
    }

    /// The document as JSON in one fixed form: two spaces for each level, keys in the order of the document, a
    /// newline at the end. Reading that text and writing it again gives the same text.
    #[must_use]
    pub fn to_canonical_json(&self) -> String {
        format!("{:#}\n", self.value)
    }

    /// How messages call the document.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Where `pointer` is in the file that it came from: the key of an object member, the start of an array element
    /// or of the whole document. `None` when the document has no such place.
    #[must_use]
    pub fn position(&self, pointer: &Pointer) -> Option<Position> {
        let found = self.origin.find(pointer)?;
        Some(found.position())
    }

    /// Where `pointer`, or the nearest thing around it that exists, is.
    #[must_use]
    pub fn spot(&self, pointer: &Pointer) -> Option<Spot<'_>> {
        self.origin.nearest(pointer)
    }

    /// Where `pointer` is, as `name:line:column`. What does not exist is placed at the nearest thing around it that
    /// does; the name stands alone when no position is known.
    #[must_use]
    pub fn place(&self, pointer: &Pointer) -> String {
        match self.spot(pointer) {
            Some(spot) => format!("{}:{}", spot.name(), spot.position()),
            None => self.name.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    /// Any JSON value: every kind of number, text that needs escapes, nesting.
    fn any_value() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<u64>().prop_map(Value::from),
            any::<f64>().prop_map(Value::from),
            any::<String>().prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 48, 6, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
                prop::collection::vec((any::<String>(), inner), 0..6)
                    .prop_map(|members| Value::Object(members.into_iter().collect())),
            ]
        })
    }

    fn document(content: Value) -> Value {
        json!({"openapi": "3.0.0", "x": content})
    }

    fn pointers(value: &Value, pointer: &Pointer, found: &mut Vec<Pointer>) {
        found.push(pointer.clone());
        match value {
            Value::Array(elements) => {
                for (index, element) in elements.iter().enumerate() {
                    pointers(element, &pointer.join(index), found);
                }
            }
            Value::Object(members) => {
                for (key, member) in members {
                    pointers(member, &pointer.join(key), found);
                }
            }
            _ => {}
        }
    }

    /// The rest of the line from `position` on.
    fn text_at(text: &str, position: Position) -> String {
        let line = text.split('\n').nth(position.line - 1).unwrap();
        line.chars().skip(position.column - 1).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn canonical_json_is_a_fixed_point(content in any_value()) {
            let text = format!("{}", document(content));
            let canonical = Source::read("a.json", text.as_bytes()).unwrap().to_canonical_json();
            let again = Source::read("a.json", canonical.as_bytes()).unwrap().to_canonical_json();
            prop_assert_eq!(canonical, again);
        }

        #[test]
        fn every_member_of_json_is_placed_at_its_key(content in any_value(), pretty in any::<bool>()) {
            let value = document(content);
            let text = if pretty { format!("{value:#}") } else { format!("{value}") };
            let source = Source::read("a.json", text.as_bytes()).unwrap();
            let mut all = Vec::new();
            pointers(&value, &Pointer::root(), &mut all);
            for pointer in all {
                let position = source.position(&pointer);
                prop_assert!(position.is_some(), "{pointer} has no position");
                let found = text_at(&text, position.unwrap());
                let parent = pointer.parent().and_then(|parent| value.pointer(parent.as_str()));
                let expected = match (parent, pointer.tokens().last()) {
                    (Some(Value::Object(_)), Some(key)) => Value::from(key).to_string(),
                    _ => match value.pointer(pointer.as_str()).unwrap() {
                        Value::Object(_) => "{".to_owned(),
                        Value::Array(_) => "[".to_owned(),
                        leaf => leaf.to_string(),
                    },
                };
                prop_assert!(found.starts_with(&expected), "{pointer}: {found:?} is not {expected:?}");
            }
        }

        #[test]
        fn any_value_reads_the_same_from_yaml_as_from_json(content in any_value()) {
            let value = document(content);
            let text = serde_yaml::to_string(&value).unwrap();
            // Line breaks to YAML 1.1, characters to YAML 1.2: a key that holds one is not found.
            prop_assume!(!text.contains(['\u{85}', '\u{2028}', '\u{2029}']));
            // Quotes do not make a merge key an ordinary one.
            prop_assume!(!text.contains("<<"));
            let source = Source::read("a.yaml", text.as_bytes()).unwrap();
            prop_assert_eq!(source.value(), &value);
            let mut all = Vec::new();
            pointers(&value, &Pointer::root(), &mut all);
            for pointer in all {
                prop_assert!(source.position(&pointer).is_some(), "{pointer} has no position in\n{text}");
            }
        }

        #[test]
        fn no_text_makes_reading_panic(text in "(openapi: 3\n)?[-{}\\[\\]:,&*a<!|>\"'`~# \n\t\u{e9}0-9?%@]{0,60}") {
            if let Ok(source) = Source::read("a", text.as_bytes()) {
                prop_assert!(source.position(&Pointer::root()).is_some());
            }
        }
    }

    #[test]
    fn a_pointer_that_leads_nowhere_is_placed_at_the_nearest_ancestor() {
        let source = Source::read(
            "a.json",
            b"{\n  \"openapi\": \"3.0.0\",\n  \"paths\": {}\n}",
        )
        .unwrap();
        let missing = Pointer::from("/paths/~1pets/get");
        assert_eq!(source.position(&missing), None);
        assert_eq!(source.place(&missing), "a.json:3:3");
        assert_eq!(source.place(&Pointer::from("/nothing")), "a.json:1:1");
    }

    #[test]
    fn canonical_json_keeps_the_order_of_keys() {
        let source =
            Source::read("a.json", br#"{"b":[1.0,{}],"openapi":"3.0.0","a":null}"#).unwrap();
        assert_eq!(
            source.to_canonical_json(),
            "{\n  \"b\": [\n    1.0,\n    {}\n  ],\n  \"openapi\": \"3.0.0\",\n  \"a\": null\n}\n"
        );
    }
}
