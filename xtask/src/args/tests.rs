//! Command lines, and the tasks or errors they parse to.

use super::*;

fn parsed(line: &str) -> Result<Task, Failure> {
    let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
    parse(&words)
}

#[test]
fn no_word_at_all_asks_for_help() {
    assert_eq!(parsed(""), Ok(Task::Help));
    assert_eq!(parsed("serve --help"), Ok(Task::Help));
}

#[test]
fn a_port_is_given_with_a_space_or_an_equals_sign() {
    let port = Ok(Task::Serve { port: Some(9000) });
    assert_eq!(parsed("serve --port 9000"), port);
    assert_eq!(parsed("serve --port=9000"), port);
    assert_eq!(parsed("serve"), Ok(Task::Serve { port: None }));
}

#[test]
fn a_build_may_be_that_of_another_day() {
    let today = Some("2026-12-01".to_owned());
    assert_eq!(parsed("build"), Ok(Task::Build { today: None }));
    for line in ["build --today 2026-12-01", "build --today=2026-12-01"] {
        let today = today.clone();
        assert_eq!(parsed(line), Ok(Task::Build { today }));
    }
    let message = parsed("build --today").unwrap_err().to_string();
    assert!(message.contains("`build` does not understand `--today`"));
}

#[test]
fn what_is_not_a_port_is_named() {
    for word in ["0", "70000", "http"] {
        let message = parsed(&format!("serve --port {word}"))
            .unwrap_err()
            .to_string();
        assert!(message.contains(&format!("`{word}` is not a port")));
    }
}

#[test]
fn a_port_option_without_a_port_is_refused() {
    let message = parsed("serve --port").unwrap_err().to_string();
    assert!(message.contains("`serve` does not understand `--port`"));
}

#[test]
fn an_unknown_check_is_answered_with_the_checks_there_are() {
    let message = parsed("test format colour").unwrap_err().to_string();
    assert!(message.contains("no check `colour`"));
    assert!(message.contains("browser"));
}

#[test]
fn the_tests_can_run_in_one_browser_alone() {
    let firefox = || {
        let checks = Choice::Named(vec!["browser".to_owned()]);
        let engines = vec!["firefox"];
        Ok(Task::Test { checks, engines })
    };
    assert_eq!(parsed("test browser --browser firefox"), firefox());
    assert_eq!(parsed("test --browser=firefox browser"), firefox());
    let engines = programs::engine_names();
    let checks = Choice::All;
    assert_eq!(parsed("test"), Ok(Task::Test { checks, engines }));
    let message = parsed("test --browser").unwrap_err().to_string();
    assert!(message.contains("no browser ``"));
}

#[test]
fn a_quick_run_is_a_choice_of_checks() {
    let engines = programs::engine_names();
    let checks = Choice::Quick;
    assert_eq!(parsed("test --quick"), Ok(Task::Test { checks, engines }));
    let message = parsed("test --quick format").unwrap_err().to_string();
    assert!(message.contains("Give either"));
}

#[test]
fn a_bench_can_be_run_alone_and_all_without_a_name() {
    let benches = vec!["filter".to_owned()];
    assert_eq!(parsed("bench filter"), Ok(Task::Bench { benches }));
    assert_eq!(parsed("bench"), Ok(Task::Bench { benches: vec![] }));
}

#[test]
fn an_unknown_bench_is_answered_with_the_benches_there_are() {
    let message = parsed("bench filter lunch").unwrap_err().to_string();
    assert!(message.contains("no bench `lunch`"));
    assert!(message.contains("keystrokes"));
}

#[test]
fn size_takes_its_options_in_any_order_and_no_other() {
    let (record, crates) = (true, true);
    let size = Ok(Task::Size { record, crates });
    assert_eq!(parsed("size --crates --record"), size);
    let message = parsed("size --all").unwrap_err().to_string();
    assert!(message.contains("does not understand `--all`"));
}

#[test]
fn the_arguments_of_new_and_import_are_left_to_the_publisher() {
    let words = vec![
        "import".to_owned(),
        "a.txt".to_owned(),
        "--force".to_owned(),
    ];
    assert_eq!(parsed("import a.txt --force"), Ok(Task::Write { words }));
    assert!(
        parsed("new")
            .unwrap_err()
            .to_string()
            .contains("needs a name")
    );
    assert_eq!(parsed("new --help"), Ok(Task::Help));
}

#[test]
fn an_unknown_command_is_named() {
    let message = parsed("deploy").unwrap_err().to_string();
    assert!(message.contains("no command `deploy`"));
}
