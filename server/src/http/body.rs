//! Reading bodies: JSON, or the stored form of the core. What can't be read is told with the place where it is wrong.

use super::App;
use crate::problem::{Answer, Fault};
use axum::{
    body::{Body, Bytes, HttpBody},
    extract::{FromRequest, Request},
    http::{HeaderMap, StatusCode, header},
};
use futures_util::StreamExt;
use rollcall_core::record::{self, Unreadable};
use serde::{Serialize, de::DeserializeOwned};
use serde_ignored::Path as Ignored;
use serde_path_to_error::Track;
use std::io::{self, Write};

/// The type of a body in the stored form.
pub const STORED: &str = "application/octet-stream";
const JSON: &str = "application/json";
/// The largest body of most requests, and of most answers, in bytes. A larger one is a large one: it is counted, and read or
/// written beside the threads that serve.
pub const SMALL: usize = 64 * 1024;

/// A JSON body.
pub struct Json<T>(pub T);

/// A body that may be JSON or in the stored form, and which of them it is: the answer is in the same.
pub struct Raw {
    pub body: Bytes,
    pub form: Form,
}

impl Raw {
    /// Reads a body of at most so many bytes, and tells of each part of it.
    pub async fn of(request: Request, app: &App, most: usize, told: impl FnMut(usize)) -> Answer<Self> {
        let form = match content_type(request.headers()).as_str() {
            JSON => Form::Json,
            STORED => Form::Stored,
            _ => return Err(wrong_type("application/json or application/octet-stream")),
        };
        Ok(Self { body: read(request.into_body(), app, most, told).await?, form })
    }

    /// What the body says.
    pub fn read<T: DeserializeOwned>(&self) -> Answer<T> {
        match self.form {
            Form::Json => json(&self.body),
            Form::Stored => record::decode(&self.body).map_err(unreadable),
        }
    }

    /// What the body says to whoever reads it; of a large one, beside the threads that serve.
    pub async fn read_by<T: Send + 'static>(
        self,
        app: &App,
        reader: impl FnOnce(&Self) -> Answer<T> + Send + 'static,
    ) -> Answer<T> {
        if self.body.len() <= SMALL {
            return reader(&self);
        }
        app.heavy.run(move || reader(&self)).await?
    }
}

/// A form in which values travel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Json,
    Stored,
}

impl Form {
    /// A value in this form.
    pub fn write<T: Serialize>(self, value: &T) -> Answer<Vec<u8>> {
        match self {
            Self::Json => serde_json::to_vec(value).map_err(|error| unwritten(&error)),
            Self::Stored => Ok(record::encode(value)),
        }
    }

    /// How the form is called.
    pub const fn content_type(self) -> &'static str {
        match self {
            Self::Json => JSON,
            Self::Stored => STORED,
        }
    }

    /// A value in this form, unless that has more than so many bytes: then the rest is not even written.
    pub fn write_within<T: Serialize>(self, value: &T, most: usize) -> Answer<Option<Vec<u8>>> {
        match self {
            Self::Json => {
                let mut written = Within { bytes: Vec::new(), most };
                match serde_json::to_writer(&mut written, value) {
                    Ok(()) => Ok(Some(written.bytes)),
                    Err(error) if error.is_io() => Ok(None),
                    Err(error) => Err(unwritten(&error)),
                }
            }
            Self::Stored => Ok(record::encode_within(value, most)),
        }
    }
}

fn unwritten(error: &serde_json::Error) -> Fault {
    tracing::error!(%error, "an answer can't be written");
    Fault::internal()
}

/// Takes so many bytes and no more.
struct Within {
    bytes: Vec<u8>,
    most: usize,
}

