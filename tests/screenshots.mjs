// Pictures of every screen and of the main dialogs, on a desk and on a phone, light, dark and in Arabic, as `cargo xtask screenshots`
// takes them. The light ones are those of docs/guide.md and lie in the repository (SHOTS_OF_DOCS); the others are to be looked at (SHOTS).
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Browser, DEMO } from "./support/browser.mjs";
import { Server } from "./support/server.mjs";
import { SCREENS } from "./support/world.mjs";

const { SHOTS, SHOTS_OF_DOCS } = process.env;
const LOOKS = {
  light: {},
  dark: { colorScheme: "dark" },
  arabic: { language: "العربية", tag: "ar" },
};
const DEVICES = {
  desk: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
};

/** What the page says in a language, of messages that are a line. */
async function words(tag) {
  const root = new URL(`../words/locales/${tag}/`, import.meta.url);
  const names = (await readdir(root, { recursive: true })).filter((name) => name.endsWith(".ftl"));
  const texts = await Promise.all(names.map((name) => readFile(new URL(name, root), "utf8")));
  const all = new Map(texts.flatMap((text) => [...text.matchAll(/^([a-z-]+) = (.+)$/gm)].map(([, key, said]) => [key, said])));
  return (key) => {
    if (!all.has(key)) throw new Error(`${key} is no line in ${tag}`);
    return all.get(key);
  };
}

const button = (page, name) => page.getByRole("button", { name, exact: true }).first().click();
const opened = (page) => page.getByRole("dialog").first().waitFor();

/** The dialogs that can be opened on a screen: where, what opens it, and whether a phone has another way to it. */
const DIALOGS = [
  ["users", "invite", async ({ page, say }) => button(page, say("invite-user"))],
  ["users", "filters", async ({ page, say }) => button(page, say("list-filters"))],
  ["users", "columns", async ({ page, say }) => button(page, say("list-columns")), "desk"],
  ["users", "export", async ({ page, say }) => button(page, say("export")), "desk"],
  ["users", "palette", async ({ page }) => {
    await page.keyboard.press("Control+k");
    await page.keyboard.type("mi");
  }],
  ["users", "bulk", async ({ page, say }) => {
    await page.locator("#grid [role=columnheader].pick input").check();
    await page.getByRole("toolbar").getByRole("button", { name: say("users-suspend") }).click();
  }, "desk"],
  ["teams", "new-team", async ({ page, say }) => button(page, say("team-new"))],
  ["roles", "new-role", async ({ page, say }) => button(page, say("roles-new"))],
  ["contacts", "new-contact", async ({ page, say }) => button(page, say("contacts-add"))],
  ["numbers", "add-numbers", async ({ page, say }) => button(page, say("numbers-add"))],
  ["licences", "new-licence", async ({ page, say }) => button(page, say("licences-new"))],
];
/** Those on the page of a user. */
const OF_USER = [
  ["access", "give-role", async ({ page, say }) => button(page, say("user-give-role"))],
  ["advanced", "off-board", async ({ page, say }) => button(page, say("users-off-board"))],
  ["advanced", "hand-over", async ({ page, say }) => button(page, say("hand-over"))],
  ["advanced", "delete-user", async ({ page, say }) => button(page, say("users-delete"))],
];
const USER_TABS = ["profile", "access", "telephony", "answering", "voicemail", "activity", "advanced"];
const TEAM_TABS = ["members", "channels", "calls", "settings"];

/** Opens somebody or something beside its list; gives its id. */
async function find(person, list, words) {
  const { page } = person;
  await person.visit(list);
  await page.locator("#search").fill(words);
  await page.getByRole("row").filter({ hasText: words }).first().locator(".names").click();
  await page.waitForURL(/[0-9a-f-]{36}/);
  return /([0-9a-f-]{36})/.exec(page.url())[1];
}

