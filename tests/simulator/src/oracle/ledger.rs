//! Nothing vanishes: every command that was ever durable on a device is remembered here, until it has its verdict.

use super::wire::Told;
use crate::universe::Universe;
use rollcall_client::simulated::{Profile, Tab};
use rollcall_core::{
    Command,
    id::CommandId,
    record,
    sync::{Envelope, Outcome, Rejected, Seq},
};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// The object stores of commands without a verdict and of refused ones.
const OUTBOX: &str = "outbox";
const INBOX: &str = "inbox";

/// The excuse of what the browser deleted.
pub const EVICTED: &str = "evicted";
/// The excuse of what a person deleted.
const SIGNED_OUT: &str = "signed out";

/// Every command that was ever durable on a device.
#[derive(Default)]
pub struct Ledger {
    durable: BTreeMap<CommandId, Durable>,
    /// Refused work that a person has dealt with.
    dismissed: BTreeSet<CommandId>,
    /// Where people are signing out.
    leaving: Vec<Tab>,
}

struct Durable {
    envelope: Envelope,
    /// The numbers that it was stored under.
    seqs: BTreeSet<Seq>,
    profile: u64,
    /// Why it may be gone: the browser or the person deleted it.
    excuse: Option<&'static str>,
}

impl Ledger {
    /// Takes down what stands in a profile's outboxes now.
    pub fn look(&mut self, profile: &Profile) {
        let leaves = self.leaving.iter().any(|tab| tab.is_alive() && tab.profile().id() == profile.id());
        for envelope in outbox(profile, None) {
            let (id, seq, excuse) = (envelope.id, envelope.seq, leaves.then_some(SIGNED_OUT));
            let new = Durable { profile: profile.id(), excuse, seqs: BTreeSet::new(), envelope };
            let durable = self.durable.entry(id).or_insert(new);
            durable.seqs.insert(seq);
            // A tab had it in memory still, and stored it again.
            if durable.excuse == Some(EVICTED) {
                (durable.profile, durable.excuse) = (profile.id(), excuse);
            }
        }
    }

    /// How many commands there were.
    pub fn count(&self) -> usize {
        self.durable.len()
    }

    /// A tab was told that its command is stored under this number: then it is.
    pub fn promised(&mut self, universe: &Universe, profile: &Profile, seq: Seq, command: &Command) {
        self.look(profile);
        let kept = |durable: &Durable| durable.seqs.contains(&seq) && durable.envelope.command == *command;
        if !self.durable.values().any(kept) {
            universe.wrong(format!("profile {} was told that {seq:?} is stored, and it is not", profile.id()));
        }
    }

    /// The person dealt with refused work.
    pub fn dismiss(&mut self, profile: &Profile, seq: Seq) {
        let ids = inbox(profile).into_iter().filter(|rejected| rejected.envelope.seq == seq);
        self.dismissed.extend(ids.map(|rejected| rejected.envelope.id));
    }

    /// The person signs out in a tab, whatever becomes of unsynced work; what the profile takes until that is done goes
    /// with the rest.
    pub fn leave(&mut self, tab: &Tab) {
        self.excuse(tab.profile(), SIGNED_OUT);
        self.leaving.push(tab.clone());
    }

    /// The sign-out has ended.
    pub fn left(&mut self, tab: &Tab) {
        self.excuse(tab.profile(), SIGNED_OUT);
        self.leaving.retain(|other| other.profile().id() != tab.profile().id() || other.id() != tab.id());
    }

    /// The browser or the person deletes what a profile holds.
    pub fn excuse(&mut self, profile: &Profile, why: &'static str) {
        self.look(profile);
        for durable in self.durable.values_mut().filter(|durable| durable.profile == profile.id()) {
            durable.excuse = Some(why);
        }
    }

    /// Looks for every command, after the end, in profiles: in those that may talk to the server, with the account that they
    /// do it for, and in those that may not.
    pub fn check(&self, universe: &Universe, told: &Told, profiles: &[(Profile, Option<Uuid>)]) {
        let ids = |profile: &Profile, of| outbox(profile, of).into_iter().map(|envelope| envelope.id);
        let waiting: BTreeSet<CommandId> = profiles.iter().flat_map(|(profile, _)| ids(profile, None)).collect();
        // What another account left on the device waits for that one.
        let stuck = profiles.iter().filter_map(|(profile, who)| Some(ids(profile, Some((*who)?))));
        let stuck: BTreeSet<CommandId> = stuck.flatten().collect();
        let refused: BTreeSet<CommandId> =
            profiles.iter().flat_map(|(profile, _)| inbox(profile)).map(|rejected| rejected.envelope.id).collect();
        for (id, durable) in &self.durable {
            if durable.excuse.is_some() {
                continue;
            }
            let what = || format!("{:?} of profile {}, {id}", durable.envelope.seq, durable.profile);
            match told.verdict(*id) {
                None if waiting.contains(id) => {}
                None => universe.wrong(format!("{}: gone without a verdict", what())),
                Some(Outcome::Applied { .. }) if stuck.contains(id) => {
                    universe.wrong(format!("{}: applied, and still waiting", what()));
                }
                Some(Outcome::Applied { .. }) => {}
                Some(_) if refused.contains(id) || self.dismissed.contains(id) || waiting.contains(id) => {}
                Some(outcome) => universe.wrong(format!("{}: {outcome:?}, and in no inbox", what())),
            }
        }
    }
}

/// The commands without a verdict that a profile holds, of one account or of all.
pub fn outbox(profile: &Profile, of: Option<Uuid>) -> Vec<Envelope> {
    rows(profile, OUTBOX, of).iter().filter_map(|row| record::decode(row).ok()).collect()
}

/// The refused commands that a profile holds.
pub fn inbox(profile: &Profile) -> Vec<Rejected> {
    rows(profile, INBOX, None).iter().filter_map(|row| record::decode(row).ok()).collect()
}

fn rows(profile: &Profile, store: &str, of: Option<Uuid>) -> Vec<Vec<u8>> {
    let mut names = profile.database_names();
    names.retain(|name| of.is_none_or(|account| name.ends_with(&account.to_string())));
    names.iter().flat_map(|name| profile.rows(name, store)).collect()
}
