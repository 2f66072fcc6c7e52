use super::*;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A stream of these chunks, the last of which may be an error.
fn stream(chunks: &[Result<&'static str, &'static str>]) -> Body {
    struct Pieces(std::vec::IntoIter<Result<&'static str, &'static str>>);
    impl Stream for Pieces {
        type Item = Result<&'static str, &'static str>;
        fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
            Poll::Ready(self.0.next())
        }
    }
    let chunks = chunks.to_vec();
    Body::from_stream(Pieces(chunks.into_iter()))
}

async fn text(body: Body) -> Result<String, String> {
    let bytes = body.bytes(1 << 20).await;
    let bytes = bytes.map_err(|error| error.to_string())?;
    Ok(String::from_utf8(bytes.to_vec()).unwrap())
}

fn temporary(content: &[u8]) -> std::path::PathBuf {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let path = std::env::temp_dir().join(format!("body-{}-{count}", std::process::id()));
    std::fs::write(&path, content).unwrap();
    path
}

#[tokio::test]
async fn every_source_gives_its_bytes() {
    struct Twice(u8);
    impl Chunks for Twice {
        fn next(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>> {
            Box::pin(async {
                tokio::task::yield_now().await;
                self.0 += 1;
                Ok((self.0 <= 2).then(|| Bytes::from_static(b"ab")))
            })
        }
    }
    let path = temporary(b"abab");
    for body in [
        Body::from("abab"),
        Body::new(Twice(0)),
        stream(&[Ok("ab"), Ok(""), Ok("ab")]),
        Body::from_reader(&b"abab"[..]),
        Body::from_async_read(&b"abab"[..]),
        Body::from_file(&path).unwrap(),
        Body::chain([
            Body::from("ab"),
            Body::default(),
            stream(&[Ok("a")]),
            Body::from("b"),
        ]),
    ] {
        assert_eq!(text(body).await.unwrap(), "abab");
    }
    std::fs::remove_file(path).unwrap();
}

#[tokio::test]
async fn a_large_source_comes_in_chunks() {
    let content: Vec<u8> = (0..200_000_u32).map(|number| number as u8).collect();
    let path = temporary(&content);
    let readers = [
        Body::from_reader(io::Cursor::new(content.clone())),
        Body::from_async_read(io::Cursor::new(content.clone())),
        Body::from_file(&path).unwrap(),
    ];
    for mut body in readers {
        let mut read = Vec::new();
        while let Some(chunk) = body.next().await.unwrap() {
            assert!(chunk.len() <= 64 * 1024);
            read.extend_from_slice(&chunk);
        }
        assert!(read == content && body.next().await.unwrap().is_none());
    }
    std::fs::remove_file(path).unwrap();
}

#[tokio::test]
async fn bytes_and_files_can_be_sent_again_and_streams_cannot() {
    let path = temporary(b"on disk");
    for body in [Body::from("on disk"), Body::from_file(&path).unwrap()] {
        let clone = body.try_clone().unwrap();
        assert_eq!((body.length(), clone.length()), (Some(7), Some(7)));
        assert_eq!(text(body).await.unwrap(), "on disk");
        assert_eq!(text(clone).await.unwrap(), "on disk");
    }
    std::fs::remove_file(path).unwrap();
    let chain = Body::chain([Body::from("a"), stream(&[])]);
    assert!(stream(&[]).try_clone().is_none() && chain.try_clone().is_none());
    let again = stream(&[Ok("a")]).again();
    assert!(again.is_spent());
    assert_eq!(
        text(again).await.unwrap_err(),
        "the body could not be read: it is a stream that was sent already, and cannot be sent again"
    );
}

#[tokio::test]
async fn a_length_is_what_is_still_to_come() {
    let mut body = Body::chain([Body::from("ab"), stream(&[Ok("c"), Ok("d")]).with_length(2)]);
    for left in [4, 2, 1, 0] {
        assert_eq!(body.length(), Some(left));
        body.next().await.unwrap();
    }
    assert_eq!(Body::chain([Body::from("a"), stream(&[])]).length(), None);
    assert_eq!(Body::from("abc").with_length(9).length(), Some(3));
}

#[tokio::test]
async fn a_stream_that_is_not_as_long_as_it_says_is_an_error() {
    let reason = |body: Body| async { text(body).await.unwrap_err() };
    assert_eq!(
        reason(stream(&[Ok("ab")]).with_length(3)).await,
        "the body could not be read: it ended 1 bytes before its length was there"
    );
    assert_eq!(
        reason(stream(&[Ok("ab"), Ok("cd")]).with_length(3)).await,
        "the body could not be read: it is longer than its length says"
    );
}

#[tokio::test]
async fn a_file_that_shrinks_is_an_error_and_one_that_grows_is_cut() {
    let path = temporary(b"12345");
    let (shrinks, grows) = (
        Body::from_file(&path).unwrap(),
        Body::from_file(&path).unwrap(),
    );
    std::fs::write(&path, "1234567").unwrap();
    assert_eq!(text(grows).await.unwrap(), "12345");
    std::fs::write(&path, "1").unwrap();
    assert!(text(shrinks).await.unwrap_err().contains("4 bytes before"));
    let gone = Body::from_file(&path).unwrap();
    std::fs::remove_file(&path).unwrap();
    assert!(text(gone).await.unwrap_err().contains("could not be read"));
    assert_eq!(
        Body::from_file(&path).unwrap_err().kind(),
        io::ErrorKind::NotFound
    );
    assert!(Body::from_file(std::env::temp_dir()).is_err());
}

#[cfg(unix)]
#[tokio::test]
async fn a_device_has_no_length() {
    let empty = Body::from_file("/dev/null").unwrap();
    assert_eq!((empty.length(), empty.try_clone().is_none()), (None, true));
    assert_eq!(text(empty).await.unwrap(), "");
    let mut endless = Body::from_file("/dev/zero").unwrap();
    assert_eq!(endless.next().await.unwrap().unwrap()[..3], [0; 3]);
}

#[tokio::test]
async fn an_error_of_the_source_is_kept() {
    let mut body = stream(&[Ok("a"), Err("the disk is gone")]);
    assert_eq!(body.next().await.unwrap().unwrap(), "a");
    let error = body.next().await.unwrap_err();
    assert_eq!(error.kind(), TransportErrorKind::Body);
    assert_eq!(error.get_ref().to_string(), "the disk is gone");
    assert!(body.next().await.unwrap().is_none());
}

#[tokio::test]
async fn reading_that_was_given_up_goes_on_where_it_stopped() {
    struct Slow(u8);
    impl Chunks for Slow {
        fn next(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>> {
            Box::pin(async {
                self.0 += 1;
                tokio::task::yield_now().await;
                Ok(Some(Bytes::from(vec![self.0])))
            })
        }
    }
    let mut body = Body::new(Slow(0));
    for expected in 1..4_u8 {
        let mut given_up = Box::pin(body.next());
        let mut context = Context::from_waker(std::task::Waker::noop());
        assert!(given_up.as_mut().poll(&mut context).is_pending());
        drop(given_up);
        assert_eq!(body.next().await.unwrap().unwrap(), [expected][..]);
    }
}

#[tokio::test]
async fn a_download_is_written_out_and_bounded() {
    let mut file = Vec::new();
    let mut body = stream(&[Ok("ab"), Ok("c")]);
    assert_eq!(body.write_to(&mut file).await.unwrap(), 3);
    assert_eq!(file, b"abc");
    let error = stream(&[Ok("ab"), Err("gone")]).write_to(&mut file).await;
    assert!(error.unwrap_err().to_string().ends_with("gone"));
    let bounded = |limit| stream(&[Ok("ab"), Ok("c")]).bytes(limit);
    assert!(bounded(3).await.is_ok() && bounded(2).await.is_err());
}

#[test]
fn without_a_runtime_a_reader_is_read_in_place() {
    let mut body = Body::from_reader(&b"ab"[..]);
    let mut context = Context::from_waker(std::task::Waker::noop());
    let Poll::Ready(Some(Ok(chunk))) = body.poll(&mut context) else {
        panic!("not read");
    };
    assert_eq!(chunk, "ab");
}

#[tokio::test]
async fn a_body_that_is_dropped_is_read_no_further() {
    struct Counting(Arc<AtomicUsize>);
    impl Read for Counting {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            self.0.fetch_add(1, Ordering::SeqCst);
            Ok(buffer.len())
        }
    }
    let reads = Arc::new(AtomicUsize::new(0));
    let mut body = Body::from_reader(Counting(reads.clone()));
    assert_eq!(reads.load(Ordering::SeqCst), 0);
    body.next().await.unwrap();
    drop(body);
    assert_eq!(reads.load(Ordering::SeqCst), 1);
}

#[test]
fn debug_shows_no_content() {
    assert_eq!(format!("{:?}", Body::from("hunter2")), "Body(7 bytes)");
    assert_eq!(format!("{:?}", stream(&[Ok("hunter2")])), "Body(..)");
}
