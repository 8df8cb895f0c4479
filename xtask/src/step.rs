//! One step of set-up or build: says what it does before, and how long it took after.
use crate::failure::Done;
use std::time::{Duration, Instant};

/// What a step came to, for the line printed after it.
#[derive(Debug)]
pub enum Outcome {
    Done,
    Unchanged,
    Note(String),
}

/// Runs `work` between an opening and a closing line, and hands its value on.
pub fn step<T>(title: &str, work: impl FnOnce() -> Done<(Outcome, T)>) -> Done<T> {
    println!("→ {title}");
    let begun = Instant::now();
    let result = work();
    let took = seconds(begun.elapsed());
    match result {
        Ok((outcome, value)) => {
            match outcome {
                Outcome::Done => println!("✓ {title} ({took})"),
                Outcome::Unchanged => println!("✓ {title}: nothing changed ({took})"),
                Outcome::Note(note) => println!("✓ {title}: {note} ({took})"),
            }
            Ok(value)
        }
        Err(failure) => {
            println!("✗ {title} ({took})");
            Err(failure)
        }
    }
}

pub fn seconds(took: Duration) -> String {
    if took.as_secs() >= 60 {
        format!("{} min {:02} s", took.as_secs() / 60, took.as_secs() % 60)
    } else {
        format!("{:.1} s", took.as_secs_f64())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_naturally() {
        assert_eq!(seconds(Duration::from_millis(1_240)), "1.2 s");
        assert_eq!(seconds(Duration::from_secs(125)), "2 min 05 s");
    }
}
