// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use std::collections::BTreeMap;
use std::convert::Infallible;

use http::Method;

use crate::runtime::{Call, Client, Error, Operation, Response};

impl Client {
    /// `GET /new`
    pub fn get_new(&self) -> Call<New> {
        self.call(Method::GET, "/new")
    }

    /// `GET /clone`
    pub fn get_clone(&self) -> Call<Clone> {
        self.call(Method::GET, "/clone")
    }

    /// `GET /build`
    pub fn get_build(&self) -> Call<Build> {
        self.call(Method::GET, "/build")
    }

    /// `GET /builder`
    pub fn get_builder(&self) -> Call<Builder> {
        self.call(Method::GET, "/builder")
    }

    /// `GET /call`
    pub fn get_call(&self) -> Call<GetCall> {
        self.call(Method::GET, "/call")
    }

    /// `GET /settings`
    pub fn get_settings(&self) -> Call<Settings> {
        self.call(Method::GET, "/settings")
    }

    /// `GET /type`
    pub fn r#type(&self) -> Call<Type> {
        self.call(Method::GET, "/type")
    }

    /// `GET /self`
    pub fn self_(&self) -> Call<SelfValue> {
        self.call(Method::GET, "/self")
    }

    /// `GET /crate`
    pub fn crate_(&self) -> Call<Crate> {
        self.call(Method::GET, "/crate")
    }

    /// `GET /Option`
    pub fn option(&self) -> Call<GetOption> {
        self.call(Method::GET, "/Option")
    }

    /// `GET /String`
    pub fn string(&self) -> Call<GetString> {
        self.call(Method::GET, "/String")
    }

    /// `GET /Result`
    pub fn result(&self) -> Call<GetResult> {
        self.call(Method::GET, "/Result")
    }

    /// `GET /Call`
    pub fn get_call_2(&self) -> Call<GetCall2> {
        self.call(Method::GET, "/Call")
    }

    /// `GET /Client`
    pub fn client(&self) -> Call<GetClient> {
        self.call(Method::GET, "/Client")
    }

    /// `GET /Response`
    pub fn response(&self) -> Call<GetResponse> {
        self.call(Method::GET, "/Response")
    }

    /// `GET /Method`
    pub fn method(&self) -> Call<GetMethod> {
        self.call(Method::GET, "/Method")
    }

    /// `GET /Error`
    pub fn error(&self) -> Call<GetError> {
        self.call(Method::GET, "/Error")
    }

    /// `GET /Infallible`
    pub fn infallible(&self) -> Call<GetInfallible> {
        self.call(Method::GET, "/Infallible")
    }

    /// `GET /BTreeMap`
    pub fn b_tree_map(&self) -> Call<GetBTreeMap> {
        self.call(Method::GET, "/BTreeMap")
    }

    /// `GET /Box`
    pub fn r#box(&self) -> Call<Box> {
        self.call(Method::GET, "/Box")
    }

    /// `GET /Vec`
    pub fn vec(&self) -> Call<GetVec> {
        self.call(Method::GET, "/Vec")
    }

    /// `GET /Into`
    pub fn into(&self) -> Call<Into> {
        self.call(Method::GET, "/Into")
    }

    /// `GET /from`
    pub fn from(&self) -> Call<From> {
        self.call(Method::GET, "/from")
    }

    /// `GET /into`
    pub fn get_into(&self) -> Call<GetInto> {
        self.call(Method::GET, "/into")
    }

    /// `GET /fmt`
    pub fn get_fmt(&self) -> Call<Fmt> {
        self.call(Method::GET, "/fmt")
    }

    /// `GET /http`
    pub fn http(&self) -> Call<Http> {
        self.call(Method::GET, "/http")
    }

    /// `GET /types`
    pub fn types(&self) -> Call<Types> {
        self.call(Method::GET, "/types")
    }

    /// `GET /drop`
    pub fn drop(&self) -> Call<Drop> {
        self.call(Method::GET, "/drop")
    }

    /// `GET /2fa`
    pub fn n2fa(&self) -> Call<N2fa> {
        self.call(Method::GET, "/2fa")
    }

    /// `GET /größe`
    pub fn größe(&self) -> Call<Größe> {
        self.call(Method::GET, "/größe")
    }

    /// `GET /日本`
    pub fn 日本(&self) -> Call<日本> {
        self.call(Method::GET, "/日本")
    }

    /// `GET /map`
    pub fn get_map(&self) -> Call<GetMap> {
        self.call(Method::GET, "/map")
    }
}

