//! The channels of a team, public and private (S2.19).

use super::{One, Sure};
use crate::{
    browser,
    form::{Form, form_frame},
    language::{say, t},
    list::offered,
    screen::user::parts::{act, nothing, part},
    ui::{
        badge::pending_mark,
        button::IconButton,
        checkbox::Checkbox,
        dialog::Dialog,
        field::TextField,
        icon::{Icon, icon},
    },
};
use leptos::prelude::*;
use rollcall_core::{
    Command, Key,
    command::{Authored, CreateChannel, DeleteChannel, EditChannel, Verb},
    id::ChannelId,
    model::Channel,
    refusal::Field,
    value::ChannelName,
};
use rollcall_words::name;

/// A channel as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Line {
    id: ChannelId,
    name: String,
    public: bool,
    edits: bool,
    deletes: bool,
    waits: bool,
}

/// The tab.
pub fn channels(one: One) -> AnyView {
    // The dialog that is open: of a channel, or of a new one.
    let opened = RwSignal::new(None::<Option<ChannelId>>);
    let channels = one.part(|detail| detail.channels.clone());
    let lines = Memo::new(move |_| {
        let lines = one.app.ask(|replica, now| {
            let line = |(id, name, public): (ChannelId, ChannelName, bool)| {
                let key = Key::Channel(id);
                let may = |verb| offered(replica, now, verb, &key).is_some_and(|offer| offer.why_not.is_empty());
                Line {
                    id,
                    name: name.to_string(),
                    public,
                    edits: may(Verb::EditChannel),
                    deletes: may(Verb::DeleteChannel),
                    waits: one.waits(key),
                }
            };
            channels.get().unwrap_or_default().into_iter().map(line).collect::<Vec<_>>()
        });
        lines.unwrap_or_default()
    });
    let list = move || match lines.get() {
        all if all.is_empty() => nothing(t!(team_no_channels)),
        all => {
            let line = move |of: Line| line(one, of, opened);
            view! { <ul class="things">{all.into_iter().map(line).collect_view()}</ul> }.into_any()
        }
    };
    let add = move || {
        let open = Callback::new(move |()| opened.set(Some(None)));
        act("channel-why", one.offered(Verb::CreateChannel), t!(team_add_channel), Icon::Plus, "", open)
    };
    let close = Callback::new(move |()| opened.set(None));
    let body = view! {
        {list}
        <div class="row-of">{add}</div>
        {move || opened.get().map(|of| edit(one, of, close))}
    };
    part("channels-title", t!(teams_channels), t!(team_channels_note), || false, body.into_any())
}

fn line(one: One, of: Line, opened: RwSignal<Option<Option<ChannelId>>>) -> AnyView {
    let Line { id, name, public, edits, deletes, waits } = of;
    let ask = {
        let name = name.clone();
        move |_| {
            one.asking.set(Some(Sure {
                command: DeleteChannel { channel: id }.into(),
                title: t!(team_delete_channel_title, channel = &name),
                question: t!(team_delete_channel_question),
                lines: vec![t!(ask_no_undo)],
                yes: t!(team_delete_channel_yes),
                said: t!(team_channel_deleted, channel = &name),
                leaves: None,
            }));
        }
    };
    view! {
        <li>
            {icon(if public { Icon::Hash } else { Icon::Shield })}
            <div class="clip-box">
                <p><bdi>{name.clone()}</bdi> " " {waits.then(pending_mark)}</p>
                <p class="faint">{if public { t!(team_public_note) } else { t!(team_private_note) }}</p>
            </div>
            <div class="row-of end">
                {edits
                    .then(|| {
                        view! {
                            <IconButton label=t!(team_edit_channel, channel = &name) sign=Icon::Edit on_click=move |_| opened.set(Some(Some(id))) />
                        }
                    })}
                {deletes
                    .then(|| view! { <IconButton label=t!(team_delete_channel, channel = &name) sign=Icon::Trash on_click=ask /> })}
            </div>
        </li>
    }
    .into_any()
}

/// The dialog of a channel, or of a new one.
fn edit(one: One, of: Option<ChannelId>, on_close: Callback<()>) -> AnyView {
    let app = one.app;
    let before = of.and_then(|id| app.ask_once(|replica, _| replica.view().channel(id).cloned()).flatten());
    let seen = before.as_ref().map(|channel| EditChannel {
        channel: channel.id,
        name: channel.name.clone(),
        public: channel.public,
    });
    let mut form = Form::new(app, on_close).minded();
    if let Some(seen) = seen.clone() {
        form = form.filled_with(seen);
    }
    let first = before.as_ref().map(|channel| channel.name.to_string());
    let called = form.line(&[Field::Name], first, ChannelName::parse, false);
    let was_public = before.as_ref().is_none_or(|channel| channel.public);
    let public = RwSignal::new(was_public);
    form.part(Signal::derive(move || public.get() != was_public));
    let id = before.as_ref().map_or_else(|| ChannelId::new(rollcall_client::new_id()), |channel| channel.id);
    let new = before.is_none();
    let command = move || -> Option<Command> {
        let name = called.value(ChannelName::parse)?;
        Some(match new {
            true => CreateChannel { channel: Channel { id, team: one.id, name, public: public.get() } }.into(),
            false => EditChannel { channel: id, name, public: public.get() }.into(),
        })
    };
    form.tries_once_there(command);
    let save = move |()| {
        let Some(command) = untrack(command) else { return };
        let seen: Option<Command> = seen.clone().map(Into::into);
        if seen.as_ref() == Some(&command) {
            form.end();
            return;
        }
        let undo = match seen {
            Some(seen) => Authored { command: seen, seen: Some(command.clone()) },
            None => DeleteChannel { channel: id }.into(),
        };
        let said = if new { t!(team_channel_added) } else { t!(team_channel_saved) };
        form.issue(command, move || app.say_done(said, Some(undo), t!(undone)));
    };
    browser::focus("channel-name");
    let fields = view! {
        <TextField id="channel-name" label=say(&name::field(Field::Name)) value=called.text error=called.error() on_leave=called.leave() />
        <Checkbox label=t!(team_private) note=t!(team_private_note) checked=Signal::derive(move || !public.get()) on_change=move |on| public.set(!on) />
    };
    let title = match &before {
        None => t!(team_add_channel),
        Some(channel) => t!(team_edit_channel, channel = channel.name.to_string()),
    };
    let label = Signal::derive(move || if new { t!(team_add_channel) } else { t!(save) });
    let frame = form_frame(form, label, Signal::default(), form.said_whole(), Callback::new(save), fields.into_any());
    view! { <Dialog title=title narrow=true on_close=move || form.close()>{frame}</Dialog> }.into_any()
}
