//! A sentence word by word.

/// The words that are left.
pub struct Words<'a> {
    left: std::collections::VecDeque<&'a str>,
}

impl<'a> Words<'a> {
    pub fn of(text: &'a str) -> Self {
        Self { left: text.split_whitespace().collect() }
    }

    /// The next word; `what` says what is missing if there is none.
    pub fn next(&mut self, what: &str) -> Result<&'a str, String> {
        self.left.pop_front().ok_or_else(|| format!("it ends where {what} should stand"))
    }

    /// The next word, if there is one.
    pub fn any(&mut self) -> Option<&'a str> {
        self.left.pop_front()
    }

    /// The next word, as a number.
    pub fn number(&mut self, what: &str) -> Result<usize, String> {
        let word = self.next(what)?;
        word.parse().map_err(|_| format!("`{word}` is no number, and {what} should stand there"))
    }

    /// Takes the word if it is the next one.
    pub fn eat(&mut self, word: &str) -> bool {
        let there = self.left.front() == Some(&word);
        if there {
            self.left.pop_front();
        }
        there
    }

    /// Whether the next word begins so.
    pub fn peeks(&self, start: &str) -> bool {
        self.left.front().is_some_and(|word| word.starts_with(start))
    }

    /// The next word must be this.
    pub fn expect(&mut self, word: &str) -> Result<(), String> {
        match self.any() {
            Some(found) if found == word => Ok(()),
            Some(found) => Err(format!("`{word}` should stand where `{found}` does")),
            None => Err(format!("it ends where `{word}` should stand")),
        }
    }

    /// Names joined by `+`.
    pub fn list(&mut self, what: &str) -> Result<Vec<&'a str>, String> {
        let mut names = vec![self.next(what)?];
        while self.eat("+") {
            names.push(self.next(what)?);
        }
        Ok(names)
    }

    /// All that is left, as one text.
    pub fn rest(&mut self) -> String {
        self.left.drain(..).collect::<Vec<_>>().join(" ")
    }

    /// Nothing may be left.
    pub fn end(&mut self) -> Result<(), String> {
        match self.any() {
            None => Ok(()),
            Some(word) => Err(format!("`{word}` is not understood here")),
        }
    }
}
