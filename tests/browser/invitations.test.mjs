// Those who have not come in yet: found by how their invitation stands, invited, invited again, and withdrawn.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DEMO, ROLES, number, until } from "../support/browser.mjs";
import { world } from "../support/world.mjs";

const the = world();

async function invitations(email, options) {
  const person = await the.browser.person(options);
  await person.signIn(email);
  await person.page.goto(`${person.address}/invitations`);
  await person.page.getByRole("heading", { level: 1, name: "Invitations" }).waitFor();
  await person.page.locator("#grid .slot").first().waitFor();
  return person;
}

const chip = (person, name) => person.page.getByRole("button", { name: new RegExp(`^${name} `) }).first();
const count = async (person, name) => number(await chip(person, name).innerText());
const countsTo = (person, name, wanted) =>
  until(async () => (await count(person, name)) === wanted, async () => `${wanted} ${name}; it is ${await count(person, name)}`);
const search = (person, words) => person.page.getByLabel(/^Search name/).fill(words);

async function dialogOf(person, deed) {
  await person.page.getByRole("toolbar", { name: "Invitations" }).getByRole("button", { name: deed }).click();
  const dialog = person.page.getByRole("dialog");
  await dialog.waitFor();
  return dialog;
}

test("all that wait are invited together, those who were before again", async () => {
  const owner = await invitations();
  const [prepared, invited, expired] = [await count(owner, "Prepared"), await count(owner, "Invited"), await count(owner, "Expired")];
  assert.equal(await count(owner, "All"), prepared + invited + expired);
  await chip(owner, "Expired").click();
  await owner.page.getByLabel("Select all").check();
  const dialog = await dialogOf(owner, "Send");
  await dialog.getByText("Codes and links that were mailed before stop working.").waitFor();
  await dialog.getByRole("button", { name: /^Send \d+ invitation/ }).click();
  await countsTo(owner, "Expired", 0);
  await countsTo(owner, "Invited", invited + expired);
  await owner.saved();
});

test("an invitation is sent from the menu, read in the panel, and withdrawn after a question", async () => {
  const owner = await invitations();
  await owner.page.goto(`${owner.address}/users`);
  await owner.make("nora.late@demo.example", { prepare: true, name: "Nora Late", licence: "Light" });
  await owner.saved();
  await owner.page.goto(`${owner.address}/invitations`);
  await search(owner, "nora late");
  await owner.row("Nora Late").getByText("Prepared").waitFor();
  await owner.row("Nora Late").getByRole("button", { name: /^Actions for/ }).click();
  await owner.page.getByRole("menuitem", { name: "Send invitation" }).click();
  await owner.row("Nora Late").getByText("Invited").waitFor();
  await owner.saved();
  await owner.row("Nora Late").click();
  const panel = owner.page.getByRole("complementary", { name: "Invitation" });
  await panel.getByText(/^Sent just now$/).waitFor();
  await panel.getByText("Ann Okonkwo-Reyes").waitFor();
  await panel.getByRole("button", { name: "Withdraw invitation" }).click();
  const dialog = owner.page.getByRole("dialog", { name: "Withdraw the invitation of Nora Late?" });
  await dialog.getByText(/The code and the link in the mail stop working/).waitFor();
  await dialog.getByRole("button", { name: "Withdraw invitation" }).click();
  await owner.row("Nora Late").getByText("Prepared").waitFor();
  await owner.saved();
  await panel.getByRole("link", { name: "Show in Users" }).click();
  await owner.page.getByRole("complementary", { name: "User details" }).getByRole("heading", { name: "Nora Late" }).waitFor();
});

test("without a network an invitation waits; whoever invites nobody sees none", async () => {
  const owner = await invitations();
  const tomas = await invitations(DEMO.tomas);
  await owner.offline();
  await search(owner, "nora late");
  await owner.row("Nora Late").getByRole("button", { name: /^Actions for/ }).click();
  await owner.page.getByRole("menuitem", { name: "Send invitation" }).click();
  await owner.sees("The invitation to Nora Late will be sent when you are back online.");
  await owner.row("Nora Late").getByText("Pending").waitFor();
  await owner.online();
  await owner.saved();
  await owner.row("Nora Late").getByText("Invited").waitFor();
  const [admin, basic] = [{ role: ROLES.admin, scope: "organisation" }, { role: ROLES.basic, scope: "own" }];
  await owner.command({ replace_roles: { user: await tomas.me(), take: [admin], give: [basic] } }, DEMO.organisation);
  await tomas.sees("You can’t open this page");
});

