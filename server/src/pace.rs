//! A socket that breaks off when the other side reads too slowly: what waits to be sent lies in memory, and whoever takes a
//! little now and then would keep it there for hours.

use crate::clock::ticks;
use std::{
    io,
    pin::Pin,
    task::{Context, Poll, ready},
    time::Duration,
};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    time::{Instant, Sleep, sleep},
};

/// How slowly the other side may read.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// How long it may keep the server waiting, as long as it has not earned more.
    pub stall: Duration,
    /// It earns a second by reading so many bytes, up to the whole of `stall`: over a long answer it must be so fast.
    pub rate: u32,
}

/// A socket that is written to at a pace.
pub struct Paced<S> {
    socket: S,
    pace: Pace,
    /// How long the other side may keep the server waiting from now on.
    left: Duration,
    /// Since when that is so.
    since: Instant,
    /// Runs while something waits to be written.
    deadline: Option<Pin<Box<Sleep>>>,
}

impl<S> Paced<S> {
    /// Nothing was written yet.
    pub fn new(socket: S, pace: Pace) -> Self {
        Self { socket, pace, left: pace.stall, since: ticks(), deadline: None }
    }

    /// What a write came to: too long a wait is an error.
    fn watched(&mut self, wrote: Poll<io::Result<usize>>, cx: &mut Context<'_>) -> Poll<io::Result<usize>> {
        match wrote {
            Poll::Ready(Ok(count)) => {
                let earned = u64::try_from(count).unwrap_or(u64::MAX).saturating_mul(1_000_000);
                let earned = Duration::from_micros(earned / u64::from(self.pace.rate.max(1)));
                self.settle();
                self.left = self.left.saturating_add(earned).min(self.pace.stall);
                Poll::Ready(Ok(count))
            }
            Poll::Ready(Err(error)) => Poll::Ready(Err(error)),
            Poll::Pending => {
                if self.deadline.is_none() {
                    self.settle();
                }
                let left = self.left;
                let deadline = self.deadline.get_or_insert_with(|| Box::pin(sleep(left)));
                ready!(deadline.as_mut().poll(cx));
                Poll::Ready(Err(io::Error::new(io::ErrorKind::TimedOut, "the client does not read its answer")))
            }
        }
    }

    /// Counts the time since the last look: waited for the other side, or not.
    fn settle(&mut self) {
        let (now, before) = (ticks(), self.since);
        let passed = now.saturating_duration_since(before);
        self.since = now;
        self.left = match self.deadline.take() {
            Some(_) => self.left.saturating_sub(passed),
            None => self.left.saturating_add(passed).min(self.pace.stall),
        };
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Paced<S> {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, into: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.socket).poll_read(cx, into)
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Paced<S> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let wrote = Pin::new(&mut self.socket).poll_write(cx, bytes);
        self.watched(wrote, cx)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        parts: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let wrote = Pin::new(&mut self.socket).poll_write_vectored(cx, parts);
        self.watched(wrote, cx)
    }

    fn is_write_vectored(&self) -> bool {
        self.socket.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.socket).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.socket).poll_shutdown(cx)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    /// How many bytes, of at most so many, come to somebody who reads so many after each pause.
    async fn come(pace: Pace, sip: usize, pause: Duration, most: usize) -> usize {
        let (mut reader, socket) = tokio::io::duplex(sip);
        let mut paced = Paced::new(socket, pace);
        let writing = tokio::spawn(async move { while paced.write_all(&[b'.'; 1_024]).await.is_ok() {} });
        let (mut came, mut some) = (0, vec![0; sip]);
        while came < most {
            tokio::time::sleep(pause).await;
            match reader.read(&mut some).await {
                Ok(count @ 1..) => came += count,
                _ => break,
            }
        }
        drop(reader);
        writing.await.unwrap();
        came
    }

    const SIP: usize = 4_096;
    const PAUSE: Duration = Duration::from_millis(10);

    #[tokio::test]
    async fn sips_at_less_than_the_pace_end_it_however_regular_they_are() {
        let pace = Pace { stall: 20 * PAUSE, rate: u32::MAX };
        assert!(come(pace, SIP, PAUSE, 100 * SIP).await < 40 * SIP);
    }

    #[tokio::test]
    async fn whoever_keeps_the_pace_reads_longer_than_it_may_stall() {
        let pace = Pace { stall: 60 * PAUSE, rate: 1_024 };
        assert_eq!(come(pace, SIP, PAUSE, 100 * SIP).await, 100 * SIP);
    }

    #[tokio::test]
    async fn whoever_reads_nothing_is_waited_for_once() {
        let (reader, socket) = tokio::io::duplex(1_024);
        let mut paced = Paced::new(socket, Pace { stall: PAUSE, rate: 1 });
        let begun = ticks();
        let error = paced.write_all(&[b'.'; 4_096]).await.unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::TimedOut);
        assert!(begun.elapsed() >= PAUSE);
        drop(reader);
    }
}
