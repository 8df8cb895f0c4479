// The list of 10,000 users: search, filter, scroll, the keyboard, dark mode.
import assert from "node:assert/strict";
import { test } from "node:test";
import { until } from "../support/browser.mjs";
import { world } from "../support/world.mjs";

const USERS = 10_000;
const the = world({ users: USERS });

async function ann(options) {
  const ann = await the.browser.person(options);
  await ann.signIn();
  return ann;
}

test("10,000 users: counted, searched as typed, filtered by state", async () => {
  const owner = await ann();
  await owner.countsTo(USERS);
  for (const column of ["Name", "E-mail", "Extension", "Role", "Licence", "State"]) {
    await owner.page.getByRole("columnheader", { name: column, exact: true }).waitFor();
  }
  await owner.page.getByLabel("Search users").pressSequentially("user.4321@");
  await owner.countsTo(1);
  await owner.row("user.4321@demo.example").waitFor();
  await owner.countsTo(1, "LINDQVIST mia");
  await owner.countsTo(1, "בן־דוד");
  await owner.countsTo(0, "nobody is called so");
  await owner.search("");
  await owner.page.getByRole("button", { name: /^Suspended/ }).click();
  await owner.row("Gülşen Yıldız").waitFor();
  await until(async () => (await owner.page.getByRole("row").count()) === 3, "two suspended users and the heading");
  await owner.page.getByRole("button", { name: /^Expired/ }).click();
  await owner.row("Isla MacGillivray").waitFor();
});

test("scrolling through all of them keeps few rows alive", async () => {
  const owner = await ann();
  await owner.countsTo(USERS);
  const rows = () => owner.page.getByRole("row").count();
  await owner.page.locator("#grid").evaluate((grid) => {
    const scroller = [grid, ...grid.querySelectorAll("*"), document.scrollingElement].find(
      (element) => element.scrollHeight > element.clientHeight * 20,
    );
    scroller.scrollTop = scroller.scrollHeight / 2;
    globalThis.scroller = scroller;
  });
  await owner.page.locator(`[aria-rowindex="${USERS / 2}"]`).waitFor();
  assert.ok((await rows()) < 100, "only visible rows exist");
  await owner.page.evaluate(() => (globalThis.scroller.scrollTop = globalThis.scroller.scrollHeight));
  await owner.page.locator(`[aria-rowindex="${USERS + 1}"]`).waitFor();
  assert.ok((await rows()) < 100, "only visible rows exist");
});

test("keyboard alone: find somebody, invite somebody, leave", async () => {
  const owner = await ann();
  const { keyboard } = owner.page;
  await keyboard.press("/");
  await keyboard.type("lindqvist");
  await owner.countsTo(1);
  await keyboard.press("ArrowDown");
  await keyboard.press("Enter");
  await owner.page.waitForURL(/\/users\/[0-9a-f-]{36}\?search=lindqvist$/);
  await keyboard.press("Escape");
  await keyboard.press("Escape");
  await keyboard.press("n");
  const form = owner.page.getByRole("dialog");
  await form.waitFor();
  await until(() => form.getByLabel("E-mail", { exact: true }).evaluate((field) => field === document.activeElement), "the focus");
  await keyboard.type("typed@demo.example");
  await keyboard.press("Enter");
  await form.waitFor({ state: "detached" });
  await owner.sees("Invitation sent to typed@demo.example.");
  await keyboard.press("n");
  await form.waitFor();
  await keyboard.press("Escape");
  await form.waitFor({ state: "detached" });
  await owner.page.keyboard.press("Tab");
  const outline = await owner.page.evaluate(() => {
    const style = getComputedStyle(document.activeElement);
    return style.outlineStyle !== "none" || style.boxShadow !== "none";
  });
  assert.ok(outline, "the focus is visible");
});

test("dark when the device is dark, light when chosen, and remembered", async () => {
  const owner = await ann({ colorScheme: "dark" });
  const lightness = () =>
    owner.page.evaluate(() => {
      const canvas = new OffscreenCanvas(1, 1).getContext("2d");
      canvas.fillStyle = getComputedStyle(document.documentElement).backgroundColor;
      canvas.fillRect(0, 0, 1, 1);
      return canvas.getImageData(0, 0, 1, 1).data.slice(0, 3).reduce((sum, part) => sum + part) / 765;
    });
  assert.ok((await lightness()) < 0.3, "dark");
  await owner.page.getByRole("button", { name: /account, language and theme/ }).click();
  await owner.page.getByRole("menuitemradio", { name: "Light" }).click();
  await until(async () => (await lightness()) > 0.7, "light");
  await owner.page.reload();
  await owner.page.getByRole("heading", { name: "Users", exact: true }).waitFor();
  assert.ok((await lightness()) > 0.7, "still light");
});
