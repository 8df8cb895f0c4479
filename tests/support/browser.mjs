// Chromium, and what browser tests do with the page again and again. Whatever goes wrong inside a page fails its test.
import { afterEach } from "node:test";
import { chromium } from "playwright-core";

export const DEMO = {
  ann: "ann@demo.example", // owner of both organisations
  tomas: "tomas@demo.example", // admin of one
  mia: "mia@demo.example", // manager of a team
  password: "rollcall-demo",
  organisation: "Juniper & Vale Trading",
};
/** Built-in roles. */
export const ROLES = { manager: "00000000-0000-7000-8000-000000000003", admin: "00000000-0000-7000-8000-000000000002", basic: "00000000-0000-7000-8000-000000000007" };
const PATIENCE = 20_000;
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const open = new Set();
// What every page looked like when a test failed, for whoever can't look: a failure that comes once in a hundred runs tells it the first time.
afterEach(async (test) => {
  if (test.passed !== false) return;
  for (const person of open) await person.tell();
});

export class Browser {
  #browser;
  #server;
  #contexts = [];
  #errors = [];

  static async start(server) {
    const browser = new Browser();
    browser.#server = server;
    browser.#browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: FLAGS,
    });
    return browser;
  }

  /** A person with a device of its own: cookies, storage and network apart from all others. Where a page can't start, what it reports is the test. */
  async person({ broken = false, ...options } = {}) {
    const context = await this.#browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
    context.setDefaultTimeout(PATIENCE);
    if (options.serviceWorkers !== "block") {
      // About once in forty runs a page that a service worker takes over asks past it.
      context.route = () => {
        throw new Error('Requests are intercepted for certain only without service workers: person({ serviceWorkers: "block" }).');
      };
    }
    this.#contexts.push(context);
    await context.addInitScript(putOffKeeping);
    if (!broken) context.on("page", (page) => this.#watch(page));
    const person = new Person(context, this.#server.address);
    person.page = await context.newPage();
    person.listen();
    open.add(person);
    context.on("close", () => open.delete(person));
    return person;
  }

  #watch(page) {
    page.on("pageerror", (error) => this.#errors.push(`${page.url()}: ${error.stack ?? error}`));
    page.on("crash", () => this.#errors.push(`${page.url()}: crashed`));
    page.on("console", (message) => {
      const text = message.text();
      // Chromium itself reports every request that fails or is refused, which tests provoke.
      const network = /^Failed to load resource|net::ERR_|^TypeError: Failed to (fetch|execute 'compile)/.test(text);
      if (message.type() === "error" && !network) this.#errors.push(`${page.url()}: ${text}`);
    });
  }

  /** Closes everybody's pages; throws what went wrong inside them. */
  async settle() {
    for (const context of this.#contexts.splice(0)) await context.close();
    const errors = this.#errors.splice(0);
    if (errors.length > 0) throw new Error(`the page reported:\n${errors.join("\n")}`);
  }

  async end() {
    await this.#browser.close();
  }
}

export class Person {
  constructor(context, address) {
    this.context = context;
    this.address = address;
    this.asked = [];
  }

  /** Remembers what this person's pages ask of the server. */
  listen() {
    const said = (line) => {
      if (line.includes(" /assets/")) return;
      this.asked.push(`${new Date().toISOString().slice(14, 23)} ${line}`);
      if (this.asked.length > 40) this.asked.shift();
    };
    const of = (request) => `${request.method()} ${request.url().slice(this.address.length)}`;
    this.context.on("request", (request) => said(`? ${of(request)}`));
    this.context.on("requestfailed", (request) => said(`✖ ${of(request)} ${request.failure()?.errorText}`));
    this.context.on("response", (response) => said(`= ${response.status()} ${of(response.request())}`));
  }

  /** Prints what its pages show, and what they asked of the server last. */
  async tell() {
    for (const page of this.context.pages()) {
      const shown = await page.locator("body").ariaSnapshot({ timeout: 2_000 }).catch((error) => `nothing to be had: ${error.message}`);
      console.log(`\n--- ${page.url()}\n${shown.slice(0, 12_000)}`);
    }
    console.log(`--- asked last:\n${this.asked.join("\n")}\n---`);
  }

  async go(path) {
    await this.page.goto(this.address + path);
  }

  /** Goes to the address of another screen as a link of the page does, without loading it again, and waits until the screen is there. */
  async visit(path) {
    const before = await this.page.title();
    const first = (path) => path.split(/[/?]/)[1] || "users";
    const same = first(new URL(this.page.url()).pathname) === first(path);
    await this.page.evaluate((path) => {
      history.pushState(null, "", path);
      dispatchEvent(new PopStateEvent("popstate"));
    }, path);
    if (!same) await until(async () => (await this.page.title()) !== before, `another title than “${before}” at ${path}`);
    await this.page.locator("main").getByRole("heading").first().waitFor();
    await this.page.locator(".spinner, .skeleton").first().waitFor({ state: "detached" });
  }

  /** Signs in and waits until the directory is here. */
  async signIn(email = DEMO.ann, password = DEMO.password, organisation = DEMO.organisation) {
    await this.go("/");
    await this.fillSignIn(email, password);
    // Whoever only looks people up comes in at the directory.
    const users = this.page.getByRole("heading", { level: 1, name: /^(Users|Directory)$/ });
    const choice = this.page.getByRole("button", { name: organisation });
    await users.or(choice).first().waitFor();
    if (await choice.isVisible() && !(await users.isVisible())) await choice.click();
    await users.waitFor();
    await this.saved();
  }

  async fillSignIn(email, password) {
    await this.page.getByLabel("E-mail", { exact: true }).fill(email);
    await this.page.getByLabel("Password", { exact: true }).fill(password);
    await this.page.getByRole("button", { name: "Sign in", exact: true }).click();
  }

  /** Everything has reached the server. */
  async saved() {
    await this.pill(/^Saved$/);
  }

  /** The word about the sync. */
  async pill(word) {
    const pill = this.page.locator(".sync-word");
    await pill.filter({ hasText: word }).waitFor().catch(async (error) => {
      const texts = await pill.allInnerTexts();
      throw new Error(`waited in vain for the sync to be ${word}; it is ${texts.join() || "not shown"}`, { cause: error });
    });
  }

  async sees(text) {
    await this.page.getByText(text).first().waitFor();
  }

  async press(name) {
    await this.page.getByRole("button", { name, exact: typeof name === "string" }).first().click();
  }

  /** Goes to one of the pages by the navigation. */
  async open(name) {
    await this.page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name }).click();
    await this.page.getByRole("heading", { level: 1 }).waitFor();
  }

  async search(words) {
    await this.page.getByLabel("Search users").fill(words);
  }

  /** The row of a user, which a search has brought into sight. */
  row(text) {
    return this.page.getByRole("row").filter({ hasText: text });
  }

  async find(text) {
    await this.search(text);
    await this.row(text).first().waitFor();
    return this.row(text).first();
  }

  /** Opens a user beside the list: by its name, because there are buttons in the row. */
  async beside(text) {
    await (await this.find(text)).locator(".who").click();
  }

  /** Gives a user a position, by the form. */
  async givePosition(text, position) {
    await this.beside(text);
    await this.page.getByRole("complementary").getByRole("button", { name: "Edit profile" }).click();
    const form = this.page.getByRole("dialog");
    await form.getByLabel(/^Position/).fill(position);
    await form.getByRole("button", { name: "Save", exact: true }).click();
    await form.waitFor({ state: "detached" });
  }

  /** How many users match these words, of whom there are some. */
  async countOf(words) {
    await this.search(words);
    // The row under the headings is the first found.
    const first = this.page.getByRole("row").nth(1);
    await until(async () => (await first.innerText()).includes(words), `users with ${words}`);
    return this.count();
  }

  /** How many users the list has at the moment. */
  async count() {
    return number(await this.page.getByRole("button", { name: /^All/ }).first().innerText());
  }

  async countsTo(wanted, words) {
    if (words !== undefined) await this.search(words);
    await until(async () => (await this.count()) === wanted, async () => `${wanted} users; it is ${await this.count()}`);
  }

  /** Fills in the form for a new user. */
  async fillNew(email, { prepare = false, name, licence, role, team } = {}) {
    const { page } = this;
    // A new organisation is offered it among its first steps too.
    await page.getByRole("button", { name: "Invite user", exact: true }).first().click();
    const form = page.getByRole("dialog");
    await form.waitFor();
    if (prepare) await form.getByText("Prepare for later").click();
    await form.getByLabel("E-mail", { exact: true }).fill(email);
    if (name) await form.getByLabel(/^Full name/).fill(name);
    if (licence) await this.choose(form.getByLabel("Licence", { exact: true }), licence);
    if (role) await this.choose(form.getByLabel("Role", { exact: true }), role);
    if (team) await this.choose(form.getByLabel("Team", { exact: true }), team);
    return form;
  }

  /** Prepares or invites a user, and waits until the form has closed. */
  async make(email, options = {}) {
    const form = await this.fillNew(email, options);
    await form.getByRole("button", { name: options.prepare ? "Save as prepared" : "Send invitation" }).click();
    await form.waitFor({ state: "detached" });
  }

  /** Chooses the option whose text begins so. */
  async choose(select, beginning) {
    const option = select.locator("option", { hasText: new RegExp(`^${beginning}`) });
    await select.selectOption(await option.first().getAttribute("value"));
  }

  /** Code, if there is one, and link of the newest mail to somebody, with this subject if that matters. */
  async mailTo(email, subject = "") {
    await this.open("Sent mail");
    const mail = this.page.locator("details.mail").filter({ hasText: `To ${email}` }).filter({ hasText: subject }).first();
    await until(async () => {
      if (await mail.count()) return true;
      await this.press("Refresh");
      return false;
    }, `a mail to ${email}`);
    await mail.evaluate((details) => (details.open = true));
    const text = await mail.locator("pre").innerText();
    return { code: /code: (\w{6})/.exec(text)?.[1], link: /https?:\S+/.exec(text)[0] };
  }

  /** Chooses a language by its own name. */
  async speak(language) {
    await this.page.locator("button.me").click();
    await this.page.getByRole("menuitemradio", { name: language }).click();
    await until(() => this.page.evaluate(() => document.documentElement.lang !== "en"), language);
  }

  /** Goes to one's own account by the menu. */
  async openAccount() {
    await this.page.getByRole("button", { name: /language and theme/ }).click();
    await this.page.getByRole("menuitem", { name: "Your account" }).click();
    await this.page.getByRole("heading", { level: 1, name: "Your account" }).waitFor();
  }

  async offline() {
    await this.serviceWorker();
    await this.context.setOffline(true);
  }

  async online() {
    await this.context.setOffline(false);
  }

  /** Has the page's files kept on the device, and waits until they are. */
  async serviceWorker() {
    await this.page.evaluate(async () => {
      localStorage.setItem("test-keeps", "yes");
      globalThis.testKeeps?.();
      await navigator.serviceWorker.ready;
    });
  }

  /** Which user of an organisation this person is. */
  async me(organisation = DEMO.organisation) {
    return this.page.evaluate(async (organisation) => {
      const { organisations } = await (await fetch("/api/v1/session")).json();
      return organisations.find((place) => place.name === organisation).user;
    }, organisation);
  }

  /** Issues a command as this person does, without the page: in the first of its organisations, or in the one of this name. */
  async command(command, organisation) {
    const verdict = await this.page.evaluate(async ([command, organisation]) => {
      const { organisations } = await (await fetch("/api/v1/session")).json();
      const named = (place) => organisation === undefined || place.name === organisation;
      const place = organisations.find(named);
      if (!place) throw new Error(`signed in, but to no organisation called ${organisation}`);
      const address = `/api/v1/tenants/${place.tenant}/commands`;
      const headers = { "content-type": "application/json" };
      return (await fetch(address, { method: "POST", headers, body: JSON.stringify(command) })).json();
    }, [command, organisation]);
    if (!verdict.outcome?.applied) throw new Error(`not applied: ${JSON.stringify(verdict)}`);
  }
}

/** Runs in each page: its service worker comes when a test needs it. Keeping all files on the device takes as much of the machine as all the rest of a short test. */
function putOffKeeping() {
  const workers = navigator.serviceWorker;
  if (workers === undefined) return;
  const register = workers.register.bind(workers);
  workers.register = (...how) =>
    new Promise((resolve, reject) => {
      globalThis.testKeeps = () => register(...how).then(resolve, reject);
      if (localStorage.getItem("test-keeps")) globalThis.testKeeps();
    });
}

/** The first number in a text: "All 1,234" is 1234. */
export function number(text) {
  return Number(/[\d,.\s\u00a0\u202f]+/.exec(text.replace(/^\D+/, ""))[0].replace(/\D/g, ""));
}

/** Asks again and again until it is so. */
export async function until(question, what, patience = PATIENCE) {
  const end = Date.now() + patience;
  for (;;) {
    if (await question()) return;
    if (Date.now() > end) throw new Error(`waited in vain for ${typeof what === "function" ? await what() : what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
