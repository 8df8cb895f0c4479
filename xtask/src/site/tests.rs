//! Assembly of a site from a tiny module: names, order, worker, and that nothing is done twice.
use super::*;

/// A folder of its own for a test, removed at its end.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("rollcall-xtask-{name}-{}", std::process::id()));
        files::remove_folder(&path).unwrap();
        Self(path)
    }

    fn put(&self, name: &str, bytes: impl AsRef<[u8]>) {
        files::write(&self.0.join(name), bytes).unwrap();
    }

    fn site(&self) -> String {
        let names = files::under(&self.0.join("site")).unwrap();
        names.iter().map(|name| files::slashed(name) + "\n").collect()
    }

    fn text(&self, name: &str) -> String {
        files::read_text(&self.0.join("site").join(name)).unwrap()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = files::remove_folder(&self.0);
    }
}

/// The page's own files around the smallest module there is.
fn scratch(name: &str) -> Scratch {
    let scratch = Scratch::new(name);
    scratch.put("page.wasm", b"\0asm\x01\0\0\0");
    scratch.put("index.html", "<link href=\"__CSS__\"><link href=\"__WASM__\"><script src=\"__BOOT__\"></script>");
    scratch.put("boot.js", "import start from \"__JS__\"; start(\"__WASM__\");");
    scratch.put("sw.js", "const ASSETS = __ASSETS__; const VERSION = \"__VERSION__\";");
    scratch.put("style/b.css", "b { color: red; }");
    scratch.put("style/a.css", "a { color: blue; }");
    scratch.put("static/icon/a.png", [1, 2, 3]);
    scratch
}

fn assemble_in(scratch: &Scratch) -> bool {
    assemble_if_changed(&scratch.0.join("page.wasm"), &scratch.0, &scratch.0.join("site")).unwrap()
}

#[test]
fn every_file_has_its_name_and_the_worker_knows_it() {
    let scratch = scratch("names");
    assert!(assemble_in(&scratch));
    let names = scratch.site();
    let asset = |start: &str| names.lines().find(|name| name.starts_with(start)).unwrap().to_owned();
    let style = names.lines().find(|name| name.starts_with("assets/style-") && !name.contains("later")).unwrap();
    assert_eq!(scratch.text(style), "a{color:#00f}b{color:red}");
    let page = scratch.text("index.html");
    assert!(page.contains(&format!("\"/{style}\"")) && page.contains(&asset("assets/boot-")), "{page}");
    let worker = scratch.text("sw.js");
    for url in ["\"/\"", "\"/icon/a.png\"", &format!("\"/{style}\""), "/rollcall_bg.wasm\"", "/rollcall.js\""] {
        assert!(worker.contains(url), "{url} is not in {worker}");
    }
    // By its content: `printf '\1\2\3' | sha256sum`.
    let icon = "\"/icon/a.png\":\"039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81\"";
    assert!(worker.contains(icon), "{worker}");
    assert!(!worker.contains("sw.js") && !worker.contains(".br"), "{worker}");
}

#[test]
fn a_second_run_changes_nothing_and_an_edit_changes_the_version() {
    let scratch = scratch("again");
    assert!(assemble_in(&scratch));
    let before = scratch.text("sw.js");
    assert!(!assemble_in(&scratch));
    scratch.put("static/icon/a.png", [1, 2, 4]);
    assert!(assemble_in(&scratch));
    assert_ne!(before, scratch.text("sw.js"));
}

#[test]
fn a_placeholder_nobody_fills_is_refused_and_the_old_site_stays() {
    let scratch = scratch("stranger");
    assert!(assemble_in(&scratch));
    scratch.put("index.html", "__TITEL__");
    let refused = assemble_if_changed(&scratch.0.join("page.wasm"), &scratch.0, &scratch.0.join("site"));
    assert!(refused.unwrap_err().to_string().contains("__TITEL__"));
    assert!(scratch.text("index.html").contains("<script"));
}
