//! Lists that come in pages: each page is asked for when it is wanted, by a call like the one before.

mod course;
mod guard;
mod link;

use std::convert::Infallible;
use std::fmt;
use std::future::poll_fn;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::vec;

use futures_core::Stream;
use serde_json::Value;

use crate::runtime::call::{self, Call};
use crate::runtime::client::Shared;
use crate::runtime::error::Error;
use crate::runtime::exchange::{self, Exchanged};
use crate::runtime::mode::Async;
#[cfg(feature = "blocking")]
use crate::runtime::mode::Blocking;
use crate::runtime::operation::Operation;
use crate::runtime::parameter::{Argument, Parameter};
use crate::runtime::transport::BoxFuture;

use course::{Course, Seen};

/// An operation whose answers are the pages of a list.
pub trait Paginated: Operation {
    /// What the list holds.
    type Item: Send + 'static;
    /// How a page leads to the next one.
    #[doc(hidden)]
    const PAGES: PageTable<Self::Output, Self::Item>;
}

/// Where a page of type `P` has its items of type `T`, and what it says of the next page.
#[doc(hidden)]
pub struct PageTable<P, T> {
    pub(crate) items: fn(&mut P) -> Option<&mut Vec<T>>,
    pub(crate) step: Step,
    /// The cursor or the URL of the next page; how many items this one stands for, where these are counted.
    pub(crate) next: fn(&P) -> Option<Value>,
    /// Whether there are more pages.
    pub(crate) more: fn(&P) -> Option<Value>,
    /// Whether there are no more pages.
    pub(crate) done: fn(&P) -> Option<Value>,
    /// How many items there are in all, or how many pages where these are counted.
    pub(crate) total: fn(&P) -> Option<Value>,
}

impl<P, T> PageTable<P, T> {
    /// What the table of an operation does not say.
    pub(crate) const EMPTY: Self = Self {
        items: |_| None,
        step: Step::Link,
        next: |_| None,
        more: |_| None,
        done: |_| None,
        total: |_| None,
    };
}

/// What the request for the next page has.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Step {
    /// The cursor from the page in this parameter, or the URL that it has in its place.
    Cursor(Parameter),
    /// The number of items before it in this parameter, counted from the other one on.
    Offset(Parameter, i64),
    /// Its number in this parameter, counted from the other one on.
    Page(Parameter, i64),
    /// The URL from the page.
    Url,
    /// The URL from the `Link` header whose relation is `next` (RFC 8288).
    Link,
}

/// A property of a page; `None` for `null` and for empty text.
pub(crate) fn value<T: Argument>(property: &T) -> Option<Value> {
    match Argument::value(property) {
        Ok(Value::Null) | Err(_) => None,
        Ok(Value::String(text)) if text.is_empty() => None,
        Ok(value) => Some(value),
    }
}

impl<O: Paginated, M> Call<O, M> {
    /// The pages from this one on, each asked for when it is wanted.
    ///
    /// They are a [`Stream`], and [`Pages::next`] needs no other crate; of a blocking client they are an [`Iterator`].
    /// Each page is a call of its own, with the settings of this one: its time limit and its tries are for a page. After
    /// an error there are no more pages.
    pub fn pages(self) -> Pages<O, M> {
        Pages {
            shared: self.client.shared,
            course: Course::new(self.draft),
            state: State::Waiting,
            operation: PhantomData,
        }
    }

    /// The items of the list, from this page on; the next page is asked for when its first item is wanted.
    ///
    /// They come like [`Call::pages`].
    pub fn items(self) -> PageItems<O, M> {
        PageItems {
            pages: self.pages(),
            items: Vec::new().into_iter(),
        }
    }
}

type Received<O, T> = Result<T, Error<<O as Operation>::Error>>;

/// The pages of a list.
#[must_use = "nothing is sent before a page is asked for"]
pub struct Pages<O, M = Async> {
    shared: Shared,
    course: Course,
    state: State,
    operation: PhantomData<fn() -> (O, M)>,
}

