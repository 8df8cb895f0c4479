//! What the page of settings reads from its fields, and which of them belong together: the policy is one record and one edit, of which
//! each part of the page shows and changes a few fields.

use rollcall_core::{
    model::{ExtensionRange, IdentifierKind, Policy},
    time::Span,
    value::{Domain, Extension, ValueError},
};

/// A part of the page that is about the policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PolicyPart {
    SignIn,
    Invitations,
    Roles,
    Extensions,
    Deleted,
}

impl PolicyPart {
    /// All of them, in their order on the page.
    pub const ALL: [Self; 5] = [Self::SignIn, Self::Invitations, Self::Roles, Self::Extensions, Self::Deleted];

    /// Copies the fields of this part.
    pub fn copy(self, from: &Policy, to: &mut Policy) {
        match self {
            Self::SignIn => {
                to.login_kinds.clone_from(&from.login_kinds);
                to.email_domains.clone_from(&from.email_domains);
            }
            Self::Invitations => {
                to.invitation_lifetime = from.invitation_lifetime;
                to.invite_without_plan = from.invite_without_plan;
            }
            Self::Roles => {
                to.single_role = from.single_role;
                to.managers_may_add = from.managers_may_add;
            }
            Self::Extensions => {
                to.extensions.clone_from(&from.extensions);
                to.quarantine_days = from.quarantine_days;
            }
            Self::Deleted => to.recycle_days = from.recycle_days,
        }
    }

    /// The fields of this part alone, so that it is drawn again for nothing else.
    pub fn of(self, policy: &Policy) -> Policy {
        let mut only = Policy::default();
        self.copy(policy, &mut only);
        only
    }
}

/// All kinds of log-in, in the order in which a page shows them.
pub const LOGIN_KINDS: [IdentifierKind; 3] = [IdentifierKind::Email, IdentifierKind::Mobile, IdentifierKind::Login];

/// The kinds that are switched on.
pub fn login_kinds(on: [bool; 3]) -> Vec<IdentifierKind> {
    LOGIN_KINDS.into_iter().zip(on).filter(|(_, on)| *on).map(|(kind, _)| kind).collect()
}

/// A whole number, as it was typed.
pub fn whole(text: &str) -> Option<u16> {
    text.trim().parse().ok()
}

/// So many whole hours.
pub const fn hours(span: Span) -> i64 {
    span.0 / Span::hours(1).0
}

/// The span that was typed in hours.
pub fn hours_of(text: &str) -> Option<Span> {
    whole(text).map(|hours| Span::hours(i64::from(hours)))
}

/// The domains that were typed, apart from each other by commas, spaces or lines; the first that is none.
///
/// # Errors
/// What is wrong with it.
pub fn domains(text: &str) -> Result<Vec<Domain>, (String, ValueError)> {
    let mut found = Vec::new();
    for typed in
        text.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '،')).filter(|typed| !typed.is_empty())
    {
        let domain = Domain::parse(typed).map_err(|error| (typed.to_owned(), error))?;
        if !found.contains(&domain) {
            found.push(domain);
        }
    }
    Ok(found)
}

/// The range of extensions that was typed; none when both ends are empty.
///
/// # Errors
/// An end is missing or wrong.
pub fn range(from: &str, to: &str) -> Result<Option<ExtensionRange>, ValueError> {
    if from.trim().is_empty() && to.trim().is_empty() {
        return Ok(None);
    }
    Ok(Some(ExtensionRange { from: Extension::parse(from)?, to: Extension::parse(to)? }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_are_all_of_the_policy() {
        let policy = Policy {
            invitation_lifetime: Span::hours(72),
            single_role: true,
            login_kinds: vec![IdentifierKind::Login],
            recycle_days: 7,
            extensions: range("100", "199").unwrap(),
            quarantine_days: 9,
            email_domains: domains("x.io").unwrap(),
            invite_without_plan: true,
            managers_may_add: true,
        };
        let mut copied = Policy::default();
        for part in PolicyPart::ALL {
            assert_ne!(part.of(&policy), Policy::default(), "{part:?} is about nothing");
            part.copy(&policy, &mut copied);
        }
        assert_eq!(copied, policy);
    }

    #[test]
    fn what_is_typed_is_read() {
        assert_eq!(
            domains("x.io, Y.org\nx.io;z.de").unwrap().iter().map(Domain::as_str).collect::<Vec<_>>(),
            ["x.io", "y.org", "z.de"]
        );
        assert_eq!(domains("x.io, no domain").unwrap_err().0, "no");
        assert_eq!(domains(" ").unwrap(), []);
        assert_eq!((hours(Span::days(2)), hours_of(" 48 "), hours_of("two")), (48, Some(Span::days(2)), None));
        assert_eq!(range(" ", ""), Ok(None));
        assert!(range("100", "").is_err() && range("100", "199").unwrap().is_some());
        assert_eq!(login_kinds([true, false, true]), [IdentifierKind::Email, IdentifierKind::Login]);
    }
}
