//! Answers of any length: this is the one place that says which are large. Those are written, and compressed for whoever takes
//! that, beside the threads that serve, and sent as they come; their bytes are counted until they are sent.

use super::{
    App,
    body::{Form, SMALL},
};
use crate::{
    allowance::Who,
    clock::ticks,
    problem::{Answer, Fault},
    shares::{Share, kib},
};
use axum::{
    body::{Body, Bytes},
    http::{Extensions, HeaderMap, HeaderValue, StatusCode, Version, header},
    response::{IntoResponse, Response},
};
use brotli::{CompressorWriter, enc::BrotliEncoderParams};
use futures_util::stream;
use serde::Serialize;
use std::{
    io::{self, Write},
    time::Duration,
};
use tokio::sync::mpsc;

/// What is handed on at once; then others have their turn, for it may still have to be compressed.
const PART: usize = 64 * 1024;
/// A large answer is received within this time: whoever reads slowly keeps its share from others no longer.
const LONGEST: Duration = Duration::from_secs(600);
/// As quickly as the rest of the server compresses.
const QUALITY: i32 = 4;
const WINDOW: i32 = 22;

/// An answer to a user in this form. What it is made of is in memory already: whoever reads much for it takes a share first,
/// of which what is not needed is given back.
///
/// # Errors
/// It could not be written.
pub async fn answer<T: Serialize + Send + 'static>(
    app: &App,
    who: Who,
    form: Form,
    headers: &HeaderMap,
    value: T,
    share: Option<Share>,
) -> Answer<Response> {
    if let Some(written) = form.write_within(&value, SMALL)? {
        return Ok(([(header::CONTENT_TYPE, form.content_type())], written).into_response());
    }
    let written = app.heavy.run(move || form.write(&value)).await??;
    let counted = kib(written.len());
    let share = match share {
        Some(mut share) => {
            share.keep(counted);
            share
        }
        None => app.answers.take(who, counted).await,
    };
    let brotli = takes_brotli(headers);
    let length = written.len();
    let body = if brotli {
        let (parts, compressed) = mpsc::unbounded_channel();
        app.heavy.start(move || compress(&written, &Parts(parts)));
        sent(compressed, share, LONGEST)
    } else {
        in_parts(written.into(), share, LONGEST)
    };
    let mut response = ([(header::CONTENT_TYPE, form.content_type())], body).into_response();
    let headers = response.headers_mut();
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if brotli {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
    } else {
        headers.insert(header::CONTENT_LENGTH, HeaderValue::from(length));
    }
    Ok(response)
}

/// A file that is made as it is read, part after part, and not packed again: no more of it is made than is wanted. `next` makes a
/// part, until there is none. When that fails, the connection ends: what was cut off must not look whole.
pub fn file<S, N>(
    kind: &'static str,
    name: &str,
    share: Share,
    state: S,
    next: impl Fn(S) -> N + Clone + Send + 'static,
) -> Answer<Response>
where
    S: Send + 'static,
    N: Future<Output = io::Result<Option<(Vec<u8>, S)>>> + Send,
{
    let until = ticks() + LONGEST;
    let body = Body::from_stream(stream::unfold(Some((state, share)), move |going_on| {
        let next = next.clone();
        async move {
            let (state, share) = going_on?;
            if ticks() > until {
                return Some((Err(too_long()), None));
            }
            match next(state).await {
                Ok(part) => part.map(|(part, state)| (Ok(Bytes::from(part)), Some((state, share)))),
                Err(error) => Some((Err(error), None)),
            }
        }
    }));
    let disposition =
        HeaderValue::try_from(format!("attachment; filename=\"{name}\"")).map_err(|_| Fault::internal())?;
    let mut response = ([(header::CONTENT_TYPE, kind)], body).into_response();
    response.headers_mut().insert(header::CONTENT_DISPOSITION, disposition);
    Ok(response)
}

/// Whether the rest of the server may compress an answer: it says how long it is, or that it is a file, only here, where it is
/// large.
pub fn is_small(_: StatusCode, _: Version, headers: &HeaderMap, _: &Extensions) -> bool {
    !headers.contains_key(header::CONTENT_LENGTH) && !headers.contains_key(header::CONTENT_DISPOSITION)
}

