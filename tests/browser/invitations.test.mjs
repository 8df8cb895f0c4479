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
