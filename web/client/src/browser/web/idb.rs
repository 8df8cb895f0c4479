//! The browser's IndexedDB. Written here rather than taken from a crate: `idb` can't ask for strict durability,
//! `indexed_db_futures` never hears that a handle was closed, and both wake the page for every single row that is written.

use super::timer::sleep;
use crate::browser::{
    once::{Once, once},
    stored::{IdbError, Key, Mode, OPEN_MILLIS},
};
use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use std::{
    cell::Cell,
    future::{Future, poll_fn},
    pin::pin,
    rc::Rc,
    task::Poll,
};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DomException, IdbDatabase, IdbFactory, IdbKeyRange, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction,
};

impl From<JsValue> for IdbError {
    fn from(error: JsValue) -> Self {
        let name = match error.dyn_ref::<DomException>() {
            Some(exception) => exception.name(),
            None => Reflect::get(&error, &"name".into()).ok().and_then(|name| name.as_string()).unwrap_or_default(),
        };
        match name.as_str() {
            // AbortError: the browser aborts transactions of a connection that it closes.
            "InvalidStateError" | "AbortError" => Self::Closed,
            "QuotaExceededError" => Self::Full,
            "" => Self::Failed("no reason given".to_owned()),
            _ => Self::Failed(name),
        }
    }
}

/// A stored value. It stays in the browser's memory until it is read.
pub struct Value(Uint8Array);

impl Value {
    pub fn to_vec(&self) -> Vec<u8> {
        self.0.to_vec()
    }
}

/// An open database; closed when dropped.
pub struct Db {
    raw: IdbDatabase,
    closed: Rc<Cell<bool>>,
    _on_close: Closure<dyn FnMut()>,
    _on_version_change: Closure<dyn FnMut()>,
}

impl Db {
    /// Opens a database, and makes it with these object stores when there is none. `ended` is called when another tab
    /// deletes the database.
    pub async fn open(
        name: &str,
        stores: &'static [&'static str],
        ended: impl Fn() + 'static,
    ) -> Result<Self, IdbError> {
        let request = factory()?.open_with_u32(name, 1)?;
        let on_upgrade = Closure::<dyn FnMut()>::new({
            let request = request.clone();
            move || {
                if let Some(raw) = request.result().ok().and_then(|result| result.dyn_into::<IdbDatabase>().ok()) {
                    for store in stores {
                        let _ = raw.create_object_store(store);
                    }
                }
            }
        });
        request.set_onupgradeneeded(Some(on_upgrade.as_ref().unchecked_ref()));
        let result = within(OPEN_MILLIS, Requested::new(request.into())).await?;
        let raw: IdbDatabase = result.dyn_into()?;

        let closed = Rc::new(Cell::new(false));
        let on_close = Closure::<dyn FnMut()>::new({
            let closed = Rc::clone(&closed);
            move || closed.set(true)
        });
        let on_version_change = Closure::<dyn FnMut()>::new({
            let (closed, raw) = (Rc::clone(&closed), raw.clone());
            move || {
                closed.set(true);
                raw.close();
                ended();
            }
        });
        raw.set_onclose(Some(on_close.as_ref().unchecked_ref()));
        raw.set_onversionchange(Some(on_version_change.as_ref().unchecked_ref()));
        Ok(Self { raw, closed, _on_close: on_close, _on_version_change: on_version_change })
    }

    /// The names of all databases here; none where the browser can't list them.
    pub async fn names() -> Option<Vec<String>> {
        let factory = factory().ok()?;
        // By name: some browsers do without.
        let databases: Function = Reflect::get(&factory, &"databases".into()).ok()?.dyn_into().ok()?;
        let promise: Promise = databases.call0(&factory).ok()?.dyn_into().ok()?;
        let all: Array = JsFuture::from(promise).await.ok()?.dyn_into().ok()?;
        let name = |info: JsValue| Reflect::get(&info, &"name".into()).ok()?.as_string();
        Some(all.iter().filter_map(name).collect())
    }

    /// Deletes a database, once every tab has let go of it.
    pub async fn delete(name: &str) -> Result<(), IdbError> {
        let request: IdbOpenDbRequest = factory()?.delete_database(name)?;
        within(OPEN_MILLIS, Requested::new(request.into())).await.map(drop)
    }

    /// Runs a transaction. The body awaits requests of this transaction and nothing else, or the browser ends it early.
    /// All of it is durable when this answers `Ok`, and none of it has happened when it answers an error.
    pub async fn run<T, E: From<IdbError>>(
        &self,
        stores: &[&str],
        mode: Mode,
        body: impl AsyncFnOnce(&Tx) -> Result<T, E>,
    ) -> Result<T, E> {
        let tx = Tx::begin(self, stores, mode)?;
        match body(&tx).await {
            Ok(value) => {
                tx.finish().await?;
                Ok(value)
            }
            Err(error) => {
                let _ = tx.raw.abort();
                Err(error)
            }
        }
    }
}

