// The real server for browser tests and measurements: on a free port, with data of its own, gone at the end.
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PROGRAM = wanted("ROLLCALL_SERVER", "the server's program");
export const SITE = wanted("ROLLCALL_SITE", "the folder of the built page");

function wanted(name, what) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} must say where ${what} lies: \`cargo xtask test browser\` sets it`);
  return value;
}

export class Server {
  #child;
  #said = "";
  /** What it printed since it was started. */
  out = "";

  /** Starts a server with a demo organisation of so many users (0: only its named people), bare or with all that the demo has. */
  static async start({ users = 0, demo = true, bare = true, site = SITE } = {}) {
    const server = new Server();
    server.site = site;
    server.data = await mkdtemp(join(tmpdir(), "rollcall-browser-"));
    server.port = await freePort();
    server.address = `http://127.0.0.1:${server.port}`;
    server.options = demo ? ["--demo", "--demo-users", String(users), ...(bare ? ["--demo-bare"] : [])] : [];
    await server.up();
    return server;
  }

  /** Starts it, for the first time or again on the same port and data. */
  async up() {
    const listen = ["--listen", `127.0.0.1:${this.port}`];
    const child = spawn(PROGRAM, ["serve", ...listen, "--site", this.site, "--data", this.data, ...this.options], {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ROLLCALL_LOG: "warn" },
    });
    this.#child = child;
    this.#said = "";
    child.stderr.on("data", (text) => (this.#said += text));
    await new Promise((resolve, reject) => {
      this.out = "";
      child.stdout.on("data", (text) => {
        this.out += text;
        if (this.out.includes("Rollcall is at")) resolve();
      });
      child.once("error", reject);
      child.once("exit", (code) => reject(new Error(`the server ended with ${code}: ${this.#said}`)));
    });
  }

  /** Ends it at once, as a power cut would. */
  async kill() {
    const child = this.#child;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await gone;
  }

  /** Ends it and removes its data. What it complained about is shown. */
  async end() {
    await this.kill();
    if (this.#said) process.stderr.write(this.#said);
    await rm(this.data, { recursive: true, force: true });
  }

  /** Runs another command of the program on the same data. */
  async run(...words) {
    await Server.call(...words, "--data", this.data);
  }

  /** Has the program check a vectors file. */
  async check(file) {
    await Server.call("vectors", file);
  }

  static async call(...words) {
    const child = spawn(PROGRAM, words, { stdio: ["ignore", "ignore", "inherit"] });
    const code = await new Promise((resolve, reject) => {
      child.once("error", reject);
      child.once("exit", resolve);
    });
    if (code !== 0) throw new Error(`rollcall ${words[0]} ended with ${code}`);
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
