//! Parameters: values of any type, written into the path, the query, headers and cookies by their style.
//!
//! What the OpenAPI Specification (3.0.4, section 4.7.12, and 3.1.1, section 4.8.12: "Style Values" and "Style
//! Examples") says is done to the letter. The styles of paths and headers, and `form`, are expansions of RFC 6570,
//! which also says what those sections leave open:
//!
//! - `null` in an array or an object is left out (RFC 6570, section 3.2.1).
//! - An empty array and an empty object are no value (section 2.3): they are left out of the query, headers and
//!   cookies.
//! - `null` itself is what the tables call `undefined`, and is sent as they say: `color=`.
//!
//! Where both say nothing ("n/a", "undefined"), the decisions are these:
//!
//! - An array or an object inside of one is its JSON text, except that `deepObject` nests, and that an array in an
//!   exploded object is repeated like the parameter that the property has become.
//! - `spaceDelimited` and `pipeDelimited`, exploded or of a primitive value, and `deepObject` of a primitive value are
//!   as `form`; `deepObject` that is not exploded is as if it were.
//! - `null` in style `deepObject` is `color=null`, as OpenAI's API documents it; an object has no empty text.
//! - What would arrive as something else is an error, never sent: an item with the delimiter of its array, where that
//!   cannot be encoded.
//!
//! `allowEmptyValue` needs nothing: the empty text is sent as `color=` in any case.

mod argument;
mod arguments;
mod cookie;
mod header;
mod path;
mod percent;
pub(super) mod query;
mod read_header;
mod shape;

pub(crate) use argument::Argument;
pub(crate) use arguments::Arguments;
pub(crate) use read_header::read_header;

/// A parameter of an operation, as the operation's table tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Parameter {
    pub(crate) place: Place,
    /// As the document writes it.
    pub(crate) name: &'static str,
    pub(crate) encoding: Encoding,
}

/// Where a parameter goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Path,
    Query,
    Header,
    Cookie,
}

/// How a value becomes text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Encoding {
    /// By a style (OpenAPI Specification 3.0.4, section 4.7.12, Style Values).
    Style {
        style: Style,
        explode: bool,
        allow_reserved: bool,
    },
    /// As JSON (`content` of a JSON media type).
    Json,
}

/// The values of `style`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    Matrix,
    Label,
    Simple,
    Form,
    SpaceDelimited,
    PipeDelimited,
    DeepObject,
}

/// What an Encoding Object says of a property of a form or of a multipart body (OpenAPI Specification 3.0.4, section
/// 4.7.15). Properties without a table row have the defaults.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PropertyEncoding {
    /// As the document writes it.
    pub(crate) property: &'static str,
    /// The content type of its part.
    pub(crate) content_type: Option<&'static str>,
    /// The style, where one is given.
    pub(crate) encoding: Option<Encoding>,
    /// Further headers of its part.
    pub(crate) headers: &'static [(&'static str, &'static str)],
}

impl PropertyEncoding {
    /// The property of this name, with the defaults.
    pub(crate) const fn new(property: &'static str) -> Self {
        Self {
            property,
            content_type: None,
            encoding: None,
            headers: &[],
        }
    }

    /// The same property, whose part has this content type.
    pub(crate) const fn content_type(mut self, content_type: &'static str) -> Self {
        self.content_type = Some(content_type);
        self
    }

    /// The same property in this style.
    pub(crate) const fn style(mut self, style: Style, explode: bool) -> Self {
        self.encoding = Some(Encoding::Style {
            style,
            explode,
            allow_reserved: false,
        });
        self
    }

    /// The same property, whose reserved characters are not encoded.
    pub(crate) const fn allow_reserved(mut self) -> Self {
        if let Some(Encoding::Style { allow_reserved, .. }) = &mut self.encoding {
            *allow_reserved = true;
        }
        self
    }

    /// The same property as JSON.
    pub(crate) const fn json(mut self) -> Self {
        self.encoding = Some(Encoding::Json);
        self
    }

    /// The same property, whose part has these headers too.
    pub(crate) const fn headers(
        mut self,
        headers: &'static [(&'static str, &'static str)],
    ) -> Self {
        self.headers = headers;
        self
    }
}

impl Parameter {
    /// A parameter in the path with the style that it has there without being told.
    pub(crate) const fn path(name: &'static str) -> Self {
        Self::new(Place::Path, name, Style::Simple, false)
    }

    /// A parameter in the query with the style that it has there without being told.
    pub(crate) const fn query(name: &'static str) -> Self {
        Self::new(Place::Query, name, Style::Form, true)
    }

    /// A header with the style that it has without being told.
    pub(crate) const fn header(name: &'static str) -> Self {
        Self::new(Place::Header, name, Style::Simple, false)
    }

    /// A cookie with the style that it has without being told.
    pub(crate) const fn cookie(name: &'static str) -> Self {
        Self::new(Place::Cookie, name, Style::Form, true)
    }

    const fn new(place: Place, name: &'static str, style: Style, explode: bool) -> Self {
        Self {
            place,
            name,
            encoding: Encoding::Style {
                style,
                explode,
                allow_reserved: false,
            },
        }
    }

    /// The same parameter in another style.
    pub(crate) const fn style(self, style: Style, explode: bool) -> Self {
        Self::new(self.place, self.name, style, explode)
    }

    /// The same parameter, whose reserved characters are not encoded.
    pub(crate) const fn allow_reserved(mut self) -> Self {
        if let Encoding::Style { allow_reserved, .. } = &mut self.encoding {
            *allow_reserved = true;
        }
        self
    }

    /// The same parameter as JSON.
    pub(crate) const fn json(mut self) -> Self {
        self.encoding = Encoding::Json;
        self
    }
}

#[cfg(test)]
mod tests;
