// The entry for browsers: loads the wasm module that lies beside the glue, so that importing is all a host has to do.
import load from "./web/rollcall.js";

await load();
export * from "./web/rollcall.js";
