//! What went wrong for others (tests/cases/cases.txt): each case names a test that is there.

use std::path::Path;

#[test]
fn each_case_has_its_test() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut tried = 0;
    for line in include_str!("../cases/cases.txt").lines() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let mut words = line.splitn(3, ' ');
        let [number, file, test] = [(); 3].map(|()| words.next().unwrap_or_else(|| panic!("too short: {line}")));
        let text = std::fs::read_to_string(root.join(file)).unwrap_or_else(|error| panic!("{number}: {file}: {error}"));
        let there = match file.rsplit_once('.') {
            Some((_, "rs")) => text.contains(&format!("fn {test}(")),
            Some((_, "mjs")) => text.contains(&format!("test(\"{test}\"")),
            _ => text.contains(test),
        };
        assert!(there, "{number}: {file} has no {test}");
        tried += 1;
    }
    assert!(tried > 0);
}
