//! The navigation: groups of links at the side of a desk, which scroll when they are many; on a phone a bar with the most
//! important ones, and a sheet with all.

use crate::{
    language::{self, say, t},
    router::Route,
    state::{App, app},
    ui::{
        dialog::Dialog,
        icon::{Icon, icon},
        link::Link,
    },
};
use leptos::{ev, prelude::*};
use rollcall_view::{Reader, Screen, navigation::Navigation as Layout};

/// The links.
#[component]
pub fn Navigation() -> impl IntoView {
    let app = app();
    let layout = Memo::new(move |_| Layout::of(&seen(app)));
    let sheet = RwSignal::new(false);
    let behind =
        move || app.router.is(|route| route.screen().is_some_and(|here| layout.with(|layout| layout.is_behind(here))));
    view! {
        <nav class="places" aria-label=t!(pages)>
            {move || layout.with(|layout| groups(app, layout))}
            {move || {
                layout
                    .with(Layout::has_more)
                    .then(|| {
                        view! {
                            <button
                                type="button"
                                class="more-places"
                                class:current=behind
                                aria-haspopup="dialog"
                                on:click=move |_| sheet.set(true)
                            >
                                {icon(Icon::More)}
                                <span>{t!(more)}</span>
                            </button>
                        }
                    })
            }}
        </nav>
        <Show when=move || sheet.get()>
            <Dialog title=t!(all_pages) narrow=true on_close=move || sheet.set(false)>
                <nav
                    class="body places"
                    aria-label=t!(all_pages)
                    on:click=move |event: ev::MouseEvent| {
                        let link = event_target::<web_sys::Element>(&event).closest("a");
                        if link.is_ok_and(|link| link.is_some()) {
                            sheet.set(false);
                        }
                    }
                >
                    {layout.with(|layout| groups(app, layout))}
                </nav>
            </Dialog>
        </Show>
    }
}

/// The screens that are of use to the signed-in user; tracked.
fn seen(app: App) -> Vec<Screen> {
    let mails_kept = app.info.with(|info| info.as_ref().is_some_and(|info| info.mail_outbox));
    let seen = app.ask(|replica, now| {
        let context = replica.context(now);
        let reader = Reader { directory: replica.view(), context: &context, mails_kept };
        Screen::ALL.iter().copied().filter(|screen| screen.is_seen_by(&reader)).collect()
    });
    seen.unwrap_or_default()
}

/// The links in their groups, each under its heading.
fn groups(app: App, layout: &Layout) -> impl IntoView + use<> {
    let group = |(group, screens): &(rollcall_view::Group, Vec<Screen>)| {
        let links: Vec<_> = screens.iter().map(|screen| link(app, *screen, layout.is_behind(*screen))).collect();
        let name = say(&group.name());
        view! {
            <div class="places-group" role="group" aria-label=name.clone()>
                <p aria-hidden="true">{name.clone()}</p>
                {links}
            </div>
        }
    };
    layout.groups.iter().map(group).collect_view()
}

/// The link to a screen, and what waits there.
fn link(app: App, screen: Screen, behind: bool) -> impl IntoView {
    let declared = screen.declared();
    let waiting = Memo::new(move |_| match screen {
        Screen::Inbox => app.status().map_or(0, |status| status.inbox),
        _ => 0,
    });
    view! {
        <Link to=Route::At(screen, None) class=if behind { "behind" } else { "" }>
            {icon(declared.icon)}
            <span>{say(&(declared.name)())}</span>
            {move || {
                let count = waiting.get();
                (count > 0)
                    .then(|| view! { <span class="count" aria-label=t!(count_refused, count)>{language::number(count)}</span> })
            }}
        </Link>
    }
}
