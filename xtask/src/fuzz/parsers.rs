//! `cargo xtask fuzz parsers`: every parser, driven by what its code does with the input (libFuzzer, in `tests/fuzz`), from the
//! files of the tests on. What it learns stays in `target/fuzz`; what it finds lies there too, and ends it.
use crate::failure::{Done, Failure};
use crate::{files, places, run};
use std::path::{Path, PathBuf};

/// A parser, as `tests/fuzz` calls it.
struct Parser {
    name: &'static str,
    /// Where it begins.
    seeds: &'static str,
    /// The longest input, in bytes.
    longest: u32,
}

const PARSERS: [Parser; 5] = [
    Parser { name: "table", seeds: "tests/cases/imports/files", longest: 4_096 },
    Parser { name: "workbook", seeds: "tests/cases/workbooks", longest: 20_000 },
    Parser { name: "stored", seeds: "target/fuzz/seeds/stored", longest: 4_096 },
    Parser { name: "command", seeds: "target/fuzz/seeds/command", longest: 4_096 },
    Parser { name: "value", seeds: "target/fuzz/seeds/value", longest: 300 },
];

/// Counters in all code, without which nothing would be learnt; those that `cargo fuzz` sets.
const COUNTERS: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares --cfg fuzzing";

/// Tries all of them for so many minutes together.
pub fn run(minutes: u64) -> Done {
    let folder = places::target().join("fuzz");
    let program = built(&folder)?;
    seeds(&folder.join("seeds"))?;
    let seconds = (60 * minutes / PARSERS.len() as u64).max(1);
    for Parser { name, seeds, longest } in PARSERS {
        let (corpus, found) = (folder.join("corpus").join(name), folder.join("found"));
        for folder in [&corpus, &found] {
            files::make_folder(folder)?;
        }
        println!("{name}: {seconds} s");
        let mut command = run::command(&program);
        command.env("ROLLCALL_PARSER", name);
        command.args([
            format!("-max_total_time={seconds}"),
            format!("-max_len={longest}"),
            "-timeout=10".to_owned(),
            "-rss_limit_mb=2048".to_owned(),
            "-verbosity=0".to_owned(),
            "-print_final_stats=1".to_owned(),
            format!("-artifact_prefix={}/{name}-", found.display()),
        ]);
        command.arg(&corpus);
        // Where the target folder lies elsewhere, so do the seeds.
        command.arg(
            seeds
                .strip_prefix("target/")
                .map_or_else(|| places::root().join(seeds), |path| places::target().join(path)),
        );
        run::shown(&mut command, "The parser").map_err(|_| {
            let again = format!("ROLLCALL_PARSER={name} {} FILE", program.display());
            Failure::new(format!(
                "{name}: an input that it can't stand lies in {}; `{again}` tries it again. Keep it as a test of its own",
                found.display()
            ))
        })?;
    }
    Ok(())
}

fn built(folder: &Path) -> Done<PathBuf> {
    // Said by its name, so that programs that only help to build are built without counters.
    let host = run::captured(run::command("rustc").args(["--print", "host-tuple"]), "Asking for this machine's name")?;
    let mut command = run::cargo(&["build", "--release", "--manifest-path", "tests/fuzz/Cargo.toml"]);
    command.args(["--target", host.trim(), "--target-dir"]).arg(folder).env("RUSTFLAGS", COUNTERS);
    run::shown(&mut command, "Building the fuzzer, which needs a C++ compiler,")?;
    Ok(folder.join(host.trim()).join("release").join("rollcall-fuzz"))
}

/// Writes what the tests know as one file each: the commands of the vectors, and values of each kind.
fn seeds(folder: &Path) -> Done {
    let vectors = files::read(&places::root().join("tests/vectors.json"))?;
    let vectors: serde_json::Value =
        serde_json::from_slice(&vectors).map_err(|error| Failure::new(format!("tests/vectors.json: {error}")))?;
    let steps = vectors
        .get("vectors")
        .and_then(|vectors| vectors.as_array())
        .into_iter()
        .flatten()
        .filter_map(|vector| vector.get("steps")?.as_array());
    let commands = steps.flatten().filter_map(|step| Some(step.get("command")?.to_string()));
    let values =
        ["ann@münchen.de", "+4930901820", "00:1b:44:11:3a:b7", "Europe/Berlin", "zh-Hant-TW", "Zoë", "2026-03-29"];
    for (kind, texts) in [("command", commands.collect()), ("value", values.map(str::to_owned).to_vec())] {
        let folder = folder.join(kind);
        files::make_folder(&folder)?;
        for (number, text) in texts.iter().enumerate() {
            files::write(&folder.join(number.to_string()), text)?;
        }
    }
    let folder = folder.join("stored");
    files::make_folder(&folder)?;
    files::write(&folder.join("vectors"), files::read(&places::root().join("tests/vectors.bin"))?)
}
