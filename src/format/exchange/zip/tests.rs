use super::*;

fn given(bytes: Vec<u8>) -> InFile {
    InFile { name: "a.zip".into(), bytes }
}

fn packed(files: &[(&str, &[u8])]) -> InFile {
    let files: Vec<OutFile> = files.iter().map(|(name, bytes)| OutFile { name: (*name).into(), bytes: bytes.to_vec() }).collect();
    given(pack(&files))
}

fn names(file: &InFile) -> Vec<String> {
    unpack(file).unwrap().into_iter().map(|file| file.name).collect()
}

#[test]
fn what_was_packed_comes_out_and_is_always_the_same() {
    let text = "نص عن عُمان\n".repeat(900);
    let files: [(&str, &[u8]); 3] = [("brat/003.txt", text.as_bytes()), ("اسم.json", b"{}"), ("empty", b"")];
    let file = packed(&files);
    assert!(is_zip(&file) && file.bytes.len() < text.len() / 10);
    assert_eq!(file, packed(&files));
    let came = unpack(&file).unwrap();
    let came: Vec<(&str, &[u8])> = came.iter().map(|file| (file.name.as_str(), file.bytes.as_slice())).collect();
    assert_eq!(came, files);
    // The date of each entry, behind its signature, version, flags and method: 1980-01-01, 00:00.
    assert_eq!(file.bytes[10..14], [0, 0, 0x21, 0]);
    assert!(is_zip(&packed(&[])) && unpack(&packed(&[])).unwrap().is_empty());
}

#[test]
fn names_lead_nowhere_outside_and_files_of_the_system_are_passed_over() {
    let all = [
        "../../etc/passwd",
        "/root/x",
        "C:\\a\\b.txt",
        "a/./b//c",
        "__MACOSX/x",
        "a/.DS_Store",
        ".git/config",
        "a\u{7}b",
        "in/ner.zip",
        "..",
        "folder/",
    ];
    let file = packed(&all.map(|name| (name, b"x".as_slice())));
    assert_eq!(names(&file), ["etc/passwd", "root/x", "a/b.txt", "a/b/c", "ab", "in/ner.zip"]);
}

#[test]
fn names_of_the_old_code_page_are_read() {
    let mut file = packed(&[("Mx.txt", b"x")]);
    // An u with two dots, as the first zips wrote it, in both places where the name stands.
    for at in 0..file.bytes.len() - 6 {
        if &file.bytes[at..at + 6] == b"Mx.txt" {
            file.bytes[at + 1] = 0x81;
        }
    }
    assert_eq!(names(&file), ["Mü.txt"]);
}

#[test]
fn what_unpacks_to_too_much_is_refused() {
    let bomb = vec![0; 64 << 20];
    assert!(matches!(unpack(&packed(&[("bomb", &bomb)])), Err(Fault::TooLarge { .. })));
    // Text that repeats itself is none.
    let text = "كلمة وكلمة أخرى ".repeat(9_000);
    assert_eq!(unpack(&packed(&[("text", text.as_bytes())])).unwrap()[0].bytes.len(), text.len());
    let many: Vec<OutFile> = (0..=ENTRIES_MAX).map(|n| OutFile::text(format!("{n}"), "")).collect();
    assert!(matches!(unpack(&given(pack(&many))), Err(Fault::TooLarge { .. })));
    assert_eq!(unpack(&given(pack(&many[1..]))).unwrap().len(), ENTRIES_MAX);
}

#[test]
fn a_name_that_is_taken_gets_a_number() {
    let file = packed(&[("a/x.txt", b"1"), ("a/x.txt", b"2"), ("x", b"3"), ("x", b"4"), ("x", b"5")]);
    assert_eq!(names(&file), ["a/x.txt", "a/x-2.txt", "x", "x-2", "x-3"]);
}

#[test]
fn damaged_archives_do_no_harm() {
    let file = packed(&[("a/b.txt", "نص عن عُمان".repeat(40).as_bytes()), ("c", b"xyz")]);
    assert!(unpack(&given(b"PK\x03\x04".to_vec())).is_err() && unpack(&given(Vec::new())).is_err());
    for at in 0..file.bytes.len() {
        let _ = unpack(&given(file.bytes[..at].to_vec()));
        for bit in [0x01, 0x80] {
            let mut flipped = file.clone();
            flipped.bytes[at] ^= bit;
            let _ = unpack(&flipped);
        }
    }
}
