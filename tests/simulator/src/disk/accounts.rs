//! The accounts on the disk: what the SQL of the real stores does with its tables, done in memory. Each function is one
//! transaction's worth; [`Accounts::whole`] takes back what does not fit.

use rollcall_core::{
    api::KnownDevice,
    id::{DeviceId, TenantId, UserId},
    model::IdentifierKind,
    sync::Seq,
    time::{Span, Timestamp},
};
use rollcall_server::store::{
    Account, AddressChange, AddressState, Digest, Ending, KnownTo, Link, NewAccount, NewKnownDevice, NewSession,
    NotesOf, PasswordLink, Secret, SecurityNote, StoredInvitation, StoredSession, Verified, Whereabouts,
};
use std::collections::BTreeMap;
use uuid::Uuid;

/// A user of an organisation.
pub type Place = (TenantId, UserId);

/// Everything about accounts.
#[derive(Clone, Default)]
pub struct Accounts {
    pub all: BTreeMap<Uuid, Account>,
    pub users: BTreeMap<Place, Member>,
    pub links: BTreeMap<Digest, PasswordLink>,
    pub changes: BTreeMap<Uuid, AddressChange>,
    pub sessions: BTreeMap<Digest, Session>,
    pub invitations: BTreeMap<Digest, StoredInvitation>,
    pub notes: Vec<SecurityNote>,
    pub(super) pins: BTreeMap<Place, String>,
    strikes: BTreeMap<Digest, (u32, Timestamp)>,
    /// By account and device: when it was seen, when it expires.
    devices: BTreeMap<(Uuid, Digest), (Timestamp, Timestamp)>,
    device_key: Option<[u8; 32]>,
}

/// An account is a user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    pub account: Uuid,
    pub linked: Timestamp,
    pub ended: Timestamp,
    pub renew: Timestamp,
}

/// A session as it is stored.
#[derive(Clone, Debug)]
pub struct Session {
    pub account: Uuid,
    pub device: DeviceId,
    pub by: Option<IdentifierKind>,
    pub created: Timestamp,
    pub expires: Timestamp,
    pub seen: Timestamp,
    pub whereabouts: Whereabouts,
    pub ended: bool,
    pub seq: u64,
}

impl Accounts {
    /// Does all of it, or nothing when it does not fit.
    pub fn whole<T>(&mut self, doing: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let mut after = self.clone();
        let done = doing(&mut after)?;
        *self = after;
        Some(done)
    }

    pub fn named(&self, folded: &str) -> Option<&Account> {
        self.all.values().find(|account| account.key() == folded)
    }

    pub fn of(&self, place: Place) -> Option<&Account> {
        self.all.get(&self.users.get(&place)?.account)
    }

    /// The users that an account is.
    pub fn links_of(&self, account: Uuid) -> Vec<Link> {
        let own = self.users.iter().filter(|(_, member)| member.account == account);
        let link = |((tenant, user), member): (&Place, &Member)| Link {
            tenant: *tenant,
            user: *user,
            linked: member.linked,
            ended: member.ended,
            renew: member.renew,
        };
        own.map(link).collect()
    }

    fn is_nobody(&self, account: Uuid) -> bool {
        !self.users.values().any(|member| member.account == account)
    }

    fn is_elsewhere(&self, account: Uuid, tenant: TenantId) -> bool {
        self.users.iter().any(|((other, _), member)| member.account == account && *other != tenant)
    }

