//! Servers (OpenAPI Specification 3.0.4, sections 4.7.5 and 4.7.6).

use crate::diagnostics::{Code, Pointer};
use crate::document_url::DocumentUrl;
use crate::model::{Server, ServerVariable};
use crate::names::{Scope, constant_case, pascal_case};

use super::Lowering;

/// How long the words are that a server is named after.
const LONGEST_NAME: usize = 40;

/// Names that the builder of a client and the code of servers use.
const TAKEN: &[&str] = &[
    "Client",
    "ClientBuilder",
    "Default",
    "From",
    "Into",
    "Self",
    "String",
];

impl<'a> Lowering<'a> {
    /// The servers of the document whose URL is absolute, or relative to that of the document where it is known, and those
    /// of operations that have variables.
    pub(super) fn servers(
        &mut self,
        document_url: Option<&DocumentUrl>,
    ) -> (Vec<Server>, Vec<Server>) {
        let openapi = self.openapi;
        let mut names = Scope::with_taken(TAKEN);
        let is_only = openapi.servers.len() == 1;
        let mut servers = Vec::new();
        for (index, server) in openapi.servers.iter().enumerate() {
            let pointer = Pointer::root().join("servers").join(index);
            let variables = variables(server);
            let template = absolute(&server.url, document_url);
            let unusable = match filled(&template, &variables) {
                Err(unknown) => format!("nothing says what `{{{unknown}}}` of its URL is"),
                Ok(url) if is_absolute(&url) => {
                    let mut candidates = if is_only {
                        vec!["Server".to_owned()]
                    } else {
                        candidates(server.description.as_deref(), index)
                    };
                    if variables.is_empty() {
                        candidates.iter_mut().for_each(|it| *it = constant_case(it));
                    }
                    servers.push(Server {
                        pointer,
                        url: template,
                        description: server.description.clone(),
                        variables,
                        name: names.claim(candidates),
                    });
                    continue;
                }
                Ok(_) => format!("`{}` is no absolute URL without query", server.url),
            };
            let message = if is_only {
                format!("{unusable}, so callers have to name the base URL")
            } else {
                format!("left out: {unusable}")
            };
            self.report
                .warn(Code::UnusableServer, &pointer.join("url"), message);
        }
        let mut own = self.operation_servers(&mut names);
        // After all servers, whose own names matter more.
        for Server {
            name, variables, ..
        } in servers.iter_mut().chain(&mut own)
        {
            for variable in variables.iter_mut().filter(|it| !it.values.is_empty()) {
                let choice = format!("{name}{}", pascal_case(&variable.name));
                variable.choice = names.claim([choice]);
            }
        }
        (servers, own)
    }

    /// The servers of operations that have variables, each once.
    fn operation_servers(&mut self, names: &mut Scope) -> Vec<Server> {
        let mut distinct: Vec<Server> = Vec::new();
        for (server, pointer) in std::mem::take(&mut self.own_servers) {
            let variables = variables(server);
            let is_known = |it: &Server| it.url == server.url && it.variables == variables;
            if distinct.iter().any(is_known) {
                continue;
            }
            let mut candidates = candidates(server.description.as_deref(), distinct.len());
            if let Some(number) = candidates.last_mut() {
                number.insert_str(0, "Operation");
            }
            distinct.push(Server {
                pointer,
                url: server.url.clone(),
                description: server.description.clone(),
                variables,
                name: names.claim(candidates),
            });
        }
        distinct
    }

