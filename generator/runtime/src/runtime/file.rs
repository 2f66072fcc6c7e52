use std::cell::RefCell;
use std::fmt;
use std::mem;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use serde::de::Deserializer;
use serde::ser::{Error as _, SerializeMap, Serializer};
use serde_json::Value;
use uuid::Uuid;

use crate::runtime::body::Body;
use crate::runtime::wire::{self, Context, Wire};

/// A file that goes into a multipart body: its content, and what the part says of it.
///
/// Its clones share the content. If that is a stream, the one that is sent first has it, and the others are an error.
#[derive(Clone)]
#[non_exhaustive]
pub struct File {
    content: Arc<Mutex<Body>>,
    /// The name, without folders (`filename` in RFC 7578, section 4.2). Many servers take a part for a file only if it
    /// has one, so that of a file without a name is the name of its property.
    pub file_name: Option<String>,
    /// The media type; `None` leaves it to the API's document, or else to `application/octet-stream`.
    pub content_type: Option<String>,
    /// Further headers of the part.
    pub headers: Vec<(String, String)>,
}

impl File {
    /// A file of this content, which has no name.
    pub fn new(content: impl Into<Body>) -> Self {
        Self {
            content: Arc::new(Mutex::new(content.into())),
            file_name: None,
            content_type: None,
            headers: Vec::new(),
        }
    }

    /// The file at `path`, with its name there. It is read when it is sent, chunk by chunk.
    ///
    /// # Errors
    ///
    /// As [`Body::from_file`].
    pub fn from_path(path: impl AsRef<Path>) -> std::io::Result<Self> {
        let path = path.as_ref();
        let file = Self::new(Body::from_file(path)?);
        Ok(match path.file_name() {
            Some(name) => file.file_name(name.to_string_lossy()),
            None => file,
        })
    }

    /// Sets `file_name`.
    #[must_use]
    pub fn file_name(mut self, name: impl Into<String>) -> Self {
        self.file_name = Some(name.into());
        self
    }

    /// Sets `content_type`.
    #[must_use]
    pub fn content_type(mut self, media_type: impl Into<String>) -> Self {
        self.content_type = Some(media_type.into());
        self
    }

    /// Adds a header to the part.
    #[must_use]
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// The content to be sent; a stream is gone then.
    pub(crate) fn take(&self) -> Body {
        self.with_content(|content| match content.try_clone() {
            Some(copy) => copy,
            None => {
                let spent = content.again();
                mem::replace(content, spent)
            }
        })
    }

    /// The content, where it is UTF-8 text in memory.
    pub(crate) fn text(&self) -> Option<String> {
        self.with_content(|content| {
            let text = str::from_utf8(content.as_bytes()?).ok()?;
            Some(text.to_owned())
        })
    }

    fn with_content<T>(&self, look: impl FnOnce(&mut Body) -> T) -> T {
        look(&mut self.content.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn has_content_of(&self, other: &Self) -> bool {
        if Arc::ptr_eq(&self.content, &other.content) {
            return true;
        }
        let whole = |body: &mut Body| (body.as_bytes().cloned(), body.path().map(Path::to_owned));
        let (bytes, path) = self.with_content(whole);
        (bytes.is_some() || path.is_some()) && (bytes, path) == other.with_content(whole)
    }
}

/// Streams are equal only to their own clones, and files on disk to those of the same path.
impl PartialEq for File {
    fn eq(&self, other: &Self) -> bool {
        self.file_name == other.file_name
            && self.content_type == other.content_type
            && self.headers == other.headers
            && self.has_content_of(other)
    }
}

impl<B: Into<Body>> From<B> for File {
    fn from(content: B) -> Self {
        Self::new(content)
    }
}

impl fmt::Debug for File {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("File")
            .field("file_name", &self.file_name)
            .field("content_type", &self.content_type)
            .field("length", &self.with_content(|content| content.length()))
            .finish_non_exhaustive()
    }
}

wire::wire_serde!(File);

/// JSON has no files: where one stands in it, it is text.
impl Wire for File {
    fn read<'de, D: Deserializer<'de>>(
        deserializer: D,
        context: &mut Context<'de>,
    ) -> Result<Self, D::Error> {
        String::read(deserializer, context).map(Self::new)
    }

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if let Some((mark, index)) = Files::collect(self) {
            let mut entries = serializer.serialize_map(Some(1))?;
            entries.serialize_entry(&mark, &index)?;
            return entries.end();
        }
        match self.text() {
            Some(text) => serializer.serialize_str(&text),
            None => Err(S::Error::custom(
                "a file that is not text in memory can be sent in a multipart body only",
            )),
        }
    }
}

/// The files of a value that was written as JSON, each of which left a mark in its place.
#[derive(Debug)]
pub(crate) struct Files {
    /// The only property of a mark. It is random, so that no other value has it.
    mark: String,
    files: Vec<File>,
}

thread_local! {
    /// The files of the value that this thread is writing, if it collects them.
    static COLLECTED: RefCell<Option<Files>> = const { RefCell::new(None) };
}

impl Files {
    /// `value` as JSON, and its files.
    pub(crate) fn of<T: Wire>(value: &T) -> Result<(Value, Self), serde_json::Error> {
        /// Puts back what was there before, whatever happens.
        struct Restore(Option<Files>);
        impl Drop for Restore {
            fn drop(&mut self) {
                COLLECTED.set(self.0.take());
            }
        }

        let files = Self {
            mark: random_text(),
            files: Vec::new(),
        };
        let _before = Restore(COLLECTED.replace(Some(files)));
        let value = value.write(serde_json::value::Serializer)?;
        let files = COLLECTED.take();
        let files = files.ok_or_else(|| serde_json::Error::custom("the files are gone"))?;
        Ok((value, files))
    }

    /// Keeps `file` and says what to write in its place; `None` where nobody collects files.
    fn collect(file: &File) -> Option<(String, usize)> {
        COLLECTED.with_borrow_mut(|collected| {
            let Self { mark, files } = collected.as_mut()?;
            files.push(file.clone());
            Some((mark.clone(), files.len() - 1))
        })
    }

    /// The file for which `value` stands.
    pub(crate) fn get(&self, value: &Value) -> Option<&File> {
        let index = value.get(&self.mark)?.as_u64()?;
        self.files.get(usize::try_from(index).ok()?)
    }

    /// Whether a file stands somewhere in `value`.
    pub(crate) fn are_in(&self, value: &Value) -> bool {
        self.get(value).is_some()
            || match value {
                Value::Array(items) => items.iter().any(|item| self.are_in(item)),
                Value::Object(entries) => entries.values().any(|entry| self.are_in(entry)),
                _ => false,
            }
    }

    /// `value` as JSON writes it: with text where files stand. `None` where a file is no text.
    pub(crate) fn resolve(&self, value: &Value) -> Option<Value> {
        if let Some(file) = self.get(value) {
            return file.text().map(Value::String);
        }
        Some(match value {
            Value::Array(items) => items
                .iter()
                .map(|item| self.resolve(item))
                .collect::<Option<_>>()?,
            Value::Object(entries) => entries
                .iter()
                .map(|(name, entry)| Some((name.clone(), self.resolve(entry)?)))
                .collect::<Option<_>>()?,
            other => other.clone(),
        })
    }
}

/// A text that nobody can foresee.
pub(crate) fn random_text() -> String {
    Uuid::new_v4().simple().to_string()
}
