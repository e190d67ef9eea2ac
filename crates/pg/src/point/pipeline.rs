//! Many requests on one connection: each is a group of messages that ends in `Sync`, and its answers end in
//! `ReadyForQuery`. Pure: bytes in, bytes and answers out.

use std::collections::{HashMap, VecDeque};
use std::io;

use bytes::{BufMut, Bytes, BytesMut};
use postgres_protocol::message::backend::Message;
use postgres_protocol::message::frontend;

use super::PointRow;
use crate::Error;
use crate::error::Report;

/// Rows of an answer, at most.
pub(super) const MAX_ROWS: usize = 1000;
/// Statements kept prepared on a connection; the oldest makes room.
const STATEMENTS: usize = 256;
/// The name of [`SET_SCOPE`] on each connection.
const SCOPE: &str = "scope";
/// What a policy or a view may ask for. The role comes last: what precedes it is set by the connection's own role.
const SET_SCOPE: &str = "select set_config('app.tenant', $1, true), set_config('app.user', $2, true), \
     set_config('app.actor', $3, true), set_config('role', $4, true)";
/// How many settings that is.
const SETTINGS: u16 = 4;

/// Values as they go into a `Bind`: text format, each after its length.
#[derive(Default)]
pub(super) struct Values {
    count: u16,
    bytes: BytesMut,
}

impl Values {
    /// Adds a value.
    pub(super) fn push(&mut self, value: Option<&str>) -> Result<(), Error> {
        self.count = self.count.checked_add(1).ok_or_else(|| Error::Driver("too many parameters".into()))?;
        match value {
            None => self.bytes.put_i32(-1),
            Some(text) => {
                let length = i32::try_from(text.len());
                self.bytes.put_i32(length.map_err(|_| Error::Driver("a parameter is too long".into()))?);
                self.bytes.put_slice(text.as_bytes());
            }
        }
        Ok(())
    }
}

/// One statement to run in one scope.
pub(super) struct Request {
    pub(super) sql: String,
    /// The values of [`SET_SCOPE`].
    pub(super) scope: Values,
    pub(super) params: Values,
}

/// How a request ended.
pub(super) enum Answer {
    /// Its rows, or what the server said.
    Done(Result<Vec<PointRow>, Error>),
    /// The statement as it was prepared no longer fits the schema. It is forgotten; a second try prepares it anew.
    Stale(Error),
}

/// The state of one connection.
#[derive(Default)]
pub(super) struct Pipeline {
    /// Bytes to send.
    pub(super) output: BytesMut,
    waiting: VecDeque<Waiting>,
    statements: HashMap<String, Prepared>,
    /// The keys of `statements`, oldest first.
    ages: VecDeque<String>,
    numbered: u64,
    /// Names to be closed with the next request.
    discarded: Vec<String>,
}

struct Prepared {
    name: String,
    /// Whether the server has said so. Until then, nobody but the request that prepares it may rely on it.
    known: bool,
}

/// A request whose answer is not complete.
struct Waiting {
    sql: String,
    prepares: bool,
    bound: u8,
    rows: Vec<PointRow>,
    too_large: bool,
    error: Option<Report>,
}

impl Pipeline {
    /// Prepares the statement that every request begins with. Its answer comes first.
    pub(super) fn new() -> io::Result<Self> {
        let mut new = Self::default();
        frontend::parse(SCOPE, SET_SCOPE, [], &mut new.output)?;
        frontend::sync(&mut new.output);
        new.waiting.push_back(Waiting::new(String::new(), false));
        Ok(new)
    }

    /// How many requests wait for their answers.
    pub(super) fn len(&self) -> usize {
        self.waiting.len()
    }

    /// Adds a request; answers come in the order of the requests.
    pub(super) fn push(&mut self, request: Request) -> io::Result<()> {
        let Request { sql, scope, params } = request;
        debug_assert_eq!(scope.count, SETTINGS);
        for name in self.discarded.drain(..) {
            frontend::close(b'S', &name, &mut self.output)?;
        }
        let mut prepares = false;
        let name = match self.statements.get(&sql) {
            Some(prepared) if prepared.known => prepared.name.clone(),
            Some(_) => {
                // Another request is preparing it and may fail to; this one stands on its own feet.
                frontend::parse("", &sql, [], &mut self.output)?;
                String::new()
            }
            None => {
                prepares = true;
                let name = self.remember(&sql)?;
                frontend::parse(&name, &sql, [], &mut self.output)?;
                name
            }
        };
        bind(SCOPE, &scope, &mut self.output);
        frontend::execute("", 0, &mut self.output)?;
        bind(&name, &params, &mut self.output);
        // One more than allowed shows that there are more.
        frontend::execute("", MAX_ROWS as i32 + 1, &mut self.output)?;
        frontend::sync(&mut self.output);
        self.waiting.push_back(Waiting::new(sql, prepares));
        Ok(())
    }

