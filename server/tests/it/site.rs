//! The page: compressed files, caching, deep links.

use crate::world::World;
use axum::{
    Router,
    body::Body,
    http::{Request, StatusCode},
};
use http_body_util::BodyExt;
use rollcall_server::{http::router, static_site::Site};
use tower::ServiceExt;

async fn with_site() -> (World, Router) {
    let world = World::new().await;
    let folder = world.database.folder.path().join("site");
    std::fs::create_dir_all(folder.join("assets")).unwrap();
    for (name, text) in [
        ("index.html", "<p>the page"),
        ("index.html.br", "compressed page"),
        ("sw.js", "worker"),
        ("assets/app-1234.wasm", "wasm"),
        ("assets/app-1234.wasm.br", "compressed wasm"),
    ] {
        std::fs::write(folder.join(name), text).unwrap();
    }
    let router = router(world.app.clone(), Site::open(&folder));
    (world, router)
}

async fn get(router: &Router, path: &str, headers: &[(&str, &str)]) -> (StatusCode, axum::http::HeaderMap, String) {
    let mut request = Request::get(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let response = router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
    let (parts, body) = response.into_parts();
    let body = body.collect().await.unwrap().to_bytes();
    (parts.status, parts.headers, String::from_utf8_lossy(&body).into_owned())
}

#[tokio::test]
async fn files_are_served_compressed_and_cached_by_their_name() {
    let (_world, router) = with_site().await;
    let (_, headers, body) = get(&router, "/assets/app-1234.wasm", &[("accept-encoding", "gzip, br")]).await;
    assert_eq!((headers["content-type"].to_str().unwrap(), body.as_str()), ("application/wasm", "compressed wasm"));
    assert_eq!(headers["content-encoding"], "br");
    assert_eq!(headers["cache-control"], "public, max-age=31536000, immutable");
    let (_, headers, body) = get(&router, "/assets/app-1234.wasm", &[]).await;
    assert_eq!((body.as_str(), headers.contains_key("content-encoding")), ("wasm", false));
    for path in ["/", "/sw.js"] {
        let (status, headers, _) = get(&router, path, &[]).await;
        assert_eq!((status, headers["cache-control"].to_str().unwrap()), (StatusCode::OK, "no-cache"), "{path}");
        assert!(headers.contains_key("content-security-policy"));
    }
}

#[tokio::test]
async fn deep_links_get_the_page_and_nothing_else_does() {
    let (_world, router) = with_site().await;
    let html = [("accept", "text/html,application/xhtml+xml,*/*;q=0.8")];
    for path in ["/users", "/invite/0123", "/users/%E2%9C%93"] {
        let (status, headers, body) = get(&router, path, &html).await;
        assert_eq!((status, body.as_str()), (StatusCode::OK, "<p>the page"), "{path}");
        assert_eq!(headers["cache-control"], "no-cache");
    }
    let (_, headers, body) = get(&router, "/users", &[html[0], ("accept-encoding", "br")]).await;
    assert_eq!((headers["content-encoding"].to_str().unwrap(), body.as_str()), ("br", "compressed page"));
    for path in ["/api/v1/nothing", "/assets/gone-1.js", "/%2e%2e/rollcall.sqlite", "/../rollcall.sqlite"] {
        let (status, headers, body) = get(&router, path, &html).await;
        let page = path.contains("rollcall.sqlite") && body == "<p>the page";
        assert!(page || status == StatusCode::NOT_FOUND, "{path}: {status} {body}");
        assert!(page || headers["content-type"] == "application/problem+json", "{path}");
    }
    let (status, ..) = get(&router, "/users", &[("accept", "application/json")]).await;
    assert_eq!(status, StatusCode::NOT_FOUND);
}
