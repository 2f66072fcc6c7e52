// @generated as a copy of the generator's runtime; changes by hand are lost.

use std::time::{Duration, SystemTime};

use gloo_timers::future::TimeoutFuture;
pub(crate) use web_time::Instant;
use web_time::web::SystemTimeExt;

use crate::runtime::beside::beside;
use crate::runtime::transport::BoxFuture;

pub(crate) use web_time::Instant as TimerInstant;

/// The longest that a timer of a browser waits, in milliseconds: with more, it fires at once.
const LONGEST: u32 = i32::MAX.unsigned_abs();

/// The date and time.
pub(crate) fn now() -> SystemTime {
    web_time::SystemTime::now().to_std()
}

/// Waits, by timers of the browser.
pub(crate) fn sleep(duration: Duration) -> BoxFuture<'static, ()> {
    let timer = beside(async move {
        // Never shorter than asked for.
        let mut left = duration.as_nanos().div_ceil(1_000_000);
        while left > 0 {
            let part = u32::try_from(left).map_or(LONGEST, |left| left.min(LONGEST));
            TimeoutFuture::new(part).await;
            left -= u128::from(part);
        }
    });
    Box::pin(async {
        // What ends without a result ends with its page.
        let _ = timer.await;
    })
}
