use std::error::Error as StdError;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use http::header::{AUTHORIZATION, COOKIE};
use http::{HeaderMap, HeaderValue, Method, StatusCode};
use proptest::prelude::*;

use super::*;
use crate::runtime::body::Body;
use crate::runtime::redirect;
use crate::runtime::response::Response;
use crate::runtime::transport::{BoxFuture, TransportError, TransportErrorKind};

/// Nothing here sends anything.
struct Nowhere;

impl Transport for Nowhere {
    fn send(&self, _: Request) -> BoxFuture<'static, Result<Response<Body>, TransportError>> {
        Box::pin(async {
            Err(TransportError::new(
                TransportErrorKind::Connect,
                "there is no server",
            ))
        })
    }
}

fn request(url: &str) -> Request {
    Request {
        method: Method::GET,
        url: Url::parse(url).unwrap(),
        headers: HeaderMap::new(),
        body: None,
        timeout: None,
    }
}

fn credentials<const N: usize>(given: [(&'static str, Credential); N]) -> Credentials {
    let mut credentials = Credentials::default();
    for (scheme, credential) in given {
        credentials.set(scheme, credential);
    }
    credentials
}

fn key(place: ApiKeyPlace, name: &'static str) -> Credential {
    Credential::api_key(place, name, "s3cret")
}

/// No future here ever waits.
fn now<T>(future: impl Future<Output = T>) -> T {
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    match std::pin::pin!(future).poll(&mut context) {
        std::task::Poll::Ready(value) => value,
        std::task::Poll::Pending => panic!("it waits"),
    }
}

fn authorize(
    credentials: &Credentials,
    requirements: SecurityRequirements,
    request: &mut Request,
) -> Result<Authorization, Error<Infallible>> {
    let base = Url::parse("https://api.test/v1").unwrap();
    let timeout = Duration::from_secs(1);
    now(credentials.authorize(requirements, request, &base, &Nowhere, timeout))
}

/// A request with the credentials.
fn authorized(credentials: &Credentials, requirements: SecurityRequirements) -> Request {
    let mut request = request("https://api.test/v1/x");
    authorize(credentials, requirements, &mut request).unwrap();
    request
}

/// What is wrong with the credentials.
fn refused(credentials: &Credentials, requirements: SecurityRequirements) -> InputError {
    let mut request = request("https://api.test/v1/x");
    match authorize(credentials, requirements, &mut request) {
        Err(Error::Input(error)) => {
            assert!(request.headers.is_empty() && request.url.query().is_none());
            error
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn schemes_of_http_stand_in_the_authorization_header() {
    for (credential, value) in [
        (Credential::bearer("s3cret"), "Bearer s3cret"),
        (
            Credential::http("Digest", "username=\"s3cret\", nc=1"),
            "Digest username=\"s3cret\", nc=1",
        ),
        // The examples of RFC 7617, sections 2 and 2.1.
        (
            Credential::basic("Aladdin", "open sesame"),
            "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==",
        ),
        (
            Credential::basic("test", "123\u{a3}"),
            "Basic dGVzdDoxMjPCow==",
        ),
        (Credential::basic("", ""), "Basic Og=="),
        (Credential::basic("a", "b:c"), "Basic YTpiOmM="),
    ] {
        let request = authorized(&credentials([("A", credential)]), &[&["A"]]);
        assert_eq!(request.headers[AUTHORIZATION], value);
        assert!(request.headers[AUTHORIZATION].is_sensitive());
    }
}

#[test]
fn a_key_in_a_header_stands_under_its_name_and_replaces_a_header_of_the_client() {
    let credentials = credentials([(
        "A",
        Credential::api_key(ApiKeyPlace::Header, "Authorization", "Token s3cret"),
    )]);
    let mut request = request("https://api.test/");
    request
        .headers
        .insert(AUTHORIZATION, HeaderValue::from_static("other"));
    authorize(&credentials, &[&["A"]], &mut request).unwrap();
    assert_eq!(request.headers[AUTHORIZATION], "Token s3cret");
    assert_eq!(request.headers.len(), 1);
}

#[test]
fn a_key_in_the_query_is_encoded_and_replaces_only_a_parameter_of_its_name() {
    let credentials = credentials([(
        "A",
        Credential::api_key(ApiKeyPlace::Query, "api key", "a&b=c+d /ü%"),
    )]);
    for (before, after) in [
        ("", ""),
        ("?", ""),
        ("?x=%26&y=a+b", "x=%26&y=a+b&"),
        ("?api+key=1&x&api%20key=2", "x&"),
    ] {
        let mut request = request(&format!("https://api.test/p{before}"));
        authorize(&credentials, &[&["A"]], &mut request).unwrap();
        assert_eq!(
            request.url.as_str(),
            format!("https://api.test/p?{after}api%20key=a%26b%3Dc%2Bd%20%2F%C3%BC%25")
        );
        let shown = format!("{request:?}");
        assert!(shown.contains("https://api.test/p?redacted") && !shown.contains("a%26b"));
    }
}

#[test]
fn a_key_in_a_cookie_joins_the_cookies_that_are_there() {
    let credentials = credentials([("A", key(ApiKeyPlace::Cookie, "sid"))]);
    for (before, after) in [
        (None, "sid=s3cret"),
        (Some("a=1"), "a=1; sid=s3cret"),
        (Some("a=1; sid=old;b=2 "), "a=1; b=2; sid=s3cret"),
    ] {
        let mut request = request("https://api.test/");
        if let Some(before) = before {
            request
                .headers
                .insert(COOKIE, HeaderValue::from_static(before));
        }
        authorize(&credentials, &[&["A"]], &mut request).unwrap();
        assert_eq!(request.headers[COOKIE], after);
        assert!(request.headers[COOKIE].is_sensitive());
    }
}

#[test]
fn another_try_replaces_what_the_first_added() {
    let given = credentials([
        ("A", key(ApiKeyPlace::Query, "key")),
        ("B", key(ApiKeyPlace::Cookie, "sid")),
        ("C", Credential::bearer("s3cret")),
    ]);
    let all: SecurityRequirements = &[&["A", "B", "C"]];
    let once = authorized(&given, all);
    let mut twice = authorized(&given, all);
    authorize(&given, all, &mut twice).unwrap();
    assert_eq!((twice.url, twice.headers), (once.url, once.headers));
}

#[test]
fn two_cookies_are_in_one_header() {
    let credentials = credentials([
        ("A", key(ApiKeyPlace::Cookie, "a")),
        ("B", key(ApiKeyPlace::Cookie, "b")),
    ]);
    let request = authorized(&credentials, &[&["A", "B"]]);
    assert_eq!(request.headers[COOKIE], "a=s3cret; b=s3cret");
    assert_eq!(request.headers.get_all(COOKIE).iter().count(), 1);
}

#[test]
fn what_cannot_be_sent_is_refused_by_the_name_of_its_scheme() {
    let header = |key: &str| Credential::api_key(ApiKeyPlace::Header, "x-key", key);
    let cookie = |key: &str| Credential::api_key(ApiKeyPlace::Cookie, "key", key);
    let query = Credential::api_key(ApiKeyPlace::Query, "key", "");
    let mut refused_ones = vec![
        query,
        Credential::basic("s3:cret", "x"),
        Credential::basic("x", "s3\ncret"),
        Credential::http("no scheme\n", "s3cret"),
        Credential::api_key(ApiKeyPlace::Header, "no header", "s3cret"),
        cookie("s3;cret"),
        cookie("s3 cret"),
        Credential::bearer("s3 cret"),
    ];
    for text in [
        "",
        " ",
        "s3cret\n",
        "s3\r\nX: y",
        "s3cretü",
        "s3\0cret",
        " s3",
    ] {
        refused_ones.extend([
            Credential::bearer(text),
            Credential::http("Custom", text),
            header(text),
            cookie(text),
        ]);
    }
    for credential in refused_ones {
        let shown = format!("{credential:?}");
        let error = refused(&credentials([("A", credential)]), &[&["A"]]);
        assert_eq!(
            error,
            InputError::InvalidCredential { scheme: "A" },
            "{shown}"
        );
        assert!(!error.to_string().contains("s3"));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_key_in_the_query_is_read_as_it_was_given_whatever_it_is(key in ".+", name in "[a-z&= ü]{1,4}") {
        let name: &'static str = Box::leak(name.into_boxed_str());
        let credentials = credentials([(
            "A",
            Credential::api_key(ApiKeyPlace::Query, name, key.as_str()),
        )]);
        let mut request = request("https://api.test/?other=1");
        authorize(&credentials, &[&["A"]], &mut request).unwrap();
        let pairs: Vec<_> = request.url.query_pairs().collect();
        prop_assert_eq!(&pairs[0], &("other".into(), "1".into()));
        prop_assert_eq!(&pairs[1], &(name.into(), key.as_str().into()));
        prop_assert_eq!(pairs.len(), 2);
    }
}

#[test]
fn what_is_missing_is_named_with_all_alternatives() {
    let some = credentials([("B", Credential::bearer("s3cret"))]);
    let error = refused(&some, &[&["A"], &["B", "C"]]);
    assert_eq!(
        error.to_string(),
        "the operation needs a credential for `A`, or `B` and `C`, and the client has none"
    );
}

#[test]
fn the_first_alternative_that_can_be_met_is_taken() {
    let given = credentials([
        ("B", key(ApiKeyPlace::Header, "b")),
        ("C", key(ApiKeyPlace::Header, "c")),
    ]);
    let names = |requirements| -> Vec<String> {
        let request = authorized(&given, requirements);
        request.headers.keys().map(ToString::to_string).collect()
    };
    assert_eq!(names(&[&["A"], &["C"], &["B"]]), ["c"]);
    assert_eq!(names(&[&["A", "B"], &["B", "C"]]), ["b", "c"]);
    assert!(names(&[]).is_empty());
}

#[test]
fn an_alternative_without_schemes_is_taken_only_where_no_other_can_be() {
    let given = credentials([("A", Credential::bearer("s3cret"))]);
    assert_eq!(authorized(&given, &[&[], &["A"]]).headers.len(), 1);
    assert!(authorized(&given, &[&["B"], &[]]).headers.is_empty());
    let none = Credentials::default();
    assert!(authorized(&none, &[&[], &["A"]]).headers.is_empty());
}

#[test]
fn two_schemes_that_want_the_same_place_do_not_overwrite_each_other() {
    for (one, other) in [
        (Credential::bearer("a"), Credential::basic("a", "b")),
        (
            Credential::bearer("a"),
            Credential::api_key(ApiKeyPlace::Header, "authorization", "b"),
        ),
        (
            Credential::api_key(ApiKeyPlace::Query, "k", "a"),
            Credential::api_key(ApiKeyPlace::Query, "k", "b"),
        ),
        (
            Credential::api_key(ApiKeyPlace::Cookie, "k", "a"),
            Credential::api_key(ApiKeyPlace::Cookie, "k", "b"),
        ),
    ] {
        let both = credentials([("A", one), ("B", other)]);
        let conflict = InputError::ConflictingCredentials {
            first: "A",
            second: "B",
        };
        assert_eq!(refused(&both, &[&["A", "B"]]), conflict);
        // Alternatives are not in each other's way.
        authorized(&both, &[&["A"], &["B"]]);
    }
}

#[test]
fn two_schemes_with_the_same_value_in_the_same_place_are_one() {
    let both = credentials([
        ("A", Credential::bearer("s3cret")),
        ("B", Credential::bearer("s3cret")),
    ]);
    assert_eq!(authorized(&both, &[&["A", "B"]]).headers.len(), 1);
}

#[test]
fn mutual_tls_adds_nothing_but_must_be_there() {
    let requirements: SecurityRequirements = &[&["Tls", "A"]];
    let token = ("A", Credential::bearer("s3cret"));
    let both = credentials([("Tls", Credential::mutual_tls()), token.clone()]);
    assert_eq!(authorized(&both, requirements).headers.len(), 1);
    let error = refused(&credentials([token]), requirements);
    assert_eq!(
        error,
        InputError::MissingCredential {
            schemes: "`Tls` and `A`".to_owned()
        }
    );
}

/// Counts how often it is asked.
struct Counting(AtomicUsize);

impl CredentialProvider for Counting {
    fn credential<'a>(
        &'a self,
        context: CredentialContext<'a>,
    ) -> BoxFuture<'a, Result<Secret, Box<dyn StdError + Send + Sync>>> {
        assert_eq!(context.scheme, "A");
        let count = self.0.fetch_add(1, Ordering::Relaxed);
        Box::pin(async move {
            match count {
                2 => Err("the vault is closed".into()),
                _ => Ok(Secret::new(format!("s3cret{count}"))),
            }
        })
    }

    fn rejected(&self, secret: &Secret) -> bool {
        secret.reveal() == "s3cret0"
    }
}

#[test]
fn a_provider_is_asked_for_each_request_and_hears_of_a_rejection() {
    let provided = credentials([
        ("A", Credential::bearer(Counting(AtomicUsize::new(0)))),
        ("B", key(ApiKeyPlace::Header, "b")),
    ]);
    let mut calls = Vec::new();
    for value in ["Bearer s3cret0", "Bearer s3cret1"] {
        let mut request = request("https://api.test/");
        calls.push(authorize(&provided, &[&["A", "B"]], &mut request).unwrap());
        assert_eq!(request.headers[AUTHORIZATION], value);
    }
    assert!(provided.rejected(&calls[0]));
    assert!(!provided.rejected(&calls[1]));
    assert!(!provided.rejected(&Authorization::default()));

    let error = authorize(&provided, &[&["A"]], &mut request("https://api.test/")).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the credential for `A` could not be had: the vault is closed"
    );
}

#[test]
fn no_credential_follows_a_redirect_to_another_origin() {
    let given = credentials([
        ("A", key(ApiKeyPlace::Query, "key")),
        ("B", key(ApiKeyPlace::Cookie, "sid")),
        ("C", key(ApiKeyPlace::Header, "x-key")),
        ("D", Credential::bearer("s3cret")),
    ]);
    let request = authorized(&given, &[&["A", "B", "C", "D"]]);
    assert!(request.url.as_str().contains("s3cret") && request.headers.len() == 3);
    let mut headers = HeaderMap::new();
    let location = HeaderValue::from_static("https://elsewhere.test/");
    headers.insert(http::header::LOCATION, location);
    let next = redirect::follow(request, StatusCode::TEMPORARY_REDIRECT, &headers)
        .unwrap()
        .unwrap();
    assert!(next.headers.is_empty() && next.url.as_str() == "https://elsewhere.test/");
}
