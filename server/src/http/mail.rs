//! `GET /api/tenants/{tenant}/mail`: the outbox folder, for those who may invite. Absent when mail is really sent.

use super::{App, nothing_there, signed_in::Member};
use crate::problem::{Answer, Fault};
use axum::{Json, extract::State, http::Uri};
use rollcall_core::{Actor, Context, Refusal, api::SentMail, context::View, query::invite_options};

pub async fn get(State(app): State<App>, Member { tenant, user, .. }: Member, uri: Uri) -> Answer<Json<Vec<SentMail>>> {
    let context = Context { actor: Actor::User(user), now: app.clock.now(), view: View::Whole };
    let options = app.tenants.tenant(tenant).read(move |directory| invite_options(directory, &context)).await?;
    // That all seats are taken keeps nobody from reading.
    let barred = |refusal: &Refusal| matches!(refusal, Refusal::NotAllowed { .. } | Refusal::ActorNotActive);
    if options.refusals.iter().any(barred) {
        return Err(Fault::refused(options.refusals));
    }
    match app.mailer.sent(tenant).await {
        Ok(Some(mails)) => Ok(Json(mails)),
        Ok(None) => Err(nothing_there(uri).await),
        Err(error) => {
            tracing::error!(%error, "the outbox can't be read");
            Err(Fault::internal())
        }
    }
}
