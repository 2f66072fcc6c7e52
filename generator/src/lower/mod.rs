//! From openapiv3's types to the model: references resolved, inline schemas named after their place, and everything
//! that the model cannot express reported with its pointer.

mod all_of;
mod body;
mod object;
mod operation;
mod parameter;
mod reference;
mod response;
mod schema;
mod security;
mod server;
mod string_enum;
mod union;

use indexmap::IndexMap;
use openapiv3::{Components, OpenAPI};

use crate::diagnostics::{Pointer, Report};
use crate::model::{Api, Declaration, Derives, Kind, Origin, Reach, Root, Step, TypeId, Types};

/// Lowers a whole document.
pub(crate) fn lower(openapi: &OpenAPI, report: &mut Report) -> Api {
    let no_components = Components::default();
    let mut lowering = Lowering {
        openapi,
        components: openapi.components.as_ref().unwrap_or(&no_components),
        types: Types::default(),
        component_ids: IndexMap::new(),
        report,
    };
    lowering.components();
    let security_schemes = lowering.security_schemes();
    let operations = lowering.operations();
    let base_url = lowering.base_url();
    Api {
        title: openapi.info.title.clone(),
        version: openapi.info.version.clone(),
        description: openapi.info.description.clone(),
        base_url,
        security_schemes,
        types: lowering.types,
        operations,
    }
}

/// The state of lowering one document.
struct Lowering<'a> {
    openapi: &'a OpenAPI,
    components: &'a Components,
    types: Types,
    component_ids: IndexMap<&'a str, TypeId>,
    report: &'a mut Report,
}

/// Where a schema stands: for diagnostics, and for the name of the type that it may become.
#[derive(Debug, Clone)]
struct Place {
    pointer: Pointer,
    origin: Origin,
}

impl Place {
    fn component(key: &str) -> Self {
        Self {
            pointer: Pointer::root().join_all(["components", "schemas", key]),
            origin: Origin {
                root: Root::Component(key.to_owned()),
                steps: Vec::new(),
            },
        }
    }

    fn in_operation(pointer: Pointer, operation: &str, step: Step) -> Self {
        Self {
            pointer,
            origin: Origin {
                root: Root::Operation(operation.to_owned()),
                steps: vec![step],
            },
        }
    }

    /// The place of the schema at `tokens` below this one.
    fn below<const N: usize>(&self, tokens: [&str; N], step: Step) -> Self {
        let mut origin = self.origin.clone();
        origin.steps.push(step);
        Self {
            pointer: self.pointer.join_all(tokens),
            origin,
        }
    }

    /// The same place, of a schema inside the type `id`, after which it is named.
    fn inside(&self, id: TypeId) -> Self {
        Self {
            pointer: self.pointer.clone(),
            origin: Origin {
                root: Root::Type(id),
                steps: Vec::new(),
            },
        }
    }
}

impl<'a> Lowering<'a> {
    /// Lowers all component schemas, also those that no operation mentions. All ids are there before the first is
    /// lowered, so that any may refer to any.
    fn components(&mut self) {
        for key in self.components.schemas.keys() {
            let id = self.types.reserve();
            self.component_ids.insert(key, id);
        }
        for (key, schema) in &self.components.schemas {
            let place = Place::component(key);
            if let Some(id) = self.component_ids.get(key.as_str()).copied() {
                self.component(id, schema, &place);
            }
        }
    }

    fn define(&mut self, id: TypeId, place: &Place, data: &openapiv3::SchemaData, kind: Kind) {
        let declaration = Declaration {
            pointer: place.pointer.clone(),
            origin: place.origin.clone(),
            description: data.description.clone().or_else(|| data.title.clone()),
            deprecated: data.deprecated,
            kind,
            reach: Reach::default(),
            derives: Derives::default(),
        };
        self.types.define(id, declaration);
    }
}
