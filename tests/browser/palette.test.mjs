// The command palette: screens, people, teams and actions by their names, with the keyboard alone.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { test } from "node:test";
import { DEMO, until } from "../support/browser.mjs";
import { world } from "../support/world.mjs";

const the = world({ users: 60 });
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

async function person(email, options) {
  const person = await the.browser.person(options);
  await person.signIn(email);
  return person;
}

const palette = (person) => person.page.getByRole("dialog", { name: "Search or go to…" });
const field = (person) => palette(person).getByRole("combobox");
const options = (person) => palette(person).getByRole("option");
const active = (person) =>
  field(person).evaluate((field) => document.getElementById(field.getAttribute("aria-activedescendant"))?.innerText);

async function open(person) {
  await person.page.keyboard.press("Control+k");
  await field(person).waitFor();
  await until(() => field(person).evaluate((field) => field === document.activeElement), "the focus in the field");
}

test("a screen by its name, wherever one is, even while typing", async () => {
  const owner = await person();
  await owner.page.getByLabel("Search users").focus();
  await open(owner);
  await owner.page.keyboard.type("inb");
  await until(async () => (await active(owner)) === "Inbox", "the inbox first");
  await owner.page.keyboard.press("Enter");
  await palette(owner).waitFor({ state: "detached" });
  await owner.page.getByRole("heading", { level: 1, name: "Inbox" }).waitFor();
});

test("people and teams by the words of their search", async () => {
  const owner = await person();
  await open(owner);
  await owner.page.keyboard.type("care");
  const care = options(owner).filter({ hasText: "Customer Care" });
  await care.waitFor();
  await care.click();
  await owner.page.getByRole("complementary", { name: "Team details" }).getByRole("heading", { name: "Customer Care" }).waitFor();
  await open(owner);
  await owner.page.keyboard.type(DEMO.tomas);
  await until(async () => ((await active(owner)) ?? "").includes(DEMO.tomas), "tomas first");
  await owner.page.keyboard.press("Enter");
  await owner.page.waitForURL(/\/users\/[0-9a-f-]{36}$/);
});

test("arrows go round among the entries, and Escape gives the focus back", async () => {
  const owner = await person();
  const search = owner.page.getByLabel("Search users");
  await search.focus();
  await open(owner);
  const all = await options(owner).allInnerTexts();
  assert.ok(all.length > 8, `${all}`);
  assert.equal(await active(owner), all[0]);
  await owner.page.keyboard.press("ArrowUp");
  assert.equal(await active(owner), all.at(-1));
  await owner.page.keyboard.press("ArrowDown");
  await owner.page.keyboard.press("ArrowDown");
  assert.equal(await active(owner), all[1]);
  await owner.page.keyboard.type("nothing is called so");
  await owner.sees("Nothing is called so.");
  await owner.page.keyboard.press("Escape");
  await palette(owner).waitFor({ state: "detached" });
  assert.ok(await search.evaluate((search) => search === document.activeElement), "the focus is back");
});

test("actions: somebody is invited from any screen, and who may not is not offered it", async () => {
  const owner = await person();
  await owner.open("About");
  await open(owner);
  await owner.page.keyboard.type("invite");
  await owner.page.keyboard.press("Enter");
  const form = owner.page.getByRole("dialog", { name: "Invite user" });
  await form.getByLabel("E-mail", { exact: true }).fill("by.palette@demo.example");
  await form.getByRole("button", { name: "Send invitation" }).click();
  await owner.sees("Invitation sent to by.palette@demo.example.");
  await open(owner);
  await owner.page.keyboard.type("queue");
  await owner.page.keyboard.press("Enter");
  const queue = owner.page.getByRole("dialog", { name: "New bridge, attendant or queue" });
  await queue.getByRole("button", { name: "Cancel" }).click();
  await queue.waitFor({ state: "detached" });
  await open(owner);
  await owner.page.keyboard.type("theme dark");
  await owner.page.keyboard.press("Enter");
  await until(() => owner.page.evaluate(() => document.documentElement.dataset.theme === "dark"), "dark");
  assert.ok(await owner.page.getByRole("heading", { level: 1, name: /About/ }).isVisible(), "on the same screen");
});

