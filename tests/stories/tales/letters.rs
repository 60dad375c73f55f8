//! What stands on the page is read as it was written: letters on one line, each with its dots where they belong.

use serde_json::json;

use crate::corpus::FT;
use crate::page::Page;

/// For each word, drawn a hundred pixels high as the page draws its text: how far its ink reaches above and below the
/// line, and how far its first letter does below it.
const INK: &str = "
    const canvas = Object.assign(document.createElement('canvas'), { width: 600, height: 400 });
    const pen = canvas.getContext('2d', { willReadFrequently: true });
    pen.font = `100px 'Hashiya Naskh'`;
    pen.direction = 'rtl';
    const rows = (left, width) => {
      const { data } = pen.getImageData(left, 0, width, 400);
      const dark = Array.from({ length: 400 }, (_, row) => row).filter((row) => {
        for (let at = row * width; at < (row + 1) * width; at++) if (data[at * 4 + 3] > 127) return true;
      });
      return [200 - dark[0], dark.at(-1) - 200];
    };
    return arguments[0].map((word) => {
      pen.clearRect(0, 0, 600, 400);
      pen.fillText(word, 500, 200);
      return [...rows(0, 600), rows(478, 22)[1]];
    });";

pub fn letters_stand_on_one_line_with_their_dots(page: &mut Page) {
    page.open_document(FT);
    let ink = |words: &[&str]| -> Vec<[f64; 3]> {
        let rows = page.browser.script(INK, vec![json!(words)]);
        serde_json::from_value(rows).expect("three numbers for each word")
    };
    // WebKitGTK moves a whole word by what the face asks of the mark that it ends with.
    let endings = ink(&["اسر", "اسن", "اسة", "اسف", "اسي", "اسب", "اسؤ", "اسئ"]);
    let lines: Vec<f64> = endings.iter().map(|ending| ending[2]).collect();
    assert!(lines.iter().all(|line| (line - lines[0]).abs() <= 1.0), "the first letter stays on its line: {lines:?}");
    let [alef, noon, yeh, bare] = ink(&["ا", "دن", "دي", "دى"])[..] else { panic!("four words") };
    assert!(noon[0] + 10.0 < alef[0], "the dot of ن stands over its bowl: {noon:?}, {alef:?}");
    assert!(yeh[1] > bare[1] + 10.0, "the dots of ي stand under its bowl: {yeh:?}, {bare:?}");
}
