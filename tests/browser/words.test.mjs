// Every screen in a language that nobody speaks: what is left in plain English was never put into the catalogue, and what is
// cut off leaves no room for languages with longer words. And that the language is changed under way.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { SITE } from "../support/server.mjs";
import { SCREENS, world } from "../support/world.mjs";

const the = world();

/** Serves the pseudo-language, whose texts are accented, longer, and in brackets, in place of English. */
async function pseudo(context) {
  const names = await readdir(join(SITE, "assets"));
  for (const part of ["", "later-"]) {
    const name = names.find((name) => new RegExp(`^words-en-XA-${part}[0-9a-f]+\\.words$`).test(name));
    const body = await readFile(join(SITE, "assets", name));
    await context.route(new RegExp(`/assets/words-en-${part}[0-9a-f]+\\.words$`), (route) => route.fulfill({ body }));
  }
}

/** What is wrong with the words in sight. */
function troubles(page) {
  return page.evaluate(() => {
    const found = new Set();
    // Marked as somebody's own words, the names of keys, moments as Intl writes them, and what a mail says. The trade mark is nobody's to translate.
    const others = "[dir=auto], bdi, kbd, time, pre, code, .brand, .avatar";
    const plain = (text) => /[A-Za-z]{2}/.test(text) && !/[^\x20-\x7e\s]/.test(text) && text.trim() !== "Rollcall";
    const visible = (node) => node.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (element.closest(`script, style, ${others}`) || !visible(element)) continue;
      if (plain(node.data)) found.add(`not translated: ${node.data.trim()} (${element.outerHTML.slice(0, 90)})`);
    }
    for (const element of document.body.querySelectorAll("[aria-label], [title], [placeholder], [alt]")) {
      if (!visible(element)) continue;
      for (const name of ["aria-label", "title", "placeholder", "alt"]) {
        // What holds where nothing is chosen from a list is a code of that list.
        if (name === "placeholder" && element.hasAttribute("list")) continue;
        const text = element.getAttribute(name) ?? "";
        const own = name === "title" && (element.matches(others) || element.querySelector(others));
        if (!own && plain(text)) found.add(`not translated: ${name}="${text}"`);
      }
    }
    for (const element of document.body.querySelectorAll("*")) {
      const text = element.textContent;
      if (!visible(element) || !text.includes("[") || element.closest(".hidden-text, select, pre")) continue;
      const { overflowX } = getComputedStyle(element);
      const clips = overflowX === "hidden" || overflowX === "clip";
      // What is a pixel wide is for screen readers alone.
      if (clips && element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1) {
        found.add(`cut off: ${text.slice(0, 60)} (${element.className}: ${element.scrollWidth} > ${element.clientWidth})`);
      }
    }
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) found.add(`the page is wider than the window: ${root.scrollWidth}`);
    return [...found];
  });
}

for (const [device, viewport] of Object.entries({ desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } })) {
  test(`every screen is translated whole, and nothing is cut off, on a ${device}`, async () => {
    const owner = await the.browser.person({ viewport, serviceWorkers: "block", reducedMotion: "reduce" });
    await owner.signIn();
    await pseudo(owner.context);
    const found = [];
    const look = async (where) => {
      await owner.page.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished.catch(() => {}))));
      for (const one of await troubles(owner.page)) found.push(`${where}: ${one}`);
    };
    for (const path of SCREENS) {
      await owner.go(path);
      await owner.page.getByRole("heading", { level: 1, name: /\[/ }).waitFor();
      await owner.page.locator(".spinner, .skeleton").first().waitFor({ state: "detached" });
      await look(path);
    }
    await owner.go("/users");
    const rows = owner.page.locator("#grid .slot .list-row");
    await rows.first().waitFor();
    await rows.first().locator(".more button").click();
    await owner.page.getByRole("menu").waitFor();
    await look("the menu of a user");
    await owner.page.keyboard.press("Escape");
    await rows.first().locator(".names").click();
    await owner.page.locator(".detail").first().waitFor();
    await look("a user");
    await owner.go("/users");
    await rows.first().waitFor();
    await owner.page.locator(".filter-menu").click();
    await owner.page.locator("#filter-role").waitFor();
    await look("the filters");
    await owner.page.keyboard.press("Escape");
    await owner.page.keyboard.press("n");
    await owner.page.getByRole("dialog").waitFor();
    await look("the invitation");
    for (const path of ["/forgot", "/invite/no-such-link", "/password/no-such-link", "/no-such-page"]) {
      await owner.go(path);
      await owner.page.getByText("[").first().waitFor();
      await look(path);
    }
    const nobody = await the.browser.person({ viewport, serviceWorkers: "block" });
    await pseudo(nobody.context);
    await nobody.go("/");
    await nobody.page.locator("form").waitFor();
    for (const one of await troubles(nobody.page)) found.push(`signing in: ${one}`);
    assert.deepEqual(found, []);
  });
}

test("an import goes on in another language", async () => {
  const owner = await the.browser.person();
  await owner.signIn();
  await owner.open("Import");
  const buffer = Buffer.from("E-mail,Name\r\nkept@demo.example,Kept Person\r\n");
  await owner.page.locator('input[type="file"]').setInputFiles({ name: "kept.csv", mimeType: "text/csv", buffer });
  await owner.page.getByRole("button", { name: "Import 1 user" }).waitFor();
  await owner.page.getByRole("button", { name: /language and theme/ }).click();
  await owner.page.getByRole("menuitemradio", { name: "Deutsch" }).click();
  await owner.page.getByRole("heading", { level: 1, name: "Benutzer importieren" }).waitFor();
  await owner.page.getByRole("cell", { name: "kept@demo.example" }).waitFor();
  await owner.page.getByRole("button", { name: "1 Benutzer importieren" }).click();
  await owner.page.getByRole("button", { name: "Benutzer anzeigen" }).waitFor();
});

test("what the page can't say itself is said in the browser's language", async () => {
  const gast = await the.browser.person({ locale: "de-DE", serviceWorkers: "block", broken: true });
  await gast.context.route(/\.wasm$/, (route) => route.fulfill({ contentType: "text/html", body: "<html>Hotel" }));
  await gast.go("/");
  await gast.page.getByRole("alert").getByText(/Etwas in diesem Netz antwortet anstelle des Servers/).waitFor();
  await gast.page.getByRole("alert").getByRole("button", { name: "Neu laden" }).waitFor();
});
