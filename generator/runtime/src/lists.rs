//! How lists are followed from page to page, over a transport in memory.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::sync::{Arc, Mutex};

use http::header::{AUTHORIZATION, LINK};
use http::{HeaderMap, HeaderValue, StatusCode};

use crate::runtime::tables::{operation, paginated};
use crate::runtime::wire::wire_struct;
use crate::runtime::*;

/// A page as servers describe it in many ways.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    things: Option<Vec<i64>>,
    paging: Option<Paging>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Paging {
    next: Option<Option<String>>,
    has_more: Option<bool>,
    total: Option<i64>,
    limit: Option<f64>,
}

wire_struct! {
    Page {
        "things" => things: optional,
        "paging" => paging: optional,
    }
}

wire_struct! {
    Paging {
        "next" => next: nullable,
        "has_more" => has_more: optional,
        "total" => total: optional,
        "limit" => limit: optional,
    }
}

macro_rules! lists {
    ($($name:ident $method:ident { $($table:tt)* })*) => {
        $(operation! {
            $name for list: $method "/things" => Page, Infallible;
            [Code(200) json];
            security [["Token"]];
        }

        paginated! {
            $name: i64 {
                items: |page| page.things.as_mut(),
                $($table)*
            }
        })*
    };
}

lists! {
    Cursors GET {
        cursor "cursor": |page| page.paging.as_ref()?.next,
        more: |page| page.paging.as_ref()?.has_more,
    }
    Searches POST { cursor "cursor": |page| page.paging.as_ref()?.next }
    Offsets GET {
        offset "skip" 0,
        total: |page| page.paging.as_ref()?.total,
    }
    Windows GET {
        offset "skip" 0: |page| page.paging.as_ref()?.limit,
        total: |page| page.paging.as_ref()?.total,
    }
    Indexes GET {
        offset "startIndex" 1,
        total: |page| page.paging.as_ref()?.total,
    }
    Numbers GET {
        page "page" 1,
        total: |page| page.paging.as_ref()?.total,
    }
    Urls GET { url: |page| page.paging.as_ref()?.next }
    Links GET { link }
}

operation! {
    Bare for list: GET "/things" => Vec<i64>, Infallible;
    [Code(200) json];
}

paginated! {
    Bare: i64 {
        items: |page| Some(page),
        link,
    }
}

/// Plays answers in order and keeps the URLs.
#[derive(Clone, Default)]
struct Script {
    answers: Arc<Mutex<VecDeque<(u16, HeaderMap, String)>>>,
    requests: Arc<Mutex<Vec<Request>>>,
}

impl Script {
    fn new<T: Into<String>>(bodies: impl IntoIterator<Item = T>) -> Self {
        let answers = bodies
            .into_iter()
            .map(|body| (200, HeaderMap::new(), body.into()));
        Self {
            answers: Arc::new(Mutex::new(answers.collect())),
            requests: Arc::default(),
        }
    }

    fn with_links(links: &[&'static str]) -> Self {
        let script = Self::default();
        for (at, link) in links.iter().enumerate() {
            let headers = HeaderMap::from_iter([(LINK, HeaderValue::from_static(link))]);
            let mut answers = script.answers.lock().unwrap();
            answers.push_back((200, headers, format!("[{at}]")));
        }
        script
    }

    fn builder<M>(&self) -> ClientBuilder<M> {
        ClientBuilder::new("https://api.test/v1")
            .credential("Token", Credential::bearer("s3cret"))
            .retries(RetryPolicy::off())
            .transport(self.clone())
    }

    fn call<O: Operation>(&self) -> Call<O> {
        self.builder().build().unwrap().call()
    }

    /// What was sent, without scheme and authority.
    fn sent(&self) -> Vec<String> {
        let requests = self.requests.lock().unwrap();
        requests
            .iter()
            .map(|it| it.url[url::Position::BeforePath..].to_owned())
            .collect()
    }
}

impl Transport for Script {
    fn send(&self, request: Request) -> BoxFuture<'static, Result<Response<Body>, TransportError>> {
        self.requests.lock().unwrap().push(request);
        let answer = self.answers.lock().unwrap().pop_front();
        Box::pin(async move {
            let (status, headers, body) = answer.ok_or_else(|| {
                TransportError::new(TransportErrorKind::Exchange, "the script is at its end")
            })?;
            let status = StatusCode::from_u16(status).unwrap();
            Ok(Response::new(status, headers, Body::from(body)))
        })
    }
}

