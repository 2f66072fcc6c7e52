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
    /// Crates that replacements and derives need, by their names. What the client asks for by itself can be among them,
    /// for more of its features.
    pub dependencies: BTreeMap<String, CrateRequirement>,
}

/// What `Cargo.toml` is to ask of a crate.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CrateRequirement {
    /// Which versions will do, as Cargo writes it.
    pub version: Option<String>,
    /// Where it comes from, if that is not crates.io, or under which name: `path`, `git`, `package` and the like.
    pub place: BTreeMap<String, String>,
    /// Whether it has its default features, if that is said.
    pub default_features: Option<bool>,
    /// Its features.
    pub features: Vec<String>,
}

impl Choices {
    /// Whether nothing is chosen.
    pub(crate) fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
