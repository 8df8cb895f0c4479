//! How a user leaves, as it is ordered: what is to come stands at the head of its page, with the way to change it or call it off.

use super::One;
use crate::{
    language::t,
    screen::users::action::{self, Doing},
    text,
    ui::{banner::Banner, button::Button, icon::Icon},
};
use leptos::prelude::*;
use rollcall_core::{
    Command,
    command::{OffBoard, Verb},
    query::off_boarding,
};

/// What stands there; nothing when nothing is ordered, or it may not be known.
pub fn leaving(one: One) -> AnyView {
    let (app, user) = (one.app, one.id);
    let known = Memo::new(move |_| {
        let known = app.ask(|replica, now| {
            let (names, context) = (replica.view(), replica.context(now));
            let leaving = off_boarding(names, &context, user)?;
            let put_off = text::leaving::put_off(leaving.put_off.as_ref(), names, now);
            Some((text::leaving::standing(&leaving, now), put_off))
        });
        known.flatten()
    });
    let may = Memo::new(move |_| one.may(Verb::OffBoard));
    let change = Callback::new(move |_| action::start(one.page, Doing::OffBoard, user));
    let call_off = Callback::new(move |_| {
        let command: Command = OffBoard { user, order: None }.into();
        let undo = app.ask_once(|replica, _| command.undo(replica.view())).flatten();
        app.issue_saying(command.into(), t!(off_board_called_off, who = one.name()), undo);
    });
    let draw = move || {
        known.get().map(|(standing, put_off)| {
            let (tone, sign) = if put_off.is_some() { ("bad", Icon::Alert) } else { ("warn", Icon::Clock) };
            view! {
                <Banner tone=tone sign=sign>
                    <div>
                        <p>{standing}</p>
                        {put_off.map(|why| view! { <p>{why}</p> })}
                    </div>
                    {may.get()
                        .then(|| {
                            view! {
                                <Button label=t!(off_board_change) kind="small" on_click=change />
                                <Button label=t!(off_board_call_off) kind="small" on_click=call_off />
                            }
                        })}
                </Banner>
            }
        })
    };
    draw.into_any()
}
