//! Serves the page: files compressed beforehand, cached for good when their name tells their content, and the page itself
//! for every address that a person may have come by.

use crate::problem::Fault;
use axum::{
    body::Body,
    extract::Request,
    http::{HeaderValue, Method, StatusCode, header},
    response::{IntoResponse, Response},
};
use std::path::{Path, PathBuf};
use tower::ServiceExt;
use tower_http::services::{ServeDir, ServeFile};

/// Where names carry a hash of their content.
const HASHED: &str = "/assets/";

/// The folder of the page.
#[derive(Clone, Debug)]
pub struct Site {
    folder: PathBuf,
}

impl Site {
    /// The page in a folder; none when there is no page.
    pub fn open(folder: &Path) -> Option<Self> {
        folder.join("index.html").is_file().then(|| Self { folder: folder.to_owned() })
    }

    /// Answers a request that no route takes.
    pub async fn answer(self, request: Request) -> Response {
        let (path, uri) = (request.uri().path().to_owned(), request.uri().clone());
        let readable = request.method() == Method::GET || request.method() == Method::HEAD;
        if !readable || path.starts_with("/api/") || path == "/api" {
            return Fault::nothing_at(&uri).into_response();
        }
        let wants_page = wants_html(&request);
        let files = ServeDir::new(&self.folder).precompressed_br();
        let headers = request.headers().clone();
        let mut response = match files.oneshot(request).await {
            Ok(response) => response.map(Body::new),
            Err(never) => match never {},
        };
        if response.status() == StatusCode::NOT_FOUND {
            if !wants_page || path.starts_with(HASHED) {
                return Fault::nothing_at(&uri).into_response();
            }
            let mut request = Request::new(Body::empty());
            *request.headers_mut() = headers;
            let page = ServeFile::new(self.folder.join("index.html")).precompressed_br();
            response = match page.oneshot(request).await {
                Ok(response) => response.map(Body::new),
                Err(never) => match never {},
            };
        }
        let fresh = if path.starts_with(HASHED) { "public, max-age=31536000, immutable" } else { "no-cache" };
        if response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED {
            response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(fresh));
        }
        response
    }
}

fn wants_html(request: &Request) -> bool {
    let accepted = request.headers().get_all(header::ACCEPT).iter().filter_map(|value| value.to_str().ok());
    accepted.flat_map(|value| value.split(',')).any(|kind| kind.trim().starts_with("text/html"))
}
