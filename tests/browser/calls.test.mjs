// Calls: those that go on, as the phone system reports them, the log with its filters, their figures, and a file of both.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import { until } from "../support/browser.mjs";
import { world } from "../support/world.mjs";

const the = world();
const ORGANISATION = "Juniper & Vale Trading";

/** Reports of the phone system: each of a call, what happened to it, and how many seconds ago. */
async function report(person, ...reports) {
  const full = reports.map(([call, event, ago, more = {}]) => {
    return { call, event, at: Date.now() - ago * 1000, direction: "incoming", peer: null, team: null, user: null, ...more };
  });
  await person.command({ report_calls: { reports: full } }, ORGANISATION);
}

test("a call rings, is answered and ends; the log narrows, the figures count, and both are saved, without a network too", async () => {
  const ann = await the.browser.person();
  await ann.signIn();
  const me = await ann.me();
  const [live, missed] = [randomUUID(), randomUUID()];
  const peer = "+4930901820";
  await report(ann, [missed, "started", 3600, { peer: "+4930901821", user: me }], [missed, "ended", 3590]);
  await report(ann, [live, "started", 12, { peer, user: me }]);
  await ann.open("Calls");
  const rows = ann.page.locator("#grid .slot .list-row");
  const row = rows.filter({ hasText: peer });
  await row.getByText("Live").waitFor();
  await ann.sees("1 call at the moment");
  const waited = () => row.locator(".waited").innerText();
  const before = await waited();
  await until(async () => (await waited()) !== before, "the waiting time goes on");
  await report(ann, [live, "answered", 2, { user: me }]);
  await report(ann, [live, "ended", 0]);
  await row.getByText("Answered").waitFor();
  await ann.sees("No call at the moment");
  await ann.page.getByRole("button", { name: /^Missed/ }).click();
  await rows.filter({ hasText: "+4930901821" }).waitFor();
  await until(async () => (await rows.count()) === 1, "only the missed call");
  await ann.page.getByRole("button", { name: /^All/ }).click();
  await row.locator(".names").click();
  await ann.page.locator(".detail").getByRole("link", { name: peer }).waitFor();
  await ann.saved();
  await ann.offline();
  const saved = ann.page.waitForEvent("download");
  await ann.press("Export");
  assert.equal((await saved).suggestedFilename(), "Calls.xlsx");
  await ann.open("Call figures");
  const tile = (name) => ann.page.locator(".tiles > div").filter({ has: ann.page.locator("dt", { hasText: new RegExp(`^${name}$`) }) });
  await tile("Calls").locator("dd").getByText("2").waitFor();
  await tile("Service level").getByText("50 %").waitFor();
  await ann.page.getByLabel("Grouped by").selectOption({ label: "Agent" });
  await ann.page.locator(".figures-table tbody tr").filter({ hasText: "Ann" }).waitFor();
  await ann.page.getByLabel(/^Fewest calls/).fill("3");
  await until(async () => (await ann.page.locator(".figures-table tbody tr").count()) === 0, "no group has three");
  await ann.page.getByLabel(/^Fewest calls/).fill("some");
  await ann.sees("Enter a whole number.");
});

test("whoever may read no calls has its own", async () => {
  const [ann, mia] = [await the.browser.person(), await the.browser.person()];
  await ann.signIn();
  await report(ann, [randomUUID(), "started", 60, { peer: "+4930901822", user: await ann.me() }]);
  const tomas = await the.browser.person();
  await mia.signIn("mia@demo.example");
  await mia.open("Calls");
  await mia.sees("No calls yet");
  await mia.open("Call figures");
  await mia.sees("No calls to count");
  await tomas.signIn("tomas@demo.example");
  await tomas.open("Calls");
  await tomas.page.locator("#grid .slot .list-row").filter({ hasText: "+4930901822" }).waitFor();
});
