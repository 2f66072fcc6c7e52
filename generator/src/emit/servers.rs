//! `src/servers.rs`: where the API is, for callers to choose from.

use proc_macro2::TokenStream;
use quote::quote;

use crate::OutputFile;
use crate::model::{Api, Server, ServerVariable};
use crate::names::{Scope, pascal_case, snake_case};

use super::docs;
use super::print::{ident, impl_block, item};
use super::{CrateModel, source_file};

/// The module, where there is a choice: several servers, or variables.
pub(super) fn file(model: &CrateModel<'_>) -> Option<OutputFile> {
    let mut parts = vec![introduction(model.api)?.to_owned()];
    for server in listed(model.api) {
        if server.variables.is_empty() {
            parts.push(constant(server));
        } else {
            parts.extend(builder(server, None));
        }
    }
    for server in &model.api.operation_servers {
        parts.extend(builder(server, Some(documented(server))));
    }
    Some(source_file("src/servers.rs", &parts))
}

/// What the module says of itself; `None` where the document leaves callers no choice.
fn introduction(api: &Api) -> Option<&'static str> {
    match (listed(api).is_empty(), api.operation_servers.is_empty()) {
        (true, true) => None,
        (false, true) => Some(
            "//! Where the API is: each of these can be the base URL of a [`ClientBuilder`](crate::ClientBuilder).\n",
        ),
        (true, false) => Some(
            "//! Where some operations are, for [`ClientBuilder::server`](crate::ClientBuilder::server).\n",
        ),
        (false, false) => Some(
            "//! Where the API is: each of these can be the base URL of a [`ClientBuilder`](crate::ClientBuilder); those that have\n//! a constant `DOCUMENTED` are of some operations, for [`ClientBuilder::server`](crate::ClientBuilder::server).\n",
        ),
    }
}

/// The servers of the document where it leaves a choice among them: several, or variables.
fn listed(api: &Api) -> &[Server] {
    let has_choice = api.servers.len() > 1
        || api
            .servers
            .iter()
            .any(|server| !server.variables.is_empty());
    if has_choice { &api.servers } else { &[] }
}

/// The servers that the module has, in its order.
pub(super) fn all(api: &Api) -> impl Iterator<Item = &Server> {
    listed(api).iter().chain(&api.operation_servers)
}

/// The constant by which the server of operations is moved.
fn documented(server: &Server) -> TokenStream {
    let url = default_url(server);
    quote! {
        /// The URL of the document, which [`ClientBuilder::server`](crate::ClientBuilder::server) calls elsewhere.
        pub const DOCUMENTED: &'static str = #url;
    }
}

/// The URL of a server whose variables have their defaults.
pub(super) fn default_url(server: &Server) -> String {
    server
        .variables
        .iter()
        .fold(server.url.clone(), |url, variable| {
            url.replace(&placeholder(variable), &variable.default)
        })
}

fn placeholder(variable: &ServerVariable) -> String {
    format!("{{{}}}", variable.name)
}

fn server_docs(server: &Server) -> TokenStream {
    let mut lines = docs::paragraphs(server.description.as_deref());
    if !lines.is_empty() {
        lines.push(String::new());
    }
    lines.push(format!(
        "{}, {}.",
        docs::code(&server.url),
        docs::place(&server.pointer)
    ));
    docs::line_attributes(&lines)
}