/** What the demo has none of. */
async function furnish(browser) {
  const person = await browser.person();
  await person.signIn();
  const user = await find(person, "/directory", "Mia Lindqvist");
  const rules = [{ when: "busy", action: "voicemail" }, { when: "always", action: { ring: { seconds: 20 } } }];
  await person.command({ set_answering: { user, rules } }, DEMO.organisation);
  for (const name of ["Charlotte D’Arcy", "Marek Wójcik"]) {
    await person.command({ delete_user: { user: await find(person, "/invitations", name) } }, DEMO.organisation);
  }
  await person.context.close();
}

/** Takes the pictures of one look on one device. */
async function look(browser, look, device) {
  const { language, tag = "en", ...options } = LOOKS[look];
  const say = await words(tag);
  const folder = look === "light" ? SHOTS_OF_DOCS : join(SHOTS, look);
  const person = await browser.person({ ...DEVICES[device], ...options, reducedMotion: "reduce", locale: "en-GB", timezoneId: "Europe/London" });
  const { page } = person;
  const session = await person.context.newCDPSession(page);
  const shot = async (name) => {
    // Nothing is under the mouse.
    await page.mouse.move(0, 0);
    await page.locator(".spinner, .skeleton").first().waitFor({ state: "detached" });
    await page.evaluate(() => Promise.all([document.fonts.ready, ...document.getAnimations().map((one) => one.finished.catch(() => {}))]));
    const { data } = await session.send("Page.captureScreenshot", { format: "webp", quality: 60 });
    await writeFile(join(folder, `${name}${device === "phone" ? "-phone" : ""}.webp`), Buffer.from(data, "base64"));
  };
  const dialog = async (name, open) => {
    await open({ page, say });
    await opened(page);
    await shot(name);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").first().waitFor({ state: "detached" });
  };
  await person.go("/");
  await page.locator("form").waitFor();
  if (!language) await shot("sign-in");
  await person.signIn();
  if (language) await person.speak(language);
  for (const path of SCREENS.toReversed()) {
    await person.visit(path);
    await page.locator("ol.history > li").first().waitFor({ timeout: path === "/activity" ? 20_000 : 1 }).catch(() => {});
    const screen = path.slice(1);
    await shot(screen);
    for (const [, name, open] of DIALOGS.filter(([where, , , only]) => where === screen && [undefined, device].includes(only))) await dialog(name, open);
  }
  await person.serviceWorker();
  await person.offline();
  await page.keyboard.press("n");
  await page.locator("#invite-email").fill(`nora.vance.${look}.${device}@demo.example`);
  await page.keyboard.press("Control+Enter");
  await page.getByRole("dialog").first().waitFor({ state: "detached" });
  await person.visit("/inbox");
  await page.locator(".toast").getByRole("button", { name: say("dismiss") }).first().click();
  await page.locator(".toast").first().waitFor({ state: "detached" });
  await shot("inbox-offline");
  await person.online();
  const user = await find(person, "/users", "Mia Lindqvist");
  await shot("user-panel");
  for (const tab of USER_TABS) {
    await person.go(`/users/${user}/${tab}`);
    await page.getByRole("region").first().waitFor();
    if (tab === "activity") await page.locator("ol.history > li, .history li").first().waitFor();
    await shot(`user-${tab}`);
    for (const [, name, open] of OF_USER.filter(([where]) => where === tab)) await dialog(name, open);
  }
  const team = await find(person, "/teams", "Customer Care");
  await shot("team-panel");
  for (const tab of TEAM_TABS) {
    await person.go(`/teams/${team}/${tab}`);
    await page.getByRole("region").first().waitFor();
    await shot(`team-${tab}`);
  }
  await person.go("/roles/00000000-0000-7000-8000-000000000003");
  await page.getByRole("region").first().waitFor();
  await shot("role");
  await person.context.close();
}

for (const folder of [SHOTS_OF_DOCS, ...Object.keys(LOOKS).filter((name) => name !== "light").map((name) => join(SHOTS, name))]) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
}
const server = await Server.start({ bare: false });
try {
  const browser = await Browser.start(server);
  await furnish(browser);
  for (const name of Object.keys(LOOKS)) for (const device of Object.keys(DEVICES)) await look(browser, name, device);
  await browser.settle();
  await browser.end();
} finally {
  await server.end();
}
