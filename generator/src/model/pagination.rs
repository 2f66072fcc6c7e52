use super::types::Type;

/// How the answers of an operation are the pages of a list.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Pagination {
    /// Where a page has its items; empty where the page is the list.
    pub(crate) items: FieldPath,
    /// Of an item.
    pub(crate) item: Type,
    pub(crate) step: PageStep,
    pub(crate) end: PageEnd,
}

/// What the request for the next page has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum PageStep {
    /// What the page has in `next`, in the query parameter of this name.
    Cursor { parameter: String, next: FieldPath },
    /// The number of items before the page, counted from `first` on, in the query parameter of this name.
    Offset {
        parameter: String,
        first: u32,
        /// A number: how many items a page stands for, where it may hold fewer.
        size: Option<FieldPath>,
        /// A number: of all items.
        total: Option<FieldPath>,
    },
    /// The number of the page, in the query parameter of this name.
    Page {
        parameter: String,
        first: u32,
        /// A number: of all pages.
        total: Option<FieldPath>,
    },
    /// The URL that the page has.
    Url { next: FieldPath },
    /// The URL of the `Link` header whose relation is `next` (RFC 8288).
    Link,
}

/// What a page says of the end of the list; each of it where it is there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct PageEnd {
    /// A boolean: there are more pages.
    pub(crate) more: Option<FieldPath>,
    /// A boolean: there are no more pages.
    pub(crate) done: Option<FieldPath>,
}

/// The way from a value to a field inside of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct FieldPath(pub(crate) Vec<FieldStep>);

/// A field on the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FieldStep {
    /// As Rust writes it; `last()` for the last item of an array.
    pub(crate) ident: String,
    /// How many `Option`s are around its value.
    pub(crate) options: usize,
}
