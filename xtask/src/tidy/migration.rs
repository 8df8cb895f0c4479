//! Migrations only add: while a new version is rolled out, the older one runs on the same database. Each says at its top
//! what an older node does with it.
use super::{Finding, Source};

/// Whose text is part of databases that there are: a changed one would be refused by them.
const SETTLED: [&str; 5] = [
    "0001_begin.sql",
    "0002_password_links.sql",
    "0003_commands_by_id.sql",
    "0004_ended_sessions.sql",
    "0005_signed_in_by.sql",
];

pub fn check(source: &Source, found: &mut Vec<Finding>) {
    let name = source.path.rsplit('/').next().unwrap_or_default();
    if !source.lies_in("server/src/store/migrations") || !source.is(&["sql"]) || SETTLED.contains(&name) {
        return;
    }
    let head: String = source.text.lines().take_while(|line| line.starts_with("--")).collect();
    if !head.to_lowercase().contains("older node") {
        found.push(Finding::new(source, 1, "say at the top what an older node on the same database does"));
    }
    let (mut line, mut begun) = (1, None);
    let mut statement = String::new();
    for (number, text) in (1..).zip(source.text.lines()) {
        let text = text.split("--").next().unwrap_or_default();
        for (part, piece) in text.split(';').enumerate() {
            if part > 0 {
                judge(source, line, &statement, found);
                (statement, begun) = (String::new(), None);
            }
            if !piece.trim().is_empty() {
                line = *begun.get_or_insert(number);
                statement = statement + " " + piece;
            }
        }
    }
    judge(source, line, &statement, found);
}

fn judge(source: &Source, line: usize, statement: &str, found: &mut Vec<Finding>) {
    let words: Vec<String> = statement.split_whitespace().map(str::to_uppercase).collect();
    let has = |word: &str| words.iter().any(|other| other == word);
    let wrong = if has("DROP") {
        "`DROP` takes from an older node what it reads: leave it, and say that nobody uses it"
    } else if has("RENAME") {
        "`RENAME` takes from an older node what it reads: add the new one beside it"
    } else if has("ALTER") && has("COLUMN") && has("NULL") && has("NOT") && !has("DEFAULT") {
        "an older node writes no such column: give it a DEFAULT, or let it be NULL"
    } else {
        return;
    };
    found.push(Finding::new(source, line, wrong));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::said;

    const PATH: &str = "server/src/store/migrations/sqlite/0042_more.sql";

    fn lines(sql: &str) -> Vec<usize> {
        let text = format!("-- More. An older node goes on.\n{sql}");
        said(check, PATH, &text).iter().map(|said| said.split(':').next().unwrap().parse().unwrap()).collect()
    }

    #[test]
    fn migrations_only_add() {
        assert!(lines("CREATE TABLE a (b TEXT NOT NULL);\nALTER TABLE a ADD COLUMN c TEXT;\n").is_empty());
        assert!(lines("ALTER TABLE a ADD COLUMN c TEXT NOT NULL DEFAULT '';\n").is_empty());
        assert!(lines("-- drop nothing; rename nothing\nCREATE INDEX c ON a (b) WHERE b IS NOT NULL;\n").is_empty());
        assert_eq!(lines("CREATE TABLE a (b TEXT); DROP TABLE c;\n"), [2]);
        assert_eq!(lines("CREATE TABLE a (b TEXT);\n\nalter table a\n  rename column b to c;\n"), [4]);
        assert_eq!(lines("ALTER TABLE a ADD COLUMN c TEXT NOT NULL;\n"), [2]);
    }

    #[test]
    fn they_say_what_an_older_node_does() {
        assert_eq!(said(check, PATH, "-- More.\nCREATE TABLE a (b TEXT);\n").len(), 1);
        let settled = "server/src/store/migrations/sqlite/0003_commands_by_id.sql";
        assert!(said(check, settled, "ALTER TABLE a RENAME COLUMN b TO c;\n").is_empty());
        assert!(said(check, "tests/a.sql", "DROP TABLE a;\n").is_empty());
    }
}
