//! What needs a decision, in groups: each with how many there are, the list that shows them all where there is one, and else those
//! that it is about by name.

use crate::{
    list::ON,
    route::{Route, TeamTab, UserTab},
    screen::Screen,
};
use rollcall_core::{
    Context, Directory,
    id::{RoleId, TeamId, UserId},
    query::{Attention, attention_of},
};

/// So many are named in a group at most: of the others only how many they are.
pub const NAMED: usize = 20;

/// A group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    /// As the words call it.
    pub what: &'static str,
    pub count: usize,
    /// Whether somebody should look soon.
    pub grave: bool,
    /// The list that shows all of them, and how it is asked.
    pub all: Option<(Route, String)>,
    /// Those that it is about, by name.
    pub named: Vec<(String, Route)>,
}

impl Need {
    /// A group that a list shows.
    fn listed(what: &'static str, count: usize, screen: Screen, asking: &str) -> Self {
        Self { what, count, grave: false, all: Some((Route::At(screen, None), asking.to_owned())), named: Vec::new() }
    }

    /// The same with a list that shows all of them, where there are more than are named.
    fn of_users(what: &'static str, need: &str, named: Vec<(String, Route)>) -> Self {
        let all = Some((Route::At(Screen::Users, None), format!("need={need}")));
        Self { all, ..Self::named(what, named) }
    }

    /// A group of things that are named.
    fn named(what: &'static str, named: Vec<(String, Route)>) -> Self {
        Self { what, count: named.len(), grave: false, all: None, named: named.into_iter().take(NAMED).collect() }
    }

    fn grave(self) -> Self {
        Self { grave: true, ..self }
    }

    /// Adds one more of the same.
    fn join(&mut self, other: Self) {
        self.count += other.count;
        self.named.extend(other.named);
        self.named.truncate(NAMED);
    }
}

/// All that somebody can do something about, most important first; `undelivered`: so many mails did not arrive.
pub fn needs(directory: &Directory, context: &Context, undelivered: usize) -> Vec<Need> {
    let mut groups: Vec<Need> = Vec::new();
    for item in attention_of(directory, context) {
        let need = need(directory, item);
        match groups.iter_mut().find(|group| group.what == need.what) {
            Some(group) => group.join(need),
            None => groups.push(need),
        }
    }
    if undelivered > 0 {
        let lost = Need::listed("undelivered", undelivered, Screen::Invitations, "state=undelivered").grave();
        let after = groups.iter().position(|group| !group.grave).unwrap_or(groups.len());
        groups.insert(after, lost);
    }
    groups
}

fn need(directory: &Directory, item: Attention) -> Need {
    let user = |id: UserId, tab| Some((directory.user(id)?.display_name().into_owned(), Route::User(id, tab)));
    let users = |ids: Vec<UserId>, tab| ids.into_iter().filter_map(|id| user(id, tab)).collect::<Vec<_>>();
    let team = |id: TeamId, tab| {
        let name = directory.team(id).map(|team| team.name.to_string());
        name.map(|name| (name, Route::Team(id, tab))).into_iter().collect::<Vec<_>>()
    };
    let role = |id: RoleId| {
        let name = directory.role(id).map(|role| role.name.to_string());
        name.map(|name| (name, Route::At(Screen::Roles, Some(id.uuid())))).into_iter().collect::<Vec<_>>()
    };
    match item {
        Attention::OneOwner(id) => Need::named("one_owner", users(vec![id], UserTab::Access)).grave(),
        Attention::NoSeatLeft(id) => {
            let name = directory.licence(id).map(|licence| licence.name.to_string());
            let holders = Route::At(Screen::Licences, None);
            Need::named("no_seat", name.map(|name| (name, holders)).into_iter().collect())
        }
        Attention::InvitationsExpired(ids) => Need::listed("expired", ids.len(), Screen::Invitations, "state=expired"),
        Attention::InvitationsExpiring(ids) => {
            Need::listed("expiring", ids.len(), Screen::Invitations, "state=expiring")
        }
        Attention::Prepared(count) => Need::listed("prepared", count, Screen::Invitations, "state=prepared"),
        Attention::NoPhone(count) => Need::listed("no_phone", count, Screen::Users, &format!("no_phone={ON}")),
        Attention::Away(count) => Need::listed("away", count, Screen::Users, "need=away"),
        Attention::TeamWithoutMembers(id) => Need::named("no_members", team(id, TeamTab::Members)),
        Attention::RoutedToDisabled(id, _) => Need::named("disabled", team(id, TeamTab::Settings)).grave(),
        Attention::UnusedRole(id) => Need::named("unused_role", role(id)),
        Attention::DirectPermissions(id, _) => Need::of_users("direct", "direct", users(vec![id], UserTab::Access)),
        Attention::PutOff(ids) => Need::of_users("put_off", "put_off", users(ids, UserTab::Advanced)).grave(),
        Attention::Leaving(ids) => Need::of_users("leaving", "leaving", users(ids, UserTab::Advanced)),
        Attention::GrantsEnding(ids) => Need::of_users("ending", "ending", users(ids, UserTab::Access)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::list::{INVITATIONS, Query, USERS};

    #[test]
    fn the_same_is_one_group_and_names_no_more_than_there_is_room_for() {
        let some = |count: u128| {
            let one = |n| (format!("{n}"), Route::User(UserId::fixed(n), UserTab::Access));
            Need::named("direct", (0..count).map(one).collect())
        };
        let mut need = some(15);
        need.join(some(15));
        assert_eq!((need.count, need.named.len()), (30, NAMED));
    }

    #[test]
    fn mails_that_did_not_arrive_come_after_what_is_grave() {
        let context = Context {
            actor: rollcall_core::Actor::System,
            now: rollcall_core::Timestamp(0),
            view: rollcall_core::context::View::Partial,
        };
        let needs = needs(&Directory::default(), &context, 3);
        assert_eq!(needs.iter().map(|need| (need.what, need.count)).collect::<Vec<_>>(), [("undelivered", 3)]);
    }

    #[test]
    fn the_lists_understand_how_they_are_asked() {
        for (list, asking) in [
            (&INVITATIONS, "state=expired"),
            (&INVITATIONS, "state=expiring"),
            (&INVITATIONS, "state=prepared"),
            (&INVITATIONS, "state=undelivered"),
            (&USERS, "no_phone=true"),
            (&USERS, "need=away"),
            (&USERS, "need=direct"),
            (&USERS, "need=ending"),
            (&USERS, "need=leaving"),
            (&USERS, "need=put_off"),
        ] {
            let (field, value) = asking.split_once('=').unwrap();
            let query = Query::read(list, [(field.to_owned(), value.to_owned())]);
            assert_eq!(query.get(field), value, "{asking}");
        }
    }
}
