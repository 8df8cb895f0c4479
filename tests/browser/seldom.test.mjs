// Pages that few people meet: an organisation that can't be asked, a device that was offline for too long, a welcome link with
// a voicemail PIN, and links for somebody who has an account already.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { DEMO, until } from "../support/browser.mjs";
import { world } from "../support/world.mjs";

const the = world();
const DAY = 86_400_000;

/** What the newest mail to somebody says that holds these words, once it is in the server's outbox: it shows what pages mask. */
async function mailed(to, words) {
  const folder = join(the.server.data, "outbox");
  let body;
  await until(async () => {
    const names = await readdir(folder, { recursive: true }).catch(() => []);
    const mails = await Promise.all(
      names.filter((name) => name.endsWith(".json")).map(async (name) => JSON.parse(await readFile(join(folder, name), "utf8"))),
    );
    const mine = mails.filter((mail) => mail.to === to && `${mail.subject} ${mail.body}`.includes(words));
    body = mine.sort((a, b) => a.at - b.at).at(-1)?.body;
    return body;
  }, `a mail to ${to} about ${words}`);
  return { link: /https?:\S+/.exec(body)[0], code: /code: (\w{6})/.exec(body)?.[1] };
}

test("an organisation that can't be asked is named, and opened once it can", async () => {
  const ann = await the.browser.person({ serviceWorkers: "block" });
  const session = /\/api\/v1\/session$/;
  let second;
  await ann.context.route(session, async (route) => {
    const response = await route.fetch();
    const answer = await response.json();
    if (!answer?.organisations) return route.fulfill({ response, json: answer });
    second = answer.organisations.find((place) => place.name !== DEMO.organisation);
    [answer.unavailable, answer.organisations] = [answer.organisations, []];
    await route.fulfill({ response, json: answer });
  });
  await ann.go("/");
  await ann.fillSignIn(DEMO.ann, DEMO.password);
  await ann.sees("Try again in a moment");
  const said = await ann.page.getByText("can’t be opened at the moment").innerText();
  assert.ok(said.includes(DEMO.organisation) && said.includes(second.name), said);
  // It keeps trying by itself.
  await ann.context.unroute(session);
  await ann.page.getByRole("button", { name: DEMO.organisation }).click();
  await ann.page.getByRole("heading", { name: "Users", exact: true }).waitFor();
});

test("a device that was offline for longer than the organisation allows shows nothing before it is online", async () => {
  const mia = await the.browser.person();
  await mia.signIn(DEMO.mia);
  await mia.make("kept.meanwhile@demo.example", { prepare: true, team: "Customer Care" });
  await mia.saved();
  await mia.offline();
  await mia.context.addInitScript((later) => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + later;
  }, 31 * DAY);
  await mia.page.reload();
  await mia.page.getByRole("heading", { name: "Go online first" }).waitFor();
  assert.equal(await mia.page.getByText("kept.meanwhile@demo.example").count(), 0);
  await mia.press("Try again");
  await mia.page.getByRole("heading", { name: "Go online first" }).waitFor();
  await mia.online();
  await mia.find("kept.meanwhile@demo.example");
});

test("a welcome link sets a password and a voicemail PIN", async () => {
  const owner = await the.browser.person();
  await owner.signIn();
  await owner.beside(DEMO.mia);
  await owner.page.waitForURL(/users\/[0-9a-f-]+/);
  const user = /users\/([0-9a-f-]+)/.exec(owner.page.url())[1];
  await owner.command({ send_welcome: { user } }, DEMO.organisation);
  const { link } = await owner.mailTo(DEMO.mia, "Welcome to");
  const mia = await the.browser.person();
  await mia.page.goto(link);
  await mia.sees(`Welcome to ${DEMO.organisation}`);
  await mia.page.getByLabel("New password", { exact: true }).fill("words that mia chose");
  await mia.page.getByLabel(/^Voicemail PIN/).fill("1111");
  await mia.press("Set password and sign in");
  await mia.sees("This is easy to guess.");
  await mia.page.getByLabel(/^Voicemail PIN/).fill("4711");
  await mia.press("Set password and sign in");
  await mia.page.getByRole("heading", { name: "Users", exact: true }).waitFor();
  const later = await the.browser.person();
  await later.signIn(DEMO.mia, "words that mia chose");
});

test("a new organisation's owner who has an account joins it with the password of that account", async () => {
  const name = "Third Shop";
  await the.server.run("found", "--slug", "third-shop", "--name", name, "--owner-email", DEMO.tomas);
  const { link } = await mailed(DEMO.tomas, name);
  const tomas = await the.browser.person();
  await tomas.page.goto(link);
  await tomas.sees(`Join ${name}`);
  await tomas.page.getByLabel("Password", { exact: true }).fill("not the password");
  await tomas.page.locator("form button[type=submit]").click();
  await tomas.page.locator(".error, .banner.bad").first().waitFor();
  await tomas.page.getByLabel("Password", { exact: true }).fill(DEMO.password);
  await tomas.page.locator("form button[type=submit]").click();
  await tomas.page.getByRole("heading", { name: "Users", exact: true }).waitFor();
  assert.match(await tomas.page.locator(".switcher").innerText(), new RegExp(name));
});

test("somebody with an account accepts an invitation with its password", async () => {
  const password = "a password of the fourth";
  await the.server.run(
    "found", "--slug", "fourth-shop", "--name", "Fourth Shop", "--owner-email", "olga@fourth.example",
    "--owner-password", password,
  );
  const olga = await the.browser.person();
  await olga.signIn("olga@fourth.example", password, "Fourth Shop");
  await olga.make(DEMO.mia);
  const { code, link } = await mailed(DEMO.mia, "Fourth Shop");
  const mia = await the.browser.person();
  await mia.page.goto(link);
  await mia.page.getByLabel("Code", { exact: true }).pressSequentially(code);
  await mia.sees("Sign in to join");
  await mia.sees(`${DEMO.mia} already has an account.`);
  await mia.page.getByLabel("Full name").fill("Mia Fourth");
  await mia.page.getByLabel("Password", { exact: true }).fill("words that mia chose");
  await mia.press("Join");
  await mia.sees("Welcome to Fourth Shop");
  await mia.press("Open the directory");
  await mia.saved();
});
