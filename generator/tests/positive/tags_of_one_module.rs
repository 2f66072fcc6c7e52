// ==== src/operations/users.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations of the tags `Users` and `users`.

use std::convert::Infallible;

use crate::runtime::tables::operation;
use crate::runtime::{Call, Client};

impl<M> Client<M> {
    /// `GET /a`
    pub fn a(&self) -> Call<A, M> {
        self.call()
    }

    /// `PUT /a`
    pub fn b(&self) -> Call<B, M> {
        self.call()
    }
}

operation! {
    A for a: GET "/a" => (), Infallible;
    [Code(204)];
}

operation! {
    B for b: PUT "/a" => (), Infallible;
    [Code(204)];
}

// ==== src/operations/value.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations of the tags `日本`, `""` and `value`.

use std::convert::Infallible;

use crate::runtime::tables::operation;
use crate::runtime::{Call, Client};

impl<M> Client<M> {
    /// `GET /b`
    pub fn c(&self) -> Call<C, M> {
        self.call()
    }

    /// `PUT /b`
    pub fn d(&self) -> Call<D, M> {
        self.call()
    }

    /// `POST /b`
    pub fn e(&self) -> Call<E, M> {
        self.call()
    }
}

operation! {
    C for c: GET "/b" => (), Infallible;
    [Code(204)];
}

operation! {
    D for d: PUT "/b" => (), Infallible;
    [Code(204)];
}

operation! {
    E for e: POST "/b" => (), Infallible;
    [Code(204)];
}

// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations of the tag `default`, and without a tag.

use std::convert::Infallible;

use crate::runtime::tables::operation;
use crate::runtime::{Call, Client};

impl<M> Client<M> {
    /// `GET /c`
    pub fn f(&self) -> Call<F, M> {
        self.call()
    }

    /// `PUT /c`
    pub fn g(&self) -> Call<G, M> {
        self.call()
    }
}

operation! {
    F for f: GET "/c" => (), Infallible;
    [Code(204)];
}

operation! {
    G for g: PUT "/c" => (), Infallible;
    [Code(204)];
}
