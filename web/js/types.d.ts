// The types of @rollcall/core, generated from the Rust types by `cargo run -p rollcall-tests --bin types`.

/** Invited → active. Only the invitee itself, who proved to hold the code; the password never comes here. */
export type AcceptInvitation = { user: UserId, full_name: FullName, };

/** What a rule does. */
export type Action = { "ring": { seconds: number, } } | { "forward": Target } | "voicemail" | "reject";

/** Prepared or invited → active, for a person who may not open the portal, as *Simple* users may not. Needs `user.invite` over
 * the user, and a plan where there are plans. */
export type ActivateUser = { user: UserId, };

/** Who issues a command or asks a question. */
export type Actor = { "user": UserId } | { "invitee": UserId } | "system" | { "service": Service };

/** Make a contact that every user sees. Needs `contacts.shared`. */
export type AddContact = { contact: Contact, };

/** Put a licence into the organisation's stock. Needs `billing.manage`. */
export type AddLicence = Licence;

/** Make the user a member by hand. Needs `team.members` in the team and over the user; where managers may add, it is enough to
 * see the user and to manage nowhere less. */
export type AddMember = { team: TeamId, user: UserId, };

/** Put a free number into stock. Needs `number.assign` in the organisation. */
export type AddNumber = { number: PhoneNumber, kind: NumberKind, };

/** Make a phone. Needs `device.manage` over the user. */
export type AddPhone = { phone: Phone, };

/** What a host is told that asks whether a command may happen, or has it happen. */
export type Answer = { allowed: boolean, 
/** Every reason why not, most important first; empty when it is allowed. */
refusals: Array<Reason>, 
/** What would change, or did; empty when it isn't allowed. */
changes: Changes, };

/** Note who answered, and when. The phone system only. */
export type AnswerCall = { call: CallId, user: UserId, };

/** One answering rule. */
export type AnsweringRule = { when: When, action: Action, };

/** Give a free extension of the range. Needs `number.assign` over the user. */
export type AssignExtension = { user: UserId, line: Line, };

/** Assign a free number. Needs `number.assign` over the user. */
export type AssignNumber = { number: PhoneNumber, user: UserId, };

/** A picture of a user or a team. */
export type Avatar = { of: AvatarOf, picture: Picture, };

/** Whom an avatar shows. */
export type AvatarOf = { "user": UserId } | { "team": TeamId };

/** A call. It is live until it ended. */
export type Call = { id: CallId, direction: CallDirection, 
/** The other side, when it is known and no colleague. */
peer: PhoneNumber | null, 
/** The team that was called. */
team: TeamId | null, 
/** Who is rung, calls, or answered. */
user: UserId | null, started: Timestamp, answered: Timestamp | null, ended: Timestamp | null, 
/** Which report named the user, where that is not the one of the answer, or of the start while there is none. */
user_said?: Said | null, 
/** Which report named the team, where that is not the one of the start. */
team_said?: Said | null, 
/** No device has it any more; the server still tells it to who asks. */
archived: boolean, };

/** Who called whom. */
export type CallDirection = "incoming" | "outgoing" | "internal";

/** What happened to a call. */
export type CallEvent = "started" | "answered" | "ended";

/** How a user's calls are handled. Without a record: ring for half a minute, then voicemail when it is on. */
export type CallHandling = { user: UserId, 
/** In order; the first rule that fits decides. */
rules: Array<AnsweringRule>, voicemail: Voicemail, };

/** A call, as the phone system names it. */
export type CallId = string;

/** What an organisation decided about calls. Where it decided nothing, the defaults hold. */
export type CallPolicy = { 
/** So many days a call is kept. */
call_days: number, 
/** Who waited no longer than so many seconds was answered in time: what the service level counts. */
service_seconds: number, };

/** What the phone system says about a call. Reports may come late, twice and in any order: the same ones make the same call. */
export type CallReport = { call: CallId, event: CallEvent, 
/** When it happened, by the clock of the phone system. */
at: Timestamp, direction: CallDirection, 
/** The other side, when it is known and no colleague. */
peer?: PhoneNumber | null, 
/** The team that is called, when the report says so. */
team?: TeamId | null, 
/** Who is rung, calls or has answered, when the report says so. */
user?: UserId | null, };

/** Carry out what is due, as somebody ordered it. What can't be done as things stand is put off, with the reason. Needs
 * `tenant.settings` in the organisation. */
export type CarryOut = { user: UserId, 
/** Who ordered it, for the log. */
by: UserId | null, };

/** What happened to one record. Absent before: made. Absent after: removed. */
export type Change = { key: Key, before: Record | null, after: Record | null, };

/** Replace the extension; phones on the old one follow. Needs `number.assign` over the user. */
export type ChangeExtension = { user: UserId, line: Line, };

/** Days on which teams with opening hours are closed; one that is there already gets the name that is said. Needs
 * `tenant.settings`. Each day is a record of its own, so that two people's lists don't overwrite each other. */
export type ChangeHolidays = { add: Array<Holiday>, remove: Array<Date>, };

/** All that one command changes; applied whole or not at all. */
export type Changes = Array<Change>;

/** A channel in a team. */
export type Channel = { id: ChannelId, team: TeamId, name: ChannelName, 
/** Whoever sees the team sees a public channel; a private one is for members. */
public: boolean, };

/** A channel of a team. */
export type ChannelId = string;

/** A channel's name, 1–80 characters, unique in its team. */
export type ChannelName = string;

