//! Asks before users are suspended or deleted, and says who loses what (S1.8, S2.14).

use super::{
    Page,
    action::{self, Doing},
};
use crate::{part::dialog::Confirm, route::Route, text};
use leptos::{prelude::*, task::spawn_local};
use rollcall_core::{
    Directory,
    id::UserId,
    model::{Granted, UserState},
};

/// The dialog for one user or several.
#[component]
pub fn AskFirst(doing: Doing, ids: Vec<UserId>, on_close: impl Fn() + Clone + Send + Sync + 'static) -> impl IntoView {
    let page: Page = expect_context();
    let deletes = doing == Doing::Delete;
    let one = match ids.as_slice() {
        [id] => Some(*id),
        _ => None,
    };
    let name = one.and_then(|id| {
        page.app.ask_once(|replica, _| replica.view().user(id).map(|user| user.display_name().to_owned())).flatten()
    });
    let who = name.unwrap_or_else(|| text::counted(ids.len(), "user", "users"));
    let mut consequences =
        page.app.ask_once(|replica, _| consequences(replica.view(), &ids, deletes)).unwrap_or_default();
    if !untrack(|| page.app.is_online()) {
        consequences.push("It is done when you are back online; until then it is marked as pending.".into());
    }
    let (title, question, yes) = match (deletes, one.is_some()) {
        (true, true) => (format!("Delete {who}?"), "Are you sure you want to delete this user?", "Delete user".into()),
        (true, false) => {
            (format!("Delete {who}?"), "Are you sure you want to delete these users?", format!("Delete {who}"))
        }
        (false, true) => (
            format!("Suspend {who}?"),
            "Suspending ends the access of this user until you reactivate it.",
            "Suspend user".into(),
        ),
        (false, false) => (
            format!("Suspend {who}?"),
            "Suspending ends the access of these users until you reactivate them.",
            format!("Suspend {who}"),
        ),
    };
    let busy = RwSignal::new(false);
    let close = on_close.clone();
    let yes_now = move || {
        close();
        match one {
            Some(id) => {
                action::now(page.app, doing, id);
                if deletes {
                    page.app.router.go(Route::Users(None));
                }
            }
            None => {
                let ids = ids.clone();
                spawn_local(super::bulk::run(page, doing, ids));
            }
        }
    };
    view! {
        <Confirm title=title question=question consequences=consequences yes=yes busy=busy on_yes=yes_now on_close=on_close />
    }
}

/// What goes with the users.
fn consequences(directory: &Directory, ids: &[UserId], deletes: bool) -> Vec<String> {
    let users: Vec<_> = ids.iter().filter_map(|id| directory.user(*id)).collect();
    let mut lines = Vec::new();
    if let [user] = users.as_slice() {
        let seats: Vec<_> = user.seats().filter_map(|id| directory.licence(id)).map(|l| l.name.to_string()).collect();
        if user.state == UserState::Active {
            lines.push("Is signed out everywhere at once.".into());
        }
        if !seats.is_empty() {
            lines.push(format!(
                "Gives back {}: {}.",
                if seats.len() == 1 { "a seat" } else { "seats" },
                seats.join(", ")
            ));
        }
        if deletes {
            let roles: Vec<_> = directory
                .grants_of(user.id)
                .filter_map(|grant| match grant.key.what {
                    Granted::Role(role) => directory.role(role).map(|role| role.name.to_string()),
                    Granted::Permission(_) => None,
                })
                .collect();
            let teams: Vec<_> =
                directory.teams_of(user.id).filter_map(|id| directory.team(id)).map(|t| t.name.to_string()).collect();
            if !roles.is_empty() {
                lines.push(format!(
                    "Loses {}: {}.",
                    if roles.len() == 1 { "the role" } else { "the roles" },
                    roles.join(", ")
                ));
            }
            if !teams.is_empty() {
                lines.push(format!(
                    "Leaves {}: {}.",
                    if teams.len() == 1 { "the team" } else { "the teams" },
                    teams.join(", ")
                ));
            }
            if let Some(extension) = user.extension() {
                lines.push(format!("Extension {extension} is free for somebody else."));
            }
            if user.state == UserState::Invited {
                lines.push("The invitation that was sent stops working.".into());
            }
        }
    } else {
        let active = users.iter().filter(|user| user.state == UserState::Active).count();
        let seats: usize = users.iter().map(|user| user.seats().count()).sum();
        if active > 0 {
            lines.push(format!(
                "{} signed out everywhere at once.",
                text::counted(active, "active user is", "active users are")
            ));
        }
        if seats > 0 {
            lines.push(format!("{} given back.", text::counted(seats, "seat is", "seats are")));
        }
        if deletes {
            lines.push("Their roles, team memberships and open invitations go with them.".into());
        }
    }
    lines.push(if deletes {
        "This can't be undone.".into()
    } else {
        "Roles, teams and extension are kept. Reactivating takes the seats again.".to_owned()
    });
    lines
}
