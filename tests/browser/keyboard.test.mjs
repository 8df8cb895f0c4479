// The ten commonest tasks without a mouse: keys alone, in the order in which they come, and wherever the focus ends up it is somewhere.
import { test } from "node:test";
import { DEMO, until } from "../support/browser.mjs";
import { world } from "../support/world.mjs";

const the = world();

async function signedIn() {
  const ann = await the.browser.person();
  await ann.signIn();
  return ann;
}

const has = (place) => place.evaluate((element) => element === document.activeElement).catch(() => false);
const press = (person, ...keys) => keys.reduce((before, key) => before.then(() => person.page.keyboard.press(key)), Promise.resolve());
const type = (person, text) => person.page.keyboard.type(text);
const dialog = (person) => person.page.getByRole("dialog");

/** Tabs on until this has the focus. */
async function reach(person, place, key = "Tab") {
  await place.waitFor();
  for (let steps = 0; steps < 60; steps += 1) {
    if (await has(place)) return;
    await press(person, key);
  }
  const at = await person.page.evaluate(() => document.activeElement.outerHTML.slice(0, 200));
  throw new Error(`60 times ${key} do not lead to ${place}; the focus is on ${at}`);
}

/** Goes to a screen, a person or a team by the palette. */
async function goTo(person, words) {
  await press(person, "Control+k");
  const field = dialog(person).getByRole("combobox");
  await field.waitFor();
  await until(() => has(field), "the focus in the palette");
  await type(person, words);
  await dialog(person).getByRole("option", { selected: true }).filter({ hasText: words }).waitFor();
  await press(person, "Enter");
  await dialog(person).waitFor({ state: "detached" });
}

/** Finds somebody in the list and stands on the row. */
async function find(person, words, count = 1) {
  await press(person, "/");
  await press(person, "Control+a");
  await type(person, words);
  await person.countsTo(count);
  await press(person, "ArrowDown");
  await until(() => has(person.page.locator("#grid")), "the focus in the list");
}

/** Chooses from the menu of the row. */
async function choose(person, deed) {
  await press(person, "ContextMenu");
  const item = person.page.getByRole("menuitem", { name: deed, exact: true });
  await reach(person, item, "ArrowDown");
  await press(person, "Enter");
}

const gone = (person) => dialog(person).waitFor({ state: "detached" });

/** The dialog closes, and the focus, which something had before, is not lost. */
async function closes(person) {
  await gone(person);
  await until(() => person.page.evaluate(() => document.activeElement !== document.body), "the focus");
}

test("invite, find, edit and suspend", async () => {
  const ann = await signedIn();
  await press(ann, "n");
  await until(() => has(ann.page.locator("#invite-email")), "the focus in the form");
  await type(ann, "keys@demo.example");
  await reach(ann, dialog(ann).getByLabel(/^Full name/));
  await type(ann, "Kay Keys");
  await press(ann, "Control+Enter");
  await gone(ann);
  await ann.sees("Invitation sent to keys@demo.example.");

  await find(ann, "mia lindqvist");
  await press(ann, "Enter");
  await ann.page.getByRole("complementary", { name: "User details" }).getByRole("heading", { name: "Mia Lindqvist" }).waitFor();
  await press(ann, "Escape");
  await choose(ann, "Edit profile");
  await reach(ann, dialog(ann).getByLabel(/^Position/));
  await press(ann, "Control+a");
  await type(ann, "Head of Care");
  await press(ann, "Enter");
  await closes(ann);
  await ann.row("Mia Lindqvist").getByText("Head of Care").waitFor();

  await choose(ann, "Suspend");
  await reach(ann, dialog(ann).getByRole("button", { name: "Suspend user" }));
  await press(ann, "Enter");
  await closes(ann);
  await ann.row("Mia Lindqvist").getByText("Suspended").waitFor();
  await reach(ann, ann.page.locator(".toast", { hasText: "suspended" }).getByRole("button", { name: "Undo" }));
  await press(ann, "Enter");
  await ann.row("Mia Lindqvist").getByText("Active").waitFor();
  await ann.saved();
});