/** A person's intent. The stored form numbers the variants: append only. */
export type Command = { "found_organisation": FoundOrganisation } | { "prepare_user": PrepareUser } | { "import_user": ImportUser } | { "invite_user": InviteUser } | { "send_invitation": SendInvitation } | { "resend_invitation": ResendInvitation } | { "revoke_invitation": RevokeInvitation } | { "accept_invitation": AcceptInvitation } | { "edit_profile": EditProfile } | { "set_licence": SetLicence } | { "suspend_user": SuspendUser } | { "reactivate_user": ReactivateUser } | { "delete_user": DeleteUser } | { "create_team": CreateTeam } | { "add_licence": AddLicence } | { "edit_organisation": EditOrganisation } | { "set_policy": SetPolicy } | { "edit_extra": EditExtra } | { "set_avatar": SetAvatar } | { "reset_user": ResetUser } | { "force_password_reset": ForcePasswordReset } | { "send_welcome": SendWelcome } | { "end_sessions": EndSessions } | { "set_identifiers": SetIdentifiers } | { "restore_user": RestoreUser } | { "create_role": CreateRole } | { "edit_role": EditRole } | { "delete_role": DeleteRole } | { "give_grant": GiveGrant } | { "take_grant": TakeGrant } | { "edit_team": EditTeam } | { "add_member": AddMember } | { "remove_member": RemoveMember } | { "disable_team": DisableTeam } | { "enable_team": EnableTeam } | { "delete_team": DeleteTeam } | { "set_team_roles": SetTeamRoles } | { "set_routing": SetRouting } | { "create_channel": CreateChannel } | { "edit_channel": EditChannel } | { "delete_channel": DeleteChannel } | { "edit_licence": EditLicence } | { "remove_licence": RemoveLicence } | { "add_number": AddNumber } | { "remove_number": RemoveNumber } | { "assign_number": AssignNumber } | { "unassign_number": UnassignNumber } | { "link_mobile": LinkMobile } | { "route_number": RouteNumber } | { "set_display_numbers": SetDisplayNumbers } | { "assign_extension": AssignExtension } | { "change_extension": ChangeExtension } | { "unassign_extension": UnassignExtension } | { "add_phone": AddPhone } | { "edit_phone": EditPhone } | { "delete_phone": DeletePhone } | { "set_answering": SetAnswering } | { "set_voicemail": SetVoicemail } | { "set_presence": SetPresence } | { "add_contact": AddContact } | { "edit_contact": EditContact } | { "delete_contact": DeleteContact } | { "create_system_user": CreateSystemUser } | { "edit_system_user": EditSystemUser } | { "start_call": StartCall } | { "answer_call": AnswerCall } | { "end_call": EndCall } | { "expire": Expire } | { "set_keeping": SetKeeping } | { "recover_owner": RecoverOwner } | { "erase_user": EraseUser } | { "replace_roles": ReplaceRoles } | { "release_number": ReleaseNumber } | { "edit_number": EditNumber } | { "report_calls": ReportCalls } | { "set_call_policy": SetCallPolicy } | { "change_holidays": ChangeHolidays } | { "hand_over": HandOver } | { "activate_user": ActivateUser } | { "off_board": OffBoard } | { "schedule_invitation": ScheduleInvitation } | { "carry_out": CarryOut } | { "note_sign_ins": NoteSignIns } | { "import_contact": ImportContact };

/** A shared contact. */
export type Contact = { id: ContactId, name: FullName, company: OrganisationName | null, numbers: Array<PhoneNumber>, email: Email | null, };

/** A shared contact. */
export type ContactId = string;

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

/** How many users match the search and every filter but the one by state. */
export type Counts = { all: number, active: number, prepared: number, invited: number, expired: number, suspended: number, 
/** Of all: those who are no persons. */
system: number, };

/** Make a channel. Needs `channel.manage` in the team. */
export type CreateChannel = { channel: Channel, };

/** Make a custom role. Needs `role.manage`, and to hold what it grants. */
export type CreateRole = { role: Role, };

/** Make a system user. It has neither credentials nor a seat (invariant 13). Needs `system_user.manage`. */
export type CreateSystemUser = { id: UserId, kind: UserKind, name: FullName, line?: Line | null, 
/** Where its calls go. */
target?: Target | null, };

/** Make a team. Needs `team.manage` in the organisation, and with members what adding them needs. */
export type CreateTeam = { id: TeamId, name: TeamName, kind?: TeamKind, members?: Array<UserId>, };

/** A day from 1970-01-01 to 9999-12-31, written as ISO 8601 does: `2026-12-25`. */
export type Date = string;

/** Remove a channel. Needs `channel.manage` in the team. */
export type DeleteChannel = { channel: ChannelId, };

/** Remove a contact. Needs `contacts.shared`. */
export type DeleteContact = { contact: ContactId, };

/** Remove a phone; its SIP secret is forgotten. Needs `device.manage` over the user. */
export type DeletePhone = { phone: PhoneId, };

/** Remove a custom role. Teams left with no member and no role are disabled (domain.md, 2.2). Needs `role.manage`. */
export type DeleteRole = { role: RoleId, };

/** Remove a team with its channels, memberships and grants. Refused while calls are routed to it. Needs `team.manage`. */
export type DeleteTeam = { team: TeamId, };

/** Remove a user and all that hangs on it. Needs `user.delete` over the user. */
export type DeleteUser = { user: UserId, };

/** What a role is for, 1–256 characters. */
export type Description = string;

/** Active → disabled. Needs `team.manage` in the team. */
export type DisableTeam = { team: TeamId, };

/** A domain name such as `example.com`, in lower case and in Unicode. */
export type Domain = string;

/** Replace name and publicity. Needs `channel.manage` in the team. */
export type EditChannel = { channel: ChannelId, name: ChannelName, public: boolean, };

/** Replace a contact. Needs `contacts.shared`. */
export type EditContact = { contact: Contact, };

/** Replace the extra facet. Needs `user.edit` over the user. */
export type EditExtra = { user: UserId, extra: { [key in ExtraKey]: ExtraValue }, };

