//! Where operations are.

use crate::diagnostics::Pointer;
use crate::model::Server;

use super::finding::{Claim, Finding};
use super::operations::Pair;
use super::rule::Rule;
use super::walk::{Place, Walk};

impl<'a> Walk<'a> {
    /// The servers of the whole API.
    pub(super) fn servers(&mut self) {
        let (old, new) = (&self.old.api.servers, &self.new.api.servers);
        for (index, server) in old.iter().enumerate() {
            match find(new, server) {
                Some(at) => {
                    if let Some(now) = new.get(at) {
                        self.variables((server, index), (now, at));
                    }
                }
                None => {
                    let (rule, message) = (Rule::ServerRemoved, "is gone");
                    self.server(server, rule, message, (Some(index), None));
                }
            }
        }
        let keeps_first = old.first().is_some_and(|it| find(new, it).is_some());
        for (index, server) in new.iter().enumerate() {
            let was = find(old, server);
            let (rule, message) = match was {
                None if index == 0 && keeps_first => {
                    (Rule::ServerOrderChanged, "is new, and the first one")
                }
                None => (Rule::ServerAdded, "is new"),
                Some(1..) if index == 0 => (Rule::ServerOrderChanged, "is the first one now"),
                Some(_) => continue,
            };
            self.server(server, rule, message, (was, Some(index)));
        }
    }

    fn server(
        &mut self,
        server: &Server,
        rule: Rule,
        message: &str,
        (old, new): (Option<usize>, Option<usize>),
    ) {
        let pointer = |index: usize| Pointer::root().join("servers").join(index);
        let finding = Finding {
            rule,
            subject: format!("the server `{}`", server.url),
            message: message.to_owned(),
            old: old.map(pointer),
            new: new.map(pointer),
            items: vec![
                Claim::Item("BASE_URL".to_owned()),
                Claim::Whole(format!("servers::{}", server.name)),
                Claim::Item("Client::new()".to_owned()),
                Claim::Item("Client::builder()".to_owned()),
            ],
        };
        self.findings.add("server", finding);
    }

    /// The variables of a server that is on both sides: its URL says which they are.
    fn variables(&mut self, (old, before): (&Server, usize), (new, after): (&Server, usize)) {
        for one in &old.variables {
            let Some(two) = new.variables.iter().find(|two| two.name == one.name) else {
                continue;
            };
            let at = |index: usize| {
                let at = Pointer::root().join("servers").join(index);
                at.join("variables").join(&one.name)
            };
            let place = Place {
                subject: format!("the server `{}`, variable `{}`", old.url, one.name),
                old: at(before),
                new: at(after),
                items: vec![
                    Claim::Whole(format!("servers::{}", one.choice)),
                    Claim::Whole(format!("servers::{}", two.choice)),
                    Claim::Item(format!("servers::{}::{}", old.name, one.name)),
                ],
            };
            if one.default != two.default {
                let message = format!("is `{}` by default, was `{}`", two.default, one.default);
                let finding = place.finding(Rule::ServerDefaultChanged, message);
                self.findings.add("default", finding);
            }
            // Without a list, any value will do.
            let lacks = |values: &[String], other: &[String]| {
                !values.is_empty()
                    && (other.is_empty() || other.iter().any(|value| !values.contains(value)))
            };
            let (rule, message) = if lacks(&two.values, &one.values) {
                (Rule::ServerValueRemoved, "takes fewer values")
            } else if lacks(&one.values, &two.values) {
                (Rule::ServerValueAdded, "takes more values")
            } else {
                continue;
            };
            self.findings.add("values", place.finding(rule, message));
        }
    }

    /// The server of an operation, where it has one of its own.
    pub(super) fn own_server(&mut self, pair: Pair<'a>) {
        let (old, new) = (pair.old.operation, pair.new.operation);
        if old.server != new.server {
            let name = |server: &Option<String>| {
                server
                    .as_deref()
                    .map_or("that of the API".to_owned(), |url| format!("`{url}`"))
            };
            let message = format!("was {}, is {}", name(&old.server), name(&new.server));
            let place = pair.place("the server", pair.methods());
            self.findings
                .add("server", place.finding(Rule::ServerRemoved, message));
        }
    }
}

/// Where the server is among others. A slash at its end says nothing: paths begin with one.
fn find(servers: &[Server], server: &Server) -> Option<usize> {
    let url = |server: &Server| server.url.trim_end_matches('/').to_owned();
    servers.iter().position(|it| url(it) == url(server))
}
