// Mailed links about passwords: forgotten, ordered, welcome; and links that are over.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DEMO, until } from "../support/browser.mjs";
import { world } from "../support/world.mjs";

const the = world();
const SECRET = "seven quiet lanterns";
const ON_ITS_WAY = "If there is an account, a link is on its way to its e-mail address.";

async function ann() {
  const ann = await the.browser.person();
  await ann.signIn();
  return ann;
}

/** Asks for a link from the sign-in page. */
async function forgets(identifier) {
  const person = await the.browser.person();
  await person.go("/");
  await person.page.getByRole("link", { name: "Forgot your password?" }).click();
  await person.page.getByLabel("E-mail", { exact: true }).fill(identifier);
  await person.press("Send the link");
  await person.sees(ON_ITS_WAY);
  return person;
}

/** The id of somebody, as the page's address says it. */
async function idOf(owner, email) {
  await owner.open("Users");
  await owner.beside(email);
  await owner.page.waitForURL(/users\/[0-9a-f-]+/);
  return /users\/([0-9a-f-]+)/.exec(owner.page.url())[1];
}

test("a forgotten password: asked for, mailed, chosen; the link works once", async () => {
  const mia = await forgets(DEMO.mia);
  const { link } = await (await ann()).mailTo(DEMO.mia);
  await mia.page.goto(link);
  await mia.sees("Choose a new password");
  await mia.sees(`You will sign in as ${DEMO.mia} with it.`);
  await mia.sees(/This link can be used once, until/);
  const password = mia.page.getByLabel("New password", { exact: true });
  await password.fill("short");
  await mia.press("Set password and sign in");
  await mia.sees("Use at least 10 characters.");
  await password.fill("password123");
  await mia.press("Set password and sign in");
  await mia.page.locator("#link-password-note .error").getByText(/easy to guess/).waitFor();
  await password.fill(SECRET);
  await mia.press("Set password and sign in");
  await mia.page.getByRole("heading", { name: "Users", exact: true }).waitFor();
  await mia.saved();

  const later = await the.browser.person();
  await later.page.goto(link);
  await later.sees("This link is no longer valid");
  assert.equal(await later.page.getByLabel(/password/i).count(), 0, "nothing can be typed");
  await later.signIn(DEMO.mia, SECRET);
});

test("the answer is the same for an address that nobody has", async () => {
  const nobody = await forgets("nobody@nowhere.example");
  await nobody.press("Back to sign-in");
  await nobody.page.getByLabel("Password", { exact: true }).waitFor();
});

test("a log-in name can be said with its organisation", async () => {
  const person = await the.browser.person();
  await person.go("/forgot");
  const identifier = person.page.getByLabel("E-mail", { exact: true });
  await identifier.fill("someone@x.example");
  assert.equal(await person.page.locator("#forgot-organisation").count(), 0, "an address says enough");
  await identifier.fill("someone");
  await person.page.locator("#forgot-organisation").fill("acme");
  const sent = person.page.waitForRequest((request) => request.url().endsWith("/api/v1/passwords"));
  await person.press("Send the link");
  assert.deepEqual((await sent).postDataJSON(), { identifier: "someone", organisation: "acme" });
  await person.sees(ON_ITS_WAY);
});

test("an unknown link says so, and another can be asked for", async () => {
  const person = await the.browser.person();
  await person.go("/password/no-such-token");
  await person.sees("This link is no longer valid");
  await person.press("Send another link");
  await person.page.getByRole("heading", { name: "Forgot your password?" }).waitFor();
  await person.press("Back to sign-in");
  await person.page.getByLabel("Password", { exact: true }).waitFor();
});

test("a password that an administrator asks for keeps its user out until the mailed link set it", async () => {
  const owner = await ann();
  const user = await idOf(owner, DEMO.tomas);
  await owner.command({ force_password_reset: { user } }, DEMO.organisation);
  const { link } = await owner.mailTo(DEMO.tomas, "New password");
  const tomas = await the.browser.person();
  await tomas.go("/");
  await tomas.fillSignIn(DEMO.tomas, DEMO.password);
  await tomas.sees("Choose a new password: open the link that was sent to your address.");
  let second;
  await until(async () => {
    await owner.open("Users");
    second = await owner.mailTo(DEMO.tomas, "New password");
    return second.link !== link;
  }, "another link");
  await tomas.page.goto(link);
  await tomas.sees("This link is no longer valid");
  await tomas.page.goto(second.link);
  await tomas.sees(`An administrator of ${DEMO.organisation} asks for a new password`);
  await tomas.page.getByLabel("New password", { exact: true }).fill(SECRET);
  await tomas.press("Set password and sign in");
  await tomas.page.getByRole("heading", { name: "Users", exact: true }).waitFor();
});
