//! Why the program ends with an error, in a sentence for people, and what fails first: the data folder.

use crate::{
    config::Database,
    demo::DemoError,
    identity::{PasswordError, account::NotRecovered},
    outbound::mail::MailError,
    problem::sentence,
    store::{self, StoreError},
    tenant::TenantError,
};

/// Why the program ends with an error: a sentence for people.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Failure(String);

impl Failure {
    /// A failure with what is wrong and what to do.
    pub fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }

    /// An error as a sentence: it begins with a capital and ends with a full stop.
    pub(crate) fn told(error: &dyn std::fmt::Display) -> Self {
        let text = error.to_string();
        let mut letters = text.chars();
        let first = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
        let stop = if text.ends_with('.') { "" } else { "." };
        Self(format!("{first}{}{stop}", letters.as_str()))
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::told(&error)
    }
}
impl From<PasswordError> for Failure {
    fn from(error: PasswordError) -> Self {
        Self::told(&error)
    }
}
impl From<MailError> for Failure {
    fn from(error: MailError) -> Self {
        Self::told(&error)
    }
}
impl From<DemoError> for Failure {
    fn from(error: DemoError) -> Self {
        Self::told(&error)
    }
}

/// Opens the store, making the data folder when it is not there.
pub(crate) async fn open(database: &Database) -> Result<std::sync::Arc<dyn store::Store>, Failure> {
    crate::private::folder(&database.data).map_err(|error| {
        let folder = database.data.display();
        Failure::new(format!("The data folder {folder} can't be made: {error}. Name another with --data."))
    })?;
    Ok(store::open(database.url.as_deref(), &database.data).await?)
}

impl From<TenantError> for Failure {
    fn from(error: TenantError) -> Self {
        match &error {
            TenantError::Refused(refusals) => Self::new(sentence(refusals.first())),
            _ => Self::new(error.to_string()),
        }
    }
}

impl From<NotRecovered> for Failure {
    fn from(error: NotRecovered) -> Self {
        match error {
            NotRecovered::Tenant(error) => error.into(),
            error => Self::told(&error),
        }
    }
}
