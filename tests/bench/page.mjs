// How fast the page is with 10,000 and 100,000 users: start offline, search, invite, CSV. One line of JSON a figure.
import { Browser, until } from "../support/browser.mjs";
import { Server } from "../support/server.mjs";

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
const say = (name, value, unit) => console.log(JSON.stringify({ name, value: Number(value.toPrecision(3)), unit }));
const thousands = (users) => users.toLocaleString("en");

for (const users of [10_000, 100_000]) {
  const server = await Server.start({ users });
  const browser = await Browser.start(server);
  try {
    const ann = await browser.person();
    ann.context.setDefaultTimeout(180_000);
    await ann.signIn();
    await until(async () => (await ann.count()) === users, `${users} users`, 180_000);
    await searching(ann, users);
    if (users === 10_000) {
      await inviting(ann);
      await csv(ann);
    }
    await startingOffline(ann, users);
    await browser.settle();
  } finally {
    await browser.end();
    await server.end();
  }
}

/** From a key to the frame in which the rows that it leaves are on the screen: the rows as they still are frames later. */
async function searching(ann, users) {
  const took = await ann.page.evaluate(async () => {
    const field = document.getElementById("search");
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const shown = () => document.querySelector("main").innerText;
    const times = [];
    for (const word of ["mohan", "user.9", "larsen", "4711", "zoë", ""]) {
      for (let length = Math.min(word.length, 1); length <= word.length; length++) {
        await frame();
        const begun = performance.now();
        field.value = word.slice(0, length);
        field.dispatchEvent(new Event("input", { bubbles: true }));
        const frames = [];
        for (let n = 0; n < 4; n++) {
          await frame();
          frames.push({ at: performance.now(), text: shown() });
        }
        times.push(frames.find((frame) => frame.text === frames.at(-1).text).at - begun);
      }
    }
    return times;
  });
  say(`search keystroke to rows, ${thousands(users)} users`, median(took), "ms");
}

/** From the button to the server's confirmation in the row. */
async function inviting(ann) {
  const times = [];
  for (let n = 0; n < 9; n++) {
    const email = `bench.${n}@demo.example`;
    await ann.search(email);
    const form = await ann.fillNew(email, { licence: "Light" });
    const send = form.getByRole("button", { name: "Send invitation" });
    times.push(
      await send.evaluate(async (button, email) => {
        const begun = performance.now();
        button.click();
        const confirmed = () =>
          [...document.querySelectorAll("[role=row]")].some(
            (row) => row.textContent.includes(email) && !row.querySelector(".pending-mark"),
          );
        while (!confirmed()) await new Promise((resolve) => requestAnimationFrame(resolve));
        return performance.now() - begun;
      }, email),
    );
    await form.waitFor({ state: "detached" });
  }
  await ann.search("");
  say("invite round trip, 10,000 users", median(times), "ms");
}

/** From the choice of a file to its checked preview, and from the button to everything kept on the device. */
async function csv(ann) {
  const rows = Array.from({ length: 10_000 }, (_, n) => `csv.${n}@demo.example,Csv ${n},Agent`);
  const buffer = Buffer.from(`Email,Name,Role\n${rows.join("\n")}\n`);
  await ann.open("Import");
  await ann.page.evaluate(() => {
    const look = (wanted) => wanted.test(document.querySelector("main").textContent);
    globalThis.measure = (wanted) =>
      new Promise((resolve) => {
        const begun = performance.now();
        const again = () => (look(wanted) ? resolve(performance.now() - begun) : requestAnimationFrame(again));
        again();
      });
    document.querySelector('input[type="file"]').addEventListener(
      "change",
      () => (globalThis.previewed = globalThis.measure(/10,000\s*ready/)),
      { capture: true },
    );
  });
  await ann.page.locator('input[type="file"]').setInputFiles({ name: "bench.csv", mimeType: "text/csv", buffer });
  await ann.page.getByRole("button", { name: "Import 10,000 users" }).waitFor();
  const preview = await ann.page.evaluate(() => globalThis.previewed);
  say("CSV preview", 10_000 / (preview / 1000), "rows/s");
  const imported = await ann.page.getByRole("button", { name: "Import 10,000 users" }).evaluate((button) => {
    button.click();
    return globalThis.measure(/10,000 users are prepared/);
  });
  say("CSV import, kept on the device", 10_000 / (imported / 1000), "rows/s");
  const begun = performance.now();
  await ann.open("Users");
  await until(async () => /^Saved$/.test(await ann.page.locator(".sync-word").innerText()), "the sync", 180_000);
  say("CSV import, confirmed by the server after that", 10_000 / ((performance.now() - begun) / 1000), "rows/s");
}

/** From the reload with no network to the first row on the screen. */
async function startingOffline(ann, users) {
  await ann.saved();
  await ann.offline();
  await ann.page.addInitScript(() => {
    const look = () => {
      if (document.querySelector('[role=row][aria-rowindex="2"]')) globalThis.shown = performance.now();
      else requestAnimationFrame(look);
    };
    look();
  });
  const times = [];
  for (let n = 0; n < 5; n++) {
    await ann.page.reload();
    await ann.page.waitForFunction(() => globalThis.shown !== undefined);
    times.push(await ann.page.evaluate(() => globalThis.shown));
  }
  say(`page start offline, ${thousands(users)} users`, median(times), "ms");
}
