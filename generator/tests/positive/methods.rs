// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use std::convert::Infallible;

use crate::runtime::tables::operation;
use crate::runtime::{Call, Client};

impl<M> Client<M> {
    /// `GET /things`
    pub fn get_things(&self) -> Call<GetThings, M> {
        self.call()
    }

    /// `PUT /things`
    pub fn put_things(&self) -> Call<PutThings, M> {
        self.call()
    }

    /// `POST /things`
    pub fn post_things(&self) -> Call<PostThings, M> {
        self.call()
    }

    /// `DELETE /things`
    pub fn delete_things(&self) -> Call<DeleteThings, M> {
        self.call()
    }

    /// `OPTIONS /things`
    pub fn options_things(&self) -> Call<OptionsThings, M> {
        self.call()
    }

    /// `HEAD /things`
    pub fn head_things(&self) -> Call<HeadThings, M> {
        self.call()
    }

    /// `PATCH /things`
    pub fn patch_things(&self) -> Call<PatchThings, M> {
        self.call()
    }

    /// `TRACE /things`
    pub fn trace_things(&self) -> Call<TraceThings, M> {
        self.call()
    }
}

operation! {
    GetThings for get_things: GET "/things" => (), Infallible;
    [Code(204)];
}

operation! {
    PutThings for put_things: PUT "/things" => (), Infallible;
    [Code(204)];
}

operation! {
    PostThings for post_things: POST "/things" => (), Infallible;
    [Code(204)];
}

operation! {
    DeleteThings for delete_things: DELETE "/things" => (), Infallible;
    [Code(204)];
}

operation! {
    OptionsThings for options_things: OPTIONS "/things" => (), Infallible;
    [Code(204)];
}

operation! {
    HeadThings for head_things: HEAD "/things" => (), Infallible;
    [Code(204)];
}

operation! {
    PatchThings for patch_things: PATCH "/things" => (), Infallible;
    [Code(204)];
}

operation! {
    TraceThings for trace_things: TRACE "/things" => (), Infallible;
    [Code(204)];
}
