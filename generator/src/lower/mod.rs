//! From openapiv3's types to the model: references resolved, inline schemas named after their place, and everything
//! that the model cannot express reported with its pointer.

mod body;
mod enumeration;
mod facts;
mod keywords;
mod looks;
mod media_type;
mod object;
mod operation;
mod parameter;
mod place;
mod primitive;
mod reference;
mod response;
mod schema;
mod security;
mod server;
mod subtypes;
#[cfg(test)]
mod tests;
mod union;
mod webhook;

pub(crate) use object::is_taken_setter;
#[cfg(test)]
pub(crate) use parameter::TAKEN as TAKEN_SETTERS;
#[cfg(test)]
pub(crate) use security::TAKEN as TAKEN_BUILDER_METHODS;

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use indexmap::IndexMap;
use openapiv3::{Components, OpenAPI};

use crate::config::{Config, Formats};
use crate::diagnostics::{Pointer, Report};
use crate::model::{
    Api, Declaration, Derives, Home, Kind, Reach, RequiredScheme, Type, TypeId, Types,
};

use facts::Facts;
use place::{Place, Site};

/// Lowers a whole document.
pub(crate) fn lower(openapi: &OpenAPI, config: &Config, report: &mut Report) -> Api {
    let no_components = Components::default();
    let components = openapi.components.as_ref().unwrap_or(&no_components);
    let mut lowering = Lowering {
        openapi,
        components,
        types: Types::default(),
        component_ids: IndexMap::new(),
        subtypes: subtypes::find(components),
        lowered: BTreeMap::new(),
        around: BTreeSet::new(),
        defining: None,
        inside: BTreeMap::new(),
        merged: BTreeMap::new(),
        deep_types: 0,
        formats: config.formats,
        has_exceeded: false,
        pending: VecDeque::new(),
        declared: BTreeSet::new(),
        unasked: Vec::new(),
        own_servers: Vec::new(),
        report,
    };
    lowering.components();
    let security_schemes = lowering.security_schemes();
    lowering.unasked = lowering.unasked(&security_schemes);
    let (operations, uncalled) = lowering.operations();
    let webhooks = lowering.webhooks();
    let (servers, operation_servers) = lowering.servers(config.document_url.as_ref());
    Api {
        title: openapi.info.title.clone(),
        version: openapi.info.version.clone(),
        description: openapi.info.description.clone(),
        servers,
        operation_servers,
        security_schemes,
        types: lowering.types,
        operations,
        uncalled,
        webhooks,
        schemas: lowering.lowered,
    }
}

/// The state of lowering one document.
struct Lowering<'a> {
    openapi: &'a OpenAPI,
    components: &'a Components,
    types: Types,
    component_ids: IndexMap<&'a str, TypeId>,
    /// The components that extend another one which has a discriminator, by the key of that.
    subtypes: BTreeMap<&'a str, Vec<&'a str>>,
    /// The type of each schema, by its place: a schema that several others extend is one type.
    lowered: BTreeMap<Pointer, Type>,
    /// The schemas around the one that is being lowered; what meets itself among them, without a name between, has no end.
    around: BTreeSet<Pointer>,
    /// The item that is being defined.
    defining: Option<TypeId>,
    /// The items in whose definition others were met.
    inside: BTreeMap<TypeId, TypeId>,
    /// The items whose values satisfy several schemas, with the places of these, and the types that they are.
    merged: BTreeMap<TypeId, (Vec<Pointer>, Type)>,
    /// How many of them are deep inside others.
    deep_types: usize,
    /// What values of formats are.
    formats: Formats,
    /// Whether a limit is exceeded: nothing is generated then, and the work that led there is not done again.
    has_exceeded: bool,
    /// Items that are known to be, and not defined yet. Defining them one after the other, not one inside the other,
    /// keeps the stack small however the document is nested.
    pending: VecDeque<Pending<'a>>,
    /// The items that are defined or pending.
    declared: BTreeSet<TypeId>,
    /// What operations accept that say nothing of security, where nothing asks for the schemes of the document.
    unasked: Vec<Vec<RequiredScheme>>,
    /// The servers of operations whose URL has variables, as they were met.
    own_servers: Vec<(&'a openapiv3::Server, Pointer)>,
    report: &'a mut Report,
}

/// An item that is to be defined.
struct Pending<'a> {
    id: TypeId,
    site: Site,
    facts: Facts<'a>,
    construct: schema::Construct<'a>,
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
            self.component(key, schema);
        }
        self.define_pending();
    }

    /// Defines all items that are known to be.
    fn define_pending(&mut self) {
        while let Some(pending) = self.pending.pop_front() {
            self.define_construct(pending);
        }
    }

    fn define(&mut self, id: TypeId, site: &Site, facts: &Facts<'a>, kind: Kind) {
        let declaration = Declaration {
            pointer: site.place.pointer.clone(),
            origin: site.named.clone(),
            title: facts.title(),
            description: facts.description(),
            deprecated: facts.deprecated(),
            kind,
            reach: Reach::default(),
            home: Home::default(),
            derives: Derives::default(),
            extra_derives: Vec::new(),
        };
        self.types.define(id, declaration);
    }
}
