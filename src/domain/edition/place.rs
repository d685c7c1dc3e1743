//! Where a heading or an activity stands: what puts it beside another one, moves it, takes it out.

use super::{Change, order_of};
use crate::domain::document::{Document, Node, NodeKey};

/// The order of a document, as an arrangement says it.
type Order = Vec<(NodeKey, Option<NodeKey>)>;

/// Puts a new activity behind another one, or under a heading as its last; a new heading behind the
/// heading that is, or stands over, `beside`. Without anything beside it comes last.
pub fn add_beside(document: &Document, node: Node, beside: Option<NodeKey>) -> Vec<Change> {
    let key = node.key();
    let is_heading = matches!(node, Node::Heading(_));
    let mut order = order_of(document);
    let known = beside.and_then(|beside| document.node(beside));
    let above = |order: &Order, of: NodeKey| {
        let own = order.iter().find(|(known, _)| *known == of);
        own.and_then(|(_, above)| *above)
    };
    match known {
        None => order.push((key, None)),
        Some(Node::Heading(heading)) if !is_heading => order.push((key, Some(heading.key))),
        Some(node) => {
            let anchor = match node {
                Node::Activity(activity) if is_heading => above(&order, activity.key),
                node => Some(node.key()),
            };
            let place = anchor.and_then(|anchor| order.iter().position(|it| it.0 == anchor));
            let over = anchor.and_then(|anchor| above(&order, anchor));
            order.insert(place.map_or(order.len(), |place| place + 1), (key, over));
        }
    }
    vec![Change::Add { node }, Change::Arrange { order }]
}

/// Changes places with the one before or behind it under the same heading; nothing at the edge.
pub fn move_beside(document: &Document, key: NodeKey, is_down: bool) -> Vec<Change> {
    let mut order = order_of(document);
    let Some(own) = order.iter().position(|it| it.0 == key) else {
        return Vec::new();
    };
    let above = order.get(own).and_then(|it| it.1);
    let mut siblings = order.iter().enumerate().filter(|(_, it)| it.1 == above);
    let other = if is_down {
        siblings.find(|(place, _)| *place > own)
    } else {
        siblings.take_while(|(place, _)| *place < own).last()
    };
    let Some(other) = other.map(|(place, _)| place) else {
        return Vec::new();
    };
    order.swap(own, other);
    vec![Change::Arrange { order }]
}

/// Puts it under another heading, as the last there, or under none; nothing when it stands there,
/// or the heading stands under it.
pub fn move_under(document: &Document, key: NodeKey, heading: Option<NodeKey>) -> Vec<Change> {
    let mut order = order_of(document);
    let Some(own) = order.iter().position(|it| it.0 == key) else {
        return Vec::new();
    };
    let is_below = heading.is_some_and(|heading| {
        heading == key || document.path(heading).iter().any(|it| it.key == key)
    });
    if is_below || order.get(own).is_some_and(|it| it.1 == heading) {
        return Vec::new();
    }
    order.remove(own);
    order.push((key, heading));
    vec![Change::Arrange { order }]
}

/// Takes it out: with all that stands under it, or what stands under it moves up.
pub fn take_out(document: &Document, key: NodeKey, is_whole: bool) -> Vec<Change> {
    fn below(node: &Node, keys: &mut Vec<NodeKey>) {
        for child in node.children() {
            below(child, keys);
            keys.push(child.key());
        }
    }
    let mut keys = Vec::new();
    if let Some(node) = document.node(key) {
        if is_whole {
            below(node, &mut keys);
        }
        keys.push(key);
    }
    keys.into_iter()
        .map(|key| Change::Exclude { key })
        .collect()
}
