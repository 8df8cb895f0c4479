//! Passwords and PINs: the mailed links with which people set them, and their change by who knows the old one.

use super::*;
use crate::store::{NO_TENANT, Verified};
use rollcall_core::api::LinkPurpose;

/// Ends the links that were mailed for a user, those of a change of address that its organisation asked for among them.
pub(super) async fn end_links_of_user(tx: &mut Tx, tenant: TenantId, user: UserId) -> Result<()> {
    let end = sqlx::query("UPDATE password_links SET used = 1 WHERE tenant = $1 AND usr = $2 AND used = 0");
    end.bind(bytes(tenant.uuid())).bind(bytes(user.uuid())).execute(&mut **tx).await?;
    let end = sqlx::query(
        "UPDATE address_changes SET state = 2 WHERE state = 0 AND tenant = $1 \
         AND account IN (SELECT account FROM account_users WHERE tenant = $1 AND usr = $2)",
    );
    end.bind(bytes(tenant.uuid())).bind(bytes(user.uuid())).execute(&mut **tx).await?;
    Ok(())
}

/// Ends all links of an account, and the changes of its address that wait: whoever asked for one may be the reason why. Those
/// whose place they took go with them, save what an earlier mailbox can still say.
pub(super) async fn end_links_of_account(tx: &mut Tx, account: Uuid) -> Result<()> {
    let end = sqlx::query("UPDATE password_links SET used = 1 WHERE account = $1 AND used = 0");
    end.bind(bytes(account)).execute(&mut **tx).await?;
    let end = sqlx::query(
        "UPDATE address_changes SET state = 2 WHERE account = $1 \
         AND (state = 0 OR (state = 3 AND before = (SELECT email FROM accounts WHERE id = $1)))",
    );
    end.bind(bytes(account)).execute(&mut **tx).await?;
    Ok(())
}

/// How a purpose is stored.
fn name(purpose: LinkPurpose) -> &'static str {
    match purpose {
        LinkPurpose::Welcome => "welcome",
        LinkPurpose::Reset => "reset",
        LinkPurpose::Forgotten => "forgotten",
        LinkPurpose::Recovery => "recovery",
        LinkPurpose::Join => "join",
    }
}

fn named(text: &str) -> Option<LinkPurpose> {
    use LinkPurpose::{Forgotten, Join, Recovery, Reset, Welcome};
    [Welcome, Reset, Forgotten, Recovery, Join].into_iter().find(|purpose| name(*purpose) == text)
}

/// The place of a link that is about an account alone.
fn place((tenant, user): (Vec<u8>, Vec<u8>)) -> Result<Option<(TenantId, UserId)>> {
    let (tenant, user) = (uuid(&tenant)?, uuid(&user)?);
    Ok((tenant != NO_TENANT.uuid()).then(|| (TenantId::new(tenant), UserId::new(user))))
}

