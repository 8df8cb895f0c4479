// Starts the page and keeps it up to date: its own file, so that the content security policy needs no inline script.

// The languages of this version, each with the file of what the page says from its start and that of the rest, and what this
// script says itself, by language. The page asks for all of a language with `whole`, and gets both files; the style of what it
// shows later comes along.
const LANGUAGES = __LANGUAGES__;
const SAYINGS = __SAYINGS__;
const known = (tag) => [tag, tag.split("-")[0]].find((tag) => Object.hasOwn(LANGUAGES, tag));
const first = (wished) => wished.map(known).find(Boolean) ?? "en";
async function words(file) {
  const response = await fetch(file, { redirect: "error" });
  if (!response.ok) throw new Error(`${file} can't be loaded.`);
  return new Uint8Array(await response.arrayBuffer());
}
const whole = (tag) => Promise.all([style(), ...LANGUAGES[tag].map(words)]).then(([, ...parts]) => parts);

let styled;
function style() {
  styled ??= new Promise((done, failed) => {
    const sheet = Object.assign(document.createElement("link"), { rel: "stylesheet", href: "__LATER_CSS__", onload: done });
    sheet.onerror = () => {
      sheet.remove();
      styled = undefined;
      failed(new Error("The style of the page can't be loaded."));
    };
    document.head.append(sheet);
  });
  return styled;
}

// The languages that are wished: what was spoken last on this device, then the browser's own.
function wished() {
  try {
    return [localStorage.getItem("rollcall-language"), ...navigator.languages].filter(Boolean);
  } catch {
    // Where the browser keeps nothing, its own languages count.
    return [...navigator.languages];
  }
}

// Says what is wrong, and offers to load the page again.
function alarm(what) {
  const tag = first(wished());
  const said = SAYINGS[tag] ?? SAYINGS.en;
  const bar = document.createElement("div");
  bar.className = "crash";
  bar.setAttribute("role", "alert");
  bar.lang = tag;
  bar.dir = "auto";
  bar.append(`${said[what]} `);
  const button = document.createElement("button");
  button.className = "button";
  button.textContent = said.reload;
  button.addEventListener("click", () => location.reload());
  bar.append(button);
  document.body.append(bar);
}

// The page stopped for good: what was done is stored, so loading it again goes on where it stopped.
window.addEventListener("rollcall-crash", () => alarm("crashed"), { once: true });

// Why the program can't be loaded. A sign-in page of the network answers every address with its own HTML.
async function trouble() {
  let answer;
  try {
    answer = await fetch("__WASM__", { cache: "no-store" });
  } catch {
    return "unreachable";
  }
  const kind = answer.headers.get("content-type") ?? "";
  if (answer.ok && kind.startsWith("application/wasm")) return "unable";
  return kind.startsWith("text/html") ? "intercepted" : "unexpected";
}

const shown = Object.keys(LANGUAGES).filter((tag) => tag !== "en-XA");

try {
  window.rollcall = { first, whole, known: shown, words: await words(LANGUAGES[first(wished())][0]) };
  const { default: start } = await import("__JS__");
  await start({ module_or_path: "__WASM__" });
} catch (error) {
  // Whatever has begun to draw says itself what is wrong.
  if (!document.querySelector(".crash")) alarm(await trouble());
  throw error;
}

// A new version waits until the person says so: the page hears "rollcall-update", and answers "rollcall-reload".
function offer(registration) {
  window.dispatchEvent(new Event("rollcall-update"));
  window.addEventListener(
    "rollcall-reload",
    () => {
      navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
      registration.waiting?.postMessage("skip-waiting");
    },
    { once: true },
  );
}

if ("serviceWorker" in navigator) {
  try {
    const registration = await navigator.serviceWorker.register("/sw.js");
    if (registration.waiting && navigator.serviceWorker.controller) offer(registration);
    registration.addEventListener("updatefound", () => {
      const worker = registration.installing;
      worker?.addEventListener("statechange", () => {
        // Without a controller this is the first version, not a new one.
        if (worker.state === "installed" && navigator.serviceWorker.controller) offer(registration);
      });
    });
    // A tab that stays open for days asks once an hour.
    setInterval(() => registration.update().catch(() => {}), 3_600_000);
  } catch (error) {
    console.warn("Rollcall will not open offline:", error);
  }
}
