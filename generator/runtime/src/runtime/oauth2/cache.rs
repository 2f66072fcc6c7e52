use std::error::Error as StdError;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::runtime::clock::Instant;
use crate::runtime::credentials::{CredentialContext, CredentialProvider, Secret};
use crate::runtime::oauth2::endpoint::{Answer, Asking, TokenEndpoint, TokenError};
use crate::runtime::trace;
use crate::runtime::transport::{BoxFuture, TransportErrorKind};

/// How long before its end a token is renewed: an hour's token a minute, others a tenth of their life at most.
const MOST_MARGIN: Duration = Duration::from_secs(60);

/// How old a token must be for its rejection to be a reason for another: a server that rejects whatever it gave out
/// is not asked at every call.
const YOUNG: Duration = Duration::from_secs(10);

/// How long asking for a token may take at most.
const MOST_TIME: Duration = Duration::from_secs(60);

/// What a token is asked for by.
pub(super) enum Grant {
    ClientCredentials,
    RefreshToken {
        first: Secret,
        on_change: Option<OnChange>,
    },
}

/// What hears of a new refresh token.
pub(super) type OnChange = Arc<dyn Fn(&Secret) + Send + Sync>;

/// Keeps the access token of one grant and renews it, once for all calls that wait for it.
pub(super) struct TokenCache {
    endpoint: TokenEndpoint,
    grant: Grant,
    state: Mutex<State>,
    /// Held while a token is asked for. What is left in it belongs to a call that was dropped: the next one goes on
    /// with it, for the server may have replaced the refresh token already.
    asking: tokio::sync::Mutex<Option<Flight>>,
    /// The clock; tests have their own.
    pub(super) now: fn() -> Instant,
}

struct Flight {
    asking: Asking,
    began: Instant,
    timeout: Duration,
}

#[derive(Default)]
struct State {
    token: Option<Token>,
    /// The latest refresh token, where it is not the first.
    refresh_token: Option<Secret>,
    /// How often a token was asked for, and what came of the last time if it was nothing.
    attempts: u64,
    failure: Option<TokenError>,
}

struct Token {
    secret: Secret,
    since: Instant,
    /// When it is to be renewed; a token whose end is not known lives until it is rejected.
    until: Option<Instant>,
}

impl TokenCache {
    pub(super) fn new(endpoint: TokenEndpoint, grant: Grant) -> Self {
        Self {
            endpoint,
            grant,
            state: Mutex::default(),
            asking: tokio::sync::Mutex::default(),
            now: Instant::now,
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Nothing panics while it is held, and if it did, each field is good by itself.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn token(&self, context: CredentialContext<'_>) -> Result<Secret, TokenError> {
        let attempts = self.state().attempts;
        if let Some(secret) = self.kept() {
            return Ok(secret);
        }
        let mut flight = self.asking.lock().await;
        if let Some(secret) = self.kept() {
            return Ok(secret);
        }
        if let Some(failure) = self.failed_since(attempts) {
            return Err(failure);
        }
        // A transport that forgets its limit must not hold up every call from now on.
        let is_late = |left: &Flight| (self.now)().duration_since(left.began) >= left.timeout;
        if flight.as_ref().is_some_and(is_late) {
            *flight = None;
        }
        if let Some(left) = flight.as_mut() {
            let (began, outcome) = (left.began, left.asking.as_mut().await);
            *flight = None;
            // Its failure says nothing about this call: it had the time of the one that was dropped.
            if let Ok(secret) = self.settle(began, outcome) {
                return Ok(secret);
            }
        }
        let begun = flight.insert(self.ask(CredentialContext {
            timeout: context.timeout.min(MOST_TIME),
            ..context
        })?);
        let (began, outcome) = (begun.began, begun.asking.as_mut().await);
        *flight = None;
        self.settle(began, outcome)
    }

    fn kept(&self) -> Option<Secret> {
        let now = (self.now)();
        let state = self.state();
        let token = state.token.as_ref()?;
        let is_alive = token.until.is_none_or(|until| now < until);
        is_alive.then(|| token.secret.clone())
    }

    /// The failure of an attempt that ended while this call waited for it: all that waited share it, instead of each
    /// making the next wait for another. A call's own lack of time is not shared.
    fn failed_since(&self, attempts: u64) -> Option<TokenError> {
        let state = self.state();
        let failure = (state.attempts != attempts).then_some(state.failure.as_ref())??;
        let is_own = matches!(failure, TokenError::Transport(error) if error.kind() == TransportErrorKind::Timeout);
        (!is_own).then(|| failure.clone())
    }

    fn ask(&self, context: CredentialContext<'_>) -> Result<Flight, TokenError> {
        let began = (self.now)();
        let asking = match &self.grant {
            Grant::ClientCredentials => {
                trace::asks_for_token("client_credentials");
                self.endpoint.ask(context, "client_credentials", None)
            }
            Grant::RefreshToken { first, .. } => {
                let latest = self.state().refresh_token.clone();
                let token = latest.as_ref().unwrap_or(first);
                trace::asks_for_token("refresh_token");
                self.endpoint.ask(context, "refresh_token", Some(token))
            }
        }?;
        Ok(Flight {
            asking,
            began,
            timeout: context.timeout,
        })
    }

    fn settle(
        &self,
        began: Instant,
        outcome: Result<Answer, TokenError>,
    ) -> Result<Secret, TokenError> {
        let mut state = self.state();
        state.attempts = state.attempts.wrapping_add(1);
        let answer = match outcome {
            Ok(answer) => answer,
            Err(error) => {
                state.failure = Some(error.clone());
                return Err(error);
            }
        };
        state.failure = None;
        state.token = Some(Token {
            secret: answer.access_token.clone(),
            since: (self.now)(),
            until: answer.lifetime.and_then(|lifetime| {
                began.checked_add(lifetime.saturating_sub(MOST_MARGIN.min(lifetime / 10)))
            }),
        });
        if let (Grant::RefreshToken { first, on_change }, Some(token)) =
            (&self.grant, answer.refresh_token)
        {
            let earlier = state.refresh_token.replace(token.clone());
            let is_new = earlier.as_ref().unwrap_or(first) != &token;
            drop(state);
            if let (true, Some(on_change)) = (is_new, on_change) {
                on_change(&token);
            }
        }
        Ok(answer.access_token)
    }
}

impl CredentialProvider for TokenCache {
    fn credential<'a>(
        &'a self,
        context: CredentialContext<'a>,
    ) -> BoxFuture<'a, Result<Secret, Box<dyn StdError + Send + Sync>>> {
        Box::pin(async move { self.token(context).await.map_err(Into::into) })
    }

    fn rejected(&self, secret: &Secret) -> bool {
        let now = (self.now)();
        let mut state = self.state();
        let Some(token) = &state.token else {
            return true;
        };
        if token.secret != *secret {
            return true;
        }
        if now.saturating_duration_since(token.since) < YOUNG {
            return false;
        }
        state.token = None;
        true
    }
}
