//! Looking things up that belong to users and teams: numbers, phones, channels, calls and the rest of the telephony.

use super::{Directory, index::Least};
use crate::{
    change::Key,
    id::{CallId, ChannelId, ContactId, LicenceId, PhoneId, RoleId, TeamId, UserId},
    model::{
        Avatar, AvatarOf, Call, CallHandling, Channel, Contact, GrantKey, LastSignIn, Number, Phone, Presence, Removed,
        RemovedLines, Scheduled, Target,
    },
    time::{Span, Timestamp},
    value::{Extension, MacAddress, PhoneNumber},
};

impl Directory {
    /// The role with this folded name, built-in ones included.
    pub fn role_named(&self, folded: &str) -> Option<RoleId> {
        let built_in = crate::access::built_in_roles().iter().find(|role| role.name.folded() == folded);
        built_in.map(|role| role.id).or_else(|| self.index.role_names.first(folded))
    }

    /// A channel.
    pub fn channel(&self, id: ChannelId) -> Option<&Channel> {
        self.channels.get(&id)
    }

    /// The channels of a team, by id.
    pub fn channels_of(&self, team: TeamId) -> impl Iterator<Item = &Channel> {
        self.index.channels.range_of(team).filter_map(|id| self.channels.get(&id))
    }

    /// A number of the inventory.
    pub fn number(&self, number: PhoneNumber) -> Option<&Number> {
        self.numbers.get(&number)
    }

    /// The whole inventory, in order.
    pub fn numbers(&self) -> impl Iterator<Item = &Number> {
        self.numbers.values()
    }

    /// The numbers that a user holds, in order.
    pub fn numbers_of(&self, user: UserId) -> impl Iterator<Item = &Number> {
        self.index.numbers.range_of(user).filter_map(|number| self.numbers.get(&number))
    }

    /// A phone.
    pub fn phone(&self, id: PhoneId) -> Option<&Phone> {
        self.phones.get(&id)
    }

    /// Every phone, in no order.
    pub fn phones(&self) -> impl Iterator<Item = &Phone> {
        self.phones.values()
    }

    /// The phones of a user, by id.
    pub fn phones_of(&self, user: UserId) -> impl Iterator<Item = &Phone> {
        self.index.phones.range_of(user).filter_map(|id| self.phones.get(&id))
    }

