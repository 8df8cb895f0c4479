// One server and one Chromium for all tests of a file; each test ends with everybody's pages closed and found clean.
import { readFile } from "node:fs/promises";
import { after, afterEach, before } from "node:test";
import { Browser } from "./browser.mjs";
import { Server } from "./server.mjs";

/** The addresses of all screens of an organisation. */
export const SCREENS = JSON.parse(await readFile(new URL("../screens.json", import.meta.url), "utf8"));

export function world(options) {
  const world = {};
  before(async () => {
    world.server = await Server.start(options);
    world.browser = await Browser.start(world.server);
  });
  afterEach(async () => world.browser?.settle());
  after(async () => {
    await world.browser?.end();
    await world.server?.end();
  });
  return world;
}
