//! What a page asks: one question a file, each answering a view that can be shown as it is.

mod attention;
mod audit;
mod bulk;
mod bulk_options;
mod call_figures;
mod call_list;
mod call_log;
mod closest;
mod contact_list;
mod extension_list;
mod first_steps;
mod impact;
mod invitation_list;
mod invitations;
mod invite_options;
mod licence_usage;
mod needs;
mod number_list;
mod numbering;
mod off_boarding;
mod offers;
mod permission_options;
mod policy_impact;
mod recycle_bin;
mod rights;
mod role_list;
mod routing;
mod seats_back;
mod security_log;
mod sign_in;
mod team_list;
mod team_queue;
mod undelivered;
mod user_detail;
mod user_filters;
mod user_list;
mod user_loss;

pub use crate::directory::Closeness;
pub use attention::{Attention, attention, attention_of, sees_attention};
pub use audit::{AuditEntry, AuditQuery, AuditWay, PASSING, may_read_audit, reads_audit, reads_history};
pub use bulk::{BulkAction, BulkForecast, BulkItem, BulkOutcome, bulk_commands, bulk_forecast, bulk_plan};
pub use bulk_options::{BulkOptions, bulk_options};
pub use call_figures::{CallFigures, CallGroup, CallQuery, FiguresOfCalls, GroupBy, call_figures};
pub use call_list::{
    CallCounts, CallFilters, CallList, CallListQuery, CallPeriod, CallSort, CallState, call_filters, call_list,
    call_row, caller, own_call_figures, sees_calls,
};
pub use call_log::{CallFilter, CallLog, CallResult, CallRow, OfTeam, call_log, live_calls};
pub use closest::{closeness, closest_teams, closest_users};
pub use contact_list::{ContactList, ContactQuery, ContactSort, contact_list};
pub use extension_list::{
    ExtensionCounts, ExtensionList, ExtensionQuery, ExtensionRow, ExtensionSort, ExtensionState, extension_list,
    extension_phones, extension_row, sees_extensions,
};
pub use first_steps::{FirstSteps, first_steps};
pub use impact::{Impact, Missing, dry_run, impact};
pub use invitation_list::{
    InvitationCounts, InvitationList, InvitationQuery, InvitationSort, InvitationState, invitation_list,
    sees_invitations,
};
pub use invitations::{EXPIRING, Invitations, invitations, prepared_matching};
pub use invite_options::{InviteOptions, RoleOption, invite_options};
pub use licence_usage::{LicenceUsage, licence_usage};
pub use needs::{UserNeed, in_need, sees_sign_ins};
pub use number_list::{
    NumberCounts, NumberFilters, NumberList, NumberQuery, NumberSort, NumberState, number_filters, number_list,
    number_row, sees_numbers,
};
pub use numbering::{NumberRow, NumberStanding, extensions_free, extensions_taken, numbers};
pub use off_boarding::{OffBoardingView, ScheduledRow, ScheduledStep, off_boarding, off_boarding_forecast, scheduled};
pub use offers::{Offer, offer, offers, refused};
pub use permission_options::{PermissionOption, PermissionOptions, permission_options};
pub use policy_impact::{PolicyImpact, policy_impact, sees_settings};
pub use recycle_bin::{BinList, BinQuery, BinSort, ComesBack, Recycled, bin_list, recycle_bin, recycled, sees_bin};
pub use rights::{Entitled, Explanation, Right, RightSource, effective_rights, explain, looks_up_only, who_may};
pub use role_list::{
    Holder, RoleDetail, RoleMatrix, RoleRow, role_detail, role_list, role_matrix, roles_for_teams, sees_roles,
};
pub use routing::{Dialled, Leg, LocalTime, RING_SECONDS, Skipped, Step, route};
pub use seats_back::{SeatsBack, seats_back, sees_licences};
pub use security_log::security_log;
pub use sign_in::{identifier_folded, lets_in_by, signs_in_by, who_signs_in};
pub use team_list::{
    TeamCounts, TeamDetail, TeamFilters, TeamList, TeamMember, TeamQuery, TeamRow, TeamSort, TeamState, sees_teams,
    team_detail, team_filters, team_list, team_row, teams_managed,
};
pub use team_queue::{AgentState, QueueAgent, TeamQueue, agent_state, team_queue};
pub use undelivered::undelivered;
pub use user_detail::{UserDetail, user_detail};
pub use user_filters::{UserFilters, user_filters};
pub use user_list::{Counts, StateFilter, UserList, UserQuery, UserRow, UserSort, UserStanding, user_list, user_row};
pub use user_loss::{UserLoss, user_loss};
