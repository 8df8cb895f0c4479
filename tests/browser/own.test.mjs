// One's own page (S4.8, S4.10): profile, presence, phones, rules, language and theme, with the permissions that one has; and the
// directory, where whoever may only look people up comes in: found, called, written to, copied.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import { clean } from "../support/axe.mjs";
import { DEMO, until } from "../support/browser.mjs";
import { world } from "../support/world.mjs";

const the = world();
const SECRET = "four unrelated words";
let made = 0;

const part = (person, name) => person.page.getByRole("region", { name, exact: true });

/** Somebody new, who has accepted the invitation. */
async function newcomer(role) {
  const owner = await the.browser.person();
  await owner.signIn();
  const email = `new${(made += 1)}@demo.example`;
  await owner.make(email, { role, licence: "Light" });
  const { code, link } = await owner.mailTo(email);
  const person = await the.browser.person();
  await person.page.goto(link);
  await person.page.getByLabel("Code", { exact: true }).pressSequentially(code.toLowerCase());
  await person.page.getByLabel("Full name").fill(`Nia ${role}`);
  await person.page.getByLabel("New password", { exact: true }).fill(SECRET);
  await person.press("Join");
  await person.press("Open the directory");
  await person.saved();
  return person;
}

test("whoever may only look people up comes in at the directory, and finds, calls, writes and copies there", async () => {
  const nia = await newcomer("Basic");
  await nia.page.getByRole("heading", { level: 1, name: "Directory" }).waitFor();
  assert.equal(new URL(nia.page.url()).pathname, "/directory");
  const pages = nia.page.getByRole("navigation", { name: "Pages" });
  assert.equal(await pages.getByRole("link", { name: "Users", exact: true }).count(), 0);
  await nia.page.getByLabel("Search the directory").fill("1003");
  await nia.row("Mia Lindqvist").click();
  const panel = nia.page.getByRole("complementary", { name: "Colleague" });
  assert.equal(await panel.getByRole("link", { name: "Call 1003" }).getAttribute("href"), "tel:1003");
  assert.equal(await panel.getByRole("link", { name: "Write a mail" }).getAttribute("href"), "mailto:mia@demo.example");
  await panel.getByText("Customer Care Manager").waitFor();
  await nia.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await panel.getByRole("button", { name: "Copy" }).click();
  await nia.sees("Copied.");
  assert.equal(await panel.getByRole("link", { name: "Open" }).count(), 0, "there is no page of it to see");
  await clean(nia, "the directory");
  await nia.offline();
  await nia.page.getByLabel("Search the directory").fill("suhartini");
  await nia.row("Suhartini").getByText("1004").first().waitFor();
  await until(() => nia.page.url().includes("suhartini"), "the address says what is searched for");
  await nia.page.reload();
  await nia.row("Suhartini").first().waitFor();
  await nia.online();
  await nia.go("/users");
  await nia.page.getByRole("heading", { level: 1, name: "Users" }).waitFor();
});

test("an administrator comes in at the users, and the directory leads to the page of each", async () => {
  const ann = await the.browser.person();
  await ann.signIn();
  assert.equal(new URL(ann.page.url()).pathname.replace("/users", "/"), "/");
  await ann.open("Directory");
  await ann.page.getByLabel("Search the directory").fill("mia lindqvist");
  await ann.row("Mia Lindqvist").click();
  await ann.page.getByRole("complementary", { name: "Colleague" }).getByRole("link", { name: "Open" }).click();
  await ann.page.getByRole("heading", { level: 1, name: "Mia Lindqvist" }).waitFor();
});

test("one's own page has the profile, presence, rules and looks; what is edited without a network waits", async () => {
  const ann = await the.browser.person();
  await ann.signIn();
  await ann.openAccount();
  const presence = part(ann, "Calls of your teams");
  await presence.getByText("Break", { exact: true }).click();
  await until(() => presence.getByLabel("Break", { exact: true }).isChecked(), "the break");
  await presence.getByText(/Since /).waitFor();
  await ann.saved();
  await clean(ann, "one's own page");
  await part(ann, "Language and theme").getByText("Dark", { exact: true }).click();
  await until(async () => (await ann.page.locator("html").getAttribute("data-theme")) === "dark", "the dark theme");
  await ann.offline();
  await ann.pill(/^Offline/);
  const profile = part(ann, "Personal information");
  await profile.getByLabel(/^Position/).fill("Founder and typist");
  await presence.getByText("Available", { exact: true }).click();
  await until(() => presence.getByLabel("Available", { exact: true }).isChecked(), "there again");
  assert.equal(await profile.getByLabel(/^Position/).inputValue(), "Founder and typist", "what is typed stays");
  await profile.getByRole("button", { name: "Save" }).click();
  await ann.sees("Profile saved.");
  await ann.pill("Offline – 2 changes waiting");
  await ann.online();
  await ann.saved();
  await ann.page.getByLabel("Language", { exact: true }).last().selectOption("de");
  await ann.page.getByRole("heading", { level: 2, name: "Sprache und Design" }).waitFor();
  await ann.page.getByLabel("Sprache", { exact: true }).last().selectOption("en");
  await ann.page.getByRole("heading", { level: 2, name: "Language and theme" }).waitFor();
  await ann.saved();
});

test("one's own calls stand on one's own page, a Basic user's too, and nobody else's do", async () => {
  const nia = await newcomer("Basic");
  await nia.openAccount();
  const calls = part(nia, "Your calls");
  await calls.getByText(/^No calls yet/).waitFor();
  const ann = await the.browser.person();
  await ann.signIn();
  const [mine, other] = [randomUUID(), randomUUID()];
  const call = (call, event, ago, more = {}) => {
    return { call, event, at: Date.now() - ago * 1000, direction: "incoming", peer: null, team: null, user: null, ...more };
  };
  const [user, owner] = [await nia.me(), await ann.me()];
  const reports = [
    call(mine, "started", 500, { user, peer: "+4930901820" }),
    call(mine, "answered", 490, { user }),
    call(mine, "ended", 425, { user }),
    call(other, "started", 300, { user: owner, peer: "+4930901899" }),
    call(other, "ended", 290, { user: owner }),
  ];
  await ann.command({ report_calls: { reports } }, DEMO.organisation);
  const row = calls.getByRole("listitem").filter({ hasText: "+4930901820" });
  await row.getByText("Answered").waitFor();
  await row.getByText("Incoming").waitFor();
  await row.getByText("1:05").waitFor();
  assert.equal(await calls.getByRole("listitem").count(), 1);
  await clean(nia, "own calls");
  await nia.offline();
  await nia.page.reload();
  await row.waitFor();
  await nia.page.getByRole("link", { name: "1 call", exact: true }).click();
  await nia.page.getByRole("heading", { level: 1, name: "Calls" }).waitFor();
  await until(async () => (await nia.page.locator("#grid .slot .list-row").count()) === 1, "its only call");
  await nia.online();
  await ann.openAccount();
  await part(ann, "Your calls").getByRole("link", { name: "+4930901899" }).click();
  await until(() => ann.page.url().includes(other), "the call, opened");
});

test("a Basic user has its own page too: what it may not change is there to read", async () => {
  const nia = await newcomer("Basic");
  await nia.openAccount();
  await part(nia, "Language and theme").waitFor();
  await nia.page.getByText("Nia Basic").first().waitFor();
  await nia.page.getByRole("heading", { level: 2, name: "Your calls" }).waitFor();
  await nia.page.getByRole("button", { name: "Change password…" }).waitFor();
  assert.equal(await nia.page.getByRole("button", { name: "Off-board…" }).count(), 0);
});
