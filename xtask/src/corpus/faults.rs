//! Requests that are right by the OpenAPI Specification, and that Prism 5.16.0 refuses.

use serde_json::Value;

use super::contract::{Call, CallOutcome};

/// Whether Prism is wrong to refuse a call: all that it says of it is one of its known faults.
pub(super) fn is_fault(document: &Value, call: &Call) -> bool {
    let said: Vec<Said<'_>> = call.validations().into_iter().map(Said::of).collect();
    let operation = operation(document, call);
    let is_known = |said: &Said<'_>| FAULTS.iter().any(|(_, is_it)| is_it(&operation, said));
    // Of a union, Prism tells what every branch misses, also where it is wrong about the only one that is meant.
    let is_of_branches = |said: &Said<'_>| said.place == "body" && operation.is_form_of_branches();
    call.outcome == CallOutcome::Violation
        && said.iter().any(is_known)
        && said.iter().all(|it| is_known(it) || is_of_branches(it))
}

/// What Prism says of a place in a request.
struct Said<'v> {
    /// `body`, `header`, `path` or `query`.
    place: &'v str,
    /// The parameter, or the property of the body, if it is that and not a part of it.
    name: Option<&'v str>,
    /// Whether it is an item of a list that the parameter or property is.
    is_item: bool,
    message: &'v str,
}

impl<'v> Said<'v> {
    fn of(validation: &'v Value) -> Self {
        let text = |pointer: &str| {
            let text = validation.pointer(pointer).and_then(Value::as_str);
            text.unwrap_or_default()
        };
        let is_part = validation.pointer("/location/2").is_some();
        let item = validation.pointer("/location/2").and_then(Value::as_str);
        let name = validation.pointer("/location/1").and_then(Value::as_str);
        Self {
            place: text("/location/0"),
            name: name.filter(|_| !is_part),
            is_item: item.is_some_and(|item| item.bytes().all(|byte| byte.is_ascii_digit())),
            message: text("/message"),
        }
    }

    /// The property that it misses in the place.
    fn missing(&self) -> Option<&str> {
        let (_, name) = self.message.split_once("must have required property '")?;
        name.strip_suffix('\'')
    }
}

/// An operation of the document, and a call of it.
struct Operation<'d> {
    document: &'d Value,
    path: &'d str,
    path_item: &'d Value,
    operation: &'d Value,
    /// Which arguments the call had.
    way: &'d str,
    /// Whether it asked Prism for a status.
    asks: bool,
}

fn operation<'d>(document: &'d Value, call: &'d Call) -> Operation<'d> {
    let (method, path) = call.operation.split_once(' ').unwrap_or_default();
    let path_item = document
        .get("paths")
        .and_then(|paths| paths.get(path))
        .unwrap_or(&Value::Null);
    let (way, asks) = match call.way.split_once(", status ") {
        Some((way, _)) => (way, true),
        None => (call.way.as_str(), false),
    };
    Operation {
        document,
        path,
        path_item,
        operation: path_item
            .get(method.to_ascii_lowercase())
            .unwrap_or(&Value::Null),
        way,
        asks,
    }
}

