//! The macros that generated operations are written with. They expand to as little as possible, because an expansion
//! is compiled once for every operation of a document.

/// Declares an operation:
///
/// ```text
/// operation! {
///     GetThing for get_thing: GET "/things/{id}" => types::Thing, GetThingError;
///     [Code(200) json, Code(203) json "application/problem+json"];
///     security [["ApiKey"], ["User", "Password"]];
///     server "https://upload.example.com";
///     idempotency_key "Idempotency-Key";
/// }
/// ```
///
/// The second line has the statuses of success; where they give different things, `GetThingOutput` stands for them,
/// which has the rows itself, and the line is left out.
macro_rules! operation {
    (
        $name:ident for $function:ident: $method:ident $path:literal => $output:ty, $error:ty;
        $([$($status:ident $(($code:literal))? $($format:ident $($media_type:literal)?)?),*];)?
        $($key:ident $value:tt;)*
    ) => {
        #[doc = concat!("The operation of [`Client::", stringify!($function), "`].")]
        pub enum $name {}

        impl $crate::runtime::Operation for $name {
            type Output = $output;
            type Error = $error;
            const TABLE: $crate::runtime::Table<$output, $error> = $crate::runtime::Table {
                route: &$crate::runtime::Route {
                    name: stringify!($name),
                    method: stringify!($method),
                    path: $path,
                    successes: $crate::runtime::tables::operation!(@rows $output; $($(
                        $status $(($code))? $($format $($media_type)?)?
                    ),*)?),
                    failures: <$error as $crate::runtime::Rows>::ROWS,
                    $($key: $crate::runtime::tables::operation!(@$key $value),)*
                    ..$crate::runtime::Route::EMPTY
                },
                success: <$output as $crate::runtime::Read>::read,
                failure: <$error as $crate::runtime::Read>::read,
            };
        }
    };
    (@security $value:tt) => { $crate::runtime::tables::operation!(@requirements $value) };
    (@requirements [$([$($scheme:literal),*]),*]) => { &[$(&[$($scheme),*]),*] };
    (@server $value:literal) => { Some($value) };
    (@idempotency_key $value:literal) => {
        Some($crate::runtime::IdempotencyKey {
            header: $value,
            fresh: $crate::runtime::idempotency::key,
        })
    };
    (@rows $output:ty;) => { <$output as $crate::runtime::Rows>::ROWS };
    (@rows $output:ty; $($status:ident $(($code:literal))? $($format:ident $($media_type:literal)?)?),+) => {
        &[$($crate::runtime::tables::row!($status $(($code))? $($format $($media_type)?)?)),+]
    };
}
pub(crate) use operation;

/// A row of an operation's answers.
macro_rules! row {
    ($status:ident $(($code:literal))?) => {
        $crate::runtime::tables::row!(@ $status $(($code))?, Empty, "")
    };
    ($status:ident $(($code:literal))? json $($media_type:literal)?) => {
        $crate::runtime::tables::row!(@ $status $(($code))?, Json, $($media_type,)? "application/json")
    };
    ($status:ident $(($code:literal))? text $($media_type:literal)?) => {
        $crate::runtime::tables::row!(@ $status $(($code))?, Text, $($media_type,)? "text/plain")
    };
    ($status:ident $(($code:literal))? binary $($media_type:literal)?) => {
        $crate::runtime::tables::row!(@ $status $(($code))?, Binary, $($media_type,)? "application/octet-stream")
    };
    ($status:ident $(($code:literal))? events $($media_type:literal)?) => {
        $crate::runtime::tables::row!(@ $status $(($code))?, Events, $($media_type,)? "text/event-stream")
    };
    ($status:ident $(($code:literal))? text_events $($media_type:literal)?) => {
        $crate::runtime::tables::row!(@ $status $(($code))?, TextEvents, $($media_type,)? "text/event-stream")
    };
    ($status:ident $(($code:literal))? whole_events $($media_type:literal)?) => {
        $crate::runtime::tables::row!(@ $status $(($code))?, WholeEvents, $($media_type,)? "text/event-stream")
    };
    ($status:ident $(($code:literal))? json_lines $($media_type:literal)?) => {
        $crate::runtime::tables::row!(@ $status $(($code))?, JsonLines, $($media_type,)? "application/jsonl")
    };
    (@ $status:ident $(($code:literal))?, $format:ident, $media_type:literal $(, $default:literal)?) => {
        $crate::runtime::Row {
            status: $crate::runtime::Status::$status $(($code))?,
            media_type: $media_type,
            format: $crate::runtime::Format::$format,
        }
    };
}
pub(crate) use row;

