// Rows of docs/domain.md, section 1, that no other test does as a person would, or not without a network: teams, roles, calls, and
// whom a role lets in. tests/browser/seeds.txt says of each row where it is done.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DEMO, ROLES, until } from "../support/browser.mjs";
import { world } from "../support/world.mjs";

const the = world();
let made = 0;

const fresh = () => `01900000-0000-7000-8000-0000000d${String((made += 1)).padStart(4, "0")}`;

async function signedIn(email, password) {
  const person = await the.browser.person();
  await person.signIn(email, password);
  return person;
}

const part = (person, name) => person.page.getByRole("region", { name, exact: true });
const dialog = (person) => person.page.getByRole("dialog");

async function tab(person, name) {
  const link = person.page.getByRole("navigation", { name: /^Parts of this/ }).getByRole("link", { name, exact: true });
  await link.click();
  await until(async () => (await link.getAttribute("aria-current")) === "page", `the tab ${name}`);
}

async function sure(person, what, yes) {
  await person.press(what);
  await dialog(person).getByRole("button", { name: yes }).click();
  await dialog(person).waitFor({ state: "detached" });
}

/** The id of a team. */
async function teamId(person, name) {
  await person.visit("/teams");
  await person.row(name).click();
  await person.page.waitForURL(/\/teams\/[0-9a-f-]{36}/);
  return /teams\/([0-9a-f-]+)/.exec(person.page.url())[1];
}

test("a team is run without a network, unseen while it is disabled, and leaves its users as they are", async () => {
  const ann = await signedIn();
  const mia = await signedIn(DEMO.mia);
  await ann.visit("/teams");
  await ann.press("New team");
  await dialog(ann).getByLabel("Name", { exact: true }).fill("Yard");
  for (const name of ["Suhartini", "Jean-Baptiste Le Goff"]) {
    await dialog(ann).getByLabel("Add somebody").fill(name);
    await dialog(ann).getByRole("option", { name }).click();
    await dialog(ann).getByRole("listitem").getByText(name).waitFor();
  }
  await dialog(ann).getByRole("button", { name: "Create team" }).click();
  await ann.page.getByRole("heading", { level: 1, name: "Yard" }).waitFor();
  await ann.saved();

  await ann.offline();
  const members = part(ann, "Members");
  await members.getByLabel("Add somebody").fill("Kwame");
  await members.getByRole("option", { name: /Kwame/ }).click();
  await members.getByRole("link", { name: "Kwame Boateng" }).waitFor();
  await ann.press("Remove Suhartini");
  await members.getByRole("link", { name: "Suhartini" }).waitFor({ state: "detached" });
  await part(ann, "Roles that belong").getByLabel("Supervisor", { exact: true }).check();
  await part(ann, "Roles that belong").getByRole("button", { name: "Save" }).click();
  await members.getByText("Through Supervisor").first().waitFor();
  await tab(ann, "Channels");
  await ann.press("Add channel");
  await dialog(ann).getByLabel("Name", { exact: true }).fill("Gate");
  await dialog(ann).getByLabel(/^Private/).check();
  await dialog(ann).getByRole("button", { name: "Add channel" }).click();
  await dialog(ann).waitFor({ state: "detached" });
  await part(ann, "Channels").getByText("For members only").waitFor();
  await tab(ann, "Calls");
  await part(ann, "Calls").getByLabel(/^Takes calls/).check();
  await part(ann, "Calls").getByRole("button", { name: "Save" }).click();
  // Who has no phone is not rung.
  const rings = part(ann, "What would ring now").getByRole("listitem").filter({ hasText: "Kwame Boateng" });
  assert.ok(!(await rings.innerText()).includes("Le Goff"));
  await tab(ann, "Settings");
  await ann.page.getByLabel("Name", { exact: true }).fill("Yard and gate");
  await ann.page.getByLabel("Name", { exact: true }).press("Control+Enter");
  await ann.page.getByRole("heading", { level: 1, name: "Yard and gate" }).waitFor();
  await ann.online();
  await ann.saved();
  await mia.visit("/teams");
  await mia.row("Yard and gate").waitFor();

  await ann.offline();
  await sure(ann, "Disable team", "Disable team");
  await ann.online();
  await ann.saved();
  await mia.row("Yard and gate").waitFor({ state: "detached" });
  await ann.press("Enable team");
  await mia.row("Yard and gate").waitFor();
  await ann.saved();

  await ann.offline();
  await sure(ann, "Delete team", "Delete team");
  await ann.page.getByRole("heading", { level: 1, name: "Teams" }).waitFor();
  await ann.online();
  await ann.saved();
  await mia.row("Yard and gate").waitFor({ state: "detached" });
  await ann.visit("/users");
  const kwame = await ann.find("kwame");
  const told = await kwame.innerText();
  for (const text of ["Active", "1025", "Agent"]) assert.ok(told.includes(text), `${text} in ${told}`);
});

