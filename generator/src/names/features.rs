use std::collections::BTreeMap;

use super::Scope;

/// The Cargo feature that turns on those of all tags.
pub const ALL_OPERATIONS: &str = "all-operations";

/// The Cargo feature of the types that no operation reaches.
pub(crate) const OTHER_TYPES: &str = "other-types";

/// The module of those types.
pub(crate) const OTHER_TYPES_MODULE: &str = "other_types";

/// The Cargo features that are the generator's, beside those of tags.
pub const FEATURES: &[&str] = &[
    ALL_OPERATIONS,
    "blocking",
    "default",
    "native-tls",
    OTHER_TYPES,
    "rustls",
    "tracing",
];

/// The Cargo feature of each module of operations, by the name of the module; empty where operations have none.
#[derive(Debug, Clone, Default)]
pub(crate) struct FeatureNames(BTreeMap<String, String>);

impl FeatureNames {
    /// The feature of a module of operations or types.
    pub(crate) fn get(&self, module: &str) -> Option<&str> {
        match self.0.get(module) {
            None if module == OTHER_TYPES_MODULE => Some(OTHER_TYPES),
            feature => feature.map(String::as_str),
        }
    }

    /// The features of operations, in the order of their modules.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.values().map(String::as_str)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Names a feature for each of the modules, where there are several. `dependencies` are the names that Cargo may have
/// for features of its own: those of optional dependencies.
pub(crate) fn features<'a>(
    modules: impl IntoIterator<Item = &'a str>,
    dependencies: impl IntoIterator<Item = &'static str>,
) -> FeatureNames {
    let taken: Vec<&str> = FEATURES.iter().copied().chain(dependencies).collect();
    let mut scope = Scope::with_taken(&taken);
    let mut names: BTreeMap<String, String> = modules
        .into_iter()
        .map(|module| (module.to_owned(), String::new()))
        .collect();
    if names.len() < 2 {
        return FeatureNames::default();
    }
    for (module, feature) in &mut names {
        let kebab = module.replace('_', "-");
        *feature = scope.claim([kebab.clone(), format!("{kebab}-operations")]);
    }
    FeatureNames(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_feature_is_named_after_its_module_and_never_like_one_of_ours_or_a_dependency() {
        let modules = [
            "pull_requests",
            "default",
            "bytes",
            "rustls",
            "rustls_operations",
            "bytes",
        ];
        let names = features(modules, ["bytes"]);
        let expected = [
            "bytes-operations",
            "default-operations",
            "pull-requests",
            "rustls-operations",
            "rustls-operations-operations",
        ];
        assert_eq!(names.iter().collect::<Vec<_>>(), expected);
        assert_eq!(names.get("pull_requests"), Some("pull-requests"));
        assert!(
            features(["a", "a"], []).is_empty(),
            "nothing to choose from"
        );
    }
}
