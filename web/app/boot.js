// Starts the page and keeps it up to date: its own file, so that the content security policy needs no inline script.
import start from "__JS__";

// The page stopped for good: what was done is stored, so loading it anew goes on where it stopped.
window.addEventListener(
  "rollcall-crash",
  () => {
    const bar = document.createElement("div");
    bar.className = "crash";
    bar.setAttribute("role", "alert");
    bar.append("Something went wrong in this page. Your work is kept. ");
    const button = document.createElement("button");
    button.className = "button";
    button.textContent = "Reload";
    button.addEventListener("click", () => location.reload());
    bar.append(button);
    document.body.append(bar);
  },
  { once: true },
);

// The languages of this version and their files. The page asks for another with `load`.
const LANGUAGES = __LANGUAGES__;
const known = (tag) => [tag, tag.split("-")[0]].find((tag) => Object.hasOwn(LANGUAGES, tag));
async function load(wished) {
  const tag = wished.map(known).find(Boolean) ?? "en";
  const response = await fetch(LANGUAGES[tag], { redirect: "error" });
  if (!response.ok) throw new Error(`The language ${tag} can't be loaded.`);
  return new Uint8Array(await response.arrayBuffer());
}
let remembered = [];
try {
  remembered = [localStorage.getItem("rollcall-language")].filter(Boolean);
} catch {
  // Where the browser keeps nothing, its own languages count.
}
const shown = Object.keys(LANGUAGES).filter((tag) => tag !== "en-XA");
window.rollcall = { load, known: shown, words: await load([...remembered, ...navigator.languages]) };

await start({ module_or_path: "__WASM__" });

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