test("a role is deleted without a network: each holder loses it, and the team that lived by it is disabled", async () => {
  const ann = await signedIn();
  const [team, id] = [fresh(), fresh()];
  await ann.command({ create_team: { id: team, name: "Night watch", kind: "team", members: [] } }, DEMO.organisation);
  await ann.visit("/roles");
  await ann.offline();
  const queues = ann.page.getByRole("checkbox", { name: "Sign in to call queues – Advanced", exact: true });
  await queues.click();
  await ann.press("Review and save");
  await dialog(ann).getByRole("button", { name: "Save" }).click();
  await ann.pill("Offline – 1 change waiting");
  await ann.online();
  await ann.saved();
  assert.equal(await queues.getAttribute("aria-checked"), "true");
  await ann.press("New role");
  await dialog(ann).getByLabel("Name", { exact: true }).fill("Watchman");
  await dialog(ann).getByRole("button", { name: "Create role" }).click();
  await ann.page.getByRole("heading", { level: 1, name: "Watchman" }).waitFor();
  const role = ann.page.url().split("/").at(-1);
  await part(ann, "Permissions").getByLabel("Sign in to call queues").check();
  await part(ann, "Permissions").getByRole("button", { name: "Save" }).click();
  await ann.sees("Role saved.");
  await ann.offline();
  const teams = part(ann, "Teams it brings");
  await teams.getByLabel("Add a team").fill("Night");
  await teams.getByRole("option", { name: /Night watch/ }).click();
  await teams.getByText("Besides, inside these teams").click();
  await teams.getByLabel("See all users").check();
  await teams.getByRole("button", { name: "Save" }).click();
  await until(async () => (await teams.getByRole("button", { name: "Save" }).count()) === 0, "it is saved");
  await ann.online();
  await ann.saved();
  await ann.visit("/users");
  await ann.beside("aroha");
  await ann.page.waitForURL(/\/users\/[0-9a-f-]{36}/);
  const user = /users\/([0-9a-f-]+)/.exec(ann.page.url())[1];
  await ann.command({ give_grant: { grant: { user, what: { role }, scope: "own" } } }, DEMO.organisation);
  await ann.page.locator(".detail").getByText("Night watch").waitFor();
  await ann.page.locator(".detail").getByRole("link", { name: "Open" }).click();
  await tab(ann, "Access");
  await part(ann, "Effective rights").getByText("Through Watchman inside Night watch").first().waitFor();

  await ann.visit(`/roles/${role}`);
  await ann.offline();
  await ann.press("Delete role");
  await dialog(ann).getByText(/1 grant of this role ends/).waitFor();
  await dialog(ann).getByText(/Night watch.*disabled|disabled.*Night watch/i).first().waitFor();
  await dialog(ann).getByRole("button", { name: "Delete role" }).click();
  await ann.page.getByRole("grid").waitFor();
  await ann.online();
  await ann.saved();
  await ann.visit("/teams");
  await ann.row("Night watch").getByText("Disabled").waitFor();
});

