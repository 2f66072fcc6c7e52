//! Answers that are read piece by piece: events, and JSON Lines.

mod error;
mod event;
mod events;
#[cfg(feature = "blocking")]
mod items;
mod json_lines;
mod lines;

pub use error::StreamError;
pub use event::Event;
pub use events::Events;
#[cfg(feature = "blocking")]
pub use items::Items;
pub use json_lines::JsonLines;

#[cfg(test)]
mod tests;
