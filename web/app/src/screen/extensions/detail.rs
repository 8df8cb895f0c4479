//! One extension beside the list.

use super::{
    Page,
    action::{begin, offers},
    row::standing,
};
use crate::{
    language::{say, t},
    list::{act_buttons, facts, panel, thing_head},
    router::Route,
    ui::{empty::EmptyState, icon::Icon, link::Link},
};
use leptos::prelude::*;
use rollcall_core::{
    Key,
    query::{ExtensionRow, extension_row},
    refusal::Field,
};
use rollcall_view::{list::phone_type_name, numbers::extension_of};
use rollcall_words::name;
use uuid::Uuid;

/// The panel of one extension.
pub fn detail(page: Page, id: Uuid) -> AnyView {
    let known = Memo::new(move |_| {
        let known = page.app.ask(|replica, now| {
            let extension = extension_of(id)?;
            Some((extension_row(replica.view(), &extension)?, offers(replica, now, &extension)))
        });
        known.flatten()
    });
    let body = move || {
        let Some((row, offers)) = known.get() else {
            return view! { <EmptyState sign=Icon::Hash title=t!(extensions_gone) sentence=t!(extensions_gone_means) /> }
                .into_any();
        };
        let (word, tone) = standing(&row);
        let ExtensionRow { extension, holder, phone, outside } = row;
        let waits = |user| page.pending.with(|pending| pending.contains(&Key::User(user)));
        let pending = holder.as_ref().is_some_and(|(user, _)| waits(*user));
        let holder = holder.map(|(id, name)| view! { <Link to=Route::user(id)>{name}</Link> }.into_any());
        let phone = phone.map(|phone| say(&phone_type_name(phone)).into_any());
        let (asks, acts): (Vec<_>, Vec<_>) = offers.into_iter().unzip();
        let lines = [(t!(numbers_holder), holder), (say(&name::field(Field::PhoneType)), phone)];
        let note = outside.then(|| t!(extensions_outside_means));
        view! {
            {thing_head(Icon::Hash, extension.to_string(), String::new(), (word, tone), pending, note)}
            {facts(lines)}
            <div class="detail-actions">{act_buttons(acts, begin(page, asks))}</div>
        }
        .into_any()
    };
    panel(page.list, body.into_any())
}
