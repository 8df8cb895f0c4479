//! What is done to a user seldom: credentials, sessions, suspending, resetting, deleting (S2.14, S4.11–S4.13). Each says what it
//! does, asks first where something is lost, and is offered as far as the core allows it.

use super::{
    One,
    ask::Asked,
    parts::{act, day, part},
};
use crate::{
    language::t,
    screen::{
        own_data::download_data,
        users::action::{self, Doing},
    },
    ui::icon::Icon,
};
use leptos::prelude::*;
use rollcall_core::{
    Command,
    command::{DeleteUser, EndSessions, ForcePasswordReset, ResetUser, SendWelcome, Verb},
    privacy::may_have,
    query::user_loss,
};
use rollcall_view::text::leaving::lost;

/// The verbs that the tab is about.
pub const VERBS: &[Verb] = &[
    Verb::SendWelcome,
    Verb::HandOver,
    Verb::ForcePasswordReset,
    Verb::EndSessions,
    Verb::ActivateUser,
    Verb::SuspendUser,
    Verb::ReactivateUser,
    Verb::ResetUser,
    Verb::OffBoard,
    Verb::DeleteUser,
];
/// Of these, what a user signs in with.
const CREDENTIALS: &[Verb] = &[Verb::SendWelcome, Verb::HandOver, Verb::ForcePasswordReset, Verb::EndSessions];
/// Of these, whether it may do anything at all.
const ACCESS: &[Verb] = &[Verb::ActivateUser, Verb::SuspendUser, Verb::ReactivateUser, Verb::ResetUser];

/// Of these, how it leaves.
const LEAVING: &[Verb] = &[Verb::OffBoard, Verb::DeleteUser];

/// The tab.
pub fn advanced(one: One) -> AnyView {
    let credentials = [
        deed(one, Verb::SendWelcome, Icon::Mail),
        deed(one, Verb::HandOver, Icon::Shield),
        deed(one, Verb::ForcePasswordReset, Icon::Refresh),
        deed(one, Verb::EndSessions, Icon::Out),
    ];
    let access = [
        deed(one, Verb::ActivateUser, Icon::Play),
        deed(one, Verb::SuspendUser, Icon::Pause),
        deed(one, Verb::ReactivateUser, Icon::Play),
        deed(one, Verb::ResetUser, Icon::Undo),
    ];
    let leaving = [deed(one, Verb::OffBoard, Icon::Out), deed(one, Verb::DeleteUser, Icon::Trash)];
    view! {
        {group(one, "credentials-title", t!(user_credentials), CREDENTIALS, credentials)}
        {group(one, "suspend-title", t!(user_access_now), ACCESS, access)}
        {data(one)}
        {group(one, "delete-title", t!(user_leaving), LEAVING, leaving)}
    }
    .into_any()
}

/// Deeds that stand together, as far as any is offered.
fn group<const N: usize>(
    one: One,
    id: &'static str,
    title: String,
    verbs: &'static [Verb],
    deeds: [AnyView; N],
) -> AnyView {
    let some = Memo::new(move |_| verbs.iter().any(|verb| one.offered(*verb).is_some()));
    let body = view! { <div class="deeds">{deeds.into_iter().collect_view()}</div> };
    view! { <div class="group-of" hidden=move || !some.get()>{part(id, title, String::new(), move || one.waits(verbs), body.into_any())}</div> }
        .into_any()
}

/// What a deed is called, and what it does.
fn words(verb: Verb) -> Option<(&'static str, String, String)> {
    Some(match verb {
        Verb::SendWelcome => ("why-welcome", t!(user_welcome), t!(user_welcome_note)),
        Verb::HandOver => ("why-hand-over", t!(hand_over), t!(user_hand_over_note)),
        Verb::ActivateUser => ("why-activate", t!(users_activate), t!(user_activate_note)),
        Verb::ForcePasswordReset => ("why-force", t!(user_force_reset), t!(user_force_reset_note)),
        Verb::EndSessions => ("why-sessions", t!(user_end_sessions), t!(user_end_sessions_note)),
        Verb::SuspendUser => ("why-suspend", t!(users_suspend), t!(user_suspend_note)),
        Verb::ReactivateUser => ("why-reactivate", t!(users_reactivate), t!(user_reactivate_note)),
        Verb::ResetUser => ("why-reset", t!(user_reset), t!(user_reset_note)),
        Verb::OffBoard => ("why-off-board", t!(users_off_board), t!(user_off_board_note)),
        Verb::DeleteUser => ("why-delete", t!(users_delete), t!(user_delete_note)),
        _ => return None,
    })
}

