//! Brotli, behind a function that is generic in nothing.
//!
//! The encoder is generic in what it reads, writes and allocates with, so it is
//! compiled where it is called, with the caller's profile: in the publisher,
//! which is built without optimisation, a page took three and a half times as
//! long. Here it is compiled once, with this package's profile. Called by
//! `publish::compress` alone.

use std::io;

use brotli::enc::{BrotliEncoderParams, backward_references::BrotliEncoderMode};

/// Changes when the same bytes are compressed otherwise, for caches.
pub const VERSION: u32 = 2;

/// The first bytes of a wasm.
const WASM: &[u8] = b"\0asm";

/// The encoder's smallest and largest window, in bits.
const SMALLEST_WINDOW: u32 = 16;
const LARGEST_WINDOW: u32 = 22;

/// The same bytes, compressed; `quality` goes from 0 to 11.
///
/// A wasm becomes 1.6 % smaller if the encoder predicts each byte from the high
/// bits of the one before, a page of 70 KB 0.3 % if the window is no larger than
/// the file.
///
/// # Errors
/// Where there is no memory.
pub fn brotli(bytes: &[u8], quality: i32) -> io::Result<Vec<u8>> {
    let mode = match bytes.starts_with(WASM) {
        true => BrotliEncoderMode::BROTLI_FORCE_MSB_PRIOR,
        false => BrotliEncoderMode::BROTLI_MODE_GENERIC,
    };
    let window = bytes
        .len()
        .max(1)
        .ilog2()
        .clamp(SMALLEST_WINDOW, LARGEST_WINDOW);
    let params = BrotliEncoderParams {
        quality,
        mode,
        lgwin: window as i32,
        size_hint: bytes.len(),
        ..BrotliEncoderParams::default()
    };
    let mut smaller = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut smaller, &params)?;
    Ok(smaller)
}
