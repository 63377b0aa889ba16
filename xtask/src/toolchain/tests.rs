//! The environment of each kind of build.

use super::*;
use std::collections::HashMap;

const RUSTFLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";
const SHIPPED: Toolchain = Toolchain {
    system: false,
    compiled: true,
    source: false,
};
const FULL: Toolchain = Toolchain {
    system: false,
    compiled: true,
    source: true,
};
const DEBIAN: Toolchain = Toolchain {
    system: true,
    compiled: false,
    source: true,
};

/// The environment changes of a command; `None` is a removed variable.
fn changes(command: &Command) -> HashMap<String, Option<String>> {
    let text = |value: &std::ffi::OsStr| value.to_string_lossy().into_owned();
    command
        .get_envs()
        .map(|(name, value)| (text(name), value.map(text)))
        .collect()
}

fn trunk(toolchain: Toolchain, build: Build) -> HashMap<String, Option<String>> {
    changes(&toolchain.trunk(build, Path::new("trunk"), &["/cache/bin".into()]))
}

#[test]
fn every_release_is_built_small_where_there_is_source() {
    for toolchain in [FULL, DEBIAN] {
        let release = trunk(toolchain, Build::Release);
        assert!(release["CARGO_UNSTABLE_BUILD_STD"].is_some());
        assert!(
            release[RUSTFLAGS]
                .as_ref()
                .unwrap()
                .contains("immediate-abort")
        );
    }
    assert!(!trunk(SHIPPED, Build::Release).contains_key(RUSTFLAGS));
}

#[test]
fn development_uses_the_compiled_library_where_there_is_one() {
    assert_eq!(
        trunk(FULL, Build::Development)["CARGO_UNSTABLE_BUILD_STD"],
        None
    );
    let source = trunk(DEBIAN, Build::Development);
    assert!(source["CARGO_UNSTABLE_BUILD_STD"].is_some());
    assert!(!source.contains_key(RUSTFLAGS));
}

#[test]
fn native_builds_do_not_see_how_the_wasm_is_built() {
    let native = changes(&FULL.cargo());
    let hooks = std::fs::read_to_string(env::root().join("Trunk.toml")).unwrap();
    let hooks: Vec<&str> = hooks
        .lines()
        .filter(|line| line.starts_with("command_arguments"))
        .collect();
    assert_eq!(hooks.len(), 2);
    let release = trunk(FULL, Build::Release).into_iter();
    let only_wasm: Vec<String> = release
        .filter(|(name, value)| value.is_some() && name != RUSTFLAGS)
        .map(|(name, _)| name)
        .filter(|name| name.starts_with("CARGO") || name.starts_with("RUSTC"))
        .collect();
    assert_eq!(only_wasm.len(), 3, "{only_wasm:?}");
    for name in only_wasm {
        assert_eq!(native[&name], None, "{name}");
        let unset = format!("\"-u\", \"{name}\"");
        assert!(hooks.iter().all(|hook| hook.contains(&unset)), "{name}");
    }
}

#[test]
fn rustup_chooses_on_the_path_and_does_not_overrule_usr_bin() {
    assert!(!changes(&FULL.cargo()).contains_key("RUSTUP_TOOLCHAIN"));
    let system = changes(&DEBIAN.cargo());
    assert_eq!(system["RUSTUP_TOOLCHAIN"], None);
    assert!(system["PATH"].as_ref().unwrap().starts_with("/usr/bin:"));
    let trunk = trunk(DEBIAN, Build::Release);
    assert!(
        trunk["PATH"]
            .as_ref()
            .unwrap()
            .starts_with("/cache/bin:/usr/bin:")
    );
}

#[test]
fn an_older_rust_is_not_used() {
    assert!(is_new_enough("rustc 1.100.0 (30a34c682 2026-05-25)"));
    assert!(!is_new_enough("rustc 1.85.0 (4d91de4e4 2025-02-17)"));
    assert!(!is_new_enough(""));
}

#[test]
fn what_to_install_by_hand_is_named() {
    let message = nothing_left().to_string();
    assert!(message.contains("`rustup target add wasm32-unknown-unknown`"));
    assert!(message.contains("`apt-get install rustc-web cargo-web rust-web-src rust-web-llvm`"));
}
