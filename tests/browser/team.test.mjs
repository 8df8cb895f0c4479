// The page of a team: made with members, its tabs as addresses, who is in it, roles that belong, channels, where its calls go, disabling
// and deleting; offline; for who may not; on a phone and from the right.
import assert from "node:assert/strict";
import { test } from "node:test";
import { cleanInBoth } from "../support/axe.mjs";
import { DEMO, until } from "../support/browser.mjs";
import { world } from "../support/world.mjs";

const the = world();

async function signedIn(email, options) {
  const person = await the.browser.person(options);
  await person.signIn(email);
  return person;
}

const address = (person) => new URL(person.page.url()).pathname;
const dialog = (person) => person.page.getByRole("dialog");
const region = (person, name) => person.page.getByRole("region", { name, exact: true });
const tab = (person, name) => person.page.getByRole("navigation", { name: "Parts of this team" }).getByRole("link", { name, exact: true });

/** Opens the page of a team by the panel beside the list. */
async function openPage(person, name) {
  await person.page.getByRole("link", { name: "Teams", exact: true }).first().click();
  await person.row(name).click();
  await person.page.getByRole("complementary", { name: "Team details" }).getByRole("link", { name: "Open" }).click();
  await person.page.getByRole("heading", { level: 1, name }).waitFor();
  return address(person).split("/")[2];
}

async function go(person, name) {
  await tab(person, name).click();
  await until(async () => (await tab(person, name).getAttribute("aria-current")) === "page", `the tab ${name}`);
}

/** Makes a team by its form, with these members, and is on its page then. */
async function make(person, name, members = []) {
  await person.page.getByRole("link", { name: "Teams", exact: true }).first().click();
  await person.press("New team");
  await dialog(person).getByLabel("Name", { exact: true }).fill(name);
  for (const member of members) {
    await dialog(person).getByLabel("Add somebody").fill(member);
    await dialog(person).getByRole("option", { name: new RegExp(member) }).click();
    await dialog(person).getByRole("listitem").getByText(member).waitFor();
  }
  await dialog(person).getByRole("button", { name: "Create team" }).click();
  await person.page.getByRole("heading", { level: 1, name }).waitFor();
}

test("a team is made with members, offline too, and its tabs are addresses", async () => {
  const ann = await signedIn();
  await ann.page.getByRole("link", { name: "Teams", exact: true }).click();
  await ann.press("New team");
  await dialog(ann).getByRole("button", { name: "Create team" }).click();
  await dialog(ann).locator("[aria-invalid=true]").waitFor();
  await dialog(ann).getByLabel("Name", { exact: true }).fill("Finance");
  await dialog(ann).getByText(/name is taken|already/i).first().waitFor();
  await dialog(ann).getByRole("button", { name: "Cancel" }).click();
  await dialog(ann).getByRole("button", { name: "Discard changes" }).click();
  await ann.offline();
  await make(ann, "Night desk", ["Suhartini", "Mia Lindqvist"]);
  assert.match(address(ann), /^\/teams\/[0-9a-f-]{36}\/members$/);
  await region(ann, "Members").getByText("Suhartini").waitFor();
  await region(ann, "Members").getByText("Mia Lindqvist").waitFor();
  await ann.online();
  await ann.saved();
  for (const [name, path] of [["Channels", "channels"], ["Calls", "calls"], ["Settings", "settings"]]) {
    await go(ann, name);
    assert.ok(address(ann).endsWith(`/${path}`));
  }
  await ann.page.goBack();
  await until(async () => (await tab(ann, "Calls").getAttribute("aria-current")) === "page", "the tab before");
  await ann.page.reload();
  await region(ann, "Calls").waitFor();
  await until(async () => (await ann.page.title()).startsWith("Night desk"), "the title");
  await ann.go("/teams/01900000-0000-7000-8000-0000000f0000/members");
  await ann.sees("No such team");
});

