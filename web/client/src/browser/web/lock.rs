//! Web Locks: one tab of a site holds a named lock, until it lets go, dies, or is robbed.
//! `web-sys` calls them unstable, so they are reached by name.

use crate::browser::once::{Giver, once};
use js_sys::{Function, Object, Promise, Reflect};
use std::{cell::Cell, rc::Rc};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};

/// A lock that is wanted or held; dropping it gives it up.
pub struct Lock {
    wanted: Rc<Cell<bool>>,
    release: Giver<()>,
}

impl Lock {
    /// Asks for the lock and calls `won` once it is held, `lost` when it was taken away. With `steal`, takes it from
    /// whoever holds it. None where the browser has no locks (a page over plain HTTP): there is no telling tabs apart.
    pub fn ask(name: &str, steal: bool, won: impl FnOnce() + 'static, lost: impl FnOnce() + 'static) -> Option<Self> {
        let navigator = web_sys::window()?.navigator();
        let locks = Reflect::get(&navigator, &"locks".into()).ok()?;
        let request: Function = Reflect::get(&locks, &"request".into()).ok()?.dyn_into().ok()?;
        let (release, released) = once::<()>();
        let wanted = Rc::new(Cell::new(true));

        let mut once_granted = Some((won, released));
        let granted = Closure::<dyn FnMut(JsValue) -> Promise>::new({
            let wanted = Rc::clone(&wanted);
            move |_lock| match once_granted.take() {
                Some((won, released)) if wanted.get() => future_to_promise(async move {
                    won();
                    released.await;
                    Ok(JsValue::UNDEFINED)
                }),
                _ => Promise::resolve(&JsValue::UNDEFINED),
            }
        });
        let options = Object::new();
        if steal {
            Reflect::set(&options, &"steal".into(), &JsValue::TRUE).ok()?;
        }
        let held: Promise = request.call3(&locks, &name.into(), &options, granted.as_ref()).ok()?.dyn_into().ok()?;
        spawn_local({
            let wanted = Rc::clone(&wanted);
            async move {
                // Ends when the lock was given up, or, with an error, when it was stolen.
                let _ = JsFuture::from(held).await;
                drop(granted);
                if wanted.get() {
                    lost();
                }
            }
        });
        Some(Self { wanted, release })
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        self.wanted.set(false);
        self.release.give(());
    }
}
