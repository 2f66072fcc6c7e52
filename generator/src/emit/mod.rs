//! From the model to the text of the files. Nothing is decided here but how Rust code reads.

mod client;
mod docs;
mod enumeration;
mod library;
mod manifest;
mod operations;
mod print;
mod quick_start;
mod runtime;
mod structs;
mod ty;
mod types;
mod union;

use crate::MARKER;
use crate::OutputFile;
use crate::SchemaType;
use crate::config::Config;
use crate::model::Api;
use crate::names::{self, OperationNames, TypeNames};

/// All files of the crate, sorted by path, and the type of each schema as code beside the crate's modules writes it.
pub(crate) fn emit(api: &Api, config: &Config) -> (Vec<OutputFile>, Vec<SchemaType>) {
    let crate_model = CrateModel {
        api,
        config,
        types: names::types(&api.types),
        operations: names::operations(&api.operations),
    };
    let mut files = vec![
        manifest::file(&crate_model),
        library::file(&crate_model),
        client::file(&crate_model),
        types::file(&crate_model),
    ];
    files.extend(operations::files(&crate_model));
    files.extend(runtime::files(api));
    files.sort_by(|left, right| left.path.cmp(&right.path));
    (files, types::of_schemas(&crate_model))
}

/// What every file is written from.
struct CrateModel<'a> {
    api: &'a Api,
    config: &'a Config,
    types: TypeNames,
    /// As long as, and in the order of, the operations.
    operations: Vec<OperationNames>,
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