test("members are found, added and removed, and roles bring theirs", async () => {
  const ann = await signedIn();
  await openPage(ann, "Leeds Warehouse");
  const members = region(ann, "Members");
  await members.getByLabel("Add somebody").fill("Suhartini");
  await members.getByRole("option", { name: /Suhartini/ }).click();
  await ann.sees("Suhartini added.");
  await members.getByRole("link", { name: "Suhartini" }).waitFor();
  assert.equal(await ann.page.evaluate(() => document.activeElement.id), "team-add", "the next one can be typed");
  await ann.press("Remove Suhartini");
  await ann.sees("Suhartini removed.");
  await members.getByRole("link", { name: "Suhartini" }).waitFor({ state: "detached" });
  await ann.page.locator(".toast").filter({ hasText: "Suhartini removed." }).getByRole("button", { name: "Undo" }).click();
  await members.getByRole("link", { name: "Suhartini" }).waitFor();
  await ann.saved();
  const roles = region(ann, "Roles that belong");
  assert.equal(await roles.getByLabel("Owner", { exact: true }).count(), 0, "an owner's place is the whole organisation");
  await roles.getByLabel("Basic", { exact: true }).check();
  await roles.getByText(/memberships? begins?/).waitFor();
  await roles.getByRole("button", { name: "Save" }).click();
  await ann.sees("Roles of the team saved.");
  await members.getByText("Through Basic").first().waitFor();
  await ann.saved();
  await roles.getByLabel("Basic", { exact: true }).uncheck();
  await roles.getByRole("button", { name: "Save" }).click();
  await until(async () => (await members.getByText("Through Basic").count()) === 0, "they leave with it");
  await ann.saved();
});

test("channels are added, made private, and deleted", async () => {
  const ann = await signedIn();
  await openPage(ann, "Finance");
  await go(ann, "Channels");
  const channels = region(ann, "Channels");
  await ann.press("Add channel");
  await dialog(ann).getByLabel("Name", { exact: true }).fill("Month end");
  await dialog(ann).getByRole("button", { name: "Add channel" }).click();
  await channels.getByText("Month end").waitFor();
  await ann.press("Edit Month end");
  await dialog(ann).getByLabel(/^Private/).check();
  await dialog(ann).getByLabel(/^Private/).press("Control+Enter");
  await channels.getByText("For members only").first().waitFor();
  await ann.press("Delete Month end");
  await dialog(ann).getByRole("button", { name: "Delete channel" }).click();
  await channels.getByText("Month end").waitFor({ state: "detached" });
  await ann.saved();
});

test("calls: strategy, hours by dragging and by keys, holidays, overflow, and who would ring", async () => {
  const ann = await signedIn();
  await make(ann, "Reception", ["Suhartini", "Mia Lindqvist"]);
  await go(ann, "Calls");
  const calls = region(ann, "Calls");
  await region(ann, "What would ring now").getByText("Reception takes no calls").waitFor();
  await calls.getByLabel(/^Takes calls/).check();
  await ann.choose(calls.getByLabel("Order of ringing", { exact: true }), "One after the other");
  await calls.getByLabel("Seconds to ring").fill("300");
  await calls.getByRole("button", { name: "Save" }).click();
  await calls.locator("#team-seconds-note .error").waitFor();
  await calls.getByLabel("Seconds to ring").fill("15");
  await calls.getByLabel(/^When nobody answers/).fill("Finance");
  await calls.getByRole("option", { name: /Finance/ }).click();
  await calls.getByRole("button", { name: "Save" }).click();
  await ann.sees("Call routing saved.");
  const ringing = region(ann, "What would ring now");
  await ringing.getByText(/rings? for 15 seconds/).first().waitFor();
  // In order of names: Mia comes before Suhartini.
  const said = await ringing.getByRole("listitem").allInnerTexts();
  assert.ok(said[0].includes("Mia Lindqvist") && said[1].includes("Suhartini"), said.join(" | "));
  assert.ok(said.some((line) => line.includes("Finance")), "and then the overflow");
  await ann.saved();
  // A holiday of today closes it.
  const today = await ann.page.evaluate(() => {
    const parts = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/London" }).format(new Date());
    return parts;
  });
  await ann.command({ change_holidays: { add: [{ date: today, name: "Founders’ day" }], remove: [] } }, DEMO.organisation);
  await calls.getByLabel(/^Always open/).uncheck();
  const week = calls.getByRole("img", { name: /Opening hours of the next seven days/ });
  await week.getByText("Holiday: Founders’ day").waitFor();
  const spans = calls.locator(".week .span");
  const before = await spans.count();
  const day = await calls.locator(".week-hours").last().boundingBox();
  await ann.page.mouse.move(day.x + day.width / 2, day.y + day.height * 0.8);
  await ann.page.mouse.down();
  await ann.page.mouse.move(day.x + day.width / 2, day.y + day.height * 0.9);
  await ann.page.mouse.up();
  assert.equal(await spans.count(), before + 1, "hours were drawn");
  const rows = await calls.locator(".shift").count();
  await calls.getByRole("button", { name: "Remove these hours" }).first().click();
  await until(async () => (await calls.locator(".shift").count()) === rows - 1, "one line less");
  await ann.offline();
  await calls.getByRole("button", { name: "Save" }).click();
  await ann.pill("Offline – 1 change waiting");
  await ringing.getByText("Reception is closed for a holiday").waitFor();
  await ann.online();
  await ann.saved();
});

