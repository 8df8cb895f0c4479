//! The addresses of accounts in the form in which they are compared today. Each is compared by a stored key, and what that is
//! comes from the core, not from SQL.

use super::*;

impl Database {
    /// Gives accounts that an earlier version stored the key that they have now: a domain in Unicode and the same in Punycode
    /// were two mailboxes once. Where both have an account, the one that holds the key keeps it, and the log tells of the other:
    /// its person signs in by another identifier, or with the address of the one that stays.
    pub(in crate::store) async fn refold_accounts(&self) -> Result<()> {
        // All that could fold otherwise: what is plain ASCII has had one form ever since.
        let find = sqlx::query_as::<Db, (Vec<u8>, String, String)>(
            "SELECT id, email, folded FROM accounts \
             WHERE folded LIKE '%xn--%' OR octet_length(folded) > length(folded) ORDER BY created, id",
        );
        for (id, address, before) in find.fetch_all(&self.read).await? {
            // Whatever can't be read says so when somebody asks for it.
            let Ok(now) = account::email(&address).map(|email| email.folded()) else { continue };
            if now == before {
                continue;
            }
            let update = sqlx::query(
                "UPDATE accounts SET folded = $2 \
                 WHERE id = $1 AND folded = $3 AND NOT EXISTS (SELECT 1 FROM accounts AS other WHERE other.folded = $2)",
            );
            let update = update.bind(&id).bind(&now).bind(&before);
            if update.execute(&self.write).await?.rows_affected() == 0 {
                tracing::warn!(account = %uuid(&id)?, "another account has the same mailbox, and keeps its address");
            }
        }
        Ok(())
    }
}

/// Accounts as an earlier version stored them find the keys that they have now; called by the tests of either database.
#[cfg(test)]
pub(in crate::store) async fn verify_refolded(database: &Database) {
    for (id, address, folded) in [
        (1, "Ann@XN--MNCHEN-3YA.de", "ann@xn--mnchen-3ya.de"),
        (2, "bob@xn--bcher-kva.de", "bob@xn--bcher-kva.de"),
        (3, "bob@bücher.de", "bob@bücher.de"),
        (4, "cyd@ｘ.io", "cyd@ｘ.io"),
        (5, "dan@x.io", "dan@x.io"),
    ] {
        let insert =
            "INSERT INTO accounts (id, email, folded, password, created, proven) VALUES ($1, $2, $3, '', 0, 0)";
        let insert = sqlx::query(insert).bind(bytes(Uuid::from_u128(id))).bind(address).bind(folded);
        insert.execute(&database.write).await.unwrap();
    }
    for _ in 0..2 {
        database.refold_accounts().await.unwrap();
        for (typed, id) in [
            ("ann@münchen.de", Some(1)),
            ("ann@xn--mnchen-3ya.de", Some(1)),
            ("bob@xn--bcher-kva.de", Some(3)),
            ("cyd@x.io", Some(4)),
            ("dan@x.io", Some(5)),
        ] {
            let folded = rollcall_core::value::Email::parse(typed).unwrap().folded();
            let found = database.account_named(&folded).await.unwrap();
            assert_eq!(found.map(|account| account.id.as_u128()), id, "{typed}");
        }
    }
}
