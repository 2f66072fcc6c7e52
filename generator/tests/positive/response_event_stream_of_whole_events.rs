// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use std::convert::Infallible;

use crate::runtime::tables::operation;
use crate::runtime::{Call, Client, Events};
use crate::types;

impl<M> Client<M> {
    /// `POST /runs`
    pub fn create_run(&self) -> Call<CreateRun, M> {
        self.call()
    }
}

operation! {
    CreateRun for create_run: POST "/runs" => Events<types::RunEvent>, Infallible;
    [Code(200) whole_events];
}
