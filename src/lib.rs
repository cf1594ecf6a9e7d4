//! Partner compliance reviews: from dropped exports to every partner's gap report.
//!
//! Data walks down once through these rooms; none reaches back up:
//! [`intake`] turns strangers' bytes into rows of cells with an address, [`recognise`] finds roles, headers and
//! typed [`facts`], [`portfolio`] settles who is who, [`assess`] judges each partner by a ruleset from [`rules`],
//! [`review`] holds the whole run as one value, [`report`] describes and draws it, [`deliver`] writes it.

pub mod assess;
pub mod cli;
pub mod deliver;
pub mod digest;
pub mod facts;
pub mod finding;
pub mod intake;
mod memo;
pub mod portfolio;
pub mod recognise;
pub mod report;
pub mod review;
pub mod rules;
pub mod serial;
mod shipped;
pub mod text;
pub mod waivers;
pub mod workspace;