/// The operation of [`Client::get_new`].
pub enum New {}

impl Operation for New {
    type Output = ();
    type Error = Infallible;
    const ACCEPT: &'static str = "";

    fn read(response: Response) -> Result<Response<Self::Output>, Error<Self::Error>> {
        match response.status.as_u16() {
            204 => response.no_content(),
            _ => response.undocumented(),
        }
    }
}

/// The operation of [`Client::get_clone`].
pub enum Clone {}

impl Operation for Clone {
    type Output = ();
    type Error = Infallible;
    const ACCEPT: &'static str = "";

    fn read(response: Response) -> Result<Response<Self::Output>, Error<Self::Error>> {
        match response.status.as_u16() {
            204 => response.no_content(),
            _ => response.undocumented(),
        }
    }
}

/// The operation of [`Client::get_build`].
pub enum Build {}

impl Operation for Build {
    type Output = ();
    type Error = Infallible;
    const ACCEPT: &'static str = "";

    fn read(response: Response) -> Result<Response<Self::Output>, Error<Self::Error>> {
        match response.status.as_u16() {
            204 => response.no_content(),
            _ => response.undocumented(),
        }
    }
}

/// The operation of [`Client::get_builder`].
pub enum Builder {}

impl Operation for Builder {
    type Output = ();
    type Error = Infallible;
    const ACCEPT: &'static str = "";

    fn read(response: Response) -> Result<Response<Self::Output>, Error<Self::Error>> {
        match response.status.as_u16() {
            204 => response.no_content(),
            _ => response.undocumented(),
        }
    }
}

/// The operation of [`Client::get_call`].
pub enum GetCall {}

impl Operation for GetCall {
    type Output = ();
    type Error = Infallible;
    const ACCEPT: &'static str = "";

    fn read(response: Response) -> Result<Response<Self::Output>, Error<Self::Error>> {
        match response.status.as_u16() {
            204 => response.no_content(),
            _ => response.undocumented(),
        }
    }
}

/// The operation of [`Client::get_settings`].
pub enum Settings {}

impl Operation for Settings {
    type Output = ();
    type Error = Infallible;
    const ACCEPT: &'static str = "";

    fn read(response: Response) -> Result<Response<Self::Output>, Error<Self::Error>> {
        match response.status.as_u16() {
            204 => response.no_content(),
            _ => response.undocumented(),
        }
    }
}

/// The operation of [`Client::type`].
pub enum Type {}

impl Operation for Type {
    type Output = ();
    type Error = Infallible;
    const ACCEPT: &'static str = "";

    fn read(response: Response) -> Result<Response<Self::Output>, Error<Self::Error>> {
        match response.status.as_u16() {
            204 => response.no_content(),
            _ => response.undocumented(),
        }
    }
}

/// The operation of [`Client::self_`].
pub enum SelfValue {}

impl Operation for SelfValue {
    type Output = ();
    type Error = Infallible;
    const ACCEPT: &'static str = "";

    fn read(response: Response) -> Result<Response<Self::Output>, Error<Self::Error>> {
        match response.status.as_u16() {
            204 => response.no_content(),
            _ => response.undocumented(),
        }
    }
}

/// The operation of [`Client::crate_`].
pub enum Crate {}

impl Operation for Crate {
    type Output = ();
    type Error = Infallible;
    const ACCEPT: &'static str = "";

    fn read(response: Response) -> Result<Response<Self::Output>, Error<Self::Error>> {
        match response.status.as_u16() {
            204 => response.no_content(),
            _ => response.undocumented(),
        }
    }
}

/// The operation of [`Client::option`].
pub enum GetOption {}

impl Operation for GetOption {
    type Output = ();
    type Error = Infallible;
    const ACCEPT: &'static str = "";

    fn read(response: Response) -> Result<Response<Self::Output>, Error<Self::Error>> {
        match response.status.as_u16() {
            204 => response.no_content(),
            _ => response.undocumented(),
        }
    }
}

/// The operation of [`Client::string`].
pub enum GetString {}

impl Operation for GetString {
    type Output = ();
    type Error = Infallible;
    const ACCEPT: &'static str = "";

