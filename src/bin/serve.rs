//! A static server for `dist/`, for one's own machine: the page as a good host would send it.
//!
//! `serve [--dir dist] [--port 8080]`. The first line on standard output is the address. Without a port that was
//! asked for it takes 8080 or the next free one; port 0 takes any. Files are read and compressed once, at the start.

use std::collections::HashMap;
use std::convert::Infallible;
use std::fs;
use std::io::Write as _;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::SystemTime;

use http_body_util::Full;
use hyper::body::Bytes;
use hyper::header::{self, HeaderName};
use hyper::{Method, Request, Response, StatusCode, service::service_fn};
use hyper_util::rt::TokioIo;
use sha2::{Digest, Sha256};

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
    let folder = Arc::new(Folder { files: load(&dir)?, dir });
    let listener = listen(port)?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    println!("http://{address}");
    let _ = std::io::stdout().flush();
    eprintln!("Open this address in a browser. Ctrl+C stops the server.");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build();
    runtime.and_then(|runtime| runtime.block_on(run(listener, folder))).map_err(|error| error.to_string())
}

async fn run(listener: TcpListener, folder: Arc<Folder>) -> std::io::Result<()> {
    listener.set_nonblocking(true)?;
    let listener = tokio::net::TcpListener::from_std(listener)?;
    loop {
        // A connection that breaks before it begins must not end the server.
        let Ok((stream, _)) = listener.accept().await else { continue };
        let _ = stream.set_nodelay(true);
        let folder = Arc::clone(&folder);
        let service = service_fn(move |request| std::future::ready(Ok::<_, Infallible>(answer(&request, &folder))));
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

/// What is served: the files as they were at the start, and where they lie.
struct Folder {
    files: HashMap<String, Arc<File>>,
    dir: PathBuf,
}

/// A file in memory, with what goes over the wire for each coding.
struct File {
    path: PathBuf,
    modified: Option<SystemTime>,
    kind: String,
    etag: String,
    immutable: bool,
    plain: Bytes,
    brotli: Option<Bytes>,
    gzip: Option<Bytes>,
}

/// Every file below `dir`, by its path in an address. Only what stands here can be asked for.
fn load(dir: &Path) -> Result<HashMap<String, Arc<File>>, String> {
    let mut files = HashMap::new();
    let mut folders = vec![dir.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))? {
            let path = entry.map_err(|error| error.to_string())?.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let below = path.strip_prefix(dir).map_err(|error| error.to_string())?;
            let name = below.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
            files.insert(format!("/{name}"), Arc::new(File::read(&path, true)?));
        }
    }
    Ok(files)
}

impl File {
    /// Reads a file and, with `pack`, compresses what gains by it.
    fn read(path: &Path, pack: bool) -> Result<Self, String> {
        let plain = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let kind = mime_guess::from_path(path).first_or_octet_stream();
        let text = kind.type_() == "text" || matches!(kind.subtype().as_str(), "javascript" | "json");
        let packs = pack && (text || matches!(kind.subtype().as_str(), "wasm" | "svg"));
        let etag = Sha256::digest(&plain).iter().take(8).fold(String::new(), |text, byte| format!("{text}{byte:02x}"));
        Ok(Self {
            path: path.to_owned(),
            modified: modified(path),
            kind: if text { format!("{kind}; charset=utf-8") } else { kind.to_string() },
            etag: format!("\"{etag}\""),
            immutable: immutable(&name),
            brotli: packs.then(|| brotli(&plain)).transpose().map_err(|error| error.to_string())?,
            gzip: packs.then(|| gzip(&plain)).transpose().map_err(|error| error.to_string())?,
            plain: plain.into(),
        })
    }
}

/// Whether a file's name holds the hash of its content: sixteen hexadecimal digits.
fn immutable(name: &str) -> bool {
    name.split(['-', '.', '_']).any(|part| part.len() == 16 && part.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

fn modified(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|facts| facts.modified()).ok()
}

fn brotli(plain: &[u8]) -> std::io::Result<Bytes> {
    let mut packed = Vec::new();
    let settings = brotli::enc::BrotliEncoderParams { quality: 11, size_hint: plain.len(), ..Default::default() };
    brotli::BrotliCompress(&mut &*plain, &mut packed, &settings)?;
    Ok(packed.into())
}

fn gzip(plain: &[u8]) -> std::io::Result<Bytes> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packer.write_all(plain)?;
    Ok(packer.finish()?.into())
}

fn answer<B>(request: &Request<B>, folder: &Folder) -> Response<Full<Bytes>> {
    let empty = |status| with(Response::builder().status(status), Bytes::new());
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return empty(StatusCode::METHOD_NOT_ALLOWED);
    }
    let path = request.uri().path();
    // No part of a path may lead out of the folder, or to what is hidden in it.
    if path.split('/').any(|part| part.starts_with('.') || part.contains(['\\', ':', '%'])) {
        return empty(StatusCode::NOT_FOUND);
    }
    if !path.ends_with('/') && folder.dir.join(path.trim_start_matches('/')).is_dir() {
        let there = Response::builder().status(StatusCode::MOVED_PERMANENTLY);
        return with(there.header(header::LOCATION, format!("{path}/")), Bytes::new());
    }
    let Some(file) = folder.find(&if path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }) else {
        return empty(StatusCode::NOT_FOUND);
    };
    let asked = |name: HeaderName| request.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let codings = asked(header::ACCEPT_ENCODING);
    let takes = |coding: &str| codings.split(',').any(|part| part.split(';').next().unwrap_or_default().trim() == coding);
    let (body, coding) = match (&file.brotli, &file.gzip) {
        (Some(packed), _) if takes("br") => (packed, Some("br")),
        (_, Some(packed)) if takes("gzip") => (packed, Some("gzip")),
        _ => (&file.plain, None),
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
    with(coding.into_iter().fold(head, |head, coding| head.header(header::CONTENT_ENCODING, coding)), body.clone())
}

fn with(head: hyper::http::response::Builder, body: Bytes) -> Response<Full<Bytes>> {
    head.body(Full::new(body)).unwrap_or_default()
}

impl Folder {
    /// The file at `path`: from memory, or from disk (and then uncompressed) when a later build changed or added it.
    fn find(&self, path: &str) -> Option<Arc<File>> {
        if let Some(file) = self.files.get(path).filter(|file| modified(&file.path) == file.modified) {
            return Some(Arc::clone(file));
        }
        let place = self.dir.join(path.trim_start_matches('/'));
        place.is_file().then(|| File::read(&place, false).ok().map(Arc::new)).flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn get(path: &str, headers: &[(&str, &str)]) -> Response<Full<Bytes>> {
        let dir = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("static");
        let name = "/hashiya-0123456789abcdef_bg.wasm";
        let mut files = load(&dir).unwrap();
        let mut hashed = File::read(&dir.join("icon.svg"), true).unwrap();
        hashed.immutable = immutable(name);
        files.insert(name.to_owned(), Arc::new(hashed));
        let request = headers.iter().fold(Request::get(path), |request, (name, value)| request.header(*name, *value));
        answer(&request.body(()).unwrap(), &Folder { files, dir })
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
        assert!(!immutable("hashiya.schema.json") && !immutable("naskh-arabic-0123456789abcde.woff2"));
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
