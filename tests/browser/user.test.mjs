// The page of a user: its address and tabs, what is edited in them online and offline, the order of rules by keyboard, what
// somebody who may not sees, and what is no person.
import assert from "node:assert/strict";
import { test } from "node:test";
import { clean, cleanInBoth } from "../support/axe.mjs";
import { DEMO, until } from "../support/browser.mjs";
import { world } from "../support/world.mjs";

const the = world();
const TABS = ["profile", "access", "telephony", "answering", "voicemail", "activity", "advanced"];
let made = 0;

/** An id that nothing else has. */
const fresh = () => `01900000-0000-7000-8000-${String((made += 1)).padStart(12, "0")}`;

async function signedIn(email = DEMO.ann, options) {
  const person = await the.browser.person(options);
  await person.signIn(email);
  return person;
}

/** Opens the page of somebody by the panel beside the list. */
async function openPage(person, name) {
  await person.beside(name);
  await person.page.getByRole("complementary", { name: "User details" }).getByRole("link", { name: "Open" }).click();
  await person.page.getByRole("heading", { level: 1, name }).waitFor();
  return new URL(person.page.url()).pathname.split("/")[2];
}

const tab = (person, name) => person.page.getByRole("navigation", { name: "Parts of this user" }).getByRole("link", { name, exact: true });
const part = (person, name) => person.page.getByRole("region", { name, exact: true });
const address = (person) => new URL(person.page.url()).pathname;

async function go(person, name) {
  await tab(person, name).click();
  await until(async () => (await tab(person, name).getAttribute("aria-current")) === "page", `the tab ${name}`);
}

test("a user has a page, its tabs are addresses, and back leads where one was", async () => {
  const ann = await signedIn();
  const id = await openPage(ann, "Mia Lindqvist");
  assert.equal(address(ann), `/users/${id}/profile`);
  await until(async () => (await ann.page.title()).startsWith("Mia Lindqvist"), "the title");
  for (const [name, path] of [["Access", "access"], ["Telephony", "telephony"], ["Answering rules", "answering"], ["Voicemail", "voicemail"], ["Activity", "activity"], ["Advanced", "advanced"]]) {
    await go(ann, name);
    assert.equal(address(ann), `/users/${id}/${path}`);
  }
  await ann.page.goBack();
  await until(async () => (await tab(ann, "Activity").getAttribute("aria-current")) === "page", "the tab before");
  await ann.page.reload();
  await ann.page.getByRole("heading", { name: "Activity" }).waitFor();
  await part(ann, "Activity").getByText("Accept the invitation of Mia Lindqvist").waitFor();
  await ann.page.getByRole("link", { name: "Users", exact: true }).first().click();
  await ann.page.getByRole("heading", { level: 1, name: "Users" }).waitFor();
  await ann.go(`/users/${fresh()}/profile`);
  await ann.sees("No such user");
});

test("a profile is edited in place, also offline, and can be taken back", async () => {
  const ann = await signedIn();
  await openPage(ann, "Suhartini");
  const profile = part(ann, "Personal information");
  await profile.getByLabel(/^Position/).fill("Care Lead");
  await profile.getByRole("button", { name: "Save" }).click();
  await ann.sees("Profile saved.");
  await until(async () => (await profile.getByRole("button", { name: "Save" }).count()) === 0, "the buttons are gone");
  await ann.saved();
  await ann.offline();
  await ann.pill(/^Offline/);
  await profile.getByLabel(/^Position/).fill("Care Chief");
  await profile.getByLabel(/^Position/).press("Control+Enter");
  await ann.pill("Offline – 1 change waiting");
  await profile.getByText("Pending").waitFor();
  await ann.page.reload();
  await until(async () => (await profile.getByLabel(/^Position/).inputValue()) === "Care Chief", "the position that waits");
  await go(ann, "Activity");
  await ann.sees("This needs the server");
  await ann.online();
  await ann.saved();
  await part(ann, "Activity").getByText("Care Chief").first().waitFor();
  await go(ann, "Profile");
  await profile.getByLabel(/^Full name/).fill("");
  await profile.getByRole("button", { name: "Save" }).click();
  await profile.getByText(/Fill this in|required|empty/i).first().waitFor();
  await profile.getByRole("button", { name: "Discard" }).click();
  assert.equal(await profile.getByLabel(/^Full name/).inputValue(), "Suhartini");
});

