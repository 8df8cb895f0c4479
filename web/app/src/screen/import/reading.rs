//! A file on its way into the page: its bytes, its letters, its rows; long work in portions that a person doesn't notice.

use crate::{language::t, text};
use leptos::prelude::set_timeout;
use rollcall_core::{
    Timestamp,
    transfer::{Encoding, FileError, Hints, MAX_BYTES, Rows, Table, TableReader, decode},
};
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, TextDecoder};

/// How long the page may work without letting the browser draw, in milliseconds.
const PORTION: i64 = 16;
/// Rows read between two looks at the clock.
const ROWS: usize = 200;

/// The bytes of a file.
pub async fn bytes(file: &File) -> Result<Vec<u8>, String> {
    // Asked before it is read: a film would not fit into the memory.
    if file.size() > MAX_BYTES as f64 {
        return Err(text::import::file_error(FileError::TooLarge { max: MAX_BYTES }));
    }
    let buffer = JsFuture::from(file.array_buffer()).await;
    let buffer = buffer.map_err(|_| t!(import_read_failed))?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// The rows of a file of text, to be read.
pub async fn text(bytes: &[u8], encoding: Option<Encoding>, language: &str) -> Result<Box<dyn Rows>, FileError> {
    let hints = Hints { encoding, language, legacy: &legacy };
    breathe().await;
    let decoded = decode(bytes, &hints)?;
    breathe().await;
    Ok(Box::new(TableReader::new(decoded)))
}

/// Reads rows; `go_on` hears how far it is, and says whether anybody still wants to know. None when nobody does.
pub async fn table(
    mut reader: Box<dyn Rows>,
    now: impl Fn() -> Timestamp,
    go_on: impl Fn((usize, usize)) -> bool,
) -> Option<Result<Table, FileError>> {
    loop {
        breathe().await;
        if !go_on(reader.progress()) {
            return None;
        }
        match in_portion(&now, || reader.advance(ROWS), |more| matches!(more, Ok(true))) {
            Ok(true) => {}
            Ok(false) => return Some(reader.finish()),
            Err(error) => return Some(Err(error)),
        }
    }
}

/// Does a thing again and again while there is more of it, as long as a portion lasts. Answers what the last time gave.
pub fn in_portion<R>(now: impl Fn() -> Timestamp, mut step: impl FnMut() -> R, more: impl Fn(&R) -> bool) -> R {
    let end = now().0.saturating_add(PORTION);
    loop {
        let last = step();
        if !more(&last) || now().0 >= end {
            return last;
        }
    }
}

/// Throws away what is many in portions: that takes almost as long as making it.
pub async fn dispose<T>(mut many: Vec<T>) {
    const AT_ONCE: usize = 10_000;
    while many.len() > AT_ONCE {
        many.truncate(many.len() - AT_ONCE);
        breathe().await;
    }
}

/// The browser has the tables of all encodings.
fn legacy(label: &'static str, bytes: &[u8]) -> Option<String> {
    TextDecoder::new_with_label(label).ok()?.decode_with_u8_array(bytes).ok()
}

/// Lets the browser draw.
pub async fn breathe() {
    let frame = js_sys::Promise::new(&mut |resolve, _| {
        set_timeout(
            move || {
                let _ = resolve.call0(&wasm_bindgen::JsValue::NULL);
            },
            std::time::Duration::ZERO,
        );
    });
    let _ = JsFuture::from(frame).await;
}
