//! From the model to the text of the files. Nothing is decided here but how Rust code reads.

mod client;
mod docs;
mod enumeration;
mod items;
mod library;
mod manifest;
mod operations;
mod print;
mod quick_start;
mod runtime;
mod servers;
mod structs;
mod ty;
mod types;
mod union;

use crate::MARKER;
use crate::OutputFile;
use crate::SchemaType;
use crate::calls::{CredentialSetter, OperationCall};
use crate::config::Config;
use crate::items::RustItem;
use crate::model::{Api, Home};
pub(crate) use manifest::{Dependency, dependencies_of};

use crate::names::{self, FeatureNames, OperationNames, TypeNames};

/// A crate, and what others can write about it.
pub(crate) struct Emitted {
    /// Sorted by path.
    pub(crate) files: Vec<OutputFile>,
    /// The type of each schema.
    pub(crate) schemas: Vec<SchemaType>,
    pub(crate) operations: Vec<OperationCall>,
    pub(crate) credentials: Vec<CredentialSetter>,
    pub(crate) items: Vec<RustItem>,
}

/// Writes the crate.
pub(crate) fn emit(api: &Api, config: &Config) -> Emitted {
    let operations = names::operations(&api.operations, &api.types);
    let features = if config.tag_features.are_wanted(operations.len()) {
        let modules = operations.iter().map(|names| names.module.as_str());
        names::features(modules, manifest::dependencies())
    } else {
        FeatureNames::default()
    };
    let crate_model = CrateModel {
        api,
        config,
        types: names::types(&api.types),
        operations,
        features,
    };
    let mut files = vec![
        manifest::file(&crate_model),
        library::file(&crate_model),
        client::file(&crate_model),
    ];
    files.extend(servers::file(&crate_model));
    files.extend(types::files(&crate_model));
    files.extend(operations::files(&crate_model));
    files.extend(runtime::files(api));
    files.sort_by(|left, right| left.path.cmp(&right.path));
    Emitted {
        files,
        schemas: types::of_schemas(&crate_model),
        operations: operations::calls(&crate_model),
        credentials: client::credentials(api),
        items: items::of(&crate_model),
    }
}

/// What every file is written from.
struct CrateModel<'a> {
    api: &'a Api,
    config: &'a Config,
    types: TypeNames,
    /// As long as, and in the order of, the operations.
    operations: Vec<OperationNames>,
    /// Of the modules of operations, and of the types that belong to them.
    features: FeatureNames,
}

impl CrateModel<'_> {
    /// Whether there are types that no operation reaches, in a module with a feature of its own.
    fn has_other_types(&self) -> bool {
        let mut types = self.api.types.iter();
        !self.features.is_empty() && types.any(|(_, item)| item.home == Home::NoOperation)
    }

    /// The lines that declare modules and export what is in them, each only with its feature, if it has one.
    fn modules<'m>(&self, modules: impl Iterator<Item = &'m str>) -> [String; 2] {
        let mut declarations = String::new();
        let mut exports = String::new();
        for module in modules {
            let gate = self.features.get(module);
            let gate = gate.map_or_else(String::new, |it| format!("#[cfg(feature = {it:?})]\n"));
            declarations.push_str(&format!("{gate}mod {module};\n"));
            exports.push_str(&format!("{gate}pub use {module}::*;\n"));
        }
        [declarations, exports]
    }
}

/// A source file: the marker, then `parts` with a blank line between them.
fn source_file(path: &str, parts: &[String]) -> OutputFile {
    let mut contents =
        format!("// {MARKER} from the OpenAPI document; changes by hand are lost.\n");
    for part in parts {
        if !part.is_empty() {
            contents.push('\n');
            contents.push_str(part.trim_end());
            contents.push('\n');
        }
    }
    OutputFile {
        path: path.to_owned(),
        contents,
    }
}
