// Handing over: a link and a code, a temporary password, a user with a log-in name, somebody who only has a phone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DEMO, until } from "../support/browser.mjs";
import { world } from "../support/world.mjs";

const the = world();
const SECRET = "eleven blue kettles";
let licensed = false;

/** The owner, who has a licence with seats for everybody made here. */
async function ann() {
  const ann = await the.browser.person();
  await ann.signIn();
  if (!licensed) {
    const id = "01900000-0000-7000-8000-0000000000d2";
    await ann.command({ add_licence: { id, kind: "plan", name: "Desk", seats: 20 } }, DEMO.organisation);
    licensed = true;
  }
  return ann;
}

/** Opens the menu of somebody and begins something. */
async function begin(owner, words, doing) {
  const row = await owner.find(words);
  await row.getByRole("button", { name: /^Actions for/ }).click();
  await owner.page.getByRole("menuitem", { name: doing }).click();
}

/** Closes the dialog, and finds nothing of what it showed. */
async function forgets(owner, ...secrets) {
  await owner.page.getByRole("dialog").getByRole("button", { name: "Done" }).click();
  await owner.page.getByRole("dialog").waitFor({ state: "detached" });
  const page = await owner.page.content();
  for (const secret of secrets) assert.ok(!page.includes(secret), "the page still has it");
}

/** The short name of the organisation. */
const slug = (person) =>
  person.page.evaluate(async (name) => {
    const { organisations } = await (await fetch("/api/v1/session")).json();
    return organisations.find((place) => place.name === name).slug;
  }, DEMO.organisation);

/** Signs in and chooses another password, as whoever has a temporary one must. */
async function renews(address, identifier, temporary, own) {
  const person = await the.browser.person();
  await person.page.goto(address);
  await person.fillSignIn(identifier, temporary);
  await person.sees("The password is temporary.");
  const field = person.page.getByLabel("New password", { exact: true });
  await field.fill("short");
  await person.press("Sign in");
  await person.page.locator("#sign-in-own-note .error").getByText("at least 10 characters").waitFor();
  await field.fill(own);
  await person.press("Sign in");
  await person.page.getByRole("heading", { level: 1 }).waitFor();
  await person.saved();
  return person;
}

test("a link and a code are shown once, and let in who has no mailbox", async () => {
  const owner = await ann();
  await owner.make("paper@demo.example", { prepare: true, name: "Pia Paper", licence: "Desk", role: "Agent" });
  await owner.saved();
  await begin(owner, "Pia Paper", /^Hand over/);
  const dialog = owner.page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Make link and code" }).click();
  await dialog.getByText("This is shown once.").waitFor();
  await dialog.getByRole("img", { name: "QR code of the link" }).waitFor();
  const [link, code] = await dialog.locator(".facts dd").allInnerTexts();
  assert.match(link, /^http.*\/invite\/[0-9a-f]{40}$/);
  assert.match(code, /^[A-Z2-9]{6}$/);
  await owner.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await dialog.getByRole("button", { name: "Copy" }).click();
  await owner.sees("Copied.");
  assert.equal(await owner.page.evaluate(() => navigator.clipboard.readText()), `${link}\n${code}`);
  await owner.page.emulateMedia({ media: "print" });
  assert.equal(await owner.page.locator(".handed").evaluate((card) => getComputedStyle(card).visibility), "visible");
  assert.equal(await owner.page.locator("h1").first().evaluate((title) => getComputedStyle(title).visibility), "hidden");
  await owner.page.emulateMedia({ media: "screen" });
  await forgets(owner, link, code);
  await (await owner.find("Pia Paper")).getByText("Invited").waitFor();

  const pia = await the.browser.person();
  await pia.page.goto(link);
  await pia.sees("Enter the code that you were given with the link.");
  await pia.page.getByLabel("Code", { exact: true }).pressSequentially(code);
  await pia.sees("You will sign in as paper@demo.example.");
  await pia.page.getByLabel("New password", { exact: true }).fill(SECRET);
  await pia.press("Join");
  await pia.press("Open the directory");
  await pia.saved();
  const later = await the.browser.person();
  await later.go("/");
  await later.fillSignIn("paper@demo.example", SECRET);
  // No mail ever reached this address, so it is known in its organisation alone.
  await later.page.getByLabel("Organisation", { exact: true }).fill(await slug(owner));
  await later.press("Sign in");
  await later.page.getByRole("heading", { level: 1, name: "Directory" }).waitFor();
});