test("a role is given until a day, shown with the rights that it brings, and taken", async () => {
  const ann = await signedIn();
  await openPage(ann, "Suhartini");
  await go(ann, "Access");
  await ann.press("Give a role");
  const dialog = ann.page.getByRole("dialog");
  await ann.choose(dialog.getByLabel("Role", { exact: true }), "Supervisor");
  await ann.choose(dialog.getByLabel("Where the role holds"), "Finance");
  await dialog.getByLabel(/^Until the end of/).fill("2031-05-17");
  await dialog.getByRole("button", { name: "Give", exact: true }).click();
  await dialog.waitFor({ state: "detached" });
  const roles = part(ann, "Roles");
  await roles.getByText("Supervisor").waitFor();
  await roles.getByText(/Until .*2031/).waitFor();
  await part(ann, "Effective rights").getByText("Supervise queues").waitFor();
  await part(ann, "Effective rights").getByText("Through Supervisor").first().waitFor();
  await ann.press("Take “Supervisor”");
  await dialog.getByText(/^Can no longer|^Loses|no longer/).first().waitFor();
  await dialog.getByRole("button", { name: "Take it" }).click();
  await roles.getByText("Supervisor").waitFor({ state: "detached" });
  await ann.press("Give a permission");
  await dialog.getByText(/A role is nearly always better/).waitFor();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await ann.saved();
});

test("an extension, a number with its mobile, and a phone are given and taken", async () => {
  const ann = await signedIn();
  await ann.command({ add_number: { number: "+442071838750", kind: "landline" } }, DEMO.organisation);
  await openPage(ann, "Suhartini");
  await go(ann, "Telephony");
  const extension = part(ann, "Extension");
  await extension.getByLabel("Extension", { exact: true }).fill("1003");
  await extension.getByText(/taken|Mia/i).first().waitFor();
  await extension.getByLabel("Extension", { exact: true }).fill("1987");
  await extension.getByRole("button", { name: "Save" }).click();
  await ann.sees("Extension saved.");
  await ann.press("Assign a number");
  const dialog = ann.page.getByRole("dialog");
  await ann.choose(dialog.getByLabel("Number", { exact: true }), "\\+442071838750");
  await dialog.getByRole("button", { name: "Assign", exact: true }).click();
  await dialog.waitFor({ state: "detached" });
  const numbers = part(ann, "Numbers");
  await numbers.getByText("+442071838750").waitFor();
  await ann.press("Mobile that rings with +442071838750");
  await dialog.getByLabel(/^Mobile number/).fill("07400 123456");
  await dialog.getByRole("button", { name: "Save" }).click();
  await numbers.getByText("+447400123456 rings too").waitFor();
  await part(ann, "Numbers to show").getByText("+442071838750").click();
  await part(ann, "Numbers to show").getByRole("button", { name: "Save" }).click();
  await ann.sees("Numbers to show saved.");
  await ann.press("Add phone");
  await dialog.getByLabel(/^Phone model/).fill("Snom D785");
  await dialog.getByRole("button", { name: "Add phone" }).click();
  await part(ann, "Phones").getByText("Snom D785").waitFor();
  await ann.press("Remove Snom D785");
  await dialog.getByRole("button", { name: "Remove phone" }).click();
  await part(ann, "Phones").getByText("Snom D785").waitFor({ state: "detached" });
  await ann.press("Take +442071838750 back");
  await dialog.getByRole("button", { name: "Take it back" }).click();
  await numbers.getByText("No number.").waitFor();
  await ann.saved();
});

test("answering rules are ordered by keyboard, and what would ring now follows them", async () => {
  const ann = await signedIn();
  await openPage(ann, "Mia Lindqvist");
  await go(ann, "Answering rules");
  const dialog = ann.page.getByRole("dialog");
  const add = async (when, then) => {
    await ann.press("Add rule");
    await dialog.getByLabel("When").selectOption({ label: when });
    await dialog.getByLabel("Then").selectOption({ label: then });
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.waitFor({ state: "detached" });
  };
  await add("Always", "Reject the call");
  await add("Always", "Voicemail");
  const rules = part(ann, "Answering rules").getByRole("listitem");
  const order = async () => (await rules.allInnerTexts()).map((text) => text.trim());
  await until(async () => (await order()).join() === "Always: reject the call,Always: voicemail", async () => `both rules; they are ${await order()}`);
  await part(ann, "What would ring now").getByText("The call is rejected").waitFor();
  await ann.page.getByRole("button", { name: "Move rule 2" }).focus();
  await ann.page.keyboard.press("ArrowUp");
  await until(async () => (await order()).join() === "Always: voicemail,Always: reject the call", async () => `the other order; it is ${await order()}`);
  await until(() => ann.page.evaluate(() => document.activeElement.id === "rule-0"), "the focus moves along");
  await ann.sees("Rule 1 of 2");
  await part(ann, "What would ring now").getByText("Voicemail of Mia Lindqvist").waitFor();
  const [from, to] = await Promise.all([1, 0].map((at) => ann.page.locator(`#rule-${at}`).boundingBox()));
  await ann.page.mouse.move(from.x + 8, from.y + 8);
  await ann.page.mouse.down();
  await ann.page.mouse.move(to.x + 8, to.y + 8, { steps: 5 });
  await ann.page.mouse.up();
  await until(async () => (await order()).join() === "Always: reject the call,Always: voicemail", async () => `the first order; it is ${await order()}`);
  // The toast of a move comes when it is stored, after the list shows it.
  await until(async () => (await ann.page.getByText("Rule moved.").count()) === 2, "both moves are stored");
  await ann.page.getByRole("button", { name: "Undo" }).last().click();
  await until(async () => (await order()).join() === "Always: voicemail,Always: reject the call", "undone");
  await go(ann, "Voicemail");
  await ann.page.getByLabel(/^Take messages/).check();
  await ann.press("Save");
  await ann.sees("Voicemail saved.");
  await ann.saved();
});

