use serde_json::{Map, Value, json};

use crate::diagnostics::{Code, Report};

use super::grammar::{Kind, noun};
use super::walk::{At, Visitor, walk};

/// What Swagger 2.0 had in a parameter itself, and OpenAPI 3 has in its schema.
const SCHEMA_KEYWORDS: &[&str] = &[
    "type", "format", "items", "enum", "default", "minimum", "maximum", "nullable",
];

/// Adds what an item must have and lacks, where there is one thing that it can mean.
pub(super) fn add(document: &mut Value, report: &mut Report) {
    if let Value::Object(members) = document {
        // Needed until OpenAPI 3.1.
        members
            .entry("paths")
            .or_insert_with(|| Value::Object(Map::new()));
    }
    walk(document, &mut Missing { report });
}

struct Missing<'a> {
    report: &'a mut Report,
}

impl Visitor for Missing<'_> {
    fn enter(&mut self, kind: Kind, item: &mut Value, at: &At<'_>) {
        if item.is_null() && !matches!(kind, Kind::Schema | Kind::Info) {
            let message = format!("{} is null; read as an empty one", noun(kind));
            self.warn(at, message);
            *item = Value::Object(Map::new());
        }
        let Value::Object(members) = item else {
            return;
        };
        if members.get("$ref").is_some_and(Value::is_string) {
            return;
        }
        match kind {
            Kind::Info => self.info(members, at),
            Kind::Document => self.security(members, at),
            Kind::Operation => {
                members
                    .entry("responses")
                    .or_insert_with(|| Value::Object(Map::new()));
                self.security(members, at);
            }
            Kind::Response => self.text(members, "description", "", at),
            Kind::Parameter | Kind::Header => self.parameter(kind, members, at),
            Kind::MediaType => self.examples(members, at),
            Kind::Server => self.text(members, "url", "/", at),
            Kind::ServerVariable => {
                let first = members.get("enum").and_then(|values| values.get(0));
                let default = first.and_then(Value::as_str).unwrap_or_default().to_owned();
                self.text(members, "default", &default, at);
            }
            Kind::Tag => self.text(members, "name", "", at),
            Kind::ExternalDocumentation => self.text(members, "url", "", at),
            Kind::SecurityScheme => {
                mutual_tls(members);
                self.flows(members, at);
            }
            Kind::Encoding => style_of_encoding(members),
            _ => {}
        }
    }
}

