// The numbers of the organisation: added, given, linked, routed, taken back, removed; with and without a network.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DEMO, ROLES, until } from "../support/browser.mjs";
import { world } from "../support/world.mjs";

const the = world();

async function numbers(email, options) {
  const person = await the.browser.person(options);
  await person.signIn(email);
  await person.page.goto(`${person.address}/numbers`);
  await person.page.getByRole("heading", { level: 1, name: "Numbers" }).waitFor();
  return person;
}

const shown = (person) => person.page.locator("#grid .slot:not([hidden]) .name").allInnerTexts();
const shows = (person, wanted) =>
  until(async () => (await shown(person)).join() === wanted.join(), async () => `${wanted}; it is ${await shown(person)}`);
const search = (person, words) => person.page.getByLabel("Search numbers").fill(words);

/** Opens the form that adds numbers. */
async function adding(person, way = "One") {
  await person.page.getByRole("button", { name: "Add numbers" }).first().click();
  const form = person.page.getByRole("dialog");
  await form.getByText(way, { exact: true }).click();
  return form;
}

async function add(person, from, to) {
  const form = await adding(person, "A range");
  await form.getByLabel("First number").fill(from);
  await form.getByLabel("Last number").fill(to);
  await form.getByRole("button", { name: "Add numbers" }).click();
  await form.waitFor({ state: "detached" });
  await person.saved();
}

/** Takes back what a message says was done. */
const undo = (person, said) =>
  person.page.locator(".toast", { hasText: said }).getByRole("button", { name: "Undo" }).click();

/** What the menu of a row offers. */
async function menu(person, number) {
  await person.row(number).getByRole("button", { name: `Actions for ${number}` }).click();
  return person.page.getByRole("menu");
}

async function act(person, number, deed) {
  await (await menu(person, number)).getByRole("menuitem", { name: deed }).click();
  const dialog = person.page.getByRole("dialog");
  await dialog.waitFor();
  return dialog;
}

async function assign(person, number, name) {
  const dialog = await act(person, number, "Assign");
  await dialog.getByLabel("To whom").pressSequentially(name);
  await dialog.getByRole("option").first().waitFor();
  await person.page.keyboard.press("Enter");
  await dialog.getByRole("button", { name: "Assign" }).click();
  await dialog.waitFor({ state: "detached" });
}

test("numbers are added one by one, as a range, and from a list that says what is wrong with it", async () => {
  const owner = await numbers();
  await owner.sees("No numbers yet");
  const form = await adding(owner);
  await form.getByLabel("Number", { exact: true }).fill("020 7946 0000");
  await form.getByText("1 number will be added.").waitFor();
  await owner.choose(form.getByLabel("Kind"), "Work number");
  await form.getByRole("button", { name: "Add numbers" }).click();
  await owner.sees("1 number added.");
  await shows(owner, ["+442079460000"]);
  await add(owner, "+442079460001", "+442079460003");
  await shows(owner, ["+442079460000", "+442079460001", "+442079460002", "+442079460003"]);
  const list = await adding(owner, "A list");
  await list.getByLabel(/^Numbers, one/).fill("+44 20 7946 0003\nno number\n+44 20 7946 0004; 020 7946 0005");
  await list.getByText("2 numbers will be added.").waitFor();
  await list.getByRole("heading", { name: "Left out: 2" }).waitFor();
  await list.getByText("This number is in the list already.").waitFor();
  await list.getByRole("button", { name: "Add numbers" }).click();
  await undo(owner, "2 numbers added.");
  await shows(owner, ["+442079460000", "+442079460001", "+442079460002", "+442079460003"]);
  await owner.page.getByRole("button", { name: "Filters", exact: true }).click();
  const filters = owner.page.getByRole("dialog", { name: "Filters" });
  await owner.choose(filters.getByLabel("Kind"), "Work number \\(1\\)");
  await shows(owner, ["+442079460000"]);
  await filters.getByRole("button", { name: "Clear" }).click();
  await filters.getByRole("button", { name: "Done" }).click();
  await search(owner, "0002");
  await shows(owner, ["+442079460002"]);
  await search(owner, "zzz");
  await owner.sees("Nothing found");
});

