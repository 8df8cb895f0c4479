// Signing in, choosing an organisation, signing out.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DEMO } from "../support/browser.mjs";
import { world } from "../support/world.mjs";

const the = world();

// Several organisations: one is chosen first, and the page says which it is (S1.2, S2.2).
test("a wrong password is told as such, a right one leads on, several organisations are chosen from", async () => {
  const ann = await the.browser.person();
  await ann.go("/");
  await ann.fillSignIn(DEMO.ann, "not the password");
  await ann.sees(/wrong|not right|does not match|don.t match/i);
  await ann.fillSignIn(DEMO.ann, DEMO.password);
  await ann.sees("Choose an organisation");
  await ann.press("Harbour Lane Clinic");
  await ann.page.getByRole("heading", { name: "Users", exact: true }).waitFor();
  await ann.sees("1 active user");
  await ann.page.locator(".switcher").click();
  await ann.page.getByRole("menuitem", { name: DEMO.organisation }).click();
  await ann.sees(/\d\d active users/);
});

test("a log-in name signs in, once it is said where", async () => {
  const ann = await the.browser.person();
  await ann.signIn();
  const session = await (await ann.context.request.get(`${ann.address}/api/v1/session`)).json();
  const { tenant, slug } = session.organisations.find((place) => place.name === DEMO.organisation);
  const { user } = session.organisations.find((place) => place.tenant === tenant);
  const identifiers = [{ email: DEMO.ann }, { login: "annie" }];
  const data = { set_identifiers: { user, identifiers } };
  const answer = await ann.context.request.post(`${ann.address}/api/v1/tenants/${tenant}/commands`, { data });
  assert.ok((await answer.json()).outcome?.applied, await answer.text());
  const named = await the.browser.person();
  await named.go("/");
  await named.fillSignIn("Annie", DEMO.password);
  const organisation = named.page.getByLabel("Organisation", { exact: true });
  await named.sees("Say which organisation you are in");
  await organisation.fill(slug);
  await named.press("Sign in");
  await named.page.getByRole("button", { name: DEMO.organisation }).click();
  await named.page.getByRole("heading", { name: "Users", exact: true }).waitFor();
});

test("the demo sign-in needs no typing", async () => {
  const ann = await the.browser.person();
  await ann.go("/");
  await ann.press("Use the demo sign-in");
  await ann.sees("Choose an organisation");
});

test("empty fields are named, before anything is sent", async () => {
  const ann = await the.browser.person();
  await ann.go("/");
  await ann.press("Sign in");
  await ann.sees("Enter your e-mail address, mobile number or log-in name.");
  await ann.sees("Enter your password.");
});

test("guessing is slowed down, and the page says for how long", async () => {
  const guesser = await the.browser.person();
  await guesser.go("/");
  const told = guesser.page.getByText(/too many/i);
  let tries = 0;
  while (!(await told.isVisible())) {
    assert.ok((tries += 1) <= 12, "nothing slows down guessing");
    const answered = guesser.page.waitForResponse((response) => response.url().endsWith("/api/v1/session") && response.request().method() === "POST");
    await guesser.fillSignIn("guess@demo.example", `guess number ${tries}`);
    await answered;
    await guesser.page.getByRole("button", { name: "Sign in", exact: true, busy: false }).waitFor();
  }
  assert.ok(tries > 5, `only ${tries} tries`);
  await guesser.sees(/minute/);
});

test("a session lives through a reload, and ends with the sign-out", async () => {
  const tomas = await the.browser.person();
  await tomas.signIn(DEMO.tomas);
  await tomas.page.reload();
  await tomas.page.getByRole("heading", { name: "Users", exact: true }).waitFor();
  await tomas.page.getByRole("button", { name: /language and theme/ }).click();
  await tomas.page.getByRole("menuitem", { name: "Sign out" }).click();
  const dialog = tomas.page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Sign out" }).click();
  await tomas.page.getByLabel("Password", { exact: true }).waitFor();
  const left = await tomas.page.evaluate(async () => (await indexedDB.databases()).map((database) => database.name));
  assert.deepEqual(left, [], "signing out wipes what was kept");
});
