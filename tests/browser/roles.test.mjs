// Roles & permissions: the matrix by mouse and by keyboard, what comes of a change before it is saved, a role's own page, copies,
// deleting with what each holder loses, and the two questions; offline; for who may not; on a phone and from the right.
import assert from "node:assert/strict";
import { test } from "node:test";
import { cleanInBoth } from "../support/axe.mjs";
import { DEMO, ROLES, until } from "../support/browser.mjs";
import { world } from "../support/world.mjs";

const the = world();
let made = 0;

const fresh = () => `01900000-0000-7000-8000-0000000e${String((made += 1)).padStart(4, "0")}`;
const role = (name, rest = {}) => ({ id: fresh(), name, description: null, permissions: [], scopes: ["organisation"], teams: [], team_permissions: [], ...rest });

async function roles(email, options) {
  const person = await the.browser.person(options);
  await person.signIn(email);
  await person.go("/roles");
  await person.page.getByRole("heading", { level: 1, name: "Roles" }).waitFor();
  return person;
}

const cell = (person, permission, role) => person.page.getByRole("checkbox", { name: `${permission} – ${role}`, exact: true });
const checked = (person, permission, role) => cell(person, permission, role).getAttribute("aria-checked");
const dialog = (person) => person.page.getByRole("dialog");
const region = (person, name) => person.page.getByRole("region", { name, exact: true });
const address = (person) => new URL(person.page.url()).pathname;
const focused = (person) => person.page.evaluate(() => document.activeElement.getAttribute("aria-label"));

test("a cell is changed, what comes of it is shown before, and it is taken back", async () => {
  const owner = await roles();
  const desk = role("Front desk", { permissions: ["portal.login", "user.read"] });
  await owner.command({ create_role: { role: desk } }, DEMO.organisation);
  const mia = await memberId(owner, "Mia Lindqvist");
  await owner.command({ give_grant: { grant: { user: mia, what: { role: desk.id }, scope: "organisation" } } }, DEMO.organisation);
  await until(async () => (await checked(owner, "See all users", "Front desk")) === "true", "the new column");
  assert.equal(await checked(owner, "Edit users", "Front desk"), "false");
  await cell(owner, "Edit users", "Front desk").click();
  await cell(owner, "See all users", "Front desk").click();
  await owner.sees("2 changes aren’t saved yet.");
  // Built-in ones are read only.
  await cell(owner, "Edit users", "Agent").click();
  assert.equal(await checked(owner, "Edit users", "Agent"), "false");
  assert.equal(await cell(owner, "Edit users", "Agent").getAttribute("aria-readonly"), "true");
  await owner.sees("2 changes aren’t saved yet.");
  await owner.press("Review and save");
  await dialog(owner).getByText("Gains", { exact: true }).waitFor();
  await dialog(owner).getByText("Edit users").first().waitFor();
  await dialog(owner).getByText(/1 user gains permissions: .*Edit users/).waitFor();
  await dialog(owner).getByText("Loses", { exact: true }).waitFor();
  await dialog(owner).getByRole("button", { name: "Save" }).click();
  await owner.sees("Role saved.");
  await owner.saved();
  assert.deepEqual([await checked(owner, "Edit users", "Front desk"), await checked(owner, "See all users", "Front desk")], ["true", "false"]);
  await owner.press("Undo");
  await until(async () => (await checked(owner, "Edit users", "Front desk")) === "false", "what was before");
  assert.equal(await checked(owner, "See all users", "Front desk"), "true");
  await owner.saved();
  // Leaving with unsaved changes asks.
  await cell(owner, "Invite users", "Front desk").click();
  await owner.page.getByRole("link", { name: "Teams", exact: true }).click();
  await dialog(owner).getByText("Discard your changes?").waitFor();
  await dialog(owner).getByRole("button", { name: "Discard changes" }).click();
  await owner.page.getByRole("heading", { level: 1, name: "Teams" }).waitFor();
});

/** The id of somebody, from its page's address. */
async function memberId(person, name) {
  await person.go("/users");
  await person.beside(name);
  await person.page.waitForURL(/users\/[0-9a-f-]{36}/);
  const id = /users\/([0-9a-f-]+)/.exec(person.page.url())[1];
  await person.go("/roles");
  await person.page.getByRole("grid").waitFor();
  return id;
}

