// Inviting: the mail, the code, the accept page; preparing and sending to several.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DEMO, until } from "../support/browser.mjs";
import { world } from "../support/world.mjs";

const the = world();
const SECRET = "four unrelated words";

async function ann() {
  const ann = await the.browser.person();
  await ann.signIn();
  return ann;
}

async function invitee(link) {
  const person = await the.browser.person();
  await person.page.goto(link);
  return person;
}

test("invited, mailed, accepted: active and signed in", async () => {
  const owner = await ann();
  await owner.make("new.person@demo.example", { licence: "Standard", role: "Agent" });
  await owner.sees("Invitation sent to new.person@demo.example.");
  const row = await owner.find("new.person@demo.example");
  await row.getByText("Invited").waitFor();
  assert.match(await row.innerText(), /Agent[\s\S]*Standard/);
  const { code, link } = await owner.mailTo("new.person@demo.example");

  const nina = await invitee(link);
  await nina.sees(`Join ${DEMO.organisation}`);
  await nina.page.getByLabel("Code", { exact: true }).pressSequentially(code.toLowerCase());
  await nina.page.getByLabel("Full name").fill("Nina Person");
  await nina.page.getByLabel("New password", { exact: true }).fill("short");
  await nina.press("Join");
  await nina.sees("Use at least 10 characters.");
  await nina.page.getByLabel("New password", { exact: true }).fill(SECRET);
  await nina.press("Join");
  await nina.sees(`Welcome to ${DEMO.organisation}`);
  await nina.press("Open the directory");
  await nina.saved();

  await owner.open("Users");
  const active = await owner.find("new.person@demo.example");
  await active.getByText("Active").waitFor();
  await active.getByText("Nina Person").first().waitFor();

  const again = await invitee(link);
  await again.sees("This invitation was accepted");
  assert.equal(await again.page.getByLabel("Code", { exact: true }).count(), 0, "told before anything is typed");
  const later = await the.browser.person();
  await later.signIn("new.person@demo.example", SECRET);
});

test("resending ends the older code", async () => {
  const owner = await ann();
  await owner.make("twice@demo.example");
  const first = await owner.mailTo("twice@demo.example");
  await owner.open("Users");
  const row = await owner.find("twice@demo.example");
  await row.getByRole("button", { name: /^Actions for/ }).click();
  await owner.page.getByRole("menuitem", { name: /again|resend/i }).click();
  let second;
  await until(async () => {
    second = await owner.mailTo("twice@demo.example");
    if (second.link !== first.link) return true;
    // The first mail is there at once; the page asks for later ones when it is told to.
    await owner.press("Refresh");
    return false;
  }, "a second mail");
  const early = await invitee(first.link);
  await early.sees("This invitation is no longer valid");
  const late = await invitee(second.link);
  await late.page.getByLabel("Code", { exact: true }).pressSequentially(second.code);
  await late.page.getByLabel("New password", { exact: true }).waitFor();
});

test("wrong codes are told, and after a few the code is locked", async () => {
  const owner = await ann();
  await owner.make("guessed@demo.example");
  const { code, link } = await owner.mailTo("guessed@demo.example");
  const wrong = code === "AAAAAA" ? "BBBBBB" : "AAAAAA";
  const guesser = await invitee(link);
  const field = guesser.page.getByLabel("Code", { exact: true });
  const locked = guesser.page.getByText("This invitation is locked");
  await field.waitFor();
  let tries = 0;
  while (!(await locked.isVisible())) {
    assert.ok((tries += 1) <= 12, "nothing locks the code");
    const answer = guesser.page.waitForResponse((response) => response.url().endsWith("/code"));
    await field.fill("");
    await field.pressSequentially(wrong);
    await answer;
    await guesser.page.locator("#code-note .error").or(locked).first().waitFor();
  }
  assert.ok(tries > 1);
  const right = await invitee(link);
  await right.sees("This invitation is locked");
});

test("an expired or unknown link says so before anything is typed", async () => {
  const person = await the.browser.person({ serviceWorkers: "block" });
  await person.go("/invite/no-such-token");
  await person.sees("This link leads to no invitation");
  await person.context.route("**/api/v1/invitations/*", (route) =>
    route.fulfill({
      headers: { "rollcall-protocol": "1" },
      json: { status: "expired", organisation: "Acme", email: null, full_name: null, expires: 0, has_account: false },
    }),
  );
  await person.go("/invite/an-old-token");
  await person.sees("This invitation has expired");
  await person.sees("Ask an administrator of Acme to send it again.");
  assert.equal(await person.page.getByRole("textbox").count(), 0);
});

test("prepared first, then sent to several at once", async () => {
  const owner = await ann();
  const emails = ["batch.one@demo.example", "batch.two@demo.example", "batch.three@demo.example"];
  for (const email of emails) await owner.make(email, { prepare: true });
  await owner.saved();
  await owner.search("batch.");
  await owner.countsTo(3);
  assert.equal(await owner.page.getByText("Prepared", { exact: true }).count() >= 3, true);
  await owner.page.getByLabel("Select all").check();
  await owner.press("Send invitations");
  await owner.page.getByRole("dialog").getByText("3 users will be sent an invitation.").waitFor();
  await owner.press("Send 3 invitations");
  await owner.sees("3 invitations sent.");
  await owner.page.getByRole("button", { name: /^Invited\s*3/ }).waitFor();
  for (const email of emails) await owner.mailTo(email);
});

