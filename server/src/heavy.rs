//! Long computing, beside the threads that serve: hashing passwords, reading large bodies, writing and compressing large
//! views. It has half of the machine's cores and gives way to everything else, so that whoever asks for much of it makes
//! nobody wait who asks for little. What there is to do is done in the order in which it came.

use std::{fmt, sync::Arc};
use tokio::{
    runtime::{Builder, Handle, Runtime},
    sync::Semaphore,
};

/// By how much the operating system puts it behind what serves (the `nice` value of its threads).
#[cfg(target_os = "linux")]
const NICENESS: i32 = 10;

/// Threads that compute. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Heavy(Option<Arc<Threads>>);

/// It could not be computed: a panic, or the server is going down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("it could not be computed")]
pub struct NotComputed;

/// A runtime for its pool of threads alone: they come when there is something to do, and go when there is not.
struct Threads {
    handle: Handle,
    /// Taken when it ends.
    runtime: Option<Runtime>,
    /// As many as there are threads: whoever goes away before its turn is not computed for.
    turns: Arc<Semaphore>,
}

impl Heavy {
    /// Threads that begin when they are needed. Without room for them, whoever asks computes itself.
    pub fn new() -> Self {
        Self::of(std::thread::available_parallelism().map_or(1, usize::from).div_ceil(2))
    }

    fn of(threads: usize) -> Self {
        let mut builder = Builder::new_current_thread();
        builder.max_blocking_threads(threads).thread_name("rollcall-heavy").on_thread_start(give_way);
        Self(builder.build().ok().map(|runtime| {
            let (handle, turns) = (runtime.handle().clone(), Arc::new(Semaphore::new(threads)));
            Arc::new(Threads { handle, runtime: Some(runtime), turns })
        }))
    }

    /// Whoever asks computes itself: for a simulation, which has one thread.
    pub const fn inline() -> Self {
        Self(None)
    }

    /// Computes, and gives what it came to.
    ///
    /// # Errors
    /// It panicked, or the server is going down.
    pub async fn run<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, NotComputed> {
        let Some(threads) = &self.0 else { return Ok(work()) };
        let turn = Arc::clone(&threads.turns).acquire_owned().await.map_err(|_| NotComputed)?;
        // The work holds the turn, and not the request: whoever goes away while it runs leaves no turn to the next.
        let held = move || {
            let done = work();
            drop(turn);
            done
        };
        threads.handle.spawn_blocking(held).await.map_err(|_| NotComputed)
    }

    /// Has something computed that tells by itself what it came to.
    pub fn start(&self, work: impl FnOnce() + Send + 'static) {
        match &self.0 {
            Some(threads) => drop(threads.handle.spawn_blocking(work)),
            None => work(),
        }
    }
}

impl Default for Heavy {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Threads {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Threads")
    }
}

impl Drop for Threads {
    fn drop(&mut self) {
        // It may be dropped in a task, which must not wait.
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

/// Puts this thread behind all others. Elsewhere than on Linux the value is the whole process's, and left alone.
fn give_way() {
    #[cfg(target_os = "linux")]
    if let Err(error) = rustix::process::nice(NICENESS) {
        tracing::debug!(%error, "heavy work does not give way");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::{
        atomic::{AtomicUsize, Ordering},
        mpsc,
    };

    #[tokio::test]
    async fn no_more_is_computed_at_once_than_there_are_threads() {
        let (heavy, at_once, most) = (Heavy::of(2), Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        let one = || {
            let (at_once, most) = (at_once.clone(), most.clone());
            heavy.run(move || {
                most.fetch_max(at_once.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                (0..1_000).for_each(|_| std::thread::yield_now());
                at_once.fetch_sub(1, Ordering::SeqCst);
            })
        };
        futures_util::future::join_all((0..64).map(|_| one())).await;
        assert!((1..=2).contains(&most.load(Ordering::SeqCst)), "{most:?}");
    }

    #[cfg(target_os = "linux")]
    #[tokio::test]
    async fn it_gives_way_and_nobody_else_does() {
        let niceness = || rustix::process::getpriority_process(None).unwrap();
        let before = niceness();
        assert_eq!(Heavy::new().run(niceness).await, Ok(before.saturating_add(NICENESS).min(19)));
        assert_eq!(niceness(), before);
        assert_eq!(Heavy::inline().run(niceness).await, Ok(before));
    }

    #[tokio::test]
    async fn a_panic_is_told_and_the_next_one_is_computed() {
        let heavy = Heavy::of(1);
        let panics = || -> u8 { std::panic::resume_unwind(Box::new(())) };
        assert_eq!(heavy.run(panics).await, Err(NotComputed));
        let (told, tells) = mpsc::channel();
        heavy.start(move || {
            let _ = told.send(7);
        });
        assert_eq!(tells.recv(), Ok(7));
        assert_eq!(heavy.run(|| 8).await, Ok(8));
    }

    #[tokio::test]
    async fn who_goes_away_leaves_no_turn_to_others_while_the_work_goes_on() {
        let heavy = Heavy::of(1);
        let (begun, has_begun) = tokio::sync::oneshot::channel();
        let (end, ends) = mpsc::channel::<()>();
        let working = {
            let heavy = heavy.clone();
            let work = move || {
                let _ = begun.send(());
                let _ = ends.recv();
            };
            tokio::spawn(async move { heavy.run(work).await })
        };
        has_begun.await.unwrap();
        working.abort();
        assert!(working.await.unwrap_err().is_cancelled());
        let turns = &heavy.0.as_ref().unwrap().turns;
        assert_eq!(turns.available_permits(), 0, "the request has gone, its work has not");
        end.send(()).unwrap();
        drop(turns.acquire().await.unwrap());
    }
}
