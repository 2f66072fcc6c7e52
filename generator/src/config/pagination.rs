/// Says of operations how their answers are the pages of a list. Properties are named as the document does, with `.`
/// between one and the one inside of it: `pagination.nextCursor`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaginationRule {
    /// The ids of the operations; `*` in one stands for any text. Of those that a pattern finds, the ones count that
    /// have what the rule names.
    pub operations: Vec<String>,
    /// How a page leads to the next one; `None` where the operations have no pages, whatever it looks like.
    pub steps: Option<PageSteps>,
    /// The array of the items; `None` where the answer is an array, or has one that it must be.
    pub items: Option<String>,
    /// A boolean: there are more pages.
    pub more: Option<String>,
    /// A boolean: there are no more pages.
    pub done: Option<String>,
}

/// How a page leads to the next one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PageSteps {
    /// A query parameter takes what the page has in a property.
    Cursor {
        /// The parameter.
        parameter: String,
        /// The property.
        next: String,
    },
    /// A query parameter takes what the last item of the page has in a property.
    LastItem {
        /// The parameter.
        parameter: String,
        /// The property of the item.
        property: String,
    },
    /// A query parameter takes the number of items before the page.
    Offset {
        /// The parameter.
        parameter: String,
        /// The number of the first item: 0, or 1 where the parameter counts from there.
        first: u32,
        /// A number: how many items a page stands for, where it may hold fewer, such as those that the caller may see.
        size: Option<String>,
        /// A number: of all items.
        total: Option<String>,
    },
    /// A query parameter takes the number of the page.
    Page {
        /// The parameter.
        parameter: String,
        /// The number of the first page.
        first: u32,
        /// A number: of all pages.
        total: Option<String>,
    },
    /// A property of the page has the URL of the next one.
    Url {
        /// The property.
        next: String,
    },
    /// The `Link` header has the URL of the next page (RFC 8288).
    Link,
}
