//! How a server is set up: read from the command line and the environment, the same for both.

use crate::limits::{ConnectionLimits, Limits, MailBudget, StreamLimits, WorkLimits};
use clap::Args;
use std::{net::SocketAddr, path::PathBuf};

/// `rollcall serve`.
#[derive(Args, Clone, Debug)]
pub struct Serve {
    /// Where to listen.
    #[arg(long, env = "ROLLCALL_LISTEN", default_value = "127.0.0.1:8080", value_name = "ADDRESS:PORT")]
    pub listen: SocketAddr,
    /// The folder with the page; without it there is only the API.
    #[arg(long, env = "ROLLCALL_SITE", value_name = "FOLDER")]
    pub site: Option<PathBuf>,
    #[command(flatten)]
    pub database: Database,
    /// Found a demo organisation when the database is empty.
    #[arg(long, env = "ROLLCALL_DEMO")]
    pub demo: bool,
    /// How many users the demo organisation has.
    #[arg(long, env = "ROLLCALL_DEMO_USERS", value_name = "NUMBER", requires = "demo")]
    pub demo_users: Option<u32>,
    /// Found the demo with its people and teams alone: without numbers, contacts, opening hours and calls.
    #[arg(long, env = "ROLLCALL_DEMO_BARE", requires = "demo")]
    pub demo_bare: bool,
    /// The mail server, as smtps://user:password@host or smtp://host?tls=required; without it mail goes to a folder.
    #[arg(long, env = "ROLLCALL_SMTP", value_name = "URL", hide_env_values = true)]
    pub smtp: Option<String>,
    /// Show the mails in the folder as "Sent mail" in the page, without their links and codes; a demo shows them anyway.
    #[arg(long, env = "ROLLCALL_SHOW_MAIL", conflicts_with = "smtp")]
    pub show_mail: bool,
    /// Who mail comes from.
    #[arg(long, env = "ROLLCALL_MAIL_FROM", default_value = "Rollcall <rollcall@localhost.localdomain>")]
    pub mail_from: String,
    /// The address by which people reach the page; links in mails begin with it.
    #[arg(long, env = "ROLLCALL_PUBLIC_URL", value_name = "URL", value_parser = public_url)]
    pub public_url: Option<String>,
    /// The server is behind a proxy: take the client's address from the last entry of X-Forwarded-For.
    #[arg(long, env = "ROLLCALL_BEHIND_PROXY")]
    pub behind_proxy: bool,
    /// The most invitations, and the most other mails, that an organisation sends in an hour; what is over waits.
    #[arg(long, env = "ROLLCALL_MAIL_BUDGET", default_value_t = MailBudget::default().organisation, value_name = "NUMBER")]
    pub mail_budget: u32,
    /// The most connections at a time. Let the system give the process somewhat more files than that.
    #[arg(long, env = "ROLLCALL_MAX_CONNECTIONS", default_value_t = ConnectionLimits::default().all, value_name = "NUMBER")]
    pub max_connections: usize,
    /// The most connections from one network address; not counted with --behind-proxy.
    #[arg(long, env = "ROLLCALL_MAX_CONNECTIONS_PER_ADDRESS", default_value_t = ConnectionLimits::default().by_address, value_name = "NUMBER")]
    pub max_connections_per_address: usize,
    /// The most live streams at a time, of all organisations together; fewer than connections.
    #[arg(long, env = "ROLLCALL_MAX_STREAMS", default_value_t = StreamLimits::default().all, value_name = "NUMBER")]
    pub max_streams: usize,
    /// The commands that a user may send in a minute, in the long run; ten times as many at once after a pause.
    #[arg(long, env = "ROLLCALL_USER_COMMANDS", default_value_t = WorkLimits::default().commands, value_name = "NUMBER")]
    pub user_commands: u32,
    /// The megabytes of requests that a user may send in a day.
    #[arg(long, env = "ROLLCALL_USER_MEGABYTES", default_value_t = WorkLimits::default().bytes >> 20, value_name = "NUMBER")]
    pub user_megabytes: u64,
    /// Log as JSON, one object a line.
    #[arg(long, env = "ROLLCALL_LOG_JSON")]
    pub log_json: bool,
}

/// Where everything is kept.
#[derive(Args, Clone, Debug)]
pub struct Database {
    /// The folder for the embedded database and the outbox of mail.
    #[arg(long, env = "ROLLCALL_DATA", default_value = "data", value_name = "FOLDER")]
    pub data: PathBuf,
    /// PostgreSQL instead of the embedded database: postgres://user:password@host/name.
    #[arg(long = "database", env = "ROLLCALL_DATABASE", value_name = "URL", hide_env_values = true)]
    pub url: Option<String>,
}

/// The address of a page: its scheme and host in one spelling, and no slash at its end.
fn public_url(text: &str) -> Result<String, String> {
    let wrong = || "it is http:// or https:// and a host, such as https://people.acme.example".to_owned();
    let (scheme, rest) = text.trim().split_once("://").ok_or_else(wrong)?;
    let scheme = scheme.to_ascii_lowercase();
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let odd = |c: char| c.is_whitespace() || matches!(c, '@' | '?' | '#' | '\\');
    if !matches!(scheme.as_str(), "http" | "https") || host.is_empty() || rest.contains(odd) {
        return Err(wrong());
    }
    Ok(format!("{scheme}://{}/{path}", host.to_ascii_lowercase()).trim_end_matches('/').to_owned())
}

impl Serve {
    /// The limits, with those that the operator set.
    pub fn limits(&self) -> Limits {
        Limits {
            mail: MailBudget { organisation: self.mail_budget, ..MailBudget::default() },
            connections: ConnectionLimits {
                all: self.max_connections,
                by_address: self.max_connections_per_address,
                ..ConnectionLimits::default()
            },
            streams: StreamLimits { all: self.max_streams, ..StreamLimits::default() },
            work: WorkLimits {
                commands: self.user_commands,
                bytes: self.user_megabytes << 20,
                ..WorkLimits::default()
            },
            ..Limits::default()
        }
    }

    /// The address of the page, without a slash at its end.
    pub fn page(&self) -> String {
        match &self.public_url {
            Some(url) => url.clone(),
            None => format!("http://{}", self.listen),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_of_a_page_has_one_spelling() {
        for (text, expected) in [
            ("https://people.acme.example", Some("https://people.acme.example")),
            ("HTTPS://People.Acme.Example/", Some("https://people.acme.example")),
            ("http://127.0.0.1:8080", Some("http://127.0.0.1:8080")),
            (" https://acme.example/People/ ", Some("https://acme.example/People")),
            ("people.acme.example", None),
            ("ftp://acme.example", None),
            ("https://", None),
            ("https://user@acme.example", None),
            ("https://acme.example/?a", None),
        ] {
            assert_eq!(public_url(text).ok().as_deref(), expected, "{text}");
        }
    }
}
