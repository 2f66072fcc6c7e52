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
    /// The operation of [`Client::get_things`].
    GetThings: GET "/things" => (), Infallible;
    Code(204);
}

operation! {
    /// The operation of [`Client::put_things`].
    PutThings: PUT "/things" => (), Infallible;
    Code(204);
}

operation! {
    /// The operation of [`Client::post_things`].
    PostThings: POST "/things" => (), Infallible;
    Code(204);
}

operation! {
    /// The operation of [`Client::delete_things`].
    DeleteThings: DELETE "/things" => (), Infallible;
    Code(204);
}

operation! {
    /// The operation of [`Client::options_things`].
    OptionsThings: OPTIONS "/things" => (), Infallible;
    Code(204);
}

operation! {
    /// The operation of [`Client::head_things`].
    HeadThings: HEAD "/things" => (), Infallible;
    Code(204);
}

operation! {
    /// The operation of [`Client::patch_things`].
    PatchThings: PATCH "/things" => (), Infallible;
    Code(204);
}

operation! {
    /// The operation of [`Client::trace_things`].
    TraceThings: TRACE "/things" => (), Infallible;
    Code(204);
}
