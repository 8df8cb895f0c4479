// How fast the core is as wasm in Chromium: loading, a keystroke, one command; beside an array that is filtered in plain
// JS and beside MiniSearch, in the same run. One line of JSON a figure.
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { chromium } from "playwright-core";

const TYPES = { ".js": "text/javascript", ".wasm": "application/wasm", ".json": "application/json", ".md": "text/plain" };
const peer = await readFile(new URL("../node_modules/minisearch/dist/umd/index.js", import.meta.url), "utf8");
const host = await serve(process.env.ROLLCALL_NPM);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
});
try {
  for (const users of process.argv[2] ? [Number(process.argv[2])] : [1_000, 10_000, 100_000]) {
    const page = await browser.newPage();
    await page.goto(`${host.address}/README.md`);
    await page.addScriptTag({ content: peer });
    for (const [name, value, unit] of await page.evaluate(measure, users)) {
      console.log(JSON.stringify({ name: `Chromium, ${users} users: ${name}`, value, unit }));
    }
    await page.close();
  }
} finally {
  await browser.close();
  host.server.close();
}

/** The package's folder, with the headers that give a page an exact clock. */
async function serve(folder) {
  const server = createServer((request, response) => {
    const path = join(folder, normalize(new URL(request.url, "http://x").pathname));
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
    response.setHeader("Content-Type", TYPES[extname(path)] ?? "application/octet-stream");
    createReadStream(path).on("error", () => response.writeHead(404).end()).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, address: `http://127.0.0.1:${server.address().port}` };
}

/** Runs in the page. */
async function measure(size) {
  const NOW = 1_790_000_000_000;
  const FIRST = ["Ann", "Bob", "Chloé", "Dana", "Emre", "Fatima", "Giulia", "Håkon", "Ines", "Jürgen", "Kofi", "Lena", "Mei", "Noor", "Oleg", "דנה"];
  const LAST = ["Lee", "Schneider", "García", "Nguyễn", "O'Brien", "Kowalski", "Rossi", "Yılmaz", "Andersson", "Dubois", "Haddad", "Ivanova", "Mensah", "Tanaka", "Van der Berg", "לוי"];
  const POSITION = ["Sales", "Support agent", "Team lead", "Engineer", "Receptionist", "Accountant"];
  const TEAM = ["Sales", "Support", "Field service", "Logistics", "Reception"];
  const id = (kind, n) => `${n.toString(16).padStart(8, "0")}-${kind}-7000-8000-${((n * 2654435761) % 2 ** 48).toString(16).padStart(12, "0")}`;
  const core = await import("/browser.js");
  const licence = id("0007", 1);
  const teams = Math.min(Math.max(Math.floor(size / 50), 10), 500);
  const figures = [];
  const tell = (name, value, unit) => figures.push([name, Number(value.toPrecision(3)), unit]);
  const timed = (work) => {
    const begun = performance.now();
    work();
    return performance.now() - begun;
  };
  const at = (times, part) => times.sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * part))];

  const people = Array.from({ length: size }, (_, n) => ({
    id: id("0001", n),
    name: `${FIRST[n % 16]} ${LAST[Math.floor(n / 16) % 16]} ${n}`,
    email: `user${n}@example.com`,
    position: POSITION[Math.floor(n / 3) % 6],
    state: n % 4 === 3 && n !== 0 ? "prepared" : "active",
    extension: String(100_000 + n),
    number: `+4930${10_000_000 + n}`,
    team: n % teams,
  }));
  const profile = (person) => ({ full_name: person.name, position: person.position, language: null, time_zone: null, country: null });
  const policy = { invitation_lifetime: 86_400_000, login_kinds: ["email"], single_role: false, recycle_days: 0, quarantine_days: 30, extensions: null, email_domains: [] };
  // Everything about a person that the list shows or searches by. An organisation of its own, founded by the core.
  const directory = new core.Directory([]);
  const owner = people[0];
  const founded = directory.apply("system", { found_organisation: {
    organisation: { id: id("0009", 1), slug: "bench", name: "Bench", language: "en", time_zone: "UTC", country: "GB", policy },
    owner: owner.id, owner_email: "owner@example.com", owner_name: "Olga Owner",
  } }, NOW);
  if (founded.refusals?.length) throw new Error(JSON.stringify(founded.refusals));
  const sample = directory.records();
  directory.free();
  const template = structuredClone(sample.find((record) => record.user)).user;
  const records = sample.filter((record) => !record.user && !record.grant);
  records.push({ licence: { id: licence, kind: "plan", name: "Standard", seats: null } });
  for (let n = 0; n < teams; n++) {
    records.push({ team: { id: id("0003", n), name: `${TEAM[n % 5]} ${n}`, kind: "team", disabled: false, routing: null } });
  }
  const granted = structuredClone(sample.find((record) => record.grant)).grant;
  people.forEach((person, n) => {
    records.push({ user: {
      ...template, id: person.id, state: person.state, profile: profile(person), identifiers: [{ email: person.email }],
      licence, line: { extension: person.extension, phone: "softphone" },
    } });
    records.push(n === 0
      ? { grant: { ...granted, key: { ...granted.key, user: person.id } } }
      : { membership: { team: id("0003", person.team), user: person.id, by_hand: true, through: [] } });
    records.push({ number: { number: person.number, kind: "landline", holder: person.id, last_holder: null, quarantine_until: null, linked_mobile: null, target: null } });
  });

  let there;
  const loading = timed(() => (there = new core.Directory(records)));
  tell("load records that are JS objects", records.length / (loading / 1000), "1/s");
  tell("first search, which makes the index", timed(() => there.userList({ limit: 50 }, NOW)), "ms");

  // What is typed, letter by letter, with a filter and a sort that change from word to word.
  const typed = [];
  const options = [
    {}, { state: "active" }, { sort: "email" }, { sort: "extension", descending: true, state: "active" },
    { sort: "created" }, { hide_system: true, licence }, { state: "prepared", sort: "position" },
  ];
  ["mei tanaka", "user4711", "schneider", "an sup", "+4930100", "håkon", "nobody"].forEach((word, n) => {
    for (let length = 1; length <= word.length; length++) typed.push({ search: word.slice(0, length), ...options[n] });
  });
  const rows = (list) => list.users.map((user) => there.userRow(user, NOW));
  for (const query of typed) there.userList({ ...query, limit: 1 }, NOW);
  const mine = [];
  for (let round = 0; round < 5; round++) {
    for (const query of typed) mine.push(timed(() => rows(there.userList({ ...query, limit: 50 }, NOW))));
  }
  tell("keystroke with filter, sort and first 50 rows, p50", at(mine, 0.5), "ms");
  tell("keystroke with filter, sort and first 50 rows, p95", at(mine, 0.95), "ms");

  const plain = people.map((person) => ({ ...person, text: `${person.name} ${person.email} ${person.extension} ${person.number} ${person.position}`.toLowerCase() }));
  const key = { email: (a) => a.email, extension: (a) => a.extension, position: (a) => a.position };
  const theirs = typed.map((query) => timed(() => {
    const words = query.search.toLowerCase().split(" ").filter(Boolean);
    const found = plain.filter((person) => words.every((word) => person.text.includes(word)));
    const counts = { active: 0, prepared: 0 };
    for (const person of found) counts[person.state]++;
    const by = key[query.sort] ?? ((a) => a.name);
    const kept = query.state ? found.filter((person) => person.state === query.state) : found;
    kept.sort((a, b) => (by(a) < by(b) ? -1 : by(a) > by(b) ? 1 : 0));
    return kept.slice(0, 50);
  }));
  tell("the same in plain JS, p50", at(theirs, 0.5), "ms");
  tell("the same in plain JS, p95", at(theirs, 0.95), "ms");

  const mini = new globalThis.MiniSearch({ fields: ["name", "email", "extension", "number", "position"], storeFields: ["state"] });
  tell("MiniSearch: making its index", timed(() => mini.addAll(people)), "ms");
  const minis = typed.map((query) => timed(() => {
    const filter = query.state && ((result) => result.state === query.state);
    mini.search(query.search, { prefix: true, combineWith: "AND", filter }).slice(0, 50);
  }));
  tell("MiniSearch: starts of words, its own order, p50", at(minis, 0.5), "ms");
  tell("MiniSearch: starts of words, its own order, p95", at(minis, 0.95), "ms");

  const commands = Array.from({ length: 200 }, (_, n) => ({ edit_profile: { user: people[n + 1].id, profile: { ...profile(people[n + 1]), position: `Clerk ${n}` } } }));
  const applied = commands.map((command) => timed(() => {
    const answer = there.apply(owner.id, command, NOW);
    if (answer.refusals?.length) throw new Error(JSON.stringify(answer.refusals));
  }));
  tell("decide and apply one command, JS to JS, p50", at(applied, 0.5) * 1000, "µs");
  return figures;
}
