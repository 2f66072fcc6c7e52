//! Credentials: those that the document knows, and those that operations ask for.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostics::Pointer;
use crate::model::{Grant, ParameterPlace, RequiredScheme, SecurityKind, SecurityScheme};

use super::finding::Claim;
use super::operations::Pair;
use super::rule::Rule;
use super::walk::{Place, Walk};

/// Schemes that are needed together, each with the scopes that it needs.
type Needed<'a> = BTreeMap<&'a str, BTreeSet<&'a str>>;

impl<'a> Walk<'a> {
    /// The security schemes of both sides.
    pub(super) fn security_schemes(&mut self) {
        for old in &self.old.api.security_schemes {
            let Some(new) = self.scheme_now(old) else {
                continue;
            };
            let place = Place {
                subject: format!("the security scheme `{}`", old.name),
                old: old.pointer(),
                new: new.pointer(),
                items: items([old, new]),
            };
            if old.name != new.name {
                let message = format!("is `{}` now", new.name);
                let finding = place.finding(Rule::SecuritySchemeRenamed, message);
                self.findings.add("name", finding);
            }
            let mut operations = self.old.api.operations.iter();
            let is_asked_for = operations.any(|operation| {
                let mut needed = operation.security.alternatives.iter().flatten();
                needed.any(|it| it.name == old.name)
            });
            // Nobody sends what no operation asks for.
            let difference = difference(&old.kind, &new.kind).filter(|_| is_asked_for);
            if let Some(message) = difference {
                let finding = place.finding(Rule::SecuritySchemeChanged, message);
                self.findings.add("scheme", finding);
            }
        }
    }

    /// What a scheme of the old document is in the new one: that of its name, else the only new one that is sent alike.
    fn scheme_now(&self, old: &SecurityScheme) -> Option<&'a SecurityScheme> {
        let (before, after) = (
            &self.old.api.security_schemes,
            &self.new.api.security_schemes,
        );
        if let Some(new) = after.iter().find(|new| new.name == old.name) {
            return Some(new);
        }
        only_alike(before, after, &old.kind)?;
        only_alike(after, before, &old.kind)
    }

    /// What an operation asks for.
    pub(super) fn security(&mut self, pair: Pair<'a>) {
        let (old, new) = (&pair.old.operation.security, &pair.new.operation.security);
        let before = alternatives(&old.alternatives, &|name| self.name_now(name));
        let after = alternatives(&new.alternatives, &|name| name);
        let (rule, message) = if let Some(had) = before.iter().find(|had| !is_met(had, &after)) {
            (Rule::SecurityTightened, lack(had, &after))
        } else if after.iter().any(|now| !before.contains(now)) {
            let message = "are enough with less, or others do as well".to_owned();
            (Rule::SecurityLoosened, message)
        } else {
            return;
        };
        let schemes = self.old.api.security_schemes.iter();
        let items = items(schemes.chain(&self.new.api.security_schemes));
        let root = Pointer::root().join("security");
        let subject = match old.pointer == root && new.pointer == root {
            // One change, however many operations have none of their own.
            true => "the credentials of the API".to_owned(),
            false => format!("{}, the credentials", pair.old.label()),
        };
        let place = Place {
            subject,
            old: old.pointer.clone(),
            new: new.pointer.clone(),
            items,
        };
        self.findings.add("security", place.finding(rule, message));
    }

    /// How the new document names a scheme of the old one.
    fn name_now(&self, name: &'a str) -> &'a str {
        let mut schemes = self.old.api.security_schemes.iter();
        let scheme = schemes.find(|scheme| scheme.name == name);
        let now = scheme.and_then(|scheme| self.scheme_now(scheme));
        now.map_or(name, |scheme| &scheme.name)
    }
}

/// The only scheme whose name the others do not have and that is sent as one of the kind.
fn only_alike<'s>(
    schemas: &'s [SecurityScheme],
    others: &[SecurityScheme],
    kind: &SecurityKind,
) -> Option<&'s SecurityScheme> {
    let is_left = |scheme: &&SecurityScheme| others.iter().all(|it| it.name != scheme.name);
    let left = schemas.iter().filter(is_left);
    let mut alike = left.filter(|scheme| difference(kind, &scheme.kind).is_none());
    let first = alike.next()?;
    alike.next().is_none().then_some(first)
}

