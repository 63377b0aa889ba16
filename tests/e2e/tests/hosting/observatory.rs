//! The grades that MDN's HTTP Observatory gives the recipes over HTTPS, with a
//! certificate that it is told to trust.

use std::process::Command;

use e2e::{
    Deployed,
    host::{Host, KINDS, Kind, Scheme},
    settings,
};
use serde_json::Value;

#[test]
fn both_recipes_get_the_best_grade_over_https() {
    let site = Deployed::empty();
    site.copy_all(&settings::dist(), "");
    for kind in KINDS {
        let host = Host::start_as(kind, site.path(), Scheme::Https);
        let report = scanned(&host, kind);
        let scan = &report["scan"];
        println!("{kind:?}: {}, {} points", scan["grade"], scan["score"]);
        assert_eq!(scan["grade"], "A+", "{kind:?}: {report:#}");
        assert_eq!(scan["testsFailed"], 0, "{kind:?}: {report:#}");
        assert_eq!(
            scan["responseHeaders"]["strict-transport-security"],
            "max-age=63072000"
        );
        let redirection = &report["tests"]["redirection"]["result"];
        assert_eq!(redirection, "redirection-to-https", "{kind:?}");
    }
}

fn scanned(host: &Host, kind: Kind) -> Value {
    let mut node = Command::new("node");
    node.arg(settings::observatory()).arg(host.name());
    node.env("NODE_EXTRA_CA_CERTS", host.certificate());
    let scan = node
        .output()
        .expect("Node.js is installed: `cargo xtask test` does that");
    let report = String::from_utf8_lossy(&scan.stdout).into_owned();
    serde_json::from_str(&report).unwrap_or_else(|error| panic!("{kind:?}: {error}: {scan:?}"))
}