/** Replace name and seats; never fewer seats than are taken (invariant 5). Needs `billing.manage`. */
export type EditLicence = { licence: LicenceId, name: LicenceName, seats: number | null, };

/** Replace kind, label and target. Needs `number.assign` over the holder; for the target, in the organisation. */
export type EditNumber = { number: PhoneNumber, kind: NumberKind, label?: NumberLabel | null, target?: Target | null, };

/** Replace name, language, time zone and country. Needs `tenant.settings`. */
export type EditOrganisation = { name: OrganisationName, language: Language, time_zone: TimeZone, country: Country, };

/** Replace model, hardware address and line. Needs `device.manage` over the user. */
export type EditPhone = { phone: Phone, };

/** Replace the profile facet; the name of somebody active is replaced, not taken. Needs `profile.self` for oneself, else
 * `user.edit` over the user. */
export type EditProfile = { user: UserId, profile: Profile, };

/** Replace a custom role; its holders follow. Needs `role.manage`, and to hold what it granted and grants. */
export type EditRole = { role: Role, };

/** Replace name and target. Needs `system_user.manage`. */
export type EditSystemUser = { user: UserId, name: FullName, target: Target | null, };

/** Replace name and kind. Needs `team.manage` in the team. */
export type EditTeam = { team: TeamId, name: TeamName, kind: TeamKind, };

/** Work of the server that a decision asks for. */
export type Effect = { "send_invitation": { user: UserId, } } | { "end_invitation": { user: UserId, } } | { "end_sessions": { user: UserId, } } | { "forget_secrets": { user: UserId, } } | { "force_password_reset": { user: UserId, } } | { "send_welcome": { user: UserId, } } | { "identifiers_changed": { user: UserId, } } | { "send_recovery": { user: UserId, } } | { "erase": { user: UserId, } } | { "hand_over": { user: UserId, what: Handed, } };

/** An e-mail address, as typed but for surrounding white space and invisible characters, which no mailbox is told apart by.
 * Compared by [`Email::folded`]. */
export type Email = string;

/** Disabled → active. Needs `team.manage` in the team; for this alone a grant counts that rests, so that who may disable a team
 * may enable it again. */
export type EnableTeam = { team: TeamId, };

/** Live → finished. The phone system only. */
export type EndCall = { call: CallId, };

/** Sign the user out everywhere. Needs `session.revoke` over the user, or to be it. */
export type EndSessions = { user: UserId, };

/** Delete a user, with no way to restore it, and take out of the logs who it was. Somebody who was deleted before can be
 * erased too. Needs `user.delete` and `audit.read` in the organisation; the rules of deletion hold. */
export type EraseUser = { user: UserId, };

/** The gist of a decision. */
export type Expect = { "allowed": { changed: Array<Key>, effects: Array<Effect>, } } | { "refused": Array<string> } | { "merged": { changed: Array<Key>, effects: Array<Effect>, kept: Array<Field>, } };

/** Remove what is over at this moment, longest ago first, as much as one command may change; the rest is still due
 * afterwards. Needs `tenant.settings` in the organisation. */
export type Expire = Record<symbol, never>;

/** Two to eight digits. */
export type Extension = string;

/** The extensions from `from` to `to`, both of the same length. */
export type ExtensionRange = { from: Extension, to: Extension, };

/** The name of an extra field, 1–40 characters (S2.6). */
export type ExtraKey = string;

/** The content of an extra field, 1–256 characters. */
export type ExtraValue = string;

/** A field. */
export type Field = "email" | "full_name" | "position" | "role" | "scope" | "licence" | "add_ons" | "team" | "name" | "language" | "time_zone" | "password" | "code" | "extension" | "mobile" | "login" | "number" | "mac_address" | "permissions" | "seats" | "rules" | "hours" | "avatar" | "members" | "target" | "display_numbers" | "until" | "voicemail_pin" | "offline_days" | "log_days" | "security_days" | "country" | "description" | "kind" | "company" | "phone_model" | "publicity" | "strategy" | "ring_time" | "routing" | "voicemail" | "mail_copy" | "invitation_lifetime" | "single_role" | "recycle_days" | "quarantine_days" | "extra" | "label" | "phone_type" | "invite_without_plan" | "managers_may_add" | "call_days" | "service_seconds" | "call_time" | "off_boarding" | "suspend_at" | "delete_after" | "invite_at";

/** End its sessions; the next sign-in asks for a new password. Needs `user.reset_credentials` over the user. */
export type ForcePasswordReset = { user: UserId, };

/** Make the tenant, its editable role Advanced, its licences, and an active owner. Only the system may. */
export type FoundOrganisation = { organisation: Organisation, owner: UserId, owner_email: Email, owner_name: FullName, licences?: Array<Licence>, };

/** A person's full name, 1–128 characters. */
export type FullName = string;

/** Make or prolong a grant. Needs `role.assign` or `permission.grant` there, and to hold what is
 * given for as long as it is given (invariant 7). */
export type GiveGrant = { grant: GrantKey, 
/** When it ends by itself. */
until?: Timestamp | null, };

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

/** Make a person an invitation or a temporary password, which the server tells to the actor, once. The secret itself never comes
 * here. Needs `user.reset_credentials` over the user, who is somebody else, and a plan where there are plans. */
export type HandOver = { user: UserId, what: Handed, };

/** What is handed over. */
export type Handed = "invitation" | "password";

/** A day on which teams with opening hours are closed, in the organisation's time zone. */
export type Holiday = { date: Date, name?: HolidayName | null, };

/** What a holiday is called, 1–64 characters. */
export type HolidayName = string;

/** One thing that a user can log in with. */
export type Identifier = { "email": Email } | { "mobile": PhoneNumber } | { "login": Login };

/** The kinds of [`Identifier`]. */
export type IdentifierKind = "email" | "mobile" | "login";

