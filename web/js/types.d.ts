// The types of @rollcall/core, generated from the Rust types by `cargo run -p rollcall-tests --bin types`.

/** Invited → active. Only the invitee itself, who proved to hold the code; the password never comes here. */
export type AcceptInvitation = { user: UserId, full_name: FullName, };

/** Who issues a command or asks a question. */
export type Actor = { "user": UserId } | { "invitee": UserId } | "system";

/** Put a licence into the organisation's stock. Needs `billing.manage`. */
export type AddLicence = Licence;

/** What happened to one record. Absent before: made. Absent after: removed. */
export type Change = { key: Key, before: Record | null, after: Record | null, };

/** All that one command changes; applied whole or not at all. */
export type Changes = Array<Change>;

/** A person's intent. The stored form numbers the variants: append only. */
export type Command = { "found_organisation": FoundOrganisation } | { "prepare_user": PrepareUser } | { "import_user": ImportUser } | { "invite_user": InviteUser } | { "send_invitation": SendInvitation } | { "resend_invitation": ResendInvitation } | { "revoke_invitation": RevokeInvitation } | { "accept_invitation": AcceptInvitation } | { "edit_profile": EditProfile } | { "set_licence": SetLicence } | { "suspend_user": SuspendUser } | { "reactivate_user": ReactivateUser } | { "delete_user": DeleteUser } | { "create_team": CreateTeam } | { "add_licence": AddLicence };

/** What surrounds a decision. The core reads no clock: the server passes its own, a client its best guess. */
export type Context = { 
/** Who acts. */
actor: Actor, 
/** When the decision is made. */
now: Timestamp, 
/** Whether the directory at hand is all there is, or only what one actor may see. */
view: View, };

/** A country in the form of ISO 3166-1 alpha-2, such as `DE`. */
export type Country = string;

/** How many users match the search, by standing. */
export type Counts = { all: number, active: number, prepared: number, invited: number, expired: number, suspended: number, };

/** Make a team. Needs `team.manage` in the organisation. */
export type CreateTeam = { id: TeamId, name: TeamName, kind?: TeamKind, members?: Array<UserId>, };

/** Remove a user and all that hangs on it. Needs `user.delete` over the user. */
export type DeleteUser = { user: UserId, };

/** A domain name such as `example.com`, in lower case. */
export type Domain = string;

/** Replace the profile facet. Needs `profile.self` for oneself, else `user.edit` over the user. */
export type EditProfile = { user: UserId, profile: Profile, };

/** Work of the server that a decision asks for. */
export type Effect = { "send_invitation": { user: UserId, } } | { "end_invitation": { user: UserId, } } | { "end_sessions": { user: UserId, } } | { "forget_secrets": { user: UserId, } };

/** An e-mail address, as typed but for surrounding white space. Compared by [`Email::folded`]. */
export type Email = string;

/** The gist of a decision. */
export type Expect = { "allowed": { changed: Array<Key>, effects: Array<Effect>, } } | { "refused": Array<string> };

/** Two to eight digits. */
export type Extension = string;

/** The name of an extra field, 1–40 characters (S2.6). */
export type ExtraKey = string;

/** The content of an extra field, 1–256 characters. */
export type ExtraValue = string;

/** The field of a form that a refusal concerns. */
export type Field = "email" | "full_name" | "position" | "role" | "scope" | "licence" | "add_ons" | "team" | "name" | "language" | "time_zone" | "password" | "code" | "extension";

/** Make the tenant, its editable role Advanced, its licences, and an active owner. Only the system may. */
export type FoundOrganisation = { organisation: Organisation, owner: UserId, owner_email: Email, owner_name: FullName, licences?: Array<Licence>, };

/** A person's full name, 1–128 characters. */
export type FullName = string;

/** A grant. */
export type Grant = { key: GrantKey, source: GrantSource, 
/** When it ends by itself. */
until: Timestamp | null, };

/** What makes a grant unique: the same thing is given to the same user in the same place once. */
export type GrantKey = { user: UserId, what: Granted, scope: Scope, };