fn deed(one: One, verb: Verb, sign: Icon) -> AnyView {
    let draw = move || {
        let offered = one.offered(verb)?;
        let (id, label, note) = words(verb)?;
        let grave = matches!(verb, Verb::DeleteUser | Verb::ResetUser);
        let start = Callback::new(move |()| start(one, verb));
        let title = label.clone();
        Some(view! {
            <div class="setting">
                <div>
                    <h3>{title}</h3>
                    <p class="soft">{note}</p>
                </div>
                {act(id, Some(offered), label, sign, if grave { "bad" } else { "" }, start)}
            </div>
        })
    };
    draw.into_any()
}

/// Asks about it, or does it where it can be taken back.
fn start(one: One, verb: Verb) {
    let (id, who) = (one.id, one.name());
    let asked = match verb {
        Verb::HandOver => return action::start(one.page, Doing::HandOver, id),
        Verb::ActivateUser => return action::start(one.page, Doing::Activate, id),
        Verb::SuspendUser => return action::start(one.page, Doing::Suspend, id),
        Verb::OffBoard => return action::start(one.page, Doing::OffBoard, id),
        Verb::ReactivateUser => return action::start(one.page, Doing::Reactivate, id),
        Verb::SendWelcome => Asked {
            command: SendWelcome { user: id }.into(),
            title: t!(user_welcome_title, who),
            question: t!(user_welcome_note),
            lines: Vec::new(),
            yes: t!(user_welcome_yes),
            said: t!(user_welcome_sent),
            leaves: false,
        },
        Verb::ForcePasswordReset => Asked {
            command: ForcePasswordReset { user: id }.into(),
            title: t!(user_force_reset_title, who),
            question: t!(user_force_reset_note),
            lines: Vec::new(),
            yes: t!(user_force_reset_yes),
            said: t!(user_force_reset_done),
            leaves: false,
        },
        Verb::EndSessions => Asked {
            command: EndSessions { user: id }.into(),
            title: t!(user_end_sessions_title, who),
            question: t!(user_end_sessions_note),
            lines: Vec::new(),
            yes: t!(user_end_sessions_yes),
            said: t!(user_sessions_ended),
            leaves: false,
        },
        Verb::ResetUser => Asked {
            command: ResetUser { user: id }.into(),
            title: t!(user_reset_title, who),
            question: t!(user_reset_note),
            lines: vec![t!(user_reset_loses), t!(ask_no_undo)],
            yes: t!(user_reset_yes),
            said: t!(user_reset_done),
            leaves: false,
        },
        Verb::DeleteUser => delete(one, who),
        _ => return,
    };
    one.asking.set(Some(asked));
}

/// The question before somebody is deleted: what becomes of what it has.
fn delete(one: One, who: String) -> Asked {
    let command: Command = DeleteUser { user: one.id }.into();
    let lines = one.app.ask_once(|replica, now| {
        let view = replica.view();
        user_loss(view, &replica.context(now), one.id).map(|loss| {
            let mut lines = lost(&loss, view);
            lines.push(match loss.restorable {
                Some(until) => t!(user_restorable, day = day(until)),
                None => t!(ask_no_undo),
            });
            lines
        })
    });
    Asked {
        command,
        title: t!(ask_delete_one, name = &who),
        question: t!(ask_delete_one_sure),
        lines: lines.flatten().unwrap_or_default(),
        yes: t!(ask_delete_one_yes),
        said: t!(users_deleted, name = who),
        leaves: true,
    }
}

/// All that there is about it, for who may have it.
fn data(one: One) -> AnyView {
    let may = Memo::new(move |_| {
        let may = one.app.ask(|replica, now| may_have(replica.view(), &replica.context(now), one.id).is_ok());
        may.unwrap_or_default() && one.is_person()
    });
    let draw = move || {
        may.get().then(|| {
            let body = view! {
                <div class="setting">
                    <div>
                        <h3>{t!(users_download_data)}</h3>
                        <p class="soft">{t!(user_data_note)}</p>
                    </div>
                    {download_data(t!(users_download_data), one.id)}
                </div>
            };
            part("data-title", t!(user_data), String::new(), || false, body.into_any())
        })
    };
    draw.into_any()
}
