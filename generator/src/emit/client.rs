//! `src/client.rs`: how a client is made, as far as the document decides it.

use proc_macro2::TokenStream;
use quote::quote;

use crate::OutputFile;
use crate::calls::CredentialSetter;
use crate::model::{Api, Grant, ParameterPlace, SecurityKind, SecurityScheme};

use super::docs;
use super::operations::{Names, imports};
use super::print::{ident, impl_block, item};
use super::servers::default_url;
use super::{CrateModel, source_file};

/// What the file may use, as it is printed.
const NAMES: &[Names] = &[
    ("http", &["Method"]),
    (
        "crate::runtime",
        &[
            "AnyRequest",
            "ApiKeyPlace",
            "Call",
            "Client",
            "ClientBuilder",
            "ClientCredentials",
            "Credential",
            "InputError",
            "RefreshToken",
            "Secret",
            "SecretSource",
            "SecurityRequirements",
        ],
    ),
];

pub(super) fn file(model: &CrateModel<'_>) -> OutputFile {
    let api = model.api;
    let setters: Vec<TokenStream> = api.security_schemes.iter().flat_map(setters).collect();
    let members = [constructor(api), builder(api), request(api)];
    let parts = vec![
        base_url(api),
        security(api),
        impl_block(&quote!(impl<M> Client<M>), &members),
        default(api),
        impl_block(&quote!(impl<M> ClientBuilder<M>), &setters),
    ];
    let mut file = vec![
        "//! How a client of this API is made.\n".to_owned(),
        imports(NAMES, &parts),
    ];
    file.extend(parts);
    source_file("src/client.rs", &file)
}

fn base_url(api: &Api) -> String {
    let Some(server) = api.servers.first() else {
        return String::new();
    };
    let url = default_url(server);
    let docs = format!(
        " Where the API is ({}), unless [`ClientBuilder::base_url`] says otherwise.",
        docs::place(&server.pointer)
    );
    item(&quote! {
        #[doc = #docs]
        pub const BASE_URL: &str = #url;
    })
}

