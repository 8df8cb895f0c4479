//! Throwaway databases: SQLite in a temporary folder, or a database of its own on the PostgreSQL of the tests.

use rollcall_server::store::{self, Store};
use std::sync::Arc;
use tempfile::TempDir;

/// A database that nobody else has.
pub struct Database {
    pub store: Arc<dyn Store>,
    pub url: Option<String>,
    pub folder: TempDir,
}

impl Database {
    pub async fn sqlite() -> Self {
        Self::open(None).await
    }

    pub async fn postgres() -> Self {
        Self::open(Some(postgres_url().await)).await
    }

    async fn open(url: Option<String>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = store::open(url.as_deref(), folder.path()).await.unwrap();
        Self { store, url, folder }
    }

    /// The same database, as another process opens it.
    pub async fn again(&self) -> Arc<dyn Store> {
        store::open(self.url.as_deref(), self.folder.path()).await.unwrap()
    }
}

/// The address of a new, empty database on the PostgreSQL of the tests.
pub async fn postgres_url() -> String {
    let server = std::env::var("ROLLCALL_TEST_POSTGRES").expect(
        "ROLLCALL_TEST_POSTGRES is not set: run `cargo xtask test`, or start a PostgreSQL and set it to \
         postgres://superuser@host:port/postgres",
    );
    let name = format!("rollcall_{}", rollcall_server::clock::Clock::default().id().simple());
    store::create_database(&server, &name).await.unwrap()
}

/// Runs each of these tests, which take a [`Database`], on both.
macro_rules! on_both {
    ($($test:ident)*) => {
        mod sqlite {
            $(#[tokio::test]
            async fn $test() {
                super::$test(crate::database::Database::sqlite().await).await;
            })*
        }
        mod postgres {
            $(#[tokio::test]
            async fn $test() {
                super::$test(crate::database::Database::postgres().await).await;
            })*
        }
    };
}
pub(crate) use on_both;
