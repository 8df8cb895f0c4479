// What is fetched later: the words and the style of screens in files of their own. What the page opens with says all it has to
// say before they are there; the page reports each message that lacks its part, and every test fails on such a report.
import { test } from "node:test";
import { DEMO } from "../support/browser.mjs";
import { world } from "../support/world.mjs";

const the = world();
const LATER = /\/assets\/(words-\w+-later-|style-later-)/;

for (const device of [{ width: 1440, height: 900 }, { width: 390, height: 844 }]) {
  test(`what the page opens with needs no later words, at ${device.width} px`, async () => {
    const person = await the.browser.person({ viewport: device, serviceWorkers: "block" });
    // Nobody answers until the end.
    let answer;
    const answered = new Promise((done) => (answer = done));
    await person.context.route(LATER, async (route) => {
      await answered;
      await route.continue();
    });
    await person.go("/");
    await person.fillSignIn("ann@demo.example", "wrong words");
    await person.page.getByRole("alert").first().waitFor();
    await person.signIn(DEMO.tomas);
    const rows = person.page.locator("#grid .slot .list-row");
    await rows.first().waitFor();
    await person.page.keyboard.press("/");
    await person.page.keyboard.type("nobody is called so");
    await person.page.locator(".empty").first().waitFor();
    await person.page.keyboard.press("Escape");
    await rows.first().waitFor();
    await rows.first().locator(".more button").click();
    await person.page.getByRole("menu").waitFor();
    await person.page.keyboard.press("Escape");
    await person.page.locator(".filter-menu").click();
    await person.page.locator("#filter-role").waitFor();
    await person.page.keyboard.press("Escape");
    await rows.first().locator(".names").click();
    await person.page.locator(".detail").first().waitFor();
    await person.context.setOffline(true);
    await person.pill(/Offline/);
    await person.context.setOffline(false);
    await person.page.goto(`${person.address}/about`);
    await person.page.locator(".opening .spinner").waitFor();
    answer();
    await person.page.getByRole("heading", { level: 1, name: /About/ }).waitFor();
  });
}

test("words that can't be had are said to be so, and come with the next try", async () => {
  const person = await the.browser.person({ serviceWorkers: "block" });
  await person.context.route(LATER, (route) => route.abort());
  await person.signIn(DEMO.tomas);
  await person.page.getByRole("link", { name: "Import" }).click();
  await person.sees("This part could not be loaded");
  await person.context.unroute(LATER);
  await person.press("Try again");
  await person.page.getByRole("heading", { level: 1, name: "Import users" }).waitFor();
});
