// How fast a browser gets, keeps and opens a directory, issues commands offline, and replaces a frozen tab. What the page's
// own scripts can't tell (when IndexedDB is done) is overheard. One line of JSON a figure.
import { Browser, DEMO, until } from "../support/browser.mjs";
import { Server } from "../support/server.mjs";

const sorted = (values) => [...values].sort((a, b) => a - b);
/** By nearest rank: 99 of a hundred values are at most the 99th. */
const quantile = (values, part) => sorted(values)[Math.ceil(values.length * part) - 1];
const median = (values) => quantile(values, 0.5);
const say = (name, value, unit) => console.log(JSON.stringify({ name, value: Number(value.toPrecision(3)), unit }));

for (const users of process.argv[2] ? [Number(process.argv[2])] : [10_000, 100_000]) {
  const of = `${users.toLocaleString("en")} users`;
  const server = await Server.start({ users });
  const browser = await Browser.start(server);
  try {
    const runs = [];
    let person;
    for (let n = 0; n < 3; n++) {
      person = await signedIn(browser);
      runs.push(await firstSync(person));
    }
    for (const [what, unit] of Object.entries({ "from the answer's first byte to rows on the screen": "ms",
      "from an empty device to rows on the screen": "ms", "on the wire": "kB", "written to IndexedDB": "ms" })) {
      say(`Chromium, first sync of ${of}, ${what}`, median(runs.map((run) => run[what])), unit);
    }
    say(`Chromium, sync without news, ${of}`, median(await noNews(person)), "ms");
    const { shown, durable } = await commands(person);
    say(`Chromium, offline command in the view, ${of}, p50`, median(shown), "ms");
    say(`Chromium, offline command in the view, ${of}, p99`, quantile(shown, 0.99), "ms");
    say(`Chromium, offline command on disk, ${of}, p50`, median(durable), "ms");
    say(`Chromium, offline command on disk, ${of}, p95`, quantile(durable, 0.95), "ms");
    say(`Chromium, a frozen leader replaced, ${of}`, await takeOver(person), "ms");
  } finally {
    await browser.end();
    await server.end();
  }
}

/** Somebody with a session, on a device that holds nothing yet, whose IndexedDB is overheard. */
async function signedIn(browser) {
  const person = await browser.person();
  person.context.setDefaultTimeout(180_000);
  const data = { identifier: DEMO.tomas, password: DEMO.password };
  const answer = await person.context.request.post(`${person.address}/api/v1/session`, { data });
  if (!answer.ok()) throw new Error(await answer.text());
  await person.context.addInitScript(() => {
    const writes = (globalThis.writes = []);
    const begin = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (stores, mode, options) {
      const transaction = begin.call(this, stores, mode, options);
      if (mode === "readwrite") {
        const write = { stores: [...stores], strict: options?.durability === "strict", begun: performance.now() };
        writes.push(write);
        transaction.addEventListener("complete", () => (write.ended = performance.now()));
      }
      return transaction;
    };
    const look = () => {
      if (document.querySelector('[role=row][aria-rowindex="2"]')) globalThis.shown = performance.now();
      else requestAnimationFrame(look);
    };
    look();
  });
  return person;
}

async function firstSync(person) {
  let bytes = 0;
  const devtools = await person.context.newCDPSession(person.page);
  await devtools.send("Network.enable");
  const asked = new Set();
  devtools.on("Network.requestWillBeSent", ({ requestId, request }) => {
    if (request.url.endsWith("/sync")) asked.add(requestId);
  });
  devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (asked.has(requestId)) bytes = Math.max(bytes, encodedDataLength);
  });
  await person.go("/users");
  await person.page.waitForFunction(() => globalThis.shown !== undefined);
  await person.saved();
  const written = () => globalThis.writes.some((write) => write.stores.includes("chunks") && write.ended);
  await person.page.waitForFunction(written);
  const { shown, answered, write } = await person.page.evaluate(() => {
    const [first] = performance.getEntriesByType("resource").filter((entry) => entry.name.endsWith("/sync"));
    const done = globalThis.writes.filter((write) => write.stores.includes("chunks") && write.ended);
    return { shown: globalThis.shown, answered: first.responseStart,
      write: Math.max(...done.map((write) => write.ended - write.begun)) };
  });
  return { "from the answer's first byte to rows on the screen": shown - answered,
    "from an empty device to rows on the screen": shown, "on the wire": bytes / 1000, "written to IndexedDB": write };
}

/** The network is said to be back, and nothing has happened meanwhile. */
async function noNews(person) {
  const times = [];
  for (let n = 0; n < 20; n++) {
    times.push(
      await person.page.evaluate(
        () =>
          new Promise((resolve) => {
            const begun = performance.now();
            new PerformanceObserver((list, observer) => {
              const sync = list.getEntries().find((entry) => entry.name.endsWith("/sync"));
              if (!sync) return;
              observer.disconnect();
              resolve(sync.responseEnd - begun);
            }).observe({ type: "resource" });
            window.dispatchEvent(new Event("online"));
          }),
      ),
    );
  }
  return times;
}

/** From the button to the user in the list, and to the end of the strict transaction that keeps the command. */
async function commands(person) {
  await person.offline();
  const [shown, durable] = [[], []];
  await person.search("bench.");
  for (let n = 0; n < 200; n++) {
    const email = `bench.${n}@demo.example`;
    const form = await person.fillNew(email, { prepare: true });
    const took = await form.getByRole("button", { name: "Save as prepared" }).evaluate(async (button, email) => {
      const before = globalThis.writes.length;
      const begun = performance.now();
      const seen = new Promise((resolve) => {
        const there = () => [...document.querySelectorAll("[role=row]")].some((row) => row.textContent.includes(email));
        const observer = new MutationObserver(() => {
          if (!there()) return;
          observer.disconnect();
          resolve(performance.now());
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      });
      button.click();
      const shown = (await seen) - begun;
      const write = () => globalThis.writes.slice(before).find((write) => write.strict && write.ended);
      while (!write()) await new Promise((resolve) => setTimeout(resolve));
      return { shown, durable: write().ended - begun };
    }, email);
    shown.push(took.shown);
    durable.push(took.durable);
    await form.waitFor({ state: "detached" });
    // The newest is looked for alone, so that it is among the rows in sight.
    await person.search(`bench.${n + 1}@`);
  }
  await person.online();
  await person.search("");
  await person.saved();
  return { shown, durable };
}

/** From the moment that the leading tab stands still to another one having reached the server with a command. */
async function takeOver(person) {
  const first = person.page;
  person.page = await person.context.newPage();
  await person.go("/users");
  await person.saved();
  const frozen = first.evaluate(() => {
    const end = Date.now() + 15_000;
    while (Date.now() < end);
  });
  const begun = performance.now();
  await person.make("take.over@demo.example", { prepare: true });
  await until(async () => /^Saved$/.test(await person.page.locator(".sync-word").innerText()), "the other tab to send");
  const took = performance.now() - begun;
  await frozen;
  return took;
}
