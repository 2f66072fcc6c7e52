//! The contract test: every operation of a document is called with arguments made from its schemas.

mod emit;
mod expression;
mod values;

use std::collections::BTreeMap;

use serde_json::Value;

use crate::Note;
use crate::check::Checker;
use crate::document::{Document, join};
use crate::make::Maker;
use crate::schemas::Schemas;

use expression::expression;
use values::{Values, Wanted};

/// An operation that a crate can call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operation {
    /// JSON pointer of the operation in the document.
    pub pointer: String,
    /// Method and path: `GET /pets/{id}`.
    pub name: String,
    /// The method of the client.
    pub function: String,
    /// Where it is, if not where the rest of the API is.
    pub server: Option<String>,
    /// The required parameters, in the order of the method's arguments.
    pub arguments: Vec<Argument>,
    /// The optional parameters.
    pub setters: Vec<Argument>,
    /// What requests carry; the last argument where it is required.
    pub body: Option<RequestBody>,
    /// Statuses that can be asked for, besides the one that comes by itself.
    pub statuses: Vec<u16>,
}

/// A parameter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Argument {
    /// JSON pointer of the Parameter Object.
    pub pointer: String,
    /// The method that sets it, if it is optional.
    pub setter: String,
    /// Its type with all aliases followed, as code beside the crate's modules writes it: `Vec<types::Pet>`.
    pub rust: String,
    /// Whether it is handed over as a reference.
    pub by_reference: bool,
}

/// A request body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestBody {
    /// Whether it is an argument; else `body` sets it.
    pub required: bool,
    /// The ways to send it.
    pub contents: Vec<Content>,
}

/// One way to send a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Content {
    /// JSON pointer of the Media Type Object.
    pub pointer: String,
    /// The media type.
    pub media_type: String,
    /// The variant of the body's enum, where there are several ways: `operations::CreatePetBody::Json`.
    pub variant: Option<String>,
    /// The type of the value, as [`Argument::rust`]; `None` where the body is bytes.
    pub rust: Option<String>,
}

/// A credential that operations ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credential {
    /// The method of the builder.
    pub setter: String,
    /// How many texts it takes.
    pub arguments: usize,
}

/// What a crate can be called with.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Calls {
    /// The operations.
    pub operations: Vec<Operation>,
    /// What the builder of the client can be given.
    pub credentials: Vec<Credential>,
}

/// What [`contract`] made of a document.
#[derive(Debug, Clone)]
pub struct Contract {
    /// The files of the test: path below the folder of the crate, and contents.
    pub files: Vec<(String, String)>,
    /// Operations that the test does not call, with the reason.
    pub skipped: Vec<Note>,
    /// Optional parameters and bodies that the test does not send, with the reason.
    pub left_out: Vec<Note>,
}

/// Makes the contract test of a document. `crate_name` is the name of the generated library.
#[must_use]
pub fn contract(document: &Value, calls: &Calls, crate_name: &str) -> Contract {
    let document = Document::new(document);
    let places = places(&document, &calls.operations);
    let schemas = Schemas::new(&document, places.values().map(String::as_str));
    let checker = Checker::new(&schemas);
    let mut writer = Writer {
        values: Values {
            document: &document,
            schemas: &schemas,
            checker: &checker,
            maker: Maker::new(&schemas, &checker),
            places: &places,
        },
        left_out: Vec::new(),
    };
    let mut written = Vec::new();
    let mut skipped = Vec::new();
    for operation in &calls.operations {
        match writer.operation(operation) {
            Ok(text) => written.push(text),
            Err(reason) => skipped.push(Note {
                pointer: operation.pointer.clone(),
                reason,
            }),
        }
    }
    Contract {
        files: emit::files(calls, &written, crate_name),
        skipped,
        left_out: writer.left_out,
    }
}

/// The schema of each parameter and content, by the pointer of its object.
fn places(document: &Document<'_>, operations: &[Operation]) -> BTreeMap<String, String> {
    let mut places = BTreeMap::new();
    for operation in operations {
        let parameters = operation.arguments.iter().chain(&operation.setters);
        let contents = operation.body.iter().flat_map(|body| &body.contents);
        let pointers = parameters
            .map(|parameter| &parameter.pointer)
            .chain(contents.map(|content| &content.pointer));
        for pointer in pointers {
            if let Some(schema) = schema_of(document, pointer) {
                places.insert(pointer.clone(), schema);
            }
        }
    }
    places
}