    /// Writes a secret of a commit; none when it does not fit.
    pub fn write(&mut self, tenant: TenantId, secret: &Secret) -> Option<()> {
        match secret {
            Secret::EndInvitations { user, ending } => self.end_invitations((tenant, *user), *ending),
            Secret::EndSessions { user, at } => self.end_sessions((tenant, *user), *at),
            Secret::EndLinks { user } => self.end_links_of_user((tenant, *user)),
            Secret::Forget { user } => self.forget((tenant, *user)),
            Secret::OpenAccount(account) => drop(self.open(account)),
            Secret::ExpirePassword { user, at } => {
                let place = (tenant, *user);
                let account = self.users.get(&place).and_then(|member| self.all.get_mut(&member.account));
                if let Some(account) = account.filter(|account| account.email.is_none()) {
                    account.must_change = true;
                } else if let Some(member) = self.users.get_mut(&place) {
                    member.renew = *at;
                }
            }
            Secret::Link { account, user, at, verified } => {
                return self.link((tenant, *user), *account, *at, verified.as_ref());
            }
            Secret::SetTemporary { user, new, until } => return self.set_temporary((tenant, *user), (new, *until)),
            Secret::Invite(invitation) => self.put_invitation(invitation),
            Secret::Note(note) => self.note(note),
        }
        Some(())
    }

    /// None when the address has an account.
    pub fn open(&mut self, new: &NewAccount) -> Option<()> {
        let NewAccount { id, email, password, created } = new.clone();
        if email.as_ref().is_some_and(|email| self.named(&email.folded()).is_some()) {
            return None;
        }
        let (must_change, temporary_until) = (false, None);
        self.all.insert(id, Account { id, email, password, proven: created, must_change, temporary_until });
        Some(())
    }

    /// None when the account is somebody elsewhere too.
    fn set_temporary(&mut self, place: Place, (new, until): (&NewAccount, Timestamp)) -> Option<()> {
        let account = match self.users.get(&place) {
            Some(member) => member.account,
            None => {
                self.open(new)?;
                self.link(place, new.id, new.created, None)?;
                new.id
            }
        };
        if self.is_elsewhere(account, place.0) {
            return None;
        }
        let found = self.all.get_mut(&account)?;
        (found.password, found.proven, found.must_change) = (new.password.clone(), new.created, true);
        found.temporary_until = Some(until);
        self.end_others(account, None);
        self.forget_devices(account);
        self.end_links_of_account(account);
        Some(())
    }

    pub(super) fn link(
        &mut self,
        place: Place,
        account: Uuid,
        at: Timestamp,
        verified: Option<&Verified>,
    ) -> Option<()> {
        let found = self.all.get(&account)?;
        let fits = |verified: &Verified| {
            found.key() == verified.folded && found.password == verified.password && !found.must_change
        };
        let other =
            |(there, member): (&Place, &Member)| there.0 == place.0 && there.1 != place.1 && member.account == account;
        if !verified.is_none_or(fits) || self.users.iter().any(other) {
            return None;
        }
        let new = Member { account, linked: at, ended: Timestamp(0), renew: Timestamp(0) };
        let member = self.users.entry(place).or_insert(new);
        member.renew = if member.account == account { member.renew } else { Timestamp(0) };
        (member.account, member.linked) = (account, at);
        Some(())
    }

    fn end_sessions(&mut self, place: Place, at: Timestamp) {
        if let Some(member) = self.users.get_mut(&place) {
            member.ended = at;
            let account = member.account;
            if let Some(temporary) = self.all.get_mut(&account).filter(|account| account.temporary_until.is_some()) {
                temporary.password = "!".to_owned();
            }
            if !self.is_elsewhere(account, place.0) {
                self.end_others(account, None);
                self.links.values_mut().filter(|link| link.account == Some(account)).for_each(|link| link.over = true);
            }
        }
        // A user that is no account yet has links as well.
        self.end_links_of_user(place);
    }

    fn forget(&mut self, place: Place) {
        self.end_links_of_user(place);
        self.pins.remove(&place);
        let Some(Member { account, .. }) = self.users.remove(&place) else { return };
        if self.is_nobody(account) {
            self.end_others(account, None);
            self.end_links_of_account(account);
            self.end_changes(account);
            self.forget_devices(account);
            self.all.remove(&account);
        }
    }

    pub(super) fn end_invitations(&mut self, place: Place, ending: Ending) {
        let open = |invitation: &&mut StoredInvitation| {
            (invitation.tenant, invitation.user) == place && invitation.ending.is_none()
        };
        self.invitations.values_mut().filter(open).for_each(|invitation| invitation.ending = Some(ending));
    }

