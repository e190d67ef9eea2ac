//! Trying rows: all of a batch at once, and one by one where that is refused.

use std::slice;

use job::{Failure, Stop};
use pg::Tx;
use resource::sql::Statement;
use resource::{Catalog, Fields};

use super::file::{Batch, Fault, Refusal};
use super::person::Person;
use crate::Error;

/// What rows are tried with.
pub(super) struct Trial<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) resource: &'a str,
    pub(super) person: &'a Person,
}

impl Trial<'_> {
    /// Writes the rows in the transaction of `tx`, whose scope is the person's; why those were refused that are not in it
    /// afterwards.
    pub(super) async fn run(&self, tx: &Tx, batch: Batch) -> Result<Vec<Refusal>, Stop> {
        let Batch { mut numbers, mut rows, mut refused, .. } = batch;
        if self.plan(&rows).is_err() {
            (numbers, rows) = self.sort_out(numbers, rows, &mut refused)?;
        }
        if !rows.is_empty() && self.attempt(tx, &rows).await?.is_some() {
            for (number, row) in numbers.into_iter().zip(&rows) {
                let fault = self.attempt(tx, slice::from_ref(row)).await?;
                refused.extend(fault.map(|fault| fault.of_row(number)));
            }
        }
        refused.sort_by_key(|refusal| refusal.row_number);
        Ok(refused)
    }

    fn plan(&self, rows: &[Fields]) -> Result<Statement<'static>, resource::Error> {
        resource::rows(self.catalog, &|resource, verb| self.person.may(resource, verb), self.resource, rows)
    }

    /// Keeps the rows that have a meaning.
    fn sort_out(
        &self,
        numbers: Vec<u64>,
        rows: Vec<Fields>,
        refused: &mut Vec<Refusal>,
    ) -> Result<(Vec<u64>, Vec<Fields>), Stop> {
        let mut sound = (Vec::with_capacity(numbers.len()), Vec::with_capacity(rows.len()));
        for (number, row) in numbers.into_iter().zip(rows) {
            match self.plan(slice::from_ref(&row)) {
                Ok(_) => {
                    sound.0.push(number);
                    sound.1.push(row);
                }
                Err(error) => refused.push(fault_of(error)?.of_row(number)),
            }
        }
        Ok(sound)
    }

    /// Writes rows, or none of them and says why.
    async fn attempt(&self, tx: &Tx, rows: &[Fields]) -> Result<Option<Fault>, Stop> {
        let statement = self.plan(rows).map_err(|error| {
            Failure::lasting("defect", format!("Rows that were sound one by one are not together: {error}"))
        })?;
        let savepoint = tx.savepoint().await?;
        match resource::execute(tx, &statement).await {
            Ok(()) => {
                savepoint.release().await?;
                Ok(None)
            }
            Err(error) => {
                let fault = fault_of(error)?;
                savepoint.rollback().await?;
                Ok(Some(fault))
            }
        }
    }
}

/// What is wrong with a row, as a POST of it would hear it. Where it is not the row's fault, the attempt ends.
pub(super) fn fault_of(error: resource::Error) -> Result<Fault, Stop> {
    match error {
        resource::Error::Refused { code, field, hint, .. } => Ok(Fault::new(code, &field, hint)),
        resource::Error::Database(
            error @ (pg::Error::Constraint { .. }
            | pg::Error::Permission { .. }
            | pg::Error::RowSecurity { .. }
            | pg::Error::InvalidValue { .. }
            | pg::Error::Raised { .. }),
        ) => {
            let error = Error::from(error);
            Ok(Fault::new(error.code(), error.field().unwrap_or_default(), error.detail()))
        }
        resource::Error::Database(error) => Err(error.into()),
    }
}