/// What requests that the document does not know carry: any credential that the client has.
fn security(api: &Api) -> String {
    if api.security_schemes.is_empty() {
        return String::new();
    }
    let schemes = api.security_schemes.iter().map(|scheme| &scheme.name);
    item(&quote! {
        /// Each credential does, and none, for requests that the document does not know.
        const ANY_CREDENTIAL: SecurityRequirements = &[#(&[#schemes],)* &[]];
    })
}

/// The scheme whose credential [`constructor`] takes: the only one that operations ask for, where it is one value.
pub(super) fn only_scheme(api: &Api) -> Option<&SecurityScheme> {
    let asked_for = |scheme: &&SecurityScheme| {
        api.operations.iter().any(|operation| {
            let mut asked_for = operation.security.alternatives.iter().flatten();
            asked_for.any(|it| it.name == scheme.name)
        })
    };
    let mut schemes = api.security_schemes.iter().filter(asked_for);
    let first = schemes.next()?;
    let is_only = schemes.next().is_none();
    (is_only && first.kind != SecurityKind::MutualTls).then_some(first)
}

/// The arguments of the constructor for a credential, and what is handed on.
fn credential_arguments(scheme: &SecurityScheme) -> (TokenStream, TokenStream) {
    match scheme.kind {
        SecurityKind::Basic => (
            quote!(user: impl AsRef<str>, password: impl Into<Secret>),
            quote!(user, password),
        ),
        SecurityKind::ApiKey { .. } => (quote!(key: impl Into<SecretSource>), quote!(key)),
        _ => (quote!(token: impl Into<SecretSource>), quote!(token)),
    }
}

fn constructor(api: &Api) -> TokenStream {
    let scheme = only_scheme(api);
    let (argument, credential) = match scheme {
        Some(scheme) => {
            let (argument, values) = credential_arguments(scheme);
            let setter = ident(&scheme.ident);
            (argument, quote!(.#setter(#values)))
        }
        None => (quote!(), quote!()),
    };
    if !api.servers.is_empty() {
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

/// What a constructor without arguments is as well.
fn default(api: &Api) -> String {
    if api.servers.is_empty() || only_scheme(api).is_some() {
        return String::new();
    }
    item(&quote! {
        impl<M> Default for Client<M> {
            fn default() -> Self {
                Self::new()
            }
        }
    })
}

fn builder(api: &Api) -> TokenStream {
    if !api.servers.is_empty() {
        return quote! {
            /// Settings of a client of the API at [`BASE_URL`].
            pub fn builder() -> ClientBuilder<M> {
                ClientBuilder::new(BASE_URL)
            }
        };
    }
    quote! {
        /// Settings of a client, which has to be told its base URL.
        pub fn builder() -> ClientBuilder<M> {
            ClientBuilder::new("")
        }
    }
}

fn request(api: &Api) -> TokenStream {
    let security = if api.security_schemes.is_empty() {
        quote!(&[])
    } else {
        quote!(ANY_CREDENTIAL)
    };
    quote! {
        /// A request that the document does not know, at a path below the base URL, with the same credentials and
        /// errors. Its answer is a success with any status of 2XX.
        pub fn request(&self, method: Method, path: impl Into<String>) -> Call<AnyRequest, M> {
            self.any_request(method, path.into(), #security)
        }
    }
}

/// What the builder's methods for credentials take.
pub(super) fn credentials(api: &Api) -> Vec<CredentialSetter> {
    let setters = api.security_schemes.iter().map(|scheme| CredentialSetter {
        setter: scheme.ident.clone(),
        arguments: match scheme.kind {
            SecurityKind::MutualTls => 0,
            SecurityKind::Basic => 2,
            _ => 1,
        },
    });
    setters.collect()
}

/// The builder's methods for a scheme.
fn setters(scheme: &SecurityScheme) -> Vec<TokenStream> {
    let name = &scheme.name;
    let (how, credential) = credential(scheme);
    let argument = if scheme.kind == SecurityKind::MutualTls {
        quote!()
    } else {
        credential_arguments(scheme).0
    };
    let docs = setter_docs(scheme, &how);
    let setter = ident(&scheme.ident);
    let mut members = vec![quote! {
        #docs
        pub fn #setter(self, #argument) -> Self {
            self.credential(#name, #credential)
        }
    }];
    if let SecurityKind::OAuth2 {
        client_credentials,
        refresh,
    } = &scheme.kind
    {
        members.extend(client_credentials.as_ref().map(|it| {
            let how = "Gets access tokens in the client's own name, renews them before they expire, and sends them";
            grant(scheme, "client_credentials", "ClientCredentials", it, how)
        }));
        members.extend(refresh.as_ref().map(|it| {
            let how =
                "Gets access tokens for this grant, renews them before they expire, and sends them";
            grant(scheme, "refresh_token", "RefreshToken", it, how)
        }));
    }
    members
}

/// The start of a sentence that tells how the credential of a scheme is sent, and the expression that makes it.
fn credential(scheme: &SecurityScheme) -> (String, TokenStream) {
    let (_, values) = credential_arguments(scheme);
    let text = str::to_owned;
    match &scheme.kind {
        SecurityKind::Bearer => (
            text("Sends this token as HTTP bearer"),
            quote!(Credential::bearer(#values)),
        ),
        SecurityKind::OAuth2 { .. } => (
            text("Sends this access token as HTTP bearer"),
            quote!(Credential::bearer(#values)),
        ),
        SecurityKind::Http(method) => (
            format!(
                "Sends this after {} in the `Authorization` header",
                docs::code(method)
            ),
            quote!(Credential::http(#method, #values)),
        ),
        SecurityKind::Basic => (
            text("Sends this name and password as HTTP basic"),
            quote!(Credential::basic(#values)),
        ),
        SecurityKind::ApiKey { place, name } => {
            let (place, where_) = match place {
                ParameterPlace::Query => ("Query", "in the query"),
                ParameterPlace::Cookie => ("Cookie", "as a cookie"),
                ParameterPlace::Header | ParameterPlace::Path => ("Header", "as a header"),
            };
            let place = ident(place);
            (
                format!("Sends this key {where_} {}", docs::code(name)),
                quote!(Credential::api_key(ApiKeyPlace::#place, #name, #values)),
            )
        }
        SecurityKind::MutualTls => (
            text("Says that the transport shows a certificate"),
            quote!(Credential::mutual_tls()),
        ),
    }
}

/// A setter for a way to get access tokens.
fn grant(scheme: &SecurityScheme, way: &str, ty: &str, grant: &Grant, how: &str) -> TokenStream {
    let docs = setter_docs(scheme, how);
    let setter = ident(&grant.ident);
    let url = &grant.url;
    let name = &scheme.name;
    let constructor = ident(way);
    let argument = ident(way);
    let ty = ident(ty);
    quote! {
        #docs
        pub fn #setter(self, #argument: #ty) -> Self {
            self.credential(#name, Credential::#constructor(#argument, #url))
        }
    }
}

fn setter_docs(scheme: &SecurityScheme, how: &str) -> TokenStream {
    let mut lines = docs::paragraphs(scheme.description.as_deref());
    if !lines.is_empty() {
        lines.push(String::new());
    }
    lines.push(format!(
        "{how} to operations that ask for {}.",
        docs::place(&scheme.pointer())
    ));
    docs::line_attributes(&lines)
}
