//! Marks that tell by shape as well as by colour, so that they survive black-and-white printing.

use super::compose::decoration;
use super::list::{Item, Outline, Paint};
use crate::finding::Severity;
use crate::report::content::TierMark;
use crate::report::theme::{Colour, Theme};

/// A mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    /// Star in a disc for the highest tier, ringed disc below it, empty ring for none.
    Tier(TierMark),
    /// Diamond, triangle, ring.
    Severity(Severity),
    /// A square of a colour, for legends.
    Swatch(Colour),
}

/// Draws a mark around `(x, y)` that fits a circle of this radius.
pub(crate) fn mark(kind: Mark, x: f32, y: f32, radius: f32, theme: &Theme, out: &mut Vec<Item>) {
    let white = Paint::Fill(Colour::WHITE);
    match kind {
        Mark::Tier(TierMark::Gold) => {
            out.push(disc(x, y, radius, Paint::Fill(theme.tier(TierMark::Gold))));
            out.push(decoration(Outline::Polygon(star(x, y, radius * 0.72)), white));
        }
        Mark::Tier(TierMark::Silver) => {
            let fill = Paint::Fill(theme.tier(TierMark::Silver));
            out.push(disc(x, y, radius, fill));
            out.push(disc(x, y, radius * 0.68, white));
            out.push(disc(x, y, radius * 0.46, fill));
        }
        Mark::Tier(TierMark::None) => {
            let pen = radius * 0.16;
            out.push(disc(x, y, radius - pen / 2.0, Paint::Stroke(theme.tier(TierMark::None), pen)));
            let bar = Outline::Line { x1: x - radius * 0.4, y1: y, x2: x + radius * 0.4, y2: y };
            out.push(decoration(bar, Paint::Stroke(theme.tier(TierMark::None), pen)));
        }
        Mark::Severity(Severity::Error) => {
            let points = vec![(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)];
            out.push(decoration(Outline::Polygon(points), Paint::Fill(theme.colours.bad)));
        }
        Mark::Severity(Severity::Warning) => {
            let (side, foot) = (radius * 0.92, y + radius * 0.75);
            let points = vec![(x, y - radius * 0.85), (x + side, foot), (x - side, foot)];
            out.push(decoration(Outline::Polygon(points), Paint::Fill(theme.colours.open)));
        }
        Mark::Severity(Severity::Info) => {
            let pen = radius * 0.3;
            out.push(disc(x, y, radius * 0.85 - pen / 2.0, Paint::Stroke(theme.colours.accent, pen)));
        }
        Mark::Swatch(colour) => {
            let side = radius * 1.7;
            let square = Outline::Rect { x: x - side / 2.0, y: y - side / 2.0, width: side, height: side };
            out.push(decoration(square, Paint::Fill(colour)));
        }
    }
}

fn disc(x: f32, y: f32, radius: f32, paint: Paint) -> Item {
    decoration(Outline::Circle { x, y, radius }, paint)
}

/// The ten corners of a star with one point up.
fn star(x: f32, y: f32, radius: f32) -> Vec<(f32, f32)> {
    (0..10_u8)
        .map(|corner| {
            let angle = (f32::from(corner) * 36.0 - 90.0).to_radians();
            let reach = if corner % 2 == 0 { radius } else { radius * 0.42 };
            (x + reach * angle.cos(), y + reach * angle.sin())
        })
        .collect()
}
