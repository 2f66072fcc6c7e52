/// What values of the registered formats are in Rust (OpenAPI Format Registry). All others stay text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Formats {
    /// `date-time`.
    pub date_time: DateFormat,
    /// `date`.
    pub date: DateFormat,
    /// `uuid`.
    pub uuid: UuidFormat,
    /// `byte`.
    pub byte: ByteFormat,
}

/// The library whose type a date, or a date and time, is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum DateFormat {
    /// `jiff::Timestamp` and `jiff::civil::Date`.
    #[default]
    Jiff,
    /// `chrono::DateTime<chrono::Utc>` and `chrono::NaiveDate`.
    Chrono,
    /// `String`, for an API whose values are not what RFC 3339 asks for.
    Text,
}

/// What a UUID is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum UuidFormat {
    /// `uuid::Uuid`.
    #[default]
    Uuid,
    /// `String`.
    Text,
}

/// What bytes in Base64 are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ByteFormat {
    /// `bytes::Bytes`, decoded.
    #[default]
    Bytes,
    /// `String`, as they are sent.
    Text,
}
