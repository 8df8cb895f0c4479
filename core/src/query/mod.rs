//! What a page asks: one question a file, each answering a view that can be shown as it is.

mod invite_options;
mod licence_usage;
mod user_list;

pub use invite_options::{InviteOptions, RoleOption, invite_options};
pub use licence_usage::{LicenceUsage, licence_usage};
pub use user_list::{Counts, StateFilter, UserList, UserQuery, UserRow, UserStanding, user_list, user_row};
