// Offline: open, search, prepare; sync by itself; two admins and the last seat; the server killed, the tab closed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DEMO } from "../support/browser.mjs";
import { world } from "../support/world.mjs";

const the = world();

async function signedIn(email = DEMO.ann) {
  const person = await the.browser.person();
  await person.signIn(email);
  await person.serviceWorker();
  return person;
}

test("with no network the page opens, searches and prepares; back online it syncs by itself", async () => {
  const ann = await signedIn();
  const tomas = await signedIn(DEMO.tomas);
  await ann.offline();
  await ann.page.reload();
  await ann.pill(/^Offline/);
  await ann.find("Mia Lindqvist");
  await ann.make("offline@demo.example", { prepare: true, name: "Olive Offline" });
  await ann.pill("Offline – 1 change waiting");
  await (await ann.find("offline@demo.example")).getByText("Pending").waitFor();
  await ann.page.reload();
  await (await ann.find("offline@demo.example")).getByText("Pending").waitFor();
  await ann.open("Inbox");
  await ann.sees("Waiting to sync");
  await ann.go("/about");
  await ann.sees("Offline; it tries again automatically");
  await ann.go("/users");
  await ann.find("offline@demo.example");
  await ann.online();
  await ann.saved();
  await ann.row("offline@demo.example").getByText("Pending").waitFor({ state: "detached" });
  await (await tomas.find("Olive Offline")).getByText("Prepared").waitFor();
});

test("what one does, the other sees without reloading", async () => {
  const ann = await signedIn();
  const tomas = await signedIn(DEMO.tomas);
  await tomas.search("live@demo.example");
  await tomas.countsTo(0);
  await ann.make("live@demo.example", { prepare: true });
  await tomas.countsTo(1);
});

test("an invitation issued offline is sent when back online", async () => {
  const ann = await signedIn();
  await ann.offline();
  await ann.make("later@demo.example", { licence: "Light" });
  await ann.sees("The invitation to later@demo.example will be sent when you are back online.");
  await ann.online();
  await ann.saved();
  const { code } = await ann.mailTo("later@demo.example");
  assert.match(code, /^\w{6}$/);
});

test("the last seat spent three times offline: one gets it, the others are told why and can go on", async () => {
  const ann = await signedIn();
  await ann.make("seat.but.one@demo.example", { prepare: true, licence: "Standard" });
  await ann.saved();
  const tomas = await signedIn(DEMO.tomas);
  const second = await signedIn();
  for (const person of [ann, tomas, second]) await person.offline();
  await ann.make("seat.ann@demo.example", { licence: "Standard" });
  await tomas.make("seat.tomas@demo.example", { licence: "Standard" });
  await second.make("seat.second@demo.example", { prepare: true, licence: "Standard" });
  await ann.online();
  await ann.saved();
  for (const person of [tomas, second]) {
    await person.online();
    await person.saved();
    await person.page.getByRole("link", { name: /Inbox\s*1\s*refused/ }).waitFor();
    await person.open("Inbox");
    await person.sees(/All 25 seats of Standard are taken/);
  }
  await tomas.press("Keep as prepared, without licence");
  await tomas.sees("All done");
  await tomas.open("Users");
  await (await tomas.find("seat.tomas@demo.example")).getByText("Prepared").waitFor();
  await second.press("Discard");
  await second.sees("All done");
  await second.page.reload();
  await second.sees("All done");
  await second.saved();
  await second.open("Users");
  await second.countsTo(3, "seat.");
  for (const email of ["seat.but.one@", "seat.ann@", "seat.tomas@"]) await second.find(email);
});

test("the server is killed while it syncs: nothing is lost, nothing happens twice", async () => {
  const ann = await signedIn();
  await ann.offline();
  await importRows(ann, "killed", 300);
  await ann.sees("300 users are prepared and will be sent to the server when you are back online.");
  for (let round = 0; round < 3; round++) {
    const asked = ann.page.waitForRequest((request) => request.url().endsWith("/sync") && request.method() === "POST");
    if (round === 0) await ann.online();
    await asked;
    await the.server.kill();
    await the.server.up();
  }
  await ann.saved();
  await ann.open("Inbox");
  await ann.sees("All done");
  await ann.open("Users");
  await ann.countsTo(300, "killed.");
  const tomas = await signedIn(DEMO.tomas);
  await tomas.countsTo(300, "killed.");
});

test("the tab is closed while it writes: what was taken in is there once, and the rest can be done again", async () => {
  const ann = await signedIn();
  await importRows(ann, "closed", 1500, { wait: false });
  await ann.page.getByRole("progressbar", { name: "Importing" }).or(ann.page.getByText("Importing")).first().waitFor();
  await ann.page.close();
  ann.page = await ann.context.newPage();
  await ann.go("/users");
  await ann.saved();
  const kept = await ann.countOf("closed.");
  assert.ok(kept < 1500, "the tab was closed too late to try anything");
  const tomas = await signedIn(DEMO.tomas);
  await tomas.countsTo(kept, "closed.");
  await ann.open("Import");
  await importRows(ann, "closed", 1500);
  await ann.saved();
  await ann.open("Inbox");
  await ann.sees("All done");
  await tomas.countsTo(1500, "closed.");
});

test("two tabs of one browser: both show it, one sends it, once", async () => {
  const ann = await signedIn();
  const first = ann.page;
  const second = await ann.context.newPage();
  await second.goto(`${ann.address}/users`);
  await second.locator(".sync-word").filter({ hasText: /^Saved$/ }).waitFor();
  await ann.make("tabs@demo.example", { prepare: true });
  ann.page = second;
  await (await ann.find("tabs@demo.example")).getByText("Prepared").waitFor();
  await first.close();
  await ann.make("after.close@demo.example", { prepare: true });
  await ann.saved();
  const tomas = await signedIn(DEMO.tomas);
  await tomas.countsTo(1, "tabs@demo.example");
  await tomas.countsTo(1, "after.close@");
});

test("a tab that stands still holds nobody up: another one sends, and it catches up when it wakes", async () => {
  const ann = await signedIn();
  const first = ann.page;
  ann.page = await ann.context.newPage();
  await ann.go("/users");
  await ann.saved();
  let awake = false;
  const frozen = first
    .evaluate(() => {
      const end = Date.now() + 20_000;
      while (Date.now() < end);
    })
    .then(() => (awake = true));
  await ann.make("frozen@demo.example", { prepare: true });
  const tomas = await signedIn(DEMO.tomas);
  await tomas.countsTo(1, "frozen@demo.example");
  assert.ok(!awake, "the leading tab woke up before another one had sent");
  await frozen;
  ann.page = first;
  await (await ann.find("frozen@demo.example")).getByText("Prepared").waitFor();
  await ann.saved();
});

/** Imports so many made-up users, from whatever page the person is on. */
async function importRows(person, word, count, { wait = true } = {}) {
  if (!person.page.url().endsWith("/import")) await person.open("Import");
  const rows = Array.from({ length: count }, (_, n) => `${word}.${n}@demo.example,${word} number ${n}`);
  const buffer = Buffer.from(`Email,Name\n${rows.join("\n")}\n`);
  await person.page.locator('input[type="file"]').setInputFiles({ name: `${word}.csv`, mimeType: "text/csv", buffer });
  const start = person.page.getByRole("button", { name: /^Import [\d,]+ users?$/ });
  const nothing = person.page.getByRole("button", { name: "Nothing to import" });
  const planned = person.page.locator(".tallies li").first();
  await planned.waitFor();
  if (await nothing.count()) return;
  await start.click();
  if (wait) await person.sees(/users? (is|are) prepared\b.*\./);
}
