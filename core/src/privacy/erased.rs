//! Taking out of a row of the log who a user was: what happened stays, with all ids; names, addresses, numbers, pictures
//! and whatever else tells who somebody is go. What the values are replaced by is the same for everybody.

use crate::{
    change::{Change, Changes, Record},
    command::{
        AcceptInvitation, AddPhone, AssignExtension, AssignNumber, ChangeExtension, Command, CreateSystemUser,
        EditExtra, EditPhone, EditProfile, EditSystemUser, FoundOrganisation, ImportUser, InviteUser, LinkMobile,
        NewUser, PrepareUser, SetAnswering, SetAvatar, SetDisplayNumbers, SetIdentifiers, StartCall,
    },
    id::UserId,
    model::{AvatarOf, Call, CallHandling, Grant, Membership, Number, Phone, Profile, Removed, RemovedLines, User},
    value::{Email, Extension, FullName, PhoneNumber, Picture},
};

/// The row without anything that tells who the user was. A number of the inventory stays as the key of its record, and no
/// longer says who held it.
pub fn erased(command: &Command, changes: &Changes, user: UserId) -> (Command, Changes) {
    let held = |record: &Record| matches!(record, Record::Number(number) if number.holder == Some(user));
    let held = changes.0.iter().any(|change| change.before.iter().chain(&change.after).any(held));
    let strip = |change: &Change| Change {
        key: change.key,
        before: change.before.clone().map(|before| record(before, user)),
        after: change.after.clone().map(|after| record(after, user)),
    };
    (said(command.clone(), user, held), Changes(changes.0.iter().map(strip).collect()))
}

/// A record without what tells who the user is, if it is of the user.
fn record(record: Record, user: UserId) -> Record {
    let mine = |id: UserId| id == user;
    match record {
        Record::User(other) if mine(other.id) => Record::User(nobody(other)),
        Record::Number(number) => Record::Number(unheld(number, user)),
        Record::Phone(phone) if mine(phone.user) => Record::Phone(blank_phone(phone)),
        Record::CallHandling(handling) if mine(handling.user) => Record::CallHandling(without_rules(handling)),
        Record::Avatar(mut avatar) if avatar.of == AvatarOf::User(user) => {
            avatar.picture = Picture::blank();
            Record::Avatar(avatar)
        }
        Record::Call(call) if call.user == Some(user) => Record::Call(Call { peer: None, ..call }),
        Record::Removed(removed) if mine(removed.user.id) => {
            let Removed { user, grants, memberships, handling, avatar: _, at, by, until } = *removed;
            let (user, handling): (User, Option<CallHandling>) = (nobody(user), handling.map(without_rules));
            let (grants, memberships): (Vec<Grant>, Vec<Membership>) = (grants, memberships);
            Record::Removed(Box::new(Removed { user, grants, memberships, handling, avatar: None, at, by, until }))
        }
        Record::RemovedLines(lines) if mine(lines.user) => {
            let phones = lines.phones.into_iter().map(blank_phone).collect();
            Record::RemovedLines(Box::new(RemovedLines { user, numbers: Vec::new(), phones }))
        }
        // Of others, or nothing but ids.
        other @ (Record::Organisation(_)
        | Record::Licence(_)
        | Record::Role(_)
        | Record::Team(_)
        | Record::User(_)
        | Record::Grant(_)
        | Record::Membership(_)
        | Record::Channel(_)
        | Record::Phone(_)
        | Record::CallHandling(_)
        | Record::Presence(_)
        | Record::Contact(_)
        | Record::Avatar(_)
        | Record::Call(_)
        | Record::Removed(_)
        | Record::RemovedLines(_)
        | Record::Keeping(_)) => other,
    }
}

fn nobody(user: User) -> User {
    User {
        licence: user.licence,
        add_ons: user.add_ons,
        invitation: user.invitation,
        ..User::new(user.id, user.kind, user.state, user.created)
    }
}

fn unheld(number: Number, user: UserId) -> Number {
    let other = |holder: &UserId| *holder != user;
    let linked_mobile = number.linked_mobile.filter(|_| number.holder.as_ref().is_some_and(other));
    Number {
        holder: number.holder.filter(other),
        last_holder: number.last_holder.filter(other),
        linked_mobile,
        ..number
    }
}

fn blank_phone(phone: Phone) -> Phone {
    Phone { model: None, mac: None, line: None, ..phone }
}

fn without_rules(handling: CallHandling) -> CallHandling {
    CallHandling { rules: Vec::new(), ..handling }
}

