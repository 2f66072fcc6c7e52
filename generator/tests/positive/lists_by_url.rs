// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use std::convert::Infallible;

use crate::runtime::tables::{operation, paginated, parameters};
use crate::runtime::{Call, Client};
use crate::types;

impl<M> Client<M> {
    /// `GET /uri`
    ///
    /// The answer is a page of a list: [`Call::items`](crate::Call::items) and [`Call::pages`](crate::Call::pages) give all of it.
    pub fn list_by_uri(&self) -> Call<ListByUri, M> {
        self.call()
    }

    /// `GET /next`
    ///
    /// The answer is a page of a list: [`Call::items`](crate::Call::items) and [`Call::pages`](crate::Call::pages) give all of it.
    pub fn list_by_next(&self) -> Call<ListByNext, M> {
        self.call()
    }

    /// `GET /links`
    ///
    /// The answer is a page of a list: [`Call::items`](crate::Call::items) and [`Call::pages`](crate::Call::pages) give all of it.
    pub fn list_by_links(&self) -> Call<ListByLinks, M> {
        self.call()
    }

    /// `GET /header`
    ///
    /// The answer is a page of a list: [`Call::items`](crate::Call::items) and [`Call::pages`](crate::Call::pages) give all of it.
    pub fn list_by_header(&self) -> Call<ListByHeader, M> {
        self.call()
    }

    /// `GET /within`
    ///
    /// The answer is a page of a list: [`Call::items`](crate::Call::items) and [`Call::pages`](crate::Call::pages) give all of it.
    pub fn list_within(&self) -> Call<ListWithin, M> {
        self.call()
    }
}

operation! {
    ListByUri for list_by_uri: GET "/uri" => types::ListByUriResponse, Infallible;
    [Code(200) json];
}

parameters! {
    ListByUri {
        page: query "Page" value i64,
    }
}

paginated! {
    ListByUri: String {
        items: |page| page.things.as_mut(),
        url: |page| page.next_page_uri,
    }
}

operation! {
    ListByNext for list_by_next: GET "/next" => types::ListByNextResponse, Infallible;
    [Code(200) json];
}

parameters! {
    ListByNext {
        offset: query "offset" value i64,
    }
}

paginated! {
    ListByNext: String {
        items: |page| Some(&mut page.items),
        url: |page| page.next,
    }
}

operation! {
    ListByLinks for list_by_links: GET "/links" => types::ListByLinksResponse, Infallible;
    [Code(200) json];
}

parameters! {
    ListByLinks {
        cursor: query "cursor" into String,
    }
}

paginated! {
    ListByLinks: String {
        items: |page| Some(&mut page.data),
        url: |page| page.links.as_ref()?.next,
    }
}

operation! {
    ListByHeader for list_by_header: GET "/header" => Vec<String>, Infallible;
    [Code(200) json];
}

parameters! {
    ListByHeader {
        page: query "page" value i64,
    }
}

paginated! {
    ListByHeader: String {
        items: |page| Some(page),
        link,
    }
}

operation! {
    ListWithin for list_within: GET "/within" => types::ListWithinResponse, Infallible;
    [Code(200) json];
}

parameters! {
    ListWithin {
        per_page: query "per_page" value i64,
    }
}

paginated! {
    ListWithin: String {
        items: |page| Some(&mut page.repositories),
        link,
    }
}
