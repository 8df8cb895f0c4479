// Importing a CSV file: the dry run, the result per row, the rows to fix, and files that are none.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { until } from "../support/browser.mjs";
import { world } from "../support/world.mjs";

const the = world();

async function ann() {
  const ann = await the.browser.person();
  await ann.signIn();
  await ann.open("Import");
  return ann;
}

async function pick(person, name, content) {
  const buffer = Buffer.isBuffer(content) ? content : Buffer.from(content);
  await person.page.locator('input[type="file"]').setInputFiles({ name, mimeType: "text/csv", buffer });
}

const cell = (person, text) => person.page.getByRole("cell", { name: text });

test("a file of another system: read, checked cell by cell, imported, the rest mended and imported", async () => {
  const owner = await ann();
  const rows = [
    "Staff list of the phone system;;;;",
    "exported yesterday;;;;",
    "Mail address;Display name;Job title;Role;Licence",
    'lena@demo.example;"Lena ""L."" Lang";Clerk;Agent;Light',
    'max@demo.example;"Max\r\nMoritz";;;',
    "no address;Otto;;;",
    "kim@demo.example;Kim;;Juggler;",
    "tomas@demo.example;Tomás;;;",
    "pro@demo.example;Pro;;;Professional",
    "lena@demo.example;Lena twice;;;",
  ];
  await pick(owner, "staff.csv", `${rows.join("\r\n")}\r\n`);
  await owner.sees(/staff\.csv · 7 rows/);
  await owner.sees(/semicolon/);
  const columns = owner.page.locator(".mapping select");
  await columns.first().waitFor();
  const kinds = await columns.evaluateAll((all) => all.map((select) => select.selectedOptions[0].textContent));
  assert.deepEqual(kinds.slice(0, 3).map((kind) => kind.toLowerCase()), ["e-mail", "full name", "position"], String(kinds));
  await owner.page.locator(".tallies").getByText(/^2\s*ready/).waitFor();
  await owner.page.locator(".tallies").getByText(/1\s*already here, skipped/).waitFor();
  await owner.page.locator(".tallies").getByText(/4\s*to fix/).waitFor();
  assert.ok((await owner.page.locator(".sheet .bad[role=cell]").count()) >= 3, "wrong cells are marked");
  await cell(owner, /no address/).first().waitFor();
  await owner.press(/^Import 2 users/);
  await owner.sees("2 users are prepared.");
  const saved = owner.page.waitForEvent("download");
  await owner.press("Download rows to fix");
  const mended = (await readFile(await (await saved).path(), "utf8"))
    .replace("no address", "otto@demo.example")
    .replace(";Juggler;", ";Agent;");
  assert.match(mended, /lena@demo\.example/, "a repeated row comes back with its reason");
  assert.match(mended, /kim@demo\.example/);
  await owner.press("Import another file");
  await pick(owner, "mended.csv", mended);
  await owner.page.locator(".tallies").getByText(/^2\s*ready/).waitFor();
  await owner.press(/^Import 2 users/);
  await owner.sees("2 users are prepared.");
  await owner.press("Show the users");
  await owner.saved();
  for (const name of ['Lena "L." Lang', "Max Moritz", "Otto", "Kim"]) {
    await (await owner.find(name)).getByText("Prepared").waitFor();
  }
});

test("what a column holds can be said by hand", async () => {
  const owner = await ann();
  await pick(owner, "odd.csv", "Wohin,Was\nhans@demo.example,Hans\n");
  const select = owner.page.getByLabel("What the column Was holds");
  await select.waitFor();
  await owner.choose(owner.page.getByLabel("What the column Wohin holds"), "E-mail");
  await owner.choose(select, "Full name");
  await owner.press(/^Import 1 user$/);
  await owner.sees("1 user is prepared.");
  await owner.press("Show the users");
  await owner.find("Hans");
});

test("10,000 rows are previewed", async () => {
  const owner = await ann();
  const rows = Array.from({ length: 10_000 }, (_, n) => `mass.${n}@demo.example,Mass ${n},Agent`);
  await pick(owner, "mass.csv", `Email,Name,Role\n${rows.join("\n")}\n`);
  await owner.page.locator(".tallies").getByText(/10,000\s*ready/).waitFor();
});