    fn remember(&mut self, sql: &str) -> io::Result<String> {
        if self.ages.len() >= STATEMENTS
            && let Some(oldest) = self.ages.pop_front()
            && let Some(prepared) = self.statements.remove(&oldest)
        {
            frontend::close(b'S', &prepared.name, &mut self.output)?;
        }
        self.numbered += 1;
        let name = format!("s{}", self.numbered);
        self.statements.insert(sql.to_owned(), Prepared { name: name.clone(), known: false });
        self.ages.push_back(sql.to_owned());
        Ok(name)
    }

    fn forget(&mut self, sql: &str) -> Option<Prepared> {
        self.ages.retain(|other| other != sql);
        self.statements.remove(sql)
    }

    /// Takes in one message of the server; the answer of the oldest request, if that completes it.
    pub(super) fn take(&mut self, message: Message) -> Result<Option<Answer>, Error> {
        let Some(current) = self.waiting.front_mut() else {
            return match message {
                Message::ErrorResponse(body) => Err(Report::from_message(&body).into()),
                Message::ParameterStatus(_) | Message::NoticeResponse(_) => Ok(None),
                _ => Err(Error::Driver("the server answers what nobody asked".into())),
            };
        };
        match message {
            Message::ParseComplete => {
                if current.prepares
                    && let Some(prepared) = self.statements.get_mut(&current.sql)
                {
                    prepared.known = true;
                }
            }
            // What came before belongs to the settings. Without this, a statement without rows would be answered
            // with their values.
            Message::BindComplete => {
                current.bound += 1;
                current.rows.clear();
            }
            Message::DataRow(body) if current.bound < 2 => drop(body),
            Message::DataRow(body) => {
                if current.rows.len() < MAX_ROWS {
                    current.rows.push(PointRow { body });
                } else {
                    current.too_large = true;
                }
            }
            Message::ErrorResponse(body) => current.error = Some(Report::from_message(&body)),
            Message::ReadyForQuery(_) => return Ok(self.waiting.pop_front().map(|done| self.finish(done))),
            _ => {}
        }
        Ok(None)
    }

    fn finish(&mut self, done: Waiting) -> Answer {
        let Some(report) = done.error else {
            let rows = if done.too_large { Err(Error::TooLarge { limit: MAX_ROWS }) } else { Ok(done.rows) };
            return Answer::Done(rows);
        };
        if done.prepares && self.statements.get(&done.sql).is_some_and(|prepared| !prepared.known) {
            self.forget(&done.sql);
        }
        // "cached plan must not change result type" and "prepared statement does not exist": the schema changed.
        if matches!(report.code(), "0A000" | "26000") {
            if let Some(prepared) = self.forget(&done.sql) {
                self.discarded.push(prepared.name);
            }
            return Answer::Stale(report.into());
        }
        Answer::Done(Err(report.into()))
    }
}

impl Waiting {
    fn new(sql: String, prepares: bool) -> Self {
        Self { sql, prepares, bound: 0, rows: Vec::new(), too_large: false, error: None }
    }
}

/// A `Bind` of the unnamed portal: values in text format, results in text format.
fn bind(statement: &str, values: &Values, output: &mut BytesMut) {
    output.put_u8(b'B');
    let length = 4 + 1 + statement.len() + 1 + 2 + 2 + values.bytes.len() + 2;
    // Values are at most some megabytes: bodies of requests are bounded long before they come here.
    output.put_i32(i32::try_from(length).unwrap_or(i32::MAX));
    output.put_u8(0);
    output.put_slice(statement.as_bytes());
    output.put_u8(0);
    output.put_u16(0);
    output.put_u16(values.count);
    output.put_slice(&values.bytes);
    output.put_u16(0);
}

/// Splits the next message off what the server sent, if it is whole.
pub(super) fn next_message(input: &mut BytesMut) -> Result<Option<Message>, Error> {
    Message::parse(input).map_err(|error| Error::Driver(format!("not a message of PostgreSQL: {error}")))
}

impl PointRow {
    /// The bytes of column `index`; `None` for null and beyond the last column.
    pub fn column(&self, index: usize) -> Option<Bytes> {
        use fallible_iterator::FallibleIterator;

        let range = self.body.ranges().nth(index).ok()???;
        Some(self.body.buffer_bytes().slice(range))
    }
}
