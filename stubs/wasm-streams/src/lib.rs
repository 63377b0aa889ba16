//! Replaces the crate of this name.
//!
//! Leptos always brings its server functions along, and these the streams of
//! `wasm-streams`, whose classes are exported to JavaScript: so no linker drops
//! them, although a site of static files has no server to stream from. Here are
//! the four functions that `server_fn` names, and nothing behind them.

use std::{
    pin::Pin,
    task::{Context, Poll},
};

use futures_core::Stream;
use wasm_bindgen::JsValue;

/// A stream of the browser's own.
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// # Panics
    /// Always: nothing on this site is sent to a server.
    pub fn from_stream<S>(_: S) -> Self
    where
        S: Stream<Item = Result<JsValue, JsValue>> + 'static,
    {
        unreachable!("a site of static files has no server functions")
    }

    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    pub fn into_stream(self) -> Nothing {
        Nothing
    }
}

/// A stream that is at its end.
pub struct Nothing;

impl Stream for Nothing {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(None)
    }
}
