//! A small HTTP client on one connection: a measured program should not spend its time in the client.

use crate::world::Place;
use rollcall_core::{
    id::DeviceId,
    record::{decode, encode},
    sync::{Cursor, Envelope, PROTOCOL_VERSION, SyncRequest, SyncResponse},
};
use std::net::SocketAddr;
use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader},
    net::TcpStream,
};

/// A connection.
pub struct Http(BufReader<TcpStream>);

impl Http {
    pub async fn open(address: SocketAddr) -> Self {
        let stream = TcpStream::connect(address).await.expect("a connection");
        stream.set_nodelay(true).expect("an option");
        Self(BufReader::with_capacity(4_096, stream))
    }

    pub async fn sync(
        &mut self,
        place: &Place,
        device: DeviceId,
        cursor: Option<Cursor>,
        commands: Vec<Envelope>,
    ) -> SyncResponse {
        decode(&self.post(place, device, cursor, commands, "").await).expect("an answer")
    }

    /// How many bytes a first sync takes.
    pub async fn compressed(&mut self, place: &Place) -> usize {
        self.post(place, DeviceId::fixed(1), None, Vec::new(), "accept-encoding: br\r\n").await.len()
    }

    async fn post(
        &mut self,
        place: &Place,
        device: DeviceId,
        cursor: Option<Cursor>,
        commands: Vec<Envelope>,
        header: &str,
    ) -> Vec<u8> {
        let (protocol, user) = (PROTOCOL_VERSION, place.owner);
        let body = encode(&SyncRequest { protocol, user, device, cursor, commands, held: None });
        let mut request = format!(
            "POST /api/v1/tenants/{}/sync HTTP/1.1\r\nhost: bench\r\ncookie: {}\r\n{header}\
             content-type: application/octet-stream\r\ncontent-length: {}\r\n\r\n",
            place.tenant,
            place.cookie,
            body.len()
        )
        .into_bytes();
        request.extend(body);
        self.0.write_all(&request).await.expect("sent");
        self.answer().await
    }

    /// The body of an answer with status 200.
    async fn answer(&mut self) -> Vec<u8> {
        match self.head().await {
            Some(length) => {
                let mut body = vec![0; length];
                self.0.read_exact(&mut body).await.expect("a body");
                body
            }
            None => {
                let mut body = Vec::new();
                loop {
                    let line = self.line().await;
                    let length = usize::from_str_radix(line.trim(), 16).expect("a chunk");
                    let at = body.len();
                    body.resize(at + length, 0);
                    self.0.read_exact(body.get_mut(at..).unwrap_or_default()).await.expect("a chunk");
                    self.line().await;
                    if length == 0 {
                        return body;
                    }
                }
            }
        }
    }

    /// The length of the body; none when it comes in chunks.
    async fn head(&mut self) -> Option<usize> {
        let status = self.line().await;
        assert!(status.starts_with("HTTP/1.1 200"), "{status}");
        let mut length = None;
        loop {
            let line = self.line().await.to_ascii_lowercase();
            if line.trim().is_empty() {
                return length;
            }
            if let Some(value) = line.strip_prefix("content-length:") {
                length = value.trim().parse().ok();
            }
        }
    }

    async fn line(&mut self) -> String {
        let mut line = String::new();
        self.0.read_line(&mut line).await.expect("a line");
        line
    }

    /// A live stream that has told where it begins.
    pub async fn live(address: SocketAddr, place: &Place) -> Self {
        let stream = TcpStream::connect(address).await.expect("a connection");
        let mut http = Self(BufReader::with_capacity(256, stream));
        let request = format!(
            "GET /api/v1/tenants/{}/live HTTP/1.1\r\nhost: bench\r\ncookie: {}\r\n\r\n",
            place.tenant, place.cookie
        );
        http.0.write_all(request.as_bytes()).await.expect("sent");
        http.head().await;
        http.event().await;
        http
    }

    /// Waits for the next version.
    pub async fn event(&mut self) {
        while !self.line().await.starts_with("data:") {}
    }
}
