// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use std::convert::Infallible;

use crate::runtime::tables::{answers, operation, parameters};
use crate::runtime::{Call, Client};
use crate::types;

impl<M> Client<M> {
    /// `POST /post`
    pub fn search(&self) -> Call<Search, M> {
        self.call()
    }

    /// `GET /required`
    pub fn list_from_cursor(&self, cursor: &str) -> Call<ListFromCursor, M> {
        self.call().in_query("cursor", cursor)
    }

    /// `GET /choice`
    pub fn list_either_way(&self) -> Call<ListEitherWay, M> {
        self.call()
    }

    /// `GET /use`
    pub fn list_if_asked(&self) -> Call<ListIfAsked, M> {
        self.call()
    }

    /// `GET /arrays`
    pub fn list_two_things(&self) -> Call<ListTwoThings, M> {
        self.call()
    }

    /// `GET /same`
    pub fn list_same_cursor(&self) -> Call<ListSameCursor, M> {
        self.call()
    }

    /// `GET /count`
    pub fn list_with_count(&self) -> Call<ListWithCount, M> {
        self.call()
    }

    /// `GET /from`
    pub fn list_from_unknown_page(&self) -> Call<ListFromUnknownPage, M> {
        self.call()
    }

    /// `GET /several`
    pub fn list_several(&self) -> Call<ListSeveral, M> {
        self.call()
    }

    /// `GET /header`
    pub fn get_with_links(&self) -> Call<GetWithLinks, M> {
        self.call()
    }

    /// `GET /thing`
    pub fn get_thing(&self) -> Call<GetThing, M> {
        self.call()
    }

    /// `GET /errors`
    pub fn get_errors_beside_data(&self) -> Call<GetErrorsBesideData, M> {
        self.call()
    }

    /// `GET /dates`
    pub fn list_after_date(&self) -> Call<ListAfterDate, M> {
        self.call()
    }
}

operation! {
    Search for search: POST "/post" => types::SearchResponse, Infallible;
    [Code(200) json];
}

parameters! {
    Search {
        cursor: query "cursor" into String,
    }
}

operation! {
    ListFromCursor for list_from_cursor: GET "/required" => types::ListFromCursorResponse, Infallible;
    [Code(200) json];
}

operation! {
    ListEitherWay for list_either_way: GET "/choice" => types::ListEitherWayResponse, Infallible;
    [Code(200) json];
}

parameters! {
    ListEitherWay {
        cursor: query "cursor" into String,
        offset: query "offset" value i64,
    }
}

operation! {
    ListIfAsked for list_if_asked: GET "/use" => types::ListIfAskedResponse, Infallible;
    [Code(200) json];
}

parameters! {
    ListIfAsked {
        marker: query "marker" into String,
        usemarker: query "usemarker" value bool,
    }
}

operation! {
    ListTwoThings for list_two_things: GET "/arrays" => types::ListTwoThingsResponse, Infallible;
    [Code(200) json];
}

parameters! {
    ListTwoThings {
        cursor: query "cursor" into String,
    }
}

operation! {
    ListSameCursor for list_same_cursor: GET "/same" => types::ListSameCursorResponse, Infallible;
    [Code(200) json];
}

parameters! {
    ListSameCursor {
        cursor: query "cursor" into String,
    }
}

operation! {
    ListWithCount for list_with_count: GET "/count" => types::ListWithCountResponse, Infallible;
    [Code(200) json];
}

parameters! {
    ListWithCount {
        offset: query "offset" value i64,
        limit: query "limit" value i64,
    }
}

operation! {
    ListFromUnknownPage for list_from_unknown_page: GET "/from" => Vec<String>, Infallible;
    [Code(200) json];
}

parameters! {
    ListFromUnknownPage {
        page: query "page" value i64,
        limit: query "limit" value i64,
    }
}

operation! {
    ListSeveral for list_several: GET "/several" => ListSeveralOutput, Infallible;
}

parameters! {
    ListSeveral {
        cursor: query "cursor" into String,
    }
}

/// What [`Client::list_several`] (`GET /several`) gives.
#[derive(Debug)]
#[non_exhaustive]
pub enum ListSeveralOutput {
    /// 200 OK: Done.
    Ok(types::ListSeveralResponse),
    /// 204 No Content: Nothing.
    NoContent,
}

answers! {
    ListSeveralOutput {
        Code(200) json => Ok,
        Code(204) => NoContent,
    }
}

operation! {
    GetWithLinks for get_with_links: GET "/header" => Vec<String>, Infallible;
    [Code(200) json];
}

parameters! {
    GetWithLinks {
        fields: query "fields" into String,
    }
}

operation! {
    GetThing for get_thing: GET "/thing" => types::GetThingResponse, Infallible;
    [Code(200) json];
}

parameters! {
    GetThing {
        cursor: query "cursor" into String,
    }
}

operation! {
    GetErrorsBesideData for get_errors_beside_data: GET "/errors" => types::GetErrorsBesideDataResponse, Infallible;
    [Code(200) json];
}

parameters! {
    GetErrorsBesideData {
        cursor: query "cursor" into String,
    }
}

operation! {
    ListAfterDate for list_after_date: GET "/dates" => types::ListAfterDateResponse, Infallible;
    [Code(200) json];
}

parameters! {
    ListAfterDate {
        after: query "after" value jiff::Timestamp,
    }
}
