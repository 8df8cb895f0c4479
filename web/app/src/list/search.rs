//! The field that searches the list as one types.

use super::List;
use crate::{
    browser,
    language::{say, t},
    ui::icon::{Icon, icon},
};
use leptos::prelude::*;

/// The field.
pub fn search(list: List) -> AnyView {
    let typed = RwSignal::new(String::new());
    let due = StoredValue::new(false);
    let look = move || {
        // The frame may come after the page was left.
        if let Some(typed) = typed.try_get_untracked()
            && list.query.with_untracked(|query| query.search() != typed)
        {
            list.show(|query| query.set_search(typed));
        }
    };
    // At once, so that the next frame shows the rows; what else comes before that frame waits for it, however fast the keys.
    let input = move |text: String| {
        typed.set(text);
        if !due.get_value() {
            due.set_value(true);
            look();
            request_animation_frame(move || {
                let _ = due.try_update_value(|due| *due = false);
                look();
            });
        }
    };
    let searched = Memo::new(move |_| list.query.with(|query| query.search().to_owned()));
    Effect::new(move |_| typed.set(searched.get()));
    view! {
        <div class="with-inside search" role="search">
            {icon(Icon::Search)}
            <input
                id="search"
                class="input"
                type="search"
                placeholder=say(&(list.is.words.search_hint)())
                aria-label=say(&(list.is.words.search)())
                autocomplete="off"
                spellcheck="false"
                enterkeyhint="search"
                dir="auto"
                prop:value=move || typed.get()
                on:input=move |event| input(event_target_value(&event))
                on:keydown=move |event| {
                    if matches!(event.key().as_str(), "ArrowDown" | "Enter") {
                        event.prevent_default();
                        browser::focus("grid");
                    }
                }
            />
            {move || {
                if typed.with(String::is_empty) {
                    view! { <kbd class="inside" aria-hidden="true">"/"</kbd> }.into_any()
                } else {
                    view! {
                        <button
                            type="button"
                            class="button plain inside"
                            aria-label=t!(list_search_clear)
                            on:click=move |_| {
                                input(String::new());
                                browser::focus("search");
                            }
                        >
                            {icon(Icon::Close)}
                        </button>
                    }
                        .into_any()
                }
            }}
        </div>
    }
    .into_any()
}