/** Who made a grant. */
export type GrantSource = "hand" | "provisioning";

/** What is granted: a role, or a permission without a role (S2.23). */
export type Granted = { "role": RoleId } | { "permission": Permission };

/** One thing that a user can log in with. */
export type Identifier = { "email": Email };

/** Prepare the user of one row of an import. Needs `user.import`. */
export type ImportUser = NewUser;

/** An invitation that was sent. Its code and link are hashes on the server, never here. */
export type Invitation = { sent: Timestamp, expires: Timestamp, 
/** How many times it was sent; a resend ends the older code (invariant 11). */
round: number, by: UserId | null, };

/** What can be chosen for a new user. */
export type InviteOptions = { 
/** Why the button is disabled; empty when it is not. */
refusals: Array<Refusal>, plans: Array<LicenceUsage>, add_ons: Array<LicenceUsage>, roles: Array<RoleOption>, 
/** The teams that the actor may put the user into, by name. */
teams: Array<[TeamId, TeamName]>, 
/** Whether a team must be chosen, because the actor may invite into teams only. */
team_needed: boolean, 
/** Whether an import is allowed. */
may_import: boolean, };

/** Make a user and send it a code and a link. Needs `user.invite`. */
export type InviteUser = NewUser;

/** Names a record inside its tenant. */
export type Key = "organisation" | { "licence": LicenceId } | { "role": RoleId } | { "team": TeamId } | { "user": UserId } | { "grant": GrantKey } | { "membership": [TeamId, UserId] };

/** A language tag in the form of BCP 47 (RFC 5646), such as `en` or `pt-BR`. */
export type Language = string;

/** A plan or an add-on. */
export type Licence = { id: LicenceId, kind: LicenceKind, name: LicenceName, 
/** The seats bought; none means no limit (domain.md, 2.7). */
seats: number | null, };

/** A plan or an add-on that takes seats. */
export type LicenceId = string;

/** A user has at most one plan, and any number of add-ons. */
export type LicenceKind = "plan" | "add_on";

/** The name of a plan or an add-on, 1–80 characters. */
export type LicenceName = string;

/** One plan or add-on, and its seats. */
export type LicenceUsage = { id: LicenceId, kind: LicenceKind, name: LicenceName, taken: number, 
/** None: no limit. */
seats: number | null, };

/** A user in a team, and why: by hand, through roles, or both. It goes when no reason is left. */
export type Membership = { team: TeamId, user: UserId, by_hand: boolean, through: Array<RoleId>, };

/** A step that was decided otherwise. */
export type Mismatch = { vector: string, step: string, expected: Expect, got: Expect, };

/** A user to be made (S0.3, S2.4–S2.13). All but id and e-mail may be left out. */
export type NewUser = { id: UserId, email: Email, profile?: Profile, licence?: LicenceId | null, add_ons?: Array<LicenceId>, role?: RoleChoice | null, 
/** Teams to join. Who may invite only into some teams must name at least one of them. */
teams?: Array<TeamId>, extra?: { [key in ExtraKey]: ExtraValue }, };

/** A tenant. */
export type Organisation = { id: TenantId, slug: Slug, name: OrganisationName, language: Language, time_zone: TimeZone, country: Country, policy: Policy, };

/** An organisation's name, 1–128 characters, shown as the current client space (S1.2). */
export type OrganisationName = string;

/** One thing that may be done. The number is its bit in the stored form: append only, never reuse. */
export type Permission = "portal.login" | "profile.self" | "callhandling.self" | "queue.presence" | "directory.read" | "user.read" | "user.invite" | "user.edit" | "user.identity" | "user.suspend" | "user.delete" | "user.reset_credentials" | "session.revoke" | "user.import" | "user.export" | "role.assign" | "role.manage" | "permission.grant" | "team.read" | "team.manage" | "team.members" | "channel.manage" | "licence.assign" | "number.assign" | "device.manage" | "callhandling.manage" | "system_user.manage" | "contacts.shared" | "calls.read" | "queue.supervise" | "audit.read" | "integration.manage" | "tenant.settings" | "billing.manage";

