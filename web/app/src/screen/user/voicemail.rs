//! The voicemail of a user (S4.10). Its PIN is a secret that the user sets.

use super::{
    One,
    parts::{part, standing},
};
use crate::{
    form::{Form, part_frame},
    language::t,
    ui::checkbox::Checkbox,
};
use leptos::prelude::*;
use rollcall_core::{
    command::{Authored, SetVoicemail, Verb},
    model::Voicemail,
};

/// The tab.
pub fn voicemail(one: One) -> AnyView {
    let (app, id) = (one.app, one.id);
    let edits = Memo::new(move |_| one.may(Verb::SetVoicemail));
    let stands = one.part(|detail| detail.voicemail);
    let form = move || {
        let disabled = !edits.get();
        standing("voicemail-title", stands, move |before: Voicemail, ended| {
            let seen = SetVoicemail { user: id, voicemail: before };
            let form = Form::new(app, ended).minded().filled_with(seen.clone());
            let (on, copy) = (RwSignal::new(before.on), RwSignal::new(before.mail_copy));
            form.part(Signal::derive(move || on.get() != before.on || copy.get() != before.mail_copy));
            let edit = move || SetVoicemail { user: id, voicemail: Voicemail { on: on.get(), mail_copy: copy.get() } };
            form.tries(move || edit().into());
            let save = move |()| {
                let edit = untrack(edit);
                let undo = Authored { command: seen.clone().into(), seen: Some(edit.clone().into()) };
                form.issue(edit.into(), move || app.say_done(t!(user_voicemail_saved), Some(undo), t!(undone)));
            };
            let fields = view! {
                <Checkbox label=t!(user_voicemail_on) note=t!(user_voicemail_on_note) disabled=disabled checked=on on_change=move |now| on.set(now) />
                <Checkbox label=t!(user_voicemail_copy) note=t!(user_voicemail_copy_note, own = one.own()) disabled=disabled checked=copy on_change=move |now| copy.set(now) />
            };
            (form, part_frame(form, Callback::new(save), fields.into_any()))
        })
    };
    let waits = move || one.waits(&[Verb::SetVoicemail]);
    part("voicemail-title", t!(user_tab_voicemail), t!(user_voicemail_note, own = one.own()), waits, form.into_any())
}
