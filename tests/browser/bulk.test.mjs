// One thing done to many: told before it is done, for each who is left out why, and taken back where that is possible.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DEMO, until } from "../support/browser.mjs";
import { world } from "../support/world.mjs";

const the = world();

async function signedIn(email = DEMO.ann) {
  const person = await the.browser.person();
  await person.signIn(email);
  return person;
}

/** Prepares users that a search finds by this word, and selects them. */
async function some(person, word, many, options = {}) {
  for (let n = 1; n <= many; n++) {
    await person.make(`${word}.${n}@demo.example`, { prepare: true, name: `${word} ${n}`, ...options });
  }
  await person.saved();
  await select(person, `${word}.`, many);
}

async function select(person, words, many) {
  await person.countsTo(many, words);
  await person.page.getByLabel("Select all").check();
}

const bar = (person) => person.page.getByRole("toolbar", { name: "Selected users" });

async function ask(person, deed) {
  await bar(person).getByRole("button", { name: deed, exact: true }).click();
  const dialog = person.page.getByRole("dialog");
  await dialog.waitFor();
  return dialog;
}

test("a team for three: who is in it already is left out, and undo takes it back", async () => {
  const owner = await signedIn();
  await some(owner, "crew", 2);
  await owner.make("crew.3@demo.example", { prepare: true, name: "crew 3", team: "Sales" });
  await owner.countsTo(3);
  await owner.page.getByLabel("Select all").check();
  const dialog = await ask(owner, "Team");
  await owner.choose(dialog.getByLabel("Team", { exact: true }), "Sales");
  await dialog.getByText("2 of 3 selected users will join the team Sales.").waitFor();
  await dialog.getByText("2 memberships begin: Sales.").waitFor();
  const left = dialog.getByRole("listitem").filter({ hasText: "crew 3" });
  await left.getByText("Is in the team already.").waitFor();
  await dialog.getByRole("button", { name: "Add 2 users" }).click();
  await owner.sees("2 users joined the team Sales.");
  await owner.countsTo(3, "crew sales");
  await owner.press("Undo");
  await owner.countsTo(1);
  await owner.saved();
  await owner.countsTo(1);
});

test("a role given, and taken from those who have it", async () => {
  const owner = await signedIn();
  await some(owner, "part", 2);
  const dialog = await ask(owner, "Role");
  await owner.choose(dialog.getByLabel("Role", { exact: true }), "Supervisor");
  assert.ok(await dialog.getByRole("button", { name: "Save" }).isVisible(), "a role of a team needs the team");
  await owner.choose(dialog.getByLabel("Where the role holds", { exact: true }), "Sales");
  await dialog.getByText("2 users will get the role Supervisor in Sales.").waitFor();
  await dialog.getByText(/^2 users gain permissions: .* and \d+ more\.$/).waitFor();
  await dialog.getByRole("button", { name: "Give to 2 users" }).click();
  await owner.sees("2 users got the role Supervisor in Sales.");
  await owner.saved();
  await select(owner, "part.", 2);
  const again = await ask(owner, "Role");
  await again.getByText("Take away").click();
  await owner.choose(again.getByLabel("Role", { exact: true }), "Admin");
  await again.getByText("Nothing changes for the 2 selected users.").waitFor();
  assert.equal(await again.getByText("Does not have the role.").count(), 2);
  const give = again.getByRole("button", { name: /^Take from/ });
  assert.equal(await give.getAttribute("aria-disabled"), "true");
});

test("the last seats go to the first, and the others are told why", async () => {
  const owner = await signedIn();
  await some(owner, "seat", 3, { licence: "No licence" });
  const dialog = await ask(owner, "Licence");
  const choice = dialog.getByLabel("Licence", { exact: true });
  await owner.choose(choice, "Standard — 2 of 25 left");
  await dialog.getByText("2 of 3 selected users will get Standard.").waitFor();
  await dialog.getByText("Seats taken: Standard (2).").waitFor();
  await dialog.getByRole("heading", { name: "Left out: 1" }).waitFor();
  await dialog.getByText(/^All 25 seats of Standard are taken/).waitFor();
  await dialog.getByRole("button", { name: "Give to 2 users" }).click();
  await owner.sees("2 users got Standard.");
  await owner.press("Undo");
  await owner.sees("Undone.");
  await owner.saved();
  await owner.page.locator(".meters").getByText("23 / 25", { exact: true }).waitFor();
});

test("suspended together and back again; who can't be is named", async () => {
  const owner = await signedIn();
  await select(owner, "demo.example", await countOf(owner, "demo.example"));
  const dialog = await ask(owner, "Suspend");
  const oneself = dialog.getByRole("listitem").filter({ hasText: "Ann Okonkwo-Reyes" });
  await oneself.getByText(/^You can’t do this to yourself\. .*This is the last active owner/).waitFor();
  await dialog.getByRole("listitem").filter({ hasText: "Gülşen Yıldız" }).getByText("Is suspended already.").waitFor();
  await dialog.getByText(/signed out everywhere at once/).waitFor();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await owner.press("Clear the selection");
  await select(owner, "lindqvist", 1);
  const one = await ask(owner, "Suspend");
  await one.getByRole("heading", { name: /^Suspend .*Lindqvist\?$/ }).waitFor();
  await one.getByRole("button", { name: "Suspend user" }).click();
  const row = owner.row("Lindqvist");
  await row.getByText("Suspended").waitFor();
  await owner.press("Undo");
  await row.getByText("Active").waitFor();
  await owner.saved();
});

test("deleting asks first, says what goes, and can't be undone", async () => {
  const owner = await signedIn();
  await some(owner, "gone", 2, { team: "Sales" });
  const dialog = await ask(owner, "Delete");
  await dialog.getByText("Are you sure you want to delete these users?").waitFor();
  for (const line of ["2 users will be deleted.", "2 memberships end: Sales.", "This can’t be undone."]) {
    await dialog.getByText(line, { exact: true }).waitFor();
  }
  await dialog.getByRole("button", { name: "Delete 2 users" }).click();
  await owner.sees("2 users are being deleted.");
  assert.equal(await owner.page.getByRole("button", { name: "Undo" }).count(), 0);
  await owner.countsTo(0, "gone.");
});

test("a manager is offered what it may do, and told whom it may not", async () => {
  const mia = await signedIn(DEMO.mia);
  await mia.page.getByLabel("Select all").check();
  await bar(mia).waitFor();
  await until(async () => (await bar(mia).getByRole("button", { name: "Delete" }).count()) === 0, "no deletion offered");
  const dialog = await ask(mia, "Suspend");
  await dialog.getByText("You need the permission “Suspend users” for this.").first().waitFor();
});

async function countOf(person, words) {
  await person.search(words);
  await until(async () => (await person.count()) > 10, "some users");
  return person.count();
}
