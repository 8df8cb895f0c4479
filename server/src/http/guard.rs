//! What surrounds every request: no writes from other sites, an end to what takes too long, headers that tie the
//! browser's hands.

use super::App;
use crate::problem::{Fault, accepted_language, translated};
use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use rollcall_core::{
    api::{PROTOCOL_HEADER, TENANT_HEADER, tenant_in},
    sync::PROTOCOL_VERSION,
};
use std::time::Duration;

/// How long a request may take until its answer begins.
const LIMIT: Duration = Duration::from_secs(30);

/// wasm needs a permission of its own; a style attribute moves the rows of a long list.
const CONTENT_SECURITY_POLICY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'; worker-src 'self'; \
    manifest-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// Ends requests that take too long, be it that their body never comes.
pub async fn time_limit(request: Request, next: Next) -> Response {
    match tokio::time::timeout(LIMIT, next.run(request)).await {
        Ok(response) => response,
        Err(_) => Fault::coded(StatusCode::SERVICE_UNAVAILABLE, "timeout").into_response(),
    }
}

/// Refuses writes that another site's page makes a browser send (OWASP: Fetch Metadata, Origin).
pub async fn same_site(State(app): State<App>, request: Request, next: Next) -> Response {
    if !request.method().is_safe() && foreign(request.headers(), &app.options.page) {
        return Fault::coded(StatusCode::FORBIDDEN, "cross_site").into_response();
    }
    next.run(request).await
}

/// Refuses what follows a `?` where nothing reads it.
pub async fn no_query(request: Request, next: Next) -> Response {
    match request.uri().query() {
        Some(query) if !query.is_empty() => {
            let detail = "The address is wrong behind its question mark: nothing is read there.";
            Fault::new(StatusCode::BAD_REQUEST, "malformed", detail).into_response()
        }
        _ => next.run(request).await,
    }
}

fn foreign(headers: &HeaderMap, page: &str) -> bool {
    let text = |name: HeaderName| headers.get(name).map(|value| value.to_str().unwrap_or("null"));
    if text(HeaderName::from_static("sec-fetch-site")).is_some_and(|site| !matches!(site, "same-origin" | "none")) {
        return true;
    }
    let Some(origin) = text(header::ORIGIN) else { return false };
    let authority = origin.split_once("://").map(|(_, authority)| authority);
    let here = text(header::HOST);
    origin != page && (authority.is_none() || authority != here)
}

/// Says errors in the language that is asked for, and adds the security headers, and to the API's answers what tells them from those that others give in our place.
pub async fn headers(State(app): State<App>, request: Request, next: Next) -> Response {
    let api = request.uri().path().starts_with("/api/");
    let tenant = tenant_in(request.uri().path()).and_then(|tenant| HeaderValue::from_str(tenant).ok());
    let spoken = accepted_language(request.headers());
    let mut response = translated(next.run(request).await, spoken);
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if app.options.secure() {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=63072000"));
    }
    if let Some(tenant) = tenant {
        headers.insert(HeaderName::from_static(TENANT_HEADER), tenant);
    }
    // What belongs to a person stays out of every cache.
    if api {
        headers.insert(HeaderName::from_static(PROTOCOL_HEADER), HeaderValue::from(PROTOCOL_VERSION));
        headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_foreign(pairs: &[(&'static str, &'static str)]) -> bool {
        let pairs = pairs.iter().map(|(n, v)| (HeaderName::from_static(n), HeaderValue::from_static(v)));
        foreign(&pairs.collect(), "https://rollcall.example")
    }

    #[test]
    fn other_sites_are_told_apart() {
        assert!(!is_foreign(&[]), "a program, not a browser");
        assert!(!is_foreign(&[("sec-fetch-site", "same-origin")]));
        assert!(is_foreign(&[("sec-fetch-site", "same-site")]));
        assert!(is_foreign(&[("sec-fetch-site", "cross-site")]));
        assert!(!is_foreign(&[("origin", "https://rollcall.example"), ("host", "inside:8080")]));
        assert!(!is_foreign(&[("origin", "http://127.0.0.1:8080"), ("host", "127.0.0.1:8080")]));
        assert!(is_foreign(&[("origin", "https://evil.example"), ("host", "rollcall.example")]));
        assert!(is_foreign(&[("origin", "null"), ("host", "rollcall.example")]));
    }
}