    fn read(response: Response) -> Result<Response<Self::Output>, Error<Self::Error>> {
        match response.status.as_u16() {
            204 => response.no_content(),
            _ => response.undocumented(),
        }
    }
}

/// The operation of [`Client::result`].
pub enum GetResult {}

impl Operation for GetResult {
    type Output = ();
    type Error = Infallible;
    const ACCEPT: &'static str = "";

    fn read(response: Response) -> Result<Response<Self::Output>, Error<Self::Error>> {
        match response.status.as_u16() {
            204 => response.no_content(),
            _ => response.undocumented(),
        }
    }
}

/// The operation of [`Client::get_call_2`].
pub enum GetCall2 {}

impl Operation for GetCall2 {
    type Output = ();
    type Error = Infallible;
    const ACCEPT: &'static str = "";

    fn read(response: Response) -> Result<Response<Self::Output>, Error<Self::Error>> {
        match response.status.as_u16() {
            204 => response.no_content(),
            _ => response.undocumented(),
        }
    }
}

/// The operation of [`Client::client`].
pub enum GetClient {}

impl Operation for GetClient {
    type Output = ();
    type Error = Infallible;
    const ACCEPT: &'static str = "";

    fn read(response: Response) -> Result<Response<Self::Output>, Error<Self::Error>> {
        match response.status.as_u16() {
            204 => response.no_content(),
            _ => response.undocumented(),
        }
    }
}

/// The operation of [`Client::response`].
pub enum GetResponse {}

impl Operation for GetResponse {
    type Output = ();
    type Error = Infallible;
    const ACCEPT: &'static str = "";

    fn read(response: Response) -> Result<Response<Self::Output>, Error<Self::Error>> {
        match response.status.as_u16() {
            204 => response.no_content(),
            _ => response.undocumented(),
        }
    }
}

/// The operation of [`Client::method`].
pub enum GetMethod {}

impl Operation for GetMethod {
    type Output = ();
    type Error = Infallible;
    const ACCEPT: &'static str = "";

    fn read(response: Response) -> Result<Response<Self::Output>, Error<Self::Error>> {
        match response.status.as_u16() {
            204 => response.no_content(),
            _ => response.undocumented(),
        }
    }
}

/// The operation of [`Client::error`].
pub enum GetError {}

impl Operation for GetError {
    type Output = ();
    type Error = Infallible;
    const ACCEPT: &'static str = "";

    fn read(response: Response) -> Result<Response<Self::Output>, Error<Self::Error>> {
        match response.status.as_u16() {
            204 => response.no_content(),
            _ => response.undocumented(),
        }
    }
}

/// The operation of [`Client::infallible`].
pub enum GetInfallible {}

impl Operation for GetInfallible {
    type Output = ();
    type Error = Infallible;
    const ACCEPT: &'static str = "";

    fn read(response: Response) -> Result<Response<Self::Output>, Error<Self::Error>> {
        match response.status.as_u16() {
            204 => response.no_content(),
            _ => response.undocumented(),
        }
    }
}

/// The operation of [`Client::b_tree_map`].
pub enum GetBTreeMap {}

impl Operation for GetBTreeMap {
    type Output = ();
    type Error = Infallible;
    const ACCEPT: &'static str = "";

    fn read(response: Response) -> Result<Response<Self::Output>, Error<Self::Error>> {
        match response.status.as_u16() {
            204 => response.no_content(),
            _ => response.undocumented(),
        }
    }
}

/// The operation of [`Client::box`].
pub enum Box {}

impl Operation for Box {
    type Output = ();
    type Error = Infallible;
    const ACCEPT: &'static str = "";

    fn read(response: Response) -> Result<Response<Self::Output>, Error<Self::Error>> {
        match response.status.as_u16() {
            204 => response.no_content(),
            _ => response.undocumented(),
        }
    }
}

/// The operation of [`Client::vec`].
pub enum GetVec {}

impl Operation for GetVec {
    type Output = ();
    type Error = Infallible;
    const ACCEPT: &'static str = "";

    fn read(response: Response) -> Result<Response<Self::Output>, Error<Self::Error>> {
        match response.status.as_u16() {
            204 => response.no_content(),
            _ => response.undocumented(),
        }
    }
}

