use super::*;
use crate::format::texts::{Kind, pages};

fn text(html: &str) -> String {
    page(html).text
}

#[test]
fn blocks_are_lines_and_white_space_is_collapsed() {
    for (html, expected) in [
        ("<p>سطر\n  أول </p>\n\n<p> ثانٍ</p>", "سطر أول\nثانٍ"),
        ("<div><div>أ</div></div><div>ب</div>", "أ\nب"),
        ("أ <b> ب</b> ج", "أ ب ج"),
        ("<b>أ</b><i>ب</i>", "أب"),
        ("أ<br>ب<br/><br>ج", "أ\nب\n\nج"),
        ("<p>أ<br></p><p>ب</p>", "أ\nب"),
        ("<div>أ</div><br><div>ب</div>", "أ\n\nب"),
        ("<h1>عنوان</h1>نص<ul><li>أ<li>ب</ul>بعده", "عنوان\nنص\nأ\nب\nبعده"),
        ("أ&nbsp;&nbsp;ب&amp;&#1580;&#x62C; &lt;p&gt;", "أ\u{A0}\u{A0}ب&جج <p>"),
        ("\u{FEFF}<p>أ", "\u{FEFF}\nأ"),
        ("", ""),
        ("   ", ""),
    ] {
        assert_eq!(text(html), expected, "{html:?}");
    }
}

#[test]
fn what_is_kept_is_kept_to_the_letter() {
    assert_eq!(text("<p>قبل</p><pre>\n  أ\tب\n\n  ج </pre><p>بعد</p>"), "قبل\n  أ\tب\n\n  ج \nبعد");
    assert_eq!(text("<pre>أ</pre> <pre>ب</pre>"), "أ\nب");
}

#[test]
fn tables_are_lines_of_cells() {
    let html = "<table><caption>جدول</caption><tr><th>أ</th><th>ب</th></tr>\n<tr><td><p>1</p></td><td> <div>2</div> </td><td></td></tr><tr><td>3</table>بعد";
    assert_eq!(text(html), "جدول\nأ\tب\n1\t2\t\n3\nبعد");
    assert_eq!(text("<table><tr><td>أ<table><tr><td>ب<td>ج</table><td>د</table>"), "أ\nب\tج\tد");
    assert_eq!(text("<td>أ</td><td>ب</td>"), "أب", "cells without a table are no cells");
}

#[test]
fn scripts_styles_and_the_like_are_left_out() {
    let html = "<head><title> خبر &amp; نبأ\n</title><style>p { color: red }</style></head><body>أ<script>if (a < b) '<p>';</script>\
                <template><p>ت</p></template><noscript>ن</noscript><svg><title>س</title><text>ش</text><svg></svg></svg>ب<!-- ح --></body>";
    let page = page(html);
    assert_eq!((page.title.as_deref(), page.text.as_str()), (Some("خبر & نبأ"), "أب"));
    assert_eq!(text("<select><option>أ</select><video>ب</video><ruby>ج<rp>(</rp><rt>د</rt></ruby>"), "جد");
    assert_eq!(text("أ<script>ب"), "أ", "one that is not closed takes the rest");
    let pictures = super::page("<p><img src=x alt=y><picture><source><img></picture>أ");
    assert_eq!((pictures.text.as_str(), pictures.remarks), ("أ", vec![Remark::PicturesLeftOut(2)]));
}

#[test]
fn a_page_without_a_title_has_its_heading() {
    assert_eq!(page("<h2> عنوان <b>كبير</b></h2><h1>آخر</h1>").title.as_deref(), Some("عنوان كبير"));
    assert_eq!(page("<title></title><p>أ").title, None);
    assert_eq!(page("<title>أ</title><title>ب</title><p>ج").title.as_deref(), Some("أ"));
}

#[test]
fn xml_may_close_in_itself_what_html_does_not() {
    let xhtml =
        "<?xml version='1.0'?><html><head><title/><script src='a'/><style type=\"x\" /></head><body><p>أ</p><br/></body></html>";
    assert_eq!(text(xhtml), "أ");
}

#[test]
fn whatever_comes_nothing_breaks() {
    let html =
        "<p>أ<table><tr><td>ب</tr></td></table></div></pre><pre><h1>ج</h2></tr>&#xD800;&#0;&bogus;&amp<a href='<b>'>د</a <p>";
    for (end, _) in html.char_indices() {
        let _ = page(&html[..end]);
        let _ = page(&html[end..]);
    }
    let deep = "<div><table><tr><td><pre>".repeat(50_000);
    assert_eq!(text(&deep), "");
    assert!(text(&format!("{deep}أ")).ends_with('أ'));
    assert_eq!(pages(Kind::Html, "a.html", "<p>أ").map(|pages| pages.len()), Ok(1));
}
