// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use std::convert::Infallible;

use crate::runtime::tables::operation;
use crate::runtime::{Body, Call, Client};
use crate::types;

impl<M> Client<M> {
    /// `GET /any`
    pub fn get_any(&self) -> Call<GetAny, M> {
        self.call()
    }

    /// `GET /object`
    pub fn get_object(&self) -> Call<GetObject, M> {
        self.call()
    }

    /// `GET /binary-json`
    pub fn get_binary_json(&self) -> Call<GetBinaryJson, M> {
        self.call()
    }

    /// `GET /vendor`
    pub fn get_vendor(&self) -> Call<GetVendor, M> {
        self.call()
    }

    /// `GET /star`
    pub fn get_star(&self) -> Call<GetStar, M> {
        self.call()
    }
}

operation! {
    GetAny for get_any: GET "/any" => Body, Infallible;
    [Code(200) binary "*/*"];
}

operation! {
    GetObject for get_object: GET "/object" => types::GetObjectResponse, Infallible;
    [Code(200) json "*/*"];
}

operation! {
    GetBinaryJson for get_binary_json: GET "/binary-json" => Body, Infallible;
    [Code(200) binary "application/json"];
}

operation! {
    GetVendor for get_vendor: GET "/vendor" => Vec<i64>, Infallible;
    [Code(200) json "application/vnd.example.v2"];
}

operation! {
    GetStar for get_star: GET "/star" => types::GetStarResponse, Infallible;
    [Code(200) json "*/*"];
}

// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::wire_struct;

/// The response body of the operation `getObject` for status 200, `#/paths/~1object/get/responses/200/content/*~1*/schema`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetObjectResponse {
    pub name: Option<String>,
}

wire_struct! {
    GetObjectResponse {
        "name" => name: optional,
    }
}

/// The response body of the operation `getStar` for status 200, `#/paths/~1star/get/responses/200/content/*/schema`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetStarResponse {
    pub name: Option<String>,
}

wire_struct! {
    GetStarResponse {
        "name" => name: optional,
    }
}
