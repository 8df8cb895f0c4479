// Rows of docs/domain.md, section 1, that no other test does as a person would, or not without a network: what is told of a user, how
// it is reached, what it may do, and how it goes. tests/browser/seeds.txt says of each row where it is done.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { DEMO, until } from "../support/browser.mjs";
import { world } from "../support/world.mjs";

const the = world();
const OWNER = "00000000-0000-7000-8000-000000000001";

async function signedIn(email, password) {
  const person = await the.browser.person();
  await person.signIn(email, password);
  return person;
}

const part = (person, name) => person.page.getByRole("region", { name, exact: true });
const dialog = (person) => person.page.getByRole("dialog");
const tabs = (person) => person.page.getByRole("navigation", { name: "Parts of this user" });
const pending = (person, name) => part(person, name).getByText("Pending");

/** Opens the page of somebody; gives its id. */
async function open(person, name) {
  if (!["/", "/users"].includes(new URL(person.page.url()).pathname)) await person.visit("/users");
  await person.beside(name);
  await person.page.getByRole("complementary", { name: "User details" }).getByRole("link", { name: "Open" }).click();
  await person.page.getByRole("heading", { level: 1, name }).waitFor();
  return new URL(person.page.url()).pathname.split("/")[2];
}

async function tab(person, name) {
  const link = tabs(person).getByRole("link", { name, exact: true });
  await link.click();
  await until(async () => (await link.getAttribute("aria-current")) === "page", `the tab ${name}`);
}

/** Closes what was said, which lies over what is at the bottom. */
async function quiet(person) {
  const said = person.page.locator(".toast").getByRole("button", { name: "Dismiss" });
  while ((await said.count()) > 0) await said.first().click();
}

/** Saves a part of a page. */
async function save(person, name) {
  await quiet(person);
  const button = part(person, name).getByRole("button", { name: "Save" });
  await button.click();
  await button.waitFor({ state: "detached" });
}

/** Goes online, and everything that waited is done. */
async function back(person, ...parts) {
  for (const name of parts) await pending(person, name).first().waitFor();
  await person.online();
  await person.saved();
  for (const name of parts) await pending(person, name).first().waitFor({ state: "detached" });
}

test("how many are active, where one is, and what a row says, also without a network", async () => {
  const ann = await signedIn();
  const bridge = "01900000-0000-7000-8000-00000000b001";
  await ann.command({ create_system_user: { id: bridge, kind: "conference_bridge", name: "Big bridge" } }, DEMO.organisation);
  await ann.find("Big bridge");
  await ann.page.getByRole("button", { name: "Filters", exact: true }).click();
  await dialog(ann).getByText("Hide system users").click();
  await ann.countsTo(0);
  await dialog(ann).getByRole("button", { name: "Clear" }).click();
  await ann.countsTo(1);
  await dialog(ann).getByRole("button", { name: "Done" }).click();
  await ann.search("");
  const said = () => ann.page.getByText(/^\d+ active users in Juniper & Vale Trading$/).innerText();
  const before = await said();
  await ann.offline();
  await ann.page.reload();
  assert.equal(await said(), before);
  assert.ok((await ann.page.locator(".switcher").innerText()).includes(DEMO.organisation));
  const row = await ann.find("mia lindqvist");
  const told = await row.innerText();
  for (const text of ["Mia Lindqvist", DEMO.mia, "1003", "Manager"]) assert.ok(told.includes(text), `${text} in ${told}`);
  await row.getByRole("button", { name: "Actions for Mia Lindqvist" }).waitFor();
  await ann.countsTo(1, "big bridge");
  await ann.page.getByRole("button", { name: "Filters", exact: true }).click();
  await dialog(ann).getByText("Hide system users").click();
  await ann.countsTo(0);
  await dialog(ann).getByRole("button", { name: "Done" }).click();
  await ann.online();
});

