//! Which requests are sent again, and after what pause. Nothing here waits or sends.

use std::time::{Duration, SystemTime};

use backon::{BackoffBuilder, ExponentialBackoff, ExponentialBuilder};
use http::header::{DATE, RETRY_AFTER};
use http::{HeaderMap, HeaderName, Method, StatusCode};

use crate::runtime::transport::TransportErrorKind;

/// How often a call whose try failed is tried again, and how long it pauses before.
///
/// What is sent again does no harm (RFC 9110, section 9.2.2): requests of idempotent methods, requests that never
/// reached the server, and requests with an idempotency key that the API's document declares. They are, after a
/// connection that could not be made or broke off, and after the statuses 408, 425, 429, 502, 503 and 504.
///
/// The pauses double from one try to the next and are cut by chance to between a half and the whole, so that clients
/// which failed together do not come back together. A `Retry-After` of the server is kept, whatever its length. All
/// tries and pauses share the time that the call has: where a pause would use up the rest of it, the call ends at
/// once with what it has.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use = "a policy does nothing until it is given to a client or a call"]
pub struct RetryPolicy {
    max_retries: u32,
    base_delay: Duration,
    max_delay: Duration,
}

impl Default for RetryPolicy {
    /// Two retries, after up to half a second and up to a second.
    fn default() -> Self {
        Self {
            max_retries: 2,
            base_delay: Duration::from_millis(500),
            max_delay: Duration::from_secs(8),
        }
    }
}

impl RetryPolicy {
    /// No retries.
    pub fn off() -> Self {
        Self::default().max_retries(0)
    }

    /// Sends a request up to so many times more; by default 2.
    pub fn max_retries(mut self, max_retries: u32) -> Self {
        self.max_retries = max_retries;
        self
    }

    /// Pauses up to this long before the first retry; by default half a second.
    pub fn base_delay(mut self, delay: Duration) -> Self {
        self.base_delay = delay;
        self
    }

    /// Pauses no longer than this, unless the server asks for more; by default 8 seconds.
    pub fn max_delay(mut self, delay: Duration) -> Self {
        self.max_delay = delay;
        self
    }

    /// The pauses of one call.
    pub(crate) fn pauses(&self) -> Pauses {
        // The library adds up to the same again to each delay, which is why it gets the halves.
        let backoff = ExponentialBuilder::new()
            .with_factor(2.0)
            .with_min_delay(self.base_delay.min(self.max_delay) / 2)
            .with_max_delay(self.max_delay / 2)
            .with_max_times(usize::try_from(self.max_retries).unwrap_or(usize::MAX))
            .with_jitter();
        Pauses {
            backoff: backoff.build(),
            longest: self.max_delay,
        }
    }
}

/// The pauses that are left to a call.
#[derive(Debug)]
pub(crate) struct Pauses {
    backoff: ExponentialBackoff,
    longest: Duration,
}

impl Pauses {
    /// How long to pause before the next try, `None` where there is to be none: because there were enough of them,
    /// or because the pause would not end within `remaining`. It is never shorter than what the server `asked` for,
    /// and longer by the usual pause, since the server may have told many clients the same.
    pub(crate) fn next(
        &mut self,
        asked: Option<Duration>,
        remaining: Duration,
    ) -> Option<Duration> {
        // Multiplying in floating point can end a hair above the limit.
        let own = self.backoff.next()?.min(self.longest);
        let pause = asked.unwrap_or_default().saturating_add(own);
        (pause < remaining).then_some(pause)
    }
}

/// What came of a try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// There is no answer, or not all of it.
    Failed(TransportErrorKind),
    /// The server answered with this status.
    Answered(StatusCode),
}

/// What makes sending a request of an operation twice harmless, whatever its method.
#[derive(Debug, Clone, Copy)]
pub(crate) struct IdempotencyKey {
    /// The name of the header that carries it.
    pub(crate) header: &'static str,
    /// Makes one, for callers who give none.
    pub(crate) fresh: fn() -> String,
}

/// When a request may be sent again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Repetition {
    /// Whenever that may help: sending it twice does what sending it once does.
    Harmless,
    /// Only when the server has seen nothing of it.
    Unsent,
    /// Never: its body is gone once it was sent.
    Never,
}

impl Repetition {
    /// By method (RFC 9110, section 9.2.2), by whether the request carries an idempotency key that the operation
    /// declares, and by whether its body is still there.
    pub(crate) fn of(method: &Method, has_idempotency_key: bool, replayable: bool) -> Self {
        if !replayable {
            Self::Never
        } else if method.is_idempotent() || has_idempotency_key {
            Self::Harmless
        } else {
            Self::Unsent
        }
    }