test("other encodings read the same", async () => {
  const owner = await ann();
  const text = "E-mail\tName\njose@demo.example\tJosé Müller\n";
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
  const files = { "bom.csv": Buffer.from(`\ufeff${text}`), "wide.csv": utf16, "windows.csv": Buffer.from(text, "latin1") };
  for (const [name, bytes] of Object.entries(files)) {
    await pick(owner, name, bytes);
    await cell(owner, "José Müller").first().waitFor();
    assert.equal(await owner.page.getByText(/doesn’t say how its letters are encoded/).count(), name === "windows.csv" ? 1 : 0, name);
    await owner.press("Start over");
  }
});

const file = (name) => readFile(new URL(`../cases/imports/files/${name}`, import.meta.url));

test("where the encoding is a guess, names are shown as they come out, and a person chooses", async () => {
  const owner = await ann();
  await pick(owner, "polish.csv", await file("F05-windows-1250.csv"));
  await cell(owner, "Łukasz Żak").first().waitFor();
  const readings = owner.page.getByRole("radiogroup").getByRole("radio");
  assert.ok((await readings.count()) > 1, "there is a choice");
  await owner.page.getByRole("radio", { name: /Western European \(Windows-1252\)/ }).check();
  await cell(owner, "£ukasz ¯ak").first().waitFor();
  await owner.page.getByLabel("Another encoding").selectOption("windows-1251");
  await cell(owner, "Јukasz Їak").first().waitFor();
  await owner.page.getByRole("radio", { name: /Central European/ }).check();
  await cell(owner, "Łukasz Żak").first().waitFor();
  await pickAgain(owner, "japanese.csv", Buffer.from("452d6d61696c2c4e616d650a61407865742e6578616d706c652c8e5293632091be98590a", "hex"));
  await cell(owner, "山田 太郎").first().waitFor();
});

async function pickAgain(person, name, content) {
  await person.press("Start over");
  await pick(person, name, content);
}

test("secrets stay in the file, and people who are blocked there are left out", async () => {
  const owner = await ann();
  await pick(owner, "entra.csv", await file("F27-microsoft-365.csv"));
  await owner.choose(owner.page.getByLabel("What the column Licenses holds"), "Don’t import");
  await owner.page.locator(".tallies").getByText(/^3\s*ready/).waitFor();
  await owner.page.locator(".tallies").getByText(/1\s*blocked there, left out/).waitFor();
  await owner.page.getByLabel("Import people who are blocked there").check();
  await owner.page.locator(".tallies").getByText(/^4\s*ready/).waitFor();
  await pickAgain(owner, "vodia.csv", await file("F28-vodia.csv"));
  await owner.page.locator(".tallies").getByText(/^2\s*ready/).waitFor();
  assert.equal(await owner.page.getByText("Secret: not read").count(), 3);
  const text = await owner.page.locator("main").innerText();
  for (const secret of ["1235", "w3bpass", "s3cr3tF"]) assert.ok(!text.includes(secret), secret);
});

test("cells in unusual spellings are shown with what they are read as, or refused", async () => {
  const owner = await ann();
  await pick(owner, "extensions.csv", "E-mail,Ext,Language\nx1@demo.example,7301.0,English\nx2@demo.example,7302,de\n");
  await owner.page.locator(".tallies").getByText(/^2\s*ready/).waitFor();
  await owner.page.getByRole("button", { name: /^Read differently/ }).click();
  await owner.page.getByTitle("7301.0 is read as 7301.").waitFor();
  await owner.page.getByTitle("English is read as en.").waitFor();
  await owner.page.getByLabel("Read unusual spellings").uncheck();
  await owner.page.locator(".tallies").getByText(/^1\s*to fix/).waitFor();
  await owner.sees(/Would be read as 7301\./);
  await owner.page.getByLabel("Read unusual spellings").check();
  await owner.page.locator(".tallies").getByText(/^2\s*ready/).waitFor();
});

