// The demo as `cargo xtask start` shows it: lived in, with calls that come and go, and somebody of each role to sign in.
import assert from "node:assert/strict";
import { test } from "node:test";
import { number, until } from "../support/browser.mjs";
import { SCREENS, world } from "../support/world.mjs";

const the = world({ bare: false });

test("there is something to see on every screen, and calls come while one looks", async () => {
  const ann = await the.browser.person();
  await ann.signIn();
  for (const path of SCREENS) {
    await ann.go(path);
    await ann.page.getByRole("heading", { level: 1 }).waitFor();
  }
  await ann.go("/calls");
  await ann.sees(/^[1-3] calls? at the moment$/);
  await until(async () => number(await ann.page.getByRole("button", { name: /^All/ }).first().innerText()) > 500, "the calls of a month");
  await ann.go("/contacts");
  await ann.sees("شركة الواحة للتمور");
  await ann.go("/attention");
  await until(async () => (await ann.page.locator(".need").count()) >= 6, "some decisions");
  await ann.go("/settings");
  await ann.page.getByRole("listitem").filter({ hasText: "Boxing Day" }).first().waitFor();
  await ann.go("/activity");
  await ann.page.locator("ol.history > li").first().waitFor();
  assert.equal(await ann.page.locator("ol.history > li", { hasText: "report" }).count(), 0, "what the phone system tells is left out");
});

test("somebody of each role signs in and sees a part of it", async () => {
  for (const name of ["tomas", "mia", "bjork", "suhartini", "thorbjorg", "khai"]) {
    const person = await the.browser.person();
    await person.signIn(`${name}@demo.example`);
    const links = await person.page.getByRole("navigation", { name: "Pages" }).getByRole("link").count();
    assert.ok(links >= 3 && links <= SCREENS.length, `${name}: ${links}`);
  }
});