/** Make the contact of one row of an import. Needs `contacts.shared`. */
export type ImportContact = { contact: Contact, };

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
may_import: boolean, 
/** Whether a new user may be handed a temporary password, instead of being invited (S3.3). */
may_hand_over: boolean, 
/** Whether a new user may be given an extension and a number (S0.3). */
may_assign_numbers: boolean, };

/** Make a user and send it a code and a link. Needs `user.invite`, and a plan for the user where there are plans. */
export type InviteUser = NewUser;

/** What an organisation decides about keeping. Where it decided nothing, the defaults hold. Apart from
 * [`super::Policy`], whose stored form came first. */
export type Keeping = { 
/** After so many days without contact a device shows its data no longer, and asks to go online first. */
offline_days: number, 
/** So many days the audit log is kept. */
log_days: number, 
/** So many days the security log is kept: sign-ins, failures, changes of passwords and addresses. */
security_days: number, };

/** Names a record inside its tenant. */
export type Key = "organisation" | { "licence": LicenceId } | { "role": RoleId } | { "team": TeamId } | { "user": UserId } | { "grant": GrantKey } | { "membership": [TeamId, UserId] } | { "channel": ChannelId } | { "number": PhoneNumber } | { "phone": PhoneId } | { "call_handling": UserId } | { "presence": UserId } | { "contact": ContactId } | { "avatar": AvatarOf } | { "call": CallId } | { "removed": UserId } | { "removed_lines": UserId } | "keeping" | "call_policy" | { "holiday": Date } | { "scheduled": UserId } | { "last_sign_in": UserId };

/** A language tag in the form of BCP 47 (RFC 5646) that `Intl` takes (UTS 35, 3.2), such as `en` or `pt-BR`: without extended
 * languages (`zh-yue` is `yue`), irregular tags of old (`i-klingon`) and the extension for transliterations. */
export type Language = string;

/** The last day (UTC) on which a user was signed in to the organisation. */
export type LastSignIn = { user: UserId, day: Date, };

/** An off-boarding, with what was allowed when it was ordered, and how far it is. */
export type Leaving = { order: OffBoarding, 
/** The teams in which its place is handed over: those in which it was a member by hand when that was ordered. */
teams: Array<TeamId>, 
/** What the user held over others then, in the organisation and in teams. Whoever ordered it held as much (invariant 7);
 * of somebody who holds more by now nobody has judged that. */
everywhere: Permissions, in_teams: Array<[TeamId, Permissions]>, 
/** Since when it is suspended, and all is handed over. */
done: Timestamp | null, };

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

/** An extension, and what rings when it is dialled (S1.7). */
export type Line = { extension: Extension, phone: PhoneType, };

/** Set or clear the linked mobile, or switch it off and remember it. Needs `number.assign` over the holder. */
export type LinkMobile = { number: PhoneNumber, mobile: PhoneNumber | null, 
/** It is remembered, and does not ring. */
off?: boolean, };

/** 2–64 Latin letters and digits, without anything invisible. Compared case-folded. */
export type Login = string;

/** Twelve hexadecimal digits, shown as `aa:bb:cc:dd:ee:ff`; typed with colons, hyphens, dots or nothing between. */
export type MacAddress = string;

/** A user in a team, and why: by hand, through roles, or both. It goes when no reason is left. */
export type Membership = { team: TeamId, user: UserId, by_hand: boolean, through: Array<RoleId>, };

/** A step that was decided otherwise. */
export type Mismatch = { vector: string, step: string, expected: Expect, got: Expect, };

/** A user to be made (S0.3, S1.4–S1.7, S2.4–S2.13, S3.3–S3.6). All but the id may be left out, but it needs something
 * to be identified by. */
export type NewUser = { id: UserId, email?: Email | null, mobile?: PhoneNumber | null, login?: Login | null, profile?: Profile, licence?: LicenceId | null, add_ons?: Array<LicenceId>, role?: RoleChoice | null, 
/** An extension from the free ones, and what rings there (S1.6, S1.7). */
line?: Line | null, 
/** A free number of the inventory (S0.3, S3.5). */
number?: PhoneNumber | null, 
/** Teams to join. Who may invite only into some teams must name at least one of them. */
teams?: Array<TeamId>, extra?: { [key in ExtraKey]: ExtraValue }, };

/** Note that these users were signed in on these days. A day before the one that stands, and a user who is gone, are passed over.
 * Only the system may. */
export type NoteSignIns = { sign_ins: Array<LastSignIn>, };

/** A number in the organisation's inventory. It is free, assigned to one holder, or in quarantine. */
export type Number = { number: PhoneNumber, kind: NumberKind, 
/** One holder per number (invariant 6). */
holder: UserId | null, last_holder: UserId | null, 
/** Not given to somebody else before this moment, so that old callers don't reach a stranger. */
quarantine_until: Timestamp | null, 
/** The mobile that rings with this number: a "mobile extension" (S2.8). */
linked_mobile: PhoneNumber | null, 
/** Where its calls go when nobody holds it: a group number. */
target: Target | null, 
/** The linked mobile is remembered, and does not ring. */
link_off: boolean, 
/** What it is called in the inventory. */
label: NumberLabel | null, };

/** What a number is for. */
export type NumberKind = "virtual" | "landline" | "mobile" | "work" | "group";

/** What a number is called in the inventory, such as "Front desk", 1–64 characters. */
export type NumberLabel = string;

/** Order the off-boarding of a person, order it otherwise, or call it off. Needs `user.suspend` over the person, and what each
 * step of it needs; it is judged when it is ordered, and stands whatever becomes of who ordered it. What was carried out
 * already is not taken back. */
export type OffBoard = { user: UserId, 
/** None calls it off. */
order: OffBoarding | null, };

