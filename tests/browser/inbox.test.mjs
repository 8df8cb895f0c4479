// The inbox: every command's standing, refused work with what hung on it, and mending it in its form.
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

test("a command is on this device, then applied", async () => {
  const ann = await signedIn();
  await ann.offline();
  await ann.make("standing@demo.example", { prepare: true });
  await ann.open("Inbox");
  await ann.sees("Waiting to sync");
  await ann.sees("On this device");
  await ann.online();
  await ann.saved();
  await ann.sees("Just synced");
  await ann.sees("Prepare standing@demo.example");
  await ann.page.getByText("Applied", { exact: true }).waitFor();
});

test("each entry leads to what it is about", async () => {
  const ann = await signedIn();
  await ann.make("linked@demo.example", { prepare: true, name: "Linked Person" });
  await ann.saved();
  await ann.open("Inbox");
  await ann.page.getByRole("link", { name: /Linked Person|linked@demo.example/ }).first().click();
  await ann.page.getByRole("heading", { level: 1, name: "Linked Person" }).waitFor();
  await ann.page.waitForURL(/\/users\/[0-9a-f-]{36}\/profile$/);
});

test("what needed a refused command stands under it, and both go on once it is mended in the form", async () => {
  const ann = await signedIn();
  await ann.make("full@demo.example", { prepare: true, licence: "Standard" });
  await ann.saved();
  const tomas = await signedIn(DEMO.tomas);
  await tomas.offline();
  await tomas.make("mend@demo.example", { prepare: true, licence: "Standard" });
  await tomas.givePosition("mend@demo.example", "Cook");
  await ann.make("last@demo.example", { prepare: true, licence: "Standard" });
  await ann.saved();
  await tomas.online();
  await tomas.saved();
  await tomas.open("Inbox");
  await tomas.sees(/All 25 seats of Standard are taken/);
  await tomas.sees("1 later change was refused because of it");
  await tomas.press("Edit…");
  const form = tomas.page.getByRole("dialog");
  await form.getByText(/All 25 seats of Standard are taken/).first().waitFor();
  await tomas.choose(form.getByLabel("Licence", { exact: true }), "No licence");
  await form.getByRole("button", { name: "Save as prepared" }).click();
  await form.waitFor({ state: "detached" });
  await tomas.sees("All done");
  await tomas.saved();
  await tomas.open("Users");
  await tomas.search("mend@ Cook");
  await tomas.row("mend@demo.example").first().waitFor();
});

test("unsynced work is saved as a file and imported on another device, once", async () => {
  const ann = await signedIn();
  await ann.offline();
  await ann.make("carried@demo.example", { prepare: true });
  await ann.open("Inbox");
  const saving = ann.page.waitForEvent("download");
  await ann.press("Save as a file");
  const path = await (await saving).path();
  const other = await signedIn();
  await other.open("Inbox");
  await other.page.getByLabel("File of unsynced work").setInputFiles(path);
  await other.page.getByRole("dialog").getByText("carried@demo.example").waitFor();
  await other.press("Import 1 change");
  await other.sees("1 change imported.");
  await other.saved();
  await other.open("Users");
  await other.countsTo(1, "carried@");
  await ann.online();
  await ann.saved();
  await ann.sees("Just synced");
  await ann.open("Users");
  await ann.countsTo(1, "carried@");
  await other.open("Inbox");
  await other.page.getByLabel("File of unsynced work").setInputFiles({
    name: "notes.json",
    mimeType: "application/json",
    buffer: Buffer.from("[]"),
  });
  await other.sees("This file holds no unsynced work of Rollcall.");
});

test("two edit one person offline: both edits hold, and where they meet both values are shown to choose from", async () => {
  const ann = await signedIn();
  await ann.make("both@demo.example", { prepare: true });
  await ann.saved();
  const tomas = await signedIn(DEMO.tomas);
  await tomas.find("both@demo.example");
  await ann.offline();
  await tomas.offline();
  await ann.givePosition("both@demo.example", "Cook");
  await tomas.givePosition("both@demo.example", "Baker");
  await ann.online();
  await ann.saved();
  await tomas.online();
  await tomas.saved();
  await tomas.open("Inbox");
  const card = tomas.page.locator("section.kept");
  await card.getByText("Baker").waitFor();
  await card.getByText("Cook").waitFor();
  await card.getByText(/Ann/).waitFor();
  await tomas.press("Use mine");
  await card.waitFor({ state: "detached" });
  await tomas.saved();
  await ann.open("Users");
  await ann.search("both@ Baker");
  await ann.row("both@demo.example").first().waitFor();
});
