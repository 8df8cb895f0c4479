// What a list keeps on the device for whoever is signed in: columns and saved views. And what the keyboard does in a list.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DEMO, until } from "../support/browser.mjs";
import { world } from "../support/world.mjs";

const the = world({ users: 60 });

async function ann(options) {
  const ann = await the.browser.person(options);
  await ann.signIn();
  await ann.countsTo(60);
  return ann;
}

const heads = (person) => person.page.getByRole("columnheader").filter({ hasText: /./ }).allInnerTexts();
const parameters = (person) => new URL(person.page.url()).searchParams;
const views = (person) => person.page.locator(".view-menu");
const toolbar = (person) => person.page.getByRole("toolbar", { name: "Selected users" });

async function column(person, name) {
  await person.page.getByRole("button", { name: "Columns", exact: true }).click();
  const form = person.page.getByRole("dialog", { name: "Columns" });
  await form.getByText(name, { exact: true }).click();
  await form.getByRole("button", { name: "Done" }).click();
  await form.waitFor({ state: "detached" });
}

/** Saves how the list is shown under a name. */
async function save(person, name, { first = false } = {}) {
  await views(person).click();
  await person.page.getByRole("menuitem", { name: "Save this view…" }).click();
  const form = person.page.getByRole("dialog", { name: "Save this view" });
  await form.getByLabel("Name of the view").fill(name);
  if (first) await form.getByText("Open the list with it").click();
  await form.getByRole("button", { name: "Save" }).click();
  return form;
}

test("columns are chosen, kept for whoever chose them, and put back", async () => {
  const owner = await ann();
  await column(owner, "E-mail");
  await column(owner, "Position");
  const wanted = (heads) => heads.includes("Position") && !heads.includes("E-mail");
  await until(async () => wanted(await heads(owner)), "position in place of the address");
  await owner.page.locator("#grid .slot .position").filter({ hasText: "Analyst" }).first().waitFor();
  await owner.page.reload();
  await until(async () => wanted(await heads(owner)), "the same after a reload");
  const [head, row] = await owner.page.evaluate(() =>
    ["#grid .columns .state", "#grid .slot:not([hidden]) .state"].map((one) => document.querySelector(one).getBoundingClientRect().x),
  );
  assert.ok(Math.abs(head - row) < 1, `the head stands at ${head} and the cell at ${row}`);
  await owner.page.getByRole("button", { name: "Columns", exact: true }).click();
  await owner.page.getByRole("button", { name: "Reset columns" }).click();
  await until(async () => (await heads(owner)).includes("E-mail"), "as always");
});

test("more columns than there is room for are reached by scrolling sideways, head and rows together", async () => {
  const owner = await ann();
  for (const name of ["Position", "Teams", "Added"]) await column(owner, name);
  const grid = owner.page.locator("#grid");
  const [wide, room] = await grid.evaluate((grid) => [grid.scrollWidth, grid.clientWidth]);
  assert.ok(wide > room, `${wide} in ${room}`);
  await grid.evaluate((grid) => (grid.scrollLeft = grid.scrollWidth));
  const last = await owner.page.getByRole("columnheader", { name: "State" }).boundingBox();
  const frame = await grid.boundingBox();
  assert.ok(last.x + last.width <= frame.x + frame.width + 1, "the last column is in sight");
  assert.ok(await owner.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "the page itself is as wide as ever");
});

test("a view is saved, gone back to, renamed, made the one that the list opens with, and deleted", async () => {
  const owner = await ann();
  await owner.page.getByRole("button", { name: /^Suspended/ }).click();
  await owner.page.getByRole("columnheader", { name: "E-mail" }).getByRole("button").click();
  await column(owner, "Position");
  await (await save(owner, "Suspended people")).waitFor({ state: "detached" });
  await until(async () => (await views(owner).innerText()).includes("Suspended people"), "its name");
  await owner.page.getByRole("button", { name: /^All/ }).first().click();
  await column(owner, "Position");
  const form = await save(owner, "suspended PEOPLE");
  await form.getByText("Another view has this name.").waitFor();
  await form.getByLabel("Name of the view").fill("Everybody");
  await form.getByRole("button", { name: "Save" }).click();
  await form.waitFor({ state: "detached" });

  await owner.open("About");
  await owner.open("Users");
  await owner.countsTo(60);
  await views(owner).click();
  await owner.page.getByRole("menuitemradio", { name: "Suspended people" }).click();
  await until(async () => parameters(owner).toString() === "sort=email&state=suspended", "search, filters and order");
  assert.ok((await heads(owner)).includes("Position"), "and columns");

  await views(owner).click();
  await owner.page.getByRole("menuitem", { name: "Manage views…" }).click();
  const manage = owner.page.getByRole("dialog", { name: "Views" });
  const name = manage.getByLabel("Name of the view").first();
  await name.fill("Everybody");
  await name.blur();
  await manage.getByText("Another view has this name.").waitFor();
  await name.fill("Out of office");
  await name.blur();
  await owner.choose(manage.getByLabel("Open the list with"), "Out of office");
  await manage.getByRole("button", { name: "Delete Everybody" }).click();
  await until(async () => (await manage.getByRole("listitem").count()) === 1, "one view");
  await manage.getByRole("button", { name: "Done" }).click();

  await owner.go("/users");
  await until(async () => (await views(owner).innerText()).includes("Out of office"), "the list opens with it");
  await until(() => parameters(owner).get("state") === "suspended", "the address says so too");
  await owner.go("/users?state=active");
  await until(async () => (await owner.page.getByRole("button", { name: /^Active/ }).getAttribute("aria-pressed")) === "true", "what the address says");
});

