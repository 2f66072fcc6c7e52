//! What the configuration chooses for single types, properties and operations.
//!
//! Each choice names its item as the crate has it without any choice, so that no choice changes what another one means.
//! One that names nothing, or that Rust does not take, is an error.

mod crates;
mod derive;
mod name;
mod numbers;
mod path;
mod rename;
mod replace;

use std::collections::BTreeMap;

use crate::analyze;
use crate::config::{Choices, Config};
use crate::diagnostics::{Added, Code, Pointer, Report};
use crate::model::{Api, Type, TypeId};
use crate::names::{self, OperationNames, TypeNames};
use crate::similar::did_you_mean;

/// Makes the choices on a model that is not analysed yet.
pub(crate) fn apply(api: &mut Api, config: &Config, report: &mut Report) {
    let choices = &config.choices;
    if choices.is_empty() {
        return;
    }
    let plain = Plain::new(api);
    rename::types(api, &plain, &choices.type_names, report);
    rename::fields(api, &plain, choices, report);
    rename::methods(api, &plain, &choices.method_names, report);
    derive::add(api, &plain, choices, report);
    replace::replace(api, &plain, &choices.replacements, report);
    let chosen = Plain::new(api);
    numbers::check(&plain, &chosen, report);
    crates::check(choices, &chosen.api, report);
}

/// The API and its names.
struct Plain {
    /// Analysed.
    api: Api,
    /// The types by their names.
    types: BTreeMap<String, TypeId>,
    /// The names of the types.
    type_names: TypeNames,
    /// As long as, and in the order of, the operations.
    operations: Vec<OperationNames>,
    /// What types of operations would be called, by the names that got a number because others have those.
    numbered: BTreeMap<String, String>,
}

impl Plain {
    fn new(api: &Api) -> Self {
        let mut api = api.clone();
        // What there is to say is said when the model is analysed with the choices.
        analyze::analyze(&mut api, &[], &mut Report::default());
        let names = names::types(&api.types);
        let ids = api.types.ids().into_iter();
        let (operations, numbered) = names::operations_and_numbers(&api.operations, &api.types);
        Self {
            types: ids.map(|id| (names.get(id).to_owned(), id)).collect(),
            type_names: names,
            operations,
            numbered,
            api,
        }
    }

    /// The type of a name; where there is none, that is an error in `table`.
    fn ty(&self, name: &str, table: &str, report: &mut Report) -> Option<TypeId> {
        self.ty_of(name, table, &setting(table, name), report)
    }

    /// The same for a choice that does not have the name as its key.
    fn ty_of(
        &self,
        name: &str,
        table: &str,
        choice: &Pointer,
        report: &mut Report,
    ) -> Option<TypeId> {
        let found = self.types.get(name).copied();
        if found.is_none() {
            refuse(
                report,
                choice,
                None,
                format!("`{name}` in `{table}` is no type of the crate"),
                did_you_mean(
                    name,
                    self.types.keys().map(String::as_str),
                    "types are named as the crate has them without renames",
                ),
            );
        }
        found
    }

    /// Whether a type of the user's own stands for a type.
    fn is_replaced(&self, id: TypeId, choices: &Choices) -> bool {
        let mut names = choices.replacements.keys();
        names.any(|name| self.types.get(name) == Some(&id))
    }

    /// Where the document describes a type.
    fn pointer(&self, id: TypeId) -> Option<&Pointer> {
        Some(&self.api.types.get(id)?.pointer)
    }

    /// The type that a name stands for, wherever aliases lead, and all names of it.
    fn same(&self, id: TypeId) -> Vec<TypeId> {
        let types = &self.api.types;
        let itself = types.resolve(&Type::Declared(id)).clone();
        let ids = types.ids().into_iter();
        ids.filter(|other| *types.resolve(&Type::Declared(*other)) == itself)
            .collect()
    }
}

/// Where the configuration has a choice: under its key in a table such as `rename.types`.
fn setting(table: &str, key: &str) -> Pointer {
    let table = table.split('.');
    table
        .fold(Pointer::root(), |pointer, name| pointer.join(name))
        .join(key)
}

/// Adds an error about the choice at `setting`, which is for what `pointer` names in the document.
fn refuse<'report>(
    report: &'report mut Report,
    setting: &Pointer,
    pointer: Option<&Pointer>,
    message: impl Into<String>,
    help: impl Into<String>,
) -> Added<'report> {
    let root = Pointer::root();
    let pointer = pointer.unwrap_or(&root);
    report
        .error(Code::Configuration, pointer, message, help)
        .setting(setting)
}