/// The schema of a Parameter or Media Type Object: its own, or that of its only content.
fn schema_of(document: &Document<'_>, pointer: &str) -> Option<String> {
    let (place, object) = document.resolve(pointer)?;
    if object.get("schema").is_some() {
        return Some(join(&place, "schema"));
    }
    let media_type = object.get("content")?.as_object()?.keys().next()?;
    let schema = join(&join(&join(&place, "content"), media_type), "schema");
    document.at(&schema).map(|_| schema)
}

struct Writer<'w> {
    values: Values<'w>,
    left_out: Vec<Note>,
}

impl Writer<'_> {
    /// The statement that calls an operation in every way.
    fn operation(&mut self, operation: &Operation) -> Result<String, String> {
        let contents = operation.body.iter().flat_map(|body| &body.contents);
        let mut contents: Vec<Option<&Content>> = contents.map(Some).collect();
        let is_required = operation.body.as_ref().is_some_and(|body| body.required);
        if contents.is_empty() {
            contents.push(None);
        }
        let first = contents.first().copied().flatten();
        let least = self.call(operation, Wanted::Plain, first.filter(|_| is_required))?;
        let mut calls = vec![("required", least)];
        let everything = self.call(operation, Wanted::Full, first)?;
        if calls.iter().all(|(_, call)| *call != everything) {
            calls.push(("everything", everything));
        }
        for content in contents.iter().skip(1).flatten() {
            match self.call(operation, Wanted::Full, Some(content)) {
                Ok(call) => calls.push((&content.media_type, call)),
                Err(reason) => self.leave_out(&content.pointer, reason),
            }
        }
        Ok(emit::statement(operation, &calls))
    }

    fn call(
        &mut self,
        operation: &Operation,
        wanted: Wanted,
        content: Option<&Content>,
    ) -> Result<String, String> {
        let mut arguments = Vec::new();
        for argument in &operation.arguments {
            let value = self.argument(argument, wanted);
            arguments.push(value.map_err(|reason| format!("{}: {reason}", argument.pointer))?);
        }
        let mut setters = String::new();
        if wanted == Wanted::Full {
            for setter in &operation.setters {
                match self.argument(setter, wanted) {
                    Ok(value) => setters.push_str(&format!(".{}({value})", setter.setter)),
                    Err(reason) => self.leave_out(&setter.pointer, reason),
                }
            }
        }
        if let Some(content) = content {
            let is_required = operation.body.as_ref().is_some_and(|body| body.required);
            match self.content(content, wanted) {
                Ok(value) if is_required => arguments.push(value),
                Ok(value) => setters.push_str(&format!(".body({value})")),
                Err(reason) if is_required => return Err(format!("{}: {reason}", content.pointer)),
                Err(reason) => self.leave_out(&content.pointer, reason),
            }
        }
        Ok(format!(
            "client.{}({}){setters}",
            operation.function,
            arguments.join(", ")
        ))
    }

    fn argument(&mut self, argument: &Argument, wanted: Wanted) -> Result<String, String> {
        let mut value = self.values.of(&argument.pointer, wanted)?;
        // Most styles write an empty list as nothing at all.
        if value.as_array().is_some_and(Vec::is_empty) {
            value = self.values.of(&argument.pointer, Wanted::Full)?;
        }
        let made = made(&argument.rust, &value)?;
        if !argument.by_reference {
            return Ok(made);
        }
        Ok(format!("&{made}"))
    }

    fn content(&mut self, content: &Content, wanted: Wanted) -> Result<String, String> {
        let value = match &content.rust {
            Some(rust) => made(rust, &self.values.of(&content.pointer, wanted)?)?,
            None => {
                let value = self.values.of(&content.pointer, wanted);
                let text = match value {
                    Ok(Value::String(text)) => text,
                    Ok(value @ (Value::Bool(_) | Value::Number(_))) => value.to_string(),
                    _ => "text".to_owned(),
                };
                format!("{text:?}")
            }
        };
        Ok(match &content.variant {
            Some(variant) if content.rust.is_none() => format!("{variant}({value}.into())"),
            Some(variant) => format!("{variant}({value})"),
            None => value,
        })
    }

    fn leave_out(&mut self, pointer: &str, reason: String) {
        if self.left_out.iter().all(|note| note.pointer != pointer) {
            self.left_out.push(Note {
                pointer: pointer.to_owned(),
                reason,
            });
        }
    }
}

fn made(rust: &str, value: &Value) -> Result<String, String> {
    expression(rust, value).ok_or_else(|| format!("{value:.100} is no {rust}"))
}
