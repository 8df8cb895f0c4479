// The frame around every screen: a navigation that has room for twenty, on a desk and on a phone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { until } from "../support/browser.mjs";
import { SCREENS, world } from "../support/world.mjs";

const the = world();
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

async function signedIn(options) {
  const person = await the.browser.person(options);
  await person.signIn();
  return person;
}

/** Makes twenty links of the ones that a navigation has, each group as much longer, as more screens would. */
function twenty(nav) {
  return nav.evaluate((nav) => {
    const groups = [...nav.querySelectorAll("[role=group]")];
    for (let n = 0; nav.querySelectorAll("a").length < 20; n++) {
      const group = groups[n % groups.length];
      const more = group.querySelector("a").cloneNode(true);
      more.removeAttribute("aria-current");
      // The bar of a phone has its places taken.
      more.classList.add("behind");
      group.append(more);
    }
    return nav.querySelectorAll("a").length;
  });
}

const wide = (person) => person.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

test("each screen is reached by its link, says so, and is called as its link leads to believe", async () => {
  const person = await signedIn();
  const nav = person.page.getByRole("navigation", { name: "Pages" });
  const links = await nav.getByRole("link").all();
  const paths = await Promise.all(links.map((link) => link.getAttribute("href")));
  // These are reached from the menu of the person, and from shared contacts.
  const elsewhere = ["/account", "/import-contacts"];
  assert.deepEqual(paths, SCREENS.filter((path) => !elsewhere.includes(path)), "an owner is led to all screens");
  const titles = new Set();
  for (const link of links) {
    await link.click();
    await person.page.getByRole("heading", { level: 1 }).waitFor();
    await until(async () => (await link.getAttribute("aria-current")) === "page", "the link says that it is here");
    assert.equal(await nav.locator("[aria-current=page]").count(), 1);
    titles.add(await person.page.title());
  }
  assert.equal(titles.size, paths.length, "each has a title of its own");
});

test("twenty places on a desk: in groups under headings, the last one reached by scrolling or by key", async () => {
  const person = await signedIn({ viewport: { width: 1440, height: 700 } });
  const nav = person.page.getByRole("navigation", { name: "Pages" });
  assert.deepEqual(await nav.getByRole("group").evaluateAll((all) => all.map((group) => group.getAttribute("aria-label"))), [
    "People",
    "Phone system",
    "Activity",
    "System",
  ]);
  assert.equal(await twenty(nav), 20);
  const last = nav.getByRole("link").last();
  await last.focus();
  const [box, frame] = [await last.boundingBox(), await nav.boundingBox()];
  assert.ok(box.y >= frame.y && box.y + box.height <= frame.y + frame.height + 1, "the last one is in sight");
  const foot = await person.page.locator(".bar-foot").boundingBox();
  assert.ok(foot.y + foot.height <= 700 && frame.y + frame.height <= foot.y + 1, "and the foot of the bar too");
  assert.ok((await wide(person)) <= 0);
  assert.ok(await nav.evaluate((nav) => nav.scrollWidth <= nav.clientWidth), "nothing is cut off at the side");
});

test("twenty places on a phone: four in the bar, all of them in a sheet that scrolls", async () => {
  const person = await signedIn(PHONE);
  const nav = person.page.getByRole("navigation", { name: "Pages", exact: true });
  await twenty(nav);
  const inBar = await nav.getByRole("link").evaluateAll((all) => all.filter((link) => link.checkVisibility()).length);
  assert.equal(inBar, 4);
  for (const place of await nav.locator("a:not(.behind), button").all()) {
    const box = await place.boundingBox();
    assert.ok(box.x >= 0 && box.x + box.width <= 390.5 && box.height >= 44, JSON.stringify(box));
  }
  const more = nav.getByRole("button", { name: "More" });
  await more.click();
  const sheet = person.page.getByRole("dialog", { name: "All pages" });
  assert.equal(await twenty(sheet.getByRole("navigation")), 20);
  const last = sheet.getByRole("link").last();
  await last.scrollIntoViewIfNeeded();
  const box = await last.boundingBox();
  assert.ok(box.y + box.height <= 844 && box.x >= 0 && box.x + box.width <= 390, JSON.stringify(box));
  assert.ok((await wide(person)) <= 0);
  await person.page.keyboard.press("Escape");
  await sheet.waitFor({ state: "detached" });
});

test("on a phone the sheet leads to what the bar has no room for, and closes", async () => {
  const person = await signedIn(PHONE);
  const more = person.page.getByRole("navigation", { name: "Pages", exact: true }).getByRole("button", { name: "More" });
  const sheet = person.page.getByRole("dialog", { name: "All pages" });
  await more.click();
  await sheet.getByRole("link", { name: "About" }).click();
  await person.page.getByRole("heading", { level: 1, name: /About/ }).waitFor();
  await sheet.waitFor({ state: "detached" });
  assert.match(await more.getAttribute("class"), /current/);
});

const IMPORT = "**/split_import*.wasm";

test("a screen whose file can't be had says so, and comes with the next try", async () => {
  const person = await the.browser.person({ serviceWorkers: "block" });
  await person.context.route(IMPORT, (route) => route.abort());
  await person.signIn();
  await person.page.getByRole("link", { name: "Import" }).click();
  await person.sees("This part could not be loaded");
  await person.press("Try again");
  await person.sees("This part could not be loaded");
  await person.context.unroute(IMPORT);
  await person.press("Try again");
  await person.page.getByRole("heading", { level: 1, name: "Import users" }).waitFor();
});

test("a tab that has been open for a while has all screens, whatever the server has by then", async () => {
  const person = await the.browser.person({ serviceWorkers: "block" });
  const files = new Set();
  person.page.on("requestfinished", (request) => files.add(/split_(\w+)\.wasm/.exec(request.url())?.[1]));
  await person.signIn();
  await until(() => ["entry", "import", "more"].every((file) => files.has(file)), "all files are fetched");
  await person.context.route("**/assets/**", (route) => route.fulfill({ status: 404 }));
  for (const [link, title] of [["Import", "Import users"], ["About", /About/]]) {
    await person.page.getByRole("link", { name: link }).click();
    await person.page.getByRole("heading", { level: 1, name: title }).waitFor();
  }
});
