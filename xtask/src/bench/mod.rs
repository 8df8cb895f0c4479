//! `cargo xtask bench [NAME…]`: runs the measurements, one a file, and keeps their values in docs/benchmarks.md.
mod fresh;
mod programs;
mod report;
mod size;

use crate::failure::{Done, Failure};
use crate::{places, step};
use serde_json::Value;

/// One measured value.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    pub name: String,
    pub value: f64,
    pub unit: String,
}

impl Figure {
    pub fn new(name: &str, value: f64, unit: &str) -> Self {
        Self { name: name.to_owned(), value, unit: unit.to_owned() }
    }

    /// From a line such as `{"name":"search, 10,000 users","value":3.1,"unit":"ms"}`.
    fn parse(line: &str) -> Option<Self> {
        let line: Value = serde_json::from_str(line).ok()?;
        let text = |key| line.get(key).and_then(Value::as_str);
        Some(Self::new(text("name")?, line.get("value")?.as_f64()?, text("unit")?))
    }
}

struct Measurement {
    name: String,
    run: Box<dyn Fn() -> Done<Vec<Figure>>>,
    /// Too slow to run unless it is asked for by name.
    on_request: bool,
}

impl Measurement {
    /// `load` is `bench_load`, too.
    fn is_called(&self, name: &str) -> bool {
        self.name == name || self.name.strip_prefix(programs::PREFIX) == Some(name)
    }
}

/// Everything there is to measure: what is here, then each program in tests/.
fn all() -> Done<Vec<Measurement>> {
    let mut all = vec![
        Measurement { name: "size".to_owned(), run: Box::new(size::measure), on_request: false },
        Measurement { name: "fresh".to_owned(), run: Box::new(fresh::measure), on_request: true },
    ];
    all.extend(programs::find()?);
    Ok(all)
}

pub fn run(names: &[&str]) -> Done {
    let all = all()?;
    let known = |name: &&&str| !all.iter().any(|measurement| measurement.is_called(name));
    if let Some(stranger) = names.iter().find(known) {
        let names: Vec<&str> = all.iter().map(|measurement| measurement.name.as_str()).collect();
        return Err(Failure::new(format!("there is no measurement `{stranger}`: there are {}", names.join(", "))));
    }
    let mut figures = Vec::new();
    for measurement in &all {
        let asked = names.iter().any(|name| measurement.is_called(name));
        if !(asked || names.is_empty() && !measurement.on_request) {
            continue;
        }
        let title = format!("Measure {}", measurement.name);
        let measured = step::step(&title, || (measurement.run)().map(|found| (step::Outcome::Done, found)))?;
        for figure in &measured {
            println!("  {}: {} {}", figure.name, report::number(figure.value), figure.unit);
        }
        figures.extend(measured);
    }
    let path = places::root().join("docs/benchmarks.md");
    report::update(&path, &figures)?;
    println!("Written to docs/benchmarks.md.");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_is_called_by_what_it_measures() {
        let load = Measurement { name: "bench_load".to_owned(), run: Box::new(|| Ok(Vec::new())), on_request: true };
        assert!(load.is_called("load") && load.is_called("bench_load") && !load.is_called("bench"));
    }

    #[test]
    fn a_program_s_line_is_a_figure() {
        let line = r#"{"name":"search, 10,000 users","value":3.1,"unit":"ms"}"#;
        assert_eq!(Figure::parse(line), Some(Figure::new("search, 10,000 users", 3.1, "ms")));
        assert_eq!(Figure::parse("warming up"), None);
        assert_eq!(Figure::parse(r#"{"name":"a","value":"3"}"#), None);
    }
}
