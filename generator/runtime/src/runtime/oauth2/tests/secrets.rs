use http::Method;

use super::*;
use crate::runtime::credentials::{ApiKeyPlace, Credentials, SecretSource, SecurityRequirements};
use crate::runtime::error::{Error, InputError};

/// A provider whose own `Debug` would tell.
#[derive(Debug)]
struct Telling(#[allow(dead_code)] &'static str);

impl CredentialProvider for Telling {
    fn credential<'a>(
        &'a self,
        _: CredentialContext<'a>,
    ) -> BoxFuture<'a, Result<Secret, Box<dyn StdError + Send + Sync>>> {
        Box::pin(async { Ok("s3cret".into()) })
    }
}

#[tokio::test]
async fn no_public_type_shows_a_secret() {
    let client = client()
        .parameter("assertion", "proof0")
        .secret_in_body()
        .token_url("https://auth.test/token");
    let refresh = RefreshToken::new("s3cret").client("id", "s3cret");
    let mut shown = vec![
        format!("{:?}", Secret::new("s3cret")),
        format!("{:?}", SecretSource::from("s3cret")),
        format!("{:?}", SecretSource::from(Telling("s3cret"))),
        format!("{client:?}"),
        format!("{refresh:?}"),
    ];

    let mut all = Credentials::default();
    for (scheme, credential) in [
        ("A", Credential::bearer("s3cret")),
        ("B", Credential::http("Custom", "s3cret")),
        ("C", Credential::basic("s3cret", "s3cret")),
        (
            "D",
            Credential::api_key(ApiKeyPlace::Query, "key", "s3cret"),
        ),
        (
            "E",
            Credential::api_key(ApiKeyPlace::Cookie, "key", "s3cret"),
        ),
        (
            "F",
            Credential::api_key(ApiKeyPlace::Header, "key", "s3cret"),
        ),
        ("G", Credential::bearer(Telling("s3cret"))),
        (
            "H",
            Credential::client_credentials(client.clone(), "https://auth.test/token"),
        ),
        (
            "I",
            Credential::refresh_token(refresh, "https://auth.test/token"),
        ),
    ] {
        shown.push(format!("{credential:?}"));
        all.set(scheme, credential);
    }
    shown.push(format!("{all:?}"));

    // What is sent, to the API and to the authorization server.
    let server = Server::default();
    let base = Url::parse("https://api.test/").unwrap();
    let mut request = Request {
        method: Method::GET,
        url: base.clone(),
        headers: HeaderMap::new(),
        body: None,
        timeout: None,
    };
    const REQUIREMENTS: [SecurityRequirements; 6] = [
        &[&["A", "D", "E", "F"]],
        &[&["B"]],
        &[&["C"]],
        &[&["G"]],
        &[&["H"]],
        &[&["I"]],
    ];
    for requirements in REQUIREMENTS {
        let authorization = all
            .authorize(
                requirements,
                &mut request,
                &base,
                &server,
                Duration::from_secs(1),
            )
            .await
            .unwrap();
        shown.extend([format!("{request:?}"), format!("{authorization:?}")]);
        shown.push(format!("{:#?}", request.headers));
    }
    shown.push(format!("{:?}", server.requests.lock().unwrap()));
    assert_eq!(server.count(), 2);

    // What goes wrong.
    let echo = r#"{"error":"s3cret","error_description":"s3cret proof0"}"#;
    server.then(Ok((400, echo.to_owned())));
    let mut refused = Credentials::default();
    refused.set("H", Credential::client_credentials(client, "unused"));
    let error = refused
        .authorize(
            &[&["H"]],
            &mut request,
            &base,
            &server,
            Duration::from_secs(1),
        )
        .await
        .unwrap_err();
    let Error::Credential(inner) = &error else {
        panic!("{error:?}");
    };
    assert!(matches!(
        inner.get_ref().downcast_ref::<TokenError>(),
        Some(TokenError::Refused { .. })
    ));
    shown.extend([
        format!("{error}"),
        format!("{error:?}"),
        format!("{inner:?}"),
    ]);
    let input = InputError::InvalidCredential { scheme: "A" };
    shown.push(format!("{input} {input:?}"));

    for text in shown {
        // `czNjcmV0` begins `s3cret` in Base64, `token` what the authorization server gave.
        for secret in ["s3cret", "czNjcmV0", "proof0", "token1", "token2"] {
            assert!(!text.contains(secret), "{text}");
        }
    }
}
