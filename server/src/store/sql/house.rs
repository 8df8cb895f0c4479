//! Housekeeping: what nobody asks for any more goes.

use super::*;

impl Database {
    pub(super) async fn remove_what_is_old(&self, now: Timestamp, horizon: Timestamp) -> Result<()> {
        for (statement, before) in [
            ("DELETE FROM sessions WHERE expires <= $1 AND ended = 0", now),
            // Their browsers may come back late.
            ("DELETE FROM sessions WHERE expires <= $1", horizon),
            ("DELETE FROM strikes WHERE until <= $1", now),
            ("DELETE FROM password_links WHERE expires <= $1", now),
            ("DELETE FROM invitations WHERE expires <= $1", horizon),
        ] {
            sqlx::query(statement).bind(before.0).execute(&self.write).await?;
        }
        let mut tx = self.writing().await?;
        // Whoever was away since before the horizon gets a snapshot instead of a delta.
        let raise = sqlx::query(
            "UPDATE tenants SET log_floor = COALESCE((SELECT MAX(log.version) FROM log \
             WHERE log.tenant = tenants.id AND log.at <= $1), log_floor)",
        );
        raise.bind(horizon.0).execute(&mut *tx).await?;
        let delete = sqlx::query(
            "DELETE FROM records WHERE body IS NULL AND version <= \
             (SELECT log_floor FROM tenants WHERE tenants.id = records.tenant)",
        );
        delete.execute(&mut *tx).await?;
        tx.commit().await?;
        Ok(())
    }
}
