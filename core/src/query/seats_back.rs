//! Who has a licence and makes no use of it: where seats could come back from.

use super::needs::never_came;
use crate::{
    access::{Holding, Permission},
    context::Context,
    directory::{Directory, Facet, Matches, UserOrder},
    id::{LicenceId, UserId},
    model::UserState,
    time::Timestamp,
};
use serde::Serialize;

/// Holders of a licence who have never been here or are shut out, each group by name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct SeatsBack {
    /// Their invitation ran out. Each takes a seat.
    pub expired: Vec<UserId>,
    /// Nobody has invited them yet. Each takes a seat.
    pub prepared: Vec<UserId>,
    /// They have not accepted yet. Each takes a seat.
    pub invited: Vec<UserId>,
    /// They are active and may sign in, and never have. Each takes a seat.
    pub never: Vec<UserId>,
    /// They take no seat, and will again when they are reactivated.
    pub suspended: Vec<UserId>,
}

/// Whether the pools are of any use to the actor: it gives licences to somebody, or buys them.
pub fn sees_licences(directory: &Directory, context: &Context) -> bool {
    let uses = |holding: Holding| {
        holding.somewhere(Permission::LicenceAssign) || holding.everywhere(Permission::BillingManage)
    };
    Holding::of_signed_in(directory, context).is_ok_and(uses)
}

/// Who makes no use of a licence.
pub fn seats_back(directory: &Directory, licence: LicenceId, now: Timestamp) -> SeatsBack {
    let having = |narrow: &dyn Fn(&mut Matches<'_>)| {
        let mut found = directory.find(&[]);
        found.keep(Facet::Licence(licence));
        found.keep_persons();
        narrow(&mut found);
        found.page(UserOrder::Name, false, 0, usize::MAX)
    };
    let invited = |expired: bool| {
        having(&move |found| {
            let those = found.those(UserState::Invited, |user| user.invitation_expired(now) == expired);
            found.keep_group(&those);
        })
    };
    SeatsBack {
        expired: invited(true),
        prepared: having(&|found| found.keep_state(UserState::Prepared)),
        invited: invited(false),
        never: having(&|found| {
            let those = found.those(UserState::Active, |user| never_came(directory, user, now));
            found.keep_group(&those);
        }),
        suspended: having(&|found| found.keep_state(UserState::Suspended)),
    }
}
