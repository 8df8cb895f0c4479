//! docs/benchmarks.md: a table with the newest value of each figure, and the machine and day it was measured on.
use super::Figure;
use crate::failure::Done;
use crate::{files, run};
use std::path::Path;

const HEAD: &str = "# Benchmarks\n\
    Written by `cargo xtask bench`; measure again with it, or one alone with `cargo xtask bench NAME`. \
    `load` runs only when it is named: for two minutes it attacks a server inside its own process, over loopback.\n\n\
    | what | value | unit | date | machine |\n| --- | ---: | --- | --- | --- |\n";

/// Puts the figures in, each in the place of its older value; rows that were not measured stay.
pub fn update(path: &Path, figures: &[Figure]) -> Done {
    let old = if path.is_file() { files::read_text(path)? } else { String::new() };
    let date = run::captured(run::command("date").args(["-u", "+%F"]), "Asking for the date")?;
    files::write(path, merged(&old, figures, date.trim(), &machine()))
}

fn merged(old: &str, figures: &[Figure], date: &str, machine: &str) -> String {
    let mut rows: Vec<(String, String)> = old.lines().filter_map(row).collect();
    for figure in figures {
        let line = format!("| {} | {} | {} | {date} | {machine} |", figure.name, number(figure.value), figure.unit);
        match rows.iter_mut().find(|(name, _)| *name == figure.name) {
            Some((_, old)) => *old = line,
            None => rows.push((figure.name.clone(), line)),
        }
    }
    let lines: String = rows.iter().map(|(_, line)| format!("{line}\n")).collect();
    format!("{HEAD}{lines}")
}

/// A row of the table with its name; not its head.
fn row(line: &str) -> Option<(String, String)> {
    let name = line.strip_prefix("| ")?.split(" | ").next()?;
    (name != "what" && name != "---").then(|| (name.to_owned(), line.to_owned()))
}

/// With as many digits as a reader needs.
pub fn number(value: f64) -> String {
    match value.abs() {
        large if large >= 100.0 => format!("{value:.0}"),
        middle if middle >= 10.0 => format!("{value:.1}"),
        _ => format!("{value:.2}"),
    }
}

/// Cores, memory and system: what makes two values comparable.
fn machine() -> String {
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let memory = std::fs::read_to_string("/proc/meminfo").unwrap_or_default();
    let kilobytes =
        memory.lines().find_map(|line| line.strip_prefix("MemTotal:")?.split_whitespace().next()?.parse::<u64>().ok());
    let gigabytes = kilobytes.map_or_else(|| "?".to_owned(), |kilobytes| (kilobytes / (1 << 20)).to_string());
    let processor = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = processor
        .lines()
        .find_map(|line| line.strip_prefix("model name")?.split_once(": "))
        .map(|(_, model)| model.trim());
    format!("{cores} cores ({}), {gigabytes} GiB", model.unwrap_or(std::env::consts::ARCH))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn new_values_replace_old_ones_and_others_stay() {
        let first = merged("", &[Figure::new("a", 1.0, "ms"), Figure::new("b", 120.4, "kB")], "2030-01-01", "m");
        let second = merged(&first, &[Figure::new("a", 12.34, "ms")], "2030-01-02", "m");
        let rows: Vec<&str> = second.lines().skip(5).collect();
        assert_eq!(rows, ["| a | 12.3 | ms | 2030-01-02 | m |", "| b | 120 | kB | 2030-01-01 | m |"]);
        assert_eq!(second.matches("| what |").count(), 1);
    }
}
