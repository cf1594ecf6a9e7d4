//! Pictures as the file holds them: each once, however often it is shown.

use std::collections::BTreeMap;
use std::sync::Arc;

use printpdf::xobject::{DictItem, ExternalStream, ExternalXObject};
use printpdf::{XObject, XObjectId};

use super::super::list::{Document, Item};
use crate::report::theme::{Picture, Samples};

/// The pictures of a document.
pub(super) struct Pictures(Vec<Arc<Picture>>);

impl Pictures {
    /// Gathers the pictures of all pages, in their order.
    pub(super) fn of(document: &Document) -> Self {
        let mut all: Vec<Arc<Picture>> = Vec::new();
        for item in document.pages.iter().flat_map(|page| &page.items) {
            if let Item::Picture(placed) = item
                && !all.iter().any(|known| Arc::ptr_eq(known, &placed.picture) || *known == placed.picture)
            {
                all.push(Arc::clone(&placed.picture));
            }
        }
        Self(all)
    }

    /// The name under which a picture is embedded.
    pub(super) fn id(&self, picture: &Arc<Picture>) -> Option<XObjectId> {
        let at = self.0.iter().position(|known| Arc::ptr_eq(known, picture) || known == picture)?;
        Some(name(at))
    }

    /// The pictures as objects of the file.
    pub(super) fn objects(&self) -> impl Iterator<Item = (XObjectId, XObject)> + '_ {
        self.0.iter().enumerate().map(|(at, picture)| (name(at), object(picture)))
    }
}

fn name(at: usize) -> XObjectId {
    XObjectId(format!("Im{at}"))
}

/// An image without interpolation or mask, as PDF/A wants it.
fn object(picture: &Picture) -> XObject {
    let name = |name: &str| DictItem::Name(name.as_bytes().to_vec());
    let (content, space, filter) = match &picture.samples {
        Samples::Rgb(rgb) => (rgb.clone(), "DeviceRGB", None),
        Samples::Jpeg { file, grey } => {
            (file.to_vec(), if *grey { "DeviceGray" } else { "DeviceRGB" }, Some("DCTDecode"))
        }
    };
    let mut dict = BTreeMap::from([
        ("Type".to_owned(), name("XObject")),
        ("Subtype".to_owned(), name("Image")),
        ("Width".to_owned(), DictItem::Int(i64::from(picture.width))),
        ("Height".to_owned(), DictItem::Int(i64::from(picture.height))),
        ("ColorSpace".to_owned(), name(space)),
        ("BitsPerComponent".to_owned(), DictItem::Int(8)),
    ]);
    dict.extend(filter.map(|filter| ("Filter".to_owned(), name(filter))));
    XObject::External(ExternalXObject {
        // What has no filter yet is compressed with the rest of the file.
        stream: ExternalStream { dict, content, compress: filter.is_none() },
        width: None,
        height: None,
        dpi: None,
    })
}