test("by keyboard: through the matrix, changed by the space bar, also offline", async () => {
  const owner = await roles();
  await owner.command({ create_role: { role: role("Night shift") } }, DEMO.organisation);
  await cell(owner, "Open this page", "Night shift").waitFor();
  await owner.page.getByLabel("Find a permission").focus();
  await owner.page.keyboard.press("Tab");
  while ((await focused(owner)) !== "Open this page – Owner") await owner.page.keyboard.press("Tab");
  await owner.page.keyboard.press("End");
  const last = (await focused(owner)).split(" – ")[1];
  await owner.page.keyboard.press("Home");
  await owner.page.keyboard.press("ArrowDown");
  assert.equal(await focused(owner), "Edit one’s own profile – Owner");
  await owner.page.keyboard.press("ArrowUp");
  await owner.page.keyboard.press("ArrowUp");
  assert.equal(await focused(owner), "Open this page – Owner");
  await owner.page.keyboard.press("Control+End");
  assert.equal(await focused(owner), `Manage billing – ${last}`);
  await owner.page.keyboard.press("Control+Home");
  while (!(await focused(owner)).endsWith("– Night shift")) await owner.page.keyboard.press("ArrowRight");
  await owner.offline();
  await owner.page.keyboard.press("Space");
  assert.equal(await checked(owner, "Open this page", "Night shift"), "true");
  await owner.press("Review and save");
  await dialog(owner).getByRole("button", { name: "Save" }).click();
  await owner.pill("Offline – 1 change waiting");
  await owner.page.getByRole("columnheader", { name: "Night shift" }).getByText("Pending").waitFor();
  await owner.online();
  await owner.saved();
  // What is looked for narrows the rows, and the arrows go through those alone.
  await owner.page.getByLabel("Find a permission").fill("queue");
  await until(async () => (await owner.page.getByRole("rowheader").count()) === 2, "two rows");
  await cell(owner, "Sign in to call queues", "Owner").click();
  await owner.page.keyboard.press("ArrowDown");
  assert.equal(await focused(owner), "Supervise queues – Owner");
});

test("what the rules refuse is said at once, and can't be saved", async () => {
  const owner = await roles();
  await owner.command({ create_role: { role: role("Alone", { scopes: ["own"] }) } }, DEMO.organisation);
  await cell(owner, "Edit users", "Alone").click();
  await owner.sees(/is about others, so it can’t be part of a role that holds for its holder alone/);
  await owner.press("Review and save");
  assert.equal(await dialog(owner).getByRole("button", { name: "Save" }).getAttribute("aria-disabled"), "true");
  await dialog(owner).getByRole("button", { name: "Cancel" }).click();
  await owner.press("Discard");
  await until(async () => (await checked(owner, "Edit users", "Alone")) === "false", "what was before");
});

test("a role is copied, described, given teams, and deleted with what each holder loses", async () => {
  const owner = await roles();
  await owner.page.getByRole("columnheader", { name: "Supervisor" }).getByRole("link").click();
  await owner.page.getByRole("heading", { level: 1, name: "Supervisor" }).waitFor();
  await region(owner, "Role").getByText("Built-in roles can’t be changed.").waitFor();
  await owner.press("Copy");
  await dialog(owner).getByLabel("Name", { exact: true }).fill("");
  await dialog(owner).getByRole("button", { name: "Create role" }).click();
  await dialog(owner).locator("[aria-invalid=true]").waitFor();
  await dialog(owner).getByLabel("Name", { exact: true }).fill("Team lead");
  await dialog(owner).getByRole("button", { name: "Create role" }).click();
  await owner.page.getByRole("heading", { level: 1, name: "Team lead" }).waitFor();
  const path = address(owner);
  await region(owner, "Permissions").getByLabel("Invite users").check();
  await region(owner, "Permissions").getByRole("button", { name: "Save" }).click();
  await owner.sees("Role saved.");
  await region(owner, "Role").getByLabel(/^Description/).fill("Leads the warehouse");
  await region(owner, "Role").getByLabel(/^Description/).press("Control+Enter");
  await owner.page.locator(".user-head").getByText("Leads the warehouse").waitFor();
  const teams = region(owner, "Teams it brings");
  await teams.getByLabel("Add a team").fill("Leeds");
  await teams.getByRole("option", { name: /Leeds Warehouse/ }).click();
  await teams.getByRole("listitem").getByText("Leeds Warehouse").waitFor();
  await teams.getByRole("button", { name: "Save" }).click();
  await until(async () => (await teams.getByRole("button", { name: "Save" }).count()) === 0, "it is saved");
  await owner.saved();
  const suhartini = await memberId(owner, "Suhartini");
  const id = path.split("/")[2];
  await owner.command({ give_grant: { grant: { user: suhartini, what: { role: id }, scope: "organisation" } } }, DEMO.organisation);
  await owner.go(path);
  await region(owner, "Users").getByText("Suhartini").waitFor();
  await region(owner, "Users").getByRole("link", { name: "Show in Users" }).click();
  await owner.countsTo(1);
  await owner.page.goBack();
  await owner.press("Delete role");
  await dialog(owner).getByText("1 grant of this role ends:").waitFor();
  await dialog(owner).getByText(/Loses: .*Invite users/).waitFor();
  await dialog(owner).getByText(/1 membership ends: Leeds Warehouse/).waitFor();
  await dialog(owner).getByRole("button", { name: "Delete role" }).click();
  await owner.page.getByRole("grid").waitFor();
  await owner.saved();
  await owner.go(path);
  await owner.sees("No such role");
});