/** A set of permissions. */
export type Permissions = Array<Permission>;

/** What an organisation may decide for itself. */
export type Policy = { 
/** How long an invitation code lives (S0.7). */
invitation_lifetime: Span, 
/** One role per user (S0, S1) instead of many (S2, S3). */
single_role: boolean, 
/** Only addresses of these domains may be used; empty allows all. */
email_domains: Array<Domain>, };

/** A job title, at most 64 characters (S3.6). */
export type Position = string;

/** Make a user that is invited later. It takes its seats now (domain.md, 2.7). Needs `user.invite`. */
export type PrepareUser = NewUser;

/** What a user tells about itself. */
export type Profile = { 
/** Absent until somebody gives it: an invitation needs only an address. */
full_name?: FullName | null, position?: Position | null, 
/** The user's own language; the organisation's when absent. */
language?: Language | null, time_zone?: TimeZone | null, 
/** Completes phone numbers that are typed without a country code (S2.9). */
country?: Country | null, };

/** Suspended → active. Needs `user.suspend` over the user and a free seat of each of its licences. */
export type ReactivateUser = { user: UserId, };

/** A stored entity. */
export type Record = { "organisation": Organisation } | { "licence": Licence } | { "role": Role } | { "team": Team } | { "user": User } | { "grant": Grant } | { "membership": Membership };

/** One reason why a command is refused. */
export type Refusal = { "not_allowed": { permission: Permission, } } | "actor_not_active" | "organisation_exists" | { "unknown": Subject } | "id_in_use" | { "invalid": { field: Field, error: ValueError, } } | { "already_a_user": { user: UserId, } } | "domain_not_allowed" | { "no_seat_left": { licence: LicenceId, seats: number, } } | { "wrong_licence_kind": { licence: LicenceId, } } | "owner_by_invitation" | { "grants_more_than_held": { role: RoleId, missing: Permission, } } | { "outranks_actor": { missing: Permission, } } | "single_role" | { "wrong_scope": { role: RoleId, } } | { "wrong_state": { state: UserState, } } | "invitation_expired" | "no_email" | "last_owner" | { "protected_role": { role: RoleId, } } | "oneself" | "not_a_person" | "name_taken" | { "already_member": { team: TeamId, } } | "nothing_to_change";

/** How a run of all vectors ended. */
export type Report = { 
/** Steps that were decided as expected. */
passed: number, 
/** The others. */
failed: Array<Mismatch>, };

/** Invited → invited anew, expired or not. Needs `user.invite` over the user. */
export type ResendInvitation = { user: UserId, };

/** Invited → prepared. Needs `user.invite` over the user. */
export type RevokeInvitation = { user: UserId, };

/** A named set of permissions. */
export type Role = { id: RoleId, name: RoleName, permissions: Permissions, 
/** Where its grants reach. */
scope: RoleScope, };

/** A role, and where it is to hold. */
export type RoleChoice = { role: RoleId, scope: Scope, };

/** A role, built-in or custom. */
export type RoleId = string;

/** A role's name, 1–80 characters, unique in its organisation. */
export type RoleName = string;

/** A role that the actor may give. */
export type RoleOption = { id: RoleId, name: RoleName, scope: RoleScope, };

/** Where a role's grants reach. */
export type RoleScope = "own" | "team" | "organisation";

/** Where a grant reaches. */
export type Scope = "own" | { "team": TeamId } | "organisation";

/** Prepared → invited. Needs `user.invite` over the user. */
export type SendInvitation = { user: UserId, };

/** Replace the licence facet. Needs `licence.assign` over the user, and a seat of whatever it does not have yet. */
export type SetLicence = { user: UserId, licence: LicenceId | null, add_ons: Array<LicenceId>, };

/** `[a-z0-9-]{3,40}`, not starting or ending with a hyphen. */
export type Slug = string;

/** A span of time in milliseconds. */
export type Span = number;