/// The items that take credentials of these schemes.
fn items<'s>(schemes: impl IntoIterator<Item = &'s SecurityScheme>) -> Vec<Claim> {
    let mut items = vec![Claim::Item("Client::new()".to_owned())];
    let method = |ident: &str| Claim::Item(format!("ClientBuilder::{ident}()"));
    for scheme in schemes {
        items.push(method(&scheme.ident));
        if let SecurityKind::OAuth2 {
            client_credentials,
            refresh,
        } = &scheme.kind
        {
            let grants = client_credentials.iter().chain(refresh);
            items.extend(grants.map(|grant| method(&grant.ident)));
        }
    }
    items
}

/// The alternatives, with the names that the new document has for their schemes.
fn alternatives<'a>(
    alternatives: &'a [Vec<RequiredScheme>],
    name_now: &dyn Fn(&'a str) -> &'a str,
) -> Vec<Needed<'a>> {
    if alternatives.is_empty() {
        // No requirement is one that everybody meets.
        return vec![Needed::new()];
    }
    let needed = |schemes: &'a Vec<RequiredScheme>| {
        let schemes = schemes.iter();
        schemes
            .map(|it| {
                let scopes = it.scopes.iter().map(String::as_str).collect();
                (name_now(&it.name), scopes)
            })
            .collect()
    };
    alternatives.iter().map(needed).collect()
}

/// Whether the credentials of programs that have these are enough for one of the alternatives.
fn is_met(had: &Needed<'_>, after: &[Needed<'_>]) -> bool {
    after.iter().any(|now| {
        let mut needed = now.iter();
        needed.all(|(name, scopes)| had.get(name).is_some_and(|had| scopes.is_subset(had)))
    })
}

/// What is wrong with credentials that are not enough.
fn lack(had: &Needed<'_>, after: &[Needed<'_>]) -> String {
    let has_all = |now: &&Needed<'_>| now.keys().all(|name| had.contains_key(name));
    let Some(now) = after.iter().find(has_all) else {
        return "are not enough any more, or not the right ones".to_owned();
    };
    let needed = now.iter().flat_map(|(name, scopes)| {
        let had = had.get(name);
        let lacks = move |scope: &&&str| had.is_none_or(|had| !had.contains(**scope));
        scopes.iter().filter(lacks)
    });
    let scopes: Vec<String> = needed.map(|scope| format!("`{scope}`")).collect();
    let noun = if scopes.len() == 1 { "scope" } else { "scopes" };
    format!("need the {noun} {} now", scopes.join(", "))
}

/// What a server, or what gives tokens, finds different of credentials that old programs have.
fn difference(old: &SecurityKind, new: &SecurityKind) -> Option<&'static str> {
    if let (Some(before), Some(after)) = (token_urls(old), token_urls(new)) {
        // The token is sent alike, wherever it is from, and a way to one that is new takes none away.
        let mut ways = before.iter().zip(after);
        let is_kept = ways.all(|(was, is)| was.is_none() || *was == is);
        return (!is_kept).then_some("gets its tokens in another way now");
    }
    let is_same = match (old, new) {
        (
            SecurityKind::ApiKey { place: one, name },
            SecurityKind::ApiKey {
                place: two,
                name: other,
            },
        ) if one == two && *one == ParameterPlace::Header => name.eq_ignore_ascii_case(other),
        (old, new) => old == new,
    };
    (!is_same).then_some("is another kind of credential now")
}

/// Where a client gets the tokens of credentials that are bearer tokens.
fn token_urls(kind: &SecurityKind) -> Option<[Option<&str>; 2]> {
    fn url(grant: &Option<Grant>) -> Option<&str> {
        grant.as_ref().map(|it| it.url.as_str())
    }
    match kind {
        SecurityKind::Bearer => Some([None, None]),
        SecurityKind::OAuth2 {
            client_credentials,
            refresh,
        } => Some([url(client_credentials), url(refresh)]),
        _ => None,
    }
}
