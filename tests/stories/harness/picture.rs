//! Screenshots as decoded pixels.

use std::io::Cursor;

/// A screenshot, four bytes for each pixel, row by row.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    /// Pixels in a row.
    pub width: usize,
    /// Rows.
    pub height: usize,
    pixels: Vec<[u8; 4]>,
}

impl Picture {
    /// Decodes a PNG file.
    pub fn from_png(file: &[u8]) -> Result<Self, String> {
        let mut decoder = png::Decoder::new(Cursor::new(file));
        decoder.set_transformations(png::Transformations::normalize_to_color8() | png::Transformations::ALPHA);
        let mut reader = decoder.read_info().map_err(|error| error.to_string())?;
        let mut bytes = vec![0; reader.output_buffer_size().ok_or("the picture is too large")?];
        let frame = reader.next_frame(&mut bytes).map_err(|error| error.to_string())?;
        let samples = frame.color_type.samples();
        let pixels =
            bytes[..frame.buffer_size()]
                .chunks_exact(samples)
                .map(|pixel| {
                    if samples == 4 { [pixel[0], pixel[1], pixel[2], pixel[3]] } else { [pixel[0], pixel[0], pixel[0], pixel[1]] }
                })
                .collect();
        Ok(Self { width: frame.width as usize, height: frame.height as usize, pixels })
    }

    /// The part `[x, y, width, height]`, cut to what the picture has.
    pub fn crop(&self, [x, y, width, height]: [usize; 4]) -> Self {
        let (right, bottom) = ((x + width).min(self.width), (y + height).min(self.height));
        let rows = (y.min(bottom)..bottom).map(|row| &self.pixels[row * self.width + x.min(right)..row * self.width + right]);
        let pixels: Vec<_> = rows.flatten().copied().collect();
        Self { width: right - x.min(right), height: bottom - y.min(bottom), pixels }
    }

    /// How many different colours it shows: one means that nothing was drawn.
    pub fn colours(&self) -> usize {
        self.pixels.iter().collect::<std::collections::HashSet<_>>().len()
    }

    /// Where two pictures of one size differ: the number of pixels and the box `[x, y, right, bottom]` round them.
    pub fn difference(&self, other: &Self) -> Option<(usize, [usize; 4])> {
        assert_eq!((self.width, self.height), (other.width, other.height), "the pictures have one size");
        let mut count = 0;
        let mut bounds = [usize::MAX, usize::MAX, 0, 0];
        for (at, _) in self.pixels.iter().zip(&other.pixels).enumerate().filter(|(_, (one, two))| one != two) {
            let (x, y) = (at % self.width, at / self.width);
            count += 1;
            bounds = [bounds[0].min(x), bounds[1].min(y), bounds[2].max(x), bounds[3].max(y)];
        }
        (count > 0).then_some((count, bounds))
    }
}
