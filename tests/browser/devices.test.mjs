// What is left on a device of a right that is gone (S10), and devices whose clocks are wrong (S11).
import assert from "node:assert/strict";
import { test } from "node:test";
import { DEMO, ROLES, until } from "../support/browser.mjs";
import { world } from "../support/world.mjs";

const the = world();

async function signedIn(email, options) {
  const person = await the.browser.person();
  await options?.before?.(person);
  await person.signIn(email);
  await person.serviceWorker();
  return person;
}

/** Which of these texts stand anywhere in what the page keeps on the device. */
const kept = (person, texts) =>
  person.page.evaluate(async (texts) => {
    const asked = (request) => new Promise((resolve, reject) => ((request.onsuccess = () => resolve(request.result)), (request.onerror = () => reject(request.error))));
    const found = new Set();
    const decoder = new TextDecoder();
    const look = (value) => {
      if (typeof value === "string") texts.filter((text) => value.includes(text)).forEach((text) => found.add(text));
      else if (value instanceof ArrayBuffer) look(decoder.decode(value));
      else if (ArrayBuffer.isView(value)) look(decoder.decode(value));
      else if (value && typeof value === "object") Object.values(value).forEach(look);
    };
    for (const { name } of await indexedDB.databases()) {
      const database = await asked(indexedDB.open(name));
      for (const store of database.objectStoreNames) look(await asked(database.transaction(store).objectStore(store).getAll()));
      database.close();
    }
    return [...found];
  }, texts);

/** The id in the address of the page of a user or a team. */
async function idOf(person, screen, words) {
  await person.go(`/${screen}?search=${encodeURIComponent(words)}`);
  await person.page.locator("#grid").getByRole("row").filter({ hasText: words }).first().locator(".name").click();
  await person.page.getByRole("complementary").getByRole("link", { name: "Open", exact: true }).click();
  await person.page.waitForURL(/\/(users|teams)\/[0-9a-f-]{36}/);
  return /[0-9a-f-]{36}/.exec(person.page.url())[0];
}

test("whoever loses a team offline keeps nothing of its people, and is told of the edit that came too late (S10)", async () => {
  const ann = await signedIn();
  const [care, sales] = [await idOf(ann, "teams", "Customer Care"), await idOf(ann, "teams", "Sales")];
  const [siobhan, chandra] = [await idOf(ann, "users", "siobhan@"), await idOf(ann, "users", "chandra@")];
  await ann.command({ edit_extra: { user: siobhan, extra: { desk: "north-4711" } } }, DEMO.organisation);
  await ann.command({ edit_extra: { user: chandra, extra: { desk: "south-0815" } } }, DEMO.organisation);

  const mia = await signedIn(DEMO.mia);
  const [theirs, others] = ["north-4711", "south-0815"];
  assert.deepEqual(await kept(mia, [theirs, others]), [theirs], "only of the people of her team");
  const me = await mia.me();
  await mia.offline();
  await mia.givePosition("siobhan@demo.example", "Night desk");

  const manager = (team) => ({ role: ROLES.manager, scope: { team } });
  await ann.command({ replace_roles: { user: me, take: [manager(care)], give: [manager(sales)] } }, DEMO.organisation);
  await mia.online();
  await mia.saved();
  await until(async () => (await kept(mia, [theirs, others])).join() === others, "the other team's people alone on the device");
  // What is left of the one is what the directory lists of everybody; the other is hers to edit.
  const panel = mia.page.getByRole("complementary");
  await mia.beside("Siobhán");
  await panel.getByText("Siobhán").first().waitFor();
  assert.equal(await panel.getByRole("button", { name: "Edit profile" }).count(), 0);
  await mia.beside("Chandra");
  await panel.getByRole("button", { name: "Edit profile" }).waitFor();
  await mia.open("Inbox");
  const card = mia.page.getByRole("listitem").filter({ hasText: "Edit the profile of Siobhán" });
  await card.getByText("Night desk").waitFor();
  await card.getByText(/^You need the permission/).waitFor();
});

const YEAR = 365 * 24 * 3600 * 1000;

/** A clock that is so many milliseconds wrong, in every page of a person. */
const wrong = (by) => (person) =>
  person.context.addInitScript((by) => {
    const Right = Date;
    globalThis.Date = class extends Right {
      constructor(...from) {
        super(...(from.length === 0 ? [Right.now() + by] : from));
      }
      static now() {
        return Right.now() + by;
      }
    };
  }, by);

test("devices a year ahead and a year behind: the server's order decides, and invitations live by its clock (S11)", async () => {
  const ahead = await signedIn(DEMO.ann, { before: wrong(YEAR) });
  const behind = await signedIn(DEMO.tomas, { before: wrong(-YEAR) });
  await ahead.offline();
  await behind.offline();
  await ahead.givePosition("kwame@demo.example", "From the future");
  await behind.givePosition("kwame@demo.example", "From the past");
  await behind.givePosition("eleni@demo.example", "Untouched by the other");
  await ahead.online();
  await ahead.saved();
  await behind.online();
  await behind.saved();
  // Who came first to the server stands; who came later is asked, wherever the clocks stand.
  await behind.open("Inbox");
  const card = behind.page.locator("section.kept");
  await card.getByText("From the future").waitFor();
  await card.getByText("From the past").waitFor();
  await behind.press("Use mine");
  await card.waitFor({ state: "detached" });
  await behind.saved();
  await ahead.open("Users");
  await ahead.search("From the past");
  await ahead.row("kwame@").first().waitFor();

  await ahead.make("next.year@demo.example", { name: "Nia Next", licence: "Light" });
  await ahead.saved();
  for (const person of [ahead, behind]) {
    await person.open("Users");
    await person.beside("next.year@");
    await person.page.getByRole("complementary").getByText(/^Expires in 2[34] h/).waitFor();
  }
  const { code, link } = await ahead.mailTo("next.year@demo.example");
  const nia = await the.browser.person();
  await wrong(-YEAR)(nia);
  await nia.page.goto(link);
  await nia.page.getByLabel("Code", { exact: true }).pressSequentially(code);
  await nia.page.getByLabel("New password", { exact: true }).fill("eleven blue kettles");
  await nia.press("Join");
  await nia.sees(`Welcome to ${DEMO.organisation}`);
});
