// What needs a decision: counted groups, each with the way to the list or to those that it is about, and nothing when nothing does.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DEMO, ROLES, number, until } from "../support/browser.mjs";
import { world } from "../support/world.mjs";

const the = world();

async function attention(email) {
  const person = await the.browser.person();
  await person.signIn(email);
  await person.go("/attention");
  await person.page.getByRole("heading", { level: 1, name: "Attention" }).waitFor();
  return person;
}

const group = (person, name) => person.page.locator(".need", { has: person.page.getByRole("heading", { level: 2, name }) });

test("each group says how many, and opens the list that shows them, also without a network", async () => {
  const ann = await attention();
  await group(ann, "Only one active owner").getByRole("link", { name: /Ann/ }).waitFor();
  const expired = group(ann, /invitations have expired/);
  const many = number(await expired.getByRole("heading").innerText());
  assert.ok(many > 0);
  await ann.offline();
  await expired.getByRole("link", { name: `Show all ${many}` }).click();
  await ann.page.getByRole("heading", { level: 1, name: "Invitations" }).waitFor();
  await until(async () => (await ann.page.getByRole("button", { name: /^Expired/ }).getAttribute("aria-pressed")) === "true", "only those");
  assert.equal(number(await ann.page.getByRole("button", { name: /^Expired/ }).innerText()), many);
  await ann.open("Attention");
  const silent = group(ann, /active (person has|people have) no phone/);
  const silents = number(await silent.getByRole("heading").innerText());
  await silent.getByRole("link").click();
  await ann.page.getByRole("heading", { level: 1, name: "Users" }).waitFor();
  await until(async () => (await ann.count()) === silents, "the list has as many");
  await ann.online();
});

test("it changes with what is done, and each is told of what it can do something about", async () => {
  const ann = await attention();
  const tomas = await the.browser.person();
  await tomas.signIn(DEMO.tomas);
  const me = await tomas.me();
  const direct = group(ann, /has permissions without a role/);
  assert.equal(await direct.count(), 0);
  await ann.command({ give_grant: { grant: { user: me, what: { permission: "billing.manage" }, scope: "organisation" }, until: null } }, DEMO.organisation);
  await ann.go("/users?need=direct");
  await until(async () => (await ann.count()) === 1, "only he is listed");
  await ann.row("Tomás").first().waitFor();
  await ann.go("/attention");
  await direct.getByRole("link", { name: /Tomás/ }).click();
  await until(async () => /\/access$/.test(ann.page.url()), "where it is mended");
  await ann.command({ replace_roles: { user: me, take: [{ role: ROLES.admin, scope: "organisation" }], give: [{ role: ROLES.basic, scope: "own" }] } }, DEMO.organisation);
  await tomas.go("/attention");
  await tomas.sees("You can’t open this page");
});
