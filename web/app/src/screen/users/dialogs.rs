//! The dialogs about users that are there already, which lie in a file of their own (`screen/cut.rs`): the page opens without them.

use super::{Ask, Page, ask, assign, edit, export, extension, hand_over, licence, off_board, off_board_many};
use leptos::prelude::*;

/// The dialog that is open.
#[component]
pub fn Dialogs() -> impl IntoView {
    let page: Page = expect_context();
    let close = move || page.ask.set(None);
    let on_close = Callback::new(move |()| close());
    move || match page.ask.get() {
        Some(Ask::Edit(id)) => view! { <edit::EditProfileDialog id=id on_close /> }.into_any(),
        Some(Ask::Licence(id)) => view! { <licence::LicenceDialog id=id on_close /> }.into_any(),
        Some(Ask::HandOver(id)) => view! { <hand_over::HandOverDialog id=id on_close /> }.into_any(),
        Some(Ask::OffBoard(id)) => view! { <off_board::OffBoardDialog id=id on_close /> }.into_any(),
        Some(Ask::OffBoardMany(ids)) => view! { <off_board_many::OffBoardMany ids=ids on_close /> }.into_any(),
        Some(Ask::GiveExtension(id)) => extension::give(page.app, id, on_close),
        Some(Ask::TakeExtension(id)) => extension::take(page.app, id, on_close),
        Some(Ask::Export) => view! { <export::Export on_close /> }.into_any(),
        Some(Ask::Bulk(action, ids)) => view! { <ask::AskFirst action=action ids=ids on_close=close /> }.into_any(),
        Some(Ask::Assign(what, ids)) => view! { <assign::Assign what=what ids=ids on_close /> }.into_any(),
        Some(Ask::New(_)) | None => ().into_any(),
    }
}
