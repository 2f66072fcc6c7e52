// @generated as a copy of the generator's runtime; changes by hand are lost.

pub(crate) use std::time::Instant;
use std::time::{Duration, SystemTime};

use crate::runtime::transport::BoxFuture;

/// An instant by the clock of [`sleep`], which tests can stop.
pub(crate) use tokio::time::Instant as TimerInstant;

/// The date and time.
pub(crate) fn now() -> SystemTime {
    SystemTime::now()
}

/// Waits, on Tokio's clock.
pub(crate) fn sleep(duration: Duration) -> BoxFuture<'static, ()> {
    Box::pin(tokio::time::sleep(duration))
}
