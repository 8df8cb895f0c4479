//! What can go wrong with a database, told to people.

use rollcall_core::record::Unreadable;

/// The result of a store operation.
pub type Result<T> = std::result::Result<T, StoreError>;

/// Why the store could not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The disk, or the space given to the database, is full.
    #[error("the disk that holds the database is full: free some space, then try again")]
    Full,
    /// The file is something else.
    #[error("{0} is not a Rollcall database: move it away, or name another folder with --data")]
    NotADatabase(String),
    /// A later version of Rollcall has been at work.
    #[error(
        "the database was written by a later version of Rollcall: run that version on this node too, or restore an older backup"
    )]
    Newer,
    /// Neither SQLite nor PostgreSQL.
    #[error("--database takes postgres://user@host/name, or sqlite:FILE")]
    UnknownUrl,
    /// No connection, or it broke.
    #[error("the database can't be reached: {0}")]
    Unreachable(String),
    /// The file can't be opened or written.
    #[error("{0}: {1}. Check who owns the file and its folder, and whether they may be written")]
    NotWritable(String, String),
    /// Another organisation has this short name.
    #[error("an organisation with this slug exists already: choose another")]
    SlugTaken,
    /// What is stored can't be read back.
    #[error("the database holds a value that is damaged: restore a backup")]
    Damaged,
    /// Anything else that the database says.
    #[error("the database refused: {0}")]
    Other(#[source] sqlx::Error),
}

impl From<Unreadable> for StoreError {
    fn from(error: Unreadable) -> Self {
        match error {
            Unreadable::Newer(_) => Self::Newer,
            Unreadable::Damaged => Self::Damaged,
        }
    }
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::Database(database) => match database.code().as_deref() {
                // SQLITE_FULL; PostgreSQL: disk_full.
                Some("13" | "53100") => Self::Full,
                // SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_IOERR and the like.
                Some("8" | "14") => Self::NotWritable("The database".into(), database.message().to_owned()),
                // The slug is the only unique column that a person chooses.
                _ if database.is_unique_violation() && database.message().contains("slug") => Self::SlugTaken,
                _ => Self::Other(error),
            },
            sqlx::Error::Io(_) | sqlx::Error::Tls(_) | sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed => {
                Self::Unreachable(error.to_string())
            }
            _ => Self::Other(error),
        }
    }
}