test("on a phone the page is scrolled over the week, and hours are dragged by a finger that was held", async () => {
  const ann = await the.browser.person({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await ann.signIn();
  await make(ann, "Touch Desk", []);
  await go(ann, "Calls");
  const calls = region(ann, "Calls");
  await calls.getByLabel(/^Takes calls/).check();
  await calls.getByLabel(/^Always open/).uncheck();
  const spans = calls.locator(".week .span");
  await spans.first().waitFor();
  const before = await spans.count();
  const hours = calls.locator(".week-hours").last();
  await hours.evaluate((hours) => hours.scrollIntoView({ block: "center" }));
  const finger = await ann.context.newCDPSession(ann.page);
  const touch = (type, x, y) =>
    finger.send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchEnd" ? [] : [{ x: Math.round(x), y: Math.round(y) }] });
  const at = async (share) => {
    const box = await hours.boundingBox();
    return [box.x + box.width / 2, box.y + box.height * share];
  };
  const top = () => ann.page.locator("main .page").evaluate((page) => page.scrollTop);
  // A finger that is held draws.
  let [x, y] = await at(0.5);
  await touch("touchStart", x, y);
  await calls.locator(".week .span.new").waitFor();
  const still = await top();
  const [, end] = await at(0.75);
  for (let step = 1; step <= 6; step++) await touch("touchMove", x, y + ((end - y) * step) / 6);
  await touch("touchEnd");
  await until(async () => (await calls.locator(".week .span.new").count()) === 0, "the finger lifted");
  assert.equal(await spans.count(), before + 1, "hours were drawn");
  assert.equal(await top(), still, "the page stood still");
  // One that moves at once scrolls.
  const from = await top();
  [x, y] = await at(0.5);
  await touch("touchStart", x, y);
  for (let step = 1; step <= 12; step++) await touch("touchMove", x, y + step * 15);
  await touch("touchEnd");
  await until(async () => (await top()) < from, "the page to scroll");
  assert.equal(await spans.count(), before + 1, "no more hours were drawn");
});

test("a team is renamed, disabled, enabled, and deleted with what points at it", async () => {
  const ann = await signedIn();
  await make(ann, "Old store", ["Suhartini"]);
  const id = address(ann).split("/")[2];
  await go(ann, "Settings");
  await ann.page.getByLabel("Name", { exact: true }).fill("Older store");
  await ann.page.getByLabel("Name", { exact: true }).press("Control+Enter");
  await ann.page.getByRole("heading", { level: 1, name: "Older store" }).waitFor();
  await ann.press("Disable team");
  await dialog(ann).getByText("Disable Older store?").waitFor();
  await dialog(ann).getByRole("button", { name: "Disable team" }).click();
  await ann.page.locator(".user-head").getByText("Disabled").waitFor();
  await ann.press("Enable team");
  await ann.page.locator(".user-head").getByText("Active").waitFor();
  await ann.saved();
  await ann.command({ add_number: { number: "+442071838751", kind: "landline" } }, DEMO.organisation);
  await ann.command({ set_routing: { team: id, routing: { strategy: "all_at_once", ring_seconds: 20, hours: [], overflow: null } } }, DEMO.organisation);
  await ann.command({ route_number: { number: "+442071838751", target: { team: id } } }, DEMO.organisation);
  await region(ann, "Delete").getByRole("link", { name: "+442071838751" }).waitFor();
  assert.equal(await ann.page.getByRole("button", { name: "Delete team" }).getAttribute("aria-disabled"), "true");
  await ann.command({ route_number: { number: "+442071838751", target: null } }, DEMO.organisation);
  await until(async () => (await ann.page.getByRole("button", { name: "Delete team" }).getAttribute("aria-disabled")) === null, "nothing points at it");
  await ann.press("Delete team");
  await dialog(ann).getByText("Its users stay as they are.").waitFor();
  await dialog(ann).getByRole("button", { name: "Delete team" }).click();
  await ann.page.getByRole("heading", { level: 1, name: "Teams" }).waitFor();
  await until(async () => (await ann.row("Older store").count()) === 0, "it is gone");
  await ann.saved();
});

test("a team has a picture: chosen, shown wherever it is, replaced, removed and taken back, also without a network", async () => {
  const ann = await signedIn();
  await make(ann, "Pictured");
  await go(ann, "Settings");
  const part = region(ann, "Picture");
  const file = async (colour, width, height) => {
    const made = await ann.page.evaluate(([colour, width, height]) => {
      const canvas = Object.assign(document.createElement("canvas"), { width, height });
      const context = canvas.getContext("2d");
      context.fillStyle = colour;
      context.fillRect(0, 0, width, height);
      return canvas.toDataURL().split(",")[1];
    }, [colour, width, height]);
    return { name: "team.png", mimeType: "image/png", buffer: Buffer.from(made, "base64") };
  };
  const picker = part.locator("input[type=file]");
  const head = ann.page.locator(".user-head img.avatar");
  await picker.setInputFiles({ name: "team.png", mimeType: "image/png", buffer: Buffer.from("no picture at all") });
  await part.getByText("This file is not a picture that can be read.").waitFor();
  await picker.setInputFiles(await file("#b3261e", 1600, 900));
  await ann.sees("Picture saved.");
  await head.waitFor();
  const [width, height, bytes] = await head.evaluate(async (image) => {
    await image.decode();
    return [image.naturalWidth, image.naturalHeight, image.src.length];
  });
  assert.ok(width === 256 && height === 256 && bytes < 33_000, `${width} × ${height}, ${bytes} letters`);
  await ann.saved();
  const red = await head.getAttribute("src");
  await ann.offline();
  await ann.page.reload();
  await until(async () => (await head.getAttribute("src")) === red, "the picture without a network");
  await picker.setInputFiles(await file("#1e62b3", 300, 900));
  await until(async () => (await head.getAttribute("src")) !== red, "another picture");
  await ann.page.locator(".toast").filter({ hasText: "Picture saved." }).getByRole("button", { name: "Undo" }).click();
  await until(async () => (await head.getAttribute("src")) === red, "the one before");
  await part.getByRole("button", { name: "Remove picture" }).click();
  await head.waitFor({ state: "detached" });
  await ann.page.locator(".toast").filter({ hasText: "Picture removed." }).getByRole("button", { name: "Undo" }).click();
  await head.waitFor();
  await ann.online();
  await ann.saved();
  await ann.page.getByRole("link", { name: "Teams", exact: true }).first().click();
  await ann.row("Pictured").locator("img.avatar").waitFor();
  await ann.row("Pictured").click();
  await ann.page.getByRole("complementary", { name: "Team details" }).locator(".detail-head img.avatar").waitFor();
});

test("a manager changes the members of its team, and no more than it may", async () => {
  const mia = await signedIn(DEMO.mia);
  await openPage(mia, "Customer Care");
  await region(mia, "Members").getByLabel("Add somebody").waitFor();
  assert.equal(await region(mia, "Roles that belong").getByRole("checkbox").count(), 0);
  await go(mia, "Calls");
  assert.equal(await region(mia, "Calls").getByRole("checkbox").count(), 0, "routing is to read");
  assert.equal(await tab(mia, "Settings").count(), 0);
  await openPage(mia, "Finance");
  assert.equal(await mia.page.getByLabel("Add somebody").count(), 0);
});

test("axe finds nothing on any tab, and a phone shows nothing wider than itself", async () => {
  const ann = await signedIn(undefined, { bypassCSP: true });
  const id = await openPage(ann, "Customer Care");
  for (const path of ["members", "channels", "calls", "settings"]) {
    await ann.visit(`/teams/${id}/${path}`);
    await ann.page.locator(`a[href="/teams/${id}/${path}"][aria-current=page]`).waitFor();
    await ann.page.getByRole("region").first().waitFor();
    await cleanInBoth(ann, path);
    await ann.page.setViewportSize({ width: 390, height: 844 });
    const [wide, screen] = await ann.page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.ok(wide <= screen, `${path}: ${wide} px wide on ${screen}`);
    await ann.page.setViewportSize({ width: 1280, height: 800 });
  }
});
