// @generated as a copy of the generator's runtime; changes by hand are lost.

use std::time::Duration;

use crate::runtime::body::Body;
use crate::runtime::clock::{self, TimerInstant};
use crate::runtime::request::Request;
use crate::runtime::response::Response;
use crate::runtime::retry::{self, IdempotencyKey, Outcome, Pauses, Repetition, RetryPolicy};
use crate::runtime::transport::TransportError;

/// The tries of one call, and the time that they share.
#[derive(Debug)]
pub(crate) struct Tries {
    pauses: Pauses,
    started: TimerInstant,
    limit: Duration,
    idempotency_key: Option<IdempotencyKey>,
}

impl Tries {
    /// The tries of a call that starts now and has so much time.
    pub(crate) fn new(
        policy: &RetryPolicy,
        limit: Duration,
        idempotency_key: Option<IdempotencyKey>,
    ) -> Self {
        Self {
            pauses: policy.pauses(),
            started: TimerInstant::now(),
            limit,
            idempotency_key,
        }
    }

    /// The time of the whole call.
    pub(crate) fn limit(&self) -> Duration {
        self.limit
    }

    /// What is left of it.
    pub(crate) fn remaining(&self) -> Duration {
        self.limit.saturating_sub(self.started.elapsed())
    }

    /// The pause before `sent` is sent again, `None` where its answer stands.
    pub(crate) fn after_answer<B>(
        &mut self,
        sent: &Request,
        response: &Response<B>,
    ) -> Option<Duration> {
        let outcome = Outcome::Answered(response.status);
        self.after(sent, outcome, || {
            retry::retry_after(&response.headers, clock::now)
        })
    }

    /// The pause before `sent` is sent again, `None` where its failure stands.
    pub(crate) fn after_failure(
        &mut self,
        sent: &Request,
        error: &TransportError,
    ) -> Option<Duration> {
        self.after(sent, Outcome::Failed(error.kind()), || None)
    }

    fn after(
        &mut self,
        sent: &Request,
        outcome: Outcome,
        asked: impl FnOnce() -> Option<Duration>,
    ) -> Option<Duration> {
        // A redirect may have turned a `POST` into a `GET`, or dropped the key on its way to another origin.
        let has_key = self
            .idempotency_key
            .is_some_and(|key| sent.headers.contains_key(key.header));
        let replayable = !sent.body.as_ref().is_some_and(Body::is_spent);
        if !Repetition::of(&sent.method, has_key, replayable).allowed_after(outcome) {
            return None;
        }
        self.pauses.next(asked(), self.remaining())
    }
}
