//! The logical structure: what every mark on the pages is, for readers that do not see the page.

use lopdf::{Dictionary, Document as File, Object, ObjectId, StringFormat, dictionary};

use super::super::list::{Document, Item, NodeId, Role};
use super::paint::utf16;

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

/// Adds the structure tree and the links that it names; returns the root of the tree.
pub(super) fn add(file: &mut File, document: &Document, pages: &[ObjectId], marks: &[Vec<NodeId>]) -> ObjectId {
    let root = file.new_object_id();
    let ids: Vec<ObjectId> = document.nodes.iter().map(|_| file.new_object_id()).collect();
    let of = |node: NodeId| ids.get(node.0).copied().map_or(Object::Null, Object::Reference);

    // Children and content of every node, in reading order.
    let mut children: Vec<Vec<NodeId>> = vec![Vec::new(); document.nodes.len()];
    for (at, node) in document.nodes.iter().enumerate() {
        if let Some(siblings) = node.parent.and_then(|parent| children.get_mut(parent.0)) {
            siblings.push(NodeId(at));
        }
    }
    let mut content: Vec<Vec<(usize, i64)>> = vec![Vec::new(); document.nodes.len()];
    let mut parents = Vec::new();
    for (page, nodes) in marks.iter().enumerate() {
        for (mcid, node) in nodes.iter().enumerate() {
            if let Some(known) = content.get_mut(node.0) {
                known.push((page, mcid as i64));
            }
        }
        parents.push(Object::Integer(page as i64));
        parents.push(Object::Array(nodes.iter().map(|&node| of(node)).collect()));
    }

    // Links: an annotation each, named by its node.
    let mut annotations: Vec<Vec<ObjectId>> = vec![Vec::new(); document.nodes.len()];
    let mut key = marks.len() as i64;
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
                "StructParent" => key,
                "A" => dictionary! {
                    "S" => "URI",
                    "URI" => Object::String(link.uri.clone().into_bytes(), StringFormat::Literal),
                },
            });
            parents.push(Object::Integer(key));
            parents.push(of(link.node));
            key += 1;
            on_page.push(Object::Reference(id));
            if let Some(known) = annotations.get_mut(link.node.0) {
                known.push(id);
            }
        }
        if let Ok(dictionary) = file.get_dictionary_mut(page_id) {
            if on_page.is_empty() {
                dictionary.remove(b"Annots");
            } else {
                dictionary.set("Annots", on_page);
            }
        }
    }

    for (at, node) in document.nodes.iter().enumerate() {
        let Some(&id) = ids.get(at) else { continue };
        let mut element = Dictionary::new();
        element.set("S", role_name(node.role));
        element.set("P", node.parent.map_or(Object::Reference(root), of));
        if let Some(alt) = &node.alt {
            element.set("Alt", text(alt));
        }
        if let Some(said) = node.said() {
            element.set("ActualText", text(&said));
        }
        if node.role == Role::TableHead {
            element.set("A", dictionary! { "O" => "Table", "Scope" => "Column" });
        }
        let own = content.get(at).map(Vec::as_slice).unwrap_or_default();
        let page = own.first().map(|&(page, _)| page);
        if let Some(page) = page.and_then(|page| pages.get(page)) {
            element.set("Pg", Object::Reference(*page));
        }
        let mut kids: Vec<Object> = own
            .iter()
            .map(|&(on, mcid)| match pages.get(on) {
                Some(&other) if Some(on) != page => {
                    dictionary! { "Type" => "MCR", "Pg" => Object::Reference(other), "MCID" => mcid }.into()
                }
                _ => Object::Integer(mcid),
            })
            .collect();
        kids.extend(children.get(at).into_iter().flatten().map(|&child| of(child)));
        for &annotation in annotations.get(at).into_iter().flatten() {
            kids.push(dictionary! { "Type" => "OBJR", "Obj" => Object::Reference(annotation) }.into());
        }
        match kids.len() {
            0 => {}
            1 => element.set("K", kids.swap_remove(0)),
            _ => element.set("K", kids),
        }
        file.set_object(id, element);
    }
    let tree = file.add_object(dictionary! { "Nums" => parents });
    file.set_object(
        root,
        dictionary! {
            "Type" => "StructTreeRoot",
            "K" => of(NodeId(0)),
            "ParentTree" => Object::Reference(tree),
            "ParentTreeNextKey" => key,
        },
    );
    root
}
