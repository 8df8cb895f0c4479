//! A person's own password: the one that it has, or a new one.

use super::Entry;
use crate::{language::t, ui::field::TextField};
use leptos::prelude::*;
use rollcall_view::secret;

/// Whose password it is, for password managers; not seen.
pub fn account_of(email: String) -> AnyView {
    view! {
        <input type="email" class="hidden-text" name="username" tabindex="-1" autocomplete="username" readonly value=email aria-hidden="true" />
    }
    .into_any()
}

/// The field for a password that the account has, with a hint; or for a new one, whose hint says how good it is.
pub fn password_field(id: &'static str, known: Option<String>, password: Entry) -> AnyView {
    let (label, autocomplete) = match known {
        Some(_) => (t!(field_password), "current-password"),
        None => (t!(new_password), "new-password"),
    };
    let hint = Signal::derive(move || match &known {
        Some(hint) => hint.clone(),
        None => password.text.with(|password| secret::hint(password)),
    });
    view! {
        <TextField
            id=id
            label=label
            kind="password"
            autocomplete=autocomplete
            value=password.text
            hint=hint
            error=password.error()
        />
    }
    .into_any()
}