impl Drop for Db {
    fn drop(&mut self) {
        self.raw.set_onclose(None);
        self.raw.set_onversionchange(None);
        self.raw.close();
    }
}

/// A transaction under way.
pub struct Tx {
    raw: IdbTransaction,
    done: Cell<Option<Once<Result<(), IdbError>>>>,
    _on_complete: Closure<dyn FnMut()>,
    _on_abort: Closure<dyn FnMut()>,
}

impl Tx {
    fn begin(db: &Db, stores: &[&str], mode: Mode) -> Result<Self, IdbError> {
        if db.closed.get() {
            return Err(IdbError::Closed);
        }
        let names: Array = stores.iter().map(|store| JsValue::from_str(store)).collect();
        let options = Object::new();
        let durability = if mode == Mode::Strict { "strict" } else { "relaxed" };
        Reflect::set(&options, &"durability".into(), &durability.into())?;
        let mode = if mode == Mode::Read { "readonly" } else { "readwrite" };
        // By name, because web-sys calls the options unstable.
        let transaction: Function = Reflect::get(&db.raw, &"transaction".into())?.dyn_into()?;
        let raw: IdbTransaction = transaction.call3(&db.raw, &names, &mode.into(), &options)?.dyn_into()?;

        let (giver, done) = once();
        let on_complete = Closure::<dyn FnMut()>::new({
            let giver = giver.clone();
            move || giver.give(Ok(()))
        });
        let on_abort = Closure::<dyn FnMut()>::new({
            let raw = raw.clone();
            move || giver.give(Err(raw.error().map_or(IdbError::Closed, |error| JsValue::from(error).into())))
        });
        raw.set_oncomplete(Some(on_complete.as_ref().unchecked_ref()));
        raw.set_onabort(Some(on_abort.as_ref().unchecked_ref()));
        Ok(Self { raw, done: Cell::new(Some(done)), _on_complete: on_complete, _on_abort: on_abort })
    }

    async fn finish(&self) -> Result<(), IdbError> {
        // Saves a turn; where it fails or is unknown, the transaction has ended or will by itself.
        if let Some(commit) = Reflect::get(&self.raw, &"commit".into()).ok().and_then(|f| f.dyn_into::<Function>().ok())
        {
            let _ = commit.call0(&self.raw);
        }
        match self.done.take() {
            Some(done) => done.await,
            None => Ok(()),
        }
    }

    /// The value under a key.
    pub async fn get(&self, store: &str, key: Key<'_>) -> Result<Option<Vec<u8>>, IdbError> {
        let value = Requested::new(self.store(store)?.get(&js(key))?).await?;
        Ok(value.dyn_into::<Uint8Array>().ok().map(|bytes| bytes.to_vec()))
    }

    /// All values with keys from `from` up, in the order of their keys.
    pub async fn values(&self, store: &str, from: u64) -> Result<Vec<Value>, IdbError> {
        let all: Array = Requested::new(self.store(store)?.get_all_with_key(&up_from(from)?)?).await?.dyn_into()?;
        Ok(all.iter().filter_map(|value| value.dyn_into().ok().map(Value)).collect())
    }

