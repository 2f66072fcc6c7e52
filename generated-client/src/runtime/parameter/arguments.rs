// @generated as a copy of the generator's runtime; changes by hand are lost.

use http::HeaderMap;
use serde_json::Value;

use super::{Parameter, Place, cookie, header, path, query};
use crate::runtime::error::InputError;

/// The parameters of a call that have a value, in the order in which they got one.
#[derive(Debug, Clone, Default)]
pub(crate) struct Arguments(Vec<(Parameter, Value)>);

impl Arguments {
    /// Gives a parameter its value, instead of the one that it may have.
    pub(crate) fn set(&mut self, parameter: Parameter, value: Value) {
        let same = |(known, _): &&mut (Parameter, Value)| {
            known.place == parameter.place && known.name == parameter.name
        };
        match self.0.iter_mut().find(same) {
            Some(argument) => *argument = (parameter, value),
            None => self.0.push((parameter, value)),
        }
    }

    /// The value of a parameter.
    pub(crate) fn get(&self, parameter: Parameter) -> Option<&Value> {
        self.at(parameter.place)
            .find(|(known, _)| known.name == parameter.name)
            .map(|(_, value)| value)
    }

    /// The path that `template` becomes, such as `/sessions/{sessionId}/messages`.
    pub(crate) fn path(&self, template: &str) -> Result<String, InputError> {
        path::expand(template, |name| {
            self.at(Place::Path)
                .find(|(parameter, _)| parameter.name == name)
        })
    }

    /// The query without its `?`, unless nothing is in it.
    pub(crate) fn query(&self) -> Result<Option<String>, InputError> {
        let mut query = String::new();
        for (parameter, value) in self.at(Place::Query) {
            query::write(&mut query, parameter.name, parameter.encoding, value)?;
        }
        Ok((!query.is_empty()).then_some(query))
    }

    /// The path with the query behind it. A template can have a query of its own (`/responses?beta=true`), which comes
    /// first then. Documents tell operations of one path apart by a fragment (`/files/{id}#share`), which is not sent
    /// and must not take the query with it.
    pub(crate) fn path_and_query(&self, template: &str) -> Result<String, InputError> {
        let (template, _) = template.split_once('#').unwrap_or((template, ""));
        let mut target = self.path(template)?;
        if let Some(query) = self.query()? {
            // Values in the path are encoded, so that this is the template's.
            target.push(if target.contains('?') { '&' } else { '?' });
            target.push_str(&query);
        }
        Ok(target)
    }

    /// Puts the headers into `headers`, instead of those with the same names.
    pub(crate) fn headers(&self, headers: &mut HeaderMap) -> Result<(), InputError> {
        for (parameter, value) in self.at(Place::Header) {
            header::insert(headers, parameter, value)?;
        }
        Ok(())
    }

    /// The cookies as the `Cookie` header has them, unless there are none.
    pub(crate) fn cookie(&self) -> Result<Option<String>, InputError> {
        let mut cookies = Vec::new();
        for (parameter, value) in self.at(Place::Cookie) {
            cookies.extend(cookie::cookies(parameter, value)?);
        }
        Ok((!cookies.is_empty()).then(|| cookies.join("; ")))
    }

    fn at(&self, place: Place) -> impl Iterator<Item = (&Parameter, &Value)> {
        self.0
            .iter()
            .filter(move |(parameter, _)| parameter.place == place)
            .map(|(parameter, value)| (parameter, value))
    }
}