/** Which users, by state. */
export type StateFilter = "all" | "active" | "prepared" | "invited" | "expired" | "suspended";

/** One command; what is allowed happens, so the next step sees it. */
export type Step = { 
/** The sentence of the table. */
text: string, context: Context, command: Command, expect: Expect, };

/** A kind of record, for [`Refusal::Unknown`]. */
export type Subject = "organisation" | "user" | "role" | "team" | "licence";

/** Active → suspended. Needs `user.suspend` over the user. */
export type SuspendUser = { user: UserId, };

/** A team. */
export type Team = { id: TeamId, name: TeamName, kind: TeamKind, 
/** A disabled team is invisible without `team.manage`; its memberships stay (S2.20). */
disabled: boolean, };

/** A team. */
export type TeamId = string;

/** What a team stands for. */
export type TeamKind = "team" | "department" | "site";

/** A team's name, 1–80 characters, unique in its organisation. */
export type TeamName = string;

/** An organisation: the tenant that everything belongs to. */
export type TenantId = string;

/** The name of an IANA time zone, such as `Europe/Berlin` or `UTC`. */
export type TimeZone = string;

/** A moment: milliseconds since 1970-01-01T00:00:00 UTC. */
export type Timestamp = number;

/** A user of an organisation. Facets are separate fields: editing one never touches another (invariant 17). */
export type User = { id: UserId, kind: UserKind, state: UserState, profile: Profile, 
/** What the user logs in with. Unique in the organisation, compared case-folded. */
identifiers: Array<Identifier>, 
/** The plan licence, 0..1. */
licence: LicenceId | null, 
/** Licensed extras such as Browser Calling (S0.3); sorted, each once. */
add_ons: Array<LicenceId>, 
/** Extra information (S2.6). */
extra: { [key in ExtraKey]: ExtraValue }, 
/** The invitation in force, while [`UserState::Invited`]. */
invitation: Invitation | null, 
/** The number by which colleagues dial the user. */
extension: Extension | null, created: Timestamp, };

/** A user: a person, or anything else that can be dialled (S4.1). */
export type UserId = string;

/** What is dialled when a user is called. */
export type UserKind = "person" | "service" | "conference_bridge" | "auto_attendant" | "call_queue";

/** The answer: ids in the order of the list, so that a page makes only the rows it shows. */
export type UserList = { users: Array<UserId>, 
/** Of the search, whatever the state filter. */
counts: Counts, };

/** What a list of users is to show. */
export type UserQuery = { 
/** Words, each of which must occur in name, address, extension or position. */
search?: string, state?: StateFilter, };

/** One row of the list. */
export type UserRow = { id: UserId, kind: UserKind, name: FullName | null, email: Email | null, position: Position | null, extension: Extension | null, 
/** The names of its roles, in the order of their ids. */
roles: Array<RoleName>, 
/** Permissions that it was granted without a role. */
permissions: Array<Permission>, licence: LicenceName | null, standing: UserStanding, 
/** When the open invitation runs out. */
expires: Timestamp | null, };

/** Where a user stands, with the clock taken into account. */
export type UserStanding = "active" | "prepared" | "invited" | "expired" | "suspended";

/** Where a user stands. An expired invitation is derived from the clock, not a state. */
export type UserState = "prepared" | "invited" | "active" | "suspended";

/** Why a text is not a value of the wanted kind. Shown at the field it was typed into. */
export type ValueError = "empty" | { "too_long": { max: number, } } | { "too_short": { min: number, } } | { "bad_character": string } | "not_an_email" | "not_a_domain" | "not_a_slug" | "not_an_extension" | "not_a_language" | "not_a_time_zone" | "not_a_country";

/** Commands that happen one after the other in one world. */
export type Vector = { 
/** The table and line that it comes from. */
name: string, 
/** What there is before the first step. */
world: Array<Record>, steps: Array<Step>, };

/** The content of a vectors file. */
export type Vectors = { vectors: Array<Vector>, };

/** How much of the tenant the deciding side knows. */
export type View = "whole" | "partial";
