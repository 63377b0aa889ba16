//! Tests that only Chromium supports: layout shifts, transitions between pages,
//! steps without a load,
//! an emulated phone, locales and time zones. Also tests in which engines do
//! not differ, such as axe's rules and the sizes of targets. All
//! other tests are in `tests/pages/` and `tests/system_settings/`.

mod axe;
mod axe_states;
mod leaving;
mod phone;
mod places;
mod reflow;
mod shift;
mod spoken;
mod states;
mod stepping;
mod targets;
