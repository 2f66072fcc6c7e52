//! What the operations can be called with, for those who write calls of all of them.

use quote::quote;

use crate::calls::{CallArgument, CallBody, CallContent, OperationCall};
use crate::emit::CrateModel;
use crate::emit::print::type_text;
use crate::emit::ty::TypeTokens;
use crate::model::{Body, Operation, Parameter, StatusMatch, Type};
use crate::names::OperationNames;

use super::method::argument_type;

/// The calls of all operations, in their order.
pub(in crate::emit) fn of_operations(model: &CrateModel<'_>) -> Vec<OperationCall> {
    let tokens = TypeTokens {
        types: &model.api.types,
        names: &model.types,
        prefix: quote!(types::),
    };
    let all = model.api.operations.iter().zip(&model.operations);
    all.map(|(operation, names)| call(operation, names, &tokens))
        .collect()
}

fn call(operation: &Operation, names: &OperationNames, tokens: &TypeTokens<'_>) -> OperationCall {
    let parameters = |required: bool| {
        let parameters = operation.parameters.iter();
        parameters
            .filter(move |parameter| parameter.required == required)
            .map(|parameter| argument(parameter, tokens))
            .collect()
    };
    OperationCall {
        pointer: operation.pointer.clone(),
        method: operation.method.as_str(),
        path: operation.path.clone(),
        function: names.method.clone(),
        server: operation.server.clone(),
        arguments: parameters(true),
        setters: parameters(false),
        body: operation
            .body
            .as_ref()
            .map(|body| call_body(body, names, tokens)),
        successes: codes(&operation.successes),
        failures: codes(&operation.failures),
    }
}

fn codes(answers: &[crate::model::Answer]) -> Vec<u16> {
    let codes = answers.iter().map(|answer| match answer.status {
        StatusMatch::Code(code) => code,
        // The last of a range is hardly ever documented for itself.
        StatusMatch::Range(digit) => digit * 100 + 99,
        StatusMatch::Default => 499,
    });
    codes.collect()
}

fn argument(parameter: &Parameter, tokens: &TypeTokens<'_>) -> CallArgument {
    let (_, is_reference) = argument_type(&parameter.ty, tokens);
    CallArgument {
        pointer: parameter.pointer.clone(),
        setter: parameter.ident.clone(),
        rust: rust(&parameter.ty, tokens),
        by_reference: parameter.required && is_reference,
    }
}

fn call_body(body: &Body, names: &OperationNames, tokens: &TypeTokens<'_>) -> CallBody {
    let contents = body.contents.iter().map(|content| CallContent {
        pointer: content.pointer.clone(),
        media_type: content.media_type.clone(),
        variant: names
            .body
            .as_ref()
            .map(|name| format!("operations::{name}::{}", content.variant)),
        rust: content.format.ty().map(|ty| rust(ty, tokens)),
    });
    CallBody {
        required: body.required,
        contents: contents.collect(),
    }
}

/// A type whose aliases are followed.
fn rust(ty: &Type, tokens: &TypeTokens<'_>) -> String {
    type_text(&tokens.ty(&tokens.types.resolve_parts(ty)))
}
