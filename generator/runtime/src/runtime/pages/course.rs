use std::convert::Infallible;

use http::HeaderMap;
use serde_json::Value;
use url::Url;

use super::guard::Guard;
use super::{Step, link};
use crate::runtime::call::Draft;
use crate::runtime::client::Shared;
use crate::runtime::error::{Error, InputError};
use crate::runtime::exchange;
use crate::runtime::parameter::Parameter;

/// The way from page to page.
pub(super) struct Course {
    /// The call of the next page.
    draft: Draft,
    guard: Guard,
}

/// What was seen of a page.
pub(super) struct Seen {
    /// How many items it has.
    pub(super) count: usize,
    pub(super) next: Option<Value>,
    pub(super) more: Option<Value>,
    pub(super) done: Option<Value>,
    pub(super) total: Option<Value>,
    pub(super) headers: HeaderMap,
    /// Of its bytes.
    pub(super) fingerprint: u64,
}

impl Seen {
    /// Whether the page says that there are more; `None` where it does not say.
    fn more(&self) -> Option<bool> {
        let done = self.done.as_ref().and_then(Value::as_bool);
        let more = self.more.as_ref().and_then(Value::as_bool);
        more.or(done.map(|done| !done))
    }
}

impl Course {
    pub(super) fn new(draft: Draft) -> Self {
        let guard = Guard::default();
        Self { draft, guard }
    }

    /// The call of the next page; the body has to be one that can be sent for each.
    pub(super) fn request(&self) -> Result<Draft, InputError> {
        self.draft
            .try_clone()
            .ok_or_else(|| InputError::InvalidBody {
                reason: "it is a stream, which can be sent once, and each page asks for it".into(),
            })
    }

    /// Turns to the page after the one that was seen; `false` where there is none.
    pub(super) fn follow(
        &mut self,
        step: Step,
        seen: Seen,
        shared: &Shared,
    ) -> Result<bool, Error<Infallible>> {
        let more = seen.more();
        if more == Some(false) {
            return Ok(false);
        }
        let is_there = match step {
            Step::Cursor(parameter) => match seen.next {
                // No cursor looks like this, and documents do not always tell URLs from cursors.
                Some(Value::String(next)) if is_absolute(&next) => self.by_url(&next, shared),
                next => self.by_cursor(parameter, next),
            },
            Step::Offset(parameter, first) => return self.by_offset(parameter, first, &seen),
            Step::Page(parameter, first) => return self.by_page(parameter, first, &seen),
            Step::Url => match seen.next.as_ref().and_then(Value::as_str) {
                Some(next) => self.by_url(next, shared),
                None => Ok(false),
            },
            Step::Link => match link::next(&seen.headers) {
                Some(next) => self.by_url(&next, shared),
                None => Ok(false),
            },
        };
        match is_there {
            Ok(false) if more == Some(true) => Err(lost("says that there are more, and not where")),
            is_there => is_there,
        }
    }

    fn by_cursor(
        &mut self,
        parameter: Parameter,
        cursor: Option<Value>,
    ) -> Result<bool, Error<Infallible>> {
        let Some(cursor) = cursor else {
            return Ok(false);
        };
        // The one that the caller began with, or the one of the page before, which then is nothing new.
        if self.draft.arguments.get(parameter).map(text) == Some(text(&cursor)) {
            return Err(circle());
        }
        self.is_new(text(&cursor))?;
        self.draft.arguments.set(parameter, cursor);
        // One page may have had a URL there, which is not where the one after it is.
        self.draft.url = None;
        Ok(true)
    }

    fn by_offset(
        &mut self,
        parameter: Parameter,
        first: i64,
        seen: &Seen,
    ) -> Result<bool, Error<Infallible>> {
        let count = i64::try_from(seen.count).unwrap_or(i64::MAX);
        let size = seen.next.as_ref().and_then(integer);
        let next = self
            .number(parameter, first)?
            .saturating_add(size.filter(|size| *size > 0).unwrap_or(count));
        let is_last = match seen.total.as_ref().and_then(integer) {
            Some(total) => next.saturating_sub(first) >= total || size.is_none() && count == 0,
            None => count == 0,
        };
        if is_last {
            return Ok(false);
        }
        self.by_number(parameter, next, seen)
    }

    fn by_page(
        &mut self,
        parameter: Parameter,
        first: i64,
        seen: &Seen,
    ) -> Result<bool, Error<Infallible>> {
        let next = self.number(parameter, first)?.saturating_add(1);
        let pages = next.saturating_sub(first);
        if seen.count == 0
            || seen
                .total
                .as_ref()
                .and_then(integer)
                .is_some_and(|total| pages >= total)
        {
            return Ok(false);
        }
        self.by_number(parameter, next, seen)
    }

    fn by_number(
        &mut self,
        parameter: Parameter,
        number: i64,
        seen: &Seen,
    ) -> Result<bool, Error<Infallible>> {
        // A server that does not look at the parameter gives the same page for ever. Pages without items may be alike:
        // only a total leads on from them, and so to an end.
        if seen.count > 0 {
            self.is_new(seen.fingerprint.to_string())?;
        }
        self.draft.arguments.set(parameter, Value::from(number));
        Ok(true)
    }

    /// The number of the page that was asked for, where the caller gave one.
    fn number(&self, parameter: Parameter, first: i64) -> Result<i64, Error<Infallible>> {
        let Some(value) = self.draft.arguments.get(parameter) else {
            return Ok(first);
        };
        text(value).parse().map_err(|_| {
            Error::Input(InputError::InvalidParameter {
                name: parameter.name.to_owned(),
                reason: "it is no number from which the one of the next page could follow".into(),
            })
        })
    }

    /// Follows a URL that the server gave, within the origin that it came from: credentials go with it.
    fn by_url(&mut self, next: &str, shared: &Shared) -> Result<bool, Error<Infallible>> {
        let settings = shared
            .as_ref()
            .as_ref()
            .map_err(|error| Error::Input(error.clone()))?;
        let from = exchange::target(settings, &self.draft).map_err(Error::Input)?;
        let url = below(&from, next).ok_or_else(|| {
            lost("has the next page at a URL that is none or is of another origin, which is not followed")
        })?;
        self.is_new(url.to_string())?;
        self.draft.url = Some(url);
        Ok(true)
    }

    fn is_new(&mut self, place: String) -> Result<(), Error<Infallible>> {
        match self.guard.is_new(place) {
            true => Ok(()),
            false => Err(circle()),
        }
    }
}

/// The URL that `next` is, seen from `from`, if it is of the same origin.
///
/// Servers behind a proxy often take themselves for http; what was asked by https is asked by https again.
fn below(from: &Url, next: &str) -> Option<Url> {
    let mut url = from.join(next).ok()?;
    if from.scheme() == "https" && url.scheme() == "http" {
        url.set_scheme("https").ok()?;
    }
    // A server does not choose credentials for us.
    url.set_username("").ok()?;
    url.set_password(None).ok()?;
    (url.origin() == from.origin() && url.origin().is_tuple()).then_some(url)
}

fn is_absolute(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

/// A whole number, which text may have, too.
fn integer(value: &Value) -> Option<i64> {
    text(value).parse().ok()
}

/// A scalar as it stands in a query.
fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        value => value.to_string(),
    }
}

fn circle() -> Error<Infallible> {
    lost("leads to a page that came before")
}

fn lost(reason: &'static str) -> Error<Infallible> {
    Error::NextPage { reason }
}
