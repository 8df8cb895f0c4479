//! Requests over the simulated network.

use super::{Request, Tab};
use crate::browser::request::{Answer, BODY_MILLIS, Body, HEAD_MILLIS, HEADERS, NoAnswer};
use std::time::Duration;

/// Sends one request. Cookies go along: the world knows whose the profile is.
pub async fn fetch(method: &str, path: &str, body: Body<'_>) -> Result<Answer, NoAnswer> {
    let tab = Tab::current().ok_or(NoAnswer)?;
    let body = match body {
        Body::Nothing => None,
        Body::Json(text) => Some(("application/json", text.as_bytes().to_vec())),
        Body::Bytes(bytes) => Some(("application/octet-stream", bytes.to_vec())),
    };
    let request = Request { method: method.to_owned(), path: path.to_owned(), body };
    let exchange = tab.world().clone().fetch(&tab, request);
    let limit = Duration::from_millis((HEAD_MILLIS + BODY_MILLIS).into());
    let mut answer = tokio::time::timeout(limit, exchange).await.unwrap_or(Err(NoAnswer))?;
    answer.headers.retain(|(name, _)| HEADERS.contains(&name.as_str()));
    if !answer.is_ours(path) {
        answer.body.clear();
    }
    Ok(answer)
}