/** How somebody leaves. */
export type OffBoarding = { 
/** When it is suspended, and hands over. */
suspend_at: Timestamp, 
/** Who gets its numbers, or where their calls go then. None: they stay its own. */
numbers: Target | null, 
/** Where calls go from then on that still reach it: by its extension, by numbers that stay its own, by what sends calls to it. */
calls: Target | null, 
/** Who takes its place in the teams where it is a member by hand. None: it stays a member. */
teams: UserId | null, 
/** Its licence and add-ons stay its own, and take seats again when it is reactivated; else they are taken from it. The seats
 * are free either way (domain.md, 2.7). */
keep_licences: boolean, 
/** How many days after that it is deleted, 1–3,650. None: never. */
delete_after: number | null, };

/** When something is open: any of the shifts; none at all means always. */
export type OpeningHours = Array<Shift>;

/** A tenant. */
export type Organisation = { id: TenantId, slug: Slug, name: OrganisationName, language: Language, time_zone: TimeZone, country: Country, policy: Policy, };

/** An organisation's name, 1–128 characters, shown as the current client space (S1.2). */
export type OrganisationName = string;

/** One thing that may be done. The number is its bit in the stored form: append only, never reuse. */
export type Permission = "portal.login" | "profile.self" | "callhandling.self" | "queue.presence" | "directory.read" | "user.read" | "user.invite" | "user.edit" | "user.identity" | "user.suspend" | "user.delete" | "user.reset_credentials" | "session.revoke" | "user.import" | "user.export" | "role.assign" | "role.manage" | "permission.grant" | "team.read" | "team.manage" | "team.members" | "channel.manage" | "licence.assign" | "number.assign" | "device.manage" | "callhandling.manage" | "system_user.manage" | "contacts.shared" | "calls.read" | "queue.supervise" | "audit.read" | "integration.manage" | "tenant.settings" | "billing.manage";

/** A set of permissions. */
export type Permissions = Array<Permission>;

/** A phone of a user. */
export type Phone = { id: PhoneId, user: UserId, 
/** None for the phone that an extension brought with it, until somebody says what it is. */
model: PhoneModel | null, mac: MacAddress | null, 
/** The extension that it rings for. */
line: Extension | null, };

/** A phone. */
export type PhoneId = string;

/** The make and model of a phone, 1–80 characters. */
export type PhoneModel = string;

/** A number in the form of E.164: `+`, then 7 to 15 digits, kept as a plain integer. Stored numbers are checked for form
 * only, since numbering plans change; what people type goes through [`PhoneNumber::typed`]. */
export type PhoneNumber = string;

/** The type of phone at an extension. */
export type PhoneType = "softphone" | "webphone" | "desk_phone";

/** A PNG, JPEG or WebP image of at most 24 KiB, recognised by its first bytes. */
export type Picture = number[];

/** What an organisation may decide for itself. */
export type Policy = { 
/** How long an invitation code lives (S0.7). */
invitation_lifetime: Span, 
/** One role per user (S0, S1) instead of many (S2, S3). */
single_role: boolean, 
/** What users may log in with. */
login_kinds: Array<IdentifierKind>, 
/** How many days a deleted user can be restored by an owner; 0: not at all (domain.md, 2.3). */
recycle_days: number, 
/** The extensions that may be given; none: any. */
extensions: ExtensionRange | null, 
/** How many days a number that was given back is kept from others. */
quarantine_days: number, 
/** Only addresses of these domains may be used; empty allows all. */
email_domains: Array<Domain>, 
/** Whether people without a plan are invited too, though there are plans (S0.2). */
invite_without_plan: boolean, 
/** Whether who changes the members of a team adds whoever it can see, and not only whom it manages already. */
managers_may_add: boolean, };

/** A job title, at most 64 characters (S3.6). */
export type Position = string;

/** Make a user that is invited later. It takes its seats now (domain.md, 2.7). Needs `user.invite`. */
export type PrepareUser = NewUser;

/** An agent's presence. */
export type Presence = { user: UserId, state: PresenceState, since: Timestamp, };

/** What an agent said of itself. Whether it is on a call is known from the calls. */
export type PresenceState = "available" | "break" | "signed_out";

/** What a user tells about itself. */
export type Profile = { 
/** Absent until somebody gives it: an invitation needs only an address. */
full_name?: FullName | null, position?: Position | null, 
/** The user's own language; the organisation's when absent. */
language?: Language | null, time_zone?: TimeZone | null, 
/** Completes phone numbers that are typed without a country code (S2.9). */
country?: Country | null, };

/** Why a step that was due was not done, and when it is tried again. */
export type PutOff = { until: Timestamp, 
/** How often in a row. */
times: number, why: Refusal, };

/** Suspended → active. Needs what suspending needs, and a free seat of each of the user's licences. Its off-boarding ends: nobody is
 * deleted who is back. */
export type ReactivateUser = { user: UserId, };

/** One reason why not. */
export type Reason = { 
/** Stable, for machines: `no_seat_left`, `already_a_user` …. */
code: string, 
/** For the people who write the host; what users read is the host's own, in their language. */
message: string, 
/** The field of a form at which to show it, when it concerns one. */
field: Field | null, 
/** All that is known about it. */
refusal: Refusal, };

/** A stored entity. */
export type Record = { "organisation": Organisation } | { "licence": Licence } | { "role": Role } | { "team": Team } | { "user": User } | { "grant": Grant } | { "membership": Membership } | { "channel": Channel } | { "number": Number } | { "phone": Phone } | { "call_handling": CallHandling } | { "presence": Presence } | { "contact": Contact } | { "avatar": Avatar } | { "call": Call } | { "removed": Removed } | { "removed_lines": RemovedLines } | { "keeping": Keeping } | { "call_policy": CallPolicy } | { "holiday": Holiday } | { "scheduled": Scheduled } | { "last_sign_in": LastSignIn };