test("what ends access asks first and says what goes; whoever may not finds nothing of it", async () => {
  const ann = await signedIn();
  await openPage(ann, "Jean-Baptiste Le Goff");
  await go(ann, "Advanced");
  await ann.press("Send welcome mail");
  const dialog = ann.page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Send mail" }).click();
  await ann.sees("Welcome mail sent.");
  await ann.press("Delete");
  await dialog.getByText(/Loses Basic/).waitFor();
  await dialog.getByText(/can’t be undone|can be restored/).waitFor();
  await dialog.getByRole("button", { name: "Delete user" }).click();
  await ann.page.getByRole("heading", { level: 1, name: "Users" }).waitFor();
  await ann.saved();

  const id = await openPage(ann, "Mia Lindqvist");
  await go(ann, "Access");
  await ann.press("Replace all roles");
  await ann.choose(dialog.getByLabel("Role", { exact: true }), "Agent");
  await dialog.getByRole("button", { name: "Replace", exact: true }).click();
  await part(ann, "Roles").getByText("Agent").waitFor();
  await ann.saved();
  const mia = await signedIn(DEMO.mia);
  await mia.go(`/users/${id}/activity`);
  await mia.page.getByRole("heading", { level: 1, name: "Mia Lindqvist" }).waitFor();
  await part(mia, "Personal information").getByLabel(/^Full name/).waitFor();
  await tab(mia, "Answering rules").waitFor();
  assert.equal(await tab(mia, "Activity").count(), 0);
  await mia.go("/users");
  await openPage(mia, "Suhartini");
  await part(mia, "Profile").getByText("Suhartini").first().waitFor();
  assert.equal(await mia.page.getByRole("button", { name: "Save" }).count(), 0);
  for (const name of ["Access", "Activity", "Advanced", "Answering rules", "Voicemail"]) assert.equal(await tab(mia, name).count(), 0, name);
});

test("a queue is made with its extension, its number and where it sends calls, also without a network, and taken back", async () => {
  const ann = await signedIn();
  const number = "+442071838773";
  await ann.command({ add_number: { number, kind: "group" } }, DEMO.organisation);
  await ann.open("Numbers");
  await ann.row(number).waitFor();
  await ann.open("Users");
  const dialog = ann.page.getByRole("dialog", { name: "New bridge, attendant or queue" });
  const begin = async () => {
    await ann.press("More to add");
    await ann.page.getByRole("menuitem", { name: "New bridge, attendant or queue" }).click();
    await dialog.waitFor();
  };
  await begin();
  await ann.choose(dialog.getByLabel("Kind", { exact: true }), "Call queue");
  await dialog.getByLabel(/^Extension/).fill("1003");
  await dialog.getByText(/has this extension/).waitFor();
  await dialog.getByRole("button", { name: "Create" }).click();
  await dialog.locator("#system-name[aria-invalid=true]").waitFor();
  await ann.offline();
  await dialog.getByLabel("Name", { exact: true }).fill("Service desk");
  await dialog.getByLabel(/^Extension/).fill("1962");
  await ann.choose(dialog.getByLabel(/^Number/), `\\${number}`);
  const to = dialog.getByRole("combobox", { name: /^Sends calls to/ });
  await to.fill("Mia Lind");
  await dialog.getByText("Choose one from the list.").waitFor();
  await dialog.getByRole("option", { name: /Mia Lindqvist/ }).click();
  await dialog.getByText("Choose one from the list.").waitFor({ state: "detached" });
  await dialog.getByRole("button", { name: "Create" }).click();
  await dialog.waitFor({ state: "detached" });
  await ann.page.getByRole("heading", { level: 1, name: "Service desk" }).waitFor();
  await ann.page.locator(".user-head").getByText("Call queue").waitFor();
  await ann.online();
  await ann.saved();
  await go(ann, "Telephony");
  await part(ann, "Numbers").getByText(number).waitFor();
  await until(async () => (await part(ann, "Extension").getByLabel("Extension", { exact: true }).inputValue()) === "1962", "its extension");
  await go(ann, "Profile");
  await until(async () => /Mia/.test(await part(ann, "Profile").getByLabel("Sends calls to").evaluate((select) => select.selectedOptions[0].text)), "where it sends calls");

  await ann.open("Users");
  await begin();
  await dialog.getByLabel("Name", { exact: true }).fill("By mistake");
  await dialog.getByRole("button", { name: "Create" }).click();
  await ann.page.getByRole("heading", { level: 1, name: "By mistake" }).waitFor();
  await ann.page.locator(".toast").filter({ hasText: "By mistake is created." }).getByRole("button", { name: "Undo" }).click();
  await ann.saved();
  await ann.open("Users");
  await ann.countsTo(0, "By mistake");

  const mia = await signedIn(DEMO.mia);
  await mia.go("/users");
  await mia.find("Suhartini");
  assert.equal(await mia.page.getByRole("button", { name: "More to add" }).count(), 0, "who may make none is not offered it");
});

