//! Invitations: found by the digest of their link, tried a limited number of times.

use super::*;
use crate::store::invitation::Ending;

/// How an ending is stored.
pub(super) fn number(ending: Ending) -> i64 {
    match ending {
        Ending::Used => 1,
        Ending::Ended => 2,
    }
}

/// Stores a new invitation and ends the user's older ones.
pub(super) async fn put(tx: &mut Tx, invitation: &StoredInvitation) -> Result<()> {
    let end = sqlx::query("UPDATE invitations SET ending = $3 WHERE tenant = $1 AND usr = $2 AND ending IS NULL");
    end.bind(bytes(invitation.tenant.uuid()))
        .bind(bytes(invitation.user.uuid()))
        .bind(number(Ending::Ended))
        .execute(&mut **tx)
        .await?;
    let insert = sqlx::query(
        "INSERT INTO invitations (token, tenant, usr, code, round, created, expires, email, handed) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    );
    insert
        .bind(invitation.token.to_vec())
        .bind(bytes(invitation.tenant.uuid()))
        .bind(bytes(invitation.user.uuid()))
        .bind(invitation.code.to_vec())
        .bind(i64::from(invitation.round))
        .bind(invitation.created.0)
        .bind(invitation.expires.0)
        .bind(invitation.email.as_ref().map(|email| email.as_str()))
        .bind(i64::from(invitation.handed))
        .execute(&mut **tx)
        .await?;
    Ok(())
}

#[async_trait]
impl InvitationStore for Database {
    async fn put_invitation(&self, invitation: &StoredInvitation) -> Result<()> {
        let mut tx = self.writing().await?;
        put(&mut tx, invitation).await?;
        tx.commit().await?;
        Ok(())
    }

    async fn invitation(&self, token: &Digest) -> Result<Option<StoredInvitation>> {
        type Row = (Vec<u8>, Vec<u8>, Vec<u8>, i64, i64, i64, i64, Option<i64>, Option<String>, i64);
        let query = sqlx::query_as::<Db, Row>(
            "SELECT tenant, usr, code, round, created, expires, tries, ending, email, handed FROM invitations WHERE token = $1",
        );
        let row = query.bind(token.to_vec()).fetch_optional(&self.read).await?;
        row.map(|(tenant, user, code, round, created, expires, tries, ending, email, handed)| {
            Ok(StoredInvitation {
                token: *token,
                tenant: TenantId::new(uuid(&tenant)?),
                user: UserId::new(uuid(&user)?),
                email: email.as_deref().map(account::email).transpose()?,
                handed: handed != 0,
                code: digest(code)?,
                round: small(round),
                created: Timestamp(created),
                expires: Timestamp(expires),
                tries: small(tries),
                ending: ending.map(|ending| if ending == number(Ending::Used) { Ending::Used } else { Ending::Ended }),
            })
        })
        .transpose()
    }

    async fn count_try(&self, token: &Digest, max: u32) -> Result<Option<u32>> {
        let update = sqlx::query_as::<Db, (i64,)>(
            "UPDATE invitations SET tries = tries + 1 WHERE token = $1 AND tries < $2 AND ending IS NULL RETURNING tries",
        );
        let row = update.bind(token.to_vec()).bind(i64::from(max)).fetch_optional(&self.write).await?;
        Ok(row.map(|(tries,)| small(tries)))
    }

    async fn pardon_try(&self, token: &Digest) -> Result<()> {
        let update = sqlx::query("UPDATE invitations SET tries = tries - 1 WHERE token = $1 AND tries > 0");
        update.bind(token.to_vec()).execute(&self.write).await?;
        Ok(())
    }
}
