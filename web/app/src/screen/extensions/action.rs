//! What can be done to an extension, as the core offers it of its holder, and how it is begun.

use super::{Ask, Page};
use crate::{
    language::t,
    list::{Act, act_menu, offered},
    ui::{icon::Icon, menu::Anchor},
};
use leptos::prelude::*;
use rollcall_core::{Key, Timestamp, command::Verb, sync::Replica, value::Extension};
use rollcall_view::numbers::extension_of;
use uuid::Uuid;

/// What is offered for an extension, with how it is shown.
pub fn offers(replica: &Replica, now: Timestamp, extension: &Extension) -> Vec<(Ask, Act)> {
    let Some(user) = replica.view().user_at(extension) else {
        let act = Act::new(t!(numbers_assign), Icon::UserPlus, &[], replica);
        return vec![(Ask::Assign(Some(extension.clone())), act)];
    };
    let offer = |verb, label: String, sign, ask| {
        let offer = offered(replica, now, verb, &Key::User(user))?;
        Some((ask, Act::new(label, sign, &offer.why_not, replica)))
    };
    let change = offer(Verb::ChangeExtension, t!(extensions_change), Icon::Edit, Ask::Change(user));
    let take = offer(Verb::UnassignExtension, t!(numbers_take), Icon::Undo, Ask::Take(user));
    change.into_iter().chain(take).collect()
}

/// The menu of a row.
pub fn menu(page: Page, id: Uuid, anchor: Anchor) -> AnyView {
    let Some(extension) = extension_of(id) else { return ().into_any() };
    let offers = page.app.ask_once(|replica, now| offers(replica, now, &extension)).unwrap_or_default();
    let (asks, acts): (Vec<_>, Vec<_>) = offers.into_iter().unzip();
    act_menu(page.list, id, anchor, Icon::Hash, acts, begin(page, asks))
}

/// Opens the dialog at a place.
pub fn begin(page: Page, asks: Vec<Ask>) -> Callback<usize> {
    Callback::new(move |place: usize| page.ask.set(asks.get(place).cloned()))
}
