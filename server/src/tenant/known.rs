//! Which commands have their verdict already. Almost every command is new, so the store is asked only about numbers that
//! a device has used before; whatever slips through (another process was asked first, another device sends the same
//! command) meets the store's own word that a command has one verdict, and is decided again, knowing all there is.

use super::{Result, work::Work};
use crate::store::{Store, StoredVerdict};
use rollcall_core::{
    id::{CommandId, DeviceId, TenantId, UserId},
    sync::{Seq, Verdict},
};
use rustc_hash::FxHashMap;

/// What names a command of a device.
pub(super) type Slot = (UserId, DeviceId, Seq);

/// Verdicts that there are.
#[derive(Default)]
pub(super) struct Known {
    slots: FxHashMap<Slot, Verdict>,
    ids: FxHashMap<(UserId, CommandId), Verdict>,
    /// The highest number of a device of which the verdict was forgotten.
    floors: FxHashMap<(UserId, DeviceId), Seq>,
}

impl Known {
    pub fn add(&mut self, StoredVerdict { user, device, verdict }: StoredVerdict) {
        self.ids.insert((user, verdict.command), verdict.clone());
        self.slots.insert((user, device, verdict.seq), verdict);
    }

    /// The verdict on whatever was sent under this number.
    pub fn at(&self, slot: &Slot) -> Option<&Verdict> {
        self.slots.get(slot)
    }

    /// Whether the number was used so long ago that its verdict may have been forgotten.
    pub fn forgot(&self, (user, device, seq): &Slot) -> bool {
        self.floors.get(&(*user, *device)).is_some_and(|floor| seq <= floor)
    }

    /// The verdict on this command, whichever device sent it under whatever number.
    pub fn of(&self, user: UserId, id: CommandId) -> Option<&Verdict> {
        self.ids.get(&(user, id))
    }
}

/// The highest number of each device that had a verdict when this process last looked. Others may be further: never a
/// reason to decide twice, only to ask less.
pub(super) struct Highest {
    known: FxHashMap<(UserId, DeviceId), Seq>,
    /// Devices are forgotten when there are more; they are asked for again.
    most: usize,
}

impl Highest {
    /// None is known yet, and no more than so many ever are.
    pub fn of_at_most(most: usize) -> Self {
        Self { known: FxHashMap::default(), most }
    }

    /// Notes what was just written.
    pub fn note(&mut self, verdicts: &[StoredVerdict]) {
        for StoredVerdict { user, device, verdict } in verdicts {
            if let Some(highest) = self.known.get_mut(&(*user, *device)) {
                *highest = verdict.seq.max(*highest);
            }
        }
    }

    async fn of(&mut self, store: &dyn Store, tenant: TenantId, user: UserId, device: DeviceId) -> Result<Seq> {
        if let Some(highest) = self.known.get(&(user, device)) {
            return Ok(*highest);
        }
        if self.known.len() >= self.most {
            self.known.clear();
        }
        let highest = store.highest_seq(tenant, user, device).await?.unwrap_or_default();
        self.known.insert((user, device), highest);
        Ok(highest)
    }

    /// The verdicts that commands of this work, behind so many of each, have already. Not thorough, it may miss some that others wrote; the
    /// store will say so when the work is committed.
    pub async fn look_up(
        &mut self,
        store: &dyn Store,
        tenant: TenantId,
        work: &[(&Work, usize)],
        thorough: bool,
    ) -> Result<Known> {
        if thorough {
            self.known.clear();
        }
        let mut known = Known::default();
        for (work, before) in work {
            let Work::Pushed { user, envelopes } = work else { continue };
            if *before >= envelopes.len() {
                continue;
            }
            let mut ranges: FxHashMap<DeviceId, (Seq, Seq)> = FxHashMap::default();
            for envelope in envelopes {
                let range = ranges.entry(envelope.device).or_insert((envelope.seq, envelope.seq));
                *range = (range.0.min(envelope.seq), range.1.max(envelope.seq));
            }
            for (device, (first, last)) in ranges {
                if first <= self.of(store, tenant, *user, device).await? {
                    store.verdicts(tenant, *user, device, first, last).await?.into_iter().for_each(|v| known.add(v));
                    if let Some(floor) = store.forgotten_seq(tenant, *user, device).await? {
                        known.floors.insert((*user, device), floor);
                    }
                }
            }
            if thorough {
                let ids: Vec<CommandId> = envelopes.iter().map(|envelope| envelope.id).collect();
                store.verdicts_on(tenant, *user, &ids).await?.into_iter().for_each(|v| known.add(v));
            }
        }
        Ok(known)
    }
}
