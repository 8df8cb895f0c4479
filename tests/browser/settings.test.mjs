// The settings of the organisation: each part saved by itself, with what it would mean beforehand and a way back, also offline.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DEMO, ROLES, until } from "../support/browser.mjs";
import { world } from "../support/world.mjs";

const the = world();

async function settings(email) {
  const person = await the.browser.person();
  await person.signIn(email);
  await person.go("/settings");
  await person.page.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
  await person.page.getByLabel("Hours an invitation holds").waitFor();
  return person;
}

const part = (person, name) => person.page.getByRole("region", { name, exact: true });
const save = (person, name) => part(person, name).getByRole("button", { name: "Save" }).click();

test("the organisation is renamed without a network, which is sent later, and undone", async () => {
  const ann = await settings();
  await ann.offline();
  const house = part(ann, "Organisation");
  await house.getByLabel("Name").fill("");
  await house.getByLabel("Country").fill("Nowhere");
  await save(ann, "Organisation");
  await until(async () => (await house.locator("[aria-invalid=true]").count()) === 2, "both are wrong");
  await house.getByRole("button", { name: "Discard" }).click();
  await house.getByLabel("Name").fill("Juniper & Vale Traders");
  await save(ann, "Organisation");
  await ann.sees("Settings saved.");
  await ann.online();
  await ann.saved();
  await ann.page.locator(".toast").getByRole("button", { name: "Undo" }).click();
  await until(async () => (await house.getByLabel("Name").inputValue()) === DEMO.organisation, "the name is back");
  await ann.saved();
});

test("what a change would mean is said before it is saved; what cannot be is refused", async () => {
  const ann = await settings();
  const signIn = part(ann, "Signing in");
  await signIn.getByText("E-mail", { exact: true }).click();
  await signIn.getByText(/active people could not sign in any more/).waitFor();
  await save(ann, "Signing in");
  await signIn.getByText(/owner/).waitFor();
  await signIn.getByRole("button", { name: "Discard" }).click();
  await signIn.getByLabel(/^Domains of addresses/).fill("no domain");
  await save(ann, "Signing in");
  await signIn.locator("[aria-invalid=true]").waitFor();
  await signIn.getByLabel(/^Domains of addresses/).fill("elsewhere.example");
  await signIn.getByText(/users have an address of another domain, and keep it/).waitFor();
  await signIn.getByRole("button", { name: "Discard" }).click();
  const lines = part(ann, "Extensions and numbers");
  await lines.getByLabel(/^First extension/).fill("1000");
  await save(ann, "Extensions and numbers");
  await lines.getByText("Enter both ends of the range, or neither.").waitFor();
  await lines.getByLabel(/^Last extension/).fill("1010");
  await lines.getByText(/users have an extension outside of the range/).waitFor();
  await save(ann, "Extensions and numbers");
  await ann.sees("Settings saved.");
  const keeping = part(ann, "Logs and devices");
  await keeping.getByLabel("Days the audit log is kept").fill("20");
  await keeping.getByText(/older than 20 days are deleted for good/).waitFor();
  await save(ann, "Logs and devices");
  await until(async () => (await keeping.locator("[aria-invalid=true]").count()) === 1, "a month at least");
  await keeping.getByLabel("Days the audit log is kept").fill("4000");
  await save(ann, "Logs and devices");
  await part(ann, "Calls").getByLabel("Seconds to answer in time").fill("30");
  await save(ann, "Calls");
  await ann.saved();
  await ann.page.reload();
  await until(async () => (await part(ann, "Calls").getByLabel("Seconds to answer in time").inputValue()) === "30", "it is kept");
  assert.equal(await keeping.getByLabel("Days the audit log is kept").inputValue(), "4000");
});

test("what is typed in one part stays while another person changes another field of the same policy", async () => {
  const ann = await settings();
  const invitations = part(ann, "Invitations");
  await invitations.getByLabel("Hours an invitation holds").fill("48");
  const tomas = await settings(DEMO.tomas);
  await part(tomas, "Deleted users").getByLabel("Days in the recycle bin").fill("7");
  await save(tomas, "Deleted users");
  await tomas.saved();
  await part(tomas, "Invitations").getByText("Invite people without a plan").click();
  await save(tomas, "Invitations");
  await tomas.sees("Settings saved.");
  await tomas.saved();
  // A part is drawn again once the focus is elsewhere.
  await part(tomas, "Calls").getByLabel("Seconds to answer in time").focus();
  await until(async () => (await part(ann, "Deleted users").getByLabel("Days in the recycle bin").inputValue()) === "7", "the other change is here");
  assert.equal(await invitations.getByLabel("Hours an invitation holds").inputValue(), "48");
  await save(ann, "Invitations");
  await ann.sees("Settings saved.");
  await ann.saved();
  await until(async () => (await part(tomas, "Invitations").getByLabel("Hours an invitation holds").inputValue()) === "48", "both are done");
  assert.ok(await part(ann, "Invitations").getByRole("checkbox", { name: /^Invite people without a plan/ }).isChecked());
});

test("holidays are added and removed, also offline, each with a way back", async () => {
  const ann = await settings();
  const days = part(ann, "Holidays");
  await days.getByText("No holidays yet.").waitFor();
  await ann.offline();
  await days.getByLabel("Day", { exact: true }).fill("2099-12-25");
  await days.getByLabel(/^What it is called/).fill("Christmas Day");
  await days.getByRole("button", { name: "Add holiday" }).click();
  const christmas = days.getByRole("listitem").filter({ hasText: "Christmas Day" });
  await christmas.getByText("Friday, December 25, 2099").waitFor();
  await until(async () => (await days.getByLabel("Day", { exact: true }).inputValue()) === "", "the form is empty again");
  await days.getByLabel("Day", { exact: true }).fill("2001-05-01");
  await days.getByRole("button", { name: "Add holiday" }).click();
  await until(async () => (await days.getByRole("listitem").count()) === 2, "two days");
  await ann.online();
  await ann.saved();
  await christmas.getByRole("button", { name: "Remove Christmas Day" }).click();
  await christmas.waitFor({ state: "detached" });
  await ann.page.locator(".toast", { hasText: "Christmas Day is no holiday any more." }).getByRole("button", { name: "Undo" }).click();
  await christmas.waitFor();
  await ann.saved();
});

test("who administers and may not change settings reads them and is told why; others have no way there", async () => {
  const ann = await settings();
  const tomas = await settings(DEMO.tomas);
  const me = await tomas.me();
  await ann.command({ replace_roles: { user: me, take: [{ role: ROLES.admin, scope: "organisation" }], give: [{ role: ROLES.basic, scope: "own" }] } }, DEMO.organisation);
  const audit = { user: me, what: { permission: "audit.read" }, scope: "organisation" };
  await ann.command({ give_grant: { grant: audit, until: null } }, DEMO.organisation);
  await tomas.sees(/You need the permission/);
  assert.ok(await part(tomas, "Invitations").getByLabel("Hours an invitation holds").isDisabled());
  const mia = await the.browser.person();
  await mia.signIn(DEMO.mia);
  await mia.go("/settings");
  await mia.sees("You can’t open this page");
});
