//! Content-addressed objects and resumable uploads.
