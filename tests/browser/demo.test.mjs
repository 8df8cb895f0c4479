// The demo as `cargo xtask start` shows it: lived in, with calls that come and go, and somebody of each role to sign in, for whom
// every screen opens, or says calmly that it is not for them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { number, until } from "../support/browser.mjs";
import { SCREENS, world } from "../support/world.mjs";

const the = world({ bare: false });

test("there is something to see, and calls come while one looks", async () => {
  const ann = await the.browser.person();
  await ann.signIn();
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

/** What is there in place of a screen that is not for somebody. */
const CLOSED = "You can’t open this page";
/** Or on it, where it is only what it does that is not. */
const REFUSED = /^You can’t import (users|contacts)$|^You need the permission/;

async function signedIn(name) {
  const person = await the.browser.person();
  await person.signIn(`${name}@demo.example`);
  const links = person.page.getByRole("navigation", { name: "Pages" }).getByRole("link");
  return { person, links: await links.evaluateAll((links) => links.map((link) => link.getAttribute("href"))) };
}

for (const [role, name] of Object.entries({ owner: "ann", manager: "mia", agent: "suhartini", basic: "khai" })) {
  test(`every screen opens for the ${role}, or says calmly that it is not for them`, async () => {
    const { person, links } = await signedIn(name);
    const { page } = person;
    // Whoever is led to a screen finds it open; these two are everybody's besides, whatever the navigation has.
    const opens = (path) => links.includes(path) || ["/users", "/account"].includes(path) || (role === "owner" && path === "/import-contacts");
    // The last one first: one of the first two is open already.
    for (const path of [...SCREENS].reverse()) {
      await person.visit(path);
      const closed = page.getByText(CLOSED, { exact: true });
      if (opens(path)) {
        await page.getByRole("heading", { level: 1 }).waitFor();
        assert.equal(await closed.count(), 0, `${role} at ${path}`);
      } else {
        await closed.or(page.locator("main").getByText(REFUSED)).first().waitFor();
      }
    }
  });
}

test("the other roles sign in and see a part of it", async () => {
  for (const name of ["tomas", "bjork", "thorbjorg"]) {
    const { links } = await signedIn(name);
    assert.ok(links.length >= 3 && links.length <= SCREENS.length, `${name}: ${links}`);
  }
});