impl Missing<'_> {
    fn warn(&mut self, at: &At<'_>, message: impl Into<String>) {
        self.report
            .warn(Code::InvalidDocument, &at.pointer(), message);
    }

    fn text(&mut self, members: &mut Map<String, Value>, name: &str, text: &str, at: &At<'_>) {
        if !members.contains_key(name) {
            let read_as = if text.is_empty() {
                "empty".to_owned()
            } else {
                format!("`{text}`")
            };
            self.warn(at, format!("`{name}` is missing; read as {read_as}"));
            members.insert(name.to_owned(), Value::from(text));
        }
    }

    fn info(&mut self, members: &mut Map<String, Value>, at: &At<'_>) {
        self.text(members, "title", "API", at);
        self.text(members, "version", "0.0.0", at);
        // Nothing is made of them, and a slip in them must not cost the document.
        for name in ["contact", "license"] {
            members.shift_remove(name);
        }
    }

    fn parameter(&mut self, kind: Kind, members: &mut Map<String, Value>, at: &At<'_>) {
        let is_path = members.get("in").is_some_and(|place| place == "path");
        if is_path && members.get("required") != Some(&Value::Bool(true)) {
            self.warn(at, "a path parameter is always required; read as required");
            members.insert("required".to_owned(), Value::Bool(true));
        }
        self.style(kind, members, at);
        self.examples(members, at);
        if members.contains_key("schema") || members.contains_key("content") {
            return;
        }
        let mut schema = Map::new();
        for name in SCHEMA_KEYWORDS {
            if let Some(value) = members.shift_remove(*name) {
                schema.insert((*name).to_owned(), value);
            }
        }
        if schema.is_empty() {
            self.warn(at, "there is neither `schema` nor `content`; read as text");
            schema.insert("type".to_owned(), Value::from("string"));
        } else {
            let message = "what belongs into `schema` stands beside it; read as the schema";
            self.warn(at, message);
        }
        members.insert("schema".to_owned(), Value::Object(schema));
    }

    /// Takes out a style that there is not (OpenAPI Specification 3.0.4, section 4.7.12.3).
    fn style(&mut self, kind: Kind, members: &mut Map<String, Value>, at: &At<'_>) {
        let place = match kind {
            Kind::Header => "header",
            _ => members
                .get("in")
                .and_then(Value::as_str)
                .unwrap_or_default(),
        };
        let styles: &[&str] = match place {
            "path" => &["matrix", "label", "simple"],
            "query" => &["form", "spaceDelimited", "pipeDelimited", "deepObject"],
            "header" => &["simple"],
            "cookie" => &["form"],
            _ => return,
        };
        if let Some(Value::String(style)) = members.get("style")
            && !styles.contains(&style.as_str())
        {
            let message = format!("`{style}` is no style of {place} parameters; left out");
            self.report
                .warn(Code::InvalidDocument, &at.join("style"), message);
            members.shift_remove("style");
        }
    }

    /// Gives security requirements lists of scopes (OpenAPI Specification 3.0.4, section 4.7.30).
    fn security(&mut self, members: &mut Map<String, Value>, at: &At<'_>) {
        let Some(Value::Array(requirements)) = members.get_mut("security") else {
            return;
        };
        for (index, requirement) in requirements.iter_mut().enumerate() {
            let mut schemes = match requirement.take() {
                Value::Object(schemes) => schemes,
                Value::String(scheme) => Map::from_iter([(scheme, Value::Null)]),
                _ => Map::from_iter([(String::new(), Value::Null)]),
            };
            let mut has_changed = false;
            for scopes in schemes.values_mut() {
                let is_list = scopes
                    .as_array()
                    .is_some_and(|scopes| scopes.iter().all(Value::is_string));
                if !is_list {
                    *scopes = Value::Array(Vec::new());
                    has_changed = true;
                }
            }
            if has_changed {
                self.report.warn(
                    Code::InvalidDocument,
                    &at.join("security").join(index),
                    "a security requirement has a list of scopes for each scheme; read with empty ones",
                );
            }
            *requirement = Value::Object(schemes);
        }
    }

    /// Makes objects of examples that stand there by themselves.
    fn examples(&mut self, members: &mut Map<String, Value>, at: &At<'_>) {
        let Some(Value::Object(examples)) = members.get_mut("examples") else {
            return;
        };
        for (name, example) in examples {
            if !example.is_object() {
                self.report.warn(
                    Code::InvalidDocument,
                    &at.pointer().join_all(["examples", name]),
                    "an example is an object with a `value`; read as that value",
                );
                *example = json!({"value": example.take()});
            }
        }
    }

    /// Completes the flows of OAuth 2.0 (OpenAPI Specification 3.0.4, section 4.7.29).
    fn flows(&mut self, members: &mut Map<String, Value>, at: &At<'_>) {
        if members.get("type").is_none_or(|name| name != "oauth2") {
            return;
        }
        let flows = members
            .entry("flows")
            .or_insert_with(|| Value::Object(Map::new()));
        for (name, flow) in flows.as_object_mut().into_iter().flatten() {
            let needed: &[&str] = match name.as_str() {
                "implicit" => &["authorizationUrl"],
                "password" | "clientCredentials" => &["tokenUrl"],
                "authorizationCode" => &["authorizationUrl", "tokenUrl"],
                _ => continue,
            };
            let Value::Object(flow) = flow else {
                continue;
            };
            let has_all = needed
                .iter()
                .all(|name| flow.get(*name).is_some_and(Value::is_string));
            let scopes = flow.get("scopes").and_then(Value::as_object);
            if has_all && scopes.is_some_and(|scopes| scopes.values().all(Value::is_string)) {
                continue;
            }
            self.report.warn(
                Code::InvalidDocument,
                &at.pointer().join_all(["flows", name]),
                "the flow lacks a part that it must have; read without it",
            );
            for name in needed {
                if !flow.get(*name).is_some_and(Value::is_string) {
                    flow.insert((*name).to_owned(), Value::from(""));
                }
            }
            let mut scopes = match flow.shift_remove("scopes") {
                Some(Value::Object(scopes)) => scopes,
                _ => Map::new(),
            };
            for description in scopes.values_mut().filter(|text| !text.is_string()) {
                *description = Value::from("");
            }
            flow.insert("scopes".to_owned(), Value::Object(scopes));
        }
    }
}

/// Writes a type that OpenAPI 3.0 does not have as one that it has, with a mark.
fn mutual_tls(members: &mut Map<String, Value>) {
    if members.get("type").is_some_and(|name| name == "mutualTLS") {
        members.insert("type".to_owned(), Value::from("http"));
        members.insert("scheme".to_owned(), Value::from("mutualTLS"));
        members.insert("x-lowering-mutual-tls".to_owned(), Value::Bool(true));
    }
}

/// Writes out the style of an Encoding Object that says something of it, with its defaults (OpenAPI Specification 3.0.4,
/// section 4.7.15.1): one that says nothing means something else.
fn style_of_encoding(members: &mut Map<String, Value>) {
    let keywords = ["style", "explode", "allowReserved"];
    if !keywords.iter().any(|name| members.contains_key(*name)) {
        return;
    }
    let style = members.entry("style").or_insert(Value::from("form"));
    let is_form = *style == "form";
    members.entry("explode").or_insert(Value::Bool(is_form));
}
