//! Error answers as problem details (RFC 9457), and the one place where a refusal becomes an English sentence.

use crate::{account::TooMany, allowance::Spent, store::StoreError, streams::Full, tenant::TenantError};
use axum::{
    Json,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use rollcall_core::{
    Refusal, Refusals,
    access::Permission,
    api::Problem,
    model::UserState,
    refusal::{Field, Subject},
};

/// An error answer.
#[derive(Debug)]
pub struct Fault {
    problem: Box<Problem>,
    retry_after: Option<u64>,
}

/// When to ask again for a live stream, in seconds: people close pages all the time.
const STREAMS_AGAIN: u64 = 30;

/// What a route answers.
pub type Answer<T> = Result<T, Fault>;

impl Fault {
    /// An error with a status, a stable code for machines and a sentence for people.
    pub fn new(status: StatusCode, code: &str, detail: impl Into<String>) -> Self {
        let problem = Problem {
            status: status.as_u16(),
            title: status.canonical_reason().unwrap_or("Error").to_owned(),
            detail: detail.into(),
            code: code.to_owned(),
            ..Problem::default()
        };
        Self { problem: Box::new(problem), retry_after: None }
    }

    /// Names the field of the request that it concerns.
    #[must_use]
    pub fn at(mut self, field: Field) -> Self {
        self.problem.field = Some(field);
        self
    }

    /// A rule refused.
    pub fn refused(refusals: Refusals) -> Self {
        let (code, detail) = match refusals.first() {
            Some(first) => (first.code(), sentence(first)),
            None => ("refused", "This was refused.".to_owned()),
        };
        let mut fault = Self::new(status(refusals.first()), code, detail);
        fault.problem.field = refusals.first().and_then(Refusal::field);
        fault.problem.refusals = refusals;
        fault
    }

    /// Too much was asked: come again in so many seconds.
    pub fn later(retry_after: u64, detail: impl Into<String>) -> Self {
        let fault = Self::new(StatusCode::TOO_MANY_REQUESTS, "too_many_requests", detail);
        Self { retry_after: Some(retry_after), ..fault }
    }

    /// Nobody is signed in.
    pub fn signed_out() -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "signed_out", "You are not signed in, or your session has ended: sign in.")
    }

    /// Somebody else ended the session: the browser deletes what it stored.
    pub fn session_ended() -> Self {
        let detail = "Your session was ended by an administrator: sign in again.";
        Self::new(StatusCode::UNAUTHORIZED, "session_ended", detail)
    }

    /// An administrator asked for a new password, which the account does not have yet.
    pub fn new_password_needed() -> Self {
        let detail = "You must choose a new password. Open the link that is on its way to your address.";
        Self::new(StatusCode::FORBIDDEN, "new_password_needed", detail)
    }

    /// The organisation lets nobody in who signed in by such an identifier.
    pub fn other_kind() -> Self {
        let detail = "This organisation asks you to sign in by another identifier: your e-mail address, mobile number or \
                      log-in name. Sign out, then sign in by another of them, or ask an administrator which one.";
        Self::new(StatusCode::FORBIDDEN, "other_identifier", detail)
    }

    /// Nothing is there, or nothing that this account may know of.
    pub fn unknown_organisation() -> Self {
        Self::refused(vec![Refusal::Unknown(Subject::Organisation)])
    }

    /// Something of the server's own failed; the log says what.
    pub fn internal() -> Self {
        let detail =
            "Something went wrong on the server. Nothing was changed; try again, and tell its operator if it stays so.";
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "internal", detail)
    }
}

impl From<StoreError> for Fault {
    fn from(error: StoreError) -> Self {
        Self::from(&error)
    }
}

impl From<&StoreError> for Fault {
    fn from(error: &StoreError) -> Self {
        tracing::error!(%error, "the store failed");
        match error {
            StoreError::Full => Self::new(
                StatusCode::INSUFFICIENT_STORAGE,
                "storage_full",
                "The server's disk is full. Nothing was changed; tell its operator.",
            ),
            StoreError::Unreachable(_) => Self::new(
                StatusCode::SERVICE_UNAVAILABLE,
                "database_unreachable",
                "The server can't reach its database. Nothing is lost; try again in a moment.",
            ),
            _ => Self::internal(),
        }
    }
}

impl From<TenantError> for Fault {
    fn from(error: TenantError) -> Self {
        match error {
            TenantError::Unknown => Self::unknown_organisation(),
            TenantError::Refused(refusals) => Self::refused(refusals),
            TenantError::OtherKind => Self::other_kind(),
            TenantError::Store(error) => Self::from(&*error),
            TenantError::Busy => Self::new(
                StatusCode::SERVICE_UNAVAILABLE,
                "busy",
                "The organisation is busy. Nothing was changed; try again in a moment.",
            ),
        }
    }
}

impl From<TooMany> for Fault {
    fn from(too_many: TooMany) -> Self {
        let minutes = too_many.retry_after.div_ceil(60);
        let unit = if minutes == 1 { "minute" } else { "minutes" };
        let detail = format!("Those were too many tries. Wait {minutes} {unit}, then try again.");
        Self::later(too_many.retry_after, detail)
    }
}

