// One's own account: address, password, sessions, security log; and the organisation's log for its owners.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { clean } from "../support/axe.mjs";
import { DEMO, until } from "../support/browser.mjs";
import { world } from "../support/world.mjs";

const the = world();
const SECRET = "eleven copper kettles";

async function signedIn(email, password) {
  const person = await the.browser.person();
  await person.signIn(email, password);
  return person;
}

test("the password is changed with the old one, and ends the other sessions", async () => {
  const other = await signedIn(DEMO.mia);
  const mia = await signedIn(DEMO.mia);
  await mia.openAccount();
  await mia.press("Change password…");
  const dialog = mia.page.getByRole("dialog");
  const change = dialog.getByRole("button", { name: "Change password" });
  await change.click();
  await dialog.getByText("Enter your password.").waitFor();
  await dialog.getByLabel("Current password", { exact: true }).fill("not the password");
  await dialog.getByLabel("New password", { exact: true }).fill(SECRET);
  await change.click();
  await dialog.locator("#old-password-note .error").waitFor();
  assert.equal(await dialog.locator("#new-password-note .error").count(), 0, "the new one is not blamed");
  await dialog.getByLabel("Current password", { exact: true }).fill(DEMO.password);
  await dialog.getByLabel("New password", { exact: true }).fill("password123");
  await change.click();
  await dialog.locator("#new-password-note .error").getByText(/easy to guess/).waitFor();
  await dialog.getByLabel("New password", { exact: true }).fill(SECRET);
  await change.click();
  await mia.sees("Your password is changed.");
  await dialog.waitFor({ state: "detached" });
  await mia.sees("You changed your password");
  await until(async () => (await mia.page.getByText("This one").count()) === 1, "the session that goes on");
  assert.equal(await mia.page.getByRole("button", { name: "End…" }).count(), 0, "no other session is left");
  await other.page.reload();
  await other.page.getByText(/Your session has ended/).or(other.page.getByLabel("Password", { exact: true })).first().waitFor();
});

test("one sets one's own voicemail PIN with one's password", async () => {
  const mia = await signedIn(DEMO.mia, SECRET);
  await mia.openAccount();
  await mia.press("Set PIN…");
  const dialog = mia.page.getByRole("dialog");
  const set = dialog.getByRole("button", { name: "Set PIN", exact: true });
  await set.click();
  await dialog.locator("#own-pin-note .error").waitFor();
  await dialog.getByLabel("New PIN", { exact: true }).fill("1234");
  await dialog.locator("#own-pin-note").getByText(/easy to guess/).waitFor();
  await dialog.getByLabel("New PIN", { exact: true }).fill("4711");
  await dialog.getByLabel("Your password", { exact: true }).fill("not the password");
  await set.click();
  await dialog.locator("#pin-password-note .error").waitFor();
  assert.equal(await dialog.getByLabel("New PIN", { exact: true }).inputValue(), "4711", "what was typed stays");
  await clean(mia, "the dialog");
  await dialog.getByLabel("Your password", { exact: true }).fill(SECRET);
  await set.click();
  await mia.sees("Your voicemail PIN is set.");
  await dialog.waitFor({ state: "detached" });
  await mia.sees("You set your voicemail PIN");
  await mia.offline();
  await mia.press("Set PIN…");
  await dialog.getByLabel("New PIN", { exact: true }).fill("4712");
  await dialog.getByLabel("Your password", { exact: true }).fill(SECRET);
  await set.click();
  await dialog.getByText(/can’t be reached|offline|network/i).first().waitFor();
  await mia.online();
  await set.click();
  await dialog.waitFor({ state: "detached" });
});

test("sessions are listed and ended", async () => {
  const first = await signedIn(DEMO.tomas);
  const tomas = await signedIn(DEMO.tomas);
  await tomas.openAccount();
  const sessions = tomas.page.getByRole("region", { name: "Where you are signed in" });
  await sessions.getByText("This one").waitFor();
  await sessions.getByText(/Chrom\w+ on Linux/).first().waitFor();
  await sessions.getByRole("button", { name: "End…" }).click();
  const dialog = tomas.page.getByRole("dialog");
  await dialog.getByText("Whoever uses it has to sign in again.").waitFor();
  await dialog.getByRole("button", { name: "End", exact: true }).click();
  await until(async () => (await sessions.getByRole("listitem").count()) === 1, "one session");
  await first.page.reload();
  await first.page.getByText(/Your session has ended/).or(first.page.getByLabel("Password", { exact: true })).first().waitFor();
});

