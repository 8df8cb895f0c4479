// Plans and add-ons: bought, changed, removed, and taken back from those who make no use of them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DEMO, ROLES } from "../support/browser.mjs";
import { world } from "../support/world.mjs";

const the = world();

async function licences(email, options) {
  const person = await the.browser.person(options);
  await person.signIn(email);
  await person.page.goto(`${person.address}/licences`);
  await person.page.getByRole("heading", { level: 1, name: "Licences" }).waitFor();
  return person;
}

const card = (person, name) => person.page.locator(".card", { has: person.page.locator(".meter", { hasText: name }) });

async function press(person, name, deed) {
  await card(person, name).getByRole("button", { name: deed }).click();
  const dialog = person.page.getByRole("dialog");
  await dialog.waitFor();
  return dialog;
}

test("a plan is bought, gets other seats and is removed, each with a way back", async () => {
  const owner = await licences();
  await owner.page.getByRole("button", { name: "New licence" }).click();
  const form = owner.page.getByRole("dialog");
  await form.getByLabel("Name", { exact: true }).fill("standard");
  await form.getByLabel(/^Seats/).fill("many");
  await form.getByRole("button", { name: "Save" }).click();
  await form.getByText("Enter a whole number.").waitFor();
  await form.getByLabel(/^Seats/).fill("3");
  await form.getByText("This name is taken. Choose another.").waitFor();
  await form.getByLabel("Name", { exact: true }).fill("Evening");
  await form.getByRole("button", { name: "Save" }).click();
  await form.waitFor({ state: "detached" });
  await card(owner, "Evening").getByText("3 of 3 left").waitFor();
  const edit = await press(owner, "Standard", "Name and seats");
  await edit.getByLabel(/^Seats/).fill("1");
  await edit.getByText(/seats are taken, so there can’t be fewer/).waitFor();
  await edit.getByLabel(/^Seats/).fill("40");
  await edit.getByRole("button", { name: "Save" }).click();
  await card(owner, "Standard").getByText(/ of 40 left$/).waitFor();
  await owner.saved();
  const remove = await press(owner, "Evening", "Remove");
  await remove.getByText("Nobody has it, and nobody can be given it any more.").waitFor();
  await remove.getByRole("button", { name: "Remove" }).click();
  await card(owner, "Evening").waitFor({ state: "detached" });
  await owner.page.locator(".toast", { hasText: "Evening was removed." }).getByRole("button", { name: "Undo" }).click();
  await card(owner, "Evening").waitFor();
  await owner.saved();
});

test("seats come back from people who never came in, after a question, also without a network", async () => {
  const owner = await licences();
  const standard = card(owner, "Standard");
  const before = Number(/(\d+) of/.exec(await standard.getByText(/ left$/).innerText())[1]);
  const group = standard.getByRole("listitem").filter({ hasText: /prepared, not invited yet/ });
  const many = Number(/\d+/.exec(await group.innerText())[0]);
  assert.ok(many > 0);
  await owner.offline();
  await group.getByRole("button").click();
  const dialog = owner.page.getByRole("dialog", { name: "Standard" });
  await dialog.getByText(/will give back Standard/).waitFor();
  await dialog.getByText(/This is done when you are back online/).waitFor();
  await dialog.getByRole("button", { name: /^Take from/ }).click();
  await standard.getByText(new RegExp(`^${before + many} of`)).waitFor();
  await owner.online();
  await owner.saved();
  await standard.getByText(new RegExp(`^${before + many} of`)).waitFor();
});

test("an admin sees the pools and is told who buys; whoever gives none is told so, too", async () => {
  const owner = await licences();
  const tomas = await licences(DEMO.tomas);
  const button = tomas.page.getByRole("button", { name: "New licence" });
  assert.equal(await button.getAttribute("aria-disabled"), "true");
  await tomas.sees(/You need the permission “Manage billing”/);
  assert.equal(await card(tomas, "Standard").getByRole("button", { name: "Remove" }).getAttribute("aria-disabled"), "true");
  await card(tomas, "Light").getByRole("link", { name: "Show holders" }).click();
  await tomas.page.getByRole("button", { name: "Licence: Light, remove this filter" }).waitFor();
  await tomas.page.goto(`${tomas.address}/licences`);
  const [admin, basic] = [{ role: ROLES.admin, scope: "organisation" }, { role: ROLES.basic, scope: "own" }];
  await owner.command({ replace_roles: { user: await tomas.me(), take: [admin], give: [basic] } }, DEMO.organisation);
  await tomas.sees("You can’t open this page");
});
