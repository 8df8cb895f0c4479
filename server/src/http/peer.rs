//! The network address that a request comes from: the peer's, or the one that a trusted proxy wrote into `X-Forwarded-For`.

use super::App;
use crate::{identity::Entered, problem::Answer};
use axum::{
    extract::{ConnectInfo, FromRequestParts},
    http::{HeaderMap, request::Parts},
};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

/// The network address that a request comes from. An IPv4 address is one, however it is written.
#[derive(Clone, Copy)]
pub struct From(pub IpAddr);

impl FromRequestParts<App> for From {
    type Rejection = crate::problem::Fault;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Answer<Self> {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
        let told = if app.options.behind_proxy { forwarded(&parts.headers) } else { None };
        // What can't be read is the proxy's own doing, or not its at all: it counts as the proxy, never as nobody.
        let from = told.or(peer).unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED));
        Ok(Self(from.to_canonical()))
    }
}

/// A try to get in, by a password, a code or a link: counted in memory before anything is looked at, and refused there when
/// there were too many. Stays counted unless it is pardoned.
pub struct Trying(pub Entered);

impl FromRequestParts<App> for Trying {
    type Rejection = crate::problem::Fault;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Answer<Self> {
        let From(from) = From::from_request_parts(parts, app).await?;
        Ok(Self(app.throttle.enter(from)?))
    }
}

/// The last entry of the last `X-Forwarded-For`: what our own proxy wrote. Those before it are the client's word. None when
/// it is no address.
fn forwarded(headers: &HeaderMap) -> Option<IpAddr> {
    let value = headers.get_all("x-forwarded-for").iter().next_back()?.to_str().ok()?;
    let address = address(value.rsplit(',').next()?.trim())?;
    (!address.is_unspecified()).then_some(address)
}

/// An address with or without a port: some proxies write it, and IPv6 then stands in brackets.
fn address(text: &str) -> Option<IpAddr> {
    let bracketed = || text.strip_prefix('[')?.strip_suffix(']')?.parse().ok().map(IpAddr::V6);
    text.parse().ok().or_else(|| text.parse().ok().map(|with_port: SocketAddr| with_port.ip())).or_else(bracketed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(values: &[&str]) -> Option<String> {
        let name = axum::http::HeaderName::from_static("x-forwarded-for");
        let headers = values.iter().map(|value| (name.clone(), value.parse().unwrap())).collect();
        forwarded(&headers).map(|address| address.to_canonical().to_string())
    }

    #[test]
    fn the_last_hop_is_read_however_it_is_written() {
        for (values, address) in [
            (&["192.0.2.7"][..], "192.0.2.7"),
            (&["192.0.2.7:5678"], "192.0.2.7"),
            (&["2001:db8::1"], "2001:db8::1"),
            (&["[2001:db8::1]"], "2001:db8::1"),
            (&["[2001:db8::1]:443"], "2001:db8::1"),
            (&["::ffff:192.0.2.7"], "192.0.2.7"),
            (&["[::ffff:192.0.2.7]:443"], "192.0.2.7"),
            (&["203.0.113.9, 198.51.100.1:80 ,  192.0.2.7:5678 "], "192.0.2.7"),
            (&["unknown, 2001:db8::1"], "2001:db8::1"),
            (&["203.0.113.9", "192.0.2.7"], "192.0.2.7"),
        ] {
            assert_eq!(told(values).as_deref(), Some(address), "{values:?}");
        }
    }

    #[test]
    fn garbage_is_no_address_and_no_other_hop() {
        for value in [
            "",
            " ",
            ",",
            "192.0.2.7,",
            "192.0.2.7, ",
            "unknown",
            "_hidden",
            "192.0.2.7, unknown",
            "192.0.2",
            "192.0.2.256",
            "192.0.2.7:",
            "192.0.2.7:x",
            "192.0.2.7:70000",
            "[2001:db8::1",
            "2001:db8::1]",
            "[2001:db8::1]:",
            "[192.0.2.7]",
            "fe80::1%eth0",
            "0.0.0.0",
            "::",
            "[::]:80",
            "\"192.0.2.7\"",
            "for=192.0.2.7",
            "192.0.2.7 203.0.113.9",
        ] {
            assert_eq!(told(&[value]), None, "{value}");
        }
        assert_eq!(told(&["192.0.2.7", "unknown"]), None);
        assert_eq!(told(&[]), None);
    }
}