test("assign an extension and grant a role", async () => {
  const ann = await signedIn();
  await find(ann, "le goff");
  await press(ann, "Enter");
  const panel = ann.page.getByRole("complementary", { name: "User details" });
  await reach(ann, panel.getByRole("link", { name: "Open" }));
  await press(ann, "Enter");
  const tabs = ann.page.getByRole("navigation", { name: "Parts of this user" });
  await reach(ann, tabs.getByRole("link", { name: "Telephony" }));
  await press(ann, "Enter");
  const extension = ann.page.getByRole("region", { name: "Extension", exact: true });
  await reach(ann, extension.getByLabel("Extension", { exact: true }));
  await type(ann, "1988");
  await press(ann, "Enter");
  await ann.sees("Extension saved.");
  await reach(ann, tabs.getByRole("link", { name: "Access" }), "Shift+Tab");
  await press(ann, "Enter");
  await reach(ann, ann.page.getByRole("button", { name: "Give a role" }));
  await press(ann, "Enter");
  await reach(ann, dialog(ann).getByLabel("Role", { exact: true }));
  await type(ann, "Agent");
  await reach(ann, dialog(ann).getByRole("button", { name: "Give", exact: true }));
  await press(ann, "Enter");
  await closes(ann);
  await ann.page.getByRole("region", { name: "Roles", exact: true }).getByText("Agent").waitFor();
  await ann.saved();
});

test("make a team and add a member", async () => {
  const ann = await signedIn();
  await goTo(ann, "Teams");
  await ann.page.getByRole("heading", { level: 1, name: "Teams" }).waitFor();
  await press(ann, "n");
  await until(() => has(dialog(ann).getByLabel("Name", { exact: true })), "the focus in the form");
  await type(ann, "Keyboard crew");
  await press(ann, "Control+Enter");
  await ann.page.getByRole("heading", { level: 1, name: "Keyboard crew" }).waitFor();
  const members = ann.page.getByRole("region", { name: "Members" });
  await reach(ann, members.getByLabel("Add somebody"));
  await type(ann, "suhartini");
  await members.getByRole("option", { name: /Suhartini/ }).waitFor();
  await press(ann, "Enter");
  await ann.sees("Suhartini added.");
  await members.getByRole("link", { name: "Suhartini" }).waitFor();
  await ann.saved();
});

test("import a file", async () => {
  const ann = await signedIn();
  // Asked for early: what opens before the browser knows of it opens for nobody.
  const asked = ann.page.waitForEvent("filechooser");
  await goTo(ann, "Import");
  await ann.page.getByRole("heading", { level: 1, name: "Import users" }).waitFor();
  await reach(ann, ann.page.locator('input[type="file"]'));
  await press(ann, "Enter");
  const chooser = await asked;
  const buffer = Buffer.from("E-mail,Name\r\nby.keys@demo.example,By Keys\r\n");
  await chooser.setFiles({ name: "keys.csv", mimeType: "text/csv", buffer });
  await reach(ann, ann.page.getByRole("button", { name: "Import 1 user" }));
  await press(ann, "Enter");
  await ann.sees("1 user is prepared.");
  await reach(ann, ann.page.getByRole("button", { name: "Show the users" }));
  await press(ann, "Enter");
  await ann.page.getByRole("heading", { level: 1, name: "Users" }).waitFor();
  await ann.saved();
});

test("go through the inbox", async () => {
  const ann = await signedIn();
  // What an offline device wanted is refused, because somebody else was first.
  await ann.offline();
  await press(ann, "n");
  await until(() => has(ann.page.locator("#invite-email")), "the focus in the form");
  await type(ann, "first@demo.example");
  await press(ann, "Control+Enter");
  await gone(ann);
  const other = await signedIn();
  await other.make("first@demo.example", { prepare: true });
  await other.saved();
  await ann.online();
  await goTo(ann, "Inbox");
  await ann.sees(/already/);
  await reach(ann, ann.page.getByRole("button", { name: "Discard" }).first());
  await press(ann, "Enter");
  await ann.sees("All done");
  await ann.saved();
});