    /// The phones with this hardware address: at most one where the rules hold.
    pub fn phones_at(&self, address: &MacAddress) -> impl Iterator<Item = PhoneId> + '_ {
        let address = address.clone();
        let from = (address.clone(), PhoneId::fixed(0));
        let same = move |entry: &&(MacAddress, PhoneId)| entry.0 == address;
        self.index.addresses.range(from..).take_while(same).map(|(_, id)| *id)
    }

    /// The users who may show a number when they call, by id.
    pub fn users_showing(&self, number: PhoneNumber) -> impl Iterator<Item = UserId> + '_ {
        self.index.shown.range_of(number)
    }

    /// How many users have a plan or an add-on, those who take no seat of it at this moment included.
    pub fn licensed_users(&self, id: LicenceId) -> u32 {
        self.index.licensed.get(&id).copied().unwrap_or_default()
    }

    /// The grants of a permission without a role (S2.23), by user.
    pub fn direct_grants(&self) -> impl Iterator<Item = GrantKey> + '_ {
        self.index.direct.iter().copied()
    }

    /// The grants that end by themselves after one moment and up to another, in the order in which they end.
    pub fn grants_ending(&self, after: Timestamp, until: Timestamp) -> impl Iterator<Item = GrantKey> + '_ {
        let inside = move |entry: &&(Timestamp, GrantKey)| entry.0 <= until;
        let from = (after.after(Span(1)), GrantKey::LEAST);
        self.index.ending.range(from..).take_while(inside).map(|(_, key)| *key)
    }

    /// How a user's calls are handled; none: the default.
    pub fn handling(&self, user: UserId) -> Option<&CallHandling> {
        self.handling.get(&user)
    }

    /// What an agent said of itself last.
    pub fn presence(&self, user: UserId) -> Option<&Presence> {
        self.presence.get(&user)
    }

    /// The day on which a user was last signed in; none when it never was, as far as is known.
    pub fn last_sign_in(&self, user: UserId) -> Option<&LastSignIn> {
        self.last_sign_ins.get(&user)
    }

    /// A shared contact.
    pub fn contact(&self, id: ContactId) -> Option<&Contact> {
        self.contacts.get(&id)
    }

    /// Every shared contact, in no order.
    pub fn contacts(&self) -> impl Iterator<Item = &Contact> {
        self.contacts.values()
    }

    /// The picture of a user or a team.
    pub fn avatar(&self, of: AvatarOf) -> Option<&Avatar> {
        self.avatars.get(&of)
    }

    /// A call.
    pub fn call(&self, id: CallId) -> Option<&Call> {
        self.calls.get(&id)
    }

    /// Every call that is known, in no order.
    pub fn calls(&self) -> impl Iterator<Item = &Call> {
        self.calls.values()
    }

    /// The calls that reached a team, by id.
    pub fn calls_of_team(&self, team: TeamId) -> impl Iterator<Item = &Call> {
        self.index.team_calls.range_of(team).filter_map(|id| self.calls.get(&id))
    }

    /// The calls of a user, by id.
    pub fn calls_of(&self, user: UserId) -> impl Iterator<Item = &Call> {
        self.index.user_calls.range_of(user).filter_map(|id| self.calls.get(&id))
    }

    /// Whether a user is on a call at this moment, as far as this side knows.
    pub fn on_call(&self, user: UserId, now: Timestamp) -> bool {
        let mut open = self.index.live_calls.range_of(user).filter_map(|id| self.calls.get(&id));
        open.any(|call| call.live(now))
    }

    /// The calls whose end was not reported, by id.
    pub fn open_calls(&self) -> impl Iterator<Item = &Call> {
        self.index.open_calls.iter().filter_map(|id| self.calls.get(id))
    }

    /// The calls that started at or after one moment and before another, in that order.
    pub fn calls_between(&self, from: Timestamp, to: Timestamp) -> impl DoubleEndedIterator<Item = &Call> {
        let first = (from, CallId::LEAST);
        let range = first..(to.max(from), CallId::LEAST);
        self.index.calls.range(range).filter_map(|(_, id)| self.calls.get(id))
    }

    /// Who has an extension.
    pub fn user_at(&self, extension: &Extension) -> Option<UserId> {
        let from = (extension.clone(), UserId::fixed(0));
        self.index.extensions.range(from..).next().filter(|(taken, _)| taken == extension).map(|(_, user)| *user)
    }

    /// Every extension that is taken, in order.
    pub fn extensions_taken(&self) -> impl Iterator<Item = (&Extension, UserId)> {
        self.index.extensions.iter().map(|(extension, user)| (extension, *user))
    }

    /// A deleted user that can still be restored.
    pub fn removed_user(&self, id: UserId) -> Option<&Removed> {
        self.removed.get(&id).map(Box::as_ref)
    }

    /// The numbers and phones of a deleted user that can still be restored.
    pub fn removed_lines(&self, id: UserId) -> Option<&RemovedLines> {
        self.removed_lines.get(&id).map(Box::as_ref)
    }

    /// The grants, then the deleted users, then the calls, whose time is over, on devices or at all; longest ago first.
    pub fn due(&self, now: Timestamp) -> impl Iterator<Item = Key> + '_ {
        let grants = self.index.ending.iter().take_while(move |(until, _)| *until <= now);
        let users = self.index.recycled.iter().take_while(move |(until, _)| *until <= now);
        let grants = grants.map(|(_, key)| Key::Grant(*key)).chain(users.map(|(_, user)| Key::Removed(*user)));
        let policy = self.call_policy();
        let (kept, had) = (policy.kept_since(now), policy.on_devices_since(now));
        let calls = self.index.calls.iter().take_while(move |(started, _)| *started < kept);
        let fresh = self.index.fresh_calls.range((kept, CallId::LEAST)..);
        let calls = calls.chain(fresh.take_while(move |(started, _)| *started < had));
        grants.chain(calls.map(|(_, call)| Key::Call(*call)))
    }

    /// What is to happen to a user by itself.
    pub fn scheduled(&self, user: UserId) -> Option<&Scheduled> {
        self.scheduled.get(&user).map(Box::as_ref)
    }

    /// All that is to happen to users, or happened and goes on, in no order.
    pub fn all_scheduled(&self) -> impl Iterator<Item = &Scheduled> {
        self.scheduled.values().map(Box::as_ref)
    }

    /// To whom something is to be done by this moment, longest ago first.
    pub fn scheduled_by(&self, now: Timestamp) -> impl Iterator<Item = UserId> + '_ {
        self.index.scheduled.iter().take_while(move |(due, _)| *due <= now).map(|(_, user)| *user)
    }

    /// Where the calls go of somebody who left.
    pub fn passes_on(&self, user: UserId) -> Option<Target> {
        let leaving = self.scheduled(user)?.leaving()?;
        leaving.order.calls.filter(|_| leaving.done.is_some())
    }

    /// Every deleted user that is kept, in no order.
    pub fn removed_users(&self) -> impl Iterator<Item = &Removed> {
        self.removed.values().map(Box::as_ref)
    }

    /// The records that send calls to a user (or its voicemail), a team, a number.
    pub fn routed_to(&self, target: Target) -> impl Iterator<Item = Key> + '_ {
        self.index.routes.range_of(target.reached())
    }

    /// The mobile that rings with a number. One of the inventory that somebody else has by now does not: its link rests.
    pub fn ringing_mobile(&self, number: &Number) -> Option<PhoneNumber> {
        let others = |mobile: &PhoneNumber| {
            self.number(*mobile).is_some_and(|mobile| mobile.holder.is_some() && mobile.holder != number.holder)
        };
        number.ringing_mobile().filter(|mobile| !others(mobile))
    }

    /// The grants whose scope is a team.
    pub fn grants_in(&self, team: TeamId) -> impl Iterator<Item = GrantKey> + '_ {
        self.index.scoped.range_of(team)
    }

    /// The records that belong to a user and are seen by whoever sees it: everything but the user itself.
    pub fn keys_of(&self, user: UserId) -> Vec<Key> {
        let mut keys: Vec<Key> = self.grants_of(user).map(|grant| Key::Grant(grant.key)).collect();
        keys.extend(self.teams_of(user).map(|team| Key::Membership(team, user)));
        keys.extend(self.numbers_of(user).map(|number| Key::Number(number.number)));
        keys.extend(self.phones_of(user).map(|phone| Key::Phone(phone.id)));
        keys.extend(self.calls_of(user).map(|call| Key::Call(call.id)));
        keys.extend(self.handling(user).map(|_| Key::CallHandling(user)));
        keys.extend(self.presence(user).map(|_| Key::Presence(user)));
        keys.extend(self.last_sign_in(user).map(|_| Key::LastSignIn(user)));
        keys.extend(self.scheduled(user).map(|_| Key::Scheduled(user)));
        keys.extend(self.avatar(AvatarOf::User(user)).map(|_| Key::Avatar(AvatarOf::User(user))));
        keys
    }
}
