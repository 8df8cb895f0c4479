// The list of teams: found, filtered, opened beside the list, and on to who is in one. It is the kit's second list.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DEMO, until } from "../support/browser.mjs";
import { world } from "../support/world.mjs";

const the = world({ users: 60 });

async function teams(email, options) {
  const person = await the.browser.person(options);
  await person.signIn(email);
  await person.page.getByRole("link", { name: "Teams", exact: true }).click();
  await person.page.getByRole("heading", { level: 1, name: "Teams" }).waitFor();
  return person;
}

const names = (person) => person.page.locator("#grid .slot:not([hidden]) .name").allInnerTexts();
const shows = (person, wanted) =>
  until(async () => (await names(person)).sort().join() === [...wanted].sort().join(), async () => `${wanted}; it is ${await names(person)}`);
const cell = (person, team, column) => person.row(team).locator(`.${column}`).innerText();
const parameters = (person) => new URL(person.page.url()).searchParams;
const ALL = ["Customer Care", "Finance", "Leeds Warehouse", "Sales"];

test("teams are listed with who leads and who is in them, searched, sorted and filtered", async () => {
  const owner = await teams();
  await shows(owner, ALL);
  assert.match(await cell(owner, "Customer Care", "managers"), /Mia/);
  const members = Number(await cell(owner, "Customer Care", "members"));
  assert.ok(members > 1, `${members} members`);
  await owner.page.getByRole("columnheader", { name: "Members" }).getByRole("button").click();
  await owner.page.getByRole("columnheader", { name: "Members" }).getByRole("button").click();
  await until(async () => parameters(owner).toString() === "descending=true&sort=members", "the address");
  const counts = (await owner.page.locator("#grid .slot:not([hidden]) .members").allInnerTexts()).map(Number);
  assert.ok(counts.length === 4, "all of them");
  await owner.page.getByLabel("Search teams").fill("FIN");
  await shows(owner, ["Finance"]);
  await owner.page.getByLabel("Search teams").fill("no team is called so");
  await owner.sees("No team found");
  await owner.press("Clear search and filters");
  await shows(owner, ALL);
  await owner.page.getByRole("button", { name: "Filters", exact: true }).click();
  const form = owner.page.getByRole("dialog", { name: "Filters" });
  await owner.choose(form.getByLabel("Kind"), "Site \\(1\\)");
  await shows(owner, ["Leeds Warehouse"]);
  await form.getByRole("button", { name: "Done" }).click();
  await until(() => parameters(owner).get("kind") === "site", "the address");
  await owner.page.reload();
  await shows(owner, ["Leeds Warehouse"]);
  await owner.press("Kind: Site, remove this filter");
  await shows(owner, ALL);
});

test("a disabled team is found by its state, and an edit shows at once", async () => {
  const owner = await teams();
  const id = async (team) => {
    await owner.row(team).click();
    await owner.page.waitForURL(/\/teams\/[0-9a-f-]{36}/);
    return /teams\/([0-9a-f-]+)/.exec(owner.page.url())[1];
  };
  const team = await id("Finance");
  await owner.command({ disable_team: { team } }, DEMO.organisation);
  await owner.page.locator(".detail").getByText("Disabled").waitFor();
  await owner.page.getByRole("button", { name: /^Disabled 1/ }).click();
  await shows(owner, ["Finance"]);
  await owner.command({ enable_team: { team } }, DEMO.organisation);
  await until(async () => (await owner.page.getByRole("button", { name: /^Disabled 0/ }).count()) === 1, "none is disabled");
});

test("a manager finds its own teams", async () => {
  const mia = await teams(DEMO.mia);
  await mia.page.getByRole("button", { name: "Filters", exact: true }).click();
  await mia.page.getByRole("dialog", { name: "Filters" }).getByText("My teams").click();
  await mia.page.getByRole("dialog", { name: "Filters" }).getByRole("button", { name: "Done" }).click();
  await shows(mia, ["Customer Care"]);
});

