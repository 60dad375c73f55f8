//! The page and the floor, each in a browser of its own, so that what is measured is measured in turn.

use crate::cases::Case;
use crate::floor::Floor;
use crate::harness::browser::Browser;
use crate::harness::engine::Engine;
use crate::harness::site::{self, Site};
use crate::page::Page;
use crate::project;
use crate::report::medians;

/// What is served.
pub struct Sites {
    /// The product.
    pub product: Site,
    /// The bare pages.
    pub bare: Site,
    /// The bare pages' folder.
    pub floor: Floor,
}

impl Sites {
    /// Serves the built page and the bare ones.
    pub fn open() -> Result<Self, String> {
        let floor = Floor::build()?;
        Ok(Self { product: Site::open(&site::folder())?, bare: Site::open(&floor.folder)?, floor })
    }
}

/// Which of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The bare page.
    Floor,
    /// The product.
    Ours,
}

/// Both pages in one engine.
pub struct Pair {
    /// The engine.
    pub engine: Engine,
    /// The product.
    pub ours: Page,
    /// The bare page.
    pub bare: Page,
}

impl Pair {
    /// Starts both browsers.
    pub fn start(engine: Engine, sites: &Sites) -> Result<Self, String> {
        let page = |site: &Site| Ok::<_, String>(Page::new(Browser::start(engine)?, &site.fresh_origin()));
        Ok(Self { engine, ours: page(&sites.product)?, bare: page(&sites.bare)? })
    }

    /// Gives both pages a case, on origins of their own, and leaves both at nothing.
    pub fn prepare(&mut self, sites: &Sites, case: &Case) -> Result<(), String> {
        self.ours.address = sites.product.fresh_origin();
        project::fill(&mut self.ours, case);
        self.ours.browser.go("about:blank");
        self.ours.address += &format!("#/{}", case.corpus.id);
        self.bare.address = format!("{}{}", sites.bare.fresh_origin(), sites.floor.add(case)?);
        Ok(())
    }

    /// One of the two.
    pub const fn side(&mut self, side: Side) -> &mut Page {
        match side {
            Side::Floor => &mut self.bare,
            Side::Ours => &mut self.ours,
        }
    }

    /// Opens both anew, and waits until they take input, show the case's text and what is painted on it, and have come to
    /// rest.
    pub fn open(&mut self, case: &Case) {
        for side in [Side::Floor, Side::Ours] {
            self.open_one(side, case);
        }
    }

    /// Opens one of the two so.
    pub fn open_one(&mut self, side: Side, case: &Case) {
        let page = self.side(side);
        page.browser.go("about:blank");
        page.open("");
        page.shows(case.corpus.id);
        if case.spans > 0 && side == Side::Ours {
            page.browser.wait("the spans", "T.paintedIds().length", vec![]);
        }
        page.browser.frames();
    }

    /// Measures the floor and the page in turn, so many times: the medians of each, ours first.
    pub fn in_turn<const N: usize>(
        &mut self,
        samples: usize,
        mut measure: impl FnMut(&mut Self, Side, usize) -> [f64; N],
    ) -> [[f64; N]; 2] {
        let mut taken = [Vec::new(), Vec::new()];
        for nth in 0..samples {
            taken[1].push(measure(self, Side::Floor, nth));
            taken[0].push(measure(self, Side::Ours, nth));
        }
        taken.map(|rows| medians(&rows))
    }
}
