### Why a request to the server failed, or something could not be kept on this device.

failure-offline = The server can’t be reached. Check the connection and try again.
failure-intercepted = Something on this network answers in place of the server: a sign-in page of the network, or a proxy. Open any other website to sign in to the network, then try again.
failure-status = The server answered with an error ({ $status }). Try again later.

## What the server answers, by its code.

problem-signed-out = You are not signed in, or your session has ended. Sign in.
problem-session-ended = An administrator ended your session. Sign in again.
problem-wrong-credentials = The e-mail address, mobile number or log-in name is wrong, or the password is.
problem-wrong-password = This is not the password of your account.
problem-new-password-needed = Choose a new password: open the link that was sent to your address.
problem-password-change-needed = This password is temporary. Sign in with it once and choose your own.
problem-temporary-password-expired = This temporary password has expired. Ask an administrator for another.
problem-other-identifier = This organisation asks you to sign in by something else: your e-mail address, mobile number or log-in name. Sign out and sign in by another of them, or ask an administrator which one.
problem-portal-closed = Your account has a phone, but no access to this page. Ask an owner or an administrator of your organisation for a role that opens it.
problem-link-over = The link was used, has expired, or was replaced by a later one. Ask for another.
problem-too-many-requests = There were too many attempts. Wait a few minutes, then try again.
problem-busy = The organisation is busy. Nothing was changed; try again in a moment.
problem-timeout = The server took too long to answer. Try again.
problem-too-large = This is more than the server accepts at once.
problem-storage-full = The server’s disk is full. Nothing was changed; tell whoever runs the server.
problem-database-unreachable = The server can’t reach its database. Nothing is lost; try again in a moment.
problem-internal = Something went wrong on the server. Nothing was changed; try again, and tell whoever runs it if it happens again.
problem-too-many-requests-wait = { $minutes ->
    [one] There were too many attempts. Wait { $minutes } minute, then try again.
   *[other] There were too many attempts. Wait { $minutes } minutes, then try again.
}
problem-commands-spent = { $minutes ->
    [one] You sent more changes at once than the server accepts from one person. Nothing is lost; wait { $minutes } minute, then try again.
   *[other] You sent more changes at once than the server accepts from one person. Nothing is lost; wait { $minutes } minutes, then try again.
}
problem-bytes-spent = { $hours ->
    [one] You sent more data in a day than the server accepts from one person. Nothing is lost; wait { $hours } hour, then try again.
   *[other] You sent more data in a day than the server accepts from one person. Nothing is lost; wait { $hours } hours, then try again.
}
problem-organisation-full = Your organisation has as many live connections open as the server accepts. Close pages that you don’t need, or try again in a minute.
problem-server-full = The server has as many live connections open as it accepts. Try again in a minute.
problem-wrong-code = { $left ->
    [one] The code is wrong. { $left } attempt left.
   *[other] The code is wrong. { $left } attempts left.
}
problem-invitation-unknown = There is no such invitation. Check that you copied the whole link, or ask for another.
problem-invitation-expired = The invitation has expired. Ask for another.
problem-invitation-used = The invitation was accepted already. Sign in.
problem-invitation-ended = The invitation was withdrawn, or a newer one was sent. Look for a later mail.
problem-invitation-locked = A wrong code was entered too often. Ask for another invitation.
problem-organisation-needed = Say which organisation you are in by its short name, or sign in with your e-mail address.
problem-another-user = Another account is signed in in this browser. Sign in again to go on with this one.
problem-newer-client = The page is newer than the server. Nothing is lost: what you did is sent once the server is updated.
problem-unknown-protocol = The page is too old for the server. Nothing is lost; reload the page when you are ready.
problem-cross-site = This request comes from a page of another site, which may not act for you.

## Why this device keeps nothing.

not-kept-full = This device’s storage is full, so changes can’t be kept. Free some space on the device, then try again.
not-kept-closed = The browser closed this page’s storage, so changes can’t be kept. Reload the page.
not-kept-forbidden = The browser does not let this page store anything ({ $reason }), so changes can’t be kept. Check its privacy settings, or use another browser.
not-kept-signed-out = You signed out in another tab. Sign in again to continue.
not-kept-newer = A newer version of { -brand } is in use on this device. Reload the page to update this tab.
not-kept-too-old = This page is too old for the server, so it accepts no changes. Reload it to update; what you did before is kept.
not-deleted = What is stored on this device could not be deleted. Close the other tabs of this page and try again, or delete this site’s data in the browser’s settings.
not-deleted-unsynced = Changes that have not reached the server, or came back refused, would be lost.
not-opened-no-page = This works only in a web browser.
not-opened-newer = What is stored on this device was written by a newer version of { -brand }. Reload the page to update it.
signed-out-here = You are signed out on this device. The session on the server ends as soon as it can be reached.
