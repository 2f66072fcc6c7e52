//! Where a redirect leads, and whether credentials may follow it.
//!
//! The HTTP library would follow redirects by itself, but it compares hosts without their ports.

use std::net::IpAddr;

use ureq::http::Uri;

/// Resolves the `Location` of a response to a request for `base` (RFC 3986, section 5.2, as far as http needs it).
///
/// `None` when the result is not an http(s) URL, or leads from https back to plain http.
pub(crate) fn resolve(base: &Uri, location: &str) -> Option<Uri> {
    let scheme = base.scheme_str()?;
    let authority = base.authority()?.as_str();
    let (location, _fragment) = location.split_once('#').unwrap_or((location, ""));
    let text = if has_scheme(location) {
        location.to_owned()
    } else if location.starts_with("//") {
        format!("{scheme}:{location}")
    } else if location.starts_with('/') {
        format!("{scheme}://{authority}{location}")
    } else if location.is_empty() || location.starts_with('?') {
        format!("{scheme}://{authority}{}{location}", base.path())
    } else {
        let folder = base
            .path()
            .rsplit_once('/')
            .map_or("", |(folder, _)| folder);
        format!("{scheme}://{authority}{}", join(folder, location))
    };
    let next: Uri = text.parse().ok()?;
    let usable = next.host().is_some_and(|host| !host.is_empty())
        && match next.scheme_str() {
            Some("https") => true,
            Some("http") => scheme == "http",
            _ => false,
        };
    usable.then_some(next)
}

/// `folder` and a relative path below it, with the dot segments of the path taken away.
fn join(folder: &str, location: &str) -> String {
    let (path, query) = match location.find('?') {
        Some(mark) => location.split_at(mark),
        None => (location, ""),
    };
    let mut segments: Vec<&str> = folder.split('/').skip(1).collect();
    let mut parts = path.split('/').peekable();
    while let Some(part) = parts.next() {
        if part == ".." {
            segments.pop();
        }
        if part != "." && part != ".." {
            segments.push(part);
        } else if parts.peek().is_none() {
            segments.push("");
        }
    }
    format!("/{}{query}", segments.join("/"))
}

fn has_scheme(location: &str) -> bool {
    location.split_once(':').is_some_and(|(scheme, _)| {
        scheme.starts_with(|first: char| first.is_ascii_alphabetic())
            && scheme
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
    })
}

/// Whether both URLs have the same scheme, host and port.
pub(crate) fn same_origin(one: &Uri, other: &Uri) -> bool {
    origin(one) == origin(other)
}

fn origin(uri: &Uri) -> (Option<&str>, Option<String>, u16) {
    let default_port = if uri.scheme_str() == Some("https") {
        443
    } else {
        80
    };
    (
        uri.scheme_str(),
        uri.host().map(str::to_ascii_lowercase),
        uri.port_u16().unwrap_or(default_port),
    )
}

/// Whether what is sent to `uri` can be read by nobody on the way.
pub(crate) fn is_private(uri: &Uri) -> bool {
    let host = uri.host().unwrap_or_default();
    let address = host.trim_start_matches('[').trim_end_matches(']');
    uri.scheme_str() == Some("https")
        || host.eq_ignore_ascii_case("localhost")
        || address
            .parse::<IpAddr>()
            .is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn uri(text: &str) -> Uri {
        text.parse().unwrap()
    }

    #[test]
    fn a_location_is_resolved_against_the_url_of_the_request() {
        let base = uri("https://a.example:8443/v1/docs/openapi?old=1");
        let cases = [
            ("https://b.example/x", "https://b.example/x"),
            ("//b.example/x", "https://b.example/x"),
            ("/x?y=1#part", "https://a.example:8443/x?y=1"),
            ("x.json", "https://a.example:8443/v1/docs/x.json"),
            (
                "../x.json?a=../b",
                "https://a.example:8443/v1/x.json?a=../b",
            ),
            ("./x", "https://a.example:8443/v1/docs/x"),
            ("../../../x", "https://a.example:8443/x"),
            ("..", "https://a.example:8443/v1/"),
            ("?new=2", "https://a.example:8443/v1/docs/openapi?new=2"),
        ];
        for (location, expected) in cases {
            assert_eq!(resolve(&base, location), Some(uri(expected)), "{location}");
        }
    }

    #[test]
    fn a_redirect_cannot_leave_http_or_fall_back_from_https() {
        let base = uri("https://a.example/x");
        for location in [
            "http://a.example/x",
            "ftp://a.example/x",
            "mailto:a@a.example",
            "https://",
            "http:x",
        ] {
            assert_eq!(resolve(&base, location), None, "{location}");
        }
        assert!(resolve(&uri("http://a.example/"), "https://a.example/").is_some());
    }

    #[test]
    fn an_origin_is_scheme_host_and_port() {
        let base = uri("https://a.example/x");
        assert!(same_origin(&base, &uri("https://A.example:443/y")));
        for other in [
            "https://a.example:8443/x",
            "http://a.example/x",
            "http://a.example:443/x",
            "https://b.a.example/x",
        ] {
            assert!(!same_origin(&base, &uri(other)), "{other}");
        }
    }

    #[test]
    fn credentials_need_https_or_a_loopback_address() {
        for good in [
            "https://a.example/",
            "http://127.0.0.1:8080/",
            "http://[::1]/",
            "http://localhost/",
        ] {
            assert!(is_private(&uri(good)), "{good}");
        }
        for bad in [
            "http://a.example/",
            "http://10.0.0.1/",
            "http://localhost.example/",
        ] {
            assert!(!is_private(&uri(bad)), "{bad}");
        }
    }
}