    pub fn note(&mut self, note: &SecurityNote) {
        let account = note.account.or_else(|| note.place.and_then(|place| Some(self.users.get(&place)?.account)));
        self.notes.push(SecurityNote { account, ..note.clone() });
    }

    pub fn notes(&self, of: NotesOf, before: Timestamp, limit: u32) -> Vec<SecurityNote> {
        let in_tenant = |note: &SecurityNote, tenant| match note.place {
            Some((there, _)) => (there == tenant).then(|| note.clone()),
            None => self.users.iter().find_map(|(place, member)| {
                let own = place.0 == tenant && Some(member.account) == note.account && note.at >= member.linked;
                own.then(|| SecurityNote { place: Some(*place), ..note.clone() })
            }),
        };
        let seen = |note: &SecurityNote| match of {
            NotesOf::Account(account) => (note.account == Some(account)).then(|| note.clone()),
            NotesOf::Tenant(tenant, since) => in_tenant(note, tenant).filter(|note| note.at >= since),
            NotesOf::User(tenant, user, since) => in_tenant(note, tenant)
                .filter(|note| note.at >= since && note.place.is_some_and(|(_, about)| about == user)),
        };
        let mut notes: Vec<SecurityNote> = self.notes.iter().filter(|note| note.at < before).filter_map(seen).collect();
        notes.sort_by_key(|note| std::cmp::Reverse((note.at, note.id)));
        notes.truncate(limit as usize);
        notes
    }

    pub fn set_pin(&mut self, place: Place, hash: &str) {
        self.pins.insert(place, hash.to_owned());
    }

    // Sessions.

    pub fn open_session(&mut self, new: &NewSession) -> bool {
        let NewSession { token, account, device, by, created, expires, whereabouts, verified } = new.clone();
        let same = self.all.get(&account).is_some_and(|account| account.password == verified && !account.must_change);
        if same {
            let (ended, seq) = (false, 0);
            let session = Session { account, device, by, created, expires, seen: created, whereabouts, ended, seq };
            self.sessions.insert(token, session);
        }
        same
    }

    /// A session that is live.
    pub fn session(&self, token: &Digest, now: Timestamp) -> Option<StoredSession> {
        let session = self.sessions.get(token).filter(|session| session.expires > now && !session.ended)?;
        let account = self.all.get(&session.account)?;
        Some(StoredSession {
            token: *token,
            account: account.id,
            email: account.email.clone(),
            proven: account.proven,
            device: session.device,
            by: session.by,
            created: session.created,
            expires: session.expires,
            seen: session.seen.max(session.created),
            whereabouts: session.whereabouts.clone(),
        })
    }

    pub fn sessions_of(&self, account: Uuid, now: Timestamp) -> Vec<StoredSession> {
        let own = self.sessions.iter().filter(|(_, session)| session.account == account);
        let mut own: Vec<StoredSession> = own.filter_map(|(token, _)| self.session(token, now)).collect();
        own.sort_by_key(|session| std::cmp::Reverse((session.seen, session.created)));
        own
    }

    pub fn touch(&mut self, token: &Digest, seen: Timestamp, expires: Timestamp, at: &Whereabouts) {
        if let Some(session) = self.sessions.get_mut(token) {
            (session.seen, session.expires) = (seen, expires);
            let Whereabouts { network, agent } = at.clone();
            session.whereabouts.network = network.or(session.whereabouts.network.take());
            session.whereabouts.agent = agent.or(session.whereabouts.agent.take());
        }
    }

    pub fn close_session(&mut self, token: &Digest) {
        if self.sessions.get(token).is_some_and(|session| !session.ended) {
            self.sessions.remove(token);
        }
    }

    pub fn end_session(&mut self, account: Uuid, device: DeviceId) -> bool {
        let asked = |session: &&mut Session| session.account == account && session.device == device && !session.ended;
        self.sessions.values_mut().filter(asked).map(|session| session.ended = true).count() > 0
    }