    /// Whether the request may be sent again after this.
    pub(crate) fn allowed_after(self, outcome: Outcome) -> bool {
        let repairable = match outcome {
            Outcome::Failed(TransportErrorKind::Connect) => return self != Self::Never,
            Outcome::Failed(TransportErrorKind::ReadTimeout | TransportErrorKind::Exchange) => true,
            // A client that cannot be set up stays so, a file that cannot be read as well, and the time of the call is
            // up once.
            Outcome::Failed(
                TransportErrorKind::Setup | TransportErrorKind::Timeout | TransportErrorKind::Body,
            ) => false,
            Outcome::Answered(status) => is_passing(status),
        };
        repairable && self == Self::Harmless
    }
}

/// Whether a status tells of a state that is expected to pass.
///
/// 500 is not among them: it says nothing of the kind (RFC 9110, section 15.6.1), and most often the same request
/// meets the same fault.
fn is_passing(status: StatusCode) -> bool {
    matches!(
        status,
        // RFC 9110, section 15.5.9
        StatusCode::REQUEST_TIMEOUT
            // RFC 8470, section 5.2
            | StatusCode::TOO_EARLY
            // RFC 6585, section 4
            | StatusCode::TOO_MANY_REQUESTS
            // RFC 9110, sections 15.6.3 to 15.6.5
            | StatusCode::BAD_GATEWAY
            | StatusCode::SERVICE_UNAVAILABLE
            | StatusCode::GATEWAY_TIMEOUT
    )
}

/// How long a server asks to wait (RFC 9110, section 10.2.3): a number of seconds, or a date. What is neither is
/// ignored.
///
/// A date counts from that of the answer, so that the clocks of client and server need not agree; `now` is asked
/// where the answer has none.
pub(crate) fn retry_after(headers: &HeaderMap, now: fn() -> SystemTime) -> Option<Duration> {
    let text = text(headers, &RETRY_AFTER)?;
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        // A number without end is a wait without end.
        let seconds = text.parse().map_or(Duration::MAX, Duration::from_secs);
        return Some(seconds);
    }
    let until = httpdate::parse_http_date(text).ok()?;
    let from = self::text(headers, &DATE)
        .and_then(|text| httpdate::parse_http_date(text).ok())
        .unwrap_or_else(now);
    // What has passed already is no wait.
    Some(until.duration_since(from).unwrap_or_default())
}