test("tabs lose none of each other's views", async () => {
  const owner = await ann();
  const other = Object.assign(Object.create(Object.getPrototypeOf(owner)), owner);
  other.page = await owner.context.newPage();
  await other.go("/users");
  await other.countsTo(60);
  for (const [tab, name] of [[owner, "Mine"], [other, "Theirs"], [owner, "Ours"]]) {
    await tab.page.bringToFront();
    await (await save(tab, name)).waitFor({ state: "detached" });
  }
  await views(other).click();
  assert.deepEqual(await other.page.getByRole("menuitemradio").allInnerTexts(), ["Mine", "Theirs", "Ours"]);
});

test("nothing of it is there for another person, nor after signing out", async () => {
  const owner = await ann();
  await owner.search("mia");
  await save(owner, "Secret search", { first: true });
  await owner.saved();
  await owner.page.getByRole("button", { name: /language and theme/ }).click();
  await owner.page.getByRole("menuitem", { name: "Sign out" }).click();
  await owner.page.getByRole("dialog").getByRole("button", { name: "Sign out" }).click();
  await owner.page.getByLabel("Password", { exact: true }).waitFor();
  const kept = await owner.page.evaluate(() => JSON.stringify({ ...localStorage }));
  assert.ok(!kept.includes("Secret search"), kept);
  await owner.fillSignIn(DEMO.tomas, DEMO.password);
  await owner.page.getByRole("heading", { name: "Users", exact: true }).waitFor();
  await views(owner).click();
  assert.equal(await owner.page.getByRole("menuitemradio").count(), 0);
});

test("Shift and arrows select, there and back; Ctrl and A selects everything; Escape lets go", async () => {
  const owner = await ann();
  const { keyboard } = owner.page;
  const selected = async () => Number((await toolbar(owner).locator("strong").innerText()).replace(/\D/g, ""));
  await owner.page.locator("#grid").focus();
  await keyboard.press("ArrowDown");
  await keyboard.press("Shift+ArrowDown");
  await keyboard.press("Shift+ArrowDown");
  await until(async () => (await selected()) === 3, "three");
  await keyboard.press("Shift+ArrowUp");
  await until(async () => (await selected()) === 2, "two");
  await keyboard.press("Home");
  await keyboard.press("Space");
  await until(async () => (await selected()) === 3, "one more");
  await keyboard.press("Shift+End");
  await until(async () => (await selected()) === 60, "all on the way");
  await keyboard.press("Escape");
  await toolbar(owner).waitFor({ state: "detached" });
  await keyboard.press("Control+a");
  await until(async () => (await selected()) === 60, "everything");
  assert.ok(await owner.page.getByLabel("Select all").isChecked());
});

test("a dialog gives the focus back to what opened it, even when that was drawn again", async () => {
  const owner = await ann();
  const { page } = owner;
  await owner.search("mia");
  await owner.countsTo(1);
  await page.locator("#grid").focus();
  const focused = () => page.evaluate(() => document.activeElement.id || document.activeElement.className);
  await owner.row("Mia").locator(".more button").click();
  await page.getByRole("menuitem", { name: "Edit profile" }).click();
  const form = page.getByRole("dialog");
  await form.getByLabel("Position").fill("Head of care");
  await form.getByRole("button", { name: "Save" }).click();
  await form.waitFor({ state: "detached" });
  await until(async () => (await focused()) === "grid", async () => `the focus in the list; it is on ${await focused()}`);
  const columns = page.getByRole("button", { name: "Columns", exact: true });
  await columns.click();
  await page.keyboard.press("Escape");
  await until(() => columns.evaluate((button) => button === document.activeElement), "the focus on the button");
});
