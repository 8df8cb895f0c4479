// Acts in the list of users: an extension given and taken in its cell, kinds told apart, several who leave together, what did not go well
// for some of many, and the list saved as it is shown.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { clean } from "../support/axe.mjs";
import { DEMO, until } from "../support/browser.mjs";
import { world } from "../support/world.mjs";

const the = world();
/** An id made now, as the page makes them. */
const fresh = () => {
  const time = Date.now().toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${crypto.randomUUID().slice(15)}`;
};

async function signedIn(email = DEMO.ann, options) {
  const person = await the.browser.person(options);
  await person.signIn(email);
  return person;
}

const bar = (person) => person.page.getByRole("toolbar", { name: "Selected users" });
const dialog = (person, name) => person.page.getByRole("dialog", { name });

/** Prepares users that a search finds by this word, and selects them. */
async function some(person, word, many, options = {}) {
  for (let n = 1; n <= many; n++) {
    await person.make(`${word}.${n}@demo.example`, { prepare: true, name: `${word} ${n}`, ...options });
  }
  await person.saved();
  await select(person, `${word}.`, many);
}

async function select(person, words, many) {
  await person.countsTo(many, words);
  await person.page.getByLabel("Select all").check();
}

test("an extension is given in the empty cell and taken by the button beside it, which asks first", async () => {
  const ann = await signedIn();
  await ann.make("dial@demo.example", { prepare: true, name: "Dial Tone", licence: "No licence" });
  const row = await ann.find("Dial Tone");
  await row.getByRole("button", { name: "Assign an extension to Dial Tone" }).click();
  const form = dialog(ann, "Assign an extension to Dial Tone");
  const field = form.getByLabel("Extension", { exact: true });
  await until(() => field.evaluate((field) => field === document.activeElement), "the focus in the field");
  const free = "1987";
  await field.fill("1003");
  await form.getByText(/taken|Mia/i).first().waitFor();
  await field.fill(free);
  await ann.choose(form.getByLabel("Type of phone", { exact: true }), "Webphone");
  await clean(ann, "the form for an extension");
  await form.getByRole("button", { name: "Assign", exact: true }).click();
  await ann.sees(`Dial Tone has extension ${free}.`);
  await row.getByText(free, { exact: true }).waitFor();
  await ann.saved();
  await row.getByRole("button", { name: `Take extension ${free} from Dial Tone` }).click();
  const sure = dialog(ann, `Take extension ${free} from Dial Tone?`);
  await sure.getByText(`Extension ${free} becomes free.`).waitFor();
  await sure.getByRole("button", { name: "Take it back" }).click();
  await ann.sees("Extension taken back.");
  await row.getByRole("button", { name: "Assign an extension to Dial Tone" }).waitFor();
  await ann.saved();
});

test("the same by the keyboard alone, and without a network, where it waits", async () => {
  const ann = await signedIn();
  await ann.make("keys@demo.example", { prepare: true, name: "Keys Only", licence: "No licence" });
  await ann.saved();
  await ann.offline();
  await ann.pill(/^Offline/);
  await ann.find("Keys Only");
  const { keyboard } = ann.page;
  await ann.page.getByLabel("Search users").focus();
  await keyboard.press("ArrowDown");
  await keyboard.press("m");
  await ann.page.getByRole("menuitem", { name: "Assign extension…" }).focus();
  await keyboard.press("Enter");
  const form = dialog(ann, "Assign an extension to Keys Only");
  await form.getByText("This is done when you are back online; until then it is marked as pending.").waitFor();
  const free = "1988";
  await keyboard.type(free);
  await keyboard.press("Enter");
  await form.waitFor({ state: "detached" });
  const row = ann.row("Keys Only");
  await row.getByText(free, { exact: true }).waitFor();
  await row.getByText("Pending").or(row.locator("[aria-label*=ending], [title*=ending]")).first().waitFor();
  await ann.online();
  await ann.saved();
  await row.getByText(free, { exact: true }).waitFor();
});

test("who may give nobody an extension is offered none", async () => {
  const tess = await signedIn(DEMO.mia);
  // A manager of one team sees the others, and manages only its own.
  await tess.countsTo(1, DEMO.ann);
  await tess.row("Ann Okonkwo-Reyes").waitFor();
  assert.equal(await tess.row("Ann Okonkwo-Reyes").getByRole("button", { name: /^(Assign an|Take) extension/ }).count(), 0);
});

test("bridges, attendants and queues have their sign, and the list is narrowed to one kind, with counts", async () => {
  const ann = await signedIn();
  const id = fresh;
  await ann.command({ create_system_user: { id: id(), kind: "conference_bridge", name: "Kind Bridge" } }, DEMO.organisation);
  await ann.command({ create_system_user: { id: id(), kind: "call_queue", name: "Kind Queue" } }, DEMO.organisation);
  const row = await ann.find("Kind Queue");
  await row.locator(".avatar.box svg").waitFor();
  await ann.search("");
  await ann.page.getByRole("button", { name: "Filters", exact: true }).click();
  const form = dialog(ann, "Filters");
  const kind = form.getByLabel("Kind", { exact: true });
  await until(async () => (await kind.locator("option").allInnerTexts()).some((text) => /^Call queue \(\d+\)$/.test(text)), "a count for queues");
  await ann.choose(kind, "Call queue");
  await ann.countsTo(1);
  await form.getByRole("button", { name: "Done" }).click();
  await until(async () => new URL(ann.page.url()).searchParams.get("kind") === "call_queue", "the address");
  await ann.page.reload();
  await ann.row("Kind Queue").waitFor();
  await ann.page.getByRole("button", { name: "Kind: Call queue, remove this filter" }).click();
  await ann.page.getByRole("button", { name: "Columns", exact: true }).click();
  const columns = dialog(ann, "Columns");
  for (const name of ["Kind", "Numbers", "Time zone"]) await columns.getByLabel(name, { exact: true }).check();
  await columns.getByRole("button", { name: "Done" }).click();
  await ann.find("Kind Bridge");
  assert.equal(await ann.row("Kind Bridge").locator(".kind").innerText(), "Conference bridge");
});

test("several leave in the same way: who can't is named, what comes of it is said, and it is ordered for the others", async () => {
  const ann = await signedIn();
  await ann.countsTo(1, "Suhartini");
  await ann.page.getByLabel("Select all").check();
  await ann.countsTo(1, DEMO.ann);
  await ann.page.getByLabel("Select Ann Okonkwo-Reyes").check();
  await bar(ann).getByRole("button", { name: "Off-board…" }).click();
  const form = dialog(ann, "Off-board 2 users");
  await form.getByText("1 of 2 selected users will be off-boarded.").waitFor();
  await form.getByRole("listitem").filter({ hasText: "Ann Okonkwo-Reyes" }).getByText(/yourself/).waitFor();
  await form.getByText(/signed out everywhere at once/).waitFor();
  await form.getByLabel(/^Send their calls to/).fill("Mia");
  await form.getByRole("option", { name: /Mia Lindqvist/ }).first().click();
  await form.getByText("At a moment").click();
  await form.getByLabel("Suspended from").fill(new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 16));
  await form.getByLabel(/^Delete after so many days/).fill("9999");
  await form.getByText(/between 1 and 3,?650/).first().waitFor();
  await form.getByLabel(/^Delete after so many days/).fill("30");
  await clean(ann, "the form for several who leave");
  await form.getByRole("button", { name: "Off-board 1 user" }).click();
  await form.waitFor({ state: "detached" });
  await ann.sees("The off-boarding of 1 user is ordered.");
  await ann.saved();
  await ann.beside("Suhartini");
  await ann.page.getByRole("complementary").getByRole("link", { name: "Open" }).click();
  const head = ann.page.locator(".user-head .banner");
  await head.getByText(/^Leaves: access ends (in|on) .*, and the user is deleted on /).waitFor();
  await head.getByRole("button", { name: "Call off" }).click();
  await head.waitFor({ state: "detached" });
  await ann.saved();
});

/** How many of the 25 seats of a plan are taken, as the page shows it. */
const seats = async (person) => Number(/(\d+) \/ 25/.exec(await person.page.locator(".meters").innerText())[1]);

test("what did not go well for some of many is listed with the reasons, and tried again", async () => {
  const ann = await signedIn();
  await some(ann, "again", 2, { licence: "No licence" });
  await bar(ann).getByRole("button", { name: "Licence", exact: true }).click();
  const ask = ann.page.getByRole("dialog");
  await ann.choose(ask.getByLabel("Licence", { exact: true }), "Standard");
  const licence = await ask.getByLabel("Licence", { exact: true }).inputValue();
  const give = ask.getByRole("button", { name: "Give to 2 users" });
  await give.waitFor();
  // While it is asked, somebody else takes all seats but one.
  const tomas = await signedIn(DEMO.tomas);
  const taken = [];
  for (;;) {
    const id = fresh();
    const now = await seats(ann);
    if (now >= 24) break;
    await tomas.command({ prepare_user: { id, email: `seat.${id}@demo.example`, licence } }, DEMO.organisation);
    taken.push(id);
    await until(async () => (await seats(ann)) > now, "the seat that was taken");
  }
  await give.click();
  const results = dialog(ann, "Not all of it was done");
  await results.getByText("Done for 1.").waitFor();
  await results.getByRole("heading", { name: "1 was left as it was:" }).waitFor();
  await results.getByText(/^All 25 seats of Standard are taken/).waitFor();
  await clean(ann, "what was not done");
  // A seat comes free.
  const gone = taken.pop();
  await tomas.command({ set_licence: { user: gone, licence: null, add_ons: [] } }, DEMO.organisation);
  await until(async () => (await seats(ann)) === 24, "the seat that came free");
  await results.getByRole("button", { name: "Try it again" }).click();
  await results.waitFor({ state: "detached" });
  await ann.sees("1 done.");
  await ann.saved();
});

test("what is saved is what the list shows: its search, its order, and its columns or all", async () => {
  const ann = await signedIn();
  await ann.make("file.b@demo.example", { prepare: true, name: "File B", licence: "No licence" });
  await ann.make("file.a@demo.example", { prepare: true, name: "File A", licence: "No licence" });
  await ann.countsTo(2, "file.");
  await ann.page.getByRole("columnheader", { name: "Name", exact: true }).getByRole("button").click();
  await ann.offline();
  const save = async (choose) => {
    await ann.press("Export");
    const form = dialog(ann, "Export users");
    await choose(form);
    const saved = ann.page.waitForEvent("download");
    await form.getByRole("button", { name: "Save file" }).click();
    const text = await readFile(await (await saved).path(), "utf8");
    return text.replace("\ufeff", "").trim().split(/\r?\n/);
  };
  const shown = await save(async (form) => {
    assert.ok(await form.getByLabel("As the list shows it: 2 users").isChecked());
    await form.getByLabel("Those that the list shows").check();
    await form.getByLabel("CSV").check();
    await clean(ann, "the export");
  });
  assert.match(shown[0], /^Name[,;]E-mail[,;]Extension[,;]Roles[,;]Licence[,;]State$/);
  assert.deepEqual(shown.slice(1).map((line) => line.split(/[,;]/)[0]), ["File B", "File A"], "in the order of the list");
  const all = await save(async (form) => {
    await form.getByLabel("CSV").check();
  });
  assert.match(all[0], /Time zone[,;]Country[,;]State$/);
  assert.equal(all.length, 3);
  const prepared = await save(async (form) => {
    await form.getByLabel("Prepared", { exact: true }).check();
    await form.getByLabel("CSV").check();
  });
  assert.ok(prepared.length > 3 && prepared.slice(1).every((line) => line.endsWith("Prepared")), "all who are prepared, whatever the list shows");
  await ann.online();
});