fn text<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    headers
        .get(name)
        .and_then(|value| value.to_str().ok())
        .map(str::trim_ascii)
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::HeaderValue;
    use proptest::prelude::*;
    use std::time::UNIX_EPOCH;

    const OUTCOMES: &str = "connect exchange silence timeout setup body 200 304 400 401 404 408 409 425 429 500 501 502 503 504";

    fn outcome(name: &str) -> Outcome {
        match name {
            "connect" => Outcome::Failed(TransportErrorKind::Connect),
            "exchange" => Outcome::Failed(TransportErrorKind::Exchange),
            "silence" => Outcome::Failed(TransportErrorKind::ReadTimeout),
            "body" => Outcome::Failed(TransportErrorKind::Body),
            "timeout" => Outcome::Failed(TransportErrorKind::Timeout),
            "setup" => Outcome::Failed(TransportErrorKind::Setup),
            status => Outcome::Answered(status.parse().unwrap()),
        }
    }

    fn allowed(method: &str, has_key: bool, replayable: bool) -> String {
        let repetition = Repetition::of(&method.parse().unwrap(), has_key, replayable);
        let allowed: Vec<&str> = OUTCOMES
            .split(' ')
            .filter(|name| repetition.allowed_after(outcome(name)))
            .collect();
        allowed.join(" ")
    }

    #[test]
    fn what_is_sent_again_follows_the_method_the_key_and_the_body() {
        const ALL: &str = "connect exchange silence 408 425 429 502 503 504";
        for method in ["GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE"] {
            assert_eq!(allowed(method, false, true), ALL, "{method}");
            assert_eq!(allowed(method, false, false), "", "{method}");
        }
        for method in ["POST", "PATCH", "CONNECT", "LOCK"] {
            assert_eq!(allowed(method, false, true), "connect", "{method}");
            assert_eq!(allowed(method, false, false), "", "{method}");
            assert_eq!(allowed(method, true, true), ALL, "{method}");
            assert_eq!(allowed(method, true, false), "", "{method}");
        }
    }

    /// 1994-11-06, 08:49:37
    fn now() -> SystemTime {
        UNIX_EPOCH + Duration::from_secs(784_111_777)
    }

    fn asked(given: &[(&HeaderName, &str)]) -> Option<Duration> {
        let headers: HeaderMap = given
            .iter()
            .map(|(name, value)| ((*name).clone(), HeaderValue::from_str(value).unwrap()))
            .collect();
        retry_after(&headers, now)
    }

    #[test]
    fn retry_after_is_seconds_or_a_date() {
        let seconds = |seconds| Some(Duration::from_secs(seconds));
        for (text, expected) in [
            ("120", seconds(120)),
            ("0", seconds(0)),
            (" 7 ", seconds(7)),
            ("99999999999999999999999", Some(Duration::MAX)),
            ("Sun, 06 Nov 1994 08:50:37 GMT", seconds(60)),
            ("Sunday, 06-Nov-94 08:50:37 GMT", seconds(60)),
            ("Sun Nov  6 08:50:37 1994", seconds(60)),
            ("Sun, 06 Nov 1994 08:48:37 GMT", seconds(0)),
            ("", None),
            ("-1", None),
            ("+1", None),
            ("1.5", None),
            ("soon", None),
            ("Mon, 06 Nov 1994 08:50:37 GMT", None),
        ] {
            assert_eq!(asked(&[(&RETRY_AFTER, text)]), expected, "{text}");
        }
        assert_eq!(asked(&[]), None);
    }

    #[test]
    fn a_date_counts_from_the_date_of_the_answer() {
        let until = "Fri, 01 Jan 2027 00:01:00 GMT";
        let date = "Fri, 01 Jan 2027 00:00:00 GMT";
        let answer = asked(&[(&RETRY_AFTER, until), (&DATE, date)]);
        assert_eq!(answer, Some(Duration::from_secs(60)));
        let broken = asked(&[
            (&RETRY_AFTER, "Sun, 06 Nov 1994 08:49:38 GMT"),
            (&DATE, "today"),
        ]);
        assert_eq!(broken, Some(Duration::from_secs(1)));
    }

    #[test]
    fn a_policy_that_is_off_has_no_pauses() {
        let next = RetryPolicy::off().pauses().next(None, Duration::MAX);
        assert_eq!(next, None);
    }

    #[test]
    fn jitter_differs_from_call_to_call() {
        let pause = || RetryPolicy::default().pauses().next(None, Duration::MAX);
        let first = pause();
        assert!((0..20).any(|_| pause() != first));
    }

    fn durations() -> impl Strategy<Value = Duration> {
        prop_oneof![
            Just(Duration::ZERO),
            (0..20_000_u64).prop_map(Duration::from_millis),
            any::<u64>().prop_map(Duration::from_nanos),
            Just(Duration::MAX),
        ]
    }

    proptest! {
        #[test]
        fn pauses_stay_within_their_bounds(
            max_retries in 0..12_u32,
            base_delay in durations(),
            max_delay in durations(),
            asked in proptest::option::of(durations()),
            remaining in durations(),
        ) {
            let policy = RetryPolicy::default()
                .max_retries(max_retries)
                .base_delay(base_delay)
                .max_delay(max_delay);

            let mut pauses = policy.pauses();
            let mut whole = base_delay.min(max_delay);
            for _ in 0..max_retries {
                let pause = pauses.next(None, Duration::MAX);
                // Where it is none, it would last for ever.
                let pause = pause.unwrap_or(Duration::MAX);
                prop_assert!(pause <= max_delay, "{pause:?} of {max_delay:?}");
                let rounding = whole.mul_f64(1e-5).saturating_add(Duration::from_nanos(9));
                prop_assert!(pause.saturating_add(rounding) >= whole / 2, "{pause:?} of {whole:?}");
                prop_assert!(pause <= whole.saturating_add(rounding), "{pause:?} of {whole:?}");
                whole = whole.saturating_mul(2).min(max_delay);
            }
            prop_assert_eq!(pauses.next(None, Duration::MAX), None);

            let mut pauses = policy.pauses();
            let mut made = 0;
            while let Some(pause) = pauses.next(asked, remaining) {
                made += 1;
                prop_assert!(pause < remaining);
                prop_assert!(pause >= asked.unwrap_or_default());
                prop_assert!(pause <= asked.unwrap_or_default().saturating_add(max_delay));
            }
            prop_assert!(made <= max_retries);
        }

        #[test]
        fn any_text_is_a_wait_or_none(text in "[ -~]{0,40}", date in "[ -~]{0,40}") {
            asked(&[(&RETRY_AFTER, &text), (&DATE, &date)]);
        }

        #[test]
        fn a_wait_is_the_same_in_both_forms(seconds in 0..1_000_000_u64) {
            let date = httpdate::fmt_http_date(now() + Duration::from_secs(seconds));
            prop_assert_eq!(asked(&[(&RETRY_AFTER, &date)]), Some(Duration::from_secs(seconds)));
            prop_assert_eq!(
                asked(&[(&RETRY_AFTER, &seconds.to_string())]),
                Some(Duration::from_secs(seconds))
            );
        }
    }
}
