// A new version of the page while commands are queued: it waits until the person says so, and loses none of them.
import { test } from "node:test";
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import { Browser } from "../support/browser.mjs";
import { SITE, Server } from "../support/server.mjs";

const the = {};
before(async () => {
  the.site = await mkdtemp(join(tmpdir(), "rollcall-site-"));
  await cp(SITE, the.site, { recursive: true });
  the.server = await Server.start({ site: the.site });
  the.browser = await Browser.start(the.server);
});
after(async () => {
  await the.browser?.end();
  await the.server?.end();
  await rm(the.site, { recursive: true, force: true });
});

/** Puts another version of the page in place, as an operator's update does. */
async function update() {
  for (const name of await readdir(the.site)) if (/^sw\.js\./.test(name)) await rm(join(the.site, name));
  const path = join(the.site, "sw.js");
  const text = await readFile(path, "utf8");
  await writeFile(path, text.replace(/"rollcall-[^"]+"/, '"rollcall-another-version"'));
}

test("an update is offered while commands wait, and they are sent after it", async () => {
  const ann = await the.browser.person();
  await ann.signIn();
  await ann.serviceWorker();
  await update();
  await ann.page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await ann.sees("A new version of Rollcall is ready. Your work is kept.");
  // The network itself goes: what is only intercepted may slip through while a service worker takes the page over.
  await ann.offline();
  await ann.make("queued@demo.example", { prepare: true });
  await (await ann.find("queued@demo.example")).getByText("Pending").waitFor();
  await ann.sees("A new version of Rollcall is ready. Your work is kept.");
  const loaded = ann.page.waitForEvent("load");
  await ann.press("Reload");
  await loaded;
  await (await ann.find("queued@demo.example")).getByText("Pending").waitFor();
  const kept = await ann.page.evaluate(() => caches.keys());
  if (kept.join() !== "rollcall-another-version") throw new Error(`the old version's files are still here: ${kept}`);
  await ann.online();
  await ann.saved();
  await ann.row("queued@demo.example").getByText("Pending").waitFor({ state: "detached" });
  await the.browser.settle();
});
