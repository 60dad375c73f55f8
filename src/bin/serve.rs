//! A static server for `dist/`, for one's own machine: the page as a good host would send it.
//!
//! `serve [--dir dist] [--port 8080]`. The first line on standard output is the address. Without a port that was
//! asked for it takes 8080 or the next free one; port 0 takes any. A file that has a `.br` or `.gz` beside it is sent
//! compressed to a browser that takes it.

use std::convert::Infallible;
use std::fs;
use std::io::Write as _;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::UNIX_EPOCH;

use http_body_util::Full;
use hyper::body::Bytes;
use hyper::header::{self, HeaderName};
use hyper::{Method, Request, Response, StatusCode, service::service_fn};
use hyper_util::rt::TokioIo;

/// The port tried first when none is asked for, and how many after it.
const PORTS: std::ops::Range<u16> = 8080..8100;

fn main() -> ExitCode {
    match serve() {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("serve: {why}");
            ExitCode::FAILURE
        }
    }
}

fn serve() -> Result<(), String> {
    let (dir, port) = arguments(std::env::args().skip(1))?;
    if !dir.join("index.html").is_file() {
        return Err(format!("{} has no index.html: `make build` makes it", dir.display()));
    }
    let listener = listen(port)?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    println!("http://{address}");
    let _ = std::io::stdout().flush();
    eprintln!("Open this address in a browser. Ctrl+C stops the server.");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build();
    runtime.and_then(|runtime| runtime.block_on(run(listener, dir.into()))).map_err(|error| error.to_string())
}

async fn run(listener: TcpListener, dir: Arc<Path>) -> std::io::Result<()> {
    listener.set_nonblocking(true)?;
    let listener = tokio::net::TcpListener::from_std(listener)?;
    loop {
        // A connection that breaks before it begins must not end the server.
        let Ok((stream, _)) = listener.accept().await else { continue };
        let _ = stream.set_nodelay(true);
        let dir = Arc::clone(&dir);
        let service = service_fn(move |request| std::future::ready(Ok::<_, Infallible>(answer(&request, &dir))));
        // A browser that goes away in the middle is no failure of ours.
        let connection = hyper::server::conn::http1::Builder::new().serve_connection(TokioIo::new(stream), service);
        tokio::spawn(async move { connection.await.unwrap_or_default() });
    }
}

fn arguments(mut given: impl Iterator<Item = String>) -> Result<(PathBuf, Option<u16>), String> {
    let usage = "usage: serve [--dir dist] [--port 8080]";
    let (mut dir, mut port) = (PathBuf::from("dist"), None);
    while let Some(name) = given.next() {
        let value = given.next().ok_or(usage)?;
        match name.as_str() {
            "--dir" => dir = PathBuf::from(value),
            "--port" => port = Some(value.parse().map_err(|_| format!("{value} is not a port"))?),
            _ => return Err(usage.to_owned()),
        }
    }
    Ok((dir, port))
}

fn listen(asked: Option<u16>) -> Result<TcpListener, String> {
    let open = |port: u16| TcpListener::bind(("127.0.0.1", port));
    if let Some(port) = asked {
        return open(port).map_err(|error| format!("port {port}: {error}"));
    }
    for port in PORTS {
        if let Ok(listener) = open(port) {
            return Ok(listener);
        }
        eprintln!("Port {port} is taken; trying {}.", port + 1);
    }
    Err(format!("ports {PORTS:?} are all taken: name one with --port"))
}

/// A file as it goes over the wire.
struct File {
    kind: String,
    etag: String,
    immutable: bool,
    coding: Option<&'static str>,
    body: Bytes,
}

impl File {
    /// Reads a file, or the one beside it in a coding that is taken. `None` where there is none.
    fn read(path: &Path, takes: impl Fn(&str) -> bool) -> Option<Self> {
        let facts = fs::metadata(path).ok().filter(fs::Metadata::is_file)?;
        let packed = |coding: &'static str, extension: &str| {
            let mut beside = path.as_os_str().to_owned();
            beside.push(extension);
            takes(coding).then(|| fs::read(beside).ok()).flatten().map(|body| (Some(coding), body))
        };
        let (coding, body) =
            packed("br", ".br").or_else(|| packed("gzip", ".gz")).or_else(|| Some((None, fs::read(path).ok()?)))?;
        let kind = mime_guess::from_path(path).first_or_octet_stream();
        let text = kind.type_() == "text" || matches!(kind.subtype().as_str(), "javascript" | "json");
        let age = facts.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
        Some(Self {
            kind: if text { format!("{kind}; charset=utf-8") } else { kind.to_string() },
            etag: format!("\"{:x}-{:x}\"", facts.len(), age.as_nanos()),
            immutable: immutable(&path.file_name()?.to_string_lossy()),
            coding,
            body: body.into(),
        })
    }
}