impl<'d> Operation<'d> {
    /// What `value` is, or refers to.
    fn resolved(&self, value: &'d Value) -> &'d Value {
        let reference = value.get("$ref").and_then(Value::as_str);
        let target = reference
            .and_then(|it| it.strip_prefix('#'))
            .and_then(|it| self.document.pointer(it));
        target.unwrap_or(value)
    }

    /// The media types that the body of the call can be of, with their Media Type Objects: one if the call says which.
    fn contents(&self) -> Vec<(&'d str, &'d Value)> {
        let body = self.operation.get("requestBody");
        let content = body.and_then(|body| self.resolved(body).get("content"));
        let content = content.and_then(Value::as_object);
        let said = content.and_then(|content| content.get_key_value(self.way));
        let all = content.into_iter().flatten();
        said.into_iter()
            .chain(all.filter(|_| said.is_none()))
            .map(|(media_type, object)| (media_type.as_str(), object))
            .collect()
    }

    /// Whether the body of the call is a form, or several, and one of several schemas.
    fn is_form_of_branches(&self) -> bool {
        let contents = self.contents();
        let has_branches = |object: &Value| {
            let schema = object.get("schema").unwrap_or(&Value::Null);
            let schema = self.resolved(schema);
            schema.get("oneOf").or(schema.get("anyOf")).is_some()
        };
        !contents.is_empty()
            && contents
                .iter()
                .all(|(media_type, object)| FORMS.contains(media_type) && has_branches(object))
    }

    /// Whether the body of the call is a form whose schema does not describe a property.
    fn is_form_without(&self, property: &str) -> bool {
        let contents = self.contents();
        let describes = |object: &Value| {
            let schema = object.get("schema").unwrap_or(&Value::Null);
            let properties = self.resolved(schema).get("properties");
            properties.is_some_and(|it| it.get(property).is_some())
        };
        !contents.is_empty()
            && contents
                .iter()
                .all(|(media_type, object)| FORMS.contains(media_type) && !describes(object))
    }

    /// The schemas of the union that a parameter, or a property of a form, is.
    fn branches(&self, place: &str, name: &str) -> Vec<&'d Value> {
        let schema = if place == "body" {
            self.property(name)
        } else {
            self.parameter(place, name).and_then(|it| it.get("schema"))
        };
        let branches = schema.and_then(|schema| self.resolved(schema).get("oneOf"));
        let branches = branches.and_then(Value::as_array);
        branches
            .into_iter()
            .flatten()
            .map(|branch| self.resolved(branch))
            .collect()
    }

    fn parameter(&self, place: &str, name: &str) -> Option<&'d Value> {
        let lists = [self.operation, self.path_item].map(|it| it.get("parameters"));
        let parameters = lists.into_iter().flatten().filter_map(Value::as_array);
        let is_it = |parameter: &&Value| {
            let text = |key: &str| parameter.get(key).and_then(Value::as_str);
            // Prism tells all names in small letters.
            text("in") == Some(place)
                && text("name").is_some_and(|it| it.eq_ignore_ascii_case(name))
        };
        parameters
            .flatten()
            .map(|parameter| self.resolved(parameter))
            .find(is_it)
    }

    /// The schema of a property of the body, where that is a form.
    fn property(&self, name: &str) -> Option<&'d Value> {
        let [(media_type, object)] = self.contents().try_into().ok()?;
        let schema = object
            .get("schema")
            .filter(|_| FORMS.contains(&media_type))?;
        let schema = self.resolved(schema);
        let parts = schema.get("allOf").and_then(Value::as_array);
        let parts = parts.into_iter().flatten().map(|part| self.resolved(part));
        [schema]
            .into_iter()
            .chain(parts)
            .find_map(|part| part.get("properties")?.get(name))
    }
}

/// The media types of forms.
const FORMS: [&str; 2] = ["application/x-www-form-urlencoded", "multipart/form-data"];

type Fault = fn(&Operation<'_>, &Said<'_>) -> bool;

