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
  await owner.page.keyboard.type("theme dark");
  await owner.page.keyboard.press("Enter");
  await until(() => owner.page.evaluate(() => document.documentElement.dataset.theme === "dark"), "dark");
  assert.ok(await owner.page.getByRole("heading", { level: 1, name: /About/ }).isVisible(), "on the same screen");
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
