//! A password from whoever starts the program.

use std::io::{BufRead, IsTerminal, Write};

use anyhow::{Context, bail};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use rustix::termios::{LocalModes, OptionalActions, Termios, tcgetattr, tcsetattr};

use crate::identity::password::{LONGEST, SHORTEST};

/// Asks for a password twice, unseen; where standard input is no terminal, takes its first line.
///
/// # Errors
/// What is wrong with it, for people: too short, too long, not twice the same.
pub(super) fn read() -> anyhow::Result<String> {
    let password = if std::io::stdin().is_terminal() {
        let first = ask("Password: ")?;
        if first != ask("Once more: ")? {
            bail!("that was not the same twice");
        }
        first
    } else {
        line()?
    };
    if password.chars().count() < SHORTEST || password.len() > LONGEST {
        bail!(
            "a password has at least {SHORTEST} characters and at most {LONGEST} bytes; \
             give it on standard input or use --generate-password"
        );
    }
    Ok(password)
}

/// A password of 120 random bits.
pub(super) fn generate() -> String {
    BASE64_URL_SAFE_NO_PAD.encode(rand::random::<[u8; 15]>())
}

fn ask(question: &str) -> anyhow::Result<String> {
    let mut screen = std::io::stderr();
    write!(screen, "{question}")?;
    screen.flush()?;
    let unseen = Unseen::begin()?;
    let line = line();
    drop(unseen);
    writeln!(screen)?;
    line
}

fn line() -> anyhow::Result<String> {
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line).context("reading the password")?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

/// For as long as it lives, what is typed is not shown.
struct Unseen(Termios);

impl Unseen {
    fn begin() -> anyhow::Result<Self> {
        let before = tcgetattr(std::io::stdin()).context("the terminal")?;
        let mut unseen = before.clone();
        unseen.local_modes.remove(LocalModes::ECHO);
        tcsetattr(std::io::stdin(), OptionalActions::Flush, &unseen).context("the terminal")?;
        Ok(Self(before))
    }
}

impl Drop for Unseen {
    fn drop(&mut self) {
        // A terminal that is gone shows nothing either.
        let _ = tcsetattr(std::io::stdin(), OptionalActions::Now, &self.0);
    }
}