/// Where the next page is.
enum State {
    /// It has not been asked for.
    Waiting,
    Underway(BoxFuture<'static, Result<Exchanged, Error<Infallible>>>),
    /// It cannot be asked for, although there is one.
    Failed(Error<Infallible>),
    /// Nowhere: there is none.
    Ended,
}

impl<O: Paginated, M> Pages<O, M> {
    fn poll_page(&mut self, context: &mut Context<'_>) -> Poll<Option<Received<O, O::Output>>> {
        let mut underway = match std::mem::replace(&mut self.state, State::Ended) {
            State::Waiting => match self.course.request() {
                Ok(draft) => exchange::start(self.shared.clone(), draft),
                Err(error) => return Poll::Ready(Some(Err(Error::Input(error)))),
            },
            State::Underway(underway) => underway,
            State::Failed(error) => return Poll::Ready(Some(Err(error.widen()))),
            State::Ended => return Poll::Ready(None),
        };
        let Poll::Ready(exchanged) = underway.as_mut().poll(context) else {
            self.state = State::Underway(underway);
            return Poll::Pending;
        };
        Poll::Ready(Some(
            exchanged
                .map_err(Error::widen)
                .and_then(|exchanged| self.arrived(exchanged)),
        ))
    }

    /// Reads the page, and what follows it.
    fn arrived(&mut self, exchanged: Exchanged) -> Result<O::Output, Error<O::Error>> {
        let fingerprint = exchanged.fingerprint();
        let mut response = call::finish::<O>(exchanged)?;
        let table = const { &O::PAGES };
        let page = &mut response.body;
        let seen = Seen {
            count: (table.items)(page).map_or(0, |items| items.len()),
            next: (table.next)(page),
            more: (table.more)(page),
            done: (table.done)(page),
            total: (table.total)(page),
            headers: response.headers,
            fingerprint,
        };
        self.state = match self.course.follow(table.step, seen, &self.shared) {
            Ok(true) => State::Waiting,
            Ok(false) => State::Ended,
            Err(error) => State::Failed(error),
        };
        Ok(response.body)
    }
}

impl<O: Paginated> Pages<O, Async> {
    /// The next page; `None` behind the last one, and after an error.
    ///
    /// No page is lost if the future is dropped before it is done.
    pub async fn next(&mut self) -> Option<Result<O::Output, Error<O::Error>>> {
        poll_fn(|context| self.poll_page(context)).await
    }
}

impl<O: Paginated> Stream for Pages<O, Async> {
    type Item = Result<O::Output, Error<O::Error>>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll_page(context)
    }
}

#[cfg(feature = "blocking")]
impl<O: Paginated> Iterator for Pages<O, Blocking> {
    type Item = Result<O::Output, Error<O::Error>>;

    fn next(&mut self) -> Option<Self::Item> {
        let next = crate::runtime::blocking::block_on(poll_fn(|context| self.poll_page(context)));
        next.unwrap_or_else(|error| {
            self.state = State::Ended;
            Some(Err(Error::Transport(error)))
        })
    }
}

/// The items of a list that comes in pages.
#[must_use = "nothing is sent before an item is asked for"]
pub struct PageItems<O: Paginated, M = Async> {
    pages: Pages<O, M>,
    /// What is left of the page that came last.
    items: vec::IntoIter<O::Item>,
}

impl<O: Paginated, M> PageItems<O, M> {
    fn poll_item(&mut self, context: &mut Context<'_>) -> Poll<Option<Received<O, O::Item>>> {
        loop {
            if let Some(item) = self.items.next() {
                return Poll::Ready(Some(Ok(item)));
            }
            match ready!(self.pages.poll_page(context)) {
                Some(Ok(page)) => self.open(page),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }

    fn open(&mut self, mut page: O::Output) {
        let items = (const { &O::PAGES }.items)(&mut page).map(std::mem::take);
        self.items = items.unwrap_or_default().into_iter();
    }
}

impl<O: Paginated> PageItems<O, Async> {
    /// The next item; `None` behind the last one, and after an error.
    ///
    /// No item is lost if the future is dropped before it is done.
    pub async fn next(&mut self) -> Option<Result<O::Item, Error<O::Error>>> {
        poll_fn(|context| self.poll_item(context)).await
    }
}

// No item is pinned.
impl<O: Paginated, M> Unpin for PageItems<O, M> {}

impl<O: Paginated> Stream for PageItems<O, Async> {
    type Item = Result<O::Item, Error<O::Error>>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll_item(context)
    }
}

#[cfg(feature = "blocking")]
impl<O: Paginated> Iterator for PageItems<O, Blocking> {
    type Item = Result<O::Item, Error<O::Error>>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(item) = self.items.next() {
                return Some(Ok(item));
            }
            match self.pages.next()? {
                Ok(page) => self.open(page),
                Err(error) => return Some(Err(error)),
            }
        }
    }
}

impl<O, M> fmt::Debug for Pages<O, M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Pages(..)")
    }
}

impl<O: Paginated, M> fmt::Debug for PageItems<O, M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PageItems(..)")
    }
}
