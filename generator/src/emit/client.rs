//! `src/client.rs`: how a client is made, as far as the document decides it.

use proc_macro2::TokenStream;
use quote::quote;

use crate::OutputFile;
use crate::model::{Api, SecurityScheme};

use super::docs;
use super::print::{ident, impl_block, item};
use super::{CrateModel, source_file};

pub(super) fn file(model: &CrateModel<'_>) -> OutputFile {
    let api = model.api;
    let schemes: Vec<TokenStream> = api.security_schemes.iter().map(scheme_setter).collect();
    let imports = match (schemes.is_empty(), &api.base_url) {
        (false, Some(_)) => "use crate::runtime::{Client, ClientBuilder, Credential};\n",
        (false, None) => "use crate::runtime::{Client, ClientBuilder, Credential, InputError};\n",
        (true, Some(_)) => "use crate::runtime::{Client, ClientBuilder};\n",
        (true, None) => "use crate::runtime::{Client, ClientBuilder, InputError};\n",
    };
    let parts = [
        "//! How a client of this API is made.\n".to_owned(),
        imports.to_owned(),
        base_url(api),
        impl_block(&quote!(impl Client), &[constructor(api), builder(api)]),
        impl_block(&quote!(impl ClientBuilder), &schemes),
    ];
    source_file("src/client.rs", &parts)
}

fn base_url(api: &Api) -> String {
    let Some(url) = &api.base_url else {
        return String::new();
    };
    item(&quote! {
        /// Where the API is, unless [`ClientBuilder::base_url`] says otherwise.
        pub const BASE_URL: &str = #url;
    })
}

/// The scheme whose credential [`constructor`] takes: the only one that operations ask for.
pub(super) fn only_scheme(api: &Api) -> Option<&SecurityScheme> {
    let asked_for = |scheme: &&SecurityScheme| {
        api.operations.iter().any(|operation| {
            operation
                .security
                .iter()
                .flatten()
                .any(|name| *name == scheme.name)
        })
    };
    let mut schemes = api.security_schemes.iter().filter(asked_for);
    let first = schemes.next()?;
    schemes.next().is_none().then_some(first)
}

fn constructor(api: &Api) -> TokenStream {
    let scheme = only_scheme(api);
    let argument = scheme.map(|_| quote!(token: impl Into<String>));
    let credential = scheme.map(|scheme| {
        let setter = ident(&scheme.ident);
        quote!(.#setter(token))
    });
    if api.base_url.is_some() {
        return quote! {
            /// A client of the API at [`BASE_URL`], with default settings.
            pub fn new(#argument) -> Self {
                Self::builder() #credential .build_unchecked()
            }
        };
    }
    quote! {
        /// A client of the API at `base_url`, with default settings.
        ///
        /// # Errors
        ///
        /// [`InputError`] for a base URL that cannot be used.
        pub fn new(base_url: impl Into<String>, #argument) -> Result<Self, InputError> {
            Self::builder().base_url(base_url) #credential .build()
        }
    }
}

fn builder(api: &Api) -> TokenStream {
    if api.base_url.is_some() {
        return quote! {
            /// Settings of a client of the API at [`BASE_URL`].
            pub fn builder() -> ClientBuilder {
                ClientBuilder::new(BASE_URL)
            }
        };
    }
    quote! {
        /// Settings of a client, which has to be told its base URL.
        pub fn builder() -> ClientBuilder {
            ClientBuilder::new("")
        }
    }
}

fn scheme_setter(scheme: &SecurityScheme) -> TokenStream {
    let how = format!(
        "Sends this token as HTTP bearer to operations that ask for {}.",
        docs::code(&scheme.name)
    );
    let mut lines = docs::paragraphs(scheme.description.as_deref());
    if !lines.is_empty() {
        lines.push(String::new());
    }
    lines.push(how);
    let docs = docs::line_attributes(&lines);
    let name = &scheme.name;
    let setter = ident(&scheme.ident);
    quote! {
        #docs
        pub fn #setter(self, token: impl Into<String>) -> Self {
            self.credential(#name, Credential::Bearer(token.into()))
        }
    }
}
