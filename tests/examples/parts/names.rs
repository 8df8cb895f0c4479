//! Names of people, as unlike each other as they are in a company, for the benchmarks.

pub const FIRST: [&str; 16] = [
    "Ann", "Bob", "Chloé", "Dana", "Emre", "Fatima", "Giulia", "Håkon", "Ines", "Jürgen", "Kofi", "Lena", "Mei",
    "Noor", "Oleg", "דנה",
];
pub const LAST: [&str; 16] = [
    "Lee",
    "Schneider",
    "García",
    "Nguyễn",
    "O'Brien",
    "Kowalski",
    "Rossi",
    "Yılmaz",
    "Andersson",
    "Dubois",
    "Haddad",
    "Ivanova",
    "Mensah",
    "Tanaka",
    "Van der Berg",
    "לוי",
];
