// When somebody was here last: a day, noted by the server, in the list of users for whoever looks after them, and who never came at
// the licences.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DEMO, number, until } from "../support/browser.mjs";
import { world } from "../support/world.mjs";

const the = world();

/** Shows the column. */
async function column(person) {
  await person.page.getByRole("button", { name: "Columns", exact: true }).click();
  const form = person.page.getByRole("dialog", { name: "Columns" });
  await form.getByText("Last sign-in", { exact: true }).click();
  await form.getByRole("button", { name: "Done" }).click();
  await form.waitFor({ state: "detached" });
}

test("the day of the last sign-in stands in the list, and who never came at the licences", async () => {
  const mia = await the.browser.person({ locale: "en-GB" });
  await mia.signIn(DEMO.mia);
  const ann = await the.browser.person({ locale: "en-GB" });
  await ann.signIn();
  await column(ann);
  await ann.search("mia lindqvist");
  const row = ann.row("Mia Lindqvist");
  const today = String(new Date().getUTCDate());
  const cell = row.locator(".seen");
  await until(async () => new RegExp(`(^|\\D)${today}(\\D|$)`).test(await cell.innerText()), "today");
  await ann.search("suhartini");
  await ann.row("Suhartini").first().waitFor();
  assert.equal((await ann.row("Suhartini").locator(".seen").innerText()).trim(), "", "she was never here");
  await ann.saved();
  await ann.offline();
  await ann.page.reload();
  await ann.search("mia lindqvist");
  await until(async () => (await cell.innerText()).includes(today), "it is there without a network too");
  await ann.online();
  await ann.open("Licences");
  const never = ann.page.locator(".seats-back li").filter({ hasText: "active, never signed in" });
  await never.first().waitFor();
  assert.ok(number(await never.first().innerText()) > 0);
  // Colleagues are told nothing of it.
  await mia.search("ann okonkwo");
  await mia.row("Ann Okonkwo-Reyes").first().waitFor();
  await column(mia);
  await mia.page.getByRole("columnheader", { name: "Last sign-in" }).waitFor();
  assert.equal((await mia.row("Ann Okonkwo-Reyes").locator(".seen").textContent()).trim(), "");
});
