//! `GET /api/v1/tenants/{tenant}/mail`: the outbox folder of a demo, or where the operator asked for it, for those who may
//! invite. Links and codes in it open what is their recipient's: they are shown to the operator of a demo alone, and so are
//! mails that are about an account and no organisation.

use crate::{
    http::{App, signed_in::Member},
    outbound::mail::Secrets,
    problem::{Answer, Fault},
    store::NO_TENANT,
};
use axum::{Json, extract::State, http::Uri};
use rollcall_core::{Actor, Context, Nature, api::SentMail, context::View, id::TenantId, query::invite_options};

pub async fn get(
    State(app): State<App>,
    Member { session, tenant, user }: Member,
    uri: Uri,
) -> Answer<Json<Vec<SentMail>>> {
    if !app.options.shows_mail {
        return Err(Fault::nothing_at(&uri));
    }
    let context = Context { actor: Actor::User(user), now: app.clock.now(), view: View::Whole };
    let asked = app.tenants.tenant(tenant);
    asked.admit(user, session.by).await?;
    let options = asked.read(move |directory| invite_options(directory, &context)).await?;
    // That all seats are taken keeps nobody from reading.
    if let Some(barred) = options.refusals.into_iter().find(|refusal| refusal.nature() == Nature::Barred) {
        return Err(Fault::refused(barred));
    }
    let operates = app
        .options
        .demo
        .as_ref()
        .is_some_and(|demo| session.email.as_ref().is_some_and(|email| demo.email == email.as_str()));
    let secrets = if operates { Secrets::Shown } else { Secrets::Masked };
    // What is about an account alone is no organisation's business.
    let outboxes: &[TenantId] = if operates { &[tenant, NO_TENANT] } else { &[tenant] };
    match app.mailer.sent(outboxes, secrets).await {
        Ok(Some(mails)) => Ok(Json(mails)),
        Ok(None) => Err(Fault::nothing_at(&uri)),
        Err(error) => {
            tracing::error!(%error, "the outbox can't be read");
            Err(Fault::internal())
        }
    }
}