fn page(things: &[i64], paging: &str) -> String {
    format!(r#"{{"things": {things:?}, "paging": {paging}}}"#)
}

/// The items up to the end or to an error, and its text.
async fn all<O: Paginated<Item = i64>>(call: Call<O>) -> (Vec<i64>, Option<String>) {
    let mut stream = call.items();
    let mut items = Vec::new();
    while let Some(item) = stream.next().await {
        match item {
            Ok(item) => items.push(item),
            Err(error) => {
                assert!(
                    stream.next().await.is_none(),
                    "there is more after an error"
                );
                return (items, Some(error.to_string()));
            }
        }
    }
    assert!(stream.next().await.is_none(), "there is more after the end");
    (items, None)
}

fn whole(items: impl IntoIterator<Item = i64>) -> (Vec<i64>, Option<String>) {
    (items.into_iter().collect(), None)
}

#[tokio::test]
async fn cursors_are_sent_back_until_there_is_none() {
    for end in [
        r#"{"next": null}"#,
        r#"{"next": ""}"#,
        "{}",
        r#"{"next": "c", "has_more": false}"#,
    ] {
        let script = Script::new([
            page(&[1, 2], r#"{"next": "a&b"}"#),
            // A page can be empty and still have a next one.
            page(&[], r#"{"next": "c=", "has_more": true}"#),
            page(&[3], end),
        ]);
        let call = script.call::<Cursors>().in_query("limit", &2);
        assert_eq!(all(call).await, whole(1..=3), "{end}");
        let sent = ["", "&cursor=a%26b", "&cursor=c%3D"];
        assert_eq!(
            script.sent(),
            sent.map(|it| format!("/v1/things?limit=2{it}"))
        );
        let requests = script.requests.lock().unwrap();
        assert!(
            requests
                .iter()
                .all(|it| it.headers.contains_key(AUTHORIZATION))
        );
    }
}

#[tokio::test]
async fn a_page_is_asked_for_when_its_first_item_is_wanted() {
    let script = Script::new([
        page(&[1, 2], r#"{"next": "a"}"#),
        page(&[3], r#"{"next": "b"}"#),
    ]);
    let mut items = script.call::<Cursors>().items();
    for (item, requests) in [(1, 1), (2, 1), (3, 2)] {
        assert_eq!(items.next().await.unwrap().unwrap(), item);
        assert_eq!(script.sent().len(), requests);
    }
    let mut pages = script.call::<Cursors>().pages();
    assert_eq!(script.sent().len(), 2);
    assert!(pages.next().await.unwrap().is_err());
    assert!(pages.next().await.is_none());
}

#[tokio::test]
async fn a_call_of_one_page_is_what_it_was() {
    let script = Script::new([page(&[1], r#"{"next": "a"}"#)]);
    let page = script.call::<Cursors>().send().await.unwrap();
    assert_eq!(page.things, Some(vec![1]));
    assert_eq!(script.sent(), ["/v1/things"]);
}

#[tokio::test]
async fn pages_come_whole() {
    let script = Script::new([page(&[1, 2], r#"{"next": "a"}"#), page(&[3], "null")]);
    let mut pages = script.call::<Cursors>().in_query("cursor", "0").pages();
    let mut things = Vec::new();
    while let Some(page) = pages.next().await {
        things.push(page.unwrap().things.unwrap());
    }
    assert_eq!(things, [vec![1, 2], vec![3]]);
    assert_eq!(
        script.sent(),
        ["/v1/things?cursor=0", "/v1/things?cursor=a"]
    );
}

#[tokio::test]
async fn a_cursor_that_comes_again_is_an_error() {
    let told = "a page of the list leads to a page that came before";
    let same = page(&[1], r#"{"next": "a"}"#);
    let script = Script::new([same.clone(), same.clone(), same.clone()]);
    let (items, error) = all(script.call::<Cursors>()).await;
    assert_eq!(
        (items.as_slice(), error.as_deref()),
        (&[1, 1][..], Some(told))
    );
    let script = Script::new([same]);
    let (items, error) = all(script.call::<Cursors>().in_query("cursor", "a")).await;
    assert_eq!((items.as_slice(), error.as_deref()), (&[1][..], Some(told)));
    let circle = ["a", "b", "c"].map(|next| page(&[1], &format!(r#"{{"next": "{next}"}}"#)));
    let script = Script::new(circle.iter().cycle().take(100).cloned());
    let (items, error) = all(script.call::<Cursors>()).await;
    assert_eq!(error.as_deref(), Some(told));
    assert!(items.len() < 20, "{}", items.len());
}

#[tokio::test]
async fn a_page_that_says_that_there_are_more_and_not_where_is_an_error() {
    let script = Script::new([page(&[1], r#"{"has_more": true}"#)]);
    let (items, error) = all(script.call::<Cursors>()).await;
    assert_eq!(items, [1]);
    assert_eq!(
        error.unwrap(),
        "a page of the list says that there are more, and not where"
    );
}

#[tokio::test]
async fn an_error_midway_ends_the_list_after_what_came() {
    let script = Script::new([page(&[1, 2], r#"{"next": "a"}"#)]);
    let answers = &script.answers;
    answers
        .lock()
        .unwrap()
        .push_back((500, HeaderMap::new(), "no".to_owned()));
    let (items, error) = all(script.call::<Cursors>()).await;
    assert_eq!(items, [1, 2]);
    assert!(error.unwrap().contains("500"));
}

#[tokio::test]
async fn a_body_is_sent_with_each_page_and_a_stream_is_refused_before_anything_is_sent() {
    let pages = [page(&[1], r#"{"next": "a"}"#), page(&[2], "{}")];
    let script = Script::new(pages.clone());
    let call = script.call::<Searches>().with_json("text".to_owned());
    assert_eq!(all(call).await, whole(1..=2));
    let bodies = |script: &Script| {
        let requests = script.requests.lock().unwrap();
        requests.iter().filter(|it| it.body.is_some()).count()
    };
    assert_eq!(bodies(&script), 2);

    let script = Script::new(pages);
    let stream = Body::from_reader(std::io::empty());
    let (items, error) = all(script.call::<Searches>().with_raw("text/plain", stream)).await;
    assert!(items.is_empty() && error.unwrap().contains("it is a stream"));
    assert!(script.sent().is_empty());
}

#[tokio::test]
async fn offsets_count_the_items_that_came() {
    let script = Script::new([
        page(&[1, 2], r#"{"total": 6}"#),
        // Fewer than were asked for is not the end: servers have limits of their own.
        page(&[3], r#"{"total": 6}"#),
        page(&[4], r#"{"total": 6}"#),
    ]);
    let call = script.call::<Offsets>().in_query("skip", &2);
    assert_eq!(all(call).await, whole(1..=4));
    assert_eq!(
        script.sent(),
        ["2", "4", "5"].map(|skip| format!("/v1/things?skip={skip}"))
    );
    // Without a total, an empty page is the end.
    let script = Script::new([page(&[1, 2], "null"), page(&[3], "{}"), "{}".to_owned()]);
    assert_eq!(all(script.call::<Offsets>()).await, whole(1..=3));
    assert_eq!(
        script.sent(),
        ["", "?skip=2", "?skip=3"].map(|it| format!("/v1/things{it}"))
    );
}

#[tokio::test]
async fn items_can_be_counted_from_one() {
    let total = r#"{"total": 3}"#;
    for (start, sent) in [("", ""), ("1", "?startIndex=1")] {
        let script = Script::new([page(&[1, 2], total), page(&[3], total)]);
        let mut call = script.call::<Indexes>();
        if !start.is_empty() {
            call = call.in_query("startIndex", start);
        }
        assert_eq!(all(call).await, whole(1..=3));
        let sent = [sent, "?startIndex=3"].map(|it| format!("/v1/things{it}"));
        assert_eq!(script.sent(), sent);
    }
}

#[tokio::test]
async fn a_page_of_a_window_may_hold_fewer_items_than_it_stands_for() {
    let paging = r#"{"limit": 3, "total": 8}"#;
    let script = Script::new([page(&[1], paging), page(&[], paging), page(&[2], paging)]);
    assert_eq!(all(script.call::<Windows>()).await, whole(1..=2));
    let sent = ["", "?skip=3", "?skip=6"];
    assert_eq!(script.sent(), sent.map(|it| format!("/v1/things{it}")));
    let pages =
        [&[1][..], &[], &[], &[], &[2]].map(|things| page(things, r#"{"limit": 2, "total": 10}"#));
    assert_eq!(
        all(Script::new(pages).call::<Windows>()).await,
        whole(1..=2)
    );
}

#[tokio::test]
async fn a_url_in_the_place_of_a_cursor_is_followed() {
    let next = r#"{"next": "https://api.test/v1/things?cursor=a"}"#;
    let script = Script::new([page(&[1], next), page(&[2], "{}")]);
    assert_eq!(all(script.call::<Cursors>()).await, whole(1..=2));
    assert_eq!(script.sent(), ["/v1/things", "/v1/things?cursor=a"]);
    // Cursors count again where one comes after it.
    let script = Script::new([
        page(&[1], next),
        page(&[2], r#"{"next": "b"}"#),
        page(&[3], "{}"),
    ]);
    assert_eq!(all(script.call::<Cursors>()).await, whole(1..=3));
    assert_eq!(script.sent().last().unwrap(), "/v1/things?cursor=b");
}

#[tokio::test]
async fn pages_are_counted_up_to_the_last_or_an_empty_one() {
    let script = Script::new([page(&[1], "{}"), page(&[2], "{}"), page(&[], "{}")]);
    assert_eq!(all(script.call::<Numbers>()).await, whole(1..=2));
    assert_eq!(
        script.sent(),
        ["", "?page=2", "?page=3"].map(|it| format!("/v1/things{it}"))
    );
    let script = Script::new([page(&[3], r#"{"total": 4}"#), page(&[4], r#"{"total": 4}"#)]);
    let call = script.call::<Numbers>().in_query("page", &3);
    assert_eq!(all(call).await, whole(3..=4));
}

#[tokio::test]
async fn a_server_that_does_not_look_at_the_number_is_noticed() {
    let same = page(&[1], "{}");
    for call in ["offset", "page"] {
        let script = Script::new([same.clone(), same.clone(), same.clone()]);
        let (items, error) = match call {
            "offset" => all(script.call::<Offsets>()).await,
            _ => all(script.call::<Numbers>()).await,
        };
        assert_eq!(items, [1, 1]);
        assert!(error.unwrap().contains("came before"));
    }
}

#[tokio::test]
async fn urls_are_followed_within_their_origin() {
    let next = |url: &str| page(&[1], &format!(r#"{{"next": "{url}"}}"#));
    let script = Script::new([
        next("/v1/other?p=2"),
        next("?p=3"),
        next("http://user:password@api.test/v1/other?p=4"),
        page(&[1], "{}"),
    ]);
    let call = script.call::<Urls>().in_query("limit", &2);
    assert_eq!(all(call).await, whole([1; 4]));
    let expected = ["things?limit=2", "other?p=2", "other?p=3", "other?p=4"];
    assert_eq!(script.sent(), expected.map(|it| format!("/v1/{it}")));
    for request in script.requests.lock().unwrap().iter() {
        assert_eq!(request.url.scheme(), "https");
        assert!(request.url.password().is_none());
        assert!(request.headers.contains_key(AUTHORIZATION));
    }
    for url in [
        "https://evil.test/things",
        "//evil.test/things",
        "https://api.test:444/things",
        "ftp://api.test/",
        "data:text/plain,x",
        "http://[/",
    ] {
        let script = Script::new([next(url), next("?p=2")]);
        let (items, error) = all(script.call::<Urls>()).await;
        assert_eq!(items, [1], "{url}");
        assert!(error.unwrap().contains("another origin"), "{url}");
        assert_eq!(script.sent().len(), 1, "{url}");
    }
}

#[tokio::test]
async fn links_are_followed_to_the_last_page() {
    let script = Script::with_links(&[
        "<https://api.test/v1/things?page=2>; rel=\"next\", <?page=3>; rel=\"last\"",
        "<?page=1>; rel=\"prev\", <?page=3>; rel=\"next\"",
        "<?page=2>; rel=\"prev\"",
    ]);
    assert_eq!(all(script.call::<Bare>()).await, whole(0..=2));
    let expected = ["", "?page=2", "?page=3"].map(|it| format!("/v1/things{it}"));
    assert_eq!(script.sent(), expected);
    let script = Script::with_links(&["<?page=1>; rel=next"; 3]);
    let (items, error) = all(script.call::<Bare>()).await;
    assert_eq!(items, [0, 1]);
    assert!(error.unwrap().contains("came before"));
    // The list within an object is followed in the same way.
    let script = Script::new([page(&[1], "{}")]);
    assert_eq!(all(script.call::<Links>()).await, whole([1]));
}

#[cfg(feature = "blocking")]
#[test]
fn lists_of_a_blocking_client_are_iterators() {
    let script = Script::new([
        page(&[1, 2], r#"{"next": "a"}"#),
        page(&[3], r#"{"next": "b"}"#),
    ]);
    let client: Client<Blocking> = script.builder().build().unwrap();
    let mut items = client.call::<Cursors>().items();
    for (item, requests) in [(1, 1), (2, 1), (3, 2)] {
        assert_eq!(items.next().unwrap().unwrap(), item);
        assert_eq!(script.sent().len(), requests);
    }
    assert!(items.next().unwrap().is_err());
    assert!(items.next().is_none());
    let script = Script::new([page(&[1, 2], r#"{"next": "a"}"#), page(&[3], "null")]);
    let client: Client<Blocking> = script.builder().build().unwrap();
    let pages: Result<Vec<Page>, _> = client.call::<Cursors>().pages().collect();
    assert_eq!(pages.unwrap().len(), 2);
}

// Lists can be read on another thread than the one that began them.
const _: () = {
    const fn send_and_unpin<T: Send + Unpin>() {}
    send_and_unpin::<Pages<Cursors>>();
    send_and_unpin::<PageItems<Cursors>>();
};
