//! Where the bytes of a body can come from.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Poll, ready};

use bytes::Bytes;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::runtime::Handle;

use crate::runtime::body::{Chunks, PollChunk};
use crate::runtime::transport::{BoxFuture, TransportError, TransportErrorKind};

/// How many bytes are read, or given to a connection, at once.
pub(super) const CHUNK: usize = 64 * 1024;

/// A file and how long it was when it was looked at.
#[derive(Clone)]
pub(super) struct Stored {
    pub(super) path: Arc<Path>,
    pub(super) length: u64,
}

/// Opens a file when it is read.
struct Opening {
    path: Arc<Path>,
    file: Option<File>,
}

impl Read for Opening {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let file = match &mut self.file {
            Some(file) => file,
            None => self.file.insert(File::open(&self.path)?),
        };
        file.read(buffer)
    }
}

/// What is at `path` without a length of its own, such as a pipe or a device.
pub(super) fn device(path: &Path) -> Box<PollChunk> {
    reader(Opening {
        path: path.into(),
        file: None,
    })
}

/// The content of `file`, as much of it as was there when it was looked at.
pub(super) fn file(file: &Stored) -> Box<PollChunk> {
    let opening = Opening {
        path: Arc::clone(&file.path),
        file: None,
    };
    reader(opening.take(file.length))
}

/// What `chunks` gives.
pub(super) fn chunks(chunks: impl Chunks) -> Box<PollChunk> {
    unfold(chunks, |mut chunks| {
        Box::pin(async move {
            let next = chunks.next().await;
            (Some(chunks), next)
        })
    })
}

/// What `reader` gives, read where waiting holds up nothing else.
pub(super) fn reader(reader: impl Read + Send + 'static) -> Box<PollChunk> {
    unfold(reader, |mut reader| {
        Box::pin(async move {
            // Without Tokio there is no such place, but then a transport that waits may be what the caller wants.
            let Ok(runtime) = Handle::try_current() else {
                let chunk = read_chunk(&mut reader).map_err(unreadable);
                return (Some(reader), chunk);
            };
            let read = runtime.spawn_blocking(move || {
                let chunk = read_chunk(&mut reader).map_err(unreadable);
                (Some(reader), chunk)
            });
            read.await
                .unwrap_or_else(|error| (None, Err(unreadable(error.into()))))
        })
    })
}

/// What `reader` gives.
pub(super) fn async_reader(reader: impl AsyncRead + Send + 'static) -> Box<PollChunk> {
    let mut reader = Box::pin(reader);
    let mut buffer = Vec::new();
    Box::new(move |context| {
        buffer.resize(CHUNK, 0);
        let mut unfilled = ReadBuf::new(&mut buffer);
        let read = ready!(reader.as_mut().poll_read(context, &mut unfilled));
        let length = unfilled.filled().len();
        buffer.truncate(length);
        Poll::Ready(match read {
            Ok(()) if length == 0 => None,
            Ok(()) => Some(Ok(std::mem::take(&mut buffer).into())),
            Err(error) => Some(Err(unreadable(error))),
        })
    })
}

fn read_chunk(reader: &mut impl Read) -> io::Result<Option<Bytes>> {
    let mut buffer = vec![0; CHUNK];
    loop {
        match reader.read(&mut buffer) {
            Ok(0) => return Ok(None),
            Ok(length) => {
                buffer.truncate(length);
                return Ok(Some(buffer.into()));
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

fn unreadable(error: io::Error) -> TransportError {
    TransportError::new(TransportErrorKind::Body, error)
}

/// What is left of a source, if anything, and what it gave.
type Step<S> = (Option<S>, Result<Option<Bytes>, TransportError>);

/// Calls `step` again and again with what it left.
fn unfold<S: Send + 'static>(
    state: S,
    step: impl Fn(S) -> BoxFuture<'static, Step<S>> + Send + 'static,
) -> Box<PollChunk> {
    let mut running = Some(step(state));
    Box::new(move |context| {
        let Some(future) = &mut running else {
            return Poll::Ready(None);
        };
        let (left, chunk) = ready!(future.as_mut().poll(context));
        running = left.map(&step);
        Poll::Ready(chunk.transpose())
    })
}

/// Writes all of `bytes`.
pub(super) async fn write_all(
    writer: &mut (impl AsyncWrite + Unpin + ?Sized),
    mut bytes: &[u8],
) -> io::Result<()> {
    while !bytes.is_empty() {
        let written =
            std::future::poll_fn(|context| Pin::new(&mut *writer).poll_write(context, bytes))
                .await?;
        bytes = match bytes.get(written..) {
            Some(rest) if written > 0 => rest,
            _ => return Err(io::ErrorKind::WriteZero.into()),
        };
    }
    Ok(())
}
