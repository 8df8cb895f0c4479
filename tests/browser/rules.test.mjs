// The same vectors in the page's own wasm and in the npm package under Chromium, as in Node and on the server.
import assert from "node:assert/strict";
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { test } from "node:test";
import { world } from "../support/world.mjs";

const the = world();
const vectors = JSON.parse(await readFile(new URL("../vectors.json", import.meta.url), "utf8"));
const steps = vectors.vectors.flatMap((vector) => vector.steps).length;
/** The package merges no edits: of a vector, it decides what comes before the first that does. */
const plain = vectors.vectors.flatMap(({ steps }) => {
  const merges = steps.findIndex((step) => step.seen !== null);
  return merges < 0 ? steps : steps.slice(0, merges);
}).length;

test("the page's self-check agrees with every vector", async () => {
  const ann = await the.browser.person();
  await ann.signIn();
  await ann.open("About");
  await ann.press("Run the check");
  const said = await ann.page.locator("#self-check").innerText();
  assert.match(said, /vectors agree/);
  const agreed = said.match(/[\d,]+/g).map((text) => Number(text.replaceAll(",", "")));
  assert.deepEqual(agreed, [steps], said);
});

test("the server's own check agrees", async () => {
  const file = new URL("../vectors.json", import.meta.url).pathname;
  await assert.doesNotReject(the.server.check(file));
});

test("the npm package runs in Chromium and agrees", async () => {
  const host = await serve(process.env.ROLLCALL_NPM);
  try {
    const person = await the.browser.person();
    await person.page.goto(`${host.address}/README.md`);
    const report = await person.page.evaluate(async (vectors) => {
      const core = await import("/browser.js");
      const directory = new core.Directory([]);
      return { ...core.runVectors(vectors), version: core.version(), users: directory.userList({}, 0).counts.all };
    }, vectors);
    assert.deepEqual({ ...report, version: undefined }, { passed: plain, failed: [], users: 0, version: undefined });
    assert.match(report.version, /^\d+\.\d+\.\d+$/);
  } finally {
    host.end();
  }
});

/** Serves the files of a folder. */
function serve(folder) {
  assert.ok(folder, "ROLLCALL_NPM must say where the assembled package lies: `cargo xtask npm` makes it");
  const kinds = { ".js": "text/javascript", ".wasm": "application/wasm" };
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url, "http://host").pathname);
    const file = createReadStream(join(folder, path));
    file.once("error", () => response.writeHead(404).end());
    file.once("open", () => {
      response.writeHead(200, { "content-type": kinds[extname(path)] ?? "text/plain" });
      file.pipe(response);
    });
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const end = () => {
        server.closeAllConnections();
        server.close();
      };
      resolve({ address: `http://127.0.0.1:${server.address().port}`, end });
    });
  });
}
