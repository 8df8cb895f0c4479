// The entry for browsers: loads the wasm module that lies beside the glue, so that importing is all a host has to do.
import load from "./web/rollcall.js";

await load({ module_or_path: new URL("./web/rollcall_bg.wasm", import.meta.url) });
export * from "./web/rollcall.js";
