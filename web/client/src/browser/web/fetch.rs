//! Requests by the browser's own `fetch`.

use super::timer::Timer;
use crate::browser::request::{Answer, BODY_MILLIS, Body, HEAD_MILLIS, HEADERS, NoAnswer};
use js_sys::{JsString, Uint8Array};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, Headers, Request, RequestInit, Response};

/// Sends one request. Cookies go along, the answer never comes from a cache, and a redirect is not followed. Of an answer
/// that is not the server's the body is not read.
pub async fn fetch(method: &str, path: &str, body: Body<'_>) -> Result<Answer, NoAnswer> {
    exchange(method, path, body).await.map_err(|_| NoAnswer)
}

async fn exchange(method: &str, path: &str, body: Body<'_>) -> Result<Answer, JsValue> {
    let window = web_sys::window().ok_or(JsValue::UNDEFINED)?;
    let headers = Headers::new()?;
    let init = RequestInit::new();
    init.set_method(method);
    init.set_cache(web_sys::RequestCache::NoStore);
    init.set_redirect(web_sys::RequestRedirect::Manual);
    match body {
        Body::Nothing => headers.set("accept", "application/json")?,
        Body::Json(text) => {
            headers.set("accept", "application/json")?;
            headers.set("content-type", "application/json")?;
            init.set_body(&JsString::from(text));
        }
        Body::Bytes(bytes) => {
            headers.set("accept", "application/octet-stream")?;
            headers.set("content-type", "application/octet-stream")?;
            init.set_body(&Uint8Array::from(bytes));
        }
    }
    init.set_headers(&headers);
    let controller = AbortController::new()?;
    init.set_signal(Some(&controller.signal()));
    let give_up = |millis| {
        let controller = controller.clone();
        Timer::after(millis, move || controller.abort())
    };
    let timer = RefCell::new(give_up(HEAD_MILLIS));
    let request = Request::new_with_str_and_init(path, &init)?;
    let response: Response = JsFuture::from(window.fetch_with_request(&request)).await?.dyn_into()?;
    timer.replace(give_up(BODY_MILLIS));
    let known = response.headers();
    let header = |name: &&str| Some(((*name).to_owned(), known.get(name).ok()??));
    let headers = HEADERS.iter().filter_map(header).collect();
    let mut answer = Answer { status: response.status(), headers, body: Vec::new() };
    if answer.is_ours(path) {
        let buffer = JsFuture::from(response.array_buffer()?).await?;
        answer.body = Uint8Array::new(&buffer).to_vec();
    } else {
        // It may be endless.
        controller.abort();
    }
    Ok(answer)
}