test("what speaks against an invitation stands at its field before it is sent", async () => {
  const owner = await ann();
  const form = await owner.fillNew("TOMAS@demo.example");
  await form.getByText("Tomás Herrera Quiroga has this address already.").waitFor();
  await form.getByLabel("E-mail", { exact: true }).fill("no address");
  await form.getByLabel(/^Full name/).focus();
  await form.getByText("Enter an e-mail address, such as ann@example.com.").waitFor();
  const full = form.getByLabel("Licence", { exact: true }).locator("option", { hasText: /^Professional — no seat left/ });
  assert.equal(await full.getAttribute("disabled") !== null, true, "a full plan can't be chosen");
  const roles = await form.getByLabel("Role", { exact: true }).locator("option").allInnerTexts();
  assert.ok(roles.includes("Agent") && !roles.includes("Owner"), `nobody becomes an owner by invitation: ${roles}`);
});

test("an extension, its phone and a number are given with the form, what is taken is said there, also without a network", async () => {
  const owner = await ann();
  const [number, other] = ["+442071838771", "+442071838772"];
  for (const one of [number, other]) await owner.command({ add_number: { number: one, kind: "virtual" } }, DEMO.organisation);
  await owner.open("Numbers");
  for (const one of [number, other]) await owner.row(one).waitFor();
  await owner.open("Users");
  const form = await owner.fillNew("numbered@demo.example", { licence: "Standard" });
  await owner.choose(form.getByLabel(/^Number/), `\\${number}`);
  const extension = form.getByLabel(/^Extension/);
  await extension.fill("1003");
  await form.getByText(/has this extension/).waitFor();
  await owner.command({ assign_number: { number, user: await owner.me() } }, DEMO.organisation);
  await form.getByText("Somebody has this number. Choose another.").waitFor();
  assert.equal(await extension.inputValue(), "1003", "what was typed stays");
  await owner.offline();
  await owner.choose(form.getByLabel(/^Number/), `\\${other}`);
  await extension.fill("1961");
  await owner.choose(form.getByLabel("Type of phone"), "Webphone");
  await form.getByText(/has this/).first().waitFor({ state: "detached" });
  await form.getByRole("button", { name: "Send invitation" }).click();
  await form.waitFor({ state: "detached" });
  await (await owner.find("numbered@demo.example")).click();
  await owner.page.getByRole("complementary", { name: "User details" }).getByRole("link", { name: "Open" }).click();
  const tabs = owner.page.getByRole("navigation", { name: "Parts of this user" });
  await tabs.getByRole("link", { name: "Telephony", exact: true }).click();
  await owner.page.getByRole("region", { name: "Numbers", exact: true }).getByText(other).waitFor();
  await owner.online();
  await owner.saved();
  await owner.page.getByRole("region", { name: "Numbers", exact: true }).getByText(other).waitFor();
  await owner.page.getByRole("region", { name: "Phones" }).getByText("Rings at extension 1961").waitFor();
});

test("a manager invites into its own team only", async () => {
  const mia = await the.browser.person();
  await mia.signIn(DEMO.mia);
  const form = await mia.fillNew("trainee@demo.example", { role: "Agent" });
  await form.getByRole("button", { name: "Send invitation" }).click();
  await form.getByText("Choose a team.").waitFor();
  const teams = await form.getByLabel("Team", { exact: true }).locator("option").allInnerTexts();
  assert.deepEqual(teams, ["No team", "Customer Care"]);
  await mia.choose(form.getByLabel("Team", { exact: true }), "Customer Care");
  await form.getByRole("button", { name: "Send invitation" }).click();
  await form.waitFor({ state: "detached" });
  await (await mia.find("trainee@demo.example")).getByText("Invited").waitFor();
});

test("no free seat: the button is disabled and says why", async () => {
  const password = "a password of the shop";
  await the.server.run(
    "found", "--slug", "small-shop", "--name", "Small Shop", "--owner-email", "olga@small.example",
    "--owner-password", password,
  );
  const olga = await the.browser.person();
  await olga.signIn("olga@small.example", password, "Small Shop");
  const id = crypto.randomUUID();
  await olga.command({ add_licence: { id, kind: "plan", name: "Shop", seats: 1 } });
  await olga.sees(/Shop/);
  await olga.make("first@small.example", { licence: "Shop" });
  const button = olga.page.locator(".page-head").getByRole("button", { name: "Invite user", exact: true });
  await until(async () => (await button.getAttribute("aria-disabled")) === "true", "the button to be disabled");
  const reason = await olga.page.locator(`#${await button.getAttribute("aria-describedby")}`).innerText();
  assert.match(reason, /Every licence seat is taken/);
  await button.click({ force: true });
  assert.equal(await olga.page.getByRole("dialog").count(), 0);
  await olga.press("Prepare user");
  await olga.page.getByRole("dialog").getByLabel("E-mail", { exact: true }).waitFor();
});