test("whoever goes on before something is kept stays where it is, with what it types", async () => {
  const owner = await roles();
  const id = fresh();
  await owner.command({ create_role: { role: role("Slow disk", { id }) } }, DEMO.organisation);
  // Writing on this device takes its time: a transaction is held open by asking it again and again.
  await owner.page.addInitScript(() => {
    IDBTransaction.prototype.commit = () => {};
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...given) {
      const end = performance.now() + 700;
      const hold = () => {
        if (performance.now() < end) this.count().onsuccess = hold;
      };
      hold();
      return put.apply(this, given);
    };
  });
  await owner.go(`/roles/${id}`);
  const about = region(owner, "Role").getByLabel(/^Description/);
  await about.fill("Kept slowly");
  await about.press("Control+Enter");
  const teams = region(owner, "Teams it brings");
  await teams.getByLabel("Add a team").fill("Leeds");
  await owner.sees("Role saved.");
  assert.equal(await teams.getByLabel("Add a team").inputValue(), "Leeds");
  await teams.getByRole("option", { name: /Leeds Warehouse/ }).click();
  await teams.getByRole("listitem").getByText("Leeds Warehouse").waitFor();
});

test("who may, and why: answered with the roles that give it, or would", async () => {
  const owner = await roles();
  await owner.page.getByRole("link", { name: "Who may …?" }).click();
  await owner.choose(owner.page.getByLabel("Permission", { exact: true }), "Organisation: Manage billing");
  await owner.sees("1 user may:");
  await owner.sees(/In the whole organisation, through Owner/);
  await owner.choose(owner.page.getByLabel("Permission", { exact: true }), "Users: Edit users");
  await owner.page.getByLabel(/^Over whom/).fill("Suhartini");
  await owner.page.getByRole("option", { name: /Suhartini/ }).click();
  await owner.sees(/In Customer Care, through Manager/);
  await owner.page.reload();
  await owner.page.getByRole("link", { name: "Why may she?" }).click();
  assert.equal(new URL(owner.page.url()).search, "?ask=why");
  await owner.page.getByLabel("Who", { exact: true }).fill("Mia");
  await owner.page.getByRole("option", { name: /Mia Lindqvist/ }).click();
  await owner.choose(owner.page.getByLabel("Permission", { exact: true }), "Users: Delete users");
  await owner.sees("No. Mia Lindqvist may not: “Delete users”.");
  await owner.sees("No role and no single permission gives it.");
  await owner.page.getByText("Roles that give it").waitFor();
  await owner.choose(owner.page.getByLabel("Permission", { exact: true }), "Users: Edit users");
  await owner.sees("Yes. Mia Lindqvist has “Edit users”.");
});

test("a manager may look, and changes nothing; an agent is told that it is not for it", async () => {
  const mia = await roles(DEMO.mia);
  assert.equal(await mia.page.getByRole("button", { name: "New role" }).getAttribute("aria-disabled"), "true");
  await cell(mia, "Edit users", "Advanced").click();
  assert.equal(await checked(mia, "Edit users", "Advanced"), "false");
  const owner = await the.browser.person();
  await owner.signIn();
  await owner.command({ create_role: { role: role("Looked at") } }, DEMO.organisation);
  await mia.page.getByRole("columnheader", { name: "Looked at" }).getByRole("link").click();
  await region(mia, "Role").getByText("You can’t change this role.").waitFor();
  assert.equal(await mia.page.getByRole("button", { name: "Delete role" }).count(), 0);
});

test("axe finds nothing, and a phone shows nothing wider than itself", async () => {
  const owner = await roles(undefined, { bypassCSP: true });
  await cleanInBoth(owner, "the matrix");
  for (const path of ["/roles?ask=who", "/roles?ask=why", `/roles/${ROLES.admin}`, `/roles/00000000-0000-7000-8000-000000000006`]) {
    await owner.go(path);
    await owner.page.getByRole("heading", { level: 1 }).waitFor();
    await cleanInBoth(owner, path);
    await owner.page.setViewportSize({ width: 390, height: 844 });
    const [wide, screen] = await owner.page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.ok(wide <= screen, `${path}: ${wide} px wide on ${screen}`);
    await owner.page.setViewportSize({ width: 1280, height: 800 });
  }
});