test("by keyboard: a team is opened, closed, and leads to its members among the users", async () => {
  const owner = await teams();
  const { page } = owner;
  await page.keyboard.press("/");
  await page.keyboard.type("care");
  await shows(owner, ["Customer Care"]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const panel = page.getByRole("complementary", { name: "Team details" });
  await panel.getByRole("heading", { name: "Customer Care" }).waitFor();
  await page.keyboard.press("Escape");
  await panel.waitFor({ state: "detached" });
  assert.equal(await page.evaluate(() => document.activeElement.id), "grid");
  await page.keyboard.press("Enter");
  const members = Number(await panel.getByRole("heading", { name: /^Members/ }).locator(".number").innerText());
  await panel.getByRole("link", { name: "Show in Users" }).click();
  await page.getByRole("heading", { level: 1, name: "Users" }).waitFor();
  await owner.countsTo(members);
  await page.getByRole("button", { name: "Team: Customer Care, remove this filter" }).waitFor();
  await page.goBack();
  await panel.getByRole("link", { name: /Mia/ }).click();
  await page.getByRole("complementary", { name: "User details" }).getByRole("heading", { name: /Mia/ }).waitFor();
});

test("a phone shows teams as cards without anything wider than the screen", async () => {
  const owner = await teams(undefined, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await shows(owner, ALL);
  await owner.row("Customer Care").getByText(/^\d+ members$/).waitFor();
  await owner.row("Customer Care").click();
  await owner.page.getByRole("complementary", { name: "Team details" }).waitFor();
  const [wide, screen] = await owner.page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok(wide <= screen, `${wide} px wide on ${screen}`);
});

test("teams are disabled and enabled from their rows, and several at once, with a way back", async () => {
  const owner = await teams();
  await shows(owner, ALL);
  await owner.page.getByRole("button", { name: "Actions for Finance" }).click();
  await owner.page.getByRole("menuitem", { name: "Disable team" }).click();
  const one = owner.page.getByRole("dialog", { name: "Disable Finance?" });
  await one.getByText(/memberships? rests?\.$/).waitFor();
  await one.getByRole("button", { name: "Disable team" }).click();
  await owner.sees("Finance is disabled.");
  await owner.row("Finance").getByText("Disabled").waitFor();
  await owner.page.getByLabel("Select all").check();
  await owner.page.getByRole("toolbar", { name: "Teams" }).getByRole("button", { name: "Enable team" }).click();
  const enable = owner.page.getByRole("dialog", { name: "Enable Finance?" });
  await enable.getByRole("heading", { name: "Left out: 3" }).waitFor();
  await enable.getByRole("button", { name: "Enable team" }).click();
  await owner.page.locator(".toast").filter({ hasText: "Finance is in use again." }).getByRole("button", { name: "Undo" }).click();
  await owner.row("Finance").getByText("Disabled").waitFor();
  await owner.page.getByRole("button", { name: "Actions for Finance" }).click();
  await owner.page.getByRole("menuitem", { name: "Enable team" }).click();
  await owner.page.getByRole("dialog", { name: "Enable Finance?" }).getByRole("button", { name: "Enable team" }).click();
  await owner.row("Finance").getByText("Active").waitFor();
  await owner.saved();
});

test("teams are deleted together, saying what goes; what calls point at stays, with the reason", async () => {
  const owner = await teams();
  await owner.serviceWorker();
  await owner.offline();
  for (const name of ["Gone One", "Gone Two"]) {
    await owner.press("New team");
    const form = owner.page.getByRole("dialog", { name: "New team" });
    await form.getByLabel("Name", { exact: true }).fill(name);
    await form.getByRole("button", { name: "Create team" }).click();
    await owner.page.getByRole("heading", { level: 1, name }).waitFor();
    await owner.page.getByRole("link", { name: "Teams", exact: true }).first().click();
    await owner.page.getByRole("heading", { level: 1, name: "Teams" }).waitFor();
  }
  await owner.online();
  await owner.saved();
  await owner.page.getByLabel("Search teams").fill("gone");
  await shows(owner, ["Gone One", "Gone Two"]);
  await owner.page.getByLabel("Select all").check();
  await owner.page.getByRole("toolbar", { name: "Teams" }).getByRole("button", { name: "Delete team" }).click();
  const sure = owner.page.getByRole("dialog", { name: "Delete 2 teams?" });
  await sure.getByText("Its users stay as they are.").waitFor();
  await sure.getByRole("button", { name: "Delete team" }).click();
  await owner.sees("2 teams deleted.");
  await owner.sees("No team found");
  await owner.saved();
});

test("who manages no team selects none and is offered nothing", async () => {
  const owner = await teams();
  await owner.row("Finance").waitFor();
  const mia = await teams(DEMO.mia);
  await mia.row("Customer Care").waitFor();
  assert.equal(await mia.page.getByLabel("Select all").isVisible(), false);
  await mia.page.getByRole("button", { name: "Actions for Customer Care" }).click();
  await mia.page.getByRole("menuitem", { name: "Open" }).waitFor();
  assert.equal(await mia.page.getByRole("menuitem", { name: /Disable|Delete/ }).count(), 0);
});
