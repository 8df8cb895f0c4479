//! A tab: all that runs in it is polled through here, so it can be frozen at any point and killed at any other.

use super::{super::World, Profile};
use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    future::Future,
    pin::Pin,
    rc::Rc,
    task::{Context, Poll, Waker},
};
use tokio::sync::oneshot;

thread_local! {
    static CURRENT: RefCell<Option<Tab>> = const { RefCell::new(None) };
}

/// A tab of a simulated browser. Clones are the same tab.
#[derive(Clone)]
pub struct Tab(Rc<State>);

struct State {
    id: u64,
    profile: Profile,
    dead: Cell<bool>,
    frozen: Cell<bool>,
    visible: Cell<bool>,
    tasks: RefCell<BTreeMap<u64, Waker>>,
    listeners: RefCell<BTreeMap<u64, (&'static str, Callback)>>,
    next: Cell<u64>,
}

type Callback = Rc<RefCell<dyn FnMut()>>;

impl Tab {
    pub(in crate::browser::simulated) fn new(id: u64, profile: Profile) -> Self {
        let (dead, frozen, visible) = (Cell::new(false), Cell::new(false), Cell::new(true));
        let (tasks, listeners, next) = Default::default();
        Self(Rc::new(State { id, profile, dead, frozen, visible, tasks, listeners, next }))
    }

    /// The tab whose code runs at the moment.
    pub fn current() -> Option<Self> {
        CURRENT.with(|current| current.borrow().clone())
    }

    /// Its number in its profile.
    pub fn id(&self) -> u64 {
        self.0.id
    }

    /// The browser profile that it belongs to.
    pub fn profile(&self) -> &Profile {
        &self.0.profile
    }

    /// What surrounds it.
    pub fn world(&self) -> &Rc<dyn World> {
        self.0.profile.world()
    }

    /// Whether it still exists.
    pub fn is_alive(&self) -> bool {
        !self.0.dead.get()
    }

    /// Whether it stands still.
    pub fn is_frozen(&self) -> bool {
        self.0.frozen.get()
    }

    /// Whether somebody sees it.
    pub fn is_visible(&self) -> bool {
        self.0.visible.get()
    }

    /// Ends it: nothing of it runs any more, and what it held open is let go.
    pub fn kill(&self) {
        if !self.0.dead.replace(true) {
            self.0.listeners.take();
            self.profile().tab_is_gone(self.0.id);
            self.wake();
        }
    }

    /// Nothing of it runs until it is thawed; what it holds, it keeps.
    pub fn freeze(&self) {
        self.0.frozen.set(true);
    }

    /// It goes on where it was.
    pub fn thaw(&self) {
        self.0.frozen.set(false);
        self.wake();
    }

    /// Somebody looks at it, or away.
    pub fn show(&self, visible: bool) {
        self.0.visible.set(visible);
        self.fire("visibilitychange");
    }

    /// An event of its window, such as `online`.
    pub fn fire(&self, event: &str) {
        let heard: Vec<Callback> =
            self.0.listeners.borrow().values().filter(|(name, _)| *name == event).map(|(_, f)| f.clone()).collect();
        for callback in heard {
            self.spawn(async move { (callback.borrow_mut())() });
        }
    }

    /// Runs some work in the tab. The answer never comes when the tab is killed before.
    pub fn call<T: 'static>(&self, work: impl Future<Output = T> + 'static) -> oneshot::Receiver<T> {
        let (giver, answer) = oneshot::channel();
        self.spawn(async move {
            let _ = giver.send(work.await);
        });
        answer
    }

    /// Calls something as if the tab's own code did.
    pub fn enter<R>(&self, f: impl FnOnce() -> R) -> R {
        let before = CURRENT.with(|current| current.replace(Some(self.clone())));
        let result = f();
        CURRENT.with(|current| current.replace(before));
        result
    }

    /// Has the tab do some work besides; dropping the answer does not end it.
    pub(in crate::browser::simulated) fn spawn(&self, work: impl Future<Output = ()> + 'static) -> Job {
        let cancelled = Rc::new(Cell::new(false));
        let task =
            Task { id: self.number(), tab: self.clone(), cancelled: cancelled.clone(), work: Some(Box::pin(work)) };
        let job = Job { id: task.id, tab: self.clone(), cancelled };
        if self.is_alive() {
            tokio::task::spawn_local(task);
        }
        job
    }

    pub(in crate::browser::simulated) fn listen(&self, event: &'static str, f: impl FnMut() + 'static) -> u64 {
        let id = self.number();
        self.0.listeners.borrow_mut().insert(id, (event, Rc::new(RefCell::new(f))));
        id
    }

    pub(in crate::browser::simulated) fn unlisten(&self, id: u64) {
        self.0.listeners.borrow_mut().remove(&id);
    }

    fn number(&self) -> u64 {
        self.0.next.replace(self.0.next.get() + 1)
    }

    fn wake(&self) {
        let wakers: Vec<Waker> = self.0.tasks.borrow().values().cloned().collect();
        for waker in wakers {
            waker.wake();
        }
    }
}

/// Work under way in a tab.
pub(in crate::browser::simulated) struct Job {
    id: u64,
    tab: Tab,
    cancelled: Rc<Cell<bool>>,
}

impl Job {
    pub fn cancel(&self) {
        self.cancelled.set(true);
        let waker = self.tab.0.tasks.borrow().get(&self.id).cloned();
        if let Some(waker) = waker {
            waker.wake();
        }
    }
}

struct Task {
    id: u64,
    tab: Tab,
    cancelled: Rc<Cell<bool>>,
    work: Option<Pin<Box<dyn Future<Output = ()>>>>,
}

impl Future for Task {
    type Output = ();

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        let task = self.get_mut();
        let tab = task.tab.clone();
        if tab.0.dead.get() || task.cancelled.get() {
            tab.enter(|| task.work = None);
        }
        let Some(work) = &mut task.work else {
            tab.0.tasks.borrow_mut().remove(&task.id);
            return Poll::Ready(());
        };
        tab.0.tasks.borrow_mut().insert(task.id, context.waker().clone());
        if tab.0.frozen.get() {
            return Poll::Pending;
        }
        let polled = tab.enter(|| work.as_mut().poll(context));
        if polled.is_ready() {
            tab.enter(|| task.work = None);
            tab.0.tasks.borrow_mut().remove(&task.id);
        }
        polled
    }
}

/// Lets the tab stop here, when it was frozen or killed a moment ago.
pub(in crate::browser::simulated) async fn settle(tab: &Tab) {
    while !tab.is_alive() || tab.is_frozen() {
        tokio::task::yield_now().await;
    }
}