#[async_trait]
impl LinkStore for Database {
    async fn put_password_link(&self, link: &PasswordLink) -> Result<()> {
        let (tenant, user) = link.place.map_or((NO_TENANT.uuid(), Uuid::nil()), |(t, u)| (t.uuid(), u.uuid()));
        let mut tx = self.writing().await?;
        match (link.place, link.account) {
            (Some((tenant, user)), _) => end_links_of_user(&mut tx, tenant, user).await?,
            (None, Some(account)) => {
                let end = sqlx::query("UPDATE password_links SET used = 1 WHERE account = $1 AND tenant = $2");
                end.bind(bytes(account)).bind(bytes(tenant)).execute(&mut *tx).await?;
            }
            (None, None) => {}
        }
        let insert = sqlx::query(
            "INSERT INTO password_links (token, tenant, usr, created, expires, purpose, account, email) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        );
        let insert = insert.bind(link.token.to_vec()).bind(bytes(tenant)).bind(bytes(user));
        let insert = insert.bind(link.created.0).bind(link.expires.0).bind(name(link.purpose));
        insert.bind(link.account.map(bytes)).bind(link.email.as_str()).execute(&mut *tx).await?;
        tx.commit().await
    }

    async fn password_link(&self, token: &Digest) -> Result<Option<PasswordLink>> {
        type Row = (Vec<u8>, Vec<u8>, i64, i64, i64, Option<String>, Option<Vec<u8>>, Option<String>);
        let query = sqlx::query_as::<Db, Row>(
            "SELECT tenant, usr, created, expires, used, purpose, account, email FROM password_links WHERE token = $1",
        );
        let row = query.bind(token.to_vec()).fetch_optional(&self.read).await?;
        let Some((tenant, user, created, expires, used, purpose, account, email)) = row else { return Ok(None) };
        // Mailed by a version that did not write down for whom: over.
        let (Some(purpose), Some(email)) = (purpose.as_deref().and_then(named), email) else { return Ok(None) };
        Ok(Some(PasswordLink {
            token: *token,
            purpose,
            place: place((tenant, user))?,
            account: account.as_deref().map(uuid).transpose()?,
            email: account::email(&email)?,
            created: Timestamp(created),
            expires: Timestamp(expires),
            over: used != 0,
        }))
    }

    async fn use_password_link(
        &self,
        link: &PasswordLink,
        using: &LinkUse,
        pin: Option<&str>,
        now: Timestamp,
    ) -> Result<bool> {
        let mut tx = self.writing().await?;
        let used = sqlx::query("UPDATE password_links SET used = 1 WHERE token = $1 AND used = 0 AND expires > $2");
        if used.bind(link.token.to_vec()).bind(now.0).execute(&mut *tx).await?.rows_affected() != 1 {
            return Ok(false);
        }
        let done = match (using, link.account, link.place) {
            (LinkUse::SetPassword { hash }, Some(account), place) => {
                set_password(&mut tx, link, account, place, hash).await?
            }
            (LinkUse::Open(new), None, Some((tenant, user))) => {
                account::open(&mut tx, new).await? && account::link(&mut tx, tenant, user, new.id, now, None).await?
            }
            (LinkUse::Join { verified }, Some(account), Some((tenant, user))) => {
                let verified = Verified { folded: link.email.folded(), password: verified.clone() };
                account::link(&mut tx, tenant, user, account, now, Some(&verified)).await?
            }
            _ => false,
        };
        if done {
            if let (Some(pin), Some((tenant, user))) = (pin, link.place) {
                write_pin(&mut tx, tenant, user, pin).await?;
            }
            tx.commit().await?;
        }
        Ok(done)
    }

    async fn change_password(&self, account: Uuid, old: &str, new: &str, keep: &Digest) -> Result<bool> {
        let mut tx = self.writing().await?;
        let update = sqlx::query(
            "UPDATE accounts SET password = $3, must_change = 0, temporary_until = 0 WHERE id = $1 AND password = $2",
        );
        if update.bind(bytes(account)).bind(old).bind(new).execute(&mut *tx).await?.rows_affected() != 1 {
            return Ok(false);
        }
        session::end_others(&mut tx, account, Some(keep)).await?;
        guess::forget_all(&mut tx, account).await?;
        end_links_of_account(&mut tx, account).await?;
        tx.commit().await?;
        Ok(true)
    }

    async fn set_pin(
        &self,
        account: Uuid,
        (tenant, user): (TenantId, UserId),
        verified: &str,
        pin: &str,
    ) -> Result<bool> {
        let mut tx = self.writing().await?;
        // Keeps others from changing the account until the PIN is written.
        let lock = sqlx::query("UPDATE accounts SET password = password WHERE id = $1 AND password = $2");
        if lock.bind(bytes(account)).bind(verified).execute(&mut *tx).await?.rows_affected() != 1
            || !is_user(&mut tx, account, tenant, user).await?
        {
            return Ok(false);
        }
        write_pin(&mut tx, tenant, user, pin).await?;
        tx.commit().await?;
        Ok(true)
    }
}

/// Whether the account is this user.
async fn is_user(tx: &mut Tx, account: Uuid, tenant: TenantId, user: UserId) -> Result<bool> {
    let find = sqlx::query_as::<Db, (i64,)>(
        "SELECT COUNT(*) FROM account_users WHERE tenant = $1 AND usr = $2 AND account = $3",
    );
    let find = find.bind(bytes(tenant.uuid())).bind(bytes(user.uuid())).bind(bytes(account));
    Ok(find.fetch_one(&mut **tx).await?.0 == 1)
}

async fn write_pin(tx: &mut Tx, tenant: TenantId, user: UserId, hash: &str) -> Result<()> {
    let upsert = sqlx::query(
        "INSERT INTO pins (tenant, usr, pin) VALUES ($1, $2, $3) \
         ON CONFLICT (tenant, usr) DO UPDATE SET pin = excluded.pin",
    );
    upsert.bind(bytes(tenant.uuid())).bind(bytes(user.uuid())).bind(hash).execute(&mut **tx).await?;
    Ok(())
}

/// Sets the password of the link's account, as long as that is what the link was mailed for: the account has the address
/// still, and is the user of the link's place.
async fn set_password(
    tx: &mut Tx,
    link: &PasswordLink,
    account: Uuid,
    place: Option<(TenantId, UserId)>,
    hash: &str,
) -> Result<bool> {
    if let Some((tenant, user)) = place
        && !is_user(tx, account, tenant, user).await?
    {
        return Ok(false);
    }
    // Without a mailbox of its own, it is the address that the organisation has of its user.
    let update = sqlx::query(
        "UPDATE accounts SET password = $2, proven = $3, must_change = 0, temporary_until = 0 \
         WHERE id = $1 AND (folded = $4 OR email = '')",
    );
    // What the link proves is as old as the link: one from before a forced reset does not satisfy it.
    let update = update.bind(bytes(account)).bind(hash).bind(link.created.0).bind(link.email.folded());
    if update.execute(&mut **tx).await?.rows_affected() != 1 {
        return Ok(false);
    }
    session::end_others(tx, account, None).await?;
    guess::forget_all(tx, account).await?;
    end_links_of_account(tx, account).await?;
    Ok(true)
}