    /// All numeric keys, in order.
    pub async fn keys(&self, store: &str) -> Result<Vec<u64>, IdbError> {
        let all: Array = Requested::new(self.store(store)?.get_all_keys()?).await?.dyn_into()?;
        Ok(all.iter().filter_map(|key| key.as_f64()).map(|key| key as u64).collect())
    }

    /// Writes a value. That it failed shows when the transaction ends.
    pub fn put(&self, store: &str, key: Key<'_>, value: &[u8]) -> Result<(), IdbError> {
        self.store(store)?.put_with_key(&Uint8Array::from(value), &js(key))?;
        Ok(())
    }

    /// Removes one value.
    pub fn delete(&self, store: &str, key: u64) -> Result<(), IdbError> {
        self.store(store)?.delete(&js(key.into()))?;
        Ok(())
    }

    /// Removes all values.
    pub fn clear(&self, store: &str) -> Result<(), IdbError> {
        self.store(store)?.clear()?;
        Ok(())
    }

    fn store(&self, name: &str) -> Result<IdbObjectStore, IdbError> {
        Ok(self.raw.object_store(name)?)
    }
}

impl Drop for Tx {
    fn drop(&mut self) {
        self.raw.set_oncomplete(None);
        self.raw.set_onabort(None);
    }
}

fn js(key: Key<'_>) -> JsValue {
    match key {
        Key::Number(number) => JsValue::from_f64(number as f64),
        Key::Name(name) => JsValue::from_str(name),
    }
}

fn up_from(key: u64) -> Result<JsValue, IdbError> {
    Ok(IdbKeyRange::lower_bound(&js(key.into()))?.into())
}

/// The answer to one request.
struct Requested {
    raw: IdbRequest,
    answer: Once<Result<JsValue, IdbError>>,
    _on_success: Closure<dyn FnMut()>,
    _on_error: Closure<dyn FnMut()>,
}

impl Requested {
    fn new(raw: IdbRequest) -> Self {
        let (giver, answer) = once();
        let on_success = Closure::<dyn FnMut()>::new({
            let (giver, raw) = (giver.clone(), raw.clone());
            move || giver.give(raw.result().map_err(IdbError::from))
        });
        let on_error = Closure::<dyn FnMut()>::new({
            let raw = raw.clone();
            move || {
                let error = raw.error().ok().flatten().map_or(JsValue::UNDEFINED, JsValue::from);
                giver.give(Err(error.into()));
            }
        });
        raw.set_onsuccess(Some(on_success.as_ref().unchecked_ref()));
        raw.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Self { raw, answer, _on_success: on_success, _on_error: on_error }
    }
}

impl Future for Requested {
    type Output = Result<JsValue, IdbError>;

    fn poll(self: std::pin::Pin<&mut Self>, context: &mut std::task::Context<'_>) -> Poll<Self::Output> {
        std::pin::Pin::new(&mut self.get_mut().answer).poll(context)
    }
}

impl Drop for Requested {
    fn drop(&mut self) {
        self.raw.set_onsuccess(None);
        self.raw.set_onerror(None);
    }
}

async fn within(millis: u32, work: impl Future<Output = Result<JsValue, IdbError>>) -> Result<JsValue, IdbError> {
    let (_timer, mut late) = sleep(millis);
    let mut work = pin!(work);
    poll_fn(|context| match work.as_mut().poll(context) {
        Poll::Ready(result) => Poll::Ready(result),
        Poll::Pending => std::pin::Pin::new(&mut late).poll(context).map(|()| Err(IdbError::late())),
    })
    .await
}

fn factory() -> Result<IdbFactory, IdbError> {
    let window = web_sys::window().ok_or_else(|| IdbError::Failed("no page".to_owned()))?;
    window.indexed_db()?.ok_or_else(|| IdbError::Failed("the browser keeps nothing here".to_owned()))
}