test("an invitation goes out at a moment: asked for with the new user, moved, called off, sent now", async () => {
  const owner = await invitations();
  await owner.page.goto(`${owner.address}/users`);
  const form = await owner.fillNew("pia.planned@demo.example", { name: "Pia Planned", licence: "Light" });
  await form.getByText("Invite at a time").click();
  await form.getByLabel("Invitation sent on").fill("2020-01-01T08:00");
  await form.getByRole("button", { name: "Plan the invitation" }).click();
  await form.getByText("This moment is over. Choose a later one.").waitFor();
  await form.getByLabel("Invitation sent on").fill("2031-05-17T08:30");
  await form.getByText(/^By the clock in /).waitFor();
  await form.getByRole("button", { name: "Plan the invitation" }).click();
  await form.waitFor({ state: "detached" });
  await owner.sees("pia.planned@demo.example is prepared and is invited at that moment.");
  await owner.saved();
  await owner.page.goto(`${owner.address}/invitations`);
  await countsTo(owner, "Planned", 1);
  await chip(owner, "Planned").click();
  await owner.row("Pia Planned").getByText("Planned", { exact: true }).waitFor();
  await owner.row("Pia Planned").getByText(/^Goes out on /).waitFor();
  await owner.row("Pia Planned").click();
  const panel = owner.page.getByRole("complementary", { name: "Invitation" });
  await panel.getByText(/17 May.*, planned by Ann Okonkwo-Reyes|May 17.*, planned by Ann Okonkwo-Reyes/).waitFor();
  await panel.getByRole("button", { name: "Change the time…" }).click();
  const dialog = owner.page.getByRole("dialog", { name: "Invitation of Pia Planned" });
  assert.equal(await dialog.getByLabel("Invitation sent on").inputValue(), "2031-05-17T08:30");
  await dialog.getByLabel("Invitation sent on").fill("2031-05-18T09:15");
  await dialog.getByRole("button", { name: "Save" }).click();
  await dialog.waitFor({ state: "detached" });
  await panel.getByText(/18 May.*, planned by|May 18.*, planned by/).waitFor();
  await owner.saved();
  await panel.getByRole("button", { name: "Call off" }).click();
  await owner.sees("The invitation of Pia Planned is not sent by itself any more.");
  await panel.getByRole("button", { name: "Send at a time…" }).waitFor();
  await owner.saved();
  await countsTo(owner, "Planned", 0);
});

test("without a network a planned invitation waits, and is sent now when that is wanted", async () => {
  const owner = await invitations();
  await owner.page.goto(`${owner.address}/users`);
  await owner.make("otto.offline@demo.example", { prepare: true, name: "Otto Offline", licence: "Light" });
  await owner.saved();
  await owner.page.goto(`${owner.address}/invitations`);
  await search(owner, "otto offline");
  await owner.row("Otto Offline").getByText("Prepared").waitFor();
  await owner.offline();
  await owner.pill(/^Offline/);
  await owner.row("Otto Offline").getByRole("button", { name: /^Actions for/ }).click();
  await owner.page.getByRole("menuitem", { name: "Send at a time…" }).click();
  const dialog = owner.page.getByRole("dialog", { name: "Invitation of Otto Offline" });
  await dialog.getByLabel("Invitation sent on").fill("2031-05-17T08:30");
  await dialog.getByRole("button", { name: "Save" }).click();
  await dialog.waitFor({ state: "detached" });
  await owner.row("Otto Offline").getByText("Pending").waitFor();
  await owner.online();
  await owner.saved();
  await owner.row("Otto Offline").getByText("Planned", { exact: true }).waitFor();
  await owner.row("Otto Offline").getByRole("button", { name: /^Actions for/ }).click();
  await owner.page.getByRole("menuitem", { name: "Send now" }).click();
  await owner.row("Otto Offline").getByText("Invited").waitFor();
  await owner.saved();
});
