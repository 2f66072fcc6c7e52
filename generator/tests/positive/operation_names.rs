// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use std::collections::BTreeMap;
use std::convert::Infallible;

use crate::runtime::tables::operation;
use crate::runtime::{Call, Client};

impl<M> Client<M> {
    /// `GET /new`
    pub fn get_new(&self) -> Call<New, M> {
        self.call()
    }

    /// `GET /clone`
    pub fn get_clone(&self) -> Call<Clone, M> {
        self.call()
    }

    /// `GET /build`
    pub fn get_build(&self) -> Call<Build, M> {
        self.call()
    }

    /// `GET /builder`
    pub fn get_builder(&self) -> Call<Builder, M> {
        self.call()
    }

    /// `GET /call`
    pub fn get_call(&self) -> Call<GetCall, M> {
        self.call()
    }

    /// `GET /settings`
    pub fn get_settings(&self) -> Call<Settings, M> {
        self.call()
    }

    /// `GET /type`
    pub fn r#type(&self) -> Call<Type, M> {
        self.call()
    }

    /// `GET /self`
    pub fn self_(&self) -> Call<SelfValue, M> {
        self.call()
    }

    /// `GET /crate`
    pub fn crate_(&self) -> Call<Crate, M> {
        self.call()
    }

    /// `GET /Option`
    pub fn option(&self) -> Call<GetOption, M> {
        self.call()
    }

    /// `GET /String`
    pub fn string(&self) -> Call<GetString, M> {
        self.call()
    }

    /// `GET /Result`
    pub fn result(&self) -> Call<GetResult, M> {
        self.call()
    }

    /// `GET /Call`
    pub fn get_call_2(&self) -> Call<GetCall2, M> {
        self.call()
    }

    /// `GET /Client`
    pub fn client(&self) -> Call<GetClient, M> {
        self.call()
    }

    /// `GET /Response`
    pub fn response(&self) -> Call<GetResponse, M> {
        self.call()
    }

    /// `GET /Method`
    pub fn method(&self) -> Call<Method, M> {
        self.call()
    }

    /// `GET /Error`
    pub fn error(&self) -> Call<GetError, M> {
        self.call()
    }

    /// `GET /Infallible`
    pub fn infallible(&self) -> Call<GetInfallible, M> {
        self.call()
    }

    /// `GET /BTreeMap`
    pub fn b_tree_map(&self) -> Call<GetBTreeMap, M> {
        self.call()
    }

    /// `GET /Box`
    pub fn r#box(&self) -> Call<Box, M> {
        self.call()
    }

    /// `GET /Vec`
    pub fn vec(&self) -> Call<GetVec, M> {
        self.call()
    }

    /// `GET /Into`
    pub fn into(&self) -> Call<GetInto, M> {
        self.call()
    }

    /// `GET /from`
    pub fn from(&self) -> Call<GetFrom, M> {
        self.call()
    }

    /// `GET /into`
    pub fn get_into(&self) -> Call<GetInto2, M> {
        self.call()
    }

    /// `GET /fmt`
    pub fn get_fmt(&self) -> Call<Fmt, M> {
        self.call()
    }

    /// `GET /http`
    pub fn http(&self) -> Call<Http, M> {
        self.call()
    }

    /// `GET /types`
    pub fn types(&self) -> Call<Types, M> {
        self.call()
    }

    /// `GET /drop`
    pub fn drop(&self) -> Call<Drop, M> {
        self.call()
    }

    /// `GET /2fa`
    pub fn n2fa(&self) -> Call<N2fa, M> {
        self.call()
    }

    /// `GET /größe`
    pub fn größe(&self) -> Call<Größe, M> {
        self.call()
    }

    /// `GET /日本`
    pub fn 日本(&self) -> Call<日本, M> {
        self.call()
    }

    /// `GET /map`
    pub fn get_map(&self) -> Call<GetMap, M> {
        self.call()
    }
}

operation! {
    New for get_new: GET "/new" => (), Infallible;
    [Code(204)];
}

operation! {
    Clone for get_clone: GET "/clone" => (), Infallible;
    [Code(204)];
}

operation! {
    Build for get_build: GET "/build" => (), Infallible;
    [Code(204)];
}

operation! {
    Builder for get_builder: GET "/builder" => (), Infallible;
    [Code(204)];
}

operation! {
    GetCall for get_call: GET "/call" => (), Infallible;
    [Code(204)];
}

operation! {
    Settings for get_settings: GET "/settings" => (), Infallible;
    [Code(204)];
}

operation! {
    Type for r#type: GET "/type" => (), Infallible;
    [Code(204)];
}

operation! {
    SelfValue for self_: GET "/self" => (), Infallible;
    [Code(204)];
}

operation! {
    Crate for crate_: GET "/crate" => (), Infallible;
    [Code(204)];
}

operation! {
    GetOption for option: GET "/Option" => (), Infallible;
    [Code(204)];
}

operation! {
    GetString for string: GET "/String" => (), Infallible;
    [Code(204)];
}

operation! {
    GetResult for result: GET "/Result" => (), Infallible;
    [Code(204)];
}

operation! {
    GetCall2 for get_call_2: GET "/Call" => (), Infallible;
    [Code(204)];
}

operation! {
    GetClient for client: GET "/Client" => (), Infallible;
    [Code(204)];
}

operation! {
    GetResponse for response: GET "/Response" => (), Infallible;
    [Code(204)];
}

operation! {
    Method for method: GET "/Method" => (), Infallible;
    [Code(204)];
}

operation! {
    GetError for error: GET "/Error" => (), Infallible;
    [Code(204)];
}

operation! {
    GetInfallible for infallible: GET "/Infallible" => (), Infallible;
    [Code(204)];
}

operation! {
    GetBTreeMap for b_tree_map: GET "/BTreeMap" => (), Infallible;
    [Code(204)];
}

operation! {
    Box for r#box: GET "/Box" => (), Infallible;
    [Code(204)];
}

operation! {
    GetVec for vec: GET "/Vec" => (), Infallible;
    [Code(204)];
}

operation! {
    GetInto for into: GET "/Into" => (), Infallible;
    [Code(204)];
}

operation! {
    GetFrom for from: GET "/from" => (), Infallible;
    [Code(204)];
}

operation! {
    GetInto2 for get_into: GET "/into" => (), Infallible;
    [Code(204)];
}

operation! {
    Fmt for get_fmt: GET "/fmt" => (), Infallible;
    [Code(204)];
}

operation! {
    Http for http: GET "/http" => (), Infallible;
    [Code(204)];
}

operation! {
    Types for types: GET "/types" => (), Infallible;
    [Code(204)];
}

operation! {
    Drop for drop: GET "/drop" => (), Infallible;
    [Code(204)];
}

operation! {
    N2fa for n2fa: GET "/2fa" => (), Infallible;
    [Code(204)];
}

operation! {
    Größe for größe: GET "/größe" => (), Infallible;
    [Code(204)];
}

operation! {
    日本 for 日本: GET "/日本" => (), Infallible;
    [Code(204)];
}

operation! {
    GetMap for get_map: GET "/map" => BTreeMap<String, serde_json::Value>, Infallible;
    [Code(200) json];
}
