// A network between the page and the server that answers in its place: a hotel's sign-in page, a proxy, an empty answer. The
// page says so, goes on as offline, loses nothing, and keeps none of it as a file of its own.
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { createServer, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Browser } from "../support/browser.mjs";
import { SITE, Server } from "../support/server.mjs";

const HTML = { "content-type": "text/html" };
const HOTEL = "<!doctype html><title>Hotel</title><p>Welcome! Sign in to our network.</p>";
const the = { foreign: () => undefined };

before(async () => {
  the.site = await mkdtemp(join(tmpdir(), "rollcall-site-"));
  await cp(SITE, the.site, { recursive: true });
  the.server = await Server.start({ site: the.site });
  the.between = createServer(passOn);
  await new Promise((resolve) => the.between.listen(0, "127.0.0.1", resolve));
  the.browser = await Browser.start({ address: `http://127.0.0.1:${the.between.address().port}` });
});
afterEach(() => {
  the.foreign = () => undefined;
});
after(async () => {
  await the.browser?.end();
  the.between?.closeAllConnections();
  the.between?.close();
  await the.server?.end();
  await rm(the.site, { recursive: true, force: true });
});

/** Hands a request on to the server, unless the network answers it: with a status, headers and a body. */
function passOn(asked, answer) {
  const foreign = the.foreign(asked.url);
  if (foreign) {
    const [status, headers, body] = foreign;
    answer.writeHead(status, headers).end(body);
    return;
  }
  const { method, url: path, headers } = asked;
  const onward = request({ host: "127.0.0.1", port: the.server.port, method, path, headers }, (said) => {
    answer.writeHead(said.statusCode, said.headers);
    said.pipe(answer);
    answer.once("close", () => said.destroy());
  });
  onward.once("error", () => answer.destroy());
  asked.pipe(onward);
}

async function signedIn() {
  const person = await the.browser.person();
  await person.signIn();
  await person.serviceWorker();
  return person;
}

test("answers in the server's place are said to be that, and nothing is lost", async () => {
  const ann = await signedIn();
  const answers = [
    [200, HTML, HOTEL],
    [302, { location: "/hotel" }, ""],
    [200, { "content-type": "application/json" }, "{}"],
    [200, {}, ""],
    [401, HTML, HOTEL],
    [511, HTML, HOTEL],
  ];
  for (const [n, answer] of answers.entries()) {
    the.foreign = (url) => (url.startsWith("/api/") || url === "/hotel" ? answer : undefined);
    const email = `hotel${n}@demo.example`;
    await ann.make(email, { prepare: true });
    await ann.pill("Network in the way – 1 change waiting");
    await ann.page.reload();
    await ann.pill("Network in the way – 1 change waiting");
    await (await ann.find(email)).getByText("Pending").waitFor();
    the.foreign = () => undefined;
    await ann.page.evaluate(() => window.dispatchEvent(new Event("online")));
    await ann.saved();
    await ann.row(email).getByText("Pending").waitFor({ state: "detached" });
  }
  await the.browser.settle();
});

test("a new version of the page is never made of a network's pages", async () => {
  const ann = await signedIn();
  const before = await ann.page.evaluate(() => caches.keys());
  for (const name of await readdir(the.site)) if (/^sw\.js\./.test(name)) await rm(join(the.site, name));
  const path = join(the.site, "sw.js");
  const text = await readFile(path, "utf8");
  await writeFile(path, text.replace(/"rollcall-[^"]+"/, '"rollcall-another-version"'));
  // The worker itself comes through, the files that it asks for do not.
  the.foreign = (url) => (url === "/sw.js" || url.startsWith("/api/") ? undefined : [200, HTML, HOTEL]);
  const ended = await ann.page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const found = new Promise((resolve) =>
      registration.addEventListener("updatefound", () => resolve(registration.installing), { once: true }),
    );
    await registration.update().catch(() => {});
    const worker = await found;
    if (!["installed", "redundant"].includes(worker.state)) {
      await new Promise((resolve) => worker.addEventListener("statechange", resolve, { once: true }));
    }
    return worker.state;
  });
  assert.equal(ended, "redundant");
  assert.deepEqual(await ann.page.evaluate(() => caches.keys()), before);
  // The page that is here opens as ever, whatever the network says; and once it is out of the way, the new one comes.
  await ann.page.reload();
  await ann.saved();
  the.foreign = () => undefined;
  await ann.page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await ann.sees("A new version of Rollcall is ready. Your work is kept.");
  await the.browser.settle();
});
