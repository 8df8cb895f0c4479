//! Mail: to an SMTP server, or to a folder when there is none, so that a demo can show what would have been sent.

mod harmless;
mod letter;
mod outbox;

pub use letter::{AskedBy, Invitation, address_confirm, address_stop, invitation, password_link};
pub use outbox::{Outbox, Secrets};

use async_trait::async_trait;
use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{Mailbox, MultiPart},
    transport::smtp::response::{Category, Code, Detail, Severity},
};
use rollcall_core::{
    api::{MailFailure, SentMail},
    id::TenantId,
    time::Timestamp,
    value::Email,
};
use std::{sync::Arc, time::Duration};

/// How long the mail server may take for one step.
const SMTP_WAIT: Duration = Duration::from_secs(15);

/// A mail to be sent.
#[derive(Clone)]
pub struct Letter {
    pub to: Email,
    pub subject: String,
    pub text: String,
    pub html: String,
    /// The link and the code in it: whoever has them may act for the recipient.
    pub secrets: Vec<String>,
}

/// Why a mail was not sent. Holds nothing of its content.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    #[error("the mail server's address is wrong: {0}. It is smtps://user:password@host, or smtp://host?tls=required")]
    Url(lettre::transport::smtp::Error),
    #[error("{0:?} is no sender: it is an address, or Name <address>")]
    Sender(String),
    #[error("the mail could not be written: {0}")]
    Compose(#[from] lettre::error::Error),
    #[error("the recipient's address is not accepted: {0}")]
    Recipient(#[from] lettre::address::AddressError),
    #[error("the mail server did not take the mail: {0}")]
    Smtp(lettre::transport::smtp::Error),
    #[error("the outbox folder can't be written: {0}")]
    Outbox(#[from] std::io::Error),
    #[error("the mail was not delivered: {0:?}")]
    Undelivered(MailFailure),
}

impl MailError {
    /// Whether there is nobody in the mailbox: it is unknown (RFC 5321, 4.2.3: 550, 551, 553; where an enhanced code says more,
    /// RFC 3463: 5.1). One that is full, or takes no such mail, has somebody who may read it.
    pub fn is_nobodys(&self) -> bool {
        match self {
            Self::Recipient(_) => true,
            Self::Undelivered(failure) => *failure == MailFailure::Refused,
            Self::Smtp(error) => error.status().is_some_and(|code| is_unknown(code, &error.to_string())),
            Self::Url(_) | Self::Sender(_) | Self::Outbox(_) | Self::Compose(_) => false,
        }
    }

    /// Whether the mail itself was refused, which another try would not change, or it may go through later.
    pub fn failure(&self) -> MailFailure {
        let refused = match self {
            Self::Undelivered(failure) => return *failure,
            Self::Recipient(_) | Self::Compose(_) => true,
            Self::Smtp(error) => error.status().is_some_and(is_about_the_mail),
            Self::Url(_) | Self::Sender(_) | Self::Outbox(_) => false,
        };
        if refused { MailFailure::Refused } else { MailFailure::Unavailable }
    }
}

/// Codes 550 to 559 are about a mailbox or a mail (RFC 5321, 4.2.1). Other 5xx, such as 535, are about the server and its
/// credentials: those are for the operator to put right, and no mail is lost meanwhile.
fn is_about_the_mail(code: Code) -> bool {
    code.severity == Severity::PermanentNegativeCompletion && code.category == Category::MailSystem
}

/// Whether a reply says that there is no such mailbox.
fn is_unknown(code: Code, said: &str) -> bool {
    // The enhanced code is the first thing that is said, where there is one.
    let enhanced = said.split_whitespace().find(|word| word.starts_with("5.") && word.matches('.').count() == 2);
    is_about_the_mail(code)
        && matches!(code.detail, Detail::Zero | Detail::One | Detail::Three)
        && enhanced.is_none_or(|enhanced| enhanced.starts_with("5.1."))
}

/// Where mail goes.
#[derive(Clone)]
pub enum Mailer {
    Smtp { transport: Box<AsyncSmtpTransport<Tokio1Executor>>, from: Mailbox },
    Outbox(Outbox),
    Post(Arc<dyn Post>),
}

/// Another way for mail to go, such as into the mailboxes of a simulation.
#[async_trait]
pub trait Post: Send + Sync {
    /// Takes a mail.
    ///
    /// # Errors
    /// Why it was not taken.
    async fn take(&self, letter: &Letter) -> Result<(), MailFailure>;
}

impl Mailer {
    /// Mail goes to a server.
    ///
    /// # Errors
    /// The URL or the sender can't be read.
    pub fn smtp(url: &str, from: &str) -> Result<Self, MailError> {
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
            .map_err(MailError::Url)?
            .timeout(Some(SMTP_WAIT))
            .build();
        let from = from.parse().map_err(|_| MailError::Sender(from.to_owned()))?;
        Ok(Self::Smtp { transport: Box::new(transport), from })
    }

    /// Sends a mail on behalf of a tenant.
    ///
    /// # Errors
    /// The mail was not taken; it may be tried again.
    pub async fn send(&self, tenant: TenantId, letter: &Letter, at: Timestamp) -> Result<(), MailError> {
        match self {
            Self::Smtp { transport, from } => {
                let to = Mailbox::new(None, letter.to.as_str().parse()?);
                let body = MultiPart::alternative_plain_html(letter.text.clone(), letter.html.clone());
                let message = Message::builder().from(from.clone()).to(to).subject(&letter.subject).multipart(body)?;
                transport.send(message).await.map(drop).map_err(MailError::Smtp)
            }
            Self::Outbox(outbox) => outbox.put(tenant, letter, at).await.map_err(MailError::Outbox),
            Self::Post(post) => post.take(letter).await.map_err(MailError::Undelivered),
        }
    }

    /// The mails of some tenants, newest first; none when they go to a server. Their links and codes are masked unless asked
    /// for.
    ///
    /// # Errors
    /// The folder can't be read.
    pub async fn sent(&self, tenants: &[TenantId], secrets: Secrets) -> Result<Option<Vec<SentMail>>, MailError> {
        match self {
            Self::Smtp { .. } | Self::Post(_) => Ok(None),
            Self::Outbox(outbox) => Ok(Some(outbox.list(tenants, secrets).await?)),
        }
    }

    /// The mails of some tenants to these addresses, newest first, without their links and codes; none where they go to a server,
    /// which keeps none here.
    ///
    /// # Errors
    /// The folder can't be read.
    pub async fn sent_to(&self, tenants: &[TenantId], addresses: Vec<Email>) -> Result<Vec<SentMail>, MailError> {
        match self {
            Self::Smtp { .. } | Self::Post(_) => Ok(Vec::new()),
            Self::Outbox(outbox) => Ok(outbox.to(tenants, addresses).await?),
        }
    }

    /// Removes the mails to these addresses from the outbox; a mail server's are out of reach.
    ///
    /// # Errors
    /// The outbox can't be read or written.
    pub async fn forget(&self, tenant: TenantId, addresses: Vec<Email>) -> Result<(), MailError> {
        match self {
            Self::Smtp { .. } | Self::Post(_) => Ok(()),
            Self::Outbox(outbox) => Ok(outbox.forget(tenant, addresses).await?),
        }
    }
}