test("a temporary password is changed at the first sign-in", async () => {
  const owner = await ann();
  await owner.make("cloak@demo.example", { prepare: true, name: "Cleo Oak", licence: "Desk", role: "Agent" });
  await owner.saved();
  await begin(owner, "Cleo Oak", /^Hand over/);
  const dialog = owner.page.getByRole("dialog");
  await dialog.getByText("Temporary password").click();
  await dialog.getByRole("button", { name: "Make password" }).click();
  await dialog.getByText("This is shown once.").waitFor();
  const [address, known, temporary] = await dialog.locator(".facts dd").allInnerTexts();
  assert.match(address, /\/\?organisation=[a-z0-9-]+$/);
  assert.equal(known, "cloak@demo.example");
  assert.match(temporary, /^[a-z]{5}-[a-z]{5}-[a-z]{5}$/);
  await forgets(owner, temporary);
  await (await owner.find("Cleo Oak")).getByText("Active").waitFor();
  const cleo = await renews(address, "cloak@demo.example", temporary, SECRET);

  // Another one ends the sessions.
  await begin(owner, "Cleo Oak", /^Hand over/);
  await dialog.getByText("All its sessions end now.").waitFor();
  await dialog.getByRole("button", { name: "Make password" }).click();
  await dialog.getByText("This is shown once.").waitFor();
  await dialog.getByRole("button", { name: "Done" }).click();
  await cleo.page.reload();
  await cleo.page.getByRole("button", { name: "Sign in", exact: true }).waitFor();
});

test("with a log-in name and a password: name, log-in name, password, role", async () => {
  const owner = await ann();
  await owner.page.getByRole("button", { name: "Invite user", exact: true }).click();
  const form = owner.page.getByRole("dialog");
  await form.getByText("With a log-in name and a password").click();
  assert.equal(await form.getByLabel("E-mail", { exact: true }).count(), 0);
  await form.getByRole("button", { name: "Add the user" }).click();
  assert.equal(await form.locator("[aria-invalid=true]").count(), 3, "name, log-in name and password are needed");
  await form.getByLabel("Full name", { exact: true }).fill("Lee Marsh");
  await form.getByLabel("Log-in name", { exact: true }).fill("lee");
  await form.getByLabel("New password", { exact: true }).fill("leemarsh123");
  await owner.choose(form.getByLabel("Role", { exact: true }), "Agent");
  await form.getByRole("button", { name: "Add the user" }).click();
  await form.locator("#invite-password-note .error").getByText(/easy to guess/).waitFor();
  await form.getByLabel("New password", { exact: true }).fill("orange teapot lid");
  await form.getByRole("button", { name: "Add the user" }).click();
  await form.waitFor({ state: "detached" });
  await (await owner.find("Lee Marsh")).getByText("Active").waitFor();
  const lee = await renews(`${owner.address}/?organisation=${await slug(owner)}`, "lee", "orange teapot lid", SECRET);
  await lee.openAccount();
  await lee.sees("Your account has no e-mail address");
});

test("who only has a phone is activated without any of it", async () => {
  const owner = await ann();
  await owner.make("phone@demo.example", { prepare: true, name: "Sam Simple", licence: "Desk", role: "Simple" });
  await begin(owner, "Sam Simple", "Activate");
  await owner.sees("Sam Simple is active.");
  await owner.saved();
  await (await owner.find("Sam Simple")).getByText("Active").waitFor();
});

test("offline it says that the server is needed", async () => {
  const owner = await ann();
  await owner.make("away@demo.example", { prepare: true, name: "Ari Away", licence: "Desk", role: "Agent" });
  await owner.saved();
  await begin(owner, "Ari Away", /^Hand over/);
  const dialog = owner.page.getByRole("dialog");
  await owner.offline();
  await dialog.getByText("The server is needed for this.").waitFor();
  const make = dialog.getByRole("button", { name: "Make link and code" });
  assert.equal(await make.getAttribute("aria-disabled"), "true");
  await owner.online();
  await until(async () => (await make.getAttribute("aria-disabled")) === null, "the server to be reached");
  await make.click();
  await dialog.getByText("This is shown once.").waitFor();
});

test("a user's page offers it too, and only to whoever may", async () => {
  const owner = await ann();
  await owner.make("page@demo.example", { prepare: true, name: "Pat Page", licence: "Desk", role: "Agent" });
  await owner.saved();
  await owner.beside("Pat Page");
  await owner.page.waitForURL(/users\/[0-9a-f-]{36}/);
  const path = `${new URL(owner.page.url()).pathname}/advanced`;
  await owner.go(path);
  await owner.page.getByRole("region", { name: "Credentials" }).getByRole("button", { name: /^Hand over/ }).click();
  await owner.page.getByRole("dialog", { name: "Hand over sign-in to Pat Page" }).waitFor();
  await owner.page.keyboard.press("Escape");
  const mia = await the.browser.person();
  await mia.signIn(DEMO.mia);
  await mia.go(path);
  await mia.page.getByRole("heading", { level: 1 }).or(mia.page.getByText("No such user")).first().waitFor();
  assert.equal(await mia.page.getByRole("button", { name: /^Hand over/ }).count(), 0);
});
