### The audit log of the organisation.

activity-sub = Who changed what, newest first. The log is kept on the server.
activity-unfound = Nothing in the log fits these filters.
activity-empty-title = Nothing yet
activity-empty = Nothing was done that you may see.
activity-narrowing = Narrow the log
activity-about = About
activity-by = Done by
activity-what = What was done
activity-anything = Anything
activity-by-what = By what
activity-way = { $way ->
    [page] In the page
    [import] Import
    [key] API key
   *[server] The system
}
activity-from = From
activity-to = To
activity-clear = Clear filters

history-by = By { $who }
history-by-import = By { $who }, by import
history-by-key = By a program of { $who }, with an API key
history-by-server = By the system
history-hidden = Something that you may not see in full
history-before = Before:
history-after = After:
history-permissions = Permissions
history-about = About: open

activity-verb = { $verb ->
    [found_organisation] Found the organisation
    [edit_organisation] Edit the organisation
    [set_policy] Change the policy
    [set_keeping] Change how long things are kept
    [set_call_policy] Change the rules for calls
    [change_holidays] Change holidays
    [prepare_user] Prepare a user
    [import_user] Import a user
    [invite_user] Invite a user
    [send_invitation] Send an invitation
    [schedule_invitation] Schedule an invitation
    [resend_invitation] Send an invitation again
    [revoke_invitation] Withdraw an invitation
    [accept_invitation] Accept an invitation
    [activate_user] Activate a user
    [hand_over] Hand over a sign-in
    [edit_profile] Edit a profile
    [edit_extra] Edit extra information
    [set_identifiers] Change how a user signs in
    [set_avatar] Change a picture
    [suspend_user] Suspend a user
    [reactivate_user] Reactivate a user
    [reset_user] Reset a user
    [force_password_reset] Have a password set again
    [send_welcome] Send a welcome mail
    [end_sessions] End sessions
    [recover_owner] Recover an owner
    [off_board] Off-board a user
    [delete_user] Delete a user
    [restore_user] Restore a user
    [erase_user] Erase a user
    [create_system_user] Create a system user
    [edit_system_user] Edit a system user
    [create_role] Create a role
    [edit_role] Edit a role
    [delete_role] Delete a role
    [give_grant] Give a role or permission
    [take_grant] Take a role or permission away
    [replace_roles] Replace roles
    [create_team] Create a team
    [edit_team] Edit a team
    [add_member] Add a member to a team
    [remove_member] Remove a member from a team
    [disable_team] Disable a team
    [enable_team] Enable a team
    [delete_team] Delete a team
    [set_team_roles] Change the roles of a team
    [set_routing] Change the routing of a team
    [create_channel] Create a channel
    [edit_channel] Edit a channel
    [delete_channel] Delete a channel
    [add_licence] Add a licence
    [edit_licence] Edit a licence
    [remove_licence] Remove a licence
    [set_licence] Change a user’s licence
    [add_number] Add a number
    [edit_number] Edit a number
    [assign_number] Assign a number
    [unassign_number] Take a number back
    [release_number] End a number’s quarantine
    [route_number] Route a number
    [remove_number] Remove a number
    [link_mobile] Link a mobile
    [set_display_numbers] Change numbers to show
    [assign_extension] Assign an extension
    [change_extension] Change an extension
    [unassign_extension] Take an extension back
    [add_phone] Add a phone
    [edit_phone] Edit a phone
    [delete_phone] Delete a phone
    [set_answering] Change answering rules
    [set_voicemail] Change voicemail
    [add_contact] Add a shared contact
    [import_contact] Import a shared contact
    [edit_contact] Edit a shared contact
    [delete_contact] Delete a shared contact
    [carry_out] Carry out what was due
    [note_sign_ins] Note who was signed in
    [expire] Remove what has run out
   *[other] Something else
}
