// Deleted users: found, looked at with what comes back and what does not, and restored, alone and together.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DEMO, number, until } from "../support/browser.mjs";
import { world } from "../support/world.mjs";

const the = world();

/** Deleted users are kept for so many days. */
const keep = (person, days) =>
  person.command(
    {
      set_policy: {
        policy: {
          invitation_lifetime: 86_400_000,
          single_role: false,
          login_kinds: ["email", "mobile", "login"],
          recycle_days: days,
          extensions: null,
          quarantine_days: 30,
          email_domains: [],
        },
      },
    },
    DEMO.organisation,
  );

/** A user who is prepared and deleted again. */
async function deleted(owner, email, name, options = {}) {
  await owner.go("/users");
  await owner.make(email, { prepare: true, name, ...options });
  await owner.saved();
  await owner.beside(name);
  await owner.page.waitForURL(/\/users\/[0-9a-f-]{36}/);
  const user = /users\/([0-9a-f-]+)/.exec(owner.page.url())[1];
  await owner.command({ delete_user: { user } }, DEMO.organisation);
  return user;
}

async function bin(person) {
  await person.go("/recycle-bin");
  await person.page.getByRole("heading", { level: 1, name: "Recycle bin" }).waitFor();
}

const search = (person, words) => person.page.getByLabel("Search the recycle bin").fill(words);
const panel = (person) => person.page.getByRole("complementary", { name: "Deleted user" });

test("who was deleted is found with what comes back and what does not, and is restored with a link to invite again", async () => {
  const owner = await the.browser.person();
  await owner.signIn();
  await bin(owner);
  await owner.sees("Deleted users are not kept: the organisation’s policy keeps them for 0 days.");
  await keep(owner, 30);
  await deleted(owner, "nora.gone@demo.example", "Nora Gone", { licence: "Light", team: "Sales" });
  await bin(owner);
  await owner.sees(/^1 deleted user · kept for 30 days$/);
  await search(owner, "nora.gone@");
  await owner.row("Nora Gone").getByText("Completely").waitFor();
  await owner.row("Nora Gone").locator(".by").getByText("Ann Okonkwo-Reyes").waitFor();
  await owner.row("Nora Gone").click();
  await panel(owner).getByRole("heading", { name: "Comes back" }).waitFor();
  await panel(owner).getByText("nora.gone@demo.example").waitFor();
  await panel(owner).getByText("Sales").waitFor();
  await panel(owner).getByRole("button", { name: "Restore" }).click();
  const dialog = owner.page.getByRole("dialog", { name: "Restore Nora Gone?" });
  await dialog.getByText(/^Comes back: nora\.gone@demo\.example.*Sales/).waitFor();
  await dialog.getByText(/Passwords and PINs were deleted for good/).waitFor();
  await dialog.getByRole("button", { name: "Restore" }).click();
  await owner.sees("Nora Gone was restored.");
  await owner.saved();
  await owner.sees(/^0 deleted users/);
  await owner.go("/users");
  await (await owner.find("Nora Gone")).getByText("Prepared").waitFor();
});

test("what others have meanwhile stays theirs, and who has no identifier left is not restored", async () => {
  const owner = await the.browser.person();
  await owner.signIn();
  await keep(owner, 31);
  await deleted(owner, "one.name@demo.example", "Ona Name");
  await owner.go("/users");
  await owner.make("one.name@demo.example", { prepare: true, name: "Ona Other" });
  await owner.saved();
  await bin(owner);
  await owner.row("Ona Name").getByText("Not now").waitFor();
  await owner.row("Ona Name").click();
  await panel(owner).getByText(/has this address|already/i).first().waitFor();
  assert.equal(await panel(owner).getByRole("button", { name: "Restore" }).count(), 0, "nothing to press");
});

test("several are restored together, also without a network; whoever restores nobody sees no bin", async () => {
  const owner = await the.browser.person();
  await owner.signIn();
  const tomas = await the.browser.person();
  await tomas.signIn(DEMO.tomas);
  await keep(owner, 32);
  await deleted(owner, "pia.gone@demo.example", "Pia Gone");
  await deleted(owner, "pit.gone@demo.example", "Pit Gone");
  await bin(owner);
  await search(owner, "gone");
  await until(async () => number(await owner.page.locator(".page-title .number").innerText()) >= 2, "two in the bin");
  await owner.offline();
  await owner.page.getByLabel("Select all").check();
  await owner.page.getByRole("toolbar", { name: "Recycle bin" }).getByRole("button", { name: "Restore" }).click();
  const dialog = owner.page.getByRole("dialog", { name: "Restore 2 users?" });
  await dialog.getByText(/This is done when you are back online/).waitFor();
  await dialog.getByRole("button", { name: "Restore" }).click();
  await owner.sees("2 users will be restored when you are back online.");
  await owner.online();
  await owner.saved();
  await owner.go("/users");
  await (await owner.find("Pit Gone")).getByText("Prepared").waitFor();
  await tomas.go("/recycle-bin");
  await tomas.sees("You can’t open this page");
  assert.equal(await tomas.page.getByRole("link", { name: "Recycle bin" }).count(), 0);
});