/// The faults, each with what is right.
const FAULTS: &[(&str, Fault)] = &[
    (
        "the header Prefer is how Prism is asked for a status, also where the document has a parameter of that name",
        |operation, said| operation.asks && said.place == "header" && said.name == Some("prefer"),
    ),
    (
        "header parameters called Accept, Content-Type or Authorization shall be ignored \
         (OpenAPI Specification 3.0.4, section 4.7.12.2.1)",
        |_, said| {
            let ignored = ["accept", "content-type", "authorization"];
            said.place == "header" && said.missing().is_some_and(|name| ignored.contains(&name))
        },
    ),
    (
        "a body of text is the text of its value; Prism checks it as a string, whatever type the schema has",
        |operation, said| {
            let contents = operation.contents();
            said.place == "body"
                && said.message.starts_with("Request body must be ")
                && !contents.is_empty()
                && contents.iter().all(|(name, _)| name.starts_with("text/"))
        },
    ),
    (
        "a body of XML is the text of a document; Prism does not read it, and takes it for a string",
        |operation, said| {
            let contents = operation.contents();
            let is_xml = |name: &str| name.ends_with("/xml") || name.ends_with("+xml");
            said.place == "body"
                && said.message == "Request body must be object"
                && !contents.is_empty()
                && contents.iter().all(|(name, _)| is_xml(name))
        },
    ),
    (
        "the format int64 has 64 bits (OpenAPI Format Registry); Prism allows what a number of JavaScript holds exactly",
        |_, said| {
            let bounds = [
                " must be >= -9007199254740991",
                " must be <= 9007199254740991",
            ];
            bounds.iter().any(|bound| said.message.ends_with(bound))
        },
    ),
    (
        "a parameter that is a list or null is a list; Prism knows lists by the one type `array`, and takes a single item \
         as text",
        |_, said| said.place != "body" && said.message.ends_with(" must be array,null"),
    ),
    (
        "a form has a list as a pair or a part for each item, and a multipart body an object as a part of JSON, where no \
         Encoding Object says otherwise; Prism takes the last one, as text (OpenAPI Specification 3.0.4, section 4.7.15)",
        |operation, said| {
            let contents = operation.contents();
            let is_taken_as_text = |(media_type, object): &(&str, &Value), name: &str| {
                let encoding = object.get("encoding").and_then(|it| it.get(name));
                let style = encoding.and_then(|encoding| encoding.get("style"));
                FORMS.contains(media_type) && style.is_none()
            };
            let kinds = [
                " must be array",
                " must be array,null",
                " must be object",
                " must be object,null",
            ];
            said.place == "body"
                && kinds.iter().any(|kind| said.message.ends_with(kind))
                && !contents.is_empty()
                && said
                    .name
                    .is_some_and(|name| contents.iter().all(|it| is_taken_as_text(it, name)))
        },
    ),
    (
        "a property that is required and not described can be anything; Prism reads only those of a form that are described",
        |operation, said| {
            let missing = said.missing();
            said.place == "body" && missing.is_some_and(|name| operation.is_form_without(name))
        },
    ),
    (
        "a parameter that the path has no place for is not sent; Prism misses it (a slip of the document)",
        |operation, said| {
            let has_no_place = |name: &str| !operation.path.contains(&format!("{{{name}}}"));
            said.place == "path" && said.missing().is_some_and(has_no_place)
        },
    ),
    (
        "what an object in a list is in a query is undefined (OpenAPI Specification 3.0.4, section 4.7.12.4); it is sent as \
         JSON, which Prism takes for text",
        |_, said| {
            said.place == "query" && said.is_item && said.message.ends_with(" must be object")
        },
    ),
    (
        "what is an integer or a text, in a parameter or a form, is one of them; Prism takes the text of an integer for both",
        |operation, said| {
            let branches = said
                .name
                .map(|name| operation.branches(said.place, name))
                .unwrap_or_default();
            let has = |types: &[&str]| {
                branches.iter().any(|branch| {
                    let name = branch.get("type").and_then(Value::as_str);
                    name.is_some_and(|name| types.contains(&name))
                })
            };
            said.message
                .ends_with(" must match exactly one schema in oneOf")
                && has(&["string"])
                && has(&["integer", "number", "boolean"])
        },
    ),
];

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn call(path: &str, location: &[&str], message: &str) -> Call {
        Call {
            operation: format!("POST {path}"),
            way: "required, status 400".to_owned(),
            outcome: CallOutcome::Violation,
            detail: json!({"validation": [{"location": location, "message": message}]}),
        }
    }

    fn document() -> Value {
        let body =
            |media_type: &str| json!({"post": {"requestBody": {"content": {media_type: {}}}}});
        let form = "application/x-www-form-urlencoded";
        json!({"paths": {
            "/text": body("text/plain"),
            "/json": body("application/json"),
            "/xml": body("application/xml"),
            "/form": body(form),
            "/styled": {"post": {"requestBody": {"content": {
                form: {"encoding": {"a": {"style": "pipeDelimited"}}}
            }}}},
            "/both": {"post": {"requestBody": {"content": {form: {}, "application/json": {}}}}},
            "/{a}": {
                "parameters": [{"$ref": "#/components/parameters/A"}],
                "post": {"parameters": [
                    {"name": "B", "in": "query", "schema": {"oneOf": [{"type": "string"}, {"type": "array"}]}}
                ]}
            },
            "/nonce": {"post": {"requestBody": {"content": {form: {"schema": {"allOf": [{"properties": {
                "a": {"oneOf": [{"type": "integer"}, {"type": "string"}]}
            }}]}}}}}},
            "/union": {"post": {"requestBody": {"content": {form: {"schema": {"$ref": "#/components/schemas/Either"}}}}}}
        }, "components": {
            "schemas": {"Either": {"oneOf": [{"type": "object"}, {"type": "object"}]}},
            "parameters": {"A": {"name": "A", "in": "path", "schema": {
                "oneOf": [{"type": "integer"}, {"type": "string"}]
            }}}
        }})
    }

    #[test]
    fn what_is_right_by_the_specification_is_a_fault_of_prism_and_nothing_else() {
        let no_boolean = "Request body must be boolean";
        let no_array = "Request body property a must be array";
        let no_integer = "Request body property a must be integer";
        let no_token = "Request header must have required property 'authorization'";
        let no_id = "Request header must have required property 'x-id'";
        let several = "Request path parameter a must match exactly one schema in oneOf";
        let too_small = "Request body property a.0 must be >= -9007199254740991";
        let missing = "must have required property 'a'";
        let one_of = "Request body property a must match exactly one schema in oneOf";
        let no_list = "Request query parameter a must be array,null";
        for (path, location, message, expected) in [
            ("/text", &["body"][..], no_boolean, true),
            ("/json", &["body"], no_boolean, false),
            ("/form", &["body", "a"], no_array, true),
            ("/form", &["body", "a"], no_integer, false),
            ("/form", &["body", "a", "0"], no_array, false),
            ("/styled", &["body", "a"], no_array, false),
            ("/json", &["body", "a"], no_array, false),
            ("/both", &["body", "a"], no_array, false),
            ("/json", &["header"], no_token, true),
            ("/json", &["header"], no_id, false),
            ("/{a}", &["path", "a"], several, true),
            ("/{a}", &["query", "b"], several, false),
            ("/{a}", &["path", "c"], several, false),
            ("/none", &["body"], no_boolean, false),
            ("/xml", &["body"], "Request body must be object", true),
            ("/json", &["body"], "Request body must be object", false),
            ("/json", &["body", "a", "0"], too_small, true),
            ("/{a}", &["query", "a"], no_list, true),
            ("/{a}", &["body", "a"], no_list, false),
            ("/form", &["body", "a"], no_list, true),
            ("/nonce", &["body", "a"], one_of, true),
            ("/form", &["body", "a"], one_of, false),
            ("/form", &["body"], missing, true),
            ("/json", &["body"], missing, false),
            ("/json", &["path"], missing, true),
            ("/{a}", &["path"], missing, false),
            ("/json", &["query", "a", "0"], "a.0 must be object", true),
            ("/json", &["query", "a", "b"], "a.b must be object", false),
        ] {
            let call = call(path, location, message);
            assert_eq!(
                is_fault(&document(), &call),
                expected,
                "{path} {location:?}: {message}"
            );
        }
        let mut form = call("/both", &["body", "a"], no_array);
        let mut asking = call("/json", &["header", "prefer"], "must match pattern");
        assert!(is_fault(&document(), &asking));
        asking.way = "required".to_owned();
        assert!(!is_fault(&document(), &asking));
        form.way = "application/x-www-form-urlencoded".to_owned();
        assert!(is_fault(&document(), &form));
        let mut branches = call("/union", &["body", "a"], no_array);
        let other = json!({"location": ["body", "type"], "message": "must be equal to constant"});
        branches.detail["validation"]
            .as_array_mut()
            .unwrap()
            .push(other.clone());
        assert!(is_fault(&document(), &branches));
        branches.detail["validation"] = json!([other]);
        assert!(!is_fault(&document(), &branches));
        let mut unknown = call("/text", &["body"], no_boolean);
        unknown.detail = json!({"title": "Invalid security scheme used"});
        assert!(!is_fault(&document(), &unknown));
    }
}
