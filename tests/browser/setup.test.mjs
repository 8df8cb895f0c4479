// The first run of a server: without an organisation it says what to do, and whoever has the link that it printed founds the first one
// in the browser.
import assert from "node:assert/strict";
import { test } from "node:test";
import { clean } from "../support/axe.mjs";
import { until } from "../support/browser.mjs";
import { world } from "../support/world.mjs";

const the = world({ demo: false });
const SECRET = "four unrelated words";

const heading = (person, name) => person.page.getByRole("heading", { level: 1, name });
const link = () => /http\S+\/setup#\w{64}/.exec(the.server.out)[0];

/** Opens a link as somebody does who clicks it. */
async function opens(person, address) {
  await person.page.goto("about:blank");
  await person.page.goto(address);
}

/** What is said of one of the first steps. */
const step = (person, name) => person.page.locator(".first-steps > li").filter({ hasText: name });

test("whoever has the link founds the first organisation, and nobody else does", async () => {
  const ann = await the.browser.person({ locale: "en-GB", timezoneId: "Europe/London" });
  await ann.go("/");
  await heading(ann, "There is no organisation here yet").waitFor();
  await ann.sees("Open the link that the server printed when it started.");
  await clean(ann, "no organisation");
  await opens(ann, link().replace(/#.*/, `#${"0".repeat(64)}`));
  await heading(ann, "This link is no longer valid").waitFor();
  await opens(ann, link());
  await heading(ann, "Found your organisation").waitFor();
  await clean(ann, "the form");
  const field = (label) => ann.page.getByLabel(label, { exact: true });
  assert.equal(await field("Time zone").inputValue(), "Europe/London");
  assert.equal(await field("Country").inputValue(), "GB");
  await ann.press("Found organisation");
  await until(async () => (await ann.page.locator(".field .error").count()) >= 4, "what is missing");
  await ann.page.locator("#set-up-name").fill("Müller & Söhne");
  assert.equal(await field("Short name").inputValue(), "muller-sohne");
  await field("Short name").fill("mueller");
  await ann.page.locator("#set-up-name").fill("Müller & Söhne GmbH");
  assert.equal(await field("Short name").inputValue(), "mueller", "what was typed stays");
  await ann.page.getByLabel(/^Plan/).fill("Standard");
  await ann.page.getByLabel(/^Seats/).fill("many");
  await field("Full name").fill("Ann Müller");
  await field("E-mail").fill("ann@mueller.example");
  await ann.page.getByLabel("New password", { exact: true }).fill("mueller@ann");
  await ann.press("Found organisation");
  await ann.sees("Enter a whole number.");
  await ann.page.getByLabel(/^Seats/).fill("40");
  await ann.press("Found organisation");
  await ann.page.locator("#set-up-password-note .error").waitFor();
  assert.equal(await field("Full name").inputValue(), "Ann Müller");
  // Somebody else with the link, who is faster or slower.
  const eve = await the.browser.person();
  await opens(eve, link());
  await heading(eve, "Found your organisation").waitFor();
  await ann.page.getByLabel("New password", { exact: true }).fill(SECRET);
  await ann.press("Found organisation");
  await heading(ann, "Users").waitFor();
  await ann.saved();
  await ann.sees("Müller & Söhne GmbH");
  await ann.page.getByRole("list", { name: "Licences" }).getByText("Standard: 0 of 40 seats taken").waitFor();
  const steps = ann.page.getByRole("region", { name: /^Welcome/ });
  await steps.getByRole("link", { name: "Import", exact: true }).waitFor();
  await clean(ann, "the first steps");
  assert.equal(new URL(ann.page.url()).hash, "", "the token is gone from the address");
  await eve.page.locator("#set-up-name").fill("Evil Ltd");
  await eve.page.getByLabel("Full name", { exact: true }).fill("Eve");
  await eve.page.getByLabel("E-mail", { exact: true }).fill("eve@evil.example");
  await eve.page.getByLabel("New password", { exact: true }).fill(SECRET);
  await eve.page.getByLabel("Country", { exact: true }).fill("GB");
  await eve.press("Found organisation");
  await heading(eve, "This link is no longer valid").waitFor();
  await opens(eve, link());
  await heading(eve, "This server is set up").waitFor();
  await eve.press("Go to sign-in");
  await eve.page.getByLabel("Password", { exact: true }).waitFor();
  await the.server.kill();
  await the.server.up();
  assert.ok(!the.server.out.includes("/setup#"), "there is nothing to set up any more");
});

test("the first steps are ticked as they are done, without a network too, and dismissed for good", async () => {
  const ann = await the.browser.person();
  await ann.go("/");
  await ann.fillSignIn("ann@mueller.example", SECRET);
  await heading(ann, "Users").waitFor();
  await ann.saved();
  await step(ann, "Invite somebody").getByRole("button", { name: "Invite user" }).waitFor();
  assert.equal(await ann.page.locator(".first-steps > .done").count(), 0);
  await ann.offline();
  await ann.pill(/^Offline/);
  await step(ann, "Make teams").getByRole("link", { name: "Teams" }).click();
  await heading(ann, "Teams").waitFor();
  await ann.press("New team");
  const form = ann.page.getByRole("dialog");
  await form.getByLabel("Name", { exact: true }).fill("Sales");
  await form.getByRole("button", { name: "Create team" }).click();
  await form.waitFor({ state: "detached" });
  await ann.open("Users");
  await step(ann, "Make teams").getByText("Done").waitFor();
  await ann.online();
  await ann.saved();
  await ann.page.reload();
  await step(ann, "Make teams").getByText("Done").waitFor();
  assert.equal(await ann.page.locator(".first-steps > .done").count(), 1);
  await ann.press("Don’t show this again");
  await until(async () => (await ann.page.locator(".first-steps").count()) === 0, "they are gone");
  await ann.page.reload();
  await heading(ann, "Users").waitFor();
  await ann.saved();
  assert.equal(await ann.page.locator(".first-steps").count(), 0, "for good");
});