test("a licence and a team for all rows, and invitations after the import", async () => {
  const owner = await ann();
  await pick(owner, "all.csv", "E-mail,Name\nall1@demo.example,All One\nall2@demo.example,All Two\n");
  await owner.page.locator(".tallies").getByText(/^2\s*ready/).waitFor();
  await owner.choose(owner.page.getByLabel("Licence, where the row names none"), "Light");
  await owner.choose(owner.page.getByLabel("Team, where the row names none"), "Finance");
  await owner.page.getByText("Send after the import").click();
  await owner.page.locator(".tallies").getByText(/^2\s*ready/).waitFor();
  await owner.press(/^Import 2 users/);
  await owner.sees("2 invitations are being sent.");
  await owner.press("Show the users");
  await owner.saved();
  await (await owner.find("All One")).getByText("Invited").waitFor();
});

test("the invitations of an import go out at a moment, which is not over", async () => {
  const owner = await ann();
  await pick(owner, "later.csv", "E-mail,Name\nlat1@demo.example,Late One\nlat2@demo.example,Late Two\n");
  await owner.page.locator(".tallies").getByText(/^2\s*ready/).waitFor();
  await owner.page.getByText("Send at a chosen time").click();
  const moment = owner.page.getByLabel("When they are sent");
  await moment.fill("2020-01-01T08:00");
  await owner.sees("This moment is over. Choose a later one.");
  assert.ok(await owner.page.getByRole("button", { name: /^Import 2 users/ }).isDisabled());
  await moment.fill("2099-06-01T08:00");
  await owner.press(/^Import 2 users/);
  await owner.sees(/^2 invitations will be sent: Jun 1/);
  await owner.press("Show the users");
  await owner.saved();
  await (await owner.find("Late One")).getByText("Prepared").waitFor();
});

test("100,000 rows are planned without holding the page up, and starting over stops it", async () => {
  const owner = await ann();
  const rows = Array.from({ length: 100_000 }, (_, n) => `mass.${n}@demo.example,Mass ${n},Agent,Clerk,en,GB`);
  const content = `Email,Name,Role,Position,Language,Country\n${rows.join("\n")}\n`;
  await pick(owner, "mass.csv", content);
  await owner.page.getByRole("progressbar").waitFor();
  await owner.press("Start over");
  await owner.page.locator('input[type="file"]').waitFor({ state: "attached" });
  await pick(owner, "mass.csv", content);
  await owner.page.locator(".tallies").getByText(/100,000\s*ready/).waitFor();
});

test("people who are here are updated, field by field, and numbers come into the inventory", async () => {
  const owner = await ann();
  await pick(owner, "first.csv", "E-mail,Name,Position\nupa@demo.example,Upa,Clerk\nupb@demo.example,Upb,Clerk\n");
  await owner.press(/^Import 2 users/);
  await owner.sees("2 users are prepared.");
  await owner.press("Import another file");
  const rows = ["upa@demo.example,Upa New,Chief,+493012345001", "upb@demo.example,Upb,Clerk,", "upc@demo.example,Upc,Clerk,+493012345002"];
  await pick(owner, "second.csv", `E-mail,Name,Position,Work phone\n${rows.join("\n")}\n`);
  await owner.page.locator(".tallies").getByText(/2\s*already here, skipped/).waitFor();
  await owner.choose(owner.page.getByLabel("What the column Work phone holds"), "Number: work");
  await owner.page.getByLabel(/^Update the 2 users/).check();
  await owner.page.locator(".tallies").getByText(/^1\s*to update/).waitFor();
  await owner.sees(/Full name: Upa → Upa New · Position: Clerk → Chief · Number: work: \+493012345001/);
  await owner.page.getByRole("group", { name: "What is updated" }).getByLabel("Full name").uncheck();
  await owner.page.getByRole("cell", { name: /^Position: Clerk → Chief · Number/ }).waitFor();
  await owner.press("Import 1, update 1");
  await owner.sees("1 user is prepared.");
  await owner.sees("1 user is updated.");
  await owner.saved();
  await owner.press("Import another file");
  await pick(owner, "third.csv", `E-mail,Name,Position\n${rows.map((row) => row.split(",").slice(0, 3).join(",")).join("\n")}\n`);
  await owner.page.getByLabel(/^Update the 3 users/).check();
  await owner.page.locator(".tallies").getByText(/^1\s*to update/).waitFor();
  await owner.page.getByRole("cell", { name: "Full name: Upa → Upa New" }).waitFor();
  await owner.press("Start over");
});

