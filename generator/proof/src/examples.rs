//! Every example that the document gives for a schema.

use serde_json::Value;

use crate::document::{Document, join};

/// An example, and where the schema stands that it is one of.
#[derive(Debug, Clone)]
pub(crate) struct Example<'d> {
    /// Where the example stands.
    pub(crate) origin: String,
    pub(crate) schema: String,
    pub(crate) value: &'d Value,
}

/// The examples in document order.
pub(crate) fn examples<'d>(document: &Document<'d>) -> Vec<Example<'d>> {
    let mut search = Search {
        document,
        found: Vec::new(),
    };
    search.each("/components/schemas", Search::schema);
    search.each("/components/parameters", Search::parameter);
    search.each("/components/headers", Search::parameter);
    search.each("/components/requestBodies", Search::content);
    search.each("/components/mediaTypes", Search::media_type);
    search.each("/components/responses", Search::response);
    search.each("/components/callbacks", Search::callback);
    search.each("/components/pathItems", Search::path_item);
    search.each("/paths", Search::path_item);
    search.each("/webhooks", Search::path_item);
    search.found
}

struct Search<'s, 'd> {
    document: &'s Document<'d>,
    found: Vec<Example<'d>>,
}

impl<'d> Search<'_, 'd> {
    /// Every member or item of what stands at `place`.
    fn each(&mut self, place: &str, visit: fn(&mut Self, &str)) {
        match self.document.at(place) {
            Some(Value::Object(members)) => {
                for name in members.keys() {
                    visit(self, &join(place, name));
                }
            }
            Some(Value::Array(items)) => {
                for index in 0..items.len() {
                    visit(self, &format!("{place}/{index}"));
                }
            }
            _ => {}
        }
    }

    fn path_item(&mut self, place: &str) {
        self.each(&format!("{place}/parameters"), Self::parameter);
        for method in [
            "get", "put", "post", "delete", "options", "head", "patch", "trace", "query",
        ] {
            self.operation(&format!("{place}/{method}"));
        }
        self.each(&format!("{place}/additionalOperations"), Self::operation);
    }

    fn operation(&mut self, place: &str) {
        self.each(&format!("{place}/parameters"), Self::parameter);
        self.content(&format!("{place}/requestBody"));
        self.each(&format!("{place}/responses"), Self::response);
        self.each(&format!("{place}/callbacks"), Self::callback);
    }

    fn callback(&mut self, place: &str) {
        self.each(place, Self::path_item);
    }

    fn response(&mut self, place: &str) {
        self.each(&format!("{place}/headers"), Self::parameter);
        self.content(place);
    }

    fn content(&mut self, place: &str) {
        self.each(&format!("{place}/content"), Self::media_type);
    }

    fn parameter(&mut self, place: &str) {
        self.media_type(place);
        self.content(place);
    }

    /// A Media Type Object; Parameter and Header Objects have the same three fields.
    fn media_type(&mut self, place: &str) {
        let schema = format!("{place}/schema");
        if self.document.at(&schema).is_none() {
            return;
        }
        self.schema(&schema);
        let example = format!("{place}/example");
        if let Some(value) = self.document.at(&example) {
            self.add(example, &schema, value);
        }
        let examples = format!("{place}/examples");
        let Some(Value::Object(named)) = self.document.at(&examples) else {
            return;
        };
        for name in named.keys() {
            let Some((origin, found)) = self.document.resolve(&join(&examples, name)) else {
                continue;
            };
            // `dataValue` is of OpenAPI 3.2; what is outside of the document or serialized is no JSON value.
            for field in ["value", "dataValue"] {
                if let Some(value) = found.get(field) {
                    self.add(join(&origin, field), &schema, value);
                }
            }
        }
    }

    fn add(&mut self, origin: String, schema: &str, value: &'d Value) {
        self.found.push(Example {
            origin,
            schema: schema.to_owned(),
            value,
        });
    }

    fn schema(&mut self, place: &str) {
        let Some(Value::Object(members)) = self.document.at(place) else {
            return;
        };
        for (name, value) in members {
            let inner = join(place, name);
            match name.as_str() {
                "example" => self.add(inner, place, value),
                "examples" => {
                    for (index, value) in value.as_array().into_iter().flatten().enumerate() {
                        self.add(format!("{inner}/{index}"), place, value);
                    }
                }
                "items" | "additionalProperties" | "unevaluatedProperties" => self.schema(&inner),
                "properties" | "patternProperties" | "$defs" | "definitions" | "allOf"
                | "anyOf" | "oneOf" | "prefixItems" => self.each(&inner, Self::schema),
                _ => {}
            }
        }
    }
}