/// The operation of [`Client::into`].
pub enum Into {}

impl Operation for Into {
    type Output = ();
    type Error = Infallible;
    const ACCEPT: &'static str = "";

    fn read(response: Response) -> Result<Response<Self::Output>, Error<Self::Error>> {
        match response.status.as_u16() {
            204 => response.no_content(),
            _ => response.undocumented(),
        }
    }
}

/// The operation of [`Client::from`].
pub enum From {}

impl Operation for From {
    type Output = ();
    type Error = Infallible;
    const ACCEPT: &'static str = "";

    fn read(response: Response) -> Result<Response<Self::Output>, Error<Self::Error>> {
        match response.status.as_u16() {
            204 => response.no_content(),
            _ => response.undocumented(),
        }
    }
}

/// The operation of [`Client::get_into`].
pub enum GetInto {}

impl Operation for GetInto {
    type Output = ();
    type Error = Infallible;
    const ACCEPT: &'static str = "";

    fn read(response: Response) -> Result<Response<Self::Output>, Error<Self::Error>> {
        match response.status.as_u16() {
            204 => response.no_content(),
            _ => response.undocumented(),
        }
    }
}

/// The operation of [`Client::get_fmt`].
pub enum Fmt {}

impl Operation for Fmt {
    type Output = ();
    type Error = Infallible;
    const ACCEPT: &'static str = "";

    fn read(response: Response) -> Result<Response<Self::Output>, Error<Self::Error>> {
        match response.status.as_u16() {
            204 => response.no_content(),
            _ => response.undocumented(),
        }
    }
}

/// The operation of [`Client::http`].
pub enum Http {}

impl Operation for Http {
    type Output = ();
    type Error = Infallible;
    const ACCEPT: &'static str = "";

    fn read(response: Response) -> Result<Response<Self::Output>, Error<Self::Error>> {
        match response.status.as_u16() {
            204 => response.no_content(),
            _ => response.undocumented(),
        }
    }
}

/// The operation of [`Client::types`].
pub enum Types {}

impl Operation for Types {
    type Output = ();
    type Error = Infallible;
    const ACCEPT: &'static str = "";

    fn read(response: Response) -> Result<Response<Self::Output>, Error<Self::Error>> {
        match response.status.as_u16() {
            204 => response.no_content(),
            _ => response.undocumented(),
        }
    }
}

/// The operation of [`Client::drop`].
pub enum Drop {}

impl Operation for Drop {
    type Output = ();
    type Error = Infallible;
    const ACCEPT: &'static str = "";

    fn read(response: Response) -> Result<Response<Self::Output>, Error<Self::Error>> {
        match response.status.as_u16() {
            204 => response.no_content(),
            _ => response.undocumented(),
        }
    }
}

/// The operation of [`Client::n2fa`].
pub enum N2fa {}

impl Operation for N2fa {
    type Output = ();
    type Error = Infallible;
    const ACCEPT: &'static str = "";

    fn read(response: Response) -> Result<Response<Self::Output>, Error<Self::Error>> {
        match response.status.as_u16() {
            204 => response.no_content(),
            _ => response.undocumented(),
        }
    }
}

/// The operation of [`Client::größe`].
pub enum Größe {}

impl Operation for Größe {
    type Output = ();
    type Error = Infallible;
    const ACCEPT: &'static str = "";

    fn read(response: Response) -> Result<Response<Self::Output>, Error<Self::Error>> {
        match response.status.as_u16() {
            204 => response.no_content(),
            _ => response.undocumented(),
        }
    }
}

/// The operation of [`Client::日本`].
pub enum 日本 {}

impl Operation for 日本 {
    type Output = ();
    type Error = Infallible;
    const ACCEPT: &'static str = "";

    fn read(response: Response) -> Result<Response<Self::Output>, Error<Self::Error>> {
        match response.status.as_u16() {
            204 => response.no_content(),
            _ => response.undocumented(),
        }
    }
}

/// The operation of [`Client::get_map`].
pub enum GetMap {}

impl Operation for GetMap {
    type Output = BTreeMap<String, serde_json::Value>;
    type Error = Infallible;

    fn read(response: Response) -> Result<Response<Self::Output>, Error<Self::Error>> {
        match response.status.as_u16() {
            200 => response.json(),
            _ => response.undocumented(),
        }
    }
}