test("two take each other's extension, and where roles apply is said for all rows", async () => {
  const owner = await ann();
  const rows = ["swa@demo.example,Swa,Manager,1097", "swb@demo.example,Swb,,1098"];
  await pick(owner, "first.csv", `E-mail,Name,Role,Ext\n${rows.join("\n")}\n`);
  await owner.page.locator(".tallies").getByText(/^1\s*to fix/).waitFor();
  await owner.sees(/The role Manager applies within teams/);
  await owner.choose(owner.page.getByLabel("Roles that apply in teams or everywhere"), "In the whole organization");
  await owner.page.locator(".tallies").getByText(/^2\s*ready/).waitFor();
  await owner.press(/^Import 2 users/);
  await owner.sees("2 users are prepared.");
  await owner.saved();
  const swapped = "E-mail,Ext\nswa@demo.example,1098\nswb@demo.example,1097\n";
  await owner.press("Import another file");
  await pick(owner, "second.csv", swapped);
  await owner.page.getByLabel(/^Update the 2 users/).check();
  await owner.page.locator(".tallies").getByText(/^2\s*to update/).waitFor();
  await owner.press("Update 2 users");
  await owner.sees("2 users are updated.");
  await owner.saved();
  await owner.press("Import another file");
  await pick(owner, "again.csv", swapped);
  await owner.page.getByLabel(/^Update the 2 users/).check();
  await owner.page.locator(".tallies").getByText(/2\s*already here, skipped/).waitFor();
  await owner.press("Start over");
});

const workbook = (name) => readFile(new URL(`../cases/workbooks/${name}`, import.meta.url));

test("a workbook is read as it is shown, the sheet can be chosen, and what is to fix comes back as one", async () => {
  const owner = await ann();
  await pick(owner, "staff.xlsx", await workbook("openpyxl.xlsx"));
  await owner.sees(/staff\.xlsx · 4 rows · sheet Staff/);
  await owner.page.locator(".tallies").getByText(/^3\s*ready/).waitFor();
  await cell(owner, "0101").first().waitFor();
  const saved = owner.page.waitForEvent("download");
  await owner.press("Download rows to fix");
  const file = await saved;
  assert.equal(file.suggestedFilename(), "to-fix-staff.xlsx");
  const fixes = await readFile(await file.path());
  await pickAgain(owner, "fixes.xlsx", fixes);
  await owner.sees(/fixes\.xlsx · 1 row · sheet Staff/);
  await pickAgain(owner, "staff.xlsx", await workbook("openpyxl.xlsx"));
  await owner.choose(owner.page.getByLabel("Sheet", { exact: true }), "Kontakte");
  await owner.sees(/staff\.xlsx · 1 row · sheet Kontakte/);
  await cell(owner, "Zoë").first().waitFor();
  await owner.press("Start over");
  await pick(owner, "broken.xlsx", (await workbook("openpyxl.xlsx")).subarray(0, 3_000));
  await owner.sees(/can’t be read: it is damaged/);
});

test("the list of users is saved as a workbook without a network, and its import changes nothing", async () => {
  const owner = await ann();
  await owner.open("Users");
  await owner.offline();
  await owner.press("Export");
  const saved = owner.page.waitForEvent("download");
  await owner.press("Save file");
  const file = await saved;
  assert.equal(file.suggestedFilename(), "users.xlsx");
  const bytes = await readFile(await file.path());
  assert.equal(bytes.subarray(0, 2).toString(), "PK");
  await owner.open("Import");
  await pick(owner, "users.xlsx", bytes);
  await owner.page.locator(".tallies").getByText(/already here, skipped/).waitFor();
  assert.match(await owner.page.locator(".tallies").innerText(), /^\d+\s*already here, skipped$/);
  await owner.online();
});

test("what is no CSV is told in a sentence", async () => {
  const owner = await ann();
  const picture = Buffer.from("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489", "hex");
  for (const [name, bytes] of Object.entries({ "picture.csv": picture, "empty.csv": Buffer.alloc(0) })) {
    await pick(owner, name, bytes);
    const said = owner.page.locator("main .banner, main [class*=banner]").first();
    await until(async () => (await said.count()) > 0 && (await said.innerText()).trim().length > 10, `a sentence about ${name}`);
    await owner.page.reload();
    await owner.page.locator('input[type="file"]').waitFor({ state: "attached" });
  }
});