/** Mail a link with which an owner sets a new password. Only the system does it, and nothing changes. */
export type RecoverOwner = { user: UserId, };

/** One reason why a command is refused. */
export type Refusal = { "not_allowed": { permission: Permission, } } | "actor_not_active" | "organisation_exists" | { "unknown": Subject } | "id_in_use" | { "invalid": { field: Field, error: ValueError, } } | { "already_a_user": { user: UserId, kind: IdentifierKind, } } | "domain_not_allowed" | { "no_seat_left": { licence: LicenceId, seats: number, } } | { "wrong_licence_kind": { licence: LicenceId, } } | "owner_by_invitation" | { "grants_more_than_held": { role: RoleId, missing: Permission, } } | { "outranks_actor": { missing: Permission, } } | "single_role" | { "wrong_scope": { role: RoleId, } } | { "wrong_state": { state: UserState, } } | "invitation_expired" | "no_email" | "last_owner" | { "protected_role": { role: RoleId, } } | "oneself" | "not_a_person" | "name_taken" | { "already_member": { team: TeamId, } } | "nothing_to_change" | "no_identifier" | { "extension_taken": { user: UserId, } } | "extension_out_of_range" | "has_extension" | "no_extension" | "number_taken" | { "number_in_quarantine": { until: Timestamp, } } | "number_exists" | "not_a_mobile" | "built_in_role" | { "permission_not_held": { permission: Permission, } } | "live_call" | { "routed_to": { by: Array<Key>, } } | "team_disabled" | { "not_a_member": { team: TeamId, } } | { "seats_in_use": { taken: number, } } | "not_restorable" | "not_a_system_user" | "call_over" | { "too_many": { max: number, } } | "target_loops" | "repeated" | "owner_never_ends" | "mac_taken" | "too_old" | "not_an_owner" | { "too_many_changes": { changes: number, max: number, } } | "no_plan" | { "scope_not_allowed": { role: RoleId, allowed: RoleScopes, } } | { "reaches_others": { permission: Permission, } } | { "scope_in_use": { scope: RoleScope, } } | "no_sign_in" | "opens_portal" | "account_elsewhere" | "handed_over_elsewhere" | "seen_elsewhere" | "changed_meanwhile" | { "call_not_kept": { days: number, } } | { "call_too_long": { days: number, } } | { "successor_not_active": { user: UserId, } } | "moment_over";

/** In quarantine → free. Needs `number.assign` in the organisation. */
export type ReleaseNumber = { number: PhoneNumber, };

/** Remove a licence that nobody has, suspended users included. Needs `billing.manage`. */
export type RemoveLicence = { licence: LicenceId, };

/** End the membership by hand; one that a role brought stays. Needs `team.members` in the team. */
export type RemoveMember = { team: TeamId, user: UserId, };

/** Remove a number that nobody holds and no calls are sent to. Needs `number.assign` in the organisation. */
export type RemoveNumber = { number: PhoneNumber, };

/** All that is needed to restore a deleted user; only owners see it. Credentials are never restored. */
export type Removed = { user: User, grants: Array<Grant>, memberships: Array<Membership>, handling: CallHandling | null, avatar: Avatar | null, at: Timestamp, by: UserId | null, 
/** After this moment it can't be restored, and the server forgets it. */
until: Timestamp, };

/** The numbers and phones that a deleted user had; it gets back those that are still free. Apart from [`Removed`], whose
 * stored form came first. */
export type RemovedLines = { user: UserId, 
/** As they were when it held them. */
numbers: Array<Number>, phones: Array<Phone>, };

/** Take these roles and give those, for good. Needs for each what taking or giving it needs; what must hold of the user and
 * the organisation is judged by how things stand at the end. */
export type ReplaceRoles = { user: UserId, take: Array<RoleChoice>, give: Array<RoleChoice>, };

/** How a run of all vectors ended. */
export type Report = { 
/** Steps that were decided as expected. */
passed: number, 
/** The others. */
failed: Array<Mismatch>, };

/** Take down reports of calls. The phone system only: the system, or who holds `integration.manage`. Late and doubled reports,
 * in any order, make the same calls ([`Call::reported`]). A report of who or what is not there (any more) is taken without
 * that; one from before the calls that are kept is passed over, and refused where no other comes with it. */
export type ReportCalls = { 
/** 1 to [`MAX_REPORTS`]. */
reports: Array<CallReport>, };

/** Invited → invited anew, expired or not. Needs `user.invite` over the user. */
export type ResendInvitation = { user: UserId, };

/** Any state → prepared; name, credentials and PIN go. Needs `user.reset_credentials` over the user. */
export type ResetUser = { user: UserId, };

/** Deleted → prepared, or active for what is no person; credentials stay gone. What others have meanwhile stays theirs, and the
 * forecast says what that is ([`crate::query::Impact::missing`]); somebody without a free identifier is not restored. Needs all
 * permissions, as an owner has. */
export type RestoreUser = { user: UserId, };

/** Invited → prepared. Needs `user.invite` over the user. */
export type RevokeInvitation = { user: UserId, };

/** A named set of permissions. */
export type Role = { id: RoleId, name: RoleName, description: Description | null, permissions: Permissions, 
/** Where it may be given; whoever gives it chooses. */
scopes: RoleScopes, 
/** Teams that its holders join (S2.11, S2.21). */
teams: Array<TeamId>, 
/** What its holders may do inside those teams. */
team_permissions: Permissions, };

/** A role, and where it is to hold. */
export type RoleChoice = { role: RoleId, scope: Scope, };

/** A role, built-in or custom. */
export type RoleId = string;

/** A role's name, 1–80 characters, unique in its organisation. */
export type RoleName = string;

