//! Where a request comes from, in words that a person recognises: "Firefox on Windows, 203.0.113.7".

use crate::store::Whereabouts;
use axum::http::{HeaderMap, header};
use rollcall_core::api::Browser;
use std::net::IpAddr;

/// So much of a `User-Agent` is kept, in bytes: enough for all that browsers send.
const AGENT_LENGTH: usize = 300;

impl Whereabouts {
    /// What a request tells of itself.
    pub fn of(from: IpAddr, headers: &HeaderMap) -> Self {
        let agent = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok());
        // A header's text is ASCII: it can be cut anywhere.
        let agent = agent.map(|agent| agent.chars().take(AGENT_LENGTH).collect());
        let network = (!from.is_unspecified()).then(|| from.to_canonical().to_string());
        Self { network, agent }
    }

    /// The browser and the system that the `User-Agent` names.
    pub fn browser(&self) -> Browser {
        let agent = self.agent.as_deref().unwrap_or_default();
        let named = |marks: &[(&str, &str)]| {
            marks.iter().find(|(mark, _)| agent.contains(mark)).map(|(_, name)| (*name).to_owned())
        };
        Browser { name: named(BROWSERS), system: named(SYSTEMS) }
    }
}

/// In this order: each pretends to be the ones below it as well.
const BROWSERS: &[(&str, &str)] = &[
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("FxiOS/", "Firefox"),
    ("Firefox/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chromium/", "Chromium"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
    ("curl/", "curl"),
];

const SYSTEMS: &[(&str, &str)] = &[
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("CrOS", "ChromeOS"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(agent: &str) -> (Option<String>, Option<String>) {
        let browser = Whereabouts { network: None, agent: Some(agent.to_owned()) }.browser();
        (browser.name, browser.system)
    }

    #[test]
    fn a_browser_is_what_it_is_and_not_what_it_pretends_to_be() {
        let some = |name: &str, system: &str| (Some(name.to_owned()), Some(system.to_owned()));
        let edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 \
                    Safari/537.36 Edg/130.0.0.0";
        assert_eq!(seen(edge), some("Edge", "Windows"));
        let phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) \
                     Version/18.0 Mobile/15E148 Safari/604.1";
        assert_eq!(seen(phone), some("Safari", "iPhone"));
        assert_eq!(
            seen("Mozilla/5.0 (X11; Linux x86_64; rv:131.0) Gecko/20100101 Firefox/131.0"),
            some("Firefox", "Linux")
        );
        assert_eq!(seen("my-script"), (None, None));
    }

    #[test]
    fn a_long_agent_is_cut_and_an_unknown_address_is_none() {
        let mut headers = HeaderMap::new();
        headers.insert(header::USER_AGENT, "x".repeat(5_000).parse().unwrap());
        let at = Whereabouts::of("0.0.0.0".parse().unwrap(), &headers);
        assert_eq!((at.network, at.agent.map(|agent| agent.len())), (None, Some(AGENT_LENGTH)));
        let at = Whereabouts::of("::ffff:192.0.2.7".parse().unwrap(), &HeaderMap::new());
        assert_eq!(at.network.as_deref(), Some("192.0.2.7"));
    }
}