test("another sign-in address holds once its own mailbox confirmed it, and the old one can take it back", async () => {
  const owner = await signedIn(DEMO.ann);
  const [before, after] = [DEMO.tomas, "tomas.new@demo.example"];
  const tomas = await signedIn(before);
  await tomas.openAccount();
  await tomas.press("Change address…");
  const dialog = tomas.page.getByRole("dialog");
  await dialog.getByLabel("New address").fill(after);
  await dialog.getByLabel("Your password", { exact: true }).fill("not the password");
  await dialog.getByRole("button", { name: "Send the link" }).click();
  await dialog.locator("#address-password-note .error").waitFor();
  await dialog.getByLabel("Your password", { exact: true }).fill(DEMO.password);
  await dialog.getByRole("button", { name: "Send the link" }).click();
  await tomas.sees(`A link to confirm the address is on its way to ${after}.`);
  const confirm = await owner.mailTo(after);
  const stop = await owner.mailTo(before, "about to change");

  const opened = await the.browser.person();
  await opened.page.goto(confirm.link);
  await opened.page.getByRole("heading", { name: "Confirm your new address" }).waitFor();
  await opened.sees(after);
  await signedIn(before);
  await opened.press("Confirm the new address");
  await opened.sees("Your address has changed");
  await signedIn(after);

  const late = await the.browser.person();
  await late.page.goto(stop.link);
  await late.press("Keep the old address");
  await late.sees("Your address stays");
  // Whoever asked knew the password: it opens nothing any more.
  const thief = await the.browser.person();
  await thief.go("/");
  await thief.fillSignIn(before, DEMO.password);
  await thief.sees(/wrong|not right|does not match|don.t match/i);
  await late.page.goto(stop.link);
  await late.sees("This link is no longer valid");
});

test("owners read the security log, others are not offered it", async () => {
  const failing = await the.browser.person();
  await failing.go("/");
  await failing.fillSignIn(DEMO.ann, "not the password");
  await failing.sees(/wrong|not right|does not match|don.t match/i);
  const owner = await signedIn(DEMO.ann);
  await owner.open("Security");
  await owner.sees(/Signed in · Chrom\w+ on Linux/);
  await owner.sees(/Sign-in failed/);
  const manager = await signedIn(DEMO.mia, SECRET); // the password that she changed to above
  assert.equal(await manager.page.getByRole("link", { name: "Security" }).count(), 0);
  await manager.go("/security");
  await manager.page.getByRole("alert").first().waitFor();
});

test("with no network the account says so, and comes back by itself", async () => {
  const owner = await signedIn(DEMO.ann);
  await owner.offline();
  await owner.openAccount();
  await owner.sees("This needs the server, which can’t be reached at the moment.");
  await owner.online();
  await owner.sees(DEMO.ann);
  await owner.page.getByRole("region", { name: "Where you are signed in" }).getByText("This one").waitFor();
});

test("everybody downloads all that there is about itself, and who may erase somebody what there is about that one", async () => {
  const mia = await signedIn(DEMO.mia, SECRET);
  await mia.openAccount();
  const file = async (person, name) => {
    const [download] = await Promise.all([person.page.waitForEvent("download"), person.press(name)]);
    assert.equal(download.suggestedFilename(), "rollcall-data.json");
    return JSON.parse(await readFile(await download.path(), "utf8"));
  };
  const own = await file(mia, "Download my data");
  assert.ok(JSON.stringify(own).includes(DEMO.mia), "it is about the person");
  await mia.open("Users");
  await mia.beside(DEMO.ann);
  await mia.page.locator(".detail h2").waitFor();
  assert.equal(await mia.page.getByRole("button", { name: /^Download/ }).count(), 0, "a manager may not have it");

  const owner = await signedIn(DEMO.ann);
  await owner.beside(DEMO.mia);
  const hers = await file(owner, "Download data");
  assert.equal(hers.user, own.user);
  await owner.offline();
  await owner.press("Download data");
  await owner.page.locator(".toast.bad").waitFor();
});
