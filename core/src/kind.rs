//! The kinds of records there are, each declared once: all that is said of a kind by rote comes out of this list
//! ([`crate::change::Key`], [`crate::change::Record`], how a [`crate::Directory`] gets, counts and goes through them).
//! What differs by kind is matched without a wildcard, so that a kind that is forgotten there does not compile.

/// Calls a macro with the list. A line: the variant, what is stored, what its key consists of and where that stands in
/// the record, the directory's field, and the protocol version since when clients can read it. The stored form numbers
/// the variants: append only.
macro_rules! record_kinds {
    ($with:ident) => {
        $with! {
            Organisation(Organisation) in organisation since 1;
            Licence(Licence) by (id: LicenceId = id) in licences since 1;
            Role(Role) by (id: RoleId = id) in roles since 1;
            Team(Team) by (id: TeamId = id) in teams since 1;
            User(User) by (id: UserId = id) in users since 1;
            Grant(Grant) by (key: GrantKey = key) in grants since 1;
            Membership(Membership) by (team: TeamId = team, user: UserId = user) in memberships since 1;
            Channel(Channel) by (id: ChannelId = id) in channels since 1;
            Number(Number) by (number: PhoneNumber = number) in numbers since 1;
            Phone(Phone) by (id: PhoneId = id) in phones since 1;
            CallHandling(CallHandling) by (user: UserId = user) in handling since 1;
            Presence(Presence) by (user: UserId = user) in presence since 1;
            Contact(Contact) by (id: ContactId = id) in contacts since 1;
            Avatar(Avatar) by (of: AvatarOf = of) in avatars since 1;
            Call(Call) by (id: CallId = id) in calls since 1;
            // Boxed: rare and large.
            Removed(Box<Removed>) by (user: UserId = user.id) in removed since 1;
            RemovedLines(Box<RemovedLines>) by (user: UserId = user) in removed_lines since 1;
            Keeping(Keeping) in keeping since 3;
            CallPolicy(CallPolicy) in call_policy since 6;
            Holiday(Holiday) by (date: Date = date) in holidays since 6;
            // Boxed: rare.
            Scheduled(Box<Scheduled>) by (user: UserId = user) in scheduled since 8;
            LastSignIn(LastSignIn) by (user: UserId = user) in last_sign_ins since 9;
        }
    };
}

pub(crate) use record_kinds;
