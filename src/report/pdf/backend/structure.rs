//! The logical structure: what every mark on the pages is, for readers that do not see the page.

use lopdf::{Document as File, Object, ObjectId, StringFormat, dictionary};

use super::super::list::{Document, Item, NodeId, Role};
use super::content::{hex, integer};
use super::object;
use super::paint::utf16;
use super::save::Bodies;

/// The name of a role in PDF 1.7.
pub(super) fn role_name(role: Role) -> &'static str {
    match role {
        Role::Document => "Document",
        Role::Title => "H1",
        Role::Heading(1) => "H2",
        Role::Heading(_) => "H3",
        Role::Paragraph => "P",
        Role::List => "L",
        Role::ListItem => "LI",
        Role::Label => "Lbl",
        Role::ListBody => "LBody",
        Role::Table => "Table",
        Role::TableRow => "TR",
        Role::TableHead => "TH",
        Role::TableCell => "TD",
        Role::Figure => "Figure",
        Role::Link => "Link",
        Role::Span => "Span",
    }
}

/// A text string.
pub(super) fn text(text: &str) -> Object {
    Object::String(utf16(text), StringFormat::Hexadecimal)
}

/// The links of a document as they are in the file: each with the node that it belongs to.
pub(super) struct Links(Vec<(NodeId, ObjectId)>);

/// Adds the links to the pages. Their keys in the tree of parents follow those of the pages.
pub(super) fn link(file: &mut File, document: &Document, pages: &[ObjectId]) -> Links {
    let mut links = Vec::new();
    for (page, &page_id) in document.pages.iter().zip(pages) {
        let mut on_page = Vec::new();
        for item in &page.items {
            let Item::Link(link) = item else { continue };
            let rect = [link.x, page.height - link.y - link.height, link.x + link.width, page.height - link.y];
            let id = file.add_object(dictionary! {
                "Type" => "Annot",
                "Subtype" => "Link",
                "Rect" => rect.map(|value| Object::Real((value * 100.0).round() / 100.0)).to_vec(),
                "Border" => vec![0.into(), 0.into(), 0.into()],
                "F" => 4,
                "Contents" => text(&link.alt),
                "StructParent" => (pages.len() + links.len()) as i64,
                "A" => dictionary! {
                    "S" => "URI",
                    "URI" => Object::String(link.uri.clone().into_bytes(), StringFormat::Literal),
                },
            });
            on_page.push(Object::Reference(id));
            links.push((link.node, id));
        }
        if let Ok(dictionary) = file.get_dictionary_mut(page_id) {
            if on_page.is_empty() {
                dictionary.remove(b"Annots");
            } else {
                dictionary.set("Annots", on_page);
            }
        }
    }
    Links(links)
}

/// The structure tree as objects from number `root` on: the root, the tree of parents, then an element for every node.
/// Written as bytes at once, as there are thousands of them.
pub(super) fn tree(root: u32, document: &Document, pages: &[ObjectId], marks: &[Vec<NodeId>], links: &Links) -> Bodies {
    let of = |node: NodeId| root + 2 + node.0 as u32;
    let page_number = |page: usize| pages.get(page).map_or(0, |id| id.0);

    // Children and content of every node, in reading order.
    let mut children: Vec<Vec<NodeId>> = vec![Vec::new(); document.nodes.len()];
    for (at, node) in document.nodes.iter().enumerate() {
        if let Some(siblings) = node.parent.and_then(|parent| children.get_mut(parent.0)) {
            siblings.push(NodeId(at));
        }
    }
    let mut content: Vec<Vec<(usize, i64)>> = vec![Vec::new(); document.nodes.len()];
    for (page, nodes) in marks.iter().enumerate() {
        for (mcid, node) in nodes.iter().enumerate() {
            if let Some(known) = content.get_mut(node.0) {
                known.push((page, mcid as i64));
            }
        }
    }
    let mut annotations: Vec<Vec<u32>> = vec![Vec::new(); document.nodes.len()];
    for &(node, id) in &links.0 {
        if let Some(known) = annotations.get_mut(node.0) {
            known.push(id.0);
        }
    }

    let mut bodies = Bodies::from(root);
    let out = bodies.out();
    out.extend(b"<</Type/StructTreeRoot/K ");
    object::reference(out, of(NodeId(0)));
    out.extend(b"/ParentTree ");
    object::reference(out, root + 1);
    out.extend(b"/ParentTreeNextKey ");
    integer(out, (marks.len() + links.0.len()) as i64);
    out.extend(b">>");
    bodies.end();

    let out = bodies.out();
    out.extend(b"<</Nums[");
    for (page, nodes) in marks.iter().enumerate() {
        object::numbers(out, &[page as i64]);
        out.push(b'[');
        for &node in nodes {
            object::reference(out, of(node));
            out.push(b' ');
        }
        out.push(b']');
    }
    for (nth, &(node, _)) in links.0.iter().enumerate() {
        object::numbers(out, &[(marks.len() + nth) as i64]);
        object::reference(out, of(node));
        out.push(b' ');
    }
    out.extend(b"]>>");
    bodies.end();

    for (at, node) in document.nodes.iter().enumerate() {
        let out = bodies.out();
        out.extend(b"<</S/");
        out.extend(role_name(node.role).bytes());
        out.extend(b"/P ");
        object::reference(out, node.parent.map_or(root, of));
        if let Some(alt) = &node.alt {
            out.extend(b"/Alt");
            hex(out, &utf16(alt));
        }
        if let Some(said) = node.said() {
            out.extend(b"/ActualText");
            hex(out, &utf16(&said));
        }
        if node.role == Role::TableHead {
            out.extend(b"/A<</O/Table/Scope/Column>>");
        }
        let own = content.get(at).map(Vec::as_slice).unwrap_or_default();
        let page = own.first().map(|&(page, _)| page);
        if let Some(page) = page {
            out.extend(b"/Pg ");
            object::reference(out, page_number(page));
        }
        let (children, annotations) = (children.get(at), annotations.get(at));
        let kids = own.len() + children.map_or(0, Vec::len) + annotations.map_or(0, Vec::len);
        if kids > 0 {
            out.extend(if kids == 1 { b"/K " } else { b"/K[" });
            for &(on, mcid) in own {
                if Some(on) == page {
                    object::numbers(out, &[mcid]);
                } else {
                    out.extend(b"<</Type/MCR/Pg ");
                    object::reference(out, page_number(on));
                    out.extend(b"/MCID ");
                    integer(out, mcid);
                    out.extend(b">>");
                }
            }
            for &child in children.into_iter().flatten() {
                object::reference(out, of(child));
                out.push(b' ');
            }
            for &annotation in annotations.into_iter().flatten() {
                out.extend(b"<</Type/OBJR/Obj ");
                object::reference(out, annotation);
                out.extend(b">>");
            }
            if kids > 1 {
                out.push(b']');
            }
        }
        out.extend(b">>");
        bodies.end();
    }
    bodies
}
