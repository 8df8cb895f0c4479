//! Why a request failed, by where a form shows it: at the field that it concerns, or above the form.

use rollcall_client::ApiError;
use rollcall_core::refusal::Field;

/// The code of a link that is no longer good.
const OVER: &str = "link_over";

/// What speaks against this field.
pub fn at(error: &ApiError, field: Field) -> Option<String> {
    let ApiError::Problem(problem) = error else { return None };
    super::at_field(&problem.refusals, field, None)
        .or_else(|| (problem.refusals.is_empty() && problem.field == Some(field)).then(|| super::api_error(error)))
}

/// What is to be shown above a form that has these fields: everything that none of them shows.
pub fn elsewhere(error: &ApiError, fields: &[Field]) -> Option<String> {
    let shown = fields.iter().any(|field| at(error, *field).is_some());
    (!shown).then(|| super::api_error(error))
}

/// Whether a mailed link is no longer good, or never was.
pub fn is_over(error: &ApiError) -> bool {
    matches!(error, ApiError::Problem(problem) if problem.code == OVER || matches!(problem.status, 404 | 410))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rollcall_core::{Refusal, api::Problem, value::ValueError};

    #[test]
    fn what_concerns_a_field_is_shown_there_and_nowhere_else() {
        let fields = [Field::Password, Field::VoicemailPin];
        let short = Refusal::Invalid { field: Field::VoicemailPin, error: ValueError::TooShort { min: 4 } };
        let refused = ApiError::Problem(Problem { status: 422, refusals: vec![short], ..Problem::default() });
        assert_eq!(at(&refused, Field::VoicemailPin), Some("Use at least 4 characters.".into()));
        assert_eq!((at(&refused, Field::Password), elsewhere(&refused, &fields)), (None, None));
        let wrong = ApiError::Problem(Problem {
            status: 422,
            detail: "This is not the account's password.".into(),
            field: Some(Field::Password),
            ..Problem::default()
        });
        assert_eq!(at(&wrong, Field::Password), Some("This is not the account's password.".into()));
        assert_eq!(elsewhere(&wrong, &fields), None);
        assert!(at(&ApiError::Offline, Field::Password).is_none() && elsewhere(&ApiError::Offline, &fields).is_some());
    }

    #[test]
    fn a_link_that_is_gone_or_unknown_is_over() {
        let problem = |status| ApiError::Problem(Problem { status, ..Problem::default() });
        assert!(is_over(&problem(410)) && is_over(&problem(404)));
        assert!(!is_over(&problem(429)) && !is_over(&ApiError::Offline));
    }
}