/// A command without what tells who the user is; `held`: a number that it is about was the user's.
fn said(command: Command, user: UserId, held: bool) -> Command {
    let new = |new: NewUser| {
        let NewUser { id, licence, add_ons, role, teams, .. } = new;
        NewUser { licence, add_ons, role, teams, ..NewUser::blank(id) }
    };
    // Values that a command can't do without.
    let extension = || Extension::parse("00").ok();
    match command {
        Command::FoundOrganisation(c) if c.owner == user => match (Email::parse(ADDRESS), FullName::parse(NAME)) {
            (Ok(owner_email), Ok(owner_name)) => FoundOrganisation { owner_email, owner_name, ..c }.into(),
            _ => c.into(),
        },
        Command::PrepareUser(PrepareUser(c)) if c.id == user => PrepareUser(new(c)).into(),
        Command::ImportUser(ImportUser(c)) if c.id == user => ImportUser(new(c)).into(),
        Command::InviteUser(InviteUser(c)) if c.id == user => InviteUser(new(c)).into(),
        Command::AcceptInvitation(c) if c.user == user => match FullName::parse(NAME) {
            Ok(full_name) => AcceptInvitation { full_name, ..c }.into(),
            Err(_) => c.into(),
        },
        Command::EditProfile(c) if c.user == user => EditProfile { profile: Profile::default(), ..c }.into(),
        Command::EditExtra(c) if c.user == user => EditExtra { extra: Default::default(), ..c }.into(),
        Command::SetIdentifiers(c) if c.user == user => SetIdentifiers { identifiers: Vec::new(), ..c }.into(),
        Command::SetAvatar(c) if c.of == AvatarOf::User(user) => {
            SetAvatar { picture: c.picture.map(|_| Picture::blank()), ..c }.into()
        }
        Command::AddPhone(c) if c.phone.user == user => AddPhone { phone: blank_phone(c.phone) }.into(),
        Command::EditPhone(c) if c.phone.user == user => EditPhone { phone: blank_phone(c.phone) }.into(),
        Command::SetAnswering(c) if c.user == user => SetAnswering { rules: Vec::new(), ..c }.into(),
        Command::SetDisplayNumbers(c) if c.user == user => SetDisplayNumbers { numbers: Vec::new(), ..c }.into(),
        Command::AssignNumber(c) if c.user == user => AssignNumber { number: PhoneNumber::NOBODYS, ..c }.into(),
        Command::LinkMobile(c) if held => LinkMobile { mobile: None, ..c }.into(),
        Command::AssignExtension(mut c) if c.user == user => {
            c.line.extension = extension().unwrap_or(c.line.extension);
            AssignExtension { ..c }.into()
        }
        Command::ChangeExtension(mut c) if c.user == user => {
            c.line.extension = extension().unwrap_or(c.line.extension);
            ChangeExtension { ..c }.into()
        }
        Command::StartCall(c) if c.user == Some(user) => StartCall { peer: None, ..c }.into(),
        Command::CreateSystemUser(c) if c.id == user => match FullName::parse(NAME) {
            Ok(name) => CreateSystemUser { name, line: None, target: None, ..c }.into(),
            Err(_) => c.into(),
        },
        Command::EditSystemUser(c) if c.user == user => match FullName::parse(NAME) {
            Ok(name) => EditSystemUser { name, target: None, ..c }.into(),
            Err(_) => c.into(),
        },
        // About others, or nothing but ids.
        other @ (Command::FoundOrganisation(_)
        | Command::PrepareUser(_)
        | Command::ImportUser(_)
        | Command::InviteUser(_)
        | Command::SendInvitation(_)
        | Command::ResendInvitation(_)
        | Command::RevokeInvitation(_)
        | Command::AcceptInvitation(_)
        | Command::EditProfile(_)
        | Command::SetLicence(_)
        | Command::SuspendUser(_)
        | Command::ReactivateUser(_)
        | Command::DeleteUser(_)
        | Command::CreateTeam(_)
        | Command::AddLicence(_)
        | Command::EditOrganisation(_)
        | Command::SetPolicy(_)
        | Command::EditExtra(_)
        | Command::SetAvatar(_)
        | Command::ResetUser(_)
        | Command::ForcePasswordReset(_)
        | Command::SendWelcome(_)
        | Command::EndSessions(_)
        | Command::SetIdentifiers(_)
        | Command::RestoreUser(_)
        | Command::CreateRole(_)
        | Command::EditRole(_)
        | Command::DeleteRole(_)
        | Command::GiveGrant(_)
        | Command::TakeGrant(_)
        | Command::EditTeam(_)
        | Command::AddMember(_)
        | Command::RemoveMember(_)
        | Command::DisableTeam(_)
        | Command::EnableTeam(_)
        | Command::DeleteTeam(_)
        | Command::SetTeamRoles(_)
        | Command::SetRouting(_)
        | Command::CreateChannel(_)
        | Command::EditChannel(_)
        | Command::DeleteChannel(_)
        | Command::EditLicence(_)
        | Command::RemoveLicence(_)
        | Command::AddNumber(_)
        | Command::RemoveNumber(_)
        | Command::AssignNumber(_)
        | Command::UnassignNumber(_)
        | Command::LinkMobile(_)
        | Command::RouteNumber(_)
        | Command::SetDisplayNumbers(_)
        | Command::AssignExtension(_)
        | Command::ChangeExtension(_)
        | Command::UnassignExtension(_)
        | Command::AddPhone(_)
        | Command::EditPhone(_)
        | Command::DeletePhone(_)
        | Command::SetAnswering(_)
        | Command::SetVoicemail(_)
        | Command::SetPresence(_)
        | Command::AddContact(_)
        | Command::EditContact(_)
        | Command::DeleteContact(_)
        | Command::CreateSystemUser(_)
        | Command::EditSystemUser(_)
        | Command::StartCall(_)
        | Command::AnswerCall(_)
        | Command::EndCall(_)
        | Command::Expire(_)
        | Command::SetKeeping(_)
        | Command::RecoverOwner(_)
        | Command::EraseUser(_)) => other,
    }
}

/// Reserved for never being anybody's (RFC 2606).
const ADDRESS: &str = "erased@erased.invalid";
const NAME: &str = "Erased";
