//! Brotli, behind a function that is generic in nothing.
//!
//! The encoder is generic in what it reads, writes and allocates with, so it is
//! compiled where it is called, with the caller's profile: in the publisher,
//! which is built without optimisation, a page took three and a half times as
//! long. Here it is compiled once, with this package's profile. Called by
//! `publish::compress` alone.

use std::io;

use brotli::enc::BrotliEncoderParams;

/// The same bytes, compressed; `quality` goes from 0 to 11.
///
/// # Errors
/// Where there is no memory.
pub fn brotli(bytes: &[u8], quality: i32) -> io::Result<Vec<u8>> {
    let params = BrotliEncoderParams {
        quality,
        size_hint: bytes.len(),
        ..BrotliEncoderParams::default()
    };
    let mut smaller = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut smaller, &params)?;
    Ok(smaller)
}
