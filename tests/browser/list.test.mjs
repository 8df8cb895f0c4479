// The list as a person shapes it: sorted, filtered, kept in the address, selected as a whole.
import assert from "node:assert/strict";
import { test } from "node:test";
import { until } from "../support/browser.mjs";
import { world } from "../support/world.mjs";

const USERS = 3_000;
const the = world({ users: USERS });

async function ann(options) {
  const ann = await the.browser.person(options);
  await ann.signIn();
  await ann.countsTo(USERS);
  return ann;
}

/** The text of the first row under the headings, in a column. */
function first(person, column) {
  return person.page.locator(`[aria-rowindex="2"] .${column}`).innerText();
}

const filters = (person) => person.page.getByRole("button", { name: "Filters", exact: true });
const toolbar = (person) => person.page.getByRole("toolbar", { name: "Selected users" });
const search = (person) => new URL(person.page.url()).searchParams;

test("column heads sort, by key as well as by mouse, and say so", async () => {
  const owner = await ann();
  const head = (name) => owner.page.getByRole("columnheader", { name, exact: true });
  assert.equal(await head("Name").getAttribute("aria-sort"), "ascending");
  await head("Extension").getByRole("button").click();
  await until(async () => Number(await first(owner, "ext")) > 0, "an extension first");
  const lowest = Number(await first(owner, "ext"));
  assert.equal(await head("Extension").getAttribute("aria-sort"), "ascending");
  assert.equal(await head("Name").getAttribute("aria-sort"), null);
  await head("Extension").getByRole("button").focus();
  await owner.page.keyboard.press("Enter");
  await until(async () => (await head("Extension").getAttribute("aria-sort")) === "descending", "the other way round");
  await until(async () => Number(await first(owner, "ext")) !== lowest, "another first");
  await owner.page.keyboard.press("Enter");
  await until(async () => Number(await first(owner, "ext")) === lowest, "the lowest again");
  await owner.page.keyboard.press("Shift+Tab");
  await owner.page.keyboard.press("Space");
  await until(async () => (await head("E-mail").getAttribute("aria-sort")) === "ascending", "sorted by address");
  await until(async () => (await first(owner, "mail")) < "b", "the first address of all");
});

test("the end of a long list is there as soon as one scrolls to it, sorted either way", async () => {
  const owner = await ann();
  await owner.page.locator("#grid").focus();
  await owner.page.keyboard.press("End");
  const last = owner.page.locator(`[aria-rowindex="${USERS + 1}"]`);
  await last.waitFor();
  const name = await last.locator(".name").innerText();
  await owner.page.getByRole("columnheader", { name: "Name", exact: true }).getByRole("button").click();
  await until(async () => (await first(owner, "name")) === name, `${name} first`);
});

test("filters tell how many they leave, combine, and can be dropped one by one", async () => {
  const owner = await ann();
  await filters(owner).click();
  const form = owner.page.getByRole("dialog", { name: "Filters" });
  const team = form.getByLabel("Team");
  const option = team.locator("option", { hasText: /^Customer Care \(/ });
  const count = Number(/\((\d+)\)/.exec(await option.innerText())[1]);
  await team.selectOption(await option.getAttribute("value"));
  await owner.countsTo(count);
  const role = form.getByLabel("Role");
  const agents = role.locator("option", { hasText: /^Agent \(/ });
  const fewer = Number(/\((\d+)\)/.exec(await agents.innerText())[1]);
  assert.ok(fewer > 0 && fewer < count, `${fewer} of ${count}`);
  await role.selectOption(await agents.getAttribute("value"));
  await owner.countsTo(fewer);
  await form.getByRole("button", { name: "Clear" }).click();
  await owner.countsTo(USERS);
  assert.deepEqual([await team.inputValue(), await role.inputValue()], ["", ""], "the form is cleared too");
  await team.selectOption(await option.getAttribute("value"));
  await role.selectOption(await agents.getAttribute("value"));
  await form.getByRole("button", { name: "Done" }).click();
  await form.waitFor({ state: "detached" });
  await owner.countsTo(fewer);
  await owner.press("Team: Customer Care, remove this filter");
  await until(async () => (await owner.count()) > fewer, "more agents");
  await owner.search("nobody is called so");
  await owner.press("Clear search and filters");
  await owner.countsTo(USERS);
});

test("a reload and Back keep search, filters and sort", async () => {
  const owner = await ann();
  await owner.search("an");
  await owner.page.getByRole("button", { name: /^Active/ }).click();
  await owner.page.getByRole("columnheader", { name: "E-mail", exact: true }).getByRole("button").click();
  await until(() => search(owner).get("sort") === "email", "the address");
  assert.equal(search(owner).toString(), "search=an&sort=email&state=active");
  const count = await owner.count();
  const top = await first(owner, "mail");
  await owner.page.reload();
  await until(async () => (await first(owner, "mail")) === top, "the same list");
  assert.equal(await owner.page.getByLabel("Search users").inputValue(), "an");
  assert.equal(await owner.count(), count);
  await owner.page.locator("[aria-rowindex='2'] .name").click();
  await owner.page.waitForURL(/\/users\/[0-9a-f-]{36}\?search=an&sort=email&state=active$/);
  await owner.open("Inbox");
  assert.equal(search(owner).toString(), "");
  await owner.page.goBack();
  await owner.page.getByRole("complementary", { name: "User details" }).waitFor();
  await owner.page.goBack();
  await until(async () => (await first(owner, "mail")) === top, "the list as it was");
  assert.equal(await owner.page.getByLabel("Search users").inputValue(), "an");
  await owner.go("/users?state=suspended&sort=nonsense&role=nobody");
  await owner.row("Gülşen Yıldız").waitFor();
});

test("selecting all selects whoever matches, in sight or not, and each key stays cheap", async () => {
  const owner = await ann();
  const all = owner.page.getByLabel("Select all");
  const selected = async () => (await toolbar(owner).locator("strong").innerText()).replace(/\D/g, "");
  await all.check();
  assert.equal(await selected(), String(USERS));
  assert.ok(await all.isChecked());
  await owner.page.getByLabel("Search users").fill("lindqvist");
  await owner.countsTo(1);
  await until(() => all.isChecked(), "a part of all is selected");
  await owner.row("Lindqvist").getByRole("checkbox").click();
  assert.equal(await selected(), String(USERS - 1));
  await owner.search("");
  await owner.countsTo(USERS);
  await until(() => all.evaluate((box) => box.indeterminate), "all but one");
  await owner.press("Clear the selection");
  await toolbar(owner).waitFor({ state: "detached" });
  await owner.page.locator("[aria-rowindex='2'] .pick input").click();
  await owner.page.locator("[aria-rowindex='7'] .pick input").click({ modifiers: ["Shift"] });
  assert.equal(await selected(), "6");
});

test("a phone: the order from a menu, everybody selected from another", async () => {
  const owner = await ann({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  assert.equal(await owner.page.getByRole("columnheader", { name: "Name" }).count(), 0);
  await owner.page.getByRole("button", { name: /^Sort by/ }).click();
  await owner.page.getByRole("menuitemradio", { name: "Added" }).click();
  await until(() => search(owner).get("sort") === "created", "the address");
  await owner.page.locator("[aria-rowindex='2'] .pick label").click();
  await toolbar(owner).getByRole("button", { name: "Actions" }).click();
  await owner.page.getByRole("menuitem", { name: "Select all 3,000" }).click();
  await toolbar(owner).getByText("3,000 selected").waitFor();
  const [wide, screen] = await owner.page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok(wide <= screen, `${wide} px wide on ${screen}`);
});
