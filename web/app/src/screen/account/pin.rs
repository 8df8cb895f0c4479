//! One's own voicemail PIN in the organisation that is open, set with one's password. Nobody can show it.

use crate::{
    browser,
    form::{Form, form_frame},
    language::t,
    secret,
    state::app,
    ui::{button::Button, dialog::Dialog, field::TextField},
};
use leptos::prelude::*;
use rollcall_client::api;
use rollcall_core::{api::SetPin, id::TenantId, refusal::Field};

/// The PIN.
#[component]
pub fn OwnPin(
    tenant: TenantId,
    organisation: String,
    on_done: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let changing = RwSignal::new(false);
    view! {
        <div class="setting">
            <div>
                <h3>{t!(field_voicemail_pin)}</h3>
                <p class="soft">{t!(own_pin_note, organisation)}</p>
            </div>
            <Button label=t!(own_pin_set) kind="small" on_click=Callback::new(move |_| changing.set(true)) />
        </div>
        <Show when=move || changing.get()>
            {change(tenant, Callback::new(move |()| on_done()), Callback::new(move |()| changing.set(false)))}
        </Show>
    }
}

/// The dialog.
fn change(tenant: TenantId, on_done: Callback<()>, on_close: Callback<()>) -> impl IntoView {
    let app = app();
    let form = Form::new(app, on_close).minded();
    let pin = form.typed(&[Field::VoicemailPin], String::new(), secret::pin_wrong);
    let password = form.typed(&[Field::Password], String::new(), |text| text.is_empty().then(|| t!(enter_password)));
    browser::focus("own-pin");
    let save = move |()| {
        let request = SetPin { password: password.text.get_untracked(), voicemail_pin: pin.text.get_untracked() };
        form.send(async move { api::set_pin(tenant, &request).await }, move |answer| {
            answer.err().or_else(|| {
                app.toasts.say(t!(own_pin_done));
                form.end();
                on_done.run(());
                None
            })
        });
    };
    let fields = view! {
        <TextField
            id="own-pin"
            label=t!(own_pin_new)
            kind="password"
            numeric=true
            autocomplete="off"
            hint=t!(password_pin_hint)
            value=pin.text
            error=pin.error()
        />
        <TextField
            id="pin-password"
            label=t!(your_password)
            kind="password"
            autocomplete="current-password"
            value=password.text
            error=password.error()
        />
    };
    let save_label = Signal::derive(|| t!(own_pin_yes));
    view! {
        <Dialog title=t!(own_pin_title) narrow=true on_close=move || form.close()>
            {form_frame(form, save_label, Signal::default(), Signal::default(), Callback::new(save), fields.into_any())}
        </Dialog>
    }
}
