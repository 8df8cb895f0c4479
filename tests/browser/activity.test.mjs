// The audit log: what was done, by whom and by what, narrowed, with what stood before and after, and the way to what it was about.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DEMO, until } from "../support/browser.mjs";
import { world } from "../support/world.mjs";

const the = world();

async function log(email, query = "") {
  const person = await the.browser.person();
  await person.signIn(email);
  await person.go(`/activity${query}`);
  // The address is asked for by who may not read it, too.
  await entries(person).first().or(person.page.getByText("You can’t open this page")).first().waitFor();
  return person;
}

const entries = (person) => person.page.locator("ol.history > li");
const entry = (person, text) => entries(person).filter({ hasText: text });

/** Picks one in a field that finds by name. */
async function pick(person, label, words, name) {
  await person.page.getByLabel(label, { exact: true }).fill(words);
  await person.page.getByRole("option", { name }).first().click();
}

test("what was done stands there with who, before and after, and leads to what it was about", async () => {
  const ann = await log();
  await ann.page.getByRole("heading", { level: 1, name: "Audit log" }).waitFor();
  const edit = { name: "Juniper & Vale Traders", language: "en", time_zone: "Europe/London", country: "GB" };
  await ann.command({ edit_organisation: edit }, DEMO.organisation);
  await ann.press("Refresh");
  const renamed = entry(ann, "Juniper & Vale Traders").first();
  await renamed.locator("del", { hasText: "Juniper & Vale Trading" }).waitFor();
  await renamed.locator("ins", { hasText: "Juniper & Vale Traders" }).waitFor();
  await renamed.getByText("By Ann Okonkwo-Reyes").waitFor();
  await ann.command({ edit_organisation: { ...edit, name: DEMO.organisation } }, edit.name);
  await ann.page.getByLabel("What was done").selectOption({ label: "Invite a user" });
  await until(async () => (await entry(ann, "Edit").count()) === 0, "the edits are left out");
  const first = entries(ann).first();
  await first.getByText("By the system").waitFor();
  await first.getByRole("list", { name: "About: open" }).getByRole("link").first().click();
  await ann.page.getByRole("heading", { level: 2, name: "Activity" }).waitFor();
  assert.match(ann.page.url(), /\/users\/[^/]+\/activity$/);
  await ann.page.goBack();
  await until(async () => (await ann.page.getByLabel("What was done").inputValue()) === "invite_user", "the filter stands again");
});

test("whom, what team, by whom, by what and when narrow it; the address says so; older ones follow", async () => {
  const ann = await log();
  await pick(ann, "About", "mia", /Mia Lindqvist/);
  await entry(ann, "Accept the invitation of Mia Lindqvist").waitFor();
  await until(async () => /user=/.test(ann.page.url()), "the address names her");
  await ann.page.reload();
  await entry(ann, "Accept the invitation of Mia Lindqvist").waitFor();
  assert.equal(await ann.page.getByLabel("About", { exact: true }).inputValue(), "Mia Lindqvist");
  await ann.press("Clear filters");
  await until(async () => (await ann.page.getByLabel("About", { exact: true }).inputValue()) === "", "nothing is narrowed");
  await pick(ann, "About", "customer", /Customer Care/);
  await entry(ann, "Create the team Customer Care").waitFor();
  await ann.page.getByLabel("By what", { exact: true }).selectOption({ label: "API key" });
  await ann.sees("Nothing in the log fits these filters.");
  await ann.page.getByLabel("By what", { exact: true }).selectOption({ label: "The system" });
  await entry(ann, "Create the team Customer Care").waitFor();
  await ann.page.getByLabel("From", { exact: true }).fill("2099-01-01");
  await ann.sees("Nothing in the log fits these filters.");
  await ann.press("Clear filters");
  await ann.press("Show older ones");
  await until(async () => (await entries(ann).count()) > 50, "older ones follow");
});

test("without a network it says that the log is on the server, and asks again by itself; who may not read it has no way there", async () => {
  const ann = await log();
  await entries(ann).first().waitFor();
  await ann.open("Inbox");
  await ann.offline();
  await ann.open("Audit log");
  await ann.sees(/This needs the server, which can’t be reached/);
  await ann.online();
  await entries(ann).first().waitFor();
  const mia = await log(DEMO.mia);
  await mia.sees("You can’t open this page");
  assert.equal(await mia.page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Audit log" }).count(), 0);
});