impl From<Spent> for Fault {
    fn from(spent: Spent) -> Self {
        let detail =
            "You have sent as much as this server takes from one user for now. Nothing is lost: send the rest later.";
        Self::later(spent.retry_after, detail)
    }
}

impl From<Full> for Fault {
    fn from(_: Full) -> Self {
        Self::later(STREAMS_AGAIN, "As many live streams are open as this server holds. Try again later.")
    }
}

impl From<crate::account::PasswordError> for Fault {
    fn from(error: crate::account::PasswordError) -> Self {
        tracing::error!(%error, "hashing failed");
        Self::internal()
    }
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = (status, Json(*self.problem)).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if let Some(seconds) = self.retry_after {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}

/// The status that goes with a refusal.
fn status(refusal: Option<&Refusal>) -> StatusCode {
    match refusal {
        Some(Refusal::Unknown(_)) => StatusCode::NOT_FOUND,
        Some(Refusal::NotAllowed { .. } | Refusal::ActorNotActive | Refusal::OutranksActor { .. }) => {
            StatusCode::FORBIDDEN
        }
        Some(Refusal::Invalid { .. }) => StatusCode::UNPROCESSABLE_ENTITY,
        _ => StatusCode::CONFLICT,
    }
}

/// A refusal as a sentence that says what is wrong and, where there is something, what to do.
pub fn sentence(refusal: &Refusal) -> String {
    let fixed = match refusal {
        Refusal::NotAllowed { permission: Permission::PortalLogin } => {
            "You have a phone here, but no access to the portal. Ask an owner or an admin for a role that opens it."
        }
        Refusal::NotAllowed { permission } => {
            return format!("You lack the permission {} here. Ask an owner or an admin for it.", permission.as_str());
        }
        Refusal::ActorNotActive => "You are not an active user of this organisation. Ask an owner or an admin.",
        Refusal::OrganisationExists => "The organisation exists already.",
        Refusal::TooOld => {
            "The command is so old that it may have been done before. Read what is there, and send it as a new one if need be."
        }
        Refusal::Unknown(Subject::Organisation) => "There is no such organisation, or you are not in it.",
        Refusal::Unknown(Subject::User) => "There is no such user.",
        Refusal::Unknown(Subject::Role) => "There is no such role.",
        Refusal::Unknown(Subject::Team) => "There is no such team.",
        Refusal::Unknown(Subject::Licence) => "There is no such plan or add-on.",
        Refusal::IdInUse => "The identifier of this command is in use: make a new one.",
        Refusal::Invalid { error, .. } => return format!("The value {error}."),
        Refusal::AlreadyAUser { .. } => "Somebody in this organisation has this already.",
        Refusal::DomainNotAllowed => "This organisation accepts only e-mail addresses of certain domains.",
        Refusal::NoSeatLeft { seats, .. } => {
            return format!("All {seats} seats are taken. Free one, or have more seats added.");
        }
        Refusal::WrongLicenceKind { .. } => "A plan stands where an add-on belongs, or the other way round.",
        Refusal::OwnerByInvitation => "Nobody becomes an owner by an invitation. Choose another role.",
        Refusal::GrantsMoreThanHeld { missing, .. } => {
            return format!("The role grants {}, which you do not hold there yourself.", missing.as_str());
        }
        Refusal::OutranksActor { missing } => {
            return format!("This user holds {}, which you do not.", missing.as_str());
        }
        Refusal::SingleRole => "This organisation allows one role per user.",
        Refusal::WrongScope { .. } => "This role can't be given there.",
        Refusal::WrongState { state } => {
            let state = match state {
                UserState::Prepared => "prepared",
                UserState::Invited => "invited",
                UserState::Active => "active",
                UserState::Suspended => "suspended",
            };
            return format!("That is not possible: the user is {state}.");
        }
        Refusal::InvitationExpired => "The invitation has run out, or a later one was sent. Ask for another.",
        Refusal::NoEmail => "The user has no e-mail address to send the invitation to.",
        Refusal::LastOwner => "The organisation must keep an active owner. Make somebody else an owner first.",
        Refusal::ProtectedRole { .. } => "Owners can't be deleted. Take the role away first.",
        Refusal::Oneself => "Nobody does this to themself. Ask another owner or admin.",
        Refusal::NotAPerson => "This is possible for persons only.",
        Refusal::NameTaken => "The name is taken. Choose another.",
        Refusal::AlreadyMember { .. } => "The user is in this team already.",
        Refusal::NotAnOwner => "The user is not an owner of the whole organisation.",
        Refusal::NothingToChange => "Nothing would change.",
        Refusal::TooManyChanges { changes, max } => {
            return format!(
                "This would change {changes} records, and one command changes {max} at most. Do it in smaller steps."
            );
        }
        // The rest is told in the words of the rule.
        other => {
            let text = other.to_string();
            let mut letters = text.chars();
            return letters
                .next()
                .map_or(text.clone(), |first| format!("{}{}.", first.to_uppercase(), letters.as_str()));
        }
    };
    fixed.to_owned()
}
