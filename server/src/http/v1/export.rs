//! `GET /api/v1/tenants/{tenant}/users/{user}/export`: all that there is about a person, in the directory and beside it. Who may
//! have how much of it is for the core to say.

use super::account::{security_event, session_view};
use crate::{
    http::{App, body::Form, large, signed_in::Member},
    problem::{Answer, Fault},
    store::{NO_TENANT, NotesOf},
};
use axum::{
    extract::{Path, State},
    http::HeaderMap,
    response::Response,
};
use rollcall_core::{
    Actor, Context, Record, Refusal, Timestamp,
    api::PersonExport,
    context::View,
    id::UserId,
    privacy::{Beside, Person, beside, person},
    refusal::Subject,
    time::Span,
    value::Email,
};

/// More than happens to anybody while it is kept.
const ALL: u32 = 100_000;
/// The share of answers that is taken before anything is read, in KiB: so much is all of that.
const SHARE: u32 = 64 * 1024;

pub async fn get(
    State(app): State<App>,
    Member { session, tenant, user: asker }: Member,
    Path((_, about)): Path<(String, String)>,
    headers: HeaderMap,
) -> Answer<Response> {
    let unknown = || Fault::refused(Refusal::Unknown(Subject::User));
    let user: UserId = about.parse().map_err(|_| unknown())?;
    let asked = app.tenants.tenant(tenant);
    asked.admit(asker, session.by).await?;
    let context = Context { actor: Actor::User(asker), now: app.clock.now(), view: View::Whole };
    let share = app.answers.take((tenant, asker), SHARE).await;
    let found = asked.read(move |directory| {
        let keeping = directory.keeping();
        person(directory, &context, user).map(|person| (person, beside(directory, &context, user), keeping))
    });
    let (person, beside, keeping) = found.await?.map_err(Fault::refused)?;
    let account = app.store.account_of(tenant, user).await?.filter(|_| beside != Beside::Mails);
    let own = beside == Beside::Own;
    let (mut sessions, mut security) = (None, None);
    if beside != Beside::Mails {
        app.security.settle().await;
        let of = match &account {
            Some(account) if own => NotesOf::Account(account.id),
            _ => {
                let since = app.clock.now().before(Span::days(keeping.security_days.into()));
                NotesOf::User(tenant, user, since)
            }
        };
        let notes = app.store.notes(of, Timestamp(i64::MAX), ALL).await?;
        security = Some(notes.into_iter().map(|note| security_event(note, own)).collect());
        let mut live = match &account {
            Some(account) => app.store.sessions_of(account.id, app.clock.now()).await?,
            None => Vec::new(),
        };
        if let (false, Some(account)) = (own, &account) {
            // What was before the person joined, and what the organisation ended, is not its own to see.
            let links = app.store.links(account.id).await?;
            let here = links.into_iter().find(|link| link.tenant == tenant);
            live.retain(|one| here.as_ref().is_some_and(|link| one.created >= link.linked && one.created > link.ended));
        }
        sessions = Some(live.into_iter().map(|one| session_view(one, &session.token)).collect());
    }
    let mut addresses = addresses(&person);
    let others = app.store.addresses_of(tenant, user, &addresses).await?;
    addresses.extend(others.mailed);
    // By which address somebody signs in, or would like to, is for nobody to learn from an export.
    let listed = |email: &Email| own || addresses.iter().any(|listed| listed.folded() == email.folded());
    let shown = account.as_ref().and_then(|account| account.email.clone()).filter(listed);
    if own {
        addresses.extend(others.account);
    }
    let (mut pending_address, mut known_devices) = (None, None);
    if let (true, Some(account)) = (own, &account) {
        pending_address = app.addresses.pending(account.id).await?;
        known_devices = Some(app.store.known_devices(account.id, app.clock.now()).await?);
    }
    let unread = |error| {
        tracing::error!(%error, "the outbox can't be read");
        Fault::internal()
    };
    let mut mails = app.mailer.sent_to(&[tenant], addresses).await.map_err(unread)?;
    if let (true, Some(account)) = (own, &account) {
        // By the address that was proven alone: what a directory says anybody may have written.
        mails.extend(app.mailer.sent_to(&[NO_TENANT], account.email.iter().cloned().collect()).await.map_err(unread)?);
        mails.sort_by_key(|mail| std::cmp::Reverse(mail.at));
    }
    let export = PersonExport { person, account: shown, pending_address, known_devices, sessions, security, mails };
    large::answer(&app, (tenant, asker), Form::Json, &headers, export, Some(share)).await
}

/// The addresses that the directory has of a person.
fn addresses(person: &Person) -> Vec<Email> {
    let user = person.records.iter().filter_map(|record| match record {
        Record::User(user) => user.email(),
        Record::Removed(removed) => removed.user.email(),
        _ => None,
    });
    user.cloned().collect()
}