test("an address, a mobile number or a log-in name is what one signs in with and asks for a password by", async () => {
  const ann = await signedIn();
  await open(ann, "Mia Lindqvist");
  const sign = part(ann, "Sign-in");
  await sign.getByRole("button", { name: "Add mobile number" }).click();
  await sign.getByLabel("Mobile number").fill("07400 555001");
  await save(ann, "Sign-in");
  const extra = part(ann, "Extra information");
  await extra.getByRole("button", { name: "Add information" }).click();
  await extra.getByLabel("Name").fill("Staff number");
  await extra.getByLabel("Value").fill("4711");
  await save(ann, "Extra information");
  await part(ann, "Licence").getByRole("button", { name: "Change licence" }).click();
  await ann.choose(dialog(ann).getByLabel("Licence", { exact: true }), "Light");
  await dialog(ann).getByRole("button", { name: "Save" }).click();
  await dialog(ann).waitFor({ state: "detached" });
  await part(ann, "Licence").getByRole("heading", { name: "Light" }).waitFor();
  await ann.saved();

  await ann.offline();
  const profile = part(ann, "Personal information");
  await profile.getByLabel(/^Language/).fill("sv");
  await profile.getByLabel(/^Country/).fill("SE");
  await profile.getByLabel(/^Time zone/).fill("Europe/Stockholm");
  await save(ann, "Personal information");
  await sign.getByRole("button", { name: "Add log-in name" }).click();
  await sign.getByLabel("Log-in name").fill("mia");
  await save(ann, "Sign-in");
  await extra.getByLabel("Value").fill("4712");
  await save(ann, "Extra information");
  await part(ann, "Licence").getByRole("button", { name: "Change licence" }).click();
  await ann.choose(dialog(ann).getByLabel("Licence", { exact: true }), "Standard");
  await dialog(ann).getByRole("button", { name: "Save" }).click();
  await back(ann, "Personal information", "Sign-in", "Extra information", "Licence");
  assert.equal(await profile.getByLabel(/^Country/).inputValue(), "SE");
  assert.equal(await extra.getByLabel("Value").inputValue(), "4712");
  await part(ann, "Licence").getByRole("heading", { name: "Standard" }).waitFor();

  const mia = await the.browser.person();
  await mia.go("/");
  await mia.fillSignIn("+447400555001", DEMO.password);
  await mia.page.getByLabel("Organisation", { exact: true }).fill("demo");
  await mia.press("Sign in");
  await mia.page.getByRole("heading", { level: 1, name: "Users" }).waitFor();
  await mia.saved();
  await mia.go("/forgot");
  await mia.page.getByLabel("E-mail", { exact: true }).fill("mia");
  await mia.page.locator("#forgot-organisation").fill("demo");
  await mia.press("Send the link");
  await mia.sees(/a link is on its way/);
  assert.match((await ann.mailTo(DEMO.mia)).link, /\/password\//);
});

test("an extension from the free ones, its phone, a number with its mobile, and numbers to show, without a network", async () => {
  const ann = await signedIn();
  const number = "+442071838760";
  await ann.command({ add_number: { number, kind: "landline" } }, DEMO.organisation);
  const id = await open(ann, "Jean-Baptiste Le Goff");
  await ann.command({ assign_number: { number, user: id } }, DEMO.organisation);
  await tab(ann, "Telephony");
  const [extension, numbers, phones] = [part(ann, "Extension"), part(ann, "Numbers"), part(ann, "Phones")];
  await numbers.getByText(number).waitFor();
  await phones.getByText("No phone.").waitFor();
  await ann.offline();
  await extension.getByLabel("Extension", { exact: true }).fill("1003");
  await extension.getByText(/has this extension/).waitFor();
  await extension.getByLabel("Extension", { exact: true }).fill("1971");
  await ann.choose(extension.getByLabel("Type of phone"), "Webphone");
  await save(ann, "Extension");
  await ann.press(`Mobile that rings with ${number}`);
  await dialog(ann).getByLabel(/^Mobile number/).fill("07400 123457");
  await dialog(ann).getByRole("button", { name: "Save" }).click();
  await numbers.getByText("+447400123457 rings too").waitFor();
  await part(ann, "Numbers to show").getByText(number).click();
  await save(ann, "Numbers to show");
  await phones.getByText("Rings at extension 1971").waitFor();
  await back(ann, "Extension", "Numbers");
  await phones.getByText("Rings at extension 1971").waitFor();
  await ann.page.reload();
  await until(async () => (await extension.getByLabel("Type of phone").inputValue()) === "webphone", "the type is kept");

  await ann.offline();
  await ann.press("Take the extension back");
  await dialog(ann).getByText("Nobody reaches this user by it any more, and it is free for others.").waitFor();
  await dialog(ann).getByRole("button", { name: "Take it back" }).click();
  await until(async () => (await extension.getByLabel("Extension", { exact: true }).inputValue()) === "", "it is free");
  await back(ann, "Extension");
});

test("roles with a preview of what they grant, several at once, and a single permission, also without a network", async () => {
  const ann = await signedIn();
  await open(ann, "Mia Lindqvist");
  await tab(ann, "Access");
  await ann.press("Replace all roles");
  await ann.choose(dialog(ann).getByLabel("Role", { exact: true }), "Agent");
  await dialog(ann).getByRole("button", { name: "Replace", exact: true }).click();
  await dialog(ann).waitFor({ state: "detached" });
  const give = async (role, where) => {
    await ann.press("Give a role");
    await ann.choose(dialog(ann).getByLabel("Role", { exact: true }), role);
    if (where) await ann.choose(dialog(ann).getByLabel("Where the role holds"), where);
    await dialog(ann).getByText(/Gains permissions: .* and \d+ more/).waitFor();
    await dialog(ann).getByRole("button", { name: "Give", exact: true }).click();
    await dialog(ann).waitFor({ state: "detached" });
  };
  const permit = async (permission) => {
    await ann.press("Give a permission");
    await dialog(ann).getByText(/A role is nearly always better/).waitFor();
    await ann.choose(dialog(ann).getByLabel("Permission"), permission);
    const where = dialog(ann).getByLabel("Where the role holds");
    if (await where.isVisible()) await ann.choose(where, "In the whole organisation");
    await dialog(ann).getByRole("button", { name: "Give", exact: true }).click();
    await dialog(ann).waitFor({ state: "detached" });
  };
  await give("Supervisor", "Finance");
  await permit("Export users");
  await ann.saved();
  await ann.offline();
  await give("Manager", "Sales");
  await permit("Read the audit log");
  const rights = part(ann, "Effective rights");
  for (const why of [/Through .*Supervisor/, /Through .*Manager/, "Through Agent", "Through a single permission"]) await rights.getByText(why).first().waitFor();
  await back(ann, "Roles", "Single permissions");
  // Whoever has all of it sees what all of it grants.
  const mia = await signedIn(DEMO.mia);
  await mia.open("Audit log");
  await mia.open("Invitations");
});

test("whoever is on a call is not deleted, nor an owner; deleting asks, is final, and waits without a network", async () => {
  const ann = await signedIn();
  const user = await open(ann, "Kwame Boateng");
  await tab(ann, "Advanced");
  const call = crypto.randomUUID();
  const report = (event, ago) =>
    ann.command({ report_calls: { reports: [{ call, event, at: Date.now() - ago, direction: "incoming", peer: "+4930901833", team: null, user }] } }, DEMO.organisation);
  await report("started", 9_000);
  await report("answered", 5_000);
  const remove = part(ann, "Leaving").getByRole("button", { name: "Delete" });
  await until(async () => (await remove.getAttribute("aria-disabled")) === "true", "nobody is deleted in a call");
  await ann.sees("This user is on a call. Try again when the call has ended.");
  await report("ended", 0);
  await until(async () => (await remove.getAttribute("aria-disabled")) === null, "the end of the call");
  await ann.offline();
  await remove.click();
  for (const text of ["Are you sure you want to delete this user?", "This can’t be undone."]) await dialog(ann).getByText(text).waitFor();
  await dialog(ann).getByRole("button", { name: "Delete user" }).click();
  await ann.page.getByRole("heading", { level: 1, name: "Users" }).waitFor();
  await ann.pill("Offline – 1 change waiting");
  await ann.countsTo(1, "kwame");
  await ann.row("Kwame").getByText("Pending").waitFor();
  assert.equal(await ann.page.getByRole("button", { name: "Undo" }).count(), 0, "there is no way back");
  await ann.online();
  await ann.saved();
  await ann.countsTo(0);
  // Another owner, so that it is neither oneself nor the last one.
  const mia = await open(ann, "Mia Lindqvist");
  await tab(ann, "Advanced");
  await ann.command({ give_grant: { grant: { user: mia, what: { role: OWNER }, scope: "organisation" } } }, DEMO.organisation);
  await until(async () => (await remove.getAttribute("aria-disabled")) === "true", "no owner is deleted");
  await part(ann, "Leaving").getByText(/^Owners can’t be deleted/).first().waitFor();
});

test("a user is reset, welcomed, and made to choose another password", async () => {
  const ann = await signedIn();
  await open(ann, "Tomás Herrera Quiroga");
  await tab(ann, "Advanced");
  const sure = async (what, yes) => {
    await ann.press(what);
    await dialog(ann).getByRole("button", { name: yes }).click();
    await dialog(ann).waitFor({ state: "detached" });
  };
  await sure("Send welcome mail", "Send mail");
  await sure("Force a new password", "Force new password");
  await ann.saved();
  const tomas = await the.browser.person();
  await tomas.go("/");
  await tomas.fillSignIn(DEMO.tomas, DEMO.password);
  await tomas.sees("Choose a new password: open the link that was sent to your address.");
  await ann.press("Reset");
  await dialog(ann).getByText(/Name, password and voicemail PIN are deleted/).waitFor();
  await dialog(ann).getByRole("button", { name: "Reset user" }).click();
  await dialog(ann).waitFor({ state: "detached" });
  await ann.saved();
  await ann.page.locator(".user-head").getByText("Prepared").waitFor();
  await ann.page.locator(".user-head").getByText("1002").first().waitFor();
  assert.match((await ann.mailTo(DEMO.tomas, "Welcome to")).link, /https?:/);
});

test("active users, prepared ones, or both, are saved as a file", async () => {
  const ann = await signedIn();
  const lines = async (which) => {
    await ann.press("Export");
    await dialog(ann).getByText(which, { exact: true }).click();
    await dialog(ann).getByText("CSV", { exact: true }).click();
    const [file] = await Promise.all([ann.page.waitForEvent("download"), dialog(ann).getByRole("button", { name: "Save file" }).click()]);
    return (await readFile(await file.path(), "utf8")).trim().split("\n").slice(1);
  };
  const active = await lines("Active");
  await ann.offline();
  const [prepared, both] = [await lines("Prepared"), await lines("Active and prepared")];
  assert.ok(active.some((line) => line.includes(DEMO.mia)) && !active.some((line) => line.includes("amelie@")));
  assert.ok(prepared.some((line) => line.includes("amelie@")) && !prepared.some((line) => line.includes(DEMO.mia)));
  assert.equal(both.length, active.length + prepared.length);
});

test("several are given a role, sent invitations and deleted without a network", async () => {
  const ann = await signedIn();
  const bar = ann.page.getByRole("toolbar", { name: "Selected users" });
  for (const name of ["Trio one", "Trio two"]) await ann.make(`${name.replace(" ", ".")}@demo.example`, { prepare: true, name, licence: "Light" });
  await ann.saved();
  await ann.offline();
  await ann.countsTo(2, "trio");
  await ann.page.getByLabel("Select all").check();
  await bar.getByRole("button", { name: "Role", exact: true }).click();
  await ann.choose(dialog(ann).getByLabel("Role", { exact: true }), "Basic");
  await dialog(ann).getByRole("button", { name: "Give to 2 users" }).click();
  await dialog(ann).waitFor({ state: "detached" });
  await quiet(ann);
  await ann.page.getByLabel("Select all").check();
  await ann.press("Send invitations");
  await ann.press("Send 2 invitations");
  await ann.pill("Offline – 4 changes waiting");
  await ann.online();
  await ann.saved();
  await until(async () => (await ann.row("Trio").getByText("Invited").count()) === 2, "both are invited");
  assert.equal(await ann.row("Trio").getByText("Basic").count(), 2);
  await ann.offline();
  await quiet(ann);
  await ann.page.getByLabel("Select all").check();
  await bar.getByRole("button", { name: "Delete", exact: true }).click();
  await dialog(ann).getByText("Are you sure you want to delete these users?").waitFor();
  await dialog(ann).getByRole("button", { name: "Delete 2 users" }).click();
  await ann.online();
  await ann.saved();
  await ann.countsTo(0);
});
