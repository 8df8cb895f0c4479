//! What is wrong with a host's value, and where: noted in one place, so that the error that goes up through all readers is empty.

use serde::de::{self, Expected, Unexpected};
use std::cell::RefCell;
use std::fmt::{self, Display};
use wasm_bindgen::prelude::*;

/// How far reading has come.
#[derive(Default)]
struct State {
    /// Fields that nobody knows are mistakes.
    exactly: bool,
    /// The way to the value that is read, and after a mistake to the wrong one.
    path: Vec<Step>,
    /// What is wrong with it.
    message: String,
    /// A field that isn't there and is read as `undefined`, which optional ones can be: no mistake as yet.
    absent: bool,
    /// The field that was just found to be absent and not optional; a type without a value to put there complains of it.
    missing: Option<&'static str>,
}

/// A step of the way from a value to one in it.
pub enum Step {
    Index(u32),
    Name(&'static str),
    Key(String),
}

thread_local! {
    static STATE: RefCell<State> = RefCell::default();
}

/// Runs a reader; its mistake as a JS error that begins with what is read.
pub fn traced<T>(what: &str, exactly: bool, read: impl FnOnce() -> Result<T, Wrong>) -> Result<T, JsError> {
    // A getter of the host's may ask us something itself, in the midst of this.
    let outer = STATE.replace(State { exactly, ..State::default() });
    let read = read();
    let inner = STATE.replace(outer);
    read.map_err(|Wrong| inner.error(what))
}

impl State {
    fn error(self, what: &str) -> JsError {
        let mut place = String::from(what);
        for (at, step) in self.path.iter().enumerate() {
            place.push_str(match (at, step) {
                (0, _) => ": ",
                (_, Step::Index(_)) => "",
                _ => ".",
            });
            match step {
                Step::Index(index) => place.push_str(&format!("[{index}]")),
                Step::Name(name) => place.push_str(name),
                Step::Key(key) => place.push_str(key),
            }
        }
        JsError::new(&format!("{place}: {}", self.message))
    }
}

fn state<T>(act: impl FnOnce(&mut State) -> T) -> T {
    STATE.with_borrow_mut(act)
}

/// Whether fields that nobody knows are mistakes.
pub fn exactly() -> bool {
    state(|state| state.exactly)
}

/// Into a value.
pub fn enter(step: Step) {
    state(|state| state.path.push(step));
}

/// Back out of a value. After a mistake nobody leaves: the path stays as it was.
pub fn leave() {
    state(|state| {
        state.path.pop();
        state.absent = false;
        state.missing = None;
    });
}

/// Into a field that may not be there.
pub fn enter_field(name: &'static str, absent: bool) {
    state(|state| {
        state.path.push(Step::Name(name));
        state.missing = None;
        state.absent = absent;
    });
}

/// Out of a field that isn't there, and for which `undefined` won't do.
pub fn leave_out(name: &'static str) {
    leave();
    state(|state| state.missing = Some(name));
}

/// Something is wrong: [`State`] says what and where.
#[derive(Debug)]
pub struct Wrong;

impl Wrong {
    fn note(message: &dyn Display) -> Self {
        state(|state| {
            if !state.absent {
                state.message = message.to_string();
            }
        });
        Self
    }
}

impl Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&state(|state| state.message.clone()))
    }
}

impl std::error::Error for Wrong {}

impl de::Error for Wrong {
    fn custom<T: Display>(message: T) -> Self {
        Self::note(&message)
    }

    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::note(&format_args!("invalid type: {}, expected {expected}", shown(&of(found))))
    }

    fn invalid_value(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::note(&format_args!("invalid value: {}, expected {expected}", shown(&of(found))))
    }

    fn invalid_length(length: usize, expected: &dyn Expected) -> Self {
        match state(|state| state.missing) {
            Some(field) => Self::note(&format_args!("missing field `{field}`")),
            None => Self::note(&format_args!("invalid length {length}, expected {expected}")),
        }
    }
}

/// What a visitor did not expect, as a JS value.
#[expect(clippy::cast_precision_loss, reason = "it is only shown")]
fn of(found: Unexpected<'_>) -> JsValue {
    match found {
        Unexpected::Bool(value) => value.into(),
        Unexpected::Unsigned(value) => (value as f64).into(),
        Unexpected::Signed(value) => (value as f64).into(),
        Unexpected::Float(value) => value.into(),
        Unexpected::Str(value) => value.into(),
        _ => JsValue::UNDEFINED,
    }
}

/// A value as JS shows it. Rust's way of showing fractions would weigh nine kilobytes.
fn shown(value: &JsValue) -> String {
    let shown = format!("{value:?}");
    let inner = shown.strip_prefix("JsValue(").and_then(|rest| rest.strip_suffix(')'));
    inner.map_or_else(|| shown.clone(), str::to_owned)
}

/// What is wrong with a value of a kind that isn't expected.
pub fn unfit(value: &JsValue, expected: &dyn Expected) -> Wrong {
    Wrong::note(&format_args!("invalid type: {}, expected {expected}", shown(value)))
}
