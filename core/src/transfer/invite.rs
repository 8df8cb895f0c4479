//! When those are invited whom an import makes.

use crate::{
    command::{Command, ImportUser, ScheduleInvitation, SendInvitation},
    time::Timestamp,
};
use serde::{Deserialize, Serialize};

/// When the invitations go out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Invite {
    /// Not by the import.
    #[default]
    Never,
    /// As soon as everybody is made.
    Now,
    /// At this moment, by the server.
    At(Timestamp),
}

impl Invite {
    /// What invites whoever this command of an import makes, to be issued once that is done; nothing where no mail would reach it.
    pub fn after(self, command: &Command) -> Option<Command> {
        let Command::ImportUser(ImportUser(user)) = command else { return None };
        user.email.as_ref()?;
        let user = user.id;
        match self {
            Self::Never => None,
            Self::Now => Some(SendInvitation { user }.into()),
            Self::At(at) => Some(ScheduleInvitation { user, at: Some(at) }.into()),
        }
    }

    /// Whether the moment is over, and nobody would be invited any more.
    pub fn is_over(self, now: Timestamp) -> bool {
        matches!(self, Self::At(at) if at <= now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        command::{NewUser, PrepareUser},
        id::UserId,
        value::{Email, Login},
    };

    #[test]
    fn whoever_is_made_and_has_an_address_is_invited_when_that_was_said() -> Result<(), crate::value::ValueError> {
        let (user, at) = (UserId::fixed(1), Timestamp(5));
        let pat = NewUser::with_email(user, Email::parse("pat@x.io")?);
        let made = ImportUser(pat.clone()).into();
        assert_eq!(Invite::Never.after(&made), None);
        assert_eq!(Invite::Now.after(&made), Some(SendInvitation { user }.into()));
        assert_eq!(Invite::At(at).after(&made), Some(ScheduleInvitation { user, at: Some(at) }.into()));
        let lee = NewUser { login: Some(Login::parse("lee")?), ..NewUser::blank(user) };
        assert_eq!(Invite::Now.after(&ImportUser(lee).into()), None, "without a mailbox");
        assert_eq!(Invite::Now.after(&PrepareUser(pat).into()), None, "made otherwise");
        assert_eq!((Invite::At(at).is_over(at), Invite::At(at).is_over(Timestamp(4))), (true, false));
        assert!(!Invite::Now.is_over(at));
        Ok(())
    }
}