test("what can be done to whom was found: to the closest one, or named before it, and begun at its place", async () => {
  const owner = await person();
  await open(owner);
  await owner.page.keyboard.type("mia lindqvist");
  const deeds = palette(owner).getByRole("group", { name: "What can be done" });
  await deeds.getByRole("option", { name: /^Suspend/ }).waitFor();
  await owner.page.keyboard.press("Control+a");
  await owner.page.keyboard.type("suspend mia");
  await until(async () => ((await active(owner)) ?? "").startsWith("Suspend"), "suspending first");
  await owner.page.keyboard.press("Enter");
  await owner.page.waitForURL(/\/users\/[0-9a-f-]{36}$/);
  await owner.page.getByRole("dialog", { name: "Suspend Mia Lindqvist?" }).getByRole("button", { name: "Cancel" }).click();
  await owner.open("About");
  await open(owner);
  await owner.page.keyboard.type("disable finance");
  await until(async () => ((await active(owner)) ?? "").startsWith("Disable team"), "disabling first");
  await owner.page.keyboard.press("Enter");
  await owner.page.getByRole("dialog", { name: "Disable Finance?" }).getByRole("button", { name: "Cancel" }).click();
  await owner.page.getByRole("heading", { level: 1, name: "Teams" }).waitFor();
});

test("something new is made from any screen, also without a network; who may not make it is not offered it", async () => {
  const owner = await person();
  await owner.open("About");
  await owner.page.getByRole("heading", { level: 1, name: /About/ }).waitFor();
  await owner.serviceWorker();
  for (const [words, form] of [["new team", "New team"], ["new role", "New role"], ["add numbers", "Add numbers"], ["add contact", "Add contact"]]) {
    await open(owner);
    await owner.page.keyboard.type(words);
    await until(async () => ((await active(owner)) ?? "").toLowerCase().startsWith(words), words);
    await owner.page.keyboard.press("Enter");
    const dialog = owner.page.getByRole("dialog", { name: form });
    await dialog.waitFor();
    await owner.page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    if (words === "new role") await owner.offline();
  }
  await owner.online();
  const mia = await person(DEMO.mia);
  await open(mia);
  await mia.page.keyboard.type("new");
  await until(async () => (await field(mia).inputValue()) === "new", "the words");
  assert.equal(await options(mia).filter({ hasText: "New team" }).count(), 0);
});

test("the sheet of shortcuts opens by its key and from the palette, and not while one types", async () => {
  const owner = await person();
  const sheet = owner.page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await owner.page.locator("#grid").focus();
  await owner.page.keyboard.press("?");
  await sheet.getByText("Select everything that matches").waitFor();
  for (const place of ["Everywhere", "In lists", "In forms", "In the matrix of roles"]) {
    await sheet.getByRole("heading", { name: place }).waitFor();
  }
  await owner.page.keyboard.press("Escape");
  await sheet.waitFor({ state: "detached" });
  await owner.page.getByLabel("Search users").focus();
  await owner.page.keyboard.type("?");
  await until(async () => (await owner.page.getByLabel("Search users").inputValue()) === "?", "the sign in the field");
  assert.equal(await sheet.count(), 0);
  await open(owner);
  await owner.page.keyboard.type("shortcuts");
  await owner.page.keyboard.press("Enter");
  await sheet.waitFor();
});

test("without a network too, on a phone by its button", async () => {
  const owner = await person(DEMO.ann, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  // Its file comes with the others soon after the page is open.
  await owner.page.getByRole("button", { name: /^Go to…/ }).click();
  await field(owner).waitFor();
  await owner.page.keyboard.press("Escape");
  await owner.offline();
  await owner.page.getByRole("button", { name: /^Go to…/ }).click();
  await field(owner).fill("mia");
  await options(owner).first().click();
  await owner.page.getByRole("complementary", { name: "User details" }).waitFor();
});

for (const colorScheme of ["light", "dark"]) {
  test(`axe finds nothing in it, ${colorScheme}`, async () => {
    const owner = await person(DEMO.ann, { colorScheme, bypassCSP: true });
    await open(owner);
    await owner.page.keyboard.type("a");
    await owner.page.evaluate(axe);
    const found = await owner.page.evaluate(async () => {
      await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {})));
      const { violations } = await globalThis.axe.run(document.querySelector("dialog"));
      return violations.map((one) => `${one.id}: ${one.help}: ${one.nodes[0].html.slice(0, 160)}`);
    });
    assert.deepEqual(found, []);
  });
}
