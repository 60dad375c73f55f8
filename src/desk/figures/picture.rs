//! A figure as a picture: drawn on a canvas by the page's own face, which a picture made from SVG would not have.

use super::faces::FAMILY;
use crate::core::figures::plot::{Anchor, Mark, Plot, WIDTH};
use crate::core::figures::svg::Paint;
use crate::web::dom;
use js_sys::{Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement};

/// Pixels for each unit of the drawing.
const SCALE: f64 = 4.0;

/// What is kept free on all sides, in units of the drawing.
const AROUND: f64 = 8.0;

/// The picture as PNG; `None` where the browser cannot make it.
pub async fn png(plot: &Plot) -> Option<Vec<u8>> {
    let words = plot.words().collect::<String>();
    // What the face lacks is drawn by another; without it all is.
    let _ = JsFuture::from(dom::document().fonts().load_with_text(&format!("12px \"{FAMILY}\""), &words)).await;
    let canvas: HtmlCanvasElement = dom::element("canvas", "").dyn_into().ok()?;
    canvas.set_width(((WIDTH + 2.0 * AROUND) * SCALE) as u32);
    canvas.set_height(((plot.height + 2.0 * AROUND) * SCALE).ceil() as u32);
    let ink: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    ink.set_fill_style_str(Paint::FILE.paper);
    ink.fill_rect(0.0, 0.0, f64::from(canvas.width()), f64::from(canvas.height()));
    ink.scale(SCALE, SCALE).ok()?;
    ink.translate(AROUND, AROUND).ok()?;
    let way = if plot.rtl { "rtl" } else { "ltr" };
    let _ = js_sys::Reflect::set(&ink, &"direction".into(), &way.into());
    for mark in &plot.marks {
        draw(&ink, mark, plot.rtl);
    }
    let made = Promise::new(&mut |resolve, _| {
        if canvas.to_blob(&resolve).is_err() {
            let _ = resolve.call1(&JsValue::NULL, &JsValue::NULL);
        }
    });
    let blob = JsFuture::from(made).await.ok()?.dyn_into::<Blob>().ok()?;
    let buffer = JsFuture::from(blob.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

fn draw(ink: &CanvasRenderingContext2d, mark: &Mark, rtl: bool) {
    let paint = Paint::FILE;
    match mark {
        Mark::Box(x, y, width, height, shade) => {
            ink.set_global_alpha(*shade);
            ink.set_fill_style_str(paint.fill);
            ink.fill_rect(*x, *y, *width, *height);
            ink.set_global_alpha(1.0);
        }
        Mark::Line(points, width, tone, dashes) => {
            ink.set_stroke_style_str(paint.tone(*tone));
            ink.set_line_width(*width);
            let lengths = dashes.iter().map(|length| JsValue::from_f64(*length)).collect::<js_sys::Array>();
            let _ = ink.set_line_dash(&lengths);
            ink.begin_path();
            for (place, (x, y)) in points.iter().enumerate() {
                if place == 0 { ink.move_to(*x, *y) } else { ink.line_to(*x, *y) }
            }
            ink.stroke();
        }
        Mark::Dot(x, y) => {
            ink.set_fill_style_str(paint.fill);
            ink.begin_path();
            let _ = ink.arc(*x, *y, 2.5, 0.0, std::f64::consts::TAU);
            ink.fill();
        }
        Mark::Words(x, y, size, anchor, tone, words) => {
            ink.set_fill_style_str(paint.tone(*tone));
            ink.set_font(&format!("{size}px {}", paint.face));
            ink.set_text_align(match (anchor, rtl) {
                (Anchor::Middle, _) => "center",
                (Anchor::Start, false) | (Anchor::End, true) => "left",
                (Anchor::Start, true) | (Anchor::End, false) => "right",
            });
            let _ = ink.fill_text(words, *x, *y);
        }
    }
}