/// Tells what the variants of an enum of answers are read from:
///
/// ```text
/// answers! {
///     GetThingError {
///         Code(404) json => NotFound,
///         Range(5) => ServerError,
///     }
/// }
/// ```
macro_rules! answers {
    ($name:ident {
        $($status:ident $(($code:literal))? $($format:ident $($media_type:literal)?)? => $variant:ident),* $(,)?
    }) => {
        impl $crate::runtime::Rows for $name {
            const ROWS: &'static [$crate::runtime::Row] =
                &[$($crate::runtime::tables::row!($status $(($code))? $($format $($media_type)?)?)),*];
        }

        impl $crate::runtime::Read for $name {
            fn read(
                answer: &mut $crate::runtime::Answer,
            ) -> Result<Self, $crate::runtime::BodyProblem> {
                let row = answer.row;
                $(if *row == $crate::runtime::tables::row!($status $(($code))? $($format $($media_type)?)?) {
                    return $crate::runtime::tables::answers!(@read answer $variant $($format)?);
                })*
                Err($crate::runtime::BodyProblem::Empty)
            }
        }
    };
    (@read $answer:ident $variant:ident) => { Ok(Self::$variant) };
    (@read $answer:ident $variant:ident $format:ident) => {
        $crate::runtime::Read::read($answer).map(Self::$variant)
    };
}
pub(crate) use answers;