    pub fn end_others(&mut self, account: Uuid, keep: Option<&Digest>) {
        let other = |(token, session): &(&Digest, &mut Session)| session.account == account && Some(*token) != keep;
        self.sessions.iter_mut().filter(other).for_each(|(_, session)| session.ended = true);
    }

    pub fn end_everything_open(&mut self) {
        self.sessions.values_mut().for_each(|session| session.ended = true);
        self.links.values_mut().for_each(|link| link.over = true);
        let open = self.invitations.values_mut().filter(|invitation| invitation.ending.is_none());
        open.for_each(|invitation| invitation.ending = Some(Ending::Ended));
        self.changes.values_mut().for_each(|change| change.state = AddressState::Over);
        self.devices.clear();
    }

    pub fn take_seqs(&mut self, token: &Digest, count: u64) -> Option<Seq> {
        let session = self.sessions.get_mut(token).filter(|session| !session.ended)?;
        session.seq += count;
        Some(Seq(session.seq - count + 1))
    }

    pub fn change_password(&mut self, account: Uuid, old: &str, new: &str, keep: &Digest) -> Option<()> {
        let found = self.all.get_mut(&account).filter(|account| account.password == old)?;
        (found.password, found.must_change, found.temporary_until) = (new.to_owned(), false, None);
        self.end_others(account, Some(keep));
        self.end_links_of_account(account);
        self.forget_devices(account);
        Some(())
    }

    // Guessing.

    pub fn known_to(&self, device: &Digest, now: Timestamp) -> Vec<KnownTo> {
        let known = self.devices.iter().filter(|((_, known), (_, expires))| known == device && *expires > now);
        let account = |((account, _), _): (&(Uuid, Digest), _)| self.all.get(account);
        known.filter_map(account).map(|found| KnownTo { account: found.id, folded: found.key() }).collect()
    }

    pub fn known_devices(&self, account: Uuid, now: Timestamp) -> Vec<KnownDevice> {
        let own = self.devices.iter().filter(|((of, _), (_, expires))| *of == account && *expires > now);
        let mut known: Vec<_> = own.map(|(_, &(seen, expires))| KnownDevice { seen, expires }).collect();
        known.sort_by_key(|known| std::cmp::Reverse(known.seen));
        known
    }

    pub fn device_key(&mut self, fresh: &[u8; 32]) -> [u8; 32] {
        *self.device_key.get_or_insert(*fresh)
    }

    pub fn know_device(&mut self, new: &NewKnownDevice) {
        if !self.all.contains_key(&new.account) {
            return;
        }
        if let Some(before) = new.before {
            let moved: Vec<_> = self.devices.extract_if(.., |(_, device), _| *device == before).collect();
            self.devices.extend(moved.into_iter().map(|((account, _), times)| ((account, new.device), times)));
        }
        self.devices.insert((new.account, new.device), (new.seen, new.expires));
        let own = self.devices.iter().filter(|((account, _), _)| *account == new.account);
        let mut own: Vec<_> = own.map(|((_, device), (seen, _))| (std::cmp::Reverse(*seen), *device)).collect();
        own.sort_unstable();
        for (_, device) in own.into_iter().skip(NewKnownDevice::MOST as usize) {
            self.devices.remove(&(new.account, device));
        }
    }

    pub(super) fn forget_devices(&mut self, account: Uuid) {
        self.devices.retain(|(known, _), _| *known != account);
    }

    pub fn strike(&mut self, bucket: &Digest, now: Timestamp, window: Span) -> (u32, Timestamp) {
        let strikes = self.strikes.entry(*bucket).or_insert((0, Timestamp(0)));
        *strikes = if strikes.1 <= now { (1, now.after(window)) } else { (strikes.0 + 1, strikes.1) };
        *strikes
    }

    pub fn pardon(&mut self, bucket: &Digest, count: Option<u32>) {
        match (count, self.strikes.get_mut(bucket)) {
            (None, _) => drop(self.strikes.remove(bucket)),
            (Some(count), Some(strikes)) if strikes.0 >= count => strikes.0 -= count,
            _ => {}
        }
    }
}
