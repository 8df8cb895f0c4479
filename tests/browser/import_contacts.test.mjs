// Importing shared contacts (S4.4): columns, the verdict on each row, the rows to fix, workbooks, work without a network.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { clean } from "../support/axe.mjs";
import { DEMO, until } from "../support/browser.mjs";
import { world } from "../support/world.mjs";

const the = world();

async function importing(email) {
  const person = await the.browser.person();
  await person.signIn(email);
  await person.go("/contacts");
  await person.page.getByRole("heading", { level: 1, name: "Shared contacts" }).waitFor();
  await person.page.getByRole("link", { name: "Import", exact: true }).last().click();
  await person.page.getByRole("heading", { level: 1, name: "Import shared contacts" }).waitFor();
  return person;
}

async function pick(person, name, content) {
  const buffer = Buffer.isBuffer(content) ? content : Buffer.from(content);
  await person.page.locator('input[type="file"]').setInputFiles({ name, mimeType: "text/csv", buffer });
}

const tally = (person, words) => person.page.locator(".tallies").getByText(words).waitFor();
const kinds = async (person) => {
  const columns = person.page.locator(".mapping select");
  await columns.first().waitFor();
  return columns.evaluateAll((all) => all.map((select) => select.selectedOptions[0].textContent));
};

test("an address book is read, checked, imported; what is wrong comes back to be fixed; a second time nothing is added", async () => {
  const owner = await importing();
  const rows = [
    "Contact;Firma;Telefon;E-Mail;PIN;Nickname",
    "Ruth Okafor;Tailor;+44 20 7183 8701;ruth@tailor.example;1234;R",
    "Bad Number;Baker;nine;;5678;B",
    ";Taxi Central;+44 20 7183 8702;;;",
  ];
  await pick(owner, "book.csv", `${rows.join("\r\n")}\r\n`);
  await owner.sees(/book\.csv · 3 rows/);
  assert.deepEqual(await kinds(owner), ["Full name", "Company", "Number", "E-mail", "Don’t import"]);
  assert.equal(await owner.page.getByText("5678").count(), 0, "no secret is shown");
  await tally(owner, /^2\s*ready/);
  await tally(owner, /1\s*to fix/);
  await clean(owner, "the import of contacts");
  const saved = owner.page.waitForEvent("download");
  await owner.press("Download rows to fix");
  const fixes = await readFile(await (await saved).path(), "utf8");
  assert.match(fixes, /Bad Number/);
  assert.doesNotMatch(fixes, /5678|Ruth/);
  await owner.press("Import 2 contacts");
  await owner.sees("2 contacts were added.");
  await owner.press("Import another file");
  await pick(owner, "fixed.csv", fixes.replace("nine", "+44 20 7183 8703"));
  await tally(owner, /^1\s*ready/);
  await owner.press("Import 1 contact");
  await owner.sees("1 contact was added.");
  await owner.press("Import another file");
  await pick(owner, "book.csv", `${rows.join("\r\n")}\r\n`);
  await tally(owner, /2\s*already here, skipped/);
  await owner.press("Start over");
  await owner.saved();
  await owner.go("/contacts");
  for (const name of ["Ruth Okafor", "Bad Number", "Taxi Central"]) {
    await owner.page.getByLabel("Search contacts").fill(name);
    await owner.row(name).first().waitFor();
  }
  await owner.go("/activity?way=import");
  const done = owner.page.locator("ol.history > li").filter({ hasText: "Import the contact Taxi Central" });
  await done.getByText("Ann Okonkwo-Reyes").first().waitFor();
});

test("a workbook is read too, its columns changed by hand, and without a network the contacts wait", async () => {
  const owner = await importing();
  const book = await readFile(new URL("../cases/workbooks/openpyxl.xlsx", import.meta.url));
  await pick(owner, "staff.xlsx", book);
  await owner.sees(/staff\.xlsx · \d+ rows? · sheet/);
  await owner.press("Start over");
  await pick(owner, "odd.csv", "Wer,Was\r\nZoë Offline,+44 20 7183 8704\r\n");
  const columns = owner.page.locator(".mapping select");
  await columns.first().waitFor();
  await owner.choose(columns.nth(0), "Don’t import");
  await owner.sees("No column holds names or companies. Choose one.");
  await owner.choose(columns.nth(0), "Full name");
  await owner.choose(columns.nth(1), "Number");
  await tally(owner, /^1\s*ready/);
  await owner.offline();
  await owner.pill(/^Offline/);
  await owner.press("Import 1 contact");
  await owner.sees("1 contact was added and will be sent to the server when you are back online.");
  await owner.press("Show the contacts");
  await owner.page.getByLabel("Search contacts").fill("Zoë");
  await owner.row("Zoë Offline").getByText("Pending").waitFor();
  await owner.online();
  await owner.saved();
  await until(async () => (await owner.row("Zoë Offline").getByText("Pending").count()) === 0, "it is there");
});

test("whoever may only look contacts up is offered no import, and is told why at its address", async () => {
  const mia = await the.browser.person();
  await mia.signIn(DEMO.mia);
  await mia.go("/contacts");
  await mia.page.getByRole("button", { name: "Add contact" }).first().waitFor();
  assert.equal(await mia.page.getByRole("main").getByRole("link", { name: "Import", exact: true }).count(), 0);
  await mia.go("/import-contacts");
  await mia.sees("You can’t import contacts");
  assert.equal(await mia.page.locator('input[type="file"]').count(), 0);
});