/** A role that the actor may give. */
export type RoleOption = { id: RoleId, name: RoleName, 
/** Where the actor may give it, somewhere at least. */
scopes: RoleScopes, };

/** How far a grant of a role reaches. */
export type RoleScope = "own" | "team" | "organisation";

/** Some of the scopes: those in which a role may be given. Of a stored role at least one. */
export type RoleScopes = Array<RoleScope>;

/** Set or clear the target. Needs `number.assign` in the organisation. */
export type RouteNumber = { number: PhoneNumber, target: Target | null, };

/** How a team's calls are routed. */
export type Routing = { strategy: Strategy, 
/** How long each step rings, in seconds, 5–120. */
ring_seconds: number, 
/** In the organisation's time zone; empty is always open. */
hours: OpeningHours, 
/** Where calls go when nobody answers, nobody is available, or the team is closed. */
overflow: Target | null, };

/** Which report named somebody. Of two that name different ones the later stands; at the same moment, that of the later event. */
export type Said = { at: Timestamp, event: CallEvent, };

/** Set the moment, another one, or none. Needs `user.invite` over the user. Whether it has a plan and an address is asked when the
 * invitation is sent: both may be given until then. */
export type ScheduleInvitation = { user: UserId, 
/** None: not until somebody sends it. */
at: Timestamp | null, };

/** What somebody ordered for a user. */
export type Scheduled = { user: UserId, 
/** Who ordered it last, and when. */
by: UserId | null, at: Timestamp, what: Task, 
/** The step that was due last could not be done. */
put_off: PutOff | null, };

/** Where a grant reaches. */
export type Scope = "own" | { "team": TeamId } | "organisation";

/** Prepared → invited. Needs `user.invite` over the user, and a plan where there are plans. */
export type SendInvitation = { user: UserId, };

/** Mail the link to an active user. Needs `user.reset_credentials` over the user. */
export type SendWelcome = { user: UserId, };

/** A program that acts by a key: what it was given, where, and by whom. It is nobody in the directory, and holds of what it
 * was given no more than its maker holds at that moment; nothing, when its maker is no longer active (invariant 7). */
export type Service = { id: ServiceId, 
/** Whoever made its key. */
maker: UserId, permissions: Permissions, 
/** Own: over its maker alone. */
scope: Scope, };

/** A program that acts by a key of its own. */
export type ServiceId = string;

/** Replace the rules. Needs `callhandling.self` for oneself, else `callhandling.manage` over the user. */
export type SetAnswering = { user: UserId, 
/** In order; the first that fits decides. */
rules: Array<AnsweringRule>, };

/** Replace the avatar. Needs `profile.self` for oneself, `user.edit` over another user, `team.manage` in a team. */
export type SetAvatar = { of: AvatarOf, picture: Picture | null, };

/** Replace what was decided about calls. It holds for those that are there already, too. Needs `tenant.settings`. */
export type SetCallPolicy = { policy: CallPolicy, };

/** Replace the display numbers; each must be its own or a group number. Needs `number.assign` over the user. */
export type SetDisplayNumbers = { user: UserId, numbers: Array<PhoneNumber>, };

/** Replace the identifiers. An open invitation to an address that goes is taken back. Needs `user.identity`. */
export type SetIdentifiers = { user: UserId, identifiers: Array<Identifier>, };

/** Replace what was decided about keeping. It holds for what is there already, too. Needs `tenant.settings`. */
export type SetKeeping = { keeping: Keeping, };

/** Replace the licence facet. Needs `licence.assign` over the user, and a seat of whatever it does not have yet. */
export type SetLicence = { user: UserId, licence: LicenceId | null, add_ons: Array<LicenceId>, };

/** Replace the policy. It holds for what happens from now on. Needs `tenant.settings`. */
export type SetPolicy = { policy: Policy, };

/** Set the presence. Needs `queue.presence` for oneself, else `queue.supervise` over the user. */
export type SetPresence = { user: UserId, state: PresenceState, };

/** Replace the routing; none: the team takes no calls. Needs `team.manage` in the team. */
export type SetRouting = { team: TeamId, routing: Routing | null, };

/** Replace the roles that bring the team; holders follow. Built-in ones may be among them, save those that hold in the whole
 * organisation only. Needs `role.manage`. */
export type SetTeamRoles = { team: TeamId, roles: Array<RoleId>, };

/** Replace the voicemail settings. Needs `callhandling.self` for oneself, else `callhandling.manage` over the user. */
export type SetVoicemail = { user: UserId, voicemail: Voicemail, };

/** From a minute of a weekday to another on the same day. */
export type Shift = { day: Weekday, 
/** Minutes since midnight, 0–1439. */
from: number, 
/** Minutes since midnight, up to 1440; the first minute that is closed again. */
to: number, };

/** `[a-z0-9-]{3,40}`, not starting or ending with a hyphen. */
export type Slug = string;

/** A span of time in milliseconds. */
export type Span = number;

/** Make a live call. The phone system only: the system, or who holds `integration.manage`. */
export type StartCall = { id: CallId, direction: CallDirection, peer?: PhoneNumber | null, team?: TeamId | null, 
/** Who calls or is rung. */
user?: UserId | null, };

/** Which users, by state. */
export type StateFilter = "all" | "active" | "prepared" | "invited" | "expired" | "suspended";

/** One command; what is allowed happens, so the next step sees it. */
export type Step = { 
/** The sentence of the table. */
text: string, context: Context, command: Command, 
/** What its author saw, where others changed it since. */
seen: Command | null, expect: Expect, };

/** In which order a team's agents are rung. */
export type Strategy = "all_at_once" | "in_order" | "round_robin" | "longest_idle";

