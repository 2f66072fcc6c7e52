use std::time::Duration;

/// An event of a stream, with what stood beside its data.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Event<T> {
    /// What the document describes: the data, or the whole event where its schema is one of that.
    pub data: T,
    /// The `event:` line; without it, the event is a `message`.
    pub event: Option<String>,
    /// The `id:` line.
    pub id: Option<String>,
    /// The `retry:` line: how long to wait before connecting again.
    pub retry: Option<Duration>,
}

/// An event that comes in line by line (HTML Living Standard, section 9.2.6).
#[derive(Debug, Default)]
pub(super) struct Pending {
    /// `None` before the first line of data; an event without one is not told.
    data: Option<String>,
    event: Option<String>,
    id: Option<String>,
    retry: Option<Duration>,
}

impl Pending {
    /// Takes a line that is neither empty nor a comment. Lines that mean nothing are left out.
    pub(super) fn line(&mut self, line: &str) {
        let (field, value) = line.split_once(':').unwrap_or((line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match field {
            "data" => match &mut self.data {
                Some(data) => {
                    data.push('\n');
                    data.push_str(value);
                }
                None => self.data = Some(value.to_owned()),
            },
            "event" => self.event = (!value.is_empty()).then(|| value.to_owned()),
            "id" if !value.contains('\0') => self.id = Some(value.to_owned()),
            // A sign is what digits alone do not have, and the number type would read one.
            "retry" if value.bytes().all(|byte| byte.is_ascii_digit()) => {
                if let Ok(milliseconds) = value.parse() {
                    self.retry = Some(Duration::from_millis(milliseconds));
                }
            }
            _ => {}
        }
    }

    /// How many bytes are held.
    pub(super) fn size(&self) -> u64 {
        [&self.data, &self.event, &self.id]
            .into_iter()
            .flatten()
            .map(|text| text.len() as u64)
            .sum()
    }

    pub(super) fn data(&self) -> Option<&str> {
        self.data.as_deref()
    }

    pub(super) fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    pub(super) fn retry(&self) -> Option<Duration> {
        self.retry
    }

    /// The event, if it has data.
    pub(super) fn dispatched(self) -> Option<Event<String>> {
        Some(Event {
            data: self.data?,
            event: self.event,
            id: self.id,
            retry: self.retry,
        })
    }
}

#[cfg(test)]
impl Pending {
    /// How many bytes are reserved.
    pub(super) fn held(&self) -> usize {
        [&self.data, &self.event, &self.id]
            .into_iter()
            .flatten()
            .map(String::capacity)
            .sum()
    }
}
