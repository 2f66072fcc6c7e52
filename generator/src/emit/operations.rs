//! `src/operations/`: a module for each tag, with the methods of the client and what they return.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::OutputFile;
use crate::model::{Failure, Operation, PathParameter, StatusMatch, Type};
use crate::names::{OperationNames, status_sentence};

use super::docs;
use super::print::{ident, impl_block, item};
use super::ty::TypeTokens;
use super::types::deprecated;
use super::{CrateModel, source_file};

/// An operation and its names.
type Named<'a> = (&'a Operation, &'a OperationNames);

pub(super) fn files(model: &CrateModel<'_>) -> Vec<OutputFile> {
    let mut modules: BTreeMap<&str, Vec<Named<'_>>> = BTreeMap::new();
    for named in model.api.operations.iter().zip(&model.operations) {
        modules.entry(&named.1.module).or_default().push(named);
    }
    let [declarations, exports] = model.modules(modules.keys().copied());
    let docs = "//! The operations: what the methods of [`Client`](crate::Client) call, and their errors.\n";
    let mut files = vec![source_file(
        "src/operations/mod.rs",
        &[docs.to_owned(), declarations, exports],
    )];
    for (module, operations) in modules {
        files.push(module_file(module, &operations, model));
    }
    files
}

fn module_file(module: &str, operations: &[Named<'_>], model: &CrateModel<'_>) -> OutputFile {
    let tokens = TypeTokens {
        types: &model.api.types,
        names: &model.types,
        prefix: quote!(types::),
    };
    let methods: Vec<TokenStream> = operations
        .iter()
        .map(|named| method(*named, &tokens))
        .collect();
    let mut parts = vec![
        module_docs(operations),
        module_imports(operations),
        impl_block(&quote!(impl Client), &methods),
    ];
    for named in operations {
        parts.extend(operation_parts(*named, &tokens));
    }
    source_file(&format!("src/operations/{module}.rs"), &parts)
}

fn module_docs(operations: &[Named<'_>]) -> String {
    match operations
        .first()
        .and_then(|(operation, _)| operation.tag.as_deref())
    {
        Some(tag) => format!("//! Operations of the tag {}.\n", docs::code(tag)),
        None => "//! Operations without a tag.\n".to_owned(),
    }
}

/// What the operations use, and nothing more.
fn module_imports(operations: &[Named<'_>]) -> String {
    let written: Vec<&Type> = operations
        .iter()
        .flat_map(|(operation, _)| operation.types())
        .collect();
    let mut imports = String::new();
    if written
        .iter()
        .any(|ty| ty.any(&|part| matches!(part, Type::Map(_))))
    {
        imports.push_str("use std::collections::BTreeMap;\n");
    }
    if operations
        .iter()
        .any(|(operation, _)| operation.failures.is_empty())
    {
        imports.push_str("use std::convert::Infallible;\n");
    }
    if !imports.is_empty() {
        imports.push('\n');
    }
    imports.push_str(
        "use http::Method;\n\nuse crate::runtime::{Call, Client, Error, Operation, Response};\n",
    );
    let mut is_declared = false;
    for ty in written {
        ty.visit_declared(&mut |_| is_declared = true);
    }
    if is_declared {
        imports.push_str("use crate::types;\n");
    }
    imports
}

fn method((operation, names): Named<'_>, tokens: &TypeTokens<'_>) -> TokenStream {
    let docs = method_docs(operation);
    let name = ident(&names.method);
    let marker = ident(&names.marker);
    let http_method = ident(operation.method.as_str());
    let path = &operation.path;
    let mut arguments: Vec<TokenStream> = operation
        .path_parameters
        .iter()
        .map(|parameter| {
            let name = ident(&parameter.ident);
            let ty = argument_type(parameter, tokens);
            quote!(#name: #ty)
        })
        .collect();
    let path_values = operation.path_parameters.iter().map(|parameter| {
        let key = &parameter.name;
        let name = ident(&parameter.ident);
        quote!(.path(#key, #name))
    });
    let body = operation
        .body
        .as_ref()
        .filter(|body| body.required)
        .map(|body| {
            let ty = tokens.ty(&body.ty);
            arguments.push(quote!(body: #ty));
            quote!(.json(&body))
        });
    let security = (!operation.security.is_empty()).then(|| {
        let alternatives = operation
            .security
            .iter()
            .map(|schemes| quote!(&[#(#schemes),*]));
        quote!(.security(&[#(#alternatives),*]))
    });
    quote! {
        #docs
        pub fn #name(&self, #(#arguments),*) -> Call<#marker> {
            self.call(Method::#http_method, #path) #(#path_values)* #body #security
        }
    }
}

/// What a caller hands over for a path parameter: text and enums by reference, the rest is `Copy`.
fn argument_type(parameter: &PathParameter, tokens: &TypeTokens<'_>) -> TokenStream {
    match &parameter.ty {
        Type::String => quote!(&str),
        ty @ Type::Declared(_) => {
            let ty = tokens.ty(ty);
            quote!(&#ty)
        }
        ty => tokens.ty(ty),
    }
}

fn method_docs(operation: &Operation) -> TokenStream {
    let mut lines = docs::paragraphs(
        [
            operation.summary.as_deref(),
            operation.description.as_deref(),
        ]
        .into_iter()
        .flatten(),
    );
    if !lines.is_empty() {
        lines.push(String::new());
    }
    lines.push(docs::code(&format!(
        "{} {}",
        operation.method.as_str(),
        operation.path
    )));
    let described: Vec<String> = operation
        .path_parameters
        .iter()
        .filter_map(|parameter| {
            let text = docs::first_line(parameter.description.as_deref()?);
            Some(format!(
                "- {}: {text}",
                docs::code(parameter.ident.trim_start_matches("r#"))
            ))
        })
        .collect();
    if !described.is_empty() {
        lines.push(String::new());
        lines.extend(described);
    }
    let docs = docs::line_attributes(&lines);
    let deprecated = deprecated(operation.deprecated);
    quote!(#docs #deprecated)
}

/// What stands beside the method: setters, the operation's type, how it is read, its errors.
fn operation_parts((operation, names): Named<'_>, tokens: &TypeTokens<'_>) -> Vec<String> {
    let marker = ident(&names.marker);
    let docs = format!(
        " The operation of [`Client::{}`].",
        names.method.trim_start_matches("r#")
    );
    let definition = item(&quote! {
        #[doc = #docs]
        pub enum #marker {}
    });
    let optional_body = operation
        .body
        .as_ref()
        .filter(|body| !body.required)
        .map(|body| {
            let docs = docs::attributes(
                body.description.as_deref(),
                "The body; without one, none is sent.",
            );
            let ty = tokens.ty(&body.ty);
            quote! {
                #docs
                pub fn body(self, body: #ty) -> Self {
                    self.json(&body)
                }
            }
        });
    let setters: Vec<TokenStream> = optional_body.into_iter().collect();
    vec![
        impl_block(&quote!(impl Call<#marker>), &setters),
        definition,
        operation_impl(operation, names, tokens),
        error_enum(operation, names, tokens),
        error_body(operation, names, tokens),
    ]
}

fn operation_impl(
    operation: &Operation,
    names: &OperationNames,
    tokens: &TypeTokens<'_>,
) -> String {
    let marker = ident(&names.marker);
    let output = operation
        .success
        .body
        .as_ref()
        .map_or_else(|| quote!(()), |ty| tokens.ty(ty));
    let error = ident(&names.error);
    let (error_type, failures): (_, Vec<TokenStream>) = if operation.failures.is_empty() {
        (quote!(Infallible), Vec::new())
    } else {
        let arms = operation
            .failures
            .iter()
            .map(|failure| failure_arm(failure, &error))
            .collect();
        (quote!(#error), arms)
    };
    let reads_json = operation.success.body.is_some()
        || operation
            .failures
            .iter()
            .any(|failure| failure.body.is_some());
    let accept = (!reads_json).then(|| {
        quote!(
            const ACCEPT: &'static str = "";
        )
    });
    let read = if operation.success.body.is_some() {
        quote!(response.json())
    } else {
        quote!(response.no_content())
    };
    let statuses = operation
        .success
        .statuses
        .iter()
        .map(|status| status_pattern(*status));
    let types = quote! {
        type Output = #output;
        type Error = #error_type;
        #accept
    };
    let function = quote! {
        fn read(response: Response) -> Result<Response<Self::Output>, Error<Self::Error>> {
            match response.status.as_u16() {
                #(#statuses)|* => #read,
                #(#failures,)*
                _ => response.undocumented(),
            }
        }
    };
    impl_block(&quote!(impl Operation for #marker), &[types, function])
}

fn failure_arm(failure: &Failure, error: &proc_macro2::Ident) -> TokenStream {
    let status = status_pattern(failure.status);
    let variant = ident(&failure.variant);
    if failure.body.is_some() {
        quote!(#status => response.failure(#error::#variant))
    } else {
        quote!(#status => Err(response.failed(#error::#variant)))
    }
}

fn status_pattern(status: StatusMatch) -> TokenStream {
    match status {
        StatusMatch::Code(code) => {
            let code = proc_macro2::Literal::u16_unsuffixed(code);
            quote!(#code)
        }
        StatusMatch::Range(digit) => {
            let first = proc_macro2::Literal::u16_unsuffixed(digit * 100);
            let last = proc_macro2::Literal::u16_unsuffixed(digit * 100 + 99);
            quote!(#first..=#last)
        }
    }
}

fn error_enum(operation: &Operation, names: &OperationNames, tokens: &TypeTokens<'_>) -> String {
    if operation.failures.is_empty() {
        return String::new();
    }
    let docs = format!(
        " The documented errors of [`Client::{}`].",
        names.method.trim_start_matches("r#")
    );
    let name = ident(&names.error);
    let variants = operation.failures.iter().map(|failure| {
        let variant = ident(&failure.variant);
        let status = status_sentence(failure.status);
        let text = docs::first_line(&failure.description);
        let doc = if text.is_empty() {
            format!(" {status}.")
        } else {
            format!(" {status}: {text}")
        };
        let body = failure.body.as_ref().map(|ty| {
            let ty = tokens.ty(ty);
            quote!((#ty))
        });
        quote!(#[doc = #doc] #variant #body)
    });
    item(&quote! {
        #[doc = #docs]
        #[derive(Debug, Clone, PartialEq)]
        #[non_exhaustive]
        pub enum #name { #(#variants),* }
    })
}

/// Where all statuses have one body, it can be had without asking for the status.
fn error_body(operation: &Operation, names: &OperationNames, tokens: &TypeTokens<'_>) -> String {
    let bodies: Option<Vec<&Type>> = operation
        .failures
        .iter()
        .map(|failure| failure.body.as_ref())
        .collect();
    let Some([first, rest @ ..]) = bodies.as_deref() else {
        return String::new();
    };
    let shared = tokens.types.resolve(first);
    if rest.is_empty() || rest.iter().any(|ty| tokens.types.resolve(ty) != shared) {
        return String::new();
    }
    let name = ident(&names.error);
    let ty = tokens.ty(shared);
    let body = format_ident!("body");
    let variants = operation.failures.iter().map(|failure| {
        let variant = ident(&failure.variant);
        quote!(Self::#variant(#body))
    });
    let member = quote! {
        /// The body, which is of one type whatever the status is.
        #[must_use]
        pub fn body(&self) -> &#ty {
            match self {
                #(#variants)|* => #body,
            }
        }
    };
    impl_block(&quote!(impl #name), &[member])
}
