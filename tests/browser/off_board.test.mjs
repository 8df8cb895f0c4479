// How somebody leaves: ordered in one form with what comes of it shown before, read at the head of the page, changed, called off;
// carried out by the server when it is due; ordered offline; not offered to who may not.
import assert from "node:assert/strict";
import { test } from "node:test";
import { clean } from "../support/axe.mjs";
import { DEMO, until } from "../support/browser.mjs";
import { world } from "../support/world.mjs";

const the = world();

async function page(name, { email, tab = "advanced", ...options } = {}) {
  const person = await the.browser.person(options);
  await person.signIn(email);
  await person.beside(name);
  await person.page.getByRole("complementary", { name: "User details" }).getByRole("link", { name: "Open" }).click();
  await person.page.getByRole("heading", { level: 1, name }).waitFor();
  await person.go(new URL(person.page.url()).pathname.replace(/\w+$/, tab));
  await person.page.getByRole("heading", { level: 1, name }).waitFor();
  await person.saved();
  return person;
}

async function form(person, name) {
  await person.press("Off-board…");
  const dialog = person.page.getByRole("dialog", { name: `Off-board ${name}` });
  await dialog.waitFor();
  return dialog;
}

async function pick(dialog, label, words, found) {
  await dialog.getByLabel(label).fill(words);
  await dialog.getByRole("option", { name: found }).first().click();
}

const head = (person) => person.page.locator(".user-head .banner");
/** A day from now as the field for moments has it; seconds are cut off. */
const later = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 16);

test("leaving is ordered for a moment, says what comes of it, is changed and called off", async () => {
  const ann = await page("Suhartini");
  await ann.command({ add_number: { number: "+442071838799", kind: "landline" } }, DEMO.organisation);
  const id = new URL(ann.page.url()).pathname.split("/")[2];
  await ann.command({ assign_number: { number: "+442071838799", user: id } }, DEMO.organisation);
  await until(async () => {
    const dialog = await form(ann, "Suhartini");
    const there = await dialog.getByLabel(/^Hand its numbers over to/).count();
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await dialog.waitFor({ state: "detached" });
    return there;
  }, "the number that was assigned");
  const dialog = await form(ann, "Suhartini");
  const comes = dialog.getByRole("region", { name: "What comes of it" });
  await comes.getByText("Access ends at once, and all sessions with it.").waitFor();
  await dialog.getByText("At a moment").click();
  await dialog.getByLabel("Suspended from").fill("2020-01-01T08:00");
  await dialog.getByLabel("Suspended from").blur();
  await dialog.getByText("This moment is over. Choose a later one.").waitFor();
  await dialog.getByLabel("Suspended from").fill(later(2));
  await dialog.getByText(/^By the clock in/).waitFor();
  await dialog.getByLabel(/^Hand its numbers over to/).fill("Mia");
  await dialog.getByRole("option", { name: /Mia Lindqvist/ }).first().waitFor();
  await dialog.getByLabel(/^Hand its numbers over to/).fill("Suhartini");
  await until(async () => (await dialog.getByRole("option").count()) === 0, "nobody takes over from itself");
  await pick(dialog, /^Hand its numbers over to/, "Mia", /Mia Lindqvist/);
  await comes.getByText(/^Number .*\+442071838799 goes to Mia Lindqvist\.$/).waitFor();
  await pick(dialog, /^Send its calls to/, "Mia", /Mia Lindqvist/);
  await comes.getByText("Calls that still reach it go to Mia Lindqvist.").waitFor();
  await dialog.getByLabel(/^Send its calls to/).fill("nobody at all");
  await dialog.getByRole("button", { name: "Save off-boarding" }).click();
  await dialog.getByText("Choose one from the list.").waitFor();
  await dialog.getByLabel(/^Send its calls to/).fill("");
  await dialog.getByLabel(/^Delete after so many days/).fill("9999");
  await dialog.getByText(/between 1 and 3,?650/).waitFor();
  await dialog.getByLabel(/^Delete after so many days/).fill("30");
  await comes.getByText(/^The user is deleted on /).waitFor();
  await clean(ann, "the form of an off-boarding");
  await dialog.getByRole("button", { name: "Save off-boarding" }).click();
  await dialog.waitFor({ state: "detached" });
  await ann.sees("The off-boarding of Suhartini is planned.");
  await head(ann).getByText(/^Leaves: access ends (in|on) .*, and the user is deleted on /).waitFor();
  await ann.saved();

  await head(ann).getByRole("button", { name: "Change" }).click();
  const again = ann.page.getByRole("dialog", { name: "Off-board Suhartini" });
  assert.equal(await again.getByLabel(/^Hand its numbers over to/).inputValue(), "Mia Lindqvist");
  assert.ok(await again.getByLabel("At a moment").isChecked());
  await again.getByLabel(/^Delete after so many days/).fill("");
  await again.getByRole("button", { name: "Save off-boarding" }).click();
  await again.waitFor({ state: "detached" });
  await head(ann).getByText(/^Leaves: access ends (in|on) [^,]*\.$/).waitFor();
  await ann.saved();
  await head(ann).getByRole("button", { name: "Call off" }).click();
  await ann.sees("The off-boarding of Suhartini was called off.");
  await head(ann).waitFor({ state: "detached" });
  await ann.saved();
});

