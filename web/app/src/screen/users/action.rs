//! What can be done to one user, as the core offers it (`query::offers`), and how it is drawn and begun.

use super::{Ask, Page};
use crate::{
    language::t,
    list::{Act, act_menu, offered},
    state::App,
    text,
    ui::{icon::Icon, menu::Anchor},
};
use leptos::prelude::*;
use rollcall_core::{
    Key, Timestamp,
    command::Verb,
    id::UserId,
    query::{self, BulkAction},
    sync::Replica,
};

/// Something to do to a user.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doing {
    Send,
    Resend,
    Revoke,
    Edit,
    Licence,
    GiveExtension,
    TakeExtension,
    HandOver,
    Activate,
    Suspend,
    Reactivate,
    OffBoard,
    Delete,
}

/// Something that can be done, or can't for a reason that is worth saying.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    pub doing: Doing,
    pub why_not: Option<String>,
}

impl Doing {
    pub const ALL: [Self; 13] = [
        Self::Send,
        Self::Resend,
        Self::Edit,
        Self::Licence,
        Self::GiveExtension,
        Self::TakeExtension,
        Self::HandOver,
        Self::Activate,
        Self::Revoke,
        Self::Suspend,
        Self::Reactivate,
        Self::OffBoard,
        Self::Delete,
    ];

    /// The verb of the core that it is.
    pub const fn verb(self) -> Verb {
        match self {
            Self::Send => Verb::SendInvitation,
            Self::Resend => Verb::ResendInvitation,
            Self::Revoke => Verb::RevokeInvitation,
            Self::Edit => Verb::EditProfile,
            Self::Licence => Verb::SetLicence,
            Self::GiveExtension => Verb::AssignExtension,
            Self::TakeExtension => Verb::UnassignExtension,
            Self::HandOver => Verb::HandOver,
            Self::Activate => Verb::ActivateUser,
            Self::Suspend => Verb::SuspendUser,
            Self::Reactivate => Verb::ReactivateUser,
            Self::OffBoard => Verb::OffBoard,
            Self::Delete => Verb::DeleteUser,
        }
    }

    /// What begins this verb.
    pub fn of(verb: Verb) -> Option<Self> {
        Self::ALL.into_iter().find(|doing| doing.verb() == verb)
    }

    /// The core's answer for a user.
    fn offered(self, replica: &Replica, now: Timestamp, id: UserId) -> Option<query::Offer> {
        offered(replica, now, self.verb(), &Key::User(id))
    }

    pub fn label(self) -> String {
        match self {
            Self::Send => t!(send_invitation),
            Self::Resend => t!(users_resend),
            Self::Revoke => t!(users_revoke),
            Self::Edit => t!(users_edit),
            Self::Licence => t!(users_change_licence),
            Self::GiveExtension => t!(users_give_extension),
            Self::TakeExtension => t!(users_take_extension),
            Self::HandOver => t!(hand_over),
            Self::Activate => t!(users_activate),
            Self::Suspend => t!(users_suspend),
            Self::Reactivate => t!(users_reactivate),
            Self::OffBoard => t!(users_off_board),
            Self::Delete => t!(users_delete),
        }
    }

    pub const fn sign(self) -> Icon {
        match self {
            Self::Send | Self::Resend => Icon::Send,
            Self::Revoke => Icon::Undo,
            Self::Edit => Icon::Edit,
            Self::Licence => Icon::Card,
            Self::GiveExtension => Icon::Hash,
            Self::TakeExtension => Icon::Close,
            Self::HandOver => Icon::Shield,
            Self::Suspend => Icon::Pause,
            Self::Activate | Self::Reactivate => Icon::Play,
            Self::OffBoard => Icon::Out,
            Self::Delete => Icon::Trash,
        }
    }
}

/// What the core offers for a user, in the order of the menu.
pub fn offers(replica: &Replica, now: Timestamp, id: UserId) -> Vec<Offer> {
    let offer = |doing: Doing| {
        let why_not = doing.offered(replica, now, id)?.why_not;
        let why_not = (!why_not.is_empty()).then(|| text::refusals(&why_not, Some(replica.view())));
        Some(Offer { doing, why_not })
    };
    Doing::ALL.into_iter().filter_map(offer).collect()
}

/// Does it at once, or opens the dialog that it needs.
pub fn start(page: Page, doing: Doing, id: UserId) {
    match doing {
        Doing::Edit => page.ask.set(Some(Ask::Edit(id))),
        Doing::Licence => page.ask.set(Some(Ask::Licence(id))),
        Doing::GiveExtension => page.ask.set(Some(Ask::GiveExtension(id))),
        Doing::TakeExtension => page.ask.set(Some(Ask::TakeExtension(id))),
        Doing::HandOver => page.ask.set(Some(Ask::HandOver(id))),
        Doing::OffBoard => page.ask.set(Some(Ask::OffBoard(id))),
        Doing::Suspend => page.ask.set(Some(Ask::Bulk(BulkAction::Suspend, vec![id]))),
        Doing::Delete => page.ask.set(Some(Ask::Bulk(BulkAction::Delete, vec![id]))),
        Doing::Send | Doing::Resend | Doing::Revoke | Doing::Activate | Doing::Reactivate => now(page.app, doing, id),
    }
}

/// Issues the command and says so.
pub fn now(app: App, doing: Doing, id: UserId) {
    let known = app.ask_once(|replica, now| {
        let name = replica.view().user(id).map(|user| user.display_name().into_owned())?;
        let command = doing.offered(replica, now, id)?.command?;
        let undo = command.undo(replica.view());
        Some((command, undo, name))
    });
    let Some((command, undo, name)) = known.flatten() else { return };
    let online = untrack(|| app.is_online());
    let said = match (doing, online) {
        (Doing::Send | Doing::Resend, true) => t!(invitation_sent, name),
        (Doing::Send | Doing::Resend, false) => t!(invitation_sent_later, name),
        (Doing::Revoke, _) => t!(users_revoked, name),
        (Doing::Suspend, _) => t!(users_suspended, name),
        (Doing::Reactivate, _) => t!(users_reactivated, name),
        (Doing::Activate, _) => t!(users_activated, name),
        (Doing::Delete, _) => t!(users_deleted, name),
        (Doing::TakeExtension, _) => t!(user_unassigned),
        (Doing::Edit | Doing::Licence | Doing::GiveExtension | Doing::HandOver | Doing::OffBoard, _) => t!(saved),
    };
    app.issue_saying(command.into(), said, undo);
}

/// What is shown of an offer.
pub fn act(offer: &Offer) -> Act {
    let bad = offer.doing == Doing::Delete;
    Act { label: offer.doing.label(), sign: offer.doing.sign(), bad, why_not: offer.why_not.clone() }
}

/// The menu of a row.
pub fn menu(page: Page, id: UserId, anchor: Anchor) -> AnyView {
    let offers = page.app.ask_once(|replica, now| offers(replica, now, id)).unwrap_or_default();
    let acts = offers.iter().map(act).collect();
    act_menu(page.list, id.uuid(), anchor, Icon::Users, acts, begin(page, id, offers))
}

/// Begins the one of some offers at a place.
pub fn begin(page: Page, id: UserId, offers: Vec<Offer>) -> Callback<usize> {
    Callback::new(move |place: usize| {
        if let Some(offer) = offers.get(place) {
            start(page, offer.doing, id);
        }
    })
}
