//! The headers for common hosts say what the page's own policy says, and nothing drifts apart.

#![expect(clippy::unwrap_used, reason = "a test may give up")]

use std::fs;
use std::path::Path;

/// What goes to hosts, and what tells of it.
const FILES: [&str; 4] = ["deploy/_headers", "deploy/nginx.conf", "deploy/apache.htaccess", "docs/hosting.md"];

/// What a policy in the page itself cannot say.
const HEADER_ONLY: &str = "; frame-ancestors 'none'";

/// The other headers, each with its value.
const HEADERS: [(&str, &str); 5] = [
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
];

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// The policy in `index.html`.
fn policy() -> String {
    let page = read("index.html");
    let (_, rest) = page.split_once("<meta http-equiv=\"Content-Security-Policy\" content=\"").unwrap();
    rest.split_once('"').unwrap().0.to_owned()
}

#[test]
fn the_page_asks_nobody_else_and_makes_no_code() {
    let policy = policy();
    let part = |name: &str| {
        let mut parts = policy.split("; ").filter_map(|part| part.split_once(' '));
        parts.find(|(found, _)| *found == name).map(|(_, sources)| sources.to_owned()).unwrap_or_default()
    };
    assert_eq!(part("default-src"), "'none'");
    assert_eq!(part("script-src"), "'self' 'wasm-unsafe-eval'");
    for name in ["style-src", "font-src", "connect-src", "worker-src", "manifest-src"] {
        assert_eq!(part(name), "'self'", "{name}");
    }
    assert_eq!((part("require-trusted-types-for"), part("trusted-types")), ("'script'".into(), "hashiya".into()));
    assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'") && !policy.contains("http"));
}

#[test]
fn hosts_send_the_policy_of_the_page() {
    let policy = format!("{}{HEADER_ONLY}", policy());
    for file in FILES {
        let text = read(file);
        let policies = text.matches("default-src 'none'").count();
        assert_eq!((policies, text.matches(&policy).count()), (1, 1), "{file} has the policy `{policy}` and no other one");
        for (name, value) in HEADERS {
            let line = text.lines().find(|line| line.contains(name)).unwrap_or_else(|| panic!("{file} has {name}"));
            assert!(line.contains(value), "{file}: {line}");
        }
    }
}
