//! A comparison to bytes.
