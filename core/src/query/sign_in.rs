//! Who signs in: whom somebody means by what was typed (S2.4, domain.md 2.6). Passwords and sessions are the server's.

use crate::{
    directory::Directory,
    id::UserId,
    model::{Identifier, IdentifierKind, Organisation, User},
    value::{Country, Email, Login, PhoneNumber, fold},
};

/// What may be meant by what somebody typed to sign in: an address, a mobile number in the form of its country, a log-in
/// name. Digits can be both of the last two.
fn identifiers_typed(typed: &str, country: Option<&Country>) -> Vec<Identifier> {
    if typed.contains('@') {
        return Email::parse(typed).map(Identifier::Email).into_iter().collect();
    }
    let mobile = PhoneNumber::typed(typed, country).map(Identifier::Mobile);
    let login = Login::parse(typed).map(Identifier::Login);
    mobile.into_iter().chain(login).collect()
}

/// What somebody typed to say who it is, in the one form in which it is counted: however it is written, it is the same, and a
/// mobile number in the form of the organisation's country as well, where there is one. It is the same form whether anybody is
/// called so or not.
pub fn identifier_folded(typed: &str, organisation: Option<&Organisation>) -> String {
    let country = organisation.map(|organisation| &organisation.country);
    let folded = identifiers_typed(typed, country).first().map(|identifier| identifier.folded().1);
    folded.unwrap_or_else(|| fold(typed.trim()))
}

/// The users of this organisation who may be meant, each with the kind of identifier that finds it; only by the kinds that
/// the organisation lets in.
pub fn who_signs_in(directory: &Directory, typed: &str) -> Vec<(UserId, IdentifierKind)> {
    let country = directory.organisation().map(|organisation| &organisation.country);
    let found = identifiers_typed(typed, country).into_iter().filter_map(|identifier| {
        let (kind, folded) = identifier.folded();
        directory.user_identified(kind, &folded).map(|user| (user, kind))
    });
    found.filter(|(_, kind)| lets_in_by(directory, *kind)).collect()
}

/// Whether the organisation lets somebody in who signed in by an identifier of this kind (its policy's `login_kinds`).
pub fn lets_in_by(directory: &Directory, kind: IdentifierKind) -> bool {
    directory.organisation().is_some_and(|organisation| organisation.policy.login_kinds.contains(&kind))
}

/// By what a person signs in here, as it types it: those of its identifiers that the organisation lets in by.
pub fn signs_in_by(directory: &Directory, user: &User) -> Vec<String> {
    let taken = user.identifiers.iter().filter(|identifier| lets_in_by(directory, identifier.kind()));
    let typed = |identifier: &Identifier| match identifier {
        Identifier::Email(email) => email.to_string(),
        Identifier::Mobile(number) => number.to_string(),
        Identifier::Login(login) => login.to_string(),
    };
    taken.map(typed).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn however_an_identifier_is_written_it_is_counted_as_one() {
        for same in [
            ["ann@x.io", " ANN@X.io ", "ann@X.IO"],
            ["ärzte@x.io", "A\u{308}RZTE@X.io", "Ärzte@x.io\u{200b}"],
            ["+447700900123", "+44 7700 900 123", "+44 (0) 7700-900123"],
            ["bobby", "BOBBY ", "Bobby"],
            ["nobody?", "NOBODY?", "\u{ff2e}obody?"],
        ] {
            let [first, second, third] = same.map(|typed| identifier_folded(typed, None));
            assert!(first == second && second == third, "{first} {second} {third}");
        }
        assert_ne!(identifier_folded("ann@x.io", None), identifier_folded("anna@x.io", None));
    }
}