    /// The server of an operation, its own or that of its path, where it is not that of the document: a URL whose
    /// variables have their defaults.
    pub(super) fn own_server(
        &mut self,
        own: (&'a [openapiv3::Server], &Pointer),
        shared: (&'a [openapiv3::Server], &Pointer),
    ) -> Option<String> {
        let (servers, at) = if own.0.is_empty() { shared } else { own };
        let server = servers.first()?;
        let variables = variables(server);
        let problem = match filled(&server.url, &variables) {
            Err(unknown) => format!("nothing says what `{{{unknown}}}` of its URL is"),
            Ok(url) if self.is_default(&url) => return None,
            Ok(url) if is_absolute(&url) || is_relative(&url) => {
                if !variables.is_empty() && is_absolute(&url) {
                    let pointer = at.join_all(["servers", "0"]);
                    self.own_servers.push((server, pointer));
                }
                return Some(url);
            }
            Ok(_) => format!("`{}` is no URL without query", server.url),
        };
        let pointer = at.join_all(["servers", "0", "url"]);
        let message = format!("{problem}; called at the base URL");
        self.report.warn(Code::UnusableServer, &pointer, message);
        None
    }

    /// Whether a URL is where the document has the rest of the API.
    fn is_default(&self, url: &str) -> bool {
        let first = self.openapi.servers.first();
        let default = first.map_or_else(
            || Ok("/".to_owned()),
            |server| filled(&server.url, &variables(server)),
        );
        default.is_ok_and(|default| default.trim_end_matches('/') == url.trim_end_matches('/'))
    }
}

/// The template of a URL, which is relative to that of the document unless it has a scheme. Nothing is relative in an
/// empty one, which would be the document itself.
fn absolute(template: &str, document_url: Option<&DocumentUrl>) -> String {
    let is_relative =
        !template.is_empty() && !template.contains(':') && is_plain_template(template);
    let url = document_url.filter(|_| is_relative);
    url.and_then(|url| url.resolve(template))
        .unwrap_or_else(|| template.to_owned())
}

/// The variables of the template, in its order.
fn variables(server: &openapiv3::Server) -> Vec<ServerVariable> {
    let mut variables: Vec<ServerVariable> = Vec::new();
    for name in placeholders(&server.url) {
        let described = server.variables.as_ref().and_then(|all| all.get(name));
        let is_known = variables.iter().any(|known| known.name == name);
        let Some(described) = described.filter(|_| !is_known) else {
            continue;
        };
        let mut values: Vec<String> = Vec::new();
        for value in &described.enumeration {
            if !values.contains(value) {
                values.push(value.clone());
            }
        }
        if !values.is_empty() && !values.contains(&described.default) {
            values.insert(0, described.default.clone());
        }
        variables.push(ServerVariable {
            name: name.to_owned(),
            description: described.description.clone(),
            default: described.default.clone(),
            values,
            choice: String::new(),
        });
    }
    variables
}

/// The template with the defaults of its variables, or the name of one that is not described.
fn filled(template: &str, variables: &[ServerVariable]) -> Result<String, String> {
    let mut url = template.to_owned();
    for name in placeholders(template) {
        let variable = variables.iter().find(|variable| variable.name == name);
        let variable = variable.ok_or_else(|| name.to_owned())?;
        url = url.replace(&format!("{{{name}}}"), &variable.default);
    }
    Ok(url)
}

fn placeholders(template: &str) -> impl Iterator<Item = &str> {
    template
        .split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}').map(|(name, _)| name))
}

fn is_absolute(url: &str) -> bool {
    let has_scheme = url.starts_with("https://") || url.starts_with("http://");
    let is_url = url
        .parse::<http::Uri>()
        .is_ok_and(|url| url.host().is_some_and(|host| !host.is_empty()));
    has_scheme && is_url && is_plain(url)
}

/// Whether the URL is a path that is resolved against another URL.
fn is_relative(url: &str) -> bool {
    !url.contains("//") && !url.contains(':') && is_plain(url)
}

fn is_plain_template(url: &str) -> bool {
    !url.contains(['?', '#', '@'])
}

fn is_plain(url: &str) -> bool {
    is_plain_template(url) && !url.contains('{')
}

/// Names for a server: the description where it is a name, else the place in the list.
fn candidates(description: Option<&str>, index: usize) -> Vec<String> {
    let number = format!("Server{}", index + 1);
    let words = description.map(|text| text.trim().trim_end_matches('.'));
    let named = words
        .filter(|words| !words.is_empty() && words.len() <= LONGEST_NAME && !words.contains('\n'))
        .map(pascal_case);
    named.into_iter().chain([number]).collect()
}
