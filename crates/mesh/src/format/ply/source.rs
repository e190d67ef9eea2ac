//! The numbers of a PLY's rows, from text or binary.

use super::header::Scalar;
use crate::format::error::{Problem, ReadError};
use crate::format::text::Text;

/// Where the numbers of the rows come from.
pub(super) trait Source {
    fn float(&mut self, scalar: Scalar) -> Result<f32, ReadError>;
    fn integer(&mut self, scalar: Scalar) -> Result<i64, ReadError>;
    fn left(&self) -> usize;
    fn fail(&self, problem: Problem) -> ReadError;
}

impl Source for Text<'_> {
    fn float(&mut self, _: Scalar) -> Result<f32, ReadError> {
        self.skip_space();
        self.float_here()
    }

    fn integer(&mut self, _: Scalar) -> Result<i64, ReadError> {
        self.skip_space();
        let value = self.integer_here()?;
        self.expect_space()?;
        Ok(value)
    }

    fn left(&self) -> usize {
        Text::left(self)
    }

    fn fail(&self, problem: Problem) -> ReadError {
        Text::fail(self, problem)
    }
}

/// A cursor over binary rows.
pub(super) struct Binary<'a, const BIG: bool> {
    pub(super) bytes: &'a [u8],
    pub(super) at: usize,
}

impl<const BIG: bool> Binary<'_, BIG> {
    /// The next `N` bytes, low byte first.
    fn take<const N: usize>(&mut self) -> Result<[u8; N], ReadError> {
        let left = self.left() as u64;
        let Some(raw) = self.bytes.get(self.at..).and_then(<[u8]>::first_chunk::<N>) else {
            return Err(self.fail(Problem::Truncated { what: "a row of data", needed: N as u64, left }));
        };
        let mut raw = *raw;
        self.at += N;
        if BIG {
            raw.reverse();
        }
        Ok(raw)
    }
}

impl<const BIG: bool> Source for Binary<'_, BIG> {
    fn float(&mut self, scalar: Scalar) -> Result<f32, ReadError> {
        match scalar {
            Scalar::F32 => self.take().map(f32::from_le_bytes),
            Scalar::F64 => self.take().map(|raw| f64::from_le_bytes(raw) as f32),
            _ => self.integer(scalar).map(|value| value as f32),
        }
    }

    fn integer(&mut self, scalar: Scalar) -> Result<i64, ReadError> {
        match scalar {
            Scalar::I8 => self.take().map(|raw| i8::from_le_bytes(raw).into()),
            Scalar::U8 => self.take().map(|raw| u8::from_le_bytes(raw).into()),
            Scalar::I16 => self.take().map(|raw| i16::from_le_bytes(raw).into()),
            Scalar::U16 => self.take().map(|raw| u16::from_le_bytes(raw).into()),
            Scalar::I32 => self.take().map(|raw| i32::from_le_bytes(raw).into()),
            Scalar::U32 => self.take().map(|raw| u32::from_le_bytes(raw).into()),
            Scalar::F32 | Scalar::F64 => self.float(scalar).map(|value| value as i64),
        }
    }

    fn left(&self) -> usize {
        self.bytes.len() - self.at
    }

    fn fail(&self, problem: Problem) -> ReadError {
        problem.at_byte(self.at)
    }
}
