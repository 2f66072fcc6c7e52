// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use std::collections::BTreeMap;
use std::convert::Infallible;

use crate::runtime::tables::operation;
use crate::runtime::{Call, Client, Parameter, Style};
use crate::types;

impl<M> Client<M> {
    /// `GET /simple/{id}/{ids}/{map}`
    pub fn get_simple(
        &self,
        id: &types::GetSimpleId,
        ids: &[i64],
        map: &BTreeMap<String, String>,
    ) -> Call<GetSimple, M> {
        self.call()
            .in_path("id", id)
            .in_path("ids", ids)
            .with_argument(Parameter::path("map").style(Style::Simple, true), map)
    }

    /// `GET /label/{id}{ids}`
    pub fn get_label(&self, id: &str, ids: &[String]) -> Call<GetLabel, M> {
        self.call()
            .with_argument(Parameter::path("id").style(Style::Label, false), id)
            .with_argument(Parameter::path("ids").style(Style::Label, true), ids)
    }

    /// `GET /matrix/{id}/{ids}`
    pub fn get_matrix(&self, id: uuid::Uuid, ids: &[String]) -> Call<GetMatrix, M> {
        self.call()
            .with_argument(Parameter::path("id").style(Style::Matrix, false), &id)
            .with_argument(Parameter::path("ids").style(Style::Matrix, true), ids)
    }
}

operation! {
    GetSimple for get_simple: GET "/simple/{id}/{ids}/{map}" => (), Infallible;
    [Code(204)];
}

operation! {
    GetLabel for get_label: GET "/label/{id}{ids}" => (), Infallible;
    [Code(204)];
}

operation! {
    GetMatrix for get_matrix: GET "/matrix/{id}/{ids}" => (), Infallible;
    [Code(204)];
}

// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::wire_union;

/// The parameter `id` of the operation `getSimple`, `#/paths/~1simple~1{id}~1{ids}~1{map}/get/parameters/2/schema`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum GetSimpleId {
    String(String),
    Integer(i64),
    /// What the document does not know, as it came.
    Unknown(serde_json::Value),
}

wire_union! {
    GetSimpleId {
        String from String { string },
        Integer from i64 { integer },
    } else Unknown
}