fn constant(server: &Server) -> String {
    let docs = server_docs(server);
    let name = ident(&server.name);
    let url = &server.url;
    item(&quote!(#docs pub const #name: &str = #url;))
}

/// The fields of a server's variables.
pub(super) fn idents(server: &Server) -> Vec<String> {
    let mut idents = Scope::with_taken(&["new"]);
    let variables = server.variables.iter();
    variables
        .map(|variable| idents.claim([snake_case(&variable.name)]))
        .collect()
}

/// The variants of the listed values of a variable.
pub(super) fn variants(variable: &ServerVariable) -> Vec<String> {
    let texts: Vec<&str> = variable.values.iter().map(String::as_str).collect();
    Scope::default().claim_all(&texts, pascal_case)
}

/// A struct with the variables as fields: an enum where the document lists their values, else text.
fn builder(server: &Server, documented: Option<TokenStream>) -> Vec<String> {
    let variables: Vec<Variable> = server
        .variables
        .iter()
        .zip(idents(server))
        .map(|(variable, name)| Variable::new(server, variable, &name))
        .collect();
    let name = ident(&server.name);
    let docs = server_docs(server);
    let template = &server.url;
    let fields = variables.iter().map(|it| &it.field);
    let defaults = variables.iter().map(|it| &it.default);
    let values = variables.iter().map(|it| &it.value);
    let definition = item(&quote! {
        #docs
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct #name { #(#fields),* }
    });
    let constructor = quote! {
        /// The server with the defaults of its variables.
        #[must_use]
        pub fn new() -> Self {
            Self { #(#defaults),* }
        }
    };
    let setters = variables.iter().map(|it| it.setter.clone());
    let members: Vec<TokenStream> = documented
        .into_iter()
        .chain([constructor])
        .chain(setters)
        .collect();
    let mut parts = vec![
        definition,
        impl_block(&quote!(impl #name), &members),
        item(&quote! {
            impl Default for #name {
                fn default() -> Self {
                    Self::new()
                }
            }
        }),
        item(&quote! {
            impl From<#name> for String {
                fn from(server: #name) -> Self {
                    #template #(#values)*
                }
            }
        }),
    ];
    parts.extend(variables.into_iter().flat_map(|it| it.parts));
    parts
}

/// A variable in the struct of its server.
struct Variable {
    field: TokenStream,
    default: TokenStream,
    setter: TokenStream,
    /// The link of a chain that puts its value into the URL.
    value: TokenStream,
    /// What stands beside the struct.
    parts: Vec<String>,
}

impl Variable {
    fn new(server: &Server, variable: &ServerVariable, name: &str) -> Self {
        let name = ident(name);
        let text = format!("The variable {} of the URL.", docs::code(&variable.name));
        let docs = docs::attributes(variable.description.as_deref(), &text);
        let placeholder = placeholder(variable);
        if variable.values.is_empty() {
            let default = &variable.default;
            return Self {
                field: quote!(#name: String),
                default: quote!(#name: #default.to_owned()),
                setter: quote! {
                    #docs
                    #[must_use]
                    pub fn #name(mut self, value: impl Into<String>) -> Self {
                        self.#name = value.into();
                        self
                    }
                },
                value: quote!(.replace(#placeholder, &server.#name)),
                parts: Vec::new(),
            };
        }
        let choice = Choice::new(server, variable);
        let (ty, default) = (&choice.name, &choice.default);
        Self {
            field: quote!(#name: #ty),
            default: quote!(#name: #ty::#default),
            setter: quote! {
                #docs
                #[must_use]
                pub fn #name(mut self, value: #ty) -> Self {
                    self.#name = value;
                    self
                }
            },
            value: quote!(.replace(#placeholder, server.#name.as_str())),
            parts: choice.parts,
        }
    }
}

/// A variable with listed values.
struct Choice {
    name: proc_macro2::Ident,
    default: proc_macro2::Ident,
    parts: Vec<String>,
}

impl Choice {
    fn new(server: &Server, variable: &ServerVariable) -> Self {
        let name = ident(&variable.choice);
        let variants: Vec<_> = variants(variable).iter().map(|name| ident(name)).collect();
        let default = variable
            .values
            .iter()
            .position(|value| *value == variable.default);
        let default = default
            .and_then(|index| variants.get(index))
            .unwrap_or(&name)
            .clone();
        let docs = format!(
            " The values of {} in [`{}`], {}.",
            docs::code(&variable.name),
            server.name,
            docs::place(&server.variable_pointer(variable))
        );
        let variant_docs = variable
            .values
            .iter()
            .map(|value| format!(" The value {}.", docs::code(value)));
        let definition = item(&quote! {
            #[doc = #docs]
            #[derive(Debug, Clone, Copy, PartialEq, Eq)]
            #[non_exhaustive]
            pub enum #name { #(#[doc = #variant_docs] #variants),* }
        });
        let values = &variable.values;
        let member = quote! {
            /// As the URL has it.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self {
                    #(Self::#variants => #values),*
                }
            }
        };
        Self {
            parts: vec![definition, impl_block(&quote!(impl #name), &[member])],
            name,
            default,
        }
    }
}