/// Whether the client takes Brotli (RFC 9110, 12.5.3).
fn takes_brotli(headers: &HeaderMap) -> bool {
    let accepted = headers.get_all(header::ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    accepted.flat_map(|value| value.split(',')).any(|coding| {
        let (name, weight) = coding.split_once(';').unwrap_or((coding, "q=1"));
        let weight = weight.trim().strip_prefix("q=").and_then(|weight| weight.trim().parse::<f32>().ok());
        name.trim().eq_ignore_ascii_case("br") && weight.is_some_and(|weight| weight > 0.0)
    })
}

/// A part of what is compressed, or that this was all.
type Part = Option<Bytes>;

/// Where parts go.
struct Parts(mpsc::UnboundedSender<Part>);

impl Write for &Parts {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self.0.send(Some(Bytes::copy_from_slice(bytes))) {
            Ok(()) => Ok(bytes.len()),
            // Nobody wants it any more.
            Err(_) => Err(io::ErrorKind::BrokenPipe.into()),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn compress(written: &[u8], parts: &Parts) {
    let params =
        BrotliEncoderParams { quality: QUALITY, lgwin: WINDOW, size_hint: written.len(), ..Default::default() };
    let mut compressor = CompressorWriter::with_params(parts, PART, &params);
    let all = compressor.write_all(written);
    // Its end comes with it.
    drop(compressor);
    if all.is_ok() {
        let _ = parts.0.send(None);
    }
}

/// Parts as they come. When they end before all is said, so does the connection: what was cut off must not look whole.
fn sent(parts: mpsc::UnboundedReceiver<Part>, share: Share, longest: Duration) -> Body {
    let until = ticks() + longest;
    Body::from_stream(stream::unfold(Some((parts, share)), move |going_on| async move {
        let (mut parts, share) = going_on?;
        if ticks() > until {
            return Some((Err(too_long()), None));
        }
        match parts.recv().await {
            Some(Some(part)) => Some((Ok(part), Some((parts, share)))),
            Some(None) => None,
            None => Some((Err(io::Error::from(io::ErrorKind::UnexpectedEof)), None)),
        }
    }))
}

/// One part after the other, with others' turn in between.
fn in_parts(written: Bytes, share: Share, longest: Duration) -> Body {
    let until = ticks() + longest;
    Body::from_stream(stream::unfold(Some((written, share)), move |going_on| async move {
        let (mut rest, share) = going_on?;
        tokio::task::yield_now().await;
        if ticks() > until {
            return Some((Err(too_long()), None));
        }
        let part = rest.split_to(rest.len().min(PART));
        (!part.is_empty()).then(|| (Ok(part), Some((rest, share))))
    }))
}

fn too_long() -> io::Error {
    io::Error::new(io::ErrorKind::TimedOut, "the client takes too long to read its answer")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{allowance::Who, limits::ShareLimits, shares::Shares};
    use futures_util::StreamExt;
    use rollcall_core::id::{TenantId, UserId};

    const WHO: Who = (TenantId::fixed(1), UserId::fixed(1));

    async fn collect(body: Body) -> Result<Vec<u8>, axum::Error> {
        let (mut parts, mut all) = (body.into_data_stream(), Vec::new());
        while let Some(part) = parts.next().await {
            all.extend_from_slice(&part?);
        }
        Ok(all)
    }

    fn long() -> Vec<u8> {
        (0..500_000_u32).flat_map(|n| (n / 7).to_le_bytes()).collect()
    }

    #[test]
    fn clients_say_whether_they_take_brotli() {
        for (accepted, takes) in [
            ("gzip, deflate, br", true),
            ("br;q=0.1", true),
            ("BR ; q=1.0", true),
            ("br;q=0, gzip", false),
            ("gzip", false),
            ("brotli", false),
            ("br;q=x", false),
            ("", false),
        ] {
            let headers = [(header::ACCEPT_ENCODING, HeaderValue::from_str(accepted).unwrap())].into_iter().collect();
            assert_eq!(takes_brotli(&headers), takes, "{accepted}");
        }
        assert!(!takes_brotli(&HeaderMap::new()));
    }

    #[tokio::test]
    async fn all_of_it_is_sent_and_its_share_given_back_then() {
        let shares = Shares::new(ShareLimits { user: 1, tenant: 1, all: 1 });
        let share = shares.take(WHO, 1).await;
        assert_eq!(collect(in_parts(long().into(), share, LONGEST)).await.unwrap(), long());
        let share = shares.take(WHO, 1).await;
        let (parts, compressed) = mpsc::unbounded_channel();
        compress(&long(), &Parts(parts));
        let compressed = collect(sent(compressed, share, LONGEST)).await.unwrap();
        let mut plain = Vec::new();
        brotli::BrotliDecompress(&mut compressed.as_slice(), &mut plain).unwrap();
        assert_eq!(plain, long());
        assert!(compressed.len() < plain.len() / 2);
        drop(shares.take(WHO, 1).await);
    }

    /// However regularly it reads: others want the share that it has.
    #[tokio::test]
    async fn an_answer_is_not_sent_for_ever() {
        let shares = Shares::new(ShareLimits { user: 1, tenant: 1, all: 1 });
        let body = in_parts(long().into(), shares.take(WHO, 1).await, Duration::ZERO);
        assert!(collect(body).await.is_err());
        let (parts, compressed) = mpsc::unbounded_channel();
        compress(&long(), &Parts(parts));
        let body = sent(compressed, shares.take(WHO, 1).await, Duration::ZERO);
        assert!(collect(body).await.is_err());
        drop(shares.take(WHO, 1).await);
    }

    #[tokio::test]
    async fn what_was_not_compressed_to_its_end_is_not_told_as_whole() {
        let (parts, compressed) = mpsc::unbounded_channel();
        parts.send(Some(Bytes::from_static(b"some"))).unwrap();
        drop(parts);
        let share = Shares::new(ShareLimits { user: 1, tenant: 1, all: 1 }).take(WHO, 1).await;
        assert!(collect(sent(compressed, share, LONGEST)).await.is_err());
        let (parts, compressed) = mpsc::unbounded_channel();
        drop(compressed);
        compress(&long(), &Parts(parts));
    }
}
