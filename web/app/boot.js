// Starts the page: its own file, so that the content security policy needs no inline script.
import start from "__JS__";

await start({ module_or_path: "__WASM__" });

if ("serviceWorker" in navigator) {
  navigator.serviceWorker.register("/sw.js").catch((error) => {
    console.warn("Rollcall will not open offline:", error);
  });
}
