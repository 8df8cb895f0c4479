//! The outbox folder: `outbox/{tenant}/{milliseconds}-{random}.json`, one mail a file.

use super::Letter;
use crate::{private, random::Random};
use rollcall_core::{api::SentMail, id::TenantId, time::Timestamp, value::Email};
use serde::{Deserialize, Serialize};
use std::{
    io,
    path::{Path, PathBuf},
};

/// The most mails that are listed.
const LISTED: usize = 100;

/// What stands for a secret that is not shown.
const MASK: &str = "••••••";

/// Whether the links and codes of mails are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Secrets {
    Shown,
    Masked,
}

/// A mail as it is kept.
#[derive(Serialize, Deserialize)]
struct Kept {
    #[serde(flatten)]
    mail: SentMail,
    secrets: Vec<String>,
}

impl Kept {
    fn goes_to(&self, addresses: &[Email]) -> bool {
        let to = Email::parse(&self.mail.to);
        to.is_ok_and(|to| addresses.iter().any(|address| address.folded() == to.folded()))
    }

    fn show(self, secrets: Secrets) -> SentMail {
        let Self { mut mail, secrets: texts } = self;
        if secrets == Secrets::Masked {
            for text in texts.iter().filter(|text| !text.is_empty()) {
                mail.body = mail.body.replace(text, MASK);
            }
        }
        mail
    }
}

/// A folder that mail goes to.
#[derive(Clone, Debug)]
pub struct Outbox(PathBuf);

impl Outbox {
    /// The outbox inside a data folder.
    pub fn inside(data: &Path) -> Self {
        Self(data.join("outbox"))
    }

    /// Writes a mail.
    ///
    /// # Errors
    /// The folder can't be written.
    pub async fn put(&self, tenant: TenantId, letter: &Letter, at: Timestamp) -> io::Result<()> {
        let folder = self.0.join(tenant.to_string());
        let Letter { to, subject, text, secrets, .. } = letter;
        let mail = SentMail { at, to: to.to_string(), subject: subject.clone(), body: text.clone() };
        let mail = Kept { mail, secrets: secrets.clone() };
        // A name that nobody else writes just now.
        let name = format!("{:015}-{:08x}", at.0, u32::from_le_bytes(Random::default().bytes()));
        blocking(move || {
            for folder in folder.parent().into_iter().chain([&*folder]) {
                private::folder(folder)?;
            }
            // Under another name first: whoever lists the folder never reads half a mail.
            let unfinished = folder.join(format!("{name}.new"));
            private::write(&unfinished, &serde_json::to_vec_pretty(&mail)?)?;
            std::fs::rename(unfinished, folder.join(format!("{name}.json")))
        })
        .await
    }

    /// Removes the mails to these addresses.
    ///
    /// # Errors
    /// The folder can't be read, or a mail not removed.
    pub async fn forget(&self, tenant: TenantId, addresses: Vec<Email>) -> io::Result<()> {
        let folder = self.0.join(tenant.to_string());
        blocking(move || {
            for path in files(&folder)? {
                if read(&path).is_some_and(|kept| kept.goes_to(&addresses)) {
                    std::fs::remove_file(path)?;
                }
            }
            Ok(())
        })
        .await
    }

    /// The mails of some tenants to these addresses, newest first, their secrets masked.
    ///
    /// # Errors
    /// A folder can't be read.
    pub async fn to(&self, tenants: &[TenantId], addresses: Vec<Email>) -> io::Result<Vec<SentMail>> {
        let folders = self.folders(tenants);
        blocking(move || {
            let kept = newest(&folders)?.into_iter().filter_map(|path| read(&path));
            Ok(kept.filter(|kept| kept.goes_to(&addresses)).map(|kept| kept.show(Secrets::Masked)).collect())
        })
        .await
    }

    /// The newest mails of some tenants, newest first.
    ///
    /// # Errors
    /// A folder can't be read.
    pub async fn list(&self, tenants: &[TenantId], secrets: Secrets) -> io::Result<Vec<SentMail>> {
        let folders = self.folders(tenants);
        blocking(move || {
            let kept = newest(&folders)?.into_iter().take(LISTED).filter_map(|path| read(&path));
            Ok(kept.map(|kept| kept.show(secrets)).collect())
        })
        .await
    }

    fn folders(&self, tenants: &[TenantId]) -> Vec<PathBuf> {
        tenants.iter().map(|tenant| self.0.join(tenant.to_string())).collect()
    }
}

/// A mail. A file that somebody else put there is none of ours.
fn read(path: &Path) -> Option<Kept> {
    serde_json::from_slice(&std::fs::read(path).ok()?).ok()
}

/// The mails in some folders, newest first: they are named by the moment.
fn newest(folders: &[PathBuf]) -> io::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for folder in folders {
        paths.extend(files(folder)?);
    }
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort_unstable_by(|a, b| b.file_name().cmp(&a.file_name()));
    Ok(paths)
}

/// What is in a folder; nothing when it is not there yet.
fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    match std::fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        entries => entries?.map(|entry| entry.map(|entry| entry.path())).collect(),
    }
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> io::Result<T> + Send + 'static) -> io::Result<T> {
    tokio::task::spawn_blocking(work).await.unwrap_or_else(|error| Err(io::Error::other(error)))
}
