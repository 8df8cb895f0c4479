//! `/api/addresses/{token}`: the two links of a change of address, mailed to the new address and to the old one.

use super::{App, signed_in::Here};
use crate::{
    account::{NotUsed, Token},
    problem::Answer,
};
use axum::{
    Json,
    extract::{Path, State},
    http::StatusCode,
};
use rollcall_core::api::AddressView;

/// `GET /api/addresses/{token}`.
pub async fn get(State(app): State<App>, Path(token): Path<String>) -> Answer<Json<AddressView>> {
    let view = app.addresses.view(&Token::brought(&token)).await?;
    view.map(Json).ok_or_else(|| NotUsed::Over.into())
}

/// `POST /api/addresses/{token}`.
pub async fn apply(State(app): State<App>, Path(token): Path<String>, Here(here): Here) -> Answer<StatusCode> {
    let done = app.addresses.apply(&Token::brought(&token), &here).await?;
    if done { Ok(StatusCode::NO_CONTENT) } else { Err(NotUsed::Over.into()) }
}
