//! What a client gets: the difference since its cursor, or the whole view when there is no telling the difference.

use super::{Result, TenantError, state::State};
use crate::store::Store;
use rollcall_core::{
    Actor, Context,
    access::{Holding, view_epoch},
    context::View,
    id::UserId,
    sync::{self, Cursor, SyncResponse, Update},
    time::Timestamp,
};

impl State {
    /// The news for a user since the cursor.
    pub async fn pull(
        &mut self,
        store: &dyn Store,
        user: UserId,
        cursor: Option<Cursor>,
        now: Timestamp,
    ) -> Result<SyncResponse> {
        // The client was served by a process that is ahead of this one: never take it back.
        if cursor.is_some_and(|cursor| cursor.log_epoch == self.head.log_epoch && cursor.version > self.head.version) {
            self.catch_up(store).await?;
        }
        let context = Context { actor: Actor::User(user), now, view: View::Whole };
        let viewer = Holding::of_actor(&self.directory, &context).map_err(|r| TenantError::Refused(vec![r]))?;
        let here =
            Cursor { log_epoch: self.head.log_epoch, version: self.head.version, view_epoch: view_epoch(&viewer) };
        let changed = match cursor.filter(|cursor| self.reaches(cursor, &here)) {
            None => None,
            Some(cursor) => match self.recent.after(cursor.version) {
                Some(keys) => Some(keys),
                None => Some(store.keys_since(self.tenant, cursor.version).await?),
            },
        };
        let update = match changed {
            Some(keys) => Update::Delta(sync::delta(&self.directory, &viewer, keys)),
            None => Update::Snapshot(sync::snapshot(&self.directory, &viewer)),
        };
        Ok(SyncResponse { cursor: here, user, now, verdicts: Vec::new(), update })
    }

    /// Whether a delta can be told from the one cursor to the other.
    fn reaches(&self, from: &Cursor, here: &Cursor) -> bool {
        from.log_epoch == here.log_epoch
            && from.view_epoch == here.view_epoch
            && (self.head.log_floor..=here.version).contains(&from.version)
    }
}
