//! Teams: who is in them, how their calls go, their channels.

mod create_channel;
mod create_team;
mod delete_channel;
mod delete_team;
mod disabling;
mod edit_channel;
mod edit_team;
mod membership;
mod set_routing;
mod set_team_roles;

pub use create_channel::CreateChannel;
pub use create_team::CreateTeam;
pub use delete_channel::DeleteChannel;
pub use delete_team::DeleteTeam;
pub use disabling::{DisableTeam, EnableTeam};
pub use edit_channel::EditChannel;
pub use edit_team::EditTeam;
pub use membership::AddMember;
pub use membership::RemoveMember;
pub use set_routing::SetRouting;
pub use set_team_roles::SetTeamRoles;