/// Whether a file's name holds the hash of its content: twelve to sixteen hexadecimal digits, since Trunk drops zeros.
fn immutable(name: &str) -> bool {
    name.split(['-', '.', '_']).any(|part| (12..=16).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

fn answer<B>(request: &Request<B>, dir: &Path) -> Response<Full<Bytes>> {
    let empty = |status| with(Response::builder().status(status), Bytes::new());
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return empty(StatusCode::METHOD_NOT_ALLOWED);
    }
    let path = request.uri().path();
    // No part of a path may lead out of the folder, or to what is hidden in it.
    if path.split('/').any(|part| part.starts_with('.') || part.contains(['\\', ':', '%'])) {
        return empty(StatusCode::NOT_FOUND);
    }
    let place = dir.join(path.trim_start_matches('/'));
    if !path.ends_with('/') && place.is_dir() {
        let there = Response::builder().status(StatusCode::MOVED_PERMANENTLY);
        return with(there.header(header::LOCATION, format!("{path}/")), Bytes::new());
    }
    let asked = |name: HeaderName| request.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let codings = asked(header::ACCEPT_ENCODING);
    let takes = |coding: &str| codings.split(',').any(|part| part.split(';').next().unwrap_or_default().trim() == coding);
    let Some(file) = File::read(&if path.ends_with('/') { place.join("index.html") } else { place }, takes) else {
        return empty(StatusCode::NOT_FOUND);
    };
    let head = Response::builder()
        .header(header::ETAG, &file.etag)
        .header(header::VARY, "Accept-Encoding")
        .header(header::X_CONTENT_TYPE_OPTIONS, "nosniff")
        // A name with a hash in it never gets another content; everything else is asked about each time.
        .header(header::CACHE_CONTROL, if file.immutable { "public, max-age=31536000, immutable" } else { "no-cache" });
    if asked(header::IF_NONE_MATCH).split(',').any(|tag| tag.trim().trim_start_matches("W/") == file.etag) {
        return with(head.status(StatusCode::NOT_MODIFIED), Bytes::new());
    }
    let head = head.header(header::CONTENT_TYPE, &file.kind);
    with(file.coding.into_iter().fold(head, |head, coding| head.header(header::CONTENT_ENCODING, coding)), file.body)
}

fn with(head: hyper::http::response::Builder, body: Bytes) -> Response<Full<Bytes>> {
    head.body(Full::new(body)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::LazyLock;

    /// A folder of small files, made once for all tests.
    static DIR: LazyLock<PathBuf> = LazyLock::new(|| {
        let dir = std::env::temp_dir().join(format!("hashiya-serve-{}", std::process::id()));
        fs::create_dir_all(&dir).unwrap();
        for name in ["boot.js", "boot.js.br", "boot.js.gz", "hashiya-0123456789abcdef_bg.wasm"] {
            fs::write(dir.join(name), name).unwrap();
        }
        dir
    });

    fn get(path: &str, headers: &[(&str, &str)]) -> Response<Full<Bytes>> {
        let request = headers.iter().fold(Request::get(path), |request, (name, value)| request.header(*name, *value));
        answer(&request.body(()).unwrap(), &DIR)
    }

    fn of(response: &Response<Full<Bytes>>, name: &str) -> String {
        response.headers().get(name).map(|value| value.to_str().unwrap().to_owned()).unwrap_or_default()
    }

    #[test]
    fn a_file_comes_in_the_best_coding_that_is_taken() {
        for (takes, coding) in [("gzip, deflate, br", "br"), ("gzip", "gzip"), ("identity", ""), ("", "")] {
            let response = get("/boot.js?x#y", &[("accept-encoding", takes)]);
            assert_eq!((response.status(), of(&response, "content-encoding")), (StatusCode::OK, coding.to_owned()));
            assert_eq!(of(&response, "content-type"), "text/javascript; charset=utf-8");
        }
    }

    #[test]
    fn only_names_with_a_hash_are_kept_for_ever() {
        assert_eq!(of(&get("/boot.js", &[]), "cache-control"), "no-cache");
        assert!(of(&get("/hashiya-0123456789abcdef_bg.wasm", &[]), "cache-control").ends_with("immutable"));
        assert!(!immutable("hashiya.schema.json") && !immutable("naskh-arabic-0123456789a.woff2"));
    }

    #[test]
    fn what_the_browser_has_is_not_sent_again() {
        let tag = of(&get("/boot.js", &[]), "etag");
        assert_eq!(get("/boot.js", &[("if-none-match", &tag)]).status(), StatusCode::NOT_MODIFIED);
    }

    #[test]
    fn nothing_outside_the_folder_can_be_asked_for() {
        for path in ["/../Cargo.toml", "/%2e%2e/Cargo.toml", "/.git/config", "/none.js", "/"] {
            assert_eq!(get(path, &[]).status(), StatusCode::NOT_FOUND, "{path}");
        }
    }
}
