//! A static server for `dist/`, for one's own machine: the page as a good host would send it.
//!
//! `serve [--dir dist] [--port 8080] [--headers deploy/_headers]`. The first line on standard output is the address. Without a port that was
//! asked for it takes 8080 or the next free one; port 0 takes any. A file that has a `.br` or `.gz` beside it is sent
//! compressed to a browser that takes it. Headers that a file names for every address, in the form of Netlify's and
//! Cloudflare's, are sent with each answer.

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
use hyper::header::{self, HeaderMap, HeaderName, HeaderValue};
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
    let Asked { dir, port, headers } = arguments(std::env::args().skip(1))?;
    let headers = headers.map_or(Ok(HeaderMap::new()), |path| everywhere(&path))?;
    if !dir.join("index.html").is_file() {
        return Err(format!("{} has no index.html: `make build` makes it", dir.display()));
    }
    let listener = listen(port)?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    println!("http://{address}");
    let _ = std::io::stdout().flush();
    eprintln!("Open this address in a browser. Ctrl+C stops the server.");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build();
    runtime.and_then(|runtime| runtime.block_on(run(listener, dir.into(), headers))).map_err(|error| error.to_string())
}

async fn run(listener: TcpListener, dir: Arc<Path>, headers: HeaderMap) -> std::io::Result<()> {
    listener.set_nonblocking(true)?;
    let listener = tokio::net::TcpListener::from_std(listener)?;
    loop {
        // A connection that breaks before it begins must not end the server.
        let Ok((stream, _)) = listener.accept().await else { continue };
        let _ = stream.set_nodelay(true);
        let (dir, headers) = (Arc::clone(&dir), headers.clone());
        let service = service_fn(move |request| {
            let mut answer = answer(&request, &dir);
            answer.headers_mut().extend(headers.clone());
            std::future::ready(Ok::<_, Infallible>(answer))
        });
        // A browser that goes away in the middle is no failure of ours.
        let connection = hyper::server::conn::http1::Builder::new().serve_connection(TokioIo::new(stream), service);
        tokio::spawn(async move { connection.await.unwrap_or_default() });
    }
}

/// What the command line says.
struct Asked {
    dir: PathBuf,
    port: Option<u16>,
    headers: Option<PathBuf>,
}

fn arguments(mut given: impl Iterator<Item = String>) -> Result<Asked, String> {
    let usage = "usage: serve [--dir dist] [--port 8080] [--headers deploy/_headers]";
    let mut asked = Asked { dir: PathBuf::from("dist"), port: None, headers: None };
    while let Some(name) = given.next() {
        let value = given.next().ok_or(usage)?;
        match name.as_str() {
            "--dir" => asked.dir = PathBuf::from(value),
            "--port" => asked.port = Some(value.parse().map_err(|_| format!("{value} is not a port"))?),
            "--headers" => asked.headers = Some(PathBuf::from(value)),
            _ => return Err(usage.to_owned()),
        }
    }
    Ok(asked)
}

/// The headers that a file names for every address, below a line `/*`.
fn everywhere(path: &Path) -> Result<HeaderMap, String> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let block = text.lines().skip_while(|line| line.trim() != "/*").skip(1).take_while(|line| line.starts_with(' '));
    let header = |line: &str| {
        let (name, value) = line.split_once(':')?;
        Some((HeaderName::try_from(name.trim()).ok()?, HeaderValue::try_from(value.trim()).ok()?))
    };
    block.map(|line| header(line).ok_or_else(|| format!("{}: `{line}` is no header", path.display()))).collect()
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
    fn headers_for_every_address_are_read_from_a_file() {
        let path = DIR.join("headers");
        fs::write(&path, "# why\n\n/*\n  X-One: a: b\n  X-Two: c\n\n/other\n  X-Three: d\n").unwrap();
        let headers = everywhere(&path).unwrap();
        assert_eq!((headers["x-one"].to_str().unwrap(), headers["x-two"].to_str().unwrap(), headers.len()), ("a: b", "c", 2));
        fs::write(&path, "/*\n  none\n").unwrap();
        assert!(everywhere(&path).is_err());
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