/// Declares the setters of an operation's optional parameters and body:
///
/// ```text
/// parameters! {
///     GetThing {
///         /// How many.
///         per_page: query "per_page" value i64,
///         labels: query "labels" [Form, false] each_into String,
///         filter: query "filter" [json] value types::Filter,
///         body: json value types::Thing,
///     }
/// }
/// ```
macro_rules! parameters {
    ($operation:ident {
        $($(#[$attribute:meta])* $setter:ident: $place:ident $($name:literal)? $([$($style:tt)*])? $how:ident $ty:ty),* $(,)?
    }) => {
        impl<M> $crate::runtime::Call<$operation, M> {
            $($crate::runtime::tables::parameters! {
                @one [$(#[$attribute])*] $setter [$place $($name)? $([$($style)*])?] $how $ty
            })*
        }
    };
    (@one [$($attributes:tt)*] $setter:ident $target:tt value $ty:ty) => {
        $($attributes)*
        pub fn $setter(self, value: $ty) -> Self {
            $crate::runtime::tables::parameters!(@set self value $target)
        }
    };
    (@one [$($attributes:tt)*] $setter:ident $target:tt into $ty:ty) => {
        $($attributes)*
        pub fn $setter(self, value: impl Into<$ty>) -> Self {
            let value: $ty = value.into();
            $crate::runtime::tables::parameters!(@set self value $target)
        }
    };
    (@one [$($attributes:tt)*] $setter:ident $target:tt each $ty:ty) => {
        $($attributes)*
        pub fn $setter(self, values: impl IntoIterator<Item = $ty>) -> Self {
            let value: Vec<$ty> = values.into_iter().collect();
            $crate::runtime::tables::parameters!(@set self value $target)
        }
    };
    (@one [$($attributes:tt)*] $setter:ident $target:tt each_into $ty:ty) => {
        $($attributes)*
        pub fn $setter(self, values: impl IntoIterator<Item = impl Into<$ty>>) -> Self {
            let value: Vec<$ty> = values.into_iter().map(Into::into).collect();
            $crate::runtime::tables::parameters!(@set self value $target)
        }
    };
    (@set $call:ident $value:ident [query $name:literal]) => { $call.in_query($name, &$value) };
    (@set $call:ident $value:ident [header $name:literal]) => { $call.in_header($name, &$value) };
    (@set $call:ident $value:ident [cookie $name:literal]) => { $call.in_cookie($name, &$value) };
    (@set $call:ident $value:ident [$place:ident $name:literal [$($style:tt)*]]) => {
        $call.with_argument($crate::runtime::tables::parameter!($place $name [$($style)*]), &$value)
    };
    (@set $call:ident $value:ident [json]) => { $call.with_json($value) };
    (@set $call:ident $value:ident [content]) => { $call.with_content($value) };
    (@set $call:ident $value:ident [json_as [$($how:tt)*]]) => { $call.with_json_as($($how)*, $value) };
    (@set $call:ident $value:ident [form [$($how:tt)*]]) => { $call.with_form($($how)*, $value) };
    (@set $call:ident $value:ident [multipart [$($how:tt)*]]) => { $call.with_multipart($($how)*, $value) };
    (@set $call:ident $value:ident [multipart_as [$($how:tt)*]]) => {
        $call.with_multipart_as($($how)*, $value)
    };
    (@set $call:ident $value:ident [raw [$($how:tt)*]]) => { $call.with_raw($($how)*, $value) };
}
pub(crate) use parameters;

/// A parameter whose encoding is not its place's default: `parameter!(query "ids" [Form, false])`.
macro_rules! parameter {
    ($place:ident $name:literal [json]) => {
        $crate::runtime::Parameter::$place($name).json()
    };
    ($place:ident $name:literal [reserved]) => {
        $crate::runtime::Parameter::$place($name).allow_reserved()
    };
    ($place:ident $name:literal [$style:ident, $explode:literal]) => {
        $crate::runtime::Parameter::$place($name).style($crate::runtime::Style::$style, $explode)
    };
    ($place:ident $name:literal [$style:ident, $explode:literal, reserved]) => {
        $crate::runtime::Parameter::$place($name)
            .style($crate::runtime::Style::$style, $explode)
            .allow_reserved()
    };
}
pub(crate) use parameter;

/// Tells how the variants of an enum of bodies are sent:
///
/// ```text
/// bodies! {
///     CreateThingBody {
///         Json from types::Thing: json "application/json",
///         Form: form (const { &[PropertyEncoding::new("tags").style(Style::Form, false)] }),
///         Text from String: raw "text/plain",
///     }
/// }
/// ```
macro_rules! bodies {
    ($name:ident {
        $($variant:ident $(from $type:ty)?: $format:ident $how:tt),* $(,)?
    }) => {
        impl $crate::runtime::IntoContent for $name {
            fn into_content(self) -> Result<$crate::runtime::Content, $crate::runtime::InputError> {
                match self {
                    $(Self::$variant(value) => $crate::runtime::tables::bodies!(@$format $how value)),*
                }
            }
        }

        $($(impl From<$type> for $name {
            fn from(value: $type) -> Self {
                Self::$variant(value)
            }
        })?)*
    };
    (@json $media_type:literal $value:ident) => { $crate::runtime::Content::json($media_type, &$value) };
    (@form ($table:expr) $value:ident) => { $crate::runtime::Content::form($table, &$value) };
    (@multipart ($media_type:literal, $table:expr) $value:ident) => {
        $crate::runtime::Content::multipart($media_type, $table, &$value)
    };
    (@raw $media_type:literal $value:ident) => { $crate::runtime::Content::raw($media_type, $value) };
}
pub(crate) use bodies;

/// Tells how the answers of an operation are pages of a list:
///
/// ```text
/// paginated! {
///     ListThings: types::Thing {
///         items: |page| page.things.as_mut(),
///         cursor "cursor": |page| page.paging.as_ref()?.next_cursor,
///         more: |page| page.paging.as_ref()?.has_more,
///     }
/// }
/// ```
///
/// In place of `cursor "…": …` there can be `offset "…" 0` with the number of the first item, `offset "…" 0: …` with the
/// number of items that the page stands for, and `page "…" 1` with the number of the first page, all with `total: …`;
/// and `url: …` or `link` for URLs of the next page. In place of `more: …` there can be `done: …`.
macro_rules! paginated {
    ($operation:ident: $item:ty {
        items: |$page:ident| $items:expr,
        $step:ident $($detail:literal)* $(: |$next_page:ident| $next:expr)?
        $(, $end:ident: |$end_page:ident| $end_value:expr)* $(,)?
    }) => {
        impl $crate::runtime::Paginated for $operation {
            type Item = $item;
            const PAGES: $crate::runtime::PageTable<Self::Output, $item> =
                $crate::runtime::PageTable {
                    items: |$page| $items,
                    step: $crate::runtime::tables::paginated!(@$step $($detail)*),
                    $(next: |$next_page| $crate::runtime::value(&$next),)?
                    $($end: |$end_page| $crate::runtime::value(&$end_value),)*
                    ..$crate::runtime::PageTable::EMPTY
                };
        }
    };
    (@cursor $name:literal) => {
        $crate::runtime::Step::Cursor($crate::runtime::Parameter::query($name))
    };
    (@offset $name:literal $first:literal) => {
        $crate::runtime::Step::Offset($crate::runtime::Parameter::query($name), $first)
    };
    (@page $name:literal $first:literal) => {
        $crate::runtime::Step::Page($crate::runtime::Parameter::query($name), $first)
    };
    (@url) => { $crate::runtime::Step::Url };
    (@link) => { $crate::runtime::Step::Link };
}
pub(crate) use paginated;
