//! Which packages are built for what. What is built with one list of packages has its features; with another list cargo would
//! compile half of it a second time. So the lists stand here and nowhere else.

/// What runs on the host, but for xtask itself, as arguments of cargo. The page and the npm package run in wasm alone: what
/// they say and show is tested in `web/view`, so neither they nor leptos are compiled for the host.
pub const HOST: [&str; 7] =
    ["--workspace", "--exclude", "xtask", "--exclude", "rollcall-web", "--exclude", "rollcall-js"];

/// What clippy looks at on the host: the same, and xtask.
pub const HOST_AND_XTASK: [&str; 5] = ["--workspace", "--exclude", "rollcall-web", "--exclude", "rollcall-js"];

/// The packages that run in a browser. Clippy for the host does not see their wasm-only code.
pub const WASM: [&str; 3] = ["rollcall-client", "rollcall-web", "rollcall-js"];
