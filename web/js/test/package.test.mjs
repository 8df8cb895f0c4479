// The npm package in Node: a JS host asks the core and gets the same answers as page and server.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

const place = process.env.ROLLCALL_NPM;
assert.ok(place, "ROLLCALL_NPM must say where the assembled package lies: `cargo xtask npm` makes it");
const description = JSON.parse(await readFile(`${place}/package.json`, "utf8"));
const { Directory, runVectors, version } = await import(
  pathToFileURL(`${place}/${description.exports["."].node.default}`)
);
const root = new URL("../../../", import.meta.url);
const vectors = JSON.parse(await readFile(new URL("tests/vectors.json", root), "utf8"));

const NOW = Date.UTC(2026, 0, 5, 9);
const ids = { ann: id(1), bob: id(2), standard: id(3) };

function id(n) {
  return `01890a5d-ac96-774b-bcce-${String(n).padStart(12, "0")}`;
}

/** ann owner, bob agent; two seats of Standard, one of them bob's. */
function world() {
  const directory = new Directory([]);
  const organisation = {
    id: id(9), slug: "acme", name: "Acme", language: "en", time_zone: "UTC", country: "DE",
    policy: {
      invitation_lifetime: 86_400_000, single_role: false, login_kinds: ["email"], recycle_days: 0, extensions: null,
      quarantine_days: 30, email_domains: [],
    },
  };
  const licences = [{ id: ids.standard, kind: "plan", name: "Standard", seats: 2 }];
  const owner = { owner: ids.ann, owner_email: "ann@x.io", owner_name: "Ann Lee" };
  const agent = { role: "00000000-0000-7000-8000-000000000005", scope: "own" };
  const bob = { id: ids.bob, email: "bob@x.io", licence: ids.standard, role: agent };
  done(directory.apply("system", { found_organisation: { organisation, ...owner, licences } }, NOW));
  done(directory.apply(ids.ann, { invite_user: bob }, NOW));
  done(directory.apply({ invitee: ids.bob }, { accept_invitation: { user: ids.bob, full_name: "Bob Brown" } }, NOW));
  return directory;
}

function done(answer) {
  assert.deepEqual(codes(answer), []);
}

const invite = (n, email) => ({ invite_user: { id: id(n), email, licence: ids.standard } });
const codes = (answer) => answer.refusals.map((reason) => reason.code);

test("may ann invite x?", () => {
  const directory = world();
  assert.deepEqual(codes(directory.may(ids.bob, invite(10, "c@x.io"), NOW)), ["not_allowed"]);
  assert.deepEqual(codes(directory.may(ids.ann, invite(10, "BOB@x.io"), NOW)), ["already_a_user"]);
  const allowed = directory.may(ids.ann, invite(10, "c@x.io"), NOW);
  assert.deepEqual([allowed.allowed, allowed.refusals], [true, []]);
  assert.deepEqual(allowed.changes.map((change) => change.key), [{ user: id(10) }]);
  assert.equal(directory.userList({}, NOW).counts.all, 2, "asking changes nothing");
});

test("what is applied is seen by the next question", () => {
  const directory = world();
  assert.ok(directory.apply(ids.ann, invite(10, "c@x.io"), NOW).allowed);
  const refused = directory.apply(ids.ann, invite(11, "d@x.io"), NOW);
  assert.deepEqual(codes(refused), ["no_seat_left"]);
  assert.deepEqual(refused.refusals[0].refusal, { no_seat_left: { licence: ids.standard, seats: 2 } });
  assert.equal(refused.refusals[0].field, "licence");
  assert.deepEqual(directory.licenceUsage().map(({ taken, seats }) => [taken, seats]), [[2, 2]]);
  assert.deepEqual(directory.userList({ state: "invited" }, NOW).users, [id(10)]);
  assert.equal(directory.userRow(id(10), NOW).expires, NOW + 86_400_000);
  assert.equal(directory.userRow(id(10), NOW + 86_400_000).standing, "expired");
  assert.equal(directory.userRow(id(99), NOW), null);
  assert.deepEqual(codes(directory.inviteOptions(ids.ann, NOW)).length, 1, "no plan has a seat left");
  assert.deepEqual(codes(directory.apply({ invitee: id(10) }, accept(10), NOW)), []);
  assert.equal(directory.userRow(id(10), NOW).name, "Cyd Cole");
});

const accept = (n) => ({ accept_invitation: { user: id(n), full_name: "Cyd Cole" } });

test("records lead back to the same directory", () => {
  const directory = world();
  directory.apply(ids.ann, invite(10, "c@x.io"), NOW);
  const again = new Directory(directory.records());
  assert.deepEqual(again.userList({ search: "c@x" }, NOW), directory.userList({ search: "c@x" }, NOW));
  assert.equal(again.records().length, world().records().length + 1);
});

