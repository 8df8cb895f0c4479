//! `/api/v1/addresses/{token}`: the two links of a change of address, mailed to the new address and to the old one.

use crate::{
    http::{App, peer::Trying, signed_in::Here},
    identity::{Token, account::NotUsed},
    problem::Answer,
};
use axum::{
    Json,
    extract::{Path, State},
    http::StatusCode,
};
use rollcall_core::api::AddressView;

/// `GET /api/v1/addresses/{token}`.
pub async fn get(
    State(app): State<App>,
    Trying(tried): Trying,
    Path(token): Path<String>,
) -> Answer<Json<AddressView>> {
    let view = app.addresses.view(&Token::brought(&token)).await?.ok_or(NotUsed::Over)?;
    tried.pardon();
    Ok(Json(view))
}

/// `POST /api/v1/addresses/{token}`.
pub async fn apply(
    State(app): State<App>,
    Trying(tried): Trying,
    Path(token): Path<String>,
    Here(here): Here,
) -> Answer<StatusCode> {
    if !app.addresses.apply(&Token::brought(&token), &here).await? {
        return Err(NotUsed::Over.into());
    }
    tried.pardon();
    Ok(StatusCode::NO_CONTENT)
}