/** A kind of record, for [`Refusal::Unknown`]. */
export type Subject = "organisation" | "user" | "role" | "team" | "licence" | "channel" | "number" | "phone" | "contact" | "call" | "grant";

/** Active → suspended. Needs `user.suspend` over a person, `system_user.manage` over what is none; that is rung no more. */
export type SuspendUser = { user: UserId, };

/** Remove a grant, and the memberships that it brought. Needs what giving it needs. */
export type TakeGrant = { grant: GrantKey, };

/** Where a call can be sent. */
export type Target = { "user": UserId } | { "team": TeamId } | { "voicemail": UserId } | { "number": PhoneNumber };

/** What is to be done. */
export type Task = { "off_boarding": Leaving } | { "invitation": { at: Timestamp, } };

/** A team. */
export type Team = { id: TeamId, name: TeamName, kind: TeamKind, 
/** A disabled team is invisible without `team.manage`; its memberships stay (S2.20). */
disabled: boolean, 
/** Where its calls go; none: it takes no calls. */
routing: Routing | null, };

/** A team. */
export type TeamId = string;

/** What a team stands for. */
export type TeamKind = "team" | "department" | "site";

/** A team's name, 1–80 characters, unique in its organisation. */
export type TeamName = string;

/** An organisation: the tenant that everything belongs to. */
export type TenantId = string;

/** The name of an IANA time zone, such as `Europe/Berlin` or `UTC`, in any case; kept as the database spells it. */
export type TimeZone = string;

/** A moment: milliseconds since 1970-01-01T00:00:00 UTC. */
export type Timestamp = number;

/** Free the extension; phones keep no line. Needs `number.assign` over the user. */
export type UnassignExtension = { user: UserId, };

/** Assigned → in quarantine, so that old callers do not reach a stranger. Needs `number.assign` over the holder. */
export type UnassignNumber = { number: PhoneNumber, };

/** A user of an organisation. Facets are separate fields: editing one never touches another (invariant 17). */
export type User = { id: UserId, kind: UserKind, state: UserState, profile: Profile, 
/** What the user logs in with. Unique in the organisation, compared as domain.md 2.17 says. */
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
line: Line | null, 
/** Numbers that the user may show when it calls, such as a group's (S2.9). */
display_numbers: Array<PhoneNumber>, 
/** Where calls go that reach a service, an auto attendant or a queue. */
target: Target | null, created: Timestamp, };

/** A user: a person, or anything else that can be dialled (S4.1). */
export type UserId = string;

/** What is dialled when a user is called. */
export type UserKind = "person" | "service" | "conference_bridge" | "auto_attendant" | "call_queue";

/** The answer: ids in the order of the list, so that a page makes only the rows it shows. */
export type UserList = { users: Array<UserId>, 
/** How many users the whole list has; a page of it may have fewer. */
total: number, 
/** Of the search, whatever the state filter. */
counts: Counts, };

/** What needs a decision. */
export type UserNeed = "away" | "direct" | "ending" | "leaving" | "put_off";

/** What a list of users is to show. */
export type UserQuery = { 
/** Words, each of which must occur in name, identifiers, extension, numbers, position or a team's name. */
search?: string, state?: StateFilter, 
/** Persons only: no bridges, attendants, queues and services (S4.14). */
hide_system?: boolean, 
/** Only those of a kind (S4.1). */
kind?: UserKind | null, 
/** Only active people who can neither make nor take calls (S3.5). */
no_phone?: boolean, 
/** Only those of whom this needs a decision. */
need?: UserNeed | null, role?: RoleId | null, team?: TeamId | null, 
/** A plan or an add-on. */
licence?: LicenceId | null, sort?: UserSort, descending?: boolean, 
/** How many users of the list to leave out at its start. */
from?: number, 
/** How many users to answer at most; all when absent. */
limit?: number | null, };

/** One row of the list. */
export type UserRow = { id: UserId, kind: UserKind, 
/** What it is called: never nothing. */
name: string, email: Email | null, position: Position | null, extension: Extension | null, 
/** The names of its roles, in the order of their ids. */
roles: Array<RoleName>, 
/** Permissions that it was granted without a role. */
permissions: Array<Permission>, licence: LicenceName | null, standing: UserStanding, 
/** When the open invitation runs out. */
expires: Timestamp | null, 
/** The day on which it was last signed in, as far as that is known and the viewer's to see. */
last_sign_in: Date | null, };

/** What a list of users is sorted by; equal ones, by name. Who has nothing to be sorted by comes last, or
 * first in a descending list. */
export type UserSort = "name" | "email" | "extension" | "position" | "role" | "licence" | "state" | "created";

/** Where a user stands, with the clock taken into account. */
export type UserStanding = "active" | "prepared" | "invited" | "expired" | "suspended";

/** Where a user stands. An expired invitation is derived from the clock, not a state. */
export type UserState = "prepared" | "invited" | "active" | "suspended";

/** Why a text is not a value of the wanted kind. Shown at the field it was typed into. */
export type ValueError = "empty" | { "too_long": { max: number, } } | { "too_short": { min: number, } } | { "bad_character": string } | "not_an_email" | "not_a_domain" | "not_a_slug" | "not_an_extension" | "not_a_language" | "not_a_time_zone" | "not_a_phone_number" | "not_a_mac_address" | { "not_an_image": { max_kib: number, } } | { "out_of_range": { min: number, max: number, } } | "not_a_range" | "not_a_country" | "easily_guessed" | "not_a_date" | "in_the_future";

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

/** A user's voicemail. */
export type Voicemail = { on: boolean, 
/** Send a copy of each message by mail. */
mail_copy: boolean, };

/** A day of the week (ISO 8601: Monday first). */
export type Weekday = "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";

/** When a rule fits. */
export type When = "always" | "busy" | "no_answer" | "unreachable" | { "hours": OpeningHours };
