use std::collections::BTreeMap;

/// What types, properties and operations are in Rust, where that is not to follow from the document alone. What is sent
/// and received stays the same.
///
/// Types are named as the crate has them without these choices.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choices {
    /// New names of types, by the old ones.
    pub type_names: BTreeMap<String, String>,
    /// Names of fields, by type and property: `Pet.petKind`, with the property as the document has it.
    pub field_names: BTreeMap<String, String>,
    /// Names of methods, by the ids of operations, or by `METHOD /path`.
    pub method_names: BTreeMap<String, String>,
    /// Paths of types that stand for those of the document, by the names of these.
    pub replacements: BTreeMap<String, String>,
    /// Traits to derive besides the usual ones, by type; `*` in its name stands for any text.
    pub derives: BTreeMap<String, Vec<String>>,
    /// Crates that replacements and derives need: what `Cargo.toml` asks for, as TOML, by their names.
    pub dependencies: BTreeMap<String, String>,
}

impl Choices {
    /// Whether nothing is chosen.
    pub(crate) fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
