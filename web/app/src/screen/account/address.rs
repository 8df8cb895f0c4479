//! The address that one signs in with. Another one holds once a link that was mailed to it was opened.

use crate::{
    browser,
    form::{Form, form_frame},
    language::t,
    state::app,
    ui::{banner::Banner, button::Button, dialog::Dialog, field::TextField, icon::Icon, remote::Remote},
};
use leptos::prelude::*;
use rollcall_client::api;
use rollcall_core::{
    api::{AccountView, ChangeAddress},
    refusal::Field,
    value::Email,
};
use rollcall_words::Arg;

/// The address, and one that waits to be confirmed.
#[component]
pub fn SignInAddress(account: Remote<AccountView>, on_done: impl Fn() + Copy + Send + Sync + 'static) -> impl IntoView {
    let changing = RwSignal::new(false);
    let done = Callback::new(move |()| {
        account.ask();
        on_done();
    });
    account.view(move |AccountView { email, pending }| {
        let waits = pending.map(|pending| {
            let until = Arg::Moment(pending.expires.0);
            let said = t!(account_address_waits, email = pending.email.to_string(), until);
            view! { <Banner tone="accent" sign=Icon::Mail><p>{said}</p></Banner> }
        });
        view! {
            <div class="setting">
                <div class="clip">
                    <h3>{t!(account_address)}</h3>
                    <p class="clip">
                        {match email {
                            Some(email) => view! { <bdi>{email.to_string()}</bdi> }.into_any(),
                            None => t!(account_no_address).into_any(),
                        }}
                    </p>
                </div>
                <Button label=t!(account_change_address) kind="small" on_click=Callback::new(move |_| changing.set(true)) />
            </div>
            {waits}
            <Show when=move || changing.get()>
                {change(done, Callback::new(move |()| changing.set(false)))}
            </Show>
        }
    })
}

/// The dialog.
fn change(on_done: Callback<()>, on_close: Callback<()>) -> impl IntoView {
    let app = app();
    let form = Form::new(app, on_close).minded();
    let email = form.line(&[Field::Email], None, Email::parse, false);
    let password = form.typed(&[Field::Password], String::new(), |text| text.is_empty().then(|| t!(enter_password)));
    browser::focus("new-address");
    let save = move |()| {
        let (email, password) = (email.text.get_untracked(), password.text.get_untracked());
        let request = ChangeAddress { email: email.trim().into(), password };
        let mailed = request.email.clone();
        form.send(async move { api::change_address(&request).await }, move |answer| {
            answer.err().or_else(|| {
                app.toasts.say(t!(account_address_mailed, email = mailed));
                form.end();
                on_done.run(());
                None
            })
        });
    };
    let fields = view! {
        <p class="soft">{t!(account_change_address_note)}</p>
        <TextField id="new-address" label=t!(address_new) kind="email" autocomplete="email" value=email.text error=email.error() on_leave=email.leave() />
        <TextField
            id="address-password"
            label=t!(your_password)
            kind="password"
            autocomplete="current-password"
            value=password.text
            error=password.error()
        />
    };
    let save_label = Signal::derive(|| t!(send_link));
    view! {
        <Dialog title=t!(account_change_address_title) narrow=true on_close=move || form.close()>
            {form_frame(form, save_label, Signal::default(), Signal::default(), Callback::new(save), fields.into_any())}
        </Dialog>
    }
}
