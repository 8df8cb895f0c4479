// Contacts that everybody shares: added, found, called, edited and deleted.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DEMO, until } from "../support/browser.mjs";
import { world } from "../support/world.mjs";

const the = world();

async function contacts(email, options) {
  const person = await the.browser.person(options);
  await person.signIn(email);
  await person.go("/contacts");
  await person.page.getByRole("heading", { level: 1, name: "Shared contacts" }).waitFor();
  return person;
}

async function add(person, { name, company, numbers, email }) {
  await person.page.getByRole("button", { name: "Add contact" }).first().click();
  const form = person.page.getByRole("dialog", { name: "Add contact" });
  await form.getByLabel("Name", { exact: true }).fill(name);
  if (company) await form.getByLabel(/^Company/).fill(company);
  if (numbers) await form.getByLabel(/^Numbers/).fill(numbers);
  if (email) await form.getByLabel(/^E-mail/).fill(email);
  return form;
}

const save = async (form) => {
  await form.getByRole("button", { name: "Save" }).click();
  await form.waitFor({ state: "detached" });
};
const search = (person, words) => person.page.getByLabel("Search contacts").fill(words);
const names = (person) => person.page.locator("#grid .slot:not([hidden]) .name").allInnerTexts();
const shows = (person, wanted) =>
  until(async () => (await names(person)).join() === wanted.join(), async () => `${wanted}; it is ${await names(person)}`);
const panel = (person) => person.page.getByRole("complementary", { name: "Contact" });

test("a contact is added, found by all that is known of it, called, edited and deleted, each with a way back", async () => {
  const owner = await contacts();
  await owner.sees("No shared contacts yet");
  const form = await add(owner, { name: "Night taxi", company: "Cabs & Co", numbers: "+49 30 555555\nnot a number", email: "ride@cabs.example" });
  await form.getByRole("button", { name: "Save" }).click();
  await form.getByText(/^not a number: /).waitFor();
  await form.getByLabel(/^Numbers/).fill("+49 30 555555\n+49 30 666666");
  await save(form);
  await owner.saved();
  await save(await add(owner, { name: "Bakery", email: "orders@bread.example" }));
  await shows(owner, ["Bakery", "Night taxi"]);
  await search(owner, "+4930666");
  await shows(owner, ["Night taxi"]);
  await owner.row("Night taxi").locator(".called").getByText("+4930555555 and 1 more").waitFor();
  await owner.row("Night taxi").click();
  const call = panel(owner).getByRole("link", { name: "Call +4930555555" });
  assert.equal(await call.getAttribute("href"), "tel:+4930555555");
  const write = panel(owner).getByRole("link", { name: "Write to ride@cabs.example" });
  assert.equal(await write.getAttribute("href"), "mailto:ride@cabs.example");
  await panel(owner).getByRole("button", { name: "Edit" }).click();
  const edit = owner.page.getByRole("dialog", { name: "Edit contact" });
  await edit.getByLabel(/^Numbers/).fill("+49 30 777777");
  await save(edit);
  await panel(owner).getByRole("link", { name: "Call +4930777777" }).waitFor();
  await owner.saved();
  await owner.page.locator(".toast", { hasText: "Saved" }).getByRole("button", { name: "Undo" }).click();
  await panel(owner).getByRole("link", { name: "Call +4930555555" }).waitFor();
  await search(owner, "");
  await panel(owner).getByRole("button", { name: "Delete" }).click();
  const dialog = owner.page.getByRole("dialog", { name: "Delete Night taxi?" });
  await dialog.getByRole("button", { name: "Delete" }).click();
  await shows(owner, ["Bakery"]);
  await owner.page.locator(".toast", { hasText: "Night taxi was deleted." }).getByRole("button", { name: "Undo" }).click();
  await shows(owner, ["Bakery", "Night taxi"]);
  await owner.saved();
});

test("contacts are kept without a network, and those who may only look them up are told why", async () => {
  const owner = await contacts();
  await owner.offline();
  await save(await add(owner, { name: "Window cleaner", numbers: "+49 40 1234567" }));
  await owner.row("Window cleaner").getByText("Pending").waitFor();
  await owner.page.reload();
  await owner.row("Window cleaner").getByText("Pending").waitFor();
  await owner.online();
  await owner.saved();
  await until(async () => (await owner.row("Window cleaner").getByText("Pending").count()) === 0, "it is there");
  const mia = await contacts(DEMO.mia);
  await search(mia, "window");
  await mia.row("Window cleaner").click();
  await panel(mia).getByRole("link", { name: "Call +49401234567" }).waitFor();
  const edit = panel(mia).getByRole("button", { name: "Edit" });
  assert.equal(await edit.getAttribute("aria-disabled"), "true");
  await panel(mia).getByText(/You need the permission/).first().waitFor();
  assert.equal(await mia.page.getByRole("button", { name: "Add contact" }).getAttribute("aria-disabled"), "true");
});

test("many are deleted together", async () => {
  const owner = await contacts();
  for (const name of ["Gone one", "Gone two", "Gone three"]) await save(await add(owner, { name }));
  await search(owner, "gone");
  await until(async () => (await names(owner)).length === 3, "three contacts");
  await owner.page.getByLabel("Select all").check();
  await owner.page.getByRole("toolbar", { name: "Shared contacts" }).getByRole("button", { name: "Delete" }).click();
  await owner.page.getByRole("dialog", { name: "Delete 3 contacts?" }).getByRole("button", { name: "Delete" }).click();
  await owner.sees("3 contacts were deleted.");
  await until(async () => (await names(owner)).length === 0, "none of them");
  await owner.saved();
});
