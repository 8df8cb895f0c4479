// Forms: what speaks against them stands at its field, the keyboard saves them, and nothing typed is lost without a question.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DEMO, until } from "../support/browser.mjs";
import { world } from "../support/world.mjs";

const the = world();

async function ann(options = {}) {
  const ann = await the.browser.person(options);
  await ann.signIn();
  return ann;
}

const focused = (person) => person.page.evaluate(() => document.activeElement.id);

/** What is said at a field, and that the field says so to screen readers. */
async function said(form, id) {
  const note = await form.locator(`#${id}-note .error`).allInnerTexts();
  const field = form.locator(`#${id}`);
  assert.equal(await field.getAttribute("aria-describedby"), `${id}-note`);
  assert.equal(await field.getAttribute("aria-invalid"), note.length > 0 ? "true" : null);
  return note.join();
}

async function open(person) {
  await person.page.keyboard.press("n");
  const form = person.page.getByRole("dialog");
  await form.waitFor();
  await until(async () => (await focused(person)) === "invite-email", "the focus in the first field");
  return form;
}

test("a refusal stands at its field as one types, and the first wrong field gets the focus", async () => {
  const owner = await ann();
  const form = await open(owner);
  assert.equal(await form.locator(".error, .banner.bad").count(), 0, "an empty form is not full of errors");
  await form.getByRole("button", { name: "Send invitation" }).click();
  await until(async () => (await said(form, "invite-email")) !== "", "what is missing");
  assert.equal(await focused(owner), "invite-email");
  await form.getByLabel("E-mail", { exact: true }).fill(DEMO.tomas);
  await until(async () => /already/.test(await said(form, "invite-email")), "that Tomas is a user already");
  await form.getByLabel(/^Full name/).focus();
  await form.getByRole("button", { name: "Send invitation" }).click();
  await until(async () => (await focused(owner)) === "invite-email", "the focus in the field that is wrong");
  await form.getByLabel("E-mail", { exact: true }).fill("nobody.yet@demo.example");
  await until(async () => (await said(form, "invite-email")) === "", "nothing against it");
  await form.getByRole("button", { name: "Send invitation" }).click();
  await form.waitFor({ state: "detached" });
  await owner.find("nobody.yet@demo.example");
});

test("a value that is none is said once its field is left", async () => {
  const owner = await ann();
  const row = await owner.find(DEMO.mia);
  await row.locator(".names").click();
  await owner.page.locator(".detail").getByRole("button", { name: "Edit" }).click();
  const form = owner.page.getByRole("dialog");
  await form.locator("#edit-zone").fill("Europe/Atlantis");
  assert.equal(await said(form, "edit-zone"), "", "still typing");
  await form.locator("#edit-position").focus();
  await until(async () => (await said(form, "edit-zone")) !== "", "what is wrong");
  await form.getByRole("button", { name: "Save" }).click();
  await until(async () => (await focused(owner)) === "edit-zone", "the focus in the field that is wrong");
  await form.locator("#edit-zone").fill("Europe/Lisbon");
  await owner.page.keyboard.press("Control+Enter");
  await form.waitFor({ state: "detached" });
  await owner.page.locator(".detail").getByText("Europe/Lisbon").waitFor();
});

test("Ctrl and Enter save from any field, without a network too, and nothing is lost", async () => {
  const owner = await ann();
  await owner.offline();
  const form = await owner.fillNew("keys.only@demo.example", { prepare: true, name: "Keys Only" });
  await form.getByLabel("Role", { exact: true }).focus();
  await owner.page.keyboard.press("Control+Enter");
  await form.waitFor({ state: "detached" });
  await owner.page.reload();
  await (await owner.find("keys.only@demo.example")).locator(".pending-mark").waitFor();
  await owner.online();
  await owner.saved();
  await (await owner.find("keys.only@demo.example")).getByText("Keys Only").first().waitFor();
});

test("leaving a form that holds something asks first", async () => {
  const owner = await ann();
  await owner.open("About");
  await owner.open("Users");
  const { page } = owner;
  const form = await open(owner);
  const question = page.getByRole("dialog", { name: "Discard your changes?" });
  const email = page.locator("#invite-email");
  const stays = async () => {
    await question.getByRole("button", { name: "Cancel" }).click();
    await question.waitFor({ state: "detached" });
    assert.equal(await email.inputValue(), "half.typed@demo.example", "nothing is lost");
  };
  await page.keyboard.press("Escape");
  await form.waitFor({ state: "detached" });
  assert.equal(await question.count(), 0, "an untouched form is closed at once");

  await open(owner);
  await email.pressSequentially("half.typed@demo.example");
  await page.keyboard.press("Escape");
  await question.waitFor();
  await stays();
  await page.goBack();
  await question.waitFor();
  assert.match(page.url(), /\/users$/, "the page stays where the form is");
  await stays();

  const asked = new Promise((resolve) => page.once("dialog", async (dialog) => {
    await dialog.dismiss();
    resolve(dialog.type());
  }));
  await page.close({ runBeforeUnload: true });
  assert.equal(await asked, "beforeunload", "closing the tab asks as well");
  assert.equal(await email.inputValue(), "half.typed@demo.example");

  await page.goBack();
  await question.getByRole("button", { name: "Discard changes" }).click();
  await page.getByRole("heading", { level: 1, name: "About" }).waitFor();
  assert.equal(await page.getByRole("dialog").count(), 0);
});

test("a form in Arabic asks in Arabic, and keeps what was typed", async () => {
  const owner = await ann();
  await owner.page.getByRole("button", { name: /language and theme/ }).click();
  await owner.page.getByRole("menuitemradio", { name: "العربية" }).click();
  await until(() => owner.page.evaluate(() => document.documentElement.dir === "rtl"), "Arabic");
  const form = await open(owner);
  await owner.page.locator("#invite-email").fill(DEMO.tomas);
  await until(async () => /[\u0600-\u06ff]/.test(await said(form, "invite-email")), "a refusal in Arabic");
  await owner.page.keyboard.press("Escape");
  const question = owner.page.getByRole("dialog", { name: "هل تريد تجاهل التغييرات؟" });
  await question.waitFor();
  await question.getByRole("button", { name: "إلغاء" }).click();
  await question.waitFor({ state: "detached" });
  assert.equal(await owner.page.locator("#invite-email").inputValue(), DEMO.tomas);
  await owner.page.keyboard.press("Escape");
  await question.getByRole("button", { name: "تجاهل التغييرات" }).click();
  await form.waitFor({ state: "detached" });
});
