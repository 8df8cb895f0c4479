//! Why a request failed, or why this device keeps nothing, as sentences.

use super::refusals;
use crate::{speech::say, t};
use rollcall_client::{ApiError, NotKept, OpenError, WipeError};
use rollcall_core::api::Problem;

/// Why a request failed.
pub fn api_error(error: &ApiError) -> String {
    match error {
        ApiError::Offline => t!(failure_offline),
        ApiError::Intercepted => t!(failure_intercepted),
        ApiError::Problem(problem) => self::problem(problem),
    }
}

/// What the server answered. A code that says less than its answer is shown in the answer's own words.
pub fn problem(problem: &Problem) -> String {
    if !problem.refusals.is_empty() {
        return refusals(&problem.refusals, None);
    }
    match rollcall_words::problem(problem) {
        Some(text) => say(&text),
        None if !problem.detail.is_empty() => problem.detail.clone(),
        None => t!(failure_status, status = problem.status.to_string()),
    }
}

/// Why this device keeps nothing, and what can be done.
pub fn not_kept(reason: &NotKept) -> String {
    match reason {
        NotKept::Full => t!(not_kept_full),
        NotKept::Closed => t!(not_kept_closed),
        NotKept::Forbidden(reason) => t!(not_kept_forbidden, reason),
        NotKept::SignedOut => t!(not_kept_signed_out),
        NotKept::Newer => t!(not_kept_newer),
        NotKept::TooOld => t!(not_kept_too_old),
    }
}

/// Why an organisation can't be opened.
pub fn open_error(error: &OpenError) -> String {
    match error {
        OpenError::NoPage => t!(not_opened_no_page),
        OpenError::Newer => t!(not_opened_newer),
    }
}

/// Why what this device keeps was not deleted.
pub fn wipe_error(error: &WipeError) -> String {
    match error {
        WipeError::Unsynced(_) => t!(not_deleted_unsynced),
        WipeError::NotDeleted(_) => t!(not_deleted),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rollcall_core::Refusal;

    #[test]
    fn a_problem_says_its_refusals_its_code_its_detail_or_its_status() {
        let bare = Problem { status: 502, ..Problem::default() };
        assert_eq!(problem(&bare), "The server answered with an error (502). Try again later.");
        let detailed = Problem { detail: "The body is not JSON.".into(), code: "malformed".into(), ..bare.clone() };
        assert_eq!(problem(&detailed), "The body is not JSON.");
        let busy = Problem { code: "busy".into(), ..detailed.clone() };
        assert_eq!(problem(&busy), "The organisation is busy. Nothing was changed; try again in a moment.");
        let refused = Problem { refusals: vec![Refusal::NothingToChange], ..busy };
        assert_eq!(problem(&refused), "Nothing has changed yet.");
    }
}
