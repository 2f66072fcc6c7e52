// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use std::convert::Infallible;

use crate::runtime::tables::{operation, paginated, parameters};
use crate::runtime::{Call, Client};
use crate::types;

impl<M> Client<M> {
    /// `GET /sessions`
    ///
    /// The answer is a page of a list: [`Call::items`](crate::Call::items) and [`Call::pages`](crate::Call::pages) give all of it.
    pub fn list_sessions(&self) -> Call<ListSessions, M> {
        self.call()
    }

    /// `GET /optional`
    ///
    /// The answer is a page of a list: [`Call::items`](crate::Call::items) and [`Call::pages`](crate::Call::pages) give all of it.
    pub fn list_optional(&self) -> Call<ListOptional, M> {
        self.call()
    }

    /// `GET /after`
    ///
    /// The answer is a page of a list: [`Call::items`](crate::Call::items) and [`Call::pages`](crate::Call::pages) give all of it.
    pub fn list_after(&self) -> Call<ListAfter, M> {
        self.call()
    }

    /// `GET /iterator`
    ///
    /// The answer is a page of a list: [`Call::items`](crate::Call::items) and [`Call::pages`](crate::Call::pages) give all of it.
    pub fn list_by_iterator(&self) -> Call<ListByIterator, M> {
        self.call()
    }

    /// `GET /integer`
    ///
    /// The answer is a page of a list: [`Call::items`](crate::Call::items) and [`Call::pages`](crate::Call::pages) give all of it.
    pub fn list_by_integer(&self) -> Call<ListByInteger, M> {
        self.call()
    }

    /// `GET /page`
    ///
    /// The answer is a page of a list: [`Call::items`](crate::Call::items) and [`Call::pages`](crate::Call::pages) give all of it.
    pub fn list_by_next_page(&self) -> Call<ListByNextPage, M> {
        self.call()
    }

    /// `GET /last`
    ///
    /// The answer is a page of a list: [`Call::items`](crate::Call::items) and [`Call::pages`](crate::Call::pages) give all of it.
    pub fn list_after_last_item(&self) -> Call<ListAfterLastItem, M> {
        self.call()
    }

    /// `GET /beside`
    ///
    /// The answer is a page of a list: [`Call::items`](crate::Call::items) and [`Call::pages`](crate::Call::pages) give all of it.
    pub fn list_beside_errors(&self) -> Call<ListBesideErrors, M> {
        self.call()
    }
}

operation! {
    ListSessions for list_sessions: GET "/sessions" => types::ListSessionsResponse, Infallible;
    [Code(200) json];
}

parameters! {
    ListSessions {
        cursor: query "cursor" into String,
        limit: query "limit" value i64,
    }
}

paginated! {
    ListSessions: types::Session {
        items: |page| Some(&mut page.sessions),
        cursor "cursor": |page| page.pagination.next_cursor,
        more: |page| page.pagination.has_more,
    }
}

operation! {
    ListOptional for list_optional: GET "/optional" => types::ListOptionalResponse, Infallible;
    [Code(200) json];
}

parameters! {
    ListOptional {
        page_token: query "pageToken" into String,
    }
}

paginated! {
    ListOptional: String {
        items: |page| page.data.as_mut(),
        cursor "pageToken": |page| page.paging.as_ref()?.next_page_token,
    }
}

operation! {
    ListAfter for list_after: GET "/after" => types::ListAfterResponse, Infallible;
    [Code(200) json];
}

parameters! {
    ListAfter {
        after: query "after" into String,
    }
}

paginated! {
    ListAfter: String {
        items: |page| Some(&mut page.data),
        cursor "after": |page| page.last_id,
        more: |page| page.has_more,
    }
}

operation! {
    ListByIterator for list_by_iterator: GET "/iterator" => types::ListByIteratorResponse, Infallible;
    [Code(200) json];
}

parameters! {
    ListByIterator {
        iterator: query "iterator" into String,
    }
}

paginated! {
    ListByIterator: String {
        items: |page| Some(&mut page.data),
        cursor "iterator": |page| page.iterator,
        done: |page| page.done,
    }
}

operation! {
    ListByInteger for list_by_integer: GET "/integer" => types::ListByIntegerResponse, Infallible;
    [Code(200) json];
}

parameters! {
    ListByInteger {
        from: query "from" value i64,
    }
}

paginated! {
    ListByInteger: String {
        items: |page| Some(&mut page.results),
        cursor "from": |page| page.next,
    }
}

operation! {
    ListByNextPage for list_by_next_page: GET "/page" => types::ListByNextPageResponse, Infallible;
    [Code(200) json];
}

parameters! {
    ListByNextPage {
        page: query "page" value i64,
    }
}

paginated! {
    ListByNextPage: String {
        items: |page| Some(&mut page.items),
        cursor "page": |page| page.next_page,
    }
}

operation! {
    ListAfterLastItem for list_after_last_item: GET "/last" => types::ListAfterLastItemResponse, Infallible;
    [Code(200) json];
}

parameters! {
    ListAfterLastItem {
        starting_after: query "starting_after" into String,
    }
}

paginated! {
    ListAfterLastItem: types::Session {
        items: |page| Some(&mut page.data),
        cursor "starting_after": |page| page.data.last().as_ref()?.id,
        more: |page| page.has_more,
    }
}

operation! {
    ListBesideErrors for list_beside_errors: GET "/beside" => types::ListBesideErrorsResponse, Infallible;
    [Code(200) json];
}

parameters! {
    ListBesideErrors {
        cursor: query "cursor" into String,
    }
}

paginated! {
    ListBesideErrors: String {
        items: |page| Some(&mut page.result),
        cursor "cursor": |page| page.next_cursor,
    }
}