test("what is no person has a page that fits it, also on a phone", async () => {
  const ann = await signedIn(DEMO.ann, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const id = fresh();
  await ann.command({ create_system_user: { id, kind: "auto_attendant", name: "Front door" } }, DEMO.organisation);
  await ann.find("Front door");
  await ann.go(`/users/${id}/profile`);
  await ann.page.getByRole("heading", { level: 1, name: "Front door" }).waitFor();
  await ann.sees("Auto attendant");
  for (const name of ["Access", "Answering rules", "Voicemail"]) assert.equal(await tab(ann, name).count(), 0, name);
  const profile = part(ann, "Profile");
  await ann.choose(profile.getByLabel("Sends calls to"), "Mia Lindqvist");
  await profile.getByRole("button", { name: "Save" }).click();
  await ann.sees("Profile saved.");
  await ann.saved();
  await go(ann, "Advanced");
  await part(ann, "Access").getByRole("button", { name: "Suspend" }).waitFor();
  assert.equal(await ann.page.getByText("Send welcome mail").count(), 0);
  const [wide, screen] = await ann.page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok(wide <= screen, `${wide} px wide on ${screen}`);
});

test("axe finds nothing in any tab, and nothing is wider than a phone", async () => {
  const ann = await signedIn(DEMO.ann, { bypassCSP: true });
  const id = await openPage(ann, "Chandrasekharan");
  await ann.command({ set_answering: { user: id, rules: [{ when: "busy", action: "voicemail" }, { when: "always", action: { ring: { seconds: 20 } } }] } }, DEMO.organisation);
  for (const path of TABS) {
    await ann.page.setViewportSize({ width: 1280, height: 800 });
    await ann.visit(`/users/${id}/${path}`);
    await ann.page.locator(`a[href="/users/${id}/${path}"][aria-current=page]`).waitFor();
    await ann.page.getByRole("region").first().waitFor();
    await cleanInBoth(ann, path);
    await ann.page.setViewportSize({ width: 390, height: 844 });
    const [wide, screen] = await ann.page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.ok(wide <= screen, `${path}: ${wide} px wide on ${screen}`);
  }
});

test("axe finds nothing in Arabic on the pages of a user, a team and a role", async () => {
  const ann = await signedIn(DEMO.ann, { bypassCSP: true });
  const id = await openPage(ann, "Chandrasekharan");
  await ann.visit("/teams");
  await ann.row("Customer Care").click();
  await ann.page.waitForURL(/\/teams\/[0-9a-f-]{36}/);
  const team = new URL(ann.page.url()).pathname.split("/")[2];
  await ann.speak("العربية");
  const pages = [
    ...TABS.map((path) => `/users/${id}/${path}`),
    ...["members", "channels", "calls", "settings"].map((path) => `/teams/${team}/${path}`),
    "/roles/00000000-0000-7000-8000-000000000006",
  ];
  for (const path of pages) {
    await ann.visit(path);
    if (!path.startsWith("/roles")) await ann.page.locator(`a[href="${path}"][aria-current=page]`).waitFor();
    await ann.page.getByRole("region").first().waitFor();
    await clean(ann, `${path} in Arabic`);
  }
});