test("the whole vectors file, but for edits that merge and what follows on them", () => {
  const steps = vectors.vectors.flatMap(({ steps }) => {
    const merges = steps.findIndex((step) => step.seen !== null);
    return merges < 0 ? steps : steps.slice(0, merges);
  }).length;
  assert.ok(steps > 1_500, `only ${steps} steps`);
  assert.deepEqual(runVectors(vectors), { passed: steps, failed: [] });
  assert.ok(steps > 100);
});

test("a vector that expects something else is reported", () => {
  const wrong = structuredClone(vectors.vectors.slice(0, 1));
  wrong[0].steps[0].expect = { refused: ["no_such_code"] };
  const report = runVectors({ vectors: wrong });
  assert.equal(report.failed.length, 1);
  assert.deepEqual(report.failed[0].expected, { refused: ["no_such_code"] });
});

test("bad input throws an error that names the place, and the module lives on", () => {
  const directory = world();
  const wrong = [
    [() => new Directory("no records"), /^records: must be an array/],
    [() => new Directory([{ planet: {} }]), /^records: \[0\].*unknown variant `planet`/],
    [() => new Directory([{ user: { id: "7" } }]), /^records: \[0\]\.user\.id: /],
    [() => directory.may(ids.ann, { dance: {} }, NOW), /^command: .*unknown variant `dance`/],
    [() => directory.may(ids.ann, undefined, NOW), /^command: is missing/],
    [() => directory.may(ids.ann, invite(10, "no address"), NOW), /^command: .*email: is not an e-mail address/],
    [() => directory.may(ids.ann, { invite_user: {} }, NOW), /^command: invite_user: missing field `id`$/],
    [() => directory.may(ids.ann, { invite_user: { id: id(1), teams: [id(2), 7] } }, NOW), /^command: invite_user\.teams\[1\]: invalid type: 7, expected /],
    [() => directory.may(ids.ann, { edit_extra: { user: id(1), extra: { desk: null } } }, NOW), /^command: edit_extra\.extra\.desk: invalid type: null/],
    [() => directory.may("ann", invite(10, "c@x.io"), NOW), /^actor: /],
    [() => directory.may(null, invite(10, "c@x.io"), NOW), /^actor: is missing/],
    [() => directory.may(ids.ann, invite(10, "c@x.io"), NaN), /^nowMs: must be a moment/],
    [() => directory.may(ids.ann, invite(10, "c@x.io"), undefined), /^nowMs: /],
    [() => directory.userList({ state: "asleep" }, NOW), /^query: state: unknown variant `asleep`/],
    [() => runVectors({}), /^vectors: missing field `vectors`/],
    [() => new Directory([deep(5000)]), /./],
  ];
  for (const [call, message] of wrong) {
    assert.throws(call, (error) => {
      assert.ok(error instanceof Error && !(error instanceof WebAssembly.RuntimeError), String(error));
      assert.match(error.message, message);
      return true;
    });
  }
  assert.ok(directory.may(ids.ann, invite(10, "c@x.io"), NOW).allowed);
});

test("a value may be of any kind that can be iterated, and may itself ask", () => {
  const directory = world();
  const user = { id: id(10), email: "c@x.io", licence: ids.standard, teams: new Set() };
  Object.defineProperty(user, "profile", {
    enumerable: true,
    get() {
      assert.throws(() => new Directory([{ user: { id: 7 } }]), /^Error: records: \[0\]\.user\.id: /);
      return { full_name: "Cyd Cole" };
    },
  });
  assert.ok(directory.may(ids.ann, { invite_user: user }, NOW).allowed);
  // A misspelt field is no command without it.
  const misspelt = { disable_team: { team: id(11), now: true } };
  assert.throws(() => directory.may(ids.ann, misspelt, NOW), /^Error: command: disable_team\.now: /);
  user.teams.add("x");
  assert.throws(() => directory.may(ids.ann, { invite_user: user }, NOW), /^Error: command: invite_user\.teams\[0\]: /);
  const extra = { edit_extra: { user: ids.bob, extra: new Map([["desk", "4th floor"]]) } };
  const changes = directory.may(ids.ann, extra, NOW).changes;
  assert.deepEqual(changes[0].after.user.extra, { desk: "4th floor" });
});

function deep(levels) {
  let value = {};
  for (let level = 0; level < levels; level++) value = { user: value };
  return value;
}

test("the package is whole: version, types, licences, and the README's example runs", async () => {
  assert.equal(version(), description.version);
  for (const name of ["types.d.ts", "browser.js", "LICENSE-MIT", "LICENSE-APACHE", "web/rollcall_bg.wasm"]) {
    assert.ok((await readFile(`${place}/${name}`)).length > 0, name);
  }
  const declared = await readFile(`${place}/node/rollcall.d.ts`, "utf8");
  assert.match(declared, /may\(actor: UserId \| Actor, command: Command, nowMs: number\): Answer;/);
  const readme = await readFile(`${place}/README.md`, "utf8");
  const example = readme.split("```js\n")[1].split("```")[0].replace(/^import .*$/m, "");
  const run = new Function("Directory", `${example}; return answer;`);
  assert.deepEqual(codes(run(Directory)), ["no_seat_left"]);
});
