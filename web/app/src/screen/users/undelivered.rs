//! Mails that could not be delivered, shown at the users that they are about, with a way to send them again.

use super::{
    Page,
    action::{self, Doing, Offer},
    head::administers,
};
use crate::{
    language::t,
    state::{App, Stage},
    text,
    ui::{banner::Banner, button::Button, icon::Icon},
};
use leptos::{prelude::*, task::spawn_local};
use rollcall_client::api;
use rollcall_core::{
    api::{MailKind, Undelivered},
    id::UserId,
    model::UserState,
};
use rollcall_view::Screen;
use std::time::Duration;

/// How often to ask while somebody is invited: a mail server may take its time to refuse a mail.
const OFTEN: Duration = Duration::from_secs(30);

/// What may have changed what the server would say.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Moment {
    /// Everything that was done here has reached the server.
    sent: bool,
    open: Option<UserId>,
}

/// The mails that the server could not deliver. A handle: copies are the same.
#[derive(Clone, Copy)]
pub struct Mails(RwSignal<Vec<Undelivered>>);

impl Mails {
    /// Asks the server while the page of users is open: at first, after sends, and again and again while somebody is
    /// invited. Only for who may invite, and only while the server answers.
    pub fn start(app: App) -> Self {
        let mails = Self(RwSignal::new(Vec::new()));
        let moment = Memo::new(move |_| {
            let invited = app.ask(|replica, _| replica.view().count(UserState::Invited) > 0).unwrap_or_default();
            let asks = invited && app.is_online() && administers(app);
            let open = app.router.get().open_in(Screen::Users).map(UserId::new);
            asks.then(|| Moment { sent: app.status().is_some_and(|status| status.pending == 0), open })
        });
        Effect::new(move |_| {
            if moment.with(Option::is_some) {
                mails.ask(app);
            }
        });
        let again = set_interval_with_handle(
            move || {
                if moment.with_untracked(Option::is_some) {
                    mails.ask(app);
                }
            },
            OFTEN,
        );
        if let Ok(again) = again {
            on_cleanup(move || again.clear());
        }
        mails
    }

    fn ask(self, app: App) {
        let Stage::Open(_, place) = app.stage.get_untracked() else { return };
        spawn_local(async move {
            // What failed before still holds when the server can't be asked.
            if let Ok(list) = api::undelivered(place.tenant).await {
                self.0.try_set(list);
            }
        });
    }

    /// Whom something could not be delivered to; tracked.
    pub fn users(self) -> Vec<UserId> {
        self.0.with(|list| list.iter().map(|mail| mail.user).collect())
    }

    /// What could not be delivered to a user; tracked.
    pub fn of(self, user: UserId) -> Vec<Undelivered> {
        self.0.with(|list| list.iter().filter(|mail| mail.user == user).cloned().collect())
    }

    /// Whether something could not be delivered to a user; tracked.
    pub fn concern(self, user: UserId) -> bool {
        self.0.with(|list| list.iter().any(|mail| mail.user == user))
    }
}

/// What could not be delivered to a user, and "send again" where that is offered.
pub fn notices(page: Page, id: UserId, offers: &[Offer]) -> impl IntoView + use<> {
    let resends = offers.iter().any(|offer| offer.doing == Doing::Resend && offer.why_not.is_none());
    let notice = move |mail: Undelivered| {
        let again = (resends && mail.what == MailKind::Invitation).then(|| {
            let send = move |_| action::start(page, Doing::Resend, id);
            view! { <Button label=t!(users_send_again) kind="small" sign=Icon::Send on_click=Callback::new(send) /> }
        });
        view! { <Banner tone="warn" sign=Icon::Mail><p>{text::mail::undelivered(&mail)}</p> {again}</Banner> }
    };
    page.mails.of(id).into_iter().map(notice).collect_view()
}
