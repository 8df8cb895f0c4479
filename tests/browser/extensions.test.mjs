// The extensions of the organisation: free and taken, given, changed and taken back, with and without a network.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DEMO, ROLES, until } from "../support/browser.mjs";
import { world } from "../support/world.mjs";

const the = world();

async function extensions(email, options) {
  const person = await the.browser.person(options);
  await person.signIn(email);
  await person.page.goto(`${person.address}/extensions`);
  await person.page.getByRole("heading", { level: 1, name: "Extensions" }).waitFor();
  return person;
}

/** The organisation's range, and the rest of its policy as the demo has it. */
const range = (person, from, to) =>
  person.command(
    {
      set_policy: {
        policy: {
          invitation_lifetime: 86_400_000,
          single_role: false,
          login_kinds: ["email", "mobile", "login"],
          recycle_days: 0,
          extensions: { from, to },
          quarantine_days: 30,
          email_domains: [],
        },
      },
    },
    DEMO.organisation,
  );

const shown = (person) => person.page.locator("#grid .slot:not([hidden]) .name").allInnerTexts();
const shows = (person, wanted) =>
  until(async () => (await shown(person)).join() === wanted.join(), async () => `${wanted}; it is ${await shown(person)}`);
const search = (person, words) => person.page.getByLabel("Search extensions").fill(words);

async function act(person, extension, deed) {
  await person.row(extension).getByRole("button", { name: `Actions for ${extension}` }).click();
  await person.page.getByRole("menuitem", { name: deed }).click();
  const dialog = person.page.getByRole("dialog");
  await dialog.waitFor();
  return dialog;
}

test("the range says what is free, and its beginning finds an extension", async () => {
  const owner = await extensions();
  await owner.sees(/taken; no range is set/);
  await range(owner, "1000", "1099");
  await owner.sees(/^1000 to 1099, \d+ free$/);
  await search(owner, "100");
  await shows(owner, ["1000", "1001", "1002", "1003", "1004", "1005", "1006", "1007", "1008", "1009"]);
  await owner.page.getByRole("button", { name: /^Free/ }).click();
  await shows(owner, ["1000", "1001"]);
  await search(owner, "109");
  await owner.page.getByRole("columnheader", { name: "Extension" }).getByRole("button").click();
  await until(async () => (await shown(owner))[0] === "1099", "the last first");
});

test("a free one is given to somebody, changed, and taken back with a question and a way back", async () => {
  const owner = await extensions();
  await search(owner, "109");
  const give = await act(owner, "1090", "Assign");
  assert.equal(await give.getByLabel("Extension", { exact: true }).inputValue(), "1090");
  await give.getByLabel("To whom").pressSequentially("le goff");
  await give.getByRole("option").first().click();
  await owner.choose(give.getByLabel("Type of phone"), "Desk phone");
  await give.getByRole("button", { name: "Assign" }).click();
  await give.waitFor({ state: "detached" });
  await owner.row("1090").locator(".holder").getByText(/Le Goff/).waitFor();
  await owner.row("1090").getByText("Desk phone").waitFor();
  await owner.saved();
  const change = await act(owner, "1090", "Change the extension");
  await change.getByLabel("Extension", { exact: true }).fill("1003");
  await change.getByRole("button", { name: "Save" }).click();
  await change.getByText(/has this extension/).waitFor();
  await change.getByLabel("Extension", { exact: true }).fill("1091");
  await change.getByRole("button", { name: "Save" }).click();
  await change.waitFor({ state: "detached" });
  const take = await act(owner, "1091", "Take back");
  await take.getByText(/Le Goff is no longer called at 1091/).waitFor();
  await take.getByText("Others can have the extension at once.").waitFor();
  await take.getByRole("button", { name: "Take back" }).click();
  await owner.row("1091").getByText("Free").waitFor();
  await owner.saved();
  await owner.page.locator(".toast", { hasText: "was taken back" }).getByRole("button", { name: "Undo" }).click();
  await owner.row("1091").locator(".holder").getByText(/Le Goff/).waitFor();
  await owner.saved();
});

test("without a network an extension waits for the server; whoever gives none sees none", async () => {
  const owner = await extensions();
  const tomas = await extensions(DEMO.tomas);
  await owner.offline();
  await search(owner, "1095");
  const give = await act(owner, "1095", "Assign");
  await give.getByLabel("To whom").pressSequentially("Tom");
  await give.getByRole("option").first().click();
  await give.getByText("In place of 1002, which is free then.").waitFor();
  await give.getByRole("button", { name: "Assign" }).click();
  await owner.row("1095").getByText("Pending").waitFor();
  await owner.online();
  await owner.saved();
  await owner.row("1095").getByText("Assigned").waitFor();
  const [admin, basic] = [{ role: ROLES.admin, scope: "organisation" }, { role: ROLES.basic, scope: "own" }];
  await owner.command({ replace_roles: { user: await tomas.me(), take: [admin], give: [basic] } }, DEMO.organisation);
  await tomas.sees("You can’t open this page");
});
