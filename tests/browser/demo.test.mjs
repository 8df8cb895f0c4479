// The demo as `cargo xtask start` shows it: lived in, with calls that come and go, and somebody of each role to sign in, for whom
// every screen opens, or says calmly that it is not for them; on a phone, and for screen readers.
import assert from "node:assert/strict";
import { test } from "node:test";
import { clean, cleanInBoth } from "../support/axe.mjs";
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

async function owner(options) {
  const ann = await the.browser.person(options);
  await ann.signIn();
  return ann;
}

test("a phone: nothing is wider than the screen, on any page", async () => {
  const ann = await owner({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  for (const path of SCREENS.toReversed()) {
    await ann.visit(path);
    const [wide, screen] = await ann.page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.ok(wide <= screen, `${path} is ${wide} px wide on ${screen}`);
  }
  await ann.page.getByRole("button", { name: "Invite user", exact: true }).click();
  const dialog = await ann.page.getByRole("dialog").boundingBox();
  assert.ok(dialog.x >= 0 && dialog.x + dialog.width <= 390, "the form fits");
});

for (const language of ["English", "العربية"]) {
  test(`axe finds nothing, in ${language}`, async () => {
    const ann = await owner({ bypassCSP: true });
    if (language !== "English") await ann.speak(language);
    // Both directions have the same colours.
    const fine = (where) => (language === "English" ? cleanInBoth(ann, where) : clean(ann, `${where} in ${language}`));
    for (const path of SCREENS.toReversed()) {
      await ann.visit(path);
      await fine(path);
    }
    // The first screen is the list of users, and its dialogs are found in any language.
    const { page } = ann;
    const close = async () => {
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "detached" });
    };
    await page.keyboard.press("n");
    await page.locator("#invite-email").waitFor();
    await fine("the form");
    await close();
    await page.locator(".filter-menu").click();
    await page.locator("#filter-role").waitFor();
    await fine("the filters");
    await close();
    await page.locator("#grid [role=columnheader].pick input").check();
    await page.getByRole("toolbar").getByRole("button", { name: /^(Suspend|إيقاف)/ }).click();
    await page.locator("#left-out").waitFor();
    await fine("the question");
  });
}
