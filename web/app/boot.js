// Starts the page and keeps it up to date: its own file, so that the content security policy needs no inline script.
import start from "__JS__";

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
