// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use std::convert::Infallible;

use crate::runtime::tables::{operation, paginated, parameters};
use crate::runtime::{Call, Client};
use crate::types;

impl<M> Client<M> {
    /// `GET /offset`
    ///
    /// The answer is a page of a list: [`Call::items`](crate::Call::items) and [`Call::pages`](crate::Call::pages) give all of it.
    pub fn list_by_offset(&self) -> Call<ListByOffset, M> {
        self.call()
    }

    /// `GET /offset-and-time`
    ///
    /// The answer is a page of a list: [`Call::items`](crate::Call::items) and [`Call::pages`](crate::Call::pages) give all of it.
    pub fn list_by_offset_after_time(&self) -> Call<ListByOffsetAfterTime, M> {
        self.call()
    }

    /// `GET /skip`
    ///
    /// The answer is a page of a list: [`Call::items`](crate::Call::items) and [`Call::pages`](crate::Call::pages) give all of it.
    pub fn list_by_skip(&self) -> Call<ListBySkip, M> {
        self.call()
    }

    /// `GET /bare`
    ///
    /// The answer is a page of a list: [`Call::items`](crate::Call::items) and [`Call::pages`](crate::Call::pages) give all of it.
    pub fn list_bare(&self) -> Call<ListBare, M> {
        self.call()
    }

    /// `GET /page`
    ///
    /// The answer is a page of a list: [`Call::items`](crate::Call::items) and [`Call::pages`](crate::Call::pages) give all of it.
    pub fn list_by_page(&self) -> Call<ListByPage, M> {
        self.call()
    }

    /// `GET /pages`
    ///
    /// The answer is a page of a list: [`Call::items`](crate::Call::items) and [`Call::pages`](crate::Call::pages) give all of it.
    pub fn list_by_page_from_zero(&self) -> Call<ListByPageFromZero, M> {
        self.call()
    }
}

operation! {
    ListByOffset for list_by_offset: GET "/offset" => types::ListByOffsetResponse, Infallible;
    [Code(200) json];
}

parameters! {
    ListByOffset {
        offset: query "offset" value i64,
        limit: query "limit" value i64,
    }
}

paginated! {
    ListByOffset: String {
        items: |page| Some(&mut page.entries),
        offset "offset" 0: |page| page.limit,
        total: |page| page.total_count,
    }
}

operation! {
    ListByOffsetAfterTime for list_by_offset_after_time: GET "/offset-and-time" => types::ListByOffsetAfterTimeResponse, Infallible;
    [Code(200) json];
}

parameters! {
    ListByOffsetAfterTime {
        offset: query "offset" value i64,
        limit: query "limit" value i64,
        after: query "after" value jiff::Timestamp,
    }
}

paginated! {
    ListByOffsetAfterTime: String {
        items: |page| page.entries.as_mut(),
        offset "offset" 0,
        total: |page| page.total_entries,
    }
}

operation! {
    ListBySkip for list_by_skip: GET "/skip" => types::ListBySkipResponse, Infallible;
    [Code(200) json];
}

parameters! {
    ListBySkip {
        /// Default: `0`.
        skip: query "skip" value i64,
        limit: query "limit" value i64,
    }
}

paginated! {
    ListBySkip: String {
        items: |page| Some(&mut page.data),
        offset "skip" 0,
        more: |page| page.has_more,
    }
}

operation! {
    ListBare for list_bare: GET "/bare" => Vec<String>, Infallible;
    [Code(200) json];
}

parameters! {
    ListBare {
        offset: query "offset" value i64,
        limit: query "limit" value i64,
    }
}

paginated! {
    ListBare: String {
        items: |page| Some(page),
        offset "offset" 0,
    }
}

operation! {
    ListByPage for list_by_page: GET "/page" => Vec<String>, Infallible;
    [Code(200) json];
}

parameters! {
    ListByPage {
        /// Default: `1`.
        page: query "page" value i64,
        per_page: query "per_page" value i64,
    }
}

paginated! {
    ListByPage: String {
        items: |page| Some(page),
        page "page" 1,
    }
}

operation! {
    ListByPageFromZero for list_by_page_from_zero: GET "/pages" => types::ListByPageFromZeroResponse, Infallible;
    [Code(200) json];
}

parameters! {
    ListByPageFromZero {
        /// Default: `0`.
        page_number: query "pageNumber" value i64,
        size: query "size" value i64,
    }
}

paginated! {
    ListByPageFromZero: String {
        items: |page| Some(&mut page.items),
        page "pageNumber" 0,
        total: |page| page.meta.as_ref()?.total_pages,
    }
}