test("calls and their figures by team and number of calls; each sees its part", async () => {
  const ann = await signedIn();
  const tomas = await signedIn(DEMO.tomas);
  const [care, finance, me] = [await teamId(ann, "Customer Care"), await teamId(ann, "Finance"), await tomas.me()];
  let caller = 0;
  const call = (team, user) => {
    const [call, peer] = [crypto.randomUUID(), `+493090184${String((caller += 1)).padStart(2, "0")}`];
    const event = (event, ago, who) => ({ call, event, at: Date.now() - ago * 1000, direction: "incoming", peer, team, user: who });
    return [event("started", 600, null), event("answered", 590, user), event("ended", 500, user)];
  };
  await ann.command({ report_calls: { reports: [...call(care, null), ...call(care, null), ...call(finance, null), ...call(null, me)] } }, DEMO.organisation);
  const rows = (person) => person.page.locator("#grid .slot:not([hidden]) .list-row");
  const shows = (person, count) => until(async () => (await rows(person).count()) === count, async () => `${count} calls; it is ${await rows(person).count()}`);
  await ann.visit("/calls");
  await shows(ann, 4);
  await ann.offline();
  await ann.page.getByRole("button", { name: "Filters", exact: true }).click();
  await ann.choose(dialog(ann).getByLabel("Team", { exact: true }), "Customer Care \\(2\\)");
  await shows(ann, 2);
  await dialog(ann).getByRole("button", { name: "Done" }).click();
  await ann.visit("/figures");
  await ann.page.getByLabel("Grouped by").selectOption({ label: "Team" });
  const groups = ann.page.locator(".figures-table tbody tr");
  await until(async () => (await groups.count()) === 3, "both teams, and no team");
  await ann.page.getByLabel(/^Fewest calls/).fill("2");
  await until(async () => (await groups.count()) === 1, "the one with two calls");
  await groups.filter({ hasText: "Customer Care" }).waitFor();
  await ann.online();
  const mia = await signedIn(DEMO.mia);
  await mia.visit("/calls");
  await shows(mia, 2);
  await ann.command({ replace_roles: { user: me, take: [{ role: ROLES.admin, scope: "organisation" }], give: [{ role: ROLES.basic, scope: "own" }] } }, DEMO.organisation);
  await tomas.visit("/calls");
  await shows(tomas, 1);
});

test("answering rules and voicemail are set without a network", async () => {
  const ann = await signedIn();
  await ann.beside("eleni");
  await ann.page.waitForURL(/\/users\/[0-9a-f-]{36}/);
  await ann.page.getByRole("complementary", { name: "User details" }).getByRole("link", { name: "Open" }).click();
  await ann.offline();
  await tab(ann, "Answering rules");
  await ann.press("Add rule");
  await dialog(ann).getByLabel("When").selectOption({ label: "Busy" });
  await dialog(ann).getByLabel("Then").selectOption({ label: "Voicemail" });
  await dialog(ann).getByRole("button", { name: "Save" }).click();
  await part(ann, "Answering rules").getByRole("listitem").getByText("Busy: voicemail").waitFor();
  await tab(ann, "Voicemail");
  await ann.page.getByLabel(/^Take messages/).check();
  await ann.press("Save");
  await ann.pill("Offline – 2 changes waiting");
  await ann.online();
  await ann.saved();
  await ann.page.reload();
  await until(() => ann.page.getByLabel(/^Take messages/).isChecked(), "it is kept");
});

test("a Simple user does not come in; a custom role and add-ons are given with the invitation", async () => {
  const ann = await signedIn();
  const role = { id: fresh(), name: "Porter", description: null, permissions: ["portal.login"], scopes: ["own"], teams: [], team_permissions: [] };
  await ann.command({ create_role: { role } }, DEMO.organisation);
  await ann.visit("/roles");
  await ann.page.getByRole("columnheader", { name: "Porter" }).waitFor();
  await ann.visit("/users");
  await ann.offline();
  const form = await ann.fillNew("porter@demo.example", { name: "Pat Porter", licence: "Light", role: "Porter" });
  await form.getByLabel(/^Browser Calling/).check();
  await form.getByRole("button", { name: "Send invitation" }).click();
  await form.waitFor({ state: "detached" });
  await (await ann.find("porter@")).getByText("Pending").waitFor();
  await ann.online();
  await ann.saved();
  const porter = await ann.find("porter@");
  await until(async () => /Porter[\s\S]*Light[\s\S]*Invited/.test(await porter.innerText()), "who was invited");
  await ann.beside("porter@");
  await ann.page.locator(".detail").getByText("Browser Calling").waitFor();
  const mia = await signedIn(DEMO.mia);
  await ann.beside("mia lindqvist");
  await ann.page.locator(".detail").getByRole("link", { name: "Open" }).click();
  await tab(ann, "Access");
  await ann.press("Replace all roles");
  await ann.choose(dialog(ann).getByLabel("Role", { exact: true }), "Simple");
  await dialog(ann).getByRole("button", { name: "Replace", exact: true }).click();
  await dialog(ann).waitFor({ state: "detached" });
  await ann.saved();
  await mia.page.reload();
  await mia.page.getByRole("alert").getByText(/^You have a phone here, but no access to this page/).waitFor();
  await mia.countsTo(0);
});