impl Write for Within {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.bytes.len().saturating_add(bytes.len()) > self.most {
            return Err(io::ErrorKind::WriteZero.into());
        }
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<T: DeserializeOwned> FromRequest<App> for Json<T> {
    type Rejection = Fault;
    async fn from_request(request: Request, state: &App) -> Answer<Self> {
        if content_type(request.headers()) != JSON {
            return Err(json_wanted());
        }
        json(&read(request.into_body(), state, SMALL, |_| {}).await?).map(Self)
    }
}

fn content_type(headers: &HeaderMap) -> String {
    let value = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    value.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// How many bytes a body has, or may have when it does not say.
pub fn announced(body: &Body, most: usize) -> usize {
    body.size_hint().exact().map_or(most, |bytes| usize::try_from(bytes).unwrap_or(usize::MAX))
}

/// The body is larger than what this address takes.
pub fn too_large() -> Fault {
    Fault::coded(StatusCode::PAYLOAD_TOO_LARGE, "too_large")
}

async fn read(body: Body, app: &App, most: usize, told: impl FnMut(usize)) -> Answer<Bytes> {
    let reading = tokio::time::timeout(app.options.limits.connections.body, all(body, most, told));
    reading.await.map_err(|_| {
        let detail = "The body took too long to come. Send less at once, or try again where the network is faster.";
        Fault::new(StatusCode::REQUEST_TIMEOUT, "slow_body", detail)
    })?
}

async fn all(body: Body, most: usize, mut told: impl FnMut(usize)) -> Answer<Bytes> {
    let size = announced(&body, 0);
    if size > most {
        return Err(too_large());
    }
    // In one piece from the start: what grows is copied again and again.
    let (mut read, mut parts) = (Vec::with_capacity(size), body.into_data_stream());
    while let Some(part) = parts.next().await {
        let broken = "The body broke off before its end: send it again.";
        let part = part.map_err(|_| Fault::new(StatusCode::BAD_REQUEST, "broken_body", broken))?;
        told(part.len());
        if read.len().saturating_add(part.len()) > most {
            return Err(too_large());
        }
        read.extend_from_slice(&part);
    }
    Ok(read.into())
}

fn json<T: DeserializeOwned>(body: &[u8]) -> Answer<T> {
    let mut reader = serde_json::Deserializer::from_slice(body);
    let (mut track, mut unknown) = (Track::new(), None);
    let traced = serde_path_to_error::Deserializer::new(&mut reader, &mut track);
    let read = serde_ignored::deserialize(traced, |path| {
        unknown.get_or_insert_with(|| place(&path));
    });
    let value = read.map_err(|error| serde_path_to_error::Error::new(track.path(), error)).map_err(|error| {
        let (place, inner) = (error.path().to_string(), error.inner());
        if inner.is_data() {
            let place = if place == "." { "The body".to_owned() } else { format!("At {place}") };
            return Fault::new(StatusCode::UNPROCESSABLE_ENTITY, "unexpected_value", format!("{place}: {inner}."));
        }
        Fault::new(StatusCode::BAD_REQUEST, "malformed", format!("The body is not JSON: {inner}."))
    })?;
    let trailing = |error| Fault::new(StatusCode::BAD_REQUEST, "malformed", format!("The body is not JSON: {error}."));
    reader.end().map_err(trailing)?;
    // A misspelt field would be left out without a word, and its command be another one than was meant.
    if let Some(place) = unknown {
        let detail = format!("At {place}: there is no such field here. Leave it out, or mend its name.");
        return Err(Fault::new(StatusCode::UNPROCESSABLE_ENTITY, "unexpected_value", detail));
    }
    Ok(value)
}

/// Where in the JSON something lies: `[1].user.name`.
fn place(path: &Ignored<'_>) -> String {
    let (before, step) = match path {
        Ignored::Root => return String::new(),
        Ignored::Seq { parent, index } => (place(parent), format!("[{index}]")),
        Ignored::Map { parent, key } => (place(parent), key.clone()),
        Ignored::Some { parent } | Ignored::NewtypeStruct { parent } | Ignored::NewtypeVariant { parent } => {
            return place(parent);
        }
    };
    let dot = if before.is_empty() || step.starts_with('[') { "" } else { "." };
    before + dot + &step
}

/// The body is not what this address takes.
pub fn json_wanted() -> Fault {
    wrong_type("application/json")
}

fn wrong_type(wanted: &str) -> Fault {
    let detail = format!("The body must be {wanted}, and the header Content-Type must say so.");
    Fault::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "unsupported_media_type", detail)
}

fn unreadable(error: Unreadable) -> Fault {
    let detail = match error {
        Unreadable::Newer(_) => "The body was written by a later version of Rollcall: update the server.",
        Unreadable::Damaged => "The body can't be read: it is cut short, altered, or of another version.",
    };
    let code = if matches!(error, Unreadable::Newer(_)) { "newer_format" } else { "malformed" };
    Fault::new(StatusCode::BAD_REQUEST, code, detail)
}