test("one is given to somebody, linked to a mobile, switched off, and taken back with a warning and a way back", async () => {
  const owner = await numbers();
  await add(owner, "+442079461001", "+442079461002");
  await search(owner, "9461");
  const number = "+442079461001";
  await assign(owner, number, "lind");
  await owner.sees(/is assigned to .*Lindqvist/);
  await owner.saved();
  const link = await act(owner, number, "Link a mobile");
  await link.getByLabel(/^Mobile number/).fill("123");
  await link.getByRole("button", { name: "Save" }).click();
  await link.getByText(/^Enter a phone number/).waitFor();
  await link.getByLabel(/^Mobile number/).fill("07400 123456");
  await link.getByRole("button", { name: "Save" }).click();
  await link.waitFor({ state: "detached" });
  await owner.row(number).getByText("+447400123456").waitFor();
  await (await menu(owner, number)).getByRole("menuitem", { name: "Switch the link off" }).click();
  await owner.row(number).getByText("+447400123456, switched off").waitFor();
  const take = await act(owner, number, "Take back");
  await take.getByText(/Lindqvist is no longer called at/).waitFor();
  await take.getByText("Only its last holder can have it again within 30 days.").waitFor();
  await take.getByText("A link to a mobile ends.").waitFor();
  await take.getByRole("button", { name: "Take back" }).click();
  await owner.row(number).getByText("In quarantine").waitFor();
  await owner.saved();
  await undo(owner, "was taken back");
  await owner.row(number).getByText("+447400123456, switched off").waitFor();
  await owner.saved();
});

test("calls go to a team, which keeps the number from being given away, and a removed one is gone", async () => {
  const owner = await numbers();
  await add(owner, "+442079462001", "+442079462003");
  await search(owner, "9462");
  const number = "+442079462001";
  const route = await act(owner, number, "Send its calls to");
  await route.getByLabel(/^Target/).fill("sal");
  await route.getByRole("option", { name: /^Sales/ }).click();
  await route.getByRole("button", { name: "Save" }).click();
  await route.waitFor({ state: "detached" });
  await owner.row(number).getByText("Routed").waitFor();
  assert.equal(await (await menu(owner, number)).getByRole("menuitem", { name: "Assign" }).count(), 0);
  await owner.page.keyboard.press("Escape");
  await owner.page.getByRole("button", { name: /^Free/ }).click();
  await shows(owner, ["+442079462002", "+442079462003"]);
  await owner.page.getByLabel("Select all").check();
  await owner.page.getByRole("toolbar", { name: "Numbers" }).getByRole("button", { name: "Remove" }).click();
  const dialog = owner.page.getByRole("dialog", { name: "Remove 2 numbers?" });
  await dialog.getByRole("button", { name: "Remove" }).click();
  await owner.sees("2 numbers were removed.");
  await owner.sees("Nothing found");
  await undo(owner, "2 numbers were removed.");
  await shows(owner, ["+442079462002", "+442079462003"]);
});

test("without a network work waits, and is done when it is back", async () => {
  const owner = await numbers();
  await add(owner, "+442079463001", "+442079463001");
  await owner.offline();
  await search(owner, "9463");
  await assign(owner, "+442079463001", "lind");
  await owner.row("+442079463001").getByText("Pending").waitFor();
  await owner.online();
  await owner.saved();
  await owner.row("+442079463001").getByText("Assigned").waitFor();
  await until(async () => (await owner.row("+442079463001").getByText("Pending").count()) === 0, "the server's word");
});

test("a manager may give a number, not add one, and whoever may neither is told so", async () => {
  const owner = await numbers();
  await add(owner, "+442079464001", "+442079464001");
  const mia = await numbers(DEMO.mia);
  await search(mia, "9464");
  await shows(mia, ["+442079464001"]);
  const add_ = mia.page.getByRole("button", { name: "Add numbers" });
  assert.equal(await add_.getAttribute("aria-disabled"), "true");
  await mia.sees(/You need the permission “Assign numbers”/);
  await assign(mia, "+442079464001", "Mia");
  await mia.saved();
  await mia.row("+442079464001").getByText("Assigned").waitFor();
  const tomas = await numbers(DEMO.tomas);
  const [admin, basic] = [{ role: ROLES.admin, scope: "organisation" }, { role: ROLES.basic, scope: "own" }];
  await owner.command({ replace_roles: { user: await tomas.me(), take: [admin], give: [basic] } }, DEMO.organisation);
  await tomas.sees("You can’t open this page");
  assert.equal(await tomas.page.getByRole("link", { name: "Numbers" }).count(), 0);
});