test("leaving now suspends, hands over, and says at the head when the user is deleted", async () => {
  const ann = await page("Suhartini");
  const dialog = await form(ann, "Suhartini");
  await pick(dialog, /^Send its calls to/, "Mia", /Mia Lindqvist/);
  await dialog.getByLabel(/^Delete after so many days/).fill("14");
  await dialog.getByRole("button", { name: "Off-board now" }).click();
  await dialog.waitFor({ state: "detached" });
  await ann.sees("Suhartini has left.");
  await head(ann).getByText(/^Left just now, and is deleted on /).waitFor();
  await ann.page.locator(".user-head").getByText("Suspended").waitFor();
  await ann.saved();
  await head(ann).getByRole("button", { name: "Change" }).click();
  const again = ann.page.getByRole("dialog", { name: "Off-board Suhartini" });
  assert.equal(await again.getByLabel("Now", { exact: true }).count(), 0, "it has left already");
  assert.equal(await again.getByLabel(/^Send its calls to/).inputValue(), "Mia Lindqvist");
  await again.getByRole("button", { name: "Cancel" }).click();
  await ann.page.locator(".user-head").getByRole("button", { name: "Reactivate" }).click();
  await head(ann).waitFor({ state: "detached" });
  await ann.saved();
});

test("without a network an order waits and nothing typed is lost; who may not, finds nothing of it", async () => {
  const ann = await page("Aroha Te Whare");
  await ann.offline();
  await ann.pill(/^Offline/);
  const dialog = await form(ann, "Aroha Te Whare");
  await dialog.getByText("This is done when you are back online; until then it is marked as pending.").waitFor();
  await dialog.getByText("At a moment").click();
  await dialog.getByLabel("Suspended from").fill(later(3));
  await dialog.getByRole("button", { name: "Close" }).click();
  await ann.page.getByRole("dialog", { name: "Discard your changes?" }).getByRole("button", { name: "Cancel" }).click();
  await dialog.getByRole("button", { name: "Save off-boarding" }).click();
  await dialog.waitFor({ state: "detached" });
  await head(ann).getByText(/^Leaves: access ends on/).waitFor();
  await ann.pill("Offline – 1 change waiting");
  await ann.online();
  await ann.saved();
  await head(ann).getByText(/^Leaves: access ends on/).waitFor();

  const mia = await the.browser.person();
  await mia.signIn(DEMO.mia);
  await mia.go(new URL(ann.page.url()).pathname);
  await mia.page.getByRole("heading", { level: 1, name: "Aroha Te Whare" }).waitFor();
  assert.equal(await mia.page.getByRole("button", { name: "Off-board…" }).count(), 0);
  assert.equal(await head(mia).count(), 0);
  await head(ann).getByRole("button", { name: "Call off" }).click();
  await ann.saved();
});
